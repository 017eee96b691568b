"""Which problems of a build stand on a page, on which of its words, and which pages have the others?"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from citecheck.check import Finding
from citecheck.passages import TAB, WRITTEN_KEY
from citecheck.problems import HINTS, Problem
from citecheck.site import Judged

from finish.ledger import way
from finish.problems import Elsewhere, Mark, mark_problems

_IN_THE_TEXT = frozenset(("text", "table cell", "caption", "heading", "box title", TAB))
"""Places whose text is that of a block of the page; the others are attributes, or stand elsewhere."""


@dataclasses.dataclass(frozen=True)
class Shown:
    """A page of a writer's server: its name, and what was decided about it."""

    title: str
    judged: Judged


class Marks:
    """The problems of a build, by the pages on which they are marked."""

    def __init__(self, problems: Iterable[Problem], pages: Mapping[str, Shown]) -> None:
        """Find the place of each problem.

        Args:
            problems: all that were found before the first page was written.
            pages: the pages by their addresses from the site's root.
        """
        ordered = sorted(set(problems))
        self._titles = {address: page.title for address, page in pages.items()}
        self._on = {address: _marks_of(ordered, page.judged) for address, page in pages.items()}
        placed = {problem for marks in self._on.values() for problem in marks}
        self._general = [_mark(problem) for problem in ordered if problem not in placed]

    def put(self, html: str, address: str, more: Iterable[Problem] = ()) -> str:
        """The finished page of this address with its problems marked; `more` are those of the finished page alone."""
        marks = [*self._on[address].values(), *(_mark(problem) for problem in more)]
        elsewhere = [
            Elsewhere(self._titles[other], way(address, other), len(found))
            for other, found in self._on.items()
            if other != address and found
        ]
        return mark_problems(html, marks, self._general, elsewhere)


def _marks_of(problems: Sequence[Problem], judged: Judged) -> dict[Problem, Mark]:
    """The problems of a page, those of the drawings and snippets in it too, each with its place on the page."""
    marks: dict[Problem, Mark] = {}
    for finding, problem in judged.found:
        marks.setdefault(problem, _mark(problem, judged, finding))
    for problem in (problem for problem in problems if problem.places):
        for claim in judged.examined.claims:
            if str(judged.place(claim.passage, claim.statistic.start)) in problem.places:
                finding = Finding(problem.rule, problem.message, claim.passage, claim.statistic.start)
                marks.setdefault(problem, _mark(problem, judged, finding))
    path = judged.document.path
    return marks | {problem: _mark(problem) for problem in problems if problem.path == path and problem not in marks}


def _mark(problem: Problem, judged: Judged | None = None, finding: Finding | None = None) -> Mark:
    """A problem in words for the writer; with its place on the page, if a finding is given that has one."""
    mark = Mark(problem.message, problem.rule, HINTS[problem.rule], problem.where)
    if judged is None or finding is None:
        return mark
    passage, at = finding.passage, finding.at
    picture = passage.place == "alternative text"
    if not picture and passage.place not in _IN_THE_TEXT:
        return mark
    places = {passage.place} if picture else _IN_THE_TEXT
    alike = [
        other for other in judged.page.passages if other.place in places and other.text.split() == passage.text.split()
    ]
    nth = next((index for index, other in enumerate(alike) if other is passage), 0)
    said = [
        claim.statistic.end - at
        for claim in (*judged.examined.claims, *judged.examined.echoes)
        if claim.passage is passage and claim.statistic.start == at
    ]
    key = WRITTEN_KEY.match(passage.text, at)
    length = said[0] if said else len(key[0]) if key else 0
    return dataclasses.replace(mark, text=passage.text, at=at, length=length, nth=nth, picture=picture)
