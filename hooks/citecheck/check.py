"""The decision: which statistics of a page have no citation, and which their sources do not give."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from citecheck.clauses import nearest
from citecheck.closeness import same
from citecheck.evidence import Evidence, Match, by_figure
from citecheck.numbers import shape
from citecheck.outcomes import are_other_outcomes, outcome_around, tells_of_life
from citecheck.passages import CELL, ECHO, NAME, PICTURE, WRITTEN_KEY, Page, Passage, Sentence, Stray, sentences
from citecheck.refusals import why_refused
from citecheck.sources import Source, Sources
from citecheck.statistics import Statistic, may_hold_statistic, statistics
from citecheck.subject import Subject, is_for, is_subject_of, subject_of
from citecheck.support import bears_out

_EXEMPTIBLE = frozenset(("count", "threshold", "time", "other", "range", "change"))
"""Kinds of statistic that a reasoned exemption may clear; a share, a rate, a ratio, a median, an interval never."""

NOTE, LOST = "note", "alternative text or title"
"""Places that hold no text of the page: a note written by hand, a citation that was swallowed."""

_SENTENCES = 2048
"""How many sentences are remembered with what was decided: those of a menu stand on every page."""


@dataclasses.dataclass(frozen=True)
class Finding:
    """Something wrong at an offset of a passage: the rule, what is said, and the passage."""

    rule: str
    message: str
    passage: Passage
    at: int


@dataclasses.dataclass(frozen=True)
class Claim:
    """A statistic where it stands, with what was decided about it.

    `statistic` counts its offsets in the passage's text. `match` is what bears it out, None where nothing does.
    `exempt` is the writer's reason why it is no statistic, None where there is none.
    """

    statistic: Statistic
    passage: Passage
    sentence: str
    keys: tuple[str, ...]
    match: Match | None = None
    exempt: str | None = None
    mark: str = ""
    """Id on the page of the citation or exemption that stands with the sentence; empty where it stands elsewhere."""


@dataclasses.dataclass
class Examined:
    """What a page says: its claims, what is wrong with it alone, and what it must still echo."""

    claims: list[Claim] = dataclasses.field(default_factory=list)
    findings: list[Finding] = dataclasses.field(default_factory=list)
    echoes: list[Claim] = dataclasses.field(default_factory=list)
    """Statistics of headings, titles and labels: they must stand, cited, in the text of the page too."""
    cited: set[str] = dataclasses.field(default_factory=set)

    def says(self, tab: tuple[str, ...] = ()) -> Said:
        """What the text of the page gives with a citation, to those who read this tab and no other."""
        said: dict[Value, list[Claim]] = {}
        for claim in self.claims:
            if claim.keys and claim.exempt is None:
                if all(own == other for own, other in zip(claim.passage.tab, tab, strict=False)):
                    said.setdefault(value(claim.statistic), []).append(claim)
        return said


Value = tuple[str, Decimal | None, Decimal | None, str]
Said = Mapping[Value, Sequence[Claim]]
"""Values, and the claims that say them; of none, nothing is known."""


def value(statistic: Statistic) -> Value:
    """What a statistic says, however it is written: 13 out of 100 and 13% are one value."""
    unit = "" if statistic.unit == "count" else statistic.unit
    words = statistic.text.lower() if statistic.low is None else ""
    return (unit, statistic.low and statistic.low.normalize(), statistic.high and statistic.high.normalize(), words)


def printed_alike(one: Statistic, other: Statistic) -> bool:
    """Whether two statistics print one value, if need be in two precisions: 43% and 43.2%, but not 49% and 50%."""
    fine, coarse = sorted((one, other), key=lambda statistic: statistic.step)
    if fine.low is None or fine.high is None or coarse.low is None or coarse.high is None:
        return True
    return same(coarse.low, coarse.step, fine.low) and same(coarse.high, coarse.step, fine.high)


def evidence_of(source: Source) -> list[Evidence]:
    """The findings of a record, as evidence for figures; its other lines bear out ages and spans of time."""
    found = []
    for finding in source.findings:
        whole = Evidence(
            tuple(finding.printed),
            finding.measures,
            finding.n,
            finding.clock or "",
            finding.interval or "",
            source.key,
            finding.id,
            "; ".join(filter(None, (finding.population, finding.years, finding.derived, finding.caution))),
            finding.population or "",
        )
        found += by_figure(whole)
    if source.supports:
        found.append(Evidence((), source=source.key, context="; ".join(source.supports)))
    return found


@dataclasses.dataclass(frozen=True)
class Verdict:
    """What was decided about one statistic of a sentence; its offsets count in the sentence."""

    statistic: Statistic
    match: Match | None


class Checker:
    """Decides about pages, with the records of one folder. Sentences that stand on many pages are judged once."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self._evidence = {key: evidence_of(source) for key, source in sources.records.items()}
        self._verdicts = functools.lru_cache(maxsize=_SENTENCES)(self._decide)

    # -------------------------------------------------------------- one sentence
    def judge(self, prefix: str, text: str, keys: tuple[str, ...], around: tuple[str, ...] = ()) -> tuple[Verdict, ...]:
        """The statistics of a sentence, and what the sources with these keys bear out.

        Args:
            prefix: what stands in front of the sentence to be understood: the headers of a cell.
            text: the sentence.
            keys: the sources that it cites.
            around: texts around it that say of whom it speaks, the nearest first.
        """
        if not may_hold_statistic(prefix + text if prefix else text):
            return ()
        return self._verdicts(prefix, text, keys, around)

    def _decide(self, prefix: str, text: str, keys: tuple[str, ...], around: tuple[str, ...]) -> tuple[Verdict, ...]:
        whole = prefix + text
        found = _statistics_behind(prefix, text)
        everything = [
            evidence for key in keys for evidence in self._evidence.get(key, ()) if is_for(evidence, (whole, *around))
        ]
        matches: Sequence[Match | None] = bears_out(whole, found, everything) if everything else [None] * len(found)
        return tuple(
            Verdict(_moved(statistic, -len(prefix)), match) for statistic, match in zip(found, matches, strict=True)
        )

    def _why_refused(self, prefix: str, text: str, number: int, keys: tuple[str, ...], around: tuple[str, ...]) -> str:
        """Why the sources with these keys do not bear out one of the statistics of a sentence."""
        given = {key: self._evidence[key] for key in keys if key in self._evidence}
        return why_refused(prefix + text, _statistics_behind(prefix, text), number, given, around)

    # -------------------------------------------------------------- one page
    def examine(
        self, page: Page, pictures: Callable[[str], Iterable[Passage]] = lambda source: (), audience: str = ""
    ) -> Examined:
        """What a page says and what is wrong with it.

        Args:
            page: the page as passages.
            pictures: gives the texts inside a picture, by the address in its `src`.
            audience: whom the page is for; the label of a tab and the lead-in of a list say it for what stands there.
        """
        examined = Examined()
        for passage in page.passages:
            if passage.kind == PICTURE:
                for shown in (passage, *pictures(passage.source)):
                    self._picture(shown, passage.captions, examined)
            else:
                self._passage(passage, audience, examined)
        for key, by_us in page.notes.items():
            if not by_us:
                nowhere = Passage(f"[^{key}]:", ECHO, NOTE, [], [], [], [])
                examined.findings.append(
                    Finding("handwritten-footnote", f'the note "[^{key}]:" is written by hand', nowhere, 0)
                )
        for key in page.lost:
            nowhere = Passage(f"[^{key}]", ECHO, LOST, [], [], [], [])
            examined.findings.append(
                Finding("misplaced-citation", f'"[^{key}]" does not work in this place ({LOST})', nowhere, 0)
            )
        for stray in page.strays:
            examined.findings.extend(self._stray(stray))
        return examined

    def _stray(self, stray: Stray) -> Iterator[Finding]:
        """A citation that did not become a note."""
        key = stray.what
        if key in self.sources.broken:
            return
        if key in self.sources.records:
            message = f'"[^{key}]" does not work in this place ({stray.place})'
            yield Finding("misplaced-citation", message, stray.passage, stray.at)
        else:
            message = f'no source is named "{key}"{self.sources.suggest(key)}'
            yield Finding("unknown-source", message, stray.passage, stray.at)

    def _passage(self, passage: Passage, audience: str, examined: Examined) -> None:
        prefix = passage.prefix if passage.kind == CELL else ""
        if not passage.exemptions and not may_hold_statistic(prefix + passage.text):
            # As most passages: there is nothing in it but what it cites.
            examined.cited.update(mark.what for mark in passage.citations)
            return
        covering = tuple(passage.covering_keys)
        around = tuple(filter(None, (*(group.text for group in passage.covered_by), " ".join(passage.tab), audience)))
        for sentence in sentences(passage):
            own = tuple(dict.fromkeys((*(mark.what for mark in sentence.citations), *covering)))
            examined.cited.update(mark.what for mark in sentence.citations)
            if sentence.text or sentence.exemptions:
                self._sentence(passage, sentence, prefix, own, around, examined)

    def _sentence(
        self,
        passage: Passage,
        sentence: Sentence,
        prefix: str,
        keys: tuple[str, ...],
        around: tuple[str, ...],
        examined: Examined,
    ) -> None:
        verdicts = self.judge(prefix, sentence.text, keys, around)
        reasons = [mark.what for mark in sentence.exemptions]
        for mark in sentence.exemptions:
            if not mark.what:
                examined.findings.append(
                    Finding("unreasoned-exemption", "the exemption gives no reason", passage, mark.at)
                )
        anchor = next((mark.id for mark in (*sentence.citations, *sentence.exemptions) if mark.id), "")
        cleared, refused = 0, []
        told: set[tuple[str, Decimal, Decimal]] = set()
        a_share_is_refused = any(verdict.match is None and verdict.statistic.unit == "percent" for verdict in verdicts)
        for number, verdict in enumerate(verdicts):
            statistic = _moved(verdict.statistic, sentence.start)
            claim = Claim(statistic, passage, sentence.text, keys, verdict.match, mark=anchor)
            may_be_exempt = bool(reasons) and _may_be_exempt(sentence.text, verdict.statistic)
            if passage.kind == ECHO:
                if may_be_exempt:
                    cleared += 1
                    examined.claims.append(dataclasses.replace(claim, exempt=reasons[0]))
                else:
                    examined.echoes.append(claim)
                continue
            if any(key in self.sources.broken or key not in self.sources.records for key in keys):
                # The key is a problem of its own: no second one for the same slip.
                examined.claims.append(claim)
                continue
            if claim.match is None and may_be_exempt:
                cleared += 1
                examined.claims.append(dataclasses.replace(claim, exempt=reasons[0]))
                continue
            examined.claims.append(claim)
            if claim.match is not None:
                continue
            if reasons:
                refused.append(statistic)
            elif not keys and WRITTEN_KEY.search(sentence.text):
                # Its citation does not work, which is told as a problem of its own.
                continue
            elif not keys:
                examined.findings.append(
                    Finding("uncited-statistic", f'"{statistic.text}" has no citation', passage, statistic.start)
                )
            elif not told.isdisjoint(same := _said_alike(statistic)):
                # "13 out of 100 (13%), and 87 did not": one slip, told once.
                continue
            elif statistic.kind == "time" and a_share_is_refused:
                # It says when the share was taken, and is judged with it.
                continue
            else:
                told |= same
                why = self._why_refused(prefix, sentence.text, number, keys, around)
                examined.findings.append(
                    Finding("unsupported-statistic", f'"{statistic.text}" {why}', passage, statistic.start)
                )
        for statistic in refused:
            examined.findings.append(
                Finding("forbidden-exemption", f'"{statistic.text}" cannot be exempted', passage, statistic.start)
            )
        if any(reasons) and not cleared and not refused:
            examined.findings.append(
                Finding("unused-exemption", "the exemption clears nothing", passage, sentence.exemptions[0].at)
            )

    def _picture(self, shown: Passage, captions: Sequence[Passage], examined: Examined) -> None:
        """A statistic in a picture or its alternative text must stand, cited, in the caption."""
        if not may_hold_statistic(shown.text):
            return
        said = {number.value for caption in captions if caption.citations for number in shape(caption.text).numbers}
        for statistic in statistics(shown.text):
            numbers = [number.value for number in shape(statistic.text).numbers]
            if numbers and all(number in said for number in numbers):
                continue
            examined.findings.append(
                Finding(
                    "caption-mismatch",
                    f'"{statistic.text}" in the {shown.place} is not in the picture\'s caption with a citation',
                    shown,
                    statistic.start,
                )
            )


def unsaid(echoes: Iterable[Claim], said: Said, told: Iterable[Finding] = ()) -> Iterator[Finding]:
    """The statistics of titles, headings and labels that the text, which says these values with citations, lacks.

    Args:
        echoes: the statistics.
        said: what the text says.
        told: what is told of the page already.
    """
    # The build names sets of tabs by their labels, and tables by their captions and headings: the writer wrote those.
    texts = {finding.passage.text for finding in told if finding.passage.kind != PICTURE}
    for claim in sorted(echoes, key=lambda claim: claim.passage.place == NAME):
        alike = said.get(value(claim.statistic))
        if alike is not None and (not alike or any(_may_say_the_same(claim, other) for other in alike)):
            continue
        passage, written = claim.passage, claim.statistic.text
        if passage.place == NAME and any(written in text and text in passage.text for text in texts):
            continue
        texts.add(passage.text)
        article = "an" if passage.place[0] in "aeiou" else "a"
        why = (
            f'is said of something else than in the text of the page ("{alike[0].sentence}")'
            if alike
            else "does not stand in the text of the page with a citation"
        )
        message = f'"{written}" in {article} {passage.place} {why}'
        yield Finding("unsaid-statistic", message, passage, claim.statistic.start)


def _may_say_the_same(claim: Claim, other: Claim) -> bool:
    """Whether two claims of one value may speak of the same: what happened, and what the finding of the other is about."""
    for own, subject in _subjects(claim):
        if any(are_other_outcomes(subject.outcome, theirs.outcome) for _, theirs in _subjects(other)):
            return False
        match = other.match
        if match is not None and match.given is not None and not is_subject_of(match.evidence, subject, own):
            return False
    return True


def _subjects(claim: Claim) -> list[tuple[Statistic, Subject]]:
    """A claim's statistic as it stands in its sentence, and what is said there."""
    return [
        (own, subject_of(claim.sentence, own)) for own in statistics(claim.sentence) if own.text == claim.statistic.text
    ]


def _may_be_exempt(sentence: str, statistic: Statistic) -> bool:
    """Whether a reasoned exemption may clear a statistic: by its kind, and if it is no figure of survival."""
    if statistic.kind == "time":
        return not tells_of_life(outcome_around(nearest(sentence, statistic)[:2]))
    return statistic.kind in _EXEMPTIBLE


def _said_alike(statistic: Statistic) -> set[tuple[str, Decimal, Decimal]]:
    """A statistic's value, and of a share or a bare number the rest of a hundred too, to know one slip in many places."""
    low, high = statistic.low, statistic.high
    if low is None or high is None:
        return set()
    if statistic.unit not in ("", "count", "percent"):
        return {(statistic.unit, low, high)}
    return {("", low, high), ("", 100 - high, 100 - low)}


def _statistics_behind(prefix: str, text: str) -> list[Statistic]:
    """The statistics of a sentence that is read with what stands in front of it; their offsets count from there."""
    return [statistic for statistic in statistics(prefix + text) if statistic.end > len(prefix)]


def _moved(statistic: Statistic, by: int) -> Statistic:
    if not by:
        return statistic
    return dataclasses.replace(statistic, start=max(0, statistic.start + by), end=statistic.end + by)
