"""Leap days, the turn of a year, and the nights on which clocks jump: local times go on without a gap."""

from __future__ import annotations

import datetime as dt

import icalendar
import numpy as np
import pytest

import legrun
from legrun import link
from legrun.logs import read_log
from legrun.report import plan_ics, week_csv, week_ics
from legrun.trends import daily_load, weeks
from legrun.week.plan import from_today, next_monday
from legrun.week.review import review_plan
from tests.scenarios import legs

# An evening before: clocks go forward and back in Berlin and in New York, a leap day, none in 2027, a new year.
EVENINGS = [
    dt.datetime(2026, 3, 28, 18), dt.datetime(2026, 10, 24, 18), dt.datetime(2026, 3, 7, 18),
    dt.datetime(2026, 10, 31, 18), dt.datetime(2028, 2, 28, 18), dt.datetime(2027, 2, 28, 18),
    dt.datetime(2026, 12, 31, 18),
]  # fmt: skip
HOUR = np.timedelta64(1, "h")
each_evening = pytest.mark.parametrize("now", EVENINGS, ids=lambda now: f"{now:%Y-%m-%d}")


def told(now: dt.datetime) -> legrun.Scenario:
    """Return the same person and week at another moment."""
    session = legs(1, 60, 8, now=now)
    run = legrun.Session("run", now + dt.timedelta(hours=13), minutes=40, rpe=4)
    return legrun.Scenario(
        now=now, sessions=(session,), check_ins=(legrun.CheckIn(now, soreness=3),), sleep_h=6.5, planned=run
    )


@each_evening
def test_the_week_goes_on_hour_by_hour_and_is_that_of_any_other_evening(now: dt.datetime) -> None:
    week = legrun.answer(told(now)).week
    assert (np.diff(week.times) == HOUR).all()
    other = legrun.answer(told(dt.datetime(2026, 6, 9, 18))).week
    np.testing.assert_array_equal(week.recovery.median, other.recovery.median)


@pytest.mark.slow
@each_evening
def test_downloads_hold_every_hour_once_and_local_times(now: dt.datetime) -> None:
    answer = legrun.answer(told(now))
    rows = week_csv(answer).decode("utf-8-sig").splitlines()[3:]
    stamps = [row.split(",")[0] for row in rows]
    assert stamps == [f"{now + dt.timedelta(hours=hour):%Y-%m-%d %H:%M}" for hour in range(169)]
    plan = from_today(answer.scenario)
    for data in (week_ics(answer), plan_ics(review_plan(plan, answer.scenario))):
        starts = [event.decoded("dtstart") for event in icalendar.Calendar.from_ical(data).walk("VEVENT")]
        assert starts
        assert all(start.tzinfo is None for start in starts)
        # node-ical 0.26.1 moves a floating weekly event by an hour after summer time, ical.js 2.2.1 an event in a zone that
        # icalendar 7.3.2 has added; 29 February has no yearly rule.
        assert b"RRULE" not in data
    assert answer.scenario.planned is not None
    assert answer.scenario.planned.start in [
        event.decoded("dtstart") for event in icalendar.Calendar.from_ical(week_ics(answer)).walk("VEVENT")
    ]


@each_evening
def test_a_link_means_the_same_moment(now: dt.datetime) -> None:
    scenario = link.decode(link.encode(told(now)), now=dt.datetime(2026, 6, 9, 18)).scenario
    assert (scenario.now, scenario.sessions, scenario.planned) == (now, told(now).sessions, told(now).planned)


def test_a_leap_day_in_a_log_is_a_day_and_one_that_was_not_is_named() -> None:
    rows = "".join(f"session,legs,{day}T18:00,60,7,,,\n" for day in ("2028-02-29", "2027-02-29", "2027-12-31"))
    log = read_log(f"record,kind,start,minutes,rpe,soreness,key,value\n{rows}")
    assert [session.start.date() for session in log.sessions] == [dt.date(2027, 12, 31), dt.date(2028, 2, 29)]
    assert [problem.row for problem in log.problems] == [3]
    assert "2027-02-29" in log.problems[0].message


def test_weeks_and_days_run_on_over_a_new_year() -> None:
    sessions = [legs(0, 60, 8, now=dt.datetime(2026, 12, 28, 19) + dt.timedelta(days=day)) for day in range(9)]
    until = dt.datetime(2027, 1, 6, 7)
    result = weeks(sessions, until=until)
    assert next_monday(dt.date(2026, 12, 31)) == dt.date(2027, 1, 4)
    assert sum(week.by_kind["legs"] for week in result) == pytest.approx(9 * 480)
    assert len(result) == 2
    assert len(daily_load(sessions, until=until).total) == 10
