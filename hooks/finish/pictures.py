"""How large is a picture? A page that knows it beforehand does not jump while the picture loads."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

import lxml.etree

from finish.markup import Element, find

Size = tuple[int, int]
"""Width and height in pixels."""

_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*$")


def svg_size(svg: bytes) -> Size | None:
    """The size that an SVG drawing gives itself, by its width and height or else by its viewBox."""
    try:
        root = lxml.etree.fromstring(svg)
    except lxml.etree.XMLSyntaxError:
        return None
    width, height = _NUMBER.match(root.get("width") or ""), _NUMBER.match(root.get("height") or "")
    if width and height:
        return round(float(width[1])), round(float(height[1]))
    box = (root.get("viewBox") or "").replace(",", " ").split()
    if len(box) == 4 and all(_NUMBER.match(side) for side in box[2:]):
        return round(float(box[2])), round(float(box[3]))
    return None


def from_root(address: str, page_address: str) -> str:
    """A relative address on a page, as an address from the root of the site; "" if it leads out of the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    folder = "/" + page_address if page_address.endswith("/") else posixpath.dirname("/" + page_address)
    return posixpath.normpath(posixpath.join("/", folder, unquote(parts.path))).lstrip("/")


def give_sizes(root: Element, page_address: str, size_of: Callable[[str], Size | None]) -> None:
    """A picture without width or height gets what is missing, from the picture itself, in proportion."""
    for picture in find(root, "img"):
        width, height = picture.get("width"), picture.get("height")
        address = from_root(picture.get("src") or "", page_address)
        size = size_of(address) if address and not (width and height) else None
        if size is None:
            continue
        if width is None and height is None:
            picture.set("width", str(size[0]))
            picture.set("height", str(size[1]))
        elif height is None and width is not None and width.isdecimal():
            picture.set("height", str(round(int(width) * size[1] / size[0])))
        elif width is None and height is not None and height.isdecimal():
            picture.set("width", str(round(int(height) * size[0] / size[1])))
