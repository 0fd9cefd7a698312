"""From a scenario to a link."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from legrun.inputs.form import HABITS, NUMBERS, input_values, leg_day, minute, newest_leg_day, planned_run, rated_now
from legrun.link.codes import (
    AROUND,
    BACK,
    SEPARATOR,
    code,
    is_near,
    night_code,
    number_text,
    plan_code,
    rating_code,
    usual_code,
)
from legrun.link.versions import AHEAD, LIMIT, OPTIONAL, VERSION, VERSIONS
from legrun.scenario import Scenario
from legrun.scenario.week_plan import WEEK, WeekPlan

__all__ = ["Link", "encode", "input_text", "make_link"]

# Kinds that load the legs; the others are the first to be left out.
LOADING = ("legs", "run")


@dataclass(frozen=True)
class Link:
    """A scenario as a link.

    Attributes
    ----------
    parameters : dict of str to str
        The parameters of the query, not yet escaped.
    left_out : int
        How many sessions, nights and ratings the link has no room for.
    """

    parameters: dict[str, str]
    left_out: int = 0

    @property
    def query(self) -> str:
        """The query, escaped, without its question mark."""
        return _escaped(self.parameters)

    @property
    def note(self) -> str | None:
        """What to tell when the link has no room for everything."""
        if not self.left_out:
            return None
        noun = "entry" if self.left_out == 1 else "entries"
        return f"{self.left_out} older {noun} of the log did not fit in the link; the newest that matter are in it."


def make_link(scenario: Scenario, plan: WeekPlan | None = None) -> Link:
    """Return the link of a scenario, and of a plan where there is one, at most `LIMIT` characters long.

    What does not fit is left out: first the sessions that do not load the legs, then the oldest entries.

    Examples
    --------
    >>> link = make_link(Scenario(now=dt.datetime(2026, 3, 4, 7)))
    >>> link.parameters["effort"], link.query[:36]
    ('0', 'v=1&now=2026-03-04T07&day=Yesterday&')
    """
    now = minute(scenario.now)
    values = input_values(scenario)
    parameters = {"v": str(VERSION), "now": _moment_text(now)}
    texts = {name: input_text(each) for name, each in values.items()}
    unsaid = {name: VERSIONS[VERSION][name] for name in OPTIONAL}
    parameters |= {name: text for name, text in texts.items() if unsaid.get(name) != text}
    parameters |= {**dict(_exact_sessions(scenario, values)), **dict(_extras(scenario))}
    if plan is not None and abs(dt.datetime.combine(plan.first, dt.time()) - now) <= AROUND - WEEK:
        parameters["plan"] = plan_code(plan)
    entries = list(_entries(scenario, values))
    kept = list(_fitting(entries, now, LIMIT - len(_escaped(parameters)) - len("&s=&n=&r=&since=2026-03-04T07:00")))
    for name in ("s", "n", "r"):
        if codes := [entry.code for entry in kept if entry.name == name]:
            parameters[name] = SEPARATOR.join(codes)
    if since := _since(scenario, entries, kept):
        parameters["since"] = _moment_text(since)
    return Link(parameters, len(entries) - len(kept))


def encode(scenario: Scenario) -> dict[str, str]:
    """Return the parameters of the link of a scenario.

    Examples
    --------
    >>> encode(Scenario(now=dt.datetime(2026, 3, 4, 7)))["effort"]
    '0'
    """
    return make_link(scenario).parameters


@dataclass(frozen=True)
class _Entry:
    """One packed entry of a link."""

    name: str
    time: dt.datetime
    code: str
    matters: bool = True


def _escaped(parameters: Mapping[str, str]) -> str:
    return urlencode(parameters, safe=":,~")


def _moment_text(time: dt.datetime) -> str:
    return f"{time:%Y-%m-%dT%H:%M}" if time.minute else f"{time:%Y-%m-%dT%H}"


def input_text(each: object) -> str:
    """Return an input's value as it stands in the address.

    Examples
    --------
    >>> input_text(7.50), input_text(True), input_text(dt.time(18))
    ('7.5', 'true', '18:00')
    """
    if isinstance(each, bool):
        return "true" if each else "false"
    if isinstance(each, float):
        return number_text(each)
    return f"{each:%H:%M}" if isinstance(each, dt.time) else str(each)


def _exact_sessions(scenario: Scenario, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the newest leg day and the run in mind where the inputs cannot say them exactly."""
    now = minute(scenario.now)
    leg, run = newest_leg_day(scenario), scenario.planned
    if leg and is_near(leg.start, now) and code(leg) != code(leg_day(values, now)):
        yield "leg", code(leg)
    if run is not None and not now <= minute(run.start) <= now + AHEAD:
        return
    if code(run) != code(planned_run(values, now)):
        yield "run", code(run)


def _extras(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Yield habits and a person's own response, where there are any."""
    habits = [name for name, field in HABITS.items() if getattr(scenario.habits, field)]
    if habits:
        yield "habits", ",".join(habits)
    if response := scenario.athlete.response:
        yield "resp", ",".join(number_text(each) for each in dataclasses.astuple(response))


def _entries(scenario: Scenario, values: Mapping[str, Any]) -> Iterator[_Entry]:
    """Yield the sessions, nights and ratings that no input shows."""
    newest = newest_leg_day(scenario)
    for session in scenario.sessions:
        if session is not newest:
            yield _Entry("s", session.start, code(session), session.kind in LOADING)
    usual = round(scenario.athlete.usual_sleep_h, 2)
    last = NUMBERS["sleep"].exact(values["sleep"], usual)
    for date, slept in scenario.nights.items():
        if date != scenario.now.date() or round(slept, 2) != last:
            yield _Entry("n", dt.datetime.combine(date, dt.time()), night_code(date, slept))
    if usual != values["usual"]:
        yield _Entry("n", scenario.now, usual_code(usual))
    shown = rated_now(scenario) is not None
    for each in reversed(scenario.check_ins):
        if each.soreness is None:
            continue
        if shown and minute(each.time) == minute(scenario.now):
            shown = False
            continue
        yield _Entry("r", each.time, rating_code(each.time, each.soreness))


def _fitting(entries: list[_Entry], now: dt.datetime, room: int) -> Iterator[_Entry]:
    """Yield what a link has room for: what loads the legs first, the newest first."""
    near = [entry for entry in entries if is_near(minute(entry.time), now)]
    # By their codes too, so that a name, which orders equal sessions, leaves no trace in a link.
    for entry in sorted(near, key=lambda entry: (entry.matters, entry.time, entry.code), reverse=True):
        room -= len(entry.code) + 1
        if room < 0:
            return
        yield entry


def _since(scenario: Scenario, entries: list[_Entry], kept: list[_Entry]) -> dt.datetime | None:
    """Return from when on the link's sessions are complete: later than in the scenario where some are left out."""
    since, now = scenario.log_since, minute(scenario.now)
    if since is None or since > now:
        return None
    loading, held = ([e.time for e in each if e.name == "s" and e.matters] for each in (entries, kept))
    since = max(since, now - BACK)
    if len(held) < len(loading):
        since = max(since, min(held, default=now))
    return minute(min(since, now))
