"""Training logs by their paths."""

from __future__ import annotations

import dataclasses
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

from legrun.errors import LogFormatError
from legrun.logs import File, Log, Part, join, read_files, read_log
from legrun.logs.choices import is_known
from legrun.logs.mapping.questions import guessed_choices

__all__ = ["as_choices", "joined", "read_bytes", "read_parts", "read_settled", "typed"]

MOST_BYTES = 1_000_000_000  # what no reader takes is not loaded first


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file.

    Raises
    ------
    OSError
        If the system refuses it.
    LogFormatError
        If it is larger than anything that is read, or has no name.
    """
    if not path:
        raise LogFormatError("The name of a file is empty.")
    file = Path(path)
    if file.stat().st_size > MOST_BYTES:
        raise LogFormatError(f"{path} is larger than 1 GB; no training log is.")
    return file.read_bytes()


def read_parts(
    paths: Sequence[str], tz: str | None, choices: Mapping[str, str]
) -> tuple[list[Part], Mapping[str, str]]:
    """Return what each file gave, and the choices that hold for all.

    Raises
    ------
    LogFormatError
        If one of them cannot be read at all; it names the file. If a choice is one that nothing asks for.
    """
    unknown = [key for key in choices if not is_known(key)]
    if unknown:
        raise LogFormatError(f'"{unknown[0]}" is no choice; legrun read --json lists those of a file by their key.')
    files = [File(Path(path).name, read_bytes(path)) for path in paths]

    def read(index: int, decided: Mapping[str, str]) -> Log:
        return read_log(files[index].data, name=files[index].name, tz=tz, choices=decided)

    parts, held = read_files(files, choices, read)
    for part in parts:
        if part.error is not None:
            raise LogFormatError(f"{part.name}: {part.error}{_how_to_map(part.error)}", table=part.error.table)
    return parts, held


def _how_to_map(error: LogFormatError) -> str:
    """Return how to say which column of an unknown table is which, as far as that can be guessed."""
    guessed = guessed_choices(error.table, {}) if error.table is not None else {}
    if not guessed:
        return ""
    return f" Say which column is which, if this is right: {typed(guessed)}"


def typed(choices: Mapping[str, str]) -> str:
    """Return choices as they are typed behind the command.

    Examples
    --------
    >>> typed({"map:date": "Day of it"})
    "--choose 'map:date=Day of it'"
    """
    return " ".join(shlex.join(("--choose", f"{key}={value}")) for key, value in choices.items())


def joined(parts: Sequence[Part], choices: Mapping[str, str]) -> Log:
    """Return one log of all parts, nothing counted twice; of one file its own."""
    if len(parts) == 1 and parts[0].log is not None:
        return parts[0].log
    return dataclasses.replace(join(parts, choices), name=", ".join(part.name for part in parts))


def read_settled(paths: Sequence[str], tz: str | None, choices: Mapping[str, str]) -> Log:
    """Return one log of some files; those that leave something to ask are refused, so that no answer rests on a guess.

    Raises
    ------
    LogFormatError
        If one of them cannot be read, or much depends on something doubtful.
    """
    parts, held = read_parts(paths, tz, choices)
    for part in parts:
        for question in part.log.questions if part.log is not None else ():
            how = "legrun read shows what each reading gives; answer with --choose KEY=VALUE."
            raise LogFormatError(f"{part.name}: {question.text} {how}")
    return joined(parts, held)


def as_choices(texts: Sequence[str]) -> dict[str, str]:
    """Return choices that were typed as ``key=value``.

    Raises
    ------
    LogFormatError
        If one has no equals sign.

    Examples
    --------
    >>> as_choices(["date_order=dmy"])
    {'date_order': 'dmy'}
    """
    pairs = [text.partition("=") for text in texts]
    for key, sign, value in pairs:
        if not sign or not key or not value:
            raise LogFormatError(f'"{key}{sign}{value}" is no choice; write it like date_order=dmy.')
    return {key: value for key, _, value in pairs}
