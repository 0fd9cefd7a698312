"""Several tables in one: side by side with a blank column between them, or below each other, each with a header."""

from __future__ import annotations

from collections.abc import Sequence

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.distances import distance_unit
from legrun.logs.mapping.columns.column import columns_of
from legrun.logs.mapping.columns.durations import header_unit
from legrun.logs.mapping.shapes.preamble import completes, named_cells
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.reading.table import Table
from legrun.logs.strength.titles import strength_kind

__all__ = ["below_each_other", "side_by_side"]

_LEAST = 2  # columns of a table, and cells that name what they hold
_NAMED = 0.6
_IN_UNITS = ("duration", "distance")
_OF_LOGS = ("duration", "distance", "kind", "exercise", "sleep", "soreness", "sets", "reps", "end")


def side_by_side(table: Table) -> Table | None:
    """Return tables that stand side by side below each other, or None where there is one alone.

    Examples
    --------
    >>> rows = [["2 May 2026", "40", "", "3 May 2026", "60"]]
    >>> stacked = side_by_side(Table(("Date", "Run min", "", "Date", "Gym min"), range(2, 3), rows))
    >>> stacked.header, stacked.rows
    (('Date', 'Run min', 'Gym min'), [['2 May 2026', '40', ''], ['3 May 2026', '', '60']])
    """
    if (below := _below_titles(table)) is not None:
        return below
    groups = _groups(table)
    columns = columns_of(table)
    dated = [
        next((at for at in group if _is_date(columns[at].words) and columns[at].is_moment), None) for group in groups
    ]
    if len(groups) < _LEAST or any(at is None for at in dated):
        return None
    between = set(range(len(table.header))) - {at for group in groups for at in group}
    if any(table.header[at].strip() for at in between) and not all(
        _matters([table.header[at] for at in group]) for group in groups
    ):
        return None  # a column that an app left empty parts no tables
    parts, numbered = [], []
    for group in groups:
        names, sport = _of_one_sport([table.header[at] for at in group])
        kept = [at for at, row in enumerate(table.rows) if any(_cell(row, place).strip() for place in group)]
        cells = [[_cell(table.rows[at], place) for place in group] for at in kept]
        parts.append(([*names, "Sport"] if sport else names, [[*row, sport] if sport else row for row in cells]))
        numbered.append([list(table.numbers)[at] for at in kept])
    header, rows, numbers = _union(parts, numbered)
    said = f"Tables that stand side by side were read one after the other.{_left_out(parts)}"
    return rebuilt(table, tuple(header), numbers, rows, said)


def _below_titles(table: Table) -> Table | None:
    """Return tables that stand side by side, each below its title, as one; a title that names a sport is theirs."""
    if len(table.numbers) < _LEAST or sum(map(bool, map(str.strip, table.header))) < _LEAST:
        return None
    names = [cell.strip() for cell in table.row(0)]
    width = max(len(names), len(table.header))
    names += [""] * (width - len(names))
    lower = Table(tuple(names), list(table.numbers)[1:], table.rows[1:], None, name=table.name, problems=table.problems)
    groups = _groups(lower)
    titles = [next((cell for at in group if (cell := _cell(table.header, at).strip())), "") for group in groups]
    if len(groups) < _LEAST or not all(titles) or sum(map(bool, map(str.strip, table.header))) != len(groups):
        return None
    if not all(any(_is_date(header_words(names[at])) for at in group) for group in groups):
        return None
    header = list(names)
    for group, title in zip(groups, titles, strict=True):
        for at in group:
            if _names_sport(title) and not _is_date(header_words(names[at])):
                header[at] = f"{title.split()[0]} {names[at]}"
    titled = Table(tuple(header), lower.numbers, lower.rows, None, name=table.name, problems=table.problems)
    return side_by_side(titled)


def _of_one_sport(header: Sequence[str]) -> tuple[list[str], str]:
    """Return names of columns without the sport that all but the date begin with, and the sport: "Gym", "Gym min"."""
    titled = next((cell for cell in header if _is_date(header_words(cell)) and len(cell.split()) > 1), "")
    if titled and _names_sport(sport := titled.rsplit(maxsplit=1)[0]):  # "Gym Date", as a title above was joined to it
        return ["Date" if cell == titled else cell.removeprefix(sport).strip() or cell for cell in header], sport
    others = [cell for cell in header if not _is_date(header_words(cell))]
    first = {cell.split()[0] for cell in others if cell.split()}
    sport = first.pop() if len(first) == 1 and len(others) > 1 else ""
    if not _names_sport(sport):
        return list(header), ""
    return [cell.removeprefix(sport).strip() or "Session" if cell in others else cell for cell in header], sport


def _groups(table: Table) -> list[list[int]]:
    """Return the columns between blank ones; one that holds nothing and names no column is blank too."""
    groups: list[list[int]] = [[]]
    filled = {column.place for column in columns_of(table) if column.sample}
    for place, name in enumerate(table.header):
        if place in filled or any(role.score(header_words(name)) > 0 for role in role_words().values()):
            groups[-1].append(place)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if len(group) >= _LEAST] if all(len(g) != 1 for g in groups) else []


def below_each_other(table: Table, title: str = "") -> Table | None:
    """Return tables with headers of their own, below each other, as one; a line that names a sport above is theirs.

    Examples
    --------
    >>> rows = [["2 May 2026", "7"], ["Gym", ""], ["Date", "Min"], ["3 May 2026", "60"]]
    >>> stacked = below_each_other(Table(("Date", "km"), range(2, 6), rows), "Runs")
    >>> stacked.header, stacked.rows
    (('Date', 'km', 'Sport', 'Min'), [['2 May 2026', '7', 'Runs', ''], ['3 May 2026', '', 'Gym', '60']])
    """
    rows = table.rows
    own = [cell.strip() for cell in table.header]
    starts = [at for at, row in enumerate(rows) if _is_other_header(own, [cell.strip() for cell in row])]
    starts = starts or _titled_again(own, rows, title)
    if starts[:1] == [0] and completes(own, rows[0]):
        return None  # one header in two lines
    if not starts:
        return None
    parts, numbered = [], []
    # A sport from above stands where other tables name what was done: "Legs" below "Workout" is no second column.
    named = next((kind for at in (-1, *starts) if (kind := _kind_of(own if at < 0 else rows[at]))), "Sport")
    for start, end in zip([-1, *starts], [*starts, len(rows)], strict=True):
        header = own if start < 0 else [cell.strip() for cell in rows[start]]
        above = title if start < 0 else _alone(rows[start - 1] if start else ())
        below = _alone(rows[end - 1]) if end < len(rows) and end - 1 > start else ""
        kept = [at for at in range(start + 1, end) if not (at == end - 1 and below) and any(map(str.strip, rows[at]))]
        cells = [[_cell(rows[at], place) for place in range(len(header))] for at in kept]
        sport = above if _names_sport(above) and not _says_kind(header) else ""
        parts.append(([*header, named] if sport else header, [[*row, sport] if sport else row for row in cells]))
        numbered.append([list(table.numbers)[at] for at in kept])
    header, stacked, numbers = _union(parts, numbered)
    said = f"Tables with headers of their own, below each other, were read as one.{_left_out(parts)}"
    return rebuilt(table, tuple(header), numbers, stacked, said)


def _is_other_header(own: Sequence[str], cells: Sequence[str]) -> bool:
    """Return whether a row names columns, the day among them, in other words or another order than the header."""
    told = [cell for cell in cells if cell]
    if any(cell[0].isdigit() for cell in told):
        return False  # a row of values, as nearly all are
    if len(told) < _LEAST or [cell for cell in own if cell] == told or not any(_is_date(header_words(c)) for c in told):
        return False
    return named_cells(told) >= max(_LEAST, _NAMED * len(told))


def _titled_again(own: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> list[int]:
    """Return where the header stands again, where a line above it, as above the first, names a sport or a lift."""
    again = [at for at, row in enumerate(rows) if [cell.strip() for cell in row] == own]
    named = again and all(_names_sport(each) for each in (title, *(_alone(rows[at - 1]) for at in again if at)))
    return again if named and not _says_kind(own) else []


def _alone(row: Sequence[str]) -> str:
    """Return the one cell of a row that holds something; nothing where there are more, or none."""
    told = [cell.strip() for cell in row if cell.strip()]
    return told[0] if len(told) == 1 else ""


def _names_sport(title: str) -> bool:
    return bool(title) and (activity(title).known or strength_kind(title) is not None)


def _kind_of(header: Sequence[str]) -> str:
    """Return the column of a header that names what was done; nothing where there is none."""
    scores = {cell.strip(): role_words()["kind"].score(header_words(cell)) for cell in header}
    return max(scores, key=scores.__getitem__) if any(scores.values()) else ""


def _says_kind(header: Sequence[str]) -> bool:
    return any(role_words()[role].score(header_words(cell)) > 0 for role in ("kind", "exercise") for cell in header)


def _is_date(words: tuple[str, ...]) -> bool:
    return role_words()["date"].score(words) > 0


def _union(
    parts: Sequence[tuple[Sequence[str], Sequence[Sequence[str]]]], numbered: Sequence[Sequence[int]]
) -> tuple[list[str], list[list[str]], list[int]]:
    """Return tables as one that has all of their columns, those of one name as one."""
    kept = [at for at, (names, _) in enumerate(parts) if _matters(names)]
    parts, numbered = [parts[at] for at in kept], [numbered[at] for at in kept]
    header: list[str] = []
    places: list[list[int]] = []
    for names, _ in parts:
        mine = []
        for name in names:
            at = next((at for at, known in enumerate(header) if _alike(known, name) and at not in mine), None)
            if at is None:
                header.append(name)
                at = len(header) - 1
            mine.append(at)
        places.append(mine)
    rows, numbers = [], []
    for (names, cells), mine, own in zip(parts, places, numbered, strict=True):
        units = ["" if _unit(name) == _unit(header[at]) else _unit(name) for at, name in zip(mine, names, strict=True)]
        for number, row in zip(own, cells, strict=True):
            if any(cell.strip() for cell in row):
                filled = [""] * len(header)
                for at, cell, unit in zip(mine, row, units, strict=True):
                    filled[at] = f"{cell} {unit}" if unit and cell.strip() else cell
                rows.append(filled)
                numbers.append(number)
    return header, rows, numbers


def _matters(header: Sequence[str]) -> bool:
    """Return whether a table may hold sessions, nights or ratings; one of body weights does not."""
    return any(role_words()[role].score(header_words(cell)) > 0 for role in _OF_LOGS for cell in header)


def _left_out(parts: Sequence[tuple[Sequence[str], Sequence[Sequence[str]]]]) -> str:
    """Return a sentence on the tables that hold nothing of the kind."""
    left = [" and ".join(cell for cell in names if cell) for names, _ in parts if not _matters(names)]
    return f" Left out: the table of {'; of '.join(left)}." if left else ""


def _alike(one: str, other: str) -> bool:
    """Tell headers of one thing: "Min" and "Minutes", and in units that both name, "Distance (mi)" and "km"."""
    first, second = header_words(one), header_words(other)
    if not first or first == second:
        return bool(first)
    if _names_sport(one) or _names_sport(other):
        return False
    role = _role(first)
    units = [_unit(name) for name in (one, other)]
    return (
        role in (*_OF_LOGS, "date")
        and role == _role(second)
        and (units[0] == units[1] or (role in _IN_UNITS and all(units)))
    )


def _unit(name: str) -> str:
    """Return the unit of time or distance that a header names; nothing where it names none."""
    return distance_unit(name) or header_unit(name) or ""


def _role(words: tuple[str, ...]) -> str:
    """Return what a header most surely names."""
    scores = {role: named.score(words) for role, named in role_words().items()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > 0 else ""


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""
