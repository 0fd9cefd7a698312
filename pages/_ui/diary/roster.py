"""A coach's roster in the diary: each morning begins with it, one press saves the day's."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages._ui import state
from pages._ui.clients.visit import RosterVisit

__all__ = ["begin", "remember"]

FILE = "roster.csv"


def begin() -> None:
    """Begin with the roster of the diary, on the visit's first look at Clients."""
    if (kept := state.diary.roster_once()) is not None and state.roster.kept() is None:
        state.roster.send([(FILE, kept.csv)])


def remember(visit: RosterVisit) -> None:
    """Offer to keep the roster, or to save the day's, and to forget it."""
    if state.diary.fault():
        st.warning(str(state.diary.fault()), icon=":material/warning:")
    where = state.diary.place()
    if where.path is None:
        return
    on = "in your account here" if where.is_account else "on this computer"
    is_on = state.diary.kept() is not None
    label = "Save the day's roster" if is_on else f"Remember this roster {on}"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(label, icon=":material/save:", key="save_roster", on_click=partial(_save, visit))
        saved = state.diary.roster_saved()
        if saved is not None:
            st.button("Forget the roster", icon=":material/delete:", key="forget_roster", on_click=_forget)
            st.caption(
                f":material/check: Saved {saved:%a} {saved.day} {saved:%b}, {saved:%H:%M}. Check-ins entered since are "
                "saved when you press again."
            )
        elif is_on:
            st.caption("Not saved. Names and training of your clients would be kept in your diary.")


def _save(visit: RosterVisit) -> None:
    if state.diary.kept() is None and not state.diary.turn_on(None):
        return
    saved = state.clock.visit_hour()
    csv = visit.csv()
    if state.diary.save(lambda diary: diary.keep_roster(csv, saved)):
        state.diary.mark_roster(saved)


def _forget() -> None:
    if state.diary.save(lambda diary: diary.forget_roster()):
        state.diary.mark_roster(None)
