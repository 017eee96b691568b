"""`python -m finish SITE`: finish a folder of pages that another generator wrote, which runs no hooks of ours."""

from __future__ import annotations

import argparse
from pathlib import Path

from finish import Facts, finish_page, finish_text, markup, words
from finish.pictures import Size, svg_size


def main(arguments: list[str] | None = None) -> int:
    """Finish each page in place. A page that is finished already stays as it is."""
    parser = argparse.ArgumentParser(prog="python -m finish", description=main.__doc__)
    parser.add_argument("site", type=Path, help="the folder of finished pages")
    parser.add_argument("--glossary", default="glossary/index.html", help="the glossary's file in that folder")
    given = parser.parse_args(arguments)
    site: Path = given.site
    glossary = site / given.glossary
    terms = words.read_terms(glossary.read_text(encoding="utf-8")) if glossary.is_file() else {}
    for file in sorted(site.rglob("*.html")):
        root = markup.read_document(file.read_text(encoding="utf-8"))
        for article in root.iter("article"):
            finish_text(article, _facts(file, site, glossary, root, terms))
        file.write_text(finish_page(markup.write_document(root)), encoding="utf-8")
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
