"""Say when a client is away, ill or injured, from one day to another."""

from __future__ import annotations

import streamlit as st

from legrun.evidence import value
from legrun.roster import Morning
from legrun.roster.absence import ABSENCES, Absence
from pages._ui.clients.visit import RosterVisit
from pages._ui.shared import units

__all__ = ["ask"]


def ask(visit: RosterVisit, row: Morning) -> None:
    """Offer to enter an absence, to end it, or to take it away."""
    day, client = row.day, row.day.client
    label = day.absence.short if day.step == "off" and day.absence is not None else "Away, ill, injured"
    with st.popover(label, icon=":material/event_busy:"), st.form(f"roster_absence_{client}", border=False):
        now = day.absence if day.step is not None else None
        kind = st.radio(
            "Why", ABSENCES, ABSENCES.index(now.kind) if now else 0, format_func=str.capitalize, horizontal=True,
            key=f"roster_absence_kind_{client}",
        )  # fmt: skip
        first = st.date_input(
            "From", now.first if now else visit.now.date(), key=f"roster_absence_first_{client}", format=units.DATES
        )
        last = st.date_input(
            "Until (empty: until further notice)",
            now.last if now else None,
            key=f"roster_absence_last_{client}",
            format=units.DATES,
        )
        least, most, away = (value(f"return.{name}") for name in ("least", "most", "away_days"))
        st.caption(
            f"No verdict on those days. After them short easy runs for as long again, {least:.0f} to {most:.0f} days; "
            f"after time away from {away:.0f} days on."
        )
        with st.container(horizontal=True):
            is_asked = st.form_submit_button("Save", icon=":material/check:")
            if now is not None and st.form_submit_button("Back today"):
                _enter(visit, client, "back")
            if now is not None and st.form_submit_button("Remove"):
                _enter(visit, client, "")
        if is_asked and last is not None and last < first:
            st.error("Until comes before From: put the later day there, or leave it empty.", icon=":material/error:")
        elif is_asked:
            _enter(visit, client, Absence(kind, first, last).words)


def _enter(visit: RosterVisit, client: int, text: str) -> None:
    visit.enter({client: {"absence": text}})
    st.rerun()
