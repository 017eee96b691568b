"""What is wrong, where, and how it is said: one line a problem, one hint a rule."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterable
from pathlib import Path

HINTS = {
    "uncited-statistic": "cite the source in the same sentence: put [^key], the name of a file in sources/, "
    "right after the figure or the full stop",
    "unsupported-statistic": "correct the figure, cite the source that gives it, or add the figure to the findings "
    "of the record once you have read it there",
    "diverging-figure": "print one figure of a source in one way everywhere: the same number, or the same number rounded",
    "unsaid-statistic": "give the same figure, cited, in the text of that page, or take it out of this place",
    "caption-mismatch": "give the same figure, cited, in the picture's caption, or take it out of the picture",
    "unknown-source": "the key in [^key] is the name of a file in sources/, without .yml",
    "unused-source": "cite the record on a page, or delete the file",
    "misplaced-citation": "a citation works only in running text: take it out of code, alt text, titles and raw HTML",
    "handwritten-footnote": "delete the definition and cite a record in sources/ instead; its note is written for you",
    "unused-exemption": "delete the comment, or place it directly after the sentence or cell that it is for",
    "unreasoned-exemption": "say why: <!-- not-a-statistic: reason -->",
    "forbidden-exemption": "a percent, n in m, ratio, median, survival figure, CI or p-value needs a source, "
    "not an exemption",
    "invalid-source": "mend the field in the record; the fields are explained in README.md",
    "overdue-source": "read the source again, mend the record, and set accessed, checked and review_by anew",
    "unreadable-page": "save the file as UTF-8 text",
    "unreadable-html": "give a folder of finished HTML or an HTML file",
    "uncollected-statistic": "the text was put there by a template, a plugin or another hook: write it in the page, "
    "where it can be cited",
    "front-matter": "every page begins with title, description, audience, checked, next_check, reviewed_by, handout "
    "between two lines of ---",
    "empty-page": "write the page, or take it out of docs/ and of nav",
    "missing-snippet": "correct the name in the snippet line, or add the file",
    "unknown-term": "link to a word that glossary.md defines",
}
"""How to mend what each rule finds. The keys are all the rules there are."""


def shown_path(path: Path, root: Path) -> str:
    """A path as the writer sees it: from the project's root where it lies below it."""
    resolved = path.resolve()
    return resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else path.as_posix()


@dataclasses.dataclass(frozen=True, order=True)
class Problem:
    """One thing that stops the build. `path` is as the writer sees it, from the project's root.

    `line` and `column` count from 1; 0 where the place in the file is not known. `places` are all places of a problem
    that has several, each in one word.
    """

    path: str
    line: int
    column: int
    message: str
    rule: str
    places: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """The place in one word: path:line:column, as far as it is known."""
        return ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])

    def __str__(self) -> str:
        return f"{self.where}: {self.message} [{self.rule}]"


def as_text(problems: Iterable[Problem]) -> str:
    """All problems, sorted, a line each; then each rule's cure, once."""
    ordered = sorted(set(problems))
    lines = [str(problem) for problem in ordered]
    for rule in dict.fromkeys(problem.rule for problem in ordered):
        lines.append(f"hint: [{rule}] {HINTS[rule]}")
    if "GITHUB_ACTIONS" in os.environ:
        lines.append(as_github(ordered))
    return "\n".join(lines)


def as_json(problems: Iterable[Problem]) -> str:
    """The problems as a JSON list of objects, with the hint in each."""
    rows = [{**dataclasses.asdict(problem), "hint": HINTS[problem.rule]} for problem in sorted(set(problems))]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_github(problems: Iterable[Problem]) -> str:
    """The problems as GitHub annotation lines, which stand beside the line in a pull request."""

    def escape(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    return "\n".join(
        f"::error file={escape(problem.path).replace(',', '%2C').replace(':', '%3A')},line={max(1, problem.line)},"
        f"col={max(1, problem.column)},title={problem.rule}::{escape(problem.message)}"
        for problem in sorted(set(problems))
    )
