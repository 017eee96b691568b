"""Do survival figures, and other numbers, stay behind the reader's choice, on paper and in the search too?"""

from __future__ import annotations

from finish.markup import Element, add_after, find, has_class, make

LINE = "app-left-out"


def guard_figures(root: Element, full_address: str, what: str = "Survival figures", which: str = "the box") -> None:
    """No search finds what is in a box of numbers, and behind the box stands the line that is printed in its place
    while it is closed.

    Args:
        root: the text of the page.
        full_address: the address that readers type.
        what: what the boxes hold.
        which: what the line tells readers to open.
    """
    for box in find(root, "details", "numbers"):
        box.set("data-search-exclude", "")
        following = box.getnext()
        if following is not None and has_class(following, LINE):
            continue
        words = (
            f"{what} were left out of this print. "
            f"Open {which} on the page at {full_address} to print them."
        )  # fmt: skip
        add_after(box, make("p", words, class_=LINE, hidden="", data_search_exclude=""))
