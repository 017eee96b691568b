"""What does a finding give that can bear out a figure: shares, numbers of people, intervals, margins, its own words?"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterable
from decimal import Decimal

from citecheck.figures import INTERVAL, Quantity, quantities
from citecheck.numbers import shape
from citecheck.vocabulary import PEOPLE


@dataclasses.dataclass(frozen=True)
class Evidence:
    """One finding, as far as it can bear out a figure.

    `context` is what the record says besides: in whom, when, from which clock. It bears out ages, spans of time and
    numbers of people, never a share. `label` is what a figure is of, where the finding gives one figure for each of
    several ("blinatumomab, and chemotherapy"), and `others` are the labels of the other figures.
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
    label: str = ""
    others: tuple[str, ...] = ()


_IN_BRACKETS = re.compile(r" ?\([^()]{0,200}\)")
_BEFORE_LABELS = (re.compile(r":(?= )"), re.compile(r" that was(?= )"), re.compile(r" in(?= )"))
_BETWEEN_LABELS = (re.compile(r", (?:and|versus|or) "), re.compile(r",? (?:and|versus|or) |, "))
_TIMES = re.compile(
    r"(?<![\d,])(?<!, )((?:\d++(?: years?| months?)?(?:, (?:and )?| and (?:at )?))++\d++) (years?|months?)"
)


_WITH_AND_WITHOUT = re.compile(
    r":? with (?:(?P<first>[^,:;]{1,60}), and without(?: [^,:;]{1,60})?|, and without (?P<second>[^,:;]{1,60}))$|"
    r":? without (?:(?P<third>[^,:;]{1,60}), and with(?: [^,:;]{1,60})?|, and with (?P<fourth>[^,:;]{1,60}))$"
)
"""Both name one thing: "alive: with, and without, the drug"."""


def parted(measures: str, figures: int) -> list[tuple[str, str]]:
    """What each figure of a finding measures, and its label: "alive: A, and B" are "alive: A" and "alive: B".

    Empty where the words do not name as many things as there are figures.
    """
    times = _TIMES.search(measures)
    if times is not None:
        numbers = re.findall(r"\d+", times[1])
        if len(numbers) == figures > 1:
            spans = [f"{number} {times[2]}" for number in numbers]
            return [(measures.replace(times[0], span), span) for span in spans]
    plain = _IN_BRACKETS.sub("", measures)
    if figures == 2 and (both := _WITH_AND_WITHOUT.search(plain)):
        thing = (both["first"] or both["second"] or both["third"] or both["fourth"]).removeprefix("the ")
        labels = [thing, f"no {thing}"] if both["first"] or both["second"] else [f"no {thing}", thing]
        return [(f"{plain[: both.start()]}: {label}", label) for label in labels]
    for before in _BEFORE_LABELS:
        starts = list(before.finditer(plain))
        for between in _BETWEEN_LABELS if starts else ():
            start = starts[-1] if before is _BEFORE_LABELS[0] else starts[0]
            labels = between.split(plain[start.end() + 1 :])
            if len(labels) == figures > 1 and not any(label.startswith("with") for label in labels):
                # "With, and without, the drug": both name the drug.
                return [(f"{plain[: start.end()]} {label}", label) for label in labels]
    return []


def by_figure(finding: Evidence) -> list[Evidence]:
    """A finding as one piece of evidence for each of its figures, where it says what each is of; else as it is."""
    parts = parted(finding.measures, len(finding.figures))
    labels = [label for _, label in parts]
    return [
        dataclasses.replace(
            finding,
            figures=(figure,),
            measures=measures,
            context=f"{finding.measures}; {finding.context}",
            label=label,
            others=tuple(other for other in labels if other != label),
        )
        for figure, (measures, label) in zip(finding.figures, parts, strict=False)
    ] or [finding]


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


_YEAR = re.compile(r"\b(?:year|date) (?:of|in|when|that)\b")
"""Measures a date: a year that a source prints bears out no count."""
_RATIO_MEASURED = re.compile(
    r"\b(?:hazard|odds|risk|rate) ratio\b|\brelative risk\b|\bp[ -]values?\b|\bcorrelation\b", re.IGNORECASE
)


def points(evidence: Evidence) -> Iterable[tuple[str, Quantity]]:
    """The quantities that a finding gives, each with the figure that says it; dates and ratios are no shares."""
    is_year, is_ratio = bool(_YEAR.search(evidence.measures)), bool(_RATIO_MEASURED.search(evidence.measures))
    for figure in evidence.figures:
        for quantity in quantities(figure):
            if is_year and 1900 <= quantity.low <= 2099:
                continue
            if is_ratio and quantity.unit == "percent" and "%" not in figure and quantity.of is None:
                # 0.58 is a ratio here, and not 58 percent.
                continue
            yield figure, quantity


def people_counted(evidence: Evidence) -> Iterable[tuple[str, Quantity, bool]]:
    """The numbers of people that a finding gives, and whether each counts only those to whom something happened."""
    if evidence.n is not None:
        number = Decimal(evidence.n)
        yield f"n = {evidence.n}", Quantity(number, number, "", Decimal(1)), False
    for figure, quantity in points(evidence):
        for counted, is_part in ((quantity.count, True), (quantity.of, False)):
            if counted is not None:
                yield figure, Quantity(counted, counted, "", Decimal(1)), is_part


def people(evidence: Evidence) -> Iterable[tuple[str, Quantity]]:
    """The numbers of people that a finding gives, and its figures without a unit, which may be such numbers."""
    yield from ((figure, quantity) for figure, quantity, _ in people_counted(evidence))
    yield from ((figure, quantity) for figure, quantity in points(evidence) if quantity.unit == "")


_PLUS_MINUS = re.compile(r"(?<![\d.·])(\d++(?:[.·]\d++)?) ?%? ?(?:±|\+/-|\+-) ?(\d+(?:[.·]\d+)?)")
_BOUNDS = re.compile(r"#(?: ?%)? ?(?:-|to|,|and) ?#")


def margins(figure: str) -> list[tuple[Decimal, Decimal]]:
    """The values of a figure that are printed with a margin ("48.9 ± 1.2%"), with their margins."""
    return [(Decimal(a.replace("·", ".")), Decimal(b.replace("·", "."))) for a, b in _PLUS_MINUS.findall(figure)]


def _bounds(text: str) -> Iterable[tuple[Decimal, Decimal]]:
    """The pairs of numbers in a text that are the two ends of something."""
    read = shape(text)
    for match in _BOUNDS.finditer(read.text):
        first = read.within(match.start(), match.end())[0]
        yield read.numbers[first].value, read.numbers[first + 1].value


def intervals(evidence: Evidence) -> Iterable[tuple[str, tuple[Decimal, Decimal]]]:
    """The intervals that a finding gives for its figures: bounds, or a value and its margin."""
    yield from ((evidence.interval, bounds) for bounds in _bounds(evidence.interval))
    for figure in evidence.figures:
        for given, margin in margins(figure):
            yield figure, (given - margin, given + margin)
        for interval in INTERVAL.findall(figure):
            yield from ((figure, bounds) for bounds in _bounds(interval))


PEOPLE_COUNTED = "people"
"""Stands in place of a unit of time for a number of people, or of what happened to them."""
_NAMES_NUMBER = re.compile(r"\b(?:grade|phase|stage|type|cycle|part|per|out of) $")
_PEOPLE_AFTER = re.compile(rf" (?:[a-z-]+ ){{0,2}}{PEOPLE}\b")
_UNIT_IN_CONTEXT = re.compile(r"[ -](years?|months?|weeks?|days?|hours?)\b")


@functools.lru_cache(maxsize=4096)
def numbers_in(context: str) -> tuple[tuple[Decimal, str], ...]:
    """The numbers that a record's own words hold, with their unit: of time, or people; the first of a range shares the last's."""
    read = shape(context)
    found = []
    unit = ""
    for index in range(len(read.numbers) - 1, -1, -1):
        after = read.text[read.starts[index] + 1 : read.starts[index] + 12]
        if _NAMES_NUMBER.search(read.text[max(0, read.starts[index] - 12) : read.starts[index]]):
            # "Grade 3 infections" counts none, and neither does "per 100 person-years".
            continue
        match = _UNIT_IN_CONTEXT.match(after)
        if match:
            unit = match[1].rstrip("s")
        elif _PEOPLE_AFTER.match(read.text[read.starts[index] + 1 : read.starts[index] + 60]):
            unit = PEOPLE_COUNTED
        elif unit == PEOPLE_COUNTED or not re.match(r" ?(?:-|to|and|or|,) ?#", after):
            unit = ""
        found.append((read.numbers[index].value, unit))
    return tuple(found)
