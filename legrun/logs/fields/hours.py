"""Hours of the day as people type them without a colon: ``18``, ``7.5``, ``1830``, ``18h``, ``6 pm``, ``noon``."""

from __future__ import annotations

import datetime as dt
import re

from legrun.logs.fields.half_days import latin_half
from legrun.logs.reading.text import fold

__all__ = ["parse_hour"]

_BEFORE = re.compile(r"^(?:kl\.?|um|at|à|a las|às|alle|ore|om|o|godz\.?|klo)\s+(?=\d)")
_SAID = re.compile(
    r"(\d{1,2})(?:\s*(?:[:.]|h|u|時|点|시)\s*(\d{2})(?:\s*(?:[:.]|m)\s*\d{2})?)?\s*(?:h|hs|hrs?|heures?|horas?|uhr|u|uur|分|時|点|시|o'?clock)?\s*([ap])?\.?\s?(?:m\.?)?"
)
_IN_FULL = re.compile(r"(\d{1,2})([0-5]\d)(?:\s*(?:h|hrs?|uhr))?")
_PART_OF_HOUR = re.compile(r"(\d{1,2})[.,](\d{1,2})(?:\s*(?:h|uhr))?")
_IN_KANJI = re.compile(r"(\d{1,2})\s?[時点點시]\s?(\d{1,2})\s?[分분]?")
_QUARTERS = {"5": 30, "50": 30, "25": 15, "75": 45}  # 7.5 is half past seven, and 7.25 a quarter past
_NOON = frozenset(
    {"noon", "midday", "mittag", "mittags", "midi", "mediodia", "mezzogiorno", "meio dia", "middag", "poludnie"}
)
_LAST = 23


def parse_hour(text: str) -> dt.time | None:
    """Return the hour of the day that a cell of a column of clocks says, None where it says none.

    Examples
    --------
    >>> cells = ("18", "7.5", "18,3", "1830", "7h15", "18 Uhr", "6 pm", "12 am", "noon", "18:02", "45", "soon")
    >>> [f"{hour:%H:%M}" if (hour := parse_hour(cell)) else None for cell in cells]
    ['18:00', '07:30', '18:30', '18:30', '07:15', '18:00', '18:00', '00:00', '12:00', '18:02', None, None]
    """
    text = _IN_KANJI.sub(lambda match: f"{match[1]}:{match[2].zfill(2)}", " ".join(text.casefold().split())[:40])
    text = _BEFORE.sub("", latin_half(text))[:20]
    if fold(text) in _NOON:
        return dt.time(12)
    if match := _PART_OF_HOUR.fullmatch(text):
        return _time(int(match[1]), _QUARTERS.get(match[2], int(match[2].ljust(2, "0"))))
    if match := _IN_FULL.fullmatch(text):
        return _time(int(match[1]), int(match[2]))
    match = _SAID.fullmatch(text)
    if match is None:
        return None
    hour = int(match[1])
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3] == "p" else 0)
    return _time(hour, int(match[2] or 0))


def _time(hour: int, minute: int) -> dt.time | None:
    return dt.time(hour, minute) if hour <= _LAST and minute < 60 else None
