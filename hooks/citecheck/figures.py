"""A figure as a source prints it, read as quantities: "48.9 ± 1.2%" is 48.9 percent; the margin is no figure."""

from __future__ import annotations

import dataclasses
import functools
import re
from decimal import Decimal

from citecheck.numbers import Shape, shape

_UNIT = re.compile(
    r"^ ?(?:(?P<percent>%|per ?cent\b|percentage points?\b)|[ -]?(?P<time>years?|yrs?|months?|weeks?|days?|hours?)\b|(?P<times>-?fold\b| ?times\b|x\b)|"
    r"(?P<degrees>°? ?[cf]\b)|(?P<other>gy\b|mg\b|µg\b|× ?@|ml\b|kg\b))"
)
_MARGIN = re.compile(r"(?:±|\+/-|\+-)\s*[\d.·]+")
_WHOLE = re.compile(r"^ ?(?:/|of every|of each|out of every|in every|out of|of|in)(?: the)? ?#")
_RANGE = re.compile(r"^ ?(?P<percent>%|per ?cent)?-? ?(?:-|to|and|through) ?#")
INTERVAL = re.compile(
    r"[\[(]?(?<!\d)\d{2}(?:[.·]\d)?\s?%\s?(?:confidence |credible )?(?:CI|CrI|intervals?)\b[^\])]*[\])]?", re.IGNORECASE
)
"""An interval that is printed with its figure: its bounds and its level are no figures of their own."""
_NO_SHARE = re.compile(
    r"\b(?:h\.?r|o\.?r|r\.?r|irr|smr|sir|ratio|relative risk|p|r|auc|kappa|coefficient)\b", re.IGNORECASE
)
"""What makes a decimal no share: 0.64 is a hazard ratio, and not 64 percent."""
_PER = re.compile(r"^[a-z -]{0,24}\bper #")


@dataclasses.dataclass(frozen=True)
class Quantity:
    """What a figure says: `low` to `high` (the same but for a range) in `unit`, printed to the precision `step`.

    `unit` is as in a statistic (percent, year, times, per N, …), empty for a plain number. `bound` is > or < where the
    figure is a limit. `count` and `of` are n and m of "n in m".
    """

    low: Decimal
    high: Decimal
    unit: str
    step: Decimal
    bound: str = ""
    count: Decimal | None = None
    of: Decimal | None = None


def _bound(before: str, after: str) -> str:
    if re.search(r"(?:[>≥]|more than|over|above|at least) ?$", before) or re.match(
        r".{0,3} ?(?:or (?:more|higher|above))", after
    ):
        return ">"
    if re.search(r"(?:[<≤]|less than|fewer than|under|below|up to|at most) ?$", before) or re.match(
        r".{0,3} ?(?:or (?:fewer|less|lower|below))", after
    ):
        return "<"
    return ""


def _unit(after: str) -> str:
    match = _UNIT.match(after)
    if not match:
        return ""
    if match["percent"]:
        return "percent"
    if match["time"]:
        return {"yr": "year"}.get(match["time"].rstrip("s"), match["time"].rstrip("s"))
    if match["times"]:
        return "times"
    if match["degrees"]:
        return "°" + match["degrees"].strip("° ")
    return match["other"].strip()


# "No change" is no zero.
_NOTHING = re.compile(r" *(?:none|zero|no(?: (?!change|difference|more|fewer|less)[a-z]+)?) *")


def _words(text: str) -> list[Quantity]:
    """Figures without a number."""
    found = []
    for word, times in (("once", 1), ("twice", 2), ("doubled", 2), ("double", 2), ("tripled", 3), ("halved", 0.5)):
        if re.search(rf"\b{word}\b", text):
            found.append(Quantity(Decimal(str(times)), Decimal(str(times)), "times", Decimal(1)))
    if _NOTHING.fullmatch(text):
        found.append(Quantity(Decimal(0), Decimal(0), "", Decimal(1)))
    return found


def _one(text: Shape, index: int) -> tuple[list[Quantity], int]:
    """The quantities that begin with a number, and the index of the next number that is not part of them."""
    number, at = text.numbers[index], text.starts[index]
    before, after = text.text[max(0, at - 14) : at], text.text[at + 1 :]
    following = text.numbers[index + 1] if index + 1 < len(text.numbers) else None
    if following is not None and _WHOLE.match(after) and following.value > 0 and number.value <= following.value:
        share = 100 * number.value / following.value
        step = 100 / following.value
        return [Quantity(share, share, "percent", step, "", number.value, following.value)], index + 2
    if following is not None and (between := _RANGE.match(after)):
        end = text.starts[index + 1]
        unit = _unit(text.text[end + 1 :]) or ("percent" if between["percent"] else "")
        behind = text.numbers[index + 2] if index + 2 < len(text.numbers) else None
        if behind is not None and not unit and behind.value and _WHOLE.match(text.text[end + 1 :]):
            # "1 to 3 of every 1,000"
            low, high = (100 * each.value / behind.value for each in (number, following))
            return [Quantity(low, high, "percent", 100 / behind.value, "", None, behind.value)], index + 3
        if behind is not None and not unit and behind.value and _PER.match(text.text[end + 1 :]):
            per = f"per {behind.value:f}"
            return [Quantity(number.value, following.value, per, number.step, "", None, behind.value)], index + 3
        if number.value <= following.value:
            step = min(number.step, following.step)
            return [Quantity(number.value, following.value, unit, step)], index + 2
    if following is not None and _PER.match(after) and following.value:
        return [
            Quantity(
                number.value,
                number.value,
                f"per {following.value:f}",
                number.step,
                _bound(before, after),
                None,
                following.value,
            )  # fmt: skip
        ], index + 2
    if number.fraction:
        return [
            Quantity(100 * number.value, 100 * number.value, "percent", Decimal(1), _bound(before, after))
        ], index + 1
    unit = _unit(after)
    found = [Quantity(number.value, number.value, unit, number.step, _bound(before, after))]
    if not unit and 0 < number.value < 1 and not _NO_SHARE.search(before):
        found.append(
            Quantity(100 * number.value, 100 * number.value, "percent", 100 * number.step, _bound(before, after))
        )
    if not unit and before.endswith("(") and after.startswith(")") and number.value <= 100:
        # "79 (75)": a number of people and, in brackets, the percent.
        found.append(Quantity(number.value, number.value, "percent", number.step))
    return found, index + 1


@functools.lru_cache(maxsize=4096)
def quantities(figure: str) -> tuple[Quantity, ...]:
    """What a printed figure says. Margins (±) and intervals are left out; "0.91" is also 91 percent."""
    text = shape(_MARGIN.sub("", INTERVAL.sub("", figure)))
    found = _words(text.text)
    index = 0
    while index < len(text.numbers):
        more, index = _one(text, index)
        found.extend(more)
    return tuple(found)
