"""Sessions that a person corrected or took out: kept as choices, so that reading the same file again obeys them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from legrun.errors import ScenarioError
from legrun.logs.log import Problem
from legrun.scenario import Session
from legrun.wording.languages import full_moment

__all__ = ["REMOVED", "corrected", "correction", "session_keys"]

CORRECTABLE = ("start", "kind", "minutes", "rpe", "distance_km", "hard_sets")
REMOVED = "removed"
_PREFIX = "session:"


def session_keys(sessions: Iterable[Session]) -> list[str]:
    """Return what each session is called among the choices: its start and kind, numbered where two are alike.

    Examples
    --------
    >>> run = Session("run", dt.datetime(2026, 3, 3, 7), minutes=40, rpe=4)
    >>> session_keys([run, run])
    ['session:2026-03-03T07:00:00 run', 'session:2026-03-03T07:00:00 run 2']
    """
    seen: Counter[str] = Counter()
    keys = []
    for session in sessions:
        key = f"{_PREFIX}{session.start.isoformat()} {session.kind}"
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key} {seen[key]}")
    return keys


def correction(changes: Mapping[str, Any], earlier: str = "") -> str:
    """Return the choice that makes these changes to a session, on top of an earlier correction.

    Examples
    --------
    >>> correction({"minutes": 45, "start": dt.datetime(2026, 3, 3, 7), "distance_km": None}, "minutes=50.0 rpe=6.0")
    'minutes=45.0 rpe=6.0 start=2026-03-03T07:00:00 distance_km='
    """
    texts = {name: _text(changed) for name, changed in changes.items() if name in CORRECTABLE}
    return " ".join(f"{name}={text}" for name, text in (_parts(earlier) | texts).items())


def _parts(text: str) -> dict[str, str]:
    return dict(part.partition("=")[::2] for part in text.split() if "=" in part)


def _text(changed: object) -> str:
    if changed is None:
        return ""
    if isinstance(changed, dt.datetime):
        return changed.replace(tzinfo=None, microsecond=0).isoformat()
    return changed if isinstance(changed, str) else repr(float(changed))  # type: ignore[arg-type]


def corrected(
    sessions: Iterable[Session], choices: Mapping[str, str], problems: list[Problem]
) -> tuple[list[Session], int]:
    """Return the sessions as they were corrected, and how many were taken out.

    A session that a correction makes the same as another one (the legrun CSV holds the corrected one already) is
    counted once.

    Parameters
    ----------
    sessions : iterable of Session
        Oldest first.
    choices : mapping of str to str
        Corrections by `session_keys`, among other choices.
    problems : list of Problem
        Takes a line for each correction that cannot be made.

    Examples
    --------
    >>> run = Session("run", dt.datetime(2026, 3, 3, 7), minutes=400, rpe=4)
    >>> sessions, _ = corrected([run], {"session:2026-03-03T07:00:00 run": "minutes=40"}, [])
    >>> sessions[0].minutes
    40.0
    """
    listed = list(sessions)
    wanted = {key: text for key, text in choices.items() if key.startswith(_PREFIX)}
    if not wanted:
        return listed, 0
    kept: list[Session] = []
    taken: set[tuple[object, ...]] = set()
    moved: list[Session] = []
    for key, session in zip(session_keys(listed), listed, strict=True):
        if key not in wanted:
            kept.append(session)
            taken.add(_same(session))
        elif (changed := _followed(session, key, wanted, problems)) is not None:
            moved.append(changed)
    for session in moved:
        if _same(session) not in taken:
            kept.append(session)
            taken.add(_same(session))
    kept.sort(key=lambda session: (session.start, session.kind, session.name))
    return kept, len(listed) - len(kept)


def _same(session: Session) -> tuple[object, ...]:
    return session.start, session.kind, session.minutes


def _followed(session: Session, key: str, wanted: Mapping[str, str], problems: list[Problem]) -> Session | None:
    """Return a session after its correction, and after the correction of what it then is; None if taken out."""
    seen: set[str] = set()
    while key in wanted and key not in seen:
        seen.add(key)
        if wanted[key] == REMOVED:
            return None
        try:
            session = _changed(session, wanted[key])
        except (ScenarioError, ValueError) as error:
            day = f"{full_moment(session.start)} ({session.kind})"
            problems.append(Problem(None, None, f"The correction of {day} could not be made: {error}"))
            break
        key = session_keys([session])[0]
    return session


def _changed(session: Session, text: str) -> Session:
    changes: dict[str, Any] = {}
    for name, cell in _parts(text).items():
        if name not in CORRECTABLE:
            raise ValueError(f"{name} is not one of {', '.join(CORRECTABLE)}.")
        if name == "start":
            changes[name] = dt.datetime.fromisoformat(cell)
        elif name == "kind":
            changes[name] = cell
        else:
            changes[name] = float(cell) if cell else None
    if changes.get("kind", session.kind) != "legs" and "hard_sets" not in changes:
        changes["hard_sets"] = None
    return replace(session, **changes, estimated=session.estimated - changes.keys())
