"""Do a sentence and a finding speak of the same: time, people, outcome, direction? Where one does not say, they may."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Set
from decimal import Decimal
from typing import NamedTuple

from citecheck.ages import are_other_ages
from citecheck.clauses import nearest, own_words
from citecheck.direction import is_change, is_reversed, measures_change
from citecheck.evidence import Evidence
from citecheck.frames import days_named, frames_measured, frames_near, since_what
from citecheck.groups import PEOPLE, are_apart, is_other_grade, sides, sides_around
from citecheck.labels import names_label, tells_of_another
from citecheck.listed import Listed, listed
from citecheck.outcomes import are_other_outcomes, outcome_around, outcome_measured, tells_of_life
from citecheck.statistics import Statistic


def _in_whom(evidence: Evidence) -> str:
    return f"{evidence.measures} {evidence.population}"


def is_for(evidence: Evidence, said: Iterable[str]) -> bool:
    """Whether a finding may be about those of whom these texts speak.

    Of each contrast the first text that names a side decides: the sentence before its tab ("Adult"), before its page.
    """
    named = (next(filter(None, each), 0) for each in zip(*(sides(text, PEOPLE) for text in said), strict=True))
    return not are_apart(named, sides(_in_whom(evidence), PEOPLE))


class Subject(NamedTuple):
    """What a sentence says around a statistic.

    Spans of time in months, days and weeks by their number, from when it counts, in whom, what happened, whether its
    own clauses tell of life or death, the texts around it, the nearest first, and the list of figures in which it stands.
    """

    frames: Set[Decimal]
    days: tuple[Set[Decimal], Set[Decimal]]
    since: Set[str]
    sides: tuple[int, ...]
    outcome: int
    is_of_life: bool
    nearest: tuple[str, ...]
    listed: Listed | None


_NO = re.compile(r"\b(?:no|zero)\b")


@functools.lru_cache(maxsize=128)
def subject_of(sentence: str, statistic: Statistic) -> Subject:
    """What a sentence speaks of where a statistic stands."""
    near = nearest(sentence, statistic)
    figures = listed(sentence, statistic)
    own = statistic.text.lower()
    # "No adults had seizures" tells of seizures.
    counted = _NO.sub("", own) if statistic.low is None else own
    told = tuple(text.replace(own, counted) for text in own_words(near))
    return Subject(
        frames_near(sentence, statistic, figures),
        days_named(sentence),
        since_what(sentence),
        tuple(sides_around(near, figures)),
        outcome_around(told, figures),
        tells_of_life(outcome_around(told[:2])),
        near,
        figures,
    )


def agreements(evidence: Evidence, subject: Subject) -> int:
    """On how many points a finding says what a sentence says: in whom, what happened, when, whose figure."""
    return (
        sum(bool(ours & theirs) for ours, theirs in zip(subject.sides, sides(_in_whom(evidence)), strict=True))
        + bool(subject.outcome & outcome_measured(evidence.measures))
        + bool(subject.frames & frames_measured(evidence))
        + (bool(evidence.others) and names_label(subject.nearest, evidence))
    )


def are_of_two(one: Evidence, other: Evidence) -> bool:
    """Whether two findings are about different people or different times."""
    if are_apart(sides(_in_whom(one)), sides(_in_whom(other))):
        return True
    frames, others = frames_measured(one), frames_measured(other)
    return bool(frames and others) and not frames & others


def is_of_others(subject: Subject, evidence: Evidence) -> bool:
    """Whether a finding is about other people than those of whom the sentence speaks, or gives another's figure."""
    return _is_in_others(subject, evidence) or _is_of_another_label(subject, evidence)


def _is_in_others(subject: Subject, evidence: Evidence) -> bool:
    return are_apart(subject.sides, sides(_in_whom(evidence)))


def _is_of_another_label(subject: Subject, evidence: Evidence) -> bool:
    return bool(evidence.others) and tells_of_another(subject.nearest, subject.listed, evidence)


def is_subject_of(evidence: Evidence, subject: Subject, statistic: Statistic) -> bool:
    """Whether a finding may be about what a sentence speaks of. Time frames matter for shares only."""
    if _is_in_others(subject, evidence):
        return False
    if is_other_grade(subject.nearest[:2], evidence.measures) or are_other_ages(
        own_words(subject.nearest), _in_whom(evidence)
    ):
        return False
    # Of a ratio the outcome may be told either way.
    is_time = statistic.kind in ("median", "time") and statistic.unit not in ("percent", "count")
    if is_time or statistic.unit in ("percent", "count") or statistic.kind == "share":
        measured = outcome_measured(evidence.measures)
        if are_other_outcomes(subject.outcome, measured, is_time):
            return False
        # What names nothing that happened counts neither the living nor the dead.
        if subject.is_of_life and not measured and statistic.unit == "percent":
            return False
    # A rise "from 58% to 71%" may take its ends from two of them.
    if statistic.low == statistic.high and _is_of_another_label(subject, evidence):
        return False
    if is_reversed(subject.nearest[:2], evidence):
        return False
    if statistic.kind == "percent" and is_change(subject.nearest[1]) and not measures_change(evidence):
        return False
    if statistic.unit != "percent" and statistic.kind not in ("other", "share"):
        return True
    named = (
        frames_measured(evidence),
        *days_named(evidence.measures),
        since_what(f"{evidence.measures}; years {evidence.clock}"),
    )
    return all(
        not ours or not theirs or bool(ours & theirs)
        for ours, theirs in zip((subject.frames, *subject.days, subject.since), named, strict=True)
    )
