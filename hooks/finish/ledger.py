"""What does each number of the guide rest on, and what was taken from each source? The Numbers and Sources pages.

Rows in, HTML out: both pages are made of the same rows as `numbers.json`, in the same build.
"""

from __future__ import annotations

import datetime
import itertools
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from citecheck.ledger import FIELDS, Counts, Row, at_figure
from citecheck.sources import Finding, Source

from finish.links import ADDRESS
from finish.markup import Element, find, make, read_fragment, write_fragment
from finish.survival import guard_figures
from finish.tables import BOX

NUMBERS, SOURCES = "app-numbers", "app-source-list"
"""Ids of the empty elements that the two pages have for what is made here."""

_GENERATED = "data-ledger"
_NOTE = re.compile(
    r'(?P<note><span class="app-source" data-source="(?P<key>[^"]+)">(?:(?!</li>).)*?)'
    r'(?P<back><a class="footnote-backref")',
    re.DOTALL,
)
_NOT_STATED = "not stated"
_CLOSED = ("The numbers in closed boxes", "the boxes")
"""What is said on paper of boxes that were not opened: most hold no survival figures."""
_ORDER = ("figure", "complement", "context")


def is_place(html: str, name: str) -> bool:
    """Whether a page has the empty element of this id."""
    return _place(name).search(html) is not None


def fill(html: str, name: str, content: str) -> str:
    """The page with the content in that element."""
    return _place(name).sub(lambda place: content, html, count=1)


def hold(html: str) -> str:
    """The page with the reason why these elements are empty, while a writer's site has problems."""
    for name in (NUMBERS, SOURCES):
        html = fill(html, name, "<p>This page is filled again once no problem is left.</p>")
    return html


def places(rows: Iterable[Row]) -> dict[str, dict[str, list[str]]]:
    """For each page and each source that it cites: the addresses of the figures that the page takes from it."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.source is not None and (address := row.url_at_figure):
            listed = found[row.page][row.source.key]
            if address not in listed:
                listed.append(address)
    return found


def link_notes(html: str, address: str, list_: str, places: Mapping[str, Sequence[str]]) -> str:
    """A page whose notes each lead to the figures in their source, and to what was taken from it.

    The words of the links are drawn, and stay off paper; they name no figure, for a reader may not wish to see it.

    Args:
        html: the page.
        address: its address from the site's root.
        list_: the Sources page's address, "" if there is none.
        places: the addresses of the figures in each source.
    """

    def linked(note: re.Match[str]) -> str:
        key = note["key"]
        found = places.get(key, ())
        links = []
        for number, place in enumerate(found, 1):
            which = str(number) if len(found) > 1 else ""
            links.append(
                f'<a class="app-source-place" href="{escape(place)}" data-place="{which}" '
                f'aria-label="Open the source at figure {number}: {key}"></a>'
            )
        if list_:
            target = escape(way(address, f"{list_}#{key}"))
            links.append(
                f'<a class="app-source-figures" href="{target}" aria-label="Figures from this source: {key}"></a>'
            )
        return f"{note['note']}{''.join(links)} {note['back']}"

    return _NOTE.sub(linked, html)


def _place(name: str) -> re.Pattern[str]:
    return re.compile(rf'<div id="{re.escape(name)}">\s*</div>')


def way(origin: str, target: str) -> str:
    """The relative address of a page for a link on another; both addresses count from the site's root."""
    page, mark, rest = target.partition("#")
    folder = posixpath.dirname("/" + origin)
    found = posixpath.relpath(posixpath.normpath("/" + page), folder or "/")
    return found + ("/" if not page or page.endswith("/") else "") + mark + rest


# ---------------------------------------------------------------- what sources are called
def names(sources: Mapping[str, Source]) -> dict[str, str]:
    """A short name for each source, no two alike: who and when; what, too, where that is not enough.

    Where no person is named as the author it is what, who and when: a company or a journal alone names many things.
    """
    short = {key: _short_name(source) for key, source in sources.items()}
    times = Counter(short.values())
    longer = {
        key: name if times[name] == 1 or not _person(sources[key]) else f"{name}: {_clipped(sources[key].title)}"
        for key, name in short.items()
    }
    times = Counter(longer.values())
    return {key: name if times[name] == 1 else f"{name} ({key})" for key, name in longer.items()}


def _person(source: Source) -> str:
    return (source.author[0].family or "") if source.author else ""


def _short_name(source: Source) -> str:
    if who := _person(source):
        if len(source.author or []) > 1:
            who += " and others" if len(source.author or []) > 2 else f" and {_second(source)}"
        parts = [who]
    else:
        parts = [_clipped(source.title), _body(source)]
    if source.issued:
        parts.append(source.issued[:4])
    return ", ".join(filter(None, parts))


def _body(source: Source) -> str:
    """Who answers for a source that no person has signed: a body, or the journal."""
    named = next((author.literal for author in source.author or [] if author.literal != "et al."), None)
    return named or source.container_title or source.publisher or ""


def _second(source: Source) -> str:
    author = (source.author or [])[1]
    return author.family or ("others" if author.literal == "et al." else author.literal or "")


def _clipped(title: str, most: int = 60) -> str:
    if len(title) <= most:
        return title
    kept = title[:most].rpartition(" ")[0]
    if kept.count("(") > kept.count(")"):
        kept = kept.rpartition("(")[0]
    return kept.rstrip(" ,;:…") + " …"


def _day(day: datetime.date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


# ---------------------------------------------------------------- small parts
def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _with(element: Element, *parts: str | Element) -> Element:
    """The element with texts and elements added at its end."""
    for part in parts:
        if isinstance(part, str):
            last = element[-1] if len(element) else None
            if last is None:
                element.text = (element.text or "") + part
            else:
                last.tail = (last.tail or "") + part
        else:
            element.append(part)
    return element


def _facts(entries: Iterable[tuple[str, str | Element | None]]) -> Element:
    """A list of terms with what is said of each; those of which nothing is said are left out."""
    facts = make("dl", class_="app-ledger__facts")
    for term, said in entries:
        if said is None or said == "":
            continue
        entry = make("div")
        _with(entry, make("dt", f"{term}:"), " ", _with(make("dd"), said))
        facts.append(entry)
    return facts


def _lines(entries: Iterable[tuple[str, str | Element | None]]) -> Element:
    """The same as lines of one paragraph, for tables of hundreds of rows."""
    lines = make("p", class_="app-ledger__lines")
    for term, said in entries:
        if said is not None and said != "":
            _with(lines, *([make("br")] if lines.text else []), f"{term}: ", said)
    return lines


def _outward(text: str, address: str) -> Element:
    """A link out of the site. On paper its address is not listed: it stands on the Sources page."""
    return make("a", text, href=address, class_=ADDRESS)


def _finding_facts(finding: Finding) -> Element:
    return _lines((
        ("In whom", finding.population or _NOT_STATED),
        ("How many people", f"{finding.n:,}" if finding.n else _NOT_STATED),
        ("When treated", finding.years or _NOT_STATED),
        ("Counted", finding.clock),
        ("How sure", finding.interval),
        ("Worked out by us", finding.derived),
        ("Caution", finding.caution),
    ))  # fmt: skip


def _printed(source: Source, finding: Finding | None, figures: Sequence[str]) -> Element:
    """Figures as the source prints them, each a link to its place there where the address allows one."""
    said = make("span", class_="app-ledger__figures")
    for index, figure in enumerate(figures):
        address = at_figure(source, finding, figure) if finding is not None else ""
        _with(said, "; " if index else "", _outward(figure, address) if address else make("span", figure))
    return said


# ---------------------------------------------------------------- the Numbers page
def numbers_page(
    rows: Sequence[Row], sources: Mapping[str, Source], counts: Counts, address: str, full_address: str, list_: str
) -> str:
    """The inside of the Numbers page.

    Args:
        rows: every statistic of the site.
        sources: the records of the sources that pages cite.
        counts: what the build tells.
        address: the page's address from the site's root.
        full_address: the address that readers type.
        list_: the Sources page's address from the site's root, "" if there is none.
    """
    root = make("div")
    whole = make("div", id=NUMBERS, class_="app-ledger")
    whole.set(_GENERATED, "")
    root.append(whole)
    called = names(sources)
    told = make("p", class_="app-ledger__counts")
    _with(told, make("strong", _count(counts.statistics, "number")), " in this guide, borne out by ")
    _with(told, make("strong", _count(counts.sources, "source")), ". ")
    _with(told, make("strong", _count(counts.exempt, "number")), f" {'is' if counts.exempt == 1 else 'are'} exempt.")
    whole.append(told)
    by_page: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.how != "exempt":
            by_page[row.page, row.page_title].append(row)
    boxes = make("div", class_="app-ledger__boxes")
    for (page, title), found in by_page.items():
        boxes.append(_box(page, title, found, called, address, list_))
    whole.append(boxes)
    _exempt(whole, [row for row in rows if row.how == "exempt"], address)
    _data(whole, address)
    guard_figures(whole, full_address, *_CLOSED)
    return write_fragment(root)


def _box(
    page: str, title: str, rows: Sequence[Row], called: Mapping[str, str], address: str, list_: str
) -> Element:  # fmt: skip
    box = make("details", class_="numbers app-ledger__box")
    box.set("data-page", page or "./")
    box.set("data-title", title)
    summary = make("summary")
    _with(summary, f"Numbers on: {title} (", make("span", f"{len(rows):,}", class_="app-ledger__number"), ")")
    box.append(summary)
    scroll = make("div", class_=BOX, role="region", tabindex="0", aria_label=f"Table: Numbers on {title}")
    table = make("table", class_="app-ledger__table", role="table")
    head = make("thead", role="rowgroup")
    line = make("tr", role="row")
    for name in ("Number", "What the page says", "What the source measured", "Source"):
        line.append(make("th", name, scope="col", role="columnheader"))
    head.append(line)
    table.append(head)
    body = make("tbody", role="rowgroup")
    for _, together in itertools.groupby(rows, key=_same_line):
        for line_of in _by_figure(together):
            body.append(_line(line_of, called, address, list_))
    table.append(body)
    scroll.append(table)
    box.append(scroll)
    return box


def _same_line(row: Row) -> tuple[str, str, str, str, str]:
    """Statistics of one sentence that one finding bears out stand in one line of the table."""
    source = row.source.key if row.source else ""
    return (row.sentence, row.anchor, row.context, source, row.finding.id if row.finding else "")


def _by_figure(rows: Iterable[Row]) -> list[list[Row]]:
    """The same, a line for each thing that the finding measured; what is no figure goes with the first."""
    lines: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: _ORDER.index(row.how)):
        what = next(iter(lines), "") if row.how == "context" else row.measures
        lines.setdefault(what, []).append(row)
    return list(lines.values())


def _name_of_number(row: Row) -> str:
    """What is said before a number that is no figure of the source."""
    if row.how == "context":
        if row.kind == "threshold":
            return "Age or limit: "
        return "How many: " if row.unit in ("", "count", "percent") else "Span of time: "
    return "The rest: " if row.how == "complement" else ""


def _line(rows: Sequence[Row], called: Mapping[str, str], address: str, list_: str) -> Element:
    row = rows[0]
    source, finding = row.source, row.finding
    line = make("tr", role="row")
    line.set("data-statistics", str(len(rows)))
    line.set("data-source", source.key if source else "")

    number = make("td", role="cell", data_label="Number")
    value = next((one.low for one in rows if one.low is not None), None)
    number.set("data-sort", "" if value is None else format(value, "f"))
    for words, alike in itertools.groupby(rows, key=_name_of_number):
        group = make("div", words)
        for index, one in enumerate(alike):
            _with(group, " · " if index else "", make("strong", one.statistic, class_="app-ledger__statistic"))
        number.append(group)

    says = make("td", role="cell", data_label="What the page says")
    if row.context:
        says.append(make("div", f"{row.context}:", class_="app-ledger__context"))
    says.append(make("a", row.sentence, href=way(address, row.page) + row.fragment, class_="app-ledger__sentence"))

    measured = make("td", role="cell", data_label="What the source measured")
    measured.set("data-sort", row.measures)
    figures = list(dict.fromkeys(one.figure for one in rows if one.figure))
    if finding is None:
        measured.append(make("div", "No figure: our record of the source holds it in words."))
    else:
        measured.append(make("div", row.measures, class_="app-ledger__measures"))
        if figures and len(finding.printed) > 1 and row.measures == finding.measures:
            measured.append(_lines([("Its figures, in this order", "; ".join(finding.printed))]))
        measured.append(_finding_facts(finding))

    origin = make("td", role="cell", data_label="Source")
    if source is not None:
        name = called.get(source.key, source.key)
        origin.set("data-sort", name)
        entry = make("a", name, href=way(address, f"{list_}#{source.key}")) if list_ else make("span", name)
        origin.append(_with(make("div"), entry))
        if finding is not None and not figures:
            figures = finding.printed
        origin.append(_lines((
            ("Printed there", _printed(source, finding, figures) if figures else None),
            ("Where", finding.where or _NOT_STATED if finding else None),
            ("Read by", f"{source.checked.by}, {_day(source.accessed)}"),
        )))  # fmt: skip
    for cell in (number, says, measured, origin):
        line.append(cell)
    return line


def _exempt(whole: Element, rows: Sequence[Row], address: str) -> None:
    whole.append(make("h2", "Numbers that are no statistics", id="app-exempt"))
    if not rows:
        whole.append(make("p", "There are none. The check was not told to pass over any number."))
        return
    whole.append(make("p", "The check was told to pass over these numbers. The reason stands with each."))
    listed = make("ul", class_="app-ledger__exempt")
    for row in rows:
        item = make("li")
        _with(item, make("strong", row.statistic, class_="app-ledger__exempted"), ", in: ")
        _with(item, make("a", row.sentence, href=way(address, row.page) + row.fragment))
        _with(item, f" Page: {row.page_title}. Reason: {row.reason}.")
        listed.append(item)
    whole.append(listed)


def _data(whole: Element, address: str) -> None:
    whole.append(make("h2", "The same as data", id="app-data"))
    files = make("p", "Two files hold the same rows, for people who want to work with them: ")
    _with(files, make("a", "numbers.json", href=way(address, "numbers.json")), " and ")
    _with(files, make("a", "numbers.csv", href=way(address, "numbers.csv")), ". In both, one row is one number. ")
    _with(files, "The second is UTF-8 with a byte order mark, so that a spreadsheet shows every sign as it is.")
    whole.append(files)
    box = make("details", class_="info")
    box.append(make("summary", "The fields of a row"))
    scroll = make("div", class_=BOX, role="region", tabindex="0", aria_label="Table: The fields of a row")
    table, body = make("table", class_="app-ledger__fields"), make("tbody")
    head, line = make("thead"), make("tr")
    line.extend((make("th", "Field", scope="col"), make("th", "What it means", scope="col")))
    head.append(line)
    table.append(head)
    for name, meaning in FIELDS.items():
        line = make("tr")
        line.extend((make("th", name, scope="row"), make("td", meaning)))
        body.append(line)
    table.append(body)
    scroll.append(table)
    box.append(scroll)
    whole.append(box)


# ---------------------------------------------------------------- the Sources page
def sources_page(
    sources: Mapping[str, Source],
    references: Mapping[str, str],
    cited_on: Mapping[str, Sequence[tuple[str, str]]],
    address: str,
    full_address: str,
) -> str:
    """The inside of the Sources page.

    Args:
        sources: the records of the sources that pages cite.
        references: the full reference of each, as HTML.
        cited_on: address and title of the pages that cite each.
        address: the page's address from the site's root.
        full_address: the address that readers type.
    """
    root = make("div")
    whole = make("div", id=SOURCES, class_="app-ledger")
    whole.set(_GENERATED, "")
    root.append(whole)
    called = names(sources)
    ordered = sorted(sources, key=lambda key: called[key].lower())
    findings = sum(len(source.findings) for source in sources.values())
    told = make("p", class_="app-ledger__counts")
    _with(told, make("strong", _count(len(sources), "source")), ", from which we took ")
    _with(told, make("strong", _count(findings, "finding")), ".")
    whole.append(told)
    listed = make("ul", class_="app-ledger__sources")
    for key in ordered:
        listed.append(_entry(sources[key], called[key], references.get(key, ""), cited_on.get(key, ()), address))
    whole.append(listed)
    whole.append(make("h2", "The figures in each source", id="app-figures"))
    boxes = make("div", class_="app-ledger__boxes")
    for key in ordered:
        if sources[key].findings:
            boxes.append(_findings(sources[key], called[key]))
    whole.append(boxes)
    guard_figures(whole, full_address, *_CLOSED)
    return write_fragment(root)


def _entry(
    source: Source, name: str, reference: str, cited_on: Sequence[tuple[str, str]], address: str
) -> Element:  # fmt: skip
    entry = make("li", id=source.key)
    entry.append(make("h3", name))
    full = read_fragment(reference)
    full.tag = "p"
    for link in find(full, "a"):
        # Its address stands on paper as its text.
        link.set("class", f"{link.get('class') or ''} {ADDRESS}".strip())
    entry.append(full)
    pages = make("span")
    for index, (page, title) in enumerate(cited_on):
        _with(pages, ", " if index else "", make("a", title, href=way(address, page)))
    figures = make("a", f"{name}: {_count(len(source.findings), 'finding')}", href=f"#figures-{source.key}")
    entry.append(_facts((
        ("What we read of it", source.checked.seen),
        ("Read by", f"{source.checked.by}, {_day(source.accessed)}"),
        ("Next look due", _day(source.review_by)),
        ("License", source.license or _NOT_STATED),
        ("Cited on", pages if cited_on else None),
        ("Figures", figures if source.findings else "none: cited for facts without a number"),
    )))  # fmt: skip
    return entry


def _findings(source: Source, name: str) -> Element:
    box = make("details", class_="numbers app-ledger__box", id=f"figures-{source.key}")
    box.append(make("summary", f"Figures in: {name} ({len(source.findings)})"))
    listed = make("ul", class_="app-ledger__findings")
    for finding in source.findings:
        item = make("li")
        _with(item, _with(make("strong"), _printed(source, finding, finding.printed)), f": {finding.measures}")
        item.append(_finding_facts(finding))
        where = _lines((("Where", finding.where), ("Confidence in the record", finding.confidence)))
        if where.text:
            item.append(where)
        listed.append(item)
    box.append(listed)
    back = make("p")
    back.append(make("a", f"Back to {name}", href=f"#{source.key}"))
    box.append(back)
    return box
