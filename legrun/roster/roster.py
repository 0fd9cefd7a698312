"""Who is in a roster, and which of its rows are whose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from legrun.errors import LogFormatError
from legrun.evidence import value
from legrun.logs import Log, Problem, Table
from legrun.logs.own import COLUMNS, decode
from legrun.logs.reader import read_own
from legrun.logs.reading.text import clean
from legrun.roster.absence import ABSENCES, Absence
from legrun.roster.flags import Complaint
from legrun.roster.names import People, name_key
from legrun.roster.past_plan import Plan, at_an_hour, is_over, said_done
from legrun.roster.sheet import Moments, Rows, Sheet, join
from legrun.scenario.hours import HOUR
from legrun.scenario.plain import plain

__all__ = ["AWAY", "CHECK_IN", "DATED", "GROUP", "NOTE", "PLAN", "SLEEP", "Roster", "choices_of"]

PLAN, SESSION, CHECK_IN, SLEEP = "plan", "session", "check_in", "sleep"
TELLING = ("legs", "run")
DATED = (SESSION, CHECK_IN, SLEEP, PLAN)
DAY = np.timedelta64(1, "D")
# Choices about the whole roster stand in rows of record "choice" that name nobody: this before the name, whose it is.
SAME = "person:"
# A coach's own rows about a client: in no log of theirs.
NOTE, GROUP, AWAY = "note", "group", "away"
COACHS = (NOTE, GROUP, AWAY)
Codes = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Roster:
    """The logs of several people, row by row.

    Attributes
    ----------
    sheet : Sheet
        All rows.
    people : People
        Who they are.
    owners : array of int
        For each row whose it is, as an index into `clients`; -1 where it is nobody's.
    """

    sheet: Sheet
    people: People
    owners: Codes = field(repr=False)

    @classmethod
    def of(cls, sheets: Sequence[Sheet], same: Mapping[str, str] | None = None) -> Roster:
        """Return the roster that some sheets make together.

        Parameters
        ----------
        sheets : sequence of Sheet
            The rows of each file.
        same : mapping of str to str, optional
            What was decided about names that look alike, as in `People.of`; the files' own decisions hold besides.

        Raises
        ------
        LogFormatError
            When nobody is in it.
        """
        if not sheets:
            raise LogFormatError("Nothing could be read yet: say which column names the athlete, and which the day.")
        sheet = join(sheets)
        texts = sheet.distinct("athlete")
        names = [clean(decode(text.strip())) for text in texts]
        people = People.of(names, {**_decisions(sheet), **(same or {})})
        if not people.clients:
            raise LogFormatError("The roster names nobody: its column for the athlete is empty in every row.")
        numbers = np.array([people.places.get(name, -1) for name in names], dtype=np.int32)
        return cls(sheet, people, numbers[sheet.codes("athlete")])

    def without(self, names: Collection[str]) -> Roster:
        """Return the roster without some clients, by their names as they are compared: none of their rows is left.

        The last client stays: a roster names somebody.
        """
        gone = [place for place, name in enumerate(self.clients) if name_key(name) in names]
        if not gone or len(gone) == len(self.clients):
            return self
        theirs = [name_key(self.clients[place]) for place in gone]
        told = [text for name in ("key", "value") for text in self.sheet.distinct(name) if _names(text) in theirs]
        mask = np.isin(self.owners, gone)
        for name in ("key", "value"):
            mask |= np.array([text in told for text in self.sheet.texts(name, np.arange(len(mask)))], dtype=bool)
        return Roster.of([self.sheet.filtered(~mask)])

    @property
    def clients(self) -> tuple[str, ...]:
        """Their names, in the order in which the file names them first."""
        return self.people.clients

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
    def coachs(self) -> Codes:
        """For each row which of `COACHS` it is; -1 for any other."""
        return _matched(self.sheet, "record", COACHS)

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
        items = list(self.sheet.problems)
        known = self.records >= 0
        nobody = np.flatnonzero((self.owners < 0) & known)
        undated = np.flatnonzero((self.owners >= 0) & known & np.isnat(self.moments))
        for rows, column, reason, of in (
            (nobody, "athlete", "name no athlete; they were left out", known.sum()),
            (undated, "start", "have a date that was not understood; they were left out", known.sum()),
        ):
            if rows.size:
                first = self.sheet.numbers[int(rows[0])]
                count = f"{rows.size:,} of {int(of):,} dated rows"
                items.append(Problem(first, column, f"{count} {reason}. The first is row {first}."))
        return tuple(items)

    def last_moment(self, clock: dt.datetime) -> dt.datetime | None:
        """Return the first full hour after everything that was done by a clock: the moment that stands in for now.

        Check-ins count until the end of the clock's day, since a rating of 7:20 is read by a clock of 7:00; plans of
        that day count too.
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
        return self._log(rows[self.records[rows] != DATED.index(PLAN)])

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
        return self._log(rows[keep & ~ahead & (records != DATED.index(PLAN))])

    def all_lost(self, client: int, recent: Log, plans: Log) -> bool:
        """Return whether a client has dated rows and not one of them could be read.

        Parameters
        ----------
        client : int
            Which of the clients.
        recent, plans : Log
            What `recent_log` and `plans` made of their rows.
        """
        rows = self.rows(client)
        dated = rows[self.records[rows] >= 0]
        if not dated.size:
            return False
        if np.all(np.isnat(self.moments[dated])):
            return True
        read = recent.sessions or recent.check_ins or recent.sleep_h or plans.sessions
        return not read and bool(recent.problems)

    def plans(self, client: int, now: dt.datetime, days: int = 1, *, first: int = 0) -> Log:
        """Return what a client plans for the day of `now`, or more days, as a log: plans, and sessions yet to come.

        What was planned for earlier today and must be over is not of it; `first` days are left out.
        """
        rows = self.rows(client)
        moments, records = self.moments[rows], self.records[rows]
        midnight = np.datetime64(now, "D")
        within = (moments >= midnight + first * DAY) & (moments < midnight + days * DAY)
        ahead = (records == DATED.index(SESSION)) & (moments > np.datetime64(now, "s"))
        planned = rows[within & ((records == DATED.index(PLAN)) | ahead)]
        if not planned.size:
            return Log("legrun")
        plans = self._log(planned, record=SESSION)
        return replace(plans, sessions=tuple(s for s in plans.sessions if not is_over(s, now)))

    def past_plans(self, client: int, now: dt.datetime) -> tuple[tuple[Plan, ...], Sequence[Problem]]:
        """Return what a client had planned in the last 42 days up to now, oldest first, and which rows are left out."""
        rows = self.rows(client)
        moments = self.moments[rows]
        midnight = np.datetime64(now, "D")
        since = midnight - int(value("history.days")) * DAY
        past = rows[(self.records[rows] == DATED.index(PLAN)) & (moments >= since) & (moments < midnight + DAY)]
        if not past.size:
            return (), ()
        cells = zip(
            self.moments[past].tolist(), self.sheet.texts("kind", past), self.sheet.texts("done", past), strict=True
        )
        said = {(start, kind.strip()): said_done(done) for start, kind, done in cells}
        log = self._log(past, record=SESSION)
        plans = tuple(
            Plan(at_an_hour(session), said.get((session.start, session.kind), ""))
            for session in log.sessions
            if session.start.date() < now.date() or is_over(session, now)
        )
        return plans, log.problems

    def complaint(self, client: int, now: dt.datetime) -> Complaint:
        """Return what feels wrong: said in the newest check-in or after it, or without a date."""
        told = dict.fromkeys(self.sheet.texts("flag", self._telling(client, now)))
        return Complaint.together(Complaint.of(decode(text)) for text in told)

    def complained(self, client: int, now: dt.datetime) -> dt.date | None:
        """Return on which day it was last said what feels wrong; None where it has no date, or nothing is."""
        rows = self._telling(client, now)
        told = [text.strip() != "" for text in self.sheet.texts("flag", rows)]
        days = self.moments[rows][told]
        days = days[~np.isnat(days)]
        return days.max().item().date() if days.size else None

    def _telling(self, client: int, now: dt.datetime) -> Rows:
        """Return the rows that may tell what feels wrong."""
        rows = self.rows(client)
        if "flag" not in self.sheet.columns:
            return rows[:0]
        moments, records = self.moments[rows], self.records[rows]
        past = moments < np.datetime64(now, "D") + DAY
        check_ins = moments[past & (records == DATED.index(CHECK_IN))]
        newest = check_ins.max() if check_ins.size else np.datetime64(0, "s")
        return rows[(past & (moments >= newest)) | np.isnat(moments)]

    def note(self, client: int) -> str:
        """Return the coach's note about a client: the last row of record note."""
        return clean(self._last(client, NOTE)["value"], 200)

    def group(self, client: int) -> str:
        """Return the group that a coach put a client into: the last row of record group."""
        return clean(self._last(client, GROUP)["value"])

    def absence(self, client: int) -> Absence | None:
        """Return when a client is away, ill or injured, or last was: the last row of record away."""
        row = self._last(client, AWAY)
        try:
            last = dt.date.fromisoformat(row["value"]) if row["value"].strip() else None
            return Absence(ABSENCES[ABSENCES.index(row["key"])], dt.date.fromisoformat(row["start"][:10]), last)
        except ValueError:
            return None  # nothing, or no dates

    def _last(self, client: int, record: str) -> dict[str, str]:
        """Return the cells of a client's last row of one of a coach's own records; empty ones where there is none."""
        rows = self.rows(client)
        rows = rows[self.coachs[rows] == COACHS.index(record)][-1:]
        return {name: "".join(map(decode, self.sheet.texts(name, rows))) for name in ("key", "value", "start")}

    def last_check_in(self, client: int, now: dt.datetime) -> dt.datetime | None:
        """Return when a client last rated soreness, up to the end of today."""
        rows = self.rows(client)
        moments = self.moments[rows]
        rated = self.is_rated[rows] & (self.records[rows] == DATED.index(CHECK_IN))
        past = moments[rated & (moments < np.datetime64(now, "D") + DAY)]
        return past.max().item() if past.size else None

    def _log(self, rows: Rows, *, record: str | None = None) -> Log:
        """Return the log that some rows make; `record` overrules what they say they are."""
        rows = rows[self.coachs[rows] < 0]
        names = [name for name in COLUMNS if name in self.sheet.filled]
        columns = [self.sheet.texts(name, rows) for name in names]
        if record is not None:
            columns[names.index("record")] = [record] * len(rows)
        numbers = [self.sheet.numbers[row] for row in rows.tolist()]
        return read_own(Table(tuple(names), numbers, None, columns, name=self.sheet.name))


def _names(text: str) -> str:
    """Return whom a key or a value of a choice names, as names are compared."""
    return name_key(decode(text).removeprefix(SAME))


def choices_of(sheet: Sheet) -> dict[str, str]:
    """Return what a file's rows of record choice that name nobody keep, by key."""
    if not {"key", "value"} <= sheet.columns.keys():
        return {}
    rows = np.flatnonzero(_matched(sheet, "record", ("choice",)) == 0)
    cells = zip(*(sheet.texts(name, rows) for name in ("athlete", "key", "value")), strict=True)
    return {decode(key): decode(text) for athlete, key, text in cells if not athlete.strip()}


def _decisions(sheet: Sheet) -> dict[str, str]:
    """Return what the file's own rows decide about names that look alike."""
    return {key[len(SAME) :]: text for key, text in choices_of(sheet).items() if key.startswith(SAME)}


def _matched(sheet: Sheet, column: str, wanted: Sequence[str]) -> Codes:
    """Return for each row which of some words it holds; -1 for any other."""
    if column not in sheet.columns:
        return np.full(len(sheet.numbers), -1, dtype=np.int32)
    places = {word: place for place, word in enumerate(wanted)}
    codes = [places.get(text.strip().casefold(), -1) for text in sheet.distinct(column)]
    return np.asarray(np.array([*codes, -1], dtype=np.int32)[sheet.codes(column)])
