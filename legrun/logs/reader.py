"""`read_log`: any bytes to a `Log`, or a clear refusal."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping

from legrun.errors import LogFormatError
from legrun.logs import formats
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.log import Log
from legrun.logs.table import Table, read_table
from legrun.logs.text import clean

__all__ = ["known_formats", "read_log"]


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
        What the user decided, by the key of an `Assumption`.

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
    table = read_table(data, name)
    found = _recognise(table)
    if found is None:
        raise LogFormatError(_unknown(table), table=table)
    export, columns = found
    notes = Notes(choices, tz)
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
    return _log(export, table, findings, notes)


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


def _unknown(table: Table) -> str:
    known = ", ".join(export.name for export in known_formats())
    shown = ", ".join(clean(cell, 30) or "(no name)" for cell in table.header[:8])
    more = f" and {len(table.header) - 8} more" if len(table.header) > 8 else ""
    return f"This is not an export that legrun knows ({known}). Its columns are: {shown}{more}."


def _log(export: Format, table: Table, findings: Findings, notes: Notes) -> Log:
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
        choices={**findings.choices, **notes.choices},
        athlete=findings.athlete,
    )
