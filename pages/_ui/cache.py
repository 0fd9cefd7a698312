"""Cached calls into legrun. Anything derived from an upload is kept for the visit alone."""

from __future__ import annotations

import streamlit as st

import legrun

__all__ = ["read_log"]


@st.cache_data(scope="session", max_entries=8, show_spinner="Reading the log …")
def read_log(data: bytes, name: str, choices: tuple[tuple[str, str], ...] = ()) -> legrun.Log:
    """Return a log read from the bytes of a file, once per visit."""
    return legrun.read_log(data, name=name, choices=dict(choices))
