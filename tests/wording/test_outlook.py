"""When more is likely, in words: a range where there is one, and what lies beyond the week without an hour."""

from __future__ import annotations

import datetime as dt

import pytest

from legrun.decision.outlook import Window
from legrun.inputs.form import EVENING, RUN_MORNING
from legrun.wording.outlook import window_words
from legrun.wording.times import part_of_day

NOW = dt.datetime(2026, 3, 4, 7)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ((None, None, None), "not within this week"),
        ((1, None, None), "not within this week"),
        ((24, 24, 24), "tomorrow morning"),
        ((23, 24, 25), "tomorrow morning"),
        ((24, 30, 60), "tomorrow midday (range tomorrow morning to late Fri evening)"),
        ((24, 24, 60), "tomorrow morning (range tomorrow morning to late Fri evening)"),
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


@pytest.mark.parametrize("usual", [RUN_MORNING, EVENING])
def test_what_is_reached_after_the_hour_of_a_table_is_not_said_to_be_of_that_part_of_the_day(usual: dt.time) -> None:
    for hours in range(100):
        time = NOW + dt.timedelta(hours=hours)
        told = dt.datetime.combine(time.date(), usual)
        if part_of_day(time, NOW) == part_of_day(told, NOW):
            assert time <= told
    assert part_of_day(told, NOW) == part_of_day(told - dt.timedelta(hours=1), NOW)
