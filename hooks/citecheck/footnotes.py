"""Python-Markdown extension: the footnote of a citation `[^key]` is the reference of the record sources/KEY.yml.

It supplies the definitions of the keys that a page mentions, in order of first mention, and no others, so that the
writer keeps none by hand. It needs the `footnotes` extension. In a configuration file its name is
`citecheck.footnotes`, with the option `sources` (the folder of records).
"""

from __future__ import annotations

import functools
import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from citecheck.references import references
from citecheck.sources import load_sources
from citecheck.today import today

MARKER = "app-source"
"""Class of a note that this extension wrote: a note without it was written by hand."""

_REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_CODE = re.compile(r"(`+)(?!`).{0,2000}?(?<!`)\1(?!`)", re.DOTALL)


def _texts(element: etree.Element) -> Iterator[str]:
    """The texts of an element that can hold a citation, in the order in which they are read."""
    stack: list[etree.Element | str] = [element]
    while stack:
        current = stack.pop()
        if isinstance(current, str):
            yield current
            continue
        following: list[etree.Element | str] = []
        if current.tag not in ("code", "pre", "script", "style"):
            if current.text and not isinstance(current.text, AtomicString):
                following.append(current.text)
            for child in current:
                following.append(child)
                if child.tail and not isinstance(child.tail, AtomicString):
                    following.append(child.tail)
        stack.extend(reversed(following))


class _Definitions(Treeprocessor):
    """Before the notes are put together: define those that the page mentions."""

    def __init__(self, md: Markdown, notes: Mapping[str, str]) -> None:
        super().__init__(md)
        self._notes = notes

    def run(self, root: etree.Element) -> None:
        assert self.md is not None
        footnotes = next(
            (extension for extension in self.md.registeredExtensions if isinstance(extension, FootnoteExtension)), None
        )
        if footnotes is None:
            return
        for text in _texts(root):
            for match in _REFERENCE.finditer(_CODE.sub("", text)):
                key = match[1]
                if key in self._notes and key not in footnotes.footnotes:
                    marked = f'<span class="{MARKER}" data-source="{html.escape(key)}">{self._notes[key]}</span>'
                    footnotes.setFootnote(key, self.md.htmlStash.store(marked))


@functools.lru_cache(maxsize=4)
def _notes_of_folder(folder: Path) -> Mapping[str, str]:
    """The references of a folder of records, for a generator that can only name this extension."""
    return references(load_sources(folder, folder.parent, today()).records.values())


class SourceNotes(Extension):
    """Footnotes out of source records. `notes` maps a key to its reference in HTML; else `sources` names the folder."""

    def __init__(self, notes: Mapping[str, str] | None = None, **options: Any) -> None:
        self.config = {"sources": ["sources", "The folder of source records."]}
        super().__init__(**options)
        self._notes = notes

    def extendMarkdown(self, md: Markdown) -> None:
        notes = self._notes if self._notes is not None else _notes_of_folder(Path(self.getConfig("sources")).resolve())
        md.registerExtension(self)
        # After the blocks are parsed, before the footnotes extension (50) lays out its list of notes.
        md.treeprocessors.register(_Definitions(md, notes), "source-notes", 60)


def makeExtension(**options: Any) -> SourceNotes:  # noqa: N802  (the name that Python-Markdown calls)
    """The extension, as Python-Markdown asks for it."""
    return SourceNotes(**options)
