"""The morning check-in: rate, add yesterday's session, see the verdict, take the file along."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from legrun.inputs.form import TIREDNESS
from legrun.logs import Log
from legrun.logs.mornings import Morning, mornings
from legrun.logs.starting_point import StartingPoint, done_by
from legrun.scenario import EXPERIENCES, Athlete, CheckIn, Session
from legrun.scenario.hours import DAY
from legrun.scenario.names import KIND_NAMES
from legrun.wording.rounding import counted
from pages._ui import state
from pages._ui.log import adding
from pages._ui.shared import cache, elements

__all__ = ["experience", "morning", "table", "verdict"]

TABLE = "check_ins"
DAYS = 14


def morning(log: Log) -> None:
    """Ask how it feels today and what was done yesterday; what is said counts at once."""
    now = state.clock.visit_hour()
    (today,) = mornings(log, now, 1)
    st.subheader(f"Check-in, {now:%a} {now.day} {now:%b}, {min(today.time, now):%H:%M}", anchor=False)
    # A rating between two whole ones comes from the table or from a file.
    scale = sorted({*range(11), *([today.soreness] if today.soreness is not None else [])})
    state.log.fill_morning(today.soreness, today.sleep_h, today.fatigue)
    # Radio buttons wrap on a phone; one tap is a rating.
    st.radio(
        "How sore are your legs? 0 none, 3 noticeable, 5 stiff on stairs, 8 hard to walk",
        scale,
        None,
        format_func="{:g}".format,
        horizontal=True,
        key=state.log.SORE,
        on_change=_rate,
        args=(today,),
    )
    slept, tired = st.columns(2)
    slept.number_input(
        "Sleep last night, hours",
        0.0,
        16.0,
        step=0.5,
        format="%.1f",
        key=state.log.SLEPT,
        on_change=_sleep,
        args=(today,),
        placeholder="Not said",
    )
    with tired:
        _overall_fatigue(today)
    _yesterday(log, now)


def _overall_fatigue(today: Morning) -> None:
    names = {value: name for name, value in TIREDNESS.items()}
    st.selectbox(
        "Overall fatigue this morning (optional)",
        sorted({*names, *([today.fatigue] if today.fatigue is not None else [])}),
        index=None,
        format_func=lambda value: names.get(value, f"{value:g}"),
        key=state.log.TIRED,
        on_change=_rate,
        args=(today,),
        placeholder="Not said",
        help=elements.TIREDNESS_HELP,
    )


def _rate(today: Morning) -> None:
    state.log.type_in(check_ins=[CheckIn(today.time, state.log.rated(), state.log.tired())])
    state.log.begin_editor_anew(TABLE)


def _sleep(today: Morning) -> None:
    if (hours := state.log.slept()) is not None:
        state.log.type_in(sleep_h={today.date: hours})
        state.log.begin_editor_anew(TABLE)


def _yesterday(log: Log, now: dt.datetime) -> None:
    """Say what the log has of yesterday and today, and let a session be added."""
    since = dt.datetime.combine(now.date() - DAY, dt.time())
    recent = [s for s in done_by(log, now) if since <= s.start]
    done = ", ".join(f"{KIND_NAMES[s.kind].lower()} {s.minutes:.0f} min {_when(s)}" for s in recent)
    st.caption(
        f"Since yesterday: {done}. Wrong? Correct it in the table below."
        if recent
        else "Nothing logged since yesterday."
    )
    adding.add_session(now, _add)


def _when(session: Session) -> str:
    """Return when a session began; an hour that stands in for one is not said as if it were told."""
    return f"on {session.start:%a}, hour not told" if "start" in session.estimated else f"at {session.start:%a %H:%M}"


def _add(session: Session) -> None:
    state.log.type_in(sessions=[session])
    st.rerun()


def verdict(point: StartingPoint, *, at_end: bool) -> None:
    """Draw the verdict of the log, with what was ticked on Today; a red flag replaces it."""
    at = point.scenario.now
    if (now := state.clock.visit_hour()) != at:
        why = _why_not_now(at, now) if at_end else "it was chosen below."
        st.caption(f":material/history: For {at:%a} {at.day} {at:%b %Y}, {at:%H:%M}, not for now: {why}")
    answer = cache.own_answer(point, state.flags.ticked(), state.inputs.habits())
    scenario = answer.scenario
    if scenario.red_flags:
        elements.stop_screen(scenario.red_flags)
        return
    elements.safety(scenario)
    elements.verdict_card(answer)


def _why_not_now(end: dt.datetime, now: dt.datetime) -> str:
    """Return why the verdict is for the end of the log, and what to do about it."""
    if end > now:
        return "the log ends there, ahead of now. Check the dates and hours of its last sessions."
    return "the log ends there. Rate how it feels now, and it moves to now."


def experience(point: StartingPoint, log: Log) -> None:
    """Let the suggested experience of leg days be overruled; it is kept in the legrun CSV."""
    state.log.fill_experience(point.scenario.athlete.experience)
    st.selectbox(
        "How used to leg days",
        EXPERIENCES,
        format_func=str.capitalize,
        key=state.log.EXPERIENCE,
        on_change=_choose_experience,
        args=(log.athlete,),
        width=320,
        help="Novice: the same session does 1.7 times as much. Trained: 0.6 times.",
    )


def _choose_experience(known: Athlete | None) -> None:
    chosen = replace(known or Athlete(), experience=state.log.chosen_experience(), response=None)
    state.log.type_in(athlete=chosen)


def table(log: Log, at: dt.datetime) -> None:
    """Show the check-ins of two weeks in a table in which they are typed in and corrected."""
    rows = mornings(log, max(at, state.clock.visit_hour()) if _is_current(log) else at, DAYS)
    st.subheader("Check-ins", anchor=False)
    st.caption(
        "Soreness and sleep of the last two weeks. What you type counts as a rating everywhere, wins over the files "
        "and is kept in the legrun CSV."
    )
    config, days = st.column_config, [row.date for row in rows]
    st.data_editor(
        pd.DataFrame(
            {
                "Day": days,
                "Soreness (0-10)": pd.array([row.soreness for row in rows], dtype="Float64"),
                "Sleep (h)": pd.array([row.sleep_h for row in rows], dtype="Float64"),
            }
        ),
        hide_index=True,
        disabled=["Day"],
        column_config={
            "Day": config.DateColumn(format="ddd D MMM YYYY"),
            "Soreness (0-10)": config.NumberColumn(format="%.1f", min_value=0, max_value=10, step=0.5),
            "Sleep (h)": config.NumberColumn(format="%.1f", min_value=0, max_value=16, step=0.1),
        },
        placeholder="",
        key=state.log.editor_key(TABLE, days),
        alt=f"Soreness and sleep of {counted(len(rows), 'day')}, newest first, to be typed in.",
    )
    if state.log.take_edits(TABLE, days, lambda edited: _take({rows[row]: cells for row, cells in edited.items()})):
        st.rerun()


def _is_current(log: Log) -> bool:
    """Whether the log reaches this morning's check-in."""
    return any(c.time.date() == state.clock.visit_hour().date() for c in log.check_ins)


def _take(edited: dict[Morning, dict[str, Any]]) -> None:
    """Take what was typed into the table over."""
    rated = [row.rated(cells["Soreness (0-10)"]) for row, cells in edited.items() if "Soreness (0-10)" in cells]
    slept = {row.date: float(cells["Sleep (h)"]) for row, cells in edited.items() if cells.get("Sleep (h)") is not None}
    state.log.type_in(check_ins=rated, sleep_h=slept)
    if len(slept) < sum("Sleep (h)" in cells for cells in edited.values()):
        state.log.begin_editor_anew(TABLE)  # a night that was emptied is what the files say again
