"""Is a tick box on paper silent for who listens? A screen reader need not say "ballot box" before every question."""

from __future__ import annotations

from finish.markup import Element, find, make

BOX = "\N{BALLOT BOX}"


def silence_boxes(root: Element) -> None:
    """A tick box at the start of a list item is drawn, and not read out."""
    for item in find(root, "li"):
        # A loose list has its text in a paragraph.
        holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
        text = (holder.text or "").lstrip()
        if text.startswith(BOX):
            box = make("span", BOX, class_="app-tick", aria_hidden="true")
            box.tail, holder.text = text.removeprefix(BOX), None
            holder.insert(0, box)
