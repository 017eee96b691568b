"""Can every reader open the menu and the search, skip both, and see at once when the page was checked?"""

from __future__ import annotations

from copy import deepcopy

from finish.markup import Element, add_after, find, has_class, make

MENU, SEARCH, CLOSE = "app-menu-button", "app-search-button", "app-menu-close"


def name_search(root: Element) -> None:
    """The search has a name and says how much it found."""
    for search in find(root, "div", "md-search"):
        search.set("aria-label", "Search")
        search.set("id", "app-search")
        for result in find(search, "div", "md-search-result__meta"):
            result.set("role", "status")


def add_buttons(root: Element) -> None:
    """Beside the theme's labels, which no keyboard reaches, stand real buttons. A script shows them and works them;
    without it the labels stay.
    """
    for sidebar in find(root, "div", "md-sidebar--primary"):
        sidebar.set("id", "app-menu")
        if not find(sidebar, "button", CLOSE):
            close = make("button", "Close menu", type="button", class_=CLOSE, hidden="")
            sidebar.insert(0, close)
    for label in find(root, "label", "md-header__button"):
        target = label.get("for")
        following = label.getnext()
        if following is not None and has_class(following, "app-header-button"):
            continue
        if target == "__drawer":
            add_after(label, _button(label, MENU, "Menu", "app-menu"))
        elif target == "__search":
            add_after(label, _button(label, SEARCH, "Search", "app-search"))


def _button(label: Element, class_: str, name: str, controls: str) -> Element:
    button = make(
        "button", type="button", class_=f"md-header__button md-icon app-header-button {class_}", aria_label=name,
        aria_expanded="false", aria_controls=controls, hidden="",
    )  # fmt: skip
    for icon in label:
        button.append(deepcopy(icon))
        button[-1].set("aria-hidden", "true")
        button[-1].tail = None
    return button


def add_skip_link(root: Element) -> None:
    """A page without headings in its table of contents (404) has a skip link too."""
    if find(root, "a", "md-skip"):
        return
    for heading in root.iter("h1"):
        heading.set("id", heading.get("id") or "app-title")
        for place in find(root, "div"):
            if place.get("data-md-component") == "skip":
                place.append(make("a", "Skip to content", href=f"#{heading.get('id')}", class_="md-skip"))
        return


def place_status(root: Element) -> None:
    """The line that says when the page was checked stands right under the title."""
    for status in find(root, "div", "app-status"):
        for title in root.iter("h1"):
            if title.getnext() is status:
                continue
            parent = status.getparent()
            assert parent is not None
            status.tail = None
            parent.remove(status)
            add_after(title, status)
            return
