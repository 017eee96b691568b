"""Adapter: MkDocs' events -> citecheck. No page with an uncited or unsupported statistic gets out.

Texts are collected as each page is rendered and judged together before the first file is written. Finished pages are
read once more, for what a template or a plugin put there.
"""

from __future__ import annotations

import dataclasses
import logging
import os
from collections.abc import Iterable, Sequence, Set
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

from citecheck.footnotes import SourceNotes
from citecheck.frontmatter import Head, audience_of, read_page
from citecheck.ledger import Counts, Told, as_csv, as_json, rows
from citecheck.passages import without_comments
from citecheck.places import Place
from citecheck.problems import Problem, as_text, shown_path
from citecheck.references import references
from citecheck.site import Document, Judged, Site, is_drawing
from citecheck.snippets import Piece, Written, pieces, wrong_snippets
from citecheck.sources import load_sources
from citecheck.statistics import statistics
from citecheck.sweep import texts
from citecheck.today import NoDay, today
from citecheck.yamlfile import Unreadable, decode
from finish import ledger
from finish.marks import Marks, Shown
from finish.pictures import from_root
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import clean_directory

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure import StructureItem
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.citations")
# Not below "mkdocs": a source that is due for another look must not stop a strict build.
overdue = logging.getLogger("citecheck")

_Kept = dict[str, tuple[object, Judged]]
"""What a writer's server judged last, by page, and what it was judged from."""

_kept: _Kept | None = None
_NO_DOCUMENT = Document("", lambda: "", lambda: ())


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether a writer is looking: then a problem is told, and stops nothing."""
    global _kept
    _kept = {} if command == "serve" else None


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give every build a check of its own."""
    config.plugins["citations"] = _Citations(config, _kept)
    return config


class _Citations(BasePlugin):  # type: ignore[type-arg]
    """The check of one build. `kept` is what a writer's server remembers between builds, None in any other build."""

    def __init__(self, config: MkDocsConfig, kept: _Kept | None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._root = Path(config.config_file_path).resolve().parent
        self._docs = Path(config.docs_dir).resolve()
        self._kept = kept
        try:
            self._today = today()
        except NoDay as error:
            raise PluginError(str(error)) from None
        self._sources = load_sources(self._root / "sources", self._root, self._today)
        self._site = Site(self._sources)
        self._finished = Site(self._sources)
        # Those that are broken too: a page that cites one is spared a second problem.
        self._records = (tuple(self._sources.records.items()), self._sources.broken)
        self._drawings: tuple[tuple[str, int], ...] = ()
        self._problems: list[Problem] = list(self._sources.problems)
        self._written: dict[str, tuple[Written, Head]] = {}
        self._collected: dict[str, frozenset[str]] = {}
        self._lists: dict[str, str] = {}
        self._told: dict[str, Told] = {}
        self._around: set[str] = set()
        self._uncollected: list[Problem] = []
        self._judged: dict[str, Judged] = {}
        self._marks: Marks | None = None
        self._references = references(self._sources.records.values())
        config.markdown_extensions.append(SourceNotes(self._references))  # type: ignore[arg-type]

    def _shown(self, path: str | Path) -> str:
        """A path as the writer sees it."""
        return shown_path(Path(path), self._root)

    @property
    def _serving(self) -> bool:
        return self._kept is not None

    def add(self, problems: Iterable[Problem]) -> None:
        """Take in what another hook finds wrong, to be told with the rest."""
        self._problems.extend(problems)

    # -------------------------------------------------------------- reading
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Note which drawings there are, and when each was last changed."""
        self._drawings = tuple(
            (file.src_uri, os.stat(file.abs_src_path).st_mtime_ns)
            for file in files
            if file.abs_src_path and is_drawing(file.src_uri)
        )
        return files

    def on_page_read_source(self, page: Page, config: MkDocsConfig) -> str:
        """The text of a page, with its front matter and its snippets judged."""
        shown = self._shown(page.file.abs_src_path) if page.file.abs_src_path else page.file.src_uri
        text, head, problems = read_page(page.file.content_bytes, shown, self._today)
        written = Written(shown, text)
        self._written[page.file.src_uri] = (written, head)
        self._problems.extend(problems)
        self._problems.extend(wrong_snippets(written, self._docs, self._root))
        # Front matter that cannot be read is no text of the page.
        return text[head.body :] if problems else text

    @event_priority(-100)
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Judge the text of a page as it is rendered, after all that changes it."""
        written, head = self._written[page.file.src_uri]

        def in_pieces() -> Sequence[Piece]:
            return pieces(written, self._docs, self._root, head.body)

        def picture(source: str) -> Written | None:
            file = files.get_file_from_path(from_root(source, unquote(page.url)))
            return None if file is None else self._drawing(file)

        echoes = [
            (text, name, Place(written.path, *head.lines[name]))
            for name in ("title", "description")
            if isinstance(text := head.fields.get(name), str)
        ]
        document = Document(
            written.path,
            lambda: html,
            in_pieces,
            picture,
            echoes,
            audience=audience_of(head.fields),
        )
        judged = self._judge(document, written.text)
        self._problems.extend(judged.problems)
        if self._serving:
            self._judged[page.file.src_uri] = judged
        title = head.fields.get("title")
        self._told[page.file.src_uri] = Told(page.url, title if isinstance(title, str) else "", judged.examined)
        stripped = without_comments(html)
        self._collected[page.file.src_uri] = texts(stripped)
        return stripped

    def _judge(self, document: Document, text: str) -> Judged:
        """The page, judged. One that has not changed since a writer's server last built it is not judged again."""
        if self._kept is None:
            return self._site.judge(document)
        written = [(piece.path, piece.text) for piece, *_ in document.pieces()]
        fingerprint = (document.html(), text, written, self._records, self._drawings)
        kept = self._kept.get(document.path)
        if kept is not None and kept[0] == fingerprint:
            judged = dataclasses.replace(kept[1], document=document)
            self._site.take(judged)
            return judged
        before = len(self._problems)
        judged = self._site.judge(document)
        if len(self._problems) == before:
            # Else it shows a drawing that cannot be read, which is to be told again. Without the document, which would
            # hold this whole build in memory.
            self._kept[document.path] = (fingerprint, dataclasses.replace(judged, document=_NO_DOCUMENT))
        return judged

    def _drawing(self, file: File) -> Written | None:
        if not is_drawing(file.src_uri) or file.abs_src_path is None:
            return None
        try:
            return Written(self._shown(file.abs_src_path), decode(file.content_bytes))
        except Unreadable as error:
            self._problems.append(
                Problem(self._shown(file.abs_src_path), error.line, error.column, error.message, "unreadable-page")
            )
            return None

    # -------------------------------------------------------------- deciding
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Judge the words of the configuration file that readers see: the site's name, the names in the menu."""
        path = self._shown(config.config_file_path)
        try:
            settings = decode(Path(config.config_file_path).read_bytes())
        except Unreadable as error:
            problem = Problem(path, error.line, error.column, error.message, "unreadable-page")
            raise PluginError(as_text([problem])) from None
        # All but the copyright are text, which would be lost in what looks like a tag.
        told = [escape(config.site_name), escape(config.site_description or ""), config.copyright or ""]
        told += [escape(item.title or "") for item in _items(nav)]
        document = Document(
            path,
            lambda: "".join(f"<p>{text}</p>" for text in dict.fromkeys(told) if text),
            lambda: [(Written(path, settings), 0, len(settings))],
            whole=True,
        )
        self._problems.extend(self._site.judge(document).problems)
        return nav

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Decide, for all pages at once, before anything is written."""
        self._problems.extend(self._site.after())
        self._problems.extend(self._site.diverging())
        drawings = [
            self._drawing(file)
            for file in files
            if is_drawing(file.src_uri) and file.inclusion is not InclusionLevel.EXCLUDED
        ]
        self._problems.extend(self._site.unseen(written for written in drawings if written is not None))
        if not any(problem.rule in ("unreadable-page", "front-matter") for problem in self._problems):
            self._problems.extend(self._site.unused())
        for problem in self._sources.warnings:
            overdue.warning("warning: %s", problem)
        self._report(self._problems)
        if not self._problems:
            counts = self._publish(config, files)
            log.info(
                "%d statistics on %d pages are borne out by %d sources; %d numbers are exempt",
                counts.statistics,
                len(self._collected),
                counts.sources,
                counts.exempt,
            )
        elif self._serving:
            for page in (file.page for file in files.documentation_pages()):
                if page is not None:
                    page.content = ledger.hold(page.content or "")
        if self._kept is not None:
            for path in self._kept.keys() - {written.path for written, _ in self._written.values()}:
                # The page is gone.
                del self._kept[path]
        return env

    def _publish(self, config: MkDocsConfig, files: Files) -> Counts:
        """Show the work: fill the pages of numbers and of sources, write the numbers as data, and tell how many."""
        pages: dict[str, Page] = {}
        for file in files.documentation_pages():
            # In the order of the menu, which the pages know by their neighbors; those that it leaves out have none.
            page = file.page if file.page is not None and file.page.previous_page is None else None
            while page is not None and page.file.src_uri not in pages:
                pages[page.file.src_uri] = page
                page = page.next_page
        told = [self._told[path] for path in pages if path in self._told]
        found = list(rows(told, self._sources))
        bearing = {row.source.key for row in found if row.source is not None}
        counts = Counts(self._site.statistics - self._site.exemptions, len(bearing), self._site.exemptions)
        files.append(File.generated(config, "numbers.json", content=as_json(found, counts)))
        files.append(File.generated(config, "numbers.csv", content=as_csv(found).encode("utf-8-sig")))

        def page_with(name: str) -> Page | None:
            return next((page for page in pages.values() if ledger.is_place(page.content or "", name)), None)

        records = {key: source for key, source in self._sources.records.items() if key in self._site.cited}
        numbers, listed = page_with(ledger.NUMBERS), page_with(ledger.SOURCES)
        if numbers is not None:
            url, list_ = numbers.url, listed.url if listed is not None else ""
            content = ledger.numbers_page(found, records, counts, url, numbers.canonical_url or url, list_)
            numbers.content = ledger.fill(numbers.content or "", ledger.NUMBERS, content)
            self._collected[numbers.file.src_uri] = texts(numbers.content)
            self._lists[self._written[numbers.file.src_uri][0].path] = ledger.NUMBERS
        if listed is not None:
            cited_on = {
                key: [(page.address, page.title) for page in told if key in page.examined.cited] for key in records
            }
            content = ledger.sources_page(
                records, self._references, cited_on, listed.url, listed.canonical_url or listed.url
            )
            listed.content = ledger.fill(listed.content or "", ledger.SOURCES, content)
            self._collected[listed.file.src_uri] = texts(listed.content)
            self._lists[self._written[listed.file.src_uri][0].path] = ledger.SOURCES
        places, list_ = ledger.places(found), listed.url if listed is not None else ""
        for page in pages.values():
            page.content = ledger.link_notes(page.content or "", page.url, list_, places.get(page.url, {}))
        return counts

    def _report(self, problems: Sequence[Problem]) -> None:
        if not problems:
            return
        count = len(set(problems))
        told = f"{count} problem{'s' if count > 1 else ''} in what is to be published:\n{as_text(problems)}"
        if not self._serving:
            raise PluginError(told)
        log.error(told)

    # -------------------------------------------------------------- finished pages
    @event_priority(-100)
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Look at the finished page for statistics that nobody collected."""
        self._sweep(output, self._written[page.file.src_uri][0].path, self._collected[page.file.src_uri])
        return self._marked(output, page) if self._serving else output

    @event_priority(-100)
    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """The same for pages that are all template, such as the one for an unknown address."""
        if template_name.endswith(".html"):
            self._sweep(output_content, template_name, frozenset())
        return output_content

    def _sweep(self, html: str, path: str, collected: Set[str]) -> None:
        if self._problems:
            return
        new = texts(html) - collected - self._around
        telling = {text for text in new if statistics(text)}
        read = ""
        if telling:
            nowhere: list[Piece] = []
            lists = frozenset(name for filled, name in self._lists.items() if filled == path)
            document = Document(path, lambda: html, lambda: nowhere, whole=True, lists=lists)
            judged = self._finished.judge(document)
            if judged.problems:
                self._uncollected.extend(judged.problems)
                return
            read = " ".join(" ".join(passage.text.split()) for passage in judged.page.passages)
        # What stands around one page stands around the others too, and is looked at once, but for a statistic: around
        # an article it need only stand in some text, in an article it needs a citation.
        self._around |= {text for text in new if text not in telling or text not in read}

    @staticmethod
    def _uncited(problem: Problem) -> Problem:
        """A problem of a finished page, as one of a statistic that nobody collected."""
        why = "and the page's own text does not hold it"
        return Problem(problem.path, 0, 0, f"{problem.message}, {why}", "uncollected-statistic")

    # -------------------------------------------------------------- a writer's server
    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Look again when a source record is mended, too."""
        if (self._root / "sources").is_dir():
            server.watch(str(self._root / "sources"))
        return server

    def _marked(self, html: str, page: Page) -> str:
        """A finished page with its problems marked where they stand."""
        if self._marks is None:
            shown = {
                self._told[path].address: Shown(self._told[path].title or path, self._judged[path])
                for path in self._told
            }
            self._marks = Marks(self._problems, shown)
        path = self._written[page.file.src_uri][0].path
        more = [self._uncited(problem) for problem in self._uncollected if problem.path == path]
        return self._marks.put(html, page.url, more)

    # -------------------------------------------------------------- the end
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Take back what was written where a finished page holds a statistic that nobody collected."""
        # A menu stands on every page, and is told once.
        around = {problem.message: problem for problem in reversed(self._finished.after())}
        found = [*self._uncollected, *around.values()] if not self._problems else []
        problems = [self._uncited(problem) for problem in found]
        if problems and not self._serving:
            clean_directory(config.site_dir)
        self._report(problems)


def _items(nav: Navigation) -> list[StructureItem]:
    """Everything in the menu that has a name."""
    found: list[StructureItem] = []
    waiting: list[StructureItem] = list(nav.items)
    while waiting:
        item = waiting.pop(0)
        found.append(item)
        waiting.extend(getattr(item, "children", None) or [])
    return found
