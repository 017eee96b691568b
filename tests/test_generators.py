"""The same pages by another generator: ProperDocs, which takes MkDocs' place, and Zensical, which runs no hooks.

ProperDocs must give the text and the problems that MkDocs gives. Zensical's pages are judged by the command line; the
citations are rendered there by the Markdown extension `citecheck.footnotes`, named in its configuration.
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from lxml import html as lxml_html

ROOT = Path(__file__).resolve().parent.parent

SPOILED = (
    ("outlook/adults.md", r"\(\d+%\)(?=[^\n]*\[\^)", "(13.579%)", "unsupported-statistic"),
    ("car-t.md", r"(\(\d+%\)[^\n\[]*)\[\^[a-z0-9-]+\](?=\n)", r"\1", "uncited-statistic"),
    ("transplant.md", r"\[\^[a-z0-9-]+\]", "[^nobody-1999]", "unknown-source"),
)
"""Page, what is sought in it, what is put in its first place, and the rule that must notice."""

FOR_ZENSICAL = (
    ("      base_path: [!relative $docs_dir]\n", "      base_path: [docs]\n"),  # it does not know this YAML tag
    ("  - footnotes:\n", "  - citecheck.footnotes:\n      sources: sources\n  - footnotes:\n"),  # it runs no hooks
)
"""What is changed in mkdocs.yml for Zensical: old, new."""


def _copy(folder: Path) -> Path:
    """The project, so that every generator has the very same files before it."""
    for name in ("docs", "sources", "overrides", "hooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _copy(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with three places spoiled."""
    folder = _copy(tmp_path_factory.mktemp("spoiled"))
    for name, sought, put, _ in SPOILED:
        path = folder / "docs" / name
        text, count = re.subn(sought, put, path.read_text("utf-8"), count=1)
        assert count == 1, f"{name} has no place to spoil: {sought}"
        path.write_text(text, "utf-8")
    return folder


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A Python module as a command in the project's folder; its errors stand in its output."""
    environment = {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder / "hooks")}
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


@functools.cache
def _build(generator: str, folder: Path) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A site by MkDocs or ProperDocs, whose commands are alike."""
    site = folder / f"site-{generator}"
    return site, _run(folder, generator, "build", "--strict", "-f", "mkdocs.yml", "-d", str(site))


@functools.cache
def _build_zensical(folder: Path) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A site by Zensical, from a configuration derived from ours."""
    asked = _run(folder, "zensical", "--version")
    if asked.returncode:
        pytest.skip(f"Zensical is not installed here: {asked.stdout.splitlines()[-1]}")
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    for old, new in FOR_ZENSICAL:
        assert settings.count(old) == 1, f"mkdocs.yml has changed: {old!r}"
        settings = settings.replace(old, new)
    derived = folder.with_name(folder.name + "-zensical")
    derived.mkdir()
    (derived / "mkdocs.yml").write_text(settings, "utf-8")
    for name in ("docs", "sources", "overrides", "hooks"):
        shutil.copytree(folder / name, derived / name)
    # The theme's page with our parts in it asks for things of a page that Zensical does not tell its templates.
    (derived / "overrides" / "main.html").unlink()
    return derived / "site", _run(derived, "zensical", "build", "-f", "mkdocs.yml")


def _articles(site: Path) -> dict[str, str]:
    """What a reader reads on each page, spaces apart."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        for article in lxml_html.fromstring(file.read_text("utf-8")).iter("article"):
            found[file.relative_to(site).as_posix()] = " ".join("".join(article.itertext()).split())
    return found


def _problems(output: str) -> list[str]:
    """The lines that name a problem."""
    return [line for line in output.splitlines() if re.match(r"\S+:.* \[[a-z-]+\]$", line)]


def _rules(problems: Sequence[str]) -> set[str]:
    return {problem.rpartition("[")[2].rstrip("]") for problem in problems}


# ---------------------------------------------------------------- ProperDocs
def test_properdocs_gives_the_same_text(project: Path) -> None:
    site, done = _build("mkdocs", project)
    assert done.returncode == 0, done.stdout
    other, done = _build("properdocs", project)
    assert done.returncode == 0, done.stdout
    assert "are borne out by" in done.stdout, "the check did not run"
    expected, given = _articles(site), _articles(other)
    assert len(expected) > 15
    assert list(given) == list(expected)
    assert [name for name in expected if given[name] != expected[name]] == []


def test_properdocs_gives_the_same_problems(spoiled: Path) -> None:
    site, done = _build("mkdocs", spoiled)
    expected = _problems(done.stdout)
    assert done.returncode == 1
    assert _rules(expected) >= {rule for *_, rule in SPOILED}, done.stdout
    other, done = _build("properdocs", spoiled)
    assert done.returncode == 1
    assert _problems(done.stdout) == expected
    assert not list(site.rglob("*.html")) and not list(other.rglob("*.html"))


# ---------------------------------------------------------------- Zensical
def _notes(site: Path) -> dict[str, list[str]]:
    """The notes of each page that has some: their sources, in order."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        document = lxml_html.fromstring(file.read_text("utf-8"))
        if notes := [str(key) for key in document.xpath('//*[@class="app-source"]/@data-source')]:
            found[file.relative_to(site).as_posix()] = notes
    return found


def test_citations_render_in_zensical(project: Path) -> None:
    site, done = _build_zensical(project)
    assert done.returncode == 0, done.stdout
    by_mkdocs, _ = _build("mkdocs", project)
    expected = _notes(by_mkdocs)
    assert len(expected) > 10
    assert {name: notes for name, notes in _notes(site).items() if name in expected} == expected


def test_zensicals_pages_pass_the_check(project: Path) -> None:
    site, done = _build_zensical(project)
    assert done.returncode == 0, done.stdout
    done = _run(site.parent, "citecheck", "check", "--docs", "docs", "site")
    assert (done.returncode, done.stdout) == (0, "No problems found.\n")


def test_zensicals_spoiled_pages_have_the_same_problems(spoiled: Path) -> None:
    site, done = _build_zensical(spoiled)
    assert done.returncode == 0, done.stdout
    _, by_mkdocs = _build("mkdocs", spoiled)
    done = _run(site.parent, "citecheck", "check", "--docs", "docs", "site")
    assert done.returncode == 1
    assert _problems(done.stdout) == _problems(by_mkdocs.stdout)
