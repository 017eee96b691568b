"""Which words of a sentence stand nearest to a figure?"""

from __future__ import annotations

import functools
import re

from citecheck.numbers import shape
from citecheck.statistics import Statistic, may_hold_statistic

_FIGURE = re.compile(
    r"# ?(?:%|percent\b|out of\b|in (?:every |each )?#)|½|"
    r"(?<!at )(?<!by )(?<!after )(?<!within )(?<!over )(?<!under )(?<!-)# ?(?:year|month|week|day)s?\b(?! (?:after|later|on)\b)"
)
"""A figure, in the shape of a text: not the span of time after which it was taken."""
_PAUSE = re.compile(
    r"[,;]|\((?=[^()]{0,80}\d)|\. |(?<!alive )\band\b|\b(?:against|versus|but|yet|while|whereas|compared|as (?:in|with|for|among|of|did|had|were)|(?<!longer )(?<!shorter )(?<!more )(?<!less )(?<!fewer )than)\b|(?<!\d)\d[\d.·]*+ ?(?:%|out of\b)"
)
_OPEN_BRACKET = re.compile(r"\([^()]{0,24}$")
_AGAIN = re.compile(r"^((?: [a-z-]+){0,4}) \((?:about )?\d[\d.·]* ?%\)")
"""A share said again as a percent: "13 out of 100 children (13%)"."""
_PART = re.compile(r"; |\. ")
_CONTRAST = re.compile(
    r"\b(?:against|versus|vs|compared|than|otherwise|whereas|while|but|others?|without|none|those|not|rest|rather)\b"
)


def nearest(sentence: str, statistic: Statistic) -> tuple[str, str, str, str]:
    """The texts around a figure in small letters, the nearest first: its clauses, its part and the whole sentence.

    A figure in brackets belongs to the words before it. A part lies between semicolons or full stops. Of a figure that
    is set against the one before it ("15%, against 10% of the others") the part begins there, and is the last.
    """
    before, behind = sentence[: statistic.start].lower(), _AGAIN.sub(r"\1", sentence[statistic.end :].lower())
    start = max((match.end() for match in _PAUSE.finditer(before)), default=0)
    in_brackets = bool(_OPEN_BRACKET.search(before))
    clause = _PAUSE.split(behind.lstrip("% )"), maxsplit=1)[0]
    clauses = f"{statistic.text.lower()} {clause}", before[start:]
    part_before, part_behind = _PART.split(before)[-1], _PART.split(behind)[0]
    figures, since = [], ""
    if may_hold_statistic(part_before):
        read = shape(part_before)
        figures = list(_FIGURE.finditer(read.text))
        since = part_before[read.origin[figures[-1].end()] :] if figures else ""
    contrasts = [match.start() for match in _CONTRAST.finditer(since)]
    # "5.9% died with it and 5.2% without"
    stands_alone = bool(figures and not contrasts and _CONTRAST.search(clauses[0]))
    if contrasts:
        part_before = since[contrasts[-1] :]
        if in_brackets:
            part_behind = part_behind.partition(")")[0]
    elif stands_alone:
        part_before = ""
    part = part_before + statistic.text.lower() + part_behind
    return (*(clauses[::-1] if in_brackets else clauses), part, part if contrasts or stands_alone else sentence.lower())


@functools.lru_cache(maxsize=512)
def lead(text: str) -> str:
    """What stands before the first figure of a text."""
    read = shape(text)
    first = _FIGURE.search(read.text)
    return text[: read.origin[first.start()]] if first else text


@functools.lru_cache(maxsize=128)
def own_words(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Of the texts around a figure those that are said of it: its clauses, and of its part what is not said of another.

    What is said behind one of several figures ("and in 7% it was severe") is not said of all.
    """
    part = texts[2]
    return *texts[:2], lead(part) if len(_FIGURE.findall(shape(part).text)) > 1 else part
