"""Where a text of a page was written: file, line and column, by aligning the page's words with the writer's.

Searching for the number alone finds the wrong one on most pages. So all words of the page are laid beside all words
of its files, anchored on runs of words that stand once in each.
"""

from __future__ import annotations

import bisect
import dataclasses
import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from citecheck.passages import COPIED, TAB, Passage
from citecheck.plain import plain
from citecheck.snippets import Piece, Written

_WORD = re.compile(r"[^\W_]+")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6});")
_SMALL = 40_000
"""Up to this many pairs of words a gap is aligned by comparing all with all."""


@dataclasses.dataclass(frozen=True, order=True)
class Place:
    """A place in a file. Line and column count from 1; 0 where only the file is known."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])


def place_in(written: Written, offset: int) -> Place:
    """The place of a character of a file."""
    line = bisect.bisect_right(written.lines, offset)
    return Place(written.path, line, offset - written.lines[line - 1] + 1)


def _words(text: str) -> tuple[list[str], list[int]]:
    """The words of a text in small letters, and where each begins."""
    spelled = plain(text)
    words, starts = [], []
    for match in _WORD.finditer(spelled.text):
        words.append(match.group().lower())
        starts.append(spelled.origin[match.start()])
    return words, starts


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, in the order of the first, that rises in the second."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = [-1] * len(pairs)
    for index, (_, second) in enumerate(pairs):
        slot = bisect.bisect_left(tails, second)
        if slot == len(tails):
            tails.append(second)
            at.append(index)
        else:
            tails[slot] = second
            at[slot] = index
        before[index] = at[slot - 1] if slot else -1
    run = []
    index = at[-1] if at else -1
    while index >= 0:
        run.append(pairs[index])
        index = before[index]
    return run[::-1]


def _anchors(a: Sequence[str], b: Sequence[str], length: int) -> list[tuple[int, int]]:
    """Runs of so many words that stand once in each, as pairs of positions, in order in both."""

    def once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
        runs = [tuple(words[index : index + length]) for index in range(len(words) - length + 1)]
        counts = Counter(runs)
        return {run: index for index, run in enumerate(runs) if counts[run] == 1}

    left, right = once(a), once(b)
    return _rising(sorted((index, right[run]) for run, index in left.items() if run in right))


def align(a: Sequence[str], b: Sequence[str]) -> dict[int, int]:
    """For words of `a` the word of `b` that is the same one; words without a partner are left out."""
    found: dict[int, int] = {}
    gaps = [(0, len(a), 0, len(b))]
    while gaps:
        a0, a1, b0, b1 = gaps.pop()
        while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
            found[a0] = b0
            a0, b0 = a0 + 1, b0 + 1
        while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
            a1, b1 = a1 - 1, b1 - 1
            found[a1] = b1
        if a0 == a1 or b0 == b1:
            continue
        left, right = a[a0:a1], b[b0:b1]
        anchors: list[tuple[int, int]] = []
        width = 1
        for width in (6, 3, 2, 1):
            anchors = _anchors(left, right, width)
            if anchors:
                break
        if not anchors:
            if len(left) * len(right) <= _SMALL:
                matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
                for i, j, size in matcher.get_matching_blocks():
                    found.update((a0 + i + step, b0 + j + step) for step in range(size))
            continue
        at_a, at_b = a0, b0
        for i, j in anchors:
            if a0 + i < at_a or b0 + j < at_b:
                continue
            gaps.append((at_a, a0 + i, at_b, b0 + j))
            found.update((a0 + i + step, b0 + j + step) for step in range(width))
            at_a, at_b = a0 + i + width, b0 + j + width
        gaps.append((at_a, a1, at_b, b1))
    return found


def _words_with_keys(passage: Passage) -> tuple[list[str], list[int]]:
    """The words of a passage, with those of its citations where they stand: the writer's text has both."""
    words, starts = _words(passage.text)
    for citation in reversed(passage.citations):
        at = bisect.bisect_left(starts, citation.at)
        key, _ = _words(citation.what)
        words[at:at] = key
        starts[at:at] = [citation.at] * len(key)
    return words, starts


class Locator:
    """Finds where the passages of one page were written."""

    def __init__(self, passages: Iterable[Passage], pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._first: dict[int, int] = {}
        self._starts: dict[int, list[int]] = {}
        words: list[str] = []
        # The labels of tabs are rendered all together, before the first tab, and attributes that the build makes or
        # copies hold words that stand elsewhere too: they are looked up one by one.
        self._passages = [passage for passage in passages if passage.place != TAB and passage.place not in COPIED]
        for passage in self._passages:
            own, starts = _words_with_keys(passage)
            self._first[id(passage)] = len(words)
            self._starts[id(passage)] = starts
            words.extend(own)
        written: list[str] = []
        self._where: list[tuple[Written, int]] = []
        for file, start, end in pieces:
            own, starts = _words(_ENTITY.sub(lambda match: " " * len(match.group()), file.text[start:end]))
            written.extend(own)
            self._where.extend((file, start + at) for at in starts)
        self._partner = align(words, written)
        self._aligned = sorted(self._partner)

    def place(self, passage: Passage, at: int) -> Place:
        """The place in the writer's file of an offset in a passage; only the file where no word tells more."""
        if passage.place == TAB or passage.place in COPIED:
            return self._quoted(passage, at)
        if id(passage) not in self._first or not self._pieces:
            return Place(self._pieces[0][0].path) if self._pieces else Place("")
        first, starts = self._first[id(passage)], self._starts[id(passage)]
        # The last word that begins at or before the offset; of words at one offset the passage's own stands last.
        word = max(0, bisect.bisect_right(starts, at) - 1)
        if word + 1 < len(starts) and starts[word] < at and not passage.text[starts[word] : at].isalnum():
            word += 1
        at_or_after = bisect.bisect_left(self._aligned, first + word)
        near = min(
            (
                found
                for found in self._aligned[max(0, at_or_after - 1) : at_or_after + 1]
                if 0 <= found - first < len(starts)
            ),
            key=lambda found: (abs(found - first - word), found),
            default=None,
        )
        if near is None:
            return Place(self._pieces[0][0].path)
        file, offset = self._where[self._partner[near]]
        return place_in(file, offset)

    def _quoted(self, passage: Passage, at: int) -> Place:
        """The place of a tab's label, the first line `=== "label"`, or of an attribute: the first `="text"`."""
        before = r"^[ \t]*===[!+]* *" if passage.place == TAB else r"= *"
        quoted = re.compile(rf"{before}[\"'](?P<text>{re.escape(passage.text)})[\"']", re.MULTILINE)
        for file, start, end in self._pieces:
            match = quoted.search(file.text, start, end)
            if match:
                return place_in(file, match.start("text") + at)
        return Place(self._pieces[0][0].path) if self._pieces else Place("")
