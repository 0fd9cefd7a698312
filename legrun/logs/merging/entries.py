"""A session with the file that it came from; and one session made of two that are the same workout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from legrun.logs.log import Log
from legrun.scenario import Kind, Session
from legrun.wording.languages import full_moment

__all__ = ["OWN", "STRENGTH", "Entry", "describe", "entries_of", "is_lifting", "is_own", "join_sessions", "kinds_fit"]

STRENGTH: frozenset[Kind] = frozenset({"legs", "upper", "other"})
OWN = "legrun"
_LIFTED = "strength"
_FAR_KM = 1.0  # a watch counts some steps between sets, but nobody lifts over this distance


@dataclass
class Entry:
    """A session, the file that it came from, and whether that file's clock is UTC for want of a zone.

    Attributes
    ----------
    session : Session
        As it stands now; merging changes it.
    log : int
        Place of its file among the files.
    own : bool
        Whether it stands in legrun's own CSV, or was typed in.
    utc : bool
        Whether its file's clock is UTC for want of a zone.
    into : Entry or None
        The entry that it was merged into.
    """

    session: Session
    log: int
    own: bool
    utc: bool = False
    into: Entry | None = None

    @property
    def rank(self) -> tuple[bool, bool, bool, int]:
        """How much it knows: the user's own word first, then sets, then a kind, then what is measured."""
        session = self.session
        return self.own, session.hard_sets is not None, session.kind != "other", -len(session.estimated)


def entries_of(logs: Sequence[Log]) -> list[Entry]:
    """Return the sessions of some logs, oldest first."""
    entries = [
        Entry(session, place, is_own(log), _in_utc(log)) for place, log in enumerate(logs) for session in log.sessions
    ]
    entries.sort(key=lambda entry: entry.session.start)
    return entries


def is_own(log: Log) -> bool:
    """Return whether a log was read from legrun's own CSV or typed in."""
    return log.format == OWN


def _in_utc(log: Log) -> bool:
    return any(assumption.key == "time_zone" and assumption.value == "UTC" for assumption in log.assumptions)


def describe(session: Session) -> str:
    """Return a session as the list of merged workouts names it.

    Examples
    --------
    >>> import datetime as dt
    >>> describe(Session("run", dt.datetime(2026, 3, 3, 7), minutes=40, rpe=4, source="Strava"))
    'Strava Tue 3 Mar 2026, 07:00 (run, 40 min)'
    """
    return f"{session.source} {full_moment(session.start)} ({session.kind}, {session.minutes:.0f} min)".strip()


def is_lifting(session: Session) -> bool:
    """Return whether a session is known to be strength work."""
    return session.kind in ("legs", "upper") or session.sport == _LIFTED


def kinds_fit(a: Session, b: Session) -> bool:
    """Return whether two sessions may be one workout by what they are; lifting is no ride, swim or yoga.

    Examples
    --------
    >>> import datetime as dt
    >>> legs = Session("legs", dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8)
    >>> ride = Session("other", legs.start, minutes=60, rpe=5, sport="ride")
    >>> kinds_fit(legs, ride), kinds_fit(ride, ride)
    (False, True)
    """
    if a.kind not in STRENGTH or b.kind not in STRENGTH:
        return a.kind == b.kind
    if is_lifting(a) or is_lifting(b):
        return _may_be_lifting(a) and _may_be_lifting(b)
    return not (a.sport and b.sport) or a.sport == b.sport


def _may_be_lifting(session: Session) -> bool:
    if is_lifting(session):
        return True
    return not session.sport and (session.distance_km or 0.0) < _FAR_KM


def join_sessions(base: Session, other: Session, *, own: bool = False) -> Session:
    """Return the better one of two recordings of a workout with what only the other one knows.

    Parameters
    ----------
    base, other : Session
        The better one, and the other.
    own : bool
        Whether the better one is the user's own word, of which nothing is replaced.
    """
    sources = dict.fromkeys(part for text in (base.source, other.source) for part in text.split(" + ") if part)
    changes: dict[str, object] = {"source": " + ".join(sources)}
    estimated = set(base.estimated)
    if not own:
        for name in ("rpe", "minutes", "start"):
            if name in base.estimated and name not in other.estimated:
                changes[name] = getattr(other, name)
                estimated.discard(name)
        if (base.kind == "other" and other.kind != "other") or (base.hard_sets is None and other.hard_sets is not None):
            changes |= {"kind": other.kind, "hard_sets": other.hard_sets, "to_failure": other.to_failure}
    if base.distance_km is None and other.distance_km is not None:
        changes["distance_km"] = other.distance_km
    if not base.name:
        changes["name"] = other.name
    if not base.sport:
        changes["sport"] = other.sport
    return replace(base, estimated=frozenset(estimated), **changes)  # type: ignore[arg-type]
