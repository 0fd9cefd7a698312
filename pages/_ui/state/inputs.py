"""Today's inputs in session state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import streamlit as st

from legrun.errors import LegrunError
from legrun.inputs.form import (
    DAYS,
    DEFAULTS,
    EVENING,
    HABITS,
    INPUTS,
    MORNING,
    NUMBERS,
    SLIDERS,
    TIREDNESS,
    input_values,
    run_values,
)
from legrun.inputs.to_scenario import to_scenario
from legrun.link import input_text
from legrun.scenario import Habits, Scenario
from pages._ui.state import base, clock, flags, units

__all__ = [
    "FATIGUE_KEY",
    "HABITS_KEY",
    "SITUATION",
    "fill",
    "habits",
    "in_address",
    "is_rated",
    "is_run_untouched",
    "keep_leg_day",
    "mark_rated",
    "of_the_runner",
    "other_day",
    "restore",
    "run_start",
    "scenario",
    "set_usual_time",
    "situation",
    "snapshot",
    "stand_at_estimate",
    "value",
    "values",
]

FATIGUE_KEY, HABITS_KEY, SITUATION = "overall_fatigue", "habits_used", "situation"
RUNNER = ("hrmax", "race", "racemin")
# How many days after a link was made its leg day is still the one of its date.
DAYS_KEPT = 7
# By how much the slider that is not rated stands beside a step.
HAIR = 0.01


def fill(scenario: Scenario, *, overwrite: bool = True, link: Mapping[str, Any] | None = None) -> None:
    """Fill the inputs with a scenario's values; without `overwrite`, those alone that are empty.

    `link` are the inputs that a link gives; what no link tells of then stays.
    """
    used = [name for name, field in HABITS.items() if getattr(scenario.habits, field)]
    filled: dict[str, Any] = {**input_values(scenario), HABITS_KEY: used}
    filled |= {key: flag in scenario.flags for flag, key in flags.KEYS.items()}
    felt = next((c.fatigue for c in scenario.check_ins if c.time == scenario.now and c.fatigue is not None), None)
    filled |= link or {}
    if link is None:
        filled[FATIGUE_KEY] = next((name for name, level in TIREDNESS.items() if level == felt), None)
    for key, content in filled.items():
        if overwrite or key not in st.session_state:
            st.session_state[key] = content
    if units.per_kg():
        units.keep_per_kg({name: filled[name] for name in units.BY_WEIGHT})


def snapshot() -> dict[str, Any]:
    """Return what the widget of every input and flag holds, by its key."""
    ticked = flags.ticked()
    return {
        **values(),
        HABITS_KEY: list(st.session_state.get(HABITS_KEY, [])),
        **{key: flag in ticked for flag, key in flags.KEYS.items()},
    }


def of_the_runner() -> dict[str, Any]:
    """Return the inputs that no situation and no log tells of: highest heart rate and race, which change no verdict."""
    return {name: value(name) for name in RUNNER}


def restore(contents: Mapping[str, Any]) -> None:
    """Let inputs hold again what they held before others were filled."""
    for key, content in contents.items():
        st.session_state[key] = content


def other_day() -> dt.date:
    """Return the date that "Other" starts from."""
    return base.now().date() - dt.timedelta(days=4)


def value(name: str) -> Any:
    """Return the value of an input, its default where it was never drawn."""
    if name in (per_kg := units.per_kg()):
        return per_kg[name]
    if (held := st.session_state.get(name)) is not None:
        return held
    return _usual()[name]


def _usual() -> dict[str, Any]:
    """Return the default of every input."""
    other = {"legtime": EVENING, "legdate": other_day(), "rated": False}
    return {**{name: spec.default for name, spec in NUMBERS.items()}, **DEFAULTS, **other}


def values() -> dict[str, Any]:
    """Return the values of all inputs by name."""
    tired = TIREDNESS.get(st.session_state.get(FATIGUE_KEY) or "")
    return {**{name: value(name) for name in INPUTS}, "tired": tired}


def in_address() -> dict[str, str]:
    """Return the inputs that stand in the address, as their widgets write them: those that are not at their default."""
    told, usual = values(), _usual()
    skipped = {*units.per_kg(), "" if told["day"] == "Other" else "legdate", "" if told["rated"] else "sore"}
    return {
        name: str(float(told[name])) if name in NUMBERS.keys() - SLIDERS else input_text(told[name])
        for name in INPUTS - skipped
        if told[name] != usual.get(name)
    }


def scenario() -> Scenario:
    """Return the scenario of the inputs, on the base of Today.

    Raises
    ------
    legrun.LegrunError
        If a value is out of range; the message names it.
    """
    under = current.scenario if (current := base.current()) else Scenario(now=base.now())
    is_log = current is not None and current.is_log
    return to_scenario(values(), under, habits(), flags.ticked(), is_log=is_log)


def run_start() -> dt.datetime:
    """Return when the planned run starts; now, where the inputs are wrong."""
    try:
        planned = scenario().planned
    except LegrunError:  # the page says so, below the inputs
        planned = None
    return planned.start if planned else base.now()


def habits() -> Habits:
    """Return the habits that are ticked."""
    used = {HABITS[name]: True for name in st.session_state.get(HABITS_KEY, [])}
    return Habits(**used, alcohol_g_per_kg=value("alcohol"), protein_g_per_kg=value("protein") or None)


def situation() -> str | None:
    """Return the situation that its menu holds."""
    chosen: str | None = st.session_state[SITUATION]
    return chosen


def is_rated() -> bool:
    """Return whether the soreness slider holds a rating."""
    return bool(value("rated"))


def is_run_untouched() -> bool:
    """Return whether the planned run is still the one that the inputs begin with, on a visit that no link began."""
    begins = run_values(None, base.now())
    # What stands on a base stays the same when its address is loaded again, which does not tell who planned a run.
    own = base.current() is None and base.now() == clock.visit_hour()
    return own and all(value(name) == content for name, content in begins.items())


def mark_rated() -> None:
    """Turn the soreness slider's value into a rating: it was moved, perhaps from between two of its steps."""
    step = NUMBERS["sore"].step
    st.session_state["sore"] = NUMBERS["sore"].clip(round(st.session_state["sore"] / step) * step)
    st.session_state["rated"] = True


def stand_at_estimate(soreness: float) -> None:
    """Let the soreness slider, not rated, stand at an estimate.

    A hair beside a step, so that a click or a key at any place changes the slider's value, and so rates.
    """
    step = NUMBERS["sore"].step
    near = NUMBERS["sore"].clip(round(soreness / step) * step)
    st.session_state["sore"] = near - HAIR if near == NUMBERS["sore"].high else near + HAIR


def set_usual_time() -> None:
    """Set the leg day's time to the usual one of the chosen day; one of this morning has ended by now."""
    st.session_state["legtime"] = EVENING
    if st.session_state["day"] == "This morning":
        ended = base.now() - dt.timedelta(minutes=value("legmin"))
        st.session_state["legtime"] = min(MORNING, ended.time()) if ended.date() == base.now().date() else dt.time(0)


def keep_leg_day(asked: dt.date) -> None:
    """Keep the leg day of another morning on its date, now that Today answers for the visit's hour.

    The rating of that morning is not one of this morning. A link of more than a week ago is taken for a situation,
    whose days count from now.
    """
    ago = DAYS[value("day")]
    legs = value("legdate") if ago is None else asked - dt.timedelta(days=ago)
    today = clock.visit_hour().date()
    since = (today - legs).days
    if asked < today and since < DAYS_KEPT:
        st.session_state["day"] = next((name for name, days in DAYS.items() if days == since), "Other")
        st.session_state["legdate"], st.session_state["rated"] = legs, False
