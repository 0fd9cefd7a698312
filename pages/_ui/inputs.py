"""Widgets in, legrun values out."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import streamlit as st

from legrun.logs import Log
from legrun.scenario import Athlete, CheckIn, Scenario, Session
from pages._ui import state

__all__ = ["assumptions", "leg_day", "log_file", "scenario", "sidebar", "standing_at", "three_sliders"]

FEELS = (
    (0.5, "none"),
    (2.0, "barely there"),
    (4.0, "noticeable"),
    (6.0, "stiff on stairs"),
    (8.0, "hard to sit down"),
)


def _slider(key: str, label: str, **options: object) -> float:
    """Draw a slider over the range of an input, bound to the address."""
    spec = state.NUMBERS[key]
    return st.slider(  # type: ignore[call-overload,no-any-return]
        label, spec.low, spec.high, spec.default, spec.step, key=key, bind="query-params", **options
    )


def _number(key: str, label: str, help: str) -> float:  # noqa: A002  # Streamlit's own name for it
    spec = state.NUMBERS[key]
    value = st.number_input(
        label,
        spec.low,
        spec.high,
        spec.default,
        spec.step,
        format="%.0f",
        key=key,
        bind="query-params",
        help=help,
    )
    return float(value)


def leg_day() -> None:
    """Ask when the leg day was."""
    columns = st.columns([3, 1, 1], vertical_alignment="bottom")
    day = columns[0].radio(
        "When was your leg day?",
        list(state.DAYS),
        index=1,
        key="day",
        bind="query-params",
        on_change=state.set_day,
        horizontal=True,
    )
    if day == "Other":
        columns[1].date_input("Date", state.now().date() - dt.timedelta(days=4), key="legdate", bind="query-params")


def three_sliders() -> None:
    """Draw the three sliders of the page: soreness, leg-day intensity, sleep."""
    columns = st.columns(3)
    with columns[0]:
        rated = state.is_rated()
        sore = _slider(
            "sore",
            "Soreness now",
            format="%.1f" if rated else "not rated",
            on_change=state.mark_rated,
            help="Legs, 0 to 10: 0 none, 3 noticeable, 5 stiff on stairs, 8 hard to walk. Each point takes 8 % off the "
            "score. Your rating also corrects the forecast.",
        )
        st.toggle(
            f"Rated: {feeling(sore)}" if rated else "Not rated: the estimate stands in",
            key="rated",
            bind="query-params",
        )
    with columns[1]:
        effort = _slider(
            "effort",
            "Leg-day intensity",
            format="%.1f",
            help="How hard the whole session was; 0 means no leg day. 5 hard, 7 very hard, 10 the most you can.",
        )
        st.caption("No leg day" if effort == 0 else effort_feeling(effort))
    with columns[2]:
        slept = _slider(
            "sleep",
            "Sleep last night",
            format="%.1f h",
            help="Each hour under 7 takes 5 % off the score. Under 5 h keeps hard running out.",
        )
        st.caption("Short: the same pace will feel harder" if slept < 7 else "Enough to take nothing off")


def feeling(soreness: float) -> str:
    """Return what a soreness feels like."""
    return next((words for top, words in FEELS if soreness < top), "hard to walk")


def effort_feeling(rpe: float) -> str:
    """Return what an effort is called on the CR10 scale."""
    names = (
        (2, "Very easy"),
        (3, "Easy"),
        (4, "Moderate"),
        (5, "Somewhat hard"),
        (7, "Hard"),
        (9, "Very hard"),
    )
    return next((name for top, name in names if rpe < top), "Close to the most you can")


def sidebar() -> None:
    """Draw the inputs that the first screen does not need."""
    with st.sidebar:
        with st.expander("Leg day", icon=":material/fitness_center:"):
            if state.log_start() is None:
                st.time_input("Started at", state.EVENING, key="legtime", bind="query-params")
                _number("legmin", "Minutes", "Rests included. Twice the minutes is about 1.4 times the dose.")
            st.selectbox(
                "How used to leg days are you?",
                list(state.EXPERIENCE),
                index=1,
                key="exp",
                bind="query-params",
                help="Novice: the same session does 1.7 times as much. Trained: 0.6 times.",
            )
            if state.log_start() is None:
                st.selectbox(
                    "How new was it?",
                    list(state.NOVELTY),
                    key="nov",
                    bind="query-params",
                    help="All new exercises add up to 60 % to the dose.",
                )
        with st.expander("The run in mind", icon=":material/directions_run:"):
            st.selectbox("When", list(state.WHENS), key="when", bind="query-params")
            _number("runmin", "Minutes", "How long you want to run.")
            _number("runrpe", "Effort, 1 to 10", "4 is full sentences, 6 short sentences, 8 a few words.")
            _number(
                "longest",
                "Longest run of the last 30 days, minutes",
                "Runs are capped from it; 0 means unknown, and a careful guess stands in.",
            )
        with st.expander("Sleep", icon=":material/bedtime:"):
            _slider("usual", "A usual night", format="%.1f h", help="Stands in for the nights ahead.")


def _value(key: str) -> float:
    return float(st.session_state.get(key, state.NUMBERS[key].default))


def _leg_session(now: dt.datetime) -> Session | None:
    """Return the leg day of the inputs, or None when its intensity is 0."""
    rpe = _value("effort")
    if rpe == 0:
        return None
    ago = state.DAYS[st.session_state.get("day") or "Yesterday"]
    other = st.session_state.get("legdate", now.date() - dt.timedelta(days=4))
    date = other if ago is None else now.date() - dt.timedelta(days=ago)
    start = dt.datetime.combine(date, st.session_state.get("legtime", state.EVENING))
    novelty = state.NOVELTY[st.session_state.get("nov", "Usual exercises")]
    return Session("legs", start, _value("legmin"), rpe, novelty=novelty)


def _planned(now: dt.datetime) -> Session:
    """Return the run in mind."""
    when = st.session_state.get("when", "Now")
    days = 1 if when.startswith("Tomorrow") else 0
    hour = dt.time(18) if when.endswith("evening") else dt.time(7)
    start = now if when == "Now" else dt.datetime.combine(now.date() + dt.timedelta(days=days), hour)
    return Session("run", max(start, now), _value("runmin"), _value("runrpe"))


def _log_sessions(base: Scenario) -> tuple[Session, ...]:
    """Return the log's sessions, the newest leg day with the slider's intensity."""
    newest = max((s for s in base.sessions if s.kind == "legs"), key=lambda s: s.start, default=None)
    if newest is None:
        return tuple(base.sessions)
    rpe = _value("effort")
    others = tuple(s for s in base.sessions if s is not newest)
    if rpe == 0:
        return others
    same = rpe == round(2 * newest.rpe) / 2
    return (
        *others,
        newest if same else dataclasses.replace(newest, rpe=rpe, estimated=newest.estimated - {"rpe"}),
    )


def scenario() -> Scenario:
    """Return the scenario that the inputs make, on a log where there is one.

    Raises
    ------
    legrun.LegrunError
        If a value is out of range; the message names it.
    """
    now, start = state.now(), state.log_start()
    base = start.scenario if start else Scenario(now=now)
    legs = _leg_session(now)
    sessions = _log_sessions(base) if start else (() if legs is None else (legs,))
    rating = (CheckIn(now, _value("sore")),) if state.is_rated() else ()
    longest = _value("longest")
    usual = _value("usual")
    return dataclasses.replace(
        base,
        athlete=Athlete(experience=state.EXPERIENCE[st.session_state.get("exp", "Recreational")], usual_sleep_h=usual),
        sessions=sessions,
        check_ins=(*(c for c in base.check_ins if c.time.date() != now.date()), *rating),
        sleep_h={**base.nights, now.date(): _value("sleep")},
        planned=_planned(now),
        longest_run_minutes=longest or None,
    )


def log_file(samples: Path) -> None:
    """Ask for a log file, or offer a sample; what is chosen is kept for the visit."""
    sent = st.file_uploader("Training log, CSV", type=["csv", "txt"], key="log_upload", on_change=_take_upload)
    if sent is None and state.upload() is None:
        row = st.container(horizontal=True)
        for name in ("hevy_sample.csv", "strong_sample.csv"):
            label = f"Try a {name.split('_')[0].capitalize()} sample"
            if row.button(label, key=f"sample_{name}"):
                state.keep_upload(state.Upload(name, (samples / name).read_bytes()))
                st.rerun()


def _take_upload() -> None:
    sent = st.session_state["log_upload"]
    state.keep_upload(None if sent is None else state.Upload(sent.name, sent.getvalue()))


def standing_at(end_of_log: dt.datetime) -> dt.datetime:
    """Ask for the moment to stand at: the log's last day, or now where the log is up to date."""
    clock = state.visit_now()
    default = clock if dt.timedelta() <= clock - end_of_log <= dt.timedelta(days=2) else end_of_log
    columns = st.columns([2, 1, 3], vertical_alignment="bottom")
    date = columns[0].date_input("Stand at this day", default.date(), max_value=default.date(), key="stand_date")
    hour = columns[1].time_input("Hour", default.time(), step=3600, key="stand_time")
    if default == end_of_log:
        columns[2].caption("The log's last day stands in for today. Change it to look back.")
    return dt.datetime.combine(date, hour)


def assumptions(log: Log) -> None:
    """Show what had to be decided about a log, each with its reason, and let it be overruled."""
    if not log.assumptions:
        return
    st.subheader("What was assumed", anchor=False)
    for number, each in enumerate(log.assumptions):
        columns = st.columns([2, 5], vertical_alignment="center")
        label = each.key.replace("_", " ").replace("exercise:", "").capitalize()
        if each.options:
            options = list(dict.fromkeys([each.value, *each.options]))
            widget = f"choice_{number}_{each.key}"
            columns[0].selectbox(
                label,
                options,
                key=widget,
                on_change=state.choose,
                args=(each.key, widget),
                persist_state="session",
            )
        else:
            columns[0].text(f"{label}: {each.value}")
        columns[1].text(each.reason)
