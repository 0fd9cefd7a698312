"""Apple Watch by way of three apps: Health Auto Export (workouts), Health Export CSV, Apple Health Metrics (sleep).

Units stand in the header and follow the phone's region; times are local, to the minute. The same row may stand twice.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.cells import read_heart, read_minutes, read_starts
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.fields.durations import clock_minutes
from legrun.logs.fields.headed import distances_by_header
from legrun.logs.fields.numerals import parse_numbers
from legrun.logs.fields.times import elapsed_minutes, local_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.nights import Sleep, sleep_h
from legrun.logs.reading.text import quoted

_AUTO = "Health Auto Export"
_EXPORT = "Health Export CSV"
_METRICS = "Apple Health Metrics"

_AUTO_COLUMNS = {
    "type": ("Workout Type", "Type"),
    "start": ("Start",),
    "end": ("End",),
    "duration": ("Duration",),
    "energy": ("Active Energy (kcal)", "Active Energy (kJ)", "Active Energy (Cal)"),
    "distance_km": ("Distance (km)",),
    "distance_mi": ("Distance (mi)",),
    "distance_m": ("Distance (m)",),
    "heart": (
        "Avg. Heart Rate (count/min)", "Avg Heart Rate (bpm)", "Avg. Heart Rate (bpm)", "Avg Heart Rate (count/min)",
    ),
    "heart_max": ("Max. Heart Rate (count/min)", "Max Heart Rate (bpm)", "Max. Heart Rate (bpm)"),
}  # fmt: skip
_EXPORT_COLUMNS = {
    "date": ("Date",),
    "type": ("Activity",),
    "seconds": ("Duration(Seconds)", "Duration (Seconds)"),
    "energy": ("Active energy burned(kcal)", "Active energy burned(kJ)", "Active energy burned(Cal)"),
    "distance_km": ("Distance(km)",),
    "distance_mi": ("Distance(mi)",),
    "distance_m": ("Distance(m)",),
    "heart": ("Heart rate: Average(count/min)",),
    "heart_max": ("Heart rate: Maximum(count/min)",),
}
_METRICS_COLUMNS = {
    "date": ("Date",),
    "main": ("Main",),
    "start": ("Start",),
    "end": ("End",),
    "in_bed": ("InBed", "In Bed"),
    "asleep": ("Asleep",),
}
_UNIT_CLOCK = re.compile(r"(\d\s*[^\W\d_]+):\s*(?=\d)")  # 7h:05m
_NO = frozenset({"false", "no", "0", "nap"})


def _read_auto(columns: Columns, notes: Notes) -> Findings:
    starts, estimated = read_starts(columns, "start", notes)
    minutes = read_minutes(columns, "duration", notes)
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=columns.texts("type"),
        names=columns.texts("type"),
        minutes=minutes,
        distance_km=distances_by_header(columns, notes),
        heart=read_heart(columns, "heart", notes),
        heart_max=read_heart(columns, "heart_max", notes),
        elapsed=elapsed_minutes(columns.texts("start"), columns.texts("end"), notes),
        estimated=estimated,
    )
    return sessions_from_activities(rows, _AUTO, notes)


def _read_export(columns: Columns, notes: Notes) -> Findings:
    spans = [text.partition(" - ")[::2] for text in columns.texts("date")]
    texts = [start.strip() for start, _ in spans]
    times = local_times(texts, columns.name("date"), notes)
    starts = [times[text] for text in texts]
    for number, text, start in zip(columns.table.numbers, texts, starts, strict=True):
        if start is None and text != columns.name("date"):
            message = f"The date {quoted(text)} was not understood; the row was left out."
            notes.problem(number, columns.name("date"), message)
    seconds = columns.numbers("seconds", notes, low=0, high=864_000, what="duration in seconds")
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=columns.texts("type"),
        names=columns.texts("type"),
        minutes=np.asarray(seconds / 60),
        distance_km=distances_by_header(columns, notes),
        heart=read_heart(columns, "heart", notes),
        heart_max=read_heart(columns, "heart_max", notes),
        elapsed=elapsed_minutes(texts, [end.strip() for _, end in spans], notes),
        estimated=times.estimated,
    )
    return sessions_from_activities(rows, _EXPORT, notes)


def _read_sleep(columns: Columns, notes: Notes) -> Findings:
    starts, texts, days = columns.texts("start"), columns.texts("end"), columns.texts("date")
    quiet = Notes(notes.choices, notes.zone_name)
    moments = local_times([*starts, *texts], columns.name("end"), quiet)
    dates = local_times(days, columns.name("date"), Notes(notes.choices, notes.zone_name))
    hours = _hours(columns, notes)
    sleeps = []
    for index, number in enumerate(columns.table.numbers):
        date = dates[days[index]]
        end = moments[texts[index]]
        if end is None and date is None:
            notes.problem(number, columns.name("date"), "The date was not understood; the row was left out.")
        nap = columns.texts("main")[index].casefold() in _NO
        # An end that is a clock alone stands beside the day of waking up.
        sleeps.append(
            Sleep(number, float(hours[index]), end and moments[starts[index]], end, date and date.date(), nap)
        )
    return Findings(sleep_h=sleep_h(sleeps, columns.name("asleep"), notes))


def _hours(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    """Return hours asleep, written as a clock, with units, in hours or in minutes."""
    texts = columns.texts("asleep")
    minutes, _ = clock_minutes([_UNIT_CLOCK.sub(r"\1 ", text) for text in texts], "h:mm")
    bare = parse_numbers(texts)
    for number, text, lasts in zip(columns.table.numbers, texts, minutes.tolist(), strict=True):
        if np.isnan(lasts) and text in bare.bad and text != columns.name("asleep"):
            notes.problem(number, columns.name("asleep"), f"The time asleep {quoted(text)} was not understood.")
    numbers = np.array([np.nan if (each := bare.values[text]) is None else each for text in texts], dtype=np.float64)
    if np.any(numbers > 0):
        in_minutes = float(np.nanmedian(numbers)) > 24
        unit = notes.choose(
            "sleep_unit", "minutes" if in_minutes else "hours", "by the size of the numbers", ("hours", "minutes")
        )
        numbers = numbers / 60 if unit == "minutes" else numbers
    return np.where(minutes > 0, minutes / 60, numbers)


FORMATS = (
    Format(_AUTO, _AUTO_COLUMNS, ("type", "start", "end", "energy"), _read_auto),
    Format(_EXPORT, _EXPORT_COLUMNS, ("date", "type", "seconds", "energy"), _read_export),
    Format(_METRICS, _METRICS_COLUMNS, ("date", "main", "in_bed", "asleep"), _read_sleep),
)
