"""The form at the borders of a day: what its inputs show, and what they tell."""

from __future__ import annotations

import datetime as dt

import pytest

from legrun.inputs.form import NUMBERS, input_values, leg_day, leg_values, planned_run, rated_now, run_values
from legrun.scenario import CheckIn, Scenario, Session

NOW = dt.datetime(2026, 3, 4, 19, 30)
MORNING_LEGS = {"day": "This morning", "legtime": dt.time(8), "legmin": 60.0, "effort": 8.0, "nov": "Usual exercises"}


@pytest.mark.parametrize(("hour", "start"), [(19, 8), (9, 8), (8, 7), (1, 0)])
def test_a_leg_day_of_this_morning_has_ended_by_now(hour: int, start: int) -> None:
    now = NOW.replace(hour=hour, minute=0)
    told = leg_day(MORNING_LEGS, now)
    assert told is not None
    assert told.start == now.replace(hour=start)
    assert told.end <= now


def test_a_leg_day_that_still_goes_on_is_shown_by_its_date() -> None:
    begun = NOW - dt.timedelta(minutes=30)
    going_on, over = Session("legs", begun, 60, 8), Session("legs", begun, 30, 8)
    assert leg_values(going_on, NOW)["day"] == "Other"
    assert leg_values(going_on, NOW)["legdate"] == NOW.date()
    assert leg_values(over, NOW)["day"] == "This morning"


@pytest.mark.parametrize(
    ("when", "start"),
    [
        ("Now", NOW),
        ("This evening", NOW),  # six o'clock has passed
        ("Tomorrow morning", dt.datetime(2026, 3, 5, 7)),
        ("Tomorrow evening", dt.datetime(2026, 3, 5, 18)),
    ],
)
def test_the_run_in_mind_never_lies_before_now(when: str, start: dt.datetime) -> None:
    assert planned_run({**run_values(None, NOW), "when": when}, NOW).start == start


def test_of_two_ratings_of_one_minute_the_later_is_shown() -> None:
    ratings = [CheckIn(NOW.replace(second=second), sore) for second, sore in ((5, 2), (40, 6))]
    case = Scenario(NOW.replace(second=59), check_ins=ratings)
    assert rated_now(case) == 6
    assert (input_values(case)["sore"], input_values(case)["rated"]) == (6, True)
    assert rated_now(Scenario(NOW + dt.timedelta(minutes=1), check_ins=ratings)) is None


@pytest.mark.parametrize("text", ["9", "0.5", "111", "nan", "inf", "-1", ""])
def test_an_age_that_nobody_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text or "could not"):
        NUMBERS["age"].read(text)
    assert NUMBERS["age"].read("0") == 0  # unknown
    assert NUMBERS["age"].read("10") == 10
