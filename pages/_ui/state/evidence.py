"""The Evidence page in session state: its search, in its address too, and the part of it that is shown."""

from __future__ import annotations

import streamlit as st

__all__ = ["PART", "SHOW", "clear_search", "part", "searched", "turn_to"]

SHOW, PART = "show", "evidence_part"


def searched() -> str:
    """Return the search of the Evidence page; before its box is drawn, that of the address."""
    typed = st.session_state[SHOW] if SHOW in st.session_state else st.query_params.get(SHOW)
    return str(typed or "").strip()


def clear_search() -> None:
    """Look for nothing on the Evidence page: show everything."""
    st.session_state[SHOW] = ""


def part() -> str | None:
    """Return the part of the Evidence page that is shown, if one was chosen."""
    shown: str | None = st.session_state.get(PART)
    return shown


def turn_to(to: str) -> None:
    """Show another part of the Evidence page."""
    st.session_state[PART] = to
