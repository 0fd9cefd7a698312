"""Activity lists to sessions: one row is one session, with its kind, time, distance and heart rate."""

from __future__ import annotations

import math

import numpy as np

from legrun.errors import ScenarioError
from legrun.evidence import value
from legrun.logs.efforts import Efforts, highest_heart_rate
from legrun.logs.endurance.activities import activity
from legrun.logs.endurance.kinds import kinds_of
from legrun.logs.endurance.multisport import mark_sums
from legrun.logs.endurance.rows import Activities, drop_no_sessions
from legrun.logs.format import Findings, Notes
from legrun.logs.lengths import Length, UsualSpeeds
from legrun.logs.merging.twins import once_each
from legrun.logs.reading.text import clean
from legrun.scenario import KINDS, Kind, Session

__all__ = ["sessions_from_activities"]

_KINDS: tuple[str, ...] = KINDS
_MINUTES = frozenset({"minutes"})
_FASTEST_WHEELS = 120.0  # km/h; on wheels or snow


def sessions_from_activities(rows: Activities, source: str, notes: Notes) -> Findings:
    """Return the sessions of an activity list.

    Parameters
    ----------
    rows : Activities
        The list.
    source : str
        Name of the app, kept with each session.
    notes : Notes
        Takes what was assumed and left out.

    Returns
    -------
    Findings
    """
    drop_no_sessions(rows, notes)
    kinds = kinds_of(rows, notes)
    mark_sums(rows.table, rows.starts, kinds, rows.minutes, rows.elapsed, notes)
    highest = np.where(rows.heart_max > 0, rows.heart_max, rows.heart)
    efforts = Efforts(notes, highest_heart_rate(highest.tolist()))
    speeds = UsualSpeeds.of(rows.row(index, kind) for index, kind in enumerate(kinds) if kind is not None)
    sessions = []
    for index, kind in enumerate(kinds):
        if kind is None:
            continue
        kind, length = _settled(rows, index, kind, speeds, notes)
        if session := _session(rows, index, kind, length, source, efforts, notes):
            sessions.append(session)
    efforts.note()
    sessions = once_each(sessions, notes)
    return Findings(sessions=sessions, workouts=len(sessions))


def _settled(rows: Activities, index: int, kind: str, speeds: UsualSpeeds, notes: Notes) -> tuple[str, Length]:
    """Return what a row was and how long it lasted, and note where the app's word was not taken for it."""
    row, number = rows.row(index, kind), rows.table.numbers[index]
    length = speeds.settle(row)
    if length.message:
        notes.problem(number, None, length.message)
    if kind == "run" and speeds.is_ride(row, length.minutes, lambda: _is_other_sport(rows.names[index])):
        message = f"{row.distance_km:.1f} km in {length.minutes:.0f} min is no run; it was taken as a ride."
        notes.problem(number, None, message)
        return "other", length
    return kind, length


def _is_other_sport(title: str) -> bool:
    named = activity(title)
    return named.known and named.kind == "other"


def _sport(rows: Activities, index: int, kind: Kind) -> str:
    """Return the sport of a row; none where its numbers say that it was not what it is called."""
    sport = rows.sports[rows.types[index], rows.names[index]]
    return "" if sport in ("run", "walk") and sport != kind else sport


def _session(
    rows: Activities, index: int, kind: str, length: Length, source: str, efforts: Efforts, notes: Notes
) -> Session | None:
    start, row = rows.starts[index], rows.table.numbers[index]
    assert start is not None
    name = next(each for each in _KINDS if each == (kind if kind in _KINDS else "other"))
    final: Kind = name  # type: ignore[assignment]  # one of KINDS
    distance = float(rows.distance_km[index])
    if not math.isnan(distance):
        distance = _sound_distance(distance, length, final, row, notes)
    heart = math.nan if index in rows.lifted else float(rows.heart[index])
    rpe, estimated = efforts.of(final, rpe=float(rows.rpe[index]), heart=heart, minutes=length.minutes)
    try:
        return Session(
            kind=final,
            start=start,
            minutes=round(length.minutes, 3),
            rpe=min(rpe, 10.0),
            distance_km=None if math.isnan(distance) else round(distance, 6) or None,
            name=clean(rows.names[index]),
            source=source,
            estimated=estimated
            | rows.estimated
            | rows.estimates.get(index, frozenset())
            | (_MINUTES if length.estimated else frozenset()),
            sport=_sport(rows, index, final),
        )
    except ScenarioError as error:
        notes.problem(row, None, f"This row was left out: {error}")
        return None


def _sound_distance(distance: float, length: Length, kind: Kind, row: int, notes: Notes) -> float:
    """Return the distance, or NaN where no one could have covered it in the time."""
    speed = distance / length.minutes * 60
    on_foot = kind in ("run", "walk")
    fastest = value("log.fastest_kmh") if on_foot else _FASTEST_WHEELS
    if distance > 500 or (not (on_foot and length.estimated) and speed > fastest):
        message = f"{distance:,.1f} km in {length.minutes:.0f} min cannot be; the distance was not used."
        notes.problem(row, None, message)
        return math.nan
    return distance
