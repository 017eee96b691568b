"""Do a sentence and a finding speak of the same: time, people, direction? Where one of them does not say, they may."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from decimal import Decimal
from typing import NamedTuple

from citecheck.closeness import MONTHS, around
from citecheck.evidence import Evidence
from citecheck.listed import Listed, Mention, in_order, listed
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
    if re.search(r"\ba year (?:later|on|after)\b", read.text):
        found.add(MONTHS["year"])
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
        re.compile(r"(?<!outside )(?<!outside the )\bmarrow\b"),
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
    re.compile(r"\b(?:alive|surviv\w*|lived|lives?|living|cure[ds]?|os|not (?:yet )?(?:die[ds]?|dead))\b"),
    re.compile(r"\b(?:relaps\w*|events?|(?:came|comes?|coming|come) back|return(?:s|ed)?)\b"),
    re.compile(r"\b(?<!not )(?<!not yet )(?:die[ds]?|deaths?|dead|dying|fatal|mortality)\b"),
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
_OF_PEOPLE = re.compile(r"^ ?of (?:the |these |our )?(?:people|patients|children|adults|boys|girls|them)\b")
_OF_WHOM = re.compile(r"^of [^,]*,")
_STATE = r"(?:[a-z-]+ ){0,3}?(?:relapses?|remissions?|transplants?)\b"
_AFTER_IT = re.compile(
    rf"\b(?:after|before|for|since|from|during|at|following|given|(?:years?|months?|weeks?|days?) (?:of|into)) {_STATE}|"
    r"\b(?:if|when|once|whose) [^,;:.]{1,40}?\b(?:c[ao]me back|comes back|relaps\w+|returned)\b"
)
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
    return _with_freedom(named)


def _with_freedom(outcomes: int) -> int:
    """Who stays in remission is free of the disease."""
    return outcomes | 1 if outcomes & _REMISSION else outcomes


def _mentions(text: str, things: Iterable[re.Pattern[str]]) -> Iterator[Mention[int]]:
    """Where a text names which of some things, each as a bit."""
    return ((*match.span(), 1 << bit) for bit, thing in enumerate(things) for match in thing.finditer(text))


def _outcomes_named(text: str) -> Iterator[Mention[int]]:
    """Where a text names which outcome."""
    for beside in (_BESIDE_IT, _AFTER_IT):
        text = beside.sub(lambda match: " " * len(match.group()), text)
    free = [match.span() for match in _FREE.finditer(text)]
    for start, end, bit in _mentions(text, _OUTCOMES):
        if bit == 1 or not any(a <= start < b for a, b in free):
            yield start, end, _with_freedom(bit)


@functools.lru_cache(maxsize=4096)
def _outcome_of(measures: str) -> int:
    """What the figures of a finding measure: not in whom, nor after what."""
    measured = _OF_WHOM.sub("", shape(measures).text)
    return _outcomes(_AFTER_WHAT.split(measured, maxsplit=1)[0])


_SHARE = re.compile(
    r"\d[\d.·]* ?(?:%|percent|out of)|(?<!at )(?<!by )(?<!after )(?<!within )\b\d[\d.·]* ?(?:year|month|week|day)s?\b"
)
"""A figure: not the span of time after which it was taken."""
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


def _outcome_around(texts: Iterable[str], figures: Listed | None) -> int:
    """What is said to have happened to those whom a figure counts: by the nearest words that tell of it."""
    if figures:
        named = in_order(figures, _outcomes_named(figures.before), _outcomes_named(figures.behind))
        if named is not None:
            return named
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


def _contrasts_around(texts: Sequence[str], figures: Listed | None) -> Iterator[int]:
    """In whom and where a figure is said to have been found: by the nearest words that tell of it.

    Where several are named before the first figure, it may be any of them, unless figures are listed in the same order.
    """
    lead = _sides(_SHARE.split(texts[-2], maxsplit=1)[0])
    for contrast, first, sides in zip(_CONTRASTS, lead, zip(*map(_sides, texts), strict=True), strict=True):
        named = figures and in_order(figures, _mentions(figures.before, contrast), _mentions(figures.behind, contrast))
        yield named or (first if first & (first - 1) else next(filter(None, sides), 0))


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


_SYNONYMS = (
    (re.compile(r"\bgrades? [345](?: ?(?:-|to|and|or) ?[45]| ?\+| (?:and|or|to) (?:more|higher|worse|above|over|up))?"), "severe"),
    (re.compile(r"\b(?:serious|life-threatening)\b"), "severe"),
    (re.compile(r"\bchemo\b|\b(?:standard|usual|conventional) (?:drugs|treatment|therapy|care)\b"), "chemotherapy"),
    (re.compile(r"\boutside (?:of )?(?:the )?(?:bone )?marrow\b"), "extramedullary"),
    (re.compile(r"\b(?:dummy (?:drug|treatment|pills?|tablets?))\b"), "placebo"),
)  # fmt: skip
"""Other words for what a label may say."""


def _plainly(text: str) -> str:
    """A text in small letters, with one word for what can be said in several ways."""
    text = text.lower()
    for said, word in _SYNONYMS:
        text = said.sub(word, text)
    return text


@functools.lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    """The words of a text that can tell one thing from another."""
    return frozenset(re.findall(r"[a-z][a-z-]+", _plainly(text))) - _PLAIN_WORDS


def _names(label: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(label.lower())}(?!\w)", text))


def _labels_named(text: str, evidence: Evidence) -> Iterator[Mention[str]]:
    """Where a text names which of the labels of a finding's figures, by a word that no other label has."""
    labels = (evidence.label, *evidence.others)
    for label in labels:
        own = _words(label).difference(*(_words(other) for other in labels if other != label)) or {label.lower()}
        for word in own:
            yield from ((*match.span(), label) for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text))


def _tells_of_another(subject: Subject, evidence: Evidence) -> bool:
    """Whether the nearest words that name one of a finding's labels name another figure's, and not this one's.

    Where several are named before the first figure ("more with the drug than without: 15% here, 10% there") no words
    decide, unless figures are listed in the same order.
    """
    texts, figures = subject.nearest, subject.listed
    if figures:
        figures = figures._replace(before=_plainly(figures.before), behind=_plainly(figures.behind))
        named = in_order(figures, _labels_named(figures.before, evidence), _labels_named(figures.behind, evidence))
        if named is not None:
            return named != evidence.label
    own, others = _words(evidence.label), frozenset().union(*map(_words, evidence.others))

    def tells(text: str) -> tuple[bool, bool]:
        words = _words(text)
        # "Under 20" and "over 50" have no word of their own.
        return (
            bool(words & (own - others)) or _names(evidence.label, text),
            bool(words & (others - own)) or any(_names(other, text) for other in evidence.others),
        )

    if all(tells(_SHARE.split(texts[-1], maxsplit=1)[0])):
        return False
    for text in texts:
        told, told_others = tells(text)
        if told or told_others:
            # Of several shares one may be said of "the others".
            return not told and text.count("%") < 2
    return False


class Subject(NamedTuple):
    """What a sentence says around a statistic: spans of time in months, days and weeks by their number, in whom, what
    happened, the word for a change, the texts around it, the nearest first, and the list of figures in which it stands.
    """

    frames: Set[Decimal]
    days: tuple[Set[Decimal], Set[Decimal]]
    sides: tuple[int, ...]
    outcome: int
    changed: str
    nearest: tuple[str, ...]
    listed: Listed | None


_BREAK = re.compile(r"[,;:.]| and | but | or | while ")


def _frames_near(sentence: str, statistic: Statistic, figures: Listed | None) -> frozenset[Decimal]:
    """The spans of time that go with a figure: of its own part of the sentence, or else of the whole sentence.

    "Five-year survival is 30%, and at ten years it is 22%" has two; "70%, 60% and 50% at 1, 3 and 5 years" has a list,
    of which each goes with one figure, where they are as many.
    """
    whole = _months_of_frames(sentence)
    if len(whole) < 2:
        return whole
    read = shape(sentence)
    lists = [match for match in _FRAME.finditer(read.text) if re.search(",| and ", match.group())]
    if lists:
        numbers = read.within(*lists[0].span())
        if figures and len(lists) == 1 and len(numbers) == figures.size:
            return frozenset((read.numbers[numbers[figures.place]].value * MONTHS[lists[0][1].rstrip("s")],))
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
    figures = listed(sentence, statistic)
    texts = (*nearest, sentence.lower())
    # "First remission over 2 years: about 36 were alive": before a colon stands in whom.
    told = (
        *(_AFTER_WHAT.split(_OF_PEOPLE.sub("", text.rpartition(":")[2]), maxsplit=1)[0] for text in nearest[:2]),
        *texts[2:],
    )
    return Subject(
        _frames_near(sentence, statistic, figures),
        _days_named(sentence),
        tuple(_contrasts_around(texts, figures)),
        _outcome_around(told, figures),
        _changed(sentence, statistic),
        nearest,
        figures,
    )


def is_subject_of(evidence: Evidence, subject: Subject, statistic: Statistic) -> bool:
    """Whether a finding may be about what a sentence speaks of. Time frames matter for shares only."""
    if _are_apart(subject.sides, _sides_of(evidence)):
        return False
    # Of a time or a ratio the outcome may be told either way: half had died when half still lived.
    if statistic.unit in ("percent", "count") and _are_apart((subject.outcome,), (_outcome_of(evidence.measures),)):
        return False
    # A rise "from 58% to 71%" may take its ends from two of them.
    if evidence.others and statistic.low == statistic.high and _tells_of_another(subject, evidence):
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
