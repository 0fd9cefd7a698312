"""A roster's bytes as columns: quickly where the file is regular, carefully where it is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from legrun.errors import LogFormatError
from legrun.logs.fields.dates import find_zone, parse_moments
from legrun.logs.log import Log, Problem
from legrun.logs.own import ATHLETE_COLUMNS, COLUMNS, records
from legrun.logs.reading.opening import Opened, open_table
from legrun.logs.reading.quick import quotes_part_cells
from legrun.logs.reading.table import check_rows, parse_table
from legrun.logs.reading.text import clean, header_key

__all__ = ["MAX_BYTES", "MAX_ROWS", "Sheet", "is_roster", "join", "read_sheet", "sheet_of", "sheet_of_rows"]

MAX_BYTES = 50_000_000
MAX_ROWS = 1_000_000
FLAG_COLUMNS = ("flag", "flags", "red flag", "red_flag")
# Our names for columns that may be written otherwise.
SYNONYMS = dict.fromkeys(ATHLETE_COLUMNS, "athlete") | dict.fromkeys(FLAG_COLUMNS, "flag")
ISO = r"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?)?$"
NO_TIME = np.datetime64("NaT", "s")
Rows = npt.NDArray[np.intp]
Moments = npt.NDArray[np.datetime64]


@dataclass(frozen=True, eq=False)
class Sheet:
    """The rows of a roster as columns of text.

    Attributes
    ----------
    name : str
        The file's name.
    columns : dict of str to pyarrow.Array
        Cells by column, in the order of the file; dictionary-encoded but for ``start``.
    numbers : sequence of int
        For each row its number as a spreadsheet counts.
    problems : tuple of Problem
        What was wrong with the text itself.
    """

    name: str
    columns: Mapping[str, pa.Array] = field(repr=False)
    numbers: Sequence[int] = field(repr=False)
    problems: tuple[Problem, ...] = ()

    def texts(self, column: str, rows: Rows) -> list[str]:
        """Return the cells of a column in some rows; empty texts where there is no such column."""
        if column not in self.columns:
            return [""] * len(rows)
        if column not in self._distinct:
            return list(self._starts[rows])
        distinct = self._distinct[column]
        return [distinct[code] for code in self.codes(column)[rows].tolist()]

    def filtered(self, kept: npt.NDArray[np.bool_]) -> Sheet:
        """Return the rows that are kept; nothing of the others is left in it."""
        mask = pa.array(kept)
        texts = {name: cells.cast(pa.string()).filter(mask) for name, cells in self.columns.items()}
        columns = {name: cells if name == "start" else cells.dictionary_encode() for name, cells in texts.items()}
        numbers = [number for number, is_kept in zip(self.numbers, kept.tolist(), strict=True) if is_kept]
        return replace(self, columns=columns, numbers=numbers)

    def codes(self, column: str) -> npt.NDArray[np.int32]:
        """Return for each row which of the column's distinct texts it holds."""
        return self._codes[column]

    def distinct(self, column: str) -> list[str]:
        """Return the distinct texts of a column; none where there is no such column."""
        return self._distinct.get(column, [])

    @cached_property
    def filled(self) -> frozenset[str]:
        """The columns that hold something in some row."""
        empty = {name for name, texts in self._distinct.items() if not any(map(str.strip, texts))}
        return frozenset(self.columns.keys() - empty)

    @cached_property
    def _distinct(self) -> dict[str, list[str]]:
        return {
            name: cells.dictionary.to_pylist()
            for name, cells in self.columns.items()
            if pa.types.is_dictionary(cells.type)
        }

    @cached_property
    def _starts(self) -> npt.NDArray[np.object_]:
        return np.asarray(self.columns["start"].to_numpy(zero_copy_only=False), dtype=object)

    @cached_property
    def _codes(self) -> dict[str, npt.NDArray[np.int32]]:
        return {name: self.columns[name].indices.to_numpy() for name in self._distinct}

    @cached_property
    def moments(self) -> Moments:
        """The start of each row, local; NaT where it has none or none that can be read. [s]"""
        cells = self.columns["start"]
        try:
            return np.asarray(cells.cast(pa.timestamp("s")).to_numpy(zero_copy_only=False))
        except pa.ArrowInvalid:
            return _moments_one_by_one(cells)


def _local_starts(cells: pa.Array, tz: str | None) -> pa.Array:
    """Return the start column with every moment as local ISO time; what is no moment stays as it is written.

    Day and month are told apart by the whole column, and a time with an offset is moved to the visitor's zone, so that
    every row of a client means the same, whoever reads it.
    """
    try:
        cells.cast(pa.timestamp("s"))
    except pa.ArrowInvalid:
        pass
    else:
        return cells
    texts = cells.to_pylist()
    plain = pc.match_substring_regex(cells, ISO).to_pylist()
    read = parse_moments(
        [text for text, is_plain in zip(texts, plain, strict=True) if not is_plain], zone=find_zone(tz)
    )
    written = {text: _written(text, moment) for text, moment in read.values.items()}
    return pa.array([written.get(text, text) for text in texts], type=pa.string())


def _written(text: str, moment: dt.datetime | None) -> str:
    if moment is None:
        return text
    local = moment.replace(tzinfo=None)
    # A day without a clock stays one: what it means is for its record to say.
    return local.date().isoformat() if not any(mark in text for mark in ":hH") else local.isoformat()


def _moments_one_by_one(cells: pa.Array) -> Moments:
    """Return the moments of a column in which not every cell is a plain date."""
    plain = np.asarray(pc.match_substring_regex(cells, ISO).to_numpy(zero_copy_only=False))
    stamps = np.full(len(cells), NO_TIME)
    others = cells.filter(pa.array(~plain)).to_pylist()
    read = parse_moments(others).values
    stamps[~plain] = [_stamp(read[text]) for text in others]
    texts = cells.filter(pa.array(plain))
    try:
        stamps[plain] = texts.cast(pa.timestamp("s")).to_numpy(zero_copy_only=False)
    except pa.ArrowInvalid:  # the 31st of February
        read = parse_moments(texts.to_pylist()).values
        stamps[plain] = [_stamp(read[text]) for text in texts.to_pylist()]
    return stamps


def _stamp(moment: dt.datetime | None) -> np.datetime64:
    return NO_TIME if moment is None else np.datetime64(moment.replace(tzinfo=None), "s")


def is_roster(header: Sequence[str]) -> bool:
    """Return whether a table with these columns is legrun's own and tells of several people.

    Examples
    --------
    >>> is_roster(("record", "Athlete", "start")), is_roster(("record", "kind", "start")), is_roster(("Athlete", "Day"))
    (True, False, False)
    """
    return {"athlete", "record"} <= {SYNONYMS.get(header_key(cell)) or header_key(cell) for cell in header}


def read_sheet(opened: Opened, tz: str | None = None) -> Sheet:
    """Return the columns of an opened roster; times with an offset are moved to the zone `tz`.

    Raises
    ------
    LogFormatError
        When columns are missing, or there are too many rows.
    """
    keys = _keys(opened.header)
    missing = [name for name in ("record", "start") if name not in keys]
    if missing:
        raise LogFormatError(
            f"The roster has a column for the athlete but none named {' or '.join(missing)}. It needs record (session, "
            "check_in, sleep, plan or athlete), athlete and start in every row; the sample roster shows how."
        )
    sheet = _quick(opened, keys) or _careful(opened)
    return replace(sheet, columns={**sheet.columns, "start": _local_starts(sheet.columns["start"], tz)})


def _keys(header: Sequence[str]) -> list[str]:
    """Return the names that columns go by, each once."""
    keys: list[str] = []
    for place, cell in enumerate(header, 1):
        key = header_key(cell)
        key = SYNONYMS.get(key, key) or f"column {place}"
        keys.append(key if key not in keys else f"{key} ({place})")
    return keys


def _quick(opened: Opened, keys: list[str]) -> Sheet | None:
    """Return the columns of a regular file, or None."""
    data = opened.text.replace("\r\n", "\n").encode(errors="replace")
    if b"\r" in data or b"\n\n" in data or not quotes_part_cells(data, opened.delimiter):
        return None
    code = pa.dictionary(pa.int32(), pa.string())
    types = {key: pa.string() if key == "start" else code for key in keys}
    try:
        table = csv.read_csv(
            pa.BufferReader(data),
            csv.ReadOptions(column_names=keys, skip_rows=1),
            csv.ParseOptions(delimiter=opened.delimiter, newlines_in_values=b'"' in data),
            csv.ConvertOptions(column_types=types, strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None
    check_rows(table.num_rows, MAX_ROWS)
    table = table.unify_dictionaries().combine_chunks()
    columns = {key: _one_chunk(table.column(key)) for key in keys}
    numbers = range(opened.skipped + 2, opened.skipped + 2 + table.num_rows)
    return Sheet(opened.name, columns, numbers, tuple(opened.problems))


def _one_chunk(column: pa.ChunkedArray) -> pa.Array:
    return column.chunk(0) if column.num_chunks == 1 else pa.array([], type=column.type)


def _careful(opened: Opened) -> Sheet:
    """Return the columns of a file whatever state it is in."""
    table = parse_table(opened, max_rows=MAX_ROWS)
    columns = {key: _encoded(key, table.column(place)) for place, key in enumerate(_keys(table.header))}
    return Sheet(opened.name, columns, table.numbers, table.problems)


def _encoded(key: str, texts: Sequence[str]) -> pa.Array:
    cells = pa.array(texts, type=pa.string())
    return cells if key == "start" else cells.dictionary_encode()


def sheet_of(log: Log, client: str) -> Sheet:
    """Return one person's log as rows of a roster."""
    return sheet_of_rows([{**row, "athlete": client} for row in records(log, {})], log.name, problems=log.problems)


def sheet_of_rows(
    rows: Sequence[Mapping[str, str]],
    name: str,
    numbers: Sequence[int] | None = None,
    problems: Sequence[Problem] = (),
) -> Sheet:
    """Return rows of a roster, each by its columns, as a sheet."""
    names = dict.fromkeys((*COLUMNS, "athlete", *(key for row in rows for key in row)))
    columns = {key: _encoded(key, [row.get(key, "") for row in rows]) for key in names}
    return Sheet(name, columns, range(2, 2 + len(rows)) if numbers is None else numbers, tuple(problems))


def join(sheets: Sequence[Sheet]) -> Sheet:
    """Return the rows of several sheets as one; a column that one of them lacks is empty there."""
    if len(sheets) == 1:
        return sheets[0]
    names = list(dict.fromkeys(name for sheet in sheets for name in sheet.columns))
    columns = {}
    for name in names:
        parts = [_strings(sheet.columns.get(name), len(sheet.numbers)) for sheet in sheets]
        whole = pa.concat_arrays(parts)
        columns[name] = whole if name == "start" else whole.dictionary_encode()
    check_rows(len(columns["start"]), MAX_ROWS)
    numbers = [number for sheet in sheets for number in sheet.numbers]
    problems = tuple(
        Problem(each.row, each.column, f"{sheet.name}: {each.message}") for sheet in sheets for each in sheet.problems
    )
    return Sheet(clean(", ".join(sheet.name for sheet in sheets), 200), columns, numbers, problems)


def _strings(cells: pa.Array | None, rows: int) -> pa.Array:
    return pa.array([""] * rows, type=pa.string()) if cells is None else cells.cast(pa.string())


def open_file(data: bytes, name: str) -> Opened:
    """Return a roster as text; larger than one person's log may be."""
    return open_table(data, name, max_bytes=MAX_BYTES)
