"""Can all of it be reached and worked without a mouse?"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect
from reading import page


def _path_with(site: Path, xpath: str) -> str:
    for file in sorted(site.rglob("index.html")):
        path = f"/{file.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        if page(site, path).xpath(xpath):
            return path
    raise AssertionError(f"no page has {xpath}")


def _tab_to(reader: Page, selector: str) -> None:
    """Press Tab until the focus is there, as a person does who cannot point."""
    for _ in range(400):
        reader.keyboard.press("Tab")
        if reader.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


def test_the_tab_choice(newcomer: Page, site: Path) -> None:
    newcomer.goto(_path_with(site, "//div[contains(@class, 'tabbed-set')]"))
    tabs = newcomer.locator(".tabbed-set").first
    _tab_to(newcomer, ".tabbed-set > input")
    # The choice itself has no size: the label of the choice shows where the focus is.
    label = tabs.locator(".tabbed-labels label").first
    shown = label.evaluate("label => getComputedStyle(label).outlineStyle")
    assert shown not in ("", "none"), "nothing shows that the focus is on the tabs"
    newcomer.keyboard.press("ArrowRight")
    expect(tabs.locator(".tabbed-block").nth(1)).to_be_visible()
    expect(tabs.locator(".tabbed-block").nth(0)).to_be_hidden()


def test_a_closed_box_opens(newcomer: Page, site: Path) -> None:
    newcomer.goto(_path_with(site, "//details[not(@open)]"))
    _tab_to(newcomer, "article summary")
    newcomer.keyboard.press("Enter")
    assert newcomer.evaluate("document.activeElement.parentElement.open")


def test_a_picture_opens_large_and_gives_the_focus_back(newcomer: Page, site: Path) -> None:
    newcomer.goto(_path_with(site, "//a[contains(@class, 'glightbox')]"))
    _tab_to(newcomer, "article a.glightbox")
    newcomer.keyboard.press("Enter")
    dialog = newcomer.locator(".glightbox-container")
    expect(dialog).to_be_visible()
    expect(dialog).to_have_attribute("aria-label", "Large picture")
    expect(dialog.locator("img").first).to_have_attribute(
        "alt", newcomer.locator("article a.glightbox img").first.get_attribute("alt") or "?"
    )
    newcomer.wait_for_function("document.activeElement.closest('.glightbox-container')")
    newcomer.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert newcomer.evaluate("document.activeElement.matches('article a.glightbox')")


@pytest.mark.parametrize("letter", ["n", "p", ".", ",", "f", "s", "/"])
def test_a_single_letter_does_nothing(newcomer: Page, letter: str) -> None:
    newcomer.goto("/get-help-now/", wait_until="networkidle")
    turned: list[str] = []
    newcomer.on("request", lambda request: turned.append(request.url) if request.is_navigation_request() else None)
    newcomer.keyboard.press(letter)
    try:
        newcomer.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        assert not newcomer.locator("#__search").is_checked(), "the search opens"
    except Error:
        turned.append("the page went away")
    assert not turned


def test_the_menu_of_a_phone(newcomer: Page) -> None:
    newcomer.set_viewport_size({"width": 320, "height": 700})
    newcomer.goto("/")
    _tab_to(newcomer, ".app-menu-button")
    newcomer.keyboard.press("Enter")
    expect(newcomer.locator(".md-sidebar--primary .md-nav__link[href]").first).to_be_in_viewport()
    newcomer.keyboard.press("Escape")
    expect(newcomer.locator(".app-menu-button")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 320])
def test_the_focus_is_never_out_of_sight(newcomer: Page, width: int) -> None:
    newcomer.set_viewport_size({"width": width, "height": 700})
    newcomer.goto("/get-help-now/")
    for _ in range(60):
        newcomer.keyboard.press("Tab")
        out = newcomer.evaluate("""() => {
            const element = document.activeElement
            if (element === document.body) return ""
            // A choice has no size of its own: its label shows it, or the picture that follows it.
            const shown = element.type === "radio" ? [...element.labels, element.nextElementSibling] : [element]
            const seen = shown.map(part => part.getBoundingClientRect()).some(box =>
                box.width > 4 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight)
            return seen ? "" : element.outerHTML.slice(0, 150)
        }""")
        assert not out
