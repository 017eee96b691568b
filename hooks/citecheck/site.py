"""Pages and what is wrong with them: in a build, or in a folder of finished HTML that any generator wrote."""

from __future__ import annotations

import dataclasses
import re
import urllib.parse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from citecheck.check import LOST, NOTE, Checker, Claim, Examined, Finding, Value, printed_alike, unsaid
from citecheck.figures import Quantity
from citecheck.frontmatter import body_start
from citecheck.passages import ECHO, PICTURE, Page, Passage, read
from citecheck.places import Locator, Place, place_in
from citecheck.problems import Problem, shown_path
from citecheck.snippets import Piece, Written, pieces
from citecheck.sources import Sources
from citecheck.support import hedge
from citecheck.yamlfile import Unreadable, decode


@dataclasses.dataclass
class Document:
    """A page to be judged.

    `path` is named in messages. `pieces` are the files in which its text was written, asked for only when a place in
    them is needed. `pictures` gives the text of a drawing by its address, or None where it is no drawing of ours.
    `echoes` are texts of the page that stand elsewhere, such as its description, with their places.
    """

    path: str
    html: str
    pieces: Callable[[], Sequence[Piece]]
    pictures: Callable[[str], Written | None] = lambda source: None
    echoes: Sequence[tuple[str, str, Place]] = ()
    whole: bool = False


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
        place, written = None, re.escape(finding.passage.text)
        if finding.passage.place == NOTE:
            place = self._search(rf"^ {{0,3}}(?P<at>{written})")
        elif finding.passage.place == LOST:
            place = self._search(rf"(?:!\[[^\]\n]*|\]\([^)\n]*\"[^\"\n]*)(?P<at>{written})")
        place = place or self.place(finding.passage, finding.at)
        return Problem(place.path, place.line, place.column, finding.message, finding.rule)


def _is_plain(claim: Claim) -> bool:
    """Whether a claim prints a figure as such: "more than 90%", "half" and "about 2,000 people" are other ways to speak."""
    hedged = hedge(claim.passage.text, claim.statistic)
    return claim.statistic.kind != "share" and (hedged == "" or hedged == "about" and claim.statistic.kind != "count")


class Site:
    """Judges pages one by one, then what only all of them together can tell."""

    def __init__(self, sources: Sources) -> None:
        self.checker = Checker(sources)
        self.sources = sources
        self.cited: set[str] = set()
        self.exemptions = 0
        self.statistics = 0
        self._said: set[Value] = set()
        self._drawings: dict[str, list[Passage]] = {}
        self._around: list[tuple[Judged, Claim]] = []
        self._printed: defaultdict[tuple[str, str, str, Quantity], list[tuple[Judged, Claim]]] = defaultdict(list)

    def judge(self, document: Document) -> Judged:
        """A page, and what is wrong with it. Text around the article is judged by `after`."""
        page = read(document.html, whole=document.whole)
        drawings: dict[int, tuple[Written, list[Passage]]] = {}

        def picture(source: str) -> Iterable[Passage]:
            written = document.pictures(source) if source else None
            if written is None:
                return ()
            shown = [dataclasses.replace(passage) for passage in self._drawing(written)]
            drawings.update((id(passage), (written, shown)) for passage in shown)
            return shown

        fixed: dict[int, Place] = {}
        for text, place_name, place in document.echoes:
            passage = Passage(text, ECHO, place_name, [], [], [], [])
            page.passages.append(passage)
            fixed[id(passage)] = place
        examined = self.checker.examine(page, picture)
        judged = Judged(document, page, examined, drawings, fixed)
        inside = Examined(echoes=[claim for claim in examined.echoes if not claim.passage.outside])
        findings = [*examined.findings, *unsaid(inside, examined.says())]
        judged.found.extend((finding, judged.problem(finding)) for finding in findings)
        self.take(judged)
        return judged

    def take(self, judged: Judged) -> None:
        """Count a page in that was judged, now or in an earlier build with the same records."""
        examined = judged.examined
        self.cited |= examined.cited
        self.exemptions += sum(claim.exempt is not None for claim in examined.claims)
        self.statistics += len(examined.claims)
        self._said |= examined.says()
        self._around.extend((judged, claim) for claim in examined.echoes if claim.passage.outside)
        for claim in examined.claims:
            match = claim.match
            if match is not None and match.given is not None:
                given = (match.evidence.source, match.evidence.finding, match.figure, match.given)
                self._printed[given].append((judged, claim))

    def _drawing(self, written: Written) -> list[Passage]:
        """The texts of a drawing; each drawing is read once."""
        if written.path not in self._drawings:
            self._drawings[written.path] = [
                dataclasses.replace(passage, kind=PICTURE, place="picture")
                for passage in read(written.text).passages
                if passage.text
            ]
        return self._drawings[written.path]

    def after(self) -> list[Problem]:
        """What is wrong with menus, headers and footers: a statistic there must stand, cited, on some page."""
        problems: list[Problem] = []
        for judged, claim in self._around:
            problems.extend(judged.problem(finding) for finding in unsaid(Examined(echoes=[claim]), self._said))
        return problems

    def diverging(self) -> list[Problem]:
        """The figures of a source that are printed with one value in one place and with another elsewhere."""
        problems = []
        for (source, _, figure, _), places in self._printed.items():
            if all(printed_alike(places[0][1].statistic, claim.statistic) for _, claim in places):
                continue
            places = [(judged, claim) for judged, claim in places if _is_plain(claim)]
            if all(printed_alike(places[0][1].statistic, claim.statistic) for _, claim in places):
                continue
            told: dict[str, list[Place]] = {}
            for judged, claim in places:
                told.setdefault(claim.statistic.text, []).append(judged.place(claim.passage, claim.statistic.start))
            first = min(place for found in told.values() for place in found)
            values = "; ".join(f'"{text}" at {", ".join(map(str, sorted(found)))}' for text, found in told.items())
            message = f"one figure of {source} ({figure}) has several values: {values}"
            problems.append(Problem(first.path, first.line, first.column, message, "diverging-figure"))
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


def _picture_of(file: Path, site: Path, root: Path, docs: Path | None) -> Callable[[str], Written | None]:
    """Gives the text of a drawing that a finished page shows."""

    def picture(source: str) -> Written | None:
        path = urllib.parse.unquote(urllib.parse.urlsplit(source).path)
        if not path.lower().endswith(".svg") or "://" in source:
            return None
        drawing = (site / path.lstrip("/") if path.startswith("/") else file.parent / path).resolve()
        if not drawing.is_relative_to(site.resolve()) or not drawing.is_file():
            return None
        if docs is not None and (docs / drawing.relative_to(site.resolve())).is_file():
            drawing = docs / drawing.relative_to(site.resolve())
        try:
            return Written(shown_path(drawing, root), decode(drawing.read_bytes()))
        except (OSError, Unreadable):
            return None

    return picture


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
            html = decode(file.read_bytes())
        except OSError:
            problems.append(Problem(shown, 0, 0, "there is no such file", "unreadable-html"))
            continue
        except Unreadable as error:
            problems.append(Problem(shown, error.line, error.column, error.message, "unreadable-html"))
            continue

        def written(file: Path = file, folder: Path = folder, shown: str = shown, html: str = html) -> Sequence[Piece]:
            markdown = _written_page(file, folder, docs) if docs is not None else None
            if markdown is None or docs is None:
                return [(Written(shown, html), 0, len(html))]
            text = decode(markdown.read_bytes())
            return pieces(Written(shown_path(markdown, root), text), docs, root, body_start(text))

        judged = site.judge(Document(shown, html, written, _picture_of(file, folder, root, docs), whole=True))
        problems.extend(judged.problems)
    if not seen:
        where = ", ".join(shown_path(path, root) for path in paths)
        problems.append(Problem(where, 0, 0, "there is no HTML file here", "unreadable-html"))
    problems.extend(site.after())
    problems.extend(site.diverging())
    if seen and any(path.is_dir() for path in paths):
        problems.extend(site.unused())
    return sorted(set(problems))
