"""The morning view as a table: who needs a look first, whether plans fit, and what to do with those that do not."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from legrun.report.listing import list_csv, list_html, list_xlsx, to_do
from legrun.roster import STATES, Morning
from legrun.roster.session_text import session_text
from legrun.wording.score import rounded_score
from pages._ui import state
from pages._ui.clients.visit import FILTERS, RosterVisit
from pages._ui.state import roster as kept_roster

__all__ = ["actions", "download", "filters", "keep", "messages", "rows", "team_line", "work_out"]

# Warm for not as planned, teal for as planned, grey for what is not known; the word says it as well.
COLORS = {
    "stop": "#a3312a", "ask": "#8a3b12", "move": "#b45309", "shorten": "#866a00", "no check-in": "#6a737d",
    "no plan": "#6a737d", "fits": "#0f766e", "away": "#6a737d",
}  # fmt: skip
FIRST_AFTER_S, AGAIN_AFTER_S = 0.25, 0.7
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TABLE_ALT = "One row per client, those that need a look first: whether today's plan fits, why, and what is allowed."
ROW_PX, MOST_ROWS = 35, 14


def work_out(visit: RosterVisit) -> None:
    """Work out the rows that are missing; what takes long shows its progress and the rows so far."""
    place, count = st.empty(), len(visit.roster.clients)
    due = time.monotonic() + FIRST_AFTER_S
    for done in visit.work_out():
        if time.monotonic() >= due and done < count:
            with place.container():
                st.progress(done / count, f"Working out {done} of {count} clients")
            due = time.monotonic() + AGAIN_AFTER_S
    place.empty()


def team_line(visit: RosterVisit) -> None:
    """Say in one line how the team is this morning."""
    items = list(visit.rows.values())
    away = sum(row.state == "away" for row in items)
    rated = sum(row.day.entry.soreness is not None and row.state != "away" for row in items)
    silent = sum(alert.kind == "silent" for row in items for alert in row.alerts)
    parts = [f"**{rated} of {len(items) - away} in**"]
    possible = sum(days for row in items for _, days in (row.day.checked_in,) if row.state != "away")
    if possible:
        given = sum(days for row in items for days, _ in (row.day.checked_in,) if row.state != "away")
        parts.append(f"{100 * given / possible:.0f} % of check-ins in 7 days")
    for count, one, many in (
        (sum(row.state == "stop" for row in items), "red flag", "red flags"),
        (sum(row.state == "ask" for row in items), "to ask first", "to ask first"),
        (sum(row.state in ("move", "shorten") for row in items), "plan to change", "plans to change"),
        (silent, "silent for two days or more", "silent for two days or more"),
        (away, "away, ill or injured", "away, ill or injured"),
    ):
        if count:
            parts.append(f"{count} {one if count == 1 else many}")
    st.markdown(" · ".join(parts))


def filters(visit: RosterVisit) -> None:
    """Ask who is to stand in the table."""
    counts = visit.counts()
    left, middle, right = st.columns([5, 2, 3], vertical_alignment="bottom")
    chosen = left.segmented_control(
        f"{visit.now:%a %d %b %Y, %H:%M}",
        list(FILTERS),
        default="all",
        required=True,
        format_func=lambda name: f"{FILTERS[name]} ({counts[name]})",
        key=kept_roster.FILTER,
        persist_state="session",
        wrap=True,
    )
    group: str | None = None
    if visit.groups:
        group = middle.selectbox(
            "Group", visit.groups, index=None, placeholder="All groups", key=kept_roster.GROUP, persist_state="session"
        )
    searched = right.text_input("Find a client", key=kept_roster.SEARCH, placeholder="Part of a name")
    visit.show(chosen, searched, group)


def rows(visit: RosterVisit) -> None:
    """Show the table; a click opens a client, ticks choose several."""
    items = [visit.rows[client] for client in visit.shown]
    if not items:
        st.info("No client matches. Clear the search, or choose All.", icon=":material/filter_alt_off:")
        return
    st.dataframe(
        _frame(items, visit),
        hide_index=True,
        height=ROW_PX * (min(len(items), MOST_ROWS) + 1) + 3,
        column_config=_columns(),
        placeholder="",
        key=kept_roster.table_key(visit.generation),
        on_select="rerun",
        selection_mode=["multi-row", "single-cell"],
        alt=TABLE_ALT,
    )
    kept_roster.open_clicked(visit)


def actions(visit: RosterVisit) -> None:
    """Offer what can be done with the rows that are ticked, or with all in the table."""
    chosen = kept_roster.selected(visit)
    clients = chosen or list(visit.shown)
    open_ones = [client for client in clients if visit.rows[client].proposal is not None]
    who = "those ticked" if chosen else "all in the table"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Sort again", icon=":material/sort:", key="roster_sort", help="Rows stay put while you work.",
            on_click=visit.sort_again,
        )  # fmt: skip
        st.button(
            f"Apply what is proposed ({len(open_ones)})",
            icon=":material/done_all:",
            key="roster_apply",
            disabled=not open_ones,
            on_click=partial(visit.apply_proposals, open_ones),
            help=f"Puts the column To do in the place of today's plans, for {who}. Undo takes it back.",
        )
        st.button(
            "Seen",
            icon=":material/visibility:",
            key="roster_seen",
            disabled=not chosen,
            on_click=partial(visit.mark_seen, chosen),
            help="Ticks those off that are chosen at the left edge of the table.",
        )
        st.caption("Click a row to open it; tick rows at the left edge to choose several.")


def messages(visit: RosterVisit) -> None:
    """Show the messages to those who are ticked, or to everyone in the table, to copy at once."""
    # Who is away is written to when that is asked for.
    clients = kept_roster.selected(visit) or [each for each in visit.shown if visit.rows[each].state != "away"]
    if not clients:
        return
    count = f"{len(clients)} messages" if len(clients) > 1 else "1 message"
    with st.expander(f"{count} to send", icon=":material/send:"):
        language = state.language.chosen()
        texts = [f"{visit.rows[client].day.name}\n{visit.rows[client].message(language)}" for client in clients]
        st.code("\n\n".join(texts), language=None, wrap_lines=True)


def download(visit: RosterVisit) -> None:
    """Offer the day's roster."""
    entered = len(visit.entries())
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


def keep(visit: RosterVisit) -> None:
    """Offer the list as it stands: to print, as CSV, as a workbook."""
    rows = [visit.rows[client] for client in visit.shown]
    if not rows:
        return
    stem = f"clients_{visit.now:%Y-%m-%d}"
    kinds: tuple[tuple[str, str, str, Callable[[], str | bytes]], ...] = (
        ("To print", "html", "text/html", lambda: list_html(rows, visit.now)),
        ("CSV", "csv", "text/csv", lambda: list_csv(rows)),
        ("Excel", "xlsx", XLSX, lambda: list_xlsx(rows, visit.now)),
    )
    with st.popover("The list", icon=":material/list_alt:"):
        st.caption(
            f"The {len(rows)} clients of the table, in its order. Open the page to print it: 40 fill two sheets."
        )
        for label, suffix, mime, made in kinds:
            st.download_button(
                label, made, file_name=f"{stem}.{suffix}", mime=mime, on_click="ignore", key=f"roster_list_{suffix}",
                icon=":material/download:",
            )  # fmt: skip


def _frame(mornings: Sequence[Morning], visit: RosterVisit) -> pd.DataFrame:
    """Return rows as the table shows them; what matters first stands where no one has to scroll."""
    language = state.language.chosen()
    columns: dict[str, Any] = {
        "Plan today": [[STATES[row.state]] for row in mornings],
        "Client": [row.day.name for row in mornings],
        "Why": [row.reason for row in mornings],
        "To do": [to_do(row) for row in mornings],
        "Soreness": [_rating(row) for row in mornings],
        "Planned": ["; ".join(session_text(plan) for plan in row.day.plans) or "–" for row in mornings],
        "Needs a look": ["; ".join(alert.text for alert in row.alerts) for row in mornings],
        "Allowed": [row.limit for row in mornings],
        "Against usual": [row.day.usual_soreness.words if row.day.usual_soreness else "" for row in mornings],
        "Sleep, h": pd.array([row.day.entry.sleep_h for row in mornings], dtype="Float64"),
        "Sleep against usual": [row.day.usual_sleep.words if row.day.usual_sleep else "" for row in mornings],
        "Recovery": pd.array([_score(row) for row in mornings], dtype="Float64"),
        "Range": [_range(row) for row in mornings],
        "Hard running": [row.hard for row in mornings],
        "Week ahead": [list(row.spark) for row in mornings],
        "Checked in": ["{} of {}".format(*row.day.checked_in) for row in mornings],
        "Last leg day": [_day(row) for row in mornings],
        "Group": [row.day.group for row in mornings],
        "Note": [row.day.note for row in mornings],
        "Seen": [visit.is_seen(row.day.client) for row in mornings],
        "Message": [row.message(language) for row in mornings],
    }
    return pd.DataFrame(columns)


def _rating(row: Morning) -> str:
    """Return this morning's soreness as it is read, or as it was typed where it is not understood."""
    unread = dict(row.day.entry.unread).get("soreness")
    if unread is not None:
        return f"{unread} ?"
    return "–" if row.day.entry.soreness is None else f"{row.day.entry.soreness:.3g}"


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
        "Plan today": column.MultiselectColumn(
            options=list(STATES.values()), color=[COLORS[each] for each in STATES], width=105, pinned=True,
            help="For the start of the run planned today, or now.",
        ),
        "Client": column.TextColumn(width=120, pinned=True),
        "Why": column.TextColumn(width=210),
        "To do": column.TextColumn(width=205),
        "Soreness": column.TextColumn(width=75, help="Legs this morning, 0 to 10."),
        "Planned": column.TextColumn(width=195),
        "Needs a look": column.TextColumn(width=230),
        "Allowed": column.TextColumn(width=220),
        "Against usual": column.TextColumn(width=165, help="Soreness against this client's last 28 days."),
        "Sleep, h": column.NumberColumn(format="%.1f", width=75, help="Last night."),
        "Sleep against usual": column.TextColumn(width=165),
        "Recovery": column.ProgressColumn(min_value=0, max_value=100, format="%.0f", width=100, color="#14958a"),
        "Range": column.TextColumn(width=75, help="For four in five people; wide, and alone, when unrated."),
        "Hard running": column.TextColumn(width=125, help="When a hard run is likely to fit again."),
        "Week ahead": column.LineChartColumn(y_min=0, y_max=100, width=110, help="Recovery, 0 to 100, for seven days."),
        "Checked in": column.TextColumn(width=85, help="Mornings of the last seven days with a rating."),
        "Last leg day": column.TextColumn(width=95),
        "Group": column.TextColumn(width=90),
        "Note": column.TextColumn(width=150),
        "Seen": column.CheckboxColumn(width=60),
        "Message": column.TextColumn(width=200, help="Select the cell and copy it."),
    }  # fmt: skip
