"""Sheets of several tables: the header again, people or measures above their columns, names told once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from legrun.logs.fields.dates import parse_moments
from legrun.logs.log import Problem
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold
from legrun.roster.forms.days import day_of
from legrun.roster.forms.row_names import is_measure, is_total
from legrun.roster.forms.words import tells

__all__ = ["below_their_names", "blocks_of", "by_person", "of_groups", "side_by_side"]

ATHLETE = "Athlete"
_MOST_ABOVE = 8
_LEAST_GROUPS = 2
_TITLE_CELLS = 2
_OF_RATINGS = ("soreness", "fatigue", "sleep", "wrong", "plan", "done", "planned_minutes", "done_rpe", "note")


def blocks_of(table: Table) -> list[tuple[str, Table]]:
    """Return the tables of a sheet in which the header comes again, each with the line above it.

    Examples
    --------
    >>> rows = [["2026-05-06", "4"], ["Sleep (h)"], ["Date", "Ana"], ["2026-05-06", "7"]]
    >>> sheet = Table(("Date", "Ana"), range(2, 6), rows)
    >>> [(title, block.rows) for title, block in blocks_of(sheet)]
    [('', [['2026-05-06', '4']]), ('Sleep (h)', [['2026-05-06', '7']])]
    """
    rows, numbers = table.rows, list(table.numbers)
    starts = [at for at, row in enumerate(rows) if _is_header_again(table.header, row)]
    if not starts:
        return [("", table)]
    titles, ends = [""], []
    for at in starts:
        told = [cell.strip() for cell in rows[at - 1] if cell.strip()] if at else []
        is_title = 0 < len(told) <= _TITLE_CELLS and len(told) < len(table.header)
        titles.append(" ".join(told) if is_title else "")
        ends.append(at - is_title)
    blocks = []
    for title, start, end in zip(titles, [-1, *starts], [*ends, len(rows)], strict=True):
        header = table.header if start < 0 else tuple(cell.strip() for cell in rows[start])
        width = len(table.header)
        header = (*header, *[""] * (width - len(header)))[:width]
        blocks.append((title, _of(table, header, rows[start + 1 : end], numbers[start + 1 : end])))
    return blocks


def _is_header_again(header: Sequence[str], row: Sequence[str]) -> bool:
    """Return whether a row is the header again, with the days of another week perhaps."""
    if not row or not header[0].strip() or row[0].strip().casefold() != header[0].strip().casefold():
        return False
    cells, others = [fold(cell) for cell in row], [fold(cell) for cell in header[1:]]
    pairs = [(mine, theirs, cell) for mine, theirs, cell in zip(others, cells[1:], row[1:], strict=False) if mine]
    return bool(pairs) and all(mine == theirs or _is_day(cell) for mine, theirs, cell in pairs)


def _is_day(text: str) -> bool:
    return day_of(text) is not None or parse_moments([text]).values[text] is not None


def of_groups(table: Table) -> Table | None:
    """Return a sheet with people above their columns, or measures above people, as a row for each person and day.

    Examples
    --------
    >>> rows = [["Date", "Sore 0-10", "Sleep h", "Sore 0-10", "Sleep h"], ["2026-05-06", "4", "7.5", "6", "7"]]
    >>> grouped = of_groups(Table(("", "Ana", "", "Ben", ""), range(2, 4), rows))
    >>> grouped.header, grouped.rows
    (('Date', 'Athlete', 'Sore 0-10', 'Sleep h'), [['2026-05-06', 'Ana', '4', '7.5'], ['2026-05-06', 'Ben', '6', '7']])
    """
    lines = [list(table.header), *table.rows[:_MOST_ABOVE]]
    for at in range(len(lines) - 1):
        upper, lower = lines[at], [cell.strip() for cell in lines[at + 1]]
        above = _filled(upper, len(lower))
        places = [place for place, cell in enumerate(lower) if place and cell and above[place]]
        pairs = {place: (above[place], lower[place]) for place in places}
        if not _are_groups([*pairs.values()]):
            continue
        if _measures([below for _, below in pairs.values()]):
            named = pairs
        elif _measures([over for over, _ in pairs.values()]):
            named = {place: (below, over) for place, (over, below) in pairs.items()}
        else:
            continue
        people = [name for name, _ in named.values()]
        if any(_measures([name]) or any(map(str.isdigit, name)) for name in people) or _is_day(lower[0]):
            continue
        if all(map(_is_day, people)):
            continue  # "Tue", and below it "planned" and "done"
        day = lower[0] or (upper[0].strip() if upper else "") or "Date"
        return by_person(table, named, day, at)
    return None


def _filled(cells: Sequence[str], width: int) -> list[str]:
    """Return cells with what a merged one says told for each column below it."""
    filled, last = [], ""
    for place in range(width):
        last = (cells[place].strip() if place < len(cells) else "") or last
        filled.append(last)
    return filled


def _are_groups(pairs: Sequence[tuple[str, str]]) -> bool:
    """Return whether the same names stand below each of several others."""
    groups: dict[str, list[str]] = {}
    for above, below in pairs:
        groups.setdefault(above, []).append(below)
    return len(groups) >= _LEAST_GROUPS and len({tuple(names) for names in groups.values()}) == 1


def _measures(names: Sequence[str]) -> bool:
    return all(is_measure(name) or any(tells(name, role) for role in _OF_RATINGS) for name in names)


def by_person(table: Table, named: Mapping[int, tuple[str, str]], day: str, at: int = -1) -> Table:
    """Return a sheet with a row for each person and day.

    Parameters
    ----------
    table : Table
        The sheet.
    named : mapping of int to (str, str)
        Person and measure of each column, by its place.
    day : str
        Name of the column of days, the first.
    at : int
        How many lines of the header stand among its rows, less one.
    """
    people = list(dict.fromkeys(name for name, _ in named.values()))
    labels = list(dict.fromkeys(label for _, label in named.values()))
    place_of = {pair: place for place, pair in named.items()}
    rows, numbers = [], []
    for number, row in zip(list(table.numbers)[at + 1 :], table.rows[at + 1 :], strict=True):
        for name in [] if is_total(row[0] if row else "") else people:
            places = [place_of.get((name, label)) for label in labels]
            cells = [row[place].strip() if place is not None and place < len(row) else "" for place in places]
            if any(cells):
                rows.append([row[0].strip(), name, *cells])
                numbers.append(number)
    return _of(table, (day, ATHLETE, *labels), rows, numbers)


def below_their_names(table: Table, place: int, what: str = "athlete") -> Table:
    """Return a sheet in which each name, or each day, stands on the first of its rows alone with it on all of them.

    A form's answers without a name stay nobody's: here every name stands once, and has rows without one below it.

    Examples
    --------
    >>> sheet = Table(("Athlete", "Day"), range(2, 6), [["Ana", "Mon"], ["", "Tue"], ["Ben", "Mon"], ["", "Tue"]])
    >>> [row[0] for row in below_their_names(sheet, 0).rows]
    ['Ana', 'Ana', 'Ben', 'Ben']
    """
    names = [row[place].strip() if place < len(row) else "" for row in table.rows]
    starts = [at for at, name in enumerate(names) if name and not is_total(name)]
    if not starts:
        return table
    told = [fold(names[at]) for at in starts]
    lengths = [end - start for start, end in zip(starts, [*starts[1:], len(names)], strict=True)]
    if len(starts) < _LEAST_GROUPS or starts[0] != 0 or len(set(told)) < len(told) or min(lengths) < _LEAST_GROUPS:
        return table
    rows, last = [], ""
    for row, name in zip(table.rows, names, strict=True):
        last = name or last
        rows.append([*row[:place], last, *row[place + 1 :]])
    said = f"Each {what} stands on the first of its rows; the rows below it are of the same {what}."
    told_by = Problem(None, table.labels[place], said)
    return replace(_of(table, table.header, rows, list(table.numbers)), problems=(*table.problems, told_by))


def side_by_side(tables: Sequence[Table], titles: Sequence[str]) -> Table:
    """Return tables of days, names and one answer as one, in which what each holds is a column called after its title.

    Examples
    --------
    >>> sore = Table(("Date", "Athlete", "Value"), range(2, 3), [["2026-05-06", "Ana", "4"]])
    >>> slept = Table(("Date", "Athlete", "Value"), range(5, 6), [["2026-05-06", "Ana", "7.5"]])
    >>> side_by_side([sore, slept], ["Soreness 0-10", "Sleep (h)"]).rows
    [['2026-05-06', 'Ana', '4', '7.5']]
    """
    answers: dict[tuple[str, str], dict[int, str]] = {}
    first: dict[tuple[str, str], int] = {}
    for at, table in enumerate(tables):
        for number, (day, name, text) in zip(table.numbers, table.rows, strict=True):
            answers.setdefault((day, name), {})[at] = text
            first.setdefault((day, name), number)
    rows = [[day, name, *(told.get(at, "") for at in range(len(tables)))] for (day, name), told in answers.items()]
    return _of(tables[0], (*tables[0].header[:2], *titles), rows, list(first.values()))


def _of(table: Table, header: Sequence[str], rows: list[list[str]], numbers: list[int]) -> Table:
    return Table(
        tuple(header), numbers, rows, None, table.delimiter, table.encoding, table.name, table.problems
    )  # fmt: skip
