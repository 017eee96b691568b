"""Can everybody read every page: with a screen reader, in the dark, on a small phone?"""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from reading import article, page

A_AND_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# What else a dark page could break: it is the same page in other colors.
OF_COLOR = ["color-contrast", "link-in-text-block"]

WIDE, NARROW = 1280, 320


def _show(reader: Page, width: int) -> None:
    """All boxes open; the wide page shows the first tab, the narrow one the second: so all of the text is measured."""
    reader.set_viewport_size({"width": width, "height": 900})
    show = """number => {
        for (const box of document.querySelectorAll("details")) box.open = true
        for (const tab of document.querySelectorAll(`.tabbed-set > input:nth-of-type(${number})`))
            if (!tab.checked) tab.click()
    }"""
    reader.evaluate(show, 1 if width == WIDE else 2)


def test_no_page_breaks_a_rule_of_wcag(any_path: str, readers: dict[str, Page]) -> None:
    reader = readers["light"]
    reader.goto(any_path)
    assert reader.evaluate("document.body.dataset.mdColorScheme") == "default"
    for width in (WIDE, NARROW):
        _show(reader, width)
        only = {"type": "tag", "values": A_AND_AA}
        results = Axe().run(reader, options={"runOnly": only, "resultTypes": ["violations"]})
        assert results.response["violations"] == [], f"{width} px:\n{results.generate_report()}"


def test_no_page_is_hard_to_read_in_the_dark(any_path: str, readers: dict[str, Page]) -> None:
    """Colors do not change with the width: all panels of the tabs are shown at once, and looked at once."""
    reader = readers["dark"]
    reader.goto(any_path)
    assert reader.evaluate("document.body.dataset.mdColorScheme") == "slate"
    _show(reader, WIDE)
    reader.evaluate("for (const panel of document.querySelectorAll('.tabbed-block')) panel.style.display = 'block'")
    only = {"type": "rule", "values": OF_COLOR}
    results = Axe().run(reader, options={"runOnly": only, "resultTypes": ["violations"]})
    assert results.response["violations"] == [], results.generate_report()


def test_nothing_is_wider_than_a_small_phone(any_path: str, readers: dict[str, Page]) -> None:
    reader = readers["light"]
    reader.goto(any_path)
    _show(reader, NARROW)
    assert reader.evaluate("document.documentElement.scrollWidth") <= NARROW
    # What a box cuts off at its edge makes the page no wider, and is lost all the same.
    lost = reader.evaluate("""() => [...document.querySelectorAll("article *")].filter(element => {
        const style = getComputedStyle(element)
        return element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1
            && ["hidden", "clip"].includes(style.overflowX)
    }).map(element => element.outerHTML.slice(0, 120))""")
    assert not lost


def test_every_picture_has_its_size_and_says_what_it_shows(page_path: str, site: Path) -> None:
    for picture in article(page(site, page_path)).iter("img"):
        assert picture.get("width", "").isdecimal() and picture.get("height", "").isdecimal(), picture.get("src")
        assert picture.get("alt", "").strip(), picture.get("src")


def test_every_page_says_what_it_has_to(page_path: str, readers: dict[str, Page]) -> None:
    reader = readers["no script"]
    reader.goto(page_path)
    text = reader.locator("article").inner_text()
    for said in ("Your care team's advice comes first", "Facts checked", "Next check", "general information"):
        assert said in text


def test_what_stands_under_the_title_is_not_squeezed_where_no_button_stands_beside_it(readers: dict[str, Page]) -> None:
    for how in ("light", "no script"):
        reader = readers[how]
        reader.set_viewport_size({"width": WIDE, "height": 900})
        reader.goto("/tests/")
        reader.wait_for_function("document.querySelector('.app-print').hidden === !document.querySelector('.js')")
        whole, first, second = reader.evaluate(
            "[...document.querySelectorAll('.app-status, .app-status > p')].map(part => part.clientWidth)"
        )
        assert first == second > 0.6 * whole, how
        assert reader.locator(".app-print").is_visible() == (how == "light")
