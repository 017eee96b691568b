"""Every statistic of the site with what bears it out, as rows for people and for programs.

`numbers.json` is `{"format": 1, "counts": {"statistics", "sources", "exempt"}, "statistics": [row, ...]}`; `numbers.csv`
has the same rows under a line of names, its lists joined by a space; it is UTF-8 that begins with a byte order mark, by
which a spreadsheet knows it. FIELDS says what the fields of a row mean; the Numbers page prints it. A field that does not
apply is null in the one and empty in the other.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import quote, urlsplit

from citecheck.check import Claim, Examined
from citecheck.passages import CELL
from citecheck.sources import Finding, Source, Sources

FORMAT = 2
"""Version of the layout of `numbers.json` and `numbers.csv`; it rises when a field changes its meaning or goes."""

FIELDS = {
    "page": "address of the page, from the site's root",
    "page_title": "title of the page",
    "link": "address of the exact place, from the site's root",
    "place": "what the sentence stands in: text, caption, table cell, box title and the like",
    "context": "of a table cell: what the row's and the column's headers say",
    "sentence": "the sentence that gives the number",
    "statistic": "the number as the page prints it",
    "kind": "what sort of number it is: percent; in-n (13 out of 100); share (half, most); count (of people, cases and the like); time; threshold (an age or another limit); median, range, interval, rate, ratio, change, effect or p-value; other (a bare number)",
    "low": "its value, or the lower end of its range",
    "high": "its value, or the upper end of its range",
    "unit": "unit of the value: percent for every share, count for people, cases and the like, a unit of time; empty for a bare number, such as an age, another limit or a margin",
    "how": "figure: the source's figure, or that rounded; complement: the rest of it; context: an age, a span of time or a number of people that the record gives besides its figures; exempt: no statistic",
    "cited": "keys of the sources that are cited there",
    "source": "key of the source that bears the number out",
    "finding": "name of the finding in that source's record",
    "figure": "the figure as the source prints it; empty where the number is made from it",
    "measures": "what the source measured; of a finding with several figures the part that this figure is of, where the record names the parts",
    "population": "in whom",
    "n": "in how many people",
    "years": "when they were treated",
    "clock": "from when time is counted",
    "interval": "how sure the figure is, as the source gives it",
    "where": "where in the source the figure stands",
    "derived": "how we worked the figure out; filled only where the source does not print it",
    "caution": "what to bear in mind",
    "checked_by": "who read the source",
    "seen": "what they read of it",
    "accessed": "when they read it",
    "review_by": "when the source is due for another look",
    "url": "address of the source",
    "url_at_figure": "the same with a text fragment at which a browser shows the figure, where the address allows it",
    "reason": "why the number is no statistic; filled only for an exempt number",
}
"""The fields of a row in both files, in their order, each with its meaning."""

_WORDS = 8
"""How many words of a sentence a link names: enough to find it, few enough to stay a short address."""


@dataclasses.dataclass(frozen=True)
class Row:
    """One statistic of one page.

    `page` is the address from the site's root, `anchor` the id on that page to which a link leads (empty: the page
    itself). `beside` says whether that id stands with the sentence itself. `low` and `high` are as in a statistic, in
    `unit`. `how` is figure, complement (the rest of a figure that the sentence gives), context (an age, a span or a
    number of people that the record gives besides its figures), or exempt. `measures` is what the figure is of: a part
    of the finding's words where they name one for each of its figures.
    """

    page: str
    page_title: str
    anchor: str
    beside: bool
    place: str
    context: str
    sentence: str
    statistic: str
    kind: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    how: str
    cited: tuple[str, ...]
    source: Source | None
    finding: Finding | None
    measures: str
    figure: str
    reason: str = ""

    @property
    def fragment(self) -> str:
        """What follows the page's address in a link to the exact place.

        Where no citation stands with the sentence, the browser is told its first words too.
        """
        anchor = quote(self.anchor, safe=":")
        words = "" if self.beside else ":~:text=" + text_fragment(" ".join(self.sentence.split()[:_WORDS]))
        return f"#{anchor}{words}" if anchor or words else ""

    @property
    def url_at_figure(self) -> str:
        """The source's address with the figure as a text fragment, or ""."""
        if self.source is None or self.finding is None or self.figure not in self.finding.printed:
            return ""
        return at_figure(self.source, self.finding, self.figure)


@dataclasses.dataclass(frozen=True)
class Told:
    """A page and what it says."""

    address: str
    title: str
    examined: Examined


def text_fragment(text: str) -> str:
    """A text as a text fragment names it; a hyphen, a comma and an ampersand have a meaning of their own there."""
    return quote(text, safe="").replace("-", "%2D")


def _is_page(url: str) -> bool:
    """Whether an address is that of a page itself, and not of a resolver or of a file."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("dx.")
    return host != "doi.org" and not re.search(r"\.pdf\b|/pdf\b", parts.path, re.IGNORECASE)


def at_figure(source: Source, finding: Finding, figure: str) -> str:
    """An address at which a browser shows the figure; "" where there is none.

    That is the source's own page. Where its address is a resolver or a file, it is the free full text in PubMed
    Central, or the abstract in PubMed if the figure stands there.
    """
    url = source.url
    if not _is_page(url):
        if source.pmcid:
            url = f"https://pmc.ncbi.nlm.nih.gov/articles/{source.pmcid}/"
        elif source.pmid and "abstract" in (finding.where or "").lower():
            url = f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/"
        else:
            return ""
    return f"{url}{'' if urlsplit(url).fragment else '#'}:~:text={text_fragment(figure)}"


_REMARK = re.compile(r"([\w-]+)( \([^)]*\))")


def _with_remarks(part: str, whole: str) -> str:
    """A part of a finding's words with the remarks in brackets, which are left out when the parts are told apart."""
    for word, remark in _REMARK.findall(whole):
        at = re.search(rf"\b{re.escape(word)}\b(?! \()", part)
        if at:
            part = part[: at.end()] + remark + part[at.end() :]
    return part


def _row(told: Told, claim: Claim, sources: Sources) -> Row:
    # Only what is exempt has no match: a site with another such number is not published.
    statistic, match = claim.statistic, claim.match if claim.exempt is None else None
    source = sources.records.get(match.evidence.source) if match else None
    finding = (
        next((found for found in source.findings if match and found.id == match.evidence.finding), None)
        if source
        else None
    )
    # How many people a record tells of is no figure that its source prints.
    of_people = match is not None and match.figure == f"n = {match.evidence.n}"
    figure = match.figure if match and not of_people else ""
    if match is None:
        how = "exempt"
    elif figure:
        how = "figure"
    else:
        how = "complement" if statistic.unit == "percent" and not of_people else "context"
    measures = finding.measures if finding else ""
    if match and (figure in match.evidence.figures or how == "complement"):
        measures = _with_remarks(match.evidence.measures, measures)
    context = claim.passage.prefix.removesuffix(": ") if claim.passage.kind == CELL else ""
    return Row(
        told.address, told.title, claim.mark or claim.passage.anchor, bool(claim.mark), claim.passage.place, context,
        " ".join(claim.sentence.split()), statistic.text, statistic.kind, statistic.low, statistic.high, statistic.unit,
        how, claim.keys, source, finding, measures, figure, claim.exempt or "",
    )  # fmt: skip


def rows(pages: Iterable[Told], sources: Sources) -> Iterator[Row]:
    """A row for every statistic, page by page, in the order in which they stand."""
    for told in pages:
        for claim in told.examined.claims:
            yield _row(told, claim, sources)


def _value(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else round(float(value), 6)


def flat(row: Row) -> dict[str, Any]:
    """A row with plain values, as both files hold it."""
    source, finding = row.source, row.finding
    return {
        "page": row.page,
        "page_title": row.page_title,
        "link": row.page + row.fragment,
        "place": row.place,
        "context": row.context or None,
        "sentence": row.sentence,
        "statistic": row.statistic,
        "kind": row.kind,
        "low": _value(row.low),
        "high": _value(row.high),
        "unit": row.unit,
        "how": row.how,
        "cited": list(row.cited),
        "source": source.key if source else None,
        "finding": finding.id if finding else None,
        "figure": row.figure or None,
        "measures": row.measures or None,
        "population": finding.population if finding else None,
        "n": finding.n if finding else None,
        "years": finding.years if finding else None,
        "clock": finding.clock if finding else None,
        "interval": finding.interval if finding else None,
        "where": finding.where if finding else None,
        "derived": finding.derived if finding else None,
        "caution": finding.caution if finding else None,
        "checked_by": source.checked.by if source else None,
        "seen": source.checked.seen if source else None,
        "accessed": source.accessed.isoformat() if source else None,
        "review_by": source.review_by.isoformat() if source else None,
        "url": source.url if source else None,
        "url_at_figure": row.url_at_figure or None,
        "reason": row.reason or None,
    }


@dataclasses.dataclass(frozen=True)
class Counts:
    """How much there is: statistics that sources bear out, the sources that do so, numbers that are exempt."""

    statistics: int
    sources: int
    exempt: int


def as_json(found: Sequence[Row], counts: Counts) -> str:
    """The rows as JSON, with the counts that the build tells."""
    told = {"format": FORMAT, "counts": dataclasses.asdict(counts), "statistics": [flat(row) for row in found]}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def as_csv(found: Sequence[Row]) -> str:
    """The rows as CSV with a header; lists are joined by a space. To be written with a byte order mark."""
    written = io.StringIO()
    writer: csv.DictWriter[str] = csv.DictWriter(written, list(FIELDS), lineterminator="\n")
    writer.writeheader()
    for row in found:
        writer.writerow(
            {name: " ".join(value) if isinstance(value, list) else value for name, value in flat(row).items()}
        )
    return written.getvalue()
