"""The Clients page's files: a roster, several logs, or zips of them, and the morning that the page answers for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import streamlit as st

import legrun
from legrun.roster.reading import Read, read_file
from pages._ui import state
from pages._ui.clients import mapping
from pages._ui.clients.visit import RosterVisit
from pages._ui.shared import elements as show
from pages._ui.shared import units
from pages._ui.state import roster as kept_roster

__all__ = ["roster"]

SAMPLE = "roster_sample.csv"
# One client with a row of each kind, to be written over.
TEMPLATE = (
    "record,athlete,kind,start,minutes,rpe,style,soreness,sleep_h,flag\n"
    "session,Example Client,legs,2026-03-03 18:00,60,8,,,,\n"
    "check_in,Example Client,,2026-03-04 06:30,,,,4,7.5,\n"
    "plan,Example Client,run,2026-03-04 18:00,40,4,easy,,,\n"
)
PRIVACY = "Names are never part of a link; a client's sessions are, once you open them on Today, pin or share them."
VISIT_ONLY = (
    "Names and training are personal data: read for this visit only, never stored or logged, and forgotten within "
    "four hours of closing the page."
)
IN_DIARY = "Names and training are personal data: never logged, and stored in your diary only when you save the roster."


def roster(samples: Path) -> RosterVisit | None:
    """Ask for files, or offer the sample; return what is open, at the morning that is asked for."""
    st.caption(f"{IN_DIARY if state.diary.kept() else VISIT_ONLY} {PRIVACY}")
    visit = kept_roster.kept()
    # Folded up once there is a roster: the table belongs on the first screen.
    label = "Roster" if visit is None else f"Roster of {len(visit.roster.clients)}: other files, another morning"
    with st.expander(label, expanded=visit is None, icon=":material/groups:"):
        _ask(samples)
        visit = kept_roster.kept()
        if visit is not None:
            _moment(visit)
    if visit is not None:
        _not_today(visit)
    return visit


def _ask(samples: Path) -> None:
    """Ask for the files; what is dropped is read at once."""
    st.file_uploader(
        "A roster, a form's answers, a sheet, or one log per client",
        accept_multiple_files=True,
        key=kept_roster.UPLOAD,
        on_change=kept_roster.take_files,
        help="legrun's own CSV with a column athlete, at most 50 MB and 1,000,000 rows; answers of a form, or a sheet "
        "with names and days, as CSV, .xlsx or .ods; or one log per client, in any format that Log reads, also several "
        "in a zip: the client is then called what the file is.",
    )
    if (sent := kept_roster.sent_files()) is not None:
        _open(sent)
    if (waiting := kept_roster.pending()) is not None:
        read, choices = waiting
        mapping.columns_asked(read.forms(choices, state.clock.visit_hour()), partial(_try_again, read, choices))
    if kept_roster.kept() is None:
        row = st.container(horizontal=True)
        if row.button("Try a sample roster of 22", key=f"sample_{SAMPLE}"):
            _open([(SAMPLE, (samples / SAMPLE).read_bytes())], is_sample=True)
        row.download_button(
            "An empty roster to fill", TEMPLATE, file_name="roster.csv", mime="text/csv", on_click="ignore",
            key="roster_template", icon=":material/draft:",
        )  # fmt: skip


def _open(sent: Sequence[tuple[str, bytes]], *, is_sample: bool = False) -> None:
    """Read files and keep what they make; what was entered before of the same people stays."""
    read, all_read = _read(sent)
    visit = None if read is None else _visit(read, {}, is_sample=is_sample)
    if visit is not None:
        _take_over(visit)
    kept_roster.keep(visit)
    if visit is None and read is not None and read.tables:
        kept_roster.keep_pending(read, {})
    if visit is not None and all_read:
        st.rerun()


def _try_again(read: Read, choices: Mapping[str, str], chosen: Mapping[str, str]) -> None:
    """Read waiting files with what was said of their columns."""
    together = {**choices, **chosen}
    visit = _visit(read, together)
    if visit is None:
        kept_roster.keep_pending(read, together)
    else:
        kept_roster.keep(visit)


def _visit(read: Read, choices: dict[str, str], *, is_sample: bool = False) -> RosterVisit | None:
    """Return the roster that files make, at its first moment; None where they name nobody yet."""
    clock = state.clock.visit_hour()
    try:
        visit = RosterVisit(read, clock, choices=choices)
    except legrun.LogFormatError as error:
        if not read.tables:
            show.fault(error)
        return None
    visit.stand_at(visit.first_moment(clock, is_sample=is_sample))
    return visit


def _take_over(visit: RosterVisit) -> None:
    """Keep what was entered before of those who are in the new files too, and say so."""
    last = kept_roster.kept()
    kept = visit.take_over(last) if last is not None else 0
    if kept:
        st.toast(f"What you had entered of {kept} client{'s' if kept > 1 else ''} was kept.", icon=":material/check:")


def _read(sent: Sequence[tuple[str, bytes]]) -> tuple[Read | None, bool]:
    """Return what some files hold, and whether all could be read; those that could not are named."""
    read, all_read, place = Read(), True, st.empty()
    for number, (name, data) in enumerate(sent):
        place.progress(number / len(sent), f"Reading {len(data) / 1e6:.1f} MB, file {number + 1} of {len(sent)}")
        try:
            read = read.joined(read_file(data, name, state.clock.zone_name()))
        except legrun.LogFormatError as error:
            all_read = False
            st.text(name)
            show.fault(error)
    place.empty()
    return (None if read == Read() else read), all_read


def _moment(visit: RosterVisit) -> None:
    """Ask for the morning to answer for."""
    clock = state.clock.visit_hour()
    kept_roster.hold_moment(visit.now)
    columns = st.columns([2, 1, 3], vertical_alignment="bottom")
    day = columns[0].date_input(
        "This day", key=kept_roster.DAY, max_value=max(clock.date(), visit.now.date()), format=units.DATES
    )
    hour = columns[1].time_input("Hour", step=3600, key=kept_roster.HOUR)
    visit.stand_at(dt.datetime.combine(day, hour))


def _not_today(visit: RosterVisit) -> None:
    """Say that the page answers for another day than today, and offer to bring it to today."""
    clock = state.clock.visit_hour()
    days = (clock.date() - visit.now.date()).days
    if days == 0:
        return
    ago = "yesterday" if days == 1 else f"{days} days ago" if days > 0 else "a day ahead"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/history: The page answers for {visit.now:%A} {visit.now.day} {visit.now:%B}, {ago}.")
        st.button(
            "Bring to today", icon=":material/today:", key="roster_to_today",
            on_click=partial(kept_roster.fill_moment, clock),
        )  # fmt: skip
