"""What the tests share: the real site, built once, and the pages found in it."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--site", metavar="DIR", help="test this finished site instead of building one")


@functools.cache
def _built() -> tuple[tempfile.TemporaryDirectory[str], str]:
    """A folder with the real site, and what went wrong with it: "" if nothing did."""
    folder = tempfile.TemporaryDirectory(prefix="site-")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder.name]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return folder, done.stdout if done.returncode else ""


def _finished(config: pytest.Config) -> tuple[Path, str]:
    given = config.getoption("--site")
    if given:
        return Path(given).resolve(), "" if Path(given, "index.html").is_file() else f"there is no site in {given}"
    folder, wrong = _built()
    return Path(folder.name), wrong


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Path:
    """The folder of the finished site."""
    folder, wrong = _finished(request.config)
    if wrong:
        pytest.fail(f"the site does not build:\n{wrong}", pytrace=False)
    return folder


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `page_path` runs for every page of the site; for `any_path`, for the page for unknown
    addresses too.
    """
    for name in {"page_path", "any_path"} & set(metafunc.fixturenames):
        folder, _ = _finished(metafunc.config)
        pages = sorted(file.parent.relative_to(folder).as_posix() for file in folder.rglob("index.html"))
        paths = ["/" if page == "." else f"/{page}/" for page in pages]
        if "browser" in metafunc.module.__name__ or "browser" in Path(metafunc.module.__file__ or "").parts:
            # A thousand rows each: every mode of screen and paper would take minutes. test_numbers.py looks at them once.
            paths = [path for path in paths if path not in ("/numbers/", "/sources/")]
        # Without a site there is still one test, which says why there is none.
        metafunc.parametrize(name, [*(paths or ["/"]), *(["/404.html"] if name == "any_path" else [])])
