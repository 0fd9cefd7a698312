"""The Week page's widgets: what to start from, the rules of the week, and its table."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from legrun.plan import WeekPlan, from_past_week, from_today, next_monday
from legrun.plan_table import COLUMNS, KINDS, TERRAINS, WEEKDAYS, read_rows, rows_of
from legrun.scenario import Scenario
from legrun.templates import TEMPLATES
from pages._ui import inputs, kept_plan, state

__all__ = ["empty_start", "rows", "rules", "runner", "start_from"]

TODAY, PAST_WEEK, EMPTY = "What Today says", "The last 7 days of my log", "An empty week"
COLUMN = st.column_config


def _choices() -> list[str]:
    """Return what a plan can be started from."""
    standing = state.base()
    logged = [PAST_WEEK] if standing is not None and standing.scenario.sessions else []
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


def _start(name: str, today: Scenario) -> None:
    kept_plan.put_plan(_begun(name, today))


def start_from(today: Scenario) -> None:
    """Offer to fill the week anew."""

    def take() -> None:
        chosen = st.session_state["plan_from"]
        if chosen is not None:
            _start(chosen, today)
            st.session_state["plan_from"] = None

    st.selectbox(
        "Start again from", _choices(), index=None, key="plan_from", placeholder="Choose a week", on_change=take
    )


def empty_start(today: Scenario) -> None:
    """Say what this page does, and offer what to start from."""
    st.markdown(
        "Where should leg day go so that your key runs stay good? Start from a week below: each run gets its verdict "
        "at its own start, and the arranger finds the best days for all of them."
    )
    row = st.container(horizontal=True)
    for name in _choices():
        icon = ":material/add:" if name == EMPTY else ":material/calendar_month:"
        row.button(
            name, key=f"start_{name}", icon=icon, on_click=lambda name=name: kept_plan.put_plan(_begun(name, today))
        )


def rules(plan: WeekPlan, today: Scenario) -> None:
    """Ask for the rules of the week: when it begins, what stays free, whether it repeats, what it stands on."""
    found = kept_plan.planned()
    version = found.version if found else 0
    keys = {name: f"plan_{name}_{version}" for name in ("first", "rest_days", "repeats", "on_past", "spread_legs")}

    def change(name: str) -> None:
        said = st.session_state[keys[name]]
        kept_plan.change_plan(**{name: frozenset(map(WEEKDAYS.index, said)) if name == "rest_days" else said})

    def move() -> None:
        first = st.session_state[keys["first"]]
        if first is not None:
            kept_plan.put_plan(plan.starting(first))

    def stand() -> None:
        change("on_past")
        found = kept_plan.planned()
        if found is not None and found.plan.on_past and not found.plan.stands_on(today):
            kept_plan.put_plan(found.plan.starting(today.now.date()))

    free = [WEEKDAYS[day] for day in sorted(plan.rest_days)]
    columns = st.columns([2, 3, 2], vertical_alignment="bottom")
    columns[0].date_input("First day", plan.first, key=keys["first"], on_change=move, format="DD/MM/YYYY")
    columns[1].multiselect(
        "Rest days", WEEKDAYS, free, key=keys["rest_days"], on_change=change, args=("rest_days",),
        help="The arranger puts nothing on them; what is fixed there stays.",
    )  # fmt: skip
    with columns[2]:
        start_from(today)
    row = st.container(horizontal=True)
    row.toggle(
        "Repeats every week", plan.repeats, key=keys["repeats"], on_change=change, args=("repeats",),
        help="The week is looked at twice in a row, so that Sunday's leg day meets Monday. Each session is judged in "
        "the worse of the two.",
    )  # fmt: skip
    row.toggle(
        "Leg days 2 days apart", plan.spread_legs, key=keys["spread_legs"], on_change=change, args=("spread_legs",),
        help="The arranger keeps at least a day without legs between two leg days (our judgement).",
    )  # fmt: skip
    row.toggle(
        "Start from Today's legs", plan.on_past, key=keys["on_past"], on_change=stand,
        help="Off: the week begins with rested legs. On: what Today says was done, rated and slept counts; the week "
        "must begin within seven days.",
    )  # fmt: skip


def rows(plan: WeekPlan) -> tuple[WeekPlan, tuple[str, ...]]:
    """Draw the table of sessions; return the plan that it makes and what is wrong in it."""
    key = kept_plan.plan_rows_key()
    found = kept_plan.planned()
    base = found.base if found else plan
    filled = pd.DataFrame(rows_of(base), columns=list(COLUMNS)).astype({"id": "Int64"})
    edited = st.data_editor(
        filled,
        key=key,
        num_rows="dynamic",
        hide_index=True,
        column_order=COLUMNS[1:],
        column_config=_columns(),
        alt="The sessions of the week, one a row: day, time, kind, name, minutes, effort, terrain, what may move.",
    )
    return read_rows(
        [dict(zip(COLUMNS, row, strict=True)) for row in edited[list(COLUMNS)].itertuples(index=False)], base
    )


def _columns() -> dict[str, Any]:
    """Return how each column of the table is edited."""
    return {
        "Day": COLUMN.SelectboxColumn(options=list(WEEKDAYS), width=70),
        "Time": COLUMN.TimeColumn(format="HH:mm", step=900, width=80),
        "Kind": COLUMN.SelectboxColumn(options=list(KINDS), width=120),
        "Name": COLUMN.TextColumn(max_chars=60, help="For you; it never stands in a link.", width=120),
        "Minutes": COLUMN.NumberColumn(min_value=1, max_value=1440, step=1, width=80),
        "Effort": COLUMN.NumberColumn(
            min_value=0, max_value=10, step=0.5, width=70, help="Of the whole session: 4 full sentences, 8 a few words."
        ),
        "Terrain": COLUMN.SelectboxColumn(
            options=list(TERRAINS), default="Flat", width=80, help="Downhill running makes legs sore."
        ),
        "May move": COLUMN.CheckboxColumn(default=True, width=80, help="To another day, by the arranger."),
        "Key": COLUMN.CheckboxColumn(default=False, width=55, help="The week is built around it."),
        "Not on": COLUMN.MultiselectColumn(options=list(WEEKDAYS), width=110, help="Days to keep it off."),
    }  # fmt: skip


def runner() -> None:
    """Draw in the sidebar what of Today's inputs bears on a week: the person."""
    with st.sidebar, st.expander("Who runs", icon=":material/person:"):
        inputs.person()
        st.caption("The same inputs as on Today.")
