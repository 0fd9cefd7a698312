"""Files that hold several tables: zips of exports or recordings, and spreadsheets of several sheets."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from legrun.errors import LogFormatError
from legrun.logs.log import Assumption, Log, Problem
from legrun.logs.merging.merge import merge_logs
from legrun.logs.reading.archive import members, recordings
from legrun.logs.reading.fit import read_fit
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import clean, quoted
from legrun.logs.reading.workbook import NO_SHEET, open_workbook

__all__ = ["SHEET", "read_archive", "read_recordings", "read_sheets"]

SHEET = "sheet"  # the choice of a sheet
_NAMED = 20  # files that are named one by one


class ReadTable(Protocol):
    """Reads one table."""

    def __call__(self, table: Table, *, guess: bool = False) -> Log:
        """Return its log, or raise `LogFormatError`."""


class ReadFile(Protocol):
    """Reads one file."""

    def __call__(self, content: bytes | str, file: str) -> Log:
        """Return its log, or raise `LogFormatError`."""


def read_archive(data: bytes, name: str, read_file: ReadFile, read_table: ReadTable) -> Log:
    """Return the log of every export in a zip that can be read, joined; else that of the recordings in it.

    Recordings are left alone where there is a list: Strava puts each activity's file beside it.

    Raises
    ------
    LogFormatError
        When nothing in it can be read.
    """
    logs, left, fault = [], [], None
    for member, content in members(data):
        if content is None:
            left.append(f"{member} (too large)")
            continue
        try:
            log = read_file(content, member)
        except LogFormatError as error:
            left.append(member)
            fault = fault or error
        else:
            logs.append(log)
    if not logs:
        return _from_recordings(data, name, left, fault, read_table)
    merged = merge_logs(logs) if len(logs) > 1 else logs[0]
    problems = merged.problems
    if left:
        problems = (*problems, Problem(None, None, f"Not read, for they hold no training: {_listed(left)}."))
    return replace(merged, name=clean(name) or merged.name, problems=problems)


def _from_recordings(
    data: bytes, name: str, left: Sequence[str], fault: LogFormatError | None, read_table: ReadTable
) -> Log:
    files = list(recordings(data))[::-1]  # back in their own order: of two watches the first one counts
    if not files:
        shown = ", ".join(left[:8])
        table = fault.table if fault is not None and len(left) == 1 else None
        raise LogFormatError(f"None of the tables in the zip is an export that legrun knows: {shown}.", table=table)
    too_many = [member for member, content in files if content is None]
    log = read_recordings([(member, content) for member, content in files if content is not None], read_table)
    problems = log.problems
    if too_many:
        message = f"Not read, for the zip holds more than legrun reads at once: {_listed(too_many)}."
        problems = (*problems, Problem(None, None, message))
    return replace(log, name=clean(name) or log.name, problems=problems)


def read_recordings(files: Sequence[tuple[str, bytes]], read_table: ReadTable) -> Log:
    """Return the log of some FIT files, by name and bytes.

    Raises
    ------
    LogFormatError
        When none of them can be read.
    """
    table = read_fit(files)
    log = read_table(table)
    if len(files) == 1:
        return replace(log, problems=tuple(replace(problem, row=None, column=None) for problem in log.problems))
    # Nobody can look up a row of what is no table: the file is what can be found.
    places = table.column(table.find("file"))
    problems = tuple(
        replace(problem, row=None, column=None, file=places[problem.row - 1]) if problem.row else problem
        for problem in log.problems
    )
    return replace(log, problems=problems)


def read_sheets(
    data: bytes, name: str, choices: Mapping[str, str], read_table: ReadTable, read_file: ReadFile, *, guess: bool
) -> Log:
    """Return the log of the first sheet of a spreadsheet that is one; the other sheets are named.

    Parameters
    ----------
    data : bytes
        The spreadsheet.
    name : str
        Its name.
    choices : mapping of str to str
        ``sheet`` names another sheet.
    read_table, read_file : callable
        Read one sheet as a table, and as the CSV that it would be saved as; or raise `LogFormatError`.
    guess : bool
        Whether a sheet with dates that no format knows is read as the form fills itself in.

    Raises
    ------
    LogFormatError
        When no sheet is a log; it carries the first sheet that may be mapped by hand.
    """
    sheets = open_workbook(data)
    tables = {sheet: table for sheet, cells in sheets.items() if (table := cells.table(name)) is not None}
    if not tables:
        raise LogFormatError(NO_SHEET)
    wanted = choices.get(SHEET)
    faults: dict[str, LogFormatError] = {}
    for sheet in [wanted] if wanted in tables else list(tables):
        try:
            return _with_sheet(read_table(tables[sheet]), sheet, tables, chosen=sheet == wanted)
        except LogFormatError as error:
            faults[sheet] = error
        # What an app writes in sections, or with lines of its own above the header, is known as its CSV is.
        with contextlib.suppress(LogFormatError):
            return _with_sheet(read_file(sheets[sheet].csv(), name), sheet, tables, chosen=sheet == wanted)
    sheet = next((sheet for sheet, fault in faults.items() if _has_date(fault)), next(iter(faults)))
    if guess:
        return _with_sheet(read_table(tables[sheet], guess=True), sheet, tables, chosen=sheet == wanted)
    which = f"Of {len(tables)} sheets, {quoted(sheet)} is shown. " if len(tables) > 1 else ""
    raise LogFormatError(f"{which}{faults[sheet]}", table=faults[sheet].table) from faults[sheet]


def _has_date(fault: LogFormatError) -> bool:
    return fault.table is not None and bool({"date", "start"} & set(fault.table.guess.values()))


def _with_sheet(log: Log, sheet: str, names: Iterable[str], *, chosen: bool) -> Log:
    """Return a sheet's log with a word on which sheet it is, and which were not read."""
    others = [name for name in names if name != sheet]
    if not others:
        return log
    reason = "chosen by you" if chosen else "the first sheet that is a log"
    which = Assumption(SHEET, sheet, reason, tuple(names))
    message = f"Only the sheet {quoted(sheet)} was read. Not read: {_listed([quoted(other) for other in others])}."
    return replace(log, assumptions=(which, *log.assumptions), problems=(Problem(None, None, message), *log.problems))


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
