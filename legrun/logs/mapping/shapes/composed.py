"""Values that stand in several cells, put together: hours and minutes, year and month and day, stages of sleep."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.distances import KM, read_distances
from legrun.logs.fields.durations import clock_minutes, parse_duration
from legrun.logs.fields.numerals import parse_number, parse_numbers
from legrun.logs.mapping.columns.column import Column, columns_of, is_missing
from legrun.logs.mapping.columns.durations import MINUTES, header_unit
from legrun.logs.mapping.columns.sleep_columns import stages_without_sum
from legrun.logs.mapping.shapes.moment_parts import joined_date, joined_halves, joined_week
from legrun.logs.mapping.shapes.night_clocks import with_night
from legrun.logs.mapping.shapes.parted import parts_of
from legrun.logs.mapping.shapes.preamble import named_cells
from legrun.logs.mapping.shapes.rates import with_duration
from legrun.logs.mapping.shapes.rebuilt import rebuilt, replaced
from legrun.logs.mapping.shapes.sore_parts import sorest_of_rows, with_sorest
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.reading.table import Table

__all__ = ["composed"]

_UNIT = re.compile(
    r"[\[(]?\s*(?:1?/min|#|-|\d{1,2}\s?[-\u2013]\s?\d{1,3}|([^\W\d_]{1,8}(?:[-:/.][^\W\d_]{1,4}){0,2}|%|°c))\s*[\])]?",
    re.I,
)
_UNIT_WORDS = frozenset(
    [
        *MINUTES, *KM, "hh:mm", "h:mm", "mm:ss", "hh:mm:ss", "h:mm:ss", "sec", "mins", "hrs", "bpm", "kg", "kgs",
        "beats/min", "w", "watt", "cm", "lb", "lbs", "kms", "miles", "metres", "meters", "%", "°c", "min/km", "min/mi",
        "km/h", "mph", "kcal", "spm", "dd/mm/yyyy", "dd/mm/yy", "mm/dd/yyyy", "mm/dd/yy", "yyyy-mm-dd", "tt.mm.jjjj",
        "jj/mm/aaaa", "dd/mm/aaaa", "dd.mm.yyyy", "dd-mm-yyyy", "gg/mm/aaaa",
    ]
)  # fmt: skip
_HOURS_DOT = re.compile(r"\b(?:h{1,2}|hrs?|hours|std|stunden|heures|horas|ore|uren)[.,](?:mm?|min\w*)\b", re.I)
_HOURS_COLON, _SIXTIETHS = re.compile(r"\bh{1,2}:mm\b(?!:ss)", re.I), re.compile(r"\d{1,2}[.,][0-5]\d")
_MINUTES_DOT = re.compile(r"\bm{1,2}[.:]s{1,2}\b|\bmin[.:]s(?:e[ck])?\b", re.I)
_PART_MEASURED = 0.9  # of the cells that must be lengths or distances
_POINT = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?")


def composed(table: Table) -> Table | None:
    """Return a table with one cell for what stands in several, or None where nothing does.

    Examples
    --------
    >>> table = Table(("Date", "Hours", "Minutes"), range(2, 3), [["2 May 2026", "1", "10"]])
    >>> composed(table).header, composed(table).rows
    (('Date', 'Duration'), [['2 May 2026', '1:10:00']])
    """
    changed = False
    for step in _STEPS:
        if (other := step(table)) is not None:
            table, changed = other, True
    return table if changed else None


def _with_units_row(table: Table) -> Table | None:
    """Put the units that stand in a row of their own below the header into the header."""
    if len(table.numbers) < 2:
        return None
    first = [cell.strip() for cell in table.row(0)]
    units = [cell for cell in first if cell]
    if not units or not all(_is_unit(cell) for cell in units):
        return None
    header = tuple(
        f"{name} ({first[place].strip('[]() ')})" if place < len(first) and first[place] else name
        for place, name in enumerate(table.header)
    )
    return rebuilt(table, header, list(table.numbers)[1:], table.rows[1:], "")


def _with_second_header(table: Table) -> Table | None:
    """Put names that stand in a second line into the header, behind those of the groups above where they need them."""
    if len(table.numbers) < 2 or all(cell.strip() for cell in table.header):
        return None
    below = [cell.strip() for cell in table.row(0)]
    below += [""] * (len(table.header) - len(below))
    fresh = sum(bool(cell) for cell, name in zip(below, table.header, strict=False) if not name.strip())
    if not fresh or named_cells(below) < max(2, sum(map(bool, below)) // 2):
        return None
    groups = [name.strip() for name in table.header if name.strip()]
    # "Focus" below "Gym" is what was done of it, where "km" stands below "Run".
    of_sports = sum(activity(group).known for group in groups) > 1
    header, group = [], ""
    for name, cell in zip(table.header, below, strict=False):
        group = name.strip() or group
        shared = below.count(cell) > 1 or (of_sports and activity(group).known)
        header.append(name if not cell else f"{group} {cell}" if shared else cell)
    return rebuilt(table, tuple(header), list(table.numbers)[1:], table.rows[1:], "")


def _is_unit(cell: str) -> bool:
    match = _UNIT.fullmatch(cell)
    return match is not None and (match[1] is None or match[1].casefold() in _UNIT_WORDS)


def _coalesced(table: Table) -> Table | None:
    """Make one column of those of one name of which each row fills one at most: minutes of the run, of the gym."""
    alike: dict[tuple[str, ...], list[int]] = {}
    for place, cell in enumerate(table.header):
        if words := header_words(cell):
            alike.setdefault(words, []).append(place)
    for places in alike.values():
        if len(places) > 1 and _take_turns([table.column(place) for place in places]):
            first, *others = places
            rows = []
            for row in table.rows:
                cells = [*row, *[""] * (len(table.header) - len(row))]
                cells[first] = next((cells[place] for place in places if not is_missing(cells[place])), "")
                rows.append([cell for place, cell in enumerate(cells) if place not in others])
            header = tuple(cell for place, cell in enumerate(table.header) if place not in others)
            return rebuilt(table, header, list(table.numbers), rows, "")
    return None


def _take_turns(columns: Sequence[Sequence[str]]) -> bool:
    filled = [[not is_missing(text) for text in column] for column in columns]
    return all(map(any, filled)) and all(sum(row) <= 1 for row in zip(*filled, strict=True))


def _parted_measures(table: Table) -> Table | None:
    """Make two columns of one in which some cells are lengths and others distances, each with its unit."""
    for column in columns_of(table):
        if any(role_words()[role].score(column.words) for role in ("distance", "duration", "sleep")):
            continue
        if any(activity(word).known for word in column.words):  # what was done of a sport
            continue
        parts = [_length_and_way(text) for text in column.sample]
        both = any(lasts for lasts, _ in parts) and any(far for _, far in parts)
        if not both or sum(map(any, parts)) < _PART_MEASURED * len(parts) or column.is_number:
            continue
        rows = []
        for row in table.rows:
            cells = [*row, *[""] * (len(table.header) - len(row))]
            cells[column.place], far = _length_and_way(cells[column.place].strip())
            rows.append([*cells, far])
        header = tuple("Duration" if place == column.place else cell for place, cell in enumerate(table.header))
        return rebuilt(table, (*header, "Distance"), list(table.numbers), rows, "")
    return None


def _length_and_way(text: str) -> tuple[str, str]:
    """Return the length and the distance that a cell holds, with their units and nothing else: "8 km / 46 min"."""
    if not any(map(str.isalpha, text)):
        return "", ""
    rest, lasts, far, *others = parts_of(text)
    if not rest and not any(others):
        return lasts, far
    return (text, "") if parse_duration(text) is not None else ("", text if read_distances([text]).units[0] else "")


def _joined_duration(table: Table) -> Table | None:
    """Make one duration of hours, minutes and seconds in columns of their own."""
    columns = [each for each in columns_of(table) if each.is_number]
    letters = {each.label.casefold() for each in columns}
    # Beside H the letter M means minutes, elsewhere metres.
    units = {
        each: "min" if each.label.casefold() == "m" and "h" in letters else header_unit(each.label) for each in columns
    }
    columns = [each for each, unit in units.items() if unit in ("h", "min", "s")]
    by_stem: dict[tuple[str, ...], dict[str, Column]] = {}
    for each in columns:
        if not _another_time(each):
            by_stem.setdefault(_stem(each), {}).setdefault(str(units[each]), each)
    stem, by_unit = next(((stem, units) for stem, units in by_stem.items() if _are_parts(units)), ((), {}))
    if not by_unit:
        return None

    def duration(cells: Sequence[str]) -> str:
        h, m, s = (
            parse_number(cells[by_unit[unit].place]) or 0.0 if unit in by_unit else 0.0 for unit in ("h", "min", "s")
        )
        seconds = round(h * 3600 + m * 60 + s)
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}" if seconds else ""

    return replaced(table, list(by_unit.values()), " ".join(stem) or "Duration", duration)


def _are_parts(by_unit: Mapping[str, Column]) -> bool:
    """Tell columns of the parts of one time: the minutes are below an hour."""
    return len(by_unit) > 1 and "min" in by_unit and all(value < 60 for value in by_unit["min"].numbers.tolist())


def _another_time(column: Column) -> bool:
    """Tell whether a header of a time names something else than the length of a session."""
    return role_words()["duration"].excludes(column.words)


def _stem(column: Column) -> tuple[str, ...]:
    """Return a header's words without that of its unit."""
    return tuple(word for word in column.words if header_unit(word) is None and word != "m")


def _with_sleep(table: Table) -> Table | None:
    """Add the sum of the stages of sleep where no column holds it."""
    stages = stages_without_sum(columns_of(table))
    if not stages:
        return None
    unit = header_unit(stages[0].label)
    values = {each.place: parse_numbers(table.column(each.place)).values for each in stages}
    minutes = {each.place: clock_minutes(table.column(each.place), "h:mm")[0] for each in stages}
    rows = []
    for index, row in enumerate(table.rows):
        cells = [*row, *[""] * (len(table.header) - len(row))]
        numbers = [values[each.place].get(cells[each.place]) for each in stages]
        if all(number is not None for number in numbers):
            text = f"{sum(number or 0.0 for number in numbers):g}"
        else:
            summed = sum(float(minutes[each.place][index]) for each in stages)
            text = f"{summed:g} min" if summed > 0 else ""
        rows.append([*cells, text])
    named = ", ".join(each.label for each in stages)
    said = f"Hours asleep are the sum of the stages: {named}."
    return rebuilt(table, (*table.header, f"Asleep ({unit})" if unit else "Asleep"), list(table.numbers), rows, said)


def _hours_dot_minutes(table: Table) -> Table | None:
    """Write durations with a colon whose header says what a point parts: “Dauer (Std.Min)”, “Time (mm.ss)”."""
    pointed = [each for each in columns_of(table) if each.is_number]
    column = next((each for each in pointed if _hours_first(each) or _MINUTES_DOT.search(each.label)), None)
    if column is None:
        return None
    form = "{}:{}:00" if _hours_first(column) else "0:{:0>2}:{}"
    rows = []
    for row in table.rows:
        cells = [*row, *[""] * (len(table.header) - len(row))]
        if (match := _POINT.fullmatch(cells[column.place].strip())) is not None:
            cells[column.place] = form.format(match[1], (match[2] or "").ljust(2, "0"))
        rows.append(cells)
    return rebuilt(table, table.header, list(table.numbers), rows, "")


def _hours_first(column: Column) -> bool:
    """Tell hours and minutes that a point parts, by the header: “Schlaf (h:mm)” of 7.30 is one, of 7.5 none."""
    sixtieths = column.mostly(lambda text: _SIXTIETHS.fullmatch(text) is not None, 1.0)
    return bool(_HOURS_DOT.search(column.label)) or (sixtieths and bool(_HOURS_COLON.search(column.label)))


_STEPS: tuple[Callable[[Table], Table | None], ...] = (
    _with_second_header,
    _with_units_row,
    _coalesced,
    _parted_measures,
    joined_date,
    joined_week,
    joined_halves,
    _joined_duration,
    _hours_dot_minutes,
    _with_sleep,
    with_night,
    with_sorest,
    sorest_of_rows,
    with_duration,
)
