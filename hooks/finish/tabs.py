"""Who is a tab for, where tabs cannot be seen? On paper every panel has its label; a screen reader hears the choice."""

from __future__ import annotations

from finish.markup import Element, find, has_class, make, plain

LABEL = "app-tab-label"


def label_panels(root: Element) -> None:
    """Each tab panel begins with its own label, hidden on screen; each set of tabs has a name."""
    for tabs in find(root, "div", "tabbed-set"):
        labels = [plain(label) for box in _boxes(tabs, "tabbed-labels") for label in box if label.tag == "label"]
        panels = [panel for box in _boxes(tabs, "tabbed-content") for panel in box if has_class(panel, "tabbed-block")]
        tabs.set("role", "group")
        tabs.set("aria-label", "Choose: " + " or ".join(labels))
        for label, panel in zip(labels, panels, strict=True):
            if len(panel) and has_class(panel[0], LABEL):
                continue
            # The label is in the tab already: said twice it would only fill the search results.
            mark = make("p", label, class_=LABEL, hidden="", data_search_exclude="")
            mark.tail, panel.text = panel.text, None
            panel.insert(0, mark)


def _boxes(tabs: Element, class_: str) -> list[Element]:
    """Parts of this set of tabs; those of a set inside it do not count."""
    return [box for box in tabs if has_class(box, class_)]
