"""Where does a link lead, on paper? Its address is printed once, in a short list at the end."""

from __future__ import annotations

from finish.markup import Element, add_after, find, has_class, make, plain

ADDRESS = "app-address"
MARK = "app-link-mark"
LIST = "app-link-list"


def _bare(address: str) -> str:
    """An address as people say it, without its scheme and the slash at its end."""
    return address.strip().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/").lower()


def _outward(root: Element) -> list[Element]:
    return [link for link in find(root, "a") if (link.get("href") or "").startswith(("http://", "https://"))]


def mark_addresses(root: Element) -> None:
    """A link out of the site whose text is its own address has the class `app-address`."""
    for link in _outward(root):
        if _bare(plain(link)) == _bare(link.get("href") or "") and not has_class(link, ADDRESS):
            link.set("class", f"{link.get('class') or ''} {ADDRESS}".strip())


def list_addresses(root: Element) -> None:
    """Links out of the site get a letter, and the page a list of their addresses; both are for paper only."""
    if find(root, "*", LIST):
        return
    listed: list[str] = []
    for link in _outward(root):
        in_notes = any(has_class(ancestor, "footnote") for ancestor in link.iterancestors())
        if in_notes or has_class(link, ADDRESS):
            continue
        address = link.get("href") or ""
        if address not in listed:
            listed.append(address)
        mark = f"\N{NO-BREAK SPACE}(link\N{NO-BREAK SPACE}{_letter(listed.index(address))})"
        add_after(link, make("span", mark, class_=MARK, hidden="", data_search_exclude=""))
    if not listed:
        return
    section = make("section", class_=LIST, hidden="")
    section.append(make("h2", "Links on this page", data_search_exclude=""))
    rows = make("ol", type="a")
    for address in listed:
        rows.append(make("li", address, class_=ADDRESS))
    section.append(rows)
    notes = find(root, "div", "footnote")
    if notes:
        notes[0].addprevious(section)
    else:
        root.append(section)


def _letter(index: int) -> str:
    """a, b … z, aa, ab …: as an ordered list of type "a" counts."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
