"""A small site of its own folder, with the real hook and the real settings of the text, built by the real command."""

from __future__ import annotations

import dataclasses
import logging
import re
from pathlib import Path

from click.testing import CliRunner
from mkdocs.__main__ import cli
from mkdocs.utils import DuplicateFilter

ROOT = Path(__file__).resolve().parent.parent

HEAD = """---
title: A page
description: A page of a test.
audience: everyone
checked: 2026-01-02
next_check: 2027-01-02
reviewed_by: ""
handout: false
---
"""
"""Front matter of nine lines: the text of a page begins on line 10."""

SOURCE = """key: good-2020
type: article-journal
title: Relapse in a small town
author:
- family: Good
  given: Ann
container-title: Journal of Small Towns
issued: "2020"
URL: https://example.org/good
accessed: 2026-01-02
checked:
  by: two readers
  seen: abstract
review_by: 2199-01-02
findings:
- id: relapse-rate
  figure: "12.7%"
  measures: share of children who had a relapse
  n: 2053
- id: os5
  figure: "43·2%"
  measures: alive 5 years after relapse
- id: range
  figure: "10-20%"
  measures: relapse in other reports
supports:
- a relapse is when the leukemia comes back
"""

SETTINGS = """site_name: A test
site_url: https://example.org/
theme:
  name: null
  custom_dir: theme
hooks:
  - {root}/hooks/citations.py
plugins: []
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc:
      permalink: true
  - pymdownx.blocks.caption
  - pymdownx.details
  - pymdownx.snippets:
      base_path: [!relative $docs_dir]
      check_paths: false
  - pymdownx.superfences
  - pymdownx.tabbed:
      alternate_style: true
"""

TEMPLATE = """<!doctype html><html lang="en"><head><title>{{ page.title }}</title></head>
<body><main><article>{{ page.content }}</article></main></body></html>"""


@dataclasses.dataclass(frozen=True)
class Built:
    """What a build said and left: its exit status, its words, the files in site/."""

    status: int
    output: str
    files: frozenset[str]
    folder: Path

    @property
    def problems(self) -> list[str]:
        """The lines that name a problem."""
        return [
            line
            for line in self.output.splitlines()
            if re.search(r" \[[a-z-]+\]$", line) and not line.startswith("hint:")
        ]

    @property
    def hints(self) -> list[str]:
        """The lines that say how to mend it."""
        return [line for line in self.output.splitlines() if line.startswith("hint:")]


def write_site(folder: Path, files: dict[str, str | bytes], plain: bool = False) -> None:
    """Write a site of these files; settings, a template and a good source come along unless they are among them."""
    usual: dict[str, str | bytes] = {
        "mkdocs.yml": SETTINGS.format(root=ROOT.as_posix()),
        "theme/main.html": TEMPLATE,
    }
    if not plain:
        usual |= {"sources/good-2020.yml": SOURCE}
    if not any(name.startswith("docs/") for name in files):
        usual["docs/index.md"] = f"{HEAD}\nAbout 13 out of 100 children (13%) had a relapse.[^good-2020]\n"
    for name, text in {**usual, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, str):
            text = text.replace("{head}\n", HEAD).encode()
        path.write_bytes(text)


def build(folder: Path, *options: str) -> Built:
    """Run `mkdocs build` in a folder."""
    # MkDocs prints a message once in the life of a process; each build here is to stand for a process of its own.
    for filtering in logging.getLogger("mkdocs.commands.build").filters:
        if isinstance(filtering, DuplicateFilter):
            filtering.msgs.clear()
    done = CliRunner().invoke(cli, ["build", "-f", str(folder / "mkdocs.yml"), *options])
    site = folder / "site"
    files = (
        frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
        if site.exists()
        else frozenset()
    )
    return Built(done.exit_code, done.output, files, folder)
