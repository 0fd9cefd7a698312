"""The planned week in the diary: the Week page begins with it, and every edit is saved."""

from __future__ import annotations

import streamlit as st

from legrun.errors import DiaryError
from legrun.scenario.week_plan import WEEK, WeekPlan
from pages._ui import state

__all__ = ["begin", "save"]


def begin() -> None:
    """Begin with the week of the diary, unless an address brings one or it is over."""
    kept, of_address = state.diary.kept(), state.plan.planned()
    if kept is None:
        return
    if of_address is not None:
        state.diary.mark_plan(of_address.plan)  # it may be somebody else's: saved once it is edited
        return
    try:
        plan = kept.diary.plan(state.diary.ME)
    except DiaryError as error:
        state.diary.drop(str(error))
        return
    if plan is not None and state.clock.visit_hour() < plan.begins + WEEK:
        state.plan.open_plan(plan)
        state.diary.mark_plan(plan)


def save(plan: WeekPlan) -> None:
    """Keep a plan that was edited, where there is a diary."""
    if state.diary.fault():
        st.warning(str(state.diary.fault()), icon=":material/warning:")
    if state.diary.kept() is None or plan == state.diary.plan_saved():
        return
    if state.diary.save(lambda diary: diary.keep_plan(state.diary.ME, plan)):
        state.diary.mark_plan(plan)
