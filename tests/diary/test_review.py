"""What was advised, done and felt stands side by side, each on its own day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import legrun
from legrun.diary import Advised
from legrun.diary.review import review, track_record
from legrun.logs import Log
from legrun.scenario import CheckIn, Session
from legrun.scenario.hours import DAY

MONDAY = dt.datetime(2026, 3, 2, 7)
LEGS = Session("legs", MONDAY - dt.timedelta(hours=13), 60, 8)


def advised(now: dt.datetime) -> Advised:
    return Advised.of(legrun.answer(legrun.Scenario(now=now, sessions=[LEGS])))


def test_a_day_has_its_advice_its_runs_and_the_morning_after() -> None:
    given = [advised(MONDAY), advised(MONDAY + dt.timedelta(hours=3)), advised(MONDAY + 2 * DAY)]
    runs = [Session("run", MONDAY + dt.timedelta(hours=hour), 30, 3) for hour in (-1, 9, 11, 33)]
    rated = [CheckIn(MONDAY, 5.0), CheckIn(MONDAY + DAY, 3.0), CheckIn(MONDAY + DAY * 1.2, 1.0)]
    log = Log("legrun", sessions=(LEGS, *runs), check_ins=tuple(rated))
    wednesday, monday = review(log, given, MONDAY + 3 * DAY, 28)
    assert monday.advised == given[1]  # the day's last
    assert monday.runs == tuple(runs[1:3])
    assert monday.felt == 3.0
    assert (wednesday.runs, wednesday.felt, wednesday.is_as_expected, wednesday.is_within_limits) == ((), *[None] * 3)
    # Each run alone is within the limit of 35 minutes; both together are not.
    assert monday.advised.max_minutes == 35.0
    assert monday.is_within_limits is False


def test_an_easy_run_may_be_longer_than_the_hardest_that_is_allowed() -> None:
    limits = ((4.0, 55.0), (6.0, 35.0))
    given = replace(advised(MONDAY), verdict="moderate", max_minutes=35.0, max_rpe=6.0, limits=limits)
    for minutes, rpe, is_within in (
        (55, 3, True),
        (55, 4, True),
        (45, 5, True),
        (50, 5, False),
        (35, 6, True),
        (20, 7, False),
    ):
        log = Log("legrun", sessions=(Session("run", MONDAY + dt.timedelta(hours=9), minutes, rpe),))
        (day,) = review(log, [given], MONDAY + 3 * DAY, 28)
        assert day.is_within_limits is is_within
    (day,) = review(log, [replace(given, limits=())], MONDAY + 3 * DAY, 28)  # kept before limits were
    assert day.is_within_limits is False
    log = Log("legrun", sessions=(Session("run", MONDAY + dt.timedelta(hours=9), 20, 1),))
    walk = replace(given, verdict="walk", max_minutes=40.0, max_rpe=2.0, limits=((2.0, 40.0),))
    (day,) = review(log, [walk], MONDAY + 3 * DAY, 28)
    assert day.is_within_limits is False, "one was to walk"


def test_a_morning_is_as_expected_within_its_range() -> None:
    given = replace(advised(MONDAY), soreness=3.2, soreness_low80=1.5, soreness_high80=5.0)
    for felt, is_expected in ((3.0, True), (1.5, True), (5.0, True), (5.5, False), (1.0, False)):
        log = Log("legrun", check_ins=(CheckIn(given.morning, felt),))
        (day,) = review(log, [given], MONDAY + 3 * DAY, 28)
        assert day.is_as_expected is is_expected
        assert track_record([day]) == (1, int(is_expected))


def test_what_lies_ahead_or_long_ago_is_left_out() -> None:
    log = Log("legrun", check_ins=(CheckIn(MONDAY + DAY, 3.0),))
    given = [advised(MONDAY)]
    assert not review(log, given, MONDAY - DAY, 28)
    assert not review(log, given, MONDAY + 29 * DAY, 28)
    (day,) = review(log, given, MONDAY, 28)
    assert day.felt is None  # the next morning is yet to come
    assert track_record([day]) == (0, 0)
