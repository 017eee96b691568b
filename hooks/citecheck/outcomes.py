"""What happened? A figure of deaths is none of relapses, and one of seizures none of infections."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from citecheck.groups import mentions
from citecheck.listed import Listed, Mention, in_order

_FREE = (
    r"(?:\bfree of\b(?: [a-z]+){0,3}|\b(?:event|relapse|disease|leuka?emia|progression)-free(?: survival)?|\balive and well\b|\b[edrp]fs\b|"
    r"\b(?:without|no|not|never|nor)\b(?: (?:an?|any|further|more|new|other|another|second|signs?|of|the|had|have|has|yet|been|detectable|active)){0,4}? (?:relaps\w*|events?|leuka?emia|disease|come back|came back|returned))"
)
# "Neurologic events" are no relapses.
_EVENTS = r"\b(?<!ic )(?<!al )(?<!ve )(?<!se )(?<!ng )events?\b"
_FATES = {
    "free": re.compile(_FREE),
    "alive": re.compile(r"\b(?:alive|surviv(?!ors?\b)\w*|(?:becomes?|became|be|are|were) (?:[a-z-]+ ){0,2}survivors|lived|lives?|living|cure[ds]?|os|not (?:yet )?(?:die[ds]?|dead))\b"),
    "relapse": re.compile(rf"\b(?:relaps\w*|(?:came|comes?|coming|come) back|return(?:s|ed)?|gets? worse|got worse|progress\w+)\b|{_EVENTS}"),
    "death": re.compile(r"\b(?<!not )(?<!not yet )(?:die[ds]?|deaths?|dead|dying|fatal|mortality|kill(?:s|ed)?|(?:took|takes?|claim(?:s|ed)?) the (?:life|lives))\b"),
    "remission": re.compile(r"\b(?:remissions?|respon(?:d\w*|ses?)|work(?:s|ed) (?:in|for)|helped)\b"),
    "transplant": re.compile(r"\btransplants?\b"),
}  # fmt: skip
_HARMS = {
    "crs": re.compile(r"\bcytokine release\b|\bcrs\b"),
    "nerves": re.compile(r"\bnerves?\b|\bbrain (?:side )?effects\b|\bneuro(?!blast)(?!peni)\w*|\bconfus\w+|\bicans\b|(?<!central )\bnervous[ -]system\b"),
    "seizures": re.compile(r"\bseizures?\b|\bfits\b"),
    "liver": re.compile(r"\bliver\b|\bvod\b|\bveno-occlusive\b"),
    "infections": re.compile(r"\binfect\w*|\bsepsis\b|\bpneumonia\b"),
    "counts": re.compile(r"\bneutrop\w+|\bcytopeni\w+|\bthrombocytop\w+|\blow (?:blood |white |platelet )*(?:cells?|counts?|platelets)\b"),
    "bleeding": re.compile(r"\bbleed\w*|\bha?emorrhag\w+"),
    "gvhd": re.compile(r"\bgvhd\b|\bgraft[- ]versus[- ]host\b"),
    "heart": re.compile(r"\bheart\b|\bcardi(?!ovascular risk)\w+"),
    "second cancers": re.compile(r"\b(?:second|new|another|other|later)(?:ary)? (?:cancers?|malignanc\w+|tumou?rs?)\b(?! cases)"),
    "fertility": re.compile(r"\b(?:in|sub)?fertil\w+|\bsteril\w+"),
    "pancreas": re.compile(r"\bpancrea\w+"),
    "mouth": re.compile(r"\bmucositis\b|\bmouth\b"),
    "reactions": re.compile(r"\b(?:infusion|allergic)(?:-related)? reactions?\b"),
    "tiredness": re.compile(r"\bfatigue\b|\btired\w*"),
    "sleepiness": re.compile(r"\bsomnolence\b|\bsleepi\w+"),
    "intensive care": re.compile(r"\bintensive care\b|\bicu\b"),
    "clots": re.compile(r"\b(?:blood )?clots?\b|\bthrombos\w+"),
    "bones": re.compile(r"\bosteo\w+|\bbone death\b|\bfractures?\b"),
    "spirits": re.compile(r"\banxi\w+|\bdepress\w+|\blow mood\b|\bdistress\w*"),
    "any harm": re.compile(r"\b(?:side )?effects?\b|\badverse events?\b|\btoxic\w*|\bproblems?\b|\bconditions?\b|\bcomplications?\b"),
}  # fmt: skip
_OUTCOMES = (*_FATES.values(), *_HARMS.values())
"""What happened: a figure of the one is none of the others. Who is free of a relapse did not have one."""
_BITS = {name: 1 << bit for bit, name in enumerate((*_FATES, *_HARMS))}
_ALL_HARMS = sum(_BITS[name] for name in _HARMS)
_CAN_BE_SPARED = frozenset(_BITS[name] for name in ("remission", "transplant", *_HARMS))
_SPARED = 1 << len(_BITS)
"""Stands for what they did not have: "had no infection"."""
_KINDS = (
    # Who stays in remission is free of the disease.
    (_BITS["remission"], _BITS["free"]),
    (_BITS["seizures"] | _BITS["sleepiness"], _BITS["nerves"]),
    (_ALL_HARMS & ~_BITS["any harm"], _BITS["any harm"]),
)
_AFTER_WHAT = re.compile(
    r":|\b(?:after|among|before|when|whose)\b|"
    r"\b(?:in|of|for|with) (?:the |those |these )?(?:groups?|arms?|cohorts?|people|patients|children|adults|boys|girls|those|these)\b"
)
_WITH = r" with [a-z -]{1,50}?(?=$|[,;.(]| (?:had|have|has|was|were|got|who|reached|went|lived|died|relapsed)\b)"
_OF_PEOPLE = re.compile(
    rf"(?<=[\w%)]) of (?:(?:the |these |our )?(?:people|patients|children|adults|boys|girls|them)\b(?:{_WITH})?|those{_WITH})"
)
_OF_WHOM = re.compile(r"^of [^,]*,")
_STATE = r"(?:[a-z-]+ ){0,3}?(?:relapses?|remissions?|transplants?)\b"
_BESIDE_IT = (
    # Who lives free of the disease is counted with those who are free of it, not with all who live.
    re.compile(rf"\b(?:alive|living|lived|survived|surviving)\b(?=,?(?: and| but| yet)?(?: with)?(?: (?:were|was|stayed|still|had))? (?:{_FREE}|in remission))"),
    # Non-relapse mortality is no relapse, and a severe condition "including death" no death.
    re.compile(r"\bnon-relapse\b|\bincluding deaths?\b|\b(?:bone|tissue|cell|muscle) death\b|\b(?:dead|death of) (?:[a-z]+ ){0,3}?(?:bone|tissue|cells|muscle)\b|\b(?:cause|reason)s? (?:of|for) (?:[a-z-]+ )?deaths?\b|\bor (?:fatal|(?:who )?(?:have |had )?died of)\b|\brelapsed (?:or refractory )?(?:all|leuka?emia|disease|[bt]-cell)\b|"
        r"\b(?:cells|counts?|platelets|neutrophils|hair|taste|appetite)(?: [a-z]+)? (?:c[ao]mes?|coming) back\b"),
    re.compile(
        rf"\b(?:after|before|for|since|from|during|at|following|given|(?:years?|months?|weeks?|days?) (?:of|into)) {_STATE}|"
        r"\b(?:with|without|no) (?:an? )?(?:[a-z-]+ ){0,2}?transplants?\b|"
        r"\b(?:if|when|once|whose) [^,;:.]{1,40}?\b(?:c[ao]me back|comes back|relaps\w+|returned)\b"
    ),
)  # fmt: skip
"""Words that name an outcome and do not tell of it."""
_NOT = re.compile(
    r"\b(?:(?:no|without|free of|never (?:had|got)|fail(?:ed|s)? to) (?:[a-z-]+ ){0,2}|"
    r"(?:do|does|did|is|are|was|were|has|have|had|could|can) not(?: yet)? (?:(?:[a-z]+ ){0,2}(?:an?|any|the|into|in|to) )?(?:[a-z-]+ ){0,1})$"
)
_WHO_HAD = re.compile(rf"\b(?:of|with|needs?|needed) {_STATE}|\bwho (?:[a-z-]+ )?(?:relapsed|responded|{_STATE})")
"""People's state when they were counted: "of those who relapsed, 30 were alive" tells of no relapse."""


def _named(text: str) -> Iterator[Mention[int]]:
    """Where a text names which outcome."""
    for beside in _BESIDE_IT:
        text = beside.sub(lambda match: " " * len(match.group()), text)
    free = [match.span() for match in _FATES["free"].finditer(text)]
    for start, end, bit in mentions(text, _OUTCOMES):
        if bit == _BITS["free"] or not any(a <= start < b for a, b in free):
            denied = _NOT.search(text, max(0, start - 40), start) is not None
            yield start, end, _denied(bit) if denied else bit


def _denied(outcome: int) -> int:
    """What is told where an outcome is denied: who is not alive has died."""
    if outcome == _BITS["alive"]:
        return _BITS["death"]
    return _SPARED if outcome in _CAN_BE_SPARED else outcome


def _named_in_a_row(text: str) -> Iterator[Mention[int]]:
    """Where a text names which outcome: in "nerve effects" the effects are no second one."""
    return (mention for mention in _named(text) if mention[2] != _BITS["any harm"])


@functools.lru_cache(maxsize=2048)
def _outcomes(words: str) -> int:
    """What happened, by some words: a bit for each of the outcomes that they name."""
    return functools.reduce(int.__or__, (bit for _, _, bit in _named(words)), 0)


@functools.lru_cache(maxsize=4096)
def outcome_measured(measures: str) -> int:
    """What the figures of a finding measure: not in whom, nor after what. A bit for each outcome."""
    measured = _OF_PEOPLE.sub("", _OF_WHOM.sub("", measures.lower()), count=1)
    return _outcomes(_AFTER_WHAT.split(measured, maxsplit=1)[0]) or _outcomes(measured.partition(":")[2])


def outcome_around(texts: tuple[str, ...], figures: Listed | None = None) -> int:
    """What is said to have happened to those whom a figure counts, by the nearest of the texts that tells of it."""
    if figures:
        named = in_order(figures, _named_in_a_row(figures.before), _named_in_a_row(figures.behind))
        if named is not None:
            return named
        # What stands behind a list is said of all of it: "26%, 50% and 66% were alive".
        texts = (*texts[:2], figures.behind, *texts[2:])
    # "First remission over 2 years: about 36 were alive": before a colon stands in whom.
    clauses = (
        _AFTER_WHAT.split(_OF_PEOPLE.sub("", text.rpartition(":")[2], count=1), maxsplit=1)[0] for text in texts[:2]
    )
    # "43 of those who reached remission had a relapse": words that tell only of whom do not decide.
    return next((_outcomes(text) for text in (*clauses, *texts[2:]) if _outcomes(_WHO_HAD.sub(" ", text))), 0)


def _widened(outcome: int, beside: int) -> int:
    """An outcome with what it is one kind of, unless the other is another kind of it."""
    for kinds, wider in _KINDS:
        if outcome & kinds and not beside & kinds:
            outcome |= wider
    return outcome


def tells_of_events(outcome: int) -> bool:
    """Whether somebody is said to have died or relapsed."""
    return bool(outcome & (_BITS["death"] | _BITS["relapse"]))


def tells_of_life(outcome: int) -> bool:
    """Whether somebody is said to have lived or died."""
    return bool(outcome & (_BITS["alive"] | _BITS["death"]))


def _of_a_time(outcome: int) -> int:
    """What a span of time tells of: half had died when half still lived, and remission ends with a relapse."""
    alive, free = _BITS["alive"] | _BITS["death"], _BITS["free"] | _BITS["relapse"] | _BITS["remission"]
    return outcome & ~(alive | free) | bool(outcome & alive) * _BITS["alive"] | bool(outcome & free) * _BITS["free"]


def is_rest(said: int, measured: int) -> bool:
    """Whether those of whom something is said may be the rest of those in whom something was measured.

    Of those who died the rest is alive, of those who relapsed it is free of relapse; of others it was spared.
    """
    opposites = (("alive", "death"), ("free", "relapse"))
    rest = _SPARED
    for one, other in (*opposites, *(pair[::-1] for pair in opposites)):
        if _widened(measured, 0) & _BITS[one]:
            rest |= _BITS[other]
    return not said or not measured or bool(_widened(said, 0) & rest)


def are_other_outcomes(said: int, measured: int, either_way: bool = False) -> bool:
    """Whether what is said is not what was measured; where one of them names nothing, it may be.

    Of a span of time and of a ratio it may be told `either_way`: half had died when half still lived.
    """
    if either_way:
        said, measured = _of_a_time(said), _of_a_time(measured)
    if not said or not measured:
        return False
    said, measured = _widened(said, measured), _widened(measured, said)
    if not said & measured:
        return True
    # Who died of an infection is not all who had one.
    return bool(said & measured & _ALL_HARMS) and bool((said ^ measured) & _BITS["death"])
