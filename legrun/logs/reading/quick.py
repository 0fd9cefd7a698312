"""The quick way through a well-formed CSV: Arrow splits it, after numpy has proven that it is well formed.

The pure-Python csv module costs more than everything after it. Arrow is ten times as quick but lenient: it lets one
broken quote swallow months and leaves out blank lines without a word. So the text's structure is checked first;
whatever is not perfectly regular goes the careful way.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

__all__ = ["CodedColumn", "quotes_part_cells", "split_regular"]

_QUOTE, _NEWLINE, _RETURN = 34, 10, 13
_STRETCH = 1 << 16  # bytes


@dataclass(frozen=True, eq=False)
class CodedColumn:
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

    def stripped(self) -> CodedColumn:
        """Return the column without blanks around its texts; what is alike then is one text."""
        places: dict[str, int] = {}
        moved = [places.setdefault(text.strip(), len(places)) for text in self.distinct]
        if len(places) == len(moved):
            return CodedColumn(list(places), self.codes)
        return CodedColumn(list(places), np.array(moved, dtype=np.int32)[self.codes])

    def without_first(self) -> CodedColumn:
        """Return the column without its first cell, and without its text where no other cell has it."""
        codes = self.codes[1:]
        if not len(self.codes) or np.any(codes == 0):
            return CodedColumn(self.distinct, codes)
        return CodedColumn(self.distinct[1:], codes - 1)

    def __getitem__(self, index: int) -> str:
        return self.cells[index]

    def __len__(self) -> int:
        return len(self.codes)

    def __iter__(self) -> Iterator[str]:
        return iter(self.cells)


def split_regular(text: str, delimiter: str, most_columns: int = 2_000) -> tuple[list[str], list[CodedColumn]] | None:
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
    >>> header, [column.cells for column in columns]
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
    header = next(csv.reader(io.StringIO(text), delimiter=delimiter), [])
    if not 2 <= len(header) <= most_columns:
        return None
    columns = _split(data, delimiter, len(header))
    if columns is None or not len(columns[0]):
        return None
    # As many lines as records: none is empty, and no cell has a line break.
    if len(columns[0]) != data.count(b"\n") and _has_blank_line(data):
        return None
    return [column.distinct[0] for column in columns], [column.without_first() for column in columns]


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


def _split(data: bytes, delimiter: str, count: int) -> list[CodedColumn] | None:
    """Return the columns of a CSV, header cells first, or None when Arrow refuses it."""
    import pyarrow as pa  # takes longer to load than most logs to read
    from pyarrow import csv as arrow_csv

    names = [str(place) for place in range(count)]
    code = pa.dictionary(pa.int32(), pa.string())
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(data),
            # In one block a column has one dictionary.
            arrow_csv.ReadOptions(column_names=names, block_size=len(data) + 1, use_threads=False),
            arrow_csv.ParseOptions(delimiter=delimiter, newlines_in_values=True),
            arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, code), strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None
    # Arrow refuses a record with more or fewer cells than the header.
    chunks = [table.column(place).combine_chunks() for place in range(count)]
    return [CodedColumn(chunk.dictionary.to_pylist(), chunk.indices.to_numpy()) for chunk in chunks]


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
