"""Several files of one person: each read by itself, then joined to one log."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from legrun.errors import LogFormatError
from legrun.logs.log import Log
from legrun.logs.merging.merge import merge_logs

__all__ = ["File", "Part", "Reader", "join", "read_files"]

_OWN = b"record"  # how legrun's own CSV begins, whatever a spreadsheet made of its commas
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, eq=False)
class File:
    """A file as it was dropped in."""

    name: str
    data: bytes

    @property
    def is_own(self) -> bool:
        """Whether it looks like legrun's own CSV."""
        return self.data.removeprefix(_BOM).lstrip(b'"').startswith(_OWN)


@dataclass(frozen=True, eq=False)
class Part:
    """What one file gave: a log, or the reason why not.

    Attributes
    ----------
    name : str
        Name of the file.
    log : Log or None
        What it holds.
    error : LogFormatError or None
        Why nothing could be read; it carries the table, where one could be made.
    """

    name: str
    log: Log | None = None
    error: LogFormatError | None = None


Reader = Callable[[int, Mapping[str, str]], Log]


def read_files(files: Sequence[File], choices: Mapping[str, str], read: Reader) -> tuple[list[Part], dict[str, str]]:
    r"""Read each of several files with what was decided about all of them.

    What a legrun CSV among them remembers (mappings, exercises, corrections) holds for the others too.

    Parameters
    ----------
    files : sequence of File
        The files, in the order in which they were dropped in.
    choices : mapping of str to str
        What was decided on this visit; it wins over what a legrun CSV remembers.
    read : callable
        ``read(place, choices) -> Log`` for the file at that place, or it raises `LogFormatError`.

    Returns
    -------
    parts : list of Part
        One for each file, in the same order.
    choices : dict of str to str
        What held in the end.

    Examples
    --------
    >>> from legrun.logs import read_log
    >>> files = [File("a.csv", b"When,Mins\n2026-03-03 07:00,40\n")]
    >>> parts, _ = read_files(files, {}, lambda place, choices: read_log(files[place].data, choices=choices))
    >>> parts[0].error.table.guess
    {'When': 'start', 'Mins': 'duration'}
    """
    decided = dict(choices)
    parts: dict[int, Part] = {}
    for place in sorted(range(len(files)), key=lambda place: not files[place].is_own):
        name = files[place].name
        try:
            log = read(place, decided)
        except LogFormatError as error:
            parts[place] = Part(name, error=error)
        else:
            parts[place] = Part(name, log)
            decided = {**log.choices, **decided}
    return [parts[place] for place in range(len(files))], decided


def join(parts: Sequence[Part], choices: Mapping[str, str], typed: Log | None = None) -> Log:
    """Return one log of everything that could be read and what was typed in, corrections made.

    Examples
    --------
    >>> join([], {}).sessions
    ()
    """
    logs = [part.log for part in parts if part.log is not None]
    if typed is not None:
        logs.append(typed)
    return merge_logs(logs, choices=choices)
