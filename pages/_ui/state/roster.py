"""The roster of the visit in session state: files yet to be read, handouts asked for, edits of its table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import streamlit as st

from pages._ui.clients.visit import RosterVisit

__all__ = [
    "COACH", "FILTER", "MORE", "NOTE", "OPENED", "SEARCH", "UPLOAD", "edits", "keep", "kept", "send", "sent_files",
    "table_key", "take_files",
]  # fmt: skip

FILTER, MORE, OPENED, SEARCH = "roster_filter", "roster_more", "roster_open", "roster_search"
UPLOAD, COACH, NOTE = "roster_upload", "roster_coach", "roster_note"
_ROSTER, _SENT, _TABLES = "_roster", "_roster_sent", "_roster_tables"


def kept() -> RosterVisit | None:
    """Return the roster of this visit, if any."""
    found: RosterVisit | None = st.session_state.get(_ROSTER)
    return found


def keep(visit: RosterVisit | None) -> None:
    """Keep a roster for this visit, or let go of it; nothing edited in, or opened of, the last one is of this one."""
    last = kept()
    tables = max(st.session_state.get(_TABLES, 0), last.generation if last else 0) + 1
    if visit is not None:
        visit.generation = tables
    st.session_state[_TABLES], st.session_state[_ROSTER] = tables, visit
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


def table_key(generation: int) -> str:
    """Return the key of the roster's table: another order of rows is another table."""
    return f"roster_table_{generation}"


def edits(generation: int) -> dict[Any, dict[str, Any]]:
    """Return what was edited in the roster's table, by place and column."""
    found: dict[Any, dict[str, Any]] = st.session_state.get(table_key(generation), {}).get("edited_rows", {})
    return found
