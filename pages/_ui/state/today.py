"""The way to Today: another scenario under its inputs, another moment, another page on the way there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from legrun.inputs.form import FIRST_ASKED
from legrun.scenario import Scenario
from pages._ui.state import base, clock, diary, flags, handout, inputs
from pages._ui.state.base import Base, Left

if TYPE_CHECKING:
    from legrun.logs.starting_point import StartingPoint

__all__ = [
    "adopt",
    "adopt_log",
    "adopt_run",
    "go",
    "goes_to",
    "is_frame_old",
    "move_to_visit_hour",
    "note_frame",
]

_LEAVING, _FRAME = "_leaving", "_frame_of_today"


def adopt(scenario: Scenario, label: str, *, is_log: bool = False, known: str = "", returns: bool = False) -> None:
    """Make a scenario the base of Today and fill every input from it; a handout begun for another is begun anew."""
    handout.clear_names()
    base.keep(Base(scenario, label, is_log, known, returns=returns))
    inputs.fill(scenario)


def adopt_run(scenario: Scenario, label: str, own: Scenario) -> None:
    """Make the run of a planned week the base of Today; what it told of, `own`, is put aside until it is let go."""
    before = base.current()
    left = before.left if before and before.left else Left(own, inputs.snapshot(), before)
    adopt(scenario, label)
    base.keep(Base(scenario, label, left=left))


def adopt_log(start: StartingPoint, label: str = "your log", *, known: str = "", returns: bool = False) -> None:
    """Make a log the base of Today; no log holds flags and habits: those stay, as does a race it does not tell.

    `known` is a line on how well the forecast has known the person; `returns` says that a reload brings the log back.
    """
    own = ", with your own response" if start.scenario.athlete.response else ""
    scenario = replace(start.scenario, flags=flags.ticked(), habits=inputs.habits())
    athlete = scenario.athlete
    kept = {} if athlete.max_heart_rate or athlete.race_km else inputs.of_the_runner()
    adopt(scenario, f"{label}{own}", is_log=True, known=known, returns=returns)
    inputs.restore(kept)


def move_to_visit_hour() -> None:
    """Answer for the hour of the browser's clock, not for that of an old link or of a page left open."""
    asked = base.now().date()
    clock.renew()
    inputs.keep_leg_day(asked)
    base.set_now(clock.visit_hour())
    base.keep(None)


def go(page: str = "app.py") -> None:
    """Let the run that follows go on to Today, or to another page."""
    st.session_state[_LEAVING] = page


def goes_to() -> str | None:
    """Return, once, which page this run is to go on to."""
    page: str | None = st.session_state.pop(_LEAVING, None)
    return page


def _frame() -> dict[str, Any]:
    """Return what the page around the verdict is drawn from."""
    around = {name: content for name, content in inputs.snapshot().items() if name not in FIRST_ASKED}
    leaving = st.session_state.get(_LEAVING)
    # What is ticked stands beside the verdict, but for what takes its place.
    around |= dict.fromkeys(flags.KEYS.values(), flags.red())
    return {**around, "base": base.current(), "now": base.now(), "diary": diary.kept() is None, "leaving": leaving}


def note_frame() -> None:
    """Remember what the page around the verdict was drawn from."""
    st.session_state[_FRAME] = _frame()


def is_frame_old() -> bool:
    """Return whether something beside the verdict has changed what stands around it, so that all must be drawn."""
    return bool(st.session_state[_FRAME] != _frame())
