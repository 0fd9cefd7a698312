"""A time as a person says it: a part of a day."""

from __future__ import annotations

import datetime as dt

__all__ = ["part_of_day"]

# A part of the day by the hour it begins; nobody plans a run for the night, so that is the next morning.
PARTS = ((5, "morning"), (11, "midday"), (14, "afternoon"), (17, "evening"))
NIGHT_FROM, NIGHT_UNTIL = 22, 5


def part_of_day(time: dt.datetime, now: dt.datetime) -> str:
    """Return a time as a part of a day, seen from `now`.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> [part_of_day(now + dt.timedelta(hours=h), now) for h in (11, 20, 24, 54)]
    ['this evening', 'tomorrow morning', 'tomorrow morning', 'Fri midday']
    """
    day = time.date()
    if time.hour >= NIGHT_FROM:
        day += dt.timedelta(days=1)
    at_night = time.hour >= NIGHT_FROM or time.hour < NIGHT_UNTIL
    name = "morning" if at_night else next(name for hour, name in reversed(PARTS) if time.hour >= hour)
    ahead = (day - now.date()).days
    if ahead == 0:
        return f"this {name}" if name != "midday" else "midday today"
    if ahead == 1:
        return f"tomorrow {name}"
    return f"{day:%a} {name}" if ahead < 7 else f"{name} of {day:%a} {day.day} {day:%b}"
