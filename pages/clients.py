"""Clients: a coach's morning. Who needs a look first, what each may run, and one client at a time."""

from pathlib import Path

import streamlit as st

from pages._ui.clients import check_ins, handouts, inputs, mapping, questions, rows, table, team_week
from pages._ui.clients import client as one_client
from pages._ui.diary import roster as diary
from pages._ui.shared import into_view, links, shell
from pages._ui.shared.language import choose_language
from pages._ui.state import roster as kept_roster

SAMPLES = Path(__file__).parent.parent / "sample_data"

shell.draw_shell("Clients")
st.header("Your clients this morning", anchor=False)
diary.begin()
visit = inputs.roster(SAMPLES)
if visit is None:
    st.info("No roster yet. Drop your files above, or try the sample.", icon=":material/groups:")
    shell.draw_footer()
    st.stop()

mapping.scales(visit)
questions.people(visit)
table.work_out(visit)
questions.left_out(visit)
mapping.columns_read(visit)
table.team_line(visit)
table.filters(visit)
rows.rows(visit)
table.actions(visit)
# What a click on a row opens stands below it, before what a coach does with all of them.
with into_view.opened("roster_opened", kept_roster.times_opened()):
    if (opened := one_client.choose(visit)) is not None:
        one_client.client(visit, opened)
check_ins.form(visit)
choose_language(st.container(width=360), "Language of questions, messages and handouts")
check_ins.replies(visit)
table.messages(visit)
team_week.week(visit)
with st.container(horizontal=True, vertical_alignment="center"):
    table.download(visit)
    table.keep(visit)
    handouts.handouts(visit)
diary.remember(visit)
links.sources(roster="who needs a look", gates="rules", score="score", bands="ranges")
shell.draw_footer()
