"""One workout that stands twice in one file: recorded by two devices, or sent there by two apps."""

from __future__ import annotations

from collections.abc import Sequence

from legrun.evidence import value
from legrun.logs.format import Notes
from legrun.logs.log import Assumption
from legrun.logs.merging.entries import STRENGTH, describe, is_lifting, join_sessions
from legrun.scenario import Session

__all__ = ["MERGE_OPTIONS", "is_twin", "merge_key", "once_each"]

MERGE_OPTIONS = ("merged", "separate")
_MOST_NEAR = 12  # sessions that follow one and are compared with it; nobody records one workout more often


def merge_key(session: Session) -> str:
    """Return the choice that tells whether a workout that stands twice is merged or kept separate."""
    return f"merge:{session.start.isoformat()}"


def once_each(sessions: Sequence[Session], notes: Notes) -> list[Session]:
    """Return the sessions of one file, those that are two recordings of one workout merged.

    Nobody does one sport twice at a time: two sessions of one kind that overlap for most of the shorter one are one
    workout. The longer recording stands where one holds the other; else what is measured, and then the first.

    Parameters
    ----------
    sessions : sequence of Session
        In the order of the file.
    notes : Notes
        Takes an assumption ``merge:<start>`` for each pair; the choice ``separate`` keeps both.

    Examples
    --------
    >>> import datetime as dt
    >>> watch = Session("run", dt.datetime(2026, 3, 3, 7), minutes=52, rpe=4, distance_km=9.4)
    >>> phone = Session("run", dt.datetime(2026, 3, 3, 7, 1), minutes=51, rpe=4, distance_km=9.5)
    >>> [session.distance_km for session in once_each([watch, phone], Notes())]
    [9.4]
    """
    kept: list[Session | None] = list(sessions)
    order = sorted(range(len(sessions)), key=lambda index: sessions[index].start)
    for place, index in enumerate(order):
        for after in order[place + 1 : place + 1 + _MOST_NEAR]:
            first, second = kept[index], kept[after]
            if first is None:
                break
            if second is None:
                continue
            if second.start >= first.end:
                break
            if not is_twin(first, second):
                continue
            # In the order of the file, so that the first row stands where both know as much.
            pair = (first, second) if index < after else (second, first)
            if (merged := _merged(*pair, notes)) is not None:
                kept[index], kept[after] = merged, None
    return [session for session in kept if session is not None]


def is_twin(a: Session, b: Session) -> bool:
    """Tell two sessions of one sport that overlap for most of the shorter one.

    Examples
    --------
    >>> import datetime as dt
    >>> app = Session("legs", dt.datetime(2026, 3, 3, 18, 2), minutes=62, rpe=8)
    >>> watch = Session("other", dt.datetime(2026, 3, 3, 18, 5), minutes=50, rpe=4, sport="strength")
    >>> is_twin(app, watch)
    True
    """
    if "start" in a.estimated | b.estimated or not _same_sport(a, b):
        return False
    overlap = (min(a.end, b.end) - max(a.start, b.start)).total_seconds() / 60
    shorter, longer = sorted((a.minutes, b.minutes))
    if a.kind == "other" and not (a.sport or b.sport):
        return overlap >= value("log.twin_part") * longer and a.name == b.name
    return overlap >= value("log.twin_part") * shorter


def _same_sport(a: Session, b: Session) -> bool:
    if is_lifting(a) and is_lifting(b):
        return a.kind == b.kind or "other" in (a.kind, b.kind)
    if a.kind in STRENGTH or b.kind in STRENGTH:
        return a.kind == b.kind and a.sport == b.sport
    return a.kind == b.kind


def _merged(first: Session, second: Session, notes: Notes) -> Session | None:
    """Return the one workout of two recordings, None where they are to stay two; note which."""
    base, other = (second, first) if _better(second, first) else (first, second)
    key = merge_key(base)
    apart = notes.choices.get(key) == "separate"
    reason = f"{describe(base)} and {describe(other)} overlap in one file: two recordings of one workout"
    if key in notes.choices:
        reason = "chosen by you"
    notes.assumptions.append(Assumption(key, "separate" if apart else "merged", reason, MERGE_OPTIONS))
    return None if apart else join_sessions(base, other)


def _better(a: Session, b: Session) -> bool:
    longer, guessed = max(a.minutes, b.minutes), ("minutes" in a.estimated, "minutes" in b.estimated)
    if guessed[0] != guessed[1]:
        return guessed[1]
    if abs(a.minutes - b.minutes) > value("log.merge_part") * longer:
        return a.minutes == longer
    return len(a.estimated) < len(b.estimated)
