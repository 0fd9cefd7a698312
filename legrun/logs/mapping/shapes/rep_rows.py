"""Tables with a row for each repetition, as devices that measure bar speed write them, with a row for each set."""

from __future__ import annotations

from itertools import groupby

from legrun.logs.fields.numerals import parse_number
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.reading.table import Table

__all__ = ["joined_repetitions"]

_NUMBERED = frozenset({"rep", "repetition", "wdh", "wiederholung", "repeticion", "herhaling"})
_MOST = 0.9
_FEWEST = 2


def joined_repetitions(table: Table) -> Table | None:
    """Return a table with the repetitions of each set in one row, or None where they have no rows of their own.

    Examples
    --------
    >>> rows = [["2 May 2026", "Squat", "1", str(rep)] for rep in (1, 2, 3)] + [["2 May 2026", "Squat", "2", "1"]]
    >>> joined_repetitions(Table(("Date", "Exercise", "Set", "Rep"), range(2, 6), rows)).rows
    [['2 May 2026', 'Squat', '1', '3'], ['2 May 2026', 'Squat', '2', '1']]
    """
    columns = columns_of(table)
    rep = next((each for each in columns if _NUMBERED & set(each.words) and each.is_number), None)
    numbered = next((each for each in columns if each is not rep and _is_set_number(each)), None)
    lift = next((each for each in columns if role_words()["exercise"].score(each.words) > 0 and each.is_text), None)
    if rep is None or numbered is None or lift is None:
        return None
    cells = zip(table.column(lift.place), table.column(numbered.place), table.column(rep.place), strict=True)
    keyed = [(exercise, number, parse_number(count)) for exercise, number, count in cells]
    groups = [[at for at, _ in group] for _, group in groupby(enumerate(keyed), key=lambda pair: pair[1][:2])]
    counted = [[keyed[at][2] for at in group] == [float(n) for n in range(1, len(group) + 1)] for group in groups]
    if sum(counted) < _MOST * len(groups) or len(table.numbers) < _FEWEST * len(groups):
        return None
    width, rows = len(table.header), []
    for group in groups:
        row = [*table.row(group[0]), *[""] * (width - len(table.row(group[0])))]
        row[rep.place] = str(len(group))
        rows.append(row)
    numbers = [list(table.numbers)[group[0]] for group in groups]
    return rebuilt(table, table.header, numbers, rows, "Rows of single repetitions were joined, one row for each set.")


def _is_set_number(column: Column) -> bool:
    return role_words()["sets"].score(column.words) > 0 and column.is_number
