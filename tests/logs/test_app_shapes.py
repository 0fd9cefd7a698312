"""Tables in the shapes of more apps and sheets: right, or left out and said."""

from __future__ import annotations

import pytest

from tests.logs.app_shapes import SESSIONS
from tests.logs.guessed import guessed, sessions


@pytest.mark.parametrize("name", SESSIONS)
def test_sessions(name: str) -> None:
    text, expected = SESSIONS[name]
    assert sessions(text) == expected


def test_what_stands_below_a_log_is_said() -> None:
    text, _ = SESSIONS["sums below without days"]
    assert "Another table without days begins here; its 3 rows were left out." in [
        problem.message for problem in guessed(text).problems
    ]


def test_a_second_table_with_days_is_no_sum() -> None:
    text = "Date,Sport,Min\n2026-05-04,Run,45\n2026-05-05,Run,30\n\nDate,Sport,Minutes\n2026-05-06,Legs,60\n"
    assert sessions(text) == ["run 04 45min", "run 05 30min", "legs 06 60min"]


def test_efforts_in_texts_below_sports_count() -> None:
    text, _ = SESSIONS["texts below each sport"]
    rated = {session.kind: session.rpe for session in guessed(text).sessions if "rpe" not in session.estimated}
    assert rated == {"legs": 8.0}


@pytest.mark.parametrize(("header", "is_rated"), [("Session RPE", True), ("RPE", False)])
def test_an_effort_of_the_session_beside_its_sets_is_its_own(header: str, is_rated: bool) -> None:
    rows = "".join(f"2026-05-06,Legs,{rpe},Squat,{number},5\n" for number, rpe in enumerate((8, 8, 8), 1))
    (session,) = guessed(f"Date,Workout,{header},Exercise,Set,Reps\n{rows}").sessions
    assert session.rpe == 8
    assert ("rpe" not in session.estimated) == is_rated


def test_two_sessions_of_one_day_in_rows_of_measures_are_not_mixed() -> None:
    text = "Date,Item,Value\n2026-05-04,Distance,8 km\n2026-05-04,Distance,5 km\n2026-05-04,Time,45 min\n"
    assert "Each day's rows were read as one" not in " ".join(problem.message for problem in guessed(text).problems)


def test_rows_that_rate_a_part_of_the_body_are_no_sessions() -> None:
    text = (
        "Date,Body part,Soreness (0-10)\n2026-05-05,Quads,3\n2026-05-05,Calves,6\n2026-05-05,Shoulders,9\n"
        "2026-05-06,Quads,2\n"
    )
    log = guessed(text)
    assert not log.sessions
    assert [(each.time.day, each.soreness) for each in log.check_ins] == [(5, 6), (6, 2)]


def test_the_splits_of_a_race_are_no_sessions() -> None:
    assert not guessed("Race,Date,5k,10k,Finish\nCity Marathon,2026-05-10,25:00,50:30,3:45:10\n").sessions


def test_how_much_sleep_is_needed_is_no_night() -> None:
    text = "Schlafwert 4 Wochen,Wert,Dauer,Schlafbedarf,Schlafenszeit\n2026-05-05,80,7Std 30Min.,8Std,23:10\n"
    assert list(guessed(text).sleep_h.values()) == [7.5]


def test_ratings_and_nights_in_rows_of_measures() -> None:
    text = "Date,Metric,Value\n2026-05-04,Leg soreness (0-10),3\n2026-05-04,Hours of sleep,7.5\n2026-05-05,Hours of sleep,8\n"
    log = guessed(text)
    assert [check_in.soreness for check_in in log.check_ins] == [3]
    assert list(log.sleep_h.values()) == [7.5, 8]
