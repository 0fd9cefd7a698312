"""Handouts for everyone in the table, in one zip."""

from __future__ import annotations

import streamlit as st

from legrun.answering import answer
from legrun.errors import LegrunError
from legrun.report import MOST_HANDOUTS, NOTE_LIMIT, handouts_zip
from pages._ui.clients.visit import RosterVisit
from pages._ui.shared import elements as show
from pages._ui.state import roster as kept_roster

__all__ = ["handouts"]


def handouts(visit: RosterVisit) -> None:
    """Offer a page for each of the clients in the table; it takes seconds each, so it is asked for."""
    if not visit.shown:
        return
    count = min(len(visit.shown), MOST_HANDOUTS)
    name = f"{count} handout{'s' if count > 1 else ''}"
    if st.button(f"Make {name}", icon=":material/description:", key="roster_handouts"):
        _form(visit)


@st.dialog("Handouts", width="medium")
def _form(visit: RosterVisit) -> None:
    """Ask for what stands on every page, make them, and offer them."""
    with st.form("roster_handouts_form"):
        st.markdown(f"One page each for those in the table, in one zip, at most {MOST_HANDOUTS}; a few seconds each.")
        coach = st.text_input("From (optional)", max_chars=80, key=kept_roster.COACH, persist_state="session")
        note = st.text_area(
            "Note for all (optional)", max_chars=NOTE_LIMIT, key=kept_roster.NOTE, persist_state="session"
        )
        asked = st.form_submit_button("Make them")
    if asked:
        _make(visit, coach, note)
    if visit.handouts is not None:
        st.download_button(
            "Download the handouts",
            visit.handouts,
            file_name=f"legrun_handouts_{visit.now:%Y-%m-%d}.zip",
            mime="application/zip",
            on_click="ignore",
            key="roster_zip",
            icon=":material/download:",
        )


def _make(visit: RosterVisit, coach: str, note: str) -> None:
    """Make the handouts, telling how far it is."""
    handed = visit.shown[:MOST_HANDOUTS]
    label = f"Making {len(handed)} pages \u2026"
    bar = st.progress(0.0, label)
    rows = [visit.rows[client] for client in handed]
    pairs = [(row.day.name, answer(row.day.scenario)) for row in rows]
    try:
        visit.keep_handouts(
            rows, handouts_zip(pairs, coach=coach, note=note, progress=lambda share: bar.progress(share, label))
        )
    except LegrunError as error:
        show.fault(error)
    bar.empty()
