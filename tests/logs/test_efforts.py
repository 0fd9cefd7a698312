"""Effort: heart rate rates endurance alone, against a highest rate that no spike decides and that can be entered."""

from __future__ import annotations

import random
import statistics

import pytest

from legrun.logs import Log, read_log
from legrun.logs.efforts import highest_heart_rate
from tests.logs import shapes

GARMIN = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR\n"
RUNS = "".join(
    f"Running,2031-03-{day:02d} 07:00:00,false,Lap,8.00,500,00:46:00,{138 + day},{168 + day}\n" for day in range(1, 13)
)


def said(log: Log, key: str) -> str:
    return next(each.value for each in log.assumptions if each.key == key)


def lifts(log: Log) -> list[tuple[str, float, bool]]:
    return [(s.kind, s.rpe, "rpe" in s.estimated) for s in log.sessions if s.kind in ("legs", "upper")]


def test_a_leg_day_is_rated_the_same_with_and_without_heart_rate() -> None:
    rows = (
        "Strength Training,2031-03-20 18:00:00,false,Leg day,0.00,260,00:58:00,99,137\n"
        "Strength Training,2031-03-21 18:00:00,false,Upper body,0.00,260,00:58:00,104,150\n"
        "Strength Training,2031-03-22 18:00:00,false,Leg day,0.00,260,00:58:00,--,--\n"
        "Strength Training,2031-03-23 18:00:00,false,Strength,0.00,260,00:58:00,92,130\n"
    )
    log = read_log(GARMIN + RUNS + rows)
    assert lifts(log) == [("legs", 7.0, True), ("upper", 6.0, True), ("legs", 7.0, True)]
    assert log.sessions[-1].rpe == 4.0  # strength work that nothing is said of: the usual for its kind, too
    reason = next(each.reason for each in log.assumptions if each.key == "effort:heart_rate")
    assert reason.startswith("12 efforts")


@pytest.mark.parametrize(
    "shape", ["Strava", "Garmin", "intervals.icu", "TrainingPeaks", "Health Auto Export", "Fitbit"]
)
def test_no_app_rates_lifting_by_heart_rate(shape: str) -> None:
    log = read_log(shapes.EVERY[shape], choices={"max_heart_rate": "190", "strength_kind": "legs"})
    assert [rpe for _, rpe, _ in lifts(log)] in ([7.0], [7.0, 7.0])


def test_a_rating_in_the_file_wins() -> None:
    log = read_log(shapes.TRAININGPEAKS.replace('"110","140","7"', '"110","140","9"'))
    assert lifts(log) == [("legs", 9.0, False)]


def test_sensor_spikes_do_not_stand_for_the_highest_heart_rate() -> None:
    dice = random.Random(4)
    rows, highest = [], []
    for day in range(180):
        top = 211 if day % 20 == 7 else dice.randint(158, 186)
        highest.append(top)
        rows.append(
            f"Running,{2029 + day // 90}-{1 + day % 90 // 28:02d}-{1 + day % 28:02d} 07:00:00,false,Lap,8.00,500,00:46:00,"
            f"{dice.randint(140, 158)},{top}\n"
        )
    log = read_log(GARMIN + "".join(rows))
    assert 180 <= int(said(log, "max_heart_rate")) <= 186
    assert 3.5 <= statistics.median(s.rpe for s in log.sessions) <= 6.0
    assert highest_heart_rate(highest[:12]) is not None


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        ([190, 189, 188, 187, 186, 170, 165, 160, 160, 160, 150, 140], 188.0),  # the third highest of a dozen
        ([219, 218, *range(150, 187)], 186.0),  # two stand far above the rest
        ([*([214] * 9), *([180] * 150), *range(150, 180)], 180.0),  # a lock on the cadence, on 5 % of the days
        ([120, 121, 122, 123, 124, 125], None),  # no log of hard work
        ([180, 181], None),  # too few
    ],
)
def test_highest_heart_rates(rates: list[float], expected: float | None) -> None:
    assert highest_heart_rate(rates) == expected


def test_the_highest_heart_rate_can_be_entered() -> None:
    log = read_log(GARMIN + RUNS)
    options = next(each.options for each in log.assumptions if each.key == "max_heart_rate")
    assert said(log, "max_heart_rate") in options
    assert "200" in options
    fitter = read_log(GARMIN + RUNS, choices={"max_heart_rate": "200"})
    assert all(a.rpe < b.rpe for a, b in zip(fitter.sessions, log.sessions, strict=True))
    assert said(fitter, "max_heart_rate") == "200"
    # Entered, it serves a log that shows none, and such a log asks for it.
    short = GARMIN + RUNS.splitlines()[0] + "\n"
    assert said(read_log(short), "max_heart_rate") == "unknown"
    assert read_log(short, choices={"max_heart_rate": "170"}).sessions[0].rpe > 4


@pytest.mark.parametrize(("hours", "least"), [(1, 3.0), (3, 4.0), (7, 5.5), (14, 7.0)])
def test_the_same_heart_rate_is_harder_the_longer_it_lasts(hours: int, least: float) -> None:
    row = f"Trail Running,2031-03-25 07:00:00,false,Long,{8 * hours}.00,500,{hours:02d}:00:00,132,170\n"
    assert read_log(GARMIN + RUNS + row).sessions[-1].rpe >= least


@pytest.mark.parametrize(
    ("cells", "efforts"),
    [
        (("10", "20", "10", "20"), [1, 2, 1, 2]),  # a Garmin watch's 0 to 100
        (("30", "70", "100", "50"), [3, 7, 10, 5]),
        (("13", "17", "11", "20"), [5, 7.857, 3.571, 10]),  # Borg's 6 to 20
        (("4", "7", "10", "3"), [4, 7, 10, 3]),
    ],
)
def test_tens_are_no_borg_scale(cells: tuple[str, ...], efforts: list[float]) -> None:
    rows = "".join(f"2026-03-{day:02d},Run,40,{cell}\n" for day, cell in enumerate(cells, 1))
    mapping = {"map:date": "Date", "map:kind": "Sport", "map:duration": "Minutes", "map:rpe": "RPE"}
    log = read_log("Date,Sport,Minutes,RPE\n" + rows, choices=mapping)
    assert [round(s.rpe, 3) for s in log.sessions] == efforts
