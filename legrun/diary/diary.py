"""`Diary`: a file of people, what they did and felt, what they plan, and what they were advised."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from legrun.diary import file
from legrun.diary.advised import Advised
from legrun.diary.rows import (
    ADVISED,
    CHECK_IN,
    PLAN,
    PLAN_ITEM,
    Row,
    advised_row,
    as_advised,
    as_plan,
    as_plan_item,
    check_in_row,
    plan_item_row,
    plan_row,
    values_of,
)
from legrun.diary.store import NAME, delete, insert, person_id, read_log, write_difference
from legrun.errors import DiaryError
from legrun.logs import Log, Problem, merge_logs
from legrun.logs.corrections import REMOVED, corrected, correction, session_keys
from legrun.logs.own import decode
from legrun.scenario import CheckIn, Session
from legrun.scenario.fields import moment, number
from legrun.scenario.week_plan import WeekPlan
from legrun.wording.languages import dated, full_moment

__all__ = ["Diary", "KeptRoster", "same_content"]

EMPTY = Log("legrun", name=NAME)
# The parts of a log that are kept; the rest tells of the reading of a file.
CONTENT = ("sessions", "check_ins", "sleep_h", "choices", "athlete", "workouts")
T = TypeVar("T")


@dataclass(frozen=True)
class KeptRoster:
    """A coach's roster as it was saved: when, and its CSV."""

    saved: dt.datetime
    csv: bytes


@dataclass(frozen=True)
class Diary:
    """A diary on the disk; every change is one short transaction, on the disk when the call returns.

    Attributes
    ----------
    path : Path
        Its file.

    Notes
    -----
    It holds no connection, so that several windows and several processes may use one file at once. Every method
    raises `DiaryError`, with a sentence for a person, where the disk or another writer is in the way.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     diary = Diary.open(Path(folder) / "diary.sqlite")
    ...     diary.rate("me", CheckIn(dt.datetime(2026, 3, 4, 7), 4.0), sleep_h=6.5)
    ...     diary.log("me").summary
    'legrun CSV: no workouts, 1 check-in, 1 night, 4 Mar 2026'
    """

    path: Path

    @classmethod
    def open(cls, path: Path) -> Diary:
        """Open a diary, or make one where there is none: the file for its owner alone, a new folder too.

        Raises
        ------
        DiaryError
            When the file is damaged (it is then moved aside, never overwritten), was written by a newer legrun, is
            another program's, or cannot be written.
        """
        file.prepare(path)
        return cls(path)

    @property
    def size_bytes(self) -> int:
        """How much of the disk it takes. [bytes]"""
        return file.size_bytes(self.path)

    @property
    def changes(self) -> int:
        """How often it was changed so far, by whomever: another number tells that it is to be read again."""
        with file.connect(self.path) as db:
            return int(db.execute("SELECT changes FROM diary").fetchone()[0])

    def people(self) -> tuple[str, ...]:
        """Return who is in it, in the order in which they came."""
        with file.connect(self.path) as db:
            return tuple(decode(name) for (name,) in db.execute("SELECT name FROM person ORDER BY id"))

    def log(self, person: str) -> Log:
        """Return what a person did and felt, and what was decided about it; empty for somebody who is not in it."""
        with file.connect(self.path) as db:
            # One transaction, so that a change of another window is in all of it or in none.
            db.execute("BEGIN")
            known = person_id(db, person)
            log = EMPTY if known is None else read_log(db, known)
            db.execute("COMMIT")
        return log

    def put(self, person: str, log: Log) -> None:
        """Let a log take the place of a person's."""
        with file.change(self.path) as db:
            known = _added(db, person)
            write_difference(db, known, read_log(db, known), log)

    def merge(self, person: str, *logs: Log) -> Log:
        """Add logs to a person's and return what it then is; nothing is counted twice.

        Where a log and the diary differ on a moment or a night, the diary's word counts.
        """
        with file.change(self.path) as db:
            known = _added(db, person)
            before = read_log(db, known)
            after = merge_logs([*logs, before])
            write_difference(db, known, before, after)
        return after

    def apply(self, person: str, before: Log, after: Log) -> None:
        """Make the change that leads from one state of a person's log to another, and no other.

        What another window has changed in the meantime stays.
        """
        with file.change(self.path) as db:
            write_difference(db, _added(db, person), before, after)

    def rate(
        self, person: str, check_in: CheckIn, *, sleep_h: float | None = None, advised: Advised | None = None
    ) -> None:
        """Keep a morning, all of it or nothing.

        Parameters
        ----------
        person : str
            Whose it is.
        check_in : CheckIn
            The rating; it takes the place of one of the same moment.
        sleep_h : float, optional
            Sleep of the night that ended that day. [h]
        advised : Advised, optional
            What was advised on it.
        """
        time, date = check_in.time.isoformat(), check_in.time.date().isoformat()
        with file.change(self.path) as db:
            known = _added(db, person)
            db.execute("DELETE FROM check_in WHERE person = ? AND time = ?", (known, time))
            insert(db, "check_in", known, CHECK_IN, [check_in_row(check_in)])
            if sleep_h is not None:
                insert(db, "night", known, ("date", "hours"), [(date, number("sleep_h", sleep_h, 0, 16, "h"))])
            if advised is not None:
                insert(db, "advised", known, ADVISED, [advised_row(advised)])

    def add(self, person: str, session: Session) -> None:
        """Add a session, unless it is there already; a decision that took one like it out no longer holds."""
        with file.change(self.path) as db:
            known = _added(db, person)
            before = read_log(db, known)
            if session in before.sessions:
                return
            gone = {key for key in session_keys([session]) if before.choices.get(key) == REMOVED}
            choices = {key: text for key, text in before.choices.items() if key not in gone}
            after = replace(before, sessions=(*before.sessions, session), choices=choices, workouts=before.workouts + 1)
            write_difference(db, known, before, after)

    def change(self, person: str, session: Session, **changes: Any) -> None:
        """Correct a session; the correction holds too when the file that it came from is merged again.

        Parameters
        ----------
        person : str
            Whose it is.
        session : Session
            The session as it stands in their log.
        **changes
            ``start``, ``kind``, ``minutes`` [min], ``rpe``, ``distance_km`` [km] or ``hard_sets``.

        Raises
        ------
        DiaryError
            When there is no such session, or it cannot be so.
        """
        self._decide(person, session, changes)

    def remove(self, person: str, thing: Session | CheckIn | dt.date) -> None:
        """Take one session, one rating or one night out; a session stays out when its file is merged again.

        Raises
        ------
        DiaryError
            When there is no such thing.
        """
        if isinstance(thing, Session):
            self._decide(person, thing, None)
            return
        with file.change(self.path) as db:
            known = _added(db, person)
            if isinstance(thing, CheckIn):
                gone = delete(db, "check_in", known, CHECK_IN, [check_in_row(thing)])
                what = f"rating of {full_moment(thing.time)}"
            else:
                gone = delete(db, "night", known, ("date",), [(thing.isoformat(),)])
                what = f"night that ends on {dated(thing)}"
            if not gone:
                raise DiaryError(f"The diary has no {what}; perhaps another window has changed it.")

    def _decide(self, person: str, session: Session, changes: dict[str, Any] | None) -> None:
        """Correct a session, or take it out, as a decision that is kept."""
        with file.change(self.path) as db:
            known = _added(db, person)
            before = read_log(db, known)
            if session not in before.sessions:
                when = full_moment(session.start)
                raise DiaryError(f"The diary has no such session of {when}; perhaps another window has changed it.")
            key = session_keys(before.sessions)[before.sessions.index(session)]
            text = REMOVED if changes is None else correction(changes, before.choices.get(key, ""))
            problems: list[Problem] = []
            sessions, gone = corrected(before.sessions, {key: text}, problems)
            if problems:
                raise DiaryError(problems[0].message)
            choices = {**before.choices, key: text}
            workouts = max(before.workouts - gone, 0)
            write_difference(
                db, known, before, replace(before, sessions=tuple(sessions), choices=choices, workouts=workouts)
            )

    def plan(self, person: str) -> WeekPlan | None:
        """Return the week that a person plans; None where none is kept."""
        items = self._values(person, "plan_item", PLAN_ITEM, "start", as_plan_item)
        rules = self._values(person, "plan", PLAN, "first", as_plan)
        return replace(rules[0], items=items) if rules else None

    def keep_plan(self, person: str, plan: WeekPlan) -> None:
        """Let a planned week take the place of a person's."""
        with file.change(self.path) as db:
            known = _added(db, person)
            for table in ("plan", "plan_item"):
                db.execute(f"DELETE FROM {table} WHERE person = ?", (known,))
            insert(db, "plan", known, PLAN, [plan_row(plan)])
            insert(db, "plan_item", known, PLAN_ITEM, map(plan_item_row, plan.items))

    def advised(self, person: str) -> tuple[Advised, ...]:
        """Return the advice that was given, oldest first."""
        return self._values(person, "advised", ADVISED, "asked", as_advised)

    def roster(self) -> KeptRoster | None:
        """Return the coach's roster as it was saved last; None where none is kept."""
        with file.connect(self.path) as db:
            row = db.execute("SELECT saved, packed FROM roster").fetchone()
        return None if row is None else KeptRoster(dt.datetime.fromisoformat(row[0]), zlib.decompress(row[1]))

    def keep_roster(self, csv: bytes, saved: dt.datetime) -> None:
        """Let a day's roster, as its CSV, take the place of the one before."""
        cells = moment("saved", saved).isoformat(), zlib.compress(csv, level=1)
        with file.change(self.path) as db:
            db.execute("INSERT OR REPLACE INTO roster (only, saved, packed) VALUES (1, ?, ?)", cells)

    def forget_roster(self) -> None:
        """Take the roster out; no bytes of it are left in the file."""
        with file.change(self.path) as db:
            db.execute("DELETE FROM roster")
        file.wipe(self.path)

    def _values(
        self, person: str, table: str, columns: tuple[str, ...], order: str, make: Callable[[Row], T]
    ) -> tuple[T, ...]:
        problems: list[Problem] = []
        with file.connect(self.path) as db:
            asked = f"SELECT {', '.join(columns)} FROM {table} WHERE person = ? ORDER BY {order}"
            made = values_of(db.execute(asked, (person_id(db, person),)), make, table, problems)
        if problems:
            raise DiaryError(problems[0].message)
        return tuple(made)

    def forget(self, person: str) -> None:
        """Take a person out with all that is theirs; no bytes of it are left in the file."""
        with file.change(self.path) as db:
            db.execute("DELETE FROM person WHERE id = ?", (person_id(db, person),))
        file.wipe(self.path)

    def forget_everything(self) -> None:
        """Delete the file, with what was moved aside from it; its bytes are overwritten first."""
        with contextlib.suppress(DiaryError):  # a file that cannot be written may still be deleted
            with file.change(self.path) as db:
                db.execute("DELETE FROM person")
                db.execute("DELETE FROM roster")
            file.wipe(self.path)
        file.delete(self.path)


def same_content(log: Log, other: Log) -> bool:
    """Return whether two logs would stand in a diary as the same.

    Examples
    --------
    >>> same_content(EMPTY, Log("Hevy", name="other.csv"))
    True
    """
    return all(getattr(log, name) == getattr(other, name) for name in CONTENT)


def _added(db: sqlite3.Connection, person: str) -> int:
    """Return the number of a person, who is added where nobody is called so."""
    known = person_id(db, person, add=True)
    assert known is not None
    return known
