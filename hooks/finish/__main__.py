"""`python -m finish SITE`: finish a folder of pages that another generator wrote, which runs no hooks of ours."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from citecheck.yamlfile import Unreadable, decode
from lxml.etree import ParserError

from finish import Facts, finish_page, finish_text, markup, words
from finish.pictures import Size, svg_size


def main(arguments: list[str] | None = None) -> int:
    """Finish each page in place, or none if one cannot be read. A page that is finished already stays as it is."""
    parser = argparse.ArgumentParser(prog="python -m finish", description=main.__doc__)
    parser.add_argument("site", type=Path, help="the folder of finished pages")
    site: Path = parser.parse_args(arguments).site
    pages: dict[Path, str] = {}
    wrong: list[str] = []
    for file in sorted(site.rglob("*.html")):
        try:
            pages[file] = decode(file.read_bytes())
        except Unreadable as error:
            wrong.append(f"{file}:{error.line}:{error.column}: {error.message}: save it as UTF-8 text")
    if not pages and not wrong:
        wrong.append(f"{site}: there is no HTML file here: name the folder of a finished site")
    glossary = site / "glossary" / "index.html"
    terms = words.read_terms(pages.get(glossary, ""))
    finished: dict[Path, bytes] = {}
    for file, html in pages.items():
        try:
            root = markup.read_document(html)
        except (ParserError, ValueError) as error:
            wrong.append(f"{file}: this is no HTML page ({error}): build it anew, or take it out of the folder")
            continue
        for article in root.iter("article"):
            finish_text(article, _facts(file, site, glossary, root, terms))
        # As bytes: as text it would get the line ends of the system.
        finished[file] = finish_page(markup.write_document(root)).encode()
    if wrong:
        print(*wrong, "Nothing was written.", sep="\n", file=sys.stderr)
        return 1
    for file, written in finished.items():
        file.write_bytes(written)
    return 0


def _facts(file: Path, site: Path, glossary: Path, root: markup.Element, terms: words.Terms) -> Facts:
    address = _address(file, site)
    canonical = [link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical"]

    def size_of(picture: str) -> Size | None:
        path = site / picture
        return svg_size(path.read_bytes()) if path.suffix == ".svg" and path.is_file() else None

    return Facts(address, canonical[0] if canonical else address, _address(glossary, site), terms, size_of)


def _address(file: Path, site: Path) -> str:
    """The address of a page from the root of the site, as links say it: without index.html."""
    return file.relative_to(site).as_posix().removesuffix("index.html")


if __name__ == "__main__":
    raise SystemExit(main())
