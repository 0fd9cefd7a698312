"""The roster of the visit in session state: files yet to be read, what is selected, typed and decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from legrun.roster.reading import Read
    from pages._ui.clients.visit import RosterVisit

__all__ = [
    "COACH", "DAY", "FILTER", "GROUP", "HOUR", "MORE", "NOTE", "OPENED", "REPLIES", "SEARCH", "TAPPED", "UPLOAD",
    "WEEK",
    "fill_moment", "form_key", "hold_moment", "hold_tapped", "keep", "keep_pending", "keep_unread_replies", "kept",
    "let_go", "move_opened", "open_clicked", "open_client", "open_tapped", "opened", "pending", "selected", "send",
    "sent_files", "table_key", "take_files", "take_replies", "times_opened", "typed", "unread_replies",
]  # fmt: skip

FILTER, MORE, OPENED, SEARCH = "roster_filter", "roster_more", "roster_open", "roster_search"
TAPPED = "roster_tapped"
GROUP, WEEK = "roster_group", "roster_week"
UPLOAD, COACH, NOTE = "roster_upload", "roster_coach", "roster_note"
DAY, HOUR, REPLIES = "roster_day", "roster_hour", "roster_replies"
_PENDING, _UNREAD = "_roster_pending", "_roster_unread_replies"
_ROSTER, _SENT, _TABLES, _CLICKED = "_roster", "_roster_sent", "_roster_tables", "_roster_clicked"
_TIMES = "_roster_times_opened"


def kept() -> RosterVisit | None:
    """Return the roster of this visit, if any."""
    visit: RosterVisit | None = st.session_state.get(_ROSTER)
    return visit


def keep(visit: RosterVisit | None) -> None:
    """Keep a roster for this visit, or let go of it; nothing selected in, or opened of, the last one is of this one."""
    last = kept()
    tables = max(st.session_state.get(_TABLES, 0), last.generation if last else 0) + 1
    if visit is not None:
        visit.generation = tables
        fill_moment(visit.now)
    st.session_state[_TABLES], st.session_state[_ROSTER] = tables, visit
    st.session_state.pop(_PENDING, None)
    st.session_state.pop(OPENED, None)


def keep_pending(read: Read, choices: Mapping[str, str]) -> None:
    """Keep files of which too little is known to read them, with what was decided so far."""
    st.session_state[_PENDING] = read, dict(choices)


def pending() -> tuple[Read, dict[str, str]] | None:
    """Return files of which too little is known to read them."""
    waiting: tuple[Read, dict[str, str]] | None = st.session_state.get(_PENDING)
    return waiting


def let_go() -> None:
    """Forget the client that is open: the numbers of clients have changed."""
    st.session_state.pop(OPENED, None)


def take_files() -> None:
    """Note that the roster's files were changed: the next run reads them, with their progress in view."""
    st.session_state[_SENT] = [(file.name, file.getvalue()) for file in st.session_state[UPLOAD]]


def send(files: Iterable[tuple[str, bytes]]) -> None:
    """Let the next run read files that were not dropped in."""
    st.session_state[_SENT] = list(files)


def sent_files() -> list[tuple[str, bytes]] | None:
    """Return files that are yet to be read, once."""
    sent: list[tuple[str, bytes]] | None = st.session_state.pop(_SENT, None)
    return sent


def fill_moment(now: dt.datetime) -> None:
    """Put a moment into the widgets that ask for it."""
    st.session_state[DAY], st.session_state[HOUR] = now.date(), now.time()


def hold_moment(now: dt.datetime) -> None:
    """Put a moment into its widgets where a page that was left has taken them along."""
    if DAY not in st.session_state or HOUR not in st.session_state:
        fill_moment(now)


def table_key(generation: int) -> str:
    """Return the key of the roster's table: another order of rows is another table."""
    return f"roster_table_{generation}"


def form_key(generation: int) -> str:
    """Return the key of the form's cells: once they are taken over, the next form begins with what was understood."""
    return f"roster_cells_{generation}"


def typed(generation: int) -> dict[int, dict[str, Any]]:
    """Return what was typed into the form's cells, by place and column."""
    rows: dict[Any, dict[str, Any]] = st.session_state.get(form_key(generation), {}).get("edited_rows", {})
    return {int(place): cells for place, cells in rows.items()}


def _selection(generation: int) -> dict[str, Any]:
    selection: dict[str, Any] = st.session_state.get(table_key(generation), {}).get("selection", {})
    return selection


def selected(visit: RosterVisit) -> list[int]:
    """Return the clients whose rows are ticked in the table."""
    rows = _selection(visit.generation).get("rows", [])
    return [visit.shown[place] for place in rows if place < len(visit.shown)]


def open_clicked(visit: RosterVisit) -> None:
    """Open the client whose cell was clicked since the last run; what is opened otherwise stays open."""
    cells = _selection(visit.generation).get("cells", [])
    clicked = (visit.generation, tuple(cells[0])) if cells else None
    if clicked == st.session_state.get(_CLICKED):
        return
    st.session_state[_CLICKED] = clicked
    if cells and cells[0][0] < len(visit.shown):
        _open(visit.shown[cells[0][0]])


def opened() -> list[int]:
    """Return the client who is open, if anybody is."""
    client: int | None = st.session_state.get(OPENED)
    return [] if client is None else [client]


def hold_tapped(listed: Sequence[int]) -> None:
    """Mark whoever is open in the phone's list of clients, if they stand in it."""
    opened = st.session_state.get(OPENED)
    st.session_state[TAPPED] = opened if opened in listed else None


def open_tapped() -> None:
    """Open the client who was tapped in the phone's list."""
    _open(st.session_state[TAPPED])


def _open(client: int) -> None:
    st.session_state[OPENED] = client
    st.session_state[_TIMES] = times_opened() + 1


def times_opened() -> int:
    """Return how often a client was opened by a click in the table or a tap in the list, where they do not stand."""
    return int(st.session_state.get(_TIMES, 0))


def open_client(client: int) -> None:
    """Open a client."""
    st.session_state[OPENED] = client


def move_opened(visit: RosterVisit, step: int) -> None:
    """Open the next client of the table, or the one before."""
    opened = st.session_state.get(OPENED)
    if not visit.shown:
        return
    place = visit.shown.index(opened) + step if opened in visit.shown else 0
    st.session_state[OPENED] = visit.shown[place % len(visit.shown)]


def take_replies() -> str:
    """Return the replies that were pasted, and empty their box."""
    text = str(st.session_state.get(REPLIES) or "")
    st.session_state[REPLIES] = ""
    return text


def keep_unread_replies(lines: tuple[str, ...]) -> None:
    """Keep the lines of the last replies that are nobody's."""
    st.session_state[_UNREAD] = lines


def unread_replies() -> tuple[str, ...]:
    """Return the lines of the last replies that are nobody's."""
    lines: tuple[str, ...] = st.session_state.get(_UNREAD, ())
    return lines
