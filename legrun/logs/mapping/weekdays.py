"""Names of the days of the week, in the languages of headers."""

from __future__ import annotations

from legrun.logs.mapping.word_lists import listed, word_set
from legrun.logs.reading.text import fold

__all__ = ["weekday"]

_NAMES = listed("weekdays")
_AFTER = word_set("day_parts") | {"feira", "1", "2", "session", "workout", "training"}
_DAYS = {word: day for day, words in enumerate(_NAMES) for word in words.split()}


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
    return _DAYS.get(words[0])
