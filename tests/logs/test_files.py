"""Whole files: our samples, and real exports where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from legrun.errors import LogFormatError
from legrun.logs import merge_logs, read_log
from sample_data.make_samples import samples

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "real_logs"
SAMPLES = ROOT / "sample_data"


def test_the_script_writes_the_samples_byte_for_byte() -> None:
    made = samples()
    assert {path.name for path in SAMPLES.glob("*_sample.csv")} == set(made)
    for name, data in made.items():
        assert (SAMPLES / name).read_bytes() == data


@pytest.mark.parametrize(
    ("name", "summary"),
    [
        ("hevy_sample.csv", "Hevy export: 69 workouts, 23 with leg work, 28 runs, 24 Aug 2026 to 14 Nov 2026"),
        (
            "legrun_sample.csv",
            "legrun CSV: 48 workouts, 24 with leg work, 24 runs, 70 check-ins, 84 nights, 24 Aug 2026 to 15 Nov 2026",
        ),
        ("strava_sample.csv", "Strava export: 35 workouts, 23 runs, 26 Aug 2026 to 12 Nov 2026"),
        ("strong_sample.csv", "Strong export: 69 workouts, 24 with leg work, 22 runs, 24 Aug 2026 to 15 Nov 2026"),
    ],
)
def test_samples(name: str, summary: str) -> None:
    log = read_log((SAMPLES / name).read_bytes(), name=name)
    assert log.summary == summary
    assert not log.unknown_exercises
    assert all(session.kind == "legs" for session in log.sessions if session.name.startswith(("Lower", "Legs")))


def test_the_strava_sample_is_the_hevy_sample_again() -> None:
    lifts, watch = (read_log((SAMPLES / f"{name}_sample.csv").read_bytes()) for name in ("hevy", "strava"))
    both = merge_logs([lifts, watch])
    assert sum(assumption.key.startswith("merge:") for assumption in both.assumptions) == 22
    assert both.workouts == lifts.workouts + watch.workouts - 22
    lunch = next(session for session in both.sessions if session.name == "Lunch Run")
    assert lunch.start.hour == 12  # the file says 10; the runs it shares with Hevy set its clock


def test_the_dirty_sample_is_read_and_every_trap_named() -> None:
    log = read_log((SAMPLES / "dirty_sample.csv").read_bytes())
    assert log.summary == "Strong export: 24 workouts, 9 with leg work, 7 runs, 24 Aug 2026 to 21 Sep 2026"
    assert set(log.unknown_exercises) == {"Zugturm außen", "Käfer"}
    said = " ".join(problem.message for problem in log.problems)
    for trap in (
        "left running",
        "typed in",
        "header stands",
        "twice",
        "not understood",
        "missing",
        "never closed",
        "abc",
        "-5",
    ):
        assert trap in said
    assert "=SUM" not in "".join(line.split(",")[13] for line in log.to_csv().splitlines() if ",=" in line)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "workouts", "legs", "km"),
    [
        ("fitnotes/LiamMorrow__LiftLog__fitnotes-android-export-kgs.csv", 2, 1, 0),
        ("fitnotes/LiamMorrow__LiftLog__fitnotes-android-export-lbs-edge-cases.csv", 3, 1, 75.19),
        ("fitnotes/MakisChristou__verifit__fitnotes.csv", 256, 63, 0),
        ("garmin_en/Romain-Thomas-Shef__grunt__Activities.csv", 1131, 0, 11564.32),
        ("hevy/DaKheera47__strong-statistics__sample_hevy__NOTES_SCRUBBED.csv", 335, 87, 0),
        ("runkeeper/dangoldin__runkeeper-stats__cardioActivities__NOTES_SCRUBBED.csv", 178, 0, 1610.26),
        ("strong/breinsp__strong-charts__strong.csv", 129, 23, 0),
        ("strong/ys-math__strength-training__strong_workouts.csv", 37, 28, 0),
        ("strong_localised/DericMei__My-WorkOut-Project__strong.csv", 384, 31, 0),
        ("stronglifts/LiamMorrow__LiftLog__stronglifts-export-kg.csv", 5, 5, 0),
        ("stronglifts/LiamMorrow__LiftLog__stronglifts-export-lb.csv", 5, 5, 0),
        ("stronglifts/chrispickford__stronglifts-parser__spreadsheet-stronglifts.csv", 24, 24, 0),
    ],
)
def test_real_exports(file: str, workouts: int, legs: int, km: float) -> None:
    """Workouts and kilometres as counted by hand, with a naive script of its own."""
    if not REAL.is_dir():
        pytest.skip(f"real exports are not part of the repository and not at {REAL}")
    log = read_log((REAL / file).read_bytes())
    assert log.workouts == workouts
    assert sum(session.kind == "legs" for session in log.sessions) == legs
    assert sum(session.distance_km or 0 for session in log.sessions) == pytest.approx(km, abs=0.01)


def test_an_unknown_table_is_refused_with_the_table() -> None:
    with pytest.raises(LogFormatError, match="not an export that legrun knows") as caught:
        read_log("When,What\nyesterday,legs\n")
    assert caught.value.table is not None
    assert caught.value.table.rows == [["yesterday", "legs"]]


def test_a_roster_is_refused_without_a_form_that_could_not_help() -> None:
    with pytest.raises(LogFormatError, match="roster of 22 clients") as caught:
        read_log((SAMPLES / "roster_sample.csv").read_bytes())
    assert caught.value.table is None
