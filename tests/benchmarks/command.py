"""Measured as whole processes: the command, and the import of the package."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

from tests.benchmarks.table import Row, interleaved
from tests.serving import ROOT

__all__ = ["command"]

TODAY = "import sys; from legrun.command import start; sys.argv[1:] = ['today', '--sore', '4']; start()"


def _process(code: str, bytecode: str) -> Callable[[], object]:
    """Return an action that runs some code in a process of its own, compiled before as an installed package is."""
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": bytecode}
    line = [sys.executable, "-c", code]
    return lambda: subprocess.run(line, cwd=ROOT, env={**os.environ, **compiled}, capture_output=True, check=True)


def command() -> list[Row]:
    """Return how long an answer on the command line takes, and an import, against a process that imports numpy."""
    with tempfile.TemporaryDirectory() as bytecode:
        actions = (_process(code, bytecode) for code in (TODAY, "import legrun", "import numpy"))
        today, package, floor = interleaved(*actions, times=25, warm=2, clock=time.perf_counter)
    return [
        Row("legrun today --sore 4, a whole process, against import numpy", "ms", today, floor, most_ratio=1.6),
        Row("import legrun, a whole process, against import numpy", "ms", package, floor),
    ]
