"""Pages and what is wrong with them: in a build, or in a folder of finished HTML that any generator wrote."""

from __future__ import annotations

import dataclasses
import re
import urllib.parse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from citecheck.check import LOST, NOTE, Checker, Claim, Examined, Finding, Value, printed_alike, unsaid, value
from citecheck.figures import Quantity
from citecheck.frontmatter import audience_of, body_start, fields_of
from citecheck.passages import ECHO, LISTS, PICTURE, Page, Passage, read
from citecheck.places import Locator, Place, place_in
from citecheck.problems import Problem, shown_path
from citecheck.snippets import Piece, Written, pieces
from citecheck.sources import Sources
from citecheck.statistics import Statistic, may_hold_statistic, statistics
from citecheck.yamlfile import Unreadable, decode


@dataclasses.dataclass
class Document:
    """A page to be judged.

    `path` is named in messages. `html` and `pieces`, the files in which its text was written, are asked for when they
    are needed, `html` again if a place on the page must be told when all pages are judged. `pictures` gives the text of
    a drawing by its address, or None where it is no drawing of ours. `echoes` are texts of the page that
    stand elsewhere, such as its description, with their places. `audience` says whom the page is for. `lists` has the
    ids of the build's own lists of all statistics and sources that may stand on it.
    """

    path: str
    html: Callable[[], str]
    pieces: Callable[[], Sequence[Piece]]
    pictures: Callable[[str], Written | None] = lambda source: None
    echoes: Sequence[tuple[str, str, Place]] = ()
    whole: bool = False
    audience: str = ""
    lists: frozenset[str] = frozenset()


@dataclasses.dataclass
class Judged:
    """A page that was judged: what it says, and how to find the places of its passages."""

    document: Document
    page: Page
    examined: Examined
    drawings: dict[int, tuple[Written, list[Passage]]] = dataclasses.field(default_factory=dict)
    fixed: dict[int, Place] = dataclasses.field(default_factory=dict)
    found: list[tuple[Finding, Problem]] = dataclasses.field(default_factory=list)
    """What is wrong with the page, with its place; text around the article is judged by `Site.after`."""
    _locator: Locator | None = None

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the page, as it is told."""
        return [problem for _, problem in self.found]

    def place(self, passage: Passage, at: int) -> Place:
        """The place in the writer's files of an offset in a passage of the page."""
        if id(passage) in self.fixed:
            return self.fixed[id(passage)]
        if id(passage) in self.drawings:
            written, passages = self.drawings[id(passage)]
            return Locator(passages, [(written, 0, len(written.text))]).place(passage, at)
        if self._locator is None:
            self._locator = Locator(self.page.passages, self.document.pieces())
        place = self._locator.place(passage, at)
        return place if place.path else Place(self.document.path)

    def _search(self, pattern: str) -> Place | None:
        """The place in the writer's files of what did not become text of the page."""
        for written, start, end in self.document.pieces():
            match = re.compile(pattern, re.MULTILINE).search(written.text, start, end)
            if match:
                return place_in(written, match.start("at"))
        return None

    def problem(self, finding: Finding) -> Problem:
        """A finding with its place."""
        place = None
        if finding.passage.place == NOTE:
            place = self._search(rf"^ {{0,3}}(?P<at>{re.escape(finding.passage.text)})")
        elif finding.passage.place == LOST:
            written = re.escape(finding.passage.text)
            place = self._search(rf"(?:!\[[^\]\n]*|\]\([^)\n]*\"[^\"\n]*)(?P<at>{written})")
        place = place or self.place(finding.passage, finding.at)
        return Problem(place.path, place.line, place.column, finding.message, finding.rule)


class _Kept(NamedTuple):
    """A statistic of a judged page, without the page: how to find it there again.

    Pages are many and long, and all that is asked of them later is where a few of their statistics stand.
    """

    document: Document
    passage: int
    """Number of its passage on the page."""
    statistic: Statistic
    hedged: str

    @property
    def is_plain(self) -> bool:
        """Whether it prints a figure as such: "more than 90%", "half" and "about 2,000 people" are other ways to speak."""
        kind = self.statistic.kind
        return kind != "share" and (self.hedged == "" or self.hedged == "about" and kind != "count")


class Site:
    """Judges pages one by one, then what only all of them together can tell.

    What it holds grows with the statistics of the pages, not with their texts.
    """

    def __init__(self, sources: Sources) -> None:
        self.checker = Checker(sources)
        self.sources = sources
        self.cited: set[str] = set()
        self.exemptions = 0
        self.statistics = 0
        self._said: set[Value] = set()
        self._drawings: dict[str, list[Passage]] = {}
        self._shown: set[str] = set()
        self._around: list[_Kept] = []
        self._printed: defaultdict[tuple[str, str, str, Quantity], list[_Kept]] = defaultdict(list)

    def judge(self, document: Document) -> Judged:
        """A page, and what is wrong with it. Text around the article is judged by `after`."""
        page, fixed = self._read(document)
        drawings: dict[int, tuple[Written, list[Passage]]] = {}

        def picture(source: str) -> Iterable[Passage]:
            written = document.pictures(source) if source else None
            if written is None:
                return ()
            shown = [dataclasses.replace(passage) for passage in self._drawing(written)]
            drawings.update((id(passage), (written, shown)) for passage in shown)
            return shown

        examined = self.checker.examine(page, picture, document.audience)
        judged = Judged(document, page, examined, drawings, fixed)
        findings = list(examined.findings)
        inside = [claim for claim in examined.echoes if not claim.passage.outside]
        for tab in dict.fromkeys(claim.passage.tab for claim in inside):
            echoes = [claim for claim in inside if claim.passage.tab == tab]
            findings.extend(unsaid(echoes, examined.says(tab), examined.findings))
        judged.found.extend((finding, judged.problem(finding)) for finding in findings)
        self.take(judged)
        return judged

    @staticmethod
    def _read(document: Document) -> tuple[Page, dict[int, Place]]:
        """A page with the texts that stand elsewhere, and the places of those."""
        page = read(document.html(), whole=document.whole, lists=document.lists)
        fixed: dict[int, Place] = {}
        for text, place_name, place in document.echoes:
            passage = Passage(text, ECHO, place_name, [], [], [], [])
            page.passages.append(passage)
            fixed[id(passage)] = place
        return page, fixed

    def take(self, judged: Judged) -> None:
        """Count a page in that was judged, now or in an earlier build with the same records."""
        examined = judged.examined
        self.cited |= examined.cited
        self.exemptions += sum(claim.exempt is not None for claim in examined.claims)
        self.statistics += len(examined.claims)
        self._said |= examined.says().keys()
        self._shown |= {written.path for written, _ in judged.drawings.values()}
        numbers = {id(passage): number for number, passage in enumerate(judged.page.passages)}

        def kept(claim: Claim) -> _Kept:
            hedged = claim.match.hedged if claim.match is not None else ""
            return _Kept(judged.document, numbers[id(claim.passage)], claim.statistic, hedged)

        self._around.extend(kept(claim) for claim in examined.echoes if claim.passage.outside)
        for claim in examined.claims:
            match = claim.match
            if match is not None and match.given is not None:
                given = (match.evidence.source, match.evidence.finding, match.figure, match.given)
                self._printed[given].append(kept(claim))

    def _drawing(self, written: Written) -> list[Passage]:
        """The texts of a drawing; each drawing is read once."""
        if written.path not in self._drawings:
            self._drawings[written.path] = [
                dataclasses.replace(passage, kind=PICTURE, place="picture")
                for passage in read(written.text).passages
                if passage.text
            ]
        return self._drawings[written.path]

    def unseen(self, drawings: Iterable[Written]) -> list[Problem]:
        """The statistics in those of these drawings that no page shows as a picture, where a caption could cite them."""
        problems = []
        for written in drawings:
            if written.path in self._shown:
                continue
            passages = self._drawing(written)
            if not any(may_hold_statistic(passage.text) for passage in passages):
                continue
            locator = Locator(passages, [(written, 0, len(written.text))])
            for passage in passages:
                for statistic in statistics(passage.text):
                    place = locator.place(passage, statistic.start)
                    message = (
                        f'"{statistic.text}" is in a drawing that no page shows with ![…](…), '
                        "so that no caption can cite its source"
                    )
                    problems.append(Problem(place.path, place.line, place.column, message, "caption-mismatch"))
        return problems

    def _again(self, kept: _Kept, pages: dict[int, Judged]) -> tuple[Judged, Passage]:
        """The page of a statistic, read once more, and its passage there.

        Args:
            kept: the statistic.
            pages: pages that were read again already; the page is added to them.
        """
        document = kept.document
        if id(document) not in pages:
            page, fixed = self._read(document)
            pages[id(document)] = Judged(document, page, Examined(), fixed=fixed)
        judged = pages[id(document)]
        return judged, judged.page.passages[kept.passage]

    def after(self) -> list[Problem]:
        """What is wrong with menus, headers and footers: a statistic there must stand, cited, on some page."""
        problems: list[Problem] = []
        pages: dict[int, Judged] = {}
        for kept in self._around:
            if value(kept.statistic) not in self._said:
                judged, passage = self._again(kept, pages)
                claim = Claim(kept.statistic, passage, "", ())
                problems.extend(judged.problem(finding) for finding in unsaid([claim], dict.fromkeys(self._said, ())))
        return problems

    def diverging(self) -> list[Problem]:
        """The figures of a source that are printed with one value in one place and with another elsewhere."""
        problems = []
        pages: dict[int, Judged] = {}
        for (source, _, figure, _), printed in self._printed.items():
            if all(printed_alike(printed[0].statistic, kept.statistic) for kept in printed):
                continue
            plainly = [kept for kept in printed if kept.is_plain]
            if all(printed_alike(plainly[0].statistic, kept.statistic) for kept in plainly):
                continue
            told: dict[str, list[Place]] = {}
            for kept in plainly:
                judged, passage = self._again(kept, pages)
                told.setdefault(kept.statistic.text, []).append(judged.place(passage, kept.statistic.start))
            first = min(place for found in told.values() for place in found)
            values = "; ".join(f'"{text}" at {", ".join(map(str, sorted(found)))}' for text, found in told.items())
            message = f"one figure of {source} ({figure}) has several values: {values}"
            places = tuple(str(place) for found in told.values() for place in found)
            problems.append(Problem(first.path, first.line, first.column, message, "diverging-figure", places))
        return problems

    def unused(self) -> list[Problem]:
        """The records that no page cites."""
        return [
            Problem(f"{self.sources.folder}/{key}.yml", 0, 0, f'no page cites "{key}"', "unused-source")
            for key in sorted(self.sources.records.keys() - self.cited)
        ]


# ---------------------------------------------------------------- a folder of finished HTML
def _html_files(paths: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """Every HTML file of the paths, with the folder that is the site's root."""
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.suffix.lower() in (".html", ".htm") and file.is_file():
                    yield file, path
        else:
            yield path, path.parent


def _written_page(file: Path, site: Path, docs: Path) -> Path | None:
    """The Markdown file of a finished page, or None."""
    name = file.relative_to(site).with_suffix("")
    names = [name.parent / "index", name.parent] if name.name == "index" else [name]
    for candidate in names:
        path = docs / candidate.parent / f"{candidate.name}.md" if candidate.name else docs / "index.md"
        if path.is_file():
            return path
    return None


def _drawing(drawing: Path, site: Path, root: Path, docs: Path | None) -> Written | None:
    """A drawing of a finished site, as it was written in `docs` if it stands there."""
    if docs is not None and (docs / drawing.relative_to(site)).is_file():
        drawing = docs / drawing.relative_to(site)
    try:
        return Written(shown_path(drawing, root), decode(drawing.read_bytes()))
    except (OSError, Unreadable):
        return None


def is_drawing(path: str | Path) -> bool:
    """Whether a file is a drawing, whose texts are read, by its name."""
    return str(path).lower().endswith(".svg")


def _picture_of(file: Path, site: Path, root: Path, docs: Path | None) -> Callable[[str], Written | None]:
    """Gives the text of a drawing that a finished page shows."""

    def picture(source: str) -> Written | None:
        path = urllib.parse.unquote(urllib.parse.urlsplit(source).path)
        if not is_drawing(path) or "://" in source:
            return None
        drawing = (site / path.lstrip("/") if path.startswith("/") else file.parent / path).resolve()
        if not drawing.is_relative_to(site.resolve()) or not drawing.is_file():
            return None
        return _drawing(drawing, site.resolve(), root, docs)

    return picture


def _document(file: Path, site: Path, root: Path, docs: Path | None) -> Document:
    """A finished page. It is read as it is judged, with the errors that reading a file and its encoding raise."""
    shown = shown_path(file, root)

    def html() -> str:
        return decode(file.read_bytes())

    markdown = _written_page(file, site, docs) if docs is not None else None

    def source() -> str:
        try:
            return decode(markdown.read_bytes()) if markdown is not None else ""
        except (OSError, Unreadable):
            # Another generator may still have read it; then places are told in what it wrote.
            return ""

    def written() -> Sequence[Piece]:
        text = source()
        if text and markdown is not None and docs is not None:
            return pieces(Written(shown_path(markdown, root), text), docs, root, body_start(text))
        text = html()
        return [(Written(shown, text), 0, len(text))]

    return Document(
        shown,
        html,
        written,
        _picture_of(file, site, root, docs),
        whole=True,
        audience=audience_of(fields_of(source())),
        lists=LISTS,
    )


def check_finished(paths: Sequence[Path], sources: Sources, root: Path, docs: Path | None = None) -> list[Problem]:
    """What is wrong with finished pages.

    Args:
        paths: folders of finished HTML, or HTML files. A source that no page cites is a problem only for a folder.
        sources: the records.
        root: paths in messages are told from here.
        docs: the Markdown files, if places are to be told in them; else they are told in the HTML.
    """
    site = Site(sources)
    problems = list(sources.problems)
    seen = False
    for file, folder in _html_files(paths):
        seen = True
        shown = shown_path(file, root)
        try:
            judged = site.judge(_document(file, folder, root, docs))
        except OSError:
            problems.append(Problem(shown, 0, 0, "there is no such file", "unreadable-html"))
        except Unreadable as error:
            problems.append(Problem(shown, error.line, error.column, error.message, "unreadable-html"))
        else:
            problems.extend(judged.problems)
    if not seen:
        where = ", ".join(shown_path(path, root) for path in paths)
        problems.append(Problem(where, 0, 0, "there is no HTML file here", "unreadable-html"))
    problems.extend(site.after())
    problems.extend(site.diverging())
    for folder in (path.resolve() for path in paths if path.is_dir()):
        found = (_drawing(file, folder, root, docs) for file in sorted(folder.rglob("*")) if is_drawing(file))
        problems.extend(site.unseen(written for written in found if written is not None))
    if seen and any(path.is_dir() for path in paths):
        problems.extend(site.unused())
    return sorted(set(problems))
