"""Tabs, sources and search, as a reader uses them."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect
from reading import page


def _pages_with(site: Path, class_: str) -> list[str]:
    files = sorted(site.rglob("index.html"))
    paths = ["/" + file.parent.relative_to(site).as_posix() + "/" for file in files if file.parent != site]
    return [path for path in paths if page(site, path).find_class(class_)]


def _assert_chosen(reader: Page, chosen: str, other: str) -> None:
    for tabs in reader.locator(".tabbed-set").all():
        expect(tabs.locator(".tabbed-block", has=reader.locator(f".app-tab-label:text-is('{chosen}')"))).to_be_visible()
        expect(tabs.locator(".tabbed-block", has=reader.locator(f".app-tab-label:text-is('{other}')"))).to_be_hidden()


def test_a_tab_chosen_once_is_chosen_everywhere(newcomer: Page, site: Path) -> None:
    paths = _pages_with(site, "tabbed-set")
    assert len(paths) >= 2
    newcomer.goto(paths[0])
    _assert_chosen(newcomer, "Child", "Adult")
    newcomer.locator(".tabbed-labels label", has_text=re.compile("^Adult$")).first.click()
    _assert_chosen(newcomer, "Adult", "Child")
    for path in paths[1:]:
        newcomer.goto(path)
        _assert_chosen(newcomer, "Adult", "Child")


def test_every_set_of_tabs_is_for_child_and_adult(page_path: str, site: Path) -> None:
    for tabs in page(site, page_path).find_class("tabbed-set"):
        labels = [label.text_content().strip() for label in tabs.iter("label")]
        assert labels == ["Child", "Adult"]


def test_a_citation_leads_to_its_source_and_back(newcomer: Page, site: Path) -> None:
    newcomer.goto(_pages_with(site, "footnote-ref")[0])
    mark = newcomer.locator("article .footnote-ref:visible").first
    source_id = (mark.get_attribute("href") or "").removeprefix("#")
    mark.click()
    source = newcomer.locator(f'[id="{source_id}"]')
    expect(source).to_be_in_viewport()
    source.locator(".footnote-backref").first.click()
    expect(mark).to_be_in_viewport()


def test_the_way_back_from_a_source_opens_the_tab_it_leads_to(newcomer: Page, site: Path) -> None:
    for path in _pages_with(site, "tabbed-set"):
        newcomer.goto(path)
        mark_id = newcomer.evaluate("""() => [...document.querySelectorAll(".tabbed-block .footnote-ref")]
            .find(mark => !mark.checkVisibility() && !mark.closest("details")
                && document.querySelector(`.footnote-backref[href="#${mark.parentElement.id}"]`))?.parentElement.id""")
        if mark_id:
            mark = newcomer.locator(f'[id="{mark_id}"]')
            expect(mark).to_be_hidden()
            newcomer.locator(f'.footnote-backref[href="#{mark_id}"]').click()
            expect(mark).to_be_in_viewport()
            return
    raise AssertionError("no page has a citation in a tab that is not shown first")


def test_every_citation_and_every_way_back_leads_somewhere(page_path: str, site: Path) -> None:
    document = page(site, page_path)
    ids = set(document.xpath("//@id"))
    marks, back = document.find_class("footnote-ref"), document.find_class("footnote-backref")
    lost = [link.get("href") for link in [*marks, *back] if link.get("href", "")[1:] not in ids]
    assert not lost
    # A source that is cited often keeps one way back.
    noted = {link.get("href", "").partition(":")[2] for link in back}
    assert noted == {mark.get("href", "").partition(":")[2] for mark in marks}


def test_search_for_fever_finds_get_help_now(newcomer: Page) -> None:
    newcomer.goto("/")
    newcomer.locator(".md-search__input").click()
    newcomer.locator(".md-search__input").press_sequentially("fever")
    found = newcomer.locator(".md-search-result__link[href*='get-help-now/']")
    expect(found.first).to_be_visible()
    found.first.click()
    expect(newcomer).to_have_url(re.compile("/get-help-now/"))
