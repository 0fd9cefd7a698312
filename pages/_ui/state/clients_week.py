"""A client's week while it is arranged on the Week page: whose it is, and what comes back once it is kept or let go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from legrun.scenario import Scenario
from legrun.scenario.week_plan import WeekPlan
from pages._ui.state import base, inputs, plan, today
from pages._ui.state.base import Base

__all__ = ["ClientsWeek", "begin", "end", "opened"]

_OPENED = "_clients_week"


@dataclass(frozen=True, eq=False)
class ClientsWeek:
    """A client's week on the Week page.

    Attributes
    ----------
    key, name : str
        The client's name as it is compared, and as it is shown.
    base : Base
        What Today's inputs stand on meanwhile.
    contents : mapping of str to value
        What the inputs held before, by the key of their widget.
    base_before : Base or None
        What they stood on.
    plan_before : WeekPlan or None
        The week that was planned before.
    """

    key: str
    name: str
    base: Base | None
    contents: Mapping[str, Any]
    base_before: Base | None
    plan_before: WeekPlan | None


def begin(key: str, name: str, scenario: Scenario, week: WeekPlan) -> None:
    """Plan a client's week, on what they did; what was planned and told before is put aside."""
    end()
    current = plan.planned()
    before = inputs.snapshot(), base.current(), current.plan if current else None
    today.adopt(scenario, "a client's log", is_log=True)
    plan.put_plan(week)
    st.session_state[_OPENED] = ClientsWeek(key, name, base.current(), *before)


def opened() -> ClientsWeek | None:
    """Return the client's week that is planned; with another log or situation under Today's inputs it is let go."""
    week: ClientsWeek | None = st.session_state.get(_OPENED)
    if week is not None and base.current() is not week.base:
        st.session_state.pop(_OPENED)
        plan.bring_back(week.plan_before)
        return None
    return week


def end() -> None:
    """Let a client's week go: what was told and planned before it comes back."""
    week = opened()
    if week is None:
        return
    st.session_state.pop(_OPENED)
    base.keep(week.base_before)
    inputs.restore(week.contents)
    plan.bring_back(week.plan_before)
