"""Which day is it, for a build and for the check behind it?"""

from __future__ import annotations

import datetime
import os

_EPOCH = "SOURCE_DATE_EPOCH"


class NoDay(ValueError):
    """SOURCE_DATE_EPOCH names no day; the message says what it is to be."""


def today() -> datetime.date:
    """The day on which dates are judged: that of SOURCE_DATE_EPOCH if it is set, so that an old commit still builds.

    Raises:
        NoDay: SOURCE_DATE_EPOCH is set to something else than a number of seconds.
    """
    epoch = os.environ.get(_EPOCH, "")
    if not epoch:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        shown = epoch if len(epoch) <= 40 else f"{epoch[:40]}…"
        raise NoDay(f'{_EPOCH} is "{shown}": set it to seconds since 1970, such as 1767225600, or unset it') from None
