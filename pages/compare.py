"""Compare: up to four scenarios side by side, their entries, their outcomes, and the difference that matters."""

import streamlit as st

import legrun
from legrun.compare import Outcome, scenario_names
from pages._ui import state
from pages._ui.compare import inputs, outputs, pins
from pages._ui.shared import elements, shell

presenting = state.pins.presenting()
shell.draw_shell("Compare", folded=presenting)
ignored = pins.in_step_with_address()
elements.notes_on_address(ignored)

pinned = state.pins.pins()
if not presenting:
    st.header("Compare", anchor=False)
if not pinned:
    inputs.empty()
    shell.draw_footer()
    st.stop()

outcomes = [state.pins.seen_outcome(pin.scenario) or Outcome.of(legrun.answer(pin.scenario)) for pin in pinned]
state.pins.keep_outcomes(outcomes)
own = scenario_names([pin.scenario for pin in pinned])
names = [pin.name or name for pin, name in zip(pinned, own, strict=True)]
if presenting:
    # The switches stand below what they change.
    stage = st.container()
    # Side by side, so that the last sentence is seen too.
    switches, footer = st.columns([3, 7], vertical_alignment="center")
    with switches, st.container(horizontal=True, vertical_alignment="center"):
        named = inputs.presented(pinned)
    with footer:
        shell.draw_footer()
    with stage:
        outputs.presented(outcomes, names if named else own)
else:
    # The chart before the controls, so that a phone shows it first.
    results, controls = st.columns([8, 4], gap="medium")
    with results:
        outputs.results(outcomes, names)
    with controls:
        inputs.share()
        inputs.controls(names)
    outputs.tables(outcomes, names)
    shell.draw_footer()
