"""Nights of sleep and morning ratings, from files that hold one row per day."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable

from legrun.errors import ScenarioError
from legrun.logs.format import Notes
from legrun.scenario import CheckIn

__all__ = ["check_in_hour", "nights", "ratings"]

LONGEST_NIGHT = 16.0  # what a scenario takes [h]
_HOURS = ("06:00", "07:00", "08:00")


def nights(rows: Iterable[tuple[int, dt.date | None, float]], column: str | None, notes: Notes) -> dict[dt.date, float]:
    """Return sleep by the date the night ends on; of two on one date the longer one.

    Parameters
    ----------
    rows : iterable of (int, date or None, float)
        Row number, date the night ends on, and hours asleep; NaN where not given. [h]
    column : str or None
        The column's name, for problems.
    notes : Notes
        Takes what could not be used.

    Examples
    --------
    >>> day = dt.date(2026, 3, 4)
    >>> nights([(2, day, 7.5), (3, day, 1.0), (4, day, 40.0)], "Asleep", Notes())
    {datetime.date(2026, 3, 4): 7.5}
    """
    found: dict[dt.date, float] = {}
    for row, date, hours in rows:
        if date is None or math.isnan(hours) or hours <= 0:
            continue
        if hours > LONGEST_NIGHT:
            message = f"{hours:.1f} h of sleep in one night cannot be used; the night was left out."
            notes.problem(row, column, message)
            continue
        if date in found:
            notes.problem(row, column, f"A second night that ends on {date}; the longer of the two counts.")
        found[date] = max(found.get(date, 0.0), round(hours, 4))
    return found


def check_in_hour(notes: Notes) -> int:
    """Return the hour that morning ratings without a time are given, and note it."""
    reason = "the file gives the day of a rating only; it is taken as a morning's"
    return int(notes.choose("check_in_time", "07:00", reason, _HOURS)[:2])


def ratings(rows: Iterable[tuple[int, dt.datetime | None, float]], column: str | None, notes: Notes) -> list[CheckIn]:
    """Return check-ins from row number, time and soreness [0-10]; NaN where not rated."""
    found = []
    for row, time, soreness in rows:
        if time is None or math.isnan(soreness):
            continue
        try:
            found.append(CheckIn(time, round(soreness, 4)))
        except ScenarioError as error:
            notes.problem(row, column, f"The rating was left out: {error}")
    return found
