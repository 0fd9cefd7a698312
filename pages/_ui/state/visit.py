"""Whether a visit ended under an open page: the server was restarted, or the page was offline for too long."""

from __future__ import annotations

import streamlit as st

__all__ = ["note_seen", "notice_lost", "was_lost"]

_LOST = "_visit_lost"


def notice_lost() -> None:
    """Notice, on a visit's first run, whether the browser asked for an earlier visit that the server does not know.

    A page that connects again names its visit third in this header; one that the server still knows simply goes on.
    """
    if _LOST not in st.session_state:
        st.session_state[_LOST] = len(st.context.headers.get("Sec-WebSocket-Protocol", "").split(",")) > 2


def was_lost() -> bool:
    """Return whether this visit stands in for one that ended, and nobody has said that they know."""
    return bool(st.session_state.get(_LOST))


def note_seen() -> None:
    """Say it no more."""
    st.session_state[_LOST] = False
