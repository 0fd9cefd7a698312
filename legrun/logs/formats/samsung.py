"""Samsung Health: exercises and sleep of its download of personal data.

The first line names the table and is no header. Times are UTC with the offset in a column of its own (``UTC+0100``),
durations are in milliseconds, distances in metres, and sports are numbers of Samsung's own. Seen in public readers of
the export: PhilippImhof/FromSamToGarm, davidmosiah/samsung-health-mcp, and converters that name the numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.cells import note_undated, read_heart
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.fields.times import elapsed_minutes, shift_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.nights import Sleep, sleep_h
from legrun.logs.reading.opening import header_cells
from legrun.logs.reading.table import Table

_NAME = "Samsung Health"
_NIGHTS = "Samsung Health sleep"
_TITLE = re.compile(r"com\.samsung\.s?health\.[a-z_.]+")
_MS = 60_000.0


def _names(table: str, *names: str) -> dict[str, tuple[str, ...]]:
    """Return our keys with Samsung's names, which some versions write with the table's before them."""
    pairs = (name.partition("=")[::2] for name in names)
    return {key: (f"com.samsung.health.{table}.{name}", name) for key, name in pairs}


_EXERCISES = _names(
    "exercise", "start=start_time", "end=end_time", "type=exercise_type", "duration=duration", "offset=time_offset",
    "heart=mean_heart_rate", "heart_max=max_heart_rate", "metres=distance", "title=title",
)  # fmt: skip
_SLEEPS = _names("sleep", "start=start_time", "end=end_time", "offset=time_offset", "duration=sleep_duration")
_SPORTS = {
    1001: "Walking", 1002: "Running", 2001: "Baseball", 2002: "Softball", 2003: "Cricket", 3001: "Golf",
    3003: "Bowling",
    4001: "Hockey", 4002: "Rugby", 4003: "Basketball", 4004: "Football", 4005: "Handball", 4006: "Football",
    5001: "Volleyball", 5002: "Volleyball", 6001: "Squash", 6002: "Tennis", 6003: "Badminton", 6004: "Table tennis",
    6005: "Racquetball", 7001: "Tai chi", 7002: "Boxing", 7003: "Martial arts", 8001: "Barre", 8002: "Dancing",
    8003: "Dancing", 9001: "Pilates", 9002: "Yoga", 10001: "Stretching", 10002: "Rope skipping",
    10004: "Strength: push-ups", 10005: "Strength: pull-ups", 10006: "Strength: sit-ups", 10007: "Circuit training",
    10008: "Strength: core", 10009: "Aerobics", 10010: "HIIT", 10011: "Strength: bench press",
    10012: "Strength: squats", 10013: "Strength: lunges", 10014: "Strength: leg press",
    10015: "Strength: leg extension", 10016: "Strength: leg curl", 10017: "Strength: lumbar",
    10018: "Strength: lats", 10019: "Strength: deadlifts", 10020: "Strength: shoulders", 10021: "Strength: delts",
    10022: "Strength: delts", 10023: "Strength: abs", 10024: "Strength: abs", 10025: "Strength: abs",
    10026: "Strength: biceps", 10027: "Strength: triceps", 11001: "Inline skating", 11005: "Horse riding",
    11007: "Cycling", 11009: "Roller skating", 12001: "Aerobics", 13001: "Hiking", 13002: "Climbing",
    13003: "Backpacking", 13004: "Mountain biking", 14001: "Swimming", 14003: "Canoe", 14004: "Sailing",
    14005: "Diving", 14007: "Kayaking", 14008: "Surfing", 14010: "Rowing", 14011: "Surfing", 15001: "Stair machine",
    15002: "Weight machine", 15003: "Exercise bike cycling", 15004: "Rowing", 15005: "Treadmill", 15006: "Elliptical",
    16001: "Nordic ski", 16002: "Ski", 16003: "Ice skating", 16006: "Hockey", 16007: "Snowboard", 16008: "Ski",
    16009: "Snowshoe",
}  # fmt: skip


def _below_title(table: Table) -> Table:
    """Return the table below the line that names it."""
    if not table.header or not _TITLE.fullmatch(table.header[0]) or len(table.header) > 4 or not table.numbers:
        return table
    rows = table.rows
    return replace(
        table, header=header_cells(rows[0]), numbers=table.numbers[1:], given_rows=rows[1:], given_columns=None
    )


def _read(columns: Columns, notes: Notes) -> Findings:
    texts, offsets = columns.texts("start"), columns.texts("offset")
    starts = shift_times(texts, offsets, notes)
    note_undated(columns, "start", starts, notes)
    types = [_sport(text) for text in columns.texts("type")]
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=types,
        names=[title or sport for title, sport in zip(columns.texts("title"), types, strict=True)],
        minutes=columns.numbers("duration", notes, low=0, high=1e12, what="duration in milliseconds") / _MS,
        distance_km=columns.numbers("metres", notes, low=0, high=2_000_000, what="distance") / 1000,
        heart=read_heart(columns, "heart", notes),
        heart_max=read_heart(columns, "heart_max", notes),
        elapsed=elapsed_minutes(texts, columns.texts("end"), notes),
    )
    return sessions_from_activities(rows, _NAME, notes)


def _sport(code: str) -> str:
    """Return the sport of a number; one that is not known keeps it, and is asked about."""
    number = code.partition(".")[0]
    return _SPORTS.get(int(number), f"Samsung sport {number}") if number.isdecimal() else code


def _read_nights(columns: Columns, notes: Notes) -> Findings:
    offsets, quiet = columns.texts("offset"), Notes(notes.choices, notes.zone_name)
    starts = shift_times(columns.texts("start"), offsets, notes)
    ends = shift_times(columns.texts("end"), offsets, quiet)
    hours = _hours(columns, notes)
    rows = zip(columns.table.numbers, hours.tolist(), starts, ends, strict=True)
    sleeps = [Sleep(number, asleep, start, end) for number, asleep, start, end in rows]
    return Findings(sleep_h=sleep_h(sleeps, columns.name(columns.first("duration", "end")), notes))


def _hours(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    """Return hours asleep, in minutes or seconds as the version has it; from start to end where it has neither."""
    lasts = elapsed_minutes(columns.texts("start"), columns.texts("end"), notes) / 60
    stated = columns.numbers("duration", notes, low=0, high=86_400, what="duration of sleep")
    stated = np.where(stated > 1440, stated / 3600, stated / 60)
    return np.where(stated > 0, np.fmin(stated, lasts), lasts)


FORMATS = (
    Format(_NAME, _EXERCISES, ("start", "type", "duration", "offset"), _read, reshape=_below_title),
    Format(_NIGHTS, _SLEEPS, ("start", "end", "offset", "duration"), _read_nights, reshape=_below_title),
)
