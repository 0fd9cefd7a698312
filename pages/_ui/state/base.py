"""The scenario that Today's inputs add to, and the moment that Today answers for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from legrun.scenario import Scenario
from pages._ui.state import clock, units

__all__ = ["PACKED", "Base", "Left", "clear", "current", "keep", "now", "set_now"]

# Parameters of the address that no widget is bound to: they make a base.
PACKED = frozenset({"s", "n", "r", "leg", "run", "resp", "since"})
_BASE, _NOW = "_base", "_now"


@dataclass(frozen=True)
class Left:
    """What a planned week has put aside.

    Attributes
    ----------
    scenario : Scenario
        What Today told of.
    contents : mapping of str to value
        Its inputs, by the key of their widget.
    base : Base or None
        What they stood on.
    """

    scenario: Scenario
    contents: Mapping[str, Any]
    base: Base | None


@dataclass(frozen=True)
class Base:
    """A scenario under Today's inputs: a log, a situation of the menu, or a link.

    Attributes
    ----------
    scenario : Scenario
        Its sessions, nights and ratings.
    label : str
        Its name on screen.
    is_log : bool
        Whether it is a training log, whose sessions the inputs do not change.
    known : str
        How well the forecast has known the person of the log, in a line; empty where too little is known.
    left : Left or None
        What comes back when it is let go; None where the inputs stay.
    returns : bool
        Whether it comes back by itself when the page is loaded again, as the diary does.
    """

    scenario: Scenario
    label: str
    is_log: bool = False
    known: str = ""
    left: Left | None = None
    returns: bool = False


def current() -> Base | None:
    """Return the base of Today's inputs; None where the inputs are all there is."""
    base: Base | None = st.session_state.get(_BASE)
    return base


def keep(base: Base | None) -> None:
    """Keep the base of Today's inputs; with None they are all there is."""
    st.session_state[_BASE] = base


def clear() -> None:
    """Let the base go: what it put aside comes back, else the inputs are all there is."""
    base = current()
    keep(None)
    if base is None or base.left is None:
        return
    # Back and Forward have led to the moment of what is let go.
    set_now(base.left.scenario.now)
    for key, content in base.left.contents.items():
        st.session_state[key] = content
    if units.per_kg():
        units.keep_per_kg({name: base.left.contents[name] for name in units.BY_WEIGHT})
    if base.left.base is not None:
        keep(base.left.base)


def now() -> dt.datetime:
    """Return the moment that Today answers for: that of its base, of the link, or of the visit."""
    moment: dt.datetime = st.session_state.get(_NOW) or clock.visit_hour()
    base = current()
    return base.scenario.now if base else moment


def set_now(moment: dt.datetime) -> None:
    """Let Today answer for a moment, where it has no base."""
    st.session_state[_NOW] = moment
