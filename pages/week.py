"""Week: plan the week, or let it be arranged, so that the key runs stay good."""

import streamlit as st

import legrun
from legrun.week.review import review_plan
from pages._ui import state
from pages._ui.diary import week_plan
from pages._ui.shared import elements, shell, width
from pages._ui.week import for_client, inputs, outputs, proposals, table

shell.draw_shell("Week")
width.begin()
elements.notes_on_address(state.address.ignored())
st.header("Your week", anchor=False)
inputs.runner()

try:
    today = inputs.own_scenario()
except legrun.LegrunError as error:
    elements.fault(error)
    st.stop()
if today.red_flags:
    for_client.bar(None)
    elements.stop_screen(today.red_flags)
    shell.draw_footer()
    st.stop()
state.plan.follow_address(turned=state.address.has_turned())
planned = state.plan.planned()
if planned is None:
    inputs.empty_start(today)
    shell.draw_footer()
    st.stop()

items, problems = table.edits(planned.base)
plan = planned.base.holding(items)
state.plan.keep_plan(plan)
if state.clients_week.opened() is None:
    week_plan.save(plan)
for_client.bar(plan, is_whole=None not in items)
review = state.plan.seen_review(plan, today) or review_plan(plan, today)

inputs.rules(plan, today)
outputs.picture(review)
proposals.arranger(plan, today, review)
outputs.clashes(review)
st.subheader("Sessions", anchor=False)
outputs.problems(problems, plan)
table.sessions(planned.base, items, review)
if not plan.items:  # nothing to draw, to arrange or to take along yet
    state.plan.keep_review(review)
    shell.draw_footer()
    st.stop()
outputs.volume(review, today)
outputs.chart(review, rested=not plan.stands_on(today))
outputs.why_here(plan, today)
outputs.take_along(plan, today, review)
state.plan.keep_review(review)
shell.draw_footer()
