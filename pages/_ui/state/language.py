"""The language of what is handed to clients, in session state: one for the visit, whichever page asks."""

from __future__ import annotations

import streamlit as st

from legrun.wording.languages import language_of

__all__ = ["KEY", "chosen"]

KEY = "language_for_clients"


def chosen() -> str:
    """Return the language chosen; before that the browser's own, where legrun speaks it."""
    language: str = st.session_state.get(KEY) or language_of(st.context.locale)
    return language
