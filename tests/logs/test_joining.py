"""What is one workout is counted once, and a leg day never takes the hour or the effort of another sport."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from legrun.logs import Log, merge_logs, read_log
from legrun.logs.format import Notes
from legrun.logs.merging.day_order import one_after_another
from legrun.logs.merging.twins import once_each
from legrun.scenario import Kind, Session

DAY = dt.datetime(2030, 5, 14)

FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n" + "".join(
    f"2030-05-14,{exercise},Legs,70.0,kgs,8,,,\n" for exercise in ["Barbell Squat"] * 4 + ["Leg Press"] * 3
)
STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Filename,"
    "Elapsed Time,Moving Time,Distance,Average Heart Rate,Perceived Exertion\n"
)


def strava(*rows: tuple[str, str, str, int, float]) -> str:
    """Return a Strava list of (clock, title, type, seconds, metres), all on the same day."""
    return STRAVA + "".join(
        f'{number},"May 14, 2030, {clock}",{title},{sport},,{seconds},{metres / 1000},a.fit.gz,{seconds}.0,{seconds}.0,{metres},,9\n'
        for number, (clock, title, sport, seconds, metres) in enumerate(rows)
    )


def own(log: Log) -> Log:
    return read_log(log.to_csv(), name="legrun.csv")


def run(minute: float = 0, minutes: float = 50, **more: object) -> Session:
    return Session("run", DAY + dt.timedelta(hours=7, minutes=minute), minutes=minutes, rpe=4, **more)  # type: ignore[arg-type]


def log_of(*sessions: Session, name: str = "a.csv", form: str = "Runkeeper") -> Log:
    return Log(form, name=name, sessions=sessions, workouts=len(sessions))


@pytest.mark.parametrize(
    ("title", "sport", "seconds", "metres"),
    [
        ("Evening Ride", "Ride", 3600, 25_000),
        ("Lunch", "VirtualRide", 3600, 0),
        ("Lengths", "Swim", 2700, 1800),
        ("Evening", "Yoga", 3600, 0),
        ("Yoga with Kim", "Workout", 3600, 0),
        ("Cool-down", "Workout", 900, 0),
        ("Cooldown", "Weight Training", 1200, 0),
        ("Stretching", "Workout", 1800, 0),
        ("Erg", "Rowing", 2400, 8000),
        ("On snow", "Nordic Ski", 3600, 9000),
        ("To work", "E-Bike Ride", 1500, 0),
        ("Wall", "Rock Climbing", 3600, 0),
        ("Home", "Walk", 2400, 3000),
    ],
)
def test_a_leg_day_without_a_clock_pairs_with_no_other_sport(
    title: str, sport: str, seconds: int, metres: float
) -> None:
    lifting, list_ = (
        read_log(FITNOTES, name="fitnotes.csv"),
        read_log(strava(("6:30:00 PM", title, sport, seconds, metres))),
    )
    for logs in ([lifting, list_], [list_, lifting], [own(lifting), own(list_)]):
        merged = merge_logs(logs)
        legs = next(session for session in merged.sessions if session.kind == "legs")
        assert len(merged.sessions) == 2
        assert (legs.rpe, legs.distance_km, legs.hard_sets) == (lifting.sessions[0].rpe, None, 7.0)
        assert {"start", "minutes", "rpe"} <= legs.estimated


@pytest.mark.parametrize("sport", ["Weight Training", "Workout", "WeightTraining", "Crossfit"])
def test_it_pairs_with_the_lifting_of_that_day(sport: str) -> None:
    day = strava(
        ("5:00:00 PM", "Spin", "Ride", 3500, 20_000),
        ("6:10:00 PM", "Gym", sport, 4200, 0),
        ("7:30:00 PM", "Cooldown", "Workout", 600, 0),
    )
    merged = merge_logs([read_log(FITNOTES), read_log(day)])
    legs = next(session for session in merged.sessions if session.kind == "legs")
    assert len(merged.sessions) == 3
    assert (legs.start.hour, legs.start.minute, legs.minutes, legs.rpe, legs.estimated) == (18, 10, 70, 9, frozenset())


def test_of_two_gym_sessions_a_day_the_legs_are_the_leg_day() -> None:
    day = strava(
        ("7:00:00 AM", "Upper body", "Weight Training", 2000, 0), ("6:00:00 PM", "Leg day", "Weight Training", 4000, 0)
    )
    merged = merge_logs([read_log(FITNOTES), read_log(day)])
    assert [(session.kind, session.start.hour) for session in merged.sessions] == [("upper", 7), ("legs", 18)]


def test_a_lone_shift_is_no_reason_to_take_a_leg_day_for_something_unknown() -> None:
    legs = Session("legs", DAY, minutes=60, rpe=8, hard_sets=12, source="Hevy", sport="strength")
    unknown = Session("other", DAY + dt.timedelta(hours=2), minutes=61, rpe=3, source="Whoop")
    assert len(merge_logs([log_of(legs), log_of(unknown, form="Whoop")]).sessions) == 2


def many_lifts(offsets: Sequence[int], form: str, kind: Kind, hours: float = 0) -> Log:
    sessions = [
        Session(
            kind,
            DAY + dt.timedelta(days=2 * place, hours=18 - hours, minutes=minute),
            minutes=50,
            rpe=6,
            source=form,
            sport="strength",
        )
        for place, minute in enumerate(offsets)
    ]
    return log_of(*sessions, form=form, name=form)


@pytest.mark.parametrize("hours", [2, -5.5, 7])
def test_once_the_shift_is_known_starts_may_differ_as_on_one_clock(hours: float) -> None:
    lifts, watch = many_lifts([0] * 7, "Strong", "legs"), many_lifts([0, 1, -2, 9, -8, 6, 14], "Strava", "other", hours)
    merged = merge_logs([lifts, watch])
    assert len(merged.sessions) == 8  # the last one starts 14 min apart
    assert sum(session.source == "Strong + Strava" for session in merged.sessions) == 6


def test_too_few_sure_pairs_settle_no_shift() -> None:
    merged = merge_logs([many_lifts([0] * 3, "Strong", "legs"), many_lifts([0, 1, 9], "Strava", "other", 2)])
    assert len(merged.sessions) == 4


def test_two_recordings_in_one_file_are_one_run_and_can_be_told_apart() -> None:
    head = "Date,Type,Route Name,Distance (km),Duration,Average Pace,Average Heart Rate (bpm),Notes,GPX File\n"
    text = head + (
        "2030-05-14 07:00:00,Running,,8.00,50:00,6:15,151,,a.gpx\n"
        "2030-05-14 07:00:40,Running,,8.11,49:20,6:05,,shoes,b.gpx\n"
        "2030-05-14 19:00:00,Cycling,,20.00,50:00,2:30,,,c.gpx\n"
        "2030-05-14 19:20:00,Running,,2.00,11:00,5:30,,,d.gpx\n"
    )
    log = read_log(text)
    assert [(s.kind, s.distance_km) for s in log.sessions] == [("run", 8.0), ("other", 20.0), ("run", 2.0)]
    assert log.workouts == 3
    said = [each for each in log.assumptions if each.key.startswith("merge:")]
    assert [each.value for each in said] == ["merged"]
    apart = read_log(text, choices={said[0].key: "separate"})
    assert len(apart.sessions) == 4
    assert own(apart).sessions == apart.sessions
    assert own(log).sessions == log.sessions


@pytest.mark.parametrize(
    ("second", "left"),
    [
        (run(50, 20), 2),  # one after the other
        (run(12, 50), 2),  # the clock of one is off, or a relay: they share less than most of it
        (run(5, 50), 1),
        (run(0, 200), 1),  # the watch went on
        (run(10, 25), 1),  # a part of it
        (replace(run(0, 50), kind="walk"), 2),
        (replace(run(0, 50), estimated=frozenset({"start"})), 2),  # no clock
    ],
)
def test_what_overlaps_for_most_of_its_length_is_one(second: Session, left: int) -> None:
    assert len(once_each([run(), second], Notes())) == left


def test_strength_work_of_two_apps_and_two_halves_of_a_day() -> None:
    lift = Session("other", DAY, minutes=60, rpe=5, sport="strength")
    assert len(once_each([lift, replace(lift, kind="legs", minutes=58)], Notes())) == 1
    assert len(once_each([replace(lift, kind="upper"), replace(lift, kind="legs")], Notes())) == 2
    assert len(once_each([lift, replace(lift, sport="ride")], Notes())) == 2
    assert len(once_each([replace(lift, sport="", name="A"), replace(lift, sport="", name="B")], Notes())) == 2


def test_three_devices_are_still_one_workout() -> None:
    assert [s.distance_km for s in once_each([run(distance_km=8), run(1), run(2)], Notes())] == [8]


@pytest.mark.parametrize("count", [2, 3])
def test_equal_twins_survive_our_own_csv_and_other_files(count: int) -> None:
    log = log_of(*[run(name="=lap")] * count, run(600))
    assert own(log).sessions == log.sessions
    assert own(own(log)).sessions == log.sessions
    assert own(log).problems == ()
    for others in ([Log("Hevy")], [log_of(run(2000), name="b.csv")]):
        merged = merge_logs([log, *others])
        assert merged.sessions.count(run(name="=lap")) == count
        assert merged.problems == ()


def test_two_own_csvs_pasted_together_are_read_once() -> None:
    log = log_of(run(), run(), run(600))
    text = log.to_csv()
    assert read_log(text + text.split("\n", 1)[1]).sessions == log.sessions


def test_a_file_twice_is_one_line() -> None:
    log = log_of(run(), run(), run(600))
    merged = merge_logs([log, replace(log, name="b.csv")])
    assert merged.sessions == log.sessions
    assert [problem.message for problem in merged.problems] == ["b.csv: 3 sessions stand in a.csv too; counted once."]


def test_overlapping_exports_of_one_app_are_one_line_and_no_decisions() -> None:
    old = [run(1440 * day, source="Garmin", name="Old", estimated=frozenset({"rpe"})) for day in range(20)]
    new = [replace(session, rpe=5.5, name="New") for session in old[8:]] + [run(1440 * 30, source="Garmin")]
    merged = merge_logs(
        [log_of(*old, name="2030-06.csv", form="Garmin"), log_of(*new, name="2030-07.csv", form="Garmin")]
    )
    assert len(merged.sessions) == 21
    assert [session.name for session in merged.sessions[7:9]] == ["Old", "New"]  # the later export wins
    assert merged.assumptions == ()
    assert len(merged.problems) == 1
    assert "12 sessions stand" in merged.problems[0].message


def test_the_legrun_csv_beside_a_fresh_export_is_one_line() -> None:
    export = log_of(
        *[run(1440 * day, source="Hevy", estimated=frozenset({"rpe"})) for day in range(5)],
        form="Hevy",
        name="hevy.csv",
    )
    kept = own(replace(export, sessions=tuple(replace(s, rpe=7.0, estimated=frozenset()) for s in export.sessions[:4])))
    merged = merge_logs([export, kept])
    assert [session.rpe for session in merged.sessions] == [7, 7, 7, 7, 4]
    assert [each for each in merged.assumptions if each.key.startswith("merge:")] == []


def test_an_hour_that_was_filled_in_is_no_sign_of_a_copy() -> None:
    diary = run(660, source="Table", name="Run", distance_km=None, estimated=frozenset({"start"}))
    watch = run(660, source="Table", name="Run", distance_km=9.0, estimated=frozenset({"rpe"}))
    (session,) = merge_logs([log_of(diary, name="diary.csv"), log_of(watch, name="watch.csv")]).sessions
    assert (session.start, session.distance_km, session.rpe, session.estimated) == (watch.start, 9.0, 4, frozenset())


def test_sessions_of_one_day_without_a_clock_follow_one_another() -> None:
    def day(minutes: float, kind: Kind) -> Session:
        return Session(kind, DAY + dt.timedelta(hours=18), minutes=minutes, rpe=4, estimated=frozenset({"start"}))

    notes = Notes()
    three = one_after_another([day(57, "legs"), day(48, "run"), day(30.5, "other")], notes)
    assert [f"{session.start:%H:%M}" for session in three] == ["18:00", "18:57", "19:45"]
    assert [(each.key, each.value) for each in notes.assumptions] == [("day_order", "2 moved")]
    # A long day begins earlier, so that it ends on its day.
    long = one_after_another([day(300, "other"), day(120, "run")], Notes())
    assert [(session.start.day, session.start.hour) for session in long] == [(14, 16), (14, 21)]
    assert {session.start.day for session in one_after_another([day(1400, "other")] * 3, Notes())} == {14}
    clocked = [run(), run(10)]
    assert one_after_another(clocked, Notes()) == clocked


@pytest.mark.parametrize(
    ("begins", "minutes", "left"),
    [
        (3, 50, 1),  # the watch was stopped early
        (-20, 100, 1),  # it was left running
        (15, 40, 1),
        (45, 60, 2),  # lifting of the upper body begins when the legs are nearly done
    ],
)
def test_lifting_that_two_apps_recorded_at_a_time_is_one_workout(begins: float, minutes: float, left: int) -> None:
    legs = Session("legs", DAY + dt.timedelta(hours=18), minutes=62, rpe=8, hard_sets=12)
    start = legs.start + dt.timedelta(minutes=begins)
    watch = Session("other", start, minutes=minutes, rpe=4, sport="strength")
    merged = merge_logs([log_of(legs, form="Hevy"), log_of(watch, name="b.csv", form="Garmin")])
    assert len(merged.sessions) == left
    assert next(each for each in merged.sessions if each.kind == "legs").minutes == 62
    ride = replace(watch, sport="ride")
    assert len(merge_logs([log_of(legs), log_of(ride, name="b.csv")]).sessions) == 2
