"""Compare: up to four scenarios side by side, what differs, what follows, and the difference that matters."""

import streamlit as st

import legrun
from legrun.compare import outcome, own_names
from pages._ui.compare import inputs as compare_inputs
from pages._ui.compare import outputs as compare_show
from pages._ui.compare import pins
from pages._ui.shared import shell
from pages._ui.state import pins as kept_pins

presenting = kept_pins.presenting()
shell.draw_shell("Compare", folded=presenting)
ignored = pins.in_step_with_address()
for note in ignored:
    st.info(f"Ignored in the address: {note}.", icon=":material/link_off:")

pinned = kept_pins.pins()
if not pinned:
    st.header("Compare", anchor=False)
    compare_inputs.empty()
    shell.draw_footer()
    st.stop()

outcomes = [outcome(legrun.answer(pin.scenario)) for pin in pinned]
names = [pin.name or own for pin, own in zip(pinned, own_names([p.scenario for p in pinned]), strict=True)]
if presenting:
    compare_show.presented(outcomes, names)
    compare_inputs.present_switch()
else:
    # The chart before the controls, so that a phone shows it first.
    results, controls = st.columns([8, 4], gap="medium")
    with results:
        compare_show.results(outcomes, names)
    with controls:
        compare_inputs.share()
        compare_inputs.controls(names)
    compare_show.tables(outcomes, names)
shell.draw_footer()
