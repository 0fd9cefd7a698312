"""A workbook of several sheets: parts of one table are joined, logs of another kind too, what is doubtful is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from legrun.errors import LogFormatError
from legrun.logs import Log, read_log
from tests.logs.sheets import Rows, xlsx
from tests.logs.sound import check

HEADER = ["Date", "Sport", "Duration", "Distance (km)", "RPE"]


def day(month: int, number: int) -> dt.date:
    return dt.date(2030, month, number)


def run(date: Any) -> list[Any]:
    return [date, "Run", 40, 8, 4]


def legs(date: Any) -> list[Any]:
    return [date, "Legs", 60, None, 8]


def read(sheets: Mapping[str, Rows], name: str = "log.xlsx", **choices: str) -> Log:
    log = read_log(xlsx(sheets), name, choices=choices, guess=True)
    check(log)
    return log


def lines(log: Log) -> list[str]:
    return [f"{s.kind} {s.start:%d.%m.} {s.minutes:.0f}" for s in log.sessions]


@pytest.mark.parametrize(
    "names", [("Jan 2030", "Feb 2030"), ("Januar", "Februar"), ("KW 1", "KW 6"), ("Sheet1", "Sheet2"), ("Old", "New")]
)
def test_a_sheet_for_each_month_is_one_table(names: tuple[str, str]) -> None:
    january, february = [HEADER, run(day(1, 7)), run(day(1, 9))], [HEADER, legs(day(2, 5)), legs("soon")]
    log = read(dict(zip(names, (january, february), strict=True)))
    assert lines(log) == ["run 07.01. 40", "run 09.01. 40", "legs 05.02. 60"]
    (problem,) = log.problems
    assert (problem.file, problem.row) == (names[1], 3), "a row is named as it is counted on its own sheet"
    assert log.assumptions[0].reason == f"“{names[0]}”, “{names[1]}” have the same columns and were joined to one table"


def test_the_name_of_a_sheet_says_the_sport_where_no_column_does() -> None:
    header = ["Date", "Minutes", "RPE"]
    log = read({"Laufen": [header, [day(1, 7), 40, 3]], "Krafttraining Beine": [header, [day(1, 9), 60, 8]]})
    assert lines(log) == ["run 07.01. 40", "legs 09.01. 60"]


def test_the_name_of_a_sheet_says_the_month_of_bare_days() -> None:
    header = ["Day", "What", "Min"]
    sheets: dict[str, Rows] = {"Jan": [header, [5, "Run", 40]], "Feb": [header, [5, "Legs", 60]]}
    assert lines(read(sheets, "Training 2030.xlsx")) == ["run 05.01. 40", "legs 05.02. 60"]
    with pytest.raises(LogFormatError):
        read(sheets, "Training.xlsx")  # nothing says the year


@pytest.mark.parametrize(
    "sheets",
    [
        {"März 2030": [["Mo 4.", "Laufen", 40], ["Mi 6.", "Beine", 60]], "April 2030": [["Di 2.", "Laufen", 30]]},
        {"April 2030": [["2.4.", "Laufen", 30]], "März 2030": [["4.3.", "Laufen", 40], ["6.3.", "Beine", 60]]},
        {"2030": [["4. März", "Laufen", 40], ["6. März", "Beine", 60], ["2. April", "Laufen", 30]]},
    ],
)
def test_the_name_of_a_sheet_tells_the_rest_of_dates(sheets: dict[str, list[list[object]]]) -> None:
    data = xlsx({name: [["Datum", "Sport", "Min"], *rows] for name, rows in sheets.items()})
    log = read_log(data, "log.xlsx", guess=True)
    assert [each.start.date() for each in log.sessions] == [day(3, 4), day(3, 6), day(4, 2)]


def test_logs_of_other_kinds_are_joined() -> None:
    log = read(
        {
            "Running": [["Date", "Duration", "km"], [day(1, 7), 40, 8]],
            "Gym": [
                ["Date", "Exercise", "Sets", "Reps", "kg"],
                [day(1, 8), "Squat", 4, 8, 80],
                [day(1, 8), "Leg press", 4, 8, 90],
            ],
            "Sleep": [["Date", "Hours slept"], [day(1, 7), 7.5], [day(1, 8), 6.5]],
            "Soreness": [["Date", "Soreness (0-10)"], [day(1, 9), 6]],
        }
    )
    assert [(s.kind, s.start.date(), s.hard_sets) for s in log.sessions] == [
        ("run", day(1, 7), None),
        ("legs", day(1, 8), 8),
    ]
    assert log.sleep_h == {day(1, 7): 7.5, day(1, 8): 6.5}
    assert [check_in.soreness for check_in in log.check_ins] == [6]
    assert log.name == "log.xlsx"


def test_a_sheet_of_sessions_and_one_of_their_lifts_are_one_workout() -> None:
    log = read(
        {
            "Sessions": [["Date", "Type", "Minutes", "RPE"], [day(1, 8), "Legs", 60, 8]],
            "Lifts": [
                ["Date", "Exercise", "Sets", "Reps", "kg"],
                [day(1, 8), "Squat", 4, 8, 80],
                [day(1, 8), "Leg press", 4, 8, 90],
            ],
        }
    )
    assert [(s.kind, s.minutes, s.rpe, s.hard_sets) for s in log.sessions] == [("legs", 60, 8, 8)]


def test_rows_that_stand_on_a_sheet_of_everything_too_count_once() -> None:
    log = read({"All": [HEADER, run(day(1, 7)), legs(day(2, 5))], "January": [HEADER, run(day(1, 7))]})
    assert lines(log) == ["run 07.01. 40", "legs 05.02. 60"]
    assert [problem.message for problem in log.problems] == ["1 row stands on two sheets; counted once."]
    twice = read({"January": [HEADER, run(day(1, 7)), run(day(1, 7))], "February": [HEADER, legs(day(2, 5))]})
    assert lines(twice)[-1] == "legs 05.02. 60"
    assert not any("two sheets" in problem.message for problem in twice.problems)


@pytest.mark.parametrize("name", ["Plan", "Trainingsplan", "Template", "Vorlage", "Objectifs"])
def test_a_plan_is_not_joined_to_what_was_done(name: str) -> None:
    log = read({"Log": [HEADER, run(day(1, 7))], name: [HEADER, legs(day(1, 9))]})
    assert lines(log) == ["run 07.01. 40"]
    assert log.problems[0].message == f"Only the sheet “Log” was read. Not read: “{name}”."


def test_sheets_that_may_be_of_several_people_are_asked_about() -> None:
    sheets: dict[str, Rows] = {"Anna": [HEADER, run(day(1, 7))], "Ben": [HEADER, legs(day(1, 9))]}
    log = read(sheets)
    assert lines(log) == ["run 07.01. 40"]
    (question,) = log.questions
    assert [reading.value for reading in question.readings] == ["only “Anna”", "all of them are one person's"]
    alone, together = (read(sheets, **reading.choices) for reading in question.readings)
    assert (lines(alone), lines(together)) == (["run 07.01. 40"], ["run 07.01. 40", "legs 09.01. 60"])
    assert not alone.questions
    assert not together.questions


def test_without_a_guess_the_form_gets_the_likeliest_and_the_rest_comes_along() -> None:
    sheets: dict[str, Rows] = {
        "Sleep": [["Date", "Hours slept"], [day(1, 7), 7.5], [day(1, 8), 6.5]],
        "Jan": [HEADER, run(day(1, 7))],
        "Feb": [HEADER, legs(day(2, 5))],
    }
    with pytest.raises(LogFormatError, match="Of 3 sheets") as refused:
        read_log(xlsx(sheets), "log.xlsx")
    table = refused.value.table
    assert table is not None
    mapped = {f"map:{role}@{table.signature}": label for label, role in table.guess.items()}
    log = read_log(xlsx(sheets), "log.xlsx", choices=mapped)
    assert log.sleep_h
    assert not log.problems


def test_a_sheet_that_leaves_open_what_was_done_is_named() -> None:
    log = read({"Log": [HEADER, run(day(1, 7))], "Other": [["Date", "Minutes"], [day(1, 9), 50], [day(1, 11), 50]]})
    assert lines(log) == ["run 07.01. 40"]
    assert "Not read: “Other”" in log.problems[0].message


def test_columns_may_stand_in_another_order_on_the_next_sheet() -> None:
    turned = [HEADER[::-1], legs(day(2, 5))[::-1]]
    log = read({"January": [HEADER, run(day(1, 7))], "February": turned})
    assert lines(log) == ["run 07.01. 40", "legs 05.02. 60"]
    assert "have the same columns" in log.assumptions[0].reason
