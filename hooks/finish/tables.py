"""Can a wide table be read to its last column? It scrolls in a box that has a name and that the keyboard reaches."""

from __future__ import annotations

from collections import Counter

from finish.markup import Element, find, has_class, headings_above, make, plain
from finish.ordinals import again

BOX = "app-table"


def make_scrollable(root: Element) -> None:
    """Each table stands in a region named after its caption or the heading above it."""
    above = headings_above(root)
    seen: Counter[str] = Counter()
    for table in find(root, "table"):
        parent = table.getparent()
        if parent is None or has_class(parent, BOX):
            continue
        name = "Table: " + (_caption(table) or above[table] or "figures and facts")
        box = make("div", class_=BOX, role="region", tabindex="0", aria_label=name + again(seen[name], "table"))
        seen[name] += 1
        box.tail, table.tail = table.tail, None
        parent.replace(table, box)
        box.append(table)


def _caption(table: Element) -> str:
    """The words of the table's caption, its own or that of the figure it stands in."""
    for caption in table.iter("caption"):
        return plain(caption)
    for ancestor in table.iterancestors("figure"):
        for caption in ancestor.iter("figcaption"):
            return plain(caption)
    return ""
