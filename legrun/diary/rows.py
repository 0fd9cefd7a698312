"""Values of a scenario as rows of the diary, and back to the last digit.

Texts stand as in the legrun CSV, since what can be in a file's cells is more than SQLite's texts can hold.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from legrun.diary.advised import Advised
from legrun.logs import Problem
from legrun.logs.own import decode, encode
from legrun.scenario import Athlete, CheckIn, PlanItem, Response, Session
from legrun.scenario.week_plan import WeekPlan

__all__ = [
    "ADVISED", "ATHLETE", "CHECK_IN", "PLAN", "PLAN_ITEM", "SESSION", "Row", "advised_row", "as_advised", "as_athlete",
    "as_check_in", "as_plan", "as_plan_item", "as_session", "athlete_row", "check_in_row", "plan_item_row", "plan_row",
    "session_row", "values_of",
]  # fmt: skip

Row = tuple[Any, ...]
T = TypeVar("T")
SESSION = tuple(each.name for each in fields(Session))
CHECK_IN = tuple(each.name for each in fields(CheckIn))
PLAN = ("first", "rest_days", "repeats", "on_past", "spread_legs")
PLAN_ITEM = (*SESSION, "may_move", "is_key", "days")
_RESPONSE = tuple(each.name for each in fields(Response))
_PERSON = tuple(each.name for each in fields(Athlete) if each.name != "response")
ATHLETE = (*_PERSON, *_RESPONSE)
ADVISED = tuple(each.name for each in fields(Advised))


def session_row(session: Session) -> Row:
    """Return the cells of a session, in the order of `SESSION`.

    Examples
    --------
    >>> session_row(Session("run", dt.datetime(2026, 3, 3, 7), 40, 4))[:4]
    ('run', '2026-03-03T07:00:00', 40.0, 4.0)
    """
    return tuple(_cell(getattr(session, name)) for name in SESSION)


def _cell(value: object) -> object:
    if isinstance(value, str):
        return encode(value)
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return " ".join(f"{effort!r}:{minutes!r}" for effort, minutes in value)
    if isinstance(value, bool):
        return int(value)
    return encode(" ".join(sorted(value))) if isinstance(value, frozenset) else value


def as_session(row: Sequence[Any]) -> Session:
    """Return the session of a row.

    Raises
    ------
    ValueError, TypeError
        When a cell holds what no session can; somebody else has changed the file.
    """
    cells = dict(zip(SESSION, row, strict=True))
    cells["start"] = dt.datetime.fromisoformat(cells["start"])
    cells |= {name: bool(cells[name]) for name in ("to_failure", "warm_up")}
    cells |= {name: decode(cells[name]) for name in ("name", "source", "sport")}
    return Session(**cells | {"estimated": frozenset(decode(cells["estimated"]).split())})


def plan_item_row(item: PlanItem) -> Row:
    """Return the cells of a plan's session, in the order of `PLAN_ITEM`."""
    days = " ".join(str(day) for day in sorted(item.days))
    return (*session_row(item.session), int(item.may_move), int(item.key), days)


def as_plan_item(row: Sequence[Any]) -> PlanItem:
    """Return a plan's session of a row."""
    *session, may_move, key, days = row
    return PlanItem(as_session(session), bool(may_move), bool(key), frozenset(int(day) for day in days.split()))


def plan_row(plan: WeekPlan) -> Row:
    """Return the cells of a week's rules, in the order of `PLAN`."""
    days = " ".join(str(day) for day in sorted(plan.rest_days))
    return plan.first.isoformat(), days, int(plan.repeats), int(plan.on_past), int(plan.spread_legs)


def as_plan(row: Sequence[Any]) -> WeekPlan:
    """Return the week of a row, its sessions left out."""
    first, days, *rules = row
    rest_days = frozenset(int(day) for day in days.split())
    return WeekPlan(dt.date.fromisoformat(first), (), rest_days, *(bool(rule) for rule in rules))


def check_in_row(check_in: CheckIn) -> Row:
    """Return the cells of a rating, in the order of `CHECK_IN`."""
    return tuple(_cell(getattr(check_in, name)) for name in CHECK_IN)


def as_check_in(row: Sequence[Any]) -> CheckIn:
    """Return the rating of a row."""
    time, *ratings = row
    return CheckIn(dt.datetime.fromisoformat(time), *ratings)


def athlete_row(athlete: Athlete) -> Row:
    """Return the cells of a person, in the order of `ATHLETE`."""
    own = [getattr(athlete, name) for name in _PERSON]
    response = athlete.response
    return (*own, *(None if response is None else getattr(response, name) for name in _RESPONSE))


def as_athlete(row: Sequence[Any]) -> Athlete:
    """Return the person of a row."""
    told = dict(zip(ATHLETE, row, strict=True))
    response = None if told[_RESPONSE[0]] is None else Response(*(told[name] for name in _RESPONSE))
    return Athlete(**{name: told[name] for name in _PERSON}, response=response)


def advised_row(advised: Advised) -> Row:
    """Return the cells of advice that was given, in the order of `ADVISED`."""
    return tuple(_cell(getattr(advised, name)) for name in ADVISED)


def as_advised(row: Sequence[Any]) -> Advised:
    """Return the advice of a row."""
    cells = dict(zip(ADVISED, row, strict=True))
    pairs = (pair.split(":") for pair in cells["limits"].split())
    cells["limits"] = tuple((float(effort), float(minutes)) for effort, minutes in pairs)
    return Advised(**cells | {name: dt.datetime.fromisoformat(cells[name]) for name in ("asked", "at", "morning")})


def values_of(
    rows: Iterable[sqlite3.Row | Row], make: Callable[[Row], T], what: str, problems: list[Problem]
) -> list[T]:
    """Return the values of rows; one that holds what cannot be is left out, and named among the problems.

    Examples
    --------
    >>> problems = []
    >>> values_of([("2026-03-04T07:00:00", 40.0)], as_check_in, "check-in", problems), problems[0].message
    ([], 'A check-in of the diary was left out: check_in.soreness is 40.0; it must be a number from 0 to 10.')
    """
    made = []
    for row in rows:
        try:
            made.append(make(tuple(row)))
        except (TypeError, ValueError, AttributeError) as error:
            problems.append(Problem(None, None, f"A {what} of the diary was left out: {error}", file="diary"))
    return made
