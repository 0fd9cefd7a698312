"""Rows that say when a session ended and not when it began."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.hours import parse_hour
from legrun.logs.format import Columns, Notes
from legrun.logs.mapping.columns.column import is_missing
from legrun.logs.reading.text import quoted
from legrun.scenario import Session
from legrun.wording.rounding import counted

__all__ = ["begun", "ends_for_starts", "sessions_begun"]

_DAY = dt.timedelta(days=1)


def ends_for_starts(columns: Columns, starts: Sequence[str]) -> tuple[list[str], dict[int, bool]]:
    """Return the moment of each row as a text, its end where its start is not given, and the rows of which it is that.

    Parameters
    ----------
    columns : Columns
        The mapped table.
    starts : sequence of str
        Start of each row, with or without a clock.

    Returns
    -------
    texts : list of str
        Start, or end, of each row.
    ended : dict of int to bool
        Places of the rows that are known by their end, and whether their day stands beside it.
    """
    texts, ended = list(starts), dict[int, bool]()
    if not columns.has("end"):
        return texts, ended
    clocks = columns.texts("start") if columns.has("start") else columns.texts("time")
    for at, (start, clock, end) in enumerate(zip(starts, clocks, columns.texts("end"), strict=True)):
        if is_missing(end) or not is_missing(clock):
            continue
        hour = parse_hour(end)
        if hour is not None and is_missing(start):
            continue
        texts[at] = end if hour is None else f"{start} {hour:%H:%M}"
        ended[at] = hour is not None
    return texts, ended


def begun(
    starts: Sequence[dt.datetime | None], minutes: NDArray[np.float64], ended: Mapping[int, bool]
) -> list[dt.datetime | None]:
    """Return the starts, those of rows that are known by their end moved back by how long they lasted.

    Examples
    --------
    >>> begun([dt.datetime(2026, 3, 2, 18, 40)], np.array([40.0]), {0: False})
    [datetime.datetime(2026, 3, 2, 18, 0)]
    """
    moved = list(starts)
    for at, has_day in ended.items():
        end = starts[at]
        if end is not None and minutes[at] > 0:
            moved[at] = _before(end, float(minutes[at]), has_day=has_day)
    return moved


def sessions_begun(
    sessions: Iterable[Session], ends: Mapping[dt.datetime, bool], column: str | None, notes: Notes
) -> list[Session]:
    """Return the sessions, those of an unknown length moved back from their end by the length they are taken to have.

    Parameters
    ----------
    sessions : iterable of Session
        The sessions of a table.
    ends : mapping of datetime to bool
        Ends of rows, and whether the day stands beside them.
    column : str or None
        The column of ends.
    notes : Notes
        Takes the assumption ``starts``.
    """
    moved = list(sessions)
    if not ends:
        return moved
    for place, session in enumerate(moved):
        if session.start in ends and "minutes" in session.estimated:
            start = _before(session.start, session.minutes, has_day=ends[session.start])
            moved[place] = replace(session, start=start)
    reason = f"{quoted(column or '')} says when a session ended; it began its length, known or taken, before"
    notes.assume("starts", counted(len(ends), "session"), reason)
    return moved


def _before(end: dt.datetime, minutes: float, *, has_day: bool) -> dt.datetime:
    """Return the start; what began on a given day and ended past midnight did so on the next."""
    lasted = dt.timedelta(minutes=minutes)
    if lasted > end.replace(tzinfo=None) - dt.datetime.min:  # no date lies so far back
        return end
    start = end - lasted
    return start + _DAY if has_day and start.date() < end.date() else start
