"""Who is in a roster, and which of its rows are whose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import Any

import numpy as np
import numpy.typing as npt

from legrun.errors import LogFormatError
from legrun.evidence import value
from legrun.logs import Log, Problem, Table, read_log
from legrun.logs.own import COLUMNS, decode
from legrun.logs.reader import read_own
from legrun.logs.reading.archive import is_archive
from legrun.logs.reading.text import clean
from legrun.roster.flags import parse_flags
from legrun.roster.sheet import Moments, Rows, Sheet, is_roster, join, open_file, read_sheet, sheet_of
from legrun.scenario import Session
from legrun.scenario.plain import plain

__all__ = ["Roster", "read_file", "read_roster", "roster_of"]

PLAN, SESSION, CHECK_IN, SLEEP = "plan", "session", "check_in", "sleep"
TELLING = ("legs", "run")
DATED = (SESSION, CHECK_IN, SLEEP, PLAN)
DAY = np.timedelta64(1, "D")
HOUR = dt.timedelta(hours=1)
Codes = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Roster:
    """The logs of several people, row by row.

    Attributes
    ----------
    sheet : Sheet
        All rows.
    clients : tuple of str
        Their names, in the order in which the file names them first.
    owners : array of int
        For each row whose it is, as an index into `clients`; -1 where it is nobody's.
    """

    sheet: Sheet
    clients: tuple[str, ...]
    owners: Codes = field(repr=False)

    @cached_property
    def _order(self) -> tuple[Rows, Rows]:
        """Rows by client, and where each client's begin."""
        order = np.argsort(self.owners, kind="stable")
        return order, np.searchsorted(self.owners[order], np.arange(len(self.clients) + 1))

    def rows(self, client: int) -> Rows:
        """Return the rows of a client, in the order of the file."""
        order, bounds = self._order
        return order[bounds[client] : bounds[client + 1]]

    @cached_property
    def records(self) -> Codes:
        """For each row which of `DATED` it is; -1 for any other."""
        return _matched(self.sheet, "record", DATED)

    @cached_property
    def kinds(self) -> Codes:
        """For each row which of `TELLING` its kind is; -1 for any other."""
        return _matched(self.sheet, "kind", TELLING)

    @cached_property
    def is_rated(self) -> Mask:
        """For each row whether it has a soreness."""
        filled = np.array([bool(text.strip()) for text in self.sheet.distinct("soreness")] or [False])
        if "soreness" not in self.sheet.columns:
            return np.zeros(len(self.owners), dtype=bool)
        return np.asarray(filled[self.sheet.codes("soreness")])

    @property
    def moments(self) -> Moments:
        """The start of each row."""
        return self.sheet.moments

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What of the file could not be used, as far as it concerns more than one client."""
        found = list(self.sheet.problems)
        known = self.records >= 0
        nobody = np.flatnonzero((self.owners < 0) & known)
        undated = np.flatnonzero((self.owners >= 0) & known & np.isnat(self.moments))
        for rows, column, said in (
            (nobody, "athlete", "name no athlete; they were left out"),
            (undated, "start", "have a date that was not understood; they were left out"),
        ):
            if rows.size:
                first = self.sheet.numbers[int(rows[0])]
                found.append(Problem(first, column, f"{rows.size:,} rows {said}. The first is row {first}."))
        return tuple(found)

    def last_moment(self, clock: dt.datetime) -> dt.datetime | None:
        """Return the first full hour after everything that was done by a clock: the moment that stands in for now.

        Check-ins count until the end of the clock's day, since a rating of 7:20 is read by a clock of 7:00.
        """
        day_ends = np.datetime64(clock.date(), "s") + DAY
        is_check_in = self.records == DATED.index(CHECK_IN)
        done = (self.records == DATED.index(SESSION)) & (self.moments <= np.datetime64(clock, "s"))
        counted = self.moments[(self.owners >= 0) & (done | (is_check_in & (self.moments < day_ends)))]
        if not counted.size:
            return None
        last: dt.datetime = counted.max().item()
        whole = last.replace(minute=0, second=0, microsecond=0)
        return whole if whole == last else whole + HOUR

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, for JSON: each client's whole log by name, and what could not be used."""
        logs = {name: self.log(client).to_dict() for client, name in enumerate(self.clients)}
        return {"clients": logs, "problems": plain(self.problems)}

    def log(self, client: int) -> Log:
        """Return a client's whole log, with every problem in its rows."""
        rows = self.rows(client)
        return self._log(client, rows[self.records[rows] != DATED.index(PLAN)])

    def recent_log(self, client: int, now: dt.datetime) -> Log:
        """Return of a client's log what today's answer depends on.

        The last 42 days, the leg days of the twelve weeks that tell the experience, of leg days and runs the last
        one before and the first of all, and what has no date: what `starting_point` looks at.
        """
        rows = self.rows(client)
        moments, records = self.moments[rows], self.records[rows]
        at = np.datetime64(now, "s")
        midnight = at.astype("datetime64[D]")
        session = records == DATED.index(SESSION)
        legs, runs = (session & (self.kinds[rows] == kind) for kind in range(len(TELLING)))
        since = midnight - int(value("history.days")) * DAY
        legs_since = midnight - int(7 * value("history.experience_weeks")) * DAY
        keep = (moments >= since) | (legs & (moments >= legs_since)) | np.isnat(moments)
        for kind in (session, legs, runs):
            older = np.flatnonzero(kind & (moments < since))
            if older.size:
                keep[older[[moments[older].argmin(), moments[older].argmax()]]] = True
        ahead = (moments > at) & session | (moments >= midnight + DAY)
        return self._log(client, rows[keep & ~ahead & (records != DATED.index(PLAN))])

    def plans(self, client: int, now: dt.datetime) -> tuple[Session, ...]:
        """Return what a client plans for the day of `now`: rows of record plan, and sessions that are yet to come."""
        rows = self.rows(client)
        moments, records = self.moments[rows], self.records[rows]
        midnight = np.datetime64(now, "D")
        today = (moments >= midnight) & (moments < midnight + DAY)
        ahead = (records == DATED.index(SESSION)) & (moments > np.datetime64(now, "s"))
        planned = rows[today & ((records == DATED.index(PLAN)) | ahead)]
        return self._log(client, planned, record=SESSION).sessions if planned.size else ()

    def flags(self, client: int, now: dt.datetime) -> frozenset[str]:
        """Return what feels wrong: said in the newest check-in or after it, or without a date."""
        rows = self.rows(client)
        if "flag" not in self.sheet.columns:
            return frozenset()
        moments, records = self.moments[rows], self.records[rows]
        past = moments < np.datetime64(now, "D") + DAY
        check_ins = moments[past & (records == DATED.index(CHECK_IN))]
        newest = check_ins.max() if check_ins.size else np.datetime64(0, "s")
        counts = rows[(past & (moments >= newest)) | np.isnat(moments)]
        return frozenset().union(*(parse_flags(decode(text)) for text in set(self.sheet.texts("flag", counts))))

    def last_check_in(self, client: int, now: dt.datetime) -> dt.datetime | None:
        """Return when a client last rated soreness, up to the end of today."""
        rows = self.rows(client)
        moments = self.moments[rows]
        rated = self.is_rated[rows] & (self.records[rows] == DATED.index(CHECK_IN))
        found = moments[rated & (moments < np.datetime64(now, "D") + DAY)]
        return found.max().item() if found.size else None

    def _log(self, client: int, rows: Rows, *, record: str | None = None) -> Log:
        """Return the log that some rows make; `record` overrules what they say they are."""
        names = [name for name in COLUMNS if name in self.sheet.columns]
        columns = [self.sheet.texts(name, rows) for name in names]
        if record is not None:
            columns[names.index("record")] = [record] * len(rows)
        numbers = [self.sheet.numbers[row] for row in rows.tolist()]
        return read_own(Table(tuple(names), numbers, None, columns, name=self.sheet.name))


def _matched(sheet: Sheet, column: str, wanted: Sequence[str]) -> Codes:
    """Return for each row which of some words it holds; -1 for any other."""
    if column not in sheet.columns:
        return np.full(len(sheet.numbers), -1, dtype=np.int32)
    places = {word: place for place, word in enumerate(wanted)}
    codes = [places.get(text.strip().casefold(), -1) for text in sheet.distinct(column)]
    return np.asarray(np.array([*codes, -1], dtype=np.int32)[sheet.codes(column)])


def roster_of(sheets: Sequence[Sheet]) -> Roster:
    """Return the roster that some sheets make together.

    Raises
    ------
    LogFormatError
        When nobody is in it.
    """
    sheet = join(sheets)
    texts = sheet.distinct("athlete")
    names = [clean(decode(text.strip())) for text in texts]
    clients = {name: number for number, name in enumerate(dict.fromkeys(name for name in names if name))}
    if not clients:
        raise LogFormatError("The roster names nobody: its column for the athlete is empty in every row.")
    numbers = np.array([clients.get(name, -1) for name in names], dtype=np.int32)
    return Roster(sheet, tuple(clients), numbers[sheet.codes("athlete")])


def read_file(data: bytes, name: str) -> Sheet:
    """Return a file's rows: of a roster, or of one client's log, who is then called what the file is.

    Raises
    ------
    LogFormatError
        When nothing can be read.
    """
    try:
        opened = None if is_archive(data) else open_file(data, name)
    except LogFormatError:
        opened = None  # `read_log` refuses it with a better word for what it is
    if opened is not None and is_roster(opened.header):
        return read_sheet(opened)
    return sheet_of(read_log(data, name=name), PurePath(clean(name)).stem or "Client")


def read_roster(data: bytes, name: str = "") -> Roster:
    r"""Return the roster that one file holds.

    Parameters
    ----------
    data : bytes
        legrun's own CSV with a column ``athlete`` (and ``flag`` where something feels wrong), at most 50 MB and
        1,000,000 rows; or one client's log in any format that legrun reads.
    name : str
        Name of the file.

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
    return roster_of([read_file(data, name)])
