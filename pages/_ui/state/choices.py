"""Choices that stay while the words of their options change."""

from __future__ import annotations

import streamlit as st

__all__ = ["held"]


def held(key: str) -> str:
    """Let a widget keep its choice though its options are worded anew, and return its key.

    The browser knows a choice by its words alone: of an option that is called otherwise by now it would show the old
    ones, and lose it with whatever is pressed next.
    """
    if key in st.session_state:
        st.session_state[key] = st.session_state[key]
    return key
