"""Hevy exports in all their headers and languages."""

from __future__ import annotations

import datetime as dt

import pytest

from legrun.logs import read_log
from tests.logs.shapes import HEVY, hevy

SETS = ["Squat (Barbell)|warmup", *["Squat (Barbell)|normal|100|5||0|8.5"] * 5]


def test_plain() -> None:
    log = read_log(hevy(SETS, title="Evening workout 🏋️"), name="workout_data.csv")
    assert (log.format, log.name, log.workouts) == ("Hevy", "workout_data.csv", 1)
    session = log.sessions[0]
    assert (session.kind, session.start, session.minutes) == ("legs", dt.datetime(2026, 4, 8, 16, 50), 60.0)
    assert (session.rpe, session.hard_sets, session.name, session.source) == (8.5, 5.0, "Evening workout 🏋️", "Hevy")
    assert not log.problems


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("8 Abr 2026, 16:50", "8 Abr 2026, 17:50"),
        ("8 avr. 2026, 16:50", "8 avr. 2026, 17:50"),
        ("Apr 8, 2026, 4:50 PM", "Apr 8, 2026, 5:50 PM"),
        ("2026-04-08 16:50", "2026-04-08 17:50"),
        ("2026-04-08T16:50:00+00:00", "2026-04-08T17:50:00+00:00"),
        ("8. Apr. 2026, 16:50", "8. Apr. 2026, 17:50"),
    ],
)
def test_dates_follow_the_phone(start: str, end: str) -> None:
    session = read_log(hevy(SETS, start=start, end=end)).sessions[0]
    assert (session.start, session.minutes) == (dt.datetime(2026, 4, 8, 16, 50), 60.0)


def test_offsets_go_to_the_zone_given() -> None:
    text = hevy(SETS, start="2026-04-08T16:50:00+00:00", end="2026-04-08T17:50:00+00:00")
    session = read_log(text, tz="Europe/Berlin").sessions[0]
    assert (session.start.hour, session.minutes) == (18, 60.0)


@pytest.mark.parametrize(
    ("weight", "distance", "km"),
    [
        ("weight_kg", "distance_km", 5.0),
        ("weight_lbs", "distance_miles", 8.0467),
        ("weight_kg", "distance_miles", 8.0467),
        ("weight_lbs", "distance_km", 5.0),
    ],
)
def test_units_are_independent(weight: str, distance: str, km: float) -> None:
    header = HEVY.replace("weight_kg", weight).replace("distance_km", distance)
    log = read_log(hevy(["Running||||5|3000"], header=header))
    assert log.sessions[0].distance_km == pytest.approx(km, abs=1e-4)
    assert {a.key: a.value for a in log.assumptions}["weight_unit"] == weight.removeprefix("weight_").rstrip("s")


def test_notes_with_breaks_of_both_kinds() -> None:
    text = hevy(SETS).replace('"8 Apr 2026, 17:50",""', '"8 Apr 2026, 17:50","a\\nb\nc, ""d"""')
    assert read_log(text).sessions[0].hard_sets == 5.0


def test_portuguese_names() -> None:
    log = read_log(
        hevy(
            ["Cadeira Extensora (Máquina)"] * 3 + ["Agachamento Búlgaro"] * 3,
            start="5 Mai 2026, 07:34",
            end="5 Mai 2026, 08:30",
        )
    )
    assert (log.sessions[0].kind, log.sessions[0].hard_sets) == ("legs", 6.0)


def test_saved_again_by_a_german_excel() -> None:
    text = hevy(["Leg Press|normal|50|8||0|9"] * 5).replace(", ", "~").replace(",", ";").replace("~", ", ")
    text = text.replace(";9\n", ";8,5\n").replace('"', "")
    log = read_log(text.encode("utf-16"))
    assert log.sessions[0].rpe == 8.5


def test_a_workout_without_end_is_estimated() -> None:
    log = read_log(hevy(SETS, end=""))
    assert (log.sessions[0].minutes, log.problems[0].column) == (18.0, "end_time")


def test_files_made_from_the_api() -> None:
    header = (
        "workout_id,workout_title,workout_start_time,workout_end_time,exercise_title,set_index,set_type,"
        "weight_kg,weight_lbs,reps,distance_meters,duration_seconds,rpe"
    )
    rows = "".join(
        f"a1,Legs,2026-04-08T16:50:00+00:00,2026-04-08T17:50:00+00:00,Leg Press,{n},normal,50,110,8,,,9\n"
        for n in range(5)
    )
    assert read_log(header + "\n" + rows).sessions[0].hard_sets == 5.0


def test_a_set_type_of_tomorrow_is_asked_about() -> None:
    log = read_log(hevy(["Leg Press|myoreps"] * 5))
    assert log.sessions[0].hard_sets == 5.0
    assert "set_type:myoreps" in {a.key for a in log.assumptions}
    assert not read_log(hevy(["Leg Press|myoreps"] * 5), choices={"set_type:myoreps": "not a set"}).sessions
