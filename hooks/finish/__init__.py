"""Finished page HTML in, better page HTML out. Pure functions that know nothing of the generator.

What the theme and the plugins leave undone is done here, so that it can be done whatever built the page. There are
two steps: `finish_content` for the text of one page (before a search index is made of it), `finish_page` for the
whole document. Doing either twice changes nothing more.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable

from finish import citations, lightbox, links, markup, pictures, shell, survival, tables, tabs, ticks, words

__all__ = ["Facts", "finish_content", "finish_page", "finish_text"]


@dataclasses.dataclass(frozen=True)
class Facts:
    """What the text of a page cannot say of itself.

    `address` is the page's address from the root of the site ("tests/"), `full_address` the one that readers type,
    `glossary_address` the glossary's. `size_of` gives width and height of a picture by its address from the root.
    """

    address: str
    full_address: str
    glossary_address: str = ""
    terms: words.Terms = dataclasses.field(default_factory=dict)
    size_of: Callable[[str], pictures.Size | None] = lambda address: None


def finish_content(html: str, facts: Facts) -> str:
    """The text of a page with its labels for print, its names for screen readers, its words and its addresses."""
    root = markup.read_fragment(lightbox.without_wrapper(html))
    finish_text(root, facts)
    return markup.write_fragment(root)


def finish_text(root: markup.Element, facts: Facts) -> None:
    """The same, done to the element that holds the text."""
    pictures.give_sizes(root, facts.address, facts.size_of)
    lightbox.name_pictures(root)
    tabs.label_panels(root)
    tables.make_scrollable(root)
    ticks.silence_boxes(root)
    survival.guard_figures(root, facts.full_address)
    citations.name_references(root)
    citations.name_ways_back(root)
    links.mark_addresses(root)
    links.list_addresses(root)
    words.list_words(root, facts.address, facts.glossary_address, facts.terms)
    citations.head_sources(root)


# A writer's server renders the whole site at each save, and most pages come out as they were.
@functools.lru_cache(maxsize=64)
def finish_page(html: str) -> str:
    """The whole document with a menu and a search that every reader can reach, and no lightbox where none is needed."""
    root = markup.read_document(html)
    shell.name_search(root)
    shell.add_buttons(root)
    shell.add_skip_link(root)
    shell.place_status(root)
    citations.few_ways_back(root)
    lightbox.load_where_needed(root)
    return markup.write_document(root)
