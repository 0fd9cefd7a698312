"""Times as hours from now, and whose day it is."""

from __future__ import annotations

import datetime as dt

from legrun.evidence import value

__all__ = ["DAY", "HOUR", "hours_from", "is_small_hours"]

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
FIRST_HOUR = value("planner.first_hour")


def hours_from(now: dt.datetime, time: dt.datetime) -> float:
    """Return a time as hours from now, negative before it. [h]

    Examples
    --------
    >>> hours_from(dt.datetime(2026, 3, 4, 7), dt.datetime(2026, 3, 4, 5, 30))
    -1.5
    """
    return (time - now) / HOUR


def is_small_hours(now: dt.datetime) -> bool:
    """Return whether many have not yet slept, who call the day that has begun tomorrow.

    Examples
    --------
    >>> [is_small_hours(dt.datetime(2026, 3, 4, hour)) for hour in (0, 5, 6, 23)]
    [True, True, False, False]
    """
    return now.hour < FIRST_HOUR
