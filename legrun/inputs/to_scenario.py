"""From the values of the inputs to a scenario; what no input shows comes from a base."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

from legrun.inputs.form import (
    EXPERIENCE,
    NUMBERS,
    input_values,
    leg_day,
    leg_values,
    minute,
    newest_leg_day,
    planned_run,
    race,
    run_values,
)
from legrun.scenario import Athlete, CheckIn, Habits, Scenario, Session

__all__ = ["to_scenario"]


def to_scenario(
    values: Mapping[str, Any], base: Scenario, habits: Habits, flags: frozenset[str], *, is_log: bool = False
) -> Scenario:
    """Return the scenario of the inputs' values; what no input shows is taken from a base.

    Parameters
    ----------
    values : mapping of str to value
        Every input by its name.
    base : Scenario
        Where the rest comes from: a log, a situation or a link, or nothing but the moment to answer for.
    habits : Habits
        What is done for recovery.
    flags : frozenset of str
        What feels wrong.
    is_log : bool
        Whether the base is a log, which tells of its own leg days.

    Raises
    ------
    LegrunError
        If a value is out of range; the message names it.

    Examples
    --------
    >>> from legrun.inputs.form import input_values
    >>> base = Scenario(dt.datetime(2026, 3, 4, 7))
    >>> values = {**input_values(base), "effort": 7.0, "sore": 4.0, "rated": True}
    >>> scenario = to_scenario(values, base, Habits(), frozenset())
    >>> scenario.sessions[0].start, scenario.check_ins[0].soreness
    (datetime.datetime(2026, 3, 3, 18, 0), 4.0)
    """
    now = base.now
    experience = EXPERIENCE[values["exp"]]
    soreness, fatigue = values["sore"] if values["rated"] else None, values.get("tired")
    rating = () if soreness is None and fatigue is None else (CheckIn(now, soreness, fatigue),)
    athlete = Athlete(
        max_heart_rate=values["hrmax"] or None,
        **_race(values, base),
        experience=experience,
        age=values["age"] or None,
        usual_sleep_h=NUMBERS["usual"].exact(values["usual"], base.athlete.usual_sleep_h),
        # A response is relative to what is usual for an experience; it does not hold for another one.
        response=base.athlete.response if base.athlete.experience == experience else None,
    )
    return dataclasses.replace(
        base,
        athlete=athlete,
        sessions=_sessions(values, base, is_log=is_log),
        check_ins=(*(c for c in base.check_ins if minute(c.time) != minute(now)), *rating),
        sleep_h={**base.nights, now.date(): _last_night(values, base)},
        planned=_run(values, base),
        habits=habits,
        flags=flags,
        longest_run_minutes=values["longest"] or None,
    )


def _last_night(values: Mapping[str, Any], base: Scenario) -> float:
    """Return last night's sleep: the base's own, which may lie beyond its input's range, while that shows it. [h]"""
    theirs = base.nights.get(base.now.date(), base.athlete.usual_sleep_h)
    return NUMBERS["sleep"].exact(values["sleep"], theirs)


def _race(values: Mapping[str, Any], base: Scenario) -> dict[str, float | None]:
    """Return the base's own race as long as the inputs agree with it, else the one that they tell."""
    shown, theirs = input_values(base), base.athlete
    agree = all(values[name] == shown[name] for name in ("race", "racemin"))
    distance, minutes = (theirs.race_km, theirs.race_minutes) if agree else race(values)
    return {"race_km": distance, "race_minutes": minutes}


def _run(values: Mapping[str, Any], base: Scenario) -> Session:
    """Return the base's own run in mind as long as the inputs agree with it, else what they tell."""
    theirs = base.planned
    if theirs is not None and theirs.kind == "run" and theirs.start >= base.now:
        shown = run_values(theirs, base.now)
        if all(values[key] == shown[key] for key in shown):
            return theirs
    return planned_run(values, base.now)


def _sessions(values: Mapping[str, Any], base: Scenario, *, is_log: bool) -> tuple[Session, ...]:
    """Return the base's sessions, the newest leg day as the inputs tell it."""
    theirs = newest_leg_day(base)
    if theirs is None:
        legs = None if is_log else leg_day(values, base.now)
    else:
        legs = _leg_day(values, base.now, theirs, is_log=is_log)
    others = tuple(s for s in base.sessions if s is not theirs)
    return others if legs is None else (*others, legs)


def _leg_day(values: Mapping[str, Any], now: dt.datetime, theirs: Session, *, is_log: bool) -> Session | None:
    """Return the base's own leg day as long as the inputs agree with it, else what they tell."""
    if values["effort"] == 0:
        return None
    shown = leg_values(theirs, now)
    agree = all(values[key] == shown[key] for key in shown if key != "effort")
    if not agree and not is_log:
        return leg_day(values, now)
    if values["effort"] == shown["effort"]:
        return theirs
    return dataclasses.replace(theirs, rpe=values["effort"], estimated=theirs.estimated - {"rpe"})
