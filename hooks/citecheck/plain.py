"""One spelling for every way to write the same text, with the way back to the original characters."""

from __future__ import annotations

import dataclasses
import unicodedata

_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2796\ufe58\ufe63\uff0d\u30fc"
_SAME = {
    **dict.fromkeys(_INVISIBLE, ""),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys("\u2019\u2018\u201b\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    **dict.fromkeys("\u00b7\u2219\u22c5\u2027\u30fb\u066b", "\u00b7"),
    **dict.fromkeys("\u223c\u2248\u2243\uff5e\u02dc", "~"),
    **dict.fromkeys("\u066a\ufe6a\uff05", "%"),
    **dict.fromkeys("\u2044\u2215", "/"),
    **dict.fromkeys("\u2a7e\u2267", "\u2265"),
    **dict.fromkeys("\u2a7d\u2266", "\u2264"),
    "\u066c": ",",
    "\u2105": "%",
    # A number sign and the signs that stand for numbers in the shape of a text are not taken from the text itself.
    "#": "\ufe5f",
    "\u00a7": "s",
    # the sign for "first" in Spanish, often typed for degrees
    "\u00ba": "\u00b0",
}
_KEPT = "\u00b2\u00b3\u00b9\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u00bc\u00bd\u00be\u2265\u2264\u00b1\u00d7\u00b0\u2030"


def _spelling(character: str) -> str:
    """The one character that stands for this one, or none where it is invisible."""
    if character in _SAME:
        return _SAME[character]
    if character in _KEPT or unicodedata.numeric(character, None) not in (None,) and character.isnumeric():
        decimal = unicodedata.decimal(character, None)
        return character if decimal is None else str(decimal)
    if character.isspace() or unicodedata.category(character) == "Zs":
        return " "
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


class _Spellings(dict[int, str]):
    """Translation table that works out a character when it first meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = _spelling(chr(code))
        return self[code]


_SPELLINGS = _Spellings()


@dataclasses.dataclass(frozen=True)
class Plain:
    """A text in one spelling. `text[i]` was written at `origin[i]`; `origin` has one entry more, for the end."""

    text: str
    origin: range | list[int]


def plain(raw: str) -> Plain:
    """The text with one kind of digit, space, dash, quote and decimal point, and nothing invisible.

    A middle dot is a decimal point between digits only.
    """
    if raw.isascii():
        text = raw.translate({9: " ", 10: " ", 12: " ", 13: " ", 35: "\ufe5f", 96: "'"})
        return Plain(text, range(len(raw) + 1))
    pieces: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(raw):
        same = _SPELLINGS[ord(character)]
        if same:
            pieces.append(same)
            origin.append(index)
    origin.append(len(raw))
    for index in range(1, len(pieces) - 1):
        if pieces[index] == "\u00b7" and pieces[index - 1].isdigit() and pieces[index + 1].isdigit():
            pieces[index] = "."
    return Plain("".join(pieces), origin)
