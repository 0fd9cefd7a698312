"""A recording in pieces is one session: a watch that was stopped and started again changes no answer."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

from legrun.evidence import value
from legrun.scenario import Session
from legrun.scenario.sessions import MOST_MINUTES, MOST_SETS

__all__ = ["joined_session", "usual_longest", "whole_sessions", "whole_with"]

GAP = dt.timedelta(hours=value("bout.gap_h"))
MINUTES_PER_SET = value("leg_dose.reference_minutes") / value("leg_dose.reference_sets")
LONGEST_DAYS = value("caps.longest_days")
RECENT_DAYS = value("caps.longest_recent_days")


def joined_session(pieces: Sequence[Session]) -> Session:
    """Return the session that some pieces, in order, make together: it ends when the last one ends.

    Minutes, load, distance, sets and downhill minutes add up; effort, novelty and grade are means over what was done.

    Examples
    --------
    >>> import datetime as dt
    >>> halves = [Session("run", dt.datetime(2026, 3, 3, hour), 40, rpe) for hour, rpe in ((17, 4), (18, 6))]
    >>> whole = joined_session(halves)
    >>> whole.minutes, whole.rpe, whole.end
    (80.0, 5.0, datetime.datetime(2026, 3, 3, 18, 40))
    """
    if len(pieces) == 1:
        return pieces[0]
    minutes = min(MOST_MINUTES, sum(piece.minutes for piece in pieces))
    main = max(pieces, key=lambda piece: piece.load_au)
    downhill = sum(piece.downhill_minutes for piece in pieces)
    distances = [piece.distance_km for piece in pieces if piece.distance_km is not None]
    end = max(piece.end for piece in pieces)
    return dataclasses.replace(
        main,
        start=end - dt.timedelta(minutes=minutes),
        minutes=minutes,
        rpe=_mean([piece.rpe for piece in pieces], [piece.minutes for piece in pieces]),
        distance_km=sum(distances) if distances else None,
        hard_sets=_sets(pieces),
        warm_up=pieces[0].warm_up,
        novelty=_mean([piece.novelty for piece in pieces], [piece.minutes for piece in pieces]),
        downhill_minutes=min(downhill, minutes),
        downhill_grade_pct=_mean(
            [piece.downhill_grade_pct for piece in pieces], [piece.downhill_minutes for piece in pieces]
        ),
        estimated=frozenset().union(*(piece.estimated for piece in pieces)),
    )


def _mean(values: Sequence[float], weights: Sequence[float]) -> float:
    """Return a weighted mean within the range of the values; their largest where nothing has weight."""
    total = sum(weights)
    mean = sum(v * w for v, w in zip(values, weights, strict=True)) / total if total else max(values)
    return min(max(mean, min(values)), max(values))


def _sets(pieces: Sequence[Session]) -> float | None:
    """Return the hard sets of all pieces, as many as a session may have; without them they follow from minutes."""
    if all(piece.hard_sets is None for piece in pieces):
        return None
    sets = (piece.minutes / MINUTES_PER_SET if piece.hard_sets is None else piece.hard_sets for piece in pieces)
    return min(MOST_SETS, sum(sets))


def whole_sessions(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """Return sessions, ordered by their start, with those of a kind less than 3 h apart joined to one.

    Examples
    --------
    >>> import datetime as dt
    >>> thirds = tuple(Session("legs", dt.datetime(2026, 3, 3, 18, m), 20, 8) for m in (0, 20, 40))
    >>> whole_sessions(thirds) == (Session("legs", dt.datetime(2026, 3, 3, 18), 60, 8),)
    True
    """
    joined = [joined_session(pieces) for pieces in _in_pieces(sessions)]
    return tuple(sorted(joined, key=lambda session: session.start))


def _in_pieces(sessions: Sequence[Session]) -> list[list[Session]]:
    """Return the pieces of each whole session, in order."""
    wholes: list[list[Session]] = []
    newest: dict[str, list[Session]] = {}
    for session in sessions:
        pieces = newest.get(session.kind)
        if pieces is not None and session.start - max(piece.end for piece in pieces) < GAP:
            pieces.append(session)
        else:
            newest[session.kind] = [session]
            wholes.append(newest[session.kind])
    return wholes


def whole_with(sessions: Sequence[Session], session: Session) -> tuple[Session, tuple[Session, ...]]:
    """Return what one more session is with those that it makes one with, and these, as whole as they are without it.

    Examples
    --------
    >>> import datetime as dt
    >>> done, further = (Session("run", dt.datetime(2026, 3, 4, hour), 40, 4) for hour in (7, 8))
    >>> whole, parts = whole_with((done,), further)
    >>> whole.minutes, parts == (done,), whole_with((), further) == (further, ())
    (80.0, True, True)
    """
    alike = [each for each in sessions if each.kind == session.kind]
    wholes = _in_pieces(sorted((*alike, session), key=lambda each: each.start))
    pieces = next(each for each in wholes if session in each)
    others = pieces.copy()
    others.remove(session)
    return joined_session(pieces), whole_sessions(tuple(others))


def usual_longest(sessions: tuple[Session, ...], now: dt.datetime) -> float | None:
    """Return the longest run of 30 days, the last 7 and races left out; None where there is none. [min]

    What was run this week is no habit yet, and a race is what one recovers from.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 30, 7)
    >>> runs = [Session("run", now - dt.timedelta(days=d), m, 4) for d, m in ((20, 80), (3, 120))]
    >>> usual_longest(tuple(runs), now)
    80.0
    """
    first, last = (now - dt.timedelta(days=days) for days in (LONGEST_DAYS, RECENT_DAYS))
    runs = (s for s in whole_sessions(sessions) if s.kind == "run" and s.style != "race")
    return max((run.minutes for run in runs if first <= run.start <= last), default=None)
