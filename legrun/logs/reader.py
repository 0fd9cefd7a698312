"""`read_log`: any bytes to a `Log`, or a clear refusal."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import replace

from legrun.errors import LogFormatError
from legrun.logs import formats
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.log import Log
from legrun.logs.mapping.layout import named_table
from legrun.logs.mapping.mapped import NAME, mapped_columns, read_mapped
from legrun.logs.mapping.questions import guessed_choices, open_questions
from legrun.logs.mapping.rows.people import count_people
from legrun.logs.merging.day_order import one_after_another
from legrun.logs.merging.entries import OWN
from legrun.logs.packages import read_archive, read_recordings
from legrun.logs.reading.archive import is_archive
from legrun.logs.reading.elsewhere import by_header, by_name
from legrun.logs.reading.fit_frames import is_fit
from legrun.logs.reading.opening import EXPORT, Opened, open_table
from legrun.logs.reading.table import Table, read_table
from legrun.logs.reading.text import clean
from legrun.logs.reading.workbook import is_workbook
from legrun.logs.workbooks import read_sheets

__all__ = ["known_apps", "known_formats", "read_log", "read_own"]

_ROWS_BELOW = 20  # of which one may have columns, where a title stands alone in the first line
# What follows an app's name where it exports several tables.
_TABLES = frozenset({"workouts", "cycles", "sleep", "sleeps", "privacy", "wellness"})


def read_log(
    data: bytes | str,
    name: str = "",
    *,
    tz: str | None = None,
    choices: Mapping[str, str] | None = None,
    guess: bool = False,
) -> Log:
    r"""Read a training log that an app exported.

    Parameters
    ----------
    data : bytes or str
        The file: CSV, a spreadsheet (``.xlsx``, ``.ods``), a FIT file, or a zip of these; at most 20 MB and
        300,000 rows.
    name : str
        Name of the file.
    tz : str, optional
        The user's time zone, for example ``Europe/Paris``; used where a file has UTC times.
    choices : mapping of str to str, optional
        What the user decided, by the key of an `Assumption`; ``key@format`` holds for files of that format alone.
    guess : bool
        Whether a table that no format knows is read as the form on the Log page fills itself in. What is doubtful
        about it stands in the log's `questions`; until they are answered the first reading of each holds.

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

    def read_one(table: Table, *, guess: bool = False) -> Log:
        return _from_table(table, tz, choices, guess=guess)

    def read_file(content: bytes | str, file: str, *, guess: bool = False) -> Log:
        if isinstance(content, bytes) and is_workbook(content):
            return read_sheets(content, file, choices or {}, read_one, read_file, guess=guess)
        if isinstance(content, bytes) and is_fit(content):
            return read_recordings([(file, content)], read_one)
        opened = functools.partial(open_table, content, file)
        return _from_table(_table(content, file), tz, choices, guess=guess, opened=opened)

    if isinstance(data, bytes) and is_archive(data) and not is_workbook(data):
        if said := by_name(name):  # a workbook is a zip too
            raise LogFormatError(said)
        return read_archive(data, name, read_file, read_one, guess=guess)
    return read_file(data, name, guess=guess)


def _table(data: bytes | str, name: str) -> Table:
    try:
        return read_table(data, name)
    except LogFormatError as error:
        raise LogFormatError(by_name(name) or str(error)) from error


def _from_table(
    table: Table,
    tz: str | None,
    choices: Mapping[str, str] | None,
    *,
    guess: bool = False,
    opened: Callable[[], Opened] | None = None,
) -> Log:
    known = _recognise(table)
    said = None if known else by_header(table)
    if known is None:
        table = _named(table, opened)
        known = _recognise(table)
    if said and known is None:
        raise LogFormatError(said)
    if known is None:
        return _from_unknown(table, tz, choices or {}, guess=guess, said=by_name(table.name) if opened else None)
    export, columns = known

    def read(decided: Mapping[str, str]) -> Log:
        return _read(table, export, columns, Notes(decided, tz, export.name), decided)

    log = read(choices or {})
    return replace(log, questions=open_questions(log, None, choices or {}, read))


def _named(table: Table, opened: Callable[[], Opened] | None) -> Table:
    """Return an unknown table in one shape."""
    try:
        return named_table(table, opened)
    except LogFormatError:
        raise
    except Exception as error:  # as in `_read`
        raise LogFormatError("This table could not be read because of a fault in legrun.", table=table) from error


def _read(table: Table, export: Format, columns: Columns, notes: Notes, choices: Mapping[str, str]) -> Log:
    notes.problems.extend(table.problems)
    try:
        if export.prepare is not None:
            table = export.prepare(table, notes)
            columns = export.place(table) or columns
        findings = export.read(columns, notes)
    except LogFormatError as error:
        # The columns of a format are known: naming them again would change nothing.
        by_hand = table if export.name == NAME else None
        raise LogFormatError(str(error), table=error.table or by_hand) from error
    except Exception as error:
        # A fault of ours must not become a traceback on someone's screen; tests assert that none is met.
        message = f"This {export.name} export could not be read because of a fault in legrun."
        raise LogFormatError(message, table=table) from error
    return _log(export, table, findings, notes, choices)


def _from_unknown(
    table: Table, tz: str | None, choices: Mapping[str, str], *, guess: bool, said: str | None = None
) -> Log:
    """Read a table as the user mapped it, or as it is guessed; refuse it with the table for the mapping form."""
    if guess:
        choices = {**guessed_choices(table, choices), **choices}
    export = Format(NAME, {}, (), read_mapped)

    def read(decided: Mapping[str, str]) -> Log:
        notes = Notes(decided, tz, table.signature)
        return _read(table, export, _mapped(table, notes, said), notes, decided)

    log = read(choices)
    return replace(log, questions=open_questions(log, table, choices, read))


def read_own(table: Table) -> Log:
    """Return the log of a table of legrun's own records, whichever of their columns it has."""
    export = next(export for export in known_formats() if export.name == OWN)
    places = {key: place for key in export.columns if (place := table.first_of((key,))) is not None}
    notes = Notes()
    return _log(export, table, export.read(Columns(table, places), notes), notes, {})


@functools.cache
def known_formats() -> tuple[Format, ...]:
    """Return every format that has a module in `legrun.logs.formats`."""
    every: list[Format] = []
    for module in sorted(pkgutil.iter_modules(formats.__path__), key=lambda module: module.name):
        exports: tuple[Format, ...] = importlib.import_module(f"{formats.__name__}.{module.name}").FORMATS
        every += exports
    return tuple(every)


def known_apps() -> list[str]:
    """Return what writes the exports that are known, by name; legrun's own CSV is not among them.

    Examples
    --------
    >>> apps = known_apps()
    >>> "Oura" in apps, "Whoop" in apps, "Whoop cycles" in apps
    (True, True, False)
    """
    names = (" ".join(word for word in each.name.split() if word not in _TABLES) for each in known_formats())
    return sorted(set(names) - {OWN}, key=str.casefold)


def _recognise(table: Table) -> tuple[Format, Columns] | None:
    """Return the format whose columns fit, the one with the most of them if several do."""
    placed = [(export, columns) for export in known_formats() if (columns := export.place(table))]
    return max(placed, key=lambda pair: len(pair[1].places)) if placed else None


def _mapped(table: Table, notes: Notes, said: str | None) -> Columns:
    """Return the table's columns as the user mapped them, or refuse it with the table for the mapping form.

    What the name of a text file says of it (`said`) counts where nothing is mapped.
    """
    columns = mapped_columns(table, notes.choices)
    if columns is None:
        if said:
            raise LogFormatError(said)
        if len(table.header) < 2 and max(map(len, table.rows[:_ROWS_BELOW]), default=0) < 2:
            raise LogFormatError(
                f"This is no table: its first line has no columns parted by commas, semicolons or tabs. {EXPORT}"
            )
        raise LogFormatError(_unknown(table), table=table)
    return columns


def _unknown(table: Table) -> str:
    shown = ", ".join(clean(cell, 30) or "(no name)" for cell in table.header[:8])
    more = f" and {len(table.header) - 8} more" if len(table.header) > 8 else ""
    people = count_people(table)
    others = f" It names {people} people: open it on the Clients page, or keep the rows of one." if people > 1 else ""
    return f"This is not an export that legrun knows. Its columns are: {shown}{more}.{others}"


def _log(export: Format, table: Table, findings: Findings, notes: Notes, choices: Mapping[str, str]) -> Log:
    if not table.numbers:
        notes.problem(None, None, "The file has a header but no rows.")
    if table.encoding == "cp1252":
        notes.assume("encoding", "Windows-1252", "the file is not UTF-8; a spreadsheet probably saved it again")
    elif not table.encoding.startswith(("utf", "text")):
        notes.assume("encoding", table.encoding, "the file is not UTF-8; words of its header are in this encoding")
    sessions = list(findings.sessions) if export.name == OWN else one_after_another(findings.sessions, notes)
    unknown = sorted(findings.unknown_exercises.items(), key=lambda pair: (-pair[1], pair[0]))
    return Log(
        format=export.name,
        name=table.name,
        sessions=tuple(sorted(sessions, key=lambda session: (session.start, session.kind, session.name))),
        check_ins=tuple(sorted(findings.check_ins, key=lambda check_in: check_in.time)),
        sleep_h=dict(sorted(findings.sleep_h.items())),
        problems=tuple(sorted(notes.problems, key=lambda problem: problem.row or 0)),
        assumptions=tuple(notes.assumptions),
        unknown_exercises=dict(unknown),
        workouts=findings.workouts,
        choices={**findings.choices, **choices},
        athlete=findings.athlete,
    )
