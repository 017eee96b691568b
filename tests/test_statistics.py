"""Which figures of a sentence are statistics, topic by topic: cases/statistics, one file a topic."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from citecheck.statistics import may_hold_statistic, statistics

CASES = [
    pytest.param(row["sentence"], row["statistics"], id=f"{path.stem}: {row['sentence']}")
    for path in sorted((Path(__file__).parent / "cases" / "statistics").glob("*.yml"))
    for row in yaml.safe_load(path.read_text("utf-8"))
]


@pytest.mark.parametrize(("sentence", "found"), CASES)
def test_the_statistics_of_a_sentence(sentence: str, found: list[str]) -> None:
    assert [statistic.text for statistic in statistics(sentence)] == found


@pytest.mark.parametrize("space", [" ", "\n", "\u00a0"], ids=["space", "line break", "no-break space"])
@pytest.mark.parametrize(("sentence", "found"), CASES)
def test_the_quick_look_misses_none(sentence: str, found: list[str], space: str) -> None:
    written = sentence.replace(" ", space)
    assert may_hold_statistic(written) or not found
    assert len(statistics(written)) == len(found)


@pytest.mark.parametrize(("sentence", "found"), CASES)
def test_a_statistic_stands_where_it_says(sentence: str, found: list[str]) -> None:
    for statistic in statistics(f"Before it. {sentence}"):
        assert f"Before it. {sentence}"[statistic.start : statistic.end] == statistic.text


@pytest.mark.parametrize(
    ("sentence", "low", "high", "unit"),
    [
        ("About 13 out of 100 relapsed.", 13, 13, "percent"),
        ("Between 15% and 20% relapse.", 15, 20, "percent"),
        ("1 in 4 relapsed.", 25, 25, "percent"),
        ("Two thirds responded.", 66.67, 66.67, "percent"),
        ("The incidence is 3.4 per 100,000.", 3.4, 3.4, "per 100000"),
        ("The median survival was 7.7 months.", 7.7, 7.7, "month"),
        ("Risk is 5 times more likely.", 5, 5, "times"),
        ("2,053 children relapsed.", 2053, 2053, "count"),
        ("One and a half million people have it.", 1_500_000, 1_500_000, "count"),
        ("None of the 14 patients relapsed.", 0, 0, "percent"),
        ("Not one of the 14 patients relapsed.", 0, 0, "percent"),
        ("A single child died.", 1, 1, "count"),
        ("All but 4 of the 100 patients were cured.", 96, 96, "percent"),
        ("Every other patient relapsed.", 50, 50, "percent"),
        ("Every 4th patient relapsed.", 25, 25, "percent"),
        ("It begins in the third decade of life.", 20, 29, "year"),
        ("It begins in the first or second decade of life.", 0, 19, "year"),
        ("It is most common in their fifties or sixties.", 50, 69, "year"),
    ],
)
def test_what_a_statistic_says(sentence: str, low: float, high: float, unit: str) -> None:
    (statistic,) = statistics(sentence)
    assert statistic.low is not None and statistic.high is not None
    assert (float(round(statistic.low, 2)), float(round(statistic.high, 2)), statistic.unit) == (low, high, unit)


def test_one_in_nothing_is_no_crash() -> None:
    assert [statistic.low for statistic in statistics("Every 0th patient died.")] == [Decimal(0)]
