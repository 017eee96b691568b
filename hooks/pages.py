"""Adapter: MkDocs' events -> finish. Every page leaves with what the theme and the lightbox leave undone.

The text of a page is finished after the lightbox has had it and before the check of the numbers reads it, so that the
check sees what readers see: hence the priority; the order in `hooks:` decides nothing. What is wrong with links to the
glossary is handed to that check, in citations.py, which tells all problems of a build at once.
"""

from __future__ import annotations

import functools
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

import markdown
from citecheck.problems import Problem, shown_path
from citecheck.yamlfile import Unreadable, decode
from finish import Facts, citations, finish_content, finish_page, words
from finish.pictures import Size, svg_size
from jinja2 import BytecodeCache
from mkdocs.plugins import event_priority
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import meta

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

GLOSSARY = "glossary.md"


class _Templates(BytecodeCache):
    """The templates as they were last compiled, so that a writer does not wait for all of them at each save."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = bucket.bytecode_to_string()


_templates = _Templates()


@event_priority(-50)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Finish the text of a page, and add to its table of contents the sections that came with that."""
    glossary = files.get_file_from_path(GLOSSARY)
    written = _text(glossary) if glossary else ""
    terms = _terms(written)
    if glossary and written:
        check: Any = config.plugins["citations"]
        unknown = words.unknown_anchors(html, page.url, glossary.url, terms)
        check.add(_unknown_term(page.file, anchor, config) for anchor in unknown)
    finished = finish_content(
        html,
        Facts(
            address=page.url,
            full_address=page.canonical_url or page.url,
            glossary_address=glossary.url if glossary else "",
            terms=terms,
            size_of=lambda address: _size(files.get_file_from_path(address)),
        ),
    )
    _add_to_contents(page, finished)
    return finished


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep the compiled templates."""
    env.bytecode_cache = _templates
    return env


@event_priority(-50)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Finish the whole document."""
    return finish_page(output)


@event_priority(-50)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for the page that answers an unknown address."""
    return finish_page(output_content) if template_name.endswith(".html") else output_content


def _text(file: File) -> str:
    """The text of a file; nothing where it cannot be read, which the check of the numbers tells."""
    try:
        return decode(file.content_bytes)
    except Unreadable:
        return ""


@functools.lru_cache(maxsize=2)
def _terms(glossary: str) -> words.Terms:
    """The terms of the glossary as it is written. It may be rendered after the pages that link to it."""
    text, _ = meta.get_data(glossary)
    return words.read_terms(markdown.markdown(text, extensions=["def_list", "attr_list"]))


def _size(file: File | None) -> Size | None:
    return svg_size(file.content_bytes) if file is not None and file.src_uri.endswith(".svg") else None


def _add_to_contents(page: Page, html: str) -> None:
    items = page.toc.items
    # The sections stand under the title, beside those that the writer made.
    beside = items[0].children if len(items) == 1 and items[0].level == 1 else items
    for title, anchor in (("Words used here", words.HEADING), ("Sources", citations.HEADING)):
        if f'<h2 id="{anchor}"' in html:
            beside.append(AnchorLink(title, anchor, 2))


def _unknown_term(file: File, anchor: str, config: MkDocsConfig) -> Problem:
    """The problem, at the place of the link in the file as the writer sees it."""
    root = Path(config.config_file_path).resolve().parent
    shown = shown_path(Path(file.abs_src_path), root) if file.abs_src_path else file.src_uri
    target = f"{posixpath.basename(GLOSSARY)}#{anchor}"
    message = f'"{anchor}" is not a word of the glossary'
    for number, line in enumerate(_text(file).splitlines(), start=1):
        column = line.find(target + ")")
        if column >= 0:
            return Problem(shown, number, column + 1, message, "unknown-term")
    return Problem(shown, 0, 0, message, "unknown-term")
