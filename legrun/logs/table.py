"""Bytes to a table: encoding, delimiter, quotes and rows, without losing any.

Rows stay lists, never dicts: real exports name two columns alike, and a dict keeps only the last.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from legrun.errors import LogFormatError
from legrun.logs.log import Problem
from legrun.logs.quick import split_regular
from legrun.logs.text import clean, header_key

__all__ = ["MAX_BYTES", "MAX_ROWS", "Table", "read_table"]

MAX_BYTES = 20_000_000  # one log; ten years of the keenest lifter seen are 6 MB
MAX_ROWS = 300_000
MAX_COLUMNS = 2_000
DELIMITERS = (",", ";", "\t", "|")

# csv refuses cells over 128 kB by default; a note of 300 kB is odd but no reason to fail.
csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))

_KINDS_OF_FILE: tuple[tuple[bytes, str], ...] = (
    (
        b"PK\x03\x04",
        "This is a zip archive or an Excel workbook. Unzip it, or save the sheet as CSV, and use that.",
    ),
    (b"\x1f\x8b", "This is a gzip archive. Unpack it and drop in the CSV inside."),
    (b"\xd0\xcf\x11\xe0", "This is an old Excel workbook. Save the sheet as CSV and drop that in."),
    (b"%PDF", "This is a PDF. Export the log as CSV from the app."),
    (b"SQLite format 3", "This is a database backup. Use the app's CSV export instead."),
)
_BLANK = re.compile(r"[ \t\r\n,;|]*")
_LINE_END = re.compile(r"\r\n|\n|\r")
_XML_STARTS = ("<?xml", "<gpx", "<trainingcenterdatabase", "<!doctype", "<html")


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
    given_columns : list of list of str, optional
        The same by column, when every row is as long as the header; one of the two is given.
    delimiter, encoding, name : str
        How it was read, and the file's name.
    problems : tuple of Problem
        What was wrong with the text itself.
    """

    header: tuple[str, ...]
    numbers: Sequence[int] = field(repr=False)
    given_rows: list[list[str]] | None = field(default=None, repr=False)
    given_columns: list[list[str]] | None = field(default=None, repr=False)
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
        found: list[str] = []
        for place, cell in enumerate(self.header, 1):
            label, again = cell or f"column {place}", 2
            while label in found:
                label, again = f"{cell or 'column'} ({again})", again + 1
            found.append(label)
        return tuple(found)

    @cached_property
    def guess(self) -> dict[str, str]:
        """Best guess of what each column holds, for the mapping form: label to role."""
        from legrun.logs.guess import guess_roles  # it reads cells with what builds on this module

        return guess_roles(self)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Header cells as they are compared."""
        return tuple(header_key(cell) for cell in self.header)

    def find(self, *names: str) -> int | None:
        """Return the position of the first column with one of `names`, in the order of `names`."""
        for name in names:
            key = header_key(name)
            if key in self.keys:
                return self.keys.index(key)
        return None

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
        if index not in self._stripped:
            raw = self._raw(index)
            pool = {cell: cell.strip() for cell in set(raw)}
            shared = {cell: cell for cell in pool.values()}
            pool = {cell: shared[stripped] for cell, stripped in pool.items()}
            self._stripped[index] = [pool[cell] for cell in raw]
        return self._stripped[index]

    @cached_property
    def _stripped(self) -> dict[int, list[str]]:
        return {}

    def _raw(self, index: int) -> Sequence[str]:
        if self.given_columns is not None:
            return self.given_columns[index]
        # Padding short rows to the header's length could cost any memory; one column at a time cannot.
        return [row[index] if len(row) > index else "" for row in self.rows]


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
    if len(data) > MAX_BYTES:
        raise LogFormatError(
            f"The file is larger than {MAX_BYTES / 1e6:.0f} MB, which is more than a training log needs. "
            "Export a shorter period, or split the file."
        )
    text, encoding = (data, "text") if isinstance(data, str) else _decode(data)
    problems: list[Problem] = []
    if "\x00" in text:
        problems.append(Problem(None, None, f"{text.count(chr(0)):,} NUL characters in the file were skipped."))
        text = text.replace("\x00", "")
    if "\ufffd" in text:
        problems.append(Problem(None, None, "Some characters could not be decoded; they show as �."))
    text = text.removeprefix("\ufeff")
    if text[:100].lstrip().casefold().startswith(_XML_STARTS):
        raise LogFormatError(
            "This is XML or a web page (GPX and TCX are XML). Export the activity list as CSV instead."
        )
    return _parse(text, encoding, clean(name), problems)


def _decode(data: bytes) -> tuple[str, str]:
    for magic, message in _KINDS_OF_FILE:
        if data.startswith(magic):
            raise LogFormatError(message)
    if data[8:12] == b".FIT":
        raise LogFormatError("This is a FIT file of one activity. Export the activity list as CSV instead.")
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), encoding
    if wide := _wide(data):
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_damaged(data)


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without its mark: every other byte of a mostly Latin header is zero."""
    head = data[:400]
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.8 * len(head) / 2 and even == 0:
        return "utf-16-le"
    if even > 0.8 * len(head) / 2 and odd == 0:
        return "utf-16-be"
    return None


def _decode_damaged(data: bytes) -> tuple[str, str]:
    """Choose between a damaged UTF-8 file and Windows-1252, which knows no invalid sequences."""
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", errors="ignore")) - damaged  # characters of several bytes
    if whole > damaged:
        return text, "utf-8"
    return data.decode("cp1252", errors="replace"), "cp1252"


def _parse(text: str, encoding: str, name: str, problems: list[Problem]) -> Table:
    start, skipped = _header_start(text)
    line = text[start : _line_end(text, start)]
    delimiter = _delimiter(line)
    if line[:4].casefold() == "sep=" and len(line.strip()) == 5:
        delimiter, start, skipped = (
            line.strip()[4],
            _line_end(text, start),
            skipped + 1,
        )  # Excel writes and hides it
        if not text[start:].strip():
            raise LogFormatError("The file is empty.")
    if delimiter not in DELIMITERS:
        delimiter = ","
    text = text[start:] if start else text
    columns = split_regular(text, delimiter, MAX_COLUMNS)
    if columns is not None:
        _check_rows(len(columns[0]) - 1)
        header, columns = _header([column[0] for column in columns]), [column[1:] for column in columns]
        numbers = range(skipped + 2, skipped + 2 + len(columns[0]))
        return Table(header, numbers, None, columns, delimiter, encoding, name, tuple(problems))
    records = _records(text, skipped, delimiter, problems)
    kept = [(number, row) for number, row in enumerate(records[1:], skipped + 2) if row]
    rows = [row for _, row in kept]
    return Table(
        _header(records[0]),
        [number for number, _ in kept],
        rows,
        None,
        delimiter,
        encoding,
        name,
        tuple(problems),
    )


def _header_start(text: str) -> tuple[int, int]:
    """Return where the first line with anything in it starts, and how many blank ones stand before it."""
    blank = _BLANK.match(text)
    first = blank.end() if blank else 0
    if first == len(text):
        raise LogFormatError("The file holds only blank lines." if text else "The file is empty.")
    start = max(text.rfind("\n", 0, first), text.rfind("\r", 0, first)) + 1
    return start, text.count("\n", 0, start) + text.count("\r", 0, start) - text.count("\r\n", 0, start)


def _line_end(text: str, start: int) -> int:
    """Return where the next line starts; lines end as in any of the three traditions."""
    match = _LINE_END.search(text, start)
    return match.end() if match else len(text)


def _header(cells: list[str]) -> tuple[str, ...]:
    if len(cells) > MAX_COLUMNS:
        raise LogFormatError(f"The header has {len(cells):,} columns; a training log has fewer than {MAX_COLUMNS:,}.")
    return tuple(clean(cell.replace("\ufeff", ""), 200) for cell in cells)


def _check_rows(count: int) -> None:
    if count > MAX_ROWS:
        raise LogFormatError(
            f"The file has more than {MAX_ROWS:,} rows, which is more than a training log needs. "
            "Export a shorter period, or split the file."
        )


def _delimiter(line: str) -> str:
    """Return the commonest candidate of the header line outside quotes; this beats guessing from the data."""
    outside = "".join(line.split('"')[::2]) if line.count('"') % 2 == 0 else line
    if not any(delimiter in outside for delimiter in DELIMITERS):
        outside = line  # a header that is one quoted cell: some apps quote the whole line
    return max(DELIMITERS, key=outside.count)


def _records(text: str, skipped: int, delimiter: str, problems: list[Problem]) -> list[list[str]]:
    # str.splitlines would also split at characters that belong inside a cell.
    lines = list(io.StringIO(text, newline=""))
    for escape in (None, "\\"):  # Strava escapes a quote inside a note with a backslash
        try:
            return _limited(csv.reader(lines, delimiter=delimiter, strict=True, escapechar=escape))
        except csv.Error:
            continue
    return _limited(_mended(lines, skipped, delimiter, problems))


def _limited(records: Iterator[list[str]]) -> list[list[str]]:
    read = list(islice(records, MAX_ROWS + 2))
    _check_rows(len(read) - 1)
    return read


def _mended(lines: list[str], skipped: int, delimiter: str, problems: list[Problem]) -> Iterator[list[str]]:
    """Yield records of a file with broken quotes, starting anew after a quote that was never closed.

    Read leniently, one such quote swallows every row up to the next quote, and with it months of training.
    """
    at, number = 0, skipped
    while at < len(lines):
        # By number: islice would walk through the list from its start each time.
        reader = csv.reader((lines[place] for place in range(at, len(lines))), delimiter=delimiter)
        start = at
        for record in reader:
            number += 1
            end = start + reader.line_num
            if end - at > 1 and not _well_formed(lines[at:end], delimiter):
                problems.append(Problem(number, None, "A quotation mark is never closed; this row was left out."))
                yield []
                at += 1
                break
            yield record
            at = end


def _well_formed(lines: list[str], delimiter: str) -> bool:
    try:
        return len(list(csv.reader(lines, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False
