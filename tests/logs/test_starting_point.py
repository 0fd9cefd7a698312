"""What a log makes of today: a usual week and night, experience with its reason, what lies before and after."""

import dataclasses
import datetime as dt

import pytest

import legrun
from legrun import link
from legrun.logs import Log
from legrun.logs.mornings import mornings
from legrun.logs.starting_point import last_day, starting_point, suggested_experience
from legrun.scenario import Athlete, CheckIn, Kind, Session
from legrun.scenario.hours import DAY
from legrun.wording.starting_point import starting_sentences

NOW = dt.datetime(2026, 3, 4, 7)


def session(kind: Kind, ago: float, minutes: float = 60, rpe: float = 8) -> Session:
    """Return a session that began so many days ago."""
    return Session(kind, NOW - ago * DAY, minutes, rpe)


def log(*sessions: Session, **more: object) -> Log:
    """Return a log, its sessions oldest first."""
    return Log("legrun", sessions=tuple(sorted(sessions, key=lambda s: s.start)), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "expected", "reason"),
    [
        (range(1, 300, 4), "trained", "21 leg days in the last 12 weeks, and leg days for 42 weeks"),
        (range(1, 84, 4), "recreational", "21 leg days in the last 12 weeks"),
        (range(1, 84, 30), "novice", "3 leg days in the last 9 weeks"),
        (range(1, 14, 3), "recreational", "5 leg days in the last 2 weeks"),  # a short log, not a new lifter
        (range(200, 300, 4), "novice", "no leg days in the last 12 weeks"),
        ((1,), "recreational", "1 leg day logged"),
    ],
)
def test_experience_is_suggested_with_its_reason(days: range, expected: str, reason: str) -> None:
    sessions = log(*(session("legs", ago) for ago in days)).sessions
    assert suggested_experience(sessions, NOW) == (expected, reason)


def test_what_the_file_says_of_the_athlete_wins() -> None:
    told = log(session("legs", 1), athlete=Athlete("trained", age=44))
    point = starting_point(told, now=NOW)
    assert (point.scenario.athlete.experience, point.scenario.athlete.age) == ("trained", 44)
    assert point.experience_reason == "as you said"


def test_a_usual_week_is_that_of_the_days_the_log_covers() -> None:
    full = log(*(session("run", ago, 50, 4) for ago in range(1, 100)))
    assert starting_point(full, now=NOW).usual_week_au == pytest.approx(1400)
    short = log(*(session("run", ago, 50, 4) for ago in range(1, 15)))
    assert starting_point(short, now=NOW).usual_week_au == pytest.approx(1400)
    assert starting_point(log(session("run", 2)), now=NOW).usual_week_au is None


def test_a_usual_night_needs_a_week_of_nights() -> None:
    nights = {(NOW - n * DAY).date(): 6.0 + n % 3 for n in range(9)}
    point = starting_point(log(session("run", 2), sleep_h=nights), now=NOW)
    assert point.scenario.athlete.usual_sleep_h == 7.0
    assert point.sleep_nights == 9
    few = dict(list(nights.items())[:6])
    point = starting_point(log(session("run", 2), sleep_h=few), now=NOW)
    assert (point.scenario.athlete.usual_sleep_h, point.sleep_nights) == (7.5, 0)
    assert point.scenario.nights == few


def test_what_lies_ahead_is_left_out() -> None:
    ahead = log(
        session("legs", 1), session("legs", -1), session("run", -300), check_ins=(CheckIn(NOW + DAY, 9.0),),
        sleep_h={(NOW + 2 * DAY).date(): 3.0},
    )  # fmt: skip
    scenario = starting_point(ahead, now=NOW).scenario
    assert [s.start for s in scenario.sessions] == [NOW - DAY]
    assert not scenario.check_ins
    assert scenario.sleep_h is None


def test_a_break_is_seen_however_long_ago_the_last_leg_day_was() -> None:
    """Protection decays from the newest leg day before the 42 days, not from a usual one at their start."""
    today = session("legs", 0.5)
    usual = log(*(session("legs", ago) for ago in range(5, 100, 4)), today)
    away = log(*(session("legs", ago) for ago in range(90, 200, 4)), today)
    sore = [
        legrun.answer(dataclasses.replace(starting_point(each, now=NOW).scenario, athlete=Athlete())).week.soreness
        for each in (usual, away)
    ]
    assert sore[1].median.max() > sore[0].median.max() + 0.5
    assert len(starting_point(away, now=NOW).scenario.sessions) == 2


def test_a_comeback_is_seen_however_long_ago_the_last_run_was() -> None:
    runs = log(*(session("run", ago, 60, 4) for ago in range(60, 100)), session("upper", 3))
    scenario = starting_point(runs, now=NOW).scenario
    assert [s.kind for s in scenario.sessions] == ["run", "upper"]
    assert "comeback" in {gate.key for gate in legrun.answer(scenario).gates}


@pytest.mark.parametrize("back", [None, 3])
@pytest.mark.parametrize("ago", [20, 41, 43, 60, 200, 350, 500, 3000])
def test_a_longer_break_is_no_smaller_one(ago: int, back: int | None) -> None:
    """Who has not run since, or three days ago for the first time again, runs gently; so says a link of it."""
    again = [] if back is None else [session("run", back, 30, 4)]
    broken = log(session("run", ago + 4, 60, 4), session("run", ago, 60, 4), session("upper", 5), *again)
    scenario = starting_point(broken, now=NOW).scenario
    assert legrun.advise(scenario).verdict == "moderate"
    linked = link.decode(link.encode(scenario), now=NOW).scenario
    assert legrun.advise(linked).verdict == "moderate"


def test_a_log_of_ratings_alone_is_a_starting_point() -> None:
    only = Log("legrun", check_ins=(CheckIn(NOW - DAY, 6.0),))
    point = starting_point(only)
    assert point.scenario.now == last_day(only) == NOW - DAY
    assert point.usual_week_au is None
    assert legrun.advise(point.scenario).verdict == "easy"


def test_what_a_starting_point_is_said_to_hold_does_not_contradict_the_log() -> None:
    both = log(session("legs", 35.2), session("legs", 35), session("run", 14, 90, 5), session("run", 2, 110, 5))
    said = " ".join(starting_sentences(starting_point(both, now=NOW)))
    assert "**1 leg day** (" in said
    assert "**2 runs** and **0 ratings**" in said
    # The longest of all is no habit yet, and the sentence says so.
    assert "Longest run you are used to: **90 min** (of 30 days, without races and the newest 7 days)." in said
    said = " ".join(starting_sentences(starting_point(log(session("run", 2, 110, 5)), now=NOW)))
    assert "**0 leg days**, **1 run** and" in said
    assert "Longest run you are used to: taken to be **40 min** (none in 30 days, without races" in said


@pytest.mark.parametrize(("minutes", "counts"), [(0, True), (29, True), (31, False)])
def test_a_rating_within_the_hour_that_the_clock_is_rounded_to_is_of_now(minutes: int, *, counts: bool) -> None:
    rated = tuple(CheckIn(NOW + dt.timedelta(minutes=ago), soreness) for ago, soreness in ((-60, 2.0), (minutes, 6.0)))
    check_ins = starting_point(Log("legrun", check_ins=rated), now=NOW).scenario.check_ins
    assert check_ins == (rated[0], *((CheckIn(NOW, 6.0),) if counts else ()))


@pytest.mark.parametrize("hour", [0, 3, 5, 6, 7, 12])
def test_a_rating_of_today_counts_before_the_hour_that_its_file_has_it_at(hour: int) -> None:
    """A file that names days alone has its ratings at seven; who asks at three has rated."""
    seven, now = dt.datetime(2026, 3, 4, 7), dt.datetime(2026, 3, 4, hour)
    rated = Log("legrun", check_ins=(CheckIn(seven - DAY, 2.0), CheckIn(seven, 6.0)))
    assert starting_point(rated, now=now).scenario.check_ins[1:] == (CheckIn(min(now, seven), 6.0),)
    assert last_day(rated, now) == min(now, seven)
    (today,) = mornings(rated, now, 1)
    assert (today.time, today.soreness) == (seven, 6.0)  # rated again, it is the same check-in


def test_a_rating_after_a_session_to_come_is_not_of_now() -> None:
    evening = Log(
        "legrun", sessions=(Session("legs", NOW + DAY / 12, 60, 8),), check_ins=(CheckIn(NOW + DAY / 6, 6.0),)
    )
    assert starting_point(evening, now=NOW).scenario.check_ins == ()
    assert mornings(evening, NOW, 1)[0].soreness is None


def test_a_run_of_ten_hours_is_the_longest_in_a_link_too() -> None:
    ultra = starting_point(log(session("run", 9, 600, 3)), now=NOW).scenario
    assert ultra.longest_run_minutes == 600
    linked = link.decode(link.encode(ultra), now=NOW).scenario
    assert linked.longest_run_minutes == 600
    assert legrun.advise(linked).summary() == legrun.advise(ultra).summary()


def untimed(kind: Kind, day: dt.date, hour: int = 18) -> Session:
    """Return a session of a file that names its day alone; its hour stands in for one that nobody told."""
    return Session(kind, dt.datetime.combine(day, dt.time(hour)), 60, 8, estimated=frozenset({"start"}))


@pytest.mark.parametrize("hour", [0, 7, 12, 18, 20])
def test_what_was_done_today_at_no_known_hour_is_done_by_now(hour: int) -> None:
    """It stood at 18:00, so that a verdict of the morning was one for the evening."""
    now = dt.datetime.combine(NOW, dt.time(hour))
    told = log(session("run", 3), untimed("legs", NOW.date()), untimed("run", NOW.date(), 19))
    assert last_day(told, now) <= now
    scenario = starting_point(told, now=now).scenario
    assert [s.kind for s in scenario.sessions] == ["run", "legs", "run"]
    today = scenario.sessions[1:]
    assert all(s.end <= now for s in today)
    assert legrun.answer(scenario).advice.verdict != "hard"
    # One that has an hour keeps it, and is ahead of now until then.
    clocked = log(session("run", 3), dataclasses.replace(untimed("legs", NOW.date(), 22), estimated=frozenset()))
    assert len(starting_point(clocked, now=now).scenario.sessions) == 1
    assert last_day(clocked, now).hour == 23


def test_the_hour_of_an_earlier_day_stays_when_it_is_looked_back_at() -> None:
    told = log(untimed("legs", NOW.date()), untimed("run", NOW.date() + 2 * DAY))
    assert starting_point(told, now=NOW).scenario.sessions == ()
    evening = starting_point(told, now=NOW.replace(hour=20)).scenario.sessions
    assert [f"{s.start:%H:%M}" for s in evening] == ["18:00"]
