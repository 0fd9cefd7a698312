"""Measured with a diary of five years: Today's rerun beside the same without one, and the saving of a morning."""

from __future__ import annotations

import datetime as dt
import itertools
import logging
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import numpy as np
from streamlit.testing.v1 import AppTest

import legrun
from legrun.calibration import own_starting_point
from legrun.diary import Advised, Diary
from legrun.logs.starting_point import last_day
from legrun.scenario import CheckIn
from legrun.scenario.hours import DAY
from pages._ui.diary.place import Place
from pages._ui.state.base import Base
from tests.benchmarks.table import Row, interleaved
from tests.people import simulate
from tests.serving import ROOT

__all__ = ["diary"]

DAYS = 5 * 365


def diary() -> list[Row]:
    """Return the cost of a moved slider with a diary, and of saving a morning."""
    # Without a server Streamlit warns on every run that there is none.
    logging.disable(logging.WARNING)
    log = simulate(1, ratings=DAYS).log
    now = last_day(log)
    with tempfile.TemporaryDirectory() as folder:
        kept = Diary.open(Path(folder) / "diary.sqlite")
        kept.put("me", log)
        clock = mock.patch("pages._ui.state.clock._local_time", return_value=now)
        with clock, mock.patch("pages._ui.state.diary.find", return_value=Place(kept.path)):
            remembered = _mover(now)
        with clock, mock.patch("pages._ui.state.diary.find", return_value=Place()):
            base = Base(own_starting_point(log, now=now)[0].scenario, "your log", is_log=True)
            ours, floor = interleaved(remembered, _mover(now, _base=base), times=120, warm=5)
        given = Advised.of(legrun.answer(base.scenario))
        mornings = itertools.count(1)
        (saved,) = interleaved(
            lambda: kept.rate("me", CheckIn(now + next(mornings) * DAY, 4.0), sleep_h=7.0, advised=given), times=100
        )
    what = "Today, AppTest rerun with a diary of five years, against the same log without one"
    return [Row(what, "ms", ours, floor, most_ratio=1.1), Row("a morning saved in it", "ms", saved, most=20)]


def _mover(now: dt.datetime, **state: object) -> Callable[[], object]:
    """Return an action that moves Today's soreness slider one step on and runs the app."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in {"_clock": now, **state}.items():
        at.session_state[name] = value
    at.run()
    values = itertools.cycle(np.arange(0.0, 10.5, 0.5).tolist())

    def move() -> None:
        at.slider(key="sore").set_value(next(values)).run()
        if at.exception:
            raise RuntimeError(f"The app raised: {at.exception[0].message}")

    return move
