"""The morning view, a row per client: who needs a look first, whether plans fit, and what to do with those that do not.

A table where there is room for one, a list on a phone; a click on either opens a client. What a column holds is cut to
what its width shows, whole parts of it as long as they fit: all of it stands with the client who is opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from legrun.report.listing import to_do
from legrun.roster import STATES, Morning
from legrun.roster.sessions.text import session_text
from legrun.wording.markdown import escaped
from legrun.wording.rounding import as_given
from legrun.wording.score import rounded_score
from legrun.wording.short import fitting
from pages._ui import state
from pages._ui.clients.visit import RosterVisit
from pages._ui.shared import grid, width
from pages._ui.state import roster as kept_roster

__all__ = ["rows"]

# Warm for not as planned, teal for as planned, grey for what is not known; the word says it as well.
COLORS = {
    "stop": "#a3312a", "ask": "#8a3b12", "move": "#b45309", "shorten": "#866a00", "no check-in": "#6a737d",
    "no plan": "#6a737d", "fits": "#0f766e", "away": "#6a737d",
}  # fmt: skip
BADGES = {"stop": "red", "ask": "red", "move": "orange", "shorten": "orange", "fits": "green"}
# What matters first has a width that a page 1440 px wide has room for.
WIDTHS = {
    "Plan today": 102, "Client": 115, "Why": 252, "To do": 204, "Allowed": 190, "Needs a look": 298, "Soreness": 80,
    "Planned": 205,
    "Against usual": 185, "Sleep, h": 75, "Sleep against usual": 185, "Recovery": 100, "Range": 75, "Hard running": 145,
    "Week ahead": 110, "Checked in": 90, "Last leg day": 95, "Group": 110, "Note": 150, "Seen": 60, "Message": 200,
}  # fmt: skip
HELP = {
    "Plan today": "For the start of the run planned today, or now.",
    "Allowed": "In brackets: if nothing is wrong, or if legs feel as the log makes likely.",
    "Needs a look": "The gravest first; +1 stands for one more, which is told with the client.",
    "Soreness": "Legs this morning, 0 to 10.",
    "Against usual": "Soreness against this client's last 28 days.",
    "Sleep, h": "Last night.",
    "Range": "For four in five people; wide, and alone, when unrated.",
    "Hard running": "When a hard run is likely to fit again.",
    "Week ahead": "Recovery, 0 to 100, for seven days.",
    "Checked in": "Mornings of the last seven days with a rating.",
    "Message": "Select the cell and copy it.",
}
MOST_ROWS = 14
LISTED, LISTED_LETTERS = 40, 70
TABLE_ALT = "One row per client, those that need a look first: whether today's plan fits, why, and what is allowed."


def rows(visit: RosterVisit) -> None:
    """Show everyone whom the filters leave."""
    items = [visit.rows[client] for client in visit.shown]
    if not items:
        st.info("No client matches. Clear the search, or choose All.", icon=":material/filter_alt_off:")
        return
    width.begin()
    with width.wide("clients"):
        _table(items, visit)
    with width.narrow("clients"):
        _list(items, visit)


def _table(items: Sequence[Morning], visit: RosterVisit) -> None:
    """Show the table; a click opens a client, ticks choose several."""
    st.dataframe(
        _frame(items, visit),
        hide_index=True,
        height=grid.height(min(len(items), MOST_ROWS)),
        column_config=_columns(),
        placeholder="",
        key=kept_roster.table_key(visit.generation),
        on_select="rerun",
        selection_mode=["multi-row", "single-cell"],
        alt=TABLE_ALT,
    )
    st.caption("Click a row to open it; tick rows at the left edge to choose several.")
    kept_roster.open_clicked(visit)


def _list(items: Sequence[Morning], visit: RosterVisit) -> None:
    """Show the same as a list of choices, for a phone; a tap opens a client."""
    listed = items[:LISTED]
    kept_roster.hold_tapped([row.day.client for row in listed])
    st.radio(
        "Clients",
        [row.day.client for row in listed],
        index=None,
        format_func=lambda client: _named(visit.rows[client]),
        captions=[_told(row) for row in listed],
        key=kept_roster.TAPPED,
        on_change=kept_roster.open_tapped,
        label_visibility="collapsed",
    )
    if len(items) > LISTED:
        st.caption(f"And {len(items) - LISTED} more: find a client by name above.")


def _named(row: Morning) -> str:
    """Return a client's line of the list: whether the plan fits, and the name."""
    return f":{BADGES.get(row.state, 'gray')}-badge[{STATES[row.state]}] **{escaped(row.day.name)}**"


def _told(row: Morning) -> str:
    """Return what the list says of a client: what to do and why, what is allowed, what needs a look."""
    said = [f"{to_do(row)} \u00b7 {row.reason}"]
    if row.limit not in (to_do(row), "\u2013"):
        said.append(f"Allowed: {row.limit_in_short}")
    lines = [escaped(fitting([line], LISTED_LETTERS)) for line in said]
    if row.alerts:
        alerts = fitting([alert.text for alert in row.alerts], LISTED_LETTERS)
        lines.append(f":material/priority_high: {escaped(alerts)}")
    return "  \n".join(lines)


def _frame(mornings: Sequence[Morning], visit: RosterVisit) -> pd.DataFrame:
    """Return rows as the table shows them; what matters first stands where no one has to scroll."""
    language = state.language.chosen()
    columns: dict[str, Any] = {
        "Plan today": [[STATES[row.state]] for row in mornings],
        "Client": [_cell("Client", [row.day.name]) for row in mornings],
        "Why": [_cell("Why", [row.reason]) for row in mornings],
        "To do": [_cell("To do", [to_do(row)]) for row in mornings],
        "Allowed": [_cell("Allowed", [row.limit_in_short]) for row in mornings],
        "Needs a look": [_cell("Needs a look", [alert.text for alert in row.alerts]) for row in mornings],
        "Soreness": [_rating(row) for row in mornings],
        "Planned": [_cell("Planned", [session_text(plan) for plan in row.day.plans]) or "–" for row in mornings],
        "Against usual": [row.day.usual_soreness.words if row.day.usual_soreness else "" for row in mornings],
        "Sleep, h": pd.array([row.day.entry.sleep_h for row in mornings], dtype="Float64"),
        "Sleep against usual": [row.day.usual_sleep.words if row.day.usual_sleep else "" for row in mornings],
        "Recovery": pd.array([_score(row) for row in mornings], dtype="Float64"),
        "Range": [_range(row) for row in mornings],
        "Hard running": [_cell("Hard running", [row.hard]) for row in mornings],
        "Week ahead": [list(row.spark) for row in mornings],
        "Checked in": ["{} of {}".format(*row.day.checked_in) for row in mornings],
        "Last leg day": [_day(row) for row in mornings],
        "Group": [_cell("Group", [row.day.group]) for row in mornings],
        "Note": [_cell("Note", [row.day.note]) for row in mornings],
        "Seen": [visit.is_seen(row.day.client) for row in mornings],
        "Message": [row.message(language) for row in mornings],
    }
    return pd.DataFrame(columns)


def _cell(column: str, parts: Sequence[str]) -> str:
    """Return what a cell has room for."""
    return grid.cell(parts, WIDTHS[column])


def _rating(row: Morning) -> str:
    """Return this morning's soreness as it is read, or as it was typed where it is not understood."""
    unread = dict(row.day.entry.unread).get("soreness")
    if unread is not None:
        return f"{unread} ?"
    return "–" if row.day.entry.soreness is None else as_given(row.day.entry.soreness)


def _score(row: Morning) -> float | None:
    """Return the score as it is said; without a check-in there is but its range, since the bar is green."""
    unsure = row.recovery is None or row.state in ("no check-in", "ask")
    return None if unsure or row.recovery is None else float(rounded_score(row.recovery))


def _range(row: Morning) -> str:
    if row.range80 is None:
        return "–"
    low, high = (rounded_score(edge) for edge in row.range80)
    return f"{low} to {high}"


def _day(row: Morning) -> str:
    return f"{row.last_legs:%a} {row.last_legs.day} {row.last_legs:%b}" if row.last_legs else "–"


def _columns() -> dict[str, Any]:
    """Return how each column is shown."""
    column = st.column_config
    return {
        **{name: column.TextColumn(width=px, help=HELP.get(name)) for name, px in WIDTHS.items()},
        "Plan today": column.MultiselectColumn(
            options=list(STATES.values()),
            color=[COLORS[each] for each in STATES],
            width=WIDTHS["Plan today"],
            pinned=True,
            help=HELP["Plan today"],
        ),
        "Client": column.TextColumn(width=WIDTHS["Client"], pinned=True),
        "Sleep, h": column.NumberColumn(format="%.1f", width=WIDTHS["Sleep, h"], help=HELP["Sleep, h"]),
        "Recovery": column.ProgressColumn(
            min_value=0, max_value=100, format="%.0f", width=WIDTHS["Recovery"], color="#14958a"
        ),
        "Week ahead": column.LineChartColumn(y_min=0, y_max=100, width=WIDTHS["Week ahead"], help=HELP["Week ahead"]),
        "Seen": column.CheckboxColumn(width=WIDTHS["Seen"]),
    }
