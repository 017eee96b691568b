"""Does the Numbers page show every number, and does each of its links lead to the sentence? On the real site."""

from __future__ import annotations

import csv
import datetime
import functools
import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from citecheck.ledger import text_fragment
from citecheck.passages import LISTS
from citecheck.site import Document, Site
from citecheck.sources import load_sources
from paper import MOST_INK, lost_words, printed, spaced, to_be_printed
from playwright.sync_api import Page, expect
from reading import Element, article, page, without
from small_site import ROOT
from test_access import A_AND_AA, NARROW, OF_COLOR, WIDE

BLOCKS = ("p", "li", "td", "th", "dd", "figcaption", "caption", "blockquote", "summary", "h1", "h2", "h3", "h4")
Row = dict[str, Any]


@functools.cache
def _told(site: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((site / "numbers.json").read_text("utf-8"))
    return told


def statistics(site: Path) -> list[Row]:
    return [row for row in _told(site)["statistics"] if row["how"] != "exempt"]


@functools.cache
def _document(site: Path, path: str) -> Element:
    return page(site, path)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _block(site: Path, row: Row) -> Element:
    """The block on the page to which the row's link leads."""
    anchor = row["link"].partition("#")[2].partition(":~:")[0]
    target = _document(site, row["page"]).get_element_by_id(anchor)
    return next(part for part in (target, *target.iterancestors()) if part.tag in BLOCKS)


def _copied(element: Element) -> Element:
    copied = deepcopy(element)
    copied.tail = None
    return copied


# ---------------------------------------------------------------- whole, by reading the files
def test_every_number_of_the_site_is_there(site: Path) -> None:
    rows, counts = statistics(site), _told(site)["counts"]
    root = _document(site, "numbers")
    shown = [part.text_content() for part in root.find_class("app-ledger__statistic")]
    assert sorted(shown) == sorted(row["statistic"] for row in rows)
    assert sum(int(line.get("data-statistics")) for line in root.xpath("//tr[@data-statistics]")) == len(rows)
    with (site / "numbers.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(_told(site)["statistics"])

    # The check's own count, of the finished pages.
    check = Site(load_sources(ROOT / "sources", ROOT, datetime.date.today()))
    for file in sorted(site.rglob("index.html")):
        html = functools.partial(file.read_text, "utf-8")
        assert not check.judge(Document(file.name, html, list, whole=True, lists=LISTS)).problems
    assert counts == {
        "statistics": check.statistics - check.exemptions,
        "sources": len({row["source"] for row in rows}),
        "exempt": check.exemptions,
    }
    assert len(rows) == counts["statistics"]


def test_every_link_leads_to_the_sentence(site: Path) -> None:
    wrong = []
    for row in _told(site)["statistics"]:
        words = row["link"].partition(":~:text=")[2]
        whole = _document(site, row["page"]) if words else _block(site, row)
        text = _plain(without(_copied(whole), ".footnote-ref", ".headerlink").text_content())
        if row["sentence"] not in text:
            wrong.append((row["link"], row["sentence"], text[:200]))
    assert not wrong


def test_every_link_on_both_pages_lands(site: Path) -> None:
    for path in ("numbers", "sources"):
        root = _document(site, path)
        for link in root.xpath("//*[@data-ledger]//a[not(starts-with(@href, 'http'))]"):
            target, _, anchor = link.get("href").partition("#")
            file = (site / path / target).resolve()
            assert file.exists(), link.get("href")
            anchor = anchor.partition(":~:")[0]
            if anchor:
                document = _document(site, file.relative_to(site.resolve()).as_posix()) if target else root
                assert document.xpath("//*[@id=$name]", name=anchor), link.get("href")


def test_each_source_has_its_entry_and_each_note_leads_there(site: Path) -> None:
    listed = {entry.get("id") for entry in _document(site, "sources").xpath("//ul[@class='app-ledger__sources']/li")}
    assert listed >= {row["source"] for row in statistics(site)}
    noted = set()
    for file in sorted(site.rglob("index.html")):
        root = page(site, file.parent.relative_to(site).as_posix())
        notes = root.find_class("app-source")
        links = [link.get("href").rpartition("#")[2] for link in root.find_class("app-source-figures")]
        assert links == [note.get("data-source") for note in notes]
        noted.update(links)
    assert listed == noted


def test_no_search_finds_these_pages(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert not [entry["location"] for entry in index["docs"] if entry["location"].startswith(("numbers/", "sources/"))]


# ---------------------------------------------------------------- in the browser
def _sample(site: Path) -> dict[str, Row]:
    """Ten rows: one of each sort of place, the others spread over the site."""
    rows = statistics(site)

    def first(xpath: str) -> Row | None:
        return next((row for row in rows if _block(site, row).xpath(xpath)), None)

    found = {
        "closed box": first("ancestor::details[not(@open)]"),
        "adult tab": first("ancestor::div[contains(@class, 'tabbed-block')][position() = 1]/preceding-sibling::div"),
        "caption": next((row for row in rows if row["place"] == "caption"), None),
        "table": next((row for row in rows if row["place"] == "table cell"), None),
        "covered": next((row for row in rows if ":~:" in row["link"]), None),
        "exempt": next((row for row in _told(site)["statistics"] if row["how"] == "exempt"), None),
    }
    sample = {name: row for name, row in found.items() if row is not None}
    assert {"closed box", "adult tab", "caption"} <= sample.keys()
    step = max(1, len(rows) // (10 - len(sample)))
    sample |= {f"number {at}": rows[at] for at in range(step // 2, len(rows), step)}
    assert len(sample) >= 10
    return sample


SEEN = """sentence => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const block = target.closest("p, li, td, th, figcaption") ?? target
    const mark = target.getBoundingClientRect()
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom
    // Where the sentence begins: its first letter among the letters of the block, whatever space lies between.
    const letters = []
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
        const text = texts.currentNode
        if (text.parentElement.closest(".footnote-ref")) continue
        for (let at = 0; at < text.length; at++) if (text.data[at].trim()) letters.push([text, at])
    }
    const whole = letters.map(([text, at]) => text.data[at]).join("")
    const first = letters[whole.indexOf(sentence.replace(/\\s+/g, ""))]
    let top = mark.top
    if (first) {
        const letter = document.createRange()
        letter.setStart(...first)
        letter.setEnd(first[0], first[1] + 1)
        top = letter.getBoundingClientRect().top
    }
    return (target.firstElementChild ?? target.parentElement).checkVisibility({ contentVisibilityAuto: true })
        && top >= header && mark.bottom <= innerHeight && block.getBoundingClientRect().height > 0
}"""


@pytest.mark.parametrize("width", [1280, 360])
def test_a_press_on_a_sentence_shows_it(width: int, newcomer: Page, site: Path) -> None:
    newcomer.set_viewport_size({"width": width, "height": 800})
    for name, row in _sample(site).items():
        newcomer.goto("/numbers/")
        link = newcomer.locator(f'#app-numbers a[href="../{row["link"]}"]').first
        link.evaluate("link => { const box = link.closest('details'); if (box) box.open = true }")
        link.click()
        newcomer.wait_for_url(f"**/{row['page']}**")
        try:
            newcomer.wait_for_function(SEEN, arg=row["sentence"], timeout=5000)
        except Exception as error:
            raise AssertionError(f"{name}: {row['link']} does not show its sentence") from error


def test_a_sentence_is_found_by_its_words(newcomer: Page, site: Path) -> None:
    """Where no citation stands with a sentence the link names its first words; here, the last sentence of a long page."""
    row = max((row for row in statistics(site) if row["place"] == "text"), key=lambda row: len(row["sentence"]))
    words = text_fragment(" ".join(row["sentence"].split()[:3]))
    newcomer.goto("/numbers/")
    newcomer.evaluate(
        "href => { const link = document.createElement('a'); link.href = href; link.textContent = 'go'; link.id = 'go';"
        " document.querySelector('.app-ledger__counts').append(link) }",
        f"../{row['page']}#:~:text={words}",
    )
    newcomer.locator("#go").click()
    newcomer.wait_for_url(f"**/{row['page']}**")
    newcomer.wait_for_function("scrollY > 100", timeout=5000)


def _numbers(reader: Page) -> None:
    reader.goto("/numbers/")
    expect(reader.locator(".app-ledger__tools")).to_be_visible()


def test_filters_tell_how_many_are_left(newcomer: Page, site: Path) -> None:
    rows = statistics(site)
    _numbers(newcomer)
    status = newcomer.locator(".app-ledger__status")
    expect(status).to_contain_text(f"{len(rows):,} numbers shown")
    expect(newcomer.locator(".app-ledger__all")).to_be_disabled()

    on_page = [row for row in rows if row["page"] == "tests/"]
    newcomer.locator("#app-ledger-page").select_option("tests/")
    expect(status).to_contain_text(f"{len(on_page):,} numbers shown, in 1 box.")
    expect(newcomer.locator(".app-ledger__box:visible")).to_have_count(1)

    source = on_page[0]["source"]
    left = sum(row["source"] == source for row in on_page)
    newcomer.locator("#app-ledger-source").select_option(source)
    expect(status).to_contain_text(f"{left:,} number{'s' if left > 1 else ''} shown")
    expect(newcomer.locator(".app-ledger__box:visible summary")).to_contain_text(f"({left})")
    newcomer.locator(".app-ledger__open").click()
    assert newcomer.locator(".app-ledger__statistic:visible").count() == left

    newcomer.locator(".app-ledger__all").click()
    expect(status).to_contain_text(f"{len(rows):,} numbers shown")
    assert newcomer.evaluate("document.activeElement.id") == "app-ledger-page"


def test_a_source_on_no_page_says_so(newcomer: Page, site: Path) -> None:
    rows = statistics(site)
    of_page = {row["source"] for row in rows if row["page"] == "tests/"}
    other = next(row["source"] for row in rows if row["source"] not in of_page)
    _numbers(newcomer)
    newcomer.locator("#app-ledger-page").select_option("tests/")
    newcomer.locator("#app-ledger-source").select_option(other)
    expect(newcomer.locator(".app-ledger__status")).to_contain_text("No number")


def test_a_column_sorts_up_and_down_and_back(newcomer: Page) -> None:
    _numbers(newcomer)
    box = newcomer.locator(".app-ledger__box").first
    box.locator("summary").click()
    head = box.locator("thead th").first
    values = "box => [...box.querySelectorAll('tbody tr')].map(row => row.cells[0].dataset.sort)"
    written = box.evaluate(values)
    for order in ("ascending", "descending"):
        head.locator("button").click()
        expect(head).to_have_attribute("aria-sort", order)
        found = [float(value) for value in box.evaluate(values) if value]
        assert found == sorted(found, reverse=order == "descending")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") is None
    assert box.evaluate(values) == written
    box.locator("thead button").nth(3).click()
    assert box.locator("[aria-sort]").count() == 1


def test_all_of_it_by_keyboard(newcomer: Page) -> None:
    _numbers(newcomer)
    newcomer.locator("#app-ledger-page").focus()
    newcomer.keyboard.press("ArrowDown")
    expect(newcomer.locator(".app-ledger__box:visible")).to_have_count(1)
    newcomer.keyboard.press("Tab")
    newcomer.keyboard.press("Tab")
    assert newcomer.evaluate("document.activeElement.matches('.app-ledger__open')")
    newcomer.keyboard.press("Enter")
    box = newcomer.locator(".app-ledger__box:visible")
    expect(box).to_have_attribute("open", "")
    expect(newcomer.locator(".app-ledger__open")).to_have_text("Close all boxes")
    for _ in range(8):
        newcomer.keyboard.press("Tab")
        if newcomer.evaluate("document.activeElement.matches('.app-ledger__sort')"):
            break
    newcomer.keyboard.press("Space")
    expect(box.locator("th").first).to_have_attribute("aria-sort", "ascending")


def test_without_scripts_everything_is_there(readers: dict[str, Page], site: Path) -> None:
    reader = readers["no script"]
    reader.goto("/numbers/")
    expect(reader.locator(".app-ledger__tools")).to_have_count(0)
    boxes = reader.locator(".app-ledger__box")
    summaries = boxes.locator("summary")
    for at in range(summaries.count()):
        summaries.nth(at).click()
    assert reader.locator(".app-ledger__statistic:visible").count() == len(statistics(site))


@pytest.mark.parametrize("path", ["/numbers/", "/sources/"])
def test_no_figure_shows_before_a_box_is_opened(path: str, readers: dict[str, Page]) -> None:
    reader = readers["light"]
    reader.goto(path)
    assert reader.locator(".app-ledger__boxes details[open]").count() == 0
    assert reader.locator(".app-ledger__boxes > details.numbers").count() > 5


# ---------------------------------------------------------------- as every page is looked at, with two of the boxes
BOTH = pytest.mark.parametrize("path", ["/numbers/", "/sources/"])
FEW = """() => {
    for (const box of [...document.querySelectorAll(".app-ledger__box")].slice(2)) box.remove()
    for (const entry of [...document.querySelectorAll(".app-ledger__sources > li")].slice(9)) entry.remove()
}"""
OPEN = "for (const box of document.querySelectorAll('article details')) box.open = true"
"""The boxes are alike, and have a thousand rows: two of them show what the others do, in a fraction of the time."""


def _with_two_boxes(root: Element) -> Element:
    for box in root.find_class("app-ledger__box")[2:]:
        line = box.getnext()
        for part in (box, *([line] if line is not None and "app-left-out" in (line.get("class") or "") else [])):
            part.drop_tree()
    for entry in root.xpath("//ul[@class='app-ledger__sources']/li[position() > 9]"):
        entry.drop_tree()
    return root


@BOTH
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_box_breaks_a_rule_of_wcag(path: str, scheme: str, readers: dict[str, Page]) -> None:
    reader = readers[scheme]
    reader.goto(path)
    reader.evaluate(FEW)
    reader.evaluate(OPEN)
    only = {"type": "tag", "values": A_AND_AA} if scheme == "light" else {"type": "rule", "values": OF_COLOR}
    for width in (WIDE, NARROW) if scheme == "light" else (NARROW,):
        reader.set_viewport_size({"width": width, "height": 900})
        results = Axe().run(reader, options={"runOnly": only, "resultTypes": ["violations"]})
        assert results.response["violations"] == [], f"{width} px:\n{results.generate_report()}"


@BOTH
def test_no_box_is_wider_than_a_small_phone(path: str, readers: dict[str, Page]) -> None:
    reader = readers["light"]
    reader.goto(path)
    reader.evaluate(OPEN)
    reader.set_viewport_size({"width": NARROW, "height": 900})
    assert reader.evaluate("document.documentElement.scrollWidth") <= NARROW


@BOTH
@pytest.mark.parametrize("opened", [False, True])
def test_the_lists_print_whole(path: str, opened: bool, readers: dict[str, Page], site: Path) -> None:
    reader = readers["light"]
    reader.goto(path)
    reader.evaluate(FEW)
    root = _with_two_boxes(article(page(site, path)))
    if opened:
        reader.evaluate(OPEN)
    found = printed(reader, "A4")
    lost = lost_words(spaced(to_be_printed(root, survival=opened)), found.text)
    assert not lost
    for number, sheet in enumerate(found.sheets, start=1):
        assert sheet.used, f"sheet {number} is blank"
        assert sheet.ink <= MOST_INK, f"sheet {number} is {sheet.ink:.0%} ink"
