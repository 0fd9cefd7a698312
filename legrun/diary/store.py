"""Reading and writing a person's part of an open diary; whoever calls it has begun the transaction."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from legrun.diary.rows import (
    ATHLETE,
    CHECK_IN,
    SESSION,
    Row,
    as_athlete,
    as_check_in,
    as_session,
    athlete_row,
    check_in_row,
    session_row,
    values_of,
)
from legrun.logs import Log, Problem
from legrun.logs.own import decode, encode

__all__ = ["NAME", "delete", "insert", "person_id", "read_log", "write_difference"]

NAME = "your diary"  # what a diary's log is called among the files


def person_id(db: sqlite3.Connection, person: str, *, add: bool = False) -> int | None:
    """Return the number of a person; None where nobody is called so, unless they are to be added."""
    name = encode(person)
    if add:
        db.execute("INSERT INTO person (name) VALUES (?) ON CONFLICT DO NOTHING", (name,))
    row = db.execute("SELECT id FROM person WHERE name = ?", (name,)).fetchone()
    return None if row is None else int(row[0])


def read_log(db: sqlite3.Connection, person: int) -> Log:
    """Return all that stands of a person, as one log."""
    problems: list[Problem] = []

    def rows(table: str, columns: Sequence[str], order: str) -> Iterable[Row]:
        asked = f"SELECT {', '.join(columns)} FROM {table} WHERE person = ? ORDER BY {order}"
        return db.execute(asked, (person,))

    sessions = values_of(rows("session", SESSION, "start, kind, name"), as_session, "session", problems)
    athletes = values_of(rows("athlete", ATHLETE, "person"), as_athlete, "person", problems)
    nights = values_of(rows("night", ("date", "hours"), "date"), _as_night, "night", problems)
    choices = values_of(rows("choice", ("key", "value"), "key"), _as_choice, "decision", problems)
    return Log(
        format="legrun",
        name=NAME,
        sessions=tuple(sorted(sessions, key=lambda each: (each.start, each.kind, each.name))),
        check_ins=tuple(values_of(rows("check_in", CHECK_IN, "time"), as_check_in, "check-in", problems)),
        sleep_h=dict(nights),
        problems=tuple(problems),
        workouts=int(db.execute("SELECT workouts FROM person WHERE id = ?", (person,)).fetchone()[0]),
        choices=dict(choices),
        athlete=athletes[0] if athletes else None,
    )


def _as_night(row: Row) -> tuple[dt.date, float]:
    return dt.date.fromisoformat(row[0]), float(row[1])


def _as_choice(row: Row) -> tuple[str, str]:
    return decode(row[0]), decode(row[1])


def insert(db: sqlite3.Connection, table: str, person: int, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Add rows to a person's; one with the same key is replaced."""
    marks = ", ".join("?" * (len(columns) + 1))
    asked = f"INSERT OR REPLACE INTO {table} (person, {', '.join(columns)}) VALUES ({marks})"
    db.executemany(asked, ((person, *row) for row in rows))


def delete(db: sqlite3.Connection, table: str, person: int, columns: Sequence[str], rows: Iterable[Row]) -> int:
    """Take out one row for each that is given, and return how many; IS, since cells may be empty."""
    same = " AND ".join(f"{column} IS ?" for column in columns)
    asked = f"DELETE FROM {table} WHERE rowid = (SELECT rowid FROM {table} WHERE person = ? AND {same} LIMIT 1)"
    return db.executemany(asked, ((person, *row) for row in rows)).rowcount


def write_difference(db: sqlite3.Connection, person: int, before: Log, after: Log) -> None:
    """Change what differs between two states of a person's log, and nothing else."""
    for table, columns, old, new in (
        ("session", SESSION, map(session_row, before.sessions), map(session_row, after.sessions)),
        ("check_in", CHECK_IN, map(check_in_row, before.check_ins), map(check_in_row, after.check_ins)),
        ("night", ("date", "hours"), _nights(before.sleep_h), _nights(after.sleep_h)),
        ("choice", ("key", "value"), _choices(before.choices), _choices(after.choices)),
    ):
        gone, come = Counter(old), Counter(new)
        delete(db, table, person, columns, (gone - come).elements())
        insert(db, table, person, columns, (come - gone).elements())
    if before.athlete != after.athlete:
        db.execute("DELETE FROM athlete WHERE person = ?", (person,))
        insert(db, "athlete", person, ATHLETE, [athlete_row(after.athlete)] if after.athlete else [])
    more = after.workouts - before.workouts
    db.execute("UPDATE person SET workouts = max(workouts + ?, 0) WHERE id = ?", (more, person))


def _nights(sleep_h: Mapping[dt.date, float]) -> list[Row]:
    return [(date.isoformat(), float(hours)) for date, hours in sleep_h.items()]


def _choices(choices: Mapping[str, str]) -> list[Row]:
    return [(encode(key), encode(text)) for key, text in choices.items()]
