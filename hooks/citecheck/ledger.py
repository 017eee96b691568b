"""Every statistic of the site with what bears it out, as rows for people and for programs."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from citecheck.check import Claim, Examined
from citecheck.sources import Finding, Source, Sources

FORMAT = 1
"""Version of the layout of `numbers.json` and `numbers.csv`; it rises when a field changes its meaning or goes."""


@dataclasses.dataclass(frozen=True)
class Row:
    """One statistic of one page.

    `page` is the address from the site's root, `anchor` the id on that page to which a link leads (empty: the page
    itself). `low` and `high` are as in a statistic, in `unit`. `how` is figure, complement (the rest of a figure that the
    sentence gives), context (an age, a span or a number of people that the record's own words hold) or exempt.
    """

    page: str
    page_title: str
    anchor: str
    place: str
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
    figure: str
    reason: str = ""


@dataclasses.dataclass(frozen=True)
class Told:
    """A page and what it says."""

    address: str
    title: str
    examined: Examined


def _row(told: Told, claim: Claim, sources: Sources) -> Row:
    statistic, match = claim.statistic, claim.match
    source = sources.records.get(match.evidence.source) if match else None
    finding = next((found for found in source.findings if match and found.id == match.evidence.finding), None) if source else None
    if claim.exempt is not None:
        how = "exempt"
    elif match is None:
        how = "nothing"
    elif match.figure:
        how = "figure"
    else:
        how = "complement" if statistic.unit == "percent" else "context"
    return Row(
        told.address, told.title, claim.mark or claim.passage.anchor, claim.passage.place, claim.sentence,
        statistic.text, statistic.kind, statistic.low, statistic.high, statistic.unit, how, claim.keys, source, finding,
        match.figure if match else "", claim.exempt or "",
    )  # fmt: skip


def rows(pages: Iterable[Told], sources: Sources) -> Iterator[Row]:
    """A row for every statistic, page by page, in the order in which they stand."""
    for told in pages:
        for claim in told.examined.claims:
            yield _row(told, claim, sources)


def _value(value: Decimal | None) -> int | float | None:
    # JSON has no number for more than a few hundred digits.
    if value is None or abs(value) > Decimal(10) ** 300:
        return None
    return int(value) if value == value.to_integral_value() else round(float(value), 6)


def _flat(row: Row) -> dict[str, Any]:
    """A row with plain values, as both files hold it."""
    source, finding = row.source, row.finding
    return {
        "page": row.page,
        "page_title": row.page_title,
        "anchor": row.anchor,
        "place": row.place,
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
        "measures": finding.measures if finding else None,
        "population": finding.population if finding else None,
        "n": finding.n if finding else None,
        "years": finding.years if finding else None,
        "clock": finding.clock if finding else None,
        "interval": finding.interval if finding else None,
        "where": finding.where if finding else None,
        "derived": finding.derived if finding else None,
        "checked_by": source.checked.by if source else None,
        "seen": source.checked.seen if source else None,
        "accessed": source.accessed.isoformat() if source else None,
        "url": source.url if source else None,
        "reason": row.reason or None,
    }


def as_json(found: Sequence[Row]) -> str:
    """The rows as JSON: `{"format": 1, "statistics": [...]}`."""
    told = {"format": FORMAT, "statistics": [_flat(row) for row in found]}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def as_csv(found: Sequence[Row]) -> str:
    """The rows as CSV with a header; lists are joined by a space."""
    written = io.StringIO()
    writer: csv.DictWriter[str] | None = None
    for row in found:
        flat = {name: " ".join(value) if isinstance(value, list) else value for name, value in _flat(row).items()}
        if writer is None:
            writer = csv.DictWriter(written, list(flat), lineterminator="\n")
            writer.writeheader()
        writer.writerow(flat)
    return written.getvalue()
