"""Inputs that were read wrong once, kept outside the repository; nothing of them is copied here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from legrun.logs import Log, read_log
from tests.logs.sound import check

CASES = Path(__file__).parents[3] / "shared" / "small_cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the small cases are not part of the repository")


def case(name: str, tz: str | None = None) -> Log:
    path = CASES / f"{name}.csv"
    log = read_log(path.read_bytes(), path.name, tz=tz, guess=True)
    check(log)
    return log


def kinds(log: Log) -> list[str]:
    return [session.kind for session in log.sessions]


@pytest.mark.parametrize("name", ["body_values", "daily_totals", "sleep_fitbit_takeout", "sleep_oura"])
def test_no_workouts(name: str) -> None:
    assert not case(name, "America/New_York" if "fitbit" in name else None).sessions


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("date_submitted", [2, 4, 7]),
        ("dates_compact", [2, 4, 16]),
        ("dates_d_mon_yy", [2, 4, 6, 16]),
        ("dates_fr", [2, 4, 16]),
    ],
)
def test_days(name: str, days: Sequence[int]) -> None:
    assert [session.start.day for session in case(name).sessions] == days


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("clock_beside_date", [("legs", 7.0), ("legs", 2.5)]),
        ("set_number", [("legs", 5.0), ("upper", None)]),
        ("set_times", [("legs", 6.0), ("upper", None)]),
        ("set_type", [("legs", 5.0), ("upper", None)]),
        ("sets_x_reps", [("legs", 8.0), ("upper", None)]),
        ("reps_per_side", [("legs", 4.0)]),
    ],
)
def test_leg_sets(name: str, expected: list[tuple[str, float | None]]) -> None:
    assert [(session.kind, session.hard_sets) for session in case(name).sessions] == expected


def test_clocks_and_lengths() -> None:
    assert [f"{s.start:%H:%M}" for s in case("clock_as_duration").sessions] == ["18:02", "06:45", "19:10", "09:00"]
    assert all("minutes" in s.estimated for s in case("clock_as_duration").sessions)
    assert [round(s.minutes) for s in case("end_with_zone", "America/New_York").sessions] == [45, 45, 34]
    assert [f"{s.start:%d %H:%M}" for s in case("offset_hours", "America/New_York").sessions] == [
        "02 18:30",
        "03 23:30",
    ]


def test_plans_units_and_layouts() -> None:
    assert [(s.kind, s.minutes) for s in case("plan_not_done").sessions] == [("run", 46), ("legs", 60), ("run", 118)]
    assert [round(s.distance_km or 0, 2) for s in case("units_in_cells").sessions] == [8.02, 16.1, 8.05, 0]
    assert kinds(case("no_header")) == ["legs", "upper", "legs"]
    assert kinds(case("wide_lifts")) == ["legs", "run", "legs", "upper"]
    assert kinds(case("run_types")) == ["run"] * 4


def test_nights() -> None:
    assert {day.day: round(h, 2) for day, h in case("sleep_oura").sleep_h.items()} == {2: 7.0, 3: 6.75, 4: 6.83}
    sleep_h = case("sleep_fitbit_takeout", "America/New_York").sleep_h
    assert {day: round(h, 2) for day, h in sleep_h.items()} == {dt.date(2026, 3, 2): 7.02, dt.date(2026, 3, 3): 6.12}


def test_diaries() -> None:
    french = case("coach_diary_fr")
    assert [s.minutes for s in french.sessions] == [60, 60, 45, 55, 95, 65, 45]
    assert [s.kind for s in french.sessions][2:5] == ["run"] * 3
    assert len(french.sleep_h) == 7
    assert [s.rpe for s in case("coach_diary_text_rpe").sessions] == [7, 3, 5, 8, 10]
    assert [round(s.distance_km or 0, 2) for s in case("coach_diary_distances").sessions] == [
        8.05,
        8,
        8.05,
        8.05,
        8,
        5,
        21.1,
    ]
    assert 65 in [s.minutes for s in case("coach_diary_en").sessions]
    assert kinds(case("coach_diary_wide_dates")) == ["legs", "run", "legs"]
    assert len(case("coach_diary_wide_weeks").sessions) == 10
