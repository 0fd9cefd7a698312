"""Rows of unknown tables that are no training are left out, and it is said what they are."""

from __future__ import annotations

import pytest

from tests.logs.guessed import guessed, sessions

DAILY = "2026-03-01,6042,4.05,410,12\n2026-03-02,15320,11.2,820,58\n2026-03-03,5456,3.80,390,0\n2026-03-04,7012,4.90,430,9\n"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("date,steps,distance_km,active_energy_kcal,exercise_min\n" + DAILY, "total of a day"),
        ("Datum,Schritte,Distanz (km),Kalorien,Aktive Minuten\n" + DAILY, "total of a day"),
        ("Fecha,Pasos,Distancia (km),Calorías,Minutos\n" + DAILY, "total of a day"),
        ("Date,Step count,Distance,Floors,Stand hours\n" + DAILY, "total of a day"),
        (
            "Week,Total km,Runs,Time\n2026-03-02,42,4,4h10\n2026-03-09,38,4,3h50\n2026-03-16,50,5,4h40\n2026-03-23,30,3,3h\n",
            "total of a week",
        ),
        (
            "Week starting,Distance (km),Sessions\n02.03.2026,42,4\n09.03.2026,38,4\n16.03.2026,50,5\n23.03.2026,30,3\n",
            "total of a week",
        ),
        (
            "Start Date,End Date,Type,Value,Unit\n2026-03-01T06:04:23Z,2026-03-01T06:04:23Z,Body Mass,74.5,kg\n"
            "2026-03-02T06:01:00Z,2026-03-02T06:01:00Z,Body Fat Percentage,20.1,%\n",
            "measurements",
        ),
        (
            "creationDate,startDate,endDate,type,value\n2026-03-01 07:00,2026-03-01 06:00,2026-03-01 06:10,HKQuantityTypeIdentifierStepCount,512\n"
            "2026-03-01 08:00,2026-03-01 07:00,2026-03-01 07:10,HKQuantityTypeIdentifierStepCount,812\n",
            "measurements",
        ),
        ("Datum;Art;Wert\n01.03.2026;Gewicht;74,5\n02.03.2026;Ruhepuls;52\n15.03.2026;Gewicht;74,1\n", "measurements"),
        (
            "start,stage\n2026-03-01 23:10,Core\n2026-03-01 23:40,Deep\n2026-03-02 00:20,REM\n",
            "stages of sleep",
        ),
    ],
)
def test_totals_and_measurements_are_no_workouts(text: str, word: str) -> None:
    log = guessed(text)
    assert not log.sessions
    said = [each.reason for each in log.assumptions if each.key == "no_training"]
    assert len(said) == 1
    assert word in said[0]


def test_steps_beside_named_sessions_are_a_diary() -> None:
    text = "Date,Steps,Session,Min\n2026-03-02,6042,Legs,60\n2026-03-03,15320,Run,40\n2026-03-04,5456,Rest,\n"
    assert sessions(text) == ["legs 02 60min", "run 03 40min"]


def test_the_same_run_every_week_is_no_weekly_total() -> None:
    text = "Date,Activity,Km\n2026-03-01,Run,10\n2026-03-08,Run,11\n2026-03-15,Run,12\n2026-03-22,Run,12\n"
    assert len(sessions(text)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Date,Type,Planned km,Actual km,Actual min,Done\n2026-03-02,Run,8,8.1,46,TRUE\n2026-03-03,Run,10,,,FALSE\n2026-03-05,Legs,,,60,TRUE\n",
        "Datum;Sport;Geplant (km);Ist (km);Ist (min);Erledigt\n02.03.2026;Laufen;8;8,1;46;ja\n03.03.2026;Laufen;10;;;nein\n05.03.2026;Beine;;;60;ja\n",
        "date,type,km,min,status\n2026-03-02,run,8.1,46,completed\n2026-03-03,run,,,skipped\n2026-03-05,legs,,60,completed\n",
        "Date,Plan,Type,Km,Min,Done\n2026-03-02,8k,Run,8.1,46,x\n2026-03-03,10k,Run,,,\n2026-03-05,gym,Legs,,60,x\n",
        "Date,Type,Target km,Km,Min\n2026-03-02,Run,8,8.1,46\n2026-03-03,Run,10,,\n2026-03-05,Legs,,,60\n",
        "Fecha,Tipo,Km previstos,Km reales,Min reales,Hecho\n02/03/2026,Carrera,8,8.1,46,sí\n13/03/2026,Carrera,10,,,no\n05/03/2026,Piernas,,,60,sí\n",
        "date,type,km,min,skipped\n2026-03-02,run,8.1,46,no\n2026-03-03,run,,,yes\n2026-03-05,legs,,60,no\n",
    ],
)
def test_plans_that_were_not_done(text: str) -> None:
    assert sessions(text) == ["run 02 46min 8.10km", "legs 05 60min"]
    assert any(each.key == "no_training" for each in guessed(text).assumptions)


def test_a_plan_alone_is_no_training() -> None:
    log = guessed("Date,Session,Planned min,Planned km\n2026-03-02,Run,40,7\n2026-03-04,Legs,60,\n")
    assert not log.sessions
    assert any("planned" in each.reason for each in log.assumptions)


@pytest.mark.parametrize(
    "text",
    [
        "Date,Run,Legs,Stretching\n2026-03-02,TRUE,FALSE,FALSE\n2026-03-03,FALSE,TRUE,TRUE\n2026-03-04,FALSE,FALSE,FALSE\n",
        "Date;Laufen;Beine;Yoga\n02.03.2026;x;;\n03.03.2026;;x;x\n04.03.2026;;;\n",
    ],
)
def test_days_ticked_off(text: str) -> None:
    assert [line.split()[:2] for line in sessions(text)][:2] == [["run", "02"], ["legs", "03"]]
    assert {"2026-03-02", "2026-03-03"} == {f"{s.start:%Y-%m-%d}" for s in guessed(text).sessions}


@pytest.mark.parametrize("header", ["Workout", "Exercised", "Training", "Gym?"])
def test_days_ticked_off_for_training_of_no_kind_are_not_known(header: str) -> None:
    text = f"Date,{header},Read a book\n2026-03-02,TRUE,FALSE\n2026-03-03,FALSE,TRUE\n2026-03-04,TRUE,TRUE\n"
    assert not guessed(text).sessions


def test_runs_with_energy_and_steps_are_training() -> None:
    runs = "2026-03-01,8.0,48:00,620,7900\n2026-03-04,6.0,36:10,470,5950\n2026-03-06,10.1,61:00,790,10010\n"
    assert len(sessions("Date,Distance (km),Duration,Calories,Steps\n" + runs)) == 3
    assert (
        len(
            sessions(
                "Date,Distance (km),Duration,Calories\n"
                + runs.replace(",7900", "").replace(",5950", "").replace(",10010", "")
            )
        )
        == 3
    )


def test_steps_from_hour_to_hour_are_no_workouts() -> None:
    text = "Start,End,Steps\n2026-03-01 07:00,2026-03-01 08:00,512\n2026-03-01 08:00,2026-03-01 09:00,812\n"
    assert not guessed(text).sessions


def test_a_table_without_training_says_so() -> None:
    log = guessed("Date,Weight (kg),Body fat %\n2026-03-01,74.5,20.1\n2026-03-02,74.1,20\n")
    assert not log.sessions
    assert any("nothing in this table" in problem.message for problem in log.problems)


def test_each_day_with_steps_is_a_total_even_with_heart_rate() -> None:
    rows = "2026-03-01,62,5200,72,7100\n2026-03-02,80,7200,75,9800\n2026-03-03,50,4100,70,5600\n"
    assert not sessions("Date,Move Minutes count,Distance (m),Average heart rate (bpm),Step count\n" + rows)


def test_weeks_by_number_are_totals() -> None:
    log = guessed("Woche;Kilometer;Läufe;Summe\n2026-W10;42;4;1\n2026-W11;38;4;1\n2026-W12;50;5;1\n")
    assert not log.sessions
    assert any("total of a week" in each.reason for each in log.assumptions)
