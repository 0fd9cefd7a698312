"""The morning view as a table, in which check-ins are edited."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from legrun.roster import FLAG_NAMES, STATES, Morning
from legrun.scenario import Session
from legrun.wording.words import rounded_score
from pages._ui.clients.visit import FILTERS, RosterVisit
from pages._ui.state import roster as kept_roster

__all__ = ["download", "editor", "filters", "work_out"]

# Warm for not as planned, teal for as planned, grey for what is not known; the word says it as well.
COLORS = {
    "stop": "#a3312a", "move": "#b45309", "shorten": "#866a00", "no check-in": "#6a737d", "no plan": "#6a737d",
    "fits": "#0f766e",
}  # fmt: skip
ENTERED = ("Soreness", "Sleep, h", "Feels wrong", "Seen")
FIRST_AFTER_S, AGAIN_AFTER_S = 0.25, 0.7
TABLE_ALT = "One row per client, those that need a look first: whether today's plan fits, why, and what is allowed."
ROW_PX, MOST_ROWS = 35, 16


def work_out(visit: RosterVisit) -> None:
    """Work out the rows that are missing; what takes long shows its progress and the rows so far."""
    place, count = st.empty(), len(visit.roster.clients)
    due = time.monotonic() + FIRST_AFTER_S
    for done in visit.work_out():
        if time.monotonic() >= due and done < count:
            with place.container():
                st.progress(done / count, f"Working out {done} of {count} clients; these need a look first so far")
                st.dataframe(
                    _frame(visit.in_order(), visit), hide_index=True, column_config=_columns(), height=_height(count),
                    placeholder="", alt=TABLE_ALT,
                )  # fmt: skip
            due = time.monotonic() + AGAIN_AFTER_S
    place.empty()


def filters(visit: RosterVisit) -> None:
    """Ask who is to stand in the table."""
    counts = visit.counts()
    left, right = st.columns([5, 4], vertical_alignment="bottom")
    row = left.container(horizontal=True, vertical_alignment="bottom")
    chosen = row.segmented_control(
        f"{visit.now:%a %d %b %Y, %H:%M}",
        list(FILTERS),
        default="all",
        required=True,
        format_func=lambda name: f"{FILTERS[name]} ({counts[name]})",
        key=kept_roster.FILTER,
        persist_state="session",
    )
    searched = right.text_input("Find a client", key=kept_roster.SEARCH, placeholder="Part of a name")
    visit.show(chosen, searched)
    if row.button("Sort again", icon=":material/sort:", key="roster_sort", help="Rows stay put while you edit."):
        visit.sort_again(chosen, searched)


def editor(visit: RosterVisit) -> None:
    """Show the table and let check-ins be entered."""
    rows = [visit.rows[client] for client in visit.shown]
    if not rows:
        st.info("Nobody here. Choose All, or search for less.", icon=":material/filter_alt_off:")
        return
    frame = _frame(rows, visit)
    st.data_editor(
        frame,
        hide_index=True,
        height=_height(len(rows)),
        column_config=_columns(),
        disabled=[name for name in frame.columns if name not in ENTERED],
        placeholder="",
        key=kept_roster.table_key(visit.generation),
        alt=TABLE_ALT,
    )


def download(visit: RosterVisit) -> None:
    """Offer the day's roster."""
    entered = len(visit.edited)
    count = f"{entered} check-in{'s' if entered > 1 else ''} entered here" if entered else "what you enter above"
    st.download_button(
        "Today's roster as CSV",
        visit.csv,
        file_name=f"roster_{visit.now:%Y-%m-%d}.csv",
        mime="text/csv",
        on_click="ignore",
        key="roster_download",
        icon=":material/download:",
    )
    st.caption(f"Everything that was read, with {count}. Tomorrow starts from that file.")


def _height(rows: int) -> int:
    return ROW_PX * (min(rows, MOST_ROWS) + 1) + 3


def _frame(rows: Sequence[Morning], visit: RosterVisit) -> pd.DataFrame:
    """Return rows as the table shows them."""
    entries = [row.standing.entry for row in rows]
    told: dict[str, Any] = {
        "Plan today": [[STATES[row.state]] for row in rows],
        "Client": [row.standing.name for row in rows],
        "Why": [row.reason for row in rows],
        "To do": [_to_do(row) for row in rows],
        "Soreness": pd.array([entry.soreness for entry in entries], dtype="Float64"),
        "Sleep, h": pd.array([entry.sleep_h for entry in entries], dtype="Float64"),
        "Feels wrong": [FLAG_NAMES[min(entry.flags, key=_gravity)] if entry.flags else None for entry in entries],
        "Planned": [_plan(row) for row in rows],
        "Allowed": [row.limit for row in rows],
        "Recovery": pd.array([_score(row) for row in rows], dtype="Float64"),
        "Range": [_range(row) for row in rows],
        "Hard running": [row.hard for row in rows],
        "Week ahead": [list(row.spark) for row in rows],
        "Last leg day": [_day(row) for row in rows],
        "Needs a look": ["; ".join(look.text for look in row.looks) for row in rows],
        "Seen": [row.standing.client in visit.seen for row in rows],
        "Message": [row.message for row in rows],
    }
    return pd.DataFrame(told)


def _gravity(flag: str) -> int:
    return list(FLAG_NAMES).index(flag)


def _score(row: Morning) -> float | None:
    """Return the score as it is said; without a check-in there is but its range, since the bar is green."""
    return None if row.recovery is None or row.state == "no check-in" else float(rounded_score(row.recovery))


def _range(row: Morning) -> str:
    if row.range80 is None:
        return "–"
    low, high = (rounded_score(edge) for edge in row.range80)
    return f"{low} to {high}"


def _to_do(row: Morning) -> str:
    asked = {"fits": "As planned", "no check-in": "Ask for a check-in"}
    return asked.get(row.state) or row.instead or row.limit


def _day(row: Morning) -> str:
    return f"{row.last_legs:%a} {row.last_legs.day} {row.last_legs:%b}" if row.last_legs else "–"


def _plan(row: Morning) -> str:
    return "; ".join(_session(plan) for plan in row.standing.plans) or "–"


def _session(plan: Session) -> str:
    name = plan.style or plan.kind
    at = f"{plan.start:%H:%M} " if plan.start.time() != plan.start.min.time() else ""
    return f"{at}{name}, {plan.minutes:.0f} min, effort {plan.rpe:g}"


def _columns() -> dict[str, Any]:
    """Return how each column is shown."""
    column = st.column_config
    return {
        "Plan today": column.MultiselectColumn(
            options=list(STATES.values()), color=[COLORS[each] for each in STATES], width=105, pinned=True,
            help="For the start of the run planned today, or now.",
        ),
        "Why": column.TextColumn(width=225),
        "Client": column.TextColumn(width=120, pinned=True),
        "Soreness": column.NumberColumn(
            min_value=0, max_value=10, step=0.5, format="%.1f", width=100, help="Legs this morning, 0 to 10."
        ),
        "Sleep, h": column.NumberColumn(
            min_value=0, max_value=16, step=0.5, format="%.1f", width=95, help="Last night."
        ),
        "Feels wrong": column.SelectboxColumn(
            options=list(FLAG_NAMES.values()), width=150, help="Any of the first three stops score and plan."
        ),
        "Planned": column.TextColumn(width=200),
        "To do": column.TextColumn(width=175),
        "Allowed": column.TextColumn(width=250),
        "Recovery": column.ProgressColumn(min_value=0, max_value=100, format="%.0f", width=100, color="#14958a"),
        "Range": column.TextColumn(width=75, help="For four in five people; wide, and alone, when unrated."),
        "Hard running": column.TextColumn(width=125, help="When a hard run is likely to fit again."),
        "Week ahead": column.LineChartColumn(y_min=0, y_max=100, width=110, help="Recovery, 0 to 100, for seven days."),
        "Last leg day": column.TextColumn(width=95),
        "Needs a look": column.TextColumn(width=260),
        "Seen": column.CheckboxColumn(width=60),
        "Message": column.TextColumn(width=200, help="Select the cell and copy it."),
    }  # fmt: skip
