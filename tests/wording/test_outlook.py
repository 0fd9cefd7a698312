"""When more is likely, in words: a range where there is one, and what lies beyond the week without an hour."""

from __future__ import annotations

import datetime as dt

import pytest

from legrun.decision.outlook import Window
from legrun.wording.outlook import window_words

NOW = dt.datetime(2026, 3, 4, 7)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ((None, None, None), "not within this week"),
        ((1, None, None), "not within this week"),
        ((24, 24, 24), "tomorrow morning"),
        ((23, 24, 25), "tomorrow morning"),
        ((24, 30, 60), "tomorrow midday (range tomorrow morning to Fri evening)"),
        ((24, 24, 60), "tomorrow morning (range tomorrow morning to Fri evening)"),
        ((24, 24, None), "tomorrow morning (range tomorrow morning to beyond this week)"),
        ((None, 24, 24), "tomorrow morning"),
        ((1, 2, 3), "later this morning"),
        ((0, 2, 24), "later this morning (range this morning to tomorrow morning)"),
    ],
)
def test_a_window_is_told_with_its_range(hours: tuple[int | None, ...], said: str) -> None:
    times = [None if each is None else NOW + dt.timedelta(hours=each) for each in hours]
    earliest, likely, latest = times
    assert window_words(Window("hard", earliest=earliest, likely=likely, latest=latest), NOW, NOW) == said
