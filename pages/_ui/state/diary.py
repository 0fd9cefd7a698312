"""The diary of the visit in session state: where it lies, what was read of it, what went wrong with it.

A visitor who never asked for one has none; then nothing here touches the disk but to look whether there is a file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import streamlit as st

from legrun.diary import Diary
from legrun.diary.diary import KeptRoster
from legrun.errors import DiaryError
from legrun.logs import Log
from legrun.scenario import CheckIn
from legrun.scenario.week_plan import WeekPlan
from pages._ui.diary.place import Place, find

__all__ = [
    "ME",
    "Kept",
    "Saved",
    "ask_for_base",
    "begin",
    "drop",
    "fault",
    "kept",
    "mark_plan",
    "mark_roster",
    "mark_saved",
    "mark_stale",
    "place",
    "plan_saved",
    "read_anew",
    "roster_once",
    "roster_saved",
    "save",
    "saved",
    "set_written",
    "take_asked",
    "take_stale",
    "turn_on",
    "written",
]  # fmt: skip

ME = "me"
_PLACE, _BEGUN, _KEPT, _FAULT = "_diary_place", "_diary_begun", "_diary", "_diary_fault"
_WRITTEN, _SAVED, _ASKED, _STALE = "_diary_written", "_diary_saved", "_diary_asked", "_diary_stale"
_ROSTER, _PLAN = "_diary_roster", "_diary_plan"


@dataclass(frozen=True, eq=False)
class Kept:
    """A diary that is open.

    Attributes
    ----------
    diary : Diary
        Its file.
    log : Log
        The visitor's log as it was read last.
    read : int
        Count of the diary's changes when it was read.
    seen : int
        The same with what this visit has changed since.
    """

    diary: Diary
    log: Log
    read: int
    seen: int


@dataclass(frozen=True)
class Saved:
    """The check-in of this morning as it stands in the diary: a rating and the night before. [h]"""

    check_in: CheckIn
    sleep_h: float | None


def place() -> Place:
    """Return where the visitor's diary lies; signing in or out begins another visit."""
    if _PLACE not in st.session_state:
        st.session_state[_PLACE] = find()
    where: Place = st.session_state[_PLACE]
    return where


def kept() -> Kept | None:
    """Return the diary that is open, if any."""
    open_now: Kept | None = st.session_state.get(_KEPT)
    return open_now


def fault() -> str | None:
    """Return, in a sentence, what last went wrong with the diary."""
    said: str | None = st.session_state.get(_FAULT)
    return said


def begin() -> bool:
    """Open the diary on the visit's first run, and return whether it was opened just now."""
    if _BEGUN in st.session_state:
        return False
    st.session_state[_BEGUN] = True
    path = place().path
    return path is not None and path.exists() and _open()


def turn_on(log: Log | None) -> bool:
    """Make a diary, or go on with the one that is there, and add a log to it; return whether that went well."""

    def add(diary: Diary) -> None:
        if log is not None:
            diary.merge(ME, log)

    return _open(add)


def _open(add: Callable[[Diary], None] | None = None) -> bool:
    path = place().path
    assert path is not None  # nothing is offered where there is no place
    try:
        diary = Diary.open(path)
        if add is not None:
            add(diary)
        _read(diary)
    except DiaryError as error:
        st.session_state[_FAULT] = str(error)
        return False
    st.session_state.pop(_FAULT, None)
    return True


def _read(diary: Diary) -> None:
    # The count first: what is changed in between is then read twice, not missed.
    changes = diary.changes
    log = diary.log(ME)
    st.session_state[_KEPT] = Kept(diary, log, changes, changes)
    st.session_state[_WRITTEN] = log


def read_anew() -> None:
    """Read the diary again where another window, or Today, has changed it."""
    if (open_now := kept()) is None:
        return
    try:
        if open_now.diary.changes != open_now.seen:
            _read(open_now.diary)
    except DiaryError as error:
        drop(str(error))


def save(change: Callable[[Diary], None], *, known: bool = False) -> bool:
    """Make one change of the diary and return whether it is on the disk; `known` is one that the visit's log has."""
    open_now = kept()
    assert open_now is not None  # nothing is saved without one
    try:
        change(open_now.diary)
    except DiaryError as error:
        st.session_state[_FAULT] = str(error)
        return False
    st.session_state.pop(_FAULT, None)
    if known:
        st.session_state[_KEPT] = replace(open_now, seen=open_now.seen + 1)
    return True


def drop(why: str | None = None) -> None:
    """Go on without the diary: it was forgotten, or cannot be used."""
    for key in (_KEPT, _WRITTEN, _SAVED, _FAULT, _ROSTER, _PLAN):
        st.session_state.pop(key, None)
    if why is not None:
        st.session_state[_FAULT] = why


def written() -> Log | None:
    """Return the log as this visit has written it last."""
    log: Log | None = st.session_state.get(_WRITTEN)
    return log


def set_written(log: Log) -> None:
    """Note the log that this visit has written."""
    st.session_state[_WRITTEN] = log


def saved() -> Saved | None:
    """Return this morning's check-in as it stands in the diary; None where it has none."""
    morning: Saved | None = st.session_state.get(_SAVED)
    return morning


def mark_saved(morning: Saved | None) -> None:
    """Note this morning's check-in as it stands in the diary."""
    st.session_state[_SAVED] = morning


def ask_for_base(keep: Iterable[str]) -> None:
    """Let the run that follows base Today on the diary anew, all inputs but those to keep."""
    st.session_state[_ASKED] = tuple(keep)


def take_asked() -> tuple[str, ...] | None:
    """Return, once, the inputs to keep where Today is to be based on the diary anew; None where it is not."""
    keep: tuple[str, ...] | None = st.session_state.pop(_ASKED, None)
    return keep


def mark_stale(keep: Iterable[str]) -> None:
    """Note that the address still fills inputs that are the diary's, all but those to keep."""
    st.session_state[_STALE] = tuple(keep)


def take_stale() -> tuple[str, ...] | None:
    """Return, once, the inputs to keep where the address has filled some that are the diary's."""
    keep: tuple[str, ...] | None = st.session_state.pop(_STALE, None)
    return keep


def roster_once() -> KeptRoster | None:
    """Return, once a visit, the coach's roster that the diary has."""
    if (open_now := kept()) is None or _ROSTER in st.session_state:
        return None
    try:
        roster = open_now.diary.roster()
    except DiaryError as error:
        st.session_state[_FAULT] = str(error)
        roster = None
    mark_roster(None if roster is None else roster.saved)
    return roster


def mark_roster(saved: dt.datetime | None) -> None:
    """Note when the roster was saved last; None where none is kept."""
    st.session_state[_ROSTER] = saved


def roster_saved() -> dt.datetime | None:
    """Return when the roster was saved last, if it is."""
    saved_at: dt.datetime | None = st.session_state.get(_ROSTER)
    return saved_at


def mark_plan(plan: WeekPlan) -> None:
    """Note the planned week that needs no saving."""
    st.session_state[_PLAN] = plan


def plan_saved() -> WeekPlan | None:
    """Return the planned week that needs no saving, if any."""
    plan: WeekPlan | None = st.session_state.get(_PLAN)
    return plan
