"""Of a finding that gives one figure for each of several, whose figure does a sentence name?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from citecheck.clauses import lead, own_words
from citecheck.evidence import Evidence
from citecheck.listed import Listed, Mention, in_order

_PLAIN_WORDS = frozenset(
    "a an and at by for from in no of on or only out over than that the then to under was were with without year years "
    "later after before within more less".split()
)
_SYNONYMS = (
    (re.compile(r"\bgrades? [345](?: ?(?:-|–|to|and|or) ?[45]| ?\+| (?:and|or|to) (?:more|higher|worse|above|over|up))?"), "severe"),
    (re.compile(r"\b(?:serious|life-threatening)\b"), "severe"),
    (re.compile(r"\bchemo\b|\b(?:standard|usual|conventional) (?:drugs|treatment|therapy|care)\b"), "chemotherapy"),
    (re.compile(r"\b(?:total|whole)[- ]body (?:radiation|irradiation|radiotherapy)\b|\btbi\b"), "radiation tbi"),
    (re.compile(r"\b(?:irradiation|radiotherapy)\b"), "radiation"),
    (re.compile(r"\boutside (?:of )?(?:the )?(?:bone )?marrow\b"), "extramedullary"),
    (re.compile(r"\bbrothers? (?:and|or) sisters?\b"), "siblings"),
    (re.compile(r"\bdummy (?:drug|treatment|pills?|tablets?)\b"), "placebo"),
    (re.compile(r"\b(?:without|(?:did|had|have|has|were|was) not (?:have|had|get|given|receive)|(?:had|got|were given|have) no) (?:an? |the |any )?"), "no "),
    (re.compile(r"\b(?:years?|months?|weeks?|days?) later\b"), ""),
)  # fmt: skip
"""Other words for what a label may say."""


@functools.lru_cache(maxsize=2048)
def _plainly(text: str) -> str:
    """A text in small letters, with one word for what can be said in several ways."""
    text = text.lower()
    for said, word in _SYNONYMS:
        text = said.sub(word, text)
    return text


@functools.lru_cache(maxsize=2048)
def _words(text: str) -> frozenset[str]:
    """The words of a text that can tell one thing from another."""
    return frozenset(re.findall(r"[a-z][a-z-]+", _plainly(text))) - _PLAIN_WORDS


@functools.lru_cache(maxsize=512)
def _marks(labels: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """For each of some labels the patterns by which a text, said plainly, can name it: words that no other label has.

    Where one has none ("over two years, and under two years"), all go by their full text. "Transplant, and no
    transplant" go by that one word, denied or not.
    """
    plain = [_plainly(label) for label in labels]
    denied = next((label.split()[1] for label in plain if re.match(r"no \w", label)), None)
    own = [_words(label).difference(*(_words(other) for other in labels if other != label)) for label in labels]
    marks: list[set[str]] = []
    for label, words in zip(plain, own, strict=True):
        if denied and label.startswith("no "):
            marks.append({f"no (?:[a-z-]+ )?{re.escape(denied)}"})
        elif denied:
            marks.append({rf"(?<!no ){re.escape(word)}" for word in {*words, denied}})
        else:
            marks.append({re.escape(word) for word in (words if all(own) else (label,))})
    return tuple(tuple(re.compile(rf"(?<![\w-]){mark}(?!\w)") for mark in sorted(each)) for each in marks)


def _named(text: str, evidence: Evidence) -> Iterator[Mention[str]]:
    """Where a text, said plainly, names which of the labels of a finding's figures."""
    labels = (evidence.label, *evidence.others)
    for label, marks in zip(labels, _marks(labels), strict=True):
        yield from ((*match.span(), label) for mark in marks for match in mark.finditer(text))


def names_label(texts: Iterable[str], evidence: Evidence) -> bool:
    """Whether the words around a figure name a finding's label before those of its other figures."""
    told = ({label for _, _, label in _named(_plainly(text), evidence)} for text in texts)
    return evidence.label in next(filter(None, told), ())


def tells_of_another(texts: tuple[str, ...], figures: Listed | None, evidence: Evidence) -> bool:
    """Whether the nearest words that name one of a finding's labels name another figure's, and not this one's.

    Where several are named before the first figure ("more with the drug than without: 15% here, 10% there") no words
    decide, unless figures are listed in the same order.
    """
    if figures:
        figures = figures._replace(before=_plainly(figures.before), behind=_plainly(figures.behind))
        named = in_order(figures, _named(figures.before, evidence), _named(figures.behind, evidence))
        if named is not None:
            return named != evidence.label
    first = {label for _, _, label in _named(_plainly(lead(texts[2])), evidence)}
    if len(first) > 1:
        return False
    for text in own_words(texts):
        told = {label for _, _, label in _named(_plainly(text), evidence)}
        if told:
            # Of several shares one may be said of "the others".
            return evidence.label not in told and text.count("%") < 2
    return False
