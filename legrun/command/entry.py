"""The entry: reads the arguments, calls the verb, prints text or JSON, and says in a sentence what was wrong."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from legrun.command.arguments import BadUsageError, parse
from legrun.errors import LegrunError
from legrun.evidence import value

__all__ = ["main", "sentence", "start"]

BAD = 2


def start() -> NoReturn:
    """Run the command as a process of its own, and leave without clearing up: that takes longer than the answer."""
    gc.set_threshold(int(value("compute.garbage_after")))
    status = main()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Parameters
    ----------
    arguments : sequence of str, optional
        What stands behind ``legrun`` on the line; those of the process unless said otherwise.

    Returns
    -------
    int
        0 for an answer, whatever the verdict; 2 for bad usage or a file that cannot be read. `checks` alone leaves
        with 1 where a published table is missed without an explanation.
    """
    try:
        options = parse(sys.argv[1:] if arguments is None else arguments)
        status, text = options.run(options)
        return _print(text, status)
    except (BadUsageError, LegrunError, OSError) as error:
        sys.stderr.write(f"legrun: {sentence(error)}\n")
        return BAD


def sentence(error: Exception) -> str:
    """Return what was wrong; of a file that the system refuses, its name and the reason."""
    if isinstance(error, OSError):
        name = "the output" if error.filename is None else os.fspath(error.filename)
        return f"{name}: {(error.strerror or 'it cannot be read').lower()}."
    return " ".join(str(error).split())


def _print(text: str, status: int) -> int:
    """Write everything at once; a reader that has gone away is no fault, a full disk is one."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # What Python still holds would be written at exit, and fail with a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding or "ascii"
        sys.stdout.buffer.write(text.encode(encoding, "replace"))
        sys.stdout.flush()
    return status
