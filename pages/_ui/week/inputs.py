"""The Week page's widgets: weeks to start from, and the rules of the week."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial

import streamlit as st

from legrun.scenario import Scenario
from legrun.scenario.week_plan import WeekPlan
from legrun.week.plan import from_past_week, from_today, next_monday
from legrun.week.table import WEEKDAYS
from legrun.week.templates import TEMPLATES
from pages._ui import state
from pages._ui.shared import units
from pages._ui.today import inputs
from pages._ui.week.table import add_buttons

__all__ = ["empty_start", "own_scenario", "rules", "runner"]

TODAY, PAST_WEEK, EMPTY = "From Today", "The last 7 days of my log", "An empty week"


def _choices(today: Scenario) -> list[str]:
    """Return the weeks that a plan can start from; the last one only of a log that has anything in it."""
    logged = [PAST_WEEK] if state.base.current() is not None and from_past_week(today).items else []
    return [*(template.name for template in TEMPLATES), TODAY, *logged, EMPTY]


def _begun(name: str, today: Scenario) -> WeekPlan:
    """Return the plan that a choice stands for."""
    if name == TODAY:
        return from_today(today)
    if name == PAST_WEEK:
        return from_past_week(today)
    monday = next_monday(today.now.date())
    template = next((template for template in TEMPLATES if template.name == name), None)
    return template.plan(monday) if template else WeekPlan(monday)


def _start_from(today: Scenario) -> None:
    """Offer to fill the week anew."""

    def take() -> None:
        chosen = state.plan.take_choice(state.plan.START)
        if chosen is not None:
            state.plan.put_plan(_begun(chosen, today))

    st.selectbox(
        "Replace with", _choices(today), index=None, key=state.plan.START, placeholder="Choose a week", on_change=take
    )


def empty_start(today: Scenario) -> None:
    """Say what this page is for, and offer weeks to start from."""
    st.markdown(
        "Where should leg day go so that your key runs stay good? Start from a week below. Each run gets a verdict for "
        "its own start, and the arranger finds the best days for all of them."
    )
    row = st.container(horizontal=True)
    for name in _choices(today):
        icon = ":material/add:" if name == EMPTY else ":material/calendar_month:"
        row.button(
            name, key=f"start_{name}", icon=icon, on_click=lambda name=name: state.plan.put_plan(_begun(name, today))
        )

    monday = WeekPlan(next_monday(today.now.date()))
    with st.container(horizontal=True):
        add_buttons(monday)


def rules(plan: WeekPlan, today: Scenario) -> None:
    """Ask for the rules of the week: first day, rest days, whether it repeats, the legs it begins with."""
    columns = st.columns([2, 3, 2])
    with columns[0]:
        _first_day(plan)
    with columns[1]:
        _rest_days(plan)
    with columns[2]:
        _start_from(today)
    with st.container(horizontal=True):
        _switches(plan, today)


def _first_day(plan: WeekPlan) -> None:
    key = state.plan.rule_key("first")

    def move() -> None:
        first = state.plan.rule_value(key)
        if first is not None:
            state.plan.put_plan(state.plan.present(plan).starting(first))

    st.date_input("First day", plan.first, key=key, on_change=move, format=units.DATES)


def _rest_days(plan: WeekPlan) -> None:
    key = state.plan.rule_key("rest_days")

    def take() -> None:
        state.plan.change_plan(rest_days=frozenset(map(WEEKDAYS.index, state.plan.rule_value(key))))

    free = [WEEKDAYS[day] for day in sorted(plan.rest_days)]
    explained = "The arranger moves nothing there; fixed sessions stay."
    st.pills(
        "Rest days", WEEKDAYS, selection_mode="multi", default=free, key=key, on_change=take, help=explained, wrap=True
    )


def _switches(plan: WeekPlan, today: Scenario) -> None:
    """Draw the rules that hold or do not."""
    _switch(
        plan,
        "repeats",
        "Repeats every week",
        "Sunday's leg day then counts for Monday. The week repeats; each session shows its worse week.",
    )
    _switch(
        plan,
        "spread_legs",
        "Leg days 2 days apart",
        "The arranger keeps at least one day without legs between two leg days (our judgement).",
    )
    _switch(
        plan,
        "on_past",
        "Start from Today's legs",
        "Off: the week begins with rested legs. On: it begins with Today's sessions, ratings and nights, and must "
        "start within seven days.",
        then=partial(_bring_near, today),
    )


def _switch(plan: WeekPlan, rule: str, label: str, explained: str, then: Callable[[], None] | None = None) -> None:
    key = state.plan.rule_key(rule)

    def take() -> None:
        state.plan.change_plan(**{rule: state.plan.rule_value(key)})
        if then is not None:
            then()

    st.toggle(label, getattr(plan, rule), key=key, on_change=take, help=explained)


def _bring_near(today: Scenario) -> None:
    """Let a week that is to start from Today's legs, but lies too far from them, begin today."""
    planned = state.plan.planned()
    if planned is not None and planned.plan.on_past and not planned.plan.stands_on(today):
        state.plan.put_plan(planned.plan.starting(today.now.date()))


def own_scenario() -> Scenario:
    """Return what Today's inputs tell of; while they show a run of a plan, what they told of before.

    What is changed meanwhile about the person holds for both.

    Raises
    ------
    legrun.LegrunError
        If a value is out of range; the message names it.
    """
    shown, base = state.inputs.scenario(), state.base.current()
    if base is None or base.left is None:
        return shown
    own, sent = base.left.scenario, base.scenario
    changed = {
        name: getattr(shown, name)
        for name in ("athlete", "longest_run_minutes", "flags")
        if getattr(shown, name) != getattr(sent, name)
    }
    return dataclasses.replace(own, **changed)


def runner() -> None:
    """Draw Today's inputs about the person in the sidebar."""
    with st.sidebar, st.expander("About you", icon=":material/person:"):
        inputs.person()
        st.caption("The same inputs as on Today.")
