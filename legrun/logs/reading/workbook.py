"""Spreadsheets, ``.xlsx`` and ``.ods``: each sheet as a table of texts, as it would stand in a CSV.

python-calamine reads the cells, with the dates of both of Excel's epochs; what a cell means is told from its column.
Calamine builds a sheet as a full rectangle in memory, so how far a sheet reaches is looked up before it is handed over.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from legrun.errors import LogFormatError
from legrun.logs.reading.cells import header_of, texts_of
from legrun.logs.reading.opening import MAX_BYTES, header_cells
from legrun.logs.reading.table import MAX_ROWS, Table, check_rows
from legrun.logs.reading.text import clean

__all__ = ["NO_SHEET", "Sheet", "is_workbook", "open_workbook"]

MAX_UNPACKED = 200_000_000  # all parts of the file together [bytes]
MAX_CELLS = 10_000_000  # of one sheet, empty ones too: 300,000 rows of 33 columns
MAX_SHEETS = 60
_CHUNK = 4_000_000
_OVERLAP = 400  # a tag that is cut by the end of a chunk
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_COLUMN = re.compile(rb"""\sr\s*=\s*["']\s*([A-Za-z]{1,4})[0-9]""")
_FAR_ROW = re.compile(rb"""\sr\s*=\s*["']\s*[A-Za-z]{1,4}([0-9]{5,9})["']""")
_ODS_TAG = re.compile(rb"<(/?)table:(table-row|table-cell|covered-table-cell)\b([^>]*)>")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["']([0-9]{1,9})["']""")
NO_SHEET = "No sheet of this spreadsheet has a header and rows."
_DAMAGED = "The spreadsheet is damaged or locked. Open it, save it again without a password, and drop that in."
_TOO_LARGE = (
    "The spreadsheet is larger than a training log needs. Keep the sheet with the log, delete empty rows and columns "
    "that hold a stray cell, or save it as CSV."
)


def is_workbook(data: bytes | str) -> bool:
    """Tell a spreadsheet, ``.xlsx`` or ``.ods``, from other zips by what is inside."""
    return isinstance(data, bytes) and data.startswith(b"PK\x03\x04") and _kind(data) is not None


def _kind(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.NameToInfo
            if "xl/workbook.xml" in names:
                return "xlsx"
            if "content.xml" in names and "mimetype" in names and names["mimetype"].file_size < 200:
                return "ods" if archive.read("mimetype").startswith(_ODS) else None
    except Exception:  # zipfile raises a dozen kinds of error on damaged files
        return None
    return None


@dataclass(frozen=True, eq=False)
class Sheet:
    """The cells of one sheet, as python-calamine hands them over.

    Attributes
    ----------
    rows : list of list
        Cells of each row, from the first on.
    merged : list
        Ranges that are merged to one cell: (top, left) and (bottom, right).
    """

    rows: list[list[Any]] = field(repr=False)
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(repr=False)

    def table(self, name: str = "") -> Table | None:
        """Return the sheet as a table, None where it has no header with rows below."""
        header, first = header_of(self.rows, self.merged)
        if len(header) < 2 or first >= len(self.rows):
            return None
        cells = texts_of(self.rows[first:], len(header))
        kept = [(number, row) for number, row in enumerate(cells, first + 1) if any(row)]
        numbers, texts = [number for number, _ in kept], [row for _, row in kept]
        return Table(header_cells(list(header)), numbers, texts, None, name=clean(name))

    def csv(self) -> str:
        """Return the sheet as it would be saved as CSV; what apps write in several sections is no one table."""
        width = max(map(len, self.rows), default=0)
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(_trimmed(row) for row in texts_of(self.rows, width))
        return out.getvalue()


def _trimmed(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row


def open_workbook(data: bytes, *, max_bytes: int = MAX_BYTES, max_rows: int = MAX_ROWS) -> dict[str, Sheet]:
    """Return the cells of each sheet, by its name, those that are hidden last.

    Raises
    ------
    LogFormatError
        When it is damaged, locked or too large.
    """
    if len(data) > max_bytes:
        raise LogFormatError(f"The spreadsheet is larger than {max_bytes / 1e6:.0f} MB. {_TOO_LARGE}")
    try:
        _check_sizes(data)
        sheets = dict(_sheets(data))
    except (LogFormatError, KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # a panic of calamine is no Exception
        raise LogFormatError(_DAMAGED) from error
    for sheet in sheets.values():
        check_rows(len(sheet.rows) - 1, max_rows)
    return sheets


def _check_sizes(data: bytes) -> None:
    """Refuse what is small as a file and vast in memory, whatever sizes it states."""
    total = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kind = "ods" if "content.xml" in archive.NameToInfo else "xlsx"
        for member in archive.infolist():
            if not member.filename.casefold().endswith((".xml", ".rels")):
                continue  # pictures and printer settings are not read
            is_sheet = "worksheets/" in member.filename or member.filename == "content.xml"
            seen = _OdsArea() if kind == "ods" else _XlsxArea()
            for chunk in _chunks(archive, member):
                total += len(chunk)
                if total > MAX_UNPACKED:
                    raise LogFormatError(_TOO_LARGE)
                if is_sheet and seen.add(chunk) > MAX_CELLS:
                    raise LogFormatError(_TOO_LARGE)


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


class _XlsxArea:
    """How many cells the rectangle of a sheet has, by the addresses of its cells."""

    def __init__(self) -> None:
        self._tail = b""
        self._rows, self._columns = 9_999, 1  # only addresses of more digits are looked at

    def add(self, chunk: bytes) -> int:
        """Return the area as far as it is known with this chunk. [cells]"""
        text = self._tail + chunk
        self._columns = max([self._columns, *map(_column_number, set(_COLUMN.findall(text)))])
        self._rows = max([self._rows, *map(int, set(_FAR_ROW.findall(text)))])
        self._tail = text[-_OVERLAP:]
        return self._rows * self._columns


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


class _OdsArea:
    """How many cells a sheet has once repeated cells and rows are written out, those with nothing in them left out."""

    def __init__(self) -> None:
        self._tail = b""
        self._total = self._row_times = self._row_cells = self._pending = 0

    def add(self, chunk: bytes) -> int:
        """Return the cells as far as they are known with this chunk. [cells]"""
        text = self._tail + chunk
        for match in _ODS_TAG.finditer(text):
            self._step(match[1], match[2], match[3])
        self._tail = text[text.rfind(b">") + 1 :][-_OVERLAP:]
        return self._total + self._row_times * self._row_cells

    def _step(self, closes: bytes, tag: bytes, attributes: bytes) -> None:
        repeated = _REPEATED.search(attributes)
        times = int(repeated[1]) if repeated else 1
        if tag == b"table-row":
            self._total += self._row_times * self._row_cells
            self._row_times, self._row_cells, self._pending = (0 if closes else times), 0, 0
        elif tag in (b"table-cell", b"covered-table-cell") and not closes:
            self._pending += times
            if b"value" in attributes or not attributes.rstrip().endswith(b"/"):
                # Empty cells count where a filled one follows them in the row.
                self._row_cells, self._pending = self._row_cells + self._pending, 0


def _sheets(data: bytes) -> Iterator[tuple[str, Sheet]]:
    """Yield name and cells of each sheet."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    listed = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    listed.sort(key=lambda sheet: sheet.visible != SheetVisibleEnum.Visible)
    for listing in listed[:MAX_SHEETS]:
        sheet = book.get_sheet_by_name(listing.name)
        yield listing.name, Sheet(sheet.to_python(skip_empty_area=False), list(sheet.merged_cell_ranges or ()))
