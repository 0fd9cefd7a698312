"""Times as hours from now."""

from __future__ import annotations

import datetime as dt

__all__ = ["DAY", "HOUR", "hours_from"]

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def hours_from(now: dt.datetime, time: dt.datetime) -> float:
    """Return a time as hours from now, negative before it. [h]

    Examples
    --------
    >>> hours_from(dt.datetime(2026, 3, 4, 7), dt.datetime(2026, 3, 4, 5, 30))
    -1.5
    """
    return (time - now) / HOUR
