"""The log of the visit in session state: its files, decisions and entries, and the widgets that correct it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import streamlit as st

from legrun.logs import File, Log
from legrun.logs.mornings import typed_in
from legrun.scenario import Experience

__all__ = [
    "EXPERIENCE",
    "SLEPT",
    "SORE",
    "TIRED",
    "Upload",
    "add_uploads",
    "begin_editor_anew",
    "choices",
    "choose",
    "choose_from",
    "chosen_experience",
    "clear",
    "editor_key",
    "fill_choice",
    "fill_experience",
    "fill_morning",
    "moment_keys",
    "rated",
    "remove_upload",
    "slept",
    "take_edits",
    "take_uploads",
    "tired",
    "type_in",
    "typed",
    "upload_key",
    "uploads",
]

# Widgets that are filled before they are drawn, since the log has the last word on what holds.
SORE, SLEPT, TIRED, EXPERIENCE = "morning_sore", "morning_sleep", "morning_tired", "log_experience"
_UPLOADS, _DROPS, _CHOICES, _TYPED = "_uploads", "_drops", "_choices", "_typed"
# Of each table editor: how often it was begun anew, and what was taken over from it.
_BEGUN, _TAKEN = "_begun_", "_taken_"


@dataclass(frozen=True, eq=False)
class Upload(File):
    """A log file of this visit, with the digest of its bytes."""

    digest: str = ""

    @classmethod
    def of(cls, name: str, data: bytes) -> Upload:
        """Return the upload of a file."""
        return cls(name, data, hashlib.blake2b(data, digest_size=16).hexdigest())


@dataclass(frozen=True)
class _TakenEdits:
    """The edited rows that were taken over from a table editor, by its key."""

    editor: str
    rows: Mapping[Any, Mapping[str, Any]]


def uploads() -> tuple[Upload, ...]:
    """Return the log files of this visit, in the order in which they were dropped in."""
    files: tuple[Upload, ...] = st.session_state.get(_UPLOADS, ())
    return files


def add_uploads(files: Iterable[Upload]) -> None:
    """Keep further log files for this visit; the same bytes only once."""
    kept = {file.digest: file for file in (*uploads(), *files)}
    st.session_state[_UPLOADS] = tuple(kept.values())


def remove_upload(digest: str) -> None:
    """Remove a log file; the decisions go with the last one."""
    st.session_state[_UPLOADS] = tuple(file for file in uploads() if file.digest != digest)
    if not uploads():
        st.session_state.pop(_CHOICES, None)


def clear() -> None:
    """Let go of every file, decision and entry of this visit."""
    for key in (_UPLOADS, _CHOICES, _TYPED):
        st.session_state.pop(key, None)


def upload_key() -> str:
    """Return the key of the upload widget: a new one after each drop, so that it is ready for the next."""
    return f"log_upload_{st.session_state.get(_DROPS, 0)}"


def take_uploads() -> None:
    """Move the files in the upload widget to those of the visit."""
    sent = st.session_state[upload_key()] or []
    add_uploads(Upload.of(file.name, file.getvalue()) for file in sent)
    st.session_state[_DROPS] = st.session_state.get(_DROPS, 0) + 1


def choices() -> dict[str, str]:
    """Return the visitor's decisions about the log files."""
    return dict(st.session_state.get(_CHOICES, {}))


def choose(decided: Mapping[str, str | None]) -> None:
    """Decide something about the log files; None takes a decision back."""
    kept = {**choices(), **decided}
    st.session_state[_CHOICES] = {key: chosen for key, chosen in kept.items() if chosen is not None}


def fill_choice(choice: str, value: str) -> str:
    """Let the widget of a choice show its value, and return its key."""
    st.session_state[f"choice_{choice}"] = value
    return f"choice_{choice}"


def choose_from(choice: str) -> None:
    """Overrule one assumption of the log with the value of its widget."""
    choose({choice: str(st.session_state[f"choice_{choice}"])})


def typed() -> Log | None:
    """Return the sessions, ratings and nights that were typed in beside the files."""
    log: Log | None = st.session_state.get(_TYPED)
    return log


def _keep_typed(log: Log) -> None:
    """Keep the entries beside the files."""
    st.session_state[_TYPED] = log


def type_in(**entered: Any) -> None:
    """Add to the entries beside the files: `check_ins`, `sleep_h`, `sessions` or the `athlete`."""
    _keep_typed(typed_in(typed(), **entered))


def moment_keys(default: dt.datetime) -> tuple[str, str]:
    """Return the keys of the day and the hour that a log's answer is for; another end of the log has others."""
    return f"stand_date_{default:%Y%m%d%H%M}", f"stand_time_{default:%Y%m%d%H%M}"


def editor_key(name: str, rows: Iterable[object]) -> str:
    """Return the key of a table editor: the same one as long as it has these rows and is not begun anew."""
    digest = hashlib.blake2b(repr(tuple(rows)).encode(), digest_size=8).hexdigest()
    return f"{name}_{st.session_state.get(_BEGUN + name, 0)}_{digest}"


def take_edits(name: str, rows: Iterable[object], take: Callable[[dict[int, dict[str, Any]]], None]) -> bool:
    """Hand over the cells of a table that were edited since the last time, and return whether there were any.

    The editor stays, its edits above data that hold them by now: built anew, it would drop what is being typed.
    """
    key = editor_key(name, rows)
    edited = st.session_state.get(key, {}).get("edited_rows", {})
    taken: _TakenEdits | None = st.session_state.get(_TAKEN + name)
    before = taken.rows if taken is not None and taken.editor == key else {}
    new = {row: _unknown(cells, before.get(row, {})) for row, cells in edited.items()}
    new = {int(row): cells for row, cells in new.items() if cells}
    if new:
        take(new)
    # Noted only now: a run may be cut short at every look at the session, and edits taken twice do no harm.
    st.session_state[_TAKEN + name] = _TakenEdits(key, deepcopy(edited))
    return bool(new)


def _unknown(cells: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    return {column: cell for column, cell in cells.items() if column not in known or known[column] != cell}


def begin_editor_anew(name: str) -> None:
    """Let a table show its data alone: they were changed elsewhere."""
    st.session_state[_BEGUN + name] = st.session_state.get(_BEGUN + name, 0) + 1


def fill_morning(soreness: float | None, sleep_h: float | None, fatigue: float | None) -> None:
    """Let the widgets of this morning show the log's values."""
    st.session_state[SORE], st.session_state[SLEPT], st.session_state[TIRED] = soreness, sleep_h, fatigue


def rated() -> float | None:
    """Return the soreness that the widget of this morning holds."""
    soreness: float | None = st.session_state[SORE]
    return soreness


def tired() -> float | None:
    """Return the overall fatigue that the widget of this morning holds."""
    fatigue: float | None = st.session_state[TIRED]
    return fatigue


def slept() -> float | None:
    """Return the hours that the widget of last night holds."""
    hours: float | None = st.session_state[SLEPT]
    return hours


def fill_experience(experience: Experience) -> None:
    """Let the widget of the experience show that of the log."""
    st.session_state[EXPERIENCE] = experience


def chosen_experience() -> Experience:
    """Return the experience that its widget holds."""
    chosen: Experience = st.session_state[EXPERIENCE]
    return chosen
