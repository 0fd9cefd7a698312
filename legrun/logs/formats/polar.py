"""Polar Flow: the CSV of one session; its summary, and below it a second table, second by second, that is not read.

The first cell of the summary is the athlete's name and is not kept. Header as Polar Flow writes it today (typed from an
export, not cut); a zip of such files gives a log.
"""

from __future__ import annotations

from dataclasses import replace

from legrun.logs.endurance.cells import note_undated, read_heart, read_minutes
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.fields.headed import distances_by_header
from legrun.logs.fields.times import local_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.reading.table import Table

_NAME = "Polar Flow"

_COLUMNS = {
    "who": ("Name",),
    "sport": ("Sport",),
    "date": ("Date",),
    "clock": ("Start time",),
    "duration": ("Duration",),
    "distance_km": ("Total distance (km)", "Distance (km)"),
    "distance_mi": ("Total distance (mi)", "Total distance (miles)"),
    "heart": ("Average heart rate (bpm)",),
    "heart_max": ("Maximum heart rate (bpm)", "Max heart rate (bpm)"),
    "sitting": ("HR sit",),
    "load": ("Training load",),
    "notes": ("Notes",),
}


def _summary(table: Table) -> Table:
    """Return the rows above the second table."""
    if table.find("Start time") is None or table.find("Sport") is None:
        return table
    starts = [place for place, row in enumerate(table.rows) if row and row[0].strip().casefold() == "sample rate"]
    if not starts:
        return table
    return replace(table, numbers=table.numbers[: starts[0]], given_rows=table.rows[: starts[0]], given_columns=None)


def _read(columns: Columns, notes: Notes) -> Findings:
    pairs = zip(columns.texts("date"), columns.texts("clock"), strict=True)
    texts = [f"{date} {clock}".strip() for date, clock in pairs]
    times = local_times(texts, columns.name("date"), notes)
    starts = [times[text] for text in texts]
    note_undated(columns, "date", starts, notes)
    sports = [text.replace("_", " ").capitalize() for text in columns.texts("sport")]
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=sports,
        names=sports,
        minutes=read_minutes(columns, "duration", notes),
        distance_km=distances_by_header(columns, notes),
        heart=read_heart(columns, "heart", notes),
        heart_max=read_heart(columns, "heart_max", notes),
        estimated=times.estimated,
    )
    return sessions_from_activities(rows, _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("sport", "date", "clock", "duration"), _read, reshape=_summary),)
