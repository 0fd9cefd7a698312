"""A scenario from its plain data, as another process of legrun is handed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from legrun.scenario.person import Athlete, CheckIn, Habits, Response
from legrun.scenario.scenario import Scenario
from legrun.scenario.sessions import Session

__all__ = ["scenario_of"]


def scenario_of(data: Mapping[str, Any]) -> Scenario:
    """Return the scenario that `legrun.scenario.plain.plain` made such data of.

    Raises
    ------
    ScenarioError
        If a value is not within its range.

    Examples
    --------
    >>> from legrun.scenario.plain import plain
    >>> told = Scenario(dt.datetime(2026, 3, 4, 7), sleep_h={dt.date(2026, 3, 4): 6.5}, flags={"limping"})
    >>> scenario_of(plain(told)) == told
    True
    """
    response, slept, planned = data["athlete"]["response"], data["sleep_h"], data["planned"]
    nights = {dt.date.fromisoformat(date): hours for date, hours in slept.items()} if isinstance(slept, dict) else slept
    return Scenario(
        now=dt.datetime.fromisoformat(data["now"]),
        athlete=Athlete(**{**data["athlete"], "response": Response(**response) if response else None}),
        sessions=[_session(each) for each in data["sessions"]],
        check_ins=[CheckIn(**_timed(each, "time")) for each in data["check_ins"]],
        sleep_h=nights,
        planned=_session(planned) if planned else None,
        habits=Habits(**data["habits"]),
        flags=frozenset(data["flags"]),
        longest_run_minutes=data["longest_run_minutes"],
        log_since=dt.datetime.fromisoformat(data["log_since"]) if data["log_since"] else None,
    )


def _session(data: Mapping[str, Any]) -> Session:
    return Session(**{**_timed(data, "start"), "estimated": frozenset(data["estimated"])})


def _timed(data: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {**data, name: dt.datetime.fromisoformat(data[name])}
