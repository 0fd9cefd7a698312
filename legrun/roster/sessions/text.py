"""A session as a coach writes it in a cell: "Legs 60min RPE8", "Easy 5 miles", "5x1000 m", "18:00 tempo, 40 min"."""

from __future__ import annotations

import datetime as dt

from legrun.errors import ScenarioError
from legrun.evidence import value
from legrun.logs.reading.text import clean, fold
from legrun.roster.sessions.clock import greater_ends, part_clock
from legrun.roster.sessions.efforts import part_effort
from legrun.roster.sessions.kinds import in_plain, is_called_off, is_rest, sort
from legrun.roster.sessions.lengths import (
    bare_minutes,
    length,
    minutes_beside_repeats,
    part_pace,
    with_miles,
    with_minutes,
)
from legrun.roster.sessions.parts import is_open_choice, parts_of
from legrun.roster.sessions.repeats import repeats_minutes, without_warm_up
from legrun.roster.sessions.words import match_words
from legrun.scenario import Kind, Session, Style

__all__ = ["parse_sessions", "session_text"]

_USUAL_RPE: dict[Style, str] = {
    "easy": "plan.rpe_easy",
    "long": "plan.rpe_long",
    "tempo": "plan.rpe_tempo",
    "intervals": "plan.rpe_intervals",
    "race": "plan.rpe_race",
}
_RECOVERY = 1.5  # what breaks add to the work of a session of repeats
_WARM_UP_MIN = 20.0
_LONGEST = 400  # characters of a cell


def parse_sessions(text: str, day: dt.date, *, in_miles: bool = False) -> tuple[Session, ...] | None:
    """Return what a cell plans for a day: nothing for a rest day, and None where it is not understood.

    A choice between a leg day and a run is not understood, nor a session that is called off beside others.
    What the cell does not say, its length or its effort, is the usual one of such a session and marked as estimated.
    Of a range, "30-40 min" or "effort 6-7", the greater counts: that is what the session may come to.
    Without a clock a session starts at midnight, as a day does. A run's bare number of few is of kilometres, "long 16",
    or of miles where the sheet is `in_miles`.

    Examples
    --------
    >>> day = dt.date(2026, 3, 4)
    >>> [session_text(s) for s in parse_sessions("Legs 60min RPE8", day)]
    ['legs, 60 min, effort 8']
    >>> [session_text(s) for s in parse_sessions("18:30 easy 5 miles", day)]
    ['18:30 easy, 48 min, effort 3']
    >>> [session_text(s) for s in parse_sessions("easy 30-40 min, RPE 3-4", day)]
    ['easy, 40 min, effort 4']
    >>> parse_sessions("Rest", day), parse_sessions("qwerty", day)
    ((), None)
    """
    if is_rest(text) or not text.strip(" -\u2013\u2014"):
        return ()
    if is_open_choice(text[:_LONGEST]) or is_called_off(text):
        return None
    sessions: list[Session] = []
    for part in parts_of(text[:_LONGEST]):
        if not part or is_rest(part):
            continue
        session = _session(part, day, in_miles=in_miles)
        if session is None:
            return None
        sessions.append(session)
    return tuple(sessions)


def session_text(session: Session) -> str:
    """Return a session in the words that `parse_sessions` reads back."""
    at = f"{session.start:%H:%M} " if session.start.time() != dt.time() else ""
    return f"{at}{session.style or session.kind}, {session.minutes:.0f} min, effort {session.rpe:.3g}"


def _session(text: str, day: dt.date, *, in_miles: bool) -> Session | None:
    kind, style = sort(text)
    if kind is None:
        return None
    plain = in_plain(with_miles(text) if kind == "run" else with_minutes(text))
    pace, rest = part_pace(plain)
    may_be_long = kind in ("walk", "other") or (kind == "run" and style in (None, "long", "race"))
    rest, clock = part_clock(greater_ends(rest), may_be_long=may_be_long)
    rest, rpe = part_effort(rest, style)
    minutes, distance_km = length(rest)
    bare, says_minutes = (
        bare_minutes(without_warm_up(rest), kind, style, in_miles=in_miles)
        if minutes is distance_km is None
        else (None, False)
    )
    minutes = bare if says_minutes else minutes
    work = repeats_minutes(rest) if kind == "run" else None
    if work is not None:
        # What is no longer than the repeats alone is one of them, or a break, or the warm-up.
        minutes = minutes if minutes is not None and minutes > work else work if style == "easy" else None
        if beside := minutes_beside_repeats(rest):
            minutes = max(minutes or 0.0, max(beside, _WARM_UP_MIN) + _RECOVERY * work)
    if kind == "other" and minutes is None and match_words() & set(fold(text).split()):
        return None
    estimated = {name for name, given in (("minutes", minutes), ("rpe", rpe)) if given is None}
    if kind == "run" and minutes is None:
        minutes = _run_minutes(work, distance_km, pace or value("plan.min_per_km"), bare)
    try:
        return Session(
            kind=kind,
            start=dt.datetime.combine(day, clock or dt.time()),
            minutes=max(minutes if minutes is not None else _usual_minutes(kind, style), 1.0),
            rpe=rpe if rpe is not None else _usual_effort(kind, style),
            style=style if kind == "run" else None,
            distance_km=distance_km if kind == "run" else None,
            name=clean(text),
            estimated=frozenset(estimated),
        )
    except ScenarioError:
        return None


def _run_minutes(work: float | None, distance_km: float | None, pace: float, bare: float | None) -> float | None:
    """Return how long a run is by its repeats, else by its distance, else by a bare number of kilometres. [min]"""
    if work is not None:
        return max(float(round(_WARM_UP_MIN + _RECOVERY * work)), (distance_km or 0.0) * pace)
    return bare if distance_km is None else distance_km * pace


def _usual_minutes(kind: Kind, style: Style | None) -> float:
    if style == "long":
        return value("plan.minutes_long")
    return value("plan.minutes_strength" if kind in ("legs", "upper") else "log.default_endurance_min")


def _usual_effort(kind: Kind, style: Style | None) -> float:
    return value(_USUAL_RPE[style]) if kind == "run" and style is not None else value(f"log.rpe_{kind}")
