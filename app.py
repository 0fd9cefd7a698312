"""Today: should I run after leg day, how long, how hard, and if not now, when?"""

import streamlit as st

import legrun
from pages._ui import inputs, shell, show, state

shell.draw_shell("Today")
inputs.sidebar()

for note in state.ignored_address():
    st.info(f"Ignored in the address: {note}.", icon=":material/link_off:")

start = state.log_start()
if start is None:
    inputs.leg_day()
else:
    row = st.columns([4, 1], vertical_alignment="center")
    row[0].markdown(
        f":material/history: Standing on your log up to **{start.scenario.now:%a %d %b %Y, %H:%M}**. "
        "Sliders change its newest leg day, last night and today's rating."
    )
    row[1].button("Let go of the log", on_click=state.forget_log, key="forget_log")
inputs.three_sliders()

try:
    scenario = inputs.scenario()
except legrun.LegrunError as error:
    show.fault(error)
    st.stop()
found = legrun.answer(scenario)
at = scenario.planned.start if scenario.planned else scenario.now

card, chart = st.columns([5, 7])
with card:
    show.verdict_card(found, found.advice_at(at))
with chart:
    show.week(found)

shell.draw_footer()
