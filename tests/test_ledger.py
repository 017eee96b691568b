"""Every statistic as a row: on the Numbers page, in numbers.json and in numbers.csv of a small site that is built for real."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml
from citecheck.ledger import FIELDS, at_figure, text_fragment
from citecheck.sources import Source
from finish.ledger import link_notes, names, way
from reading import Element
from small_site import HEAD, SOURCE, build, write_site

PAGE = """{head}

# A page

About 13 out of 100 children (13%) had a relapse, and about 87 (87%) did not.[^good-2020] They wrote 140 letters.
<!-- not-a-statistic: letters, & <b>nothing</b> more -->

These had a relapse:[^good-2020]

- 10 to 20 out of 100 elsewhere

| Who | Relapse |
| --- | --- |
| Boys[^good-2020] | 12.7% |
"""
EVIL = (
    SOURCE.replace("title: Relapse in a small town", 'title: "Relapse <script>alert(1)</script> & more"')
    .replace("measures: share of children who had a relapse", 'measures: "share <img src=x onerror=alert(2)> & so"')
    .replace(
        "  n: 2053\n",
        '  n: 2053\n  population: "<i>children</i>"\n  years: 1999 to 2004\n  clock: from the start\n  interval: 11 to 14\n'
        '  where: "table <2>"\n  derived: counted by us\n  caution: "Old & small."\n',
    )
)
TITLE = "A & <b>B</b>"
IN_WORDS = SOURCE.replace("key: good-2020", "key: words-2021").replace("family: Good", "family: Word")


def _build(folder: Path) -> tuple[list[dict[str, Any]], Element, Element]:
    write_site(
        folder,
        {
            "docs/a-page.md": PAGE.replace("{head}\n", HEAD.replace("title: A page", f"title: {TITLE}")),
            "docs/index.md": "{head}\n\nNothing but words.[^good-2020][^words-2021]\n",
            "docs/numbers.md": '{head}\n\n# Numbers\n\n<div id="app-numbers"></div>\n',
            "docs/sources.md": '{head}\n\n# Sources\n\n<div id="app-source-list"></div>\n',
            "sources/good-2020.yml": EVIL,
            "sources/words-2021.yml": IN_WORDS,
        },
    )
    built = build(folder)
    assert built.status == 0, built.output
    assert "6 statistics on 4 pages are borne out by 1 sources; 1 numbers are exempt" in built.output
    told = json.loads((folder / "site/numbers.json").read_text("utf-8"))
    assert told["format"] == 2
    exempt = sum(row["how"] == "exempt" for row in told["statistics"])
    assert told["counts"] == {"statistics": len(told["statistics"]) - exempt, "sources": 1, "exempt": exempt}
    assert exempt == 1
    pages = [
        lxml.html.fromstring((folder / f"site/{name}/index.html").read_text("utf-8")) for name in ("numbers", "sources")
    ]
    return told["statistics"], pages[0], pages[1]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]], Element, Element]:
    folder = tmp_path_factory.mktemp("ledger")
    return folder, *_build(folder)


Small = tuple[Path, list[dict[str, Any]], Element, Element]


def test_a_row_has_every_field(small: Small) -> None:
    for row in small[1]:
        assert list(row) == list(FIELDS)
    first = small[1][0]
    assert first == {
        "page": "a-page/",
        "page_title": TITLE,
        "link": "a-page/#fnref:good-2020",
        "place": "text",
        "context": None,
        "sentence": "About 13 out of 100 children (13%) had a relapse, and about 87 (87%) did not.",
        "statistic": "13 out of 100",
        "kind": "in-n",
        "low": 13,
        "high": 13,
        "unit": "percent",
        "how": "figure",
        "cited": ["good-2020"],
        "source": "good-2020",
        "finding": "relapse-rate",
        "figure": "12.7%",
        "measures": "share <img src=x onerror=alert(2)> & so",
        "population": "<i>children</i>",
        "n": 2053,
        "years": "1999 to 2004",
        "clock": "from the start",
        "interval": "11 to 14",
        "where": "table <2>",
        "derived": "counted by us",
        "caution": "Old & small.",
        "checked_by": "two readers",
        "seen": "abstract",
        "accessed": "2026-01-02",
        "review_by": "2199-01-02",
        "url": "https://example.org/good",
        "url_at_figure": "https://example.org/good#:~:text=12.7%25",
        "reason": None,
    }


def test_how_each_number_is_borne_out(small: Small) -> None:
    found = [(row["statistic"], row["how"], row["place"], row["context"]) for row in small[1]]
    assert found == [
        ("13 out of 100", "figure", "text", None),
        ("13%", "figure", "text", None),
        ("87", "complement", "text", None),
        ("87%", "complement", "text", None),
        ("140", "exempt", "text", None),
        ("10 to 20 out of 100", "figure", "text", None),
        ("12.7%", "figure", "table cell", "Boys; Relapse"),
    ]
    assert [row["reason"] for row in small[1] if row["reason"]] == ["letters, & <b>nothing</b> more"]


def test_a_link_says_the_words_where_no_citation_stands_beside_them(small: Small) -> None:
    links = {row["statistic"]: row["link"] for row in small[1]}
    assert links["140"] == "a-page/#exempt-1"
    assert links["10 to 20 out of 100"].endswith(":~:text=10%20to%2020%20out%20of%20100%20elsewhere")
    assert links["12.7%"].endswith(":~:text=12.7%25")


def test_both_files_hold_the_same_rows(small: Small) -> None:
    # A spreadsheet takes the file for one in the local encoding where no mark says otherwise.
    assert (small[0] / "site/numbers.csv").read_bytes().startswith(b"\xef\xbb\xbfpage,")
    with (small[0] / "site/numbers.csv").open(encoding="utf-8-sig", newline="") as file:
        listed = list(csv.DictReader(file))

    def plain(value: object) -> str:
        return "" if value is None else " ".join(value) if isinstance(value, list) else str(value)

    assert listed == [{name: plain(value) for name, value in row.items()} for row in small[1]]


def test_the_page_shows_every_row(small: Small) -> None:
    _, rows, page, _ = small
    ledger = page.get_element_by_id("app-numbers")
    assert ledger.get("data-ledger") is not None
    shown = [part.text_content() for part in ledger.find_class("app-ledger__statistic")]
    assert sorted(shown) == sorted(row["statistic"] for row in rows if row["how"] != "exempt")
    assert sum(int(line.get("data-statistics")) for line in ledger.xpath(".//tr[@data-statistics]")) == len(shown)
    assert [part.text_content() for part in ledger.find_class("app-ledger__exempted")] == ["140"]
    links = {link.get("href") for link in ledger.find_class("app-ledger__sentence")}
    assert links == {"../" + row["link"] for row in rows if row["how"] != "exempt"}
    text = " ".join(ledger.text_content().split())
    for said in (
        "6 numbers in this guide",
        "1 source.",
        "1 number is exempt",
        "Boys; Relapse:",
        "2,053",
        "from the start",
    ):
        assert said in text
    for name in FIELDS:
        assert ledger.xpath(f".//table[@class='app-ledger__fields']//th[.='{name}']")


def test_every_text_is_escaped(small: Small) -> None:
    for page in small[2:]:
        assert not page.xpath("//*[@data-ledger]//script | //*[@data-ledger]//img | //*[@data-ledger]//i[.='children']")
        assert "share <img src=x onerror=alert(2)> & so" in page.text_content()
        assert TITLE in page.text_content()
        assert not page.xpath("//*[@data-ledger]//b")
    assert "letters, & <b>nothing</b> more" in small[2].text_content()


def test_the_sources_page_says_what_was_read_and_where_it_is_cited(small: Small) -> None:
    entry = small[3].get_element_by_id("good-2020")
    text = " ".join(entry.text_content().split())
    for said in (
        "Good, 2020",
        "What we read of it: abstract",
        "two readers, January 2, 2026",
        "Next look due: January 2, 2199",
    ):
        assert said in text
    assert [link.get("href") for link in entry.xpath(".//dd//a")] == ["../", "../a-page/", "#figures-good-2020"]
    box = small[3].get_element_by_id("figures-good-2020")
    assert "open" not in box.attrib and "numbers" in box.get("class")
    assert [part.text_content() for part in box.xpath("./ul/li/strong")] == ["12.7%", "43·2%", "10-20%"]


LISTED = (
    SOURCE[: SOURCE.index("findings:")]
    + """findings:
- id: kinds
  figures: ["12.5%", "34.2%"]
  measures: "relapse (of any kind): B-cell ALL (the usual kind), and babies under 1 year"
  n: 2053
- id: gene
  figures: ["24%", "8%"]
  measures: "relapse within 5 years: with, and without, loss of a gene"
supports:
- the risk is highest in children under 7
"""
)
OF_SEVERAL = """{head}

Of babies whose ALL began before age 1, about 34 out of 100 (34%) had a relapse.[^good-2020] Who: 2,053 children.[^good-2020]

A relapse was seen in 12.5% of B-cell ALL and in 34.2% of babies under 1 year.[^good-2020]

With the loss of the gene, about 24 out of 100 (24%) had a relapse within 5 years.[^good-2020]

The risk is highest in young children under age 7.[^good-2020]
"""


def test_of_a_list_of_figures_a_row_says_what_its_own_is_of(tmp_path: Path) -> None:
    pages = {"docs/index.md": OF_SEVERAL, "docs/numbers.md": '{head}\n\n# Numbers\n\n<div id="app-numbers"></div>\n'}
    write_site(tmp_path, {**pages, "sources/good-2020.yml": LISTED})
    built = build(tmp_path)
    assert built.status == 0, built.output
    rows = json.loads((tmp_path / "site/numbers.json").read_text("utf-8"))["statistics"]
    whole = "relapse (of any kind): B-cell ALL (the usual kind), and babies under 1 year"
    usual = "relapse (of any kind): B-cell ALL (the usual kind)"
    babies = "relapse (of any kind): babies under 1 year"
    gene = "relapse within 5 years: with, and without, loss of a gene"
    assert [(row["statistic"], row["how"], row["figure"], row["measures"]) for row in rows] == [
        ("1", "context", None, whole),
        ("34 out of 100", "figure", "34.2%", babies),
        ("34%", "figure", "34.2%", babies),
        ("2,053 children", "context", None, whole),
        ("12.5%", "figure", "12.5%", usual),
        ("34.2%", "figure", "34.2%", babies),
        ("1 year", "context", None, whole),
        ("24 out of 100", "figure", "24%", gene),
        ("24%", "figure", "24%", gene),
        ("5 years", "context", None, gene),
        ("7", "context", None, None),
    ]

    page = lxml.html.fromstring((tmp_path / "site/numbers/index.html").read_text("utf-8"))
    lines = [[" ".join(cell.itertext()) for cell in line] for line in page.xpath("//tr[@data-statistics]")]
    said = [(" ".join(number.split()), " ".join(measured.split())) for number, _, measured, _ in lines]
    assert [number for number, _ in said] == [
        "34 out of 100 · 34% Age or limit: 1",
        "How many: 2,053 children",
        "12.5% Age or limit: 1 year",
        "34.2%",
        "24 out of 100 · 24% Span of time: 5 years",
        "Age or limit: 7",
    ]
    assert [measured.split(" In whom:")[0] for _, measured in said] == [
        babies,
        whole,
        usual,
        babies,
        f"{gene} Its figures, in this order: 24%; 8%",
        "No figure: our record of the source holds it in words.",
    ]
    # The number of people is the record's; the source prints no "n = 2053".
    assert "n = 2053" not in page.text_content()


def test_paper_tells_what_closed_boxes_hold(small: Small) -> None:
    for page, name in zip(small[2:], ("numbers", "sources"), strict=True):
        assert {line.text_content() for line in page.xpath("//*[@data-ledger]//*[@class='app-left-out']")} == {
            "The numbers in closed boxes were left out of this print. "
            f"Open the boxes on the page at https://example.org/{name}/ to print them."
        }


def test_a_note_leads_to_its_source(small: Small) -> None:
    page = lxml.html.fromstring((small[0] / "site/a-page/index.html").read_text("utf-8"))
    (link,) = page.find_class("app-source-figures")
    assert link.get("href") == "../sources/#good-2020"
    assert link.text_content() == "" and "good-2020" in link.get("aria-label")
    assert link.getnext().get("class") == "footnote-backref"
    # And to the source itself, at each figure that the page takes from it.
    told = json.loads((small[0] / "site/numbers.json").read_text("utf-8"))["statistics"]
    figures = dict.fromkeys(row["url_at_figure"] for row in told if row["page"] == "a-page/" and row["url_at_figure"])
    places = page.find_class("app-source-place")
    assert len(places) == 2
    assert [place.get("href") for place in places] == list(figures)
    assert all(place.text_content() == "" and "good-2020" in place.get("aria-label") for place in places)


def test_a_site_with_a_problem_shows_no_numbers(tmp_path: Path) -> None:
    write_site(tmp_path, {"docs/index.md": "{head}\n\nAbout 77% had a relapse.[^good-2020]\n"})
    assert not build(tmp_path).files


def test_a_site_without_such_pages_has_the_data(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    assert {"numbers.json", "numbers.csv", "index.html"} <= build(tmp_path).files


FIGURE = ":~:text=43%C2%B72%25"


@pytest.mark.parametrize(
    ("fields", "where", "found"),
    [
        ({"URL": "https://a.org/b"}, "abstract", "https://a.org/b#" + FIGURE),
        ({"URL": "https://a.org/b#part"}, "abstract", "https://a.org/b#part" + FIGURE),
        ({"URL": "https://doi.org/10.1/2"}, "abstract", ""),
        ({"URL": "https://dx.doi.org/10.1/2"}, "abstract", ""),
        ({"URL": "https://a.org/paper.PDF"}, "abstract", ""),
        ({"URL": "https://a.org/paper.pdf?download"}, "abstract", ""),
        ({"URL": "https://a.org/10/pdf"}, "abstract", ""),
        # The free full text, or the abstract if the figure stands there.
        (
            {"URL": "https://doi.org/10.1/2", "PMCID": "PMC12", "PMID": "34"},
            "table 2",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC12/#" + FIGURE,
        ),
        ({"URL": "https://doi.org/10.1/2", "PMID": "34"}, "abstract", "https://pubmed.ncbi.nlm.nih.gov/34/#" + FIGURE),
        ({"URL": "https://doi.org/10.1/2", "PMID": "34"}, "table 2", ""),
    ],
)
def test_where_a_figure_can_be_shown(fields: dict[str, str], where: str, found: str) -> None:
    record = yaml.safe_load(SOURCE) | fields
    record["findings"] = [{"id": "one", "figure": "43·2%", "measures": "relapse", "where": where}]
    source = Source.model_validate(record)
    assert at_figure(source, source.findings[0], "43·2%") == found


def test_signs_with_a_meaning_are_written_out() -> None:
    assert text_fragment("10-15%, a & b") == "10%2D15%25%2C%20a%20%26%20b"


@pytest.mark.parametrize(
    ("origin", "target", "found"),
    [
        ("numbers/", "tests/", "../tests/"),
        ("numbers/", "outlook/adults/#x", "../outlook/adults/#x"),
        ("numbers/", "", "../"),
        ("", "tests/", "tests/"),
        ("", "", "./"),
        ("numbers.html", "outlook/adults.html#x", "outlook/adults.html#x"),
        ("a/b/numbers/", "numbers.json", "../../../numbers.json"),
    ],
)
def test_the_way_from_page_to_page(origin: str, target: str, found: str) -> None:
    assert way(origin, target) == found


def test_a_note_without_a_way_back_stays_as_it_is() -> None:
    html = (
        '<li><span class="app-source" data-source="a">A</span></li><li><a class="footnote-backref" href="#x">b</a></li>'
    )
    assert link_notes(html, "tests/", "sources/", {"a": ["https://a.org/#x"]}) == html


def test_no_two_sources_have_one_name(tmp_path: Path) -> None:
    import datetime

    from citecheck.sources import load_sources

    folder = tmp_path / "sources"
    folder.mkdir()
    for key in ("good-2020", "good-2020-b", "good-2020-c"):
        text = SOURCE.replace("key: good-2020", f"key: {key}")
        if key.endswith("c"):
            text = text.replace("a small town", "a large town")
        (folder / f"{key}.yml").write_text(text, "utf-8")
    label = re.sub(r"author:\n.*\n.*\n", "author:\n- literal: A Company\n", SOURCE)
    for key, text, title in (
        ("label", label, "A DRUG (drugumab): all that has to be said of it, in full (and to its very end)"),
        ("label-b", label, "A drug (mabumab)"),
        ("journal", re.sub(r"author:\n.*\n.*\n", "", SOURCE), "How we treat"),
    ):
        text = text.replace("key: good-2020", f"key: {key}").replace("Relapse in a small town", f"'{title}'")
        (folder / f"{key}.yml").write_text(text, "utf-8")
    records = load_sources(folder, tmp_path, datetime.date(2026, 2, 1)).records
    assert names(records) == {
        "journal": "How we treat, Journal of Small Towns, 2020",
        "label": "A DRUG (drugumab): all that has to be said of it, in full …, A Company, 2020",
        "label-b": "A drug (mabumab), A Company, 2020",
        "good-2020": "Good, 2020: Relapse in a small town (good-2020)",
        "good-2020-b": "Good, 2020: Relapse in a small town (good-2020-b)",
        "good-2020-c": "Good, 2020: Relapse in a large town",
    }


@pytest.mark.parametrize(
    ("field", "address", "text"),
    [
        ("URL: https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
        (
            "URL: https://example.org/\nDOI: 10.1002/(SICI)1097(19990115)85:2<484::AID>3.0.CO;2-#",
            "https://doi.org/10.1002/(SICI)1097(19990115)85:2%3C484::AID%3E3.0.CO;2-%23",
            "doi:10.1002/(SICI)1097(19990115)85:2<484::AID>3.0.CO;2-#",
        ),
    ],
)
def test_an_address_in_a_reference_is_escaped_once(tmp_path: Path, field: str, address: str, text: str) -> None:
    write_site(tmp_path, {"sources/good-2020.yml": SOURCE.replace("URL: https://example.org/good", field)})
    assert build(tmp_path).status == 0
    page = lxml.html.fromstring((tmp_path / "site/index.html").read_text("utf-8"))
    (link,) = page.find_class("app-source-address")
    assert (link.get("href"), link.text_content()) == (address, text)
