"""Sessions of one day whose hours are not known, put one after the other: nobody does two at a time."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from legrun.logs.format import Notes
from legrun.scenario import Session

__all__ = ["one_after_another"]

_NIGHT = dt.time(23, 30)  # sessions put one after the other end by then, if the day is long enough


def one_after_another(sessions: Iterable[Session], notes: Notes) -> list[Session]:
    """Return sessions of which those that have no hour of their own do not overlap, in the order of the file.

    Parameters
    ----------
    sessions : iterable of Session
        In the order of the file.
    notes : Notes
        Takes the assumption ``day_order`` where any was moved.

    Examples
    --------
    >>> day = Session("legs", dt.datetime(2026, 3, 3, 18), minutes=56.5, rpe=7, estimated=frozenset({"start"}))
    >>> [f"{session.start:%H:%M}" for session in one_after_another([day, replace(day, kind="run")], Notes())]
    ['18:00', '18:57']
    """
    listed = list(sessions)
    days: dict[dt.date, list[int]] = defaultdict(list)
    for place, session in enumerate(listed):
        if "start" in session.estimated:
            days[session.start.date()].append(place)
    moved = 0
    for places in days.values():
        ordered = _in_turn([listed[place] for place in places])
        moved += sum(listed[place] != session for place, session in zip(places, ordered, strict=True))
        for place, session in zip(places, ordered, strict=True):
            listed[place] = session
    if moved:
        reason = "the file gives the day only; sessions of one day follow one another in the order of the file"
        notes.assume("day_order", f"{moved:,} moved", reason)
    return listed


def _in_turn(sessions: list[Session]) -> list[Session]:
    """Return sessions of one day so that each begins when the one before has ended."""
    if len(sessions) < 2 or not _overlap(sessions):
        return sessions
    first = min(session.start for session in sessions)
    lengths = [dt.timedelta(minutes=math.ceil(session.minutes)) for session in sessions]
    latest = dt.datetime.combine(first, _NIGHT) - sum(lengths, dt.timedelta())
    at = max(min(first, latest), dt.datetime.combine(first, dt.time()))
    turned = []
    for session, length in zip(sessions, lengths, strict=True):
        # More than a day holds: the rest begins in the day's last minute, so that it stays on its day.
        at = min(at, dt.datetime.combine(first, dt.time(23, 59)))
        turned.append(replace(session, start=at))
        at += length
    return turned


def _overlap(sessions: list[Session]) -> bool:
    by_start = sorted(sessions, key=lambda session: session.start)
    return any(after.start < before.end for before, after in pairwise(by_start))
