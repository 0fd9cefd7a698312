"""The diary's file on the disk: made, opened, checked, moved aside, deleted. Errors of the disk become sentences."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from legrun.diary.schema import APPLICATION_ID, STEPS, migrate, version_of
from legrun.errors import DiaryError

__all__ = ["change", "connect", "delete", "prepare", "size_bytes", "wipe"]

WAIT_S = 5.0  # how long another writer is waited for
FILE_MODE, FOLDER_MODE = 0o600, 0o700
# SQLite keeps these beside a file that is open.
COMPANIONS = ("-wal", "-shm", "-journal")
DAMAGED = ".damaged"
_KEPT = "What was saved before is kept."
# What SQLite's primary result codes mean to a person.
_SAID = {
    sqlite3.SQLITE_FULL: f"The disk is full, so nothing more can be saved to the diary. {_KEPT} Free some space.",
    sqlite3.SQLITE_IOERR: f"The disk could not be read or written. {_KEPT} Look whether it is full or unplugged.",
    sqlite3.SQLITE_READONLY: f"The diary's folder is read-only, so nothing can be saved. {_KEPT}",
    sqlite3.SQLITE_CANTOPEN: "The diary cannot be opened: its file is gone, or its folder may not be written.",
    sqlite3.SQLITE_PERM: "The diary may not be read by this user.",
    sqlite3.SQLITE_BUSY: f"Another window is writing to the diary. {_KEPT} Try again in a moment.",
    sqlite3.SQLITE_LOCKED: f"Another window is writing to the diary. {_KEPT} Try again in a moment.",
    sqlite3.SQLITE_CORRUPT: "The diary's file is damaged. Open legrun again: it is moved aside, not overwritten.",
    sqlite3.SQLITE_NOTADB: "The diary's file is damaged. Open legrun again: it is moved aside, not overwritten.",
}
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code of an error; 0 where there is none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _as_sentence(error: sqlite3.Error | OSError) -> DiaryError:
    if isinstance(error, OSError):
        return DiaryError(f"The diary cannot be opened: {error.strerror or error}.")
    return DiaryError(_SAID.get(_code(error), f"The diary could not be used ({error}). {_KEPT}"))


@contextlib.contextmanager
def connect(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a diary that exists; it is closed in the end.

    Each use opens its own, so that no thread and no window holds the file for longer than it needs it.

    Raises
    ------
    DiaryError
        When the disk or another writer is in the way.
    """
    try:
        with contextlib.closing(_opened(path)) as db:
            yield db
    except sqlite3.Error as error:
        raise _as_sentence(error) from error


def _opened(path: Path) -> sqlite3.Connection:
    # mode=rw: a diary that was forgotten in another window is not made anew by this one.
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=WAIT_S, isolation_level=None)
    try:
        # What is deleted is overwritten, and copies made on the way stay in memory.
        for pragma in ("foreign_keys = ON", "secure_delete = ON", "temp_store = MEMORY"):
            db.execute(f"PRAGMA {pragma}")
    except BaseException:
        db.close()
        raise
    return db


@contextlib.contextmanager
def change(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection for one change: all of it is on the disk in the end, or none.

    Raises
    ------
    DiaryError
        When it could not be saved; the diary is then as it was.
    """
    with connect(path) as db:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
            db.execute("UPDATE diary SET changes = changes + 1")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:  # SQLite itself ends one on a full disk
                db.execute("ROLLBACK")
            raise


def prepare(path: Path) -> None:
    """Make a diary where there is none, and bring an older one up to date; a damaged one is moved aside.

    Raises
    ------
    DiaryError
        When there is a file that cannot be used, or none can be made.
    """
    try:
        _make(path)
        inode = path.stat().st_ino
    except OSError as error:
        raise _as_sentence(error) from error
    try:
        with contextlib.closing(_opened(path)) as db:
            _check(db, path)
            db.execute("PRAGMA journal_mode = WAL")
            migrate(db)
        if path.stat().st_mode & ~FILE_MODE & 0o777:
            path.chmod(FILE_MODE)
    except sqlite3.Error as error:
        if _code(error) in _BROKEN:
            raise _moved_aside(path, inode) from error
        raise _as_sentence(error) from error
    except OSError as error:
        raise _as_sentence(error) from error


def _make(path: Path) -> None:
    """Make the folder and an empty file that only their owner may read."""
    if not path.parent.exists():
        path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE))


def _check(db: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that is another program's, of a newer legrun, or not whole."""
    version = version_of(db)
    named = int(db.execute("PRAGMA application_id").fetchone()[0])
    is_new = version == 0 and not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not is_new and named != APPLICATION_ID:
        raise DiaryError(f"{path} is no diary of legrun's; it is left as it is. Choose another place for the diary.")
    if version > len(STEPS):
        raise DiaryError(
            f"The diary {path} was written by a newer legrun (its version is {version}, this one knows {len(STEPS)}). "
            "It is left as it is. Update legrun to use it."
        )
    if (verdict := db.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
        error = sqlite3.DatabaseError(verdict)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def _moved_aside(path: Path, inode: int) -> DiaryError:
    """Move a damaged file and its companions to a name that is free, and return what to say."""
    try:
        if path.stat().st_ino != inode:  # another window has moved it, and begun anew
            return DiaryError("The diary was damaged and has been moved aside by another window. Load the page again.")
        aside = _free_name(path)
        for end in COMPANIONS:
            with contextlib.suppress(FileNotFoundError):
                Path(f"{path}{end}").rename(f"{aside}{end}")
        path.rename(aside)
    except OSError as error:
        return _as_sentence(error)
    return DiaryError(
        f"The diary was damaged. It has been moved to {aside} and is not overwritten; nothing of it is shown. "
        "Begin a new one, and drop in your exports or the last legrun CSV."
    )


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}{DAMAGED}-{number}")).exists():
        number += 1
    return aside


def _files(path: Path) -> list[Path]:
    """Return what there is of a diary: its file, SQLite's companions of it, and what was moved aside."""
    own = {path.name, *(f"{path.name}{end}" for end in COMPANIONS)}
    aside = f"{path.name}{DAMAGED}-"
    return sorted(each for each in path.parent.glob("*") if each.name in own or each.name.startswith(aside))


def size_bytes(path: Path) -> int:
    """Return how much of the disk a diary takes, what was moved aside included. [bytes]"""
    return sum(each.stat().st_size for each in _files(path))


def wipe(path: Path) -> None:
    """Leave no bytes in the file of anything that was deleted.

    Raises
    ------
    DiaryError
        When somebody still reads from the file's log of writes, where old pages stand.
    """
    with connect(path) as db:
        db.execute("VACUUM")
        if db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise DiaryError(
                "It is forgotten, but another window still reads the diary, so old bytes are left in its file. Close "
                "the other window and forget it again."
            )


def delete(path: Path) -> None:
    """Take a diary off the disk, with its companions and what was moved aside.

    Raises
    ------
    DiaryError
        When a file cannot be deleted.
    """
    try:
        for each in _files(path):
            each.unlink(missing_ok=True)
    except OSError as error:
        raise _as_sentence(error) from error
