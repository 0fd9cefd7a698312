"""Measured in this process: reruns through AppTest, the projection, the reading of a log."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import logging
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
from streamlit.testing.v1 import AppTest

import legrun
from tests.benchmarks.table import Row, interleaved
from tests.serving import ROOT

__all__ = ["pages", "projection", "read", "rerun"]

MINIMAL = Path(__file__).with_name("floor_minimal.py")
SAMPLE = ROOT / "sample_data" / "hevy_sample.csv"
HEVY_TIME = "%d %b %Y, %H:%M"


def _checked(at: AppTest) -> AppTest:
    if at.exception:
        raise RuntimeError(f"The app raised: {at.exception[0].message}")
    return at


def _started(app: Path) -> AppTest:
    # Without a server Streamlit warns on every run that there is none.
    logging.disable(logging.WARNING)
    return _checked(AppTest.from_file(str(app), default_timeout=60).run())


def _slider_mover(app: Path) -> Callable[[], object]:
    """Return an action that moves the app's soreness slider one step on and runs the app."""
    at = _started(app)
    values = itertools.cycle(np.arange(0.0, 10.5, 0.5).tolist())
    return lambda: _checked(at.slider(key="sore").set_value(next(values)).run())


def rerun() -> list[Row]:
    """Return the cost of one moved slider in Python."""
    ours, floor = interleaved(_slider_mover(ROOT / "app.py"), _slider_mover(MINIMAL), times=80, warm=5)
    return [Row("Today, AppTest rerun, against the minimal app", "ms", ours, floor, most_ratio=9, most=120)]


def _page(path: Path) -> AppTest:
    """Return a page that has something to show."""
    at = _started(ROOT / "app.py").switch_page(str(path.relative_to(ROOT))).run()
    fillers = ("sample_", "start_Marathon")
    if samples := [button for button in at.button if str(button.key).startswith(fillers)]:
        samples[0].click().run()
    return _checked(at)


def pages() -> list[Row]:
    """Return the cost of a rerun of every other page."""
    rows = []
    for path in sorted(ROOT.glob("pages/[!_]*.py")):
        at = _page(path)
        (ours,) = interleaved(lambda at=at: _checked(at.run()), times=40, warm=5)  # type: ignore[misc]
        rows.append(Row(f"{path.stem.capitalize()}, AppTest rerun", "ms", ours, most=150))
    return rows


def _busy_week() -> legrun.Scenario:
    """Return four sessions and a rating."""
    now = dt.datetime(2026, 3, 4, 7)
    sessions = (
        legrun.Session("legs", now - dt.timedelta(hours=13), minutes=60, rpe=8),
        legrun.Session("run", now - dt.timedelta(hours=48), minutes=90, rpe=5),
        legrun.Session("legs", now - dt.timedelta(hours=85), minutes=50, rpe=7),
        legrun.Session("run", now - dt.timedelta(hours=96), minutes=40, rpe=6),
    )
    return legrun.Scenario(now=now, sessions=sessions, check_ins=(legrun.CheckIn(now, soreness=4),))


def projection() -> list[Row]:
    """Return the cost of the draws, the rating and the bands of a week."""
    scenario, numbers = _busy_week(), np.linspace(-5, 0, 3 * 4 * 512 * 169).reshape(3, 4, 512, 169)
    ours, floor = interleaved(lambda: legrun.project(scenario), lambda: np.exp(numbers), times=60, warm=5)
    what = "512 draws x 169 h x 4 sessions with a rating, against exp on 3 x 4 x 512 x 169"
    return [Row(what, "ms", ours, floor, most_ratio=3)]


def _long_export(rows: int) -> bytes:
    """Return a Hevy export of so many sets: the sample again and again, each time further back."""
    header, *sets = csv.reader(io.StringIO(SAMPLE.read_text(encoding="utf-8")))
    times = [header.index(name) for name in ("start_time", "end_time")]
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(header)
    for number in range(rows):
        row = list(sets[number % len(sets)])
        for place in times:
            moved = dt.datetime.strptime(row[place], HEVY_TIME) - dt.timedelta(weeks=12 * (number // len(sets)))
            row[place] = f"{moved.day} {moved:%b %Y, %H:%M}"
        writer.writerow(row)
    return out.getvalue().encode()


def read() -> list[Row]:
    """Return the cost of reading a long strength log."""
    data = _long_export(24_000)
    log = legrun.read_log(data, name="long.csv")
    if len(log.sessions) < 1000 or log.problems:
        raise RuntimeError(f"Not the log that was meant: {log.summary}, {len(log.problems)} problems.")
    ours, floor = interleaved(
        lambda: legrun.read_log(data, name="long.csv"), lambda: pd.read_csv(io.BytesIO(data)), times=9, warm=1
    )
    what = "24,000-row Hevy export, bytes to sessions, against pandas.read_csv"
    return [Row(what, "ms", ours, floor, most_ratio=8, most=300)]
