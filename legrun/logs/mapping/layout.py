"""Unknown tables brought into one shape: a header of names, one session or exercise a row."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from legrun.logs.fields.dates import parse_moments
from legrun.logs.log import Problem
from legrun.logs.mapping.shapes.blocks import lifting_beside, unrolled_blocks
from legrun.logs.mapping.shapes.composed import composed
from legrun.logs.mapping.shapes.dated_repetitions import undated_repetitions
from legrun.logs.mapping.shapes.dated_weeks import weeks_with_dates
from legrun.logs.mapping.shapes.diary_lines import begins_with_a_day, diary_lines
from legrun.logs.mapping.shapes.headed_days import headed_days, lines_below_days
from legrun.logs.mapping.shapes.laps import summed_laps
from legrun.logs.mapping.shapes.listed import parted_lifts, parted_lines
from legrun.logs.mapping.shapes.long_rows import one_row_a_day
from legrun.logs.mapping.shapes.named_once import with_each_lift_named
from legrun.logs.mapping.shapes.night_clocks import with_night
from legrun.logs.mapping.shapes.offsets import with_local_times
from legrun.logs.mapping.shapes.parted import joined_units, parted_ranges, parted_sessions
from legrun.logs.mapping.shapes.preamble import named_cells, past_preamble
from legrun.logs.mapping.shapes.rep_rows import joined_repetitions
from legrun.logs.mapping.shapes.retyped import retyped
from legrun.logs.mapping.shapes.shared_rows import shared_rows
from legrun.logs.mapping.shapes.shown_cells import as_shown
from legrun.logs.mapping.shapes.sides import both_sides
from legrun.logs.mapping.shapes.sleep_rows import nights_of_stages
from legrun.logs.mapping.shapes.spread import gathered
from legrun.logs.mapping.shapes.stacked import below_each_other, side_by_side
from legrun.logs.mapping.shapes.tails import without_sums_below
from legrun.logs.mapping.shapes.told_dates import with_told_dates
from legrun.logs.mapping.shapes.turned import moved_to_weekdays, turned, unrolled_days, unrolled_weeks
from legrun.logs.mapping.shapes.wide_sets import joined_sets
from legrun.logs.reading.opening import Opened
from legrun.logs.reading.table import Table, parse_table
from legrun.logs.reading.text import in_plain_digits

__all__ = ["arranged", "named_table"]

_MOST_ROWS = 50_000  # of a table that is laid out by hand
_PART = 0.7
_LOOKED_AT = 50  # rows that show in which digits a table is written
_NAMED = 2  # cells that name what they hold make a header


def arranged(table: Table) -> Table:
    """Return a table with its days, weekdays or lifts in columns turned into rows; any other as it is.

    Examples
    --------
    >>> rows = [["Session", "Legs", "Run"], ["Min", "60", "40"]]
    >>> table = arranged(Table(("", "2026-03-02", "2026-03-03"), range(2, 4), rows))
    >>> table.header, table.rows
    (('Date', 'Session', 'Min'), [['2026-03-02', 'Legs', '60'], ['2026-03-03', 'Run', '40']])
    """
    if len(table.numbers) > _MOST_ROWS:
        return table
    for step in _STEPS:
        table = step(table) or table
    return table


def named_table(table: Table, opened: Callable[[], Opened] | None = None) -> Table:
    """Return an unknown table from the line on that names its columns, in one shape.

    Parameters
    ----------
    table : Table
        The file as read from its first line on.
    opened : callable, optional
        Opens the file again, where it is text.
    """
    above: list[str] = []
    if opened is not None and _is_diary(table):
        return arranged(diary_lines(opened()) or table)
    if opened is not None and named_cells(table.header) < _NAMED:
        whole = opened()
        table = lines_below_days(whole) or table
        if (later := past_preamble(whole)) is not None:
            table, before = parse_table(later), whole.text[: len(whole.text) - len(later.text)]
            above = [line for text in before.splitlines() if (line := _MARKS.sub(" ", text).strip('" '))]
    if len(table.numbers) <= _MOST_ROWS:
        table = _plainly_written(table) or table
        table = without_sums_below(table) or table
        table = below_each_other(table, above[-1] if above else "") or table
        table = headed_days(table, above[-1] if above else "") or table
        table = with_told_dates(table, " ".join(above)) or table
    return arranged(table)


def _is_diary(table: Table) -> bool:
    """Tell lines of text that begin with their day, perhaps below a title of one cell."""
    below = table.row(0) if len([cell for cell in table.header if cell.strip()]) == 1 and table.numbers else ()
    return any(line and begins_with_a_day(table.delimiter.join(line)) for line in (table.header, below))


def _with_header(table: Table) -> Table | None:
    """Return a table whose first line holds values with that line among its rows."""
    header = parse_moments(table.header).values
    for place, cell in enumerate(table.header):
        if header[cell] is None:
            continue
        below = [text for text in table.column(place)[:200] if text]
        dates = parse_moments(below).values
        if below and sum(dates[text] is not None for text in below) >= _PART * len(below):
            said = "The file has no header; its columns are known by their place alone."
            return Table(
                ("",) * len(table.header),
                [max(table.numbers[0] - 1, 1), *table.numbers],
                [list(table.header), *table.rows],
                None,
                table.delimiter,
                table.encoding,
                table.name,
                (*table.problems, Problem(None, None, said)),
            )
    return None


def _plainly_written(table: Table) -> Table | None:
    """Return a table with plain digits, ٨٫٢ as 8.2, without blanks around its cells and without blank rows below."""
    count = len(table.numbers)
    looked = [table.header, *(table.row(index) for index in range(min(count, _LOOKED_AT)))]
    blank = count > 0 and not any(cell.strip() for cell in table.row(count - 1))
    if not blank and all(_plain(cell) == cell for row in looked for cell in row):
        return None
    rows = [[_plain(cell) for cell in row] for row in table.rows]
    while rows and not any(rows[-1]):
        rows.pop()
    header = tuple(map(_plain, table.header))
    numbers = list(table.numbers)[: len(rows)]
    return replace(table, header=header, numbers=numbers, given_rows=rows, given_columns=None)


def _plain(cell: str) -> str:
    return in_plain_digits(cell.strip())


def _unquoted(table: Table) -> Table | None:
    """Return a table whose cells stand in single quotes or backticks, or behind the mark of a text, without them."""
    cells = [cell for cell in (*table.header, *(table.row(0) if table.numbers else ())) if cell.strip()]
    if not any(_QUOTED.fullmatch(cell.strip()) for cell in cells[-len(table.header) :]):
        return None
    rows = [[_QUOTED.sub(r"\2\3", cell.strip()) for cell in row] for row in table.rows]
    header = tuple(_QUOTED.sub(r"\2\3", cell.strip()) for cell in table.header)
    return replace(table, header=header, given_rows=rows, given_columns=None)


def _without_rules(table: Table) -> Table | None:
    """Return a table without the lines that are drawn in a text between its rows: ``|----|----|``."""
    if not any(_RULE.fullmatch(text) for at in range(min(2, len(table.header))) for text in table.coded(at).distinct):
        return None
    drawn = {place for place, row in enumerate(table.rows) if _RULE.fullmatch("".join(row))}
    if not drawn:
        return None
    kept = [place for place in range(len(table.rows)) if place not in drawn]
    rows, numbers = [table.rows[place] for place in kept], [table.numbers[place] for place in kept]
    return replace(table, numbers=numbers, given_rows=rows, given_columns=None)


def _without_repeats(table: Table) -> Table | None:
    """Return a table without the rows that only repeat its header."""
    header = [cell.strip() for cell in table.header]
    named = next((place for place, cell in enumerate(header) if cell), None)
    if named is None:
        return None
    alike = [place for place, cell in enumerate(table.column(named)) if cell == header[named]]
    again = [place for place in alike if [cell.strip() for cell in table.row(place)] == header]
    if not again:
        return None
    kept = [place for place in range(len(table.rows)) if place not in set(again)]
    rows, numbers = [table.rows[place] for place in kept], [table.numbers[place] for place in kept]
    said = Problem(table.numbers[again[0]], None, "The header stands here again; the row was left out.")
    return replace(table, numbers=numbers, given_rows=rows, given_columns=None, problems=(*table.problems, said))


_MARKS = re.compile(r"[,;|\t]+\s*$|[;|\t]+")
_RULE = re.compile(r"[\s:+|]*(?:[-=_\u2500-\u257f]{3,}[\s:+|]*)+")
_QUOTED = re.compile(r"(['`])(.*)\1|'(\d.*)", re.DOTALL)
_STEPS: tuple[Callable[[Table], Table | None], ...] = (
    _without_rules,
    _unquoted,
    weeks_with_dates,
    turned,
    unrolled_weeks,
    _with_header,
    _without_repeats,
    side_by_side,
    unrolled_blocks,
    lifting_beside,
    one_row_a_day,
    with_local_times,
    retyped,
    undated_repetitions,
    nights_of_stages,
    as_shown,
    composed,
    summed_laps,
    unrolled_days,
    moved_to_weekdays,
    gathered,
    parted_lifts,
    parted_lines,
    both_sides,
    joined_sets,
    with_each_lift_named,
    joined_repetitions,
    joined_units,
    parted_ranges,
    with_night,
    parted_sessions,
    shared_rows,
)
