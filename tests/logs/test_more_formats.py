"""Fitbod, GymRun, intervals.icu, TrainingPeaks, the Apple exports and Whoop."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from legrun.logs import Log, read_log
from legrun.logs.reader import known_formats
from legrun.logs.reading.table import read_table
from tests.logs import shapes
from tests.logs.new_shapes import NEEDS_ROWS

HEADERS = Path(__file__).parents[3] / "shared" / "headers_only"


def said(log: Log, key: str) -> str:
    return next(a.value for a in log.assumptions if a.key == key)


@pytest.mark.parametrize("name", shapes.EVERY)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_every_shape_is_its_own_format_in_every_encoding(name: str, encoding: str) -> None:
    if (name, encoding) == ("Garmin, in Greek", "utf-16-be"):
        pytest.skip("without its mark UTF-16 is told by a header in Latin letters")
    log = read_log(shapes.EVERY[name].encode(encoding))
    assert log.format in (name, name.rsplit(" ", 1)[0], name.partition(",")[0])
    assert log.sessions or log.sleep_h


@pytest.mark.parametrize("name", shapes.EVERY)
def test_no_header_fits_two_formats(name: str) -> None:
    table = read_table(shapes.EVERY[name])
    assert len({export.name for export in known_formats() if export.place(table)}) == 1


@pytest.mark.parametrize("name", [name for name in shapes.EVERY if name not in NEEDS_ROWS])
def test_header_alone_and_rows_cut_short_are_fine(name: str) -> None:
    header, *rows = shapes.EVERY[name].splitlines()
    assert not read_log(header + "\n").sessions
    short = "\n".join([header, *(row[: len(row) // 3] for row in rows)])
    assert read_log(short).format == read_log(header).format


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("intervals_icu__wellness_22", "intervals.icu wellness"),
        ("intervals_icu__wellness_61", "intervals.icu wellness"),
        ("intervals_icu__wellness_api", "intervals.icu wellness"),
        ("whoop__physiological_cycles", "Whoop cycles"),
        ("whoop__physiological_cycles_noop_fixture", "Whoop cycles"),
        ("whoop__sleeps", "Whoop sleeps"),
        ("health_auto_export__newer__TRANSCRIBED", "Health Auto Export"),
        ("apple_health_metrics__sleep", "Apple Health Metrics"),
        ("fitnotes__ios2__TRANSCRIBED", "FitNotes"),
        ("hevy__imperial__TRANSCRIBED", "Hevy"),
        ("hevy__api_script", "Hevy"),
        ("strong__albTian_E_12col", "Strong"),
    ],
)
def test_headers_that_were_seen(file: str, name: str) -> None:
    if not HEADERS.is_dir():
        pytest.skip("the headers are not part of the repository")
    assert read_log((HEADERS / f"{file}.csv").read_bytes()).format == name


def test_fitbod_is_utc_and_in_kilograms() -> None:
    log = read_log(shapes.FITBOD, tz="America/New_York")
    assert [(s.kind, s.start, s.hard_sets) for s in log.sessions] == [
        ("legs", dt.datetime(2022, 1, 5, 17, 6, 49), 5.0),
        ("upper", dt.datetime(2022, 1, 7, 18, 30), None),
        ("run", dt.datetime(2022, 1, 7, 18, 40), None),
    ]
    assert log.sessions[2].distance_km == 4.0
    assert said(log, "warm_up_sets") == "1 left out"


def test_fitbod_of_2019_counts_sets_in_a_column() -> None:
    assert read_log(shapes.FITBOD_2019).sessions[0].hard_sets == 4.0
    numbered = shapes.FITBOD_2019.split("\n", 1)[0] + "\n"
    numbered += "".join(f"2019-03-04,Leg Press,{n},10,100,,\n" for n in range(1, 6))
    assert read_log(numbered).sessions[0].hard_sets == 5.0


def test_gymrun() -> None:
    log = read_log(shapes.GYMRUN.encode("cp1252"))
    assert [(s.kind, s.start, s.minutes, s.hard_sets) for s in log.sessions] == [
        ("legs", dt.datetime(2025, 4, 29, 18, 10), 43.0, 5.0),
        ("upper", dt.datetime(2025, 5, 1, 7, 0), 10.0, None),
    ]


def test_intervals_activities() -> None:
    log = read_log(shapes.INTERVALS)
    assert [(s.kind, s.start, s.minutes, s.rpe) for s in log.sessions] == [
        ("run", dt.datetime(2026, 8, 22, 17, 13, 34), 30.0, 6.0),
        ("legs", dt.datetime(2026, 8, 23, 7), 60.0, 7.0),
        ("other", dt.datetime(2026, 8, 24, 7), 60.0, 4.0),
    ]
    assert log.sessions[0].distance_km == 5.0005


def test_intervals_wellness_scales_soreness_and_says_so() -> None:
    log = read_log(shapes.WELLNESS)
    assert log.sleep_h == {dt.date(2026, 8, 22): 7.5, dt.date(2026, 8, 23): 7.0}
    assert [(c.time, c.soreness) for c in log.check_ins] == [
        (dt.datetime(2026, 8, 22, 7), 3.75),
        (dt.datetime(2026, 8, 23, 7), 8.75),
    ]
    assert said(log, "soreness_scale") == "1-4"
    assert not log.sessions


def test_trainingpeaks_plans_are_not_training() -> None:
    log = read_log(shapes.TRAININGPEAKS.encode())
    assert [(s.kind, s.minutes, s.rpe, s.distance_km) for s in log.sessions] == [
        ("run", 57.0, 3.0, 10.0),
        ("legs", 75.0, 7.0, None),
    ]
    assert said(log, "planned_rows") == "1 left out"
    assert log.sessions[0].estimated == {"start"}


def test_health_auto_export() -> None:
    log = read_log(shapes.HEALTH_AUTO)
    assert [(s.kind, s.minutes) for s in log.sessions] == [("run", 40.3), ("other", 60.0), ("walk", 30.0)]
    assert log.sessions[0].distance_km == pytest.approx(8.04672)
    assert [p.row for p in log.problems] == [3]
    older = shapes.HEALTH_AUTO.replace("Workout Type", "Type").replace(
        "Avg. Heart Rate (count/min)", "Avg Heart Rate (bpm)"
    )
    older = older.replace("(kcal)", "(kJ)").replace("(mi)", "(km)")
    assert read_log(older).sessions[0].distance_km == 5.0


def test_health_export_csv_and_sleep() -> None:
    session = read_log(shapes.HEALTH_EXPORT).sessions[0]
    assert (session.kind, session.start, session.minutes) == ("run", dt.datetime(2026, 5, 4, 9), 40.3)
    log = read_log(shapes.APPLE_SLEEP)
    assert log.sleep_h == {dt.date(2026, 5, 4): 7.25}
    assert said(log, "naps") == "1 left out"
    for text, hours in (("7.25", 7.25), ("435", 7.25), ("7h 15m", 7.25)):
        assert read_log(shapes.APPLE_SLEEP.replace("7:15", text)).sleep_h[dt.date(2026, 5, 4)] == hours


def test_whoop() -> None:
    log = read_log(shapes.WHOOP_WORKOUTS)
    assert [(s.kind, s.start.day, s.minutes) for s in log.sessions] == [
        ("other", 3, 120),
        ("other", 4, 60),
        ("run", 5, 45),
    ]
    assert said(log, "activity:Gaming") == "other"
    assert said(log, "strength_kind") == "other"
    assert read_log(shapes.WHOOP_WORKOUTS, choices={"activity:Gaming": "walk"}).sessions[0].kind == "walk"
    assert read_log(shapes.WHOOP_CYCLES).sleep_h == {dt.date(2026, 5, 5): 7.2}
    sleeps = read_log(shapes.WHOOP_SLEEPS)
    assert sleeps.sleep_h == {dt.date(2026, 5, 5): 7.2}
    assert said(sleeps, "naps") == "1 left out"
