"""The files that a page takes in with `--8<-- "name"` (pymdownx.snippets): which, where, and what is wrong with them."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator
from pathlib import Path

from citecheck.problems import Problem, shown_path
from citecheck.yamlfile import Unreadable, decode

_LINE = re.compile(r"[ \t]*-{1,}8<-{1,}[ \t]+(?:\"(?P<double>[^\"\n]+)\"|'(?P<single>[^'\n]+)')[ \t]*$")
_FENCE = re.compile(r"[ \t]*-{1,}8<-{1,}[ \t]*$")
_SECTION = re.compile(r"^-?\d*(?::-?\d*)?$")


@dataclasses.dataclass(frozen=True)
class Snippet:
    """A file taken in: its name as written, with its place in the text, and offset and line of that place."""

    name: str
    offset: int
    line: int
    column: int

    @property
    def file(self) -> str:
        """The name of the file, without the part of it that is asked for."""
        return self.name.partition(":")[0]

    @property
    def section(self) -> str:
        """The part of the file that is asked for: lines or a named section; empty for all of it."""
        return self.name.partition(":")[2]


@dataclasses.dataclass(frozen=True)
class Written:
    """A file as it was written: its path for messages, and its text."""

    path: str
    text: str

    @functools.cached_property
    def lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]


Piece = tuple[Written, int, int]
"""`text[start:end]` of a file."""


def snippets(text: str) -> list[Snippet]:
    """The files that a text takes in, in order, in the form of one line or of a block."""
    found = []
    offset, inside = 0, False
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        bare = line.rstrip("\r\n")
        indent = len(bare) - len(bare.lstrip())
        if match := _LINE.match(bare):
            found.append(Snippet(match["double"] or match["single"], offset + indent, number, indent + 1))
        elif _FENCE.match(bare):
            inside = not inside
        elif inside and bare.strip() and not bare.strip().startswith(";"):
            found.append(Snippet(bare.strip(), offset + indent, number, indent + 1))
        offset += len(line)
    return found


def _read(folder: Path, name: str) -> str | None:
    """The text of a file below the folder, or None where there is none that can be read."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        return None
    try:
        return decode(path.read_bytes())
    except (OSError, Unreadable):
        return None


def _why_not(folder: Path, snippet: Snippet) -> str:
    """What keeps a file from being taken in, in words; empty where nothing does."""
    path = (folder / snippet.file).resolve()
    if not path.is_relative_to(folder.resolve()):
        return f'the snippet "{snippet.name}" lies outside of {folder.name}/'
    if not path.is_file():
        return f'the snippet "{snippet.name}" is no file below {folder.name}/'
    text = _read(folder, snippet.file)
    if text is None:
        return f'the snippet "{snippet.name}" is not UTF-8 text'
    if snippet.section and not _SECTION.match(snippet.section) and f"[start:{snippet.section}]" not in text:
        return f'the snippet "{snippet.file}" has no section named "{snippet.section}"'
    return ""


def _walk(page: Written, folder: Path, root: Path) -> Iterator[tuple[Written, Snippet, tuple[str, ...]]]:
    """Every file that a page takes in, with the line that does it and the names of those that lead to it."""
    stack: list[tuple[Written, tuple[str, ...]]] = [(page, ())]
    while stack:
        written, names = stack.pop()
        for snippet in snippets(written.text):
            yield written, snippet, names
            text = _read(folder, snippet.file)
            if text is None or snippet.file in names:
                continue
            stack.append((Written(shown_path(folder / snippet.file, root), text), (*names, snippet.file)))


def wrong_snippets(page: Written, folder: Path, root: Path) -> list[Problem]:
    """What is wrong with the files that a page takes in, and those take in.

    Args:
        page: the page.
        folder: where the names of snippets are looked up.
        root: the project's root: paths in messages are told from here.
    """
    problems = []
    for written, snippet, names in _walk(page, folder, root):
        why = _why_not(folder, snippet)
        if not why and snippet.file in names:
            why = f'the snippet "{snippet.name}" takes itself in, in a circle'
        if why:
            problems.append(Problem(written.path, snippet.line, snippet.column, why, "missing-snippet"))
    return problems


def pieces(page: Written, folder: Path, root: Path, start: int = 0) -> list[Piece]:
    """The page in pieces of its own text and of that of its snippets, in the order in which they are read.

    Args:
        page: the page.
        folder: where the names of snippets are looked up.
        root: the project's root: paths in messages are told from here.
        start: offset at which the text of the page begins, behind its front matter.
    """
    found: list[Piece] = []

    def add(written: Written, begin: int, inside: tuple[str, ...]) -> None:
        for snippet in snippets(written.text):
            text = _read(folder, snippet.file)
            if text is None or snippet.file in inside or snippet.offset < begin:
                continue
            found.append((written, begin, snippet.offset))
            add(Written(shown_path(folder / snippet.file, root), text), 0, (*inside, snippet.file))
            begin = snippet.offset
        found.append((written, begin, len(written.text)))

    add(page, start, ())
    return found
