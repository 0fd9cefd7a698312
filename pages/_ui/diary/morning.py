"""The morning on Today: one press keeps it in the diary, with the advice that was given; yesterday is one line."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import streamlit as st

from legrun.answering import Answer
from legrun.diary import Advised, Diary
from legrun.inputs.form import input_values, newest_leg_day
from legrun.scenario import CheckIn, Scenario, Session
from legrun.scenario.hours import DAY
from legrun.scenario.names import KIND_NAMES
from pages._ui import state
from pages._ui.diary import opening
from pages._ui.log import adding
from pages._ui.state.diary import Saved

__all__ = ["morning"]

# How long a page may be open and still be of the morning that it was opened on.
LEFT_OPEN = dt.timedelta(hours=4)
# The inputs that stay when the diary gets a session more.
KEPT = (*opening.OF_A_MORNING, *opening.OF_A_PERSON)


def morning(answer: Answer) -> None:
    """Offer to save this morning where there is a diary that Today is based on, or that is empty yet."""
    if state.diary.fault():
        st.warning(str(state.diary.fault()), icon=":material/warning:")
    kept, base = state.diary.kept(), state.base.current()
    if kept is None or state.base.now() != state.clock.visit_hour():
        return
    if base is not None and not base.is_log:
        st.caption("This is not your diary, so nothing of it is saved.")
        return
    if state.clock.has_passed(state.base.now(), by=LEFT_OPEN):
        _begin_anew(state.base.now())
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        _save(answer, base.scenario if base else None)
        _yesterday(base.scenario if base else answer.scenario)


def _begin_anew(opened: dt.datetime) -> None:
    """Offer the present morning where the page was left open: a rating of now is not one of then."""
    row = st.container(horizontal=True, vertical_alignment="center")
    row.button("Begin this morning", on_click=opening.begin_anew, icon=":material/today:", key="begin_morning")
    row.caption(f"This page was opened for {opened:%a} {opened.day} {opened:%b}, {opened:%H:%M}.")


def _save(answer: Answer, base: Scenario | None) -> None:
    """Draw the button and say what is saved and what is not."""
    shown = _shown(answer.scenario)
    is_rated = shown.check_in.soreness is not None
    pressed = st.button(
        "Save this morning",
        icon=":material/save:",
        key="save_morning",
        disabled=not is_rated or shown == state.diary.saved(),
        help=None if is_rated else "Move the soreness slider first.",
    )
    if pressed:
        if state.diary.save(lambda diary: _write(diary, answer, base, shown)):
            state.diary.mark_saved(shown)
            if base is None or newest_leg_day(answer.scenario) != newest_leg_day(base):
                state.diary.ask_for_base(KEPT)
        st.rerun()  # a failure is said above
    saved = state.diary.saved()
    if saved is None:
        st.caption("Not saved yet." if is_rated else "Not saved yet. Rate your soreness first.")
    elif shown == saved or not is_rated:
        st.caption(f":material/check: Saved at {saved.check_in.time:%H:%M}: {', '.join(_words(saved))}.")
    else:
        changed = [each for each in _words(shown) if each not in _words(saved)]
        rated = f"the rating of {shown.check_in.time:%H:%M}"
        st.caption(f"Saved: {', '.join(_words(saved))}. Not saved: {', '.join(changed) or rated}.")


def _shown(scenario: Scenario) -> Saved:
    """Return the morning that the sliders show."""
    rated = next((c for c in scenario.check_ins if c.time == scenario.now), CheckIn(scenario.now))
    saved = state.diary.saved()
    if rated.fatigue is None and saved is not None and saved.check_in.time == rated.time:
        rated = replace(rated, fatigue=saved.check_in.fatigue)
    return Saved(rated, scenario.nights.get(scenario.now.date()))


def _words(morning: Saved) -> list[str]:
    """Return what a morning holds: its rating, overall fatigue and the night, as far as they were said."""
    check_in = morning.check_in
    said = ["not rated" if check_in.soreness is None else f"soreness {check_in.soreness:g}"]
    said += [] if check_in.fatigue is None else [f"overall fatigue {check_in.fatigue:g}"]
    return said if morning.sleep_h is None else [*said, f"sleep {morning.sleep_h:.1f} h"]


def _write(diary: Diary, answer: Answer, base: Scenario | None, shown: Saved) -> None:
    """Keep the morning, and the leg day as the inputs have it."""
    scenario = answer.scenario
    legs, known = newest_leg_day(scenario), newest_leg_day(base) if base else None
    if legs is not None and known is None:
        diary.add(state.diary.ME, legs)
    elif legs is not None and known is not None and legs != known:
        diary.change(state.diary.ME, known, rpe=legs.rpe)
    # A night is known to the minute where a watch has told it; the slider's is kept only where it was moved.
    is_moved = base is None or shown.sleep_h != input_values(base)["sleep"] or scenario.now.date() not in base.nights
    slept = shown.sleep_h if is_moved else None
    diary.rate(state.diary.ME, shown.check_in, sleep_h=slept, advised=Advised.of(answer))


def _yesterday(scenario: Scenario) -> None:
    """Say in one line what was done since yesterday, and let a session be added."""
    since = dt.datetime.combine(scenario.now.date() - DAY, dt.time())
    recent = [s for s in scenario.sessions if since <= s.start <= scenario.now]
    done = ", ".join(f"{KIND_NAMES[s.kind].lower()} {s.minutes:.0f} min at {s.start:%a %H:%M}" for s in recent)
    st.caption(f"Since yesterday: {done}." if recent else "Nothing logged since yesterday.")
    adding.add_session(scenario.now, _add)


def _add(session: Session) -> None:
    if state.diary.save(lambda diary: diary.add(state.diary.ME, session)):
        state.diary.ask_for_base(KEPT)
    st.rerun()
