"""Today: should I run after leg day, how long, how hard, and if not now, when?"""

import streamlit as st

import legrun
from legrun.decision.safety import LASTING, lasting_soreness
from pages._ui.compare import pins
from pages._ui.shared import elements as show
from pages._ui.shared import shell
from pages._ui.state import visit as state
from pages._ui.today import details as closer
from pages._ui.today import inputs, sharing

shell.draw_shell("Today")
show.notes_on_address()

# In place of the questions, not under them: on a phone it would stand below the screen.
if stopped := state.red_flags():
    show.stop_screen(stopped)
    inputs.sidebar()
    shell.draw_footer()
    st.stop()

inputs.question()
inputs.three_sliders()

try:
    scenario = inputs.scenario()
except legrun.LegrunError as error:
    show.fault(error)
    inputs.sidebar()
    st.stop()

found = legrun.answer(scenario)
if lasting_soreness(scenario):
    st.warning(LASTING, icon=":material/medical_information:")
card, chart = st.columns([5, 7])
with card:
    show.verdict_card(found)
with chart:
    show.week(found)
# What the first screen does not need comes after the chart has been sent.
closer.look_closer(found)
with st.container(horizontal=True, vertical_alignment="center"):
    sharing.share(found)
    sharing.hand_over(found)
    pins.pin_button(scenario)
inputs.sidebar()
shell.draw_footer()
