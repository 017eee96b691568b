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


def age_in(words: str) -> tuple[Decimal, str]:
    """The age that the words tell, and its unit: 1 year for "the first birthday", 50 years for "in their fifties".

    Raises:
        LookupError: there is none.
    """
    if decade := next((Decimal(age) for word, age in _DECADES.items() if f"{word}ies" in words), None):
        return decade, "year"
    unit = next((unit for unit in ("week", "month", "day of") if unit in words), "year").removesuffix(" of")
    return ordinal_in(words) * (10 if "decade" in words else 1), unit
