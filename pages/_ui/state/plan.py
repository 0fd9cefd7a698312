"""The planned week in session state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from legrun.link.codes import plan_code
from legrun.week.plan import WeekPlan

__all__ = [
    "START",
    "Planned",
    "arranged",
    "change_plan",
    "keep_arranged",
    "keep_places",
    "keep_plan",
    "open_plan",
    "plan_before",
    "plan_rows_key",
    "planned",
    "put_plan",
    "rule_key",
    "said",
    "seen_places",
    "take_start",
    "undo_plan",
]

# The menu of weeks to start from.
START = "plan_from"
_PLAN, _PLAN_BEFORE, _ARRANGED, _PLACES = "_plan", "_plan_before", "_arranged", "_plan_places"


@dataclass(frozen=True)
class Planned:
    """The planned week of this visit.

    Attributes
    ----------
    base : WeekPlan
        What its table was filled with; edits stand on it.
    plan : WeekPlan
        The plan as it stands.
    version : int
        Raised with each new table.
    """

    base: WeekPlan
    plan: WeekPlan
    version: int = 0


def planned() -> Planned | None:
    """Return the planned week, if any."""
    found: Planned | None = st.session_state.get(_PLAN)
    return found


def open_plan(plan: WeekPlan) -> None:
    """Plan the week that a link holds; its address stays as it is."""
    st.session_state[_PLAN] = Planned(plan, plan)


def put_plan(plan: WeekPlan) -> None:
    """Plan another week: the table is filled anew, and what stood before can be brought back."""
    before = planned()
    if before is not None:
        st.session_state[_PLAN_BEFORE] = before.plan
    st.session_state[_PLAN] = Planned(plan, plan, before.version + 1 if before else 0)
    _write_plan(plan)


def keep_plan(plan: WeekPlan) -> None:
    """Keep what the table was edited to."""
    before = planned()
    if before is not None and before.plan != plan:
        st.session_state[_PLAN] = replace(before, plan=plan)
        _write_plan(plan)


def change_plan(**rules: Any) -> None:
    """Change a rule of the planned week; its table stays."""
    before = planned()
    if before is not None:
        plan = replace(before.plan, **rules)
        st.session_state[_PLAN] = replace(before, base=replace(before.base, **rules), plan=plan)
        _write_plan(plan)


def _write_plan(plan: WeekPlan) -> None:
    st.query_params["plan"] = plan_code(plan)


def plan_before() -> WeekPlan | None:
    """Return the plan that stood before the last one was put in its place."""
    found: WeekPlan | None = st.session_state.get(_PLAN_BEFORE)
    return found


def undo_plan() -> None:
    """Bring back the plan that stood before."""
    before = plan_before()
    if before is not None:
        put_plan(before)


def plan_rows_key() -> str:
    """Return the key of the plan's table. A page that was left takes its edits with it, so they become its base."""
    found = planned()
    if found is None:
        return _PLAN
    if found.plan != found.base and f"{_PLAN}_rows_{found.version}" not in st.session_state:
        found = Planned(found.plan, found.plan, found.version + 1)
        st.session_state[_PLAN] = found
    return f"{_PLAN}_rows_{found.version}"


def rule_key(name: str) -> str:
    """Return the key of the widget of a rule: a new one with each new table."""
    found = planned()
    return f"plan_{name}_{found.version if found else 0}"


def said(key: str) -> Any:
    """Return what the widget of a rule holds."""
    return st.session_state[key]


def take_start() -> str | None:
    """Return what the menu of weeks to start from holds, and empty the menu."""
    chosen: str | None = st.session_state[START]
    st.session_state[START] = None
    return chosen


def arranged() -> Any:
    """Return what the arranger found last, with what it was asked."""
    return st.session_state.get(_ARRANGED)


def keep_arranged(found: Any) -> None:
    """Keep what the arranger found."""
    st.session_state[_ARRANGED] = found


def seen_places() -> Any:
    """Return the places that were looked at last, with what was asked."""
    return st.session_state.get(_PLACES)


def keep_places(found: Any) -> None:
    """Keep the places that were looked at."""
    st.session_state[_PLACES] = found
