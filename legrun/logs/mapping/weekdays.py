"""Names of the days of the week, in the languages of headers."""

from __future__ import annotations

from legrun.logs.mapping.word_lists import listed
from legrun.logs.reading.text import fold

__all__ = ["weekday"]

_NAMES = listed("weekdays")
_DAYS = {word: day for day, words in enumerate(_NAMES) for word in words.split()}


def weekday(text: str) -> int | None:
    """Return the day of the week that a text names, Monday being 0, or None.

    Examples
    --------
    >>> weekday("Tue"), weekday("mercredi"), weekday("Segunda-feira"), weekday("Easter")
    (1, 2, 0, None)
    """
    words = fold(text).split()
    if not words or len(words) > 2 or (len(words) == 2 and words[1] != "feira"):
        return None
    return _DAYS.get(words[0])
