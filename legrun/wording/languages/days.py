"""Days and times as they are written in the language that is spoken; a clock of 24 hours in all of them."""

from __future__ import annotations

import datetime as dt

from legrun.wording.languages.speaking import voice_now

__all__ = ["clock", "dated", "full_date", "full_moment", "moment", "short_date", "short_weekday", "weekday"]


def clock(time: dt.datetime | dt.time) -> str:
    """Return the time of day.

    Examples
    --------
    >>> clock(dt.datetime(2026, 3, 5, 7))
    '07:00'
    """
    return f"{time.hour:02d}:{time.minute:02d}"


def short_weekday(date: dt.date) -> str:
    """Return the day of the week, shortened.

    Examples
    --------
    >>> short_weekday(dt.date(2026, 3, 5))
    'Thu'
    """
    voice = voice_now()
    return f"{date:%a}" if voice is None else voice.date(date, "short_weekday")


def weekday(date: dt.date) -> str:
    """Return the day of the week.

    Examples
    --------
    >>> weekday(dt.date(2026, 3, 5))
    'Thursday'
    """
    voice = voice_now()
    return f"{date:%A}" if voice is None else voice.date(date, "weekday")


def short_date(date: dt.date) -> str:
    """Return a day of the year, shortened.

    Examples
    --------
    >>> short_date(dt.date(2026, 3, 5))
    'Thu 5 Mar'
    """
    voice = voice_now()
    return f"{date:%a} {date.day} {date:%b}" if voice is None else voice.date(date, "date")


def dated(date: dt.date) -> str:
    """Return a day that can be read in another year.

    Examples
    --------
    >>> dated(dt.date(2026, 3, 5))
    'Thu 5 Mar 2026'
    """
    return f"{short_date(date)} {date.year}"


def full_date(date: dt.date) -> str:
    """Return a date with its year.

    Examples
    --------
    >>> from legrun.wording.languages import speaking
    >>> full_date(dt.date(2026, 3, 5))
    'Thursday 5 March 2026'
    >>> with speaking("fr"):
    ...     full_date(dt.date(2026, 3, 5))
    'jeudi 5 mars 2026'
    """
    voice = voice_now()
    return f"{date:%A} {date.day} {date:%B %Y}" if voice is None else voice.date(date, "full_date")


def moment(time: dt.datetime) -> str:
    """Return a moment that can be read on another day.

    Examples
    --------
    >>> moment(dt.datetime(2026, 3, 5, 7))
    'Thu 5 Mar, 07:00'
    """
    return f"{short_date(time)}, {clock(time)}"


def full_moment(time: dt.datetime) -> str:
    """Return a moment that can be read in another year.

    Examples
    --------
    >>> full_moment(dt.datetime(2026, 3, 5, 7))
    'Thu 5 Mar 2026, 07:00'
    """
    return f"{dated(time)}, {clock(time)}"
