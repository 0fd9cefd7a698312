"""The browser's clock and zone."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

__all__ = ["visit_hour", "zone_name"]

_CLOCK = "_clock"


def visit_hour() -> dt.datetime:
    """Return the browser's local time at the start of this visit, rounded to the hour."""
    if _CLOCK not in st.session_state:
        read = dt.datetime.now(_zone()).replace(tzinfo=None)
        st.session_state[_CLOCK] = (read + dt.timedelta(minutes=30)).replace(minute=0, second=0, microsecond=0)
    hour: dt.datetime = st.session_state[_CLOCK]
    return hour


def zone_name() -> str | None:
    """Return the name of the browser's zone; None where it gives none that is known."""
    name = st.context.timezone
    try:
        return ZoneInfo(name).key if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):  # some browsers say "Etc/Unknown"
        return None


def _zone() -> dt.tzinfo | None:
    """Return the browser's zone, or at least its distance from UTC; None is the server's own."""
    name, minutes = zone_name(), st.context.timezone_offset
    if name is not None:
        return ZoneInfo(name)
    return None if minutes is None else dt.timezone(dt.timedelta(minutes=-minutes))
