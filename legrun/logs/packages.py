"""Zips of exports or recordings."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from legrun.errors import LogFormatError
from legrun.logs.log import Log, Problem
from legrun.logs.merging.merge import merge_logs
from legrun.logs.reading.archive import members, recordings
from legrun.logs.reading.fit import read_fit
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import clean, quoted

__all__ = [
    "ReadFile",
    "ReadTable",
    "has_date",
    "is_empty",
    "listed_names",
    "may_be_a_log",
    "read_archive",
    "read_recordings",
]

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
    likely = {member: each for member, each in unread.items() if may_be_a_log(each[1])}
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


def may_be_a_log(fault: LogFormatError) -> bool:
    """Tell whether the columns of a table that was refused may hold training or nights."""
    return has_date(fault) and fault.table is not None and bool(_OF_A_LOG & set(fault.table.guess.values()))


def _guessed(likely: Mapping[str, tuple[bytes, LogFormatError]], read_file: ReadFile) -> list[Log]:
    logs = []
    for member, (content, _) in likely.items():
        with contextlib.suppress(LogFormatError):
            logs.append(read_file(content, member, guess=True))
    return [log for log in logs if not is_empty(log)] or logs


def _said_of(likely: Iterable[str], others: Sequence[str]) -> Iterator[Problem]:
    if likely := list(likely):
        message = (
            f"Not read, for legrun does not know these tables: {listed_names(likely)}. Drop them in without the zip to "
            "say which column holds what."
        )
        yield Problem(None, None, message)
    if others:
        yield Problem(None, None, f"Not read, for they hold no training: {listed_names(others)}.")


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
    message = f"Not read, for the zip holds more than legrun reads at once: {listed_names(too_many)}."
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


def is_empty(log: Log) -> bool:
    """Tell whether a log has no session, night or rating."""
    return not (log.sessions or log.sleep_h or log.check_ins)


def has_date(fault: LogFormatError) -> bool:
    """Tell whether a table that was refused has a column of dates."""
    return fault.table is not None and bool({"date", "start"} & set(fault.table.guess.values()))


def listed_names(names: Sequence[str]) -> str:
    """Return names one by one, the first twenty of many."""
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
