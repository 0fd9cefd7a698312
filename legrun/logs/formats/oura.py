"""Oura: nights of its exports; what counts is the time asleep, not in bed, and the day of waking up.

Three shapes: the download of the years to 2021 (`summary_date` is the evening; seen in minettebrink/oura), the API's
own names as many scripts save them (`day`, `bedtime_end`, `total_sleep_duration`; `type` tells naps), and the trends of
the website (`Total Sleep Duration`, before `Total Sleep Time`). All durations are in seconds.
"""

from __future__ import annotations

from legrun.logs.endurance.sessions import read_starts
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.nights import Sleep, sleep_h

_NAME = "Oura"

_COLUMNS = {
    "day": ("day", "date", "summary_date"),
    "evening": ("summary_date",),
    "start": ("bedtime_start", "Bedtime Start"),
    "end": ("bedtime_end", "Bedtime End"),
    "asleep": ("total_sleep_duration", "total", "Total Sleep Duration", "Total Sleep Time"),
    "rem": ("rem", "rem_sleep_duration", "REM Sleep Duration", "REM Sleep Time"),
    "deep": ("deep", "deep_sleep_duration", "Deep Sleep Duration", "Deep Sleep Time"),
    "type": ("type",),
}
_NAPS = frozenset({"late_nap", "nap", "rest"})


def _read(columns: Columns, notes: Notes) -> Findings:
    quiet = Notes(notes.choices, notes.zone_name)
    starts, _ = read_starts(columns, "start", quiet) if columns.has("start") else ([None] * _count(columns), None)
    ends, _ = read_starts(columns, "end", notes) if columns.has("end") else ([None] * _count(columns), None)
    # An evening's date would put the night a day early, so it is used for nothing.
    days, _ = read_starts(columns, "day", quiet) if not columns.has("evening") else ([None] * _count(columns), None)
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


def _count(columns: Columns) -> int:
    return len(columns.table.numbers)


FORMATS = (
    Format(_NAME, _COLUMNS, ("end", "asleep", "rem", "deep"), _read),
    Format(_NAME, _COLUMNS, ("day", "asleep", "rem", "deep"), _read),
)
