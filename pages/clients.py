"""Clients: a coach's morning. Who needs a look first, what each may run, and one client at a time."""

from pathlib import Path

import streamlit as st

from pages._ui.clients import client as roster_client
from pages._ui.clients import handouts as roster_handouts
from pages._ui.clients import inputs as roster_inputs
from pages._ui.clients import table as roster_table
from pages._ui.diary import roster as diary_roster
from pages._ui.shared import links, shell
from pages._ui.state import roster as kept_roster

SAMPLES = Path(__file__).parent.parent / "sample_data"

shell.draw_shell("Clients")
st.subheader("Your clients this morning", anchor=False)
diary_roster.begin()
visit = roster_inputs.roster(SAMPLES)
if visit is None:
    st.info("No roster yet. Drop one above, or try the sample.", icon=":material/groups:")
    shell.draw_footer()
    st.stop()

visit.take(kept_roster.edits(visit.generation))
roster_table.work_out(visit)
roster_table.filters(visit)
roster_table.editor(visit)
with st.container(horizontal=True, vertical_alignment="center"):
    roster_table.download(visit)
    roster_handouts.handouts(visit)
diary_roster.remember(visit)
links.sources(roster="who needs a look", gates="rules", score="score", bands="ranges")
opened = roster_client.choose(visit)
if opened is not None:
    roster_client.client(visit, opened)
shell.draw_footer()
