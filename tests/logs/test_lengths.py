"""Time and distance together: moving times that cannot be, empty recordings, watches left running, rides called runs."""

from __future__ import annotations

import pytest

from legrun.logs import read_log

STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename,Elapsed Time,Moving Time,"
    "Distance\n"
)
ICU = "id,start_date_local,name,type,moving_time,distance,elapsed_time,icu_training_load,icu_recording_time\n"
GARMIN = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Moving Time,Elapsed Time\n"


def strava(*rows: tuple[str, float, int, int]) -> str:
    """Return a Strava list of (type, km, moving s, elapsed s)."""
    lines = (
        f'{n},"Mar {n}, 2031, 6:00:00 PM",Evening,{kind},{elapsed},{km},a.gpx,{elapsed}.0,{moving}.0,{km * 1000}\n'
        for n, (kind, km, moving, elapsed) in enumerate(rows, 1)
    )
    return STRAVA + "".join(lines)


RUNS = (("Run", 6.0, 2250, 2300), ("Run", 8.0, 3050, 3100), ("Run", 10.0, 3700, 3760))


def test_a_moving_time_that_cannot_be_gives_way_to_the_elapsed_time() -> None:
    log = read_log(strava(*RUNS, ("Run", 6.02, 402, 2880), ("Run", 6.11, 1090, 2210)))
    assert [(s.minutes, s.distance_km) for s in log.sessions[3:]] == [(48.0, 6.02), (36.833, 6.11)]
    assert [p.row for p in log.problems] == [5, 6]
    assert all("moving time" in p.message for p in log.problems)
    assert all("minutes" not in s.estimated for s in log.sessions)


@pytest.mark.parametrize(
    ("row", "minutes"),
    [
        (("Run", 5.0, 1500, 5400), 25.0),  # a parkrun and the coffee after it
        (("Run", 5.0, 1020, 1030), 17.0),  # a race: no other time of the row is slower
        (("Walk", 5.0, 700, 3600), 60.0),
        (("Run", 0.4, 60, 62), 1.0),
    ],
)
def test_moving_times_that_may_be_stay(row: tuple[str, float, int, int], minutes: float) -> None:
    assert read_log(strava(*RUNS, row)).sessions[-1].minutes == minutes


def test_a_lone_run_is_judged_by_what_a_run_may_be() -> None:
    assert read_log(strava(("Run", 6.02, 402, 2880))).sessions[0].minutes == 48.0
    assert read_log(strava(("Run", 6.02, 1600, 2880))).sessions[0].minutes == 26.667


@pytest.mark.parametrize("kind", ["Run", "Weight Training", "Ride"])
def test_recordings_of_nothing_are_left_out(kind: str) -> None:
    log = read_log(strava(*RUNS, (kind, 0.0, 0, 0)))
    assert len(log.sessions) == 3
    assert "neither time nor distance" in log.problems[0].message


def test_a_time_that_is_missing_is_another_thing_than_none() -> None:
    log = read_log(GARMIN + "Running,2031-03-01 07:00:00,false,Lap,8.00,500,--,--,--,--,--\n")
    (run,) = log.sessions
    assert run.minutes == pytest.approx(8 / 9 * 60, abs=0.01)
    assert "minutes" in run.estimated


def test_seconds_for_kilometres_are_no_minute() -> None:
    session = read_log(strava(*RUNS, ("Run", 8.0, 20, 21))).sessions[-1]
    assert 48 <= session.minutes <= 53
    assert session.distance_km == 8.0
    assert "minutes" in session.estimated


def icu(*rows: tuple[str, float, int, int, int]) -> str:
    """Return an intervals.icu list of (type, km, moving s, elapsed s, recording s)."""
    lines = (
        f"i{n},2031-02-{n:02d}T18:30:00,Evening,{kind},{moving},{km * 1000},{elapsed},,{recorded or ''}\n"
        for n, (kind, km, moving, elapsed, recorded) in enumerate(rows, 1)
    )
    return ICU + "".join(lines)


USUAL = (("Run", 8.89, 2980, 3010, 3010), ("Run", 9.0, 3000, 3050, 3050), ("Run", 5.0, 1700, 1720, 1720))


@pytest.mark.parametrize(
    ("row", "low", "high"),
    [
        (("Run", 10.24, 305_400, 305_400, 3310), 55, 56),  # the recording knows
        (("Run", 10.24, 305_400, 305_400, 0), 56, 60),  # by the log's own usual speed
        (("Run", 13.51, 14_998_000, 14_998_000, 4655), 77, 78),
        (("Run", 8.0, 12_600, 12_600, 0), 44, 46),  # three and a half hours are too long for a run of 8 km
        (("Run", 8.0, 2700, 305_400, 0), 45, 45),  # the moving time is right
        (("Walk", 6.0, 305_400, 305_400, 0), 71, 73),
    ],
)
def test_a_watch_left_running_is_taken_by_its_distance(
    row: tuple[str, float, int, int, int], low: float, high: float
) -> None:
    session = read_log(icu(*USUAL, row)).sessions[-1]
    assert low <= session.minutes <= high
    assert session.distance_km == row[1]
    assert ("minutes" in session.estimated) == (row[2] > 10_000)


def test_without_a_distance_a_watch_left_running_is_a_guess() -> None:
    session = read_log(icu(*USUAL, ("Ride", 0.0, 305_400, 305_400, 0))).sessions[-1]
    assert session.minutes == 30
    assert "minutes" in session.estimated


def test_very_long_runs_with_the_distance_to_go_with_them_stay() -> None:
    session = read_log(icu(*USUAL, ("Run", 100.0, 54_000, 60_000, 60_000))).sessions[-1]
    assert session.minutes == 900


@pytest.mark.parametrize(
    ("title", "km", "minutes", "kind"),
    [
        ("Evening", 40.0, 75, "other"),  # 32 km/h
        ("Evening", 30.0, 78, "other"),  # 23 km/h, more than twice as fast as this person runs
        ("Evening Ride", 18.0, 60, "other"),
        ("Evening Run", 18.0, 60, "run"),
        ("Evening", 15.0, 60, "run"),
    ],
)
def test_a_ride_that_is_called_a_run(title: str, km: float, minutes: int, kind: str) -> None:
    text = icu(*USUAL, ("Run", km, minutes * 60, minutes * 60, 0)).replace(
        "i4,2031-02-04T18:30:00,Evening", f"i4,2031-02-04T18:30:00,{title}"
    )
    log = read_log(text)
    assert (log.sessions[-1].kind, log.sessions[-1].distance_km) == (kind, km)
    assert [("is no run" in p.message) for p in log.problems] == ([True] if kind == "other" else [])


def test_a_wrong_unit_is_no_ride() -> None:
    log = read_log(icu(*USUAL, ("Run", 80.0, 2700, 2700, 0)))
    assert (log.sessions[-1].kind, log.sessions[-1].distance_km) == ("run", None)
