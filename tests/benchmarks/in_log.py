"""Measured in this process: what months of a log cost."""

from __future__ import annotations

import datetime as dt

import numpy as np

from legrun.calibration import calibrate
from legrun.trends import DailyLoad, trend
from tests.benchmarks.table import Row, interleaved
from tests.people import ATHLETE, simulate

__all__ = ["calibration", "trends"]

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
