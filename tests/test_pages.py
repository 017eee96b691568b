"""Small sites, built by the real command: which problems they have, in which words and at which places.

Each file of cases/pages is a site and the exact lines that its build prints; the file's name says what it shows.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from citecheck.__main__ import main
from citecheck.problems import HINTS
from small_site import ROOT, SETTINGS, SOURCE, build, write_site

CASES = sorted((Path(__file__).parent / "cases" / "pages").glob("*.yml"))


def read(path: Path) -> tuple[dict[str, str | bytes], list[str]]:
    case: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    files = {
        name: text if isinstance(text, str) else text["text"].encode(text["encoding"])
        for name, text in case["files"].items()
    }
    return files, case["problems"]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("quiet", [False, True], ids=["", "quiet"])
def test_a_site_and_its_problems(case: Path, quiet: bool, tmp_path: Path) -> None:
    files, problems = read(case)
    write_site(tmp_path, files)
    built = build(tmp_path, *(["-q"] if quiet else []))
    assert built.problems == problems
    assert "Traceback" not in built.output
    if problems:
        assert built.status == 1
        assert not built.files, "nothing may be written"
        rules = {line.rpartition("[")[2].rstrip("]") for line in problems}
        assert built.hints == [f"hint: [{rule}] {HINTS[rule]}" for rule in dict.fromkeys(_rules(problems))]
        assert len(built.hints) == len(rules)
    else:
        assert built.status == 0
        assert "index.html" in built.files


def _rules(problems: list[str]) -> list[str]:
    """The rules of the lines, in their order."""
    return [line.rpartition("[")[2].rstrip("]") for line in problems]


def test_every_case_shows_something() -> None:
    shown = {rule for case in CASES for rule in _rules(read(case)[1])}
    elsewhere = {
        "overdue-source",  # below
        "uncollected-statistic",  # below
        "unreadable-html",  # test_command.py
        "unknown-term",  # test_finish.py
    }
    assert shown | elsewhere == set(HINTS)


@pytest.mark.parametrize(("days", "fails"), [(-1, False), (1, False), (90, False), (91, True)])
def test_a_source_past_its_review(days: int, fails: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record warns when it is due for another look, and stops the build ninety days later."""
    due = datetime.date(2026, 3, 1)
    write_site(tmp_path, {"sources/good-2020.yml": SOURCE.replace("2199-01-02", due.isoformat())})
    now = datetime.datetime.combine(due, datetime.time(12), datetime.UTC) + datetime.timedelta(days=days)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(now.timestamp())))
    built = build(tmp_path)
    assert (built.status == 1) == fails
    assert bool(built.problems) == fails
    if fails:
        assert built.problems == [
            f'sources/good-2020.yml: "review_by" was 2026-03-01, {days} days ago [overdue-source]'
        ]


def test_a_source_that_is_due_warns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    write_site(tmp_path, {"sources/good-2020.yml": SOURCE.replace("2199-01-02", "2026-03-01")})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.datetime(2026, 3, 3, tzinfo=datetime.UTC).timestamp())))
    assert build(tmp_path, "--strict").status == 0, "a warning must not stop a strict build"
    assert 'sources/good-2020.yml: "review_by" was 2026-03-01, 2 days ago' in caplog.text


def test_a_statistic_in_a_template_is_found(tmp_path: Path) -> None:
    """What a template prints is in no page's text: the finished page is read for it, and nothing is left of the site."""
    template = "<html><body><main><article>{{ page.content }}<p>About 77% do well.</p></article></main></body></html>"
    write_site(tmp_path, {"theme/main.html": template})
    built = build(tmp_path)
    assert built.status == 1
    assert built.problems == [
        'docs/index.md: "77%" has no citation, and the page\'s own text does not hold it [uncollected-statistic]'
    ]
    assert not built.files


@pytest.mark.parametrize("written", ["<b>77</b>% do well.", "<img alt=77% src=a.png>"])
def test_a_statistic_in_a_template_is_found_however_it_is_marked_up(written: str, tmp_path: Path) -> None:
    template = f"<html><body><main><article>{{{{ page.content }}}}<p>{written}</p></article></main></body></html>"
    write_site(tmp_path, {"theme/main.html": template})
    assert [line.split('"')[1] for line in build(tmp_path).problems] == ["77%"]


def test_what_a_footer_may_say_an_article_must_cite(tmp_path: Path) -> None:
    """The words were read in the footer of one page, whose text bears them out: that says nothing for another page."""
    told = "<p>About 13% had a relapse.</p>"
    cites = "{head}\nAbout 13% of children had a relapse.[^good-2020]\n"
    template = (
        "<html><body><main><article>{{ page.content }}{% if not page.is_homepage %}" + told + "{% endif %}</article>"
        "</main>{% if page.is_homepage %}<footer>" + told + "</footer>{% endif %}</body></html>"
    )
    write_site(
        tmp_path, {"theme/main.html": template, "docs/index.md": cites, "docs/zebra.md": "{head}\n# Z\n\nA stripe.\n"}
    )
    assert build(tmp_path).problems == [
        'docs/zebra.md: "13%" has no citation, and the page\'s own text does not hold it [uncollected-statistic]'
    ]


def test_a_statistic_in_the_footer_is_found(tmp_path: Path) -> None:
    template = (
        "<html><body><main><article>{{ page.content }}</article></main><footer>We cure 77%.</footer></body></html>"
    )
    write_site(tmp_path, {"theme/main.html": template})
    assert [line.split(":")[1].split('"')[1] for line in build(tmp_path).problems] == ["77%"]


def test_a_statistic_in_the_settings_is_found(tmp_path: Path) -> None:
    settings = SETTINGS.format(root=ROOT.as_posix()).replace("site_name: A test", "site_name: A test that cures 77%")
    write_site(tmp_path, {"mkdocs.yml": settings + "nav:\n  - About 66% relapse: index.md\n"})
    assert build(tmp_path).problems == [
        'mkdocs.yml:1:30: "77%" in a site-wide text does not stand in the text of the page with a citation [unsaid-statistic]',
        'mkdocs.yml:28:11: "66%" in a site-wide text does not stand in the text of the page with a citation [unsaid-statistic]',
    ]


def test_a_statistic_in_the_settings_is_found_whatever_looks_like_a_tag(tmp_path: Path) -> None:
    settings = SETTINGS.format(root=ROOT.as_posix()).replace(
        "site_name: A test", 'site_name: A <!-- test\nsite_description: "<script>77% live</script>"'
    )
    nav = 'nav:\n  - "<style>9 in 10 relapse": index.md\n'
    write_site(tmp_path, {"mkdocs.yml": f"{settings}copyright: <b>66</b>% live &copy; us\n{nav}"})
    assert [line.split(" in a site-wide")[0] for line in build(tmp_path).problems] == [
        'mkdocs.yml:2:28: "77%"',
        'mkdocs.yml:28:15: "66%"',
        'mkdocs.yml:30:13: "9 in 10"',
    ]


def test_an_exemption_leaves_the_page(tmp_path: Path) -> None:
    """The comment is gone from the finished page, which can be checked again all the same."""
    page = "{head}\nAbout 13% had one.[^good-2020] They read 140 letters. <!-- not-a-statistic: letters -->\n"
    write_site(tmp_path, {"docs/index.md": page})
    assert build(tmp_path).status == 0
    assert "not-a-statistic" not in (tmp_path / "site/index.html").read_text("utf-8")
    assert main(["check", "--sources", str(tmp_path / "sources"), str(tmp_path / "site")]) == 0


def check(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The problems that the command line finds in the finished pages of a folder."""
    capsys.readouterr()
    main(["check", "--sources", str(folder / "sources"), "--format", "json", str(folder / "site")])
    return [
        f"{problem['rule']} {problem['message'].split(chr(34))[1]}" for problem in json.loads(capsys.readouterr().out)
    ]


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><text>77% died</text></svg>'
CITING = "About 13% of children had a relapse.[^good-2020]"


@pytest.mark.parametrize("directories", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a.svg", "![A drawing](a.svg)"),
        ("a b.svg", "![A drawing](a%20b.svg)"),
        ("ä.svg", "![A drawing](ä.svg)"),
        ("A.SVG", "![A drawing](A.SVG)"),
        ("a.svg", '<img src="/pärt/a.svg?x#y" alt="A drawing">'),
        ("a.svg", "[A drawing](a.svg)"),
        ("a.svg", '<object data="../a.svg"></object>'),
        ("a.svg", '<embed src="../a.svg">'),
        ("a.svg", ""),
    ],
)
def test_a_drawing_is_read_however_it_is_shown(
    name: str, shown: str, directories: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = f"{SETTINGS.format(root=ROOT.as_posix())}use_directory_urls: {str(directories).lower()}\n"
    page = f"{{head}}\n{CITING}\n\n{shown}\n"
    drawing = f"docs/pärt/{name}"
    write_site(tmp_path, {"mkdocs.yml": settings, "docs/pärt/page.md": page, drawing: DRAWING})
    built = build(tmp_path)
    assert built.status == 1
    as_picture = shown.startswith(("!", "<img"))
    assert built.problems == [
        f'{drawing}:1:47: "77%" '
        + (
            "in the picture is not in the picture's caption with a citation"
            if as_picture
            else "is in a drawing that no page shows with ![…](…), so that no caption can cite its source"
        )
        + " [caption-mismatch]"
    ]
    # The finished pages, with the drawing put there later.
    (tmp_path / drawing).write_text(DRAWING.replace("77%", "Most"), "utf-8")
    assert build(tmp_path).status == 0
    assert check(tmp_path, capsys) == []
    (tmp_path / "site" / "pärt" / name).write_text(DRAWING, "utf-8")
    assert check(tmp_path, capsys) == ["caption-mismatch 77%"]


OFF = [
    "<div data-ledger>{}</div>",
    '<div id="app-numbers">{}</div>',
    '<div class="footnote">{}</div>',
    '<div class="headerlink">{}</div>',
    '<p><a class="headerlink" href="#a">{}</a></p>',
    '<p><a class="footnote-backref" href="#a">{}</a></p>',
    '<p><a class="footnote-ref" href="#a">{}</a></p>',
    '<p class="app-tab-label" hidden>{}</p>',
    "<select><option>{}</option></select>",
    "<textarea>{}</textarea>",
    '<object data="a.bin">{}</object>',
    "<iframe>{}</iframe>",
    '<select><optgroup label="{}"></optgroup></select>',
]


@pytest.mark.parametrize("written", OFF)
def test_no_markup_switches_the_check_off(written: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither in a page, nor in a template, nor in finished pages."""
    said = written.format("About 77% died")
    write_site(tmp_path, {"docs/index.md": f"{{head}}\n{CITING}\n\n{said}\n"})
    assert [problem.split('"')[1] for problem in build(tmp_path).problems] == ["77%"]
    template = f"<html><body><main><article>{{{{ page.content }}}}{said}</article></main></body></html>"
    write_site(tmp_path, {"docs/index.md": f"{{head}}\n{CITING}\n", "theme/main.html": template})
    (problem,) = build(tmp_path).problems
    assert problem.startswith('docs/index.md: "77%" ')
    assert problem.endswith("[uncollected-statistic]")
    write_site(tmp_path, {"docs/index.md": f"{{head}}\n{CITING}\n"})
    assert build(tmp_path).status == 0
    page = tmp_path / "site" / "index.html"
    page.write_text(page.read_text("utf-8").replace("</article>", f"{said}</article>"), "utf-8")
    assert [problem.split()[1] for problem in check(tmp_path, capsys)] == ["77%"]


def test_only_the_lists_that_the_build_made_are_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They quote what is judged where it stands; their like elsewhere, or a second one, is text."""
    numbers = '{head}\n# Numbers\n\n<div id="app-numbers"></div>\n'
    listed = '{head}\n# Sources\n\n<div id="app-source-list"></div>\n'
    pages = {"docs/index.md": f"{{head}}\n{CITING}\n", "docs/numbers.md": numbers, "docs/sources.md": listed}
    write_site(tmp_path, pages)
    assert build(tmp_path).problems == []
    assert check(tmp_path, capsys) == []
    forged = '<div id="app-numbers" data-ledger>About 77% died.</div>'
    template = f"<html><body><main><article>{{{{ page.content }}}}{forged}</article></main></body></html>"
    write_site(tmp_path, {**pages, "theme/main.html": template})
    assert [problem.split(":")[0] for problem in build(tmp_path).problems] == [
        "docs/index.md",
        "docs/numbers.md",
        "docs/sources.md",
    ]
    write_site(tmp_path, {**pages, "docs/index.md": f"{{head}}\n{CITING}\n\n{forged}\n"})
    assert [problem.split('"')[1] for problem in build(tmp_path).problems] == ["77%"]


FINISHED = "hooks:\n  - {root}/hooks/citations.py\n  - {root}/hooks/pages.py\nplugins:\n  - glightbox\n"


def test_the_builds_own_names_tell_nothing_twice(tmp_path: Path) -> None:
    """Tabs are named by their labels, tables by headings and captions, and a lightbox repeats what a picture says."""
    settings = SETTINGS.format(root=ROOT.as_posix())
    start, end = settings.index("hooks:"), settings.index("markdown_extensions:")
    settings = settings[:start] + FINISHED.format(root=ROOT.as_posix()) + settings[end:]
    page = f"""{{head}}
{CITING}

=== "88% label"

    Text.

=== "Half of them"

    Text.

## About 66% had it

| A | B |
|---|---|
| a | b |

![A drawing](a.svg){{ data-title="About 78% died" data-description="79% died" }}

| A | B |
|---|---|
| a | b |

/// caption
About 44% did.
///
"""
    write_site(tmp_path, {"mkdocs.yml": settings, "docs/index.md": page, "docs/a.svg": DRAWING.replace("77%", "Most")})
    assert [tuple(problem.split('"')[:2]) for problem in build(tmp_path).problems] == [
        ("docs/index.md:12:6: ", "88%"),
        ("docs/index.md:16:6: ", "Half"),
        ("docs/index.md:20:10: ", "66%"),
        ("docs/index.md:26:40: ", "78%"),
        ("docs/index.md:26:68: ", "79%"),
        ("docs/index.md:33:7: ", "44%"),
    ]
