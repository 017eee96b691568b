"""Which figures of a sentence a source's findings bear out, topic by topic: cases/support, one file a topic."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from citecheck.evidence import Evidence
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
