"""What is the second of one name called, so that no two sound alike?"""

from __future__ import annotations

_WORDS = ("second", "third", "fourth", "fifth", "sixth", "seventh")


def again(before: int, what: str) -> str:
    """What follows a name that so many have before: "", ", second table" … ", seventh table", ", table 8" …"""
    if not before:
        return ""
    return f", {_WORDS[before - 1]} {what}" if before <= len(_WORDS) else f", {what} {before + 1}"
