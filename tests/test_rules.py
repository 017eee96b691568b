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
    """In an f-string {0,2} is a pair of numbers."""
    assert not re.search(r"\(\d+, \d+\)", rule.pattern + rule.near + rule.unless)
