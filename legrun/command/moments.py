"""Days, times of day and now, as they are typed."""

from __future__ import annotations

import datetime as dt
import re

from legrun.errors import LegrunError

__all__ = ["day_before", "is_day", "is_time", "read_now", "time_of_day", "weekday"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORTEST = len("mon")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
TIME = re.compile(r"(\d{1,2})[:.](\d{2})(am|pm)?|(\d{1,2})(am|pm)")
NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}


def is_day(word: str) -> bool:
    """Return whether a word names a day.

    Examples
    --------
    >>> is_day("yesterday"), is_day("tuesday"), is_day("2026-03-03"), is_day("18:00")
    (True, True, True, False)
    """
    return word in NEAR or weekday(word) is not None or bool(DATE.fullmatch(word))


def weekday(word: str) -> int | None:
    """Return the weekday that a word names or begins, Monday as 0; None where it is another word.

    Examples
    --------
    >>> [weekday(word) for word in ("mon", "Tuesday", "weds", "THURS", "monkey", "su")]
    [0, 1, 2, 3, None, None]
    """
    begun = word.lower().removesuffix("s")
    if len(begun) < SHORTEST:
        return None
    return next((day for day, name in enumerate(WEEKDAYS) if name.startswith(begun)), None)


def is_time(word: str) -> bool:
    """Return whether a word names a time of day.

    Examples
    --------
    >>> is_time("18:00"), is_time("6pm"), is_time("60min")
    (True, True, False)
    """
    return bool(TIME.fullmatch(word))


def day_before(word: str, now: dt.datetime, *, ahead: bool = False) -> dt.date:
    """Return the day that a word names: of a weekday the last one up to now, or the next one from now where `ahead`.

    Examples
    --------
    >>> [day_before(word, dt.datetime(2026, 3, 4, 7)).day for word in ("today", "tue", "2026-03-01")]
    [4, 3, 1]
    """
    today = now.date()
    if word in NEAR:
        return today + dt.timedelta(days=NEAR[word])
    if DATE.fullmatch(word):
        try:
            return dt.date.fromisoformat(word)
        except ValueError:
            raise LegrunError(f'"{word}" is no day of the calendar; write it like 2026-03-03.') from None
    day = weekday(word)
    if day is None:
        raise LegrunError(f'"{word}" is no day; write it like yesterday, tue or 2026-03-03.')
    if ahead:
        return today + dt.timedelta(days=(day - today.weekday()) % 7)
    return today - dt.timedelta(days=(today.weekday() - day) % 7)


def time_of_day(word: str) -> dt.time:
    """Return the time that a word names.

    Examples
    --------
    >>> time_of_day("6:30pm"), time_of_day("7.15")
    (datetime.time(18, 30), datetime.time(7, 15))
    """
    match = TIME.fullmatch(word)
    if match is None:
        raise LegrunError(f'"{word}" is no time of day; write it like 18:00.')
    hour, minute, half, whole, of = match.groups()
    hours, half = int(hour or whole), half or of
    if (half and not 1 <= hours <= 12) or (not half and hours > 23) or int(minute or 0) > 59:
        raise LegrunError(f'"{word}" is no time of day; write it like 18:00 or 6pm.')
    return dt.time(hours % 12 + (12 if half == "pm" else 0) if half else hours, int(minute or 0))


def read_now(text: str | None, tz: str | None) -> dt.datetime:
    """Return now: as typed, else by the clock, in a zone where one is given; to the minute, without zone.

    Examples
    --------
    >>> read_now("2026-03-04 07:00", None), read_now("2026-03-04T06:00Z", "Europe/Paris")
    (datetime.datetime(2026, 3, 4, 7, 0), datetime.datetime(2026, 3, 4, 7, 0))
    """
    zone = _zone(tz) if tz else None
    if text is None:
        now = dt.datetime.now(zone)
    else:
        try:
            now = dt.datetime.fromisoformat(text)
        except ValueError:
            raise LegrunError(f'now is "{text}"; write it like "2026-03-04 07:00".') from None
        if now.tzinfo is not None:
            now = now.astimezone(zone)
    return now.replace(second=0, microsecond=0, tzinfo=None)


def _zone(name: str) -> dt.tzinfo:
    import zoneinfo  # takes a while to load, and few ask for it

    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise LegrunError(f'tz is "{name}"; it must be a zone like Europe/Berlin.') from None
