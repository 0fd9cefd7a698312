"""Files that hold several tables: zips of exports or recordings, and spreadsheets of several sheets."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_OF_A_LOG = frozenset({"duration", "distance", "exercise", "sleep", "soreness", "rpe"})  # roles that a log has


class ReadTable(Protocol):
    """Reads one table."""

    def __call__(self, table: Table, *, guess: bool = False) -> Log:
        """Return its log, or raise `LogFormatError`."""


class ReadFile(Protocol):
    """Reads one file."""

    def __call__(self, content: bytes | str, file: str, *, guess: bool = False) -> Log:
        """Return its log, or raise `LogFormatError`."""


def read_archive(data: bytes, name: str, read_file: ReadFile, read_table: ReadTable, *, guess: bool) -> Log:
    """Return the log of every export in a zip that can be read, joined; else that of the recordings in it.

    Recordings are left alone where there is a list: Strava puts each activity's file beside it. A table that no format
    knows is read as the form fills itself in only where nothing else in the zip can be read; else it is named.

    Raises
    ------
    LogFormatError
        When nothing in it can be read; it carries the first table that may be mapped by hand.
    """
    logs, too_large = [], []
    unread: dict[str, tuple[bytes, LogFormatError]] = {}
    for member, content in members(data):
        if content is None:
            too_large.append(f"{member} (too large)")
            continue
        try:
            logs.append(read_file(content, member))
        except LogFormatError as error:
            unread[member] = content, error
    likely = {member: each for member, each in unread.items() if _may_be_a_log(each[1])}
    others = [*too_large, *(member for member in unread if member not in likely)]
    if not logs:
        if files := list(recordings(data))[::-1]:  # back in their own order: of two watches the first one counts
            logs = [_from_recordings(files, read_table)]
        elif guess:
            logs = _guessed(likely, read_file)
            likely = {}
    if not logs:
        raise _nothing_read([*likely, *others], {member: error for member, (_, error) in unread.items()}, likely)
    merged = merge_logs(logs) if len(logs) > 1 else logs[0]
    problems = (*merged.problems, *_said_of(likely, others))
    questions = tuple({question.key: question for log in logs for question in log.questions}.values())
    return replace(merged, name=clean(name) or merged.name, problems=problems, questions=questions)


def _may_be_a_log(fault: LogFormatError) -> bool:
    """Tell whether the columns of a table that was refused may hold training or nights."""
    return _has_date(fault) and fault.table is not None and bool(_OF_A_LOG & set(fault.table.guess.values()))


def _guessed(likely: Mapping[str, tuple[bytes, LogFormatError]], read_file: ReadFile) -> list[Log]:
    logs = []
    for member, (content, _) in likely.items():
        with contextlib.suppress(LogFormatError):
            logs.append(read_file(content, member, guess=True))
    return [log for log in logs if not _is_empty(log)] or logs


def _said_of(likely: Iterable[str], others: Sequence[str]) -> Iterator[Problem]:
    if likely := list(likely):
        message = (
            f"Not read, for legrun does not know these tables: {_listed(likely)}. Drop them in without the zip to say "
            "which column holds what."
        )
        yield Problem(None, None, message)
    if others:
        yield Problem(None, None, f"Not read, for they hold no training: {_listed(others)}.")


def _nothing_read(names: Sequence[str], faults: Mapping[str, LogFormatError], likely: Iterable[str]) -> LogFormatError:
    """Return the refusal of a zip, with the first of its tables that may be mapped by hand."""
    shown = next(iter(likely), next(iter(faults)) if len(faults) == 1 else None)
    which = f" {quoted(shown)} is shown." if shown and len(names) > 1 else ""
    message = f"None of the tables in the zip is an export that legrun knows: {', '.join(names[:8])}.{which}"
    return LogFormatError(message, table=faults[shown].table if shown else None)


def _from_recordings(files: Sequence[tuple[str, bytes | None]], read_table: ReadTable) -> Log:
    too_many = [member for member, content in files if content is None]
    log = read_recordings([(member, content) for member, content in files if content is not None], read_table)
    if not too_many:
        return log
    message = f"Not read, for the zip holds more than legrun reads at once: {_listed(too_many)}."
    return replace(log, problems=(*log.problems, Problem(None, None, message)))


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
    # The likeliest first: what has dates and measures, then what has dates.
    likely = sorted(faults, key=lambda sheet: (not _may_be_a_log(faults[sheet]), not _has_date(faults[sheet])))
    sheet = likely[0]
    if guess:
        sheet = next((name for name in likely if _holds(tables[name], read_table)), sheet)
        return _with_sheet(read_table(tables[sheet], guess=True), sheet, tables, chosen=sheet == wanted)
    which = f"Of {len(tables)} sheets, {quoted(sheet)} is shown. " if len(tables) > 1 else ""
    raise LogFormatError(f"{which}{faults[sheet]}", table=faults[sheet].table) from faults[sheet]


def _holds(table: Table, read_table: ReadTable) -> bool:
    """Tell whether a table gives anything as the form fills itself in."""
    try:
        return not _is_empty(read_table(table, guess=True))
    except LogFormatError:
        return False


def _is_empty(log: Log) -> bool:
    return not (log.sessions or log.sleep_h or log.check_ins)


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
