"""FitNotes and StrongLifts in all their headers."""

from __future__ import annotations

import datetime as dt

import pytest

from legrun.logs import read_log
from tests.logs.shapes import FITNOTES, STRONGLIFTS, STRONGLIFTS_WIDE


def test_fitnotes_mends_names_with_commas_and_reads_units_row_by_row() -> None:
    log = read_log(FITNOTES, name="FitNotes_Export.csv")
    assert log.format == "FitNotes"
    assert [(s.kind, s.hard_sets, s.start) for s in log.sessions] == [
        ("legs", 4.0, dt.datetime(2026, 5, 4, 18)),
        ("run", None, dt.datetime(2026, 5, 4, 18, 15)),
        ("legs", 4.0, dt.datetime(2026, 5, 7, 18)),
        ("run", None, dt.datetime(2026, 5, 7, 18, 15)),
    ]
    assert log.sessions[1].distance_km == pytest.approx(3.1 * 1.609344)
    assert log.sessions[1].minutes == 27.5
    assert log.sessions[0].estimated == {"rpe", "minutes", "start"}
    said = {a.key: a for a in log.assumptions}
    assert said["comma_in_name"].value == "2 rows mended"
    assert "files it under “Legs”" in said["exercise:Zorp Machine"].reason
    assert not log.unknown_exercises
    assert not log.problems


@pytest.mark.parametrize(
    "header",
    [
        "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time",
        "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time",
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time",
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment",
        "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind",
    ],
)
def test_fitnotes_headers(header: str) -> None:
    cells = {"Date": "2026-05-04", "Exercise": "Leg Press", "Category": "Legs", "Reps": "8", "Weight (kg)": "50"}
    row = ",".join(cells.get(name, "") for name in header.split(","))
    log = read_log(header + "\n" + (row + "\n") * 5)
    assert (log.format, log.sessions[0].kind, log.sessions[0].hard_sets) == ("FitNotes", "legs", 5.0)


def test_fitnotes_two_kinds_of_endurance_on_one_day() -> None:
    header = FITNOTES.split("\n", 1)[0]
    rows = "2026-08-15,Cycling,Cardio,,,,6.5,km,0:21:00,\n2026-08-15,Running,Cardio,,,,11.2,km,1:02:30,\n"
    log = read_log(header + "\n" + rows + "2026-08-15,Walking,Cardio,,,,1400.0,m,,\n")
    assert [(s.kind, s.distance_km) for s in log.sessions] == [("other", 6.5), ("run", 11.2)]
    assert "no time" in log.problems[0].message
    assert log.workouts == 1


def test_stronglifts_wide_is_read_by_position() -> None:
    log = read_log(STRONGLIFTS_WIDE)
    assert (log.format, log.workouts) == ("StrongLifts", 3)
    assert [s.hard_sets for s in log.sessions] == [5.5, 3.0, 5.0]
    assert log.sessions[0].start == dt.datetime(2017, 2, 14, 18)
    assert {a.key: a.value for a in log.assumptions}["date_order"] == "day/month"
    twice = read_log(STRONGLIFTS_WIDE + STRONGLIFTS_WIDE.splitlines()[1] + "\n")
    assert twice.workouts == 3
    assert "same as an earlier row" in twice.problems[0].message


def test_stronglifts_with_titles_and_american_dates() -> None:
    text = STRONGLIFTS_WIDE.replace("Note,Body Weight (KG),Body Weight (LB)", "Note,Workout,Body Weight")
    text = text.replace("14/02/17,,77,,", "2/14/17,,A,77,")
    text = text.replace("17/02/17,,77,,", "2/17/17,,B,77,").replace("19/02/17,,170lb,,", "2/19/17,,A,170lb,")
    log = read_log(text)
    assert [s.start.day for s in log.sessions] == [14, 17, 19]
    assert log.sessions[0].name == "A"


def test_stronglifts_of_2026() -> None:
    log = read_log(STRONGLIFTS.encode())
    assert [(s.kind, s.start, s.minutes, s.hard_sets) for s in log.sessions] == [
        ("legs", dt.datetime(2026, 2, 9, 22, 26), 45.0, 5.0),
        ("upper", dt.datetime(2026, 2, 12, 7, 5), 30.0, None),
    ]
    assert log.sessions[0].name == "Workout A"
    assert log.sessions[0].estimated == {"rpe"}
    pounds = STRONGLIFTS.replace("(KG),Set", "(LB),Set").replace("Reps×KG", "Reps×LB")
    assert read_log(pounds).sessions == log.sessions
    schemes = "\n".join(line.split(',"",')[0] for line in STRONGLIFTS.splitlines()).replace("Notes", "")
    assert read_log(schemes).sessions[0].hard_sets == 5.0  # by “5/5/-” alone
