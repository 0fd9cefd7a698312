"""The first visitor of a server waits for what Today shows, and for nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What only another page, a file or a press of a button needs.
LATER = (
    "altair",
    "legrun.calibration.learned",
    "legrun.checks.daily",
    "legrun.compare.outcomes",
    "legrun.logs.reader",
    "legrun.report.handouts",
    "legrun.roster.reading",
    "legrun.week.arrange",
    "pages._ui.clients.visit",
)
FIRST_RUN = """
import sys
from streamlit.testing.v1 import AppTest
at = AppTest.from_file("app.py", default_timeout=60).run()
assert not at.exception and at.get("vega_lite_chart")
print(*sys.modules)
"""


@pytest.mark.slow
def test_the_first_run_of_today_loads_nothing_that_it_does_not_show() -> None:
    code = [sys.executable, "-c", FIRST_RUN]
    done = subprocess.run(code, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "legrun.charts.week" in loaded
    assert not loaded & set(LATER)
