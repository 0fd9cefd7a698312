"""Peloton: `workouts.csv` of the website; the clock on the wall, with the zone's letters behind it.

The length is that of the class, a class type and its title say what was done ("20 min Glutes & Legs Strength"), and the
unit of distance stands in the header. Headers in miles and kilometres were seen in the tests of several public readers.
"""

from __future__ import annotations

from legrun.logs.endurance.activities import activity
from legrun.logs.endurance.cells import note_undated, read_heart
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.fields.headed import distances_by_header
from legrun.logs.fields.times import local_times
from legrun.logs.format import Columns, Findings, Format, Notes

_NAME = "Peloton"

_COLUMNS = {
    "start": ("Workout Timestamp",),
    "live": ("Live/On-Demand",),
    "minutes": ("Length (minutes)",),
    "discipline": ("Fitness Discipline",),
    "type": ("Type",),
    "title": ("Title",),
    "distance_km": ("Distance (km)",),
    "distance_mi": ("Distance (mi)", "Distance (miles)"),
    "heart": ("Avg. Heartrate",),
}


_UTC = frozenset({"UTC", "GMT"})


def _read(columns: Columns, notes: Notes) -> Findings:
    texts = [text.partition("(")[0].strip() for text in columns.texts("start")]
    marks = {text.partition("(")[2].rstrip(") ") for text in columns.texts("start")}
    times = local_times(texts, columns.name("start"), notes, utc=marks <= _UTC)
    starts = [times[text] for text in texts]
    note_undated(columns, "start", starts, notes)
    titles = columns.texts("title")
    rows = Activities(
        table=columns.table,
        starts=starts,
        # “Outdoor” was a discipline of runs, walks and strength alike.
        types=[
            discipline if activity(discipline).known else title
            for discipline, title in zip(columns.texts("discipline"), titles, strict=True)
        ],
        names=[f"{title} {kind}".strip() for title, kind in zip(titles, columns.texts("type"), strict=True)],
        minutes=columns.numbers("minutes", notes, low=0, high=1440, what="length"),
        distance_km=distances_by_header(columns, notes),
        heart=read_heart(columns, "heart", notes),
        estimated=times.estimated,
    )
    return sessions_from_activities(rows, _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("start", "minutes", "discipline", "title"), _read),)
