"""Concept2 logbook: a season's CSV; work and rest in seconds, metres, and the machine's name.

Header seen in several public readers of the logbook's export (`"Log ID",Date,Description,"Work Time (Formatted)",...`);
older files say `ID` and `Stroke Rate`.
"""

from __future__ import annotations

import numpy as np

from legrun.logs.endurance.cells import read_heart, read_starts
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.format import Columns, Findings, Format, Notes

_NAME = "Concept2"

_COLUMNS = {
    "id": ("Log ID", "ID"),
    "date": ("Date",),
    "title": ("Description",),
    "work": ("Work Time (Seconds)",),
    "rest": ("Rest Time (Seconds)",),
    "metres": ("Work Distance",),
    "rest_metres": ("Rest Distance",),
    "heart": ("Avg Heart Rate",),
    "type": ("Type",),
    "comments": ("Comments",),
}


def _read(columns: Columns, notes: Notes) -> Findings:
    starts, estimated = read_starts(columns, "date", notes)
    work = columns.numbers("work", notes, low=0, high=1_000_000, what="work time")
    rest = columns.numbers("rest", notes, low=0, high=1_000_000, what="rest time")
    metres = columns.numbers("metres", notes, low=0, high=2_000_000, what="distance")
    easy = columns.numbers("rest_metres", notes, low=0, high=2_000_000, what="rest distance")
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=[text or "RowErg" for text in columns.texts("type")],
        names=columns.texts("title"),
        minutes=(work + np.nan_to_num(rest)) / 60,
        distance_km=(metres + np.nan_to_num(easy)) / 1000,
        heart=read_heart(columns, "heart", notes),
        estimated=estimated,
    )
    return sessions_from_activities(rows, _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("date", "title", "work", "metres"), _read),)
