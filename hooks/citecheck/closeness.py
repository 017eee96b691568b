"""May a printed value stand for one that a source gives: hedged, rounded, in another unit?"""

from __future__ import annotations

import bisect
import dataclasses
import re
from decimal import ROUND_HALF_UP, Decimal

from citecheck.evidence import Evidence
from citecheck.figures import Quantity
from citecheck.numbers import shape
from citecheck.statistics import Statistic

MONTHS = {"year": Decimal(12), "month": Decimal(1), "decade": Decimal(120)}
DAYS = {"week": Decimal(7), "day": Decimal(1), "hour": Decimal(1) / 24}
_HEDGES = (
    ("just_over", r"(?:just|slightly|a little|somewhat) (?:over|above|more than)"),
    ("close_to", r"close to"),
    ("just_under", r"(?:almost|nearly|just under|just below|not quite|approaching|a little under|slightly under|a little less than|slightly (?:less|fewer) than)"),
    ("more", r"(?:more than|over|above|greater than|higher than|exceed(?:s|ed|ing)?|upwards? of|in excess of|>)"),
    ("at_least", r"(?:at least|no (?:fewer|less) than|not less than|≥|a minimum of|at the least)"),
    ("up_to", r"(?:up to|as many as|as much as|at (?:the )?most|at best|no more than|not more than|≤|a maximum of)"),
    ("less", r"(?:less than|fewer than|under|below|lower than|not even|<)"),
    ("about", r"(?:about|around|roughly|approximately|some|~|circa|an estimated|estimated|on the order of|in the region of)"),
)  # fmt: skip
_BEFORE = re.compile(
    rf"(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in _HEDGES)})"
    r"(?: (?:a|an|the|every|another|only|age|of|some|about|roughly))* ?\(?$"
)
"""The first of the words before a figure that hedge it: in "no more than" that is not "more than"."""
_AFTER = (
    ("at-least", re.compile(r"^(?: out of (?:every )?# ?| ?%| percent)? ?(?:[a-z]+ )?or (?:more|above|higher|over)\b")),
    ("up-to", re.compile(r"^(?: out of (?:every )?# ?| ?%| percent)? ?(?:[a-z]+ )?or (?:fewer|less|below|lower)\b")),
    ("about", re.compile(r"^[^.;]{0,12} or so\b")),
)
ROUND_WHOLES = frozenset(
    Decimal(whole) for whole in (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000, 10_000, 100_000, 1_000_000)
)
"""Wholes that put a share into words ("4 in 10"), and are no number of people studied."""
_LARGEST = Decimal(10) ** 15
"""Beyond this no count or share is rounded or hedged: it is the same number or it is not."""


def around(sentence: str, statistic: Statistic) -> tuple[str, str]:
    """The shape of the sentence before and after a statistic."""
    read = shape(sentence)
    start, end = bisect.bisect_left(read.origin, statistic.start), bisect.bisect_left(read.origin, statistic.end)
    return read.text[:start], read.text[end:]


def hedge(sentence: str, statistic: Statistic) -> str:
    """How a sentence hedges a figure: about, more, at-least, less, up-to, just-under, just-over, or nothing."""
    before, after = around(sentence, statistic)
    before, after = before[-48:], after[:48]
    if statistic.text[:1] in "<>≥≤~":
        before += statistic.text[:1]
    hedged = _BEFORE.search(before)
    if hedged is not None and hedged.lastgroup is not None:
        return hedged.lastgroup.replace("_", "-")
    for name, pattern in _AFTER:
        if pattern.search(after):
            return name
    return "at-least" if statistic.text.endswith(("or more", "or older")) else ""


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    """A value at a precision, half up."""
    return (value / step).to_integral_value(rounding=ROUND_HALF_UP) * step


def same(printed: Decimal, step: Decimal, given: Decimal) -> bool:
    """Whether a printed value is the given one, or the given one rounded to the printed precision."""
    return abs(_rounded(given, step) - printed) * 1000 < step or printed == given


def close(statistic: Statistic, hedged: str, printed: Decimal, quantity: Quantity) -> bool:
    """Whether a printed point value may stand for a quantity, with the sentence's hedge."""
    percent = statistic.unit == "percent"
    low, high = quantity.low, quantity.high
    if abs(printed) > _LARGEST:
        return printed == low == high
    fraction_words = percent and statistic.count is None and statistic.kind != "percent"
    # A limit in the source ("> 85%") bears out the same limit, and a plain figure only with the same direction.
    if quantity.bound == ">" and hedged not in ("more", "at-least", "just-over", ""):
        return False
    if quantity.bound == "<" and hedged not in ("less", "up-to", "just-under", ""):
        return False
    if quantity.bound and same(printed, statistic.step, low):
        return hedged != "" or statistic.kind == "p-value"
    if hedged == "close-to":
        return any(close(statistic, either, printed, quantity) for either in ("about", "just-under", "just-over"))
    if statistic.unit == "times" and hedged and not quantity.bound:
        # Of ratios a hedge reaches as far as the ratio is large.
        reach = {"more": printed / 2, "at-least": printed / 2, "less": printed / 2}.get(hedged, printed / 4)
        above = hedged in ("more", "at-least", "just-over", "about") and printed < low <= printed + reach
        below = hedged in ("less", "up-to", "just-under", "about") and printed - reach <= low < printed
        itself = hedged in ("at-least", "up-to", "about") and same(printed, statistic.step, low)
        return low == high and (above or below or itself)
    if hedged in ("more", "at-least", "just-over"):
        reach = (Decimal(10) if fraction_words else Decimal(5)) if percent else max(printed / 10, Decimal(1))
        if hedged == "just-over":
            reach = Decimal(3) if percent else max(printed / 20, Decimal(1))
        at_least = hedged == "at-least" and same(printed, statistic.step, low)
        return (
            at_least
            or printed < low <= printed + reach
            or (quantity.bound == ">" and printed <= low <= printed + reach)
        )
    if hedged in ("less", "just-under"):
        reach = (
            (Decimal(10) if fraction_words and hedged == "less" else Decimal(5))
            if percent
            else max(printed / 10, Decimal(1))
        )
        if hedged == "just-under":
            reach = Decimal(3) if percent else max(printed / 20, Decimal(1))
        return printed - reach <= high < printed
    if hedged == "up-to":
        return same(printed, statistic.step, high) or (fraction_words and abs(high - printed) <= 1)
    if low != high:
        return False
    if fraction_words:
        return abs(low - printed) <= (3 if hedged == "about" else 2)
    if statistic.of is not None and statistic.unit == "percent" and statistic.of in ROUND_WHOLES and statistic.of <= 20:
        near = Decimal(5) if statistic.of >= 10 else Decimal(3)
        if statistic.count == 1 and statistic.of < 10 and not hedged:
            # "1 in 9" is nearer to it than "1 in 8" and "1 in 10" are.
            near = min(near, abs(printed - 100 / (statistic.of + (1 if low < printed else -1))) / 2)
        return abs(low - printed) <= min(near, statistic.step / 2)
    if same(printed, statistic.step, low):
        return True
    if percent and hedged == "about" and printed % 10 == 0 and statistic.step >= 1:
        return abs(low - printed) <= Decimal("1.5")
    if not percent and hedged == "about" and printed >= 100 and printed == printed.to_integral_value():
        digits = str(int(printed))
        coarse = Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
        return _rounded(low, coarse) == printed and abs(low - printed) * 20 <= printed
    # "1 in 285" for 0.35%: the share in words is the finer of the two.
    return percent and statistic.of is not None and quantity.count is None and same(low, quantity.step, printed)


MEASURES = frozenset(("gy", "mg", "µg", "ml", "kg"))
_CHANGE = re.compile(
    r"\b(?P<up>increases?|rise|rose|higher|more)\b|\b(?:falls?|fell|reductions?|decreases?|drop|declines?|lower|fewer|less)\b"
)
_RATIO = re.compile(r"\b(?:h\.?r|o\.?r|r\.?r|irr|ratio|relative risk|odds|hazard|fold)\b", re.IGNORECASE)
AVERAGE_DAYS = {**{unit: months * Decimal("30.4375") for unit, months in MONTHS.items()}, **DAYS}
"""How many days a unit of time has; a month and a year have that many on average."""


_PER = re.compile(r"\bper #")


def _times(quantity: Quantity, factor: Decimal, unit: str) -> Quantity:
    """A quantity in another unit, and as fine in it."""
    return dataclasses.replace(
        quantity,
        low=quantity.low * factor,
        high=quantity.high * factor,
        unit=unit,
        step=quantity.step * factor,
    )


def _even(value: Decimal) -> Decimal | None:
    """A number of units of time as a whole, if it is one but for the lengths of months and years; else None."""
    whole = value.to_integral_value(rounding=ROUND_HALF_UP)
    return whole if whole and abs(value - whole) * 50 <= whole else None


def converted(statistic: Statistic, quantity: Quantity, evidence: Evidence) -> Quantity | None:
    """The quantity in the statistic's unit, or None where the two cannot be compared."""
    ours, theirs = statistic.unit, quantity.unit
    if ours == theirs:
        return quantity
    if statistic.kind in ("interval", "effect", "p-value") and theirs in ("", "percent", "times"):
        return quantity
    if ours in ("count", "") and theirs == "":
        return quantity
    if ours == "" and theirs in {*MONTHS, *DAYS, "times"}:
        return quantity
    if ours == "" and theirs == "percent" and statistic.high is not None and statistic.high <= 1 and statistic.step < 1:
        # A proportion of 0.80 is 80 percent.
        return dataclasses.replace(quantity, low=quantity.low / 100, high=quantity.high / 100, unit=ours)
    if ours == "" and theirs == "percent" and statistic.kind in ("other", "range", "change", "median"):
        # "13 out of 100 had a relapse and about 87 did not": a bare number among shares.
        return quantity
    for table in (MONTHS, DAYS):
        if ours in table:
            if theirs in table:
                factor = table[theirs] / table[ours]
                return dataclasses.replace(quantity, low=quantity.low * factor, high=quantity.high * factor, unit=ours)
            if theirs == "" and re.search(rf"\b{ours}s?\b", f"{evidence.measures} {evidence.clock}"):
                return quantity
    if (
        ours == ""
        and theirs in MEASURES
        and statistic.kind in ("median", "range", "other", "change", "effect", "interval")
    ):
        return quantity
    if ours == "times" and theirs == "percent" and (change := _CHANGE.search(evidence.measures)):
        # Halved is a fall by 50%, doubled a rise by 100%.
        sign = 1 if change["up"] else -1
        least, most = sorted(1 + sign * bound / 100 for bound in (quantity.low, quantity.high))
        return Quantity(least, most, ours, quantity.step / 100)
    if ours == "times" and theirs == "" and _RATIO.search(f"{evidence.measures} {' '.join(evidence.figures)}"):
        return quantity
    if {ours, theirs} <= AVERAGE_DAYS.keys():
        # Weeks are months only where they come out even: 26 weeks, but not 12, are 6 months.
        factor = AVERAGE_DAYS[theirs] / AVERAGE_DAYS[ours]
        low, high = (_even(bound * factor) for bound in (quantity.low, quantity.high))
        if low is not None and high is not None:
            return dataclasses.replace(quantity, low=low, high=high, unit=ours)
    if theirs == "" and quantity.of is None and (ours == "percent" or ours.startswith("per ")):
        # "Cases per 100 person-years" says it beside the figure.
        measured = shape(evidence.measures)
        per = _PER.search(measured.text)
        whole = measured.numbers[measured.within(*per.span())[-1]].value if per else None
        if whole:
            return converted(statistic, dataclasses.replace(quantity, unit=f"per {whole:f}", of=whole), evidence)
    if ours.startswith("per ") and theirs.startswith("per ") and quantity.of and statistic.of:
        return _times(quantity, statistic.of / quantity.of, ours)
    if ours == "percent" and theirs.startswith("per ") and statistic.of and quantity.of:
        return _times(quantity, 100 / quantity.of, ours)
    if ours.startswith("per ") and theirs == "percent" and statistic.of:
        return dataclasses.replace(
            quantity, low=quantity.low * statistic.of / 100, high=quantity.high * statistic.of / 100
        )
    return None
