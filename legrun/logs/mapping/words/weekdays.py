"""Headers and cells that name a day of the week, and perhaps a part of it."""

from __future__ import annotations

from legrun.logs.fields.weekdays import day_of_week
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.text import fold

__all__ = ["weekday"]

_AFTER = word_set("day_parts") | {"feira", "1", "2", "session", "workout", "training"}


def weekday(text: str) -> int | None:
    """Return the day of the week that a text names, Monday being 0, or None; a part of that day may follow.

    Examples
    --------
    >>> weekday("Tue"), weekday("mercredi"), weekday("Segunda-feira"), weekday("Mon AM"), weekday("Easter")
    (1, 2, 0, 0, None)
    """
    words = fold(text).split()
    if not words or len(words) > 2 or (len(words) == 2 and words[1] not in _AFTER):
        return None
    return day_of_week(words[0])
