"""Nights: parts of one night add up, naps and minutes are none, hours in any writing."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from legrun.logs import read_log
from legrun.logs.format import Notes
from legrun.logs.nights import Sleep, sleep_h
from tests.logs.shapes import APPLE_SLEEP, WELLNESS, hevy

WHOOP = (
    "Cycle start time,Cycle end time,Cycle timezone,Sleep onset,Wake onset,Asleep duration (min),"
    "In bed duration (min),Nap\n"
)


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, 5, day, hour, minute)


def test_sleeps_of_one_night_add_up_in_whoop() -> None:
    # Which of the two is longer must not matter; findings of Whoop's own export, 3.25 and 3.75 h.
    rows = (
        "2026-05-04 23:10:00,,UTC-04:00,2026-05-04 23:10:00,2026-05-05 02:40:00,195,210,false\n"
        "2026-05-04 23:10:00,,UTC-04:00,2026-05-05 03:30:00,2026-05-05 07:30:00,225,240,false\n"
        "2026-05-04 23:10:00,,UTC-04:00,2026-05-05 13:30:00,2026-05-05 14:30:00,50,60,true\n"
    )
    log = read_log(WHOOP + rows)
    assert log.sleep_h == {dt.date(2026, 5, 5): 7.0}
    assert not log.problems
    assert next(a.value for a in log.assumptions if a.key == "naps") == "1 left out"


@pytest.mark.parametrize(
    ("sleeps", "hours"),
    [
        ([Sleep(2, 7.0, at(4, 23), at(5, 7)), Sleep(3, 6.5, at(4, 23, 30), at(5, 7))], 7.0),  # one sleep, two devices
        ([Sleep(2, 4.0, at(4, 23), at(5, 3)), Sleep(3, 1.5, at(5, 4), at(5, 6))], 5.5),
        ([Sleep(2, 6.0, at(4, 23), at(5, 6)), Sleep(3, 1.0, at(5, 13), at(5, 14))], 6.0),  # a nap by the clock
        ([Sleep(2, 3.0, at(4, 23), at(5, 2)), Sleep(3, 5.0, at(5, 9), at(5, 14))], 8.0),  # a shift worker's second part
        ([Sleep(2, 6.0, at(4, 23), at(5, 6)), Sleep(3, 2.0, at(5, 13), at(5, 15), nap=False)], 8.0),  # the app says so
        ([Sleep(2, 7.0, date=dt.date(2026, 5, 5)), Sleep(3, 6.0, date=dt.date(2026, 5, 5))], 7.0),  # nothing tells
        ([Sleep(2, 0.4, at(4, 23), at(5, 0)), Sleep(3, 6.6, at(5, 0, 30), at(5, 7))], 7.0),
    ],
)
def test_parts_of_a_night(sleeps: list[Sleep], hours: float) -> None:
    assert sleep_h(sleeps, "Asleep", Notes())[dt.date(2026, 5, 5)] == hours
    assert sleep_h(reversed(sleeps), "Asleep", Notes())[dt.date(2026, 5, 5)] == hours


def test_minutes_are_no_night() -> None:
    log = read_log(WELLNESS.replace("27000", "161").replace("25200", "1117"))
    assert not log.sleep_h
    assert [p.message[:15] for p in log.problems] == ["3 min of sleep ", "19 min of sleep"]


@pytest.mark.parametrize("text", ["7:15", "7h:15m", "7h 15m", "07:15:00", "7.25", "435"])
def test_hours_asleep_in_any_writing(text: str) -> None:
    assert read_log(APPLE_SLEEP.replace("7:15", text)).sleep_h == {dt.date(2026, 5, 4): 7.25}


def test_hours_that_are_not_understood_are_said() -> None:
    log = read_log(APPLE_SLEEP.replace("7:15", "seven"))
    assert not log.sleep_h
    assert "“seven” was not understood" in log.problems[0].message


def test_what_a_log_says_of_its_days_is_written_as_on_every_page() -> None:
    notes = Notes()
    sleep_h([Sleep(2, 7.0, at(4, 23), at(5, 7)), Sleep(3, 6.5, at(4, 23, 30), at(5, 7))], "Asleep", notes)
    mixed = read_log(hevy(["Squat (Barbell)", *["Bench Press (Barbell)"] * 9]))
    told = [*(problem.message for problem in notes.problems), *(each.reason for each in mixed.assumptions)]
    assert any("Tue 5 May 2026" in text for text in told)
    assert any("Wed 8 Apr 2026 (1 of 10 sets)" in text for text in told)
    assert [text for text in told if re.search(r"\d{4}-\d\d-\d\d", text)] == []
