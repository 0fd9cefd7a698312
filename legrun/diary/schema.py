"""The tables of a diary, and the steps from each version of them to the next."""

from __future__ import annotations

import sqlite3

__all__ = ["APPLICATION_ID", "STEPS", "migrate", "version_of"]

# Tells a diary from any other SQLite file: "legr".
APPLICATION_ID = 0x6C656772

_SESSION = """
    kind TEXT NOT NULL, start TEXT NOT NULL, minutes REAL NOT NULL, rpe REAL NOT NULL, style TEXT, distance_km REAL,
    hard_sets REAL, to_failure INTEGER NOT NULL, warm_up INTEGER NOT NULL, novelty REAL NOT NULL,
    downhill_minutes REAL NOT NULL, downhill_grade_pct REAL NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL,
    estimated TEXT NOT NULL
"""
_PERSON = "person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE"

# Step n leads from version n to version n + 1. A step that was released is never changed.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE diary (changes INTEGER NOT NULL)",
        "INSERT INTO diary VALUES (0)",
        "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, workouts INTEGER NOT NULL DEFAULT 0)",
        f"""CREATE TABLE athlete (
            {_PERSON} UNIQUE, experience TEXT NOT NULL, age REAL, body_mass_kg REAL, usual_sleep_h REAL NOT NULL,
            amplitude_mean REAL, amplitude_sd REAL, time_mean REAL, time_sd REAL)""",
        f"CREATE TABLE session ({_PERSON}, {_SESSION})",
        "CREATE INDEX session_by_start ON session (person, start)",
        f"CREATE TABLE check_in ({_PERSON}, time TEXT NOT NULL, soreness REAL)",
        "CREATE INDEX check_in_by_time ON check_in (person, time)",
        f"CREATE TABLE night ({_PERSON}, date TEXT NOT NULL, hours REAL NOT NULL, PRIMARY KEY (person, date))",
        f"CREATE TABLE choice ({_PERSON}, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (person, key))",
        f"""CREATE TABLE plan_item (
            {_PERSON}, {_SESSION}, may_move INTEGER NOT NULL, is_key INTEGER NOT NULL, days TEXT NOT NULL)""",
        "CREATE INDEX plan_item_by_start ON plan_item (person, start)",
        f"""CREATE TABLE advised (
            {_PERSON}, asked TEXT NOT NULL, at TEXT NOT NULL, verdict TEXT NOT NULL, score REAL, score_low80 REAL,
            score_high80 REAL, max_minutes REAL NOT NULL, max_rpe REAL NOT NULL, morning TEXT NOT NULL,
            soreness REAL NOT NULL, soreness_low80 REAL NOT NULL, soreness_high80 REAL NOT NULL, model TEXT NOT NULL,
            PRIMARY KEY (person, asked))""",
    ),
    # A coach's roster is a table of its own making, so it is kept as the file that it would be downloaded as.
    ("CREATE TABLE roster (only INTEGER PRIMARY KEY CHECK (only = 1), saved TEXT NOT NULL, packed BLOB NOT NULL)",),
    # The rules of the week whose sessions are the plan's items.
    (
        f"""CREATE TABLE plan (
            {_PERSON} UNIQUE, first TEXT NOT NULL, rest_days TEXT NOT NULL, repeats INTEGER NOT NULL,
            on_past INTEGER NOT NULL, spread_legs INTEGER NOT NULL)""",
    ),
    (
        "ALTER TABLE session ADD COLUMN sport TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE plan_item ADD COLUMN sport TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE check_in ADD COLUMN fatigue REAL",
    ),
    ("ALTER TABLE advised ADD COLUMN limits TEXT NOT NULL DEFAULT ''",),
    tuple(f"ALTER TABLE athlete ADD COLUMN {name} REAL" for name in ("max_heart_rate", "race_km", "race_minutes")),
)


def version_of(db: sqlite3.Connection) -> int:
    """Return the schema's version; 0 for a file in which nothing stands yet."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: sqlite3.Connection, steps: tuple[tuple[str, ...], ...] = STEPS) -> None:
    """Take a file to the newest version, all steps in one transaction or none."""
    if version_of(db) >= len(steps):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been quicker.
        for statements in steps[version_of(db) :]:
            for statement in statements:
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(steps)}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
