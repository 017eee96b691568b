"""A YAML mapping read strictly, with the line of every field: nothing guessed, nothing expanded, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeAlias

import yaml

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Path: TypeAlias = tuple[str | int, ...]
Lines: TypeAlias = dict[Path, tuple[int, int]]
"""Line and column, from 1, of every field by its path, such as ("findings", 2, "figure")."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where it is installed: the records are read at every build."""
_LARGEST = 1_000_000
_DEEPEST = 20


class Unreadable(Exception):
    """The text is no mapping that can be read. `line` and `column` count from 1."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line, column


def decode(data: bytes) -> str:
    """The text of a file.

    Raises:
        Unreadable: the bytes are not UTF-8, or hold a NUL.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        raise Unreadable("the file is not UTF-8 text", line, error.start - before.rfind(b"\n")) from None
    if "\0" in text:
        before_nul = text[: text.index("\0")]
        raise Unreadable(
            "the file holds a NUL character", before_nul.count("\n") + 1, len(before_nul) - before_nul.rfind("\n")
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _tagged(node: yaml.Node, plain: str) -> bool:
    """Whether the writer put a tag of his own on a node (`!!python/…`, `!ENV`)."""
    return not (node.tag.startswith("tag:yaml.org,2002:") or node.tag == plain) or (
        isinstance(node, yaml.ScalarNode) and node.tag in ("tag:yaml.org,2002:binary",)
    )


class _Mark(Protocol):
    line: int
    column: int


def _at(mark: _Mark | None) -> tuple[int, int]:
    """Line and column of a mark, from 1."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _convert(node: yaml.Node, path: Path, lines: Lines) -> Value:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    lines.setdefault(path, (line, column))
    if len(path) > _DEEPEST:
        raise Unreadable("the fields are nested too deeply", line, column)
    if _tagged(node, ""):
        raise Unreadable(f"the tag {node.tag} is not read: write plain text", line, column)
    if isinstance(node, yaml.ScalarNode):
        if node.style is None and node.value in ("", "~", "null", "Null", "NULL"):
            return None
        text: str = node.value
        return text
    if isinstance(node, yaml.SequenceNode):
        return [_convert(child, (*path, index), lines) for index, child in enumerate(node.value)]
    assert isinstance(node, yaml.MappingNode)
    found: dict[str, Value] = {}
    for key, value in node.value:
        at = key.start_mark
        if not isinstance(key, yaml.ScalarNode):
            raise Unreadable("a field's name is one word", at.line + 1, at.column + 1)
        if key.value in found:
            raise Unreadable(f'the field "{key.value}" stands twice', at.line + 1, at.column + 1)
        lines[(*path, key.value)] = (at.line + 1, at.column + 1)
        found[key.value] = _convert(value, (*path, key.value), lines)
    return found


def _events(text: str) -> Iterator[yaml.Event]:
    yield from yaml.parse(text, Loader=_LOADER)


def read_mapping(text: str) -> tuple[dict[str, Value], Lines]:
    """The one mapping of a YAML text, every value as written: `no` stays "no", 2024 stays "2024".

    Raises:
        Unreadable: a syntax error, no mapping, more than one document, a field twice, an alias, a tag, too large.
    """
    if len(text) > _LARGEST:
        raise Unreadable(f"the file is larger than {_LARGEST:,} characters")
    try:
        for event in _events(text):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise Unreadable(
                    "anchors and aliases (& and *) are not read: write the text out", *_at(event.start_mark)
                )
            if tag := getattr(event, "tag", None):
                raise Unreadable(f"the tag {tag} is not read: write plain text", *_at(event.start_mark))
        nodes = list(yaml.compose_all(text, Loader=_LOADER))
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if isinstance(error.position, int) else ""
        raise Unreadable(f"a character that YAML does not allow: {error.reason}", before.count("\n") + 1, 1) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(str(part) for part in (error.context, error.problem) if part)
        raise Unreadable(f"not valid YAML: {what}", *_at(mark)) from None
    except RecursionError:
        raise Unreadable("the fields are nested too deeply") from None
    if len(nodes) > 1:
        raise Unreadable("a second document starts here: one file holds one record", *_at(nodes[1].start_mark))
    if not nodes or not isinstance(nodes[0], yaml.MappingNode):
        raise Unreadable("the file holds no fields (name: value)")
    lines: Lines = {}
    try:
        value = _convert(nodes[0], (), lines)
    except RecursionError:
        raise Unreadable("the fields are nested too deeply") from None
    assert isinstance(value, dict)
    return value, lines
