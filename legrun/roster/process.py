"""A process of legrun's own, which works while the server answers its visitors."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

__all__ = ["PROCESSORS", "Process"]

PROCESSORS = os.cpu_count() or 1
# Where the package lies, for the process to find it.
PACKAGE = str(Path(__file__).parents[2])


class Process:
    """A Python process that runs one script: requests go in, answers come out, nothing is written anywhere.

    Parameters
    ----------
    script : Path
        What it runs.

    Attributes
    ----------
    requests, answers : binary files
        Its standard input and output.
    """

    requests: IO[bytes]
    answers: IO[bytes]

    def __init__(self, script: Path) -> None:
        path = os.pathsep.join(filter(None, (PACKAGE, os.environ.get("PYTHONPATH"))))
        # -P: the folder of the script stays off the path, so that no module of ours stands in for one of Python's.
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.requests, self.answers = self._process.stdin, self._process.stdout

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self._process.poll() is not None

    def kill(self) -> None:
        """End it, from any thread: whoever waits for its answer is told."""
        self._process.kill()

    def close(self) -> None:
        """End it and wait until it has, in the thread that asks it."""
        self.kill()
        self._process.wait()
        for pipe in (self.requests, self.answers):
            with contextlib.suppress(OSError):  # a request that nobody reads any more
                pipe.close()
