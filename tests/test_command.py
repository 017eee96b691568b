"""The three commands, called as other tools call them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from small_site import HEAD, ROOT, SOURCE, build, write_site


def citecheck(*words: str, given: str = "", cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "citecheck", *words],
        input=given,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), **environment},
        check=False,
    )


def test_scan_answers_every_line() -> None:
    done = citecheck("scan", "-", given="About 13 out of 100 relapsed.\nNo number.\nSurvival was 43·2%.\n")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["text"] for row in rows] == ["About 13 out of 100 relapsed.", "No number.", "Survival was 43·2%."]
    assert rows[0]["statistics"] == [
        {"text": "13 out of 100", "start": 6, "end": 19, "kind": "in-n", "low": 13, "high": 13, "unit": "percent"}
    ]
    assert rows[1]["statistics"] == []
    assert rows[2]["statistics"][0]["low"] == 43.2
    assert done.returncode == 0


def test_support_answers_every_line_and_names_a_malformed_one() -> None:
    lines = [
        {"sentence": "About 13% relapsed.", "findings": [{"figure": "12.7%", "measures": "relapse"}]},
        {"sentence": "About 31% relapsed.", "findings": [{"figures": ["12.7%", "30.4%"], "measures": "relapse"}]},
        {"sentence": "No number.", "findings": []},
    ]
    given = "\n".join(
        [*map(json.dumps, lines), "{", '{"sentence": 1}', '{"sentence": "a"}', '{"sentence": "a", "findings": [1]}']
    )
    done = citecheck("support", "-", given=given + "\n")
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"supported": True, "unsupported": []},
        {"supported": False, "unsupported": ["31%"]},
        {"supported": True, "unsupported": []},
    ]
    assert done.stderr.splitlines() == [
        "standard input:4: the line is not JSON",
        'standard input:5: the line has no text named "sentence"',
        'standard input:6: the line has no list named "findings"',
        'standard input:7: the line has an entry of "findings" that is no object',
    ]
    assert done.returncode == 2


def finished(folder: Path, body: str, name: str = "index.html") -> None:
    path = folder / "site" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>", "utf-8")
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources" / "good-2020.yml").write_text(SOURCE, "utf-8")


CITED = (
    '<main><p>About 13% had one.<sup id="fnref:good-2020"><a class="footnote-ref" href="#fn:good-2020">1</a></sup></p>'
    '<div class="footnote"><ol><li id="fn:good-2020"><p><span class="app-source" data-source="good-2020">G.</span> '
    '<a class="footnote-backref" href="#fnref:good-2020">up</a></p></li></ol></div></main>'
)


def test_check_reads_finished_html_of_any_generator(tmp_path: Path) -> None:
    finished(tmp_path, CITED)
    done = citecheck("check", "site", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "No problems found.\n")
    finished(tmp_path, CITED.replace("13%", "31%") + "<footer>We cure 77%.</footer>", "other/index.html")
    done = citecheck("check", "site", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[:2] == [
        'site/other/index.html:1:72: "31%" is not a figure of the cited source: good-2020 gives 12.7% for "share of children who had a relapse", 43·2%, 10-20% '
        "[unsupported-statistic]",
        'site/other/index.html:1:381: "77%" in a site-wide text does not stand in the text of the page with a citation '
        "[unsaid-statistic]",
    ]


def test_check_prints_json_and_annotations(tmp_path: Path) -> None:
    finished(tmp_path, CITED.replace("13%", "31%"))
    rows = json.loads(citecheck("check", "--format", "json", "site", cwd=tmp_path).stdout)
    assert [(row["path"], row["line"], row["rule"]) for row in rows] == [
        ("site/index.html", 1, "unsupported-statistic")
    ]
    assert rows[0]["hint"]
    printed = citecheck("check", "--format", "github", "site", cwd=tmp_path).stdout
    assert printed.startswith("::error file=site/index.html,line=1,col=72,title=unsupported-statistic::")
    in_action = citecheck("check", "site", cwd=tmp_path, GITHUB_ACTIONS="true").stdout
    assert "::error file=site/index.html" in in_action


def test_check_tells_places_in_the_writers_files(tmp_path: Path) -> None:
    page = "{head}\n# A\n\nAbout 13% had one.[^good-2020]\n"
    write_site(tmp_path, {"docs/index.md": page, "docs/more.md": page})
    assert build(tmp_path).status == 0
    record = tmp_path / "sources" / "good-2020.yml"
    record.write_text(SOURCE.replace("12.7%", "21.7%"), "utf-8")
    done = citecheck("check", "--docs", "docs", "site", cwd=tmp_path)
    assert [line.split(" is not")[0] for line in done.stdout.splitlines()[:2]] == [
        'docs/index.md:12:7: "13%"',
        'docs/more.md:12:7: "13%"',
    ]


def test_check_asks_the_writers_file_whom_a_page_is_for(tmp_path: Path) -> None:
    write_site(tmp_path, {"docs/index.md": "{head}\n# A\n\nAbout 13% had one.[^good-2020]\n"})
    assert build(tmp_path).status == 0
    assert citecheck("check", "--docs", "docs", "site", cwd=tmp_path).returncode == 0
    page = tmp_path / "docs" / "index.md"
    page.write_text(page.read_text("utf-8").replace("audience: everyone", "audience: adult"), "utf-8")
    done = citecheck("check", "--docs", "docs", "site", cwd=tmp_path)
    assert done.stdout.startswith(
        'docs/index.md:12:7: "13%" is a figure of good-2020, but not for these readers (adult)'
    )


def test_check_says_when_there_is_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "latin.html").write_bytes("Leukämie".encode("latin-1"))
    done = citecheck("check", "empty", cwd=tmp_path)
    assert done.stdout.splitlines()[0] == "empty: there is no HTML file here [unreadable-html]"
    done = citecheck("check", "latin.html", "none.html", cwd=tmp_path)
    assert done.stdout.splitlines()[:2] == [
        "latin.html:1:5: the file is not UTF-8 text [unreadable-html]",
        "none.html: there is no such file [unreadable-html]",
    ]
    assert done.returncode == 1
    done = citecheck("check", "--sources", "nowhere", "latin.html", cwd=tmp_path)
    assert "nowhere: the folder of source records is missing [invalid-source]" in done.stdout


def test_dates_are_judged_as_of_a_day(tmp_path: Path) -> None:
    finished(tmp_path, CITED)
    assert citecheck("check", "--today", "2199-12-31", "site", cwd=tmp_path).returncode == 1
    assert citecheck("check", "--today", "2199-01-01", "site", cwd=tmp_path).returncode == 0
    wrong = citecheck("check", "--today", "soon", "site", cwd=tmp_path)
    assert wrong.returncode == 2
    assert '"soon" is no date (YYYY-MM-DD)' in wrong.stderr


def test_build_and_check_judge_dates_as_of_the_same_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old commit builds as of its own day, and passes the check behind the build on that day too."""
    old = {"sources/good-2020.yml": SOURCE.replace("2199-01-02", "2020-03-01").replace("2026-01-02", "2020-01-02")}
    page = f"{HEAD.replace('2026', '2020').replace('2027', '2021')}\nAbout 13% had one.[^good-2020]\n"
    write_site(tmp_path, {**old, "docs/index.md": page})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1582977600")  # 29 February 2020
    assert build(tmp_path).status == 0
    assert citecheck("check", "site", cwd=tmp_path).stdout == "No problems found.\n"
    assert citecheck("check", "--today", "2020-07-01", "site", cwd=tmp_path).returncode == 1
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1593604800")  # 1 July 2020
    told = citecheck("check", "site", cwd=tmp_path).stdout.splitlines()
    assert told[0].endswith("[overdue-source]")
    assert build(tmp_path).problems == told[:1]


@pytest.mark.parametrize("epoch", ["soon", "9" * 30, "9" * 5000, "1.5"])
def test_a_day_that_is_none_is_told(epoch: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path, {})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    said = f'SOURCE_DATE_EPOCH is "{epoch[:40]}'
    built = build(tmp_path)
    assert built.status == 1
    assert said in built.output
    assert "Traceback" not in built.output
    done = citecheck("check", "site", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_source_that_is_due_warns_whatever_the_format(form: str, tmp_path: Path) -> None:
    finished(tmp_path, CITED)
    done = citecheck("check", "--format", form, "--today", "2199-01-03", "site", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr == 'warning: sources/good-2020.yml: "review_by" was 2199-01-02, 1 day ago [overdue-source]\n'
    assert done.stdout == {"text": "No problems found.\n", "json": "[]\n", "github": ""}[form]
