"""Strong exports: ten years of headers, four languages."""

from __future__ import annotations

import datetime as dt

import pytest

from legrun.logs import read_log
from tests.logs.shapes import strong

START = dt.datetime(2026, 4, 8, 16, 50)
# Header, then one row of a set; {n} is the set's number.
LAYOUTS = {
    "A": ("Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes", '2026-04-08 16:50:00,"Legs","Squat (Barbell)",{n},80,5,,,""'),
    "B": ("Date,Workout Name,Exercise Name,Set Order,lb,Reps,mi,Seconds", '2026-04-08 16:50:00,"Legs","Squat (Barbell)",{n},176,5,,'),
    "C": ("Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes", '2026-04-08 16:50:00,"Legs","Squat (Barbell)",{n},80,5,0,0,"",""'),
    "D": ("Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE", '2026-04-08 16:50:00,"Legs","Squat (Barbell)",{n},80,5,0,0,"","",'),
    "E": ("Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE", '2026-04-08 16:50:00,"Legs",1h 5m,"Squat (Barbell)",{n},80,5,0,0,,,'),
    "F": ("Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE", '2026-04-08 16:50:00,"Legs",1h 5m,"Squat (Barbell)",{n},80.0,5.0,0,0.0,'),
    "G": ("Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration", '2026-04-08 16:50:00;"Legs";"Squat (Barbell)";{n};80;kg;5;;;;0;"";"";1h 5m'),
    "H": ('"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"', '"1";"2026-04-08 16:50:00";"Legs";"3900";"Squat (Barbell)";"{n}";"80.0";"5";"";"";"0.0";"";""'),
    "fr": ("Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,Secondes,Notes,Notes d'entraînement,RPE", '2026-04-08 16:50:00,"Jambes",1h 5min,"Squat (Barbell)",{n},80,5,0,0,,,'),
    "zh": ("日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE", '2026-04-08 16:50:00,"腿",1小时5分钟,"Squat (Barbell)",{n},80,5,0,0,,,'),
    "de": ("Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,Notizen,Workout-Notizen,RPE", '2026-04-08 16:50:00,"Beine",1h 5min,"Squat (Barbell)",{n},80,5,0,0,,,'),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_layout(layout: str, ending: str) -> None:
    header, row = LAYOUTS[layout]
    log = read_log(ending.join([header, *(row.format(n=n) for n in range(1, 6))]) + ending)
    session = log.sessions[0]
    assert log.format == "Strong"
    assert (session.kind, session.start, session.hard_sets) == ("legs", START, 5.0)
    if layout in "ABCD":
        assert (session.minutes, session.estimated) == (15.0, frozenset({"rpe", "minutes"}))
    else:
        assert (session.minutes, session.estimated) == (65.0, frozenset({"rpe"}))
    assert not log.problems


def test_accents_stripped_by_a_spreadsheet() -> None:
    header, row = LAYOUTS["fr"]
    plain = header.replace("î", "i").replace("é", "e")
    assert read_log("\n".join([plain, *(row.format(n=n) for n in range(1, 6))])).sessions[0].minutes == 65.0


def test_rest_rows_in_german_and_set_letters() -> None:
    header, row = LAYOUTS["de"]
    orders = ["W", "1", "Ruhezeit", "2", "Ruhezeit", "D", "F"]
    log = read_log("\n".join([header, *(row.format(n=n) for n in orders)]))
    assert log.sessions[0].hard_sets == 4.0


def test_pounds_show_by_their_fingerprints() -> None:
    log = read_log(strong(["Leg Press|1|44.09245243697551", "Leg Press|2|66.13867865546327", "Running|1|0|0|2|1200"]))
    chosen = {a.key: (a.value, a.options) for a in log.assumptions}
    assert chosen["weight_unit"] == ("lb", ("kg", "lb"))
    assert chosen["distance_unit"][0] == "mi"
    run = next(session for session in log.sessions if session.kind == "run")
    assert run.distance_km == pytest.approx(3.2187, abs=1e-4)


def test_the_unit_of_distance_can_be_overruled() -> None:
    text = strong(["Running|1|0|0|5000|1500"], title="Run")
    assert read_log(text, choices={"distance_unit": "m"}).sessions[0].distance_km == 5.0


def test_two_workouts_on_one_day_and_one_name() -> None:
    second = strong(["Bench Press (Barbell)"] * 5, date="2026-04-08 19:00:00").split("\n", 1)[1]
    log = read_log(strong(["Leg Press"] * 5) + second)
    assert [session.kind for session in log.sessions] == ["legs", "upper"]


def test_a_converters_dates() -> None:
    log = read_log(strong(["Leg Press"] * 5, date="30/12/2020 18:51"))
    assert log.sessions[0].start == dt.datetime(2020, 12, 30, 18, 51)
    open_question = read_log(strong(["Leg Press"] * 5, date="03/04/2020 18:51"))
    assert any("told apart" in problem.message for problem in open_question.problems)
    chosen = read_log(strong(["Leg Press"] * 5, date="03/04/2020 18:51"), choices={"date_order": "month/day"})
    assert chosen.sessions[0].start.month == 3


def test_saved_again_as_windows_1252() -> None:
    log = read_log(strong(["Leg Press"] * 5, title="Jürgens Beintag").encode("cp1252"))
    assert log.sessions[0].name == "Jürgens Beintag"
    assert "encoding" in {a.key for a in log.assumptions}


def test_warm_ups_told_by_a_remark_on_each_set() -> None:
    header = "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;Notes;Workout Duration\n"
    rows = "".join(
        f"2027-06-30 19:56:00;Legs;Squat (Barbell);{number};105.8;lbs;8;{said};62m\n"
        for number, said in enumerate(("Warmup", "warm-up", "", "felt heavy after the warmup", "", ""), 1)
    )
    (session,) = read_log(header + rows).sessions
    assert (session.hard_sets, session.minutes) == (4.0, 62.0)


@pytest.mark.parametrize(
    ("columns", "warm_up", "work"), [("Warmup,Duration (sec)", "true,", "false,"), ("Set Type", "Warmup", "Normal")]
)
def test_warm_ups_of_apps_that_write_the_same_columns(columns: str, warm_up: str, work: str) -> None:
    header = f"Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,{columns}\n"
    rows = "".join(f"2027-01-15 10:30:00,Legs,Squat,{n},100,5,{warm_up if n == 1 else work}\n" for n in range(1, 6))
    (session,) = read_log(header + rows).sessions
    assert session.hard_sets == 4.0
    if "sec" in columns:  # of a hold, not of the workout
        (session,) = read_log(header + rows + "2027-01-15 10:30:00,Legs,Wall Sit,1,,,false,60\n").sessions
        assert (session.hard_sets, "minutes" in session.estimated) == (5.0, True)
