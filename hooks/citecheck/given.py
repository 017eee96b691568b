"""Which finding gives this one figure, and of the same people, time and outcome?"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from citecheck.closeness import MEASURES, ROUND_WHOLES, around, close, converted, hedge, same
from citecheck.direction import goes_the_wrong_way
from citecheck.evidence import Evidence, Match, intervals, margins, people, people_counted, points
from citecheck.figures import Quantity
from citecheck.labels import tells_of_another
from citecheck.outcomes import outcome_around, tells_of_events
from citecheck.statistics import Statistic
from citecheck.subject import Subject, agreements, are_of_two, is_subject_of, subject_of
from citecheck.vocabulary import PEOPLE

_NONE_TOLD = re.compile(
    r"\b(?:none|nobody|no one|never)\b|\bno [a-z]+(?: [a-z]+)? (?:died|had|was|were|relapsed|needed)\b"
)
# In small letters: ALL is the disease.
_ALL_TOLD = re.compile(r"\b(?:all|every|each|both|everyone)\b|(?:^|; )(?:All|Every|Each|Both|Everyone)\b")
_MEASURES_PEOPLE = re.compile(rf"\b{PEOPLE}\b|\bn\b")
_MARGIN_BEFORE = re.compile(r"(?:give or take|plus or minus|±|\+/-) ?(?:about )?$")
_MARGIN_WORDS = re.compile(r"\b(?:give or take|plus or minus|margins?)\b|±")


@dataclasses.dataclass(frozen=True)
class _Asked:
    """One statistic of a sentence, and the findings that may give it."""

    sentence: str
    statistic: Statistic
    everything: Sequence[Evidence]
    among_shares: bool

    @functools.cached_property
    def subject(self) -> Subject:
        return subject_of(self.sentence, self.statistic)

    @functools.cached_property
    def around(self) -> tuple[str, str]:
        return around(self.sentence, self.statistic)

    @functools.cached_property
    def hedged(self) -> str:
        # "over 60" is the cut-off itself, not a hedge of 60.
        return "" if self.statistic.kind == "threshold" else hedge(self.sentence, self.statistic)

    @functools.cached_property
    def is_from(self) -> bool:
        """Whether a range tells a fall or a rise: "from 58% to 71%"."""
        return bool(re.search(r"\bfrom (?:about )?$", self.around[0]))

    def is_about(self, evidence: Evidence) -> bool:
        return is_subject_of(evidence, self.subject, self.statistic)

    def best(self, matches: Iterable[Match]) -> Match | None:
        """Of findings that print the figure the one that says most of what the sentence says, the first of equals."""
        about = [match for match in matches if self.is_about(match.evidence)]
        if len(about) < 2:
            return about[0] if about else None
        return max(about, key=lambda match: agreements(match.evidence, self.subject))

    def points(self) -> Iterator[tuple[Evidence, str, Quantity]]:
        return ((evidence, figure, quantity) for evidence in self.everything for figure, quantity in points(evidence))


def given(
    sentence: str, statistic: Statistic, everything: Sequence[Evidence], among_shares: bool = True
) -> Match | None:
    """The finding that gives a statistic's figure, or None.

    Args:
        sentence: the sentence in which it stands.
        statistic: the statistic.
        everything: the findings of the cited sources.
        among_shares: whether a number without a word may be a share, for others of the sentence are.
    """
    asked = _Asked(sentence, statistic, everything, among_shares)
    if statistic.low is None or statistic.high is None:
        return _without_number(asked)
    if any(slips(asked) for slips in (_counts_fewer, _falls, _is_too_many, _is_range_of_people, _hedges_a_range)):
        return None
    for way in (_count_of, _part_and_whole, _value, _range, _number_of_people, _interval, _margin, _two_ends):
        if (match := way(asked)) is not None:
            return match
    return None


# ------------------------------------------------------------------ what no finding can bear out
def _counts_fewer(asked: _Asked) -> bool:
    """ "All 38" of whom the source says that it was fewer."""
    return asked.statistic.form == "all-of" and any(
        quantity.of == asked.statistic.low and quantity.count is not None and quantity.count < quantity.of
        for evidence, _, quantity in asked.points()
        if quantity.of is not None and asked.is_about(evidence)
    )


def _falls(asked: _Asked) -> bool:
    """A range that falls is a slip, unless something fell "from 20% to 10%"; and what rises must not fall."""
    low, high = asked.statistic.low, asked.statistic.high
    if low != high:
        backwards = low is not None and high is not None and low > high and not asked.is_from
        return backwards or goes_the_wrong_way(asked.subject.nearest, asked.statistic)
    return asked.statistic.kind == "effect" and goes_the_wrong_way(asked.subject.nearest, asked.statistic)


def _is_too_many(asked: _Asked) -> bool:
    """More people than there were."""
    statistic = asked.statistic
    return statistic.of is not None and statistic.count is not None and statistic.count > statistic.of


def _is_range_of_people(asked: _Asked) -> bool:
    """A range of people out of a number that is no way of speaking: both would have to be counts of the source."""
    statistic = asked.statistic
    is_range = statistic.low != statistic.high and statistic.unit == "percent"
    return is_range and statistic.of is not None and statistic.of not in ROUND_WHOLES


def _hedges_a_range(asked: _Asked) -> bool:
    """A range that is said to be passed or not reached: "more than 10 to 20%"."""
    return asked.statistic.low != asked.statistic.high and asked.hedged not in ("", "about", "close-to", "up-to")


# ------------------------------------------------------------------ ways in which a finding gives a figure
def _without_number(asked: _Asked) -> Match | None:
    """What bears out a statistic that names no number: a majority, nobody, everybody, an age in words."""
    statistic = asked.statistic
    if statistic.kind == "share":
        fits = _is_least if "minority" in statistic.text.lower() else _is_most
        return asked.best(Match(evidence, figure) for evidence, figure, quantity in asked.points() if fits(quantity))
    if statistic.counts:
        wanted = 0 if statistic.counts == "nobody" else 100
        units = ("percent",) if wanted else ("percent", "count", "")
        told = _ALL_TOLD if wanted else _NONE_TOLD
        return asked.best(
            Match(evidence, figure)
            for evidence, figure, quantity in asked.points()
            if quantity.low == quantity.high == wanted and quantity.unit in units
        ) or asked.best(
            Match(evidence, "")
            for evidence in asked.everything
            if told.search(f"{evidence.measures}; {evidence.context}")
        )
    words = statistic.text.lower()
    return asked.best(
        Match(evidence, "")
        for evidence in asked.everything
        if words in f"{' '.join(evidence.figures)} {evidence.measures} {evidence.context}".lower()
    )


def _is_most(quantity: Quantity) -> bool:
    return quantity.unit == "percent" and quantity.low > 50 and quantity.bound != "<"


def _is_least(quantity: Quantity) -> bool:
    return quantity.unit == "percent" and quantity.high < 50 and quantity.bound != ">"


def _is_count_of(statistic: Statistic) -> bool:
    """Whether a statistic is so many out of so many."""
    counted = statistic.of is not None and statistic.count is not None and statistic.unit == "percent"
    return counted and statistic.low == statistic.high


def _count_of(asked: _Asked) -> Match | None:
    """The same number out of the same whole."""
    if not _is_count_of(asked.statistic):
        return None
    return asked.best(
        Match(evidence, figure)
        for evidence, figure, quantity in asked.points()
        if quantity.count == asked.statistic.count and quantity.of == asked.statistic.of
    )


def _part_and_whole(asked: _Asked) -> Match | None:
    """A number of people, out of the number of people of its finding."""
    statistic = asked.statistic
    if not _is_part_of_people(statistic):
        return None
    return asked.best(
        Match(evidence, figure)
        for evidence, figure, quantity in asked.points()
        if quantity.unit == ""
        and quantity.low == quantity.high == statistic.count
        and statistic.of in _wholes(asked, evidence)
    )


def _wholes(asked: _Asked, evidence: Evidence) -> set[Decimal]:
    """How many people the source of a finding studied, by its own count and by those of its other findings."""
    others = [other for other in asked.everything if other.source == evidence.source]
    return {Decimal(other.n) for other in others if other.n is not None} | {
        quantity.low
        for other in others
        if _MEASURES_PEOPLE.search(other.measures.lower())
        for _, quantity in points(other)
        if quantity.unit == ""
    }


def _is_part_of_people(statistic: Statistic) -> bool:
    """Whether a statistic counts some of a number of people, and is no way of speaking, as "2 in 10" is."""
    return _is_count_of(statistic) and statistic.of not in ROUND_WHOLES and statistic.count != 1


def _value(asked: _Asked) -> Match | None:
    """The same value, hedged, rounded or in another unit."""
    statistic, low = asked.statistic, asked.statistic.low
    if low is None or low != statistic.high:
        return None
    if _is_part_of_people(statistic) and not _is_of_people(asked):
        # The whole is no number of people of the source.
        return None
    exact, near = [], []
    for evidence, figure, quantity, same_unit in _comparable(asked):
        if not close(statistic, asked.hedged, low, same_unit):
            continue
        match = Match(evidence, figure, quantity, asked.hedged)
        near.append(match)
        # "About 50%" is 49.5% before it is 48.9%.
        is_point = not same_unit.bound and same_unit.low == same_unit.high
        if asked.hedged in ("", "about") and is_point and same(low, statistic.step, same_unit.low):
            exact.append(match)
    return asked.best(exact) or asked.best(near)


def _is_of_people(asked: _Asked) -> bool:
    """Whether the source gives the whole of which a statistic counts a part."""
    return any(quantity.low == asked.statistic.of for evidence in asked.everything for _, quantity in people(evidence))


def _comparable(asked: _Asked) -> Iterator[tuple[Evidence, str, Quantity, Quantity]]:
    """The quantities of the findings that can be compared with the statistic, also in its unit."""
    statistic, after = asked.statistic, asked.around[1]
    for evidence, figure, quantity in asked.points():
        if quantity.unit in MEASURES and not after.startswith((quantity.unit, f" {quantity.unit}")):
            continue
        same_unit = converted(statistic, quantity, evidence)
        if same_unit is None or statistic.is_bare and same_unit.unit == "percent" and not asked.among_shares:
            continue
        yield evidence, figure, quantity, same_unit


def _range(asked: _Asked) -> Match | None:
    """The same range."""
    statistic, low, high = asked.statistic, asked.statistic.low, asked.statistic.high
    if low is None or high is None or low == high:
        return None

    def is_same(quantity: Quantity) -> bool:
        if quantity.low == quantity.high:
            return False
        if statistic.form == "share-between":
            return abs(low - quantity.low) <= 1 and abs(high - quantity.high) <= 1
        return same(low, statistic.step, quantity.low) and same(high, statistic.step, quantity.high)

    return asked.best(
        Match(evidence, figure, quantity, asked.hedged)
        for evidence, figure, quantity, same_unit in _comparable(asked)
        if is_same(same_unit)
    )


def _number_of_people(asked: _Asked) -> Match | None:
    """How many people were studied, or of how many something was found."""
    statistic, low = asked.statistic, asked.statistic.low
    if low is None or low != statistic.high:
        return None
    if statistic.kind not in ("count", "other", "") or statistic.unit not in ("count", ""):
        return None
    # Those who were studied are not those who died or relapsed.
    of_all = not tells_of_events(outcome_around(asked.subject.nearest[:2]))
    for evidence in asked.everything:
        for figure, number, is_part in people_counted(evidence):
            if close(statistic, asked.hedged, low, number) and (asked.is_about(evidence) if is_part else of_all):
                return Match(evidence, figure)
    return None


def _interval(asked: _Asked) -> Match | None:
    """The bounds of an interval."""
    statistic, low, high = asked.statistic, asked.statistic.low, asked.statistic.high
    if low is None or high is None or low == high or not (statistic.kind == "interval" or statistic.unit == "percent"):
        return None
    return asked.best(
        Match(evidence, printed)
        for evidence in asked.everything
        for printed, (bottom, top) in intervals(evidence)
        if same(low, statistic.step, bottom) and same(high, statistic.step, top)
    )


def _margin(asked: _Asked) -> Match | None:
    """The margin of a figure."""
    statistic, low = asked.statistic, asked.statistic.low
    if low is None or not _is_margin(asked):
        return None
    return asked.best(
        Match(evidence, figure)
        for evidence in asked.everything
        for figure in evidence.figures
        if any(same(low, statistic.step, margin) for _, margin in margins(figure))
    )


def _is_margin(asked: _Asked) -> bool:
    """Whether a number is said to be the margin of a figure: "plus or minus 1 point, and 3 for T-cell ALL"."""
    statistic, before = asked.statistic, asked.around[0]
    if statistic.kind == "percent":
        return bool(_MARGIN_BEFORE.search(before))
    bare = statistic.kind in ("other", "change", "count") and statistic.low == statistic.high
    return bare and bool(_MARGIN_WORDS.search(before))


def _two_ends(asked: _Asked) -> Match | None:
    """The ends of a range, from two findings."""
    statistic, low, high = asked.statistic, asked.statistic.low, asked.statistic.high
    if low is None or high is None or low == high:
        return None

    def end(value: Decimal) -> Match | None:
        return asked.best(
            Match(evidence, figure)
            for evidence, figure, quantity in asked.points()
            if not quantity.bound
            and quantity.low == quantity.high
            and (same_unit := converted(statistic, quantity, evidence)) is not None
            and (same(value, statistic.step, same_unit.low) or same(value, statistic.step, same_unit.high))
        )

    first, last = end(low), end(high)
    if first is None or last is None:
        return None
    if not asked.is_from and are_of_two(first.evidence, last.evidence):
        # "15% to 60%", of boys here and of adults there
        return None
    # A rise "from 58% to 71%" is not said to come with what the source names beside the other figure.
    led_to = last.evidence if asked.is_from and last.evidence.others else None
    return None if led_to and tells_of_another(asked.subject.nearest, None, led_to) else first
