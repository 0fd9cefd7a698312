"""Where a header stands, and headers of two lines: a question, and below it what each of its columns holds."""

from __future__ import annotations

from dataclasses import replace

from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold
from legrun.roster.forms.blocks import blocks_of
from legrun.roster.forms.days import day_of
from legrun.roster.forms.matrix import day_columns, people_columns, without_weekdays
from legrun.roster.forms.measures_down import has_measures_down
from legrun.roster.forms.roles import guess_roles
from legrun.roster.forms.split_headers import are_numbered_days

__all__ = ["below_preamble", "with_second_line"]

_MOST_PREAMBLE = 8
_MOST_IDS = 3  # lines of a header
# What a service writes below a question that has one column.
_SAYS_NOTHING = frozenset({"response", "open ended response"})


def below_preamble(table: Table) -> tuple[Table, str]:
    """Return a table from its real header on, and what stands above: titles and merged cells top many a sheet."""
    table = _below_import_ids(table)
    if _is_header(table):
        return table, ""
    above = [" ".join(cell for cell in table.header if cell)]
    for index in range(min(_MOST_PREAMBLE, len(table.numbers) - 1)):
        rows = [table.row(place) for place in range(index + 1, len(table.numbers))]
        lower = Table(
            tuple(cell.strip() for cell in table.row(index)), list(table.numbers)[index + 1 :], rows,
            None, table.delimiter, table.encoding, table.name, table.problems,
        )  # fmt: skip
        if _is_header(lower):
            return lower, " ".join(above)
        above.append(" ".join(cell for cell in table.row(index) if cell.strip()))
    return table, ""


def _below_import_ids(table: Table) -> Table:
    """Return a table without the line of names for machines that Qualtrics writes below the questions."""
    for index in range(min(_MOST_IDS, len(table.numbers))):
        told = [cell for cell in table.row(index) if cell.strip()]
        if told and all("ImportId" in cell for cell in told):
            header = tuple(table.row(index - 1)) if index else table.header
            rows = [table.row(place) for place in range(index + 1, len(table.numbers))]
            numbers = list(table.numbers)[index + 1 :]
            return replace(table, header=header, numbers=numbers, given_rows=rows, given_columns=None)
    return table


def _is_header(table: Table) -> bool:
    """Return whether a table's first line names its columns; where that line comes again, those above it."""
    _, table = blocks_of(table)[0]
    roles = guess_roles(table, by_cells=False)
    if len(roles) >= 2 or len(day_columns(table)) >= 2 or are_numbered_days(table.header):
        return True
    if has_measures_down(table):
        return True
    return bool(people_columns(without_weekdays(table), roles))


def with_second_line(table: Table) -> Table:
    """Return a table with one line of names where the second line goes on with the first.

    It does so below columns without a name of their own: "Rate your soreness", and below it "Quads", "Calves".

    Examples
    --------
    >>> rows = [["", "Quads", "Calves"], ["Ana", "3", "8"]]
    >>> joined = with_second_line(Table(("Name", "How sore? (0-10)", ""), range(2, 4), rows))
    >>> joined.header, joined.rows
    (('Name', 'How sore? (0-10) Quads', 'How sore? (0-10) Calves'), [['Ana', '3', '8']])
    """
    if len(table.numbers) < 2:
        return table
    below = [*table.first_row(), *[""] * len(table.header)][: len(table.header)]
    names = [name.strip() for name in table.header]
    unnamed = {place for place, name in enumerate(names) if not name}
    goes_on = {place for place in unnamed if place and below[place]}
    told = {place for place, cell in enumerate(below) if cell and fold(cell) not in _SAYS_NOTHING}
    is_second = bool(goes_on) or any(below[place] for place in range(len(below)) if place not in told)
    beside = told - unnamed - {place - 1 for place in goes_on}  # a row of answers has cells below other names too
    if not is_second or beside or any(_is_an_answer(below[place]) for place in told):
        return table
    header, last = [], ""
    for name, cell in zip(names, below, strict=True):
        last = name or (last if cell else "")
        header.append(last if fold(cell) in _SAYS_NOTHING else f"{last} {cell}".strip())
    rows = [table.row(index) for index in range(1, len(table.numbers))]
    numbers = list(table.numbers)[1:]
    return replace(table, header=tuple(header), numbers=numbers, given_rows=rows, given_columns=None)


def _is_an_answer(cell: str) -> bool:
    """Return whether a cell holds a number, a rating or a moment, as no name of a column does."""
    rated = parse_rating(cell)
    is_rated = rated is not None and (rated.number is not None or rated.own is not None)
    return is_rated or day_of(cell) is not None or parse_moments([cell]).values[cell] is not None
