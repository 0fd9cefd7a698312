"""Daily load, fitness and fatigue, even weeks."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from legrun.evidence import value
from legrun.scenario import KINDS, Kind, Session
from legrun.scenario.hours import DAY

__all__ = ["DAY", "DailyLoad", "Trend", "Week", "daily_load", "monotony", "smoothed", "trend", "weeks"]

Array = npt.NDArray[np.float64]
Days = npt.NDArray[np.datetime64]
EPOCH_WEEKDAY = 3  # day 0 of numpy, 1 January 1970, was a Thursday
FITNESS_DAYS = value("trend.fitness_days")
FATIGUE_DAYS = value("trend.fatigue_days")


@dataclass(frozen=True)
class DailyLoad:
    """Load of every day from the first to the last, rest days included.

    Attributes
    ----------
    days : array of datetime64[D], shape (n,)
        Every calendar day; a session counts on the day it starts.
    by_kind : dict of str to array, shape (n,)
        Load of each kind of session. [AU]
    """

    days: Days
    by_kind: Mapping[Kind, Array]

    @property
    def total(self) -> Array:
        """Load of all kinds together. [AU]"""
        return np.asarray(np.sum(list(self.by_kind.values()), axis=0), dtype=float)


@dataclass(frozen=True)
class Trend:
    """Fitness, fatigue and form of every day, at its end.

    Attributes
    ----------
    days : array of datetime64[D], shape (n,)
        Every calendar day.
    load, fitness, fatigue : array, shape (n,)
        Load of the day, and its slow and fast exponential averages. [AU per day]
    """

    days: Days
    load: Array
    fitness: Array
    fatigue: Array

    @property
    def form(self) -> Array:
        """Fitness less fatigue of the same day. [AU per day]"""
        return self.fitness - self.fatigue

    def between(self, first: dt.date, last: dt.date) -> Trend:
        """Return the days from `first` to `last`, both included."""
        kept = (self.days >= np.datetime64(first)) & (self.days <= np.datetime64(last))
        return Trend(self.days[kept], self.load[kept], self.fitness[kept], self.fatigue[kept])


@dataclass(frozen=True)
class Week:
    """One week, Monday to Sunday.

    Attributes
    ----------
    monday : datetime.date
        Its first day.
    days : int
        Days of it that the log covers; 7 unless it is the first or the last.
    by_kind : dict of str to float
        Load of each kind. [AU]
    monotony : float
        Mean of the daily load over its standard deviation; infinite when every day is the same, NaN when
        nothing was done or not all 7 days are known. [-]
    longest_run_minutes : float
        Longest run of the week; 0 when there was none. [min]
    leg_days : int
        Days with a leg session.
    """

    monday: dt.date
    days: int
    by_kind: Mapping[Kind, float]
    monotony: float
    longest_run_minutes: float
    leg_days: int

    @property
    def load_au(self) -> float:
        """Load of the week. [AU]"""
        return sum(self.by_kind.values())

    @property
    def strain(self) -> float:
        """Load times monotony (Foster 1998). [AU]"""
        return self.load_au * self.monotony


def daily_load(sessions: Sequence[Session], *, until: dt.datetime | None = None) -> DailyLoad:
    """Return the load of every day from the first session on.

    Parameters
    ----------
    sessions : sequence of Session
        In any order.
    until : datetime.datetime, optional
        The last moment that counts: later sessions are plans; the days up to it are filled with rest. The last
        session's day unless said otherwise.

    Returns
    -------
    DailyLoad
        Nothing for no sessions. A day without a session is rest.

    Examples
    --------
    >>> monday = dt.datetime(2026, 3, 2, 18)
    >>> runs = [Session("run", monday + n * DAY, minutes=40, rpe=5) for n in (0, 2)]
    >>> daily_load(runs).total.tolist()
    [200.0, 0.0, 200.0]
    """
    done = [s for s in sessions if until is None or s.start <= until]
    if not done:
        return DailyLoad(np.array([], dtype="datetime64[D]"), {kind: np.array([]) for kind in KINDS})
    starts = np.array([s.start for s in done], dtype="datetime64[D]")
    first, last = starts.min(), np.datetime64(until, "D") if until is not None else starts.max()
    place = (starts - first).astype(np.intp)
    kinds, loads = np.array([s.kind for s in done]), np.array([s.load_au for s in done])
    size = int((last - first).astype(np.intp)) + 1
    by_kind = {kind: np.bincount(place[kinds == kind], loads[kinds == kind], size).astype(float) for kind in KINDS}
    return DailyLoad(first + np.arange(size), by_kind)


def smoothed(loads: Array, tau_days: float) -> Array:
    """Return the exponential average of a daily load, started at zero.

    Parameters
    ----------
    loads : array, shape (n,)
        Load of each day. [AU]
    tau_days : float
        Time in which the weight of a day falls to 37 %. [d]

    Returns
    -------
    array, shape (n,)
        The average at the end of each day. [AU per day]

    Notes
    -----
    ``y_d = y_(d-1) + alpha (x_d - y_(d-1))`` with ``alpha = 1 - exp(-1 / tau)``, as intervals.icu has it.
    TrainingPeaks takes ``alpha = 1 / tau``, 1 % more at 42 days and 7 % more at 7; others take ``2 / (N + 1)``
    and start from the first day's load. Started at zero, the slow average reads low for its first six weeks.

    Examples
    --------
    >>> smoothed(np.array([100.0, 0.0]), 42).round(2).tolist()
    [2.35, 2.3]
    """
    import pandas as pd  # takes as long to load as the rows of forty clients take

    alpha = -math.expm1(-1 / tau_days)
    series = pd.Series(np.concatenate([[0.0], loads]))
    return series.ewm(alpha=alpha, adjust=False).mean().to_numpy()[1:]


def trend(daily: DailyLoad) -> Trend:
    """Return fitness (42 days), fatigue (7 days) and form of a daily load.

    Examples
    --------
    >>> run = Session("run", dt.datetime(2026, 3, 2, 18), minutes=50, rpe=4)
    >>> curve = trend(daily_load([run]))
    >>> curve.fitness.round(1).tolist(), curve.fatigue.round(1).tolist(), curve.form.round(1).tolist()
    ([4.7], [26.6], [-21.9])
    """
    load = daily.total if daily.days.size else np.array([])
    return Trend(daily.days, load, smoothed(load, FITNESS_DAYS), smoothed(load, FATIGUE_DAYS))


def monotony(loads: Sequence[float] | Array) -> float:
    """Return how even a week was: the mean of its daily loads over their sample standard deviation. [-]

    Parameters
    ----------
    loads : sequence of float
        Load of each day, rest days included. [AU]

    Returns
    -------
    float
        Infinite when every day is the same, so that the most monotonous week does not read as the least; NaN
        when nothing was done.

    Notes
    -----
    Foster 1998. Tools differ: with the population's standard deviation a week reads 8 % higher, and many
    give 0 or a cap where all days are the same.

    Examples
    --------
    >>> round(monotony([400, 0, 300, 0, 500, 200, 0]), 2), monotony([100] * 7), monotony([0] * 7)
    (0.96, inf, nan)
    """
    week = np.asarray(loads, dtype=float)
    if not week.any():
        return math.nan
    # Equal numbers may have a standard deviation of 1e-15, which would read as any monotony at all.
    return math.inf if np.ptp(week) == 0 else float(week.mean() / week.std(ddof=1))


def weeks(sessions: Sequence[Session], *, until: dt.datetime | None = None) -> tuple[Week, ...]:
    """Return every week from the first session on, weeks of rest included.

    Parameters
    ----------
    sessions : sequence of Session
        In any order.
    until : datetime.datetime, optional
        As for `daily_load`.

    Examples
    --------
    >>> monday = dt.datetime(2026, 3, 2, 18)
    >>> whole_weeks = weeks([Session("legs", monday + n * DAY, minutes=60, rpe=8) for n in (0, 3, 7)])
    >>> [(week.monday.day, week.days, week.load_au, week.leg_days) for week in whole_weeks]
    [(2, 7, 960.0, 2), (9, 1, 480.0, 1)]
    """
    daily = daily_load(sessions, until=until)
    if not daily.days.size:
        return ()
    number = (daily.days.astype(np.int64) + EPOCH_WEEKDAY) // 7
    edges = np.concatenate([[0], np.flatnonzero(np.diff(number)) + 1, [daily.days.size]])
    longest, leg_days = _by_week(sessions, until)
    total, whole_weeks = daily.total, []
    for start, stop in itertools.pairwise(edges):
        first: dt.date = daily.days[start].item()
        monday = first - first.weekday() * DAY
        whole = stop - start == 7
        whole_weeks.append(
            Week(
                monday,
                int(stop - start),
                {kind: float(loads[start:stop].sum()) for kind, loads in daily.by_kind.items()},
                monotony(total[start:stop]) if whole else math.nan,
                longest.get(monday, 0.0),
                len(leg_days.get(monday, ())),
            )
        )
    return tuple(whole_weeks)


def _by_week(
    sessions: Sequence[Session], until: dt.datetime | None
) -> tuple[dict[dt.date, float], dict[dt.date, set[dt.date]]]:
    """Return, by the week's Monday, the longest run [min] and the days with leg work."""
    longest: dict[dt.date, float] = {}
    legs: dict[dt.date, set[dt.date]] = {}
    for session in sessions:
        if until is not None and session.start > until:
            continue
        day = session.start.date()
        monday = day - day.weekday() * DAY
        if session.kind == "run":
            longest[monday] = max(longest.get(monday, 0.0), session.minutes)
        elif session.kind == "legs":
            legs.setdefault(monday, set()).add(day)
    return longest, legs
