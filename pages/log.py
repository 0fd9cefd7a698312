"""Log: drop in what your apps export, see what was made of it, and let Today stand on it."""

from functools import partial
from pathlib import Path

import streamlit as st

from legrun.logs.starting_point import last_day
from pages._ui.log import check_ins
from pages._ui.log import decisions as log_decisions
from pages._ui.log import inputs as log_inputs
from pages._ui.log import sessions as log_sessions
from pages._ui.log import summary as log_show
from pages._ui.log import trends as training
from pages._ui.shared import cache, shell
from pages._ui.state import log as kept_log
from pages._ui.state import visit as state

SAMPLES = Path(__file__).parent.parent / "sample_data"

shell.draw_shell("Log")
st.header("Your training log", anchor=False)
st.markdown(
    "Drop in the CSV that your app exports, or the zip it came in; several at once if you use several apps. It is read "
    "for this visit only: nothing is stored, and it is gone when you close the page."
)
log_inputs.drop_files(SAMPLES)
uploads, typed = kept_log.uploads(), kept_log.typed()
if not uploads and typed is None:
    st.info("No log yet. Drop a file above, or try a sample.", icon=":material/upload_file:")
    shell.draw_footer()
    st.stop()

parts, choices = cache.read_uploads(uploads, kept_log.choices())
log = cache.joined(uploads, parts, choices, typed)
log_show.files(uploads, parts)

if log.sessions or log.check_ins:
    first, basis = st.container(), st.container(border=True)
    with basis:
        at = log_inputs.standing_at(last_day(log))
        point, calibration = cache.own_start(log, at)
        log_show.starting_point(point)
        training.own_response(calibration)
        check_ins.experience(point, log)
    with first:
        ask, told = st.columns([5, 7])
        with ask:
            check_ins.morning(log)
        with told:
            check_ins.verdict(point, at_end=at == last_day(log))
            with st.container(horizontal=True):
                take, icon = partial(state.use_log, point), ":material/play_arrow:"
                shell.today_button("Use as my starting point", take, icon=icon, key="use_log")
                log_show.download(log, "Download the updated file", key="morning_csv")
    check_ins.table(log, at)
    training.look_back(log, at, calibration)
if any(part.log for part in parts) or typed is not None:
    log_sessions.sessions(log)
    log_decisions.assumptions(log)
    log_decisions.exercises(log)
    log_decisions.merges(log)
    log_show.problems(log)
    log_show.downloads(log)
shell.draw_footer()
