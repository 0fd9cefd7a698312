"""Handouts for everyone in the table, in one zip."""

from __future__ import annotations

import streamlit as st

from legrun.answer import answer
from legrun.errors import LegrunError
from legrun.report import MOST_HANDOUTS, NOTE_LIMIT, handouts_zip
from pages._ui import kept_roster, show
from pages._ui.roster_visit import RosterVisit

__all__ = ["handouts", "made"]


def handouts(visit: RosterVisit) -> None:
    """Offer a page for each of the clients in the table; it takes seconds each, so it is asked for."""
    if not visit.shown:
        return
    handed = visit.shown[:MOST_HANDOUTS]
    count = f"{len(handed)} handout{'s' if len(handed) > 1 else ''}"
    with st.popover(f"Make {count}", icon=":material/description:"), st.form("roster_handouts"):
        st.markdown(f"One page each for those in the table, in one zip, at most {MOST_HANDOUTS}; a few seconds each.")
        coach = st.text_input("From (optional)", max_chars=80, key=kept_roster.COACH, persist_state="session")
        note = st.text_area(
            "Note for all (optional)", max_chars=NOTE_LIMIT, key=kept_roster.NOTE, persist_state="session"
        )
        asked = st.form_submit_button("Make them")
    if asked:
        kept_roster.ask_handouts(coach, note)


def made(visit: RosterVisit) -> None:
    """Make the handouts that were asked for, telling how far it is, and offer them."""
    if (asked := kept_roster.asked_handouts()) is not None:
        _make(visit, visit.shown[:MOST_HANDOUTS], *asked)
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


def _make(visit: RosterVisit, handed: tuple[int, ...], coach: str, note: str) -> None:
    told = f"Making {len(handed)} pages \u2026"
    bar = st.progress(0.0, told)
    rows = [visit.rows[client] for client in handed]
    pairs = [(row.standing.name, answer(row.standing.scenario)) for row in rows]
    try:
        visit.keep_handouts(
            handouts_zip(pairs, coach=coach, note=note, progress=lambda share: bar.progress(share, told))
        )
    except LegrunError as error:
        show.fault(error)
    bar.empty()
