"""Which ages does a text speak of? A figure of people over 60 is none of those under 20."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from decimal import Decimal

from citecheck.numbers import shape

_WHO = (
    r"people|patients|adults|children|teens|teenagers|adolescents|women|men|boys|girls|those|babies|infants|survivors"
)
_BOUND = r"(?P<bound>under|over|younger than|older than|above|below)"
_AGE = re.compile(
    # Without a word for age, a cut-off is one of age only beside a word for people: "over 2 years" may be a remission.
    rf"(?:\b(?:{_WHO})(?: who (?:were|are))?|^|: |, and |, or )(?:,? aged?)? ?{_BOUND} (?:the )?(?:age (?:of )?)?#(?! ?[%½#]| (?:percent|out of|of|in|years?|months?|weeks?|days?|cells|copies)\b)|"
    rf"\b(?:aged?|ages?)(?: (?:of|from|between|{_BOUND.replace('bound', 'limit')}))*+ #(?:(?: ?- ?| to | and )(?P<to>#))?(?P<months> months)?(?: years?)?(?P<open> (?:or|and) (?:older|over|more|above|younger|under|less))?|"
    r"# (?:years?|(?P<young>months)) (?:old|of age)(?P<on> (?:or|and) (?:older|over|younger|under))?"
)
_HINT = re.compile(r"\bage|\bold\b|over|under|older|younger|above|below")
_ALL_AGES = Decimal(200)


@functools.lru_cache(maxsize=2048)
def ages(text: str) -> frozenset[tuple[Decimal, Decimal]]:
    """The ranges of age that a text names, in years."""
    if not _HINT.search(text):
        return frozenset()
    read = shape(text)
    found = set()
    for match in _AGE.finditer(read.text):
        numbers = [read.numbers[index].value for index in read.within(*match.span())]
        if match["months"] or match["young"]:
            numbers = [number / 12 for number in numbers]
        words = " ".join(filter(None, (match["bound"], match["limit"], match["open"], match["on"])))
        if re.search(r"over|old|above|more", words):
            found.add((numbers[0], _ALL_AGES))
        elif words:
            found.add((Decimal(0), numbers[-1]))
        elif match["to"]:
            found.add((min(numbers), max(numbers)))
    return frozenset(found)


def are_other_ages(texts: Iterable[str], measured: str) -> bool:
    """Whether the nearest text that names ages names none of those of a finding."""
    said = next(filter(None, map(ages, texts)), frozenset())
    theirs = ages(measured.lower())
    return bool(said and theirs) and all(a >= d or c >= b for a, b in said for c, d in theirs)


def are_opposite(text: str, measured: str) -> bool:
    """Whether a text speaks of those under an age, and a finding of those over the same age, or the reverse."""
    said, theirs = ages(text.lower()), ages(measured.lower())
    if said & theirs:
        return False
    return any(
        (end, _ALL_AGES) in theirs if start == 0 else (end == _ALL_AGES and (Decimal(0), start) in theirs)
        for start, end in said
    )
