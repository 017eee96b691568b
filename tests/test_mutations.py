"""The real pages, spoiled in one place at a time: the check must notice.

A citation that is taken away must be missed on its line; a digit of a cited figure that is changed must be refused.
The pages are rendered once, by the real command; each spoiled page is judged by the core alone.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from citecheck.check import Checker, Claim, unsaid
from citecheck.passages import CELL, ECHO, Passage, sentences
from citecheck.site import Judged, Site
from citecheck.sources import Sources, load_sources
from citecheck.today import today
from lxml import html as lxml_html
from real_pages import ROOT, RealPage, rendered


@pytest.fixture(scope="module")
def real_pages(tmp_path_factory: pytest.TempPathFactory) -> list[RealPage]:
    return rendered(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def sources() -> Sources:
    return load_sources(ROOT / "sources", ROOT, today())


def _without(html: str, number: int) -> str:
    """The page without its citation of this number, counted from 0."""
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    found = root.xpath('//a[contains(concat(" ", @class, " "), " footnote-ref ")]')[number]
    mark = found.getparent() if found.getparent().tag == "sup" else found
    mark.drop_tree()
    return "".join(lxml_html.tostring(child, encoding="unicode") for child in root)


def _cited_sentences(judged: Judged) -> list[tuple[str, Passage, str]]:
    """Every citation of a page in order: its key, and the passage and sentence that it stands in."""
    return [
        (mark.what, passage, sentence.text)
        for passage in judged.page.passages
        for sentence in sentences(passage)
        for mark in sentence.citations
    ]


def test_a_citation_that_is_taken_away_is_missed(
    real_pages: list[RealPage], sources: Sources, capsys: pytest.CaptureFixture[str]
) -> None:
    counts: Counter[str] = Counter()
    unnoticed = []
    site = Site(sources)
    for page in real_pages:
        judged = site.judge(page.document())
        assert judged.problems == []
        for number, (key, passage, sentence) in enumerate(_cited_sentences(judged)):
            if not any(
                key in claim.keys and (claim.passage is passage or key in claim.passage.covering_keys)
                for claim in judged.examined.claims
            ):
                counts["carry a fact without a number"] += 1
                continue
            spoiled = site.judge(page.document(_without(page.html, number)))
            resting = [
                before
                for before, after in zip(judged.examined.claims, spoiled.examined.claims, strict=True)
                if before.keys != after.keys
            ]
            if not resting:
                counts["carry a fact without a number"] += 1
                continue
            lines = {judged.place(claim.passage, claim.statistic.start).line for claim in resting}
            if {problem.line for problem in spoiled.problems} & lines:
                counts["are missed on their line"] += 1
            elif all(_borne_out_without(claim, key, sources) for claim in resting):
                counts["stand beside another source that gives the figure"] += 1
            else:
                unnoticed.append(f"{page.path.name}: [^{key}] after {sentence!r}")
    with capsys.disabled():
        print(f"\n{sum(counts.values()) + len(unnoticed)} citations taken away one at a time:", dict(counts))
    assert counts["are missed on their line"] > 100
    assert unnoticed == []


def _borne_out_without(claim: Claim, key: str, sources: Sources) -> bool:
    others = tuple(other for other in claim.keys if other != key)
    prefix = claim.passage.prefix if claim.passage.kind == CELL else ""
    verdicts = Checker(sources).judge(prefix, claim.sentence, others)
    return bool(others) and all(verdict.match is not None for verdict in verdicts)


def _spoils_page(checker: Checker, judged: Judged, passage: Passage, spoiled: str, start: int) -> bool:
    """Whether the page as a whole has a fault with this sentence: a picture that its caption no longer bears out."""
    whole = passage.text
    passage.text = whole[:start] + spoiled + whole[start + len(spoiled) :]
    examined = checker.examine(judged.page)
    passage.text = whole
    return bool([*examined.findings, *unsaid(examined.echoes, examined.says())])


def test_a_digit_that_is_changed_is_refused(
    real_pages: list[RealPage], sources: Sources, capsys: pytest.CaptureFixture[str]
) -> None:
    refused, passed = 0, []
    checker = Checker(sources)
    for page in real_pages:
        judged = Site(sources).judge(page.document())
        seen = set()
        for passage in judged.page.passages:
            if passage.kind == ECHO:
                continue
            prefix = passage.prefix if passage.kind == CELL else ""
            for claim in (
                claim for claim in judged.examined.claims if claim.passage is passage and claim.match is not None
            ):
                start = passage.text.index(claim.sentence) if claim.sentence in passage.text else 0
                for at in range(claim.statistic.start - start, claim.statistic.end - start):
                    if not claim.sentence[at : at + 1].isdigit() or (id(passage), claim.sentence, at) in seen:
                        continue
                    seen.add((id(passage), claim.sentence, at))
                    # The nearest digits: a slip of the pen, and the hardest to tell from rounding.
                    for digit in {str((int(claim.sentence[at]) + step) % 10) for step in (-1, 1)}:
                        spoiled = claim.sentence[:at] + digit + claim.sentence[at + 1 :]
                        verdicts = checker.judge(prefix, spoiled, claim.keys)
                        if any(verdict.match is None for verdict in verdicts) or _spoils_page(
                            checker, judged, passage, spoiled, start
                        ):
                            refused += 1
                        else:
                            passed.append(f"{page.path.name}: {claim.sentence!r} -> {spoiled!r}")
    share = refused / (refused + len(passed))
    if "SHOW_PASSED" in os.environ:
        Path(os.environ["SHOW_PASSED"]).write_text("\n".join(passed), "utf-8")
    with capsys.disabled():
        print(
            f"\n{refused + len(passed)} digits changed one at a time: {refused} refused ({share:.2%}), {len(passed)} passed"
        )
    assert refused > 1000
    assert share >= 0.99, passed
