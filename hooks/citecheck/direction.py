"""Up or down? A figure by which something fell is none of a rise."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citecheck.evidence import Evidence
from citecheck.statistics import Statistic

_UP = re.compile(
    r"\b(?:rose|risen|rises?|raise[sd]?|went up|goes up|increas\w+|climb\w*|grew|grown|gain\w*|improv\w+|higher|more)\b"
)
_DOWN = re.compile(
    r"\b(?:fell|fallen|falls?|went down|goes down|decreas\w+|declin\w+|dropp?\w*|reduc\w+|lower\w*|cuts?|prevent\w*|"
    r"fewer|less|smaller)\b"
)
_COUNTED = (
    r"(?:[a-z]+ )?(?:risks?|rates?|odds|chances?|hazard|incidence|mortality|deaths?|cases|strokes?|relapses?|infections?|"
    r"cancers?|attacks?|survival|cures?)"
)
# "Grade 3 or higher events" tell of no rise.
_CHANGE = re.compile(
    rf"\b(?P<up>(?<!or )(?:higher|more|increased|raised|improved) {_COUNTED}|(?:rose|risen|increased|went up|climbed|grew) (?:by|from)|"
    r"(?:increases?|rise|gain) (?:in|of|by))\b|"
    rf"\b(?P<down>(?<!or )(?:lower|fewer|less|reduced|decreased) {_COUNTED}|"
    r"(?:fell|fallen|decreased|went down|dropped|declined) (?:by|from)|(?:reductions?|decreases?|fall|drop|decline) (?:in|of|by))\b"
)
_DENIED = re.compile(r"\b(?:no|not|nor|neither|without|hardly)\b")
_FROM = re.compile(r"\bfrom [^.;]{0,80}$")


def _said(text: str) -> str:
    """Which way the words of a text go: up, down, or empty where they go neither way or both."""
    up, down = bool(_UP.search(text)), bool(_DOWN.search(text))
    return "" if up == down else "up" if up else "down"


def _told(evidence: Evidence) -> str:
    return f"{' '.join(evidence.figures)} {evidence.measures}".lower()


def is_reversed(texts: Iterable[str], evidence: Evidence) -> bool:
    """Whether the clauses of a figure tell of a fall where the finding measures a rise, or the reverse.

    "Raised the risk by 29%" is not borne out by a risk that was 29% lower.
    """
    measured = {match.lastgroup for match in _CHANGE.finditer(_told(evidence))}
    said = _said(" ".join(texts))
    return bool(said) and len(measured) == 1 and said not in measured


_BY = re.compile(
    r"\b(?:rose|risen|raise[sd]?|increase[sd]?|grew|improved|fell|fallen|decreased?|declined?|dropped|reduced?|lower(?:s|ed)?|cuts?)\b"
    r"[^.;,]{0,60}? by (?:about |around |some |nearly |almost |more than )?$"
)


def is_change(before: str) -> bool:
    """Whether the words before a figure say that something changed by it: "survival rose by 13%"."""
    return bool(_BY.search(before))


def measures_change(evidence: Evidence) -> bool:
    """Whether a finding measures by how much something rose or fell, or gives a ratio."""
    told = _told(evidence)
    return bool(_CHANGE.search(told) or _CHANGE_IN_OTHER_WORDS.search(told))


_CHANGE_IN_OTHER_WORDS = re.compile(
    r"\b(?:ratio|relative|difference|changes?|gains?|points?|effect|efficacy|effective\w*|protection|rose|fell|increase[sd]?|decrease[sd]?|reduc\w+|declin\w+|"
    r"improve\w*|lower|higher|fewer|less|more|drop|fall|rise|prevented|cut)\b"
)


def goes_the_wrong_way(texts: Iterable[str], statistic: Statistic) -> bool:
    """Whether a figure says the reverse of its own words: "fell from 58% to 71%", "raised the risk (hazard ratio 0.7)"."""
    said = next((text for text in texts if _UP.search(text) or _DOWN.search(text)), "")
    low, high = statistic.low, statistic.high
    if low is None or high is None or _DENIED.search(said):
        return False
    way = _said(said)
    if low != high:
        return _FROM.search(said) is not None and way == ("up" if low > high else "down")
    is_ratio = statistic.kind == "effect" and "ratio" in statistic.text.lower()
    return is_ratio and (way == "up" and low < 1 or way == "down" and low > 1)
