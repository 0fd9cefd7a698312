"""Measured as whole processes: the command, the import of the package, and the first run of a server."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

from tests.benchmarks.table import Row, interleaved
from tests.serving import ROOT

__all__ = ["command", "first_run"]

TODAY = "import sys; from legrun.command import start; sys.argv[1:] = ['today', '--sore', '4']; start()"


# What the first visitor waits for in Python, without a server and a browser.
FIRST_RUN = """
import logging, sys
logging.disable(logging.WARNING)
from streamlit.testing.v1 import AppTest
assert not AppTest.from_file("{app}", default_timeout=120).run().exception
"""
MINIMAL = "tests/benchmarks/floor_minimal.py"


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


def _processor_s() -> float:
    """Return the time that the processes started from here have kept a processor busy. [s]"""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def first_run() -> list[Row]:
    """Return the processor time of a process that runs Today once, against one that runs the minimal app."""
    with tempfile.TemporaryDirectory() as bytecode:
        apps = [FIRST_RUN.format(app=ROOT / app) for app in ("app.py", MINIMAL)]
        actions = (_process(code, bytecode) for code in apps)
        today, floor = interleaved(*actions, times=7, warm=1, clock=_processor_s)
    return [Row("Today's first run in a new process, against the minimal app", "ms", today, floor, most_ratio=1.25)]
