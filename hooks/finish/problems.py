"""What is wrong with the page that a writer sees, and where? Marks in the text, and a box that lists all.

For the pages of a writer's server only: a build stops at a problem, so that no built page has either.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml.etree import iterwalk

from finish.markup import Element, add_after, has_class, make, read_document, write_document

BOX, TITLE, MARK = "app-problems", "app-problems-title", "app-problem-mark"
BUTTON, NOTE = "app-problem-button", "app-problem-note"

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd mark picture q rp rt ruby s samp "
    "small source span strike strong sub sup time tt u var wbr".split()
)
"""Elements that do not end the text around them."""

_UNREAD = frozenset("iframe math noscript object script select style svg template textarea".split())
_UNREAD_CLASSES = frozenset(("headerlink", "footnote-ref", "footnote"))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SHUT = ("a", "button", "label", "summary", *_HEADINGS)
"""Elements in which a button has no place: they answer a press themselves, or their words are the name of a part."""

STYLE = """
:root {
  --problem: #7a1414; --problem-on: #fff; --problem-ground: #fff; --problem-text: #1c1f24; --problem-link: #0b4472;
  --problem-mark: #ffdcd7;
}
[data-md-color-scheme="slate"], [data-bs-theme="dark"] {
  --problem: #ffc2bc; --problem-on: #2b0707; --problem-ground: #2a1719; --problem-text: #f7f3f3;
  --problem-link: #b5d8f8; --problem-mark: #6b1f1f;
}
.app-problem-mark { padding: 0; color: var(--problem-text) !important; background: var(--problem-mark) !important;
  border-bottom: 3px solid var(--problem); -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.app-problem-button { display: inline-block; min-width: 24px; min-height: 24px; margin: 0 .25em; padding: 0 .35em;
  font: 700 14px/24px system-ui, sans-serif; text-align: center; vertical-align: baseline; cursor: pointer;
  color: var(--problem-on); background: var(--problem); border: 0; border-radius: 12px; scroll-margin-top: 8rem; }
.app-problem-button:focus { outline: 3px solid var(--problem-text) !important; outline-offset: 3px;
  box-shadow: 0 0 0 3px var(--problem-ground) !important; }
.app-problem { white-space: normal; }
.app-problem-note { display: none; }
.app-problem:focus-within:not(.app-problem-closed) .app-problem-note { display: block; }
.app-problem-note { box-sizing: border-box; width: fit-content; min-width: min(14rem, 100%); max-width: 34rem;
  margin: .4rem 0; padding: .6rem .8rem; font: 400 16px/1.5 system-ui, sans-serif; letter-spacing: normal;
  text-align: left; text-transform: none; overflow-wrap: anywhere; color: var(--problem-text);
  background: var(--problem-ground); border: 2px solid var(--problem); border-radius: 4px; }
.app-problem-note:focus { outline: none; }
.app-problem-note > span { display: block; }
.app-problem-note > span:first-child { font-weight: 700; }
.app-problems { margin: 0 0 1.5rem; padding: .8rem 1rem; font: 400 16px/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere; color: var(--problem-text); background: var(--problem-ground);
  border: 2px solid var(--problem); border-left-width: 8px; border-radius: 4px; }
.app-problems p { margin: 0 0 .5rem; }
.app-problems .app-problems-title { margin: 0 0 .3rem; font: 700 20px/1.3 system-ui, sans-serif; }
.app-problems-title ~ .app-problems-title { margin-top: 1rem; font-size: 17px; }
.app-problems :is(ol, ul) { margin: 0 !important; padding: 0; list-style: none; }
.app-problems li { display: grid; grid-template-columns: 2.2rem 1fr; margin: 0 0 .6rem !important; }
.app-problems li > * { grid-column: 2; min-width: 0; }
.app-problems li > .app-problem-number { grid-column: 1; grid-row: 1; justify-self: start; min-width: 24px;
  height: 24px; padding: 0 .35em; font: 700 14px/24px system-ui, sans-serif; text-align: center;
  color: var(--problem-on); background: var(--problem); border-radius: 12px; }
.app-problems ul li { display: list-item; margin-left: 2.2rem !important; list-style: disc; }
.app-problems a { display: inline-block; min-height: 24px; color: var(--problem-link) !important;
  text-decoration: underline; }
/* What is closed or not chosen would hide its marks. Panels that stand below each other have a label each. */
.tabbed-block:has(.app-problem), .tabbed-content:has(.app-problem) > .tabbed-block > .app-tab-label {
  display: block !important; }
.app-tab-label { font-weight: 700; }
"""

SCRIPT = """
// A note is open while its button has the focus; Escape closes it, and so does the button when it is pressed again.
{
  const closed = "app-problem-closed"
  const control = event => event.target.closest?.(".app-problem")
  const isOpen = one => one.matches(":focus-within") && !one.classList.contains(closed)
  let wasOpen = false
  addEventListener("mousedown", event => { const one = control(event); wasOpen = !!one && isOpen(one) }, true)
  addEventListener("click", event => {
    const one = event.target.closest?.(".app-problem-button")?.parentElement
    // A press by keyboard comes with no button of a mouse, and finds the focus where it was.
    if (one) one.classList.toggle(closed, event.detail ? wasOpen : isOpen(one))
  })
  addEventListener("keydown", event => {
    const one = control(event)
    if (!one || event.key !== "Escape") return
    one.querySelector("button").focus()
    one.classList.add(closed)
  })
  addEventListener("focusout", event => {
    const one = control(event)
    if (one && !one.contains(event.relatedTarget)) one.classList.remove(closed)
  })
}
"""


@dataclasses.dataclass(frozen=True)
class Mark:
    """A problem, as words for the writer, and where it stands on the page.

    `text` is the whole text of the block with the problem, in which the words from `at`, so many characters, are to be
    marked; `nth` counts the blocks before it that have the same text. If `picture` is true, it is the alternative text
    of a picture. Where `text` is empty, the problem has no place on the page.
    """

    message: str
    rule: str
    cure: str
    where: str = ""
    text: str = ""
    at: int = 0
    length: int = 0
    nth: int = 0
    picture: bool = False


@dataclasses.dataclass(frozen=True)
class Elsewhere:
    """Another page with problems: its name, the way there, how many."""

    title: str
    address: str
    count: int


@dataclasses.dataclass(frozen=True)
class _Node:
    """A text in the tree: that at the beginning of an element, or that which follows it."""

    element: Element
    follows: bool

    @property
    def text(self) -> str:
        return (self.element.tail if self.follows else self.element.text) or ""


@dataclasses.dataclass
class _Block:
    """The texts of one block, in order, with its place among the blocks of the page."""

    order: int
    nodes: list[_Node] = dataclasses.field(default_factory=list)

    @property
    def holder(self) -> Element | None:
        """The element in which the block begins."""
        first = self.nodes[0]
        return first.element.getparent() if first.follows else first.element

    @property
    def key(self) -> str:
        return _key("".join(node.text for node in self.nodes))


@dataclasses.dataclass(frozen=True)
class _Placed:
    """A mark with its number and its place: a block of text, or a picture."""

    mark: Mark
    number: int
    block: _Block | None
    picture: Element | None = None


def mark_problems(
    html: str, marks: Sequence[Mark], general: Sequence[Mark] = (), elsewhere: Sequence[Elsewhere] = ()
) -> str:
    """The page with each problem marked on its words, and with a box at its top that lists them all.

    Args:
        html: a finished page.
        marks: the problems of the page. Those that have no place on it are only listed.
        general: problems that belong to no page.
        elsewhere: other pages with problems.
    """
    if not (marks or general or elsewhere) or not html.strip():
        return html
    root = read_document(html)
    body = next(root.iter("body"), root)
    content = next((found for tag in ("article", "main") for found in body.iter(tag)), body)
    placed, rest = _place(content, marks)
    _put_marks(placed)
    box = _box(placed, rest, general, elsewhere)
    box.tail, content.text = content.text, None
    content.insert(0, box)
    head = next(root.iter("head"), body)
    head.append(make("style", STYLE))
    head.append(make("script", SCRIPT))
    return write_document(root)


# ---------------------------------------------------------------- finding the place
def _key(text: str) -> str:
    """A text by which it is known again, however it is broken into lines."""
    return "".join(text.split())


def _walk(content: Element) -> Iterator[_Block | Element]:
    """The blocks of text, and the pictures, in order."""
    block, order = _Block(0), 0
    walker = iterwalk(content, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event in ("comment", "pi"):
            block.nodes.append(_Node(element, True))
            continue
        if element.tag not in _INLINE:
            if block.nodes:
                yield block
            order += 1
            block = _Block(order)
        if event == "end":
            if element is not content:
                block.nodes.append(_Node(element, True))
            continue
        if element.tag == "img":
            yield element
        if element.tag in _UNREAD or _UNREAD_CLASSES & set((element.get("class") or "").split()):
            walker.skip_subtree()
        else:
            block.nodes.append(_Node(element, False))
    yield block


def _is_hidden(element: Element | None) -> bool:
    while element is not None and element.get("hidden") is None:
        element = element.getparent()
    return element is not None


def _place(content: Element, marks: Sequence[Mark]) -> tuple[list[_Placed], list[Mark]]:
    """The marks that have a place, numbered in the order of the page; and the others."""
    blocks: defaultdict[str, list[_Block]] = defaultdict(list)
    pictures: defaultdict[str, list[tuple[int, Element]]] = defaultdict(list)
    seen = 0
    for part in _walk(content):
        if isinstance(part, _Block):
            seen = part.order
            if key := part.key:
                blocks[key].append(part)
        else:
            pictures[_key(part.get("alt") or "")].append((seen, part))
    found: list[tuple[int, int, int, Mark, _Block | None, Element | None]] = []
    rest: list[Mark] = []
    for index, mark in enumerate(marks):
        key = _key(mark.text)
        if key and mark.picture and mark.nth < len(pictures[key]):
            order, picture = pictures[key][mark.nth]
            if not _is_hidden(picture):
                found.append((order, mark.at, index, mark, None, picture))
                continue
        elif key and not mark.picture and mark.nth < len(blocks[key]):
            block = blocks[key][mark.nth]
            if not _is_hidden(block.holder):
                found.append((block.order, mark.at, index, mark, block, None))
                continue
        rest.append(mark)
    found.sort(key=lambda entry: entry[:3])
    placed = [_Placed(mark, number, block, picture) for number, (*_, mark, block, picture) in enumerate(found, 1)]
    return placed, rest


# ---------------------------------------------------------------- marking
def _put_marks(placed: Sequence[_Placed]) -> None:
    of_block: dict[int, list[_Placed]] = {}
    behind: list[tuple[Element, Element]] = []
    for one in placed:
        if one.block is not None:
            of_block.setdefault(id(one.block), []).append(one)
        elif one.picture is not None:
            outer = next(one.picture.iterancestors("a"), one.picture)
            outer.set("class", f"{outer.get('class') or ''} {MARK}".strip())
            behind.append((outer, _control(one)))
    for group in of_block.values():
        behind.extend(_mark_block(group))
    # Last, and backwards: until now each text stood where it was found, and what stands first is to stay first.
    for outer, control in reversed(behind):
        add_after(outer, control)
    for control in (control for _, control in behind):
        _open_above(control)


def _mark_block(group: Sequence[_Placed]) -> list[tuple[Element, Element]]:
    """Marks the words of one block. Gives the buttons that have no place among the words, with what they follow."""
    block = group[0].block
    assert block is not None
    ranges = [(one, *_range(block, one.mark)) for one in group]
    behind: list[tuple[Element, Element]] = []
    waiting = list(ranges)
    begin = 0
    for node in block.nodes:
        text = node.text
        stop = begin + len(text)
        cuts = {begin, stop}
        for _, start, end in ranges:
            cuts |= {cut for cut in (start, end) if begin < cut < stop}
        edges = sorted(cuts)
        parts: list[str | Element] = []
        for left, right in zip(edges, edges[1:], strict=False):
            words = text[left - begin : right - begin]
            inside = words.strip() and any(start <= left and right <= end for _, start, end in ranges)
            parts.append(make("mark", words, class_=MARK) if inside else words)
            for entry in [entry for entry in waiting if max(entry[1:]) <= right]:
                waiting.remove(entry)
                outer = _outermost(node)
                if outer is None:
                    parts.append(_control(entry[0]))
                else:
                    behind.append((outer, _control(entry[0], outer.tag in ("summary", "div", *_HEADINGS))))
        _replace(node, parts)
        begin = stop
    return behind


def _range(block: _Block, mark: Mark) -> tuple[int, int]:
    """Where the words of a mark begin and end among the characters of its block, whatever space lies between."""
    letters = [at for at, letter in enumerate("".join(node.text for node in block.nodes)) if not letter.isspace()]
    first = len(_key(mark.text[: mark.at]))
    count = len(_key(mark.text[mark.at : mark.at + mark.length]))
    if not count:
        # No words, only a place: behind the last letter before it.
        at = letters[min(first, len(letters)) - 1] + 1 if first else letters[0]
        return at, at
    return letters[min(first, len(letters) - 1)], letters[min(first + count, len(letters)) - 1] + 1


def _replace(node: _Node, parts: Sequence[str | Element]) -> None:
    """Puts words and elements in the place of a text."""
    if not any(not isinstance(part, str) for part in parts):
        return
    lead, new = "", list[Element]()
    for part in parts:
        if not isinstance(part, str):
            new.append(part)
        elif new:
            new[-1].tail = (new[-1].tail or "") + part
        else:
            lead += part
    if node.follows:
        parent = node.element.getparent()
        assert parent is not None
        node.element.tail = lead
        index = parent.index(node.element) + 1
    else:
        parent, index = node.element, 0
        node.element.text = lead
    for step, element in enumerate(new):
        parent.insert(index + step, element)
        _open_above(element)


def _outermost(node: _Node) -> Element | None:
    """What a button at a text must stand behind: the links, labels and titles around it."""
    above = list(node.element.iterancestors())
    around = above if node.follows else [node.element, *above]
    outer = None
    for element in around:
        if element.tag in _SHUT or has_class(element, "tabbed-labels"):
            outer = element
    return outer


def _open_above(element: Element) -> None:
    """Opens the closed boxes around an element."""
    for box in element.iterancestors("details"):
        box.set("open", "open")


def _control(placed: _Placed, on_its_own: bool = False) -> Element:
    """The button with the number of a problem, and what is said when it has the focus."""
    name = f"app-problem-{placed.number}"
    control = make("div" if on_its_own else "span", class_="app-problem")
    control.append(
        make(
            "button", str(placed.number), type="button", id=name, class_=BUTTON, tabindex="0",
            aria_label=f"Problem {placed.number}", aria_describedby=f"{name}-note",
        )
    )  # fmt: skip
    # It can have the focus, so that it stays while its words are selected.
    note = make("span", id=f"{name}-note", class_=NOTE, role="note", tabindex="-1")
    for line in (f"{placed.mark.message} [{placed.mark.rule}]", f"To mend it: {placed.mark.cure}", placed.mark.where):
        if line:
            note.append(make("span", line))
            note[-1].tail = " "
    control.append(note)
    return control


# ---------------------------------------------------------------- the box
def _number(count: int, of: str) -> str:
    return f"{count or 'No'} {of}{'' if count == 1 else 's'}"


def _box(
    placed: Sequence[_Placed], rest: Sequence[Mark], general: Sequence[Mark], elsewhere: Sequence[Elsewhere]
) -> Element:
    box = make("section", class_=BOX, aria_labelledby="app-problems-title")
    # Its titles are no headings: it stands before the title of the page, and is no part of that.
    title = _number(len(placed) + len(rest), "problem") + " on this page"
    box.append(make("p", title, id="app-problems-title", class_=TITLE))
    box.append(make("p", "A build stops at problems. Only you see this box and the marks."))
    rows = make("ol")
    for one in placed:
        row = _row(one.number)
        row.append(make("a", one.mark.message, href=f"#app-problem-{one.number}"))
        row.append(make("span", _place_and_rule(one.mark)))
        rows.append(row)
    for number, mark in enumerate(rest, len(placed) + 1):
        rows.append(_told(mark, number))
    if len(rows):
        box.append(rows)
    if general:
        box.append(make("p", _number(len(general), "problem") + " outside of the pages", class_=TITLE))
        rows = make("ol")
        for number, mark in enumerate(general, len(placed) + len(rest) + 1):
            rows.append(_told(mark, number))
        box.append(rows)
    if elsewhere:
        box.append(
            make("p", _number(sum(page.count for page in elsewhere), "problem") + " on other pages", class_=TITLE)
        )
        links = make("ul")
        for page in elsewhere:
            link = make("li")
            link.append(make("a", page.title, href=page.address))
            link[-1].tail = f": {page.count}"
            links.append(link)
        box.append(links)
    return box


def _place_and_rule(mark: Mark) -> str:
    return f"{mark.where} [{mark.rule}]" if mark.where else f"[{mark.rule}]"


def _row(number: int) -> Element:
    row = make("li")
    row.append(make("span", str(number), class_="app-problem-number"))
    row[-1].tail = " "
    return row


def _told(mark: Mark, number: int) -> Element:
    """A problem that has no place on the page: all that there is to say about it."""
    row = _row(number)
    for line in (mark.message, _place_and_rule(mark), f"To mend it: {mark.cure}"):
        row.append(make("span", line))
        row[-1].tail = " "
    return row
