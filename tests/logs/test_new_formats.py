"""Samsung Health, Zepp, Fitbit, Whoop's privacy export, Peloton, MapMyRun, Concept2, Polar, Oura, Jefit and others."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest

from legrun.errors import LogFormatError
from legrun.logs import Log, read_log
from tests.logs import new_shapes as shapes

ROW = tuple[str, str, float, float | None]


def said(log: Log, key: str) -> str:
    return next(each.value for each in log.assumptions if each.key == key)


@pytest.mark.parametrize("name", shapes.NEW)
def test_every_new_format_is_recognised(name: str) -> None:
    log = read_log(shapes.NEW[name].encode())
    assert log.format == name.partition(",")[0]
    assert log.sessions or log.sleep_h
    assert not log.problems


@pytest.mark.parametrize(
    ("text", "zone", "rows"),
    [
        (
            shapes.SAMSUNG,
            "Asia/Tokyo",
            [
                ("run", "01-04 15:00", 45, 8.1),
                ("legs", "01-05 18:30", 50, None),
                ("walk", "01-07 01:30", 30, 2.3),
                ("other", "01-07 18:30", 50, None),
            ],
        ),
        (
            shapes.ZEPP,
            "Europe/Berlin",
            [("run", "01-04 18:00", 40, 7.2), ("other", "01-05 18:00", 55, None), ("other", "01-06 18:00", 20, None)],
        ),
        (
            shapes.FITBIT,
            "America/New_York",
            [("run", "01-04 12:00", 40, 7.2), ("other", "01-05 20:30", 50, None), ("walk", "01-06 12:00", 30, 2.5)],
        ),
        (
            shapes.WHOOP_PRIVACY,
            "Europe/Berlin",
            [("run", "01-04 18:00", 40, 7.2005), ("other", "01-05 19:00", 50, None)],
        ),
        (
            shapes.PELOTON,
            "America/New_York",
            [
                ("run", "01-04 17:25", 30, 5.0),
                ("legs", "01-05 18:00", 20, None),
                ("upper", "01-06 18:00", 20, None),
                ("other", "01-07 18:00", 45, 22.5),
            ],
        ),
        (
            shapes.MAPMYRUN,
            None,
            [("run", "01-04 18:00", 44, 8.0), ("run", "01-06 18:00", 30, 5.0), ("other", "01-07 18:00", 60, None)],
        ),
        (shapes.CONCEPT2, None, [("other", "01-04 07:00", 40, 8.4), ("other", "01-06 07:00", 30, 6.0)]),
        (shapes.POLAR, None, [("run", "01-14 18:00", 62.5, 10.4)]),
    ],
    ids=["Samsung", "Zepp", "Fitbit", "Whoop privacy", "Peloton", "MapMyRun", "Concept2", "Polar"],
)
def test_activities(text: str, zone: str | None, rows: list[ROW]) -> None:
    log = read_log(text.encode(), tz=zone)
    assert [(s.kind, f"{s.start:%m-%d %H:%M}", s.minutes, s.distance_km) for s in log.sessions] == rows
    assert all("minutes" not in s.estimated for s in log.sessions)


@pytest.mark.parametrize("text", [shapes.SAMSUNG, shapes.FITBIT, shapes.WHOOP_PRIVACY])
def test_an_offset_of_its_own_gives_the_clock_of_the_place(text: str) -> None:
    zone = {"S": "Asia/Tokyo", "F": "America/New_York", "W": "Europe/Berlin"}
    log = read_log(text)
    assert [s.start for s in log.sessions] == [s.start for s in read_log(text, tz=zone[log.format[0]]).sessions]
    assert said(log, "time_zone") == "as written"


@pytest.mark.parametrize(("text", "code"), [(shapes.SAMSUNG, "Samsung sport 19999"), (shapes.ZEPP, "Zepp sport 777")])
def test_numbers_that_are_not_known_are_asked_about(text: str, code: str) -> None:
    key = f"activity:{code}"
    assert said(read_log(text), key) == "other"
    chosen = read_log(text, choices={key: "legs"})
    assert next(s.kind for s in chosen.sessions if s.name == code) == "legs"


@pytest.mark.parametrize(
    ("text", "zone", "nights"),
    [
        (shapes.SAMSUNG_SLEEP, "Asia/Tokyo", {"2027-01-05": 7.25, "2027-01-06": 6.5}),
        (shapes.ZEPP_SLEEP, None, {"2027-01-05": 7.0, "2027-01-06": 6.8333}),
        (shapes.FITBIT_SLEEP, "Europe/Berlin", {"2027-01-05": 7.1667}),
        (shapes.FITBIT_SECTIONS, None, {"2027-01-05": 7.1833}),
        (shapes.OURA_OLD, None, {"2027-01-05": 7.1, "2027-01-06": 6.75}),
        (shapes.OURA, "Europe/Berlin", {"2027-01-05": 7.0}),
        (shapes.OURA_TRENDS, None, {"2027-01-05": 7.25}),
        (shapes.AUTOSLEEP, None, {"2027-01-05": 7.25}),
        (shapes.GARMIN_SLEEP, None, {"2027-01-05": 7.25, "2027-01-07": 5.8333}),
    ],
    ids=["Samsung", "Zepp", "Fitbit", "Fitbit sections", "Oura old", "Oura", "Oura trends", "AutoSleep", "Garmin"],
)
def test_nights_are_time_asleep_on_the_day_of_waking_up(text: str, zone: str | None, nights: dict[str, float]) -> None:
    log = read_log(text.encode(), tz=zone)
    assert {str(day): hours for day, hours in log.sleep_h.items()} == nights
    assert not log.sessions


def test_weekly_means_are_no_nights() -> None:
    header = "Date,Avg Score,Avg Quality,Avg Duration,Avg Sleep Need,Avg Bedtime,Avg Wake Time"
    with pytest.raises(LogFormatError, match="means of whole weeks"):
        read_log(f"\ufeff{header}\nOct 1-7,80,Good,7h 40min,8h 0min,11:12 PM,6:50 AM\n")


def test_peloton_clocks_in_utc_are_converted() -> None:
    log = read_log(shapes.PELOTON.replace("(EST)", "(UTC)"), tz="America/New_York")
    assert [s.start.hour for s in log.sessions] == [12, 13, 13, 13]


def test_a_polar_session_keeps_no_name_of_the_athlete() -> None:
    log = read_log(shapes.POLAR)
    assert "Private" not in log.to_csv()
    assert log.sessions[0].name == "Trail running"


def test_mapmyrun_dates_a_workout_by_its_own_day_not_by_the_day_it_was_sent_in() -> None:
    assert {s.start.day for s in read_log(shapes.MAPMYRUN).sessions} == {4, 6, 7}
    miles = shapes.MAPMYRUN.replace("(km)", "(mi)")
    assert read_log(miles).sessions[0].distance_km == pytest.approx(8 * 1.609344, abs=1e-5)


def test_liftosaur_counts_what_was_done_and_times_it_by_its_sets() -> None:
    (session,) = read_log(shapes.LIFTOSAUR, tz="America/New_York").sessions
    assert (session.kind, session.hard_sets, session.rpe, session.minutes) == ("legs", 3.0, 8.5, 20.0)
    assert session.start == dt.datetime(2027, 1, 4, 13)
    (older,) = read_log(shapes.LIFTOSAUR_OLD).sessions
    assert (older.kind, older.hard_sets, older.rpe, older.minutes) == ("legs", 4.0, 7.0, 19.0)


def test_liftlog_workouts_go_on_past_midnight() -> None:
    legs, upper = read_log(shapes.LIFTLOG).sessions
    assert (legs.start, legs.minutes, legs.hard_sets) == (dt.datetime(2027, 1, 4, 23, 50), 21.0, 4.0)
    assert (upper.kind, upper.start.hour, upper.minutes) == ("upper", 18, 13.0)


def test_repcount_body_parts_decide_where_a_name_is_not_known() -> None:
    legs, run = read_log(shapes.REPCOUNT).sessions
    assert (legs.kind, legs.hard_sets, legs.minutes) == ("legs", 2.0, 50.0)
    assert (run.kind, run.minutes, run.distance_km) == ("run", 30.0, 5.0)


def test_jefit_joins_its_tables() -> None:
    legs, upper = read_log(shapes.JEFIT, tz="Europe/Berlin").sessions
    # Three sets of squats by the table of sets, three of leg presses by the text of the exercise.
    assert (legs.kind, legs.hard_sets, legs.minutes) == ("legs", 6.0, 55.0)
    assert legs.start == dt.datetime(2027, 1, 4, 19)
    assert upper.kind == "upper"
    assert "minutes" in upper.estimated
    bare = shapes.JEFIT.replace('"100x5,100x5,100x5"', "100x5,100x5,100x5").replace('"60x10,60x8"', "60x10,60x8")
    assert read_log(bare, tz="Europe/Berlin").sessions == (legs, upper)


# Text, and its sessions: kind, start, minutes (negative where estimated), leg sets and kilometres.
OF_SETS = [
    (
        shapes.STRENGTHLOG,
        [
            ("legs", "01-02 18:00", 30, 4.0, None),
            ("run", "01-02 18:30", 20, None, 4.0),
            ("legs", "01-04 18:00", -12, 4.0, None),
        ],
    ),
    (shapes.BOOSTCAMP, [("legs", "01-04 18:00", 40, 4.0, None), ("upper", "01-16 18:00", 40, None, None)]),
    (
        shapes.TRAINHEROIC,
        [
            ("legs", "01-04 18:00", -18, 4.0, None),
            ("upper", "01-06 18:00", -10, None, None),
            ("run", "01-08 18:00", 30, None, None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "rows"), OF_SETS, ids=["StrengthLog", "Boostcamp", "TrainHeroic"])
def test_sets_of_lifting_apps(text: str, rows: list[tuple[str, str, float, float | None, float | None]]) -> None:
    log = read_log(text)
    assert [
        (
            each.kind,
            f"{each.start:%m-%d %H:%M}",
            -each.minutes if "minutes" in each.estimated else each.minutes,
            each.hard_sets,
            each.distance_km,
        )
        for each in log.sessions
    ] == rows
    assert not log.sleep_h  # StrengthLog's column of sleep is a rating
    assert all("rpe" in each.estimated for each in log.sessions)  # what a programme asks for is no rating


def test_alpha_progression_blocks() -> None:
    push, legs = read_log(shapes.ALPHA).sessions
    assert (push.kind, push.start, push.minutes) == ("upper", dt.datetime(2027, 1, 2, 17, 4), 45.0)
    assert (legs.kind, legs.minutes, legs.hard_sets, legs.name) == ("legs", 62.0, 3.0, "Legs")
    assert legs.rpe == 9.0  # the median of 8, 9, 10 and 9: ten less what was left in reserve
    assert "rpe" in legs.estimated


def test_alpha_progression_in_german() -> None:
    text = (
        '"Beine · Tag 2";"04.01.2027 17:54 Uhr";"1:02 Std."\n"1. Beinpresse · Maschine · 8 Wdh."\n#;KG;WDH;RIR\n'
        + "".join(f"{n};115;8;\n" for n in range(1, 5))
    )
    (legs,) = read_log(text).sessions
    assert (legs.kind, legs.start.day, legs.minutes, legs.hard_sets) == ("legs", 4, 62.0, 4.0)
    assert read_log(text.replace("1:02 Std.", "48 Min.")).sessions[0].minutes == 48.0


def test_a_samsung_table_without_its_first_line_is_read_too() -> None:
    bare = shapes.SAMSUNG.partition("\n")[2]
    assert read_log(bare).sessions == read_log(shapes.SAMSUNG).sessions


def test_a_samsung_zip_gives_its_exercises_and_nights_among_a_hundred_tables() -> None:
    with io.BytesIO() as sheet, zipfile.ZipFile(sheet, "w") as archive:
        for number in range(60):
            archive.writestr(f"x/com.samsung.health.heart_{number}.csv", "com.samsung.x,1,1\na,b\n1,2\n")
        archive.writestr("x/com.samsung.shealth.exercise.20270108.csv", shapes.SAMSUNG)
        archive.writestr("x/com.samsung.shealth.sleep.20270108.csv", shapes.SAMSUNG_SLEEP)
        archive.close()
        log = read_log(sheet.getvalue(), name="samsung.zip", tz="Asia/Tokyo")
    assert len(log.sessions) == 4
    assert len(log.sleep_h) == 2


@pytest.mark.parametrize("name", shapes.NEW)
def test_out_as_legrun_csv_and_in_again(name: str) -> None:
    log = read_log(shapes.NEW[name], tz="Europe/Berlin")
    again = read_log(log.to_csv())
    assert again.sessions == log.sessions
    assert again.sleep_h == log.sleep_h
