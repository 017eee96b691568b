"""What must hold whatever the writer writes: found by making up thousands of texts."""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal

import pytest
from citecheck.check import Checker, unsaid
from citecheck.clauses import nearest, own_words
from citecheck.direction import goes_the_wrong_way
from citecheck.evidence import Evidence, margins, parted
from citecheck.figures import INTERVAL, quantities
from citecheck.frontmatter import read_page
from citecheck.passages import read, sentences, without_comments
from citecheck.places import align
from citecheck.plain import plain
from citecheck.snippets import snippets
from citecheck.sources import Sources, load_sources, read_source
from citecheck.statistics import Statistic, may_hold_statistic, statistics
from citecheck.support import bears_out
from citecheck.sweep import texts as swept
from hypothesis import given, settings
from hypothesis import strategies as st
from small_site import write_site

# The machine of a test may be slow: no deadline. The same examples in every run: a red build can be run again.
settings.register_profile("check", deadline=None, derandomize=True, max_examples=150)
settings.load_profile("check")

TODAY = datetime.date(2026, 1, 2)
NUMBERS = st.one_of(
    st.integers(0, 10**7).map(str),
    st.decimals(0, 1000, places=2, allow_nan=False).map(str),
    st.sampled_from(
        ["thirteen", "half", "two thirds", "a dozen", "½", "4·2", "1,234", "１３", "9" * 400, "0", "ninety-one"]
    ),
)
FRAMES = st.sampled_from(
    ["About {}% relapsed", "{} out of 100 did", "{} of {} patients", "over {} years", "t({};22)", "n = {}", "{}–{}%",
     "p<0.{}", "{}-fold", "at {} months", "[{}]", "({}%)", "1 in {}", "the {}th", "CD{}", "{} mg", "median {}", "and {} did not"]
)  # fmt: skip
PIECES = st.one_of(
    FRAMES,
    NUMBERS,
    st.text(max_size=12),
    st.sampled_from([". ", ", ", "; ", ": ", "\n", "\u00ad", "\u200b", "<b>", "&amp;"]),
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(PIECES, max_size=8))
    return " ".join(piece.replace("{}", draw(NUMBERS)) if "{}" in piece else piece for piece in pieces)


@given(texts())
def test_a_statistic_is_a_piece_of_its_text(text: str) -> None:
    found = statistics(text)
    assert [(statistic.start, statistic.end) for statistic in found] == sorted((s.start, s.end) for s in found)
    for statistic in found:
        assert text[statistic.start : statistic.end] == statistic.text != ""


@given(texts())
def test_the_quick_look_misses_nothing(text: str) -> None:
    assert may_hold_statistic(text) or not statistics(text)


@given(st.text(max_size=200))
def test_a_text_in_one_spelling_knows_where_it_came_from(text: str) -> None:
    spelled = plain(text)
    assert len(spelled.origin) == len(spelled.text) + 1
    assert list(spelled.origin) == sorted(spelled.origin)


TAGS = ["p", "b", "i", "ul", "li", "table", "tr", "td", "th", "thead", "svg", "text", "figure", "figcaption", "h2", "code", "div",
        "label", "summary", "details", "sup", "nav", "article", "title", "br", "img", "span", "script", "tspan"]  # fmt: skip
ATTRIBUTES = ["", ' class="footnote-ref" href="#fn:good-2020"', ' id="fnref:good-2020"', ' class="footnote"', ' alt="13% relapsed"',
              ' title="14%"', ' colspan="3"', ' rowspan="0"', ' colspan="x"', ' class="footnote-backref" href="#fnref2:a"']  # fmt: skip


@st.composite
def markup(draw: st.DrawFn) -> str:
    pieces = st.one_of(
        st.tuples(st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)).map(lambda tag: f"<{tag[0]}{tag[1]}>"),
        st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
        texts(),
        st.sampled_from(
            ["<!-- not-a-statistic: x -->", "<!-- not-a-statistic -->", "<!--", "-->", "[^good-2020]", "[^]", "\0"]
        ),
    )
    return "".join(draw(st.lists(pieces, max_size=25)))


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    folder = tmp_path_factory.mktemp("site")
    write_site(folder, {})
    return load_sources(folder / "sources", folder, TODAY)


@given(markup(), st.booleans())
def test_any_html_is_read(records: Sources, html: str, whole: bool) -> None:
    page = read(html, whole)
    examined = Checker(records).examine(page)
    list(unsaid(examined.echoes, examined.says()))
    for passage in page.passages:
        assert passage.text == passage.text.strip()
        assert all(0 <= mark.at <= len(passage.text) for mark in (*passage.citations, *passage.exemptions))
        said = "".join(sentence.text for sentence in sentences(passage))
        assert "".join(said.split()) == "".join(passage.text.split())
    assert exemptions(without_comments(html), whole) == exemptions(html, whole)


def exemptions(html: str, whole: bool) -> list[str]:
    return [mark.what for passage in read(html, whole).passages for mark in passage.exemptions]


@pytest.mark.parametrize(
    "html",
    [
        "<!-- not-a-statistic" + " " * 100_000,
        "<!-- not-a-statistic" + " :" * 100_000,
        "<!-- not-a-statistic" + " " * 100_000 + "x -->",
        "<!-- not-a-statistic: " + "a " * 100_000 + "-->",
        "<!--" * 100_000,
        "<!-- not-a-statistic: a --" * 100_000,
        "<script>" * 200_000,
        "<style><!--" * 100_000,
        "<script" + " title" * 100_000,
        "title" + " " * 200_000,
        'title="' * 100_000,
        "<b" * 200_000,
    ],
    ids=lambda html: html[:24].strip(),
)
def test_the_time_grows_with_the_text_only(html: str) -> None:
    """A search that looks at the rest of the page from every place would not end on these within hours."""
    without_comments(html)
    swept(html)
    read(f"<p>{html}")


@pytest.mark.parametrize(
    "text",
    [
        "9" * 50_000,
        "1, " * 20_000,
        "with " * 20_000,
        "( " * 30_000,
        " " * 50_000,
        "cut " * 20_000,
        "from " * 20_000,
        "(" * 50_000,
    ],
    ids=lambda text: text[:6].strip() or "spaces",
)
def test_a_record_and_a_sentence_of_any_length_are_read_in_linear_time(text: str) -> None:
    """As above: a search from every place would not end."""
    margins(text)
    parted(text, 2)
    INTERVAL.sub("", text)
    sentence = f"{text} about 13% had it {text}"
    at = len(text) + len(" about ")
    statistic = Statistic("13%", at, at + 3, "percent", Decimal(13), Decimal(13), "percent")
    own_words(nearest(sentence, statistic))
    goes_the_wrong_way(nearest(sentence, statistic), statistic)


CITED = '<sup id="fnref:{key}"><a class="footnote-ref" href="#fn:{key}">1</a></sup>'
NOTES = (
    '<div class="footnote"><ol><li id="fn:{key}"><span class="app-source" data-source="{key}">A</span></li></ol></div>'
)


@given(st.lists(st.tuples(texts(), st.booleans()), min_size=1, max_size=4), st.integers(0, 3))
def test_a_citation_more_is_never_a_problem_more(records: Sources, written: list[tuple[str, bool]], which: int) -> None:
    """Adding a citation never adds a problem, and so taking one away never takes one away."""
    which = which % len(written)

    def problems(cited: list[bool]) -> int:
        html = "".join(
            f"<{tag}>{text.replace('<', '').replace('&', '')}{CITED.format(key='good-2020') if has else ''}</{tag}>"
            for tag, (text, _), has in zip(("p", "h2", "p", "summary"), written, cited, strict=False)
        )
        examined = Checker(records).examine(read(html + NOTES.format(key="good-2020")))
        return len([*examined.findings, *unsaid(examined.echoes, examined.says())])

    before = [has for _, has in written]
    after = [has or index == which for index, has in enumerate(before)]
    assert problems(after) <= problems(before)


@given(st.decimals(0, 100, places=1, allow_nan=False), st.integers(0, 100))
def test_a_percent_is_its_figure_rounded(figure: Decimal, printed: int) -> None:
    """A whole percent is borne out where it is the figure rounded half up, and nowhere else."""
    sentence = f"In the trial {printed}% relapsed."
    found = statistics(sentence)
    (match,) = bears_out(sentence, found, [Evidence((f"{figure}%",), "relapse")])
    assert (match is not None) == (figure.quantize(Decimal(1), rounding=ROUND_HALF_UP) == printed)


@given(texts(), st.lists(texts(), max_size=3), texts())
def test_any_finding_can_be_asked(sentence: str, figures: list[str], measures: str) -> None:
    found = statistics(sentence)
    assert len(bears_out(sentence, found, [Evidence(tuple(figures), measures)])) == len(found)
    assert all(match is None for match in bears_out(sentence, found, []))
    for figure in figures:
        assert all(quantity.step >= 0 for quantity in quantities(figure))


@given(st.binary(max_size=120))
def test_any_bytes_are_told_or_read(data: bytes) -> None:
    source, problems = read_source(data, "a", "sources/a.yml", TODAY)
    assert source is not None or problems
    read_page(data, "docs/a.md", TODAY)
    read_page(b"---\n" + data + b"\n---\ntext", "docs/a.md", TODAY)


YAML = st.recursive(
    st.sampled_from(
        [
            "a",
            "no",
            "1",
            "2024-01-02",
            '"x"',
            "''",
            "~",
            "{}",
            "[]",
            "&a x",
            "*a",
            "!!str x",
            "- a",
            "? a",
            "|\n  x",
            ">",
            "\t",
            "#",
        ]
    ),
    lambda inner: st.lists(inner, max_size=4).map(lambda parts: "\n".join(f"key: {part}" for part in parts)),
    max_leaves=6,
)


@given(YAML)
def test_any_yaml_is_told_or_read(text: str) -> None:
    source, problems = read_source(text.encode(), "a", "sources/a.yml", TODAY)
    assert source is not None or problems
    assert all(problem.line >= 1 and problem.message for problem in problems)


@given(st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("abc"), max_size=30))
def test_words_are_aligned_with_equal_words_in_order(left: list[str], right: list[str]) -> None:
    found = align(left, right)
    assert all(left[one] == right[other] for one, other in found.items())
    others = [found[one] for one in sorted(found)]
    assert others == sorted(set(others))


@given(st.text(alphabet=st.sampled_from('-8<"\n ab:./'), max_size=80))
def test_any_snippet_line_is_read(text: str) -> None:
    for snippet in snippets(text):
        rest = text.splitlines()[snippet.line - 1][snippet.column - 1 :]
        assert text.startswith(rest, snippet.offset)
        assert snippet.name in rest
        assert rest[0].strip()
