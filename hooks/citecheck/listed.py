"""Of several things named in a row, which goes with a figure of a list: of "boys and girls", which with 10% of "15% and 10%"?"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from typing import NamedTuple, TypeVar

from citecheck.numbers import shape
from citecheck.statistics import Statistic

_ITEM = r"#(?: ?(?:-|to) ?#)?(?: ?%| percent\b| per cent\b)?(?: out of (?:every )?#)?(?: \(# ?%\))?"
_JOIN = r"(?:,? (?:and|versus|vs\.?|against|compared (?:with|to)) |, |/)(?:(?:about|only|just|nearly|almost|around|then) ){0,2}"
_LIST = re.compile(rf"{_ITEM}(?:{_JOIN}{_ITEM})++(?P<time> (?:years|months|weeks|days)\b)?")
_SHARES = re.compile(r"%|percent|per cent|out of")
_WHEN = re.compile(r"\b(?:at|by|after|within|over|for|until) (?:about )?$")

_JOINED = re.compile(r"\b(?:and|or|versus|vs|against|than|compared (?:with|to))\b|/")
_WORDS_BETWEEN = 6
"""How many words may stand between two things that are named in a row."""

Name = TypeVar("Name", bound=Hashable)
Mention = tuple[int, int, Name]
"""Where in a text something is named, from and to, and what."""


class Listed(NamedTuple):
    """A figure's place in a list of figures, counted from 0, how many they are, and the texts before and behind it."""

    place: int
    size: int
    before: str
    behind: str


def listed(sentence: str, statistic: Statistic) -> Listed | None:
    """The list of shares or spans of time in which a figure stands, or None where it stands alone."""
    read = shape(sentence)
    for match in _LIST.finditer(read.text):
        numbers = [read.numbers[index] for index in read.within(*match.span())]
        if not numbers or not numbers[0].start <= statistic.start < numbers[-1].end:
            continue
        if not _SHARES.search(match.group()) and not (match["time"] and not _WHEN.search(read.text[: match.start()])):
            return None
        items = [
            read.within(match.start() + item.start(), match.start() + item.end())
            for item in re.finditer(_ITEM, match.group())
        ]
        place = next(n for n, item in enumerate(items) if statistic.start < read.numbers[item[-1]].end)
        before, behind = sentence[: numbers[0].start].lower(), sentence[numbers[-1].end :].lower()
        # Behind a closed bracket another figure begins: "(10% against 57%), and nobody died".
        return Listed(place, len(items), re.split(r"; |\. ", before)[-1], re.split(r"; |\. |\)", behind)[0])
    return None


def in_order(figures: Listed, before: Iterable[Mention[Name]], behind: Iterable[Mention[Name]]) -> Name | None:
    """What a figure goes with: of the things named in a row before its list, or else behind it, the one at its place.

    None where not as many things as figures are named, or not in a row: then the order tells nothing.
    """
    for text, mentions in ((figures.before, before), (figures.behind, behind)):
        row: list[Mention[Name]] = []
        for mention in sorted(mentions, key=lambda mention: (mention[0], -mention[1])):
            if row and (mention[2] == row[-1][2] or mention[0] < row[-1][1]):
                row[-1] = (row[-1][0], max(row[-1][1], mention[1]), row[-1][2])
            else:
                row.append(mention)
        between = [text[one[1] : other[0]] for one, other in zip(row, row[1:], strict=False)]
        if (
            len(row) == figures.size == len({name for _, _, name in row})
            and all(len(words.split()) <= _WORDS_BETWEEN for words in between)
            and all("," in words or _JOINED.search(words) for words in between)
            and _JOINED.search(between[-1])
        ):
            return row[figures.place][2]
    return None
