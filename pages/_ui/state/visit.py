"""The beginning of a visit: whether an earlier one ended under its open page, and what ended visits leave behind."""

from __future__ import annotations

import gc

import streamlit as st

from legrun.evidence import value

__all__ = ["clear_after_others", "note_seen", "notice_lost", "was_lost"]

_LOST, _CLEARED = "_visit_lost", "_visit_cleared"


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


def clear_after_others() -> None:
    """Let go of what visits that ended have left in memory, once in a visit.

    Streamlit would look through all of memory after every run, which takes longer than the run itself; what runs leave
    behind Python itself finds, now and then.
    """
    if _CLEARED not in st.session_state:
        st.session_state[_CLEARED] = True
        gc.collect()
        gc.set_threshold(int(value("compute.garbage_after")))
