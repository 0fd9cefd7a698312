"""Today's widgets in, a scenario out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

import legrun
from legrun.answering import Answer
from legrun.decision.safety import STOP
from legrun.inputs.form import (
    DAYS,
    DEFAULTS,
    EVENING,
    EXPERIENCE,
    HABITS,
    NOVELTY,
    NUMBERS,
    RACES,
    STYLES,
    TERRAINS,
    TIREDNESS,
    WHENS,
    leg_day,
)
from legrun.scenario.hours import is_small_hours
from legrun.scenario.names import HABIT_NAMES
from legrun.scenario.presets import PRESETS
from legrun.wording.languages import full_moment, moment
from legrun.wording.verdict import ahead_sentence
from pages._ui import state
from pages._ui.shared import units
from pages._ui.shared.elements import TIREDNESS_HELP
from pages._ui.shared.links import source

__all__ = ["answer_unrated", "person", "question", "sidebar", "three_sliders", "title"]

FEELS = (
    (0.5, "no soreness"),
    (2.0, "barely there"),
    (4.5, "noticeable"),
    (7.0, "stiff on stairs"),
    (8.0, "hard to sit down"),
)
# What feels wrong and stops no run for good; those of `STOP` stand before them.
FEELS_WRONG = {
    "limping": "I limp, or my stride has changed",
    "illness": "Fever or illness",
    "returning": "First days back after illness, injury or time off",
    "rebuilding": "Still coming back, past the first days",
}
EFFORTS = ((2, "Very easy"), (3, "Easy"), (4, "Moderate"), (5, "Somewhat hard"), (7, "Hard"), (9, "Very hard"))


def _slider(key: str, label: str, **options: Any) -> float:
    """Draw a slider over the range of an input, bound to the address unless told."""
    spec = NUMBERS[key]
    ends = (spec.low, spec.high, spec.default, spec.step)
    moved: float = st.slider(label, *ends, key=key, **{"bind": "query-params", **options})
    return moved


def _number(key: str, label: str, explained: str, *, form: str = "%.0f") -> float:
    """Draw a number input over the range of an input, bound to the address."""
    spec = NUMBERS[key]
    ends = (spec.low, spec.high, spec.default, spec.step)
    return float(st.number_input(label, *ends, format=form, help=explained, key=key, bind="query-params"))


def _choice(key: str, label: str, options: Sequence[str], explained: str | None = None) -> str:
    """Draw a select box of an input, bound to the address."""
    index = list(options).index(DEFAULTS[key])
    return st.selectbox(label, options, index, key=key, bind="query-params", help=explained)


def title() -> None:
    """Draw the top of the page: the question, its moment, and the warning signs that come before any score."""
    row = st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="title")
    asked = moment(state.base.now()).replace(" ", "\u00a0")  # one piece where the line breaks
    row.markdown(f"#### How are your legs today? :small[:gray[{asked}]]", width="content")
    with row.container(horizontal=True, vertical_alignment="center", width="content"):
        _feels_wrong()


def question() -> None:
    """Ask when the leg day was, or name the scenario that the inputs add to."""
    base = state.base.current()
    if base is not None:
        row = st.container(horizontal=True, vertical_alignment="center")
        row.markdown(f":material/history: Based on **{base.label}**, {full_moment(base.scenario.now)}")
        row.button(
            "Back to my inputs", on_click=state.base.clear, key="let_go", help="Go back to what stood here before."
        )
    if base is None or not base.is_log:
        _leg_day()


def _leg_day() -> None:
    day = st.radio(
        "When was your leg day?",
        list(DAYS),
        list(DAYS).index(DEFAULTS["day"]),
        key="day",
        bind="query-params",
        on_change=state.inputs.set_usual_time,
        horizontal=True,
    )
    if day == "Other":
        st.date_input(
            "Date of the leg day", state.inputs.other_day(), key="legdate", bind="query-params", format=units.DATES
        )
    legs = leg_day(state.inputs.values(), state.base.now())
    if legs is not None and legs.start > state.base.now():
        st.caption(f":material/event_upcoming: {ahead_sentence(legs, state.inputs.run_start())}")


def _take_situation() -> None:
    """Let a situation of the menu fill every input, on the day that Today answers for."""
    chosen = next((p for p in PRESETS if p.name == state.inputs.situation()), None)
    if chosen is not None:
        own = state.inputs.of_the_runner()
        state.today.adopt(chosen.scenario(state.base.now().date()), f"“{chosen.name}”")
        state.inputs.restore(own)


def answer_unrated() -> Answer | None:
    """Return the answer to the inputs where soreness is not rated; None where it is, or where they are wrong."""
    if state.inputs.is_rated():
        return None
    try:
        return legrun.answer(state.inputs.scenario())
    except legrun.LegrunError:  # the page says so, below the inputs
        return None


def three_sliders(estimate: float | None) -> None:
    """Draw the three sliders of the page: soreness, leg-day intensity, sleep.

    Parameters
    ----------
    estimate : float or None
        Value of the soreness slider without a rating. [0-10]
    """
    if estimate is not None:
        state.inputs.stand_at_estimate(estimate)
    for column, draw in zip(st.columns(3), (_soreness, _intensity, _last_night), strict=True):
        with column:
            draw()


def _soreness() -> None:
    rated = state.inputs.is_rated()
    sore = _slider(
        "sore",
        "Soreness now",
        format="%.1f" if rated else "about %.1f",
        bind="query-params" if rated else None,  # an estimate does not stand in the address
        on_change=state.inputs.mark_rated,
        help="Legs, 0 to 10: 0 none, 3 noticeable, 5 stiff on stairs, 8 hard to walk. Each point lowers the score by "
        "8 %. Your rating also corrects the forecast. Without a rating the slider shows our estimate: click it to "
        "rate. " + source("score.soreness"),
    )
    base = state.base.current()
    earlier = base is not None and base.scenario.rated_today
    unrated = "Rated earlier today" if earlier else "Not rated"
    st.toggle(_word(sore, FEELS, "hard to walk").capitalize() if rated else unrated, key="rated", bind="query-params")


def _intensity() -> None:
    effort = _slider(
        "effort",
        "Leg-day intensity",
        format="%.1f",
        help="Effort of the whole session; 0 means no leg day. 5 hard, 7 very hard, 10 the most you can. "
        + source("leg_dose"),
    )
    st.caption("No leg day" if effort == 0 else _word(effort, EFFORTS, "Close to the most you can"))


def _last_night() -> None:
    slept = _slider(
        "sleep",
        "Sleep last night",
        format="%.1f h",
        help="Each hour under 7 lowers the score by 5 %. Under 5 h rules out hard running. " + source("score.sleep"),
    )
    end = NUMBERS["sleep"].end_words(slept, "h")
    said = "Short: the same pace will feel harder" if slept < 7 else "Enough sleep"
    night = "The night that ends today" if is_small_hours(state.base.now()) else ""
    st.caption(". ".join(filter(None, (night, end, said))))


def _word(number: float, names: Sequence[tuple[float, str]], beyond: str) -> str:
    return next((name for top, name in names if number < top), beyond)


def _feels_wrong() -> None:
    """Ask about warning signs, which come before any score."""
    too_sore = state.flags.KEYS["too_sore_to_walk"]
    st.toggle("Too sore to walk", key=too_sore, persist_state="session", help="If you cannot walk normally, rest.")
    opened = st.popover(
        "Feels wrong?", icon=":material/health_and_safety:", on_change="rerun", key=state.flags.FEELS_WRONG
    )
    with opened:
        st.markdown(
            "Tick all that apply. Each of the first three replaces the score with advice. Ticks stand in no link: they "
            "are gone once the page is loaded again."
        )
        # Boxes in a closed pop-up are not told that they were unticked, and tick themselves again.
        if not opened.open:
            return
        for flag, (sign, _) in STOP.items():
            st.checkbox(sign, key=state.flags.KEYS[flag], persist_state="session")
        for flag, told in FEELS_WRONG.items():
            st.checkbox(told, key=state.flags.KEYS[flag], persist_state="session")


def sidebar() -> None:
    """Draw the inputs beyond those of the first screen."""
    base = state.base.current()
    with st.sidebar:
        st.selectbox(
            "Try a situation",
            [preset.name for preset in PRESETS],
            index=None,
            key=state.inputs.SITUATION,
            placeholder="Ten to choose from",
            on_change=_take_situation,
        )
        with st.expander("My planned run", icon=":material/directions_run:"):
            _planned_run()
        with st.expander("Leg day", icon=":material/fitness_center:"):
            if base is None or not base.is_log:
                _more_of_leg_day()
            _experience()
        with st.expander("Sleep and habits", icon=":material/bedtime:"):
            _overall_fatigue()
            _usual_night()
            _habits()
        with st.expander("Age, heart rate and pace", icon=":material/monitor_heart:"):
            _heart_rate_and_pace()


def _planned_run() -> None:
    _choice("when", "When", WHENS, "The verdict is for this time.")
    _choice("style", "Type", list(STYLES), "What you call it on the chart and in the week; minutes and effort count.")
    _number("runmin", "Minutes", "Length of the run.")
    _number("runrpe", "Effort, 1 to 10", "4 is full sentences, 6 short sentences, 8 a few words.")
    _choice("terrain", "Terrain", list(TERRAINS), f"Downhill running makes legs sore. {source('run_soreness')}")
    _longest()


def _more_of_leg_day() -> None:
    """Ask about the leg day, where no log holds it."""
    st.time_input("Started at", EVENING, key="legtime", bind="query-params")
    _number(
        "legmin",
        "Minutes",
        f"Including rests. Twice as long counts about 1.4 times as much. {source('leg_dose')}",
    )
    _choice(
        "nov",
        "How new were the exercises?",
        list(NOVELTY),
        f"New exercises make a leg day count up to 60 % more. {source('leg_dose.novelty_gain')}",
    )


def _habits() -> None:
    """Ask about habits that slow recovery down or speed it up."""
    st.multiselect(
        "After the leg day I use",
        list(HABITS),
        format_func=lambda name: HABIT_NAMES[HABITS[name]],
        key=state.inputs.HABITS_KEY,
        persist_state="session",
        help=f"Each lowers soreness by 5 to 10 %, all together by at most 20 %. {source('habits')}",
    )
    units.by_body_weight()


def _heart_rate_and_pace() -> None:
    """Ask what turns an effort into a heart rate and a pace; age bears on recovery too."""
    _number(
        "age",
        "Age (optional)",
        "0 leaves it out. From 40 on strength takes about 1.2 times as long to return "
        f"({source('leg_fatigue.age_tau')}). It also gives a heart rate: 208 less 0.7 a year is the highest, give or "
        f"take 10 beats. {source('intensity')}",
    )
    _number(
        "hrmax",
        "Highest heart rate (optional)",
        f"Measured, not from a formula. 0 leaves it out. {source('intensity')}",
    )
    _choice("race", "A race of the last two months (optional)", list(RACES), f"It gives a pace. {source('vdot')}")
    if state.inputs.value("race") != DEFAULTS["race"]:
        units.distance()
        _number("racemin", "Its time, minutes", "25.5 is 25 minutes 30 seconds; 0 leaves it out.", form="%.1f")


def person() -> None:
    """Draw the inputs about the person, whatever the day is."""
    _experience()
    _longest()
    _usual_night()


def _experience() -> None:
    explained = "The same session counts 1.7 times as much for a novice, 0.6 times for a trained lifter. "
    _choice("exp", "How used to leg days are you?", list(EXPERIENCE), explained + source("leg_dose.novice"))


def _longest() -> None:
    _number(
        "longest",
        "Longest run of the last 30 days, minutes",
        "It limits your runs: easy to half of it, steady to 0.75, hard to 1.1 times. 0 means unknown; we then guess. "
        + source("caps"),
    )


def _overall_fatigue() -> None:
    """Ask how tired the whole person is, which says more of the same morning than the legs do."""
    st.selectbox(
        "Overall fatigue this morning (optional)",
        list(TIREDNESS),
        index=None,
        key=state.inputs.FATIGUE_KEY,
        persist_state="session",
        placeholder="Not said",
        help=f"{TIREDNESS_HELP} It is not in the link. {source('gates')}",
    )


def _usual_night() -> None:
    usual = _slider(
        "usual",
        "Usual sleep per night",
        format="%.1f h",
        help=f"Used for nights not given, and for those ahead. {source('clock')}",
    )
    if end := NUMBERS["usual"].end_words(usual, "h"):
        st.caption(end)
