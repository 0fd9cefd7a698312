"""Repetitions that a spreadsheet saved as dates: ``8-10`` typed, ``2026-08-10`` or ``10-Aug`` in the file."""

from __future__ import annotations

import pytest

from legrun.logs.mapping.shapes.dated_repetitions import undated_repetitions
from legrun.logs.reading.table import Table
from tests.logs.guessed import guessed


def typed(*texts: str, header: str = "Reps") -> list[str] | None:
    """Return a column as it was typed, None where it is left as it is."""
    cells = [[f"2026-03-{place + 2:02}", "Squat", text] for place, text in enumerate(texts)]
    table = undated_repetitions(Table(("Date", "Exercise", header), range(2, len(texts) + 2), cells))
    return None if table is None else table.column(2)


@pytest.mark.parametrize(
    ("cell", "was"),
    [
        # Excel and csvkit 2.2.0 with agate 1.14.2, which gives every such day the year 2001.
        ("2026-08-10", "8-10"), ("2026-08-10 00:00:00", "8-10"), ("2001-08-10", "8-10"), ("2001-12-15", "12-15"),
        ("10-Aug", "8-10"), ("10. Aug", "8-10"), ("08. Okt", "8-10"), ("10-août", "8-10"), ("8/10/2026", "8-10"),
        ("10.08.2026", "8-10"),
        # Three sets, the third where the year is.
        ("2008-12-10", "12,10,8"), ("2005-05-05", "5,5,5"), ("2001-05-03", "5,3,1"), ("10/8/2006", "10,8,6"),
        # A range typed in a year that is no third set.
        ("2011-08-10", "8-10"),
    ],
)  # fmt: skip
def test_a_date_among_repetitions_is_read_as_it_was_typed(cell: str, was: str) -> None:
    assert typed(cell, "5x5") == [was, "5x5"]


@pytest.mark.parametrize(
    "cells", [("8-10", "10-12"), ("5/3/1",), ("12,10,8",), ("10 reps",), ("AMRAP", "3 set", "3-Set", "8 Mar")]
)
def test_repetitions_as_people_write_them_stay(cells: tuple[str, ...]) -> None:
    assert typed(*cells) is None


@pytest.mark.parametrize("header", ["Set date", "Date of the set", "Next time", "Note"])
def test_a_column_of_other_dates_stays(header: str) -> None:
    assert typed("2026-08-10", header=header) is None


def test_the_sets_of_a_workout_are_counted_and_the_reading_is_said() -> None:
    cells = ("2026-08-10", "2026-08-10", "2008-12-10")
    log = guessed("Date;Exercise;Reps\n" + "".join(f"2026-04-06;Squat;{cell}\n" for cell in cells))
    assert [session.hard_sets for session in log.sessions] == [5]
    assert [problem.message for problem in log.problems] == [
        "A spreadsheet made dates of the repetitions in Reps: 2026-08-10 is read as 8-10."
    ]
