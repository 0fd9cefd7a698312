"""The browser's clock and zone."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

__all__ = ["has_passed", "renew", "visit_hour", "zone_name"]

_CLOCK = "_clock"


def visit_hour() -> dt.datetime:
    """Return the browser's local time at the start of this visit, or when it was last renewed, rounded to the hour."""
    if _CLOCK not in st.session_state:
        renew()
    hour: dt.datetime = st.session_state[_CLOCK]
    return hour


def renew() -> None:
    """Let the visit's hour be that of the browser's clock now."""
    rounded = _local_time() + dt.timedelta(minutes=30)
    st.session_state[_CLOCK] = rounded.replace(minute=0, second=0, microsecond=0)


def has_passed(moment: dt.datetime, by: dt.timedelta) -> bool:
    """Return whether the browser's clock is away from a moment by a length of time, or past its midnight."""
    read = _local_time()
    return abs(read - moment) >= by or read.date() > moment.date()


def _local_time() -> dt.datetime:
    """Return the browser's local time."""
    return dt.datetime.now(_zone()).replace(tzinfo=None)


def zone_name() -> str | None:
    """Return the name of the browser's zone; None where it gives none that is known."""
    name = st.context.timezone
    try:
        return ZoneInfo(name).key if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):  # some browsers say "Etc/Unknown"
        return None


def _zone() -> dt.tzinfo | None:
    """Return the browser's zone; None is the server's own.

    Its distance from UTC comes first: the browser knows its own rules, where this machine's tables of zones may lag
    behind a country that has just changed them.
    """
    name, minutes = zone_name(), st.context.timezone_offset
    if minutes is not None:
        return dt.timezone(dt.timedelta(minutes=-minutes))
    return None if name is None else ZoneInfo(name)
