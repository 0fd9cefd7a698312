"""The morning's check-ins, typed as text in a form of their own: nothing is redrawn while one types."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from legrun.roster.replies import Replies, asked_text
from legrun.roster.sessions.text import session_text
from legrun.roster.typed import shown_cells
from legrun.wording.markdown import escaped
from pages._ui import state
from pages._ui.clients.table import undo
from pages._ui.clients.visit import RosterVisit
from pages._ui.shared import grid
from pages._ui.state import roster as kept_roster

__all__ = ["form", "replies"]

# What a coach calls a cell -> what the package calls it.
COLUMNS = {
    "Soreness": "soreness", "Tired": "fatigue", "Sleep": "sleep_h", "Feels wrong": "wrong", "Yesterday": "yesterday",
    "Plan today": "plan", "Away": "absence", "Group": "group", "Note": "note",
}  # fmt: skip
WIDTHS = {
    "Client": 112, "Soreness": 94, "Tired": 72, "Sleep": 72, "Feels wrong": 132, "Planned yesterday": 182,
    "Yesterday": 98, "Plan today": 190, "Away": 110, "Group": 96, "Note": 84,
}  # fmt: skip
HELP = {
    "Soreness": "Legs, 0 to 10: 6.5, 6,5, 7/10, or a word such as moderate.",
    "Tired": "Overall, if you ask: 1 very fresh, 3 normal, 5 very tired. It only lowers.",
    "Sleep": "Last night: 7.5, 7,5, 7h30 or 7:30.",
    "Feels wrong": "As the client says it. Pain that is sharp, fever and the like are known by their words.",
    "Planned yesterday": "Counts as done until you say otherwise.",
    "Yesterday": "yes, no, or what was done instead: easy 30 min.",
    "Plan today": "18:00 tempo 40 min effort 7; easy 5 miles; 5x1000 m; rest. Two sessions with a ; between.",
    "Away": "ill until 12 Mar; away 3 Mar to 12 Mar; injured since Monday; back. No verdict meanwhile; short easy runs "
    "after.",
    "Group": "Any word; the table above can show one group alone.",
    "Note": "Yours alone; it stays in the day's roster.",
}
MOST_ROWS = 12
ALT = "One row per client, to type soreness, sleep, what feels wrong, what of yesterday was done, and today's plan."


def form(visit: RosterVisit) -> None:
    """Show everybody's check-in as cells of text, take them over together, and offer to take that back."""
    order = visit.form_order()
    with st.expander("Enter check-ins and plans", expanded=True, icon=":material/edit_note:"):
        with st.form(f"roster_form_{visit.generation}", border=False):
            st.data_editor(
                _frame(visit, order),
                hide_index=True,
                height=grid.height(min(len(order), MOST_ROWS)),
                column_config=_columns(),
                disabled=["Client", "Planned yesterday"],
                placeholder="",
                key=kept_roster.form_key(visit.generation),
                alt=ALT,
            )
            st.form_submit_button("Take over", icon=":material/check:", on_click=partial(_take, visit, order))
        with st.container(horizontal=True, vertical_alignment="center"):
            undo(visit, "roster_undo")
            _not_understood(visit)


def _take(visit: RosterVisit, order: tuple[int, ...]) -> None:
    """Take over what was typed."""
    cells = kept_roster.typed(visit.generation)
    visit.enter({order[place]: _named(changed) for place, changed in cells.items() if place < len(order)})


def _named(cells: dict[str, object]) -> dict[str, str]:
    return {COLUMNS[name]: "" if cell is None else str(cell) for name, cell in cells.items() if name in COLUMNS}


def _not_understood(visit: RosterVisit) -> None:
    count = sum(len(row.day.entry.unread) for row in visit.rows.values())
    if count:
        cells = "1 cell was" if count == 1 else f"{count} cells were"
        st.markdown(f":material/report: {cells} not understood and stay as typed; those clients are asked first.")


def _frame(visit: RosterVisit, order: tuple[int, ...]) -> pd.DataFrame:
    days = [visit.rows[client].day for client in order]
    shown = [shown_cells(day) for day in days]
    frame = {"Client": [day.name for day in days]}
    for label, name in COLUMNS.items():
        if label == "Yesterday":
            planned = ("; ".join(session_text(plan.session) for plan in day.yesterday) for day in days)
            frame["Planned yesterday"] = list(planned)
        frame[label] = [cells[name] for cells in shown]
    return pd.DataFrame(frame, dtype=str)


def _columns() -> dict[str, Any]:
    """Return how each column is shown."""
    column = st.column_config.TextColumn
    return {name: column(width=px, help=HELP.get(name), pinned=name == "Client") for name, px in WIDTHS.items()}


def replies(visit: RosterVisit) -> None:
    """Take replies that are pasted as text, and offer the questions to copy."""
    with st.expander("Paste replies, or copy the questions", icon=":material/forum:"):
        with st.form("roster_replies_form", border=False):
            st.text_area(
                "Replies, one a line, the name first",
                key=kept_roster.REPLIES,
                placeholder="Ana 6 7h30\nBen: 3/10, slept 8, calf tight",
                max_chars=20_000,
            )
            st.form_submit_button("Take the replies over", on_click=partial(_take_replies, visit))
        for line in kept_roster.unread_replies():
            st.markdown(f":material/report: Nobody in the roster, more than one, or of another day: {escaped(line)}")
        st.caption("The questions, for a form or a message")
        st.code(asked_text(state.language.chosen()), language=None, wrap_lines=True)


def _take_replies(visit: RosterVisit) -> None:
    replies = Replies.of(kept_roster.take_replies(), visit.roster.clients, visit.now.date())
    visit.enter(replies.cells)
    kept_roster.keep_unread_replies(replies.unread)
