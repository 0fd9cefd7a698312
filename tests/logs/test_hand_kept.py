"""Tables that people keep by hand, with the right values written down before they were read."""

from __future__ import annotations

import pytest

from legrun.logs.fields.durations import parse_duration, parse_hours
from legrun.logs.fields.repetitions import parse_repetitions
from tests.logs.guessed import guessed, nights, rated_sessions
from tests.logs.hand_kept import NIGHTS, SESSIONS, SORENESS


@pytest.mark.parametrize("name", SESSIONS)
def test_sessions(name: str) -> None:
    text, expected = SESSIONS[name]
    assert rated_sessions(text) == expected


@pytest.mark.parametrize("name", NIGHTS)
def test_nights(name: str) -> None:
    text, expected = NIGHTS[name]
    assert nights(text) == expected
    # One night that stands in several rows is no second one.
    assert not [each for each in guessed(text).problems if "second night" in each.message]


@pytest.mark.parametrize("name", SORENESS)
def test_soreness(name: str) -> None:
    text, expected = SORENESS[name]
    assert [each.soreness for each in guessed(text).check_ins] == expected


@pytest.mark.parametrize("order", [1, -1])
def test_the_sum_of_a_week_stands_below_it_or_above_it(order: int) -> None:
    header, *rows = SESSIONS["the sum of a week as a session"][0].splitlines()
    text = "\n".join([header, *rows[::order]]) + "\n"
    assert rated_sessions(text) == SESSIONS["the sum of a week as a session"][1]


# Cells of sets and repetitions, and how many sets each stands for.
CELLS = {
    3: (
        "80kg: 8, 8, 6", "80 kg - 8/8/6", "80 kg (8,8,6)", "60kg 8,8,8", "225: 5,5,5", "225x5,5,5", "8, 8, 8 @ 60 kg",
        "60kgx5 80kgx3 100kgx5", "8 @ 80kg / 8 @ 80kg / 6 @ 85kg", "BW x 10, BW x 10, BW x 8", "2x8 + 1 drop set",
        "3x8-10 @RPE8", "8 Wdh x 3", "3 подхода по 8", "8回×3", "3组x8次", "8次x3组", "3세트 8회", "8회 3세트",
        "100kg x 5 reps x 3 sets", "5 reps x 3 sets @ 100", "20 kg × 12, 22,5 kg × 10, 25 kg × 8",
    ),
    4: ("60kg: 8/8/8, 65kg: 6",),
    5: ("bar x 10, 60 x 5, 3x5 @ 100",),
}  # fmt: skip


@pytest.mark.parametrize(("count", "cell"), [(count, cell) for count, cells in CELLS.items() for cell in cells])
def test_sets_in_a_cell(count: int, cell: str) -> None:
    read = parse_repetitions(cell)
    assert read is not None
    assert (read.sets, read.understood) == (count, True)


@pytest.mark.parametrize("cell", ["warmup 10, then 3x8", "5 @ 100 x 3", "3s8r"])
def test_a_cell_with_numbers_that_were_not_used_is_not_understood(cell: str) -> None:
    read = parse_repetitions(cell)
    assert read is not None
    assert not read.understood


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("1ч05м", 65), ("1 час 5 минут", 65), ("1 година 5 хвилин", 65), ("1小時5分", 65), ("1 hora y media", 90)],
)
def test_durations_in_more_languages(text: str, minutes: float) -> None:
    assert parse_duration(text) == minutes


@pytest.mark.parametrize("text", ["7時間半", "7시간 반", "7小时半", "7 horas y media", "7 y media"])
def test_half_hours_of_sleep(text: str) -> None:
    assert parse_hours(text) == 7.5


@pytest.mark.parametrize(
    "text",
    [
        "<5", "less than 5 h", "weniger als 5", "moins de 5h", "menos de 5 horas", "meno di 5 ore", "minder dan 5 uur",
        "5 or less", "5 hours or less", "5 Stunden oder weniger", "max. 5", "5ish", "barely 5", "environ 5h", "just under 5",
    ],
)  # fmt: skip
def test_a_bound_of_a_night_counts_as_itself(text: str) -> None:
    assert parse_hours(text) == 5


def test_efforts_of_at_most_one_are_asked_about() -> None:
    log = guessed("Date,Sport,Min,RPE\n2026-05-04,Run,45,0.3\n2026-05-06,Legs,60,0.8\n")
    assert all("rpe" in session.estimated for session in log.sessions)
    assert "parts of a whole scale" in next(each.reason for each in log.assumptions if each.key == "effort_scale")
    assert rated_sessions("Date,Sport,Min,RPE\n2026-05-04,Run,45,0.5\n2026-05-06,Legs,60,8\n")[1] == "legs 06 60min r8"
