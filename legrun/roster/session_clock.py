"""The clock of a session as a coach writes it, and ranges: "18:00 legs", "at 6 pm", "18-19 Uhr", "30-40 min"."""

from __future__ import annotations

import datetime as dt
import re

__all__ = ["greater_ends", "part_clock"]

_CLOCK_FIRST = re.compile(
    r"^\s*(?:(?:at|um|\u00e0|a las|\u00e0s|alle|om)\s+)?"
    r"(\d{1,2})(?:[:.h](\d{2})(?:\s*(am|pm|uhr|h)\b)?|\s*(am|pm|uhr|h)\b)(?=[\s,:;-]|$)",
    re.I,
)
_CLOCK_AT = re.compile(
    r"(?:@|(?<!\w)(?:at|um|gegen|\u00e0|vers|a las?|\u00e0s|alle|ore|om))\s*"
    r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|uhr|h)?\b"
    r"|\b(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|uhr)\b",
    re.I,
)
_RANGE = re.compile(
    r"(?<![\d.,:x\u00d7/-])(\d{1,3}(?:[.,:h]\d{1,2})?)\s*(h|hrs?|min|mins|km|k|mi|')?"
    r"\s*(?:-|\u2013|\u2014|\b(?:to|bis|\u00e0|a|hasta|at\u00e9|tot|til)\b)\s*(\d{1,3}(?:[.,:h]\d{1,2})?)(?![\d.,:-]*\d)"
    r"(?:(\s*(?:am|pm|uhr)\b)|(?=\s*(h|hrs?|min|mins|km|k|mi|')?))",
    re.I,
)
_SHORTEST_HOUR = 4  # "1:05" in front is a length, "18:00" a clock
_LONGEST_H = 5
_LAST_HOUR = 23
_COVERS = frozenset({"km", "k", "mi"})
_WIDEST = 4  # times the lesser end of a range


def greater_ends(text: str) -> str:
    """Return a text with the greater end of each range: a session may come to it. Two clocks are a start and a length.

    Examples
    --------
    >>> greater_ends("easy 30-40 min, RPE 3-4"), greater_ends("18:00-19:15 legs"), greater_ends("5-6 pm run")
    ('easy 40 min, RPE 4', '18:00 75 min legs', '5 pm 60 min run')
    """
    return _RANGE.sub(_greater, text.replace("\u2019", "'"))


def _greater(match: re.Match[str]) -> str:
    """Return the greater end of a range; of two clocks the first, and how long it is to the other."""
    first, last = _in_60ths(match[1]), _in_60ths(match[3])
    is_clock = [":" in end or "h" in end.casefold() for end in (match[1], match[3])]
    parted = is_clock == [True, False] or _is_parted(match[2], match[5])
    if parted or not first < last <= _WIDEST * first:
        return match[0]  # "8 km - 45 min" and "18:00 - 40 min" say two things
    if match[4] or (":" in match[1] and ":" in match[3] and first >= _SHORTEST_HOUR):
        return f"{match[1]}{match[4] or ''} {60 * (last - first):.0f} min"
    return match[3]


def _is_parted(first: str | None, last: str | None) -> bool:
    """Return whether one of two units is of distance and the other of time."""
    return bool(first and last) and (first in _COVERS) != (last in _COVERS)


def _in_60ths(text: str) -> float:
    whole, _, part = text.casefold().replace("h", ":").replace(",", ".").partition(":")
    return float(whole) + float(part or 0) / 60


def part_clock(text: str) -> tuple[str, dt.time | None]:
    """Return a text without its clock, and the clock.

    Examples
    --------
    >>> part_clock("legs at 6 pm")
    ('legs  ', datetime.time(18, 0))
    """
    if (match := _CLOCK_FIRST.match(text)) and _is_clock(int(match[1]), match[3] or match[4]):
        hour, minute, half = match[1], match[2], match[3] or match[4]
    elif match := _CLOCK_AT.search(text):
        hour, minute, half = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
        if half is None and minute is None and (match[0].startswith("@") or int(hour) > _LAST_HOUR):
            return text, None  # "@ 8" is an effort
    else:
        return text, None
    at = int(hour)
    if half and half.casefold() in ("am", "pm"):
        at = at % 12 + (12 if half.casefold() == "pm" else 0)
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return (rest, dt.time(at, int(minute or 0))) if at < 24 and int(minute or 0) < 60 else (text, None)


def _is_clock(hour: int, half: str | None) -> bool:
    """Return whether an hour in front of a session is its clock, "18:00" or "18 h"; "1:05" and "2 h" are lengths."""
    if half is None:
        return hour >= _SHORTEST_HOUR
    return half.casefold() != "h" or hour > _LONGEST_H
