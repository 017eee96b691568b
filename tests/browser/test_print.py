"""Is everything on paper that has to be? Read from a real PDF."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from paper import BOX, LEFT_OUT, MOST_INK, Print, lost_words, printed, spaced, to_be_printed
from playwright.sync_api import Page
from reading import article, page, squeezed, words

Closed = Callable[[str, str, str], Print]


@pytest.fixture(scope="module")
def closed(readers: dict[str, Page]) -> Closed:
    """A page as it prints when the reader opens no box: printed once, looked at by several tests."""

    @functools.cache
    def closed(path: str, how: str, paper: str) -> Print:
        readers[how].goto(path)
        return printed(readers[how], paper)

    return closed


# Colors do not change where lines end, nor does the paper change what a script does: not every pair is printed.
@pytest.mark.parametrize(
    ("how", "paper"), [("light", "A4"), ("light", "Letter"), ("dark", "A4"), ("no script", "Letter")]
)
def test_a_page_prints_whole(page_path: str, how: str, paper: str, closed: Closed, site: Path) -> None:
    document = page(site, page_path)
    root = to_be_printed(article(document), survival=False)
    left_out = len(root.find_class("app-left-out"))
    assert (left_out > 0) == bool(document.xpath(f"//{BOX}"))
    headings = {squeezed(part.text_content()) for part in root.iter("h1", "h2", "h3", "summary")}
    headings |= {squeezed(part.text_content()) for part in root.find_class("app-tab-label")}

    found = closed(page_path, how, paper)

    lost = lost_words(spaced(root), found.text)
    assert not lost
    assert squeezed(found.text).count(squeezed(LEFT_OUT)) == left_out
    for number, sheet in enumerate(found.sheets, start=1):
        assert sheet.used, f"sheet {number} is blank"
        assert sheet.ink <= MOST_INK, f"sheet {number} is {sheet.ink:.0%} ink"
    for number, sheet in enumerate(found.sheets[:-1], start=1):
        alone = sheet.last_is_bold and sheet.last_line in headings
        assert not alone, f'the heading "{sheet.last_line}" ends sheet {number}'


def test_each_panel_of_a_tab_prints_under_its_label(page_path: str, closed: Closed, site: Path) -> None:
    found = squeezed(closed(page_path, "light", "Letter").text)
    for panel in to_be_printed(article(page(site, page_path)), survival=False).find_class("tabbed-block"):
        assert panel[0].get("class") == "app-tab-label"
        beginning = " ".join(spaced(panel).split()[:5])
        assert squeezed(beginning) in found, beginning


@pytest.mark.parametrize("how", ["light", "no script"])
def test_survival_figures_stay_out_when_their_box_is_closed(
    how: str, page_path: str, closed: Closed, site: Path
) -> None:
    texts = page(site, page_path).xpath(f"//{BOX}//p")
    found = squeezed(closed(page_path, how, "A4").text)
    assert not [text for text in map(squeezed, map(spaced, texts)) if len(text) > 60 and text in found]


@pytest.mark.parametrize("how", ["light", "no script"])
def test_survival_figures_print_when_their_box_is_open(
    how: str, page_path: str, readers: dict[str, Page], site: Path
) -> None:
    if not page(site, page_path).xpath(f"//{BOX}"):
        return
    reader = readers[how]
    reader.goto(page_path)
    reader.evaluate("for (const box of document.querySelectorAll('details.numbers')) box.open = true")
    found = printed(reader, "A4").text
    lost = lost_words(spaced(to_be_printed(article(page(site, page_path)), survival=True)), found)
    assert not lost
    assert squeezed(LEFT_OUT) not in squeezed(found)


def test_nothing_of_the_site_around_the_page_is_printed(page_path: str, closed: Closed, site: Path) -> None:
    root = to_be_printed(article(page(site, page_path)), survival=False)
    added = Counter(words(closed(page_path, "light", "A4").text)) - Counter(words(spaced(root)))
    for word in ("skip", "search", "footer", "menu", "navigation", "previous"):
        assert not added[word], f'"{word}" is printed and is not in the article'


@pytest.mark.parametrize(("room", "broken"), [(35, True), (5, False)])
def test_what_closes_a_page_begins_where_there_is_room_for_it(
    room: int, broken: bool, readers: dict[str, Page]
) -> None:
    reader = readers["light"]
    reader.goto("/privacy/")
    reader.evaluate(
        """room => {
            const end = document.querySelector(".app-provenance")
            for (const other of [...end.parentElement.children]) if (other !== end) other.remove()
            // An A4 sheet has 261 mm between its margins.
            end.insertAdjacentHTML("beforebegin", `<div style="height: ${261 - room}mm"></div>`)
        }""",
        room,
    )
    document = pypdfium2.PdfDocument(reader.pdf(format="A4"))
    texts = [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document]
    assert len(texts) == 2
    assert ("About this page" in texts[0]) == broken
    for said in ("License", "Page address", "Printed copies", "general information"):
        assert said in texts[1] and said not in texts[0]
