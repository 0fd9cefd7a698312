"""What stands around the morning's rows: the team in a line, filters, what to do with rows, what to take along."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import streamlit as st

from legrun.report.listing import list_csv, list_html, list_xlsx
from legrun.wording.languages import full_moment
from legrun.wording.rounding import counted
from pages._ui import state
from pages._ui.clients.visit import FILTERS, RosterVisit
from pages._ui.state import roster as kept_roster

__all__ = ["actions", "download", "filters", "keep", "messages", "team_line", "undo", "work_out"]

FIRST_AFTER_S, AGAIN_AFTER_S = 0.25, 0.7
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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
    silent = [row.day.last_check_in is None for row in items for alert in row.alerts if alert.kind == "silent"]
    parts = [f"**{rated} of {len(items) - away} in**"]
    possible = sum(days for row in items for _, days in (row.day.checked_in,) if row.state != "away")
    if possible:
        given = sum(days for row in items for days, _ in (row.day.checked_in,) if row.state != "away")
        parts.append(f"{100 * given / possible:.0f} % of check-ins in 7 days")
    for count, one, many in (
        (sum(row.state == "stop" for row in items), "red flag", "red flags"),
        (sum(row.state == "ask" for row in items), "to ask first", "to ask first"),
        (sum(row.proposal is not None for row in items), "plan to change", "plans to change"),
        (silent.count(False), "silent for two days or more", "silent for two days or more"),
        (silent.count(True), "never rated", "never rated"),
        (away, "away, ill or injured", "away, ill or injured"),
    ):
        if count:
            parts.append(f"{count} {one if count == 1 else many}")
    st.markdown(" · ".join(parts))


def filters(visit: RosterVisit) -> None:
    """Ask who is to stand in the table."""
    counts = visit.counts()
    left, middle, right = st.columns([5, 2, 3])
    chosen = left.segmented_control(
        full_moment(visit.now),
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


def actions(visit: RosterVisit) -> None:
    """Offer what can be done with the rows that are ticked, or with all in the table."""
    chosen = kept_roster.selected(visit)
    clients = chosen or list(visit.shown)
    open_ones = [client for client in clients if visit.rows[client].proposal is not None]
    # A phone has no edge to tick at.
    seen = chosen or kept_roster.opened()
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
            help=f"Puts the column To do in the place of today's plans, for {who}.",
        )
        undo(visit, "roster_undo_applied")
        st.button(
            "Seen",
            icon=":material/visibility:",
            key="roster_seen",
            disabled=not seen,
            on_click=partial(visit.mark_seen, seen),
            help="Ticks off those chosen at the left edge of the table, else the client who is open.",
        )


def undo(visit: RosterVisit, key: str) -> None:
    """Offer to take back what was applied or taken over last, beside what does either."""
    st.button(
        "Undo", icon=":material/undo:", key=key, disabled=not visit.can_undo, on_click=visit.undo,
        help="Takes back what was applied or taken over last.",
    )  # fmt: skip


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
    count = f"what you entered for {entered} client{'s' if entered > 1 else ''}" if entered else "what you enter above"
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
            f"The table in its order, {counted(len(rows), 'client')}. Open the page to print it: 40 fill two sheets."
        )
        for label, suffix, mime, made in kinds:
            st.download_button(
                label, made, file_name=f"{stem}.{suffix}", mime=mime, on_click="ignore", key=f"roster_list_{suffix}",
                icon=":material/download:",
            )  # fmt: skip
