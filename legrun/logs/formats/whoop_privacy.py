"""Whoop's privacy export: `workouts.csv` of everything that it keeps, in other columns than the app's own export.

Start and end stand in one cell, `during`, as PostgreSQL writes a range, in UTC; the offset has a column of its own, and
`created_at` is when the band was read out. Seen in jrozra200/jakes_health_kit and ErikBjare/quantifiedme.
"""

from __future__ import annotations

import re

from legrun.logs.endurance.cells import note_undated, read_heart
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.fields.times import elapsed_minutes, shift_times
from legrun.logs.format import Columns, Findings, Format, Notes

_NAME = "Whoop privacy"

_COLUMNS = {
    "cycle": ("cycle_id",),
    "span": ("during",),
    "offset": ("timezone_offset",),
    "type": ("name", "sport_name"),
    "sport": ("sport_id",),
    "metres": ("distance", "distance_meter"),
    "heart": ("average_heart_rate",),
    "heart_max": ("max_heart_rate",),
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)?")
# Where a row has no name; Whoop's own numbers.
_SPORTS = {
    "-1": "Activity", "0": "Running", "1": "Cycling", "33": "Swimming", "44": "Yoga", "45": "Weightlifting",
    "48": "Functional fitness", "52": "Hiking", "59": "Powerlifting", "63": "Walking", "70": "Meditation", "96": "HIIT",
    "97": "Spin", "123": "Strength trainer",
}  # fmt: skip


def _read(columns: Columns, notes: Notes) -> Findings:
    spans = [_MOMENT.findall(text[:200])[:2] for text in columns.texts("span")]
    firsts = [span[0] if span else "" for span in spans]
    lasts = [span[1] if len(span) > 1 else "" for span in spans]
    starts = shift_times(firsts, columns.texts("offset"), notes)
    note_undated(columns, "span", starts, notes)
    pairs = zip(columns.texts("type"), columns.texts("sport"), strict=True)
    types = [name or _SPORTS.get(code.partition(".")[0], f"Whoop sport {code}") for name, code in pairs]
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=types,
        names=types,
        minutes=elapsed_minutes(firsts, lasts, notes),
        distance_km=columns.numbers("metres", notes, low=0, high=2_000_000, what="distance") / 1000,
        heart=read_heart(columns, "heart", notes),
        heart_max=read_heart(columns, "heart_max", notes),
    )
    return sessions_from_activities(rows, _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("cycle", "span", "offset", "sport"), _read),)
