"""Which hard words does a page use, and what do they mean? A list, made from the page's own links to the glossary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from finish.markup import Element, find, make, plain, read_fragment
from finish.pictures import from_root

Terms = Mapping[str, tuple[str, str]]
"""Anchor in the glossary -> the term and its definition."""

HEADING = "app-words"
_WRITTEN_MARK = re.compile(r"\s*\[\^[^\]\s]+\]")


def read_terms(glossary: str) -> dict[str, tuple[str, str]]:
    """The terms of a glossary page, from its HTML: `<dt id="anchor">Term</dt><dd>Definition</dd>`."""
    terms: dict[str, tuple[str, str]] = {}
    for term in find(read_fragment(glossary), "dt"):
        anchor, meaning = term.get("id"), term.getnext()
        while meaning is not None and meaning.tag == "dt":
            meaning = meaning.getnext()
        if anchor and meaning is not None and meaning.tag == "dd":
            # A definition of several paragraphs explains the word in its first.
            first = next(meaning.iter("p"), meaning)
            terms[anchor] = (plain(term), _WRITTEN_MARK.sub("", plain(first)))
    return terms


def linked_anchors(root: Element, page_address: str, glossary_address: str) -> dict[str, str]:
    """The anchors of the glossary that a page links to, in order of first mention, each with the link's `href`."""
    if not glossary_address or page_address == glossary_address:
        return {}
    glossary = from_root("/" + glossary_address, "")
    anchors: dict[str, str] = {}
    for link in find(root, "a"):
        href = link.get("href") or ""
        parts = urlsplit(href)
        if parts.fragment and parts.path and from_root(href, page_address) == glossary:
            anchors.setdefault(unquote(parts.fragment), href)
    return anchors


def unknown_anchors(html: str, page_address: str, glossary_address: str, terms: Terms) -> list[str]:
    """The anchors that a page links to and that the glossary does not have."""
    linked = linked_anchors(read_fragment(html), page_address, glossary_address)
    return [anchor for anchor in linked if anchor not in terms]


def list_words(root: Element, page_address: str, glossary_address: str, terms: Terms) -> None:
    """The list "Words used here", in the glossary's order, before the sources."""
    if any(heading.get("id") == HEADING for heading in root.iter("h2")):
        return
    linked = linked_anchors(root, page_address, glossary_address)
    used = [anchor for anchor in terms if anchor in linked]
    if not used:
        return
    section = make("section", class_="app-words", aria_labelledby=HEADING)
    # The glossary itself is searched; its words would hide it if every page repeated them.
    section.append(make("h2", "Words used here", id=HEADING, data_search_exclude=""))
    words = make("dl")
    for anchor in used:
        term, meaning = terms[anchor]
        entry, name = make("div"), make("dt")
        name.append(make("a", term, href=linked[anchor]))
        entry.append(name)
        entry.append(make("dd", meaning))
        words.append(entry)
    section.append(words)
    notes = find(root, "div", "footnote")
    place = find(root, "section", "app-link-list") or notes
    if place:
        place[0].addprevious(section)
    else:
        root.append(section)
