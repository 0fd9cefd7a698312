"""A file as a table: quotes and rows, without losing any.

Rows stay lists, never dicts: real exports name two columns alike, and a dict keeps only the last.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from legrun.logs.log import Problem
from legrun.logs.reading.opening import MAX_BYTES, MAX_COLUMNS, Opened, header_cells, open_table
from legrun.logs.reading.quick import CodedColumn, LazyColumn, split_regular
from legrun.logs.reading.records import MAX_ROWS, check_rows, records_of
from legrun.logs.reading.text import header_key

__all__ = ["MAX_BYTES", "MAX_ROWS", "Table", "check_rows", "parse_table", "read_table"]


@dataclass(frozen=True, eq=False)
class Table:
    """A file as header and rows.

    Attributes
    ----------
    header : tuple of str
        Header cells, plain text; names may occur twice.
    numbers : sequence of int
        For each row its number as a spreadsheet counts (header = 1 when it is the first line).
    given_rows : list of list of str, optional
        Data rows as they stand, blank ones left out; they may be shorter or longer than the header.
    given_columns : sequence of sequences of str, optional
        The same by column, when every row is as long as the header; one of the two is given.
    delimiter, encoding, name : str
        How it was read, and the file's name.
    problems : tuple of Problem
        What was wrong with the text itself.
    """

    header: tuple[str, ...]
    numbers: Sequence[int] = field(repr=False)
    given_rows: list[list[str]] | None = field(default=None, repr=False)
    given_columns: Sequence[Sequence[str]] | None = field(default=None, repr=False)
    delimiter: str = ","
    encoding: str = "utf-8"
    name: str = ""
    problems: tuple[Problem, ...] = ()

    @cached_property
    def rows(self) -> list[list[str]]:
        """Data rows as lists of cells."""
        if self.given_rows is not None:
            return self.given_rows
        return [list(cells) for cells in zip(*self.given_columns or [], strict=True)]

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Header cells made unique, for a person to choose from.

        Examples
        --------
        >>> Table(("Date", "km", "km", ""), range(0)).labels
        ('Date', 'km', 'km (2)', 'column 4')
        """
        labels: list[str] = []
        for place, cell in enumerate(self.header, 1):
            label, again = cell or f"column {place}", 2
            while label in labels:
                label, again = f"{cell or 'column'} ({again})", again + 1
            labels.append(label)
        return tuple(labels)

    @cached_property
    def signature(self) -> str:
        """What tables with the same columns have in common, so that a mapping is remembered for them.

        Examples
        --------
        >>> Table(("Date", "km"), range(0)).signature == Table((" date ", "KM"), range(0)).signature
        True
        """
        return f"table-{zlib.crc32(chr(31).join(self.keys).encode('utf-8', 'replace')):08x}"

    @cached_property
    def looked_at(self) -> dict[str, Any]:
        """What was worked out from its cells by those who ask for it again."""
        return {}

    @cached_property
    def guess(self) -> dict[str, str]:
        """Best guess of what each column holds, for the mapping form: label to role."""
        from legrun.logs.mapping.columns.guess import guess_roles  # it reads cells with what builds on this module

        return guess_roles(self)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Header cells as they are compared."""
        return tuple(header_key(cell) for cell in self.header)

    def find(self, *names: str) -> int | None:
        """Return the position of the first column with one of `names`, in the order of `names`."""
        return self.first_of(map(header_key, names))

    def first_of(self, keys: Iterable[str]) -> int | None:
        """Return what `find` does for names as they are compared."""
        return next((self._places[key] for key in keys if key in self._places), None)

    def has_any(self, keys: Iterable[str]) -> bool:
        """Tell whether the table has a column of one of these names, as they are compared."""
        return any(key in self._places for key in keys)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {key: place for place, key in reversed(list(enumerate(self.keys)))}

    def find_second(self, *names: str) -> int | None:
        """Return the position of the second column of one name; a spreadsheet may have called it ``.1``.

        Examples
        --------
        >>> Table(("Distance", "x", "Distance"), range(0)).find_second("Distance")
        2
        >>> Table(("Distance", "Distance.1"), range(0)).find_second("Distance")
        1
        """
        for name in names:
            key = header_key(name)
            places = [place for place, other in enumerate(self.keys) if other in (key, key + ".1")]
            if len(places) > 1:
                return places[1]
        return None

    def row(self, index: int) -> list[str]:
        """Return the cells of one row."""
        if self.given_columns is not None:
            return [column[index] for column in self.given_columns]
        return self.rows[index]

    def first_row(self) -> list[str]:
        """Return the cells of the first row, of as many columns as have a name; nothing where there is none."""
        if not self.numbers:
            return []
        if self.given_columns is not None:
            return [column[:1][0].strip() for column in self.given_columns]
        return [cell.strip() for cell in self.rows[0][: len(self.header)]]

    def repeats(self) -> NDArray[np.bool_]:
        """Mark the rows that are the same, cell by cell, as the row above."""
        if self.given_columns is None:
            rows = self.rows
            return np.array([False, *(after == before for before, after in pairwise(rows))][: len(rows)], dtype=bool)
        same = np.ones(len(self.numbers), dtype=bool)
        same[:1] = False
        # Those that were used already first: mostly they tell all rows apart.
        for index in sorted(range(len(self.given_columns)), key=lambda index: index not in self._coded):
            codes = (self._coded.get(index) or _as_coded(self.given_columns[index])).codes
            same[1:] &= codes[1:] == codes[:-1]
            if not same.any():
                break
        return same

    def column(self, index: int | None) -> list[str]:
        """Return the cells of one column, stripped; empty text where a row is too short.

        Equal cells are one object, so that looking them up later costs little.

        Examples
        --------
        >>> Table(("a", "b"), range(2, 4), [["1", " x"], ["2"]]).column(1)
        ['x', '']
        """
        if index is None:
            return [""] * len(self.numbers)
        return self.coded(index).cells

    def coded(self, index: int) -> CodedColumn:
        """Return the cells of one column, stripped, by their distinct texts."""
        if index not in self._coded:
            given = self.given_columns
            self._coded[index] = _as_coded(self._short_rows(index) if given is None else given[index]).changed(
                str.strip
            )
        return self._coded[index]

    @cached_property
    def _coded(self) -> dict[int, CodedColumn]:
        return {}

    def _short_rows(self, index: int) -> list[str]:
        # Padding short rows to the header's length could cost any memory; one column at a time cannot.
        return [row[index] if len(row) > index else "" for row in self.rows]


def _as_coded(column: Sequence[str]) -> CodedColumn:
    if isinstance(column, LazyColumn):
        return column.coded
    return column if isinstance(column, CodedColumn) else CodedColumn.of(column)


def read_table(data: bytes | str, name: str = "") -> Table:
    r"""Read a file as a table.

    Parameters
    ----------
    data : bytes or str
        The file; text is taken as already decoded.
    name : str
        Name of the file, for messages.

    Returns
    -------
    Table

    Raises
    ------
    LogFormatError
        When it is not text, is empty, or is beyond the limits.

    Examples
    --------
    >>> table = read_table("Date;Weight\n2026-01-02;8,5\n".encode("utf-16"))
    >>> table.header, table.rows, table.delimiter, table.encoding
    (('Date', 'Weight'), [['2026-01-02', '8,5']], ';', 'utf-16-le')
    """
    return parse_table(open_table(data, name, max_bytes=MAX_BYTES), max_rows=MAX_ROWS)


def parse_table(opened: Opened, *, max_rows: int = MAX_ROWS) -> Table:
    """Return an opened file as header and rows.

    Raises
    ------
    LogFormatError
        When it has too many rows or columns.
    """
    text, skipped, delimiter, problems = opened.text, opened.skipped, opened.delimiter, opened.problems
    if (regular := split_regular(text, delimiter, MAX_COLUMNS)) is not None:
        names, columns = regular
        check_rows(len(columns[0]), max_rows)
        numbers = range(skipped + 2, skipped + 2 + len(columns[0]))
        header = header_cells(names)
        return Table(header, numbers, None, columns, delimiter, opened.encoding, opened.name, tuple(problems))
    records = records_of(text, skipped, delimiter, problems, max_rows)
    kept = [(number, row) for number, row in enumerate(records[1:], skipped + 2) if row]
    return Table(
        header_cells(records[0]),
        [number for number, _ in kept],
        [row for _, row in kept],
        None,
        delimiter,
        opened.encoding,
        opened.name,
        tuple(problems),
    )
