"""The fields at the head of a page, between two lines of ---: read, judged, and taken off."""

from __future__ import annotations

import dataclasses
import datetime
import difflib
import re

from citecheck.problems import Problem
from citecheck.yamlfile import Unreadable, Value, decode, read_mapping

FIELDS = ("title", "description", "audience", "checked", "next_check", "reviewed_by", "handout")
"""The fields that every page has, in the order in which they are written."""

EXTRA = ("tags", "hide", "search", "glightbox", "template", "icon", "status", "subtitle")
"""Fields that a page may have besides: they steer the theme and its plugins."""

AUDIENCES = ("everyone", "child", "adult", "teen")

_HEAD = re.compile(r"---[ \t]*\n(?P<fields>(?:.*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclasses.dataclass(frozen=True)
class Head:
    """What stands at the head of a page: fields, line and column of each, and the offset at which the text begins."""

    fields: dict[str, Value]
    lines: dict[str, tuple[int, int]]
    body: int


def read_page(data: bytes, shown: str, today: datetime.date) -> tuple[str, Head, list[Problem]]:
    """The text of a page, its head, and what is wrong with either.

    The text is empty where it cannot be read.

    Args:
        data: the bytes of the file.
        shown: the file's path as the writer sees it, for messages.
        today: the day on which dates are judged.
    """
    nothing = Head({}, {}, 0)
    try:
        text = decode(data)
    except Unreadable as error:
        return "", nothing, [Problem(shown, error.line, error.column, error.message, "unreadable-page")]
    problems: list[Problem] = []

    def wrong(line: int, column: int, message: str, rule: str = "front-matter") -> None:
        problems.append(Problem(shown, line, column, message, rule))

    if not text.strip():
        wrong(1, 1, "the page is empty", "empty-page")
        return text, nothing, problems
    match = _HEAD.match(text)
    if match is None:
        if re.match(r"---[ \t]*\n", text):
            wrong(1, 1, "the front matter is never closed: a second line of --- is missing")
        else:
            wrong(1, 1, f"the page has no front matter ({', '.join(FIELDS)})")
        return text, nothing, problems
    if not text[match.end() :].strip():
        wrong(text[: match.end()].count("\n") + 1, 1, "the page is empty", "empty-page")
    try:
        fields, lines = read_mapping(match["fields"])
    except Unreadable as error:
        wrong(error.line + 1, error.column, f"the front matter: {error.message}")
        return text, Head({}, {}, match.end()), problems
    where = {str(path[0]): (line + 1, column) for path, (line, column) in lines.items() if len(path) == 1}
    for line, column, message in _judged(fields, where, today):
        wrong(line, column, message)
    return text, Head(fields, where, match.end()), problems


def _judged(
    fields: dict[str, Value], where: dict[str, tuple[int, int]], today: datetime.date
) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []

    def wrong(field: str, message: str) -> None:
        line, column = where.get(field, (1, 1))
        found.append((line, column, f'"{field}" {message}'))

    for field in FIELDS:
        if field not in fields:
            wrong(field, "is missing")
    for field in fields:
        if field not in FIELDS + EXTRA:
            near = difflib.get_close_matches(field, FIELDS, 1, 0.6)
            wrong(field, "is no field of a page" + (f" (did you mean {near[0]}?)" if near else ""))
    for field in ("title", "description"):
        if field in fields and not (isinstance(fields[field], str) and str(fields[field]).strip()):
            wrong(field, "is empty" if not fields[field] else "is one text, not a list or fields")
    if "audience" in fields and fields["audience"] not in AUDIENCES:
        wrong("audience", f"is none of {', '.join(AUDIENCES)}")
    if "handout" in fields and fields["handout"] not in ("true", "false"):
        wrong("handout", "is true or false")
    if "reviewed_by" in fields and isinstance(fields["reviewed_by"], (list, dict)):
        wrong("reviewed_by", "is one text: the name of the clinician, or empty")
    dates: dict[str, datetime.date] = {}
    for field in ("checked", "next_check"):
        if field not in fields:
            continue
        try:
            written = str(fields[field])
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
                raise ValueError
            dates[field] = datetime.date.fromisoformat(written)
        except ValueError:
            wrong(field, "is no date (YYYY-MM-DD)")
    if "checked" in dates and dates["checked"] > today:
        wrong("checked", "is in the future")
    if len(dates) == 2 and dates["next_check"] <= dates["checked"]:
        wrong("next_check", 'is not after "checked"')
    return found


def body_start(text: str) -> int:
    """The offset at which the text of a page begins, behind its front matter."""
    match = _HEAD.match(text)
    return match.end() if match else 0


def fields_of(text: str) -> dict[str, Value]:
    """The fields at the head of a page; none where they cannot be read."""
    match = _HEAD.match(text)
    try:
        return read_mapping(match["fields"])[0] if match else {}
    except Unreadable:
        return {}


def audience_of(fields: dict[str, Value]) -> str:
    """Whom a page is for; empty where its fields do not say."""
    audience = fields.get("audience")
    return audience if isinstance(audience, str) else ""
