"""Protection by earlier leg days: the running best of them is the best of all of them."""

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legrun.evidence import value
from legrun.model.dose import protections
from legrun.scenario import Session

FIRST = dt.datetime(2026, 1, 5, 18)
leg_days = st.lists(st.tuples(st.floats(0, 400), st.floats(1, 1440), st.floats(0, 10)), min_size=1, max_size=12)


@given(leg_days)
def test_the_running_best_is_the_best_of_all(days: list[tuple[float, float, float]]) -> None:
    sessions = [Session("legs", FIRST + dt.timedelta(days=day), minutes, rpe) for day, minutes, rpe in sorted(days)]
    found = protections(sessions, "recreational")
    gain, scale, decay = (value(f"protection.{name}") for name in ("gain", "dose_scale", "decay_days"))
    for number, session in enumerate(sessions):
        left = [
            gain * (1 - math.exp(-dose / scale)) * math.exp(-((session.start - earlier.end) / dt.timedelta(days=decay)))
            for earlier, (_, dose) in zip(sessions[:number], found, strict=False)
            if session.start - earlier.end >= dt.timedelta(hours=24)
        ]
        since_first = (session.start - sessions[0].start) / dt.timedelta(days=decay)
        usual = value("protection.recreational") * math.exp(-since_first)
        assert found[number][0] == pytest.approx(max([usual, *left]), rel=1e-12)
