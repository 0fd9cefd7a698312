"""A session typed in, on the Log page and on Today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import streamlit as st

from legrun.errors import ScenarioError
from legrun.scenario import KINDS, Session
from legrun.scenario.hours import DAY
from legrun.scenario.names import KIND_NAMES
from pages._ui.shared import elements, units

__all__ = ["add_session"]


def add_session(now: dt.datetime, take: Callable[[Session], None]) -> None:
    """Ask for a session of the past and hand it over; the form is not there until it is opened."""
    opened = st.popover("Add a session", icon=":material/add:", on_change="rerun", key="add_opened")
    if not opened.open:
        return
    with opened, st.form("add_session", border=False):
        kind = st.selectbox("What", KINDS, format_func=KIND_NAMES.__getitem__, key="add_kind")
        date = st.date_input("Day", now.date() - DAY, max_value=now.date(), key="add_date", format=units.DATES)
        start = st.time_input("Started at", dt.time(18), key="add_time")
        minutes = st.number_input("Minutes, rests included", 1, 1440, 60, step=5, key="add_minutes")
        rpe = st.number_input("Effort of the whole session, 0 to 10", 0.0, 10.0, 7.0, 0.5, "%.1f", "add_rpe")
        unit = units.chosen_distance()
        far = st.number_input(f"Distance, {unit.name}, if any", 0.0, 500.0, None, 1.0, "%.1f", "add_distance")
        if st.form_submit_button("Add", icon=":material/check:"):
            km = None if far is None else round(far * unit.size, 3)
            session = _session(kind, dt.datetime.combine(date, start), float(minutes), rpe, km, now)
            if session is not None:
                take(session)


def _session(
    kind: Any, start: dt.datetime, minutes: float, rpe: float, km: float | None, now: dt.datetime
) -> Session | None:
    """Return the session, or say why it cannot be: it lies ahead, or is out of range."""
    try:
        session = Session(kind, start, minutes, rpe, distance_km=km, source="typed in")
    except ScenarioError as error:
        elements.fault(error)
        return None
    if session.start > now:
        st.error(f"It would start {start:%a %H:%M}, after now. Plans belong to Today.", icon=":material/error:")
        return None
    return session
