"""Bytes to tables, whatever file they stand in: a CSV is one table, a spreadsheet one for each sheet."""

from __future__ import annotations

from legrun.logs.reading.opening import MAX_BYTES, open_table
from legrun.logs.reading.table import MAX_ROWS, Table, parse_table
from legrun.logs.reading.workbook import is_workbook, read_workbook

__all__ = ["read_tables"]


def read_tables(
    data: bytes | str, name: str = "", *, max_bytes: int = MAX_BYTES, max_rows: int = MAX_ROWS
) -> dict[str, Table]:
    r"""Return the tables of a file by the name of their sheet, which is empty for a CSV.

    Parameters
    ----------
    data : bytes or str
        A CSV, or a spreadsheet (``.xlsx``, ``.ods``).
    name : str
        Its name.
    max_bytes, max_rows : int
        Largest file [bytes], and longest table [rows].

    Raises
    ------
    LogFormatError
        When it is none of these, is empty, damaged, or beyond the limits.

    Examples
    --------
    >>> tables = read_tables("Date;km\n2026-03-02;8,5\n")
    >>> {sheet: table.header for sheet, table in tables.items()}
    {'': ('Date', 'km')}
    """
    if isinstance(data, bytes) and is_workbook(data):
        return read_workbook(data, name, max_bytes=max_bytes, max_rows=max_rows)
    return {"": parse_table(open_table(data, name, max_bytes=max_bytes), max_rows=max_rows)}
