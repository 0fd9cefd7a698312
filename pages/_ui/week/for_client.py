"""The bar below a client's week: kept for them in the roster, or let go."""

from __future__ import annotations

import streamlit as st

from legrun.scenario.week_plan import WeekPlan
from legrun.wording.markdown import escaped
from pages._ui import state
from pages._ui.state.clients_week import ClientsWeek

__all__ = ["bar"]

_PAGE = "pages/clients.py"


def bar(plan: WeekPlan | None, *, is_whole: bool = True) -> None:
    """Offer to keep the week for the client whose it is.

    Parameters
    ----------
    plan : WeekPlan or None
        The week as it was edited; None where it cannot be judged.
    is_whole : bool
        Whether no row of its table is to be mended.
    """
    week = state.clients_week.opened()
    if week is None:
        return
    # At the bottom of the window: a page that is turned to from far down is shown from there.
    with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/group: The week of **{escaped(week.name)}**")
        explained = "Takes the place of what the roster plans for these seven days. The Clients page can undo it."
        st.button(
            f"Keep for {escaped(week.name)}", key="client_week_keep", icon=":material/check:", on_click=_keep,
            args=(week,), disabled=plan is None or not is_whole, help=explained,
        )  # fmt: skip
        st.button("Back without keeping", key="client_week_back", icon=":material/arrow_back:", on_click=_leave)
        if not is_whole:
            st.caption("A row below is to be mended first.")


def _keep(week: ClientsWeek) -> None:
    planned, roster = state.plan.planned(), state.roster.kept()
    if planned is not None and roster is not None:
        client = roster.keep_week(week.key, planned.plan)
        _leave()
        if client is not None:
            state.roster.open_client(client)


def _leave() -> None:
    state.clients_week.end()
    state.today.go(_PAGE)
