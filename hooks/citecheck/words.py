"""Which figure does a word give that is no number: twice, every fifth, the second year of life, the fifties?"""

from __future__ import annotations

import re
from decimal import Decimal

_TIMES = (
    (re.compile(r"\btwo-?fold|\btwice|doubl"), Decimal(2)), (re.compile(r"\bthree-?fold|tripl|trebl"), Decimal(3)),
    (re.compile(r"\bfour-?fold|quadrupl"), Decimal(4)), (re.compile(r"\bfive-?fold|quintupl"), Decimal(5)),
    (re.compile(r"\bsix-?fold"), Decimal(6)), (re.compile(r"\bseven-?fold"), Decimal(7)),
    (re.compile(r"\beight-?fold"), Decimal(8)), (re.compile(r"\bnine-?fold"), Decimal(9)),
    (re.compile(r"\bten-?fold"), Decimal(10)), (re.compile(r"\bhundred-?fold"), Decimal(100)),
    (re.compile(r"\bthousand-?fold"), Decimal(1000)), (re.compile(r"halv|½"), Decimal("0.5")),
)  # fmt: skip
_ORDINALS = {
    word: Decimal(number)
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_DECADES = dict(zip("twent thirt fort fift sixt sevent eight ninet".split(), range(20, 100, 10), strict=True))


def times_in(words: str) -> Decimal | None:
    """How many times as much the words say, or None: 2 for "doubled"."""
    return next((times for word, times in _TIMES if word.search(words)), None)


def ordinal_in(words: str) -> Decimal:
    """The smallest ordinal in the words: 5 for "every fifth patient".

    Raises:
        LookupError: there is none.
    """
    found = next((number for word, number in _ORDINALS.items() if word in words), None)
    if found is None:
        raise LookupError(words)
    return found


_UNIT = re.compile(r"\b(day|week|month|year|decade|birthday)(s?)\b")


def age_in(words: str) -> tuple[Decimal | None, Decimal | None, str]:
    """The least and the greatest age that the words tell, and their unit.

    1 and 1 year for "the first birthday", 50 and 59 years for "in their fifties", 20 and 29 years for "the third
    decade"; no age and no unit for "the first days of life", of which nobody can say how many they are.

    Raises:
        LookupError: there is none.
    """
    decades = [Decimal(age) for word, age in _DECADES.items() if f"{word}ies" in words]
    if decades:
        return (Decimal(13) if "teens" in words else min(decades)), max(decades) + 9, "year"
    found = [number for word, number in _ORDINALS.items() if word in words]
    unit = _UNIT.search(words)
    if not found or unit is None:
        raise LookupError(words)
    least, greatest = min(found), max(found)
    if unit[1] == "decade":
        return 10 * least - 10, 10 * greatest - 1, "year"
    if unit[2] and least == greatest:
        return None, None, ""
    return least, greatest, "year" if unit[1] == "birthday" else unit[1]
