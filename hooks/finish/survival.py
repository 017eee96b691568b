"""Do survival figures stay behind the reader's choice, on paper and in the search too?"""

from __future__ import annotations

from finish.markup import Element, add_after, find, has_class, make

LINE = "app-left-out"


def guard_figures(root: Element, full_address: str) -> None:
    """No search finds what is in a box of survival figures, and behind the box stands the line that is printed in its
    place while it is closed.
    """
    for box in find(root, "details", "numbers"):
        box.set("data-search-exclude", "")
        following = box.getnext()
        if following is not None and has_class(following, LINE):
            continue
        words = (
            "Survival figures were left out of this print. "
            f"Open the box on the page at {full_address} to print them."
        )  # fmt: skip
        add_after(box, make("p", words, class_=LINE, hidden="", data_search_exclude=""))
