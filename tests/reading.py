"""A built page as its readers meet it: its article, the words that have to be on paper, the sentences they read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from lxml import html

Element = html.HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)


def page(site: Path, path: str) -> Element:
    """The document at a path of the site."""
    file = site / path.strip("/")
    return html.document_fromstring((file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8"))


def article(document: Element) -> Element:
    """A copy of what stands between the site's header and its footer."""
    found = document.find_class("md-content__inner")
    assert len(found) == 1, "a page has one article"
    return deepcopy(found[0])


def without(root: Element, *selectors: str) -> Element:
    """The same without some parts: of a class (".name"), with an attribute ("[name]"), or of a tag."""
    for selector in selectors:
        if selector.startswith("."):
            parts = root.find_class(selector[1:])
        elif selector.startswith("["):
            parts = root.xpath(f".//*[@{selector[1:-1]}]")
        else:
            parts = root.iter(selector)
        for part in list(parts):
            if part.getparent() is not None:
                part.drop_tree()
    return root


def blocks(root: Element) -> Iterator[tuple[str, str]]:
    """Each text of its own, in reading order, with the tag of the block in which it stands."""
    pending = ""

    def walk(element: Element) -> Iterator[tuple[str, str]]:
        nonlocal pending
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "template"):
            return
        own = element.tag in _BLOCKS or element.tag == "label"
        tag = element.tag
        pending += element.text or ""
        for child in element:
            new = isinstance(child.tag, str) and (child.tag in _BLOCKS or child.tag == "label")
            if new and pending.strip():
                yield tag, " ".join(pending.split())
            pending = "" if new else pending
            yield from walk(child)
            pending += child.tail or ""
        if own:
            if pending.strip():
                yield tag, " ".join(pending.split())
            pending = ""

    yield from walk(root)


def words(text: str) -> list[str]:
    """The words and numbers of a text, in small letters, without what printing may change about them."""
    plain = unicodedata.normalize("NFKC", text).replace("\N{SOFT HYPHEN}", "").lower()
    return re.findall(r"[^\W_]+", plain)


def squeezed(text: str) -> str:
    """A text as one run of letters and digits: lines and hyphens at their ends make no difference."""
    return "".join(words(text))
