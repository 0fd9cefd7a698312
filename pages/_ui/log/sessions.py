"""A log's sessions in a table: corrected and removed in place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from legrun.logs import Log
from legrun.logs.corrections import REMOVED, correction, session_keys
from legrun.scenario import KINDS, Session
from legrun.scenario.names import KIND_NAMES
from legrun.wording.rounding import counted
from pages._ui import state
from pages._ui.shared import units
from pages._ui.shared.links import sources
from pages._ui.shared.units import Unit

__all__ = ["sessions"]

NAME = "sessions"
SPANS = {"Last 2 weeks": 14, "Last 6 weeks": 42, "All": None}
NAMES: dict[Any, str] = {kind: str(name) for kind, name in KIND_NAMES.items()}
COLUMNS = {
    "Start": "start",
    "Kind": "kind",
    "Minutes": "minutes",
    "Effort (0-10)": "rpe",
    "Leg sets": "hard_sets",
}
NUMBERS = ("Minutes", "Effort (0-10)", "Leg sets", "Load (AU)")
FARTHEST_KM = 500
GONE = "Remove"
TOLD = ("Name", "Load (AU)", "Estimated", "From")
ESTIMATED = {"rpe": "effort", "minutes": "minutes", "start": "hour"}


def sessions(log: Log) -> None:
    """Show a log's newest sessions as a table in which they are corrected; say so where there is none."""
    if not log.sessions:
        st.info("No session in the log.", icon=":material/info:")
        return
    st.subheader("Sessions", anchor=False)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        span = st.segmented_control(
            "Show", list(SPANS), default="Last 2 weeks", key="sessions_span", required=True, wrap=True
        )
        unit = units.distance()
    days = SPANS[span]
    keys = session_keys(log.sessions)
    since = log.sessions[-1].start - dt.timedelta(days=days) if days else dt.datetime.min
    shown = [(key, each) for key, each in zip(keys, log.sessions, strict=True) if each.start >= since][::-1]
    st.caption(
        "Wrong? Change a cell, or tick Remove in the last column. Your word is kept in the legrun CSV and wins over "
        "the file, also when it is read again."
    )
    rows = [unit.name, *(key for key, _ in shown)]
    _editor([each for _, each in shown], unit, state.log.editor_key(NAME, rows))
    sources(log="what stands in for what a file does not say", leg_dose="leg dose")
    if state.log.take_edits(NAME, rows, lambda edited: _take(edited, shown, log.choices, unit)):
        st.rerun()


def _far(unit: Unit) -> str:
    """Return what the column of distances is called."""
    return f"Distance ({unit.name})"


def _editor(shown: list[Session], unit: Unit, key: str) -> None:
    config, far = st.column_config, _far(unit)
    rows = [
        {
            "Start": each.start,
            "Kind": each.kind,
            "Name": each.name,
            "Minutes": each.minutes,
            "Effort (0-10)": each.rpe,
            far: None if each.distance_km is None else each.distance_km / unit.size,
            "Leg sets": each.hard_sets,
            "Load (AU)": each.load_au,
            "Estimated": ", ".join(ESTIMATED.get(name, name) for name in sorted(each.estimated)),
            "From": each.source,
            GONE: False,
        }
        for each in shown
    ]
    number, now = config.NumberColumn, state.clock.visit_hour()
    st.data_editor(
        pd.DataFrame(
            rows, columns=["Start", "Kind", "Name", "Minutes", "Effort (0-10)", far, "Leg sets", *TOLD[1:], GONE]
        ).astype(dict.fromkeys((*NUMBERS, far), "float64")),
        hide_index=True,
        disabled=list(TOLD),
        column_config={
            "Start": config.DatetimeColumn(format="ddd D MMM YYYY, HH:mm", required=True, max_value=now),
            "Kind": config.SelectboxColumn(options=list(KINDS), required=True, format_func=NAMES.__getitem__),
            "Minutes": number(format="%.4g", min_value=1, max_value=1440, required=True),
            "Effort (0-10)": number(format="%.1f", min_value=0, max_value=10, required=True),
            far: number(format="%.1f", min_value=0, max_value=round(FARTHEST_KM / unit.size, 2)),
            "Leg sets": number(format="%.1f", min_value=0, max_value=100),
            "Load (AU)": number(format="%.0f", help="Minutes × effort (Foster 2001)."),
            "Estimated": config.TextColumn(help="What the file does not say; it widens the band."),
        },
        placeholder="",
        key=key,
        alt=f"{counted(len(rows), 'session')}, newest first, to be corrected in place.",
    )


def _take(
    edited: Mapping[int, Mapping[str, Any]], shown: list[tuple[str, Session]], kept: Mapping[str, str], unit: Unit
) -> None:
    """Take the edits of the table over, on top of earlier ones."""
    decided: dict[str, str | None] = {}
    for row, cells in edited.items():
        key = shown[row][0]
        gone = cells.get(GONE, False)
        decided[key] = REMOVED if gone else correction(_changes(cells, unit), kept.get(key, ""))
    state.log.choose(decided)


def _changes(cells: Mapping[str, Any], unit: Unit) -> dict[str, Any]:
    """Return what was edited, by the names and in the units of a session."""
    changes = {COLUMNS[name]: cell for name, cell in cells.items() if name in COLUMNS}
    if (far := _far(unit)) in cells:
        typed = cells[far]
        changes["distance_km"] = None if typed is None else min(round(typed * unit.size, 3), FARTHEST_KM)
    if isinstance(changes.get("start"), str):
        changes["start"] = dt.datetime.fromisoformat(changes["start"]).replace(tzinfo=None)
    return changes
