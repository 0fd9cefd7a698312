"""The same workout from two apps is counted once, and nothing else is."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from legrun.logs import Assumption, Log, merge_logs, read_log
from legrun.scenario import CheckIn, Kind, Session
from tests.logs.shapes import STRAVA, hevy

START = dt.datetime(2026, 3, 3, 18)
RATED = dt.datetime(2026, 3, 4, 7)


def session(hours: float = 0.0, minutes: float = 60, kind: Kind = "run", source: str = "A", **more: object) -> Session:
    start = START + dt.timedelta(hours=hours)
    return Session(kind=kind, start=start, minutes=minutes, rpe=5, source=source, **more)  # type: ignore[arg-type]


def log(*sessions: Session, form: str = "A", **more: object) -> Log:
    return Log(form, name=form, sessions=sessions, workouts=len(sessions), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("shift", [0, 0.1, 2, -5, 5.5, -9.5, 14])
def test_one_workout_in_two_files(shift: float) -> None:
    merged = merge_logs([log(session()), log(session(shift, 62, source="B"), form="B")])
    assert [s.source for s in merged.sessions] in (["A + B"], ["B + A"])
    assert merged.workouts == 1
    assert merged.assumptions[0].key.startswith("merge:2026-03-0")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (session(2.2, source="B"), "the shift is no time zone's"),
        (session(15, source="B"), "too far apart"),
        (session(0, 90, source="B"), "another duration"),
        (session(0, kind="legs", source="B"), "another kind"),
        (session(1, distance_km=12, source="B"), "another distance"),
    ],
)
def test_two_workouts_stay_two(other: Session, why: str) -> None:
    first = log(session(distance_km=10))
    assert len(merge_logs([first, log(other, form="B")]).sessions) == 2, why


def test_two_of_one_file_stay_two() -> None:
    assert len(merge_logs([log(session(), session(0, 61))]).sessions) == 2


def test_a_chance_shift_is_not_believed_beside_the_usual_one() -> None:
    days = range(0, 240, 24)
    ours = [session(day, 40 + day / 8) for day in days]
    theirs = [session(day - 2, 40 + day / 8, source="B") for day in days]
    extra = session(24 * 20 + 7, 55)
    chance = session(24 * 20, 55, source="B")
    merged = merge_logs([log(*ours, extra), log(*theirs, chance, form="B")])
    assert len(merged.sessions) == 12
    assert merged.workouts == 12


def test_summer_time_gives_two_shifts() -> None:
    ours = [session(24 * day, 40 + 8 * day) for day in range(8)]
    theirs = [session(24 * day - (1 if day < 3 else 2), 40 + 8 * day, source="B") for day in range(8)]
    assert len(merge_logs([log(*ours), log(*theirs, form="B")]).sessions) == 8


def test_the_better_session_stands_and_takes_what_the_other_knows() -> None:
    lift = session(0, 60, "legs", "Hevy", hard_sets=14.0, name="Legs", estimated=frozenset({"rpe"}))
    watch = replace(session(-5, 63, "other", "Strava", name="Lunch", sport="strength"), rpe=7.0)
    merged = merge_logs([log(watch, form="Strava"), log(lift, form="Hevy")])
    assert merged.sessions == (replace(lift, rpe=7.0, estimated=frozenset(), source="Hevy + Strava", sport="strength"),)
    assert merged.format == "Strava + Hevy"


def test_files_that_give_the_day_only() -> None:
    day = session(0, 30, "legs", "FitNotes", hard_sets=9.0, estimated=frozenset({"start", "minutes", "rpe"}))
    watch = session(-11, 55, "other", "Garmin", sport="strength")
    merged = merge_logs([log(day), log(watch, form="B")]).sessions
    assert [(s.kind, s.start, s.minutes, s.hard_sets) for s in merged] == [("legs", watch.start, 55, 9.0)]


def test_own_csv_wins_and_copies_are_counted_once() -> None:
    corrected = session(0, 58, source="A")
    own = read_log(log(corrected, session(30)).to_csv(), name="legrun.csv")
    merged = merge_logs([log(session(), session(30)), own])
    assert [s.minutes for s in merged.sessions] == [58, 60]
    assert merged.workouts == 2
    assert "counted once" in merged.problems[-1].message


def test_a_merge_can_be_refused() -> None:
    two = [log(session()), log(session(2, 62, source="B"), form="B")]
    key = merge_logs(two).assumptions[0].key
    refused = merge_logs(two, choices={key: "separate"})
    assert len(refused.sessions) == 2
    assert refused.choices == {key: "separate"}


def test_ratings_sleep_choices_and_problems_are_joined() -> None:
    day = dt.date(2026, 3, 4)
    first = log(sleep_h={day: 7.0}, check_ins=(CheckIn(START, 3),), choices={"a": "1"})
    second = log(form="B", sleep_h={day: 5.0}, check_ins=(CheckIn(START, 3),), choices={"b": "2"})
    merged = merge_logs([first, second])
    assert (merged.sleep_h, len(merged.check_ins), merged.choices) == ({day: 7.0}, 1, {"a": "1", "b": "2"})
    assert "1 night has" in merged.problems[0].message
    assert merge_logs([]).sessions == ()


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        (CheckIn(RATED, 4.0), CheckIn(RATED, fatigue=5.0), CheckIn(RATED, 4.0, 5.0)),
        (CheckIn(RATED, fatigue=5.0), CheckIn(RATED, 4.0), CheckIn(RATED, 4.0, 5.0)),
        (CheckIn(RATED, 4.0, 2.0), CheckIn(RATED, 7.0, 5.0), CheckIn(RATED, 4.0, 2.0)),
        (CheckIn(RATED), CheckIn(RATED, 4.0), CheckIn(RATED)),  # emptied in the table
    ],
)
def test_two_words_on_one_morning_fill_each_other(first: CheckIn, second: CheckIn, both: CheckIn) -> None:
    logs = [Log("legrun", check_ins=(first,)), Log("form", check_ins=(second,))]
    assert merge_logs(logs).check_ins == (both,)


@pytest.mark.parametrize("soreness", [(4.0, 7.0), (7.0, 4.0)])
def test_of_two_files_that_differ_the_sorer_rating_counts(soreness: tuple[float, float]) -> None:
    logs = [Log("Table", name=f"{each}.csv", check_ins=(CheckIn(RATED, each),)) for each in soreness]
    merged = merge_logs(logs)
    assert [check_in.soreness for check_in in merged.check_ins] == [7.0]
    assert merged.problems[0].message == "1 rating differs between two files; the sorer one counts."
    typed = merge_logs([*logs, Log("legrun", check_ins=(CheckIn(RATED, 2.0),))])
    assert [check_in.soreness for check_in in typed.check_ins] == [2.0], "one's own word stands"


def test_real_shapes() -> None:
    lift = hevy(["Leg Press"] * 6, start="6 Nov 2023, 12:01", end="6 Nov 2023, 13:05")
    merged = merge_logs([read_log(lift, name="hevy.csv"), read_log(STRAVA, name="activities.csv")])
    assert len(merged.sessions) == 4
    legs = next(s for s in merged.sessions if s.kind == "legs")
    assert (legs.hard_sets, legs.source, legs.start.hour) == (6.0, "Hevy + Strava", 12)


def test_a_clock_in_utc_is_set_by_the_workouts_it_shares() -> None:
    utc = (Assumption("time_zone", "UTC", ""),)
    ours = [session(24 * day, 40 + 8 * day) for day in range(4)]
    theirs = [session(24 * day - 2, 40 + 8 * day, source="B", estimated=frozenset()) for day in range(4)]
    alone = session(60, 33, "other", "B")
    merged = merge_logs([log(*ours), log(*theirs, alone, form="B", assumptions=utc)])
    assert [s.start for s in merged.sessions] == [
        *(s.start for s in ours[:3]),
        START + dt.timedelta(hours=62),
        ours[3].start,
    ]
    assert merged.assumptions[-1].value == "1 moved"
