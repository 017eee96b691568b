"""Is the line that a message names the line where the writer wrote it?

The proof does not use the code that is tested: the pages are rendered once more with the number of its line hung on
every word, and read off the rendered sentence.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from citecheck.frontmatter import body_start
from citecheck.passages import Passage, read, sentences
from citecheck.places import align
from citecheck.site import Site
from citecheck.sources import load_sources
from citecheck.today import today
from real_pages import ROOT, RealPage, rendered

# What must stay as it is for the page to be rendered in the same way.
_KEPT = re.compile(
    r"^\s*(?:===|!!!|\?\?\?|///|--8<--|\|?[ :|-]+\|?$).*$|\]\([^)\n]*\)|\[\^[^\]\n]*\]|\{[^}\n]*\}|<[^>\n]*>|&\w+;|`[^`\n]*`",
    re.MULTILINE,
)
_WORD = re.compile(r"\b[A-Za-z]{3,}\b")
_LINE = re.compile(r"q(\d+)q")


def _with_lines(text: str) -> str:
    """The page with the number of its line hung on every word of its text."""
    start = body_start(text)
    first = text[:start].count("\n") + 1
    pieces = [text[:start]]
    at = start
    for kept in [*_KEPT.finditer(text, start), None]:
        end = kept.start() if kept else len(text)

        def hung(match: re.Match[str]) -> str:
            line = first + text.count("\n", start, match.start())
            return f"{match.group()}q{line}q"

        position = at
        for word in _WORD.finditer(text, at, end):
            pieces += [text[position : word.start()], hung(word)]
            position = word.end()
        pieces.append(text[position:end])
        if kept:
            pieces.append(kept.group())
            at = kept.end()
    return "".join(pieces)


def _line_near(passage: Passage, at: int) -> int | None:
    """The line that the word nearest to an offset carries."""
    carried = [(abs(match.start() - at), int(match[1])) for match in _LINE.finditer(passage.text)]
    return min(carried)[1] if carried else None


def test_the_line_of_every_statistic(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(ROOT / "docs", docs)
    for path in docs.rglob("*.md"):
        path.write_text(_with_lines(path.read_text("utf-8")), "utf-8")
    real = {page.path.relative_to(ROOT / "docs"): page for page in rendered(tmp_path / "site")}
    shadow = {page.path.relative_to(docs): page for page in rendered(tmp_path / "shadow", docs, may_fail=True)}
    assert real.keys() == shadow.keys()
    site = Site(load_sources(ROOT / "sources", ROOT, today()))
    right, wrong = 0, []
    for name, page in real.items():
        for told, shown in _sentences(site, page, shadow[name]):
            if told == shown:
                right += 1
            else:
                wrong.append(f"{name}: told {told}, written on {shown}")
    with capsys.disabled():
        print(f"\n{right + len(wrong)} statistics of the real pages: {right} told on their line")
    assert right > 500
    assert right >= 0.99 * (right + len(wrong)), wrong


def _sentences(site: Site, page: RealPage, shadow: RealPage) -> list[tuple[int, int]]:
    """For every statistic of a page the line that a message would name, and the line that its words carry."""
    judged = site.judge(page.document())
    passages = [passage for passage in judged.page.passages if passage.text]
    carrying = [passage for passage in read(shadow.html).passages if passage.text]
    assert len(passages) == len(carrying)
    found = []
    for claim in judged.examined.claims:
        twin = carrying[passages.index(claim.passage)]
        # The same share of the way through the text: the words are the same, each with its line behind it.
        share = claim.statistic.start / len(claim.passage.text)
        line = _line_near(twin, round(share * len(twin.text)))
        if line is not None:
            found.append((judged.place(claim.passage, claim.statistic.start).line, line))
    return found


def test_sentences_that_stand_twice_are_told_apart() -> None:
    words = "About 13 had one . About 13 had one . Then 13 had one .".split()
    assert align(words, words) == {index: index for index in range(len(words))}
    assert align(words[5:], words)[0] in (0, 5)


def test_every_sentence_of_a_page_is_found() -> None:
    page = read("<p>One. Two <b>three</b>. Four!</p><ul><li>Five.</li></ul>")
    assert [sentence.text for passage in page.passages for sentence in sentences(passage)] == [
        "One.",
        "Two three.",
        "Four!",
        "Five.",
    ]
