"""Weeks with the days' names in the header and their dates in a line of each week, above what was done."""

from __future__ import annotations

from collections.abc import Sequence

from legrun.logs.fields.dates import parse_moments
from legrun.logs.mapping.columns.column import is_missing
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.weekdays import weekday
from legrun.logs.reading.table import Table

__all__ = ["weeks_with_dates"]

_LEAST_DATES = 2


def weeks_with_dates(table: Table) -> Table | None:
    """Return such a table as one with one row a day, or None for any other.

    Examples
    --------
    >>> rows = [["", "2026-03-02", "2026-03-03"], ["What", "Legs", "Run"], ["Minutes", "60", "40"]]
    >>> weeks_with_dates(Table(("", "Mon", "Tue"), range(2, 5), rows)).rows
    [['Mon 2026-03-02', 'Legs', '60'], ['Tue 2026-03-03', 'Run', '40']]
    """
    days = [place for place, cell in enumerate(table.header) if weekday(cell) is not None]
    if len(days) < _LEAST_DATES or not table.numbers:
        return None
    rows = [[*row, *[""] * (len(table.header) - len(row))] for row in table.rows]
    dated = [_are_dates([row[place] for place in days]) for row in rows]
    if not dated[0]:
        return None
    found: list[tuple[int, str, dict[str, str]]] = []  # a row's number, its date, and what was done by its name
    of_day: dict[int, list[int]] = {}
    date_of: dict[int, str] = {}
    label = ""
    for number, row, names_dates in zip(table.numbers, rows, dated, strict=True):
        if names_dates:
            of_day, date_of = {place: [] for place in days}, {place: row[place] for place in days}
            continue
        label = (row[days[0] - 1] if days[0] else "") or label
        for place in days:
            if is_missing(row[place]) or is_missing(date_of[place]):
                continue
            free = next((at for at in of_day[place] if label not in found[at][2]), len(found))
            if free == len(found):
                found.append((number, f"{table.header[place]} {date_of[place]}", {}))  # the day tells 2/3 from 3/2
                of_day[place].append(free)
            found[free][2][label] = row[place]
    labels = list(dict.fromkeys(name for *_, done in found for name in done))
    cells = [[date, *(done.get(name, "") for name in labels)] for _, date, done in found]
    said = "The days of the week stand in columns, above their dates; each cell was put on its day."
    header = ("Date", *(name or "Session" for name in labels))
    return rebuilt(table, header, [number for number, *_ in found], cells, said) if found else None


def _are_dates(texts: Sequence[str]) -> bool:
    """Tell a line of dates: several, and nothing else."""
    named = [text for text in texts if not is_missing(text)]
    return len(named) >= _LEAST_DATES and all(each is not None for each in parse_moments(named).values.values())
