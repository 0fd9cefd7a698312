"""Unknown tables of sets: what a row stands for, which rows are one workout, and what is no working set."""

from __future__ import annotations

import pytest

from legrun.logs.fields.repetitions import parse_repetitions
from tests.logs.guessed import guessed, sessions

LEGS5 = ["legs 06 ~15min 5sets"]


def rows(header: str, *lines: str) -> str:
    return "\n".join((header, *lines)) + "\n"


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("Date,Exercise,Set,Reps,Weight", "2026-04-06,Squat,{n},8,80"),
        ("Datum;Übung;Satz;Gewicht (kg);Wdh", "06.04.2026;Kniebeuge;{n};80,0;8"),
        ("Fecha,Ejercicio,Serie,Repeticiones,Peso (kg)", "2026-04-06,Sentadilla,{n},8,80"),
        ("exercise\tset_no\treps\tkg\tdate", "Back Squat\t{n}\t8\t80\t2026-04-06"),
        ("date,movement,set #,weight_lb,reps", "4/6/2026,Front Squat,{n},185,5"),
        ("Jour,Exercice,Série,Répétitions,Charge", "2026-04-06,Squat,{n},8,80"),
    ],
)
def test_a_column_that_rises_numbers_the_sets(header: str, line: str) -> None:
    text = rows(header, *(line.format(n=n) for n in range(1, 6)))
    assert sessions(text, date_order="month/day") == LEGS5


@pytest.mark.parametrize(
    ("header", "lines"),
    [
        ("Date,Exercise,Sets,Reps", ("2026-04-06,Squat,3,8", "2026-04-06,Leg Press,2,10")),
        ("Datum;Übung;Sätze;Wdh", ("06.04.2026;Kniebeuge;3;8", "06.04.2026;Beinpresse;2;10")),
        ("date,serie,reps,maquina,ejercicio", ("2026-04-06,3,8,a,Sentadilla", "2026-04-06,2,8,b,Prensa de piernas")),
        ("Date,Lift,Set,Reps", ("2026-04-06,Squat,3,8", "2026-04-06,Leg Press,2,10")),
    ],
)
def test_a_column_with_one_row_an_exercise_counts_the_sets(header: str, lines: tuple[str, ...]) -> None:
    assert sessions(rows(header, *lines)) == LEGS5


@pytest.mark.parametrize(
    ("cells", "sets"),
    [
        (("5x5",), 5),
        (("3 x 8", "2 × 10"), 5),
        (("8,8,8,7,6",), 5),
        (("8/8/8/7/6",), 5),
        (("5 sets of 5",), 5),
        (("3x8-10", "2x12"), 5),
        (("5x5x80",), 5),
        (("5x5 @ 80kg",), 5),
        (("10/10", "10/10", "10/10", "10 each", "12/side"), 5),
        (("8", "8", "8", "AMRAP", "30s"), 5),
    ],
)
def test_a_cell_may_hold_several_sets(cells: tuple[str, ...], sets: int) -> None:
    text = rows("Date;Exercise;Reps", *(f"2026-04-06;Bulgarian split squat;{cell}" for cell in cells))
    assert sessions(text) == [f"legs 06 ~{3 * sets}min {sets}sets"]


def test_sets_done_on_both_sides_are_not_empty() -> None:
    text = rows(
        "Date,Exercise,Reps",
        *["2026-04-06,Bench press,8"] * 8,
        *["2026-04-06,Walking lunge,12/12"] * 4,
        "2026-04-06,Row,",
    )
    assert sessions(text) == ["legs 06 ~36min 4sets"]


@pytest.mark.parametrize(
    ("header", "warm", "work"),
    [
        ("set_type", "warmup", "working"),
        ("Type", "W", "N"),
        ("Satzart", "Aufwärmen", "Arbeitssatz"),
        ("Warm-up", "TRUE", "FALSE"),
        ("Is Warmup", "1", "0"),
        ("Type de série", "Échauffement", "Normal"),
    ],
)
def test_warm_ups_are_left_out_and_split_no_workout(header: str, warm: str, work: str) -> None:
    lines = (
        [f"2026-04-06,Squat,{warm},5,"] * 2
        + [f"2026-04-06,Squat,{work},5,8"] * 3
        + [f"2026-04-06,Leg Press,{work},9,9"] * 2
    )
    log = guessed(rows(f"Date,Exercise,{header},Reps,RPE", *lines))
    assert [(s.kind, s.hard_sets, s.rpe) for s in log.sessions] == [("legs", 5.0, 8.0)]
    assert any(each.key == "warm_up_sets" and each.value == "2 left out" for each in log.assumptions)


def test_letters_in_place_of_the_number() -> None:
    marks = ("W", "W", "1", "2", "3", "4", "D")
    text = rows("Date,Exercise,Set,Reps", *(f"2026-04-06,Squat,{mark},5" for mark in marks))
    assert sessions(text) == ["legs 06 ~21min 5sets"]


def test_a_clock_a_set_makes_one_workout_by_gaps() -> None:
    clocks = ("23:41:10", "23:46:00", "23:51:30", "23:58:00")
    lines = [f"2026-04-06T{clock},Squat,8" for clock in clocks] + ["2026-04-07T00:06:10,Leg Press,10"]
    lines += [f"2026-04-09T18:{minute}:00,Bench press,8" for minute in ("01", "05", "09")]
    assert sessions(rows("Logged,Exercise,Reps", *lines)) == ["legs 06 23:41 ~25min 5sets", "upper 09 18:01 ~8min"]


@pytest.mark.parametrize("name", ["SessionId", "workout_id", "Training ID", "Session number"])
def test_an_id_names_the_workout(name: str) -> None:
    lines = [f"7,06.04.2026 07:{minute:02d},Squat,8" for minute in range(0, 50, 10)]
    lines += [f"8,06.04.2026 08:{minute:02d},Bench press,8" for minute in range(0, 30, 10)]
    log = sessions(rows(f"{name},Time,Exercise,Reps", *lines))
    assert log == ["legs 06 07:00 ~40min 5sets", "upper 06 08:00 ~20min"]


def test_a_clock_beside_the_date_is_no_duration() -> None:
    text = rows(
        "fecha,hora,maquina,series,repeticiones",
        "2026-04-06,18:02:11,Sentadilla,3,8",
        "2026-04-06,18:15:40,Prensa de piernas,4,10",
        "2026-04-06,18:31:05,Press de banca,3,8",
    )
    assert sessions(text) == ["legs 06 18:02 ~29min 7sets"]


def test_what_was_done_counts_not_what_was_required() -> None:
    text = rows(
        "Date,Exercise,Target Reps,Actual Reps,Planned RPE,RPE",
        "2026-04-06,Squat,5,5,7,9",
        "2026-04-06,Squat,5,5,7,9",
        "2026-04-06,Squat,5,4,7,9",
        "2026-04-06,Squat,5,5,7,9",
        "2026-04-06,Squat,5,,7,",
    )
    log = guessed(text)
    assert [(s.kind, s.hard_sets, s.rpe) for s in log.sessions] == [("legs", 4.0, 9.0)]


def test_a_body_part_splits_no_workout_and_helps_where_a_name_is_unknown() -> None:
    lines = (
        ["2026-04-06,Squat,Legs,8"] * 3
        + ["2026-04-06,Zorp machine,Legs,8"] * 3
        + ["2026-04-06,Bench press,Chest,8"] * 3
    )
    lines += ["2026-04-08,Bench press,Chest,8"] * 3 + ["2026-04-08,Squat,Legs,8"] * 4
    assert sessions(rows("Date,Exercise,Category,Reps", *lines)) == ["legs 06 ~27min 6sets", "legs 08 ~21min 4sets"]


def test_rows_without_a_count_are_asked_about() -> None:
    text = rows(
        "Date,Exercise,Weight", *(f"2026-04-{day:02d},Squat,80\n2026-04-{day:02d},Leg Press,120" for day in (6, 8))
    )
    log = guessed(text)
    (question,) = log.questions
    assert question.key.startswith("sets_a_row")
    assert [reading.value for reading in question.readings] == ["3", "1"]
    assert "6 leg sets" in question.readings[0].gives
    assert "2 leg sets" in question.readings[1].gives
    answered = guessed(text, **question.readings[1].choices)
    assert not answered.questions
    assert [s.hard_sets for s in answered.sessions] == [2.0, 2.0]


def test_seconds_of_single_sets_are_no_duration_of_the_workout() -> None:
    lines = [f"2026-04-06,Squat,8,{seconds}" for seconds in (40, 45, 50, 38)]
    assert sessions(rows("Date,Exercise,Reps,Duration (s)", *lines)) == ["legs 06 ~12min 4sets"]


def test_a_duration_on_each_row_is_the_workouts() -> None:
    lines = ["2026-04-06,Squat,8,55"] * 4
    assert sessions(rows("Date,Exercise,Reps,Minutes", *lines)) == ["legs 06 55min 4sets"]


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("Date,Exercise,Weight,Set 1,Set 2,Set 3,Set 4,Set 5", "2026-04-06,Squat,80,8,8,8,7,6"),
        ("Datum;Übung;Satz 1;Satz 2;Satz 3;Satz 4;Satz 5;Satz 6", "06.04.2026;Kniebeuge;8;8;8;7;6;"),
        (
            "Fecha,Ejercicio,Serie 1 reps,Serie 2 reps,Serie 3 reps,Serie 4 reps,Serie 5 reps",
            "2026-04-06,Sentadilla,8,8,8,7,6",
        ),
        ("day,lift,kg,s1,s2,s3,s4,s5", "2026-04-06,Front squat,80,5,5,5,5,5"),
    ],
)
def test_sets_side_by_side(header: str, line: str) -> None:
    assert sessions(rows(header, line)) == LEGS5


@pytest.mark.parametrize("numbers", [(5, 4, 3, 2, 1), (0, 1, 2, 3, 4), (1, 2, 3, 4, 5)])
def test_sets_are_numbered_in_any_order(numbers: tuple[int, ...]) -> None:
    assert sessions(rows("Date,Exercise,Set,Reps", *(f"2026-04-06,Squat,{n},8" for n in numbers))) == LEGS5


@pytest.mark.parametrize(
    "cell", ["3x8 + 2x6", "60x10, 65x8, 70x6, 70x6, 70x6", "80kg x 8 x 5", "185x5x5", "5x5 80", "8L/8R"]
)
def test_more_ways_to_write_sets(cell: str) -> None:
    expected = 1 if cell == "8L/8R" else 5
    text = rows("Date;Exercise;Reps", f"2026-04-06;Squat;{cell}", *["2026-04-06;Bench press;8"] * 2)
    assert sessions(text) == [f"legs 06 ~{max(3 * (expected + 2), 10)}min {expected}sets"]


def test_two_workouts_of_one_day_by_their_names() -> None:
    lines = [f"Push,2026-04-06,Bench press,{n},8" for n in range(1, 5)] + [
        f"Legs A,2026-04-06,Squat,{n},5" for n in range(1, 5)
    ]
    kinds = {line.split(" ")[0] for line in sessions(rows("Workout,Date,Exercise,Set,Reps", *lines))}
    assert kinds == {"upper", "legs"}


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-06\tSquat\t3x5\n2026-04-06\tLeg press\t2x10\n",
        "Date,Exercise,Prescribed,Performed\n2026-04-06,Squat,5x5,3x5\n2026-04-06,Leg press,3x10,2x10\n",
    ],
)
def test_cells_of_sets_name_their_column(text: str) -> None:
    assert sessions(text) == LEGS5


@pytest.mark.parametrize(
    ("cell", "sets"),
    [
        ("three sets of eight", 3), ("drei Sätze à acht", 3), ("trois séries de huit", 3), ("3 serie da 8", 3), ("3 sett à 8", 3),
        ("4 sets", 4), ("3 sets x 8 reps", 3), ("8 reps x 3 sets", 3), ("sets: 3, reps: 8", 3), ("3 rounds of 10", 3), ("3セット8回", 3),
        ("2x(3x8)", 6), ("2 rounds (3x8)", 6), ("(3x8) x 2", 6), ("3x8 + 1xAMRAP", 4), ("AMRAP", 1), ("EMOM 10", 10), ("3-4x8", 4),
        ("3x8 ea", 3), ("3x30 sec", 3), ("80kg 3x8", 3), ("80 kg x8, 82,5 kg x8", 2), ("8@80, 8@80, 6@85", 3), ("21-15-9", 3),
        ("warm-up 2x5, 3x5", 3), ("8 (x3)", 3), ("5/3/1+", 3), ("82,5 kg x 5 x 5", 5), ("8-10", 1), ("12–15 reps", 1), ("10-8", 2),
        # bodylog 0.1.0 reads the first and the third, and takes "3x5 100kg" for 3 kg (findings/bodylog_squat_of_three_kilograms.sh).
        ("3 sets of 5 at 100 kg", 3), ("3x5 100kg", 3), ("3x5 at 102,5 kg", 3), ("5x5 at 80%", 5), ("4x6 a 80 kg", 4), ("3x8 mit 60 kg", 3),
        ("5 reps at 100 kg", 1), ("8, 8, 6 at 80 kg", 3), ("3 series a 8", 3), ("3x5 at RPE 8", 3),
    ],
)  # fmt: skip
def test_sets_in_words_and_in_blocks(cell: str, sets: int) -> None:
    read = parse_repetitions(cell)
    assert read is not None
    assert (read.sets, read.understood) == (sets, True)


def test_a_cell_of_sets_that_is_not_understood_is_said() -> None:
    text = rows(
        "Date;Exercise;Reps",
        *(f"2026-04-06;Squat;{cell}" for cell in ("three sets of eight", "2x5", "2x5", "?5? or 6")),
    )
    log = guessed(text)
    assert [session.hard_sets for session in log.sessions] == [8]
    (problem,) = log.problems
    assert (problem.row, problem.message) == (5, "1 cell such as “?5? or 6” could not be read; each counts as one set.")


def test_a_column_of_sets_may_count_in_words() -> None:
    text = rows(
        "Date;Exercise;Sets;Reps",
        "2026-04-06;Squat;three;8",
        "2026-04-06;Leg press;4 sets;8",
        "2026-04-06;Leg curl;3-4;10",
    )
    assert [session.hard_sets for session in guessed(text).sessions] == [11]


def test_a_cell_may_list_lifts_with_their_sets_in_words() -> None:
    text = rows(
        "Date;Workout",
        '2026-04-06;"Squat 3 sets of 8, Leg press 100kg 3x12"',
        '2026-04-08;"Lunges three sets of 8, Leg curl 4 sets"',
    )
    assert [session.hard_sets for session in guessed(text).sessions] == [6, 7]
