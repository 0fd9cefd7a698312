"""Cached calls into legrun. Anything derived from an upload is kept for the visit alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

import legrun
from legrun import calibration, checks, logs, trends
from legrun.logs import Log
from legrun.logs.starting_point import StartingPoint
from legrun.scenario import Athlete, Habits
from pages._ui import state
from pages._ui.state.diary import Kept
from pages._ui.state.log import Upload

__all__ = ["joined", "months", "own_answer", "own_start", "read_uploads", "track_record"]

MEGABYTE = 1e6
Choices = tuple[tuple[str, str], ...]
# They bear on the files put together, not on the reading of one.
JOINING = ("merge:", "session:")


# Resources: data would be copied on every rerun, and logs are frozen.
@st.cache_resource(scope="session", max_entries=16, show_spinner=False)
def _read(digest: str, name: str, tz: str | None, choices: Choices, _data: bytes) -> Log | legrun.LogFormatError:
    """Return a log read from the bytes of a file, or why it cannot be, once per visit."""
    try:
        return legrun.read_log(_data, name=name, tz=tz, choices=dict(choices))
    except legrun.LogFormatError as error:
        return error


def read_uploads(files: tuple[Upload, ...], choices: Mapping[str, str]) -> tuple[list[logs.Part], dict[str, str]]:
    """Return what each of the visit's files gave, and the choices that held; progress shows on long reads."""

    def read(index: int, decided: Mapping[str, str]) -> Log:
        file = files[index]
        size = f"{len(file.data) / MEGABYTE:.1f} MB"
        count = f"file {index + 1} of {len(files)}" if len(files) > 1 else "the file"
        bearing = tuple(sorted((key, text) for key, text in decided.items() if not key.startswith(JOINING)))
        with st.spinner(f"Reading {count}, {size} …", show_time=True):
            log = _read(file.digest, file.name, state.clock.zone_name(), bearing, file.data)
        if isinstance(log, legrun.LogFormatError):
            raise log
        return log

    return logs.read_files(files, choices, read)


@st.cache_resource(scope="session", max_entries=4, show_spinner=False)
def _joined(
    files: tuple[str, ...], tz: str | None, choices: Choices, entries: str, _parts: list[logs.Part], _typed: Log | None
) -> Log:
    return logs.join(_parts, dict(choices), _typed)


def joined(
    files: tuple[Upload, ...],
    parts: list[logs.Part],
    choices: Mapping[str, str],
    typed: Log | None,
    kept: Kept | None = None,
) -> Log:
    """Return one log of all files, the diary and what was typed in, put together once while nothing changes."""
    names = tuple(f"{file.digest} {file.name}" for file in files)
    if kept is not None:
        # Last of the files: where they differ on a moment, the diary's word counts.
        names, parts = (*names, f"diary read at {kept.read}"), [*parts, logs.Part("diary", kept.log)]
    entries = "" if typed is None else typed.to_csv()
    with st.spinner("Putting the files together …", show_time=True):
        return _joined(names, state.clock.zone_name(), tuple(sorted(choices.items())), entries, parts, typed)


# A log is looked up by its identity: it is one object for as long as nothing changes, and what is kept here keeps it
# alive, so that no other log can take its place.
@st.cache_resource(scope="session", max_entries=4, show_spinner=False)
def _own_start(log_id: int, at: dt.datetime, _log: Log) -> tuple[Log, StartingPoint, calibration.Calibration]:
    return _log, *calibration.own_starting_point(_log, now=at)


def own_start(log: Log, at: dt.datetime) -> tuple[StartingPoint, calibration.Calibration]:
    """Return the starting point that a log gives Today, and the judgement of the person's own response."""
    with st.spinner("Learning from the check-ins …", show_time=True):
        _, point, calibration = _own_start(id(log), at, log)
    return point, calibration


@st.cache_resource(scope="session", max_entries=1, show_spinner=False)
def _own_answer(
    point_id: int, flags: tuple[str, ...], habits: Habits, _point: StartingPoint
) -> tuple[StartingPoint, legrun.Answer]:
    return _point, legrun.answer(replace(_point.scenario, flags=frozenset(flags), habits=habits))


def own_answer(point: StartingPoint, flags: frozenset[str], habits: Habits) -> legrun.Answer:
    """Return the answer for a starting point, with what was ticked on Today; worked out once while nothing changes."""
    _, answer = _own_answer(id(point), tuple(sorted(flags)), habits, point)
    return answer


@st.cache_resource(scope="session", max_entries=4, show_spinner=False)
def _track_record(log_id: int, at: dt.datetime, _log: Log, _athlete: Athlete) -> tuple[Log, checks.ForecastScore]:
    return _log, checks.score_log(_log, _athlete, until=at)


def track_record(log: Log, at: dt.datetime, athlete: Athlete) -> checks.ForecastScore:
    """Return how well the mornings of a log have been forecast."""
    _, score = _track_record(id(log), at, log, athlete)
    return score


@st.cache_resource(scope="session", max_entries=4, show_spinner=False)
def _months(log_id: int, at: dt.datetime, _log: Log) -> tuple[Log, tuple[trends.Week, ...], trends.Trend]:
    return _log, trends.weeks(_log.sessions, until=at), trends.trend(trends.daily_load(_log.sessions, until=at))


def months(log: Log, at: dt.datetime) -> tuple[tuple[trends.Week, ...], trends.Trend]:
    """Return the weeks of a log, and its fitness, fatigue and form."""
    _, weeks, trend = _months(id(log), at, log)
    return weeks, trend
