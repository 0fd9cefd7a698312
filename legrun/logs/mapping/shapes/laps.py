"""Tables whose rows are the laps of a session: put together, for a lap is no session."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from legrun.logs.fields.distances import KM, read_distances
from legrun.logs.fields.durations import clock_minutes
from legrun.logs.fields.numerals import parse_numbers
from legrun.logs.mapping.columns.column import columns_of
from legrun.logs.mapping.columns.guess import guess_columns
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table

__all__ = ["summed_laps"]

_LAPS = word_set("laps")
_SESSIONS = frozenset({"activity", "workout", "session", "id"})


def summed_laps(table: Table) -> Table | None:
    """Return a table of laps with one row a session, times and distances summed, or None for any other.

    Examples
    --------
    >>> rows = [["2026-03-02 07:00", "1", "5:10", "1"], ["2026-03-02 07:00", "2", "5:20", "1"]]
    >>> summed_laps(Table(("Start", "Lap", "Time", "km"), range(2, 4), rows)).rows
    [['2026-03-02 07:00', '1', '10.5 min', '2']]
    """
    columns = columns_of(table)
    lap = next((each for each in columns if _LAPS & set(each.words) and (each.is_number or each.has_clock)), None)
    if lap is None:
        return None
    of = next((each for each in columns if each.words and each.words[-1] == "id" and _SESSIONS & set(each.words)), None)
    if of is None and not lap.is_number:
        return None
    roles = {role: label for label, role in guess_columns(table).roles.items()}
    keys = [table.labels.index(roles[role]) for role in ("start", "date", "time") if role in roles]
    keys = [place for place in keys if place != lap.place]
    if of is not None and not lap.is_number:
        groups = _alike(table.column(of.place))
    else:
        groups = _sessions(table, lap.place, keys) if keys and table.numbers else []
    if not groups or len(groups) == len(table.numbers):
        return None
    summed = [table.labels.index(roles[role]) for role in ("duration", "elapsed", "distance") if role in roles]
    columns_summed = {place: _Sums(table.column(place)) for place in summed}
    rows = []
    for group in groups:
        cells = [*table.row(group[0]), *[""] * (len(table.header) - len(table.row(group[0])))]
        rows.append([columns_summed[at].of(group) if at in columns_summed else cell for at, cell in enumerate(cells)])
    numbers = [table.numbers[group[0]] for group in groups]
    said = f"The rows are laps by the column {lap.label}; those of one session were put together."
    return rebuilt(table, table.header, numbers, rows, said)


def _sessions(table: Table, lap: int, keys: Sequence[int]) -> list[list[int]]:
    """Return the rows of each session: laps that count on, begun alike."""
    counted = parse_numbers(table.column(lap)).values
    laps = [counted[text] for text in table.column(lap)]
    begun = list(zip(*(table.column(place) for place in keys), strict=True))
    groups: list[list[int]] = [[0]]
    for before, after in pairwise(range(len(table.numbers))):
        one, next_ = laps[before], laps[after]
        if one is not None and next_ is not None and next_ > one and begun[before] == begun[after]:
            groups[-1].append(after)
        else:
            groups.append([after])
    return groups


def _alike(names: Sequence[str]) -> list[list[int]]:
    """Return the rows of each session by its number, each begun by its first lap."""
    groups: dict[str, list[int]] = {}
    for row, name in enumerate(names):
        groups.setdefault(name or f"row {row}", []).append(row)
    return list(groups.values())


class _Sums:
    """The sums of a column's cells, written as its cells are."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.numbers = parse_numbers(texts).values
        self.minutes, _ = clock_minutes(texts, "mm:ss")
        self.distances = read_distances(texts)

    def of(self, rows: Sequence[int]) -> str:
        if len(rows) == 1:
            return self.texts[rows[0]]
        numbers = [self.numbers[self.texts[row]] for row in rows if self.texts[row]]
        if all(number is not None for number in numbers):
            return f"{sum(number or 0.0 for number in numbers):g}" if numbers else ""
        units = [self.distances.units[row] for row in rows if self.texts[row]]
        if all(unit in KM for unit in units):
            values = [
                float(self.distances.values[row]) * KM[self.distances.units[row]] for row in rows if self.texts[row]
            ]
            return f"{sum(values):g} km"
        minutes = sum(float(self.minutes[row]) for row in rows if self.minutes[row] > 0)
        return f"{minutes:g} min" if minutes else ""
