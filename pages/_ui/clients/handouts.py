"""Handouts for those who are ticked, or for everyone in the table, in one zip."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from legrun.errors import LegrunError
from legrun.report import NOTE_LIMIT
from legrun.wording.languages import LANGUAGES
from pages._ui import state
from pages._ui.clients.visit import RosterVisit
from pages._ui.shared import elements as show
from pages._ui.shared import making
from pages._ui.state import roster as kept_roster

__all__ = ["handouts"]


def handouts(visit: RosterVisit) -> None:
    """Offer a page for each of the clients that are ticked, or that the table shows."""
    chosen = kept_roster.selected(visit) or list(visit.shown)
    if not chosen:
        return
    asked = st.button(f"Make {_count(len(chosen))}", icon=":material/description:", key="roster_handouts")
    if asked or visit.handouts_ready:
        visit.handouts_ready = False
        _window(visit, chosen)


def _count(pages: int) -> str:
    return f"{pages} handout{'s' if pages > 1 else ''}"


@st.dialog("Handouts", width="medium")
def _window(visit: RosterVisit, chosen: Sequence[int]) -> None:
    """Ask for what stands on every page; below, what is being made or was made last."""
    with st.form("roster_handouts_form"):
        who = "1 client" if len(chosen) == 1 else f"{len(chosen)} clients"
        who = f"{who} in {LANGUAGES[state.language.chosen()]}"
        st.markdown(f"A page for each of {who}, in one zip. You can close this window; they are made meanwhile.")
        coach = st.text_input("From (optional)", max_chars=80, key=kept_roster.COACH, persist_state="session")
        note = st.text_area(
            "Note for all (optional)", max_chars=NOTE_LIMIT, key=kept_roster.NOTE, persist_state="session"
        )
        st.caption("A note for all is not put on a page behind a red flag.")
        asked = st.form_submit_button("Make them")
    if asked:
        try:
            visit.make_handouts(chosen, coach, note, state.language.chosen())
        except LegrunError as error:
            show.fault(error)
    busy = visit.batch is not None and not visit.batch.ended
    st.fragment(_made, run_every=making.LOOK_AGAIN_S if busy else None)(visit, looking=busy)


def _made(visit: RosterVisit, *, looking: bool) -> None:
    """Tell how far the handouts are, and offer them once they are made."""
    batch = visit.batch
    if batch is None:
        return
    if not batch.ended:
        words = f"{batch.made} of {batch.total} pages made"
        making.progress(batch, words, key="roster_cancel", cancel=visit.drop_handouts)
    elif looking:
        # Only a run of the whole page ends the looking; each look would open a window again that was just closed.
        visit.handouts_ready = True
        st.rerun()
    elif visit.are_handouts_of_now(state.language.chosen()):
        _download(visit)
    else:
        st.caption("What was made is out of date: something changed in those rows, or the language. Make them again.")


def _download(visit: RosterVisit) -> None:
    try:
        packed = visit.handouts()
    except LegrunError as error:
        show.fault(error)
        return
    st.download_button(
        "Download the handouts",
        lambda: packed,  # handed over when it is asked for, not on every look
        file_name=f"legrun_handouts_{visit.now:%Y-%m-%d}.zip",
        mime="application/zip",
        on_click="ignore",
        key="roster_zip",
        icon=":material/download:",
    )
