"""intervals.icu: the activity list, and the wellness file with sleep and soreness.

Both start with a byte-order mark; wellness columns come and go with the user's own fields, and its ratings go from
1 (low) to 4 (extreme).
"""

from __future__ import annotations

import numpy as np

from legrun.logs.endurance.cells import read_heart, read_starts
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.nights import check_in_hour, morning_check_ins, nights_by_date

_NAME = "intervals.icu"
_WELLNESS = "intervals.icu wellness"

_COLUMNS = {
    "start": ("start_date_local",),
    "title": ("name",),
    "type": ("type",),
    "moving": ("moving_time",),
    "elapsed": ("elapsed_time",),
    "recorded": ("icu_recording_time",),
    "metres": ("distance",),
    "heart": ("average_heartrate",),
    "heart_max": ("max_heartrate",),
    "rpe": ("icu_rpe",),
    "load": ("icu_training_load",),
}
_DAYS = {
    "date": ("date", "id"),
    "resting": ("restingHR",),
    "ctl": ("ctl",),
    "sleep": ("sleepSecs",),
    "soreness": ("soreness",),
}
_STEPS = 4  # ratings go from 1 to 4
_LONGEST = 1e9  # a watch left running has written years


def _read(columns: Columns, notes: Notes) -> Findings:
    starts, estimated = read_starts(columns, "start", notes)
    moving = columns.numbers("moving", notes, low=0, high=_LONGEST, what="moving time") / 60
    elapsed = columns.numbers("elapsed", notes, low=0, high=_LONGEST, what="elapsed time") / 60
    recorded = columns.numbers("recorded", notes, low=0, high=_LONGEST, what="recording time") / 60
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=columns.texts("type"),
        names=columns.texts("title"),
        minutes=np.where(moving > 0, moving, elapsed),
        distance_km=columns.numbers("metres", notes, low=0, high=2_000_000, what="distance") / 1000,
        heart=read_heart(columns, "heart", notes),
        heart_max=read_heart(columns, "heart_max", notes),
        rpe=columns.numbers("rpe", notes, low=0, high=10, what="RPE"),
        elapsed=elapsed,
        recorded=recorded,
        estimated=estimated,
    )
    return sessions_from_activities(rows, _NAME, notes)


def _read_days(columns: Columns, notes: Notes) -> Findings:
    dates, _ = read_starts(columns, "date", Notes())
    numbers = columns.table.numbers
    for number, date, text in zip(numbers, dates, columns.texts("date"), strict=True):
        if date is None and text != columns.name("date"):
            notes.problem(number, columns.name("date"), "The date was not understood; the row was left out.")
    hours = columns.numbers("sleep", notes, low=0, high=86_400, what="sleep in seconds") / 3600
    sleep = zip(numbers, (date and date.date() for date in dates), hours.tolist(), strict=True)
    rated = columns.numbers("soreness", notes, low=0, high=_STEPS, what="soreness")
    soreness = np.where(rated > 0, (rated - 0.5) * 10 / _STEPS, np.nan)
    check_ins = []
    if np.any(rated > 0):
        reason = "the file rates soreness from 1 to 4; each step stands for the middle of its quarter of 0 to 10"
        notes.assume("soreness_scale", "1-4", reason)
        hour = check_in_hour(notes)
        times = [date and date.replace(hour=hour, minute=0) for date in dates]
        check_ins = morning_check_ins(
            zip(numbers, times, soreness.tolist(), strict=True), columns.name("soreness"), notes
        )
    return Findings(check_ins=check_ins, sleep_h=nights_by_date(sleep, columns.name("sleep"), notes))


FORMATS = (
    Format(_NAME, _COLUMNS, ("start", "type", "load"), _read),
    Format(_WELLNESS, _DAYS, ("date", "resting", "ctl"), _read_days),
)
