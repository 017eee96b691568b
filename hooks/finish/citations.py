"""Is a citation mark known by its name, and its way back too? And does the list of sources have a heading?"""

from __future__ import annotations

import re
from collections import Counter

from finish.markup import Element, add_before, find, make, plain, remove
from finish.ordinals import again

HEADING = "app-sources"
MOST_WAYS_BACK = 5
_NUMBER = re.compile(r"\d+")


def name_references(root: Element) -> None:
    """Each citation mark is called "Source 3", after the number that it shows."""
    for mark in find(root, "a", "footnote-ref"):
        number = _NUMBER.search(plain(mark, frozenset()))
        if number:
            mark.set("aria-label", f"Source {number[0]}")


def name_ways_back(root: Element) -> None:
    """Each link from a source back to the text says which source and which mention; no two sound alike."""
    seen: Counter[str] = Counter()
    for link in find(root, "a", "footnote-backref"):
        title = link.get("title")
        if title is None:
            continue
        link.set("aria-label", title + again(seen[title], "mention"))
        seen[title] += 1


def few_ways_back(root: Element) -> None:
    """A source that is cited often keeps the way back to its first mention only: forty arrows lead nobody anywhere."""
    for notes in find(root, "div", "footnote"):
        for note in notes.iter("li"):
            ways = find(note, "a", "footnote-backref")
            for way in ways[1:] if len(ways) > MOST_WAYS_BACK else []:
                remove(way)


def head_sources(root: Element) -> None:
    """The heading "Sources" stands before the list of notes."""
    for notes in find(root, "div", "footnote"):
        before = notes.getprevious()
        if before is not None and before.get("id") == HEADING:
            continue
        for rule in [child for child in notes if child.tag == "hr"]:
            notes.remove(rule)
        # Whoever searches looks for a page, not for the titles of its sources.
        heading = make("h2", "Sources", id=HEADING, data_search_exclude="")
        add_before(notes, heading)
        notes.set("role", "region")
        notes.set("aria-labelledby", HEADING)
