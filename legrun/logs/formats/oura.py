"""Oura: nights of its exports; what counts is the time asleep, not in bed, and the day of waking up.

Three shapes: the download of the years to 2021 (`summary_date` is the evening; seen in minettebrink/oura), the API's
own names as many scripts save them (`day`, `bedtime_end`, `total_sleep_duration`; `type` tells naps), and the trends of
the website (`Total Sleep Duration`, before `Total Sleep Time`). All durations are in seconds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from legrun.logs.endurance.cells import read_starts
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.nights import Sleep, sleep_h

_NAME = "Oura"

_COLUMNS = {
    "day": ("day", "date"),
    "start": ("bedtime_start", "Bedtime Start"),
    "end": ("bedtime_end", "Bedtime End"),
    "asleep": ("total_sleep_duration", "Total Sleep Duration", "Total Sleep Time"),
    "rem": ("rem_sleep_duration", "REM Sleep Duration", "REM Sleep Time"),
    "deep": ("deep_sleep_duration", "Deep Sleep Duration", "Deep Sleep Time"),
    "type": ("type",),
}
# The older names are such as anyone may give a column; with the two bedtimes beside them they are Oura's.
_OLD = {
    "evening": ("summary_date",),
    "start": ("bedtime_start",),
    "end": ("bedtime_end",),
    "asleep": ("total",),
    "rem": ("rem",),
    "deep": ("deep",),
}
_NAPS = frozenset({"late_nap", "nap", "rest"})


def _read(columns: Columns, notes: Notes) -> Findings:
    quiet = Notes(notes.choices, notes.zone_name)
    starts, ends = _moments(columns, "start", quiet), _moments(columns, "end", notes)
    # The date of an evening would put the night a day early: such a file is read by its ends alone.
    days = _moments(columns, "day", quiet)
    seconds = columns.numbers("asleep", notes, low=0, high=86_400, what="sleep in seconds")
    sleeps = []
    for index, number in enumerate(columns.table.numbers):
        day, kind = days[index], columns.texts("type")[index].casefold()
        nap = (kind in _NAPS) if kind else None
        hours = float(seconds[index]) / 3600
        if hours > 0 and day is None and ends[index] is None:
            notes.problem(number, columns.name("day"), "The day was not understood; the night was left out.")
        sleeps.append(Sleep(number, hours, starts[index], ends[index], day and day.date(), nap))
    return Findings(sleep_h=sleep_h(sleeps, columns.name("asleep"), notes))


def _moments(columns: Columns, key: str, notes: Notes) -> Sequence[dt.datetime | None]:
    """Return a column of times; nothing where there is no such column."""
    return read_starts(columns, key, notes)[0] if columns.has(key) else [None] * len(columns.table.numbers)


FORMATS = (
    Format(_NAME, _OLD, ("start", "end", "asleep", "rem", "deep"), _read),
    Format(_NAME, _COLUMNS, ("day", "asleep", "rem", "deep"), _read),
    Format(_NAME, _COLUMNS, ("end", "asleep", "rem", "deep"), _read),
)
