"""Zips as Strava, Whoop and Garmin hand them out: tables and FIT files inside, with a guard on number and sizes."""

from __future__ import annotations

import codecs
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import IO

from legrun.errors import LogFormatError
from legrun.logs.reading.opening import EXPORT
from legrun.logs.reading.table import MAX_BYTES
from legrun.logs.reading.text import clean

__all__ = ["is_archive", "members", "recordings"]

MAX_ARCHIVE = 50_000_000  # the zip itself, as the server takes it
MAX_MEMBERS = 100_000  # Strava puts one file per activity beside the list
MAX_TABLES = 40
MAX_RECORDINGS = 1_000  # FIT files: three years of daily training
MAX_SESSIONS = 5_000  # JSON files of one session each
MAX_TOTAL = 60_000_000  # all that is read of it, unpacked
_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_CHUNK = 1_000_000
_LIKELY = (
    *("activit", "workout", "sleep", "cycle", "legrun", "wellness", "strong", "hevy", "fitbod", "export", "exercise"),
    *("sport", "liftosaur", "liftlog", "jefit", "training"),
)
# What Garmin, Polar, Runtastic, Google Fit and Fitbit hand out on request.
_SESSIONS = re.compile(
    r"(summarizedactivities\.json$)|((?:^|/)training-session-[^/]*\.json$)|((?:^|/)sport-sessions/[^/]*\.json$)"
    r"|((?:^|/)all sessions/[^/]*\.json$)|((?:^|/)exercise-\d+\.json$)"
)
_TABLES = (".csv", ".txt", ".tsv", ".xlsx", ".ods")
_RECORDINGS = (".fit", ".fit.gz")
_GZIP = b"\x1f\x8b"


def is_archive(data: bytes | str) -> bool:
    """Tell a zip by its first bytes."""
    return isinstance(data, bytes) and data.startswith(_MAGIC)


def members(data: bytes) -> Iterator[tuple[str, bytes | None]]:
    """Yield name and bytes of each table in a zip, CSV or spreadsheet; None where it is beyond the limits.

    Folders in names are ignored: nothing is ever written to disk. Zips inside the zip are not opened.

    Raises
    ------
    LogFormatError
        When it is damaged or locked, or holds neither a table nor a recording.
    """
    yield from _guarded(data, _tables)


def recordings(data: bytes) -> Iterator[tuple[str, bytes | None]]:
    """Yield name and bytes of each FIT file in a zip, unpacked from ``.gz``; None where it is beyond the limits.

    Raises
    ------
    LogFormatError
        As in `members`.
    """
    yield from _guarded(data, _recordings)


def _guarded(
    data: bytes, read: Callable[[zipfile.ZipFile], Iterator[tuple[str, bytes | None]]]
) -> Iterator[tuple[str, bytes | None]]:
    if len(data) > MAX_ARCHIVE:
        raise LogFormatError(
            f"The zip is larger than {MAX_ARCHIVE / 1e6:.0f} MB. Unzip it and drop in the table inside "
            "(for Strava that is activities.csv)."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > MAX_MEMBERS:
                raise LogFormatError("The zip holds too many files. Unzip it and drop in the table inside.")
            yield from read(archive)
    except LogFormatError:
        raise
    except Exception as error:  # zipfile raises a dozen kinds of error on damaged or hostile files
        raise LogFormatError("The zip is damaged or locked. Unzip it and drop in the table inside.") from error


def _tables(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes | None]]:
    listed = archive.infolist()
    tables = [member for member in listed if _ends(member, _TABLES)]
    sessions = [member for member in listed if _ends(member, (".json",)) and _of_sessions(member)]
    if not tables and not sessions and not any(_ends(member, _RECORDINGS) for member in listed):
        raise LogFormatError(_nothing_inside(listed))
    # Strava puts forty lists of followers and likes beside the one that matters.
    tables.sort(key=lambda member: not any(word in member.filename.casefold() for word in _LIKELY))
    yield from _unpack_all(archive, tables, MAX_TABLES)
    for kind in dict.fromkeys(map(_of_sessions, sessions)):
        alike = [member for member in sessions if _of_sessions(member) == kind]
        yield _joined(list(_unpack_all(archive, alike, MAX_SESSIONS)))


def _of_sessions(member: zipfile.ZipInfo) -> int | None:
    """Return which app's sessions a JSON file holds, by its name and folder; None for what holds none."""
    match = _SESSIONS.search(member.filename.replace("\\", "/").casefold())
    return match.lastindex if match else None


def _joined(files: Sequence[tuple[str, bytes | None]]) -> tuple[str, bytes | None]:
    """Return JSON files, a session or a list of them each, as one list under the name of the first."""
    contents = [content.removeprefix(codecs.BOM_UTF8).strip() for _, content in files if content]
    lists = [content[1:-1] if content.startswith(b"[") else content for content in contents]
    joined = b"[" + b",".join(each for each in lists if each.strip()) + b"]"
    return files[0][0], joined if len(joined) <= MAX_BYTES else None


def _recordings(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes | None]]:
    listed = [member for member in archive.infolist() if _ends(member, _RECORDINGS)]
    # The newest first, by the names that watches and apps give: with a day in front, or a number that grows.
    listed.sort(key=lambda member: (len(_name(member)), _name(member)), reverse=True)
    for name, content in _unpack_all(archive, listed, MAX_RECORDINGS):
        if content is not None and content.startswith(_GZIP):
            content = _ungzipped(content)
        yield name.removesuffix(".gz"), content


def _unpack_all(
    archive: zipfile.ZipFile, listed: Sequence[zipfile.ZipInfo], most: int
) -> Iterator[tuple[str, bytes | None]]:
    total = 0
    for place, member in enumerate(listed):
        content = None if place >= most or total >= MAX_TOTAL else _unpacked(archive, member, MAX_TOTAL - total)
        total += len(content or b"")
        yield clean(_name(member)), content


def _name(member: zipfile.ZipInfo) -> str:
    return PurePosixPath(member.filename.replace("\\", "/")).name


def _ends(member: zipfile.ZipInfo, endings: tuple[str, ...]) -> bool:
    name = _name(member)
    hidden = name.startswith(".") or "__MACOSX" in member.filename
    return not member.is_dir() and not hidden and name.casefold().endswith(endings)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> bytes | None:
    """Return a member's bytes, or None when there are more than the limit: the size it states is not trusted."""
    limit = min(MAX_BYTES, room)
    if member.file_size > limit:
        return None
    with archive.open(member) as stream:
        return _read(stream, limit)


def _ungzipped(data: bytes) -> bytes | None:
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            return _read(stream, MAX_BYTES)
    except (OSError, EOFError, zlib.error):
        return data  # whoever reads it says that it is no FIT file


def _read(stream: IO[bytes] | gzip.GzipFile, limit: int) -> bytes | None:
    parts, size = [], 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > limit:
            return None
        parts.append(chunk)
    return b"".join(parts)


def _nothing_inside(listed: list[zipfile.ZipInfo]) -> str:
    names = [member.filename.casefold() for member in listed]
    if any(name.endswith((".gpx", ".tcx", ".gpx.gz", ".tcx.gz")) for name in names):
        return (
            "This zip holds recordings of single activities as GPX or TCX. Export them as FIT, or export the list of "
            "activities as CSV."
        )
    if any(name.endswith(".xml") for name in names):
        return (
            "This zip holds XML, as Apple Health exports it. Use an app such as Health Auto Export to export workouts "
            "as CSV."
        )
    return f"There is no table and no FIT file in this zip. {EXPORT}"
