"""Why a client needs a look, in the words of the table: each reason where it holds and not a step before."""

from __future__ import annotations

import pytest

from legrun.roster import ClientDay, Morning
from legrun.roster.morning import STATES
from legrun.roster.typed import read_cells
from tests.roster.rosters import NOW, roster, row_of

RUNS = [f"session,Ana,run,2026-02-{day:02d}T18:00,60,4,easy,,," for day in range(1, 27, 2)]


def check_in(day: str, soreness: float, sleep_h: float = 8) -> str:
    return f"check_in,Ana,,2026-{day}T06:30,,,,{soreness:g},{sleep_h:g},"


def plan(minutes: int) -> str:
    return f"plan,Ana,run,2026-03-04T18:00,{minutes},4,easy,,,"


WELL = check_in("03-04", 0)
USUAL = [check_in(f"02-{day:02d}", day % 3) for day in range(5, 29)]


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ([*RUNS, WELL, plan(90)], ["Plan over today's limit", "Plan is 50 % longer than the longest run of 30 days"]),
        ([*RUNS, WELL, plan(66)], ["Plan over today's limit"]),
        ([*RUNS, WELL, plan(30)], []),
        ([*RUNS, plan(30)], ["Never rated"]),
        ([*RUNS, check_in("03-01", 0)], ["No check-in for 3 days"]),
        ([*RUNS, check_in("03-02", 0)], ["No check-in for 2 days"]),
        ([*RUNS, check_in("03-03", 0)], []),
        ([check_in("03-04", 5)], ["Soreness 5 and no run planned"]),
        ([check_in("03-04", 4.9)], []),
        (
            [check_in(day, 6) for day in ("02-24", "02-26", "02-28", "03-02", "03-03", "03-04")],
            ["Soreness that lasts too long", "Soreness 6 and no run planned"],
        ),
        (
            [*USUAL, *(check_in(f"03-0{day}", 4, 5) for day in (3, 4))],
            ["Soreness +3 against usual for 2 mornings", "Sleep −3 against usual for 2 mornings"],
        ),
        ([*USUAL, check_in("03-04", 4, 5)], []),
        (["session,Ana,run,2026-02-30T18:00,60,4,easy,,,", WELL], ["1 row not read"]),
    ],
)
def test_a_reason_is_told_from_where_it_holds(rows: list[str], texts: list[str]) -> None:
    assert [alert.text for alert in row_of(roster(*rows)).alerts] == texts


@pytest.mark.parametrize(("absence", "texts"), [("ill", ["A plan while ill"]), ("away", ["A plan while away"])])
def test_who_is_away_needs_a_look_where_something_is_planned(absence: str, texts: list[str]) -> None:
    for rows, told in (([*RUNS, WELL, plan(90)], texts), ([*RUNS, check_in("02-20", 7)], [])):
        clients = roster(*rows)
        entry = read_cells(ClientDay.of(clients, 0, NOW).entry, {"absence": absence}, NOW)
        assert [alert.text for alert in Morning.of(ClientDay.of(clients, 0, NOW, entry)).alerts] == told


def test_who_has_a_leg_day_planned_and_no_run_is_not_told_to_have_no_plan() -> None:
    row = row_of(roster(check_in("03-04", 7), "plan,Ana,legs,2026-03-04T18:00,60,8,,,,"))
    assert (row.state, STATES[row.state]) == ("no plan", "No run due")
    assert [each.text for each in row.alerts] == ["Soreness 7 and no run planned"]
