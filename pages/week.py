"""Week: plan the week, or let it be arranged, so that the key runs stay good."""

import streamlit as st

import legrun
from legrun.week.review import review_plan
from pages._ui import state
from pages._ui.diary import week_plan
from pages._ui.shared import elements, shell
from pages._ui.week import inputs, outputs, proposals

shell.draw_shell("Week")
elements.notes_on_address()
st.header("Your week", anchor=False)
inputs.runner()

try:
    today = inputs.own_scenario()
except legrun.LegrunError as error:
    elements.fault(error)
    st.stop()
if today.red_flags:
    elements.stop_screen(today.red_flags)
    shell.draw_footer()
    st.stop()
state.plan.follow_address(turned=state.address.has_turned())
planned = state.plan.planned()
if planned is None:
    inputs.empty_start(today)
    shell.draw_footer()
    st.stop()

inputs.rules(planned.plan, today)
picture = st.container()
st.subheader("Sessions", anchor=False)
plan, problems = inputs.rows(planned.plan)
outputs.problems(problems)
state.plan.keep_plan(plan)
inputs.more_rows(plan, is_whole=not problems)
week_plan.save(plan)
review = review_plan(plan, today)
with picture:
    outputs.picture(review)
    proposals.arranger(plan, today, review)
    outputs.clashes(review)
outputs.verdicts(review, today)
outputs.chart(review, rested=not plan.stands_on(today))
outputs.why_here(plan, today)
outputs.take_along(plan, today, review)
shell.draw_footer()
