"""Do a sentence and a finding speak of the same: time, people, outcome, direction? Where one does not say, they may."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from decimal import Decimal
from typing import NamedTuple

from citecheck.ages import are_other_ages
from citecheck.clauses import nearest, own_words
from citecheck.closeness import around
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


_UP = re.compile(
    r"\b(?:rose|risen|rises?|raise[sd]?|went up|goes up|increas\w*|climb\w*|grew|grown|gain\w*|higher|improv\w*)\b"
)
_DOWN = re.compile(
    r"\b(?:fell|fallen|falls?|went down|goes down|decreas\w*|declin\w*|dropp?\w*|reduc\w*|lower\w*|fewer|cuts?)\b"
)
_CHANGED = re.compile(r"\b([a-z]+(?: up| down)?) by (?:about |around |some |nearly )?$")
_COUNTED = r"(?:[a-z]+ )?(?:risks?|rates?|odds|chances?|hazard|incidence|mortality|deaths?|cases|strokes?|relapses?|infections?|cancers?|attacks?)"
_CHANGE_MEASURED = re.compile(
    rf"\b(?P<down>(?<!or )(?:lower|fewer|less|reduced|decreased) {_COUNTED}|(?:relative )?reductions? in|decreases? in|fall in|drop in)\b|"
    rf"\b(?P<up>(?<!or )(?:higher|more|increased|raised) {_COUNTED}|increases? in|rise in)\b"
)
_SAID_UP = re.compile(r"\b(?:raise[sd]?|rose|rises?|increas\w+|more|higher|went up|grew)\b")
_SAID_DOWN = re.compile(
    r"\b(?:cuts?|lower\w*|fell|falls?|reduc\w+|decreas\w+|fewer|less|dropp?\w*|prevent\w*|smaller)\b"
)


def _changed(sentence: str, statistic: Statistic) -> str:
    """The word that says how something changed by this figure: rose, fell, went up; empty where nothing did."""
    changed = _CHANGED.search(around(sentence, statistic)[0][-48:])
    return changed[1] if changed else ""


def _is_opposite(changed: str, evidence: Evidence) -> bool:
    """Whether something is said to have risen by a figure by which the source says that it fell, or the reverse."""
    theirs = f"{' '.join(evidence.figures)} {evidence.measures}".lower()
    up, down = bool(_UP.search(theirs)), bool(_DOWN.search(theirs))
    return up != down and bool((_DOWN if up else _UP).fullmatch(changed))


def is_reversed(texts: Iterable[str], evidence: Evidence) -> bool:
    """Whether a figure of a rise is said of a fall, or the reverse: "raised the risk by 29%" for a risk that is lower."""
    changes = {match.lastgroup for match in _CHANGE_MEASURED.finditer(evidence.measures.lower())}
    if len(changes) != 1:
        return False
    said = " ".join(texts)
    up, down = bool(_SAID_UP.search(said)), bool(_SAID_DOWN.search(said))
    return up != down and (down if "up" in changes else up)


def goes_the_wrong_way(texts: Iterable[str], statistic: Statistic) -> bool:
    """Whether a figure says the reverse of its own words: "fell from 58% to 71%", "raised the risk (hazard ratio 0.7)"."""
    said = next((text for text in texts if _UP.search(text) or _DOWN.search(text)), "")
    up, down = bool(_UP.search(said)), bool(_DOWN.search(said))
    low, high = statistic.low, statistic.high
    if up == down or low is None or high is None or re.search(r"\b(?:no|not|nor|neither|without|hardly)\b", said):
        return False
    if low != high:
        return re.search(r"\bfrom [^.;]*$", said) is not None and (up and low > high or down and low < high)
    return statistic.kind == "effect" and "ratio" in statistic.text.lower() and (up and low < 1 or down and low > 1)


class Subject(NamedTuple):
    """What a sentence says around a statistic: spans of time in months, days and weeks by their number, from when it
    counts, in whom, what happened, the word for a change, the texts around it, the nearest first, and the list of
    figures in which it stands.
    """

    frames: Set[Decimal]
    days: tuple[Set[Decimal], Set[Decimal]]
    since: Set[str]
    sides: tuple[int, ...]
    outcome: int
    is_of_life: bool
    changed: str
    nearest: tuple[str, ...]
    listed: Listed | None


_NO = re.compile(r"\b(?:no|zero)\b")


def subject_of(sentence: str, statistic: Statistic) -> Subject:
    """What a sentence speaks of where a statistic stands."""
    near = nearest(sentence, statistic)
    figures = listed(sentence, statistic)
    own = statistic.text.lower()
    # "No adults had seizures" tells of seizures.
    counted = _NO.sub("", own) if statistic.low is None else own
    told = tuple(text.replace(own, counted) for text in (*near[:3], sentence.lower()))
    return Subject(
        frames_near(sentence, statistic, figures),
        days_named(sentence),
        since_what(sentence),
        tuple(sides_around(near, figures)),
        outcome_around(told, figures),
        tells_of_life(outcome_around(told[:2])),
        _changed(sentence, statistic),
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


def is_subject_of(evidence: Evidence, subject: Subject, statistic: Statistic) -> bool:
    """Whether a finding may be about what a sentence speaks of. Time frames matter for shares only."""
    if are_apart(subject.sides, sides(_in_whom(evidence))):
        return False
    if is_other_grade(subject.nearest[:2], evidence.measures) or are_other_ages(
        own_words(subject.nearest), _in_whom(evidence)
    ):
        return False
    # Of a ratio the outcome may be told either way.
    is_time = statistic.kind in ("median", "time") and statistic.unit not in ("percent", "count")
    if is_time or statistic.unit in ("percent", "count"):
        measured = outcome_measured(evidence.measures)
        if are_other_outcomes(subject.outcome, measured, is_time):
            return False
        # What names nothing that happened counts neither the living nor the dead.
        if subject.is_of_life and not measured and statistic.unit == "percent":
            return False
    # A rise "from 58% to 71%" may take its ends from two of them.
    if (
        evidence.others
        and statistic.low == statistic.high
        and tells_of_another(subject.nearest, subject.listed, evidence)
    ):
        return False
    if subject.changed and _is_opposite(subject.changed, evidence):
        return False
    if statistic.unit in ("percent", "times") and is_reversed(subject.nearest[:2], evidence):
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
