"""Does a cited source give the figure that the sentence prints?"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from citecheck.ages import ages, are_opposite
from citecheck.clauses import nearest
from citecheck.closeness import AVERAGE_DAYS, MONTHS, ROUND_WHOLES, around, close, hedge, same
from citecheck.evidence import PEOPLE_COUNTED, Evidence, Match, numbers_in
from citecheck.figures import Quantity
from citecheck.frames import frames_of
from citecheck.given import given
from citecheck.numbers import shape
from citecheck.outcomes import are_other_outcomes, is_rest, outcome_around, outcome_measured
from citecheck.statistics import Statistic
from citecheck.subject import is_of_others, is_subject_of, subject_of


@dataclasses.dataclass(frozen=True)
class _Said:
    """A sentence, its statistics, what has been found for each so far, and the findings of its sources."""

    sentence: str
    statistics: Sequence[Statistic]
    found: list[Match | None]
    everything: Sequence[Evidence]

    def borne(self) -> Iterator[tuple[Statistic, Match]]:
        """The statistics for which something has been found, with what was."""
        return (
            (statistic, match)
            for statistic, match in zip(self.statistics, self.found, strict=True)
            if match is not None
        )


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
    said = _Said(sentence, statistics, found, everything)
    for settle in (_as_frame, _as_context, _as_part_of_it, _as_half, _as_complement, _as_ratio, _as_reduction):
        for index, statistic in enumerate(statistics):
            if found[index] is None and statistic.low is not None:
                found[index] = settle(statistic, said)
    for one, other in said_twice(sentence, statistics):
        if found[other] is None and statistics[one].low == statistics[other].low:
            # "Below 1 out of 100 (1%)": the percent is hedged by the words before it.
            found[other] = found[one]
        is_limit = any(match and match.given and match.given.bound for match in (found[one], found[other]))
        if not _says_the_same(sentence, statistics[one], statistics[other], is_limit):
            found[one] = found[other] = None
    return found


# ------------------------------------------------------------------ what other figures of the sentence bear out
def _as_frame(statistic: Statistic, said: _Said) -> Match | None:
    """A span of time that says when another figure of the sentence was taken, as its finding has it."""
    if statistic.kind != "time" or statistic.unit not in MONTHS:
        return None
    spans = {value * MONTHS[statistic.unit] for value in (statistic.low, statistic.high) if value is not None}
    for _, match in said.borne():
        if match.figure and spans & frames_of(match.evidence):
            return Match(match.evidence, "")
    return None


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


def _with_its_words(statistic: Statistic, said: _Said) -> str:
    """A number with the words beside it: "under 55" is not "over 55"."""
    return said.sentence[max(0, statistic.start - 40) : statistic.end + 24]


def _as_context(statistic: Statistic, said: _Said) -> Match | None:
    """An age, a span of time or a number of people that the record's own words hold."""
    if statistic.kind not in _CONTEXT_KINDS or statistic.unit not in ("", "count", *AVERAGE_DAYS):
        return None
    if statistic.is_bare:
        return None

    def agrees(number: tuple[Decimal, str], wanted: Decimal, ends: Collection[Decimal]) -> bool:
        value, unit = number
        if statistic.unit in AVERAGE_DAYS and unit in AVERAGE_DAYS:
            return abs(value * AVERAGE_DAYS[unit] - wanted * AVERAGE_DAYS[statistic.unit]) < Decimal("0.03")
        if value != wanted:
            return False
        if statistic.kind == "count":
            # Nobody counts 2004 people in "treated 1993-2004", nor 55 in "aged 15 to 55".
            return unit == PEOPLE_COUNTED or not unit and not 1900 <= value <= 2099 and value not in ends
        # "aged 15 to 55" and "15-55 years" are the same; "15 people" and "15 years" are not.
        return unit in ("", PEOPLE_COUNTED) or statistic.kind == "threshold" and unit == "year"

    near = _with_its_words(statistic, said)
    # What the sentence says of whom and when belongs to the finding whose share it gives.
    used = [match.evidence for _, match in said.borne()]
    for evidence in (*used, *said.everything):
        told = f"{evidence.measures}; {evidence.clock}; {evidence.context}"
        if statistic.kind == "threshold" and are_opposite(near, told):
            continue
        ends = {end for bounds in ages(told.lower()) for end in bounds}
        # An interval may say how long people were followed; its bounds are no figures of their own.
        numbers = [*numbers_in(told), *(number for number in numbers_in(evidence.interval) if number[1])]
        if _tells_age(told, statistic) or all(
            any(agrees(number, wanted, ends) for number in numbers)
            for wanted in (statistic.low, statistic.high)
            if wanted is not None
        ):
            return Match(evidence, "")
    return None


_NO_UNIT = r"(?![.,]?\d| ?%| (?:years|months|weeks|days)\b)"


def _as_part_of_it(statistic: Statistic, said: _Said) -> Match | None:
    """A number in what a finding measures, of which the sentence gives the figure.

    "Under 30: 21%" for 21% of those under 30, "lost 5% of their weight: 86%" for 86% who lost so much.
    """
    if not (statistic.is_bare or statistic.kind == "percent"):
        return None
    near = _with_its_words(statistic, said)
    behind = " ?%" if statistic.kind == "percent" else _NO_UNIT
    for _, match in said.borne():
        told = f"{match.evidence.measures}; {match.evidence.context}"
        if match.given is None or are_opposite(near, told):
            continue
        ends = {end for bounds in ages(told.lower()) for end in bounds}
        if all(
            re.search(rf"(?<![\d.,]){wanted.normalize():f}{behind}", told) or not statistic.unit and wanted in ends
            for wanted in (statistic.low, statistic.high)
            if wanted is not None
        ):
            # "5% died" is a share of its own.
            is_share = statistic.kind == "percent" and outcome_around(nearest(said.sentence, statistic)[:2])
            return None if is_share else Match(match.evidence, "")
    return None


def _as_half(statistic: Statistic, said: _Said) -> Match | None:
    """ "Half lived longer than 7.7 months" is a median in words."""
    if statistic.kind != "share" or statistic.low != 50 or hedge(said.sentence, statistic):
        return None
    subject = subject_of(said.sentence, statistic)
    for other, match in said.borne():
        is_time = match.given is not None and match.given.unit in ("", *AVERAGE_DAYS)
        if (
            is_time
            and re.search(r"\b(?:half|median)\b", match.evidence.measures)
            and is_subject_of(match.evidence, subject, other)
        ):
            return Match(match.evidence, match.figure)
    return None


def _as_complement(statistic: Statistic, said: _Said) -> Match | None:
    """The rest of a share that the sentence gives itself: 87 that did not, beside 13 that did."""
    low, high = statistic.low, statistic.high
    if low is None or high is None or not _is_percent(statistic):
        return None
    if statistic.kind == "count" and not any(other.of == 100 for other in said.statistics):
        # "60 children; 40% relapsed"
        return None
    for other, match in said.borne():
        if not match.figure or other.low is None or other.high is None or not _is_percent(other):
            continue
        # Of a range the rest is a range: 76 to 93 beside 7 to 24.
        if low + other.high != 100 or high + other.low != 100:
            continue
        if hedge(said.sentence, statistic) not in ("", "about", "close-to"):
            continue
        subject = subject_of(said.sentence, statistic)
        own = outcome_around(subject.nearest[:2])
        if is_rest(own, outcome_measured(match.evidence.measures)) and not is_of_others(subject, match.evidence):
            return Match(match.evidence, "")
    return None


def _as_ratio(statistic: Statistic, said: _Said) -> Match | None:
    """A ratio of two figures that the sentence gives itself: "twice as many: 34% against 17%"."""
    if statistic.low is None or statistic.kind != "ratio" or statistic.unit != "times" and statistic.form != "cut-by":
        return None
    printed = statistic.low if statistic.unit == "times" else statistic.low / 100
    asked = dataclasses.replace(statistic, unit="times", step=printed / 5)
    hedged = hedge(said.sentence, statistic)
    ends = [
        (end, other, match)
        for other, match in said.borne()
        if match.figure and other.kind not in ("interval", "threshold")
        for end in dict.fromkeys((other.low, other.high))
        if end
    ]
    for (one, first, match), (two, last, _) in itertools.combinations(ends, 2):
        if first.unit != last.unit:
            continue
        # "Doubled from 10% to 20%"; "17%, twice as many (34%) without"; else the first is so many times the second.
        between = first.start < statistic.start < last.start
        rises = first is last or between or _FROM_TO.search(said.sentence) is not None
        for ratio in ([two / one] if rises else []) + ([one / two] if between or not rises else []):
            if close(asked, hedged, printed, Quantity(ratio, ratio, "times", asked.step)):
                return Match(match.evidence, "")
    return None


_FROM_TO = re.compile(r"\bfrom\b[^.;]{0,40}\bto\b")
_LESS_BY = re.compile(
    r"\b(?:cut|cuts|reduc\w+|lower\w*|fell|falls?|dropp?\w*|decreas\w+)\b[^.;]{0,80}\bby (?:about |around |nearly |more than |almost )?$"
)


def _as_reduction(statistic: Statistic, said: _Said) -> Match | None:
    """What a ratio that the sentence gives itself takes away: "lower by 29% (hazard ratio 0.71)"."""
    if statistic.low is None or statistic.low != statistic.high or statistic.unit != "percent":
        return None
    if statistic.form != "cut-by" and not _LESS_BY.search(around(said.sentence, statistic)[0]):
        return None
    hedged = hedge(said.sentence, statistic) or next(
        (name for name, words in (("about", "about"), ("more", "more than")) if words in statistic.text), ""
    )
    outcome = subject_of(said.sentence, statistic).outcome
    for other, match in said.borne():
        if other.kind != "effect" or other.low is None or not 0 < other.low < 1:
            continue
        # Of a ratio the outcome may be told either way: a risk of death, or survival.
        if are_other_outcomes(outcome, outcome_measured(match.evidence.measures), either_way=True):
            continue
        less = 100 * (1 - other.low)
        if close(statistic, hedged, statistic.low, Quantity(less, less, "percent", Decimal(1))):
            return Match(match.evidence, "")
    return None


# ------------------------------------------------------------------ one share said in two ways
def _says_the_same(sentence: str, statistic: Statistic, again: Statistic, is_limit: bool) -> bool:
    """Whether a share in words is the percent in brackets behind it: "fewer than half (47%)", but not "13 (31%)"."""
    hedged = hedge(sentence, statistic)
    if (statistic.low, statistic.high) == (again.low, again.high):
        # "More than half" is not 50%, unless the source gives the limit: "> 50%".
        return is_limit or hedged in ("", "about", "close-to", "at-least", "up-to")
    if statistic.low is None or statistic.low != statistic.high or again.low is None or again.high is None:
        return False
    if statistic.kind != "share" and statistic.count != 1 and hedged in ("", "about", "close-to"):
        # In figures, the one is the other or the other rounded.
        return again.low == again.high and same(statistic.low, statistic.step, again.low)
    return close(statistic, hedged, statistic.low, Quantity(again.low, again.high, "percent", again.step))


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


def _is_percent(statistic: Statistic) -> bool:
    """Whether a statistic is a share of a hundred, or may be one: a bare number among shares."""
    return statistic.unit == "percent" or (
        statistic.unit in ("", "count")
        and statistic.kind in ("other", "count")
        and statistic.low is not None
        and statistic.low <= 100
    )
