"""Fitbit by way of Google Takeout: `UserExercises_*.csv` and `UserSleeps_*.csv`; and Fitbit's own older `Sleep` table.

Times are UTC, with the offset of the place in a column of its own; distances are in millimetres. The sleep is
`minutes_asleep`: a row also says how long it took to fall asleep. Headers as in Takeout's own readme and in public
importers that tell the files by them.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from legrun.logs.endurance.cells import note_undated, read_heart, read_starts
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.fields.times import elapsed_minutes, shift_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.nights import Sleep, sleep_h
from legrun.logs.reading.opening import header_cells
from legrun.logs.reading.table import Table

_NAME = "Fitbit"
_NIGHTS = "Fitbit sleep"
_MM = 1_000_000.0  # per kilometre

_EXERCISES = {
    "id": ("exercise_id",),
    "start": ("exercise_start",),
    "end": ("exercise_end",),
    "offset": ("utc_offset",),
    "type": ("activity_name",),
    "millimetres": ("tracker_total_distance_mm",),
    "typed_millimetres": ("manually_logged_total_distance_mm",),
    "heart": ("tracker_avg_heart_rate",),
    "heart_max": ("tracker_peak_heart_rate",),
}
_SLEEPS = {
    "asleep": ("minutes_asleep",),
    "start": ("sleep_start",),
    "end": ("sleep_end",),
    "start_offset": ("start_utc_offset",),
    "end_offset": ("end_utc_offset",),
}
_OLD = {
    "start": ("Start Time",),
    "end": ("End Time",),
    "asleep": ("Minutes Asleep",),
    "in_bed": ("Time in Bed",),
}
_SECTION = "sleep"
_SECTIONS = frozenset({"body", _SECTION, "activities", "foods"})


def _read(columns: Columns, notes: Notes) -> Findings:
    starts = shift_times(columns.texts("start"), columns.texts("offset"), notes)
    note_undated(columns, "start", starts, notes)
    measured = columns.numbers("millimetres", notes, low=0, high=2e9, what="distance")
    typed = columns.numbers("typed_millimetres", notes, low=0, high=2e9, what="distance")
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=columns.texts("type"),
        names=columns.texts("type"),
        minutes=elapsed_minutes(columns.texts("start"), columns.texts("end"), notes),
        distance_km=np.where(measured > 0, measured, typed) / _MM,
        heart=read_heart(columns, "heart", notes),
        heart_max=read_heart(columns, "heart_max", notes),
    )
    return sessions_from_activities(rows, _NAME, notes)


def _read_nights(columns: Columns, notes: Notes) -> Findings:
    quiet = Notes(notes.choices, notes.zone_name)
    starts = shift_times(columns.texts("start"), columns.texts("start_offset"), quiet)
    ends = shift_times(columns.texts("end"), columns.texts("end_offset"), notes)
    note_undated(columns, "end", ends, notes)
    minutes = columns.numbers("asleep", notes, low=0, high=1440, what="sleep in minutes")
    rows = zip(columns.table.numbers, (minutes / 60).tolist(), starts, ends, strict=True)
    sleeps = [Sleep(number, hours, start, end) for number, hours, start, end in rows]
    return Findings(sleep_h=sleep_h(sleeps, columns.name("asleep"), notes))


def _sleep_section(table: Table) -> Table | None:
    """Return the table under the line ``Sleep`` of a file with several tables."""
    if not table.header or table.header[0].strip().casefold() not in _SECTIONS:
        return table
    lines = [list(table.header), *table.rows]
    numbers = [0, *table.numbers]
    titles = [place for place, line in enumerate(lines) if len([cell for cell in line if cell.strip()]) == 1]
    first = next((place for place in titles if lines[place][0].strip().casefold() == _SECTION), None)
    if first is None or first + 1 >= len(lines):
        return None
    end = next((place for place in titles if place > first), len(lines))
    return replace(
        table,
        header=header_cells(lines[first + 1]),
        numbers=numbers[first + 2 : end],
        given_rows=lines[first + 2 : end],
        given_columns=None,
    )


def _read_old(columns: Columns, notes: Notes) -> Findings:
    starts, _ = read_starts(columns, "start", Notes(notes.choices, notes.zone_name))
    ends, _ = read_starts(columns, "end", notes)
    minutes = columns.numbers("asleep", notes, low=0, high=1440, what="sleep in minutes")
    rows = zip(columns.table.numbers, (minutes / 60).tolist(), starts, ends, strict=True)
    sleeps = [Sleep(number, hours, start, end) for number, hours, start, end in rows]
    return Findings(sleep_h=sleep_h(sleeps, columns.name("asleep"), notes))


FORMATS = (
    Format(_NAME, _EXERCISES, ("id", "start", "end", "type"), _read),
    Format(_NIGHTS, _SLEEPS, ("asleep", "start", "end"), _read_nights),
    Format(_NIGHTS, _OLD, ("start", "end", "asleep", "in_bed"), _read_old, reshape=_sleep_section),
)
