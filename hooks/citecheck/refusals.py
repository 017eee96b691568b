"""Why is a figure refused, in words that help to mend it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citecheck.closeness import converted
from citecheck.evidence import Evidence, points
from citecheck.statistics import Statistic, statistics
from citecheck.subject import agreements, is_for, is_subject_of, subject_of
from citecheck.support import bears_out, said_twice

_SHOWN = 8
"""How many figures of a source a message names at most."""


def why_refused(
    sentence: str,
    found: Sequence[Statistic],
    number: int,
    sources: Mapping[str, Sequence[Evidence]],
    around: Sequence[str],
) -> str:
    """What is wrong with a statistic that the cited sources do not bear out, to follow its text in a message.

    Args:
        sentence: the sentence as it was judged.
        found: its statistics.
        number: which of them is refused.
        sources: the evidence of each cited source, by its key.
        around: texts around the sentence that say of whom it speaks.
    """
    statistic = found[number]
    everything = [evidence for given in sources.values() for evidence in given]
    match = bears_out(sentence, found, everything)[number]
    readers = next((text for text in around if match and not is_for(match.evidence, (text,))), "")
    if match is not None and readers:
        return (
            f"is a figure of {match.evidence.source}, but not for these readers ({readers.lower()}): "
            "say in whom it was found, or cite another source"
        )
    for one, other in said_twice(sentence, found):
        if number in (one, other) and any(
            bears_out(sentence, [found[each]], everything)[0] is not None for each in (one, other)
        ):
            beside = found[other if number == one else one]
            return f'and "{beside.text}" beside it do not say the same'
    alone = statistics(statistic.text)
    elsewhere = bears_out(statistic.text, alone, everything)[0] if len(alone) == 1 else None
    if elsewhere is not None and elsewhere.figure:
        given = elsewhere.evidence
        return (
            f'is not what the cited source says of this: {given.source} gives {elsewhere.figure} for "{given.measures}"'
        )
    return "is not a figure of the cited source: " + "; ".join(
        _given(key, given, sentence, statistic) for key, given in sources.items()
    )


def _given(key: str, evidence: Sequence[Evidence], sentence: str, statistic: Statistic) -> str:
    """The figures that a source gives, the likeliest first, with what that one measures."""
    subject = subject_of(sentence, statistic)

    def unlikelihood(given: Evidence) -> tuple[bool, bool, int]:
        comparable = any(converted(statistic, quantity, given) is not None for _, quantity in points(given))
        return not is_subject_of(given, subject, statistic), not comparable, -agreements(given, subject)

    ranked = [(figure, given) for given in sorted(evidence, key=unlikelihood) for figure in given.figures]
    if not ranked:
        return f"{key} gives no figures"
    (likeliest, given), *others = ranked
    shown = [f'{likeliest} for "{given.measures}"', *dict.fromkeys(figure for figure, _ in others)][:_SHOWN]
    return f"{key} gives {', '.join(shown)}{', …' if len(ranked) > _SHOWN else ''}"
