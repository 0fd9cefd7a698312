"""AutoSleep: its history as CSV, one row per night; `asleep` is a clock of hours, `toDate` the day of waking up.

Header seen in several public readers: ``ISO8601,fromDate,toDate,bedtime,waketime,inBed,awake,fellAsleepIn,sessions,
asleep,asleepAvg7,...``; averages over seven days stand beside each value.
"""

from __future__ import annotations

from legrun.logs.endurance.cells import read_minutes, read_starts
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.nights import Sleep, sleep_h

_NAME = "AutoSleep"

_COLUMNS = {
    "date": ("toDate",),
    "stamp": ("ISO8601",),
    "start": ("bedtime",),
    "end": ("waketime",),
    "asleep": ("asleep",),
    "average": ("asleepAvg7",),
}


def _read(columns: Columns, notes: Notes) -> Findings:
    quiet = Notes(notes.choices, notes.zone_name)
    starts, _ = read_starts(columns, "start", Notes())
    ends, _ = read_starts(columns, "end", Notes())
    days, _ = read_starts(columns, columns.first("date", "stamp"), quiet)
    minutes = read_minutes(columns, "asleep", notes, "h:mm")
    sleeps = []
    for index, number in enumerate(columns.table.numbers):
        day, end = days[index], ends[index]
        if day is None and end is None and minutes[index] > 0:
            notes.problem(number, columns.name("date"), "The day was not understood; the night was left out.")
        start = starts[index] if end else None
        sleeps.append(Sleep(number, float(minutes[index]) / 60, start, end, day and day.date(), nap=False))
    return Findings(sleep_h=sleep_h(sleeps, columns.name("asleep"), notes))


FORMATS = (Format(_NAME, _COLUMNS, ("asleep", "average", "end"), _read),)
