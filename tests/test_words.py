"""Are the pages easy to read? Measured on what is built, as readers meet it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import textstat
from reading import Element, article, blocks, page, without

GRADE, SMOG, MEAN, LONGEST, SECTION, LIST = 6.9, 9.0, 13, 25, 8.0, 7

# A section below this many words is too short for a grade to mean anything.
MEASURABLE = 60

UNREAD = (
    ".headerlink",
    ".footnote-ref",
    ".tabbed-labels",  # each panel has its label
    ".app-tab-label",  # one word, and the panel's first words say it
    ".app-link-list",  # addresses
    ".app-link-mark",
    ".app-left-out",
    ".app-tick",
    ".footnote",  # sources: other people's titles and names
    "[data-ledger]",  # lists made of records, for those who look something up
)


def read_aloud(path: str, site: Path) -> list[tuple[str, str]]:
    """The texts of a page without its sources, each with the tag of its block, each with an end."""
    root = without(article(page(site, path)), *UNREAD)
    for heading in root.xpath(".//h2[@id='app-sources']"):
        heading.drop_tree()
    return [(tag, text if text[-1] in ".!?" else text.rstrip(":;,") + ".") for tag, text in blocks(root)]


def sentences(text: str) -> list[str]:
    """The sentences of a text; a point inside a number ends none."""
    return [part for part in re.split(r"(?<=[.!?])[\"”’)]*\s+", text) if re.search(r"\w", part)]


def length(sentence: str) -> int:
    return sum(1 for word in sentence.split() if re.search(r"\w", word))


def test_a_page_is_easy_to_read(page_path: str, site: Path) -> None:
    text = " ".join(text for _, text in read_aloud(page_path, site))
    grade, smog = textstat.flesch_kincaid_grade(text), textstat.smog_index(text)
    assert grade <= GRADE, f"Flesch-Kincaid grade {grade}"
    assert smog <= SMOG, f"SMOG {smog}"


def test_sentences_are_short(page_path: str, site: Path) -> None:
    found = [sentence for _, text in read_aloud(page_path, site) for sentence in sentences(text)]
    long = [sentence for sentence in found if length(sentence) > LONGEST]
    assert not long, "\n".join(long)
    mean = sum(map(length, found)) / len(found)
    assert mean <= MEAN, f"{mean:.1f} words in the mean sentence"


def test_no_section_is_hard(page_path: str, site: Path) -> None:
    sections: dict[str, list[str]] = {}
    heading = ""
    for tag, text in read_aloud(page_path, site):
        heading = text if tag in ("h1", "h2") else heading
        sections.setdefault(heading, []).append(text)
    hard = []
    for heading, texts in sections.items():
        text = " ".join(texts)
        if len(text.split()) >= MEASURABLE and (grade := textstat.flesch_kincaid_grade(text)) > SECTION:
            hard.append(f"{heading} grade {grade}")
    assert not hard, "\n".join(hard)


def test_lists_are_short(page_path: str, site: Path) -> None:
    root = without(article(page(site, page_path)), *UNREAD)
    long = [_beginning(found) for found in root.iter("ul", "ol") if len(found.findall("li")) > LIST]
    assert not long, "\n".join(long)


def _beginning(found: Element) -> str:
    return f"{len(found.findall('li'))} items: {' '.join(found.text_content().split())[:80]} …"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Call now. A fever is 38°C (100.4°F).", [2, 5]),
        ("Do you know? Ask us!", [3, 2]),
        ("About 1,440 children (5.5%) did.", [5]),
    ],
)
def test_sentences_and_their_length_are_told_right(text: str, count: list[int]) -> None:
    assert [length(sentence) for sentence in sentences(text)] == count
