"""Today: should I run after leg day, how long, how hard, and if not now, when?"""

import streamlit as st

import legrun
from pages._ui import state
from pages._ui.compare import pins
from pages._ui.diary import morning, offer, opening
from pages._ui.shared import elements, shell, width
from pages._ui.today import details, handout, inputs, sharing

shell.draw_shell("Today")
width.begin()
state.address.follow()
elements.notes_on_address(state.address.ignored())
elements.note_on_time()

# In place of the questions, not under them: on a phone it would stand below the screen.
if red_flags := state.flags.red():
    elements.stop_screen(red_flags)
    inputs.sidebar()
    shell.draw_footer()
    st.stop()


@st.fragment
def _today() -> None:
    """Draw all that follows from the sliders: one that is moved draws this anew, and nothing around it."""
    if state.today.is_frame_old():
        st.rerun()
    inputs.title()
    # The verdict stands first, so that a phone shows it above the sliders; the sliders are read before it is filled.
    card, controls = st.columns([5, 7])
    with controls:
        inputs.question()
        unrated = inputs.answer_unrated()
        inputs.three_sliders(unrated.advice.soreness.median if unrated else None)
        opening.overrule_address()
        saving = st.container()
    try:
        scenario = state.inputs.scenario()
    except legrun.LegrunError as error:
        elements.fault(error)
        return
    state.address.keep_in_step(scenario)
    answer = unrated if unrated and unrated.scenario == scenario else legrun.answer(scenario)
    base = state.base.current()
    with card:
        elements.safety(scenario)
        elements.verdict_card(answer, assumed=state.inputs.is_run_untouched(), known=base.known if base else "")
    with controls:
        elements.week(answer)
    with saving:
        morning.morning(answer)
    # What the first screen does not need comes after the chart has been sent.
    details.closer_looks(answer)
    with st.container(horizontal=True, vertical_alignment="center"):
        sharing.share(answer)
        handout.hand_over(answer)
        pins.pin_button(scenario)


state.today.note_frame()
_today()
offer.offer()
inputs.sidebar()
shell.draw_footer()
