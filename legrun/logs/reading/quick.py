"""The quick way through a well-formed CSV: Arrow splits it, after numpy has proven that it is well formed.

The pure-Python csv module costs more than everything after it. Arrow is ten times as quick but lenient: it lets one
broken quote swallow months and leaves out blank lines without a word. So the text's structure is checked first;
whatever is not perfectly regular goes the careful way.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

__all__ = ["CodedColumn", "LazyColumn", "quotes_part_cells", "split_regular"]

_QUOTE, _NEWLINE, _RETURN = 34, 10, 13
_STRETCH = 1 << 16  # bytes


@dataclass(frozen=True, eq=False)
class CodedColumn(Sequence[str]):
    """The cells of a column as their distinct texts and, for each cell, which of them it is.

    Attributes
    ----------
    distinct : list of str
        Each text once.
    codes : array of int
        For each cell its place in `distinct`.

    Examples
    --------
    >>> CodedColumn.of(["a", "b", "a"]).cells
    ['a', 'b', 'a']
    """

    distinct: Sequence[str]
    codes: NDArray[np.int32] = field(repr=False)

    @classmethod
    def of(cls, cells: Sequence[str]) -> CodedColumn:
        """Return the column of these cells."""
        places: dict[str, int] = {}
        codes = [places.setdefault(cell, len(places)) for cell in cells]
        return cls(list(places), np.array(codes, dtype=np.int32))

    @cached_property
    def cells(self) -> list[str]:
        """Each cell; equal ones are one object."""
        texts = np.empty(len(self.distinct), dtype=object)
        texts[:] = self.distinct
        cells: list[str] = texts[self.codes].tolist()
        return cells

    def changed(self, change: Callable[[str], str]) -> CodedColumn:
        """Return the column with each of its texts changed; what is alike then is one text.

        Examples
        --------
        >>> CodedColumn.of(["a", "A ", "b"]).changed(lambda text: text.strip().lower()).cells
        ['a', 'a', 'b']
        """
        places: dict[str, int] = {}
        moved = [places.setdefault(change(text), len(places)) for text in self.distinct]
        if len(places) == len(moved):
            return CodedColumn(list(places), self.codes)
        return CodedColumn(list(places), np.array(moved, dtype=np.int32)[self.codes])

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        return self.cells[index]

    def __len__(self) -> int:
        return len(self.codes)

    def __iter__(self) -> Iterator[str]:
        return iter(self.cells)


class LazyColumn(Sequence[str]):
    """A column as Arrow holds it; its distinct texts are looked for when it is used, and half of them never are."""

    def __init__(self, array: Any) -> None:
        self._array = array

    @cached_property
    def coded(self) -> CodedColumn:
        """The column by its distinct texts."""
        encoded = self._array.dictionary_encode()
        return CodedColumn(encoded.dictionary.to_pylist(), encoded.indices.to_numpy())

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice) and "coded" not in vars(self):  # some cells tell of a column that nobody else uses
            cells: list[str] = self._array[index].to_pylist()
            return cells
        return self.coded.cells[index]

    def __len__(self) -> int:
        return len(self._array)

    def __iter__(self) -> Iterator[str]:
        return iter(self.coded.cells)


def split_regular(text: str, delimiter: str, most_columns: int = 2_000) -> tuple[list[str], list[LazyColumn]] | None:
    r"""Return header and columns of a CSV text, or None when it is not regular.

    Regular means: at least two columns, the same number of cells in each record, no blank lines, and every
    quotation mark opens a cell, closes one, or is doubled inside one.

    Parameters
    ----------
    text : str
        The file from its header line on.
    delimiter : str
        One ASCII character.
    most_columns : int
        More than these are left to the careful way, which refuses them.

    Examples
    --------
    >>> header, columns = split_regular('a,b\n1,"x, y"\n', ",")
    >>> header, [list(column) for column in columns]
    (['a', 'b'], [['1'], ['x, y']])
    >>> split_regular('a,b\n1\n', ",") is None
    True
    """
    try:
        data = (text if text.endswith("\n") else text + "\n").encode()
    except UnicodeEncodeError:
        return None  # half of a surrogate pair, in text that was handed over as such
    if _has_lone_return(data) or not quotes_part_cells(data, delimiter):
        return None
    count = _columns_of_header(text, delimiter)
    if not 2 <= count <= most_columns:
        return None
    columns = _split(data, delimiter, count)
    if columns is None or not len(columns[0]):
        return None
    # As many lines as records: none is empty, and no cell has a line break.
    if len(columns[0]) != data.count(b"\n") and _has_blank_line(data):
        return None
    return [column[0].as_py() for column in columns], [LazyColumn(column[1:]) for column in columns]


def _columns_of_header(text: str, delimiter: str) -> int:
    """Return how many cells the first record has, without a copy of the whole text."""
    for part in (text[:_STRETCH], text):
        reader = csv.reader(io.StringIO(part, newline=""), delimiter=delimiter)
        header = next(reader, [])
        if len(part) == len(text) or next(reader, None):  # a record behind it: it is whole
            return len(header)
    return 0


def _has_lone_return(data: bytes) -> bool:
    """Return whether a carriage return ends a line by itself, as on Macs of long ago."""
    if b"\r" not in data:
        return False
    array = np.frombuffer(data, dtype=np.uint8)  # its last byte ends a line
    return bool(np.any(array[np.flatnonzero(array == _RETURN) + 1] != _NEWLINE))


def _has_blank_line(data: bytes) -> bool:
    """Return whether a line outside of quotation marks is empty; Arrow would leave it out and count rows wrongly."""
    if b"\n\n" not in data and b"\n\r\n" not in data:
        return False
    breaks = [match.start() for match in re.finditer(rb"\n(?=\r?\n)", data)]
    quotes = np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == _QUOTE)
    return bool(np.any(np.searchsorted(quotes, breaks) % 2 == 0))


def _split(data: bytes, delimiter: str, count: int) -> list[Any] | None:
    """Return the columns of a CSV as Arrow's, header cells first, or None when it refuses the file."""
    import pyarrow as pa  # takes longer to load than most logs to read
    from pyarrow import csv as arrow_csv

    names = [str(place) for place in range(count)]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(data),
            # In one block a column is one piece.
            arrow_csv.ReadOptions(column_names=names, block_size=len(data) + 1, use_threads=False),
            arrow_csv.ParseOptions(delimiter=delimiter, newlines_in_values=True),
            arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None
    # Arrow refuses a record with more or fewer cells than the header.
    return [table.column(place).combine_chunks() for place in range(count)]


def quotes_part_cells(data: bytes, delimiter: str) -> bool:
    r"""Return whether every quotation mark of a CSV, lines ending in ``\n``, opens a cell, closes one, or is doubled.

    Examples
    --------
    >>> quotes_part_cells(b'a,b\n"x, y",2\n', ","), quotes_part_cells(b'a,b\n"x, y,2\n', ",")
    (True, False)
    """
    if b'"' not in data:
        return True
    # An edge before the first byte and behind the last one, so that every mark has neighbours.
    array = np.frombuffer(b"".join((b"\n", data, b"\n")), dtype=np.uint8)
    inside = 0
    # Stretch by stretch, for arrays as long as the file cost more than the work on them.
    for at in range(0, len(data), _STRETCH):
        stretch = array[at : at + _STRETCH + 2]
        marks = stretch == _QUOTE
        edge = marks | (stretch == _NEWLINE) | (stretch == _RETURN) | (stretch == ord(delimiter))
        quotes = np.flatnonzero(marks[1:-1])
        # Marks open and close in turn; one that is doubled closes the cell and opens it again.
        if not (edge[quotes[inside::2]].all() and edge[quotes[1 - inside :: 2] + 2].all()):
            return False
        inside ^= len(quotes) & 1
    return not inside
