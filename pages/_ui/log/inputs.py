"""The Log page's first widgets: the files, and the moment to answer for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import streamlit as st

from legrun.logs.reader import known_apps
from pages._ui import state
from pages._ui.shared import units

__all__ = ["drop_files", "standing_at"]

# Button -> the files that it loads.
SAMPLES = {
    "legrun_sample.csv": ("Try one with check-ins", ("legrun_sample.csv",)),
    "hevy_sample.csv": ("Try a Hevy sample", ("hevy_sample.csv",)),
    "strong_sample.csv": ("Try a Strong sample", ("strong_sample.csv",)),
    "strava_sample.csv": ("Hevy and Strava together", ("hevy_sample.csv", "strava_sample.csv")),
    "dirty_sample.csv": ("A messy file", ("dirty_sample.csv",)),
}


def drop_files(samples: Path) -> None:
    """Ask for log files, or offer samples; what is dropped is kept for the visit."""
    # Every kind of file may be dropped: the reader says of each what to do with it.
    st.file_uploader(
        "Training logs: CSV, Excel (.xlsx), .ods, FIT, or a zip of them",
        accept_multiple_files=True,
        key=state.log.upload_key(),
        on_change=state.log.take_uploads,
        help=f"One or several, of {', '.join(known_apps())}, legrun's own CSV, or any table with dates. Each at most "
        "20 MB and 300,000 rows; a zip of them at most 50 MB.",
    )
    # A made-up person's sessions are not to be merged into somebody's diary.
    if not state.log.uploads() and state.log.typed() is None and state.diary.kept() is None:
        row = st.container(horizontal=True)
        for key, (label, names) in SAMPLES.items():
            if row.button(label, key=f"sample_{key}"):
                state.log.add_uploads(state.log.Upload.of(name, (samples / name).read_bytes()) for name in names)
                st.rerun()


def standing_at(end_of_log: dt.datetime) -> dt.datetime:
    """Ask for the moment to answer for: the log's last day, or now where the log is up to date."""
    clock = state.clock.visit_hour()
    default = clock if dt.timedelta() <= clock - end_of_log <= dt.timedelta(days=2) else end_of_log
    # What was chosen for one end of the log does not hold for another: a rating of this morning moves it.
    day_key, hour_key = state.log.moment_keys(default)
    columns = st.columns([2, 1, 3], vertical_alignment="bottom")
    date = columns[0].date_input(
        "Show this day", default.date(), max_value=default.date(), key=day_key, format=units.DATES
    )
    hour = columns[1].time_input("Hour", default.time(), step=3600, key=hour_key)
    if default != clock:
        columns[2].caption("The log ends here, so this day counts as today. Change it to look back.")
    return dt.datetime.combine(date, hour)
