"""At what time, and counted from when? The spans of time that a sentence and a finding name."""

from __future__ import annotations

import functools
import re
from collections.abc import Set
from decimal import Decimal

from citecheck.closeness import MONTHS
from citecheck.evidence import Evidence
from citecheck.listed import Listed
from citecheck.numbers import shape
from citecheck.statistics import Statistic

_FRAME = re.compile(r"#(?:(?: ?- ?| to | or | and |, )#){0,12}[ -](years?|months?)\b")
_UNIT = re.compile(r"year|month", re.IGNORECASE)
_ONE = re.compile(
    r"\ba (year|month) (?:later|on|after)\b|\b(?:at|within|after|in|by|for) a (year|month)\b(?! (?:or|and))"
)
_AT = re.compile(r"\b(?:at|after|by) #(?=[.,;:)]|$| and\b)")
_AGE_BEFORE = re.compile(
    r"(?:aged?|ages?|older than|younger than|under|over|between|aged from|up to age)(?: (?:the )?ages? of)? ?$"
)


@functools.lru_cache(maxsize=4096)
def _months_named(text: str, ages_too: bool = False, unit: Decimal | None = None) -> frozenset[Decimal]:
    """The spans of time that a text names, in months, without ages.

    Once a unit is known, from the text or as given, a number alone is a span: "16% at one year and 22% at three".
    """
    if unit is None and not _UNIT.search(text):
        return frozenset()
    read = shape(text)
    found: set[Decimal] = set()
    for match in _FRAME.finditer(read.text):
        if not ages_too and _AGE_BEFORE.search(read.text[max(0, match.start() - 24) : match.start()]):
            continue
        if re.match(r"(?: of age| old|-old)", read.text[match.end() : match.end() + 8]):
            continue
        unit = MONTHS[match[1].rstrip("s")]
        found |= {read.numbers[index].value * unit for index in read.within(match.start(), match.end())}
    for match in _ONE.finditer(read.text):
        unit = MONTHS[match[1] or match[2]]
        found.add(unit)
    if unit is not None:
        for match in _AT.finditer(read.text):
            found.add(read.numbers[read.within(match.start(), match.end())[0]].value * unit)
    return frozenset(found)


_DAY = re.compile(r"\b(day|week)s? \+?#")


@functools.lru_cache(maxsize=4096)
def days_named(text: str) -> tuple[Set[Decimal], Set[Decimal]]:
    """The days and the weeks that a text names by their number: "by day 100", "at week 24"."""
    found: dict[str, set[Decimal]] = {"day": set(), "week": set()}
    if "day" not in text.lower() and "week" not in text.lower():
        return found["day"], found["week"]
    read = shape(text)
    for match in _DAY.finditer(read.text):
        found[match[1]].add(read.numbers[read.within(match.start(), match.end())[0]].value)
    return found["day"], found["week"]


_BREAK = re.compile(r"[,;:.]| and | but | or | while ")


def frames_near(sentence: str, statistic: Statistic, figures: Listed | None) -> Set[Decimal]:
    """The spans of time, in months, that go with a figure: of its own part of the sentence, or else of the whole.

    "Five-year survival is 30%, and at ten years it is 22%" has two; "70%, 60% and 50% at 1, 3 and 5 years" has a list,
    of which each goes with one figure, where they are as many.
    """
    whole = _months_named(sentence)
    if len(whole) < 2:
        return whole
    read = shape(sentence)
    lists = [match for match in _FRAME.finditer(read.text) if re.search(",| and ", match.group())]
    if lists:
        numbers = read.within(*lists[0].span())
        if figures and len(lists) == 1 and len(numbers) == figures.size:
            return frozenset((read.numbers[numbers[figures.place]].value * MONTHS[lists[0][1].rstrip("s")],))
        return whole
    before, after = sentence[: statistic.start], sentence[statistic.end :]
    frame = _FRAME.search(read.text)
    unit = MONTHS[frame[1].rstrip("s")] if frame else None
    return (
        _months_named(_BREAK.split(after, maxsplit=1)[0], unit=unit)
        or _months_named(before[max((match.end() for match in _BREAK.finditer(before)), default=0) :])
        or whole
    )


_IS_TIME = re.compile(r"(?:at|by|after|within) |\d+ (?:years?|months?)$")


def frames_measured(evidence: Evidence) -> Set[Decimal]:
    """The spans of time, in months, at which the figures of a finding were taken."""
    measured = evidence.measures.partition(":")[0]
    return _months_named(f"{measured} {evidence.label}" if _IS_TIME.match(evidence.label) else measured, ages_too=True)


def frames_of(evidence: Evidence) -> Set[Decimal]:
    """The spans of time that a finding names, its clock's too, in months."""
    return _months_named(f"{evidence.measures}; {evidence.clock}", ages_too=True)


_SINCE = re.compile(
    r"\b(?:years?|months?) (?:after|from|since|of) (?:(?:an?|the|their|his|her|first|second|having|had|being) )*"
    r"(relaps|diagnos|remission|transplant|infusion)"
)


@functools.lru_cache(maxsize=4096)
def since_what(text: str) -> frozenset[str]:
    """The events from which a text counts its years: relapse, diagnosis, remission, transplant, infusion."""
    return frozenset(_SINCE.findall(text.lower()))
