"""What the world does to a diary: kills, full disks, damage, two writers. Nothing saved is lost, nothing half-written."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from legrun.diary import Diary, file, schema
from legrun.errors import DiaryError
from legrun.logs import Log
from legrun.scenario import CheckIn, Session
from legrun.scenario.hours import DAY
from tests.people import simulate
from tests.serving import ROOT

FIRST = dt.datetime(2020, 1, 1, 7)
Record = Callable[[str, object], None]

# Saves mornings from a number on, and says of each that it is saved.
WRITER = """
import datetime as dt, sys
from pathlib import Path
from legrun.diary import Diary
from legrun.scenario import CheckIn
diary, who = Diary.open(Path(sys.argv[1])), sys.argv[2]
for number in range(int(sys.argv[3]), int(sys.argv[4])):
    time = dt.datetime(2020, 1, 1, 7) + dt.timedelta(days=number)
    diary.rate(who, CheckIn(time, number % 11), sleep_h=number % 13)
    print(number, flush=True)
"""


def writer(path: Path, who: str, first: int, end: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", WRITER, str(path), who, str(first), str(end)]
    return subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def saved(log: Log) -> dict[int, float | None]:
    return {(each.time - FIRST).days: each.soreness for each in log.check_ins}


def whole(path: Path) -> bool:
    """Whether SQLite finds the file sound, and every reference leads somewhere."""
    db = sqlite3.connect(path)
    try:
        result = db.execute("PRAGMA integrity_check").fetchall(), db.execute("PRAGMA foreign_key_check").fetchall()
        return result == ([("ok",)], [])
    finally:
        db.close()


@pytest.mark.slow
def test_a_writer_that_is_killed_loses_nothing_that_was_saved(tmp_path: Path, record_property: Record) -> None:
    path = tmp_path / "diary.sqlite"
    chance, kills, done, torn = random.Random(19), 0, 0, 0
    while done < 500:
        process = writer(path, "me", done, 500)
        assert process.stdout is not None
        until = done + chance.randint(30, 100)
        for line in process.stdout:
            done = int(line) + 1
            if done >= until:
                time.sleep(chance.uniform(0, 0.004))  # anywhere within the next write
                process.send_signal(signal.SIGKILL)
                kills += 1
                break
        # What it managed to say before it died counts too.
        done = max([done, *(int(line) + 1 for line in process.stdout.read().split())])
        process.stdout.close()
        process.wait()
        torn += Path(f"{path}-wal").exists()
        log = Diary.open(path).log("me")
        assert saved(log).items() >= {number: number % 11 for number in range(done)}.items()
        # A morning is its rating and its night: both or none.
        assert len(log.check_ins) == len(log.sleep_h) <= done + 1
        assert whole(path)
    assert kills >= 5
    assert torn > 0  # at least one was killed in the middle of it
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    record_property(
        "diary, killed with -9", f"{done} of 500 writes survived {kills} kills, {torn} torn files recovered"
    )


@pytest.mark.slow
def test_two_processes_write_at_once(tmp_path: Path, record_property: Record) -> None:
    path = tmp_path / "new" / "diary.sqlite"  # both make it
    writers = [writer(path, who, 0, 150) for who in ("me", "me", "Ana")]
    for process in writers:
        assert process.communicate(timeout=120)[0].split()[-1] == "149"
        assert process.returncode == 0
    diary = Diary.open(path)
    for who in ("me", "Ana"):
        assert saved(diary.log(who)) == {number: number % 11 for number in range(150)}
    assert diary.changes == 450
    assert whole(path)
    record_property("diary, three processes writing", "450 of 450 changes saved")


def test_a_writer_that_holds_the_file_for_long_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    diary = Diary.open(tmp_path / "diary.sqlite")
    diary.rate("me", CheckIn(FIRST, 3.0))
    monkeypatch.setattr(file, "WAIT_S", 0.05)
    with contextlib.closing(sqlite3.connect(diary.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DiaryError, match="Another window is writing"):
            diary.rate("me", CheckIn(FIRST + DAY, 4.0))
        assert saved(diary.log("me")) == {0: 3.0}  # reading goes on
        other.execute("ROLLBACK")
    diary.rate("me", CheckIn(FIRST + DAY, 4.0))
    assert saved(diary.log("me")) == {0: 3.0, 1: 4.0}


@contextlib.contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """Mount a small disk, where that is allowed."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if os.name != "posix" or shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("a small disk can be mounted by root alone")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True, capture_output=True)


def _fill(diary: Diary, written: list[int]) -> None:
    """Put ever more sessions into a diary, and note how many each time it was saved."""
    runs = [Session("run", FIRST + hour * dt.timedelta(hours=1), 40, 4) for hour in range(20_000)]
    for count in range(100, len(runs), 100):
        diary.put("me", Log("legrun", sessions=tuple(runs[:count]), check_ins=(CheckIn(FIRST, 1.0),)))
        written.append(count)


@pytest.mark.slow
def test_a_full_disk_keeps_what_was_saved_and_says_so(tmp_path: Path, record_property: Record) -> None:
    with mounted(tmp_path / "disk", "size=256k"):
        diary = Diary.open(tmp_path / "disk" / "diary.sqlite")
        written: list[int] = []
        with pytest.raises(DiaryError, match=r"disk is full|could not be read or written") as told:
            _fill(diary, written)
        number = len(written)
        assert "What was saved before is kept." in str(told.value)
        assert number > 2
        kept = Diary.open(diary.path).log("me")
        assert len(kept.sessions) == written[-1]
        assert whole(diary.path)
        record_property(
            "diary, full disk of 256 KiB", f"{number} of {number} writes before it survived, none half-written"
        )
        # A disk with no room for even an empty diary.
    with mounted(tmp_path / "disk", "size=8k"), pytest.raises(DiaryError, match=r"full|read or written"):
        Diary.open(tmp_path / "disk" / "diary.sqlite")


def test_a_read_only_disk_gets_a_sentence(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    with mounted(disk, "size=1m"):
        diary = Diary.open(disk / "diary.sqlite")
        diary.rate("me", CheckIn(FIRST, 3.0))
        before = diary.path.read_bytes()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        for use in (
            lambda: Diary.open(disk / "diary.sqlite"),
            lambda: Diary.open(disk / "other" / "diary.sqlite"),
            lambda: diary.rate("me", CheckIn(FIRST, 4.0)),
            diary.forget_everything,
        ):
            with pytest.raises(DiaryError, match=r"read-only|Read-only|folder may not be written"):
                use()
        assert diary.path.read_bytes() == before


def test_a_folder_without_permission_gets_a_sentence(tmp_path: Path) -> None:
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    tmp_path.chmod(0o500)
    with pytest.raises(DiaryError, match="cannot be opened: Permission denied"):
        Diary.open(tmp_path / "diary.sqlite")
    tmp_path.chmod(0o700)


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _scribbled(data: bytes) -> bytes:
    return data[:4096] + bytes(random.Random(3).randbytes(len(data) - 4096))


def _no_head(data: bytes) -> bytes:
    return b"\0" * 100 + data[100:]


def _text(_: bytes) -> bytes:
    return b"Date,Workout Name\n2026-03-03,Legs\n" * 50


@pytest.mark.parametrize("spoil", [_cut, _scribbled, _no_head, _text])
def test_a_damaged_file_is_moved_aside_and_never_overwritten(
    tmp_path: Path, spoil: Callable[[bytes], bytes], record_property: Record
) -> None:
    path = tmp_path / "diary.sqlite"
    for number in (1, 2):
        Diary.open(path).put("me", simulate(1, ratings=400).log)
        damaged = spoil(path.read_bytes())
        path.write_bytes(damaged)
        with pytest.raises(DiaryError, match=f"damaged-{number} and is not overwritten"):
            Diary.open(path)
        assert not path.exists()
        assert path.with_name(f"diary.sqlite.damaged-{number}").read_bytes() == damaged
    # The next one begins anew, and the damaged ones go with it when everything is to be forgotten.
    diary = Diary.open(path)
    assert diary.people() == ()
    assert diary.size_bytes > 2 * len(damaged)
    diary.forget_everything()
    assert not list(tmp_path.iterdir())
    record_property(f"diary, damaged file ({spoil.__name__.strip('_')})", "2 of 2 moved aside byte for byte")


def test_a_file_damaged_while_it_is_in_use_gets_a_sentence(tmp_path: Path) -> None:
    diary = Diary.open(tmp_path / "diary.sqlite")
    diary.put("me", simulate(1, ratings=400).log)
    diary.path.write_bytes(_scribbled(diary.path.read_bytes()))
    with pytest.raises(DiaryError, match="Open legrun again: it is moved aside"):
        diary.log("me")


def test_a_newer_schema_and_another_programs_file_are_left_as_they_are(tmp_path: Path) -> None:
    newer, other = tmp_path / "diary.sqlite", tmp_path / "other.sqlite"
    Diary.open(newer).rate("me", CheckIn(FIRST, 3.0))
    for path, statement in (
        (newer, f"PRAGMA user_version = {len(schema.STEPS) + 1}"),
        (other, "CREATE TABLE bookmarks (url TEXT)"),
    ):
        with contextlib.closing(sqlite3.connect(path)) as db:
            db.execute(statement)
    for path, told in ((newer, "newer legrun.*Update legrun"), (other, "no diary of legrun's; it is left as it is")):
        before, mode = path.read_bytes(), path.stat().st_mode
        with pytest.raises(DiaryError, match=told):
            Diary.open(path)
        assert path.read_bytes() == before
        assert path.stat().st_mode == mode
    assert sorted(path.name for path in tmp_path.iterdir()) == [newer.name, other.name]


def test_a_diary_of_the_first_version_is_brought_up_to_date_with_all_that_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "diary.sqlite"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        schema.migrate(db, schema.STEPS[:1])
        db.execute("INSERT INTO person (id, name, workouts) VALUES (1, 'me', 3)")
        db.execute("INSERT INTO check_in VALUES (1, ?, 4.5)", (FIRST.isoformat(),))
        assert schema.version_of(db) == 1
    diary = Diary.open(path)
    assert (saved(diary.log("me")), diary.log("me").workouts) == ({0: 4.5}, 3)
    diary.keep_roster(b"record,athlete", FIRST)
    assert diary.roster() is not None
    with contextlib.closing(sqlite3.connect(path)) as db:
        assert schema.version_of(db) == len(schema.STEPS)


def test_a_step_that_fails_leaves_the_version_before(tmp_path: Path) -> None:
    diary = Diary.open(tmp_path / "diary.sqlite")
    diary.rate("me", CheckIn(FIRST, 3.0))
    good = (*schema.STEPS, ("ALTER TABLE check_in ADD COLUMN pain REAL", "UPDATE check_in SET pain = 0"))
    bad = (*good, ("CREATE TABLE later (x)", "INSERT INTO nowhere VALUES (1)"))
    with contextlib.closing(sqlite3.connect(diary.path, isolation_level=None)) as db:
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            schema.migrate(db, bad)
        assert schema.version_of(db) == len(schema.STEPS)
        assert db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'later'").fetchone() == (0,)
        schema.migrate(db, good)
        assert schema.version_of(db) == len(good)
        assert db.execute("SELECT soreness, pain FROM check_in").fetchall() == [(3.0, 0.0)]


def test_every_way_in_which_sqlite_fails_is_a_sentence(tmp_path: Path) -> None:
    diary = Diary.open(tmp_path / "diary.sqlite")
    for code in (*range(1, 27), sqlite3.SQLITE_IOERR_WRITE):
        error = sqlite3.OperationalError("told by SQLite")
        error.sqlite_errorcode = code
        with pytest.raises(DiaryError, match=r"[.]$"), file.change(diary.path):
            raise error
    diary.rate("me", CheckIn(FIRST, 3.0))
