"""The Log page's widgets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import streamlit as st

from legrun.logs import Log
from pages._ui import state

__all__ = ["assumptions", "log_file", "standing_at"]


def log_file(samples: Path) -> None:
    """Ask for a log file, or offer a sample; what is chosen is kept for the visit."""
    sent = st.file_uploader(
        "Training log, CSV", type=["csv", "txt", "tsv", "zip"], key="log_upload", on_change=_take_upload
    )
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
    clock = state.clock()
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
                label, options, key=widget, on_change=state.choose, args=(each.key, widget), persist_state="session"
            )
        else:
            columns[0].text(f"{label}: {each.value}")
        columns[1].text(each.reason)
