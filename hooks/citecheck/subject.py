"""Do a sentence and a finding speak of the same: time, people, direction? Where one of them does not say, they may."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence, Set
from decimal import Decimal
from typing import NamedTuple

from citecheck.closeness import MONTHS, around
from citecheck.evidence import Evidence
from citecheck.numbers import shape
from citecheck.statistics import Statistic

_FRAME = re.compile(r"#(?:(?: ?- ?| to | or | and |, )#){0,12}[ -](years?|months?)\b")
_AT = re.compile(r"\bat #(?=[.,;:)]|$| and\b)")
_AGE_BEFORE = re.compile(
    r"(?:aged?|ages?|older than|younger than|under|over|between|aged from|up to age)(?: (?:the )?ages? of)? ?$"
)


@functools.lru_cache(maxsize=4096)
def _months_of_frames(text: str, ages_too: bool = False) -> frozenset[Decimal]:
    """The spans of time that a text names, in months, without ages."""
    read = shape(text)
    found: set[Decimal] = set()
    unit = MONTHS["year"]
    for match in _FRAME.finditer(read.text):
        if not ages_too and _AGE_BEFORE.search(read.text[max(0, match.start() - 24) : match.start()]):
            continue
        if re.match(r"(?: of age| old|-old)", read.text[match.end() : match.end() + 8]):
            continue
        unit = MONTHS[match[1].rstrip("s")]
        found |= {read.numbers[index].value * unit for index in read.within(match.start(), match.end())}
    if re.search(r"½ a year\b", read.text):
        found.add(Decimal(6))
    if found:
        # "16% at one year and 22% at three"
        for match in _AT.finditer(read.text):
            found.add(read.numbers[read.within(match.start(), match.end())[0]].value * unit)
    return frozenset(found)


_DAY = re.compile(r"\b(day|week)s? \+?#")


@functools.lru_cache(maxsize=4096)
def _days_named(text: str) -> tuple[Set[Decimal], Set[Decimal]]:
    """The days and the weeks that a text names by their number: "by day 100", "at week 24"."""
    read = shape(text)
    found: dict[str, set[Decimal]] = {"day": set(), "week": set()}
    for match in _DAY.finditer(read.text):
        found[match[1]].add(read.numbers[read.within(match.start(), match.end())[0]].value)
    return found["day"], found["week"]


_CONTRASTS = (
    (re.compile(r"\b(?:girls?|wom[ae]n|females?)\b"), re.compile(r"\b(?:boys?|m[ae]n|males?)\b")),
    (
        re.compile(r"\b(?:child(?:ren)?|kids|boys?|girls?|infants?|bab(?:y|ies)|pa?ediatric|teens?|teenagers?|adolescents?|young people)\b"),
        re.compile(r"\b(?:adults?|older people)\b"),
    ),
    (
        re.compile(r"\bt-cell (?:all|acute|type|leuk\w+|relapses?)\b|\bt-all\b"),
        re.compile(r"\bb-cell (?:all|acute|type|leuk\w+|relapses?|precursor)\b|\bb-all\b"),
        re.compile(r"\b(?:infants?|bab(?:y|ies)|before age [#\d]|babyhood)\b"),
    ),
    (
        re.compile(r"\b(?:brain|spinal|cns|central nervous system)\b"),
        re.compile(r"\bmarrow\b"),
        re.compile(r"\btesti\w+"),
    ),
)  # fmt: skip
"""In whom, and where: who speaks of the one does not speak of the others."""

_FREE = re.compile(
    r"\bfree of\b(?: [a-z]+){0,3}|\b(?:event|relapse|disease|leuka?emia|progression)-free(?: survival)?|"
    r"\b(?:without|no|not|never|nor)\b(?: [a-z]+){0,3}? (?:relaps\w*|events?|leuka?emia|disease|come back|came back)"
)
_OUTCOMES = (
    _FREE,
    re.compile(r"\b(?:alive|surviv\w*|lived|lives?|living|cure[ds]?|os)\b"),
    re.compile(r"\b(?:relaps\w*|events?|(?:came|comes?|coming|come) back|return(?:s|ed)?)\b"),
    re.compile(r"\b(?:died?|deaths?|dead|dying|fatal|mortality)\b"),
    re.compile(r"\b(?:remissions?|respon(?:d\w*|ses?))\b"),
    re.compile(r"\btransplants?\b"),
    re.compile(r"\bcytokine release\b|\bcrs\b"),
    re.compile(r"\bnerves?\b|\bbrain (?:side )?effects\b|\bneuro\w*|\bicans\b|\bnervous[ -]system\b"),
    re.compile(r"\bliver\b|\bvod\b"),
)
"""What happened: a figure of the one is none of the others. Who is free of a relapse did not have one."""
_REMISSION = 1 << 4
_AFTER_WHAT = re.compile(
    r":|\b(?:after|among|before|when|whose)\b|"
    r"\b(?:in|of|for|with) (?:the |those |these )?(?:groups?|arms?|cohorts?|people|patients|children|adults|boys|girls|those|these)\b"
)
_OF_WHOM = re.compile(r"^of [^,]*,")
_STATE = r"(?:[a-z-]+ ){0,3}?(?:relapses?|remissions?|transplants?)\b"
_AFTER_IT = re.compile(rf"\b(?:after|before|for|since|from|during|at|following|given) {_STATE}")
# Non-relapse mortality is no relapse, and a severe condition "including death" no death.
_BESIDE_IT = re.compile(r"\bnon-relapse\b|\bincluding deaths?\b|\bor fatal\b")
_WHO_HAD = re.compile(rf"\b(?:of|with|needs?|needed) {_STATE}|\bwho (?:[a-z-]+ )?(?:relapsed|responded|{_STATE})")
"""People's state when they were counted: "of those who relapsed, 30 were alive" tells of no relapse."""


@functools.lru_cache(maxsize=1024)
def _outcomes(words: str) -> int:
    """What happened, by some words: a bit for each of the outcomes that they name."""
    words = _AFTER_IT.sub(" ", _BESIDE_IT.sub(" ", words))
    rest = _FREE.sub(" ", words)
    named = int(rest != words)
    for bit, outcome in enumerate(_OUTCOMES[1:], 1):
        named |= bool(outcome.search(rest)) << bit
    # Who stays in remission is free of the disease.
    return named | 1 if named & _REMISSION else named


@functools.lru_cache(maxsize=4096)
def _outcome_of(measures: str) -> int:
    """What the figures of a finding measure: not in whom, nor after what."""
    measured = _OF_WHOM.sub("", shape(measures).text)
    return _outcomes(_AFTER_WHAT.split(measured, maxsplit=1)[0])


_SHARE = re.compile(r"\d[\d.·]* ?(?:%|percent|out of)")
_PAUSE = re.compile(
    r"[,;]|\. |\band\b|\b(?:against|versus|but|yet|while|whereas|than|compared)\b|\d[\d.·]* ?(?:%|out of\b)"
)


def _nearest(sentence: str, statistic: Statistic) -> tuple[str, str, str]:
    """The texts around a figure in small letters, the nearest first: its clause behind and before it, and its part.

    A figure in brackets belongs to the words before it. A part lies between semicolons or full stops.
    """
    before, behind = sentence[: statistic.start].lower(), sentence[statistic.end :].lower()
    start = max((match.end() for match in _PAUSE.finditer(before)), default=0)
    clauses = _PAUSE.split(behind.lstrip("% )"), maxsplit=1)[0], before[start:]
    part = re.split(r"; |\. ", before)[-1] + sentence[statistic.start : statistic.end] + re.split(r"; |\. ", behind)[0]
    return (*(clauses[::-1] if before.endswith("(") else clauses), part.lower())


def _outcome_around(texts: Iterable[str]) -> int:
    """What is said to have happened to those whom a figure counts: by the nearest words that tell of it."""
    # "43 of those who reached remission had a relapse": words that tell only of whom do not decide.
    return next((_outcomes(text) for text in texts if _outcomes(_WHO_HAD.sub(" ", text))), 0)


@functools.lru_cache(maxsize=1024)
def _sides(text: str) -> tuple[int, ...]:
    """For each contrast the sides that a text names: a bit for each."""
    text = text.lower()
    return tuple(sum(bool(side.search(text)) << bit for bit, side in enumerate(sides)) for sides in _CONTRASTS)


def _are_apart(ours: Iterable[int], theirs: Iterable[int]) -> bool:
    """Whether two texts name other sides of a contrast."""
    return any(one and other and not one & other for one, other in zip(ours, theirs, strict=True))


def _sides_of(evidence: Evidence) -> tuple[int, ...]:
    return _sides(f"{evidence.measures} {evidence.population}")


def is_for(evidence: Evidence, said: Iterable[str]) -> bool:
    """Whether a finding may be about those of whom these texts speak.

    Of each contrast the first text that names a side decides: the sentence before its tab ("Adult"), before its page.
    """
    named = (next(filter(None, sides), 0) for sides in zip(*map(_sides, said), strict=True))
    return not _are_apart(named, _sides_of(evidence))


def _contrasts_around(texts: Sequence[str]) -> tuple[int, ...]:
    """In whom and where a figure is said to have been found: by the nearest words that tell of it.

    Where several are named before the first figure, it may be any of them.
    """
    lead = _sides(_SHARE.split(texts[-2], maxsplit=1)[0])
    return tuple(
        first if first & (first - 1) else next(filter(None, sides), 0)
        for first, sides in zip(lead, zip(*map(_sides, texts), strict=True), strict=True)
    )


_UP = re.compile(r"\b(?:rose|risen|rises?|went up|goes up|increas\w*|climb\w*|grew|grown|gain\w*|higher)\b")
_DOWN = re.compile(
    r"\b(?:fell|fallen|falls?|went down|goes down|decreas\w*|declin\w*|dropp?\w*|reduc\w*|lower|fewer)\b"
)
_CHANGED = re.compile(r"\b([a-z]+(?: up| down)?) by (?:about |around |some |nearly )?$")


def _changed(sentence: str, statistic: Statistic) -> str:
    """The word that says how something changed by this figure: rose, fell, went up; empty where nothing did."""
    changed = _CHANGED.search(around(sentence, statistic)[0][-48:])
    return changed[1] if changed else ""


def _is_opposite(changed: str, evidence: Evidence) -> bool:
    """Whether something is said to have risen by a figure by which the source says that it fell, or the reverse."""
    theirs = f"{' '.join(evidence.figures)} {evidence.measures}".lower()
    up, down = bool(_UP.search(theirs)), bool(_DOWN.search(theirs))
    return up != down and bool((_DOWN if up else _UP).fullmatch(changed))


def frames_of(evidence: Evidence) -> Set[Decimal]:
    """The spans of time that a finding names, its clock's too, in months."""
    return _months_of_frames(f"{evidence.measures}; {evidence.clock}", ages_too=True)


_PLAIN_WORDS = frozenset(
    "a an and at by for from in no of on or only out over than that the then to under was were with without year years".split()
)


@functools.lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    """The words of a text that can tell one thing from another."""
    return frozenset(re.findall(r"[a-z][a-z-]+", text.lower())) - _PLAIN_WORDS


def _names(label: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(label.lower())}(?!\w)", text))


def _tells_of_another(texts: Sequence[str], evidence: Evidence) -> bool:
    """Whether the nearest words that name one of a finding's labels name another figure's, and not this one's.

    Where several are named before the first figure ("boys more often than girls: 15% against 10%") no words decide.
    """
    own, others = _words(evidence.label), frozenset().union(*map(_words, evidence.others))

    def named(text: str) -> tuple[bool, bool]:
        words = _words(text)
        # "Under 20" and "over 50" have no word of their own.
        return (
            bool(words & (own - others)) or _names(evidence.label, text),
            bool(words & (others - own)) or any(_names(other, text) for other in evidence.others),
        )

    if all(named(_SHARE.split(texts[-1], maxsplit=1)[0])):
        return False
    for text in texts:
        told, told_others = named(text)
        if told or told_others:
            # Of several shares one may be said of "the others".
            return not told and text.count("%") < 2
    return False


class Subject(NamedTuple):
    """What a sentence says around a statistic: spans of time in months, days and weeks by their number, in whom, what
    happened, the word for a change, and the texts around it, the nearest first.
    """

    frames: Set[Decimal]
    days: tuple[Set[Decimal], Set[Decimal]]
    sides: tuple[int, ...]
    outcome: int
    changed: str
    nearest: tuple[str, ...]


_BREAK = re.compile(r"[,;:.]| and | but | or | while ")


def _frames_near(sentence: str, statistic: Statistic) -> frozenset[Decimal]:
    """The spans of time that go with a figure: of its own part of the sentence, or else of the whole sentence.

    "Five-year survival is 30%, and at ten years it is 22%" has two; "70%, 60% and 50% at 1, 3 and 5 years" has a list,
    of which no part can be told.
    """
    whole = _months_of_frames(sentence)
    spans = (match.group() for match in _FRAME.finditer(shape(sentence).text))
    if len(whole) < 2 or any("," in span or " and " in span for span in spans):
        return whole
    before, after = sentence[: statistic.start], sentence[statistic.end :]
    return (
        _months_of_frames(_BREAK.split(after, maxsplit=1)[0])
        or _months_of_frames(before[max((match.end() for match in _BREAK.finditer(before)), default=0) :])
        or whole
    )


def subject_of(sentence: str, statistic: Statistic) -> Subject:
    """What a sentence speaks of where a statistic stands."""
    nearest = _nearest(sentence, statistic)
    texts = (*nearest, sentence.lower())
    # "First remission over 2 years: about 36 were alive": before a colon stands in whom.
    told = (*(_AFTER_WHAT.split(text.rpartition(":")[2], maxsplit=1)[0] for text in nearest[:2]), *texts[2:])
    return Subject(
        _frames_near(sentence, statistic),
        _days_named(sentence),
        _contrasts_around(texts),
        _outcome_around(told),
        _changed(sentence, statistic),
        nearest,
    )


def is_subject_of(evidence: Evidence, subject: Subject, statistic: Statistic) -> bool:
    """Whether a finding may be about what a sentence speaks of. Time frames matter for shares only."""
    if _are_apart(subject.sides, _sides_of(evidence)):
        return False
    # Of a time or a ratio the outcome may be told either way: half had died when half still lived.
    if statistic.unit in ("percent", "count") and _are_apart((subject.outcome,), (_outcome_of(evidence.measures),)):
        return False
    if evidence.others and _tells_of_another(subject.nearest, evidence):
        return False
    if subject.changed and _is_opposite(subject.changed, evidence):
        return False
    if statistic.unit != "percent" and statistic.kind not in ("other", "share"):
        return True
    given = (_months_of_frames(evidence.measures.partition(":")[0], ages_too=True), *_days_named(evidence.measures))
    return all(
        not ours or not named or bool(ours & named)
        for ours, named in zip((subject.frames, *subject.days), given, strict=True)
    )
