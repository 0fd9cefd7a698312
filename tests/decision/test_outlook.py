"""Windows: when a better verdict is first reached and then lasts, and for how many people."""

import datetime as dt

import numpy as np

from legrun.decision.outlook import first_held, window_of
from tests.scenarios import MORNING

HOURS = np.arange(169.0)


def test_a_window_is_the_middle_and_the_range_of_four_in_five_of_the_draws() -> None:
    draws = np.arange(100.0)[::-1]  # the first is there at hour 0, the last at hour 99
    window = window_of(MORNING, draws, "hard")
    times = [MORNING + dt.timedelta(hours=hour) for hour in (9, 49, 89)]
    assert [window.earliest, window.likely, window.latest] == times


def test_a_window_has_no_end_where_too_few_draws_get_there() -> None:
    draws = np.array([5.0] * 60 + [np.inf] * 40)
    window = window_of(MORNING, draws, "hard")
    assert window.likely == window.earliest == MORNING + dt.timedelta(hours=5)
    assert window.latest is None


def test_what_is_reached_must_last_twelve_hours() -> None:
    reached = np.zeros((3, HOURS.size), dtype=bool)
    reached[0, 10:22] = True  # gone again after eleven hours
    reached[0, 40:] = True
    reached[1, 10:23] = True
    reached[2, 160:] = True  # lasts to the end of what is looked at
    assert first_held(HOURS, reached).tolist() == [40.0, 10.0, 160.0]
