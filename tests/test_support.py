"""Which figures of a sentence a source's findings bear out, topic by topic: cases/support, one file a topic."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from citecheck.evidence import Evidence, parted
from citecheck.statistics import statistics
from citecheck.support import bears_out

CASES = [
    pytest.param(row, id=f"{path.stem}: {row['sentence']} {row['figures']}")
    for path in sorted((Path(__file__).parent / "cases" / "support").glob("*.yml"))
    for row in yaml.safe_load(path.read_text("utf-8"))
]


def unsupported(sentence: str, *everything: Evidence) -> list[str]:
    found = statistics(sentence)
    return [
        statistic.text
        for statistic, match in zip(found, bears_out(sentence, found, everything), strict=True)
        if match is None
    ]


@pytest.mark.parametrize("row", CASES)
def test_what_is_borne_out(row: dict[str, object]) -> None:
    evidence = Evidence(tuple(row["figures"]), str(row["measures"]))  # type: ignore[arg-type]
    assert unsupported(str(row["sentence"]), evidence) == row["unsupported"]


def test_every_topic_has_both_outcomes() -> None:
    """A topic whose cases all pass, or all fail, would not show that the rule tells them apart."""
    for path in (Path(__file__).parent / "cases" / "support").glob("*.yml"):
        rows = yaml.safe_load(path.read_text("utf-8"))
        assert {bool(row["unsupported"]) for row in rows} == {True, False}, path.stem


def test_an_interval_and_a_margin_bear_out_a_range() -> None:
    finding = Evidence(("48.9 ± 1.2%",), "alive at 5 years", interval="95% CI 47.7-50.1")
    assert unsupported("The true share may be 48 to 50 out of 100.", finding) == []
    assert unsupported("The true share may be 47 to 50 out of 100.", finding) == ["47 to 50 out of 100"]
    assert unsupported("The margin is plus or minus 1 point.", finding) == []
    assert unsupported("The margin is plus or minus 2 points.", finding) == ["2 points"]
    # The bounds of an interval are no figure of their own.
    assert unsupported("About 50.1% were alive.", finding) == ["50.1%"]


def test_the_number_of_people_is_n() -> None:
    finding = Evidence(("12.7%",), "share who relapsed", n=16115)
    assert unsupported("The trials had 16,115 children.", finding) == []
    assert unsupported("The trials had 16,151 children.", finding) == ["16,151 children"]
    assert unsupported("The trials had about 16,000 children.", finding) == []
    assert unsupported("About 16,115% relapsed.", finding) == ["16,115%"]


def test_the_records_own_words_bear_out_ages_and_spans_only() -> None:
    finding = Evidence(("43%",), "alive", context="adults aged 15 to 55; 66 people; treated 1993-2006")
    assert unsupported("The risk rises in people over 55.", finding) == []
    assert unsupported("The risk rises in people over 65.", finding) == ["65"]
    assert unsupported("About 66% were alive.", finding) == ["66%"]


@pytest.mark.parametrize(
    ("measures", "figures", "labels"),
    [
        ("alive at 2 years: blinatumomab, and chemotherapy", 2, ["blinatumomab", "chemotherapy"]),
        ("free of events: over 180 days without it, versus younger or with it", 2, ["over 180 days without it", "younger or with it"]),
        ("relapse in B-cell ALL, T-cell ALL and babies", 3, ["B-cell ALL", "T-cell ALL", "babies"]),
        ("alive after a relapse that was early (under 18 months), in between, or late", 3, ["early", "in between", "late"]),
        ("running total of relapses by 3, 5 and 10 years", 3, ["3 years", "5 years", "10 years"]),
        ("alive at 1 year and at 6 years", 2, ["1 years", "6 years"]),
        # Both halves name the drug.
        ("alive at 3 years: with, and without, added blinatumomab", 2, []),
        ("alive at 2 years: blinatumomab, and chemotherapy", 3, []),
        ("complete remission", 2, []),
        ("complete remission", 1, []),
    ],
)  # fmt: skip
def test_a_finding_says_what_each_of_its_figures_is_of(measures: str, figures: int, labels: list[str]) -> None:
    assert [label for _, label in parted(measures, figures)] == labels


LABELLED = [
    Evidence((figure,), f"severe effects: {label}", label=label, others=(other,))
    for figure, label, other in (("41%", "blinatumomab", "chemotherapy"), ("26%", "chemotherapy", "blinatumomab"))
]


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("With blinatumomab 41% had them, and with chemotherapy 26%.", []),
        ("With blinatumomab 26% had them, and with chemotherapy 41%.", ["26%", "41%"]),
        ("Chemotherapy: about 41 out of 100 people (41%) had them.", ["41 out of 100", "41%"]),
        ("Chemotherapy: about 26 out of 100 people (26%) had them.", []),
        ("About 41% had them with blinatumomab; about 26% with chemotherapy.", []),
        ("About 26% had them with blinatumomab; about 41% with chemotherapy.", ["26%", "41%"]),
        ("They were seen in 41% against 26%.", []),
        ("Blinatumomab and chemotherapy were tried; 41% and 26% had them.", []),
    ],
)
def test_each_figure_keeps_its_label(sentence: str, refused: list[str]) -> None:
    assert unsupported(sentence, *LABELLED) == refused


def test_how_long_people_were_followed_stands_with_the_interval() -> None:
    finding = Evidence(("31%",), "relapse", interval="after a median of 22.4 months")
    assert unsupported("The middle time of follow-up was 22.4 months.", finding) == []
    assert unsupported("The middle time of follow-up was 23.4 months.", finding) == ["23.4"]


def test_labels_without_words_of_their_own_are_told_apart() -> None:
    young = Evidence(("12%",), "died: under 20", label="under 20", others=("over 50",))
    old = Evidence(("3%",), "died: over 50", label="over 50", others=("under 20",))
    assert unsupported("Under 20: about 12% had died.", young, old) == []
    assert unsupported("Over 50: about 12% had died.", young, old) == ["12%"]
