"""The texts of a finished page that nobody has read yet: a quick look that spares a second reading of every page."""

from __future__ import annotations

import functools
import re
from html import unescape

from citecheck.passages import COMMENT_END, READ_OUT
from citecheck.statistics import may_hold_statistic

_SILENT = re.compile(r"<(?:(script|style|template)\b|!--)", re.IGNORECASE)
_ENDS = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style", "template")}
_TAG = re.compile(r"<[^<>]*>")
_LETTERS = re.compile(
    r"</?(?:abbr|b|bdi|big|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|u|var)\b[^<>]*>",
    re.IGNORECASE,
)
"""Tags that part no words: a number may begin in one and end behind it. The build adds links of its own."""
_READ = re.compile(
    rf"\b(?:content|{'|'.join(sorted(READ_OUT))})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)


def _spoken(html: str) -> str:
    """The page without scripts, styles and comments. From one that does not end everything is kept."""
    pieces, kept = [], 0
    while match := _SILENT.search(html, kept):
        ends = _ENDS[match[1].lower()] if match[1] else COMMENT_END
        end = ends.search(html, match.start() + 2)
        if end is None:
            break
        pieces.append(html[kept : match.start()])
        kept = end.end() if not match[1] else end.start()
    return "".join([*pieces, html[kept:]])


# A writer's server sweeps the whole site at each save, and most pages come out as they were.
@functools.lru_cache(maxsize=64)
def texts(html: str) -> frozenset[str]:
    """The texts between the tags of a page, and in the attributes that people read, that could hold a statistic."""
    html = _spoken(html)
    found = {"".join(written) for written in _READ.findall(html)}
    found.update(_TAG.split(_LETTERS.sub("", html)))
    return frozenset(filter(None, map(_held, found)))


# The menu stands on every page.
@functools.lru_cache(maxsize=4096)
def _held(text: str) -> str:
    """A text as one line, or nothing where it cannot hold a statistic."""
    return " ".join(unescape(text).split()) if may_hold_statistic(text) else ""
