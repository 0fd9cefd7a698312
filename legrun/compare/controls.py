"""A scenario with one thing changed, to see its effect."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from legrun.inputs.form import EVENING, NUMBERS, leg_day, newest_leg_day, rated_now
from legrun.link.versions import AHEAD
from legrun.scenario import CheckIn, Scenario, Session
from legrun.scenario.hours import HOUR

__all__ = ["ControlValues", "with_controls"]

STANDARD = {"day": "Yesterday", "legtime": EVENING, "legmin": NUMBERS["legmin"].default, "nov": "Usual exercises"}


@dataclasses.dataclass(frozen=True)
class ControlValues:
    """The values of the controls that change a scenario while it is compared.

    Attributes
    ----------
    soreness : float or None
        Rated now; None when not rated. [0-10]
    effort : float
        Of the newest leg day; 0 for none. [CR10]
    sleep_h, usual_sleep_h : float
        Last night, and the nights ahead. [h]
    run_minutes, run_rpe : float
        A run at the time of the planned run that is really run; 0 min for none. [min], [CR10]
    """

    soreness: float | None
    effort: float
    sleep_h: float
    usual_sleep_h: float
    run_minutes: float
    run_rpe: float

    @classmethod
    def of(cls, scenario: Scenario) -> ControlValues:
        """Return the values that a scenario has.

        Examples
        --------
        >>> values = ControlValues.of(Scenario(now=dt.datetime(2026, 3, 4, 7)))
        >>> values.soreness, values.effort, values.usual_sleep_h, values.run_minutes
        (None, 0.0, 7.5, 0.0)
        """
        leg, run, plan = newest_leg_day(scenario), _run(scenario), scenario.planned
        return cls(
            soreness=rated_now(scenario),
            effort=leg.rpe if leg else 0.0,
            sleep_h=scenario.nights.get(scenario.now.date(), scenario.athlete.usual_sleep_h),
            usual_sleep_h=scenario.athlete.usual_sleep_h,
            run_minutes=run.minutes if run else 0.0,
            run_rpe=run.rpe if run else plan.rpe if plan else NUMBERS["runrpe"].default,
        )


def with_controls(scenario: Scenario, to: ControlValues, *, base: Scenario | None = None) -> Scenario:
    """Return a scenario with other values of its controls; the others stay to the last digit.

    Parameters
    ----------
    scenario : Scenario
        The scenario to change.
    to : ControlValues
        The values that it is to have.
    base : Scenario, optional
        Has the leg day and the planned run, should the scenario have lost them by earlier changes.

    Examples
    --------
    >>> rested = Scenario(now=dt.datetime(2026, 3, 4, 7))
    >>> values = dataclasses.replace(ControlValues.of(rested), effort=8.0)
    >>> with_controls(rested, values).sessions[0].start
    datetime.datetime(2026, 3, 3, 18, 0)
    """
    was, changes = ControlValues.of(scenario), dict[str, Any]()
    if to.soreness != was.soreness:
        changes["check_ins"] = _rated(scenario, to.soreness)
    if (to.sleep_h, to.usual_sleep_h) != (was.sleep_h, was.usual_sleep_h):
        changes["athlete"] = dataclasses.replace(scenario.athlete, usual_sleep_h=to.usual_sleep_h)
        nights = {**scenario.nights, scenario.now.date(): to.sleep_h}
        changes["sleep_h"] = nights if len(nights) > 1 else to.sleep_h
    sessions = list(scenario.sessions)
    if to.effort != was.effort:
        sessions = _with_effort(scenario, sessions, to.effort, newest_leg_day(base) if base else None)
    if (to.run_minutes, to.run_rpe) != (was.run_minutes, was.run_rpe):
        sessions = _with_run(scenario, sessions, to)
    # A run that is run is no longer planned.
    plan = (base or scenario).planned
    changes |= {"sessions": tuple(sessions), "planned": None if plan in sessions else plan}
    return dataclasses.replace(scenario, **changes)


def _rated(scenario: Scenario, soreness: float | None) -> tuple[CheckIn, ...]:
    earlier = tuple(c for c in scenario.check_ins if scenario.now - c.time >= HOUR)
    return earlier if soreness is None else (*earlier, CheckIn(scenario.now, soreness))


def _with_effort(scenario: Scenario, sessions: list[Session], effort: float, leg: Session | None) -> list[Session]:
    """Return the sessions with another effort of the newest leg day, without it, or with one brought back."""
    newest = newest_leg_day(scenario)
    others = [session for session in sessions if session is not newest]
    if effort == 0:
        return others
    known = newest or leg or leg_day({**STANDARD, "effort": effort}, scenario.now)
    return others if known is None else [*others, _tried(known, effort)]


def _tried(leg: Session, effort: float) -> Session:
    """Return a leg day with another effort, which is then given and no longer estimated."""
    return dataclasses.replace(leg, rpe=effort, estimated=leg.estimated - {"rpe"})


def _with_run(scenario: Scenario, sessions: list[Session], to: ControlValues) -> list[Session]:
    """Return the sessions with a run at the time of the planned run, or without one."""
    run = _run(scenario)
    others = [session for session in sessions if session is not run]
    if not to.run_minutes:
        return others
    made = run or Session("run", _start(scenario), to.run_minutes, to.run_rpe)
    return [*others, dataclasses.replace(made, minutes=to.run_minutes, rpe=to.run_rpe)]


def _start(scenario: Scenario) -> dt.datetime:
    """Return when the planned run starts: now, where there is none within the week."""
    plan, now = scenario.planned, scenario.now
    return plan.start if plan is not None and now <= plan.start <= now + AHEAD else now


def _run(scenario: Scenario) -> Session | None:
    """Return the run at the time of the planned run that counts as run; without one planned, the next run."""
    ahead = (s for s in scenario.sessions if s.kind == "run" and s.start >= scenario.now)
    plan = scenario.planned
    return next((s for s in ahead if plan is None or s.start == _start(scenario)), None)
