"""Does a cited source give the figure that the sentence prints?"""

from __future__ import annotations

import bisect
import dataclasses
import functools
import itertools
import re
from collections.abc import Iterable, Sequence, Set
from decimal import ROUND_HALF_UP, Decimal

from citecheck.figures import INTERVAL, Quantity, quantities
from citecheck.numbers import shape
from citecheck.statistics import Statistic

_MONTHS = {"year": Decimal(12), "month": Decimal(1), "decade": Decimal(120)}
_DAYS = {"week": Decimal(7), "day": Decimal(1), "hour": Decimal(1) / 24}

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
_ROUND_WHOLES = frozenset(
    Decimal(whole) for whole in (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000, 10_000, 100_000, 1_000_000)
)
"""Wholes that put a share into words ("4 in 10"), and are no number of people studied."""

_LARGEST = Decimal(10) ** 15
"""Beyond this no count or share is rounded or hedged: it is the same number or it is not."""

_FRAME = re.compile(r"#(?:(?: ?- ?| to | or | and |, )#)*[ -](years?|months?)\b")
_AT = re.compile(r"\bat #(?=[.,;:)]|$| and\b)")
_AGE_BEFORE = re.compile(
    r"(?:aged?|ages?|older than|younger than|under|over|between|aged from|up to age)(?: (?:the )?ages? of)? ?$"
)


@dataclasses.dataclass(frozen=True)
class Evidence:
    """One finding, as far as it can bear out a figure.

    `context` is what the record says besides: in whom, when, from which clock. It bears out ages, spans of time and
    numbers of people, never a share.
    """

    figures: tuple[str, ...]
    measures: str = ""
    n: int | None = None
    clock: str = ""
    interval: str = ""
    source: str = ""
    finding: str = ""
    context: str = ""
    population: str = ""


@dataclasses.dataclass(frozen=True)
class Match:
    """What bears a statistic out: the evidence and the printed figure.

    The figure is empty for a complement and for what the record's own words hold. `given` is the quantity of the figure
    that the statistic prints, None where it is made of several, or is a number of people; `hedged` is then the hedge
    with which it prints it.
    """

    evidence: Evidence
    figure: str
    given: Quantity | None = None
    hedged: str = ""


def _around(sentence: str, statistic: Statistic) -> tuple[str, str]:
    """The shape of the sentence before and after a statistic."""
    read = shape(sentence)
    start, end = bisect.bisect_left(read.origin, statistic.start), bisect.bisect_left(read.origin, statistic.end)
    return read.text[:start], read.text[end:]


def hedge(sentence: str, statistic: Statistic) -> str:
    """How a sentence hedges a figure: about, more, at-least, less, up-to, just-under, just-over, or nothing."""
    before, after = _around(sentence, statistic)
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


def _close(statistic: Statistic, hedged: str, printed: Decimal, quantity: Quantity) -> bool:
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
        return hedged != "" or quantity.bound == "<"
    if hedged == "close-to":
        return any(_close(statistic, either, printed, quantity) for either in ("about", "just-under", "just-over"))
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
        return abs(low - printed) <= (3 if hedged == "about" else 1)
    if (
        statistic.of is not None
        and statistic.unit == "percent"
        and statistic.of in _ROUND_WHOLES
        and statistic.of <= 20
    ):
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
        return _rounded(low, coarse) == printed
    # "1 in 285" for 0.35%: the share in words is the finer of the two.
    return percent and statistic.of is not None and quantity.count is None and same(low, quantity.step, printed)


_MEASURES = frozenset(("gy", "mg", "µg", "ml", "kg"))
_RATIO = re.compile(r"\b(?:h\.?r|o\.?r|r\.?r|irr|ratio|relative risk|odds|hazard|fold)\b", re.IGNORECASE)
_AVERAGE_DAYS = {**{unit: months * Decimal("30.4375") for unit, months in _MONTHS.items()}, **_DAYS}


def _even(value: Decimal) -> Decimal | None:
    """A number of units of time as a whole, if it is one but for the lengths of months and years; else None."""
    whole = value.to_integral_value(rounding=ROUND_HALF_UP)
    return whole if whole and abs(value - whole) * 50 <= whole else None


def _converted(statistic: Statistic, quantity: Quantity, evidence: Evidence) -> Quantity | None:
    """The quantity in the statistic's unit, or None where the two cannot be compared."""
    ours, theirs = statistic.unit, quantity.unit
    if ours == theirs:
        return quantity
    if statistic.kind in ("interval", "effect", "p-value") and theirs in ("", "percent", "times"):
        return quantity
    if ours in ("count", "") and theirs == "":
        return quantity
    if ours == "" and theirs in {*_MONTHS, *_DAYS, "times"}:
        return quantity
    if ours == "" and theirs == "percent" and statistic.high is not None and statistic.high <= 1 and statistic.step < 1:
        # A proportion of 0.80 is 80 percent.
        return dataclasses.replace(quantity, low=quantity.low / 100, high=quantity.high / 100, unit=ours)
    if ours == "" and theirs == "percent" and statistic.kind in ("other", "range", "change", "median"):
        # "13 out of 100 had a relapse and about 87 did not": a bare number among shares.
        return quantity
    for table in (_MONTHS, _DAYS):
        if ours in table:
            if theirs in table:
                factor = table[theirs] / table[ours]
                return dataclasses.replace(quantity, low=quantity.low * factor, high=quantity.high * factor, unit=ours)
            if theirs == "" and re.search(rf"\b{ours}s?\b", f"{evidence.measures} {evidence.clock}"):
                return quantity
    if (
        ours == ""
        and theirs in _MEASURES
        and statistic.kind in ("median", "range", "other", "change", "effect", "interval")
    ):
        return quantity
    if ours == "times" and theirs == "" and _RATIO.search(f"{evidence.measures} {' '.join(evidence.figures)}"):
        return quantity
    if {ours, theirs} <= _AVERAGE_DAYS.keys():
        # Weeks are months only where they come out even: 26 weeks, but not 12, are 6 months.
        factor = _AVERAGE_DAYS[theirs] / _AVERAGE_DAYS[ours]
        low, high = (_even(bound * factor) for bound in (quantity.low, quantity.high))
        if low is not None and high is not None:
            return dataclasses.replace(quantity, low=low, high=high, unit=ours)
    if ours.startswith("per ") and theirs.startswith("per ") and quantity.of and statistic.of:
        factor = statistic.of / quantity.of
        return dataclasses.replace(quantity, low=quantity.low * factor, high=quantity.high * factor, unit=ours)
    if ours == "percent" and theirs.startswith("per ") and statistic.of and quantity.of:
        factor = 100 / quantity.of
        return dataclasses.replace(quantity, low=quantity.low * factor, high=quantity.high * factor, unit=ours)
    if ours.startswith("per ") and theirs == "percent" and statistic.of:
        return dataclasses.replace(
            quantity, low=quantity.low * statistic.of / 100, high=quantity.high * statistic.of / 100
        )
    return None


@functools.lru_cache(maxsize=4096)
def _months_of_frames(text: str, ages_too: bool = False) -> frozenset[Decimal]:
    """The spans of time that a text names, in months, without ages."""
    read = shape(text)
    found: set[Decimal] = set()
    unit = _MONTHS["year"]
    for match in _FRAME.finditer(read.text):
        if not ages_too and _AGE_BEFORE.search(read.text[max(0, match.start() - 24) : match.start()]):
            continue
        if re.match(r"(?: of age| old|-old)", read.text[match.end() : match.end() + 8]):
            continue
        unit = _MONTHS[match[1].rstrip("s")]
        found |= {read.numbers[index].value * unit for index in read.within(match.start(), match.end())}
    if re.search(r"½ a year\b", read.text):
        found.add(Decimal(6))
    if found:
        # "16% at one year and 22% at three"
        for match in _AT.finditer(read.text):
            found.add(read.numbers[read.within(match.start(), match.end())[0]].value * unit)
    return frozenset(found)


def _in_time(statistic: Statistic, frames: Set[Decimal], sentence: str, evidence: Evidence) -> bool:
    """Whether the time frames agree, where the sentence and the finding both name one."""
    days = _days_named(sentence)
    if statistic.unit not in ("percent",) and statistic.kind not in ("other", "share"):
        return True
    theirs = _months_of_frames(evidence.measures, ages_too=True)
    return all(
        not ours or not given or bool(ours & given)
        for ours, given in ((frames, theirs), *zip(days, _days_named(evidence.measures), strict=True))
    )


_DAY = re.compile(r"\b(day|week)s? \+?#")


@functools.lru_cache(maxsize=4096)
def _days_named(text: str) -> tuple[Set[Decimal], Set[Decimal]]:
    """The days and the weeks that a text names by their number: "by day 100", "at week 24"."""
    read = shape(text)
    found: dict[str, set[Decimal]] = {"day": set(), "week": set()}
    for match in _DAY.finditer(read.text):
        found[match[1]].add(read.numbers[read.within(match.start(), match.end())[0]].value)
    return found["day"], found["week"]


_YEAR = re.compile(r"\b(?:year|date) (?:of|in|when|that)\b")
"""Measures a date: a year that a source prints bears out no count."""
_NO_SHARE = re.compile(
    r"\b(?:hazard|odds|risk|rate) ratio\b|\brelative risk\b|\bp[ -]values?\b|\bcorrelation\b", re.IGNORECASE
)


def _points(evidence: Evidence) -> Iterable[tuple[str, Quantity]]:
    is_year, is_ratio = bool(_YEAR.search(evidence.measures)), bool(_NO_SHARE.search(evidence.measures))
    for figure in evidence.figures:
        for quantity in quantities(figure):
            if is_year and 1900 <= quantity.low <= 2099:
                continue
            if is_ratio and quantity.unit == "percent" and "%" not in figure and quantity.of is None:
                # 0.58 is a ratio here, and not 58 percent.
                continue
            yield figure, quantity


def _counts(evidence: Evidence) -> Iterable[tuple[str, Quantity]]:
    """The numbers of people that a finding gives."""
    if evidence.n is not None:
        number = Decimal(evidence.n)
        yield f"n = {evidence.n}", Quantity(number, number, "", Decimal(1))
    for figure, quantity in _points(evidence):
        for part in (quantity.count, quantity.of):
            if part is not None:
                yield figure, Quantity(part, part, "", Decimal(1))


def _people(evidence: Evidence) -> Iterable[tuple[str, Quantity]]:
    """The numbers of people that a finding gives, and its figures without a unit, which may be such numbers."""
    yield from _counts(evidence)
    yield from ((figure, quantity) for figure, quantity in _points(evidence) if quantity.unit == "")


def _bears_out(
    sentence: str, statistic: Statistic, frames: Set[Decimal], everything: Sequence[Evidence], among_shares: bool = True
) -> Match | None:
    """The finding that gives a statistic's figure, or None."""
    low, high = statistic.low, statistic.high
    # "over 60" is the cut-off itself, not a hedge of 60.
    hedged = "" if statistic.kind == "threshold" else hedge(sentence, statistic)
    said, changed = _contrasts_around(sentence, statistic), _changed(sentence, statistic)
    timely = [
        evidence
        for evidence in everything
        if _in_time(statistic, frames, sentence, evidence)
        and _in_whom(said, evidence)
        and not (changed and _is_opposite(changed, evidence))
    ]
    if low is None or high is None:
        if statistic.kind == "share":
            majority = (
                Match(evidence, figure)
                for evidence in timely
                for figure, quantity in _points(evidence)
                if quantity.unit == "percent" and quantity.low > 50
            )
            return next(majority, None)
        return None
    if statistic.form == "all-of" and any(
        quantity.of == low and quantity.count is not None and quantity.count < low
        for evidence in timely
        for _, quantity in _points(evidence)
    ):
        # "All 38" of whom the source says that it was fewer.
        return None
    if low > high and not re.search(r"\bfrom (?:about )?$", _around(sentence, statistic)[0]):
        # A range that falls is a slip, unless something fell "from 20% to 10%".
        return None
    if statistic.of is not None and statistic.count is not None and statistic.count > statistic.of:
        # More people than there were.
        return None
    if statistic.of is not None and statistic.of not in _ROUND_WHOLES and low != high and statistic.unit == "percent":
        # A range of people out of a number that is no way of speaking: both would have to be counts of the source.
        return None
    if statistic.of is not None and statistic.count is not None and statistic.unit == "percent" and low == high:
        exact = (
            Match(evidence, figure)
            for evidence in timely
            for figure, quantity in _points(evidence)
            if quantity.count == statistic.count and quantity.of == statistic.of
        )
        if found := next(exact, None):
            return found
        if statistic.of not in _ROUND_WHOLES and statistic.count != 1:
            people = [
                (evidence, figure, quantity.low) for evidence in everything for figure, quantity in _people(evidence)
            ]
            whole = next((entry for entry in people if entry[2] == statistic.of), None)
            if whole is None:
                return None
            people.remove(whole)
            part = next((entry for entry in people if entry[2] == statistic.count and entry[0] in timely), None)
            if part is not None:
                return Match(part[0], part[1])
    near: Match | None = None
    after = _around(sentence, statistic)[1]
    for evidence in timely:
        for figure, quantity in _points(evidence):
            same_unit = _converted(statistic, quantity, evidence)
            if quantity.unit in _MEASURES and not after.startswith((quantity.unit, f" {quantity.unit}")):
                continue
            if same_unit is None or (_is_bare(statistic) and same_unit.unit == "percent" and not among_shares):
                continue
            if low == high:
                if near is None and _close(statistic, hedged, low, same_unit):
                    near = Match(evidence, figure, quantity, hedged)
                # "About 50%" is 49.5% before it is 48.9%.
                if hedged in ("", "about") and not same_unit.bound and same_unit.low == same_unit.high:
                    if same(low, statistic.step, same_unit.low) and _close(statistic, hedged, low, same_unit):
                        return Match(evidence, figure, quantity, hedged)
            elif same_unit.low != same_unit.high:
                if statistic.form == "share-between":
                    if abs(low - same_unit.low) <= 1 and abs(high - same_unit.high) <= 1:
                        return Match(evidence, figure, quantity, hedged)
                elif same(low, statistic.step, same_unit.low) and same(high, statistic.step, same_unit.high):
                    return Match(evidence, figure, quantity, hedged)
    if near is not None:
        return near
    if statistic.kind in ("count", "other", "") and statistic.unit in ("count", ""):
        for evidence in everything:
            for figure, quantity in _counts(evidence):
                if low == high and _close(statistic, hedged, low, quantity):
                    return Match(evidence, figure)
    if low != high and (statistic.kind == "interval" or statistic.unit == "percent"):
        for evidence in timely:
            for printed, (bottom, top) in _intervals(evidence):
                if same(low, statistic.step, bottom) and same(high, statistic.step, top):
                    return Match(evidence, printed)
    if _is_margin(sentence, statistic):
        for evidence in timely:
            for figure in evidence.figures:
                if any(same(low, statistic.step, margin) for _, margin in _margins(figure)):
                    return Match(evidence, figure)
    if low != high:
        ends = [_end(statistic, value, timely) for value in (low, high)]
        if ends[0] is not None and ends[1] is not None:
            return ends[0]
    return None


_PLUS_MINUS = re.compile(r"(\d+(?:[.·]\d+)?) ?%? ?(?:±|\+/-|\+-) ?(\d+(?:[.·]\d+)?)")
_BOUNDS = re.compile(r"#(?: ?%)? ?(?:-|to|,|and) ?#")
_MARGIN_BEFORE = re.compile(r"(?:give or take|plus or minus|±|\+/-) ?(?:about )?$")
_MARGIN_WORDS = re.compile(r"\b(?:give or take|plus or minus|margins?)\b|±")


def _margins(figure: str) -> list[tuple[Decimal, Decimal]]:
    """The values of a figure that are printed with a margin ("48.9 ± 1.2%"), with their margins."""
    return [(Decimal(a.replace("·", ".")), Decimal(b.replace("·", "."))) for a, b in _PLUS_MINUS.findall(figure)]


def _intervals(evidence: Evidence) -> Iterable[tuple[str, tuple[Decimal, Decimal]]]:
    """The intervals that a finding gives for its figures: bounds, or a value and its margin."""
    read = shape(evidence.interval)
    for match in _BOUNDS.finditer(read.text):
        first = read.within(match.start(), match.end())[0]
        yield evidence.interval, (read.numbers[first].value, read.numbers[first + 1].value)
    for figure in evidence.figures:
        for given, margin in _margins(figure):
            yield figure, (given - margin, given + margin)
        for interval in INTERVAL.findall(figure):
            inside = shape(interval)
            for match in _BOUNDS.finditer(inside.text):
                first = inside.within(match.start(), match.end())[0]
                yield figure, (inside.numbers[first].value, inside.numbers[first + 1].value)


def _is_margin(sentence: str, statistic: Statistic) -> bool:
    """Whether a number is said to be the margin of a figure: "plus or minus 1 point, and 3 for T-cell ALL"."""
    before = _around(sentence, statistic)[0]
    if statistic.kind == "percent":
        return bool(_MARGIN_BEFORE.search(before))
    bare = statistic.kind in ("other", "change", "count") and statistic.low == statistic.high
    return bare and bool(_MARGIN_WORDS.search(before))


_CONTEXT_KINDS = frozenset(("threshold", "time", "count", "other"))
_UNIT_IN_CONTEXT = re.compile(r"[ -](years?|months?|weeks?|days?|hours?)\b")


@functools.lru_cache(maxsize=4096)
def _numbers_in(context: str) -> tuple[tuple[Decimal, str], ...]:
    """The numbers that a record's own words hold, with their units of time; the first of a range shares the last's."""
    read = shape(context)
    found = []
    unit = ""
    for index in range(len(read.numbers) - 1, -1, -1):
        after = read.text[read.starts[index] + 1 : read.starts[index] + 12]
        match = _UNIT_IN_CONTEXT.match(after)
        if match:
            unit = match[1].rstrip("s")
        elif not re.match(r" ?(?:-|to|and|or|,) ?#", after):
            unit = ""
        found.append((read.numbers[index].value, unit))
    return tuple(found)


def _as_context(
    statistic: Statistic, statistics: Sequence[Statistic], found: Sequence[Match | None], everything: Sequence[Evidence]
) -> Match | None:
    """An age, a span of time or a number of people that the record's own words hold."""
    if statistic.kind not in _CONTEXT_KINDS or statistic.unit not in ("", "count", *_MONTHS, *_DAYS):
        return None
    if _is_bare(statistic):
        return None
    months = {**_MONTHS, **{unit: days / Decimal("30.4375") for unit, days in _DAYS.items()}}

    def agrees(number: tuple[Decimal, str], wanted: Decimal) -> bool:
        given, unit = number
        if statistic.unit in months and unit:
            return abs(given * months[unit] - wanted * months[statistic.unit]) < Decimal("0.001")
        # "aged 15 to 55" and "15-55 years" are the same; "15 people" and "15 years" are not.
        return given == wanted and (not unit or statistic.kind == "threshold" and unit == "year")

    for evidence in everything:
        numbers = _numbers_in(f"{evidence.measures}; {evidence.clock}; {evidence.context}")
        if all(
            any(agrees(number, wanted) for number in numbers)
            for wanted in (statistic.low, statistic.high)
            if wanted is not None
        ):
            return Match(evidence, "")
    return None


def _end(statistic: Statistic, value: Decimal, everything: Sequence[Evidence]) -> Match | None:
    """The finding that gives one end of a range, as a figure of its own or as an end of a wider range."""
    for evidence in everything:
        for figure, quantity in _points(evidence):
            same_unit = _converted(statistic, quantity, evidence)
            if same_unit is not None and (
                same(value, statistic.step, same_unit.low) or same(value, statistic.step, same_unit.high)
            ):
                return Match(evidence, figure)
    return None


_CONTRASTS = (
    (re.compile(r"\b(?:girls?|wom[ae]n|females?)\b"), re.compile(r"\b(?:boys?|m[ae]n|males?)\b")),
    (
        re.compile(r"\b(?:child(?:ren)?|kids|infants?|bab(?:y|ies)|pa?ediatric|teens?|teenagers?|adolescents?|young people)\b"),
        re.compile(r"\b(?:adults?|older people)\b"),
    ),
)  # fmt: skip
"""In whom: who speaks of the one does not speak of the other. A text that names both names neither."""


def _sides(text: str) -> tuple[int, ...]:
    """For each contrast the side that a text names; -1 where it names none, or both."""
    found = []
    for one, other in _CONTRASTS:
        first, second = bool(one.search(text)), bool(other.search(text))
        found.append(-1 if first == second else int(second))
    return tuple(found)


@functools.lru_cache(maxsize=4096)
def _sides_of(text: str) -> tuple[int, ...]:
    return _sides(text.lower())


def _contrasts_around(sentence: str, statistic: Statistic) -> tuple[int, ...]:
    """In whom a sentence says a figure was found: by the words behind it, up to the next number, or else by all of it."""
    before, after = _around(sentence, statistic)
    near = re.split(r"[#½.;]", after.lstrip("% "), maxsplit=1)[0]
    return tuple(close if close >= 0 else whole for close, whole in zip(_sides(near), _sides_of(sentence), strict=True))


def _in_whom(said: tuple[int, ...], evidence: Evidence) -> bool:
    """Whether a finding is about those of whom a sentence speaks, where both say."""
    theirs = _sides_of(f"{evidence.measures} {evidence.population}")
    return all(one < 0 or other < 0 or one == other for one, other in zip(said, theirs, strict=True))


_UP = re.compile(r"\b(?:rose|risen|rises?|went up|goes up|increas\w*|climb\w*|grew|grown|gain\w*|higher)\b")
_DOWN = re.compile(
    r"\b(?:fell|fallen|falls?|went down|goes down|decreas\w*|declin\w*|dropp?\w*|reduc\w*|lower|fewer)\b"
)


_CHANGED = re.compile(r"\b([a-z]+(?: up| down)?) by (?:about |around |some |nearly )?$")


def _changed(sentence: str, statistic: Statistic) -> str:
    """The word that says how something changed by this figure: rose, fell, went up; empty where nothing did."""
    changed = _CHANGED.search(_around(sentence, statistic)[0][-48:])
    return changed[1] if changed else ""


def _is_opposite(changed: str, evidence: Evidence) -> bool:
    """Whether something is said to have risen by a figure by which the source says that it fell, or the reverse."""
    theirs = f"{' '.join(evidence.figures)} {evidence.measures}".lower()
    up, down = bool(_UP.search(theirs)), bool(_DOWN.search(theirs))
    return up != down and bool((_DOWN if up else _UP).fullmatch(changed))


def _frames_of(evidence: Evidence) -> Set[Decimal]:
    return _months_of_frames(f"{evidence.measures}; {evidence.clock}", ages_too=True)


def _is_frame_of(statistic: Statistic, matches: Iterable[Match | None]) -> bool:
    """Whether a span of time only says when another figure of the sentence was taken, as its finding has it."""
    if statistic.kind != "time" or statistic.low is None or statistic.unit not in _MONTHS:
        return False
    spans = {value * _MONTHS[statistic.unit] for value in (statistic.low, statistic.high) if value is not None}
    borne = [match for match in matches if match is not None and match.figure]
    return any(spans & _frames_of(match.evidence) for match in borne)


def bears_out(sentence: str, statistics: Sequence[Statistic], everything: Sequence[Evidence]) -> list[Match | None]:
    """For each statistic of a sentence the finding that gives its figure, or None.

    The sentence may round, hedge, convert units and give the complement of a figure that it gives itself. A number of
    people bears out a number of people only, never a percent; an interval's bounds bear out an interval only. A share
    that is said twice ("13 out of 100 (13%)") is borne out only where both say the same.
    """
    frames = _months_of_frames(sentence)
    shares = [statistic for statistic in statistics if _is_percent(statistic)]
    # A bare number is a share only among shares.
    among_shares = any(statistic.unit == "percent" for statistic in statistics)
    found = [
        None
        if _must_complement(sentence, statistic, shares)
        else _bears_out(sentence, statistic, frames, everything, among_shares)
        for statistic in statistics
    ]
    for settle in (_as_frame, _as_context, _as_half, _as_complement, _as_told_negative):
        for index, statistic in enumerate(statistics):
            if found[index] is not None or statistic.low is None:
                continue
            if settle is _as_told_negative and not _must_complement(sentence, statistic, shares):
                continue
            found[index] = settle(statistic, statistics, found, everything)
    for index, statistic in enumerate(statistics):
        if found[index] is None:
            found[index] = _as_ratio(sentence, statistic, statistics, found)
    for one, other in _said_twice(sentence, statistics):
        if not _says_the_same(sentence, statistics[one], statistics[other]):
            found[one] = found[other] = None
    return found


def _says_the_same(sentence: str, statistic: Statistic, again: Statistic) -> bool:
    """Whether a share in words is the percent in brackets behind it: "fewer than half (47%)", but not "13 (31%)"."""
    if (statistic.low, statistic.high) == (again.low, again.high):
        return True
    if statistic.low is None or statistic.low != statistic.high or again.low is None or again.high is None:
        return False
    hedged = hedge(sentence, statistic)
    if statistic.kind != "share" and statistic.count != 1 and not hedged:
        return False
    return _close(statistic, hedged, statistic.low, Quantity(again.low, again.high, "percent", again.step))


def _as_ratio(
    sentence: str, statistic: Statistic, statistics: Sequence[Statistic], found: Sequence[Match | None]
) -> Match | None:
    """A ratio of two figures that the sentence gives itself: "twice as many: 34% against 17%"."""
    if statistic.low is None or statistic.kind != "ratio" or statistic.unit != "times" and statistic.form != "cut-by":
        return None
    printed = statistic.low if statistic.unit == "times" else statistic.low / 100
    asked = dataclasses.replace(statistic, unit="times", step=printed / 5)
    hedged = hedge(sentence, statistic)
    given = [
        (end, other.unit, match)
        for other, match in zip(statistics, found, strict=True)
        for end in dict.fromkeys((other.low, other.high))
        if match is not None and end
    ]
    for (one, unit, match), (other, same_unit, _) in itertools.permutations(given, 2):
        if unit == same_unit and _close(
            asked, hedged, printed, Quantity(one / other, one / other, "times", asked.step)
        ):
            return Match(match.evidence, "")
    return None


def _as_frame(
    statistic: Statistic, statistics: Sequence[Statistic], found: Sequence[Match | None], everything: Sequence[Evidence]
) -> Match | None:
    """A span of time that says when another figure of the sentence was taken."""
    if not _is_frame_of(statistic, found):
        return None
    return Match(next(match for match in found if match is not None and match.figure).evidence, "")


def _as_half(
    statistic: Statistic, statistics: Sequence[Statistic], found: Sequence[Match | None], everything: Sequence[Evidence]
) -> Match | None:
    """ "Half lived longer than 7.7 months" is a median in words."""
    if statistic.kind != "share" or statistic.low != 50:
        return None
    for match in found:
        if match is not None:
            said = f"{match.evidence.measures} {match.evidence.clock} {match.evidence.interval}"
            if re.search(r"\b(?:half|median)\b", said):
                return match
    return None


def _as_complement(
    statistic: Statistic, statistics: Sequence[Statistic], found: Sequence[Match | None], everything: Sequence[Evidence]
) -> Match | None:
    """The rest of a share that the sentence gives itself: 87 that did not, beside 13 that did."""
    if statistic.low is None or statistic.high is None or not _is_percent(statistic):
        return None
    for other, match in zip(statistics, found, strict=True):
        if match is None or not match.figure or other.low is None or other.high is None or not _is_percent(other):
            continue
        # Of a range the rest is a range: 76 to 93 beside 7 to 24.
        if statistic.low + other.high == 100 and statistic.high + other.low == 100:
            return Match(match.evidence, "")
    return None


_BRACKETED = re.compile(r"^(?: out of (?:every )?#| in #)?(?: (?!and\b|or\b|but\b)[a-zé'/@-]+){0,5} \($")


def _said_twice(sentence: str, statistics: Sequence[Statistic]) -> Iterable[tuple[int, int]]:
    """Pairs of statistics that say one share in two ways: in words, then as a percent in brackets."""
    # Where the sentence speaks "out of 100", a number before a percent in brackets is a share as well.
    in_words = any(statistic.of in _ROUND_WHOLES for statistic in statistics)
    for index in range(len(statistics) - 1):
        first, second = statistics[index], statistics[index + 1]
        share = first.unit == "percent" or in_words and first.form == "paired-percent"
        if second.kind != "percent" or not share or first.text.endswith(("point", "points")):
            continue
        if _BRACKETED.match(shape(sentence[first.end : second.start]).text):
            yield index, index + 1


_ELLIPSIS = re.compile(
    r"^(?: \(#(?: ?%| percent)\))? (?:(?:did|had|have|has|were|was|are|is|do|does) not|had none) ?(?=[.,;:)]|$)"
)
_NOT_IN = re.compile(r"\bnot in (?:about |only |some )?$")
_DIED = re.compile(r"^(?: \(#(?: ?%| percent)\))? (?:had |have )?died\b")
_ALIVE = re.compile(r"\b(?:alive|lived|survived)\b")


def _must_complement(sentence: str, statistic: Statistic, shares: Sequence[Statistic]) -> bool:
    """Whether a share is said to be the rest of one before it: "and 87 (87%) did not", "and 51 (51%) had died"."""
    if not _is_percent(statistic) or not any(
        other.end <= statistic.start and other.low != statistic.low for other in shares
    ):
        return False
    before, after = _around(sentence, statistic)
    if statistic.kind == "percent" and before.endswith("("):
        # The percent in brackets goes with the number before it.
        after = re.sub(r"^\)", "", after)
    return bool(_ELLIPSIS.match(after) or _NOT_IN.search(before) or (_DIED.match(after) and _ALIVE.search(before)))


_NEGATIVE = re.compile(r"\b(?:not?|none|never|without|died?|deaths?|dead|fail\w*|refractory|resist\w*)\b|\bnon-?")


def _as_told_negative(
    statistic: Statistic, statistics: Sequence[Statistic], found: Sequence[Match | None], everything: Sequence[Evidence]
) -> Match | None:
    """A share said to be the rest of another, of which the source itself counts those who did not."""
    if statistic.unit != "percent":
        return None
    negative = [
        dataclasses.replace(evidence, n=None) for evidence in everything if _NEGATIVE.search(evidence.measures.lower())
    ]
    return _bears_out("", statistic, frozenset(), negative) if negative else None


def _is_bare(statistic: Statistic) -> bool:
    """Whether a number stands without any word for what it counts."""
    return statistic.kind == "other" and statistic.unit == ""


def _is_percent(statistic: Statistic) -> bool:
    """Whether a statistic is a share of a hundred, or may be one: a bare number among shares."""
    return statistic.unit == "percent" or (
        statistic.unit in ("", "count")
        and statistic.kind in ("other", "count")
        and statistic.low is not None
        and statistic.low <= 100
    )
