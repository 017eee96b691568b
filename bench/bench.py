"""What the check costs: one table of ratios, measured in one run on one machine. `python3 dev.py bench` runs it.

Ratios, for seconds tell of the machine. Nothing here fails: a figure beside its goal is for people to judge.
"""

from __future__ import annotations

import contextlib
import gc
import html
import itertools
import os
import random
import statistics as averages
import sys
import tempfile
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from citecheck.site import check_finished  # noqa: E402
from citecheck.sources import Sources, load_sources  # noqa: E402
from citecheck.today import today  # noqa: E402
from mkdocs.commands.build import build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from mkdocs.plugins import BasePlugin, event_priority  # noqa: E402


class Row(NamedTuple):
    """A line of the table. `goal` is empty where the figure only explains another."""

    measure: str
    value: str
    goal: str
    meaning: str


# ---------------------------------------------------------------- the build of the real site
class Meter:
    """CPU time by name; what is measured inside of something else is taken from that."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._inside: list[float] = []

    def wrap(self, call: Callable[..., Any], name: Callable[..., str]) -> Callable[..., Any]:
        """The same function, measured. `name` gives from its arguments what the time is booked on."""

        def measured(*words: Any, **named: Any) -> Any:
            self._inside.append(0.0)
            start = time.process_time()
            try:
                return call(*words, **named)
            finally:
                took = time.process_time() - start
                self.spent[name(*words, **named)] += took - self._inside.pop()
                if self._inside:
                    self._inside[-1] += took

        return measured


class _Stopwatch(BasePlugin):  # type: ignore[type-arg]
    """Puts the meter around every event of hooks/citations.py, once that has registered them."""

    def __init__(self, meter: Meter) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._meter = meter

    @event_priority(-1000)
    def on_config(self, config: Any) -> None:
        for event, methods in config.plugins.events.items():
            for number, method in enumerate(methods):
                if _is_ours(method):
                    methods[number] = self._meter.wrap(method, _booked(event))


def _is_ours(method: Any) -> bool:
    code = getattr(method, "__code__", None)
    return code is not None and Path(code.co_filename) == ROOT / "hooks" / "citations.py"


def _booked(event: str) -> Callable[..., str]:
    return lambda *words, page=None, **named: f"page {page.file.src_uri}" if page is not None else event


def real_site() -> Iterator[Row]:
    """The check within `mkdocs build` of the real site."""
    meter = Meter()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        start = time.process_time()
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=folder)
        methods = config.plugins.events["config"]
        for number, method in enumerate(methods):
            if _is_ours(method):
                around = method.__globals__
                for name in ("references", "rows", "as_json", "as_csv"):
                    booked = "references" if name == "references" else "numbers page"
                    if name in around:
                        around[name] = meter.wrap(around[name], lambda *words, booked=booked, **named: booked)
                adapter = around["_Citations"]
                if hasattr(adapter, "_publish"):
                    adapter._publish = meter.wrap(adapter._publish, lambda *words, **named: "numbers page")
                methods[number] = meter.wrap(method, lambda *words, **named: "config")
        config.plugins["stopwatch"] = _Stopwatch(meter)
        build(config)
        whole = time.process_time() - start
    pages = [took for name, took in meter.spent.items() if name.startswith("page ")]
    shown = {name: meter.spent.pop(name, 0.0) for name in ("references", "numbers page")}
    check = sum(meter.spent.values())
    yield Row("check / build of the real site", _share(check, whole), "≤ 10%", "judging texts and finished pages")
    yield Row("  rendering references / build", _share(shown["references"], whole), "", "notes by citeproc, told apart")
    yield Row(
        "  Numbers and Sources pages / build", _share(shown["numbers page"], whole), "", "showing the work, apart"
    )
    yield Row(
        f"check a page, median of {len(pages)}",
        f"{1000 * averages.median(pages):.1f} ms",
        "≤ 5 ms",
        f"longest {1000 * max(pages):.0f} ms; all pages are {_share(sum(pages), whole)} of the build",
    )


# ---------------------------------------------------------------- generated pages
_WORDS = (
    "the doctor looks at blood and marrow before each new treatment starts again children adults families ask about "
    "what comes next nurses explain how a drug works why it may hurt when to call and who can help at home"
).split()


class Pages:
    """Generated pages of finished HTML: the same ones at every run, no two sentences alike."""

    def __init__(self, sources: Sources) -> None:
        self._figures = [
            (source.key, figure)
            for source in sources.records.values()
            for finding in source.findings
            for figure in finding.printed
            if figure.rstrip("%").isdigit() and figure.endswith("%")
        ]

    def prose(self, chance: random.Random, words: int) -> str:
        """Sentences without a number, of about so many words."""
        said = (" ".join(chance.choices(_WORDS, k=12)).capitalize() + "." for _ in range(max(1, words // 12)))
        return " ".join(said)

    def page(self, number: int, statistics: int = 8, words: int = 400) -> str:
        """A page with so many statistics, each cited, and so many words around them."""
        chance = random.Random(number)
        blocks, notes = [f"<h1>{self.prose(chance, 4)}</h1>"], {}
        for at in range(statistics):
            key, figure = chance.choice(self._figures)
            notes[key] = f'<li id="fn:{key}"><p><span class="app-source" data-source="{key}">R.</span></p></li>'
            blocks.append(
                f"<p>{self.prose(chance, words // (2 * statistics))} In group {_letters(number)} {_letters(at)} "
                f'{html.escape(figure)} of patients did well.<sup id="fnref:{key}"><a class="footnote-ref" '
                f'href="#fn:{key}">{list(notes).index(key) + 1}</a></sup></p>'
            )
        blocks.append(f"<p>{self.prose(chance, words // 2)}</p>")
        listed = f'<div class="footnote"><ol>{"".join(notes.values())}</ol></div>'
        return f"<article>{''.join(blocks)}{listed}</article>"


def _letters(number: int) -> str:
    """A name without a digit."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


@contextlib.contextmanager
def folder_with(pages: Iterable[str]) -> Iterator[Path]:
    """A folder of finished pages, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        for number, text in enumerate(pages):
            (Path(name) / f"page-{number}.html").write_text(text, "utf-8")
        yield Path(name)


def seconds(pages: Iterable[str], sources: Sources) -> float:
    """CPU seconds for checking finished pages, without making them."""
    with folder_with(pages) as folder:
        gc.collect()
        start = time.process_time()
        check_finished([folder], sources, folder)
        return time.process_time() - start


def many_pages(sources: Sources) -> Iterator[Row]:
    """The cost of a page where there are many."""
    pages = Pages(sources)
    seconds((pages.page(number) for number in range(100)), sources)
    few = min(seconds((pages.page(number) for number in range(500)), sources) for _ in range(3)) / 500
    many = min(seconds((pages.page(number) for number in range(5000)), sources) for _ in range(2)) / 5000
    yield Row(
        "a page of 5,000 / a page of 500", f"{many / few:.2f}", "≤ 1.1", f"{1000 * few:.1f} and {1000 * many:.1f} ms"
    )


def memory(sources: Sources) -> Iterator[Row]:
    """What the check holds, against what the pages hold."""
    pages = Pages(sources)

    def peak(count: int, statistics: int, words: int) -> float:
        with folder_with(pages.page(number, statistics, words) for number in range(count)) as folder:
            gc.collect()
            tracemalloc.start()
            check_finished([folder], sources, folder)
            most = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            return most

    def growth(statistics: int, words: int) -> float:
        # While it is read each page is held whole; what grows is what is kept of it.
        return peak(500, statistics, words) - peak(100, statistics, words)

    growth(4, 500)
    usual, longer, richer = growth(4, 500), growth(4, 4000), growth(32, 500)
    how = f"from 100 to 500 pages; {usual / 400 / 2**10:.1f} KiB a page to begin with"
    yield Row("memory, 8 times the text / as is", f"{longer / usual:.2f}", "about 1", f"statistics alike; {how}")
    yield Row("memory, 8 times the statistics / as is", f"{richer / usual:.2f}", "≤ 8", f"text alike; {how}")


# ---------------------------------------------------------------- long inputs
LONG = 20.0
"""Seconds after which the next size is left out, so that the whole table comes in a few minutes."""


def doublings(name: str, make: Callable[[int], str], sizes: tuple[int, ...], unit: str, sources: Sources) -> Row:
    """The ratio of the time at each size to the time at the one before, reading and deciding."""
    took: list[float] = []
    for size in sizes:
        took.append(seconds([make(size)], sources))
        if took[-1] > LONG:
            break
    ratios = " ".join(f"{after / before:.2f}" for before, after in itertools.pairwise(took))
    last = sizes[len(took) - 1]
    stopped = "" if last == sizes[-1] else f"; stopped there, short of {sizes[-1]:,}"
    return Row(name, ratios, "about 2 each", f"{sizes[0]:,} to {last:,} {unit}, the last in {took[-1]:.1f} s{stopped}")


def long_inputs(sources: Sources) -> Iterator[Row]:
    """Time against the size of the input."""
    pages = Pages(sources)
    chance = random.Random(1)
    prose = pages.prose(chance, 12000)

    def paragraph(kilobytes: int) -> str:
        text = prose + " About 77.77% of them did well. "
        return f"<article><p>{(text * (kilobytes * 1000 // len(text) + 1))[: kilobytes * 1000]}</p></article>"

    def lists(levels: int) -> str:
        return (
            "<article>" + "<ul><li>A list." * levels + "About 77.77% did well." + "</li></ul>" * levels + "</article>"
        )

    def table(rows: int) -> str:
        cells = "".join(f"<tr><td>Group {_letters(row)}</td><td>{row % 90 + 5}%</td></tr>" for row in range(rows))
        head = "<tr><th>Who</th><th>Alive</th></tr>"
        return f"<article><table><thead>{head}</thead><tbody>{cells}</tbody></table></article>"

    def numbers(count: int) -> str:
        return f"<article><p>{'5-6, 7 or 8, ' * (count // 4)}</p></article>"

    yield doublings("one paragraph, each doubling", paragraph, (625, 1250, 2500, 5000), "kB", sources)
    yield doublings("nested lists, each doubling", lists, (1250, 2500, 5000, 10000), "levels", sources)
    yield doublings("a table, each doubling", table, (250, 500, 1000, 2000), "rows", sources)
    yield doublings("a list of numbers, each doubling", numbers, (1000, 2000, 4000, 8000), "numbers", sources)


# ---------------------------------------------------------------- the table
def _share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f}%"


def main() -> int:
    """Measure, and print the table."""
    os.chdir(ROOT)
    # First, while nothing is warm: a build is a process of its own.
    found = list(real_site())
    sources = load_sources(ROOT / "sources", ROOT, today())
    for part in (many_pages, memory, long_inputs):
        found.extend(part(sources))
    head = Row("measure", "value", "goal", "what it means")
    widths = [max(len(row[column]) for row in (head, *found)) for column in range(3)]
    rule = Row("-" * widths[0], "-" * widths[1], "-" * widths[2], "-" * len(head.meaning))
    for row in (head, rule, *found):
        print("  ".join(cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True)), row.meaning, sep="  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
