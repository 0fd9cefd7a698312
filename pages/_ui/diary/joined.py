"""The Log page's log where there is a diary: the files of this visit beside it, and what that changes saved."""

from __future__ import annotations

import streamlit as st

from legrun.diary import Diary
from legrun.diary.diary import same_content
from legrun.logs import Log, Part
from pages._ui import state
from pages._ui.shared import cache

__all__ = ["of_this_visit", "read", "save"]


def read() -> tuple[list[Part], Log]:
    """Return what each of the visit's files gave, and one log of them, the diary and what was typed in."""
    state.diary.read_anew()
    uploads, kept = state.log.uploads(), state.diary.kept()
    known = dict(kept.log.choices) if kept else {}
    parts, choices = cache.read_uploads(uploads, {**known, **state.log.choices()})
    return parts, cache.joined(uploads, parts, choices, state.log.typed(), kept)


def of_this_visit() -> Log | None:
    """Return the log of the files dropped in and of what was typed in; None where there is neither, or it is doubtful.

    A doubtful one is saved by the Log page, once its questions are answered.
    """
    if not state.log.uploads() and state.log.typed() is None:
        return None
    parts, log = read()
    return None if any(part.log is not None and part.log.questions for part in parts) else log


def save(log: Log) -> None:
    """Keep what this visit has changed of the log, and say so."""
    written = state.diary.written()
    if written is None or log is written:
        return
    if same_content(log, written):
        state.diary.set_written(log)
        return

    def change(diary: Diary) -> None:
        diary.apply(state.diary.ME, written, log)

    if state.diary.save(change, known=True):
        state.diary.set_written(log)
        st.toast("Saved in your diary.", icon=":material/check:")
