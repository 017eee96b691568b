"""Finished or half-finished page HTML, read as passages: texts with what stands around them.

A passage is the text of one block: a paragraph, a list item, a cell, a heading, a box title, a picture's alternative
text. It knows its citations and exemptions by place, and the places whose citations cover it too.
"""

from __future__ import annotations

import bisect
import dataclasses
import itertools
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from lxml import etree

from citecheck.sentences import ends

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "head header hgroup hr html label legend li link main menu meta nav noscript ol optgroup option p pre section select summary svg table tbody td tfoot "
    "th thead title tr ul video audio iframe object button text desc input textarea".split()
)
_SILENT = frozenset(("script", "style", "template"))
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_LEDGER = "data-ledger"
LISTS = frozenset(("app-numbers", "app-source-list"))
"""Ids of the two lists that the build makes of the site's statistics and sources: they quote the text and the records.
Each has the attribute `data-ledger` as well."""
COMMENT_END = re.compile(r"--!?>")
"""Where a comment ends, looked for from behind its "<!": "<!-->" is a whole one."""
_EXEMPT = "data-exempt"
"""Attribute of the empty element that an exemption leaves in a finished page, so that it can be checked again."""
_EXEMPTION = re.compile(r"not-a-statistic\b\s*:?", re.IGNORECASE)
_KEY = re.compile(r"#fn\d*:(?:\d+-)?(.+)$")
_MARK = re.compile(r"\[?(\d{1,4})\]?")
"""What the mark of a citation shows: the number of its note."""
_SIGN = 20
"""No sign is longer, with the spaces around it."""
_NAMES = re.compile(r"Permanent link|Source \d+")
"""Names that the build gives to the links of headings and to the marks of citations."""
WRITTEN_KEY = re.compile(r"\[\^([^\]\n]{1,400})\]")

TAB, NAME, CODE, RAW = "tab label", "aria-label", "code", "raw HTML"
"""Places: a tab's label; the name of an element; text in code; a mark of a citation that the build did not make."""
_LABEL_AGAIN = "app-tab-label"
"""Class of the line that repeats a tab's label at the top of its panel, for paper."""

PROSE, CELL, ECHO, PICTURE = "prose", "cell", "echo", "picture"
"""Kinds of place: text that cites; a table cell; text that must echo the body (headings, titles); text of a picture."""


class Cited(NamedTuple):
    """A citation or an exemption: at this offset of the passage's text stands this key or reason."""

    at: int
    what: str
    id: str = ""
    """The id of the citation's mark on the page, by which a link can lead to it."""
    number: int = 0
    """The number that the citation's mark shows."""


@dataclasses.dataclass
class _Group:
    """A place whose citations cover others: a lead-in, a table's column or row, a caption."""

    marks: list[Cited] = dataclasses.field(default_factory=list)
    text: str = ""


@dataclasses.dataclass
class Passage:
    """A text and what stands around it.

    `place` says where it stands in words a writer knows; `context` is text that says what a cell's number is;
    `anchor` is the nearest id above it; `source` is the address of a picture; `outside` marks text around the article;
    `tab` has the label of the tab whose panel it stands in, after those of the tabs around that.
    """

    text: str
    kind: str
    place: str
    citations: list[Cited]
    exemptions: list[Cited]
    covered_by: list[_Group]
    context: list[_Group]
    captions: list[Passage] = dataclasses.field(default_factory=list)
    anchor: str = ""
    source: str = ""
    outside: bool = False
    tab: tuple[str, ...] = ()

    @property
    def covering_keys(self) -> list[str]:
        """Keys whose citations stand elsewhere and cover the whole passage."""
        return [mark.what for group in self.covered_by for mark in group.marks]

    @property
    def prefix(self) -> str:
        """What the headers of a cell say, in front of it."""
        said = dict.fromkeys(group.text for group in self.context if group.text)
        return "; ".join(said) + ": " if said else ""


class Sentence(NamedTuple):
    """A sentence of a passage, from `start` to `end`, with its own citations and exemptions."""

    text: str
    start: int
    end: int
    citations: tuple[Cited, ...]
    exemptions: tuple[Cited, ...]


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage. A mark directly after the closing punctuation belongs to the sentence before it."""
    text = passage.text
    if passage.kind == CELL:
        yield Sentence(text, 0, len(text), tuple(passage.citations), tuple(passage.exemptions))
        return
    marks = frozenset(mark.at for mark in (*passage.citations, *passage.exemptions))
    citations, exemptions = passage.citations[::-1], passage.exemptions[::-1]
    start = 0
    for stop in ends(text, marks):
        match = _SPACE.match(text, stop)
        reach = match.end() if match else stop
        # A mark at the very start of a sentence still belongs to the one before it.
        upto = reach if stop < len(text) else sys.maxsize
        yield Sentence(text[start:stop], start, stop, _taken(citations, upto), _taken(exemptions, upto))
        start = reach


_SPACE = re.compile(r"\s+")


def _taken(marks: list[Cited], upto: int) -> tuple[Cited, ...]:
    """Take the marks up to an offset from the end of a list that falls."""
    taken = []
    while marks and marks[-1].at <= upto:
        taken.append(marks.pop())
    return tuple(taken)


@dataclasses.dataclass
class _Table:
    caption: _Group = dataclasses.field(default_factory=_Group)
    columns: dict[int, _Group] = dataclasses.field(default_factory=dict)
    row: _Group = dataclasses.field(default_factory=_Group)
    column: int = 0
    width: int = 1
    """How many columns the cell spans."""
    spans: dict[int, int] = dataclasses.field(default_factory=dict)
    in_head: bool = False


@dataclasses.dataclass
class _Figure:
    captions: list[Passage] = dataclasses.field(default_factory=list)
    caption: _Group = dataclasses.field(default_factory=_Group)
    pictures: list[Passage] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class _Tabs:
    """A set of tabs: their labels, an empty one too, and how many of their panels have begun."""

    labels: list[str] = dataclasses.field(default_factory=list)
    begun: int = 0


@dataclasses.dataclass(slots=True)
class _Open:
    """An open element, and what it means for the text inside.

    `where` is the kind of place and its name, as this element or the nearest around it tells; None where none does.
    """

    tag: str
    where: tuple[str, str] | None = None
    block: _Open | None = None
    """The block around the text: this element, or the nearest around it that is one."""
    listing: _Open | None = None
    """The list around the text, if no table stands between."""
    tabs: _Tabs | None = None
    """The set of tabs around the text, and the label of the one that it stands in."""
    tab: tuple[str, ...] = ()
    last: Passage | None = None
    lead: _Group | None = None


@dataclasses.dataclass
class _Sign:
    """An open link whose text is a sign for the eye: the mark of a citation, or the link of a heading to itself."""

    depth: int
    key: str
    """The key of the citation; empty where it is none."""
    reference: str
    flushes: int
    """How many passages had been ended when it began, and in how many pieces and characters the next one was."""
    pieces: int
    length: int


@dataclasses.dataclass(frozen=True)
class Stray:
    """A citation that did not become a note, at this offset of the passage; `place` says where it stands."""

    what: str
    passage: Passage
    at: int
    place: str


@dataclasses.dataclass
class Page:
    """What stands on a page: its passages, the ids of its notes and which of them were written by hand, its id's."""

    passages: list[Passage] = dataclasses.field(default_factory=list)
    notes: dict[str, bool] = dataclasses.field(default_factory=dict)
    """Key of each note at the end of the page, and whether it came from a source record."""
    strays: list[Stray] = dataclasses.field(default_factory=list)
    lost: list[str] = dataclasses.field(default_factory=list)
    """Keys of citations in alternative texts and titles, where the number of the note is all that is left of them."""


def _where(tag: str, classes: frozenset[str], around: tuple[str, str] | None) -> tuple[str, str] | None:
    """The kind of place that an element makes of its text, and its name; else that of the element around it."""
    if tag == "svg" or around == (PICTURE, "picture"):
        return PICTURE, "picture"
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return ECHO, "heading"
    if tag == "title":
        return ECHO, "page title"
    if tag == "summary" or "admonition-title" in classes:
        return ECHO, "box title"
    if tag == "label":
        return ECHO, TAB
    if tag in ("td", "th"):
        return CELL, "table cell"
    if tag in ("figcaption", "caption"):
        return PROSE, "caption"
    return around


_NOWHERE = _Open("")
_NO_CLASSES: frozenset[str] = frozenset()
_LETTERS = frozenset(
    "a abbr b bdi big cite code del dfn em i ins kbd mark q s samp small span strong sub sup tt u var".split()
)
"""Elements that, without attributes, only change how letters look."""
READ_OUT = frozenset(
    "alt title aria-label aria-description aria-valuetext placeholder value label srcdoc data-title data-description".split()
)
"""Attributes that are read out or shown to people; a lightbox shows the last two as its caption."""
COPIED = (NAME, "data-title", "data-description")
"""Those of them that the build makes of other texts, or copies from a picture to its link."""


class _Reader:
    """Listens to the elements of a page as they open and close. It keeps a stack and never recurses."""

    def __init__(self, whole: bool, lists: Iterable[str]) -> None:
        self.page = Page()
        self._lists = set(lists)
        self._open: list[_Open] = []
        self._silent = 0
        self._whole = whole
        self._main_depth = 0
        self._navigations = 0
        self._text: list[str] = []
        self._length = 0
        self._flushes = 0
        self._citations: list[Cited] = []
        self._exemptions: list[Cited] = []
        self._tables: list[_Table] = []
        self._figures: list[_Figure] = []
        self._notes_depth = 0
        self._note_depth = 0
        self._note = ""
        self._numbers: dict[str, set[int]] = {}
        self._number = 0
        self._signs: list[_Sign] = []
        self._codes: list[int] = []
        self._references: set[str] = set()
        self._reference = ""
        self._comments = 0
        self._ways_back: list[str] = []
        self._anchor = ""

    # -------------------------------------------------------------- what the parser calls
    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._silent:
            if tag not in _VOID:
                self._silent += 1
            return
        if tag == "code" and not self._note_depth:
            self._codes.append(self._length)
        if not attributes and tag in _LETTERS and not self._note_depth:
            around = self._open[-1] if self._open else _NOWHERE
            self._open.append(_Open(tag, around.where, around.block, around.listing, around.tabs, around.tab))
            return
        classes = frozenset(attributes["class"].split()) if "class" in attributes else _NO_CLASSES
        if "id" in attributes and attributes["id"].startswith("fnref"):
            self._references.add(attributes["id"])
            self._reference = attributes["id"]
        if "footnote-backref" in classes:
            self._ways_back.append(attributes.get("href", "").partition("#")[2])
        if tag in _SILENT or self._is_list(tag, attributes):
            self._silent = 1
            return
        if tag in _BLOCKS:
            self._flush()
        if "id" in attributes and tag not in ("input",):
            self._anchor = attributes["id"]
        if self._note_depth:
            self._in_note(tag, attributes, classes)
            return
        if self._notes_depth and tag == "li" and attributes.get("id", "").startswith("fn"):
            self._begin_note(attributes["id"])
            return
        parent = self._open[-1] if self._open else None
        around = parent or _NOWHERE
        opened = _Open(tag, _where(tag, classes, around.where), around.block, around.listing, around.tabs, around.tab)
        if "tabbed-set" in classes:
            opened.tabs = _Tabs()
        elif around.tabs is not None and "tabbed-block" in classes:
            tabs = around.tabs
            label = tabs.labels[tabs.begun] if tabs.begun < len(tabs.labels) else ""
            opened.tab = (*around.tab, label)
            tabs.begun += 1
            # A label inside of a panel is none of a tab.
            opened.tabs = None
        elif around.tabs is not None and tag == "label":
            around.tabs.labels.append("")
        elif tag == "p" and _LABEL_AGAIN in classes:
            opened.where = (PROSE, _LABEL_AGAIN)
        if tag in _BLOCKS:
            opened.block = opened
            if tag in ("ul", "ol"):
                opened.listing = opened
            elif tag in ("td", "th", "table"):
                opened.listing = None
        if tag in ("ul", "ol") and parent is not None and parent.last is not None:
            if parent.last.text.rstrip().endswith(":") and parent.last.kind == PROSE:
                last = list(sentences(parent.last))[-1]
                opened.lead = _Group(list(last.citations), parent.last.text)
        if tag in _BLOCKS and parent is not None and tag not in ("ul", "ol"):
            parent.last = None
        if _EXEMPT in attributes:
            self._exemptions.append(Cited(self._length, attributes[_EXEMPT].strip(), attributes.get("id", "")))
        self._enter(tag, attributes, classes)
        for name, text in attributes.items():
            if name in READ_OUT and not (tag == "img" and name == "alt"):
                self._attribute(text, "title of a link" if (tag, name) == ("a", "title") else name)
        if tag == "img":
            self._picture(attributes)
            return
        if tag == "meta":
            if attributes.get("name", "").lower() == "description" or attributes.get("property", "") in (
                "og:description",
                "og:title",
            ):
                self._attribute(attributes.get("content", ""), "description")
            return
        if tag == "br":
            self.data(" ")
            return
        if tag == "tspan" and attributes.keys() & {"x", "y", "dx", "dy"}:
            # A line of its own in a drawing; another tspan only changes the look of some letters.
            self.data(" ")
        if tag in _VOID:
            return
        self._open.append(opened)
        if tag == "div" and "footnote" in classes and not self._notes_depth:
            self._notes_depth, self._number = len(self._open), 0
        elif tag == "a" and classes & {"footnote-ref", "headerlink", "footnote-backref"}:
            match = _KEY.search(attributes.get("href", "")) if "footnote-ref" in classes else None
            if match or "footnote-ref" not in classes:
                self._signs.append(
                    _Sign(
                        len(self._open), match[1] if match else "", self._reference,
                        self._flushes, len(self._text), self._length,
                    )
                )  # fmt: skip

    def end(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._silent:
            self._silent -= 1
            return
        if self._note_depth:
            self._note_depth -= 1
            return
        if tag == "code":
            self._codes.append(self._length)
        if tag in _BLOCKS:
            self._flush()
        while self._open:
            opened = self._open.pop()
            self._leave(opened)
            if opened.tag == tag:
                break

    def data(self, data: str) -> None:
        if self._silent or self._note_depth:
            return
        self._text.append(data)
        self._length += len(data)

    def comment(self, text: str) -> None:
        if self._silent or self._note_depth:
            return
        reason = _reason(text)
        if reason is not None:
            self._comments += 1
            self._exemptions.append(Cited(self._length, reason, _exemption_id(self._comments)))

    def pi(self, target: str, data: str | None = None) -> None:
        """Processing instructions say nothing."""

    def close(self) -> Page:
        self._flush()
        while self._open:
            self._leave(self._open.pop())
        self.page.lost = [
            match[1]
            for way in self._ways_back
            if way not in self._references and (match := re.match(r"fnref\d*:(.+)", way))
        ]
        self._take_back()
        return self.page

    def _take_back(self) -> None:
        """A mark that does not lead to a note with its number is no citation: it was written as HTML."""

        def leads(mark: Cited) -> bool:
            return mark.number in self._numbers.get(mark.what, ())

        groups: dict[int, _Group] = {}
        for passage in self.page.passages:
            groups.update((id(group), group) for group in passage.covered_by)
            wrong = [mark for mark in passage.citations if not leads(mark)]
            if wrong:
                passage.citations = [mark for mark in passage.citations if leads(mark)]
                self.page.strays.extend(Stray(mark.what, passage, mark.at, RAW) for mark in wrong)
        for group in groups.values():
            group.marks = [mark for mark in group.marks if leads(mark)]

    @property
    def _outside(self) -> bool:
        """Whether the text stands around the article: in a menu, a header, a footer."""
        return self._whole and (not self._main_depth or self._navigations > 0)

    # -------------------------------------------------------------- what the build made
    def _is_list(self, tag: str, attributes: dict[str, str]) -> bool:
        """Whether an element is one of the lists that the build makes. Each stands once on its page."""
        name = attributes.get("id", "")
        if tag != "div" or name not in self._lists or _LEDGER not in attributes:
            return False
        self._lists.discard(name)
        return True

    def _begin_note(self, name: str) -> None:
        match = re.match(r"fn\d*:(?:\d+-)?(.+)$", name)
        self._note = match[1] if match else name
        self._note_depth = 1
        self._number += 1
        self._numbers.setdefault(self._note, set()).add(self._number)
        self.page.notes[self._note] = False

    def _in_note(self, tag: str, attributes: dict[str, str], classes: frozenset[str]) -> None:
        if tag not in _VOID:
            self._note_depth += 1
        if "app-source" in classes:
            self.page.notes[self._note] = attributes.get("data-source") == self._note

    def _end_sign(self, sign: _Sign) -> None:
        """A sign is no text, and one with a key is a citation; other words are read, whatever the link is called."""
        if self._flushes == sign.flushes and self._length - sign.length <= _SIGN:
            text = "".join(self._text[sign.pieces :]).strip()
            match = _MARK.fullmatch(text)
            if match if sign.key else not any(map(str.isalnum, text)):
                del self._text[sign.pieces :]
                self._length = sign.length
                if match:
                    self._citations.append(Cited(sign.length, sign.key, sign.reference, int(match[1])))
                return
        if sign.key:
            self._citations.append(Cited(min(sign.length, self._length), sign.key, sign.reference))

    # -------------------------------------------------------------- where the text stands
    def _enter(self, tag: str, attributes: dict[str, str], classes: frozenset[str]) -> None:
        if self._whole and tag in ("article", "main") and not self._main_depth:
            self._main_depth = len(self._open) + 1
        if self._whole and tag == "nav":
            self._navigations += 1
        if tag == "table":
            table = _Table()
            if self._figures:
                table.caption = self._figures[-1].caption
            self._tables.append(table)
        elif self._tables:
            self._in_table(tag, attributes)
        if tag == "figure":
            self._figures.append(_Figure())

    def _in_table(self, tag: str, attributes: dict[str, str]) -> None:
        table = self._tables[-1]
        if tag == "thead":
            table.in_head = True
        elif tag == "tr":
            table.row, table.column = _Group(), 0
            for column in list(table.spans):
                table.spans[column] -= 1
                if table.spans[column] < 0:
                    del table.spans[column]
        elif tag in ("td", "th"):
            while table.spans.get(table.column, 0) > 0:
                table.column += 1

            def span(name: str) -> int:
                value = attributes.get(name, "1")
                return max(1, min(1000, int(value))) if value.isdecimal() else 1

            table.width = span("colspan")
            if (rows := span("rowspan")) > 1:
                table.spans.update(dict.fromkeys(range(table.column, table.column + table.width), rows))

    def _leave(self, opened: _Open) -> None:
        tag = opened.tag
        # An element that is its own block would hold itself, and the page, until the next collection of garbage.
        opened.block = None
        depth = len(self._open) + 1
        if self._signs and depth == self._signs[-1].depth:
            self._end_sign(self._signs.pop())
        if depth == self._notes_depth:
            self._notes_depth = 0
        if self._main_depth and depth == self._main_depth and tag in ("article", "main"):
            self._main_depth = 0
        if self._whole and tag == "nav":
            self._navigations -= 1
        if tag == "table" and self._tables:
            self._tables.pop()
        elif self._tables:
            table = self._tables[-1]
            if tag == "thead":
                table.in_head = False
            elif tag in ("td", "th"):
                table.column += table.width
        if tag == "figure" and self._figures:
            figure = self._figures.pop()
            for picture in figure.pictures:
                picture.captions.extend(figure.captions)

    # -------------------------------------------------------------- passages
    def _flush(self) -> None:
        """The text so far is a passage."""
        if not self._text and not self._exemptions and not self._citations:
            return
        raw = "".join(self._text)
        citations, exemptions, codes = self._citations, self._exemptions, self._codes
        self._text, self._length, self._citations, self._exemptions, self._codes = [], 0, [], [], []
        self._flushes += 1
        if not raw.strip():
            # A comment that stands alone belongs to the passage before it.
            previous = self.page.passages[-1] if self.page.passages else None
            if previous is not None and (exemptions or citations):
                previous.exemptions.extend(mark._replace(at=len(previous.text)) for mark in exemptions)
                previous.citations.extend(mark._replace(at=len(previous.text)) for mark in citations)
            elif exemptions:
                self.page.passages.append(
                    Passage("", PROSE, "text", [], [Cited(0, mark.what) for mark in exemptions], [], [])
                )
            return
        lead = len(raw) - len(raw.lstrip())
        text = raw.strip()

        def moved(mark: Cited) -> Cited:
            return mark._replace(at=min(max(mark.at - lead, 0), len(text)))

        around = (ECHO, "site-wide text") if self._outside else (PROSE, "text")
        inside = self._open[-1] if self._open else _NOWHERE
        kind, place = inside.where or around
        if place == _LABEL_AGAIN:
            if inside.tab and " ".join(text.split()) == inside.tab[-1]:
                return
            kind, place = around
        passage = Passage(
            text, kind, place, [moved(mark) for mark in citations], [moved(mark) for mark in exemptions], [], [],
            anchor=self._anchor, outside=self._outside, tab=inside.tab,
        )  # fmt: skip
        if place == TAB and inside.tabs is not None and inside.tabs.labels:
            inside.tabs.labels[-1] = " ".join(f"{inside.tabs.labels[-1]} {text}".split())
        self._cover(passage)
        self._add(passage, [max(at - lead, 0) for at in codes])
        if self._open:
            # A list that follows directly takes this as its lead-in: it stands beside it, or inside the same item.
            if self._open[-1].block is not None:
                self._open[-1].block.last = passage
            if len(self._open) >= 2 and self._open[-1].tag in ("p", "summary"):
                self._open[-2].last = passage

    def _add(self, passage: Passage, codes: Sequence[int] = ()) -> None:
        """Note a passage, and the citations that stand in it as they were written.

        Args:
            passage: the passage.
            codes: offsets at which code begins and ends, by turns.
        """
        self.page.passages.append(passage)
        for match in WRITTEN_KEY.finditer(passage.text):
            place = CODE if bisect.bisect_right(codes, match.start()) % 2 else passage.place
            self.page.strays.append(Stray(match[1], passage, match.start(), place))

    def _cover(self, passage: Passage) -> None:
        """Say whose citations cover the passage, and let its own cover others."""
        marks = passage.citations
        listing = self._open[-1].listing if self._open else None
        if listing is not None and listing.lead is not None:
            passage.covered_by.append(listing.lead)
        if passage.kind == CELL and self._tables:
            table = self._tables[-1]
            header = any(opened.tag == "th" for opened in self._open[-3:])
            spanned = range(table.column, table.column + table.width)
            if table.in_head or (header and table.column > 0):
                for column in spanned:
                    group = table.columns.setdefault(column, _Group())
                    group.marks.extend(marks)
                    group.text = f"{group.text} {passage.text}".strip()
            else:
                columns = [table.columns[column] for column in spanned if column in table.columns]
                passage.covered_by.extend([table.caption, table.row, *columns])
                if table.column == 0:
                    table.row.marks.extend(marks)
                    table.row.text = table.row.text or passage.text
                else:
                    passage.context.append(table.row)
                passage.context.extend(columns)
        if passage.place == "caption":
            if self._figures:
                self._figures[-1].captions.append(passage)
                self._figures[-1].caption.marks.extend(marks)
            if self._tables:
                self._tables[-1].caption.marks.extend(marks)
        if passage.kind == PICTURE and self._figures:
            self._figures[-1].pictures.append(passage)

    def _attribute(self, text: str, place: str) -> None:
        """The text of an attribute that people read."""
        text = text.strip()
        if text and not _NAMES.fullmatch(text):
            tab = self._open[-1].tab if self._open else ()
            self._add(Passage(text, ECHO, place, [], [], [], [], anchor=self._anchor, outside=self._outside, tab=tab))

    def _picture(self, attributes: dict[str, str]) -> None:
        passage = Passage(
            attributes.get("alt", "").strip(), PICTURE, "alternative text", [], [], [], [],
            anchor=self._anchor, source=attributes.get("src", ""), outside=self._outside,
        )  # fmt: skip
        self._add(passage)
        if self._figures:
            self._figures[-1].pictures.append(passage)


def _exemption_id(number: int) -> str:
    """The id that an exemption leaves in the page, by its place among the exemptions of the page."""
    return f"exempt-{number}"


def _reason(comment: str) -> str | None:
    """The reason that a comment gives as an exemption; None where it is another comment."""
    text = comment.strip()
    match = _EXEMPTION.match(text)
    return text[match.end() :].strip() if match else None


def without_comments(html: str) -> str:
    """The page without the writer's comments; each leaves an empty element with its reason."""
    pieces, numbers, kept = list[str](), itertools.count(1), 0
    start = html.find("<!--")
    while start >= 0 and (end := COMMENT_END.search(html, start + 2)):
        reason = _reason(html[start + 4 : end.start()])
        if reason is not None:
            empty = f'<span id="{_exemption_id(next(numbers))}" {_EXEMPT}="{escape(reason, quote=True)}"></span>'
            pieces += [html[kept:start], empty]
            kept = end.end()
        start = html.find("<!--", end.end())
    return "".join([*pieces, html[kept:]])


def read(html: str, whole: bool = False, lists: Iterable[str] = ()) -> Page:
    """The passages of a page.

    Args:
        html: HTML of a page's content, or of a finished page.
        whole: whether it is a finished page: then its article is the body, and all around it site-wide text.
        lists: ids of the lists that the build may have put there, which are not read.
    """
    reader = _Reader(whole, lists)
    if not html.strip():
        return reader.close()
    # The stubs know of no target whose close() gives something other than an element.
    parser = etree.HTMLParser(target=reader, huge_tree=True, encoding="utf-8", remove_comments=False)  # type: ignore[arg-type]
    parser.feed(html.encode("utf-8", "replace"))
    parser.close()
    # The parser and its target hold each other: each page would stay until the next collection of garbage.
    page = reader.page
    reader.__dict__.clear()
    return page
