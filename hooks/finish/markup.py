"""How is HTML read, built and written? One parser for all steps, with each mended page written back as it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import lxml.html
from lxml.etree import _Element as Element

__all__ = [
    "Element", "add_after", "add_before", "find", "has_class", "headings_above", "make", "plain", "read_document",
    "read_fragment", "write_document", "write_fragment",
]  # fmt: skip


def read_fragment(html: str) -> Element:
    """The text of a page, inside a `div` that is not part of it."""
    root: Element = lxml.html.fragment_fromstring(html, create_parent="div")
    return root


def write_fragment(root: Element) -> str:
    """The inside of what `read_fragment` gave."""
    html: str = lxml.html.tostring(root, encoding="unicode")
    return html[html.index(">") + 1 : html.rindex("</")]


def read_document(html: str) -> Element:
    """A whole page, from `html` down."""
    root: Element = lxml.html.document_fromstring(html)
    return root


def write_document(root: Element) -> str:
    """A whole page with its doctype."""
    html: str = lxml.html.tostring(root, encoding="unicode")
    return f"<!doctype html>\n{html}\n"


def make(tag: str, text: str = "", **attributes: str) -> Element:
    """A new element. `_` in the name of an attribute stands for `-`; `class_` is `class`."""
    element: Element = lxml.html.Element(tag)
    for name, value in attributes.items():
        element.set(name.rstrip("_").replace("_", "-"), value)
    element.text = text or None
    return element


def add_after(element: Element, new: Element) -> None:
    """Puts `new` behind an element and before the text that follows it."""
    new.tail, element.tail = element.tail, None
    element.addnext(new)


def add_before(element: Element, new: Element) -> None:
    """Puts `new` right before an element."""
    element.addprevious(new)


def remove(element: Element) -> None:
    """Takes an element out; the text that follows it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)


def has_class(element: Element, name: str) -> bool:
    """Whether the element has the class."""
    return name in (element.get("class") or "").split()


def find(root: Element, tag: str, class_: str = "") -> list[Element]:
    """The elements below `root` with this tag ("*" for any) and class, in document order."""
    found: Iterable[Element] = root.iter() if tag == "*" else root.iter(tag)
    return [
        element
        for element in found
        if isinstance(element.tag, str) and element is not root and (not class_ or has_class(element, class_))
    ]


def plain(element: Element, leave_out: frozenset[str] = frozenset(("headerlink", "footnote-ref"))) -> str:
    """The words of an element on one line, without citation marks and the signs that link a heading to itself."""
    return " ".join("".join(_words(element, leave_out)).split())


def _words(element: Element, leave_out: frozenset[str]) -> Iterator[str]:
    if isinstance(element.tag, str) and not leave_out & set((element.get("class") or "").split()):
        yield element.text or ""
        for child in element:
            yield from _words(child, leave_out)
            yield child.tail or ""


def headings_above(root: Element) -> dict[Element, str]:
    """For each element, the words of the nearest heading before it."""
    heading, above = "", {}
    for element in root.iter():
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            heading = plain(element)
        above[element] = heading
    return above
