"""Each rule of the two tables has a sentence that it is for, and one, as like it as can be, that it must leave alone."""

import re

import pytest
from citecheck.allowed import ALLOWED, Allowed
from citecheck.forms import FORMS, Form
from citecheck.numbers import shape
from citecheck.statistics import Cued, may_hold_statistic, statistics


def named(rules):
    return pytest.mark.parametrize("rule", rules, ids=lambda rule: rule.name)


@named(FORMS)
def test_a_form_finds_its_sentence(rule: Form) -> None:
    assert rule.name in {statistic.form for statistic in statistics(rule.flags)}
    assert may_hold_statistic(rule.flags)


@named(FORMS)
def test_a_form_leaves_its_twin_alone(rule: Form) -> None:
    assert rule.name not in {statistic.form for statistic in statistics(rule.leaves)}


@named(ALLOWED)
def test_an_allow_rule_clears_its_sentence(rule: Allowed) -> None:
    assert statistics(rule.clears) == []


@named(ALLOWED)
def test_an_allow_rule_does_it_itself(rule: Allowed, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence of a rule shows what that rule does, not what another one does."""

    def only(*rules: Allowed) -> None:
        monkeypatch.setattr("citecheck.statistics.FIRST", Cued(rule for rule in rules if rule.first))
        monkeypatch.setattr("citecheck.statistics.LATER", Cued(rule for rule in rules if not rule.first))

    only()
    without = len(statistics(rule.clears))
    only(rule)
    assert len(statistics(rule.clears)) < without


@named(ALLOWED)
def test_an_allow_rule_keeps_its_twin(rule: Allowed) -> None:
    assert statistics(rule.keeps)


def test_names_are_used_once() -> None:
    for rules in (FORMS, ALLOWED):
        names = [rule.name for rule in rules]
        assert len(names) == len(set(names))


SENTENCES = [sentence for rule in FORMS for sentence in (rule.flags, rule.leaves)] + [
    sentence for rule in ALLOWED for sentence in (rule.clears, rule.keeps)
]


@named([rule for rule in (*FORMS, *ALLOWED) if rule.cue])
def test_a_cue_stands_wherever_its_rule_applies(rule: Form | Allowed) -> None:
    """The cue only spares a search: a rule that applies where no cue stands would be silent there."""
    pattern = re.compile(rule.pattern)
    near = re.compile(rule.near)
    for text in (shape(sentence).text for sentence in SENTENCES):
        if pattern.search(text) and near.search(text):
            assert any(cue in text for cue in rule.cue.split("|")), text


@named([*FORMS, *ALLOWED])
def test_no_repetition_was_lost_to_an_f_string(rule: Form | Allowed) -> None:
    """In an f-string {0,2} is a pair of numbers, and elsewhere {{0,2}} is text."""
    assert not re.search(r"\(\d+, \d+\)|\{\{", rule.pattern + rule.near + rule.unless)


# Things whose names stand in the allow table, as an article on leukemia speaks of them.
THINGS = (
    "fever", "a high temperature", "cold sores", "low oxygen saturation", "high creatinine", "a low platelet count", "high white cell counts",
    "a glucose level", "the marker", "liver values", "blood pressure", "weight loss", "MRD", "blasts in the marrow", "a central line", "the cream",
    "the eye drops", "saline", "vincristine", "a daily tablet", "methotrexate doses", "the drugs", "the scan", "the vaccine", "the weekly clinic",
    "the ward", "the night shift", "the hospital bed", "the website", "the price", "the first month", "the week of the graft", "the second cycle",
    "the trial", "a matched donor", "the FLT3 gene", "CD19 loss", "CNS disease", "bone pain", "old age",
)  # fmt: skip
TELLS = (
    "{} was seen in 12.", "{} was fatal in 9.", "With {}, 12 died.", "{} killed 12.", "In 12, {} was fatal.", "Survival with {} was 31.",
    "Relapse after {}: 31 against 47.", "{} came in 14.", "{} cured 9.", "The rate of {} was 14.", "The risk with {} rose from 9 to 14.",
    "23 had {}.", "23 got {} and lived.", "Deaths with {} numbered 40.", "The odds with {} were 3.", "Thousands get {}.", "We counted 9 with {}.",
    "{} halved deaths.", "{} doubled the risk.", "With {} half died.", "With {} they lived 9 months.", "The median with {} was 9.",
    "{} struck one in nine.", "Nobody with {} died.", "All with {} died.",
)  # fmt: skip


@pytest.mark.parametrize("tells", TELLS)
def test_what_befalls_people_is_told_whatever_it_stands_with(tells: str) -> None:
    """No rule about a thing may clear the number of those whom it befell."""
    silent = [sentence for sentence in map(tells.format, THINGS) if not statistics(sentence)]
    assert silent == []
