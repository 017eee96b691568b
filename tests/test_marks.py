"""Where a problem is marked on a writer's page, on small pages of every kind of markup. Read back with a real parser."""

from __future__ import annotations

import lxml.html
import pytest
from finish.problems import Elsewhere, Mark, mark_problems
from lxml.html import HtmlElement


def _mark(text: str, words: str, nth: int = 0, picture: bool = False) -> Mark:
    """A problem with these words of a text."""
    return Mark("is wrong", "a-rule", "do this", "docs/a.md:1:2", text, text.index(words), len(words), nth, picture)


def _shown(content: str, *marks: Mark) -> HtmlElement:
    page = f"<!doctype html><html><head><title>T</title></head><body><main>{content}</main></body></html>"
    return lxml.html.document_fromstring(mark_problems(page, marks))


def _without_marks(root: HtmlElement) -> str:
    """The inside of the page's text as it was before."""
    main = root.find(".//main")
    for part in main.xpath(".//*[@class='app-problems' or @class='app-problem']"):
        part.drop_tree()
    for mark in main.xpath(".//mark"):
        mark.drop_tag()
    html: str = lxml.html.tostring(main, encoding="unicode")
    return html.removeprefix("<main>").removesuffix("</main>").replace(' open="open"', "")


PLAIN = "Of all, 43.2% lived."
PLACES = {
    "a paragraph": (f"<p>{PLAIN}</p>", PLAIN, ["43.2%"]),
    "inline markup inside the number": (
        "<p>Of all, <strong>43</strong>.2<em>%</em> lived.</p>", PLAIN, ["43", ".2", "%"]),
    "a text broken into lines": ("<p>Of all,\n  43.2%\n lived.</p>", PLAIN, ["43.2%"]),
    "text behind a citation": (
        '<p>Old.<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">[1]</a></sup> Of 43.2%.</p>',
        "Old. Of 43.2%.", ["43.2%"]),
    "text behind a comment": ("<p>Of all,<!-- why --> 43.2% lived.</p>", PLAIN, ["43.2%"]),
    "a list item before its own list": (
        f"<ul><li>{PLAIN}<ul><li>Other.</li></ul></li></ul>", PLAIN, ["43.2%"]),
    "text behind a list in the same item": ("<ul><li>A<ul><li>B</li></ul>Of 43.2%</li></ul>", "Of 43.2%", ["43.2%"]),
    "a table cell": ("<table><tr><th>A</th></tr><tr><td>43.2%</td></tr></table>", "43.2%", ["43.2%"]),
    "a caption": (f"<figure><figcaption><p>{PLAIN}</p></figcaption></figure>", PLAIN, ["43.2%"]),
    "a heading with a link to itself": (
        '<h2 id="a">Of 43.2%<a class="headerlink" href="#a">¶</a></h2>', "Of 43.2%", ["43.2%"]),
    "a link": ('<p>Of <a href="/">all, 43.2%</a> lived.</p>', "Of all, 43.2% lived.", ["43.2%"]),
    "a closed box": (f"<details><summary>More</summary><p>{PLAIN}</p></details>", PLAIN, ["43.2%"]),
    "the title of a closed box": (f"<details><summary>{PLAIN}</summary><p>A</p></details>", PLAIN, ["43.2%"]),
    "the label of a tab": (
        '<div class="tabbed-set"><input type="radio" id="t"><div class="tabbed-labels">'
        '<label for="t"><a href="#t">43.2%</a></label></div><div class="tabbed-content">A</div></div>',
        "43.2%", ["43.2%"]),
    "the title of a box": (
        f'<div class="admonition"><p class="admonition-title">{PLAIN}</p><p>A</p></div>', PLAIN, ["43.2%"]),
    "code": ("<p>Of <code>43.2%</code></p>", "Of 43.2%", ["43.2%"]),
    "a line break": ("<p>Of all,<br>43.2% lived.</p>", PLAIN, ["43.2%"]),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_the_words_are_marked_and_nothing_is_lost(name: str) -> None:
    content, text, words = PLACES[name]
    root = _shown(content, _mark(text, "43.2%"))
    assert [mark.text for mark in root.iter("mark")] == words
    (button,) = root.iter("button")
    assert button.get("id") == "app-problem-1"
    no_place = {"a", "label", "summary", "button", "h1", "h2", "h3", "h4", "h5", "h6"}
    assert not no_place & {above.tag for above in button.iterancestors()}
    assert not [heading for heading in root.xpath("//section//*") if heading.tag in no_place - {"a"}]
    assert all("open" in box.attrib for box in root.iter("details"))
    note = root.get_element_by_id(button.get("aria-describedby"))
    assert [line.text for line in note] == ["is wrong [a-rule]", "To mend it: do this", "docs/a.md:1:2"]
    assert root.xpath("//section[@class='app-problems']//a/@href") == ["#app-problem-1"]
    given = lxml.html.tostring(lxml.html.fragment_fromstring(content, create_parent="main"), encoding="unicode")
    assert f"<main>{_without_marks(root)}</main>" == given


def test_the_button_follows_its_words() -> None:
    root = _shown(f"<p>{PLAIN}</p>", _mark(PLAIN, "43.2%"))
    (mark,) = root.iter("mark")
    assert mark.getnext().xpath("./button/text()") == ["1"]
    assert mark.getnext().tail == " lived."


def test_problems_are_numbered_in_the_order_of_the_page() -> None:
    text = "Of all, 13% and 43.2% and 9 in 10."
    first, second = _mark("1 in 9", "1 in 9"), _mark(text, "9 in 10")
    root = _shown(f"<p>1 in 9</p><p>{text}</p>", second, _mark(text, "13%"), first, _mark(text, "43.2%"))
    assert [mark.text for mark in root.iter("mark")] == ["1 in 9", "13%", "43.2%", "9 in 10"]
    assert [button.text for button in root.iter("button")] == ["1", "2", "3", "4"]


def test_two_problems_of_the_same_words_are_both_told() -> None:
    root = _shown(f"<p>{PLAIN}</p>", _mark(PLAIN, "43.2%"), _mark(PLAIN, "43.2% lived"))
    assert "".join(mark.text for mark in root.iter("mark")) == "43.2% lived"
    assert len(root.xpath("//button")) == 2


def test_of_equal_cells_the_right_one_is_marked() -> None:
    rows = "<table><tr><td>A</td><td>43.2%</td></tr><tr><td>B</td><td>43.2%</td></tr></table>"
    root = _shown(rows, _mark("43.2%", "43.2%", nth=1))
    (mark,) = root.iter("mark")
    assert mark.getparent().getprevious().text == "B"


def test_two_problems_in_one_link_stand_behind_it_in_order() -> None:
    root = _shown('<p><a href="/">13% and 43.2%</a> x</p>', *(_mark("13% and 43.2% x", w) for w in ("13%", "43.2%")))
    (link,) = root.xpath("//p/a")
    assert link.getnext().xpath("./button/text()") == ["1"]
    assert link.getnext().getnext().xpath("./button/text()") == ["2"]
    assert link.getnext().getnext().tail == " x"


def test_a_place_without_words_gets_a_button_only() -> None:
    root = _shown("<p>Old. New.</p>", Mark("m", "r", "c", text="Old. New.", at=4))
    assert not root.xpath("//mark")
    assert root.xpath("//p[button or span]")[0].text == "Old."


def test_a_picture_is_marked_by_its_alternative_text() -> None:
    picture = '<p><a class="glightbox" href="a.svg"><img src="a.svg" alt="Of 43.2%"></a></p>'
    root = _shown(picture, _mark("Of 43.2%", "43.2%", picture=True))
    (link,) = root.xpath("//p/a")
    assert "app-problem-mark" in link.get("class")
    assert link.getnext().xpath("./button/text()") == ["1"]


@pytest.mark.parametrize(
    "content",
    [
        "<p>Another text.</p>",
        f"<p hidden>{PLAIN}</p>",
        f"<svg><text>{PLAIN}</text></svg>",
        f'<div class="footnote"><ol><li>{PLAIN}</li></ol></div>',
        f"<script>{PLAIN}</script>",
        "",
    ],
)
def test_what_has_no_place_is_listed_whole(content: str) -> None:
    root = _shown(content, _mark(PLAIN, "43.2%"), Mark("an empty field", "front-matter", "fill it", "docs/a.md:3"))
    assert not root.xpath("//mark | //button")
    said = " ".join(root.xpath("string(//section)").split())
    assert "2 problems on this page" in said
    for words in ("is wrong", "docs/a.md:1:2 [a-rule]", "an empty field", "docs/a.md:3 [front-matter]", "fill it"):
        assert words in said


def test_problems_of_no_page_and_of_other_pages_are_listed() -> None:
    page = "<html><head></head><body><p>Text</p></body></html>"
    general = [Mark("no such field", "invalid-source", "mend it", "sources/a.yml:2")]
    root = lxml.html.document_fromstring(mark_problems(page, [], general, [Elsewhere("Tests <b>", "../tests/", 3)]))
    said = " ".join(root.xpath("string(//section)").split())
    assert "No problems on this page" in said
    assert "1 problem outside of the pages" in said
    assert "3 problems on other pagesTests <b>: 3" in said
    assert root.xpath("//section//a/@href") == ["../tests/"]


def test_a_page_without_problems_stays_as_it_is() -> None:
    assert mark_problems("<p>Text", []) == "<p>Text"


@pytest.mark.parametrize("html", ["", "<p>Of all, 43.2% lived.", "<html><body></body></html>", "Of all"])
def test_no_page_is_too_odd(html: str) -> None:
    assert ("1 problem on this page" in mark_problems(html, [_mark(PLAIN, "43.2%")])) == bool(html)


def test_deep_and_long_pages_are_marked() -> None:
    deep = "<div>" * 200 + f"<p>{PLAIN}</p>" + "</div>" * 200
    long = "".join(f"<p>{number} {PLAIN}</p>" for number in range(2000))
    marks = [_mark(PLAIN, "43.2%"), *(_mark(f"{number} {PLAIN}", "43.2%") for number in range(2000))]
    root = _shown(deep + long, *marks)
    assert len(root.xpath("//mark")) == 2001
