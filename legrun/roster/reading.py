"""A coach's files as rows of a roster: rosters, one client's logs, and zips of them."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePath

import numpy as np

from legrun.errors import LogFormatError
from legrun.logs import Log, Table, merge_logs, read_log
from legrun.logs.own import decode
from legrun.logs.reading.archive import is_archive, members
from legrun.logs.reading.table import read_table
from legrun.logs.reading.text import clean
from legrun.logs.reading.workbook import is_workbook, open_workbook
from legrun.roster.file_names import client_of, with_people
from legrun.roster.forms.form import FORM, OF_ITS_WEEK, Form
from legrun.roster.names import name_key
from legrun.roster.roster import Roster, choices_of
from legrun.roster.sheet import Sheet, is_roster, open_file, read_sheet, sheet_of

__all__ = ["ClientFile", "Read", "read_file", "read_files", "read_roster"]

# What a form has no column for; day and month that may be either are told apart by none.
_LACKS = {
    "athlete": "names the athlete",
    "day": "holds the day",
    "week": "says which week it is",
    "answers": "holds soreness, sleep, a complaint or a session",
    "order": "tells day from month",
}


@dataclass(frozen=True)
class ClientFile:
    """One person's log, and what the file is called.

    Attributes
    ----------
    name : str
        The file's name.
    client : str
        Whose it probably is; empty where the name says nobody.
    log : Log
        What was read.
    """

    name: str
    client: str
    log: Log


@dataclass(frozen=True)
class Read:
    """What some files hold.

    Attributes
    ----------
    sheets : tuple of Sheet
        Rosters.
    files : tuple of ClientFile
        Single logs.
    tables : tuple of Table
        What no app wrote: answers of forms and sheets that a coach keeps.
    tz : str or None
        The coach's time zone.
    """

    sheets: tuple[Sheet, ...] = ()
    files: tuple[ClientFile, ...] = ()
    tables: tuple[Table, ...] = ()
    tz: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """A name for the client of each single log: no two files are one person unless somebody says so.

        Examples
        --------
        >>> log = Log("Hevy")
        >>> Read(files=(ClientFile("a.csv", "", log), ClientFile("workouts.csv", "", log))).names
        ('a', 'workouts')
        """
        taken = {name_key(text) for sheet in self.sheets for text in sheet.distinct("athlete")}
        names: list[str] = []
        for file in self.files:
            base = name = file.client or PurePath(file.name).stem or "Client"
            again = 2
            while name_key(name) in {name_key(other) for other in names}:
                name, again = f"{base} ({again})", again + 1
            names.append(name if file.client or name_key(name) not in taken else f"{name} (2)")
        return tuple(names)

    @property
    def unsure(self) -> tuple[int, ...]:
        """Files whose client must be named: what they are called is no name, or two of them are called the same."""
        keys = [name_key(file.client or PurePath(file.name).stem) for file in self.files]
        return tuple(place for place, file in enumerate(self.files) if not file.client or keys.count(keys[place]) > 1)

    def joined(self, other: Read) -> Read:
        """Return both together."""
        return Read(
            (*self.sheets, *other.sheets),
            (*self.files, *other.files),
            (*self.tables, *other.tables),
            self.tz or other.tz,
        )

    @cached_property
    def choices(self) -> dict[str, str]:
        """What the rosters keep about how forms are read."""
        kept = (pair for sheet in self.sheets for pair in choices_of(sheet).items())
        return {key: text for key, text in kept if key.startswith(FORM) and not key.startswith(OF_ITS_WEEK)}

    def forms(self, choices: Mapping[str, str] | None = None, now: dt.datetime | None = None) -> list[Form]:
        """Return forms and sheets as they are read at a moment; `choices` overrule what the rosters keep."""
        said = {**self.choices, **(choices or {})}
        asked = frozenset(said.items()), now
        if asked not in self._last_forms:
            self._last_forms.clear()
            logs = [*self.sheets, *(sheet_of(f.log, f.client) for f in self.files)]
            logged = functools.cache(lambda: _leg_days(logs))
            self._last_forms[asked] = [Form.of(table, said, logged, tz=self.tz, now=now) for table in self.tables]
        return list(self._last_forms[asked])

    @cached_property
    def _last_forms(self) -> dict[tuple[frozenset[tuple[str, str]], dt.datetime | None], list[Form]]:
        """The forms as they were read last, by what was decided and the moment."""
        return {}

    def roster_sheets(self, names: Sequence[str] = (), forms: Sequence[Form] | None = None) -> list[Sheet]:
        """Return all rows; `names` says whose each single log is, and logs of one name are merged as one person's."""
        logs: dict[str, list[Log]] = {}
        shown: dict[str, str] = {}
        for name, file in zip(names or self.names, self.files, strict=True):
            shown.setdefault(name_key(name), name)
            logs.setdefault(name_key(name), []).append(file.log)
        own = [sheet_of(merge_logs(each) if len(each) > 1 else each[0], shown[key]) for key, each in logs.items()]
        answered = [form.sheet for form in (self.forms() if forms is None else forms) if not form.missing]
        return [*self.sheets, *answered, *own]


def read_file(data: bytes, name: str, tz: str | None = None) -> Read:
    """Return what a file holds: a roster, one client's log, or a zip of several.

    Raises
    ------
    LogFormatError
        When nothing can be read.
    """
    if is_workbook(data):
        return _from_workbook(data, name, tz)
    if is_archive(data):
        return _from_archive(data, name, tz)
    try:
        opened = open_file(data, name)
    except LogFormatError:
        opened = None  # `read_log` refuses it with a better word for what it is
    if opened is not None and is_roster(opened.header):
        return Read(sheets=(read_sheet(opened, tz),))
    try:
        return Read(files=(ClientFile(clean(name), client_of(name), read_log(data, name=name, tz=tz)),))
    except LogFormatError as error:
        if error.table is None:
            raise
        table = read_table(data, name)
        if not table.numbers:
            raise
        return Read(tables=(table,), tz=tz)


def _from_workbook(data: bytes, name: str, tz: str | None) -> Read:
    """Return what a spreadsheet holds: every sheet is read as the CSV that it would be saved as.

    Sheets without a column of names that are called after somebody are one table with those names in it.
    """
    read, fault = Read(), None
    sheets = {sheet: cells for sheet, cells in open_workbook(data).items() if cells.table() is not None}
    for sheet, cells in sheets.items():
        called = sheet if len(sheets) > 1 else PurePath(clean(name)).stem
        try:
            read = read.joined(read_file(cells.csv().encode(), f"{called}.csv", tz))
        except LogFormatError as error:
            fault = fault or error
    if read == Read():
        raise fault or LogFormatError("The workbook holds no table with names and days.")
    return replace(read, tables=tuple(with_people(read.tables, name))) if len(sheets) > 1 else read


def read_files(files: Sequence[tuple[str, bytes]], tz: str | None = None) -> Read:
    """Return what some files hold together.

    Raises
    ------
    LogFormatError
        When one of them cannot be read; it names the file.
    """
    read = Read()
    for name, data in files:
        try:
            read = read.joined(read_file(data, name, tz))
        except LogFormatError as error:
            raise LogFormatError(f"{clean(name)}: {error}", table=error.table) from None
    return read


def _from_archive(data: bytes, name: str, tz: str | None) -> Read:
    """Return what a zip holds: several people's logs, each by its name, or the several files of one person's export."""
    read, left = Read(), []
    for member, content in members(data):
        try:
            if content is not None:
                read = read.joined(read_file(content, member, tz))
        except LogFormatError:
            left.append(member)
    if not read.files and not read.sheets and not read.tables:
        read_log(data, name=name, tz=tz)  # says why
        raise LogFormatError(f"Nothing in the zip could be read: {', '.join(left[:8])}.")
    if read.sheets or read.tables or any(file.client for file in read.files):
        return read
    # Files that apps name after themselves: one export of one person.
    return Read(files=(ClientFile(clean(name), client_of(name), read_log(data, name=name, tz=tz)),))


def read_roster(data: bytes, name: str = "", tz: str | None = None) -> Roster:
    r"""Return the roster that one file holds.

    Parameters
    ----------
    data : bytes
        legrun's own CSV with a column ``athlete`` (and ``flag`` where something feels wrong), at most 50 MB and
        1,000,000 rows; or one client's log in any format that legrun reads, or a zip of several.
    name : str
        Name of the file.
    tz : str, optional
        The coach's time zone, for times with an offset.

    Raises
    ------
    LogFormatError
        When nothing can be read.

    Examples
    --------
    >>> roster = read_roster(
    ...     b"record,athlete,kind,start,minutes,rpe,soreness\n"
    ...     b"session,Ana,legs,2026-03-03T18:00,60,8,\n"
    ...     b"check_in,Ana,,2026-03-04T07:00,,,4\n"
    ...     b"session,Ben,run,2026-03-03T18:00,40,4,\n"
    ... )
    >>> roster.clients, roster.log(0).summary
    (('Ana', 'Ben'), 'legrun CSV: 1 workout, 1 with leg work, 1 check-in, 3 Mar 2026 to 4 Mar 2026')
    """
    read = read_file(data, name, tz)
    for form in read.forms():
        if form.missing:
            said = " and no column that ".join(_LACKS[name] for name in form.missing)
            raise LogFormatError(f"{_unknown(form.table)} For a roster it has no column that {said}.", table=form.table)
    return Roster.of(read.roster_sheets())


def _unknown(table: Table) -> str:
    shown = ", ".join(clean(cell, 30) or "(no name)" for cell in table.header[:8])
    return f"This is not an export that legrun knows. Its columns are: {shown}."


def _leg_days(sheets: Sequence[Sheet]) -> dict[str, set[dt.date]]:
    """Return the days with a leg day by the person's name as it is compared."""
    days: dict[str, set[dt.date]] = {}
    for sheet in sheets:
        kinds = sheet.distinct("kind")
        legs = [place for place, text in enumerate(kinds) if text.strip().casefold() == "legs"]
        rows = np.flatnonzero(np.isin(sheet.codes("kind"), legs)) if legs else np.array([], dtype=np.intp)
        starts = sheet.moments[rows].astype("datetime64[D]").tolist()
        for name, day in zip(sheet.texts("athlete", rows), starts, strict=True):
            if day is not None:
                days.setdefault(name_key(decode(name)), set()).add(day)
    return days
