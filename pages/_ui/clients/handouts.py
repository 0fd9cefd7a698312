"""Handouts for those who are ticked, or for everyone in the table, in one zip."""

from __future__ import annotations

import time
from collections.abc import Sequence

import streamlit as st

from legrun.answering import answer
from legrun.errors import LegrunError
from legrun.report import NOTE_LIMIT, handouts_zip
from legrun.wording.languages import LANGUAGES
from pages._ui import state
from pages._ui.clients.visit import RosterVisit
from pages._ui.shared import elements as show
from pages._ui.state import roster as kept_roster

__all__ = ["handouts"]

SECONDS_EACH = 3


def handouts(visit: RosterVisit) -> None:
    """Offer a page for each of the clients that are ticked, or that the table shows; it takes seconds each."""
    chosen = kept_roster.selected(visit) or list(visit.shown)
    if not chosen:
        return
    count = len(chosen)
    name = f"{count} handout{'s' if count > 1 else ''}"
    if st.button(f"Make {name}", icon=":material/description:", key="roster_handouts"):
        _form(visit, chosen)


@st.dialog("Handouts", width="medium")
def _form(visit: RosterVisit, chosen: Sequence[int]) -> None:
    """Ask for what stands on every page, make them, and offer them."""
    with st.form("roster_handouts_form"):
        who = "1 client" if len(chosen) == 1 else f"{len(chosen)} clients"
        who = f"{who} in {LANGUAGES[state.language.chosen()]}"
        st.markdown(f"A page for each of {who}, in one zip; about {SECONDS_EACH} seconds each. Keep this window open.")
        coach = st.text_input("From (optional)", max_chars=80, key=kept_roster.COACH, persist_state="session")
        note = st.text_area(
            "Note for all (optional)", max_chars=NOTE_LIMIT, key=kept_roster.NOTE, persist_state="session"
        )
        asked = st.form_submit_button("Make them")
    if asked:
        _make(visit, chosen, coach, note)
    packed = visit.handouts(state.language.chosen())
    if packed is not None:
        st.download_button(
            "Download the handouts",
            packed,
            file_name=f"legrun_handouts_{visit.now:%Y-%m-%d}.zip",
            mime="application/zip",
            on_click="ignore",
            key="roster_zip",
            icon=":material/download:",
        )


def _make(visit: RosterVisit, chosen: Sequence[int], coach: str, note: str) -> None:
    """Make the handouts, saying how many are done and how long the others will take."""
    rows = [visit.rows[client] for client in chosen]
    bar, began = st.progress(0.0, f"Making {len(rows)} pages \u2026"), time.monotonic()

    def tell(share: float) -> None:
        left = (time.monotonic() - began) * (1 - share) / share if share else SECONDS_EACH * len(rows)
        bar.progress(share, f"{int(share * len(rows))} of {len(rows)} pages made, about {left:.0f} s left")

    language = state.language.chosen()
    pairs = [(row.day.name, answer(row.day.scenario)) for row in rows]
    try:
        packed = handouts_zip(pairs, coach=coach, note=note, language=language, progress=tell)
        visit.keep_handouts(rows, language, packed)
    except LegrunError as error:
        show.fault(error)
    bar.empty()
