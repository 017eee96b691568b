"""Where the sentences of a passage end."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[.!?…]+[\"'”’»)\]]*")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"'“])(?:e\.g|i\.e|cf|ca|vs|viz|etc|al|approx|resp|incl|est|no|nos|fig|figs|tab|eq|ref|refs|vol|p|pp|ch|sec|ed|eds|"
    r"dr|mr|mrs|ms|prof|st|jr|sr|rev|gen|gov|inc|ltd|co|corp|dept|univ|assoc|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|a\.m|p\.m|u\.s|u\.k|e\.u|ph\.d|m\.d|[a-z])\.$",
    re.IGNORECASE,
)
_STARTS = re.compile(r"\s*[\"'“‘«(\[]*(?:[A-Z0-9½⅓⅔¼¾~<>≥≤+≈$£€•☐✓-]|[^\x00-\x7f])")
# What may follow "etc.", "p.m." or "U.S." when a new sentence starts.
_LIKELY_START = re.compile(
    r"\s+(?:The|This|These|Those|It|They|We|In|If|A|An|For|About|Of|But|And|Your|You|Most|Some|Ask|Call|Tell|Its|There|When)\b"
)
_CAN_END = re.compile(r"(?:etc|al|a\.m|p\.m|u\.s|u\.k|e\.u|ph\.d|m\.d|inc|ltd|co|corp|st)\.$", re.IGNORECASE)


def ends(text: str, marks: frozenset[int] = frozenset()) -> list[int]:
    """Where each sentence of a text ends, as offsets behind its closing punctuation; the last is the text's end.

    Args:
        text: the text of a paragraph, a list item or a cell.
        marks: offsets at which a citation or a comment stands. A full stop before one is an end even where no space
            follows it.
    """
    found = []
    for match in _END.finditer(text):
        end = match.end()
        if end >= len(text):
            break
        if not text[end].isspace() and end not in marks:
            continue
        if not _STARTS.match(text, end):
            continue
        stop = re.match(r"[.!?…]+", match.group())
        before = text[max(0, match.start() - 12) : match.start() + 1]
        if stop and stop.group() == "." and _ABBREVIATION.search(before):
            if not (_CAN_END.search(before) and (_LIKELY_START.match(text, end) or end in marks)):
                continue
        found.append(end)
    found.append(len(text))
    return found
