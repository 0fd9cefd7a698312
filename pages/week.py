"""Week: plan the week, or let it be arranged, so that the key runs stay good."""

import streamlit as st

import legrun
from legrun.week.review import agenda
from pages._ui.shared import elements as show
from pages._ui.shared import shell
from pages._ui.state import plan as kept_plan
from pages._ui.today import inputs
from pages._ui.week import inputs as plan_inputs
from pages._ui.week import outputs as plan_show

shell.draw_shell("Week")
show.notes_on_address()
st.header("Your week", anchor=False)
plan_inputs.runner()

try:
    today = inputs.scenario()
except legrun.LegrunError as error:
    show.fault(error)
    st.stop()
if today.red_flags:
    show.stop_screen(today.red_flags)
    shell.draw_footer()
    st.stop()
planned = kept_plan.planned()
if planned is None:
    plan_inputs.empty_start(today)
    shell.draw_footer()
    st.stop()

plan_inputs.rules(planned.plan, today)
picture = st.container()
st.subheader("Sessions", anchor=False)
plan, problems = plan_inputs.rows(planned.plan)
plan_show.problems(problems)
kept_plan.keep_plan(plan)
found = agenda(plan, today)
with picture:
    plan_show.picture(found)
    plan_show.arranger(plan, today, found)
    plan_show.clashes(found)
plan_show.verdicts(found)
plan_show.chart(found, rested=not plan.stands_on(today))
plan_show.why_here(plan, today)
plan_show.take_along(plan, today, found)
shell.draw_footer()
