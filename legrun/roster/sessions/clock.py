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
    r"(?<![\d.,:x\u00d7/-])(\d{1,3}(?:[.,:h]\d{1,2}|\sh\s\d{2})?)\s*(h|hrs?|min|mins|km|k|mi|'|am|pm)?"
    r"\s*(?:-|\u2013|\u2014|\b(?:to|bis|\u00e0|a|hasta|at\u00e9|tot|til)\b)"
    r"\s*(\d{1,3}(?:[.,:h]\d{1,2}|\sh\s\d{2})?)(?![\d.,:-]*\d)"
    r"(?:(\s*(?:am|pm|uhr|h)\b)|(?=\s*(h|hrs?|min|mins|km|k|mi|')?))",
    re.I,
)
# An hour that nothing introduces: "jambes 18h", "legs 60 min 18:30", "footing 40' 7 h 15", "piernas 18 hrs".
_HOUR_ALONE = re.compile(
    r"(?<![\w.,:/])(\d{1,2})(?::([0-5]\d)|h([0-5]\d)?|\sh(?:\s([0-5]\d)(?!\s*m))?"
    r"|\s?(?:hs|hrs?|hours?|heures?|horas?|ore|uur))(?!\w|:\d)",
    re.I,
)
_MEASURED = re.compile(r"\d\s*(?:min|mn\b|['\u2032]|km|k\b|mi)", re.I)
_ITS_MINUTES = re.compile(r"^\s?[0-5]\d\s?m(?:in|n)?\b", re.I)  # of "7h 40 min"
_SHORTEST_HOUR = 4  # "1:05" in front is a length, "18:00" a clock
_LONGEST_H = 5
_LONGEST_OF_ALL_H = 12  # of what may be long, a ride or an ultra
_LAST_HOUR = 23
_COVERS = frozenset({"km", "k", "mi"})
_HALVES = ("am", "pm")
_HALF_DAY = 12
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
    unit = (match[4] or "").strip().casefold()
    halves = [half for half in ((match[2] or "").casefold(), unit) if half in _HALVES]
    first, last = _in_60ths(match[1], *halves[:1]), _in_60ths(match[3], *halves[-1:])
    ends = [f"{match[1]}{match[2] or ''}".casefold(), f"{match[3]}{unit}".casefold()]
    is_clock = [any(mark in end for mark in (":", "h", *_HALVES)) for end in ends]
    parted = is_clock == [True, False] or _is_parted(match[2], match[5])
    if parted or not first < last <= _WIDEST * first:
        return match[0]  # "8 km - 45 min" and "18:00 - 40 min" say two things
    minutes = f"{60 * (last - first):.0f} min"
    if unit in ("uhr", *_HALVES) or (":" in match[1] and ":" in match[3] and first >= _SHORTEST_HOUR):
        return f"{match[1]}{match[2] if len(halves) == len(ends) else match[4] or ''} {minutes}"
    if "h" in ends[1] and first > _LONGEST_H:  # "18-19h", "18h-19h15"
        return f"{match[1].replace(' ', '')}{'' if 'h' in match[1].casefold() else 'h'} {minutes}"
    return f"{match[3]}{match[4] or ''}"


def _is_parted(first: str | None, last: str | None) -> bool:
    """Return whether one of two units is of distance and the other of time."""
    return bool(first and last) and (first in _COVERS) != (last in _COVERS)


def _in_60ths(text: str, half: str = "") -> float:
    """Return an hour or a length as a number, of a clock with its half of the day the hour since midnight."""
    whole, _, part = text.casefold().replace("h", ":").replace(",", ".").partition(":")
    hour = float(whole) % 12 + (12 if half == "pm" else 0) if half else float(whole)
    return hour + float(part or 0) / 60


def part_clock(text: str, *, may_be_long: bool = False) -> tuple[str, dt.time | None]:
    """Return a text without its clock, and the clock.

    Hours that no such session lasts are one, wherever they stand; `may_be_long` is for rides and ultras.

    Examples
    --------
    >>> part_clock("legs at 6 pm")
    ('legs  ', datetime.time(18, 0))
    >>> part_clock("jambes 18h, 60 min"), part_clock("ultra 9h", may_be_long=True)
    (('jambes  , 60 min', datetime.time(18, 0)), ('ultra 9h', None))
    """
    if (match := _CLOCK_FIRST.match(text)) and _is_clock(int(match[1]), match[3] or match[4]):
        hour, minute, half = match[1], match[2], match[3] or match[4]
    elif match := next(filter(_is_said, _CLOCK_AT.finditer(text)), None):
        hour, minute, half = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
    elif match := _hour_alone(text, may_be_long):
        hour, minute, half = match[1], match[2] or match[3] or match[4], None
    else:
        return text, None
    at = int(hour)
    if half and half.casefold() in _HALVES:
        at = at % 12 + (12 if half.casefold() == "pm" else 0)
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return (rest, dt.time(at, int(minute or 0))) if at < 24 and int(minute or 0) < 60 else (text, None)


def _is_said(match: re.Match[str]) -> bool:
    """Return whether a number after "at" or "@" is a clock: "@ 8" is an effort, "at 80 %" a weight, "40 PM" minutes."""
    if (match[6] or "").casefold() in _HALVES and match[5] is None and int(match[4]) > _HALF_DAY:
        return False
    hour, is_bare = int(match[1] or match[4]), match[1] is not None and match[2] is None and match[3] is None
    return not (is_bare and (match[0].startswith("@") or hour > _LAST_HOUR))


def _hour_alone(text: str, may_be_long: bool) -> re.Match[str] | None:
    """Return the first hour that is too late to be a length; where the length is told besides, any may be."""
    for match in _HOUR_ALONE.finditer(text):
        rest = f"{text[: match.start()]} {_ITS_MINUTES.sub('', text[match.end() :])}"
        is_open = may_be_long and match[2] is None and not _MEASURED.search(rest)
        if (_LONGEST_OF_ALL_H if is_open else _LONGEST_H) < int(match[1]) <= _LAST_HOUR:
            return match
    return None


def _is_clock(hour: int, half: str | None) -> bool:
    """Return whether an hour in front of a session is its clock, "18:00" or "18 h"; "1:05" and "2 h" are lengths."""
    if half is None:
        return hour >= _SHORTEST_HOUR
    return half.casefold() != "h" or hour > _LONGEST_H
