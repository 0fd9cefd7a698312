"""Measured in this process: a handout, how long it takes and how big it is."""

from __future__ import annotations

import datetime as dt
import time

import legrun
from legrun.report import handout, handouts_zip
from legrun.report.handouts import chart
from tests.benchmarks.table import Row, interleaved

__all__ = ["handouts"]

ZIPPED = 12
NOW = dt.datetime(2026, 3, 4, 7)


def _busy_client() -> legrun.Answer:
    """Return six weeks of two leg days and three runs, and short nights: every stop has an answer of its own."""
    days = [NOW - dt.timedelta(days=n, hours=13) for n in range(42)]
    legs = [legrun.Session("legs", day, 60, 7) for day in days[::3]]
    runs = [legrun.Session("run", day, 45, 5) for day in days[1::2]]
    athlete = legrun.Athlete(usual_sleep_h=6)
    check_ins = [legrun.CheckIn(NOW, 4)]
    return legrun.answer(legrun.Scenario(NOW, athlete, [*legs, *runs], check_ins, 6.5))


def handouts() -> list[Row]:
    """Return the cost of the first handout of a server, of each after it, and its size."""
    busy_client = _busy_client()
    started = time.perf_counter()
    chart.runtime("en")
    runtime = 1000 * (time.perf_counter() - started)
    began = time.perf_counter()
    handouts_zip([(f"Client {number}", busy_client) for number in range(ZIPPED)])
    zipped = time.perf_counter() - began
    (each,) = interleaved(lambda: handout(busy_client), times=3, warm=1, clock=time.perf_counter)
    return [
        Row("Vega for handouts, made once per server, in a child process", "ms", runtime),
        Row("A handout of a busy client, 330 pairs of values", "ms", each, most=8000),
        Row(f"A zip of {ZIPPED} such handouts", "s", zipped),
        Row("The size of one", "kB", len(handout(busy_client)) / 1000, most=1500),
    ]
