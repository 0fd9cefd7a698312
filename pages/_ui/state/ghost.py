"""The week chart's ghost: its curves before the last change."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from legrun.charts import Ghost
from legrun.scenario import Scenario

__all__ = ["before", "keep"]

_GHOST = "_ghost"


@dataclass(frozen=True)
class _Drawn:
    """Curves that a chart has drawn, and the scenario that they are of."""

    scenario: Scenario
    curves: Ghost


@dataclass(frozen=True)
class _Charts:
    """The curves that a chart shows, and those that it showed before them."""

    shown: _Drawn | None = None
    earlier: _Drawn | None = None


def _charts(of: str) -> _Charts:
    charts: _Charts = st.session_state.get(_GHOST + of, _Charts())
    return charts


def before(scenario: Scenario, of: str = "") -> Ghost | None:
    """Return the curves that someone's week chart showed before it came to show this scenario."""
    charts = _charts(of)
    last = charts.earlier if charts.shown is None or charts.shown.scenario == scenario else charts.shown
    return None if last is None else last.curves


def keep(scenario: Scenario, curves: Ghost, of: str = "") -> None:
    """Keep the curves that a chart shows, as the ghost of the next change."""
    charts = _charts(of)
    if charts.shown is None or charts.shown.scenario != scenario:
        st.session_state[_GHOST + of] = _Charts(_Drawn(scenario, curves), charts.shown)
