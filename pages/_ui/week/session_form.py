"""One session of a week in a form of its own, for a screen that has no room for the table."""

from __future__ import annotations

from secrets import token_hex
from typing import Any

import streamlit as st

from legrun.inputs.form import TERRAINS
from legrun.scenario.names import session_name
from legrun.scenario.week_plan import WeekPlan
from legrun.week.adding import duplicated, removed
from legrun.week.table import KINDS, WEEKDAYS, read_rows, rows_of
from legrun.wording.markdown import escaped
from legrun.wording.rounding import capitalised
from pages._ui import state

__all__ = ["edit_session"]


def edit_session(plan: WeekPlan, number: int) -> None:
    """Let a session of a plan be changed, duplicated or removed; what was not saved is forgotten."""
    # Inputs of another name each time it opens: opened again at once, the same would still hold what was let go.
    _form(plan, number, token_hex(4))


@st.dialog("Session", on_dismiss="rerun")  # a form that was closed leaves the page
def _form(plan: WeekPlan, number: int, opening: str) -> None:
    rows = rows_of(plan)
    st.markdown(f"**{session_name(plan.items[number].session)}, {plan.items[number].session.start:%A %H:%M}**")
    with st.form(f"plan_session_{opening}", border=False):
        told = _fields(rows[number])
        saved = st.form_submit_button("Save", icon=":material/check:")
    if saved:
        after, problems = read_rows([*rows[:number], {**rows[number], **told}, *rows[number + 1 :]], plan)
        if problems:
            st.error(escaped(capitalised(problems[0].partition(": ")[2])), icon=":material/error:")
        else:
            _put(after)
    with st.container(horizontal=True):
        twice = duplicated(plan, number)
        if st.button("Duplicate", key="plan_session_twice", disabled=twice is None) and twice is not None:
            _put(twice)
        if st.button("Remove", key="plan_session_gone"):
            _put(removed(plan, number))


def _put(plan: WeekPlan) -> None:
    state.plan.put_plan(plan)
    st.rerun()


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    """Draw the cells of a row as inputs, and return what they hold."""
    (day, time), (minutes, effort) = st.columns(2), st.columns(2)
    return {
        "Day": day.selectbox("Day", WEEKDAYS, WEEKDAYS.index(row["Day"])),
        "Time": time.time_input("Time", row["Time"], step=900),
        "Kind": st.selectbox("Kind", list(KINDS), list(KINDS).index(row["Kind"])),
        "Minutes": minutes.number_input("Minutes", 1.0, 1440.0, float(row["Minutes"]), 5.0, format="%.0f"),
        "Effort": effort.number_input("Effort, 0 to 10", 0.0, 10.0, float(row["Effort"]), 0.5, format="%.1f"),
        "Terrain": st.selectbox("Terrain", list(TERRAINS), list(TERRAINS).index(row["Terrain"])),
        "Key": st.checkbox("Key session", row["Key"]),
        "May move": st.checkbox("The arranger may move it", row["May move"]),
        "Not on": st.pills("Not on", WEEKDAYS, selection_mode="multi", default=row["Not on"], wrap=True),
        "Name": st.text_input("Name", row["Name"], max_chars=60, help="For you; never part of a link."),
    }
