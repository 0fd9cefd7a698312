"""Nights of sleep and morning ratings, from files that hold one row per day or per sleep."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legrun.errors import ScenarioError
from legrun.evidence import value
from legrun.logs.format import Notes
from legrun.scenario import CheckIn
from legrun.wording.languages import dated

__all__ = ["LONGEST_NIGHT", "Sleep", "check_in_hour", "morning_check_ins", "nights_by_date", "sleep_h"]

LONGEST_NIGHT = 16.0  # what a scenario takes [h]
_HOURS = ("06:00", "07:00", "08:00")
_DAY_FROM, _DAY_TO = 9, 21  # a short sleep between these hours is a nap
_NAP_H = 3.0  # what a nap may last where the file does not tell naps apart


@dataclass(frozen=True)
class Sleep:
    """One sleep of a file that has a row for each.

    Attributes
    ----------
    row : int
        Its row, as a spreadsheet counts.
    hours : float
        Time asleep; NaN where not given. [h]
    start, end : datetime.datetime or None
        Local times of falling asleep and waking up, where the file has them.
    date : datetime.date or None
        The day it ends on, where the file gives that alone.
    nap : bool or None
        Whether the app calls it a nap; None where it does not say.
    """

    row: int
    hours: float
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    date: dt.date | None = None
    nap: bool | None = None

    @property
    def day(self) -> dt.date | None:
        """The day the night ends on."""
        return self.end.date() if self.end else self.date

    @property
    def is_nap(self) -> bool:
        """Whether it is a nap, by the app's word or else by the clock."""
        if self.nap is not None or self.start is None or self.end is None:
            return bool(self.nap)
        by_day = self.start.date() == self.end.date() and self.start.hour >= _DAY_FROM and self.end.hour <= _DAY_TO
        return by_day and self.hours < _NAP_H

    def overlaps(self, other: Sleep) -> bool:
        """Tell whether two sleeps can be one; those without both times can."""
        if not (self.start and self.end and other.start and other.end):
            return True
        return self.start < other.end and other.start < self.end


def sleep_h(sleeps: Iterable[Sleep], column: str | None, notes: Notes) -> dict[dt.date, float]:
    """Return sleep by the date the night ends on; naps are left out, and the parts of a broken night add up. [h]

    Parameters
    ----------
    sleeps : iterable of Sleep
        The rows of the file.
    column : str or None
        Name of the column with the time asleep, for problems.
    notes : Notes
        Takes the assumption ``naps`` and what could not be used.

    Examples
    --------
    >>> def at(hour, day=4): return dt.datetime(2026, 3, day, hour)
    >>> broken = [Sleep(2, 3.25, at(23, day=3), at(3)), Sleep(3, 3.75, at(4), at(8)), Sleep(4, 1.0, at(14), at(15))]
    >>> sleep_h(broken, "Asleep", Notes())
    {datetime.date(2026, 3, 4): 7.0}
    """
    by_day: dict[dt.date, list[Sleep]] = {}
    naps = 0
    for sleep in sleeps:
        naps += sleep.is_nap
        if not sleep.is_nap and sleep.day is not None and sleep.hours > 0:
            by_day.setdefault(sleep.day, []).append(sleep)
    if naps:
        notes.assume("naps", f"{naps:,} left out", "naps are not added to the night's sleep")
    rows = [(parts[0].row, day, _total(parts, day, column, notes)) for day, parts in by_day.items()]
    return nights_by_date(rows, column, notes)


def _total(parts: Sequence[Sleep], day: dt.date, column: str | None, notes: Notes) -> float:
    """Return the hours of one night, that ends on a day: of sleeps that overlap the longest, of others the sum."""
    kept: list[Sleep] = []
    for part in sorted(parts, key=lambda sleep: -sleep.hours):
        over = [other.hours for other in kept if part.overlaps(other)]
        if over and part.hours not in over:  # a night that stands beside each session of its day is one
            notes.problem(part.row, column, _second(day))
        if not over:
            kept.append(part)
    return math.fsum(part.hours for part in kept)


def nights_by_date(
    rows: Iterable[tuple[int, dt.date | None, float]], column: str | None, notes: Notes
) -> dict[dt.date, float]:
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
    >>> nights_by_date([(2, day, 7.5), (3, day, 1.0), (4, day, 40.0)], "Asleep", Notes())
    {datetime.date(2026, 3, 4): 7.5}
    """
    hours_by_date: dict[dt.date, float] = {}
    shortest = value("log.shortest_night_h")
    for row, date, hours in rows:
        if date is None or math.isnan(hours) or hours <= 0:
            continue
        if not shortest <= hours <= LONGEST_NIGHT:
            amount = f"{hours:.1f} h" if hours >= shortest else f"{60 * hours:.0f} min"
            notes.problem(row, column, f"{amount} of sleep in one night cannot be used; the night was left out.")
            continue
        known = hours_by_date.setdefault(date, round(hours, 4))
        if known != round(hours, 4):
            notes.problem(row, column, _second(date))
        hours_by_date[date] = max(known, round(hours, 4))
    return hours_by_date


def check_in_hour(notes: Notes) -> int:
    """Return the hour that morning ratings without a time are given, and note it."""
    reason = "the file gives the day of a rating only; it is taken as a morning's"
    return int(notes.choose("check_in_time", "07:00", reason, _HOURS)[:2])


def morning_check_ins(
    rows: Iterable[tuple[int, dt.datetime | None, float]], column: str | None, notes: Notes
) -> list[CheckIn]:
    """Return check-ins from row number, time and soreness [0-10]; NaN where not rated."""
    check_ins = []
    for row, time, soreness in rows:
        if time is None or math.isnan(soreness):
            continue
        try:
            check_ins.append(CheckIn(time, round(soreness, 4)))
        except ScenarioError as error:
            notes.problem(row, column, f"The rating was left out: {error}")
    return check_ins


def _second(day: dt.date) -> str:
    return f"A second night that ends on {dated(day)}; the longer of the two counts."
