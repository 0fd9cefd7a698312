"""legrun values in, elements out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from legrun.answer import Answer
from legrun.charts import VERDICT_NAMES, Figure, score_figure, week_figure, week_table, week_words
from legrun.history import StartingPoint
from legrun.logs import Log
from legrun.report import week_csv, week_ics
from legrun.safety import STOP
from legrun.words import (
    chances_sentence,
    cost_sentence,
    effort_words,
    plan_sentence,
    question,
    verdict_sentence,
    why_sentences,
)
from pages._ui import state

__all__ = [
    "fault",
    "figure",
    "log_sessions",
    "log_summary",
    "notes_on_address",
    "problems",
    "share",
    "starting_point",
    "stop_screen",
    "verdict_card",
    "week",
]  # fmt: skip

ICONS = {
    "rest": ":material/self_improvement:",
    "walk": ":material/directions_walk:",
    "easy": ":material/sprint:",
    "moderate": ":material/directions_run:",
    "hard": ":material/bolt:",
}
BEFORE_H = 72
OLD_LINK = dt.timedelta(hours=12)


def figure(shown: Figure, *, key: str) -> None:
    """Draw a figure: its cached spec with this run's data.

    The alternative text stays the same while the data change, since the browser builds a chart anew when it
    does not; what the data say stands in words beside the chart.
    """
    spec = {**shown.spec, "datasets": {**shown.spec.get("datasets", {}), **shown.datasets}}
    st.vega_lite_chart(None, spec, width="stretch", key=key, alt=shown.alt_text)


def fault(error: Exception) -> None:
    """Say what is wrong and what to do."""
    st.error(str(error), icon=":material/error:")


def notes_on_address() -> None:
    """Name what of the address was ignored, and offer to leave the moment of an old link."""
    for note in state.ignored_address():
        st.info(f"Ignored in the address: {note}.", icon=":material/link_off:")
    standing, clock = state.base(), state.clock()
    away = abs(state.now() - clock) > OLD_LINK
    if away and not (standing and standing.is_log):
        row = st.container(horizontal=True, vertical_alignment="center")
        row.caption(f"This answers for {state.now():%a %d %b %Y, %H:%M}.")
        row.button("Move to now", on_click=state.move_to_clock, key="move_to_now", type="tertiary")


def stop_screen(flags: tuple[str, ...]) -> None:
    """Say what to do about a red flag; nothing else is shown."""
    for flag in flags:
        told, advice = STOP[flag]
        st.error(f"**{advice}**\n\nYou ticked: {told[0].lower()}{told[1:]}.", icon=":material/emergency:")
    st.markdown("No score and no plan while this is ticked. This is general safety information, not a diagnosis.")
    st.button("Untick and go back", on_click=state.forget_flags, key="forget_flags")


def verdict_card(found: Answer) -> None:
    """Draw the verdict for the run in mind: what to do, how sure that is, why, and whether the plan fits."""
    now, plan = found.scenario.now, found.scenario.planned
    advice = found.for_plan
    with st.container(border=True, key="verdict"):
        # Few blocks of text: the browser parses each anew at every step of a slider.
        when = "" if advice.at == now else f" · {advice.at:%a %H:%M}"
        effort = f" Effort {advice.max_rpe:g} is {effort_words(advice.max_rpe)}." if advice.verdict != "rest" else ""
        asked = question(advice)
        st.markdown(
            f"### {ICONS[advice.verdict]} {VERDICT_NAMES[advice.verdict]}{when}\n\n"
            f"{verdict_sentence(advice, now)}{effort}" + (f"\n\n:material/help: {asked}" if asked else "")
        )
        figure(score_figure(advice), key="score")
        lines = [f"- {line}" for line in why_sentences(advice, now)]
        if plan is not None:
            lines += ["", f":material/flag: {plan_sentence(advice, plan, now)}"]
        small = " ".join(filter(None, (cost_sentence(advice), chances_sentence(advice))))
        st.markdown("\n".join([*lines, "", f":small[:gray[{small}]]"]))


def share(found: Answer) -> None:
    """Offer the link and the downloads, made only while the pop-up is open."""
    opened = st.popover("Share and download", icon=":material/ios_share:", on_change="rerun", key="share")
    if not opened.open:
        return
    with opened:
        made, note = state.share_query(found.scenario)
        address = str(st.context.url or "").split("?")[0].rstrip("/") or "http://localhost:8501"
        st.code(f"{address}/?{made}", language=None, wrap_lines=True)
        st.caption(
            "Opens this scenario anywhere legrun runs. Browsers and proxies keep addresses; names, notes and anything "
            f"that feels wrong are never in one. {note or ''}"
        )
        row = st.container(horizontal=True)
        _download(row, "Hours as CSV", lambda: week_csv(found), "legrun_week.csv", "text/csv")
        _download(row, "Windows as calendar", lambda: week_ics(found), "legrun_week.ics", "text/calendar")


def _download(place: DeltaGenerator, label: str, make: Callable[[], bytes], name: str, mime: str) -> None:
    """Draw a button whose file is made when it is clicked, without a rerun."""
    place.download_button(
        label, make, file_name=name, mime=mime, on_click="ignore", key=name, icon=":material/download:"
    )


def _hours_before(found: Answer) -> int:
    """Return how far back the chart begins: a little before the newest leg day, if that was recent."""
    now = found.scenario.now
    starts = [s.start for s in found.scenario.sessions if s.kind == "legs" and s.start <= now]
    hours = (now - max(starts)) / dt.timedelta(hours=1) if starts else 0.0
    return int(hours) + 9 if hours <= BEFORE_H else 9


def week(found: Answer) -> None:
    """Draw the week chart, with the medians before the last change as a ghost, and its table."""
    shown, drawn = week_figure(found, before=found.before(_hours_before(found)), ghost=state.ghost(found.scenario))
    state.keep_ghost(found.scenario, drawn)
    figure(shown, key="week")
    st.caption(
        "Line: the median; bands: the range for half and for four in five people with these inputs; single days fall "
        "outside. Dashed: before your last change. Hollow dots: 24, 48 and 72 h, where studies measured; between them "
        "the curve is drawn in."
    )
    if st.toggle("Show as a table", key="week_table"):
        st.markdown(week_words(found))
        st.dataframe(week_table(found), hide_index=True, alt=shown.alt_text)


def log_summary(log: Log) -> None:
    """Say what a file is."""
    with st.container(border=True):
        st.text(f"{log.name}")
        st.markdown(f"**{log.summary}**")


def starting_point(point: StartingPoint) -> None:
    """Say what a log's last six weeks are taken for."""
    scenario = point.scenario
    legs = [s for s in scenario.sessions if s.kind == "legs"]
    runs = sum(s.kind == "run" for s in scenario.sessions)
    newest = f"the newest on {legs[-1].start:%a %d %b, %H:%M}" if legs else "none to recover from"
    longest = f"{scenario.longest_run_minutes:.0f} min" if scenario.longest_run_minutes else "not in the log"
    st.markdown(
        f"The last 42 days hold **{len(legs)} leg days** ({newest}) and **{runs} runs** "
        f"(longest of 30 days: {longest}). "
        f"Experience of leg days: **{scenario.athlete.experience}** ({point.experience_reason}); change it on Today."
    )


def log_sessions(log: Log, *, since: dt.timedelta) -> None:
    """Show a log's newest sessions as a table."""
    if not log.sessions:
        return
    last = log.sessions[-1].start
    rows = [
        {
            "Start": s.start,
            "Kind": s.kind,
            "Name": s.name,
            "Minutes": s.minutes,
            "Effort (0-10)": s.rpe,
            "Leg sets": s.hard_sets,
            "Load (AU)": s.load_au,
            "Estimated": ", ".join(sorted(s.estimated)),
        }
        for s in reversed(log.sessions)
        if s.start >= last - since
    ]
    st.subheader("The last two weeks of it", anchor=False)
    column = st.column_config
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        column_config={
            "Start": column.DatetimeColumn(format="ddd D MMM YYYY, HH:mm"),
            "Minutes": column.NumberColumn(format="%.0f"),
            "Leg sets": column.NumberColumn(format="%.1f"),
            "Load (AU)": column.NumberColumn(format="%.0f", help="Minutes x effort (Foster 2001)."),
        },
        alt=f"{len(rows)} sessions of the last two weeks of the log, newest first.",
    )


def problems(log: Log) -> None:
    """Show what was left out of a log and why, row by row."""
    if not log.problems:
        return
    st.subheader("What was left out, and why", anchor=False)
    rows = [{"Row": p.row, "Column": p.column, "What": p.message} for p in log.problems]
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=f"{len(rows)} rows of the file that could not be used.")
