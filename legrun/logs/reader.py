"""`read_log`: any bytes to a `Log`, or a clear refusal."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import replace

from legrun.errors import LogFormatError
from legrun.logs import formats
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.log import Log, Problem
from legrun.logs.mapping.mapped import NAME, mapped_columns, read_mapped
from legrun.logs.merging.merge import merge_logs
from legrun.logs.reading.archive import is_archive, members
from legrun.logs.reading.elsewhere import by_header, by_name
from legrun.logs.reading.table import Table, read_table
from legrun.logs.reading.text import clean

__all__ = ["known_formats", "read_log", "read_own"]


def read_log(
    data: bytes | str,
    *,
    name: str = "",
    tz: str | None = None,
    choices: Mapping[str, str] | None = None,
) -> Log:
    r"""Read a training log that an app exported.

    Parameters
    ----------
    data : bytes or str
        The file; at most 20 MB and 300,000 rows.
    name : str
        Name of the file.
    tz : str, optional
        The user's time zone, for example ``Europe/Paris``; used where a file has UTC times.
    choices : mapping of str to str, optional
        What the user decided, by the key of an `Assumption`; ``key@format`` holds for files of that format alone.

    Returns
    -------
    Log

    Raises
    ------
    LogFormatError
        When nothing can be read; it carries the table, where one could be made.

    Examples
    --------
    >>> log = read_log(
    ...     "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
    ...     + "".join(f"2026-03-03 18:00:00,Legs,55m,Leg Press,{n},80.0,8.0,0,0.0,\n" for n in range(1, 6))
    ... )
    >>> log.summary
    'Strong export: 1 workout, 1 with leg work, 3 Mar 2026'
    >>> log.sessions[0].minutes, log.sessions[0].hard_sets
    (55.0, 5.0)
    """
    if isinstance(data, bytes) and is_archive(data):
        if said := by_name(name):  # a workbook is a zip too
            raise LogFormatError(said)
        return _from_archive(data, name, tz, choices)
    return _from_table(_table(data, name), tz, choices)


def _table(data: bytes | str, name: str) -> Table:
    try:
        return read_table(data, name)
    except LogFormatError as error:
        raise LogFormatError(by_name(name) or str(error)) from error


def _from_table(table: Table, tz: str | None, choices: Mapping[str, str] | None) -> Log:
    known = _recognise(table)
    notes = Notes(choices, tz, known[0].name if known else table.signature)
    export, columns = known or _mapped(table, notes)
    notes.problems.extend(table.problems)
    try:
        if export.prepare is not None:
            table = export.prepare(table, notes)
            columns = export.place(table) or columns
        findings = export.read(columns, notes)
    except LogFormatError as error:
        raise LogFormatError(str(error), table=error.table or table) from error
    except Exception as error:
        # A fault of ours must not become a traceback on someone's screen; tests assert that none is met.
        message = f"This {export.name} export could not be read because of a fault in legrun."
        raise LogFormatError(message, table=table) from error
    return _log(export, table, findings, notes, choices or {})


def read_own(table: Table) -> Log:
    """Return the log of a table of legrun's own records, whichever of their columns it has."""
    export = next(export for export in known_formats() if export.name == "legrun")
    places = {key: place for key in export.columns if (place := table.find(key)) is not None}
    notes = Notes()
    return _log(export, table, export.read(Columns(table, places), notes), notes, {})


def _from_archive(data: bytes, name: str, tz: str | None, choices: Mapping[str, str] | None) -> Log:
    """Read every CSV of a zip that is an export legrun knows, and join them."""
    logs, left = [], []
    for member, content in members(data):
        if content is None:
            left.append(f"{member} (too large)")
            continue
        try:
            log = _from_table(_table(content, member), tz, choices)
        except LogFormatError:
            left.append(member)
        else:
            logs.append(log)
    if not logs:
        shown = ", ".join(left[:8])
        raise LogFormatError(f"None of the CSVs in the zip is an export that legrun knows: {shown}.")
    merged = merge_logs(logs) if len(logs) > 1 else logs[0]
    problems = merged.problems
    if left:
        shown = ", ".join(left[:20]) + (f" and {len(left) - 20} more" if len(left) > 20 else "")
        problems = (*problems, Problem(None, None, f"Not read, for they hold no training: {shown}."))
    return replace(
        merged, name=clean(name) or merged.name, problems=problems, choices={**(choices or {}), **merged.choices}
    )


@functools.cache
def known_formats() -> tuple[Format, ...]:
    """Return every format that has a module in `legrun.logs.formats`."""
    found: list[Format] = []
    for module in sorted(pkgutil.iter_modules(formats.__path__), key=lambda module: module.name):
        exports: tuple[Format, ...] = importlib.import_module(f"{formats.__name__}.{module.name}").FORMATS
        found += exports
    return tuple(found)


def _recognise(table: Table) -> tuple[Format, Columns] | None:
    """Return the format whose columns fit, the one with the most of them if several do."""
    placed = [(export, columns) for export in known_formats() if (columns := export.place(table))]
    return max(placed, key=lambda pair: len(pair[1].places)) if placed else None


def _mapped(table: Table, notes: Notes) -> tuple[Format, Columns]:
    """Return the table as the user mapped it, or refuse it with the table for the mapping form."""
    columns = mapped_columns(table, notes.choices)
    if columns is None:
        if said := by_name(table.name) or by_header(table):
            raise LogFormatError(said)
        if len(table.header) < 2:
            raise LogFormatError(
                "This is no table: its first line has no columns parted by commas, semicolons or tabs. Export the log "
                "as CSV from the app."
            )
        raise LogFormatError(_unknown(table), table=table)
    return Format(NAME, {}, (), read_mapped), columns


def _unknown(table: Table) -> str:
    known = ", ".join(dict.fromkeys(export.name for export in known_formats()))
    shown = ", ".join(clean(cell, 30) or "(no name)" for cell in table.header[:8])
    more = f" and {len(table.header) - 8} more" if len(table.header) > 8 else ""
    return f"This is not an export that legrun knows ({known}). Its columns are: {shown}{more}."


def _log(export: Format, table: Table, findings: Findings, notes: Notes, choices: Mapping[str, str]) -> Log:
    if not table.numbers:
        notes.problem(None, None, "The file has a header but no rows.")
    if table.encoding == "cp1252":
        notes.assume("encoding", "Windows-1252", "the file is not UTF-8; a spreadsheet probably saved it again")
    unknown = sorted(findings.unknown_exercises.items(), key=lambda pair: (-pair[1], pair[0]))
    return Log(
        format=export.name,
        name=table.name,
        sessions=tuple(sorted(findings.sessions, key=lambda session: (session.start, session.kind, session.name))),
        check_ins=tuple(sorted(findings.check_ins, key=lambda check_in: check_in.time)),
        sleep_h=dict(sorted(findings.sleep_h.items())),
        problems=tuple(sorted(notes.problems, key=lambda problem: problem.row or 0)),
        assumptions=tuple(notes.assumptions),
        unknown_exercises=dict(unknown),
        workouts=findings.workouts,
        choices={**findings.choices, **choices},
        athlete=findings.athlete,
    )
