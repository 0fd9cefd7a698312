"""Log: drop in the CSV that your app exports, see what was made of it, and let Today stand on it."""

import datetime as dt
from pathlib import Path

import streamlit as st

import legrun
from legrun.history import last_day, starting_point
from pages._ui import cache, log_inputs, shell, show, state

SAMPLES = Path(__file__).parent.parent / "sample_data"

shell.draw_shell("Log")
st.header("Your training log", anchor=False)
st.markdown(
    "Drop in the CSV that your app exports, or the zip it came in. It is read for this visit only: nothing is "
    "stored, and it is gone when you close the page."
)
log_inputs.log_file(SAMPLES)
file = state.upload()
if file is None:
    st.info("No log yet. Drop a file above, or try a sample.", icon=":material/upload_file:")
    shell.draw_footer()
    st.stop()

try:
    log = cache.read_log(file.data, file.name, file.choices)
except legrun.LogFormatError as error:
    show.fault(error)
    shell.draw_footer()
    st.stop()

show.log_summary(log)
if log.sessions or log.check_ins:
    with st.container(border=True):
        at = log_inputs.standing_at(last_day(log))
        point = starting_point(log, now=at)
        show.starting_point(point)
        if st.button("Use as my starting point", icon=":material/play_arrow:", key="use_log"):
            state.use_log(point)
            st.switch_page("app.py")
show.log_sessions(log, since=dt.timedelta(days=14))
log_inputs.assumptions(log)
show.problems(log)
shell.draw_footer()
