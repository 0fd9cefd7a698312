"""Jefit: its backup, several tables in one file under lines such as ``### EXERCISE LOGS ###``.

Workouts have start and length (epoch seconds, UTC); each exercise of a day has its sets as ``60x10,65x8``, and in newer
backups a table of sets of their own. Tables and columns as public readers of the backup know them (JeFit2Hevy and
others); no file of a person's own was seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from legrun.logs.fields.numerals import parse_number
from legrun.logs.fields.times import read_times
from legrun.logs.fields.units import KM_PER_MILE
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.reading.table import Table
from legrun.logs.strength.set_table import read_sets
from legrun.logs.strength.sets import SetKind
from legrun.logs.strength.workouts import sessions_from_sets

_NAME = "Jefit"

_HEADER = ("Workout", "Start", "Workout seconds", "Exercise", "Set", "Reps", "Seconds", "Miles", "Type")
_COLUMNS = {
    "session": ("Workout",),
    "start": ("Start",),
    "lasts": ("Workout seconds",),
    "exercise": ("Exercise",),
    "set": ("Set",),
    "reps": ("Reps",),
    "seconds": ("Seconds",),
    "miles": ("Miles",),
    "type": ("Type",),
}
_PAIR = re.compile(r"\s*([\d.]+)\s*[xX]\s*(\d+)\s*")
_LOGS = "logs"
_WARM_UPS = frozenset({"warmup", "warm up", "warm-up", "warm_up", "w"})
_FIRST_EPOCH = 10**8  # smaller numbers are no time
Record = Mapping[str, str]


def _flat(table: Table) -> Table | None:
    """Return one row per set, or None when the file is no backup with exercises."""
    if not table.header or not table.header[0].startswith("###"):
        return None
    sections = _sections([(1, list(table.header)), *zip(table.numbers, table.rows, strict=True)])
    if "EXERCISE LOGS" not in sections:
        return None
    rows = list(_sets(sections))
    return replace(
        table,
        header=_HEADER,
        numbers=[number for number, _ in rows],
        given_rows=[row for _, row in rows],
        given_columns=None,
    )


def _sections(lines: Sequence[tuple[int, list[str]]]) -> dict[str, list[tuple[int, Record]]]:
    """Return the records of each table by its name, with their rows."""
    sections: dict[str, list[tuple[int, Record]]] = {}
    name, header = "", list[str]()
    for number, line in lines:
        cells = [cell.strip() for cell in line]
        if cells and cells[0].startswith("###"):
            name, header = cells[0].strip("# ").upper(), []
            sections[name] = []
        elif any(cells) and not header:
            header = [cell.casefold() for cell in cells]
        elif any(cells) and name:
            sections[name].append((number, dict(zip(header, _whole(cells, header), strict=False))))
    return sections


def _whole(cells: list[str], header: list[str]) -> list[str]:
    """Return the cells of a row with what commas between sets cut apart joined again."""
    surplus = len(cells) - len(header)
    if surplus <= 0 or _LOGS not in header:
        return cells
    at = header.index(_LOGS)
    return [*cells[:at], ",".join(cells[at : at + surplus + 1]), *cells[at + surplus + 1 :]]


def _sets(sections: Mapping[str, list[tuple[int, Record]]]) -> Iterator[tuple[int, list[str]]]:
    """Yield row number and cells of each set."""
    workouts = {record.get("_id", ""): record for _, record in sections.get("WORKOUT SESSIONS", [])}
    by_log: dict[str, list[tuple[int, Record]]] = {}
    for number, record in sections.get("EXERCISE SET LOGS", []):
        by_log.setdefault(record.get("exercise_log_id", ""), []).append((number, record))
    logs = sections["EXERCISE LOGS"]
    first_of_day = _first_clocks([*logs, *sections.get("CARDIO LOGS", [])])
    for number, log in logs:
        head = _head(log, workouts, first_of_day)
        if own := by_log.get(log.get("_id", "")):
            for place, (row, record) in enumerate(sorted(own, key=lambda pair: _number(pair[1], "set_index")), 1):
                detail = [record.get(key, "") for key in ("reps", "duration", "distance_mi", "set_type")]
                yield row, [*head, str(place), *detail]
            continue
        for place, match in enumerate(_PAIR.finditer(log.get(_LOGS, "")[:4000]), 1):
            yield number, [*head, str(place), match[2], "", "", ""]
    for number, log in sections.get("CARDIO LOGS", []):
        head = _head({"ename": "Cardio", **log}, workouts, first_of_day)
        yield number, [*head, "1", "", log.get("duration", ""), "", ""]


def _head(log: Record, workouts: Mapping[str, Record], first_of_day: Mapping[str, str]) -> list[str]:
    """Return workout, start, length and exercise of one entry."""
    day = log.get("mydate", "")
    workout = workouts.get(log.get("belongsession", ""), {})
    start = workout.get("starttime", "")
    if _number(workout, "starttime") < _FIRST_EPOCH:
        start, workout = first_of_day.get(day, day), {}
    return [workout.get("_id", day), start, workout.get("total_time", ""), log.get("ename", "")]


def _first_clocks(logs: Sequence[tuple[int, Record]]) -> dict[str, str]:
    """Return when the first entry of each day was made, for entries that belong to no workout."""
    clocks: dict[str, str] = {}
    for _, log in logs:
        day, clock = log.get("mydate", ""), log.get("logtime", "")
        if _number(log, "logtime") >= _FIRST_EPOCH and clock < clocks.get(day, "9" * 20):
            clocks[day] = clock
    return clocks


def _number(record: Record, key: str) -> float:
    return parse_number(record.get(key, "")) or 0.0


def _read(columns: Columns, notes: Notes) -> Findings:
    starts = read_times(columns, "start", notes)
    kinds: list[SetKind] = ["warm_up" if text.casefold() in _WARM_UPS else "work" for text in columns.texts("type")]
    miles = columns.numbers("miles", notes, low=0, high=300, what="distance in miles")
    sets = read_sets(
        columns,
        starts,
        kinds,
        ("session", "start"),
        notes,
        start="start",
        counted=columns.texts("set"),
        distance_km=miles * KM_PER_MILE,
    )
    lasts = (columns.numbers("lasts", notes, low=0, high=1e7, what="length of the workout") / 60).tolist()
    workouts = sets.workouts(lambda index: lasts[index] if lasts[index] > 0 else None)
    return sessions_from_sets(workouts, sets.rows, _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("session", "start", "exercise", "set", "reps"), _read, reshape=_flat),)
