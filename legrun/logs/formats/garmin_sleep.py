"""Garmin Connect: `Sleep.csv` of the last days or weeks, one row per night under the page's title as first header.

The first column is called ``Sleep Score 7 Days`` or ``4 Weeks`` and holds the day of waking up; durations read
``7h 40min``. Headers typed from exports. The report of a year has means of whole weeks, which are no nights.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from legrun.logs.endurance.cells import read_starts
from legrun.logs.fields.durations import parse_duration
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.nights import Sleep, sleep_h
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import quoted

_NAME = "Garmin sleep"

_COLUMNS = {
    "date": ("Day",),
    "score": ("Score",),
    "asleep": ("Duration",),
    "bedtime": ("Bedtime",),
    "wake": ("Wake Time",),
}
_TITLE = "sleep score"
_MISSING = frozenset({"", "-", "--"})


def _with_a_day(table: Table) -> Table:
    """Return the table with its first column called what it is."""
    if not table.keys or not table.keys[0].startswith(_TITLE):
        return table
    return replace(table, header=("Day", *table.header[1:]))


def _read(columns: Columns, notes: Notes) -> Findings:
    days, _ = read_starts(columns, "date", notes)
    sleeps = []
    for number, day, text in zip(columns.table.numbers, days, columns.texts("asleep"), strict=True):
        minutes = parse_duration(text)
        if minutes is None and text not in _MISSING and text != columns.name("asleep"):
            notes.problem(number, columns.name("asleep"), f"The time asleep {quoted(text)} was not understood.")
        sleeps.append(Sleep(number, np.nan if minutes is None else minutes / 60, date=day and day.date()))
    return Findings(sleep_h=sleep_h(sleeps, columns.name("asleep"), notes))


FORMATS = (Format(_NAME, _COLUMNS, ("date", "score", "asleep", "wake"), _read, reshape=_with_a_day),)
