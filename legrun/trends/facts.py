"""What a log held beyond load: longest runs, days between leg days, and what to know before trusting its trends."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from legrun.evidence import value
from legrun.scenario import Session
from legrun.trends.load import DAY
from legrun.wording.rounding import counted

__all__ = ["LongestRun", "days_between_leg_days", "fact_sentences", "longest_runs", "notes"]

GAP_DAYS = value("trend.gap_days")
LONGEST_DAYS = value("caps.longest_days")


@dataclass(frozen=True)
class LongestRun:
    """A run beside the longest of the 30 days before it.

    Attributes
    ----------
    start : datetime.datetime
        When it began.
    minutes : float
        How long it was. [min]
    before_minutes : float or None
        The longest run of the 30 days before; None when there was none. [min]
    """

    start: dt.datetime
    minutes: float
    before_minutes: float | None

    @property
    def ratio(self) -> float | None:
        """How many times as long it was as the longest before; None when there was none. [-]"""
        return self.minutes / self.before_minutes if self.before_minutes else None


def longest_runs(sessions: Sequence[Session], *, until: dt.datetime | None = None) -> tuple[LongestRun, ...]:
    """Return every run beside the longest of the 30 days before it, oldest first.

    Notes
    -----
    Frandsen 2025 (10.1136/bjsports-2024-109380) compared distances; minutes stand in here, as runs without a
    distance are common and the limits of the verdict are in minutes.

    Examples
    --------
    >>> first = dt.datetime(2026, 3, 1, 9)
    >>> runs = [Session("run", first + n * DAY, minutes=m, rpe=4) for n, m in ((0, 60), (7, 75), (60, 40))]
    >>> [run.ratio for run in longest_runs(runs)]
    [None, 1.25, None]
    """
    runs = sorted((s.start, s.minutes) for s in sessions if s.kind == "run" and (until is None or s.start <= until))
    records, first = [], 0
    for number, (start, minutes) in enumerate(runs):
        while runs[first][0] < start - LONGEST_DAYS * DAY:
            first += 1
        records.append(LongestRun(start, minutes, max((m for _, m in runs[first:number]), default=None)))
    return tuple(records)


def days_between_leg_days(sessions: Sequence[Session], *, until: dt.datetime | None = None) -> list[int]:
    """Return the days from each day with leg work to the next. [d]

    Examples
    --------
    >>> monday = dt.datetime(2026, 3, 2, 18)
    >>> days_between_leg_days([Session("legs", monday + n * DAY, minutes=60, rpe=8) for n in (0, 3, 7)])
    [3, 4]
    """
    legs = sorted({s.start.date() for s in sessions if s.kind == "legs" and (until is None or s.start <= until)})
    return [(later - earlier).days for earlier, later in itertools.pairwise(legs)]


def fact_sentences(
    sessions: Sequence[Session], first: dt.date, last: dt.date, *, until: dt.datetime | None = None
) -> list[str]:
    """Return what some months of a log held beyond load: leg days and the longest run, in sentences.

    Examples
    --------
    >>> monday = dt.datetime(2026, 3, 2, 18)
    >>> legs = [Session("legs", monday + n * DAY, minutes=60, rpe=8) for n in (0, 3, 7)]
    >>> runs = [Session("run", monday + n * DAY, minutes=m, rpe=4) for n, m in ((1, 60), (8, 75))]
    >>> fact_sentences([*legs, *runs], dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    ['Leg days: 3, typically 3.5 days apart.',
     'Longest run: 75 min on 10 Mar 2026, 1.25 times the longest of the 30 days before.']
    """
    facts = []
    between = days_between_leg_days([s for s in sessions if first <= s.start.date() <= last], until=until)
    if between:
        facts.append(f"Leg days: {len(between) + 1}, typically {median(between):g} days apart.")
    runs = [run for run in longest_runs(sessions, until=until) if first <= run.start.date() <= last]
    if runs:
        longest = max(runs, key=lambda run: run.minutes)
        beside = f", {longest.ratio:.2f} times the longest of the 30 days before" if longest.ratio else ""
        facts.append(f"Longest run: {longest.minutes:.0f} min on {longest.start.day} {longest.start:%b %Y}{beside}.")
    return facts


def notes(sessions: Sequence[Session], *, until: dt.datetime | None = None) -> list[str]:
    """Return what to know about a log before trusting its trends: gaps, plans and estimates, in sentences.

    Examples
    --------
    >>> first = dt.datetime(2026, 1, 1, 9)
    >>> notes([Session("run", first + n * DAY, minutes=40, rpe=4) for n in (0, 40)])
    ['Nothing is logged from 2 January to 9 February 2026 (39 days); that counts as rest.']
    """
    notes_ = [_gap_words(first, last) for first, last in _gaps(sessions, until)]
    ahead = sum(until is not None and s.start > until for s in sessions)
    if ahead:
        lie = "1 session lies" if ahead == 1 else f"{ahead} sessions lie"
        notes_.append(f"{lie} after the day shown and {'is' if ahead == 1 else 'are'} left out here.")
    done = len(sessions) - ahead
    for field, what in (("minutes", "a duration"), ("rpe", "an effort")):
        count = sum(field in s.estimated for s in sessions if until is None or s.start <= until)
        if count:
            among = f"{count} of {counted(done, 'session')}"
            notes_.append(f"{among} came without {what}; it is estimated, and the load with it.")
    return notes_


def _gaps(sessions: Sequence[Session], until: dt.datetime | None) -> list[tuple[dt.date, dt.date]]:
    """Return the stretches without any session that are longer than a pause, newest first."""
    days = sorted({s.start.date() for s in sessions if until is None or s.start <= until})
    ends = [*days[1:], *([until.date() + DAY] if until is not None else [])]
    pairs = [(a + DAY, b - DAY) for a, b in zip(days, ends, strict=False) if (b - a).days > GAP_DAYS]
    return pairs[::-1]


def _gap_words(first: dt.date, last: dt.date) -> str:
    start = f"{first.day} {first:%B}" + (f" {first.year}" if first.year != last.year else "")
    days = (last - first).days + 1
    return f"Nothing is logged from {start} to {last.day} {last:%B %Y} ({days} days); that counts as rest."
