"""Measured in this process: what months of a log cost."""

from __future__ import annotations

import datetime as dt
import io

import numpy as np

import legrun
from legrun.calibration import calibrate
from legrun.trends import DailyLoad, trend
from tests.benchmarks.table import Row, interleaved
from tests.people import ATHLETE, simulate

__all__ = ["calibration", "files", "trends"]

TEN_YEARS = 3652


def trends() -> list[Row]:
    """Return the cost of fitness, fatigue and form."""
    loads = np.abs(np.sin(np.arange(TEN_YEARS))) * 300
    days = np.datetime64(dt.date(2016, 1, 1)) + np.arange(TEN_YEARS)
    daily = DailyLoad(days, {"run": loads})
    (ours,) = interleaved(lambda: trend(daily).form, times=200)
    return [Row("Ten years of daily load to fitness, fatigue, form", "ms", ours, most=1)]


def calibration() -> list[Row]:
    """Return the cost of learning a person's response, and of judging it on every rating."""
    log = simulate(1, ratings=200).log
    (ours,) = interleaved(lambda: calibrate(log, ATHLETE), times=9)
    return [Row("Calibration of 200 ratings, each predicted from the ones before", "ms", ours, most=500)]


def files() -> list[Row]:
    """Return the cost of reading an hour's recording and a long spreadsheet, against the libraries that decode them."""
    # Here, since commits without these formats have the other rows.
    from garmin_fit_sdk import Decoder, Stream
    from python_calamine import CalamineWorkbook

    from tests.logs.recordings import recording, session
    from tests.logs.sheets import xlsx

    start = dt.datetime(2026, 3, 2, 17)
    hour = recording([session(start, 60, "running", total_distance=11_000.0)], seconds=3600)
    ours, floor = interleaved(
        lambda: legrun.read_log(hour, name="a.fit"),
        lambda: Decoder(Stream.from_byte_array(bytearray(hour))).read(),
        times=5,
        warm=1,
    )
    rows = [Row("An hour's FIT file, bytes to sessions, against Garmin's decoder", "ms", ours, floor, most_ratio=1)]
    header = ["Date", "Type", "Route Name", "Distance (km)", "Duration", "GPX File"]
    runs = [[start - dt.timedelta(days=day), "Running", "Park", 8.5, "44:10", "a.gpx"] for day in range(5000)]
    sheet = xlsx({"Runs": [header, *runs]})
    ours, floor = interleaved(
        lambda: legrun.read_log(sheet, name="a.xlsx"),
        lambda: CalamineWorkbook.from_filelike(io.BytesIO(sheet)).get_sheet_by_index(0).to_python(),
        times=5,
        warm=1,
    )
    what = "A spreadsheet of 5,000 runs, bytes to sessions, against calamine"
    return [*rows, Row(what, "ms", ours, floor, most_ratio=15)]
