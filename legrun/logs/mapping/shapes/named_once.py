"""Sets below a lift that is named once: the cells below its name are empty, or merged."""

from __future__ import annotations

from legrun.logs.mapping.columns.column import is_missing
from legrun.logs.mapping.columns.guess import guess_columns
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.reading.table import Table

__all__ = ["with_each_lift_named"]


def with_each_lift_named(table: Table) -> Table | None:
    """Return a table in which each numbered set has its lift's name, or None where none lacks it.

    Examples
    --------
    >>> rows = [["2 May 2026", "Squat", "1", "5"], ["", "", "2", "5"], ["", "Lunge", "1", "8"]]
    >>> with_each_lift_named(Table(("Date", "Exercise", "Set", "Reps"), range(2, 5), rows)).rows[1]
    ['', 'Squat', '2', '5']
    """
    places = {role: table.labels.index(label) for label, role in guess_columns(table).roles.items()}
    if not {"exercise", "sets", "reps"} <= places.keys():
        return None
    name, number, reps = (places[role] for role in ("exercise", "sets", "reps"))
    names = table.column(name)
    if not any(map(is_missing, dict.fromkeys(names))):
        return None
    numbers, counts = table.column(number), table.column(reps)
    above, last, filled = "", 0, list(names)
    for at, text in enumerate(names):
        follows = numbers[at].isdecimal() and int(numbers[at]) == last + 1 and not is_missing(counts[at])
        if is_missing(text) and above and follows:
            filled[at] = above
        elif not is_missing(text):
            above = text
        last = int(numbers[at]) if numbers[at].isdecimal() else 0
    if filled == list(names):
        return None
    rows = [[*row, *[""] * (len(table.header) - len(row))] for row in table.rows]
    for row, text in zip(rows, filled, strict=True):
        row[name] = text
    said = f"Sets below a lift that is named once in {table.labels[name]} are of that lift."
    return rebuilt(table, table.header, list(table.numbers), rows, said)
