"""Training logs by their paths."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path

from legrun.errors import LogFormatError
from legrun.logs import File, Log, Part, join, read_files, read_log

__all__ = ["joined", "read_bytes", "read_parts"]

MOST_BYTES = 1_000_000_000  # what no reader takes is not loaded first


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file.

    Raises
    ------
    OSError
        If the system refuses it.
    LogFormatError
        If it is larger than anything that is read.
    """
    file = Path(path)
    if file.stat().st_size > MOST_BYTES:
        raise LogFormatError(f"{path} is larger than 1 GB; no training log is.")
    return file.read_bytes()


def read_parts(paths: Sequence[str], tz: str | None) -> tuple[list[Part], Mapping[str, str]]:
    """Return what each file gave, and the choices that hold for all.

    Raises
    ------
    LogFormatError
        If one of them cannot be read at all; it names the file.
    """
    files = [File(Path(path).name, read_bytes(path)) for path in paths]

    def read(index: int, choices: Mapping[str, str]) -> Log:
        return read_log(files[index].data, name=files[index].name, tz=tz, choices=choices)

    parts, choices = read_files(files, {}, read)
    for part in parts:
        if part.error is not None:
            raise LogFormatError(f"{part.name}: {part.error}", table=part.error.table)
    return parts, choices


def joined(read: tuple[list[Part], Mapping[str, str]]) -> Log:
    """Return one log of all parts, nothing counted twice; of one file its own."""
    parts, choices = read
    if len(parts) == 1 and parts[0].log is not None:
        return parts[0].log
    return dataclasses.replace(join(parts, choices), name=", ".join(part.name for part in parts))
