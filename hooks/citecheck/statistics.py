"""The statistics of a sentence: every number that no rule of the allow table clears, and what it says."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Generic, TypeVar

from citecheck.allowed import ALLOWED, Allowed
from citecheck.forms import FORMS, Form
from citecheck.numbers import Number, Shape, shape
from citecheck.vocabulary import MONTH, PEOPLE
from citecheck.words import age_in, ordinal_in, times_in

_CLAUSE = 160
"""How far from a number, in characters to each side, a word can be that says what the number is about."""


@dataclasses.dataclass(frozen=True, slots=True)
class Statistic:
    """A statistic as it stands: `text` is characters `start` to `end` of the text that was read.

    `low` and `high` are the same but for a range, and None where the words give no number ("twice", "the majority").
    `unit` is percent, count, times, p, a unit of time, or "per N"; empty where the text names none.
    `step` is the precision of what is printed, in the same unit. `count` and `of` are n and m of "n in m". `form` is the
    name of the form in which it is written, and `counts` whom that counts without a number: nobody or everybody.
    """

    text: str
    start: int
    end: int
    kind: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    step: Decimal = Decimal(1)
    count: Decimal | None = None
    of: Decimal | None = None
    form: str = ""
    counts: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether it is a number without any word for what it counts."""
        return self.kind == "other" and self.unit == ""


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_Rule = TypeVar("_Rule", Form, Allowed)


class Cued(Generic[_Rule]):
    """Rules by their cues: a cheap look at a text spares most searches.

    Each cue stands for a bit mask of the rules that have it, so that a text is looked at once for each cue.
    """

    def __init__(self, rules: Iterable[_Rule]) -> None:
        self._rules: tuple[_Rule, ...] = tuple(rules)
        self._always = 0
        self._cues: dict[str, int] = {}
        for number, rule in enumerate(self._rules):
            for cue in rule.cue.split("|") if rule.cue else ():
                self._cues[cue] = self._cues.get(cue, 0) | 1 << number
            self._always |= (not rule.cue) << number

    def that_may_match(self, text: str) -> Iterator[_Rule]:
        """The rules without cues and those of whose cues one stands in the text, in their order."""
        may = self._always
        for cue, rules in self._cues.items():
            if cue in text:
                may |= rules
        while may:
            first = may & -may
            yield self._rules[first.bit_length() - 1]
            may ^= first


_KNOWN = Cued(FORMS)
# The rules that clear numbers before and after the forms of a statistic are looked for.
FIRST = Cued(rule for rule in ALLOWED if rule.first)
LATER = Cued(rule for rule in ALLOWED if not rule.first)


# "U.S. " and "vs. " end no clause.
_STOP = re.compile(r"(?<![.\s][a-z])(?<!\bvs)(?<!\bdr)(?<!\bmr)(?<!\bmrs)(?:\. |; )")


def _clause(text: str, start: int, end: int) -> str:
    """The words around a match that can say what it is about: to the next full stop or semicolon."""
    left = text[max(0, start - _CLAUSE) : start]
    right = text[end : end + _CLAUSE]
    ends = [stop.end() for stop in _STOP.finditer(left)]
    stop = _STOP.search(right)
    return left[ends[-1] if ends else 0 :] + text[start:end] + right[: stop.start() if stop else len(right)]


def _fits(rule: Form | Allowed, text: str, match: re.Match[str]) -> bool:
    """Whether the words that a rule asks for, and none that it forbids, stand near a match."""
    if not rule.near and not rule.unless:
        return True
    clause = _clause(text, match.start(), match.end())
    if rule.near and not _compiled(rule.near).search(clause):
        return False
    return not (rule.unless and _compiled(rule.unless).search(clause))


def _is_year(number: Number) -> bool:
    return len(number.written) == 4 and number.written.isdigit() and 1800 <= number.value <= 2099


def _is_small(number: Number, least: int, most: int) -> bool:
    return least <= number.value <= most and number.value == number.value.to_integral_value()


def _clear(rules: Iterable[Allowed], text: Shape, free: set[int]) -> None:
    """Take the numbers that the rules clear out of those that are still free."""
    for rule in rules:
        if not free:
            return
        able = free
        if rule.most is not None:
            able = {index for index in free if _is_small(text.numbers[index], rule.least, rule.most)}
        elif rule.years:
            able = {index for index in free if _is_year(text.numbers[index]) and _stands_as_year(text, index)}
        if not able:
            continue
        for match in _compiled(rule.pattern).finditer(text.text):
            inside = able.intersection(text.within(match.start(), match.end()))
            if inside and _fits(rule, text.text, match):
                free.difference_update(inside)


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|from|before|after|during|until|till|between|through|and|to|or|as of|in about|in around|by about|(?:act|spring|summer|autumn|fall|winter|start|beginning|end|close|middle|half|quarter|part|rest|most|much|all|study|census|report|epidemic|pandemic|outbreak|edition|class|cohort) of|"
    r"early|late|mid|around|year|years|for|on|updated|reviewed|published|founded|copyright|the|incidence|mortality|survival|[a-z]+['’]s|an?|this|our|your|their|its|fiscal|version|circa|c\.|guidelines?|et al\.?,?|"
    r"spring|summer|autumn|fall|winter)|[-/(,;:\[.©]|^) ?$"
    rf"|\b{MONTH}\.?(?: of|,| #(?:st|nd|rd|th)?,?)? ?$"
)
_TO_YEAR = re.compile(r" ?(?:-|to|and|through|until|/) ?")
_COUNTED_AFTER = re.compile(
    rf"^ ?(?:(?!(?:at|in|to|on|for|with|from|by|and|or|among|the)\b)[a-z-]+ ){{0,2}}{PEOPLE}\b|^ ?(?:%|percent\b|per ?cent\b|of\b|out of\b|(?:each|every|a|per) (?:year|month|week|day)\b|yearly|annually)"
)
# "The Lancet Haematology 2022;" and "the ALL-MB 2015 protocol" carry the year in a name.
_NAME_BEFORE = re.compile(r"\w[^\w]* (?:[\w-]+ )?[A-Z][\w.-]* $")
_ENDS_A_NAME = re.compile(
    r"$|[.;,)\]]| \(| (?:protocol|study|trial|report|guidelines?|consensus|classification|criteria|meeting|congress)\b"
)
# One thing after so high a number is not counted: "a dated 1916 statement".
_OF_ITS_YEAR = re.compile(
    r"^ (?:statement|report|study|paper|review|guideline|edition|survey|census|meeting|conference|article|law|act|trial|protocol|analysis|update)\b"
)
_DID_AFTER = re.compile(
    r"^ (?:had|were|died|relapsed|survived|developed|responded|received|took|completed|joined|entered|finished|stopped|needed|answered|lost|went|got)\b"
)


def _stands_as_year(text: Shape, index: int) -> bool:
    """Whether a number written like a year stands where a year stands, and counts nothing."""
    at = text.starts[index]
    for one, other in ((index, index + 1), (index - 1, index)):
        # Two of them that rise are a span of years: "treated 2004 to 2014".
        if one >= 0 and other < len(text.numbers) and _is_year(text.numbers[one]) and _is_year(text.numbers[other]):
            between = text.text[text.starts[one] + 1 : text.starts[other]]
            rising = text.numbers[one].value < text.numbers[other].value
            after = text.text[text.starts[other] + 1 : text.starts[other] + 40]
            if rising and _TO_YEAR.fullmatch(between) and not _COUNTED_AFTER.match(after):
                return True
    before, after = text.text[max(0, at - 24) : at], text.text[at + 1 : at + 40]
    if _OF_ITS_YEAR.match(after) or before.rstrip().endswith(("©", "copyright")):
        return True
    stands = _YEAR_BEFORE.search(before) or (
        _NAME_BEFORE.search(text.raw[max(0, text.numbers[index].start - 40) : text.numbers[index].start])
        and _ENDS_A_NAME.match(after)
    )
    return bool(stands) and not (_COUNTED_AFTER.match(after) or _DID_AFTER.match(after))


_UNIT_AFTER = re.compile(
    r"^(?:[ -](?:more |or more |full )?)(years?|yrs?|months?|weeks?|wks?|days?|hours?|minutes?|decades?)\b"
)
_UNIT_NAMES = {"yr": "year", "wk": "week"}


def _time_unit(text: Shape, at: int) -> str:
    """The unit of time that stands directly after a number, or nothing."""
    match = _UNIT_AFTER.match(text.text[at + 1 : at + 24])
    if not match:
        return ""
    name = match[1].rstrip("s")
    return _UNIT_NAMES.get(name, name)


_SAID_IN_WORDS = frozenset(("median", "ratio", "effect", "interval", "p-value", "range"))
"""Kinds of statistic whose words ("the median age is") belong to the figure."""


_OF_AGE = re.compile(
    r"\bage|young|\bold|\bunder\b|\bover\b|above|below|children|adults|people|women|men\b|patients|adolescents|infants|\bthose\b|\bless\b|\bmore\b|greater|fewer"
)


_ONE_UNIT = re.compile(r"\b(?:an?|another) (year|month|week|decade)\b")


def _statistic(form: Form, text: Shape, match: re.Match[str]) -> Iterator[Statistic]:
    """What a match of a form says."""

    def index_of(group: str) -> int | None:
        if group not in match.re.groupindex or match[group] is None:
            return None
        inside = text.within(*match.span(group))
        return inside[0] if inside else None

    def number_of(group: str) -> Number | None:
        index = index_of(group)
        return None if index is None else text.numbers[index]

    low, high, of = number_of("low") or number_of("only"), number_of("high") or number_of("upper"), number_of("of")
    first = index_of("low") if index_of("low") is not None else index_of("only")
    start, end = text.origin[match.start()], text.origin[match.end() - 1]
    # The last sign may stand for a longer number.
    inside = text.within(match.start(), match.end())
    if inside and form.kind not in _SAID_IN_WORDS and not (form.begins_in_words or form.counts):
        # The words before the number are no part of the figure: "about" is a hedge.
        start = text.numbers[inside[0]].start
    end = max([end + 1, *(text.numbers[index].end for index in inside)])
    kind, unit, step = form.kind, "", low.step if low else Decimal(1)
    last = high or low
    values: tuple[Decimal | None, Decimal | None] = (low.value if low else None, last.value if last else None)
    count = whole = None
    if kind == "percent":
        unit = "percent"
    elif kind == "in-n" and of is not None and not of.value:
        # Out of nothing: no figure at all, and never borne out.
        unit, values = "percent", (None, None)
    elif kind == "in-n" and of is not None and of.value:
        unit, whole = "percent", of.value
        count = low.value if low else Decimal(0) if form.name == "none-of" else Decimal(1)
        if form.name == "all-but-of":
            count = of.value - count
        elif form.name == "every-one-of":
            count = of.value
        step = 100 / of.value * (low.step if low else 1)
        values = (100 * count / of.value, 100 * (high.value if high else count) / of.value)
        upto = number_of("upto")
        if form.name == "between-in" and low and high and upto and upto.value:
            values = (100 * low.value / of.value, 100 * high.value / upto.value)
        elif upto is not None and upto.value:
            values = (100 * count / upto.value, 100 * count / of.value)
    elif form.name == "paired-percent" and low is not None and first is not None:
        # "87 (87%)" says a share twice; "79 (75%)" a number of people and their share.
        behind = text.numbers[first + (2 if high else 1)]
        kind = unit = "percent" if low.value == behind.value else "count"
        end = (high or low).end
    elif low is not None and low.fraction:
        unit = "times" if kind == "ratio" and form.name in ("fold", "times-as") else "percent"
        values, step = (100 * low.value, 100 * (high or low).value), Decimal(1)
        kind = "share" if kind in ("count", "median") else kind
    elif kind in ("count", "change", "threshold", "range"):
        unit = "count" if kind == "count" else ""
    elif kind == "ratio":
        unit = "times"
    elif kind == "rate" and of is not None:
        unit, whole = f"per {of.value:f}", of.value
    elif kind == "p-value":
        unit = "p"
    if form.counts:
        # "Not one of them" counts nobody.
        values = (None, None)
    if form.name == "a-single":
        values = (Decimal(1), Decimal(1))
    if form.name == "every-nth" and (low is None or low.value):
        # "Every fifth patient" is one in five.
        words = match.group()
        share = low.value if low else Decimal(2) if "every other" in words else ordinal_in(words)
        unit, count, whole, step, values = "percent", Decimal(1), share, 100 / share, (100 / share, 100 / share)
    if kind == "ratio" and values[0] is None:
        times = times_in(match.group())
        # "Doubled" is said of 1.8 to 2.2 times, "halved" of 0.45 to 0.55.
        unit, values, step = "times", (times, times), (times or Decimal(1)) / 5
    if form.kind == "time" and low is None and not form.counts and (one := _ONE_UNIT.search(match.group())):
        # "Within a year" is one year.
        values, unit = (Decimal(1), Decimal(1)), one[1]
    if form.kind == "threshold" and low is None:
        youngest, oldest, unit = age_in(match.group())
        values = (youngest, oldest)
    if form.name == "age-risk" and not _OF_AGE.search(match.group()) and _time_unit(text, text.starts[inside[-1]]):
        # "alive at 2 years" is a span of time, "worse after age 2" an age
        kind = "time"
    if first is not None and not unit:
        end_index = index_of("high")
        unit = _time_unit(text, text.starts[first if end_index is None else end_index])
    yield Statistic(text.raw[start:end], start, end, kind, *values, unit, step, count, whole, form.name, form.counts)
    if "list" in match.re.groupindex and match["list"] is not None and of is not None and of.value:
        for index in text.within(*match.span("list")):
            number = text.numbers[index]
            share = 100 * number.value / of.value
            yield Statistic(
                text.raw[number.start : number.end], number.start, number.end, kind, share, share, "percent",
                100 / of.value * number.step, number.value, of.value, form.name,
            )  # fmt: skip


def _forms(text: Shape, free: set[int]) -> Iterator[Statistic]:
    """The statistics whose form is known; their numbers are no longer free."""
    taken: list[tuple[int, int]] = []
    for form in _KNOWN.that_may_match(text.text):
        for match in _compiled(form.pattern).finditer(text.text):
            inside = text.within(match.start(), match.end())
            named = [
                index
                for group in match.re.groupindex
                if match[group] is not None
                for index in text.within(*match.span(group))
            ]
            if match.re.groupindex and named and not all(index in free for index in named):
                continue
            if (
                not _fits(form, text.text, match)
                or (form.counts or form.begins_in_words)
                and _is_the_disease(text, match)
            ):
                continue
            if not named and any(a < match.end() and match.start() < b for a, b in taken):
                continue
            if form.kind == "in-n" and not _is_share(form, text, match):
                continue
            if named and all(_is_word_for_one(text, index) for index in named):
                if form.never_one:
                    continue
                if (
                    form.kind == "threshold"
                    and not _AGE_SAID.search(match.group())
                    and not _MORE_RISK.search(text.text)
                ):
                    # "from one copy of the gene" is no cut-off; "under one" is.
                    continue
            if form.only_one and any(text.numbers[index].value != 1 for index in named):
                continue
            taken.append(match.span())
            for index in inside:
                if index in free and (index in named or form.kind in ("interval", "in-n", "p-value", "ratio")):
                    free.discard(index)
            yield from _statistic(form, text, match)


_ALL = re.compile(r"\ball\b")


def _is_the_disease(text: Shape, match: re.Match[str]) -> bool:
    """Whether the word "all" with which a match begins is written ALL, as the disease is."""
    word = _ALL.search(text.text, match.start(), match.start() + len("in all"))
    if word is None or text.raw[text.origin[match.start()] : text.origin[match.end()]].isupper():
        return False
    return text.raw.startswith("ALL", text.origin[word.start()])


_MORE_RISK = re.compile(r"increas\w+ (?:the |your |their |a )?risk|risk is (?:higher|greater)|higher risk")


_AGE_SAID = re.compile(r"\b(?:under|below|younger|older|ages?|aged)\b")


def _is_word_for_one(text: Shape, index: int) -> bool:
    """Whether a number is the word "one" and no span of time: then it counts nothing."""
    number = text.numbers[index]
    return number.value == 1 and number.words and not _time_unit(text, text.starts[index])


def _is_share(form: Form, text: Shape, match: re.Match[str]) -> bool:
    """Whether "n in m" is a share: m is more than n, and no year."""
    if match.re.groupindex.get("of") is None or match["of"] is None:
        return True
    of = text.numbers[text.within(*match.span("of"))[0]]
    if "low" not in match.re.groupindex or match["low"] is None:
        return True
    low = text.numbers[text.within(*match.span("low"))[0]]
    if form.name == "out-of-list" and any(text.numbers[n].value > of.value for n in text.within(*match.span("list"))):
        # "under ten and one in five": ten is no share of five.
        return False
    if form.share_always:
        # "Two copies of each one" are no share.
        return not (of.words and of.value == 1)
    if form.name in ("in", "of") and _is_year(of) and low.value != 1:
        return False
    if form.name == "of" and low.value > of.value > 1 and re.search(r" of (?:the|these|those|our) #", match.group()):
        # "75 of the 61 patients" is no share, and a slip.
        return True
    if form.name in ("in", "of") and low.value == 1 and low.words and of.value <= 2 and of.words:
        return False
    return low.value <= of.value and of.value > 1


def _rest(text: Shape, free: set[int]) -> Iterator[Statistic]:
    """Default-deny: what no form and no rule of the allow table knows is a statistic too."""
    for index in sorted(free):
        number = text.numbers[index]
        unit = "percent" if number.fraction else _time_unit(text, text.starts[index])
        value = 100 * number.value if number.fraction else number.value
        step = Decimal(1) if number.fraction else number.step
        yield Statistic(
            text.raw[number.start : number.end], number.start, number.end, "share" if number.fraction else "other",
            value, value, unit, step, form="default-deny",
        )  # fmt: skip


_DIGIT_OR_SIGN = re.compile(r"[\d\u00ad\u00bc-\u00be]|[^\x00-\u024f\u2010-\u201f\u2022\u2026]")
_LETTERS = re.compile(r"[a-z]+")
_NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion "
    "billions trillion trillions dozen dozens half halves halved halving halve third thirds quarter quarters fourth fourths fifth "
    "fifths sixth sixths seventh sevenths eighth eighths ninth ninths tenth tenths twentieth hundredth no none all neither everyone everybody once twice several "
    "few majority minority preponderance percent cent nobody single both every median medians twenties thirties forties fifties sixties seventies eighties "
    "nineties".split()
)
_STEMS = (" decade", "doubl", "tripl", "trebl", "quadrupl", "quintupl", "fold", " of life", "hood", "birthday")
_ONE_SPAN = re.compile(r"\b(?:an?|another) (?:year|month|week|decade)")


def may_hold_statistic(text: str) -> bool:
    """Whether a text has any digit or word of number at all: most sentences have none and need no second look."""
    if _DIGIT_OR_SIGN.search(text):
        return True
    low = " ".join(text.lower().split())
    return (
        not _NUMBER_WORDS.isdisjoint(_LETTERS.findall(low))
        or any(word in low for word in _STEMS)
        or bool(_ONE_SPAN.search(low))
    )


def statistics(raw: str) -> list[Statistic]:
    """Every statistic of a text, in the order in which they stand."""
    text = shape(raw)
    free = set(range(len(text.numbers)))
    _clear(FIRST.that_may_match(text.text), text, free)
    found = list(_forms(text, free))
    if free:
        _clear(LATER.that_may_match(text.text), text, free)
    found.extend(_rest(text, free))
    return sorted(found, key=lambda statistic: (statistic.start, statistic.end))
