"""Handouts for those who are ticked, or for everyone in the table, in one zip."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from legrun.errors import LegrunError
from legrun.report import NOTE_LIMIT
from legrun.wording.languages import LANGUAGES
from legrun.wording.markdown import escaped
from pages._ui import state
from pages._ui.clients.visit import RosterVisit
from pages._ui.shared import elements as show
from pages._ui.shared import making
from pages._ui.state import roster as kept_roster

__all__ = ["NO_PAGE", "handouts"]

# What keeps a client from having a verdict to hand over; behind a red flag the page says to stop.
NO_PAGE = {"ask": "asked first", "away": "away, ill or injured"}
MOST_NAMED = 5


def handouts(visit: RosterVisit) -> None:
    """Offer a page for each of the clients that are ticked, or that the table shows, and have a verdict."""
    chosen = kept_roster.selected(visit) or list(visit.shown)
    if not chosen:
        return
    ready = [client for client in chosen if visit.rows[client].state not in NO_PAGE]
    asked = st.button(
        f"Make {_count(len(ready))}", icon=":material/description:", key="roster_handouts", disabled=not ready
    )
    if asked or visit.handouts_ready:
        visit.handouts_ready = False
        _window(visit, ready, [client for client in chosen if client not in ready])


def _left_out(visit: RosterVisit, clients: Sequence[int]) -> str:
    """Return who has no page and why."""
    said = [f"{escaped(visit.rows[client].day.name)} ({NO_PAGE[visit.rows[client].state]})" for client in clients]
    more = f" and {len(said) - MOST_NAMED} more" if len(said) > MOST_NAMED else ""
    return f"No page, since there is no verdict, for {', '.join(said[:MOST_NAMED])}{more}."


def _count(pages: int) -> str:
    return f"{pages} handout{'s' if pages > 1 else ''}"


@st.dialog("Handouts", width="medium")
def _window(visit: RosterVisit, chosen: Sequence[int], left_out: Sequence[int]) -> None:
    """Ask for what stands on every page; below, what is being made or was made last."""
    if left_out:
        st.caption(_left_out(visit, left_out))
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
