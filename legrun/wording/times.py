"""A time as a person says it: a part of a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from legrun.evidence import value

__all__ = ["WakingPart", "part_of_day", "waking_part"]

# A part of the day by the hour it begins; nobody plans a run for the night, so that is the next morning.
PARTS = ((5, "morning"), (11, "midday"), (14, "afternoon"), (17, "evening"))
NIGHT_FROM, NIGHT_UNTIL = 22, 5
# From when on people are taken to be awake.
WAKES = int(value("options.morning_hour"))


def part_of_day(time: dt.datetime, now: dt.datetime) -> str:
    """Return a time as a part of a day, seen from `now`.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> [part_of_day(now + dt.timedelta(hours=h), now) for h in (11, 20, 24, 54)]
    ['this evening', 'tomorrow morning', 'tomorrow morning', 'Fri midday']
    """
    day, name = _part(time)
    ahead = (day - now.date()).days
    if ahead == 0:
        return f"this {name}" if name != "midday" else "midday today"
    if ahead == 1:
        return f"tomorrow {name}"
    return f"{day:%a} {name}" if ahead < 7 else f"{name} of {day:%a} {day.day} {day:%b}"


def _part(time: dt.datetime) -> tuple[dt.date, str]:
    """Return the day and the part of it that a time is said to be in."""
    day = time.date() + dt.timedelta(days=time.hour >= NIGHT_FROM)
    if time.hour >= NIGHT_FROM or time.hour < NIGHT_UNTIL:
        return day, PARTS[0][1]
    return day, next(name for hour, name in reversed(PARTS) if time.hour >= hour)


@dataclass(frozen=True)
class WakingPart:
    """The part of a day that a time is said to be in, as far as people are awake and it is still to come then.

    Attributes
    ----------
    start, end : datetime.datetime
        From when to when.
    name : str
        Its day and its name, to be read on another day.
    """

    start: dt.datetime
    end: dt.datetime
    name: str


def waking_part(time: dt.datetime) -> WakingPart:
    """Return the part of a day that a time is said to be in.

    Examples
    --------
    >>> for hour in (3, 9, 18, 23):
    ...     part = waking_part(dt.datetime(2026, 3, 5, hour))
    ...     print(f"{part.start:%a %H:%M} to {part.end:%H:%M}, {part.name}")
    Thu 07:00 to 11:00, Thu 5 Mar, morning
    Thu 09:00 to 11:00, Thu 5 Mar, morning
    Thu 18:00 to 22:00, Thu 5 Mar, evening
    Fri 07:00 to 11:00, Fri 6 Mar, morning
    """
    day, name = _part(time)
    bounds = [max(hour, WAKES) for hour, _ in PARTS] + [NIGHT_FROM]
    place = [each for _, each in PARTS].index(name)
    start, end = (dt.datetime.combine(day, dt.time(bounds[each])) for each in (place, place + 1))
    return WakingPart(max(start, time), end, f"{day:%a} {day.day} {day:%b}, {name}")
