"""Visits to pages that keep a diary, for tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from legrun.logs import Log
from legrun.scenario import CheckIn, Session
from legrun.scenario.hours import DAY
from tests.serving import ROOT

NOW = dt.datetime(2026, 3, 4, 7)
LEGS = Session("legs", NOW - dt.timedelta(hours=13), 60, 8, source="Hevy")
RUN = Session("run", NOW - 3 * DAY, 40, 4, source="Strava")
LOG = Log(
    "Hevy", sessions=(RUN, LEGS), check_ins=(CheckIn(NOW - DAY, 2.0),), sleep_h={NOW.date() - DAY: 6.53}, workouts=2
)
HEVY = (ROOT / "sample_data" / "hevy_sample.csv").read_bytes()
Open = Callable[..., AppTest]


def press(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def rate(at: AppTest, soreness: float) -> AppTest:
    at.slider(key="sore").set_value(soreness)
    at.toggle(key="rated").set_value(True).run()
    return at


def has_button(at: AppTest, key: str) -> bool:
    return any(button.key == key for button in at.button)
