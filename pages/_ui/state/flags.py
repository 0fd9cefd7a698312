"""The boxes under "Feels wrong?" in session state."""

from __future__ import annotations

import streamlit as st

from legrun.scenario import FLAGS, RED_FLAGS

__all__ = ["FEELS_WRONG", "KEYS", "red", "ticked", "untick_all"]

# Every flag has a box: a client who is opened on Today keeps what holds them back.
KEYS = {flag: f"flag_{flag}" for flag in FLAGS}
FEELS_WRONG = "feels_wrong"


def ticked() -> frozenset[str]:
    """Return the flags that are ticked."""
    return frozenset(flag for flag, key in KEYS.items() if st.session_state.get(key))


def red() -> tuple[str, ...]:
    """Return the ticked flags that replace every score and plan."""
    return tuple(flag for flag in RED_FLAGS if flag in ticked())


def untick_all() -> None:
    """Untick every flag, and close their pop-up."""
    for key in KEYS.values():
        st.session_state[key] = False
    st.session_state[FEELS_WRONG] = False
