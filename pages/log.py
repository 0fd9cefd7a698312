"""Log: drop in what your apps export, see what was made of it, and let Today stand on it."""

from functools import partial
from pathlib import Path

import streamlit as st

from legrun.logs.starting_point import last_day
from legrun.wording.track_record import known_line
from pages._ui import state
from pages._ui.diary import joined, offer, weeks
from pages._ui.log import check_ins, decisions, inputs, questions, sessions, summary, trends
from pages._ui.shared import cache, shell

SAMPLES = Path(__file__).parent.parent / "sample_data"
# Said before it is so: the address stays in the browser's history, and may be copied.
IN_ADDRESS = (
    "As a starting point, its newest sessions, ratings and nights stand in Today's address, so that Reload and Back "
    "find them. Names of sessions do not."
)

shell.draw_shell("Log")
st.header("Your training log", anchor=False)
st.markdown(
    "Drop in what your app or watch exports: CSV, a spreadsheet, FIT files or a zip; several at once if you use "
    "several apps. "
    + (
        "Everything here is saved in your diary as you go; nothing in it is counted twice."
        if state.diary.kept()
        else "It is read for this visit only: nothing is stored, and it is forgotten within four hours of "
        "closing the page."
    )
)
inputs.drop_files(SAMPLES)
offer.settings()
uploads, typed = state.log.uploads(), state.log.typed()
if not uploads and typed is None and state.diary.kept() is None:
    st.info("No log yet. Drop a file above, or try a sample.", icon=":material/upload_file:")
    shell.draw_footer()
    st.stop()

parts, log = joined.read()
if uploads:
    summary.files(uploads, parts)
# What is doubtful is asked before anything is used or saved.
if questions.ask(parts):
    shell.draw_footer()
    st.stop()
joined.save(log)

if log.sessions or log.check_ins:
    first, basis = st.container(), st.container(border=True)
    with basis:
        end = last_day(log, state.clock.visit_hour())
        at = inputs.standing_at(end)
        point, calibration = cache.own_start(log, at)
        summary.starting_point(point)
        trends.own_response(calibration)
        score = cache.track_record(log, at, point.scenario.athlete)
        trends.track_record(score)
        check_ins.experience(point, log)
    with first:
        ask, verdict = st.columns([4, 5])
        with ask:
            check_ins.morning(log)
        with verdict:
            decisions.said_first(log)
            check_ins.verdict(point, at_end=at == end)
            with st.container(horizontal=True):
                take, icon = partial(state.today.adopt_log, point, known=known_line(score)), ":material/play_arrow:"
                shell.today_button("Use as my starting point", take, icon=icon, key="use_log")
                summary.download(log, "Download the updated file", key="morning_csv")
            st.caption(IN_ADDRESS)
    check_ins.table(log, at)
    weeks.last_weeks(log)
    trends.look_back(log, at, calibration)
if any(part.log for part in parts) or typed is not None or state.diary.kept():
    sessions.sessions(log)
    decisions.assumptions(log)
    decisions.exercises(log)
    decisions.merges(log)
    summary.problems(log)
    summary.downloads(log)
shell.draw_footer()
