"""The Clients page's files: a roster, or several logs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

import legrun
from legrun.roster import read_file, roster_of
from pages._ui import state
from pages._ui.clients.visit import RosterVisit
from pages._ui.log import inputs as log_inputs
from pages._ui.shared import elements as show
from pages._ui.state import roster as kept_roster

__all__ = ["roster"]

SAMPLE = "roster_sample.csv"
PRIVACY = (
    "Names and training are personal data: read for this visit only, never stored or logged, and gone when you close "
    "the page. Names are never part of a link; a client's sessions are, once you pin or share them."
)


def roster(samples: Path) -> RosterVisit | None:
    """Ask for a roster or several logs, or offer the sample; return what is open, at the morning that is asked for."""
    st.caption(PRIVACY)
    visit = kept_roster.kept()
    # Folded up once there is a roster: the table belongs on the first screen.
    label = "Roster" if visit is None else f"Roster of {len(visit.roster.clients)}: another file, another morning"
    with st.expander(label, expanded=visit is None, icon=":material/groups:"):
        _ask(samples)
        visit = kept_roster.kept()
        if visit is not None:
            _moment(visit)
    return visit


def _ask(samples: Path) -> None:
    """Ask for the files; what is dropped is read at once."""
    st.file_uploader(
        "A roster, or several logs, one per client",
        accept_multiple_files=True,
        key=kept_roster.UPLOAD,
        on_change=kept_roster.take_files,
        help="One CSV of legrun's with a column athlete, at most 50 MB and 1,000,000 rows; or one log per client, in "
        "any format that Log reads: the client is then called what the file is.",
    )
    if (sent := kept_roster.sent_files()) is not None:
        visit, all_read = _read(sent)
        kept_roster.keep(visit)
        if visit is not None and all_read:
            st.rerun()
    if kept_roster.kept() is None and st.button("Try a sample roster of 12", key=f"sample_{SAMPLE}"):
        kept_roster.keep(_read([(SAMPLE, (samples / SAMPLE).read_bytes())])[0])
        st.rerun()


def _read(sent: Sequence[tuple[str, bytes]]) -> tuple[RosterVisit | None, bool]:
    """Return the roster that some files make, and whether all could be read; those that could not are named."""
    sheets, place = [], st.empty()
    for number, (name, data) in enumerate(sent):
        place.progress(number / len(sent), f"Reading {len(data) / 1e6:.1f} MB, file {number + 1} of {len(sent)}")
        try:
            sheets.append(read_file(data, name))
        except legrun.LogFormatError as error:
            st.text(name)
            show.fault(error)
    place.empty()
    if not sheets:
        return None, False
    try:
        roster = roster_of(sheets)
    except legrun.LogFormatError as error:
        show.fault(error)
        return None, False
    return RosterVisit(roster, state.clock.visit_hour()), len(sheets) == len(sent)


def _moment(visit: RosterVisit) -> None:
    """Ask for the morning to stand at, and say what of the file could not be used."""
    last = visit.roster.last_moment(state.clock.visit_hour())
    visit.stand_at(log_inputs.standing_at(last or state.clock.visit_hour()))
    for problem in visit.roster.problems:
        st.text(problem.message)
