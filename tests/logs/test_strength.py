"""Set rows to sessions: the leg-day rule, effort, minutes, runs inside, copies."""

from __future__ import annotations

import datetime as dt

import pytest

from legrun.logs import Log, read_log
from tests.logs.shapes import HEVY, STRONG, hevy, strong


def value(log: Log, key: str) -> str:
    return next(assumption.value for assumption in log.assumptions if assumption.key == key)


@pytest.mark.parametrize(
    ("legs", "upper", "kind", "hard_sets"),
    [(4, 20, "legs", 4.0), (3, 20, "upper", None), (3, 7, "legs", 3.0), (3, 8, "upper", None), (0, 5, "upper", None)],
)
def test_four_leg_sets_or_thirty_percent_make_a_leg_day(
    legs: int, upper: int, kind: str, hard_sets: float | None
) -> None:
    log = read_log(hevy(["Leg Press"] * legs + ["Bench Press (Barbell)"] * upper))
    assert (log.sessions[0].kind, log.sessions[0].hard_sets) == (kind, hard_sets)


def test_warm_ups_rest_rows_and_notes_are_no_working_sets() -> None:
    log = read_log(
        strong(
            ["Squat (Barbell)|W"] * 5
            + ["Squat (Barbell)|Rest Timer", "Squat (Barbell)|Note"]
            + ["Bench Press (Barbell)|1"]
        )
    )
    assert log.sessions[0].kind == "upper"
    assert value(log, "warm_up_sets") == "5 left out"
    assert value(log, "rest_rows") == "1 left out"
    assert value(log, "note_rows") == "1 left out"


def test_shares_add_up_and_judgement_calls_can_be_overruled() -> None:
    text = hevy(["Deadlift (Barbell)"] * 6 + ["Bench Press (Barbell)"] * 30)
    assert read_log(text).sessions[0].kind == "upper"  # 6 x 0.5 = 3 sets
    log = read_log(text, choices={"exercise:Deadlift (Barbell)": "legs"})
    assert log.sessions[0].hard_sets == 6.0
    offered = next(a for a in read_log(text).assumptions if a.key == "exercise:Deadlift (Barbell)")
    assert offered.value == "half legs"
    assert offered.value in offered.options


def test_unknown_exercises_are_listed_and_judged_only_by_the_user() -> None:
    text = hevy(["Zorp"] * 5 + ["Bench Press (Barbell)"] * 5)
    log = read_log(text)
    assert log.unknown_exercises == {"Zorp": 5}
    assert log.sessions[0].kind == "upper"
    decided = read_log(text, choices={"exercise:Zorp": "legs"})
    assert decided.sessions[0].kind == "legs"
    assert not decided.unknown_exercises
    nonsense = read_log(text, choices={"exercise:Zorp": "maybe", "effort:upper": "loud"})
    assert nonsense.sessions == log.sessions
    assert len(nonsense.problems) == 2


def test_a_workout_of_unknown_exercises_is_other() -> None:
    assert read_log(hevy(["Zorp"] * 5, title="Evening")).sessions[0].kind == "other"


def test_a_leg_day_by_its_title_of_unknown_exercises_is_no_light_session() -> None:
    log = read_log(hevy(["Zorp"] * 5, title="Leg day"))
    assert (log.sessions[0].kind, log.sessions[0].hard_sets) == ("legs", 5)
    assert any(each.key == "strength_by_title" for each in log.assumptions)
    assert read_log(hevy(["Zorp", "Bench Press (Barbell)"], title="Leg day")).sessions[0].kind == "upper"


def test_effort_is_the_median_of_rated_working_sets() -> None:
    sets = ["Squat (Barbell)|warmup||||6"] * 9 + [
        f"Squat (Barbell)|normal|100|5||0|{rpe}" for rpe in ("8", "8.5", "9.5")
    ]
    session = read_log(hevy(sets)).sessions[0]
    assert session.rpe == 8.5
    assert session.estimated == {"rpe"}


def test_without_ratings_effort_is_usual_for_the_kind() -> None:
    text = strong(["Squat (Barbell)"] * 5)
    session = read_log(text).sessions[0]
    assert (session.rpe, session.estimated) == (7.0, frozenset({"rpe"}))
    assert read_log(text, choices={"effort:legs": "9"}).sessions[0].rpe == 9.0


def test_most_sets_to_failure() -> None:
    assert read_log(hevy(["Leg Press|failure"] * 3 + ["Leg Press"] * 2)).sessions[0].to_failure
    assert not read_log(hevy(["Leg Press|failure"] * 2 + ["Leg Press|dropset"] * 2)).sessions[0].to_failure


@pytest.mark.parametrize(
    ("duration", "words"), [("264h 1m", "left running"), ("0s", "typed in afterwards"), ("soon", "not understood")]
)
def test_durations_without_sense_are_estimated_and_flagged(duration: str, words: str) -> None:
    log = read_log(strong(["Squat (Barbell)"] * 10, duration=duration))
    assert log.sessions[0].minutes == 30.0
    assert "minutes" in log.sessions[0].estimated
    assert words in log.problems[0].message
    assert log.problems[0].row == 2


def test_a_run_inside_a_workout_is_a_session_of_its_own() -> None:
    lifts = ["Squat (Barbell)"] * 6
    after = read_log(hevy([*lifts, "Running||||4|1500|6"]))
    assert [(s.kind, s.start.strftime("%H:%M"), s.minutes) for s in after.sessions] == [
        ("legs", "16:50", 35.0),
        ("run", "17:25", 25.0),
    ]
    assert after.sessions[1].distance_km == 4.0
    assert after.sessions[1].rpe == 6.0
    assert (after.workouts, len(after.sessions)) == (1, 2)
    before = read_log(hevy(["Treadmill||||4|1500", *lifts]))
    assert [s.kind for s in before.sessions] == ["run", "legs"]
    assert [s.kind for s in read_log(hevy(["Running||||1|300", *lifts])).sessions] == ["legs"]


def test_endurance_alone() -> None:
    assert read_log(hevy(["Running||||5|1800"])).sessions[0].kind == "run"
    assert read_log(hevy(["Treadmill||||2|1800"])).sessions[0].kind == "walk"
    assert read_log(hevy(["Cycling||||10|1800"])).sessions[0].kind == "other"
    fast = read_log(hevy(["Running||||50|1800"]))
    assert fast.sessions[0].distance_km is None
    assert "too fast" in fast.problems[0].message


def test_copies_are_counted_once() -> None:
    once = hevy(["Leg Press"] * 5)
    twice = once + once.split("\n", 1)[1]
    other = hevy(["Bench Press (Barbell)"] * 5, start="9 Apr 2026, 16:50", end="9 Apr 2026, 17:50").split("\n", 1)[1]
    log = read_log(once + other + once.split("\n", 1)[1])
    assert [s.hard_sets for s in log.sessions] == [5.0, None]
    assert len(log.problems) == 5
    row = once.splitlines()[2]
    doubled = read_log(once.replace(row, row + "\n" + row))
    assert doubled.sessions[0].hard_sets == 5.0
    assert doubled.problems[0].row == 4
    assert read_log(twice).workouts == 1


def test_equal_failure_sets_of_strong_are_two_sets() -> None:
    assert read_log(strong(["Leg Press|F"] * 4)).sessions[0].hard_sets == 4.0


def test_a_header_in_the_middle_and_rows_without_date_or_name_are_noted() -> None:
    text = (
        strong(["Leg Press"] * 5)
        + STRONG
        + "\n,,1h,Leg Press,1,5,5,0,0,,,\n2026-04-08 16:50:00,Legs,1h,,7,5,5,0,0,,,\n"
    )
    log = read_log(text)
    assert log.sessions[0].hard_sets == 5.0
    assert [(p.row, p.column) for p in log.problems] == [(7, "Date"), (8, "Date"), (9, "Exercise Name")]


def test_impossible_numbers_never_reach_a_session() -> None:
    log = read_log(hevy(["Leg Press|normal|NaN|-5||0|11"] * 2 + ["Leg Press|normal|50|inf||1e9|NaN"] * 4))
    assert log.sessions[0].rpe == 7.0
    assert log.sessions[0].kind == "legs"
    assert {p.column for p in log.problems} == {"reps", "rpe", "duration_seconds"}


def test_hundreds_of_leg_sets_are_capped_and_said() -> None:
    log = read_log(hevy(["Leg Press"] * 150, end="8 Apr 2026, 20:00"))
    assert log.sessions[0].hard_sets == 100.0
    assert "150 leg sets" in log.problems[0].message


def test_hostile_text_stays_plain_text() -> None:
    title = "=HYPERLINK(1)<script>\u202e\x07" + "x" * 400
    session = read_log(hevy(["Leg Press"] * 5, title=title)).sessions[0]
    assert session.name.startswith("=HYPERLINK(1)<script>x")
    assert len(session.name) <= 80
    assert "\u202e" not in session.name


def test_header_only_and_times() -> None:
    log = read_log(HEVY + "\n")
    assert (log.summary, log.sessions) == ("Hevy export: no workouts", ())
    assert log.problems
    only_days = read_log(strong(["Leg Press"] * 5, date="30/12/2020"))
    assert only_days.sessions[0].start == dt.datetime(2020, 12, 30, 18)
