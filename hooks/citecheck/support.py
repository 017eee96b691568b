"""Does a cited source give the figure that the sentence prints?"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from citecheck.ages import ages
from citecheck.closeness import AVERAGE_DAYS, MONTHS, ROUND_WHOLES, around, close, hedge, same
from citecheck.evidence import Evidence, Match, numbers_in
from citecheck.figures import Quantity
from citecheck.frames import frames_of
from citecheck.given import given
from citecheck.numbers import shape
from citecheck.statistics import Statistic

_AGES_IN_WORDS = frozenset(("of-life", "in-the-third-decade", "in-their-fifties"))
"""Forms that tell an age in words, in which the record may tell it too."""
_CONTEXT_KINDS = frozenset(("threshold", "time", "count", "other"))


def _tells_age(told: str, statistic: Statistic) -> bool:
    """Whether a record tells the same age in words, or as "50s" for the fifties."""
    if statistic.form not in _AGES_IN_WORDS:
        return False
    ends = (statistic.low, statistic.high and statistic.high - 9)
    return statistic.text.lower() in told.lower() or (
        statistic.form == "in-their-fifties" and all(f"{end:f}s" in told for end in ends if end is not None)
    )


def _as_context(
    statistic: Statistic, statistics: Sequence[Statistic], found: Sequence[Match | None], everything: Sequence[Evidence]
) -> Match | None:
    """An age, a span of time or a number of people that the record's own words hold."""
    if statistic.kind not in _CONTEXT_KINDS or statistic.unit not in ("", "count", *AVERAGE_DAYS):
        return None
    if _is_bare(statistic):
        return None

    def agrees(number: tuple[Decimal, str], wanted: Decimal) -> bool:
        given, unit = number
        if statistic.unit in AVERAGE_DAYS and unit:
            return abs(given * AVERAGE_DAYS[unit] - wanted * AVERAGE_DAYS[statistic.unit]) < Decimal("0.03")
        # "aged 15 to 55" and "15-55 years" are the same; "15 people" and "15 years" are not.
        return given == wanted and (not unit or statistic.kind == "threshold" and unit == "year")

    # What the sentence says of whom and when belongs to the finding whose share it gives.
    used = [match.evidence for match in found if match is not None]
    for evidence in (*used, *everything):
        told = f"{evidence.measures}; {evidence.clock}; {evidence.context}"
        # An interval may say how long people were followed; its bounds are no figures of their own.
        numbers = [*numbers_in(told), *(number for number in numbers_in(evidence.interval) if number[1])]
        if _tells_age(told, statistic) or all(
            any(agrees(number, wanted) for number in numbers)
            for wanted in (statistic.low, statistic.high)
            if wanted is not None
        ):
            return Match(evidence, "")
    return None


_NO_UNIT = r"(?![.,]?\d| ?%| (?:years|months|weeks|days)\b)"


def _as_part_of_it(
    statistic: Statistic, statistics: Sequence[Statistic], found: Sequence[Match | None], everything: Sequence[Evidence]
) -> Match | None:
    """A number in what a finding measures, of which the sentence gives the figure.

    "Under 30: 21%" for 21% of those under 30, "lost 5% of their weight: 86%" for 86% who lost so much.
    """
    if statistic.low is None or not (_is_bare(statistic) or statistic.kind == "percent"):
        return None
    behind = " ?%" if statistic.kind == "percent" else _NO_UNIT
    for match in found:
        if match is None or match.given is None:
            continue
        told = f"{match.evidence.measures}; {match.evidence.context}"
        ends = {end for bounds in ages(told.lower()) for end in bounds}
        if all(
            re.search(rf"(?<![\d.,]){wanted.normalize():f}{behind}", told) or not statistic.unit and wanted in ends
            for wanted in (statistic.low, statistic.high)
            if wanted is not None
        ):
            return Match(match.evidence, "")
    return None


def _is_frame_of(statistic: Statistic, matches: Iterable[Match | None]) -> bool:
    """Whether a span of time only says when another figure of the sentence was taken, as its finding has it."""
    if statistic.kind != "time" or statistic.low is None or statistic.unit not in MONTHS:
        return False
    spans = {value * MONTHS[statistic.unit] for value in (statistic.low, statistic.high) if value is not None}
    borne = [match for match in matches if match is not None and match.figure]
    return any(spans & frames_of(match.evidence) for match in borne)


def bears_out(sentence: str, statistics: Sequence[Statistic], everything: Sequence[Evidence]) -> list[Match | None]:
    """For each statistic of a sentence the finding that gives its figure, or None.

    The sentence may round, hedge, convert units and give the complement of a figure that it gives itself. A number of
    people bears out a number of people only, never a percent; an interval's bounds bear out an interval only. A share
    that is said twice ("13 out of 100 (13%)") is borne out only where both say the same.
    """
    shares = [statistic for statistic in statistics if _is_percent(statistic)]
    # A bare number is a share only among shares.
    among_shares = any(statistic.unit == "percent" for statistic in statistics)
    found = [
        None if _must_complement(sentence, statistic, shares) else given(sentence, statistic, everything, among_shares)
        for statistic in statistics
    ]
    for settle in (_as_frame, _as_context, _as_part_of_it, _as_half, _as_complement, _as_told_negative):
        for index, statistic in enumerate(statistics):
            if found[index] is not None or statistic.low is None:
                continue
            if settle is _as_told_negative and not _must_complement(sentence, statistic, shares):
                continue
            found[index] = settle(statistic, statistics, found, everything)
    for index, statistic in enumerate(statistics):
        if found[index] is None:
            found[index] = _as_ratio(sentence, statistic, statistics, found) or _as_reduction(
                sentence, statistic, statistics, found
            )
    for one, other in said_twice(sentence, statistics):
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
    if statistic.kind != "share" and statistic.count != 1 and hedged in ("", "about", "close-to"):
        # In figures, the one is the other or the other rounded.
        return again.low == again.high and same(statistic.low, statistic.step, again.low)
    return close(statistic, hedged, statistic.low, Quantity(again.low, again.high, "percent", again.step))


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
        if unit == same_unit and close(asked, hedged, printed, Quantity(one / other, one / other, "times", asked.step)):
            return Match(match.evidence, "")
    return None


_LESS_BY = re.compile(
    r"\b(?:cut|cuts|reduc\w+|lower\w*|fell|falls?|dropp?\w*|decreas\w+)\b[^.;]*\bby (?:about |around |nearly |more than |almost )?$"
)


def _as_reduction(
    sentence: str, statistic: Statistic, statistics: Sequence[Statistic], found: Sequence[Match | None]
) -> Match | None:
    """What a ratio that the sentence gives itself takes away: "lower by 29% (hazard ratio 0.71)"."""
    if statistic.low is None or statistic.low != statistic.high or statistic.unit != "percent":
        return None
    before = around(sentence, statistic)[0]
    if statistic.form != "cut-by" and not _LESS_BY.search(before):
        return None
    hedged = hedge(sentence, statistic) or next(
        (name for name, words in (("about", "about"), ("more", "more than")) if words in statistic.text), ""
    )
    for other, match in zip(statistics, found, strict=True):
        if match is None or other.kind != "effect" or other.low is None or not 0 < other.low < 1:
            continue
        less = 100 * (1 - other.low)
        if close(statistic, hedged, statistic.low, Quantity(less, less, "percent", Decimal(1))):
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
    # The time by which half had died, before how many they were.
    for match in sorted(filter(None, found), key=lambda match: match.given is None):
        said = f"{match.evidence.measures} {match.evidence.clock} {match.evidence.interval}"
        if re.search(r"\b(?:half|median)\b", said):
            return Match(match.evidence, match.figure)
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


def said_twice(sentence: str, statistics: Sequence[Statistic]) -> Iterable[tuple[int, int]]:
    """Pairs of statistics that say one share in two ways: in words, then as a percent in brackets."""
    # Where the sentence speaks "out of 100", a number before a percent in brackets is a share as well.
    in_words = any(statistic.of in ROUND_WHOLES for statistic in statistics)
    for index in range(len(statistics) - 1):
        first, second = statistics[index], statistics[index + 1]
        if first.form == "cut-by" or first.kind == "change":
            # "Fell by a fifth (6.5% against 8.0%)": the percent is what it fell to.
            continue
        share = first.unit == "percent" or in_words and first.form == "paired-percent"
        in_figures = first.kind == "percent" and second.kind == "percent"
        if in_figures and not sentence[second.end :].startswith(")"):
            # "60% (7% severe)" are two shares.
            continue
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
    before, after = around(sentence, statistic)
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
    return given("", statistic, negative) if negative else None


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
