"""In whom, where and in what state? Who speaks of the one does not speak of the other."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from citecheck.clauses import lead
from citecheck.listed import Listed, Mention, in_order

Contrasts = tuple[tuple[re.Pattern[str], ...], ...]
"""What excludes one another, by the words for it."""

PEOPLE: Contrasts = (
    (re.compile(r"\b(?:girls?|wom[ae]n|females?)\b"), re.compile(r"\b(?:boys?|m[ae]n|males?)\b")),
    (
        re.compile(r"\b(?:child(?:ren)?|kids|boys?|girls?|infants?|bab(?:y|ies)|pa?ediatric|teens?|teenagers?|adolescents?|young people)\b"),
        re.compile(r"\b(?:adults?|older people)\b"),
    ),
    (
        re.compile(r"\bt-cell (?:all|acute|type|leuk\w+|lymphoblastic|relapses?|disease|patients|children|adults)\b|\bt-all\b"),
        re.compile(r"\bb-cell (?:all|acute|type|leuk\w+|lymphoblastic|relapses?|disease|patients|children|adults|precursor)\b|\bb-all\b"),
        re.compile(r"\b(?:infants?|bab(?:y|ies)|before age [#\d]|babyhood)\b"),
    ),
    (
        re.compile(r"\b(?:brain|spinal|cns|central nervous system)\b"),
        re.compile(r"(?<!outside )(?<!outside the )\bmarrow\b"),
        re.compile(r"\btesti\w+"),
    ),
)  # fmt: skip
"""Sex, age, kind of leukemia, and the place of a relapse."""

_EARLY = r"\b{0} (?:[a-z-]+ ){{0,2}}relapses?\b|\brelapse[sd]?\b(?: [a-z]+){{0,3}} {0}\b(?!r)|\bc[ao]mes? (?:back )?(?:very )?{0}\b"
STATES: Contrasts = (
    *PEOPLE,
    (
        re.compile(r"\bno (?:[a-z]+ )?mrd\b|\bmrd[- −]?(?:negativ\w+|remissions?|responses?|below|under|<)|\b(?:undetectable|negative|without(?: detectable)?|free of|cleared (?:the )?) ?mrd\b|\bno (?:traces?|residual|left-?over|remaining) (?:of )?(?:leuka?emia|disease)|\bmrd (?:(?:was|is|were|could|can) )?(?:not?|no longer|cleared|undetectable|negative)\b|\b(?:if|those) (?:(?:it|they|who) (?:was|were) )?negative\b"),
        re.compile(r"\b(?:traces of |residual |left-?over |remaining )(?:leuka?emia|disease)(?: cells)? (?:remained|(?:was|were) (?:still )?(?:found|left|there))|\bmrd[- ]?positiv\w+|\b(?<!un)(?<!without )(?<!no )detectable mrd\b|\b(?:with|had|have|positive for) (?:any )?mrd\b(?! (?:below|under|negativ))|\bmrd (?:(?:was|is|were) )?(?:still |found|detected|left|seen|present|positive|above|over)|\bmrd [\d.]+ ?%? or (?:higher|more|above)|\b(?:if|those) (?:(?:it|they|who) (?:was|were) )?positive\b"),
    ),
    (
        re.compile(r"\bph(?:iladelphia)?(?: chromosome)?[- ]?(?:positive\b|\+)|\bwith (?:the )?philadelphia\b"),
        re.compile(r"\bph(?:iladelphia)?(?: chromosome)?[- ]?(?:negative\b|−|–|-(?=[ .,;:)]|$))|\bwithout (?:the )?philadelphia\b"),
    ),
    (re.compile(_EARLY.format("early")), re.compile(_EARLY.format("late"))),
    (re.compile(r"\bacute (?:gvhd|graft)"), re.compile(r"\bchronic (?:gvhd|graft)")),
    (
        re.compile(r"\b(?:high|very high|poor)[- ]risk\b"),
        re.compile(r"\b(?:standard|average|intermediate)[- ]risk\b"),
        re.compile(r"\blow[- ]risk\b"),
    ),
    (re.compile(r"\bonset\b|\bstart(?:s|ed)?\b|\bbeg[ai]ns?\b"), re.compile(r"\bduration\b|\blast(?:s|ed)\b")),
)  # fmt: skip
"""The same, and what is said of some figure only: MRD, the Philadelphia chromosome, an early relapse, a high risk."""


_GRADE: Contrasts = (
    (
        re.compile(r"\bsevere\w*|\bserious\w*|\blife-threatening\b|\bgrades? (?:[345]|three|four)\b"),
        re.compile(r"\b(?:any|all) grades?\b|\bany[- ]grade\b|\bof any (?:kind|sort)\b|\bmild\b"),
    ),
)  # fmt: skip


def is_other_grade(texts: Iterable[str], measured: str) -> bool:
    """Whether the clauses of a figure call severe what was counted in any grade, or the reverse."""
    said = next((named for named in (sides(text, _GRADE) for text in texts) if any(named)), (0,))
    return are_apart(said, sides(measured, _GRADE))


@functools.lru_cache(maxsize=2048)
def sides(text: str, contrasts: Contrasts = STATES) -> tuple[int, ...]:
    """For each contrast the sides that a text names: a bit for each."""
    text = text.lower()
    return tuple(sum(bool(side.search(text)) << bit for bit, side in enumerate(contrast)) for contrast in contrasts)


def are_apart(ours: Iterable[int], theirs: Iterable[int]) -> bool:
    """Whether two texts name other sides of a contrast."""
    return any(one and other and not one & other for one, other in zip(ours, theirs, strict=True))


def mentions(text: str, things: Iterable[re.Pattern[str]]) -> Iterator[Mention[int]]:
    """Where a text names which of some things, each as a bit."""
    return ((*match.span(), 1 << bit) for bit, thing in enumerate(things) for match in thing.finditer(text))


def sides_around(texts: Sequence[str], figures: Listed | None) -> Iterator[int]:
    """For each contrast the side of which a figure is said: by the nearest of the texts that names one.

    Where several are named before the first figure, it may be any of them, unless figures are listed in the same order.
    """
    first = sides(lead(texts[-2]))
    for contrast, before, near in zip(STATES, first, zip(*map(sides, texts), strict=True), strict=True):
        named = figures and in_order(figures, mentions(figures.before, contrast), mentions(figures.behind, contrast))
        yield named or (before if before & (before - 1) else next(filter(None, near), 0))
