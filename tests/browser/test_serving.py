"""What a writer sees: the real `mkdocs serve`, a real browser, a page that is wrong and then mended."""

from __future__ import annotations

import gc
import os
import re
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, expect
from small_site import HEAD, ROOT, SETTINGS, SOURCE, build, write_site
from test_access import A_AND_AA

PATIENCE = 60
"""Seconds after which what was waited for will not come."""

THEME = "theme:\n  name: null\n  custom_dir: theme\n"
MATERIAL = "theme:\n  name: material\n  custom_dir: {root}/overrides\n  font: false\n"
HOOK = "  - {root}/hooks/citations.py\n"
assert THEME in SETTINGS and HOOK in SETTINGS
BARE = SETTINGS.replace(HOOK, f"{HOOK}  - {{root}}/hooks/pages.py\n").format(root=ROOT.as_posix())
REAL = BARE.replace(THEME, MATERIAL.format(root=ROOT.as_posix()))

GOOD = f"{HEAD}\n# A page\n\nAbout 13 out of 100 children (13%) had a relapse.[^good-2020]\n"
BAD = f"{GOOD}\nIn a town, <strong>43</strong>.2% were alive. All is well.\n"


class _Server:
    """`mkdocs serve` in a folder: its address, and its words so far."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        self.folder = folder
        self._lines: list[str] = []
        self._told = threading.Condition()
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._told:
                self._lines.append(line.rstrip("\n"))
                self._told.notify_all()

    def lines_until(self, words: str, since: int = 0) -> list[str]:
        """What the server said since its line of that number, up to one with these words."""

        def said() -> bool:
            return any(words in line for line in self._lines[since:]) or self._process.poll() is not None

        with self._told:
            self._told.wait_for(said, timeout=PATIENCE)
            lines = self._lines[since:]
        assert any(words in line for line in lines), f"never said: {words}\n" + "\n".join(self._lines)
        return lines

    def after(self, change: Callable[[], object]) -> list[str]:
        """What the server says when something is changed, until the browsers are told."""
        since = len(self._lines)
        change()
        return self.lines_until("Reloading browsers", since)

    def write(self, name: str, text: str | bytes) -> list[str]:
        """What the server says when a file is written."""
        path = self.folder / name
        return self.after(lambda: path.write_bytes(text.encode() if isinstance(text, str) else text))

    def end(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join()
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[dict[str, str | bytes]], _Server]]:
    """Serves a site of these files."""
    servers: list[_Server] = []

    def start(files: dict[str, str | bytes]) -> _Server:
        write_site(tmp_path, {"mkdocs.yml": REAL, **files})
        servers.append(_Server(tmp_path))
        servers[-1].lines_until("Serving on")
        return servers[-1]

    try:
        yield start
    finally:
        for server in servers:
            server.end()


@pytest.fixture
def writer(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context(reduced_motion="reduce") as context:
        context.set_default_timeout(PATIENCE * 1000)
        yield context.new_page()


def _problems(lines: list[str]) -> list[str]:
    return [line for line in lines if line.endswith("]") and line.startswith(("docs/", "sources/", "mkdocs.yml"))]


def _tab_to(reader: Page, selector: str) -> None:
    for _ in range(100):
        reader.keyboard.press("Tab")
        if reader.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


def test_a_problem_is_marked_on_its_sentence_until_it_is_mended(
    serve: Callable[[dict[str, str | bytes]], _Server], writer: Page
) -> None:
    server = serve({"docs/index.md": BAD, "docs/other.md": GOOD})
    writer.goto(server.address)
    marks = writer.locator(".app-problem-mark")
    assert marks.all_inner_texts() == ["43", ".2%"]
    expect(writer.locator("p", has=marks.first)).to_contain_text("were alive. All is well.")

    button, note = writer.locator(".app-problem-button"), writer.locator(".app-problem-note")
    expect(button).to_have_text("1")
    expect(note).to_be_hidden()
    _tab_to(writer, ".app-problem-button")
    expect(note).to_be_visible()
    said = note.inner_text()
    assert '"43.2%" has no citation [uncited-statistic]' in said
    assert "put [^key]" in said
    assert "docs/index.md:15:" in said
    expect(button).to_have_accessible_name("Problem 1")
    expect(button).to_have_accessible_description(" ".join(said.split()))
    writer.keyboard.press("Tab")
    expect(note).to_be_hidden()
    button.click()
    expect(note).to_be_visible()
    # Both ways to close it leave the focus where it is, and it opens again.
    button.click()
    expect(note).to_be_hidden()
    button.click()
    expect(note).to_be_visible()
    writer.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(button).to_be_focused()
    writer.keyboard.press("Enter")
    expect(note).to_be_visible()
    writer.keyboard.press("Enter")
    expect(note).to_be_hidden()
    writer.keyboard.press("Tab")
    writer.keyboard.press("Shift+Tab")
    expect(note).to_be_visible()
    note.click()
    writer.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(button).to_be_focused()

    box = writer.get_by_role("region", name="1 problem on this page")
    expect(box).to_be_visible()
    box.get_by_role("link").focus()
    writer.keyboard.press("Enter")
    expect(button).to_be_focused()
    expect(button).to_be_in_viewport()
    writer.goto(f"{server.address}other/")
    expect(marks).to_have_count(0)
    expect(writer.locator(".app-problems a")).to_have_text("A page")

    writer.goto(server.address)
    expect(marks).to_have_count(2)
    server.write("docs/index.md", BAD.replace("were alive.", "were alive.[^good-2020]"))
    # The browser asks for the page again by itself.
    expect(writer.locator(".app-problems")).to_have_count(0)
    expect(marks).to_have_count(0)
    expect(writer.locator("article")).to_contain_text("43.2% were alive.")


def test_a_figure_with_two_values_is_marked_on_both_pages(
    serve: Callable[[dict[str, str | bytes]], _Server], writer: Page
) -> None:
    pages = {
        "docs/index.md": GOOD.replace("13 out of 100 children (13%) had a relapse", "40% were alive"),
        "docs/other.md": GOOD.replace("13 out of 100 children (13%) had a relapse", "39% were alive"),
    }
    server = serve({**pages, "sources/good-2020.yml": SOURCE.replace("43·2%", "39.1%")})
    for address, value in (("", "40%"), ("other/", "39%")):
        writer.goto(f"{server.address}{address}")
        expect(writer.locator(".app-problem-mark")).to_have_text([value])
        expect(writer.locator(".app-problem-note")).to_contain_text(
            'one figure of good-2020 (39.1%) has several values: "40%" at docs/index.md:13:7; "39%" at docs/other.md:13:7'
        )
    server.write("docs/other.md", pages["docs/index.md"])
    expect(writer.locator(".app-problem-mark")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_closed_box_and_a_second_tab_hide_no_mark(
    serve: Callable[[dict[str, str | bytes]], _Server], chromium: Browser, scheme: str
) -> None:
    hidden = (
        '??? info "More"\n\n    Nine of ten were well.\n\n=== "Child"\n\n    Text.\n\n=== "Adult"\n\n    17% died.\n'
        "\n## Of 77%\n\nText.\n"
    )
    sheet = (ROOT / "docs/stylesheets/screen.css").read_bytes()
    settings = f"{REAL}extra_css: [screen.css]\n"
    server = serve({"mkdocs.yml": settings, "docs/screen.css": sheet, "docs/index.md": f"{GOOD}\n{hidden}"})
    with chromium.new_context(color_scheme="dark" if scheme == "dark" else "light") as context:
        page = context.new_page()
        page.goto(server.address)
        for number in (1, 2, 3):
            expect(page.locator(f"#app-problem-{number}")).to_be_visible()
        # Both panels are shown, and each says whose it is.
        expect(page.locator(".tabbed-block")).to_have_text(["Child\n Text.", re.compile("^Adult")])
        for label in page.locator(".app-tab-label").all():
            expect(label).to_be_visible()
        if scheme == "light":
            page.locator(".app-problem-button").first.focus()
            only = {"type": "tag", "values": [*A_AND_AA, "best-practice"]}
            results = Axe().run(page, context="article", options={"runOnly": only})
            assert results.response["violations"] == [], results.generate_report()
        page.set_viewport_size({"width": 360, "height": 700})
        for button in page.locator(".app-problem-button").all():
            button.focus()
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


BROKEN: dict[str, tuple[str, str | bytes, str, str]] = {
    "a page that is not UTF-8": ("docs/two.md", GOOD.encode() + b"\xff\xfe", GOOD, "unreadable-page"),
    "front matter that is never closed": ("docs/two.md", GOOD.replace("---\n\n", "\n", 1), GOOD, "front-matter"),
    "front matter that is no YAML": ("docs/two.md", GOOD.replace("title: A page", "title: [A"), GOOD, "front-matter"),
    "an empty page": ("docs/two.md", "", GOOD, "empty-page"),
    "a record that is no YAML": ("sources/good-2020.yml", f"{SOURCE}\n\t- [", SOURCE, "invalid-source"),
    "a snippet that is missing": ("docs/two.md", f'{GOOD}\n--8<-- "no.md"\n', GOOD, "missing-snippet"),
    "an unknown key": ("docs/two.md", f"{GOOD}\nMore.[^god-2020]\n", GOOD, "unknown-source"),
    "a number in the menu": ("docs/two.md", GOOD.replace("A page", "9 in 10 live", 1), GOOD, "unsaid-statistic"),
    "a word that the glossary lacks": ("docs/two.md", f"{GOOD}\nA [word](glossary.md#no).\n", GOOD, "unknown-term"),
    "a glossary that is not UTF-8": ("docs/glossary.md", GOOD.encode() + b"\xff", GOOD, "unreadable-page"),
}


def test_the_server_outlives_every_problem(serve: Callable[[dict[str, str | bytes]], _Server], writer: Page) -> None:
    server = serve({"mkdocs.yml": BARE, "docs/index.md": GOOD, "docs/two.md": GOOD, "docs/glossary.md": GOOD})
    # From here on the browser stays, and loads the page again when the server tells it to.
    writer.goto(f"{server.address}two/")
    box = writer.locator(".app-problems")
    for what, (name, broken, good, rule) in BROKEN.items():
        told = _problems(server.write(name, broken))
        assert any(line.endswith(f"[{rule}]") for line in told), what
        assert told == build(server.folder).problems, what
        # Another page is changed: what is still wrong is told again.
        assert _problems(server.write("docs/index.md", f"{GOOD}\n{what}.\n")) == told, what
        expect(box).to_contain_text("1 problem on other pages" if "glossary" in name else f"[{rule}]")
        assert not _problems(server.write(name, good)), what
        expect(box).to_have_count(0)


def test_a_broken_record_that_is_deleted_is_told(serve: Callable[[dict[str, str | bytes]], _Server]) -> None:
    """The page that cites it is the same, and its problem another: first the record's own, then the unknown key."""
    server = serve(
        {"mkdocs.yml": BARE, "docs/index.md": f"{GOOD}\nMore.[^new-2021]\n", "sources/new-2021.yml": "key: ["}
    )
    assert [line.rpartition(" ")[2] for line in _problems(server.lines_until("Serving on"))] == ["[invalid-source]"]
    told = _problems(server.after((server.folder / "sources" / "new-2021.yml").unlink))
    assert [line.rpartition(" ")[2] for line in told] == ["[unknown-source]"]
    assert told == build(server.folder).problems


def test_a_server_holds_one_build_in_memory(tmp_path: Path) -> None:
    """Each page is edited once, so that the server remembers each from another build."""
    pages = [f"docs/page-{number}.md" for number in range(4)]
    write_site(tmp_path, {"mkdocs.yml": BARE, **dict.fromkeys(("docs/index.md", *pages), GOOD)})

    def rebuild() -> Counter[str]:
        config = load_config(str(tmp_path / "mkdocs.yml"))
        build_site(config)
        del config
        gc.collect()
        return Counter(type(thing).__name__ for thing in gc.get_objects())

    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    try:
        first = rebuild()
        for name in pages:
            (tmp_path / name).write_text(f"{GOOD}\nMore.\n", encoding="utf-8")
            last = rebuild()
        for kind in ("_Citations", "Files", "Page"):
            assert last[kind] <= first[kind], kind
    finally:
        config.plugins.on_startup(command="build", dirty=False)


def test_a_server_that_starts_with_everything_broken_is_mended(
    serve: Callable[[dict[str, str | bytes]], _Server], writer: Page
) -> None:
    server = serve(
        {
            "docs/index.md": f'{HEAD}\n--8<-- "no.md"\n',
            "docs/two.md": b"\xff\xfe",
            "docs/three.md": "---\ntitle: [",
            "sources/good-2020.yml": "key: [",
        }
    )
    writer.goto(server.address)
    expect(writer.locator(".app-problems-title")).to_have_text(
        ["1 problem on this page", "1 problem outside of the pages", "2 problems on other pages"]
    )
    for name in ("index", "two", "three"):
        server.write(f"docs/{name}.md", GOOD)
    server.write("sources/good-2020.yml", SOURCE)
    expect(writer.locator(".app-problems")).to_have_count(0)


def test_a_list_that_waits_for_the_last_problem_says_so(
    serve: Callable[[dict[str, str | bytes]], _Server], writer: Page
) -> None:
    lists = f'{HEAD}\n# Lists\n\n<div id="app-numbers"></div>\n\n<div id="app-source-list"></div>\n'
    server = serve({"docs/index.md": BAD, "docs/lists.md": lists})
    writer.goto(f"{server.address}lists/")
    article = writer.locator("article")
    expect(article.get_by_text("This page is filled again once no problem is left.")).to_have_count(2)
    server.write("docs/index.md", GOOD)
    expect(article).to_contain_text("13 out of 100")
    expect(article).not_to_contain_text("filled again")


def test_an_edited_template_shows(serve: Callable[[dict[str, str | bytes]], _Server], writer: Page) -> None:
    server = serve({"mkdocs.yml": BARE, "docs/index.md": GOOD})
    template = server.folder / "theme" / "main.html"
    text = template.read_text(encoding="utf-8")
    writer.goto(server.address)
    for words in ("First words.", "Other words.", "First words."):
        template.write_text(text.replace("</body>", f"<p>{words}</p></body>"), encoding="utf-8")
        # The theme's folder is not watched: the next save of a page builds the site.
        server.write("docs/index.md", f"{GOOD}\n{words}\n")
        expect(writer.locator("body > p")).to_have_text([words])


def test_a_build_shows_no_marks(tmp_path: Path) -> None:
    write_site(tmp_path, {"mkdocs.yml": REAL, "docs/index.md": BAD})
    failed = build(tmp_path)
    assert failed.status == 1
    assert not failed.files
    (tmp_path / "docs/index.md").write_text(BAD.replace("were alive.", "were alive.[^good-2020]"), encoding="utf-8")
    built = build(tmp_path)
    assert built.status == 0, built.output
    for name in built.files:
        assert b"app-problem" not in (tmp_path / "site" / name).read_bytes(), name
