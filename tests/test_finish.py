"""What is done to finished pages, on small pages as the generator writes them. Read back with a real parser."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import lxml.html
import markdown
import pytest
from finish import Facts, finish_content, finish_page, words
from finish.__main__ import main
from finish.lightbox import without_wrapper
from finish.pictures import from_root, svg_size
from lxml.html import HtmlElement
from small_site import ROOT, build, write_site
from small_site import SETTINGS as SITE

EXTENSIONS = [
    "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "pymdownx.blocks.caption",
    "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed",
]  # fmt: skip
SETTINGS: dict[str, dict[str, object]] = {
    "footnotes": {"SUPERSCRIPT_TEXT": "[{}]", "BACKLINK_TITLE": "Back to the text at source {}"},
    "pymdownx.tabbed": {"alternate_style": True},
}
TERMS = {
    "blast": ("Blast", "A young blood cell."),
    "relapse": ("Relapse", "The leukemia has come back."),
    "remission": ("Remission", "No leukemia can be found."),
}
FACTS = Facts(
    address="tests/",
    full_address="https://relapsed-all.example/tests/",
    glossary_address="glossary/",
    terms=TERMS,
    size_of=lambda address: (640, 320) if address == "images/doors.svg" else None,
)

TABS = """
=== "Child"

    For children.[^one]

=== "Adult"

    For adults.

[^one]: A source.
"""


def rendered(text: str) -> str:
    """A page's text as Markdown makes it with the extensions of this site."""
    return markdown.markdown(text, extensions=EXTENSIONS, extension_configs=SETTINGS)


def content(text: str, facts: Facts = FACTS) -> HtmlElement:
    """The finished text of a page."""
    return lxml.html.fragment_fromstring(finish_content(rendered(text), facts), create_parent="div")


def page(body: str, head: str = "") -> HtmlElement:
    """A finished document."""
    return lxml.html.document_fromstring(finish_page(document(body, head)))


def document(body: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><title>T</title>{head}</head><body>'
        f'<div data-md-component="skip"></div>{body}</body></html>'
    )


def only(found: list[HtmlElement]) -> HtmlElement:
    """The one element that was asked for."""
    assert len(found) == 1
    return found[0]


class TestTabs:
    def test_each_panel_begins_with_its_label_for_print(self) -> None:
        panels = content(TABS).find_class("tabbed-block")
        assert [(panel[0].tag, panel[0].text, panel[0].get("hidden")) for panel in panels] == [
            ("p", "Child", ""),
            ("p", "Adult", ""),
        ]
        assert all(panel[0].get("class") == "app-tab-label" for panel in panels)

    def test_the_set_has_a_name(self) -> None:
        tabs = only(content(TABS).find_class("tabbed-set"))
        assert (tabs.get("role"), tabs.get("aria-label")) == ("group", "Choose: Child or Adult")

    def test_the_label_is_not_found_by_the_search_a_second_time(self) -> None:
        assert all("data-search-exclude" in label.attrib for label in content(TABS).find_class("app-tab-label"))

    def test_text_outside_tabs_is_left_alone(self) -> None:
        assert finish_content("<p>Plain &amp; <b>simple</b>.</p>", FACTS) == "<p>Plain &amp; <b>simple</b>.</p>"


class TestSources:
    def test_a_mark_is_named_after_the_number_it_shows(self) -> None:
        root = content("One.[^b] Two.[^a] Again.[^b]\n\n[^b]: B.\n[^a]: A.")
        marks = root.find_class("footnote-ref")
        assert [(mark.text, mark.get("aria-label")) for mark in marks] == [
            ("[1]", "Source 1"),
            ("[2]", "Source 2"),
            ("[1]", "Source 1"),
        ]

    def test_a_number_in_the_key_is_not_the_number_of_the_source(self) -> None:
        root = content("One.[^smith-2024]\n\n[^smith-2024]: A.")
        assert only(root.find_class("footnote-ref")).get("aria-label") == "Source 1"

    def test_no_two_ways_back_sound_alike(self) -> None:
        root = content(" ".join(["Said.[^a]"] * 8) + "\n\n[^a]: A.")
        names = [link.get("aria-label") for link in root.find_class("footnote-backref")]
        assert len(set(names)) == len(names) == 8
        assert names[:2] == ["Back to the text at source 1", "Back to the text at source 1, second mention"]

    def test_the_heading_stands_before_the_notes(self) -> None:
        notes = only(content("One.[^a]\n\n[^a]: A.").find_class("footnote"))
        heading = notes.getprevious()
        assert heading is not None
        assert (heading.tag, heading.text, heading.get("id")) == ("h2", "Sources", "app-sources")
        assert not notes.findall("hr")

    def test_a_page_without_notes_has_no_heading(self) -> None:
        assert not content("One.").findall(".//h2")


class TestWords:
    def test_words_that_the_page_links_to_are_listed_in_the_order_of_the_glossary(self) -> None:
        root = content("[remission](../glossary/#remission), [blasts](../glossary/#blast), [other](../about/#relapse)")
        section = only(root.find_class("app-words"))
        assert [term.text_content() for term in section.iter("dt")] == ["Blast", "Remission"]
        assert [meaning.text for meaning in section.iter("dd")] == ["A young blood cell.", "No leukemia can be found."]
        assert [link.get("href") for link in section.iter("a")] == ["../glossary/#blast", "../glossary/#remission"]

    def test_they_lead_to_the_glossary_whatever_other_page_has_such_an_anchor(self) -> None:
        root = content("[here](../other/#relapse) [relapse](../glossary/#relapse)")
        assert [link.get("href") for link in only(root.find_class("app-words")).iter("a")] == ["../glossary/#relapse"]

    def test_an_anchor_may_be_percent_encoded(self) -> None:
        facts = Facts("tests/", "x", "glossary/", {"blast-é": ("Blast", "A young blood cell.")})
        section = only(content("[blast](../glossary/#blast-%C3%A9)", facts).find_class("app-words"))
        assert [link.get("href") for link in section.iter("a")] == ["../glossary/#blast-%C3%A9"]

    def test_they_stand_before_the_sources(self) -> None:
        root = content("[relapse](../glossary/#relapse).[^a]\n\n[^a]: A.")
        assert [heading.text for heading in root.iter("h2")] == ["Words used here", "Sources"]

    def test_the_glossary_itself_has_no_list(self) -> None:
        facts = Facts("glossary/", "https://relapsed-all.example/glossary/", "glossary/", TERMS)
        assert not content("[relapse](../glossary/#relapse)", facts).find_class("app-words")

    def test_a_page_in_a_folder_and_addresses_of_files_are_understood(self) -> None:
        facts = Facts("outlook/adults.html", "x", "glossary.html", TERMS)
        assert content("[relapse](../glossary.html#relapse)", facts).find_class("app-words")

    def test_terms_are_read_from_the_glossary_without_marks_and_with_their_first_paragraph(self) -> None:
        text = "Relapse { #relapse }\n:   Back, [blasts](#blast).[^know-all]\n\n    More.\n\nNo anchor\n:   Lost.\n"
        assert words.read_terms(markdown.markdown(text, extensions=["def_list", "attr_list"])) == {
            "relapse": ("Relapse", "Back, blasts.")
        }

    def test_a_link_to_a_word_that_is_not_there_is_found(self) -> None:
        html = rendered("[a](../glossary/#relapse) [b](../glossary/#remision) [top](../glossary/)")
        assert words.unknown_anchors(html, "tests/", "glossary/", TERMS) == ["remision"]


class TestSurvivalFigures:
    BOXES = (
        '??? numbers "Survival numbers (you may skip this)"\n\n    A figure.\n\n??? info "Note: more"\n\n    Text.\n'
    )

    def test_behind_a_box_stands_the_line_that_is_printed_for_it(self) -> None:
        line = only(content(self.BOXES).find_class("app-left-out"))
        assert line.text == (
            "Survival figures were left out of this print. "
            "Open the box on the page at https://relapsed-all.example/tests/ to print them."
        )
        assert line.get("hidden") == ""
        before = line.getprevious()
        assert before is not None
        assert before.get("class") == "numbers"

    def test_no_search_finds_what_is_in_them(self) -> None:
        box, other = content(self.BOXES).iter("details")
        assert "data-search-exclude" in box.attrib
        assert "data-search-exclude" not in other.attrib


class TestTables:
    TABLE = "## Drugs\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"

    def test_a_table_stands_in_a_region_with_a_name_that_the_keyboard_reaches(self) -> None:
        box = only(content(self.TABLE).find_class("app-table"))
        assert (box.get("role"), box.get("tabindex"), box.get("aria-label")) == ("region", "0", "Table: Drugs")
        assert [child.tag for child in box] == ["table"]

    def test_two_tables_under_one_heading_have_two_names(self) -> None:
        boxes = content(self.TABLE + "\nText.\n\n" + self.TABLE.split("\n\n", 1)[1]).find_class("app-table")
        assert [box.get("aria-label") for box in boxes] == ["Table: Drugs", "Table: Drugs, second table"]

    def test_the_tenth_table_under_one_heading_has_a_name_of_its_own_too(self) -> None:
        boxes = content("## Drugs\n\n" + (self.TABLE.split("\n\n", 1)[1] + "\nText.\n\n") * 10).find_class("app-table")
        names = [box.get("aria-label") for box in boxes]
        assert len(set(names)) == len(names) == 10
        assert names[6:9] == ["Table: Drugs, seventh table", "Table: Drugs, table 8", "Table: Drugs, table 9"]

    def test_a_caption_is_the_better_name(self) -> None:
        root = content("| A | B |\n|---|---|\n| 1 | 2 |\n\n/// caption\nSide effects\n///\n")
        assert only(root.find_class("app-table")).get("aria-label") == "Table: Side effects"


class TestPictures:
    def test_a_size_that_is_missing_comes_from_the_picture(self) -> None:
        root = content("![doors](../images/doors.svg)")
        picture = only(list(root.iter("img")))
        assert (picture.get("width"), picture.get("height")) == ("640", "320")

    def test_what_is_given_stays_and_the_other_side_follows_in_proportion(self) -> None:
        root = content('![doors](../images/doors.svg){ width="200" }')
        picture = only(list(root.iter("img")))
        assert (picture.get("width"), picture.get("height")) == ("200", "100")

    def test_a_picture_that_nobody_knows_is_left_alone(self) -> None:
        picture = only(list(content("![x](../images/unknown.svg)").iter("img")))
        assert picture.get("height") is None

    @pytest.mark.parametrize(
        ("svg", "size"),
        [
            (b'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320px"/>', (640, 320)),
            (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100.4"/>', (200, 100)),
            (b'<svg xmlns="http://www.w3.org/2000/svg" width="100%" viewBox="0,0,64,32"/>', (64, 32)),
            (b'<svg xmlns="http://www.w3.org/2000/svg"/>', None),
            (b"no drawing", None),
        ],
    )
    def test_the_size_of_a_drawing(self, svg: bytes, size: tuple[int, int] | None) -> None:
        assert svg_size(svg) == size

    @pytest.mark.parametrize(
        ("address", "of_page", "from_the_root"),
        [
            ("../images/a.svg", "tests/", "images/a.svg"),
            ("images/a%20b.svg", "", "images/a b.svg"),
            ("../images/a.svg", "outlook/adults.html", "images/a.svg"),
            ("https://elsewhere.example/a.svg", "tests/", ""),
            ("#here", "tests/", ""),
        ],
    )
    def test_addresses_are_seen_from_the_root(self, address: str, of_page: str, from_the_root: str) -> None:
        assert from_root(address, of_page) == from_the_root


class TestLinks:
    def test_a_link_that_shows_its_address_is_marked(self) -> None:
        root = content("[www.nhs.uk](https://www.nhs.uk/) and [the NHS](https://www.nhs.uk/)")
        assert [link.get("class") for link in root.iter("a")] == ["app-address", None]

    def test_other_links_get_a_letter_and_a_list_for_paper(self) -> None:
        root = content("[a](https://a.example/x), [b](https://b.example), [a again](https://a.example/x), [in](../x/)")
        marks = root.find_class("app-link-mark")
        assert [mark.text_content().replace("\N{NO-BREAK SPACE}", " ") for mark in marks] == [
            " (link a)",
            " (link b)",
            " (link a)",
        ]
        section = only(root.find_class("app-link-list"))
        assert section.get("hidden") == ""
        assert [item.text for item in section.iter("li")] == ["https://a.example/x", "https://b.example"]

    def test_links_in_the_sources_are_not_listed(self) -> None:
        assert not content("One.[^a]\n\n[^a]: [A](https://a.example/long).").find_class("app-link-list")


class TestTickBoxes:
    def test_a_tick_box_is_not_read_out(self) -> None:
        items = list(content("- ☐ May I **drive**?\n- Plain\n").iter("li"))
        assert (items[0][0].get("class"), items[0][0].get("aria-hidden")) == ("app-tick", "true")
        assert items[0].text_content() == "☐ May I drive?"
        assert not len(items[1])


class TestLightbox:
    PICTURE = '<a class="glightbox" href="../images/doors.svg"><img src="../images/doors.svg" alt="Three doors"></a>'
    FILES = (
        '<link href="../assets/stylesheets/glightbox.min.css" rel="stylesheet">'
        '<script src="../assets/javascripts/glightbox.min.js"></script><style id="glightbox-style">x{}</style>'
    )
    START = '<script id="init-glightbox">const lightbox = GLightbox({});</script>'

    def test_the_document_around_the_text_is_taken_off(self) -> None:
        assert without_wrapper("<html><head></head><body><h1>A</h1>\n<p>b</p></body></html>") == "<h1>A</h1>\n<p>b</p>"
        assert without_wrapper("<p>b</p>") == "<p>b</p>"

    def test_the_large_picture_keeps_its_description(self) -> None:
        root = lxml.html.fragment_fromstring(finish_content(self.PICTURE, FACTS), create_parent="div")
        link = only(root.find_class("glightbox"))
        assert (link.get("data-alt"), link.text_content()) == ("Three doors", "Open large: ")

    def test_pictures_of_one_tab_are_not_shown_with_those_of_another(self) -> None:
        panel = f'<div class="tabbed-block">{self.PICTURE}{self.PICTURE}</div>'
        tabs = (
            '<div class="tabbed-set"><div class="tabbed-labels"><label>Child</label><label>Adult</label></div>'
            f'<div class="tabbed-content">{panel}{panel}</div></div>'
        )
        root = lxml.html.fragment_fromstring(finish_content(self.PICTURE + tabs, FACTS), create_parent="div")
        galleries = [link.get("data-gallery") for link in root.find_class("glightbox")]
        assert galleries == ["page", "tab-1", "tab-1", "tab-2", "tab-2"]

    def test_a_page_without_a_picture_loads_nothing(self) -> None:
        root = page("<h1>A</h1><p>b</p>" + self.START, self.FILES)
        assert "lightbox" not in lxml.html.tostring(root, encoding="unicode").lower()

    def test_a_page_with_one_loads_it_after_its_text(self) -> None:
        root = page("<h1>A</h1>" + self.PICTURE + self.START, self.FILES)
        body = only(list(root.iter("body")))
        assert [(part.tag, part.get("id") or part.get("src") or part.get("href")) for part in list(body)[-3:]] == [
            ("link", "../assets/stylesheets/glightbox.min.css"),
            ("script", "../assets/javascripts/glightbox.min.js"),
            ("script", "init-glightbox"),
        ]


class TestShell:
    HEADER = (
        '<header class="md-header"><label class="md-header__button md-icon" for="__drawer"><svg></svg></label>'
        '<label class="md-header__button md-icon" for="__search"><svg></svg></label>'
        '<div class="md-search" role="dialog"><div class="md-search-result__meta">Start</div></div></header>'
        '<div class="md-sidebar md-sidebar--primary"><nav>Menu</nav></div>'
    )

    def test_menu_and_search_have_real_buttons_beside_the_labels(self) -> None:
        root = page(self.HEADER + "<h1>A</h1>")
        found = [
            (button.get("aria-label"), button.get("aria-controls"), button.get("aria-expanded"), button.get("hidden"))
            for button in root.find_class("app-header-button")
        ]
        assert found == [("Menu", "app-menu", "false", ""), ("Search", "app-search", "false", "")]
        assert all(root.get_element_by_id(controls) is not None for controls in ("app-menu", "app-search"))
        assert len(root.findall(".//label")) == 2

    def test_the_search_has_a_name_and_tells_what_it_found(self) -> None:
        root = page(self.HEADER)
        assert only(root.find_class("md-search")).get("aria-label") == "Search"
        assert only(root.find_class("md-search-result__meta")).get("role") == "status"

    def test_a_page_without_a_skip_link_gets_one(self) -> None:
        root = page("<h1>404 - Not found</h1>")
        link = only(root.find_class("md-skip"))
        assert (link.get("href"), link.text) == ("#app-title", "Skip to content")
        assert only(list(root.iter("h1"))).get("id") == "app-title"

    def test_a_skip_link_that_is_there_stays_the_only_one(self) -> None:
        root = page('<a href="#a" class="md-skip">Skip to content</a><h1 id="a">A</h1>')
        assert only(root.find_class("md-skip")).get("href") == "#a"

    def test_the_status_line_stands_under_the_title(self) -> None:
        root = page('<article><div class="app-status">Checked</div> <h1>A</h1> <p>b</p></article>')
        assert [child.tag for child in only(list(root.iter("article")))] == ["h1", "div", "p"]


@pytest.mark.parametrize(
    "text",
    [TABS, TestSurvivalFigures.BOXES, TestTables.TABLE, "- ☐ A\n", "[a](https://a.example)\n",
     "[relapse](../glossary/#relapse).[^a]\n\n[^a]: A."],
)  # fmt: skip
def test_finishing_a_text_twice_changes_nothing_more(text: str) -> None:
    once = finish_content(rendered(text), FACTS)
    assert finish_content(once, FACTS) == once


@pytest.mark.parametrize(
    "body", [TestShell.HEADER + "<h1>A</h1>", "<article><div class='app-status'>C</div><h1>A</h1></article>"]
)
def test_finishing_a_page_twice_changes_nothing_more(body: str) -> None:
    once = finish_page(document(body + TestLightbox.PICTURE + TestLightbox.START, TestLightbox.FILES))
    assert finish_page(once) == once


@pytest.mark.parametrize("finish", [finish_page])
def test_scripts_and_settings_of_a_page_are_written_back_as_they_were(finish: Callable[[str], str]) -> None:
    script = '<script>if (1 < 2 && "a" > "b") x("&amp;")</script><script type="application/json">{"a": "<b>"}</script>'
    assert script in finish(document(script))


def test_the_finish_does_not_know_the_generator() -> None:
    folder = Path(__file__).resolve().parent.parent / "hooks" / "finish"
    assert not [file.name for file in folder.glob("*.py") if "mkdocs" in file.read_text(encoding="utf-8")]


def test_a_folder_of_another_generator_is_finished_in_place(tmp_path: Path) -> None:
    for name, text in {
        "index.html": "<h1>Home</h1>",
        "glossary/index.html": '<h1>Words</h1><dl><dt id="relapse">Relapse</dt><dd>It is back.</dd></dl>',
        "tests/index.html": '<h1>Tests</h1><p><a href="../glossary/#relapse">relapse</a> <img src="../a.svg"></p>',
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        head = '<link rel="canonical" href="https://relapsed-all.example/">'
        (tmp_path / name).write_text(document(f"<main><article>{text}</article></main>", head), encoding="utf-8")
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"/>', encoding="utf-8")

    assert main([str(tmp_path)]) == 0
    once = (tmp_path / "tests/index.html").read_text(encoding="utf-8")
    root = lxml.html.document_fromstring(once)
    assert [meaning.text for meaning in root.iter("dd")] == ["It is back."]
    assert only(list(root.iter("img"))).get("height") == "4"
    assert main([str(tmp_path)]) == 0
    assert (tmp_path / "tests/index.html").read_text(encoding="utf-8") == once


def test_a_folder_that_cannot_be_finished_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 1
    assert "nowhere: there is no HTML file here" in capsys.readouterr().err
    pages = {
        "a.html": document("<article>A</article>").encode(),
        "b.html": b"",
        "c.html": "<p>ok\nLeuk\xe4mie".encode("latin-1"),
        "glossary/index.html": b"\xff",
    }
    (tmp_path / "glossary").mkdir()
    for name, text in pages.items():
        (tmp_path / name).write_bytes(text)
    assert main([str(tmp_path)]) == 1
    told = capsys.readouterr().err.replace(f"{tmp_path}{os.sep}", "").splitlines()
    assert told == [
        "c.html:2:5: the file is not UTF-8 text: save it as UTF-8 text",
        f"glossary{os.sep}index.html:1:1: the file is not UTF-8 text: save it as UTF-8 text",
        "b.html: this is no HTML page (Document is empty): build it anew, or take it out of the folder",
        "Nothing was written.",
    ]
    assert {name: (tmp_path / name).read_bytes() for name in pages} == pages


def test_a_link_to_a_word_that_the_glossary_lacks_is_told_with_all_other_problems(tmp_path: Path) -> None:
    hooks = "  - {root}/hooks/citations.py\n"
    assert hooks in SITE
    write_site(
        tmp_path,
        {
            "mkdocs.yml": SITE.replace(hooks, f"  - {{root}}/hooks/pages.py\n{hooks}").format(root=ROOT.as_posix()),
            "docs/glossary.md": "{head}\n# Words\n\nRelapse { #relapse }\n:   It is back.[^good-2020]\n",
            "docs/index.md": "{head}\nA [word](glossary.md#remision). Of them, 77% lived.\n",
        },
    )
    built = build(tmp_path)
    assert built.problems == [
        'docs/index.md:10:10: "remision" is not a word of the glossary [unknown-term]',
        'docs/index.md:10:42: "77%" has no citation [uncited-statistic]',
    ]
    assert "hint: [unknown-term] link to a word that glossary.md defines" in built.hints
    assert not built.files


def test_a_source_cited_often_keeps_one_way_back() -> None:
    def notes(times: int) -> str:
        ways = "".join(f'<a class="footnote-backref" href="#fnref{number}:a">up</a>' for number in range(times))
        return f'<html><body><div class="footnote"><ol><li id="fn:a"><p>Source. {ways} end</p></li></ol></div></body></html>'

    assert finish_page(notes(5)).count("footnote-backref") == 5
    finished = finish_page(notes(40))
    assert finished.count("footnote-backref") == 1
    assert 'href="#fnref0:a"' in finished
    assert " end</p>" in finished
