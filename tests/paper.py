"""What of a page has to be on paper, and what a real PDF of it holds."""

from __future__ import annotations

import ctypes
import dataclasses
from collections import Counter

import pypdfium2
from playwright.sync_api import Page
from reading import Element, squeezed, without, words

MM = 72 / 25.4
FOOT = 19 * MM
"""Where the text ends. Below it stands the number of the sheet, which may come between two halves of a word."""

LEFT_OUT = "Survival figures were left out"

NOT_FOR_PAPER = (
    ".headerlink",  # a mark to press
    ".footnote-backref",  # the same
    ".app-print",  # the same
    ".app-status__help",  # a link to another page, and its name only
    ".app-provenance__next",  # the same
    ".app-unseen",  # what a screen reader hears before a picture: that it opens large
    ".tabbed-labels",  # on paper each panel has a label of its own
)
"""What a page shows on screen and not on paper, each with the reason."""

MOST_INK = 0.1


@dataclasses.dataclass(frozen=True)
class Sheet:
    """One side of paper: how much of it is inked, whether there is anything on it, and its last line."""

    ink: float
    used: bool
    last_line: str
    last_is_bold: bool


@dataclasses.dataclass(frozen=True)
class Print:
    """A page on paper: all its text, and its sheets."""

    text: str
    sheets: list[Sheet]


def printed(reader: Page, paper: str) -> Print:
    """The page that is open, on paper, with backgrounds, as the careless reader prints it."""
    document = pypdfium2.PdfDocument(reader.pdf(format=paper, print_background=True))
    texts, sheets = [], []
    for sheet in document:
        text = sheet.get_textpage()
        texts.append(text.get_text_bounded(bottom=FOOT))
        sheets.append(Sheet(*ink(sheet), *last_line(text)))
        text.close()
        sheet.close()
    document.close()
    whole = "\n".join(texts)
    for hyphen in ("\ufffe\r\n", "\ufffe\n", "\ufffe", "\x02"):  # a word broken at the end of a line is one word again
        whole = whole.replace(hyphen, "")
    return Print(whole, sheets)


def ink(sheet: pypdfium2.PdfPage) -> tuple[float, bool]:
    """How much of a sheet is inked, and whether there is anything between its margins."""
    scale = 0.3
    image = sheet.render(scale=scale, grayscale=True)
    pixels, stride = bytes(image.buffer), image.stride
    rows = [pixels[row * stride : row * stride + image.width] for row in range(image.height)]
    image.close()
    dark = sum(255 * len(row) - sum(row) for row in rows) / (255 * image.width * image.height)
    top, bottom = round(10 * MM * scale), round(20 * MM * scale)
    return dark, any(min(row) < 245 for row in rows[top:-bottom])


def last_line(reader: pypdfium2.PdfTextPage) -> tuple[str, bool]:
    """The lowest line of text on a sheet, squeezed, and whether it begins in bold."""
    places = [reader.get_rect(index) for index in range(reader.count_rects())]
    if not any(place[1] > FOOT for place in places):
        return "", False
    left, bottom, _, top = min(
        (place for place in places if place[1] > FOOT), key=lambda place: (round(place[1]), place[0])
    )
    line = reader.get_text_bounded(bottom=bottom - 2, top=top + 2)
    name = ctypes.create_string_buffer(100)
    at = reader.get_index(left + 1, (bottom + top) / 2, 5, 5) or 0
    pypdfium2.raw.FPDFText_GetFontInfo(reader, at, name, len(name), None)
    return squeezed(line), b"Bold" in name.value


def lost_words(expected: str, found: str) -> list[str]:
    """The words of a text that a PDF does not have as often, each with the words around it."""
    wanted, whole, paper = words(expected), squeezed(expected), squeezed(found)
    missing = Counter(wanted) - Counter(words(found))

    def is_there(neighbors: list[str]) -> bool:
        # A long address is broken at the end of a line, inside a word even: then it is there beside its neighbor.
        both = "".join(neighbors)
        return paper.count(both) >= whole.count(both)

    places = [at for at, word in enumerate(wanted) if word in missing]
    lost = [at for at in places if not is_there(wanted[max(0, at - 1) : at + 1]) and not is_there(wanted[at : at + 2])]
    return [" ".join(wanted[max(0, at - 1) : at + 2]) for at in lost]


BOX = "details[contains(concat(' ', @class, ' '), ' numbers ')]"


def to_be_printed(root: Element, *, survival: bool) -> Element:
    """What of an article has to be on paper, with the survival boxes left closed or opened."""
    without(root, *NOT_FOR_PAPER)
    if survival:
        return without(root, ".app-left-out")
    # Boxes that follow each other are left out with one line for all of them.
    again = f"preceding-sibling::*[1][self::{BOX}]/preceding-sibling::*[1][contains(@class, 'app-left-out')]"
    for part in [*root.xpath(f".//p[contains(@class, 'app-left-out')][{again}]"), *root.xpath(f".//{BOX}")]:
        part.drop_tree()
    return root


def spaced(root: Element) -> str:
    """The text of an article; words of different blocks stay apart."""
    return " ".join(root.itertext())
