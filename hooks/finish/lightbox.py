"""What does the lightbox break, and what mends it? It wraps the page, mixes tabs, drops names and loads everywhere."""

from __future__ import annotations

import re

from finish.markup import Element, add_before, find, has_class, make, remove

UNSEEN = "app-unseen"
"""Class of words for those who listen."""

_WRAPPER = re.compile(
    r"\s*<html\b[^>]*>\s*<head>\s*</head>\s*<body>(.*)</body>\s*</html>\s*", re.DOTALL | re.IGNORECASE
)


def without_wrapper(html: str) -> str:
    """The text of a page without the document that the plugin puts around it, and with which the search index gets
    an empty entry a page.
    """
    match = _WRAPPER.fullmatch(html)
    return match[1] if match else html


def name_pictures(root: Element) -> None:
    """Each link to a large picture says so and keeps the picture's description there. The picture is shown beside those
    of its own tab only: an adult's must not follow a child's.
    """
    panels = {panel: f"tab-{number}" for number, panel in enumerate(find(root, "div", "tabbed-block"), start=1)}
    for link in find(root, "a", "glightbox"):
        panel = next((ancestor for ancestor in link.iterancestors() if ancestor in panels), None)
        link.set("data-gallery", panels[panel] if panel is not None else "page")
        for picture in link.iter("img"):
            link.set("data-alt", picture.get("alt") or "")
            before = picture.getprevious()
            if before is None or not has_class(before, UNSEEN):
                add_before(picture, make("span", "Open large: ", class_=UNSEEN, data_search_exclude=""))


def load_where_needed(root: Element) -> None:
    """The plugin's files are loaded only on a page with such a link, and there after the text instead of before it."""
    parts = [element for element in root.iter("link", "script", "style") if _belongs_to_plugin(element)]
    needed = bool(find(root, "a", "glightbox"))
    body = next(root.iter("body"))
    for element in parts:
        parent = element.getparent()
        if parent is None or (needed and element.tag == "style"):
            continue
        remove(element)
        if needed:
            body.append(element)


def _belongs_to_plugin(element: Element) -> bool:
    address = element.get("href") or element.get("src") or ""
    return "/glightbox.min." in address or element.get("id") in ("glightbox-style", "init-glightbox")
