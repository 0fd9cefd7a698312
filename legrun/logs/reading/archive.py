"""Zips as Strava and Whoop hand them out: the CSVs inside, with a guard on their number and sizes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from legrun.errors import LogFormatError
from legrun.logs.reading.table import MAX_BYTES
from legrun.logs.reading.text import clean

__all__ = ["is_archive", "members"]

MAX_ARCHIVE = 50_000_000  # the zip itself, as the server takes it
MAX_MEMBERS = 100_000  # Strava puts one file per activity beside the list
MAX_TABLES = 40
MAX_TOTAL = 60_000_000  # all CSVs unpacked
_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_CHUNK = 1_000_000
_LIKELY = (
    *("activit", "workout", "sleep", "cycle", "legrun", "wellness", "strong", "hevy", "fitbod", "export", "exercise"),
    *("sport", "liftosaur", "liftlog", "jefit", "training"),
)
_WORKBOOK = "[Content_Types].xml"


def is_archive(data: bytes | str) -> bool:
    """Tell a zip by its first bytes."""
    return isinstance(data, bytes) and data.startswith(_MAGIC)


def members(data: bytes) -> Iterator[tuple[str, bytes | None]]:
    """Yield name and bytes of each CSV in a zip; None where it is beyond the limits.

    Folders in names are ignored: nothing is ever written to disk. Zips inside the zip are not opened.

    Raises
    ------
    LogFormatError
        When it is a workbook, is damaged or locked, or holds no CSV.
    """
    if len(data) > MAX_ARCHIVE:
        raise LogFormatError(
            f"The zip is larger than {MAX_ARCHIVE / 1e6:.0f} MB. Unzip it and drop in the CSV inside "
            "(for Strava that is activities.csv)."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _tables(archive)
    except LogFormatError:
        raise
    except Exception as error:  # zipfile raises a dozen kinds of error on damaged or hostile files
        raise LogFormatError("The zip is damaged or locked. Unzip it and drop in the CSV inside.") from error


def _tables(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes | None]]:
    listed = archive.infolist()
    if any(member.filename == _WORKBOOK for member in listed):
        raise LogFormatError("This is an Excel workbook. Save the sheet as CSV and drop that in.")
    if len(listed) > MAX_MEMBERS:
        raise LogFormatError("The zip holds too many files. Unzip it and drop in the CSV inside.")
    tables = [member for member in listed if _is_table(member)]
    if not tables:
        raise LogFormatError(_nothing_inside(listed))
    # Strava puts forty lists of followers and likes beside the one that matters.
    tables.sort(key=lambda member: not any(word in member.filename.casefold() for word in _LIKELY))
    total = 0
    for place, member in enumerate(tables):
        name = clean(PurePosixPath(member.filename.replace("\\", "/")).name)
        content = None if place >= MAX_TABLES or total >= MAX_TOTAL else _unpacked(archive, member, MAX_TOTAL - total)
        total += len(content or b"")
        yield name, content


def _is_table(member: zipfile.ZipInfo) -> bool:
    name = PurePosixPath(member.filename.replace("\\", "/")).name
    hidden = name.startswith(".") or "__MACOSX" in member.filename
    return not member.is_dir() and not hidden and name.casefold().endswith((".csv", ".txt", ".tsv"))


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> bytes | None:
    """Return a member's bytes, or None when there are more than the limit: the size it states is not trusted."""
    limit = min(MAX_BYTES, room)
    if member.file_size > limit:
        return None
    parts, size = [], 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > limit:
                return None
            parts.append(chunk)
    return b"".join(parts)


def _nothing_inside(listed: list[zipfile.ZipInfo]) -> str:
    names = [member.filename.casefold() for member in listed]
    if any(name.endswith(".xml") for name in names):
        return (
            "This zip holds XML, as Apple Health exports it. Use an app such as Health Auto Export to export workouts "
            "as CSV."
        )
    if any(name.endswith((".fit", ".gpx", ".tcx", ".fit.gz")) for name in names):
        return "This zip holds recordings of single activities. Export the list of activities as CSV instead."
    return "There is no CSV in this zip. Export the log as CSV from the app."
