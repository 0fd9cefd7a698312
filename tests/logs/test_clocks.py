"""Clocks: a length depends on no zone, offsets of hours alone, wall clocks marked Z, and clocks that cannot be right."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from legrun.logs import Log, read_log
from legrun.logs.fields.dayparts import doubt_clock
from legrun.logs.fields.times import elapsed_minutes, shift_times
from legrun.logs.format import Notes
from tests.logs.shapes import HEALTH_AUTO, hevy, strong


@pytest.mark.parametrize(
    ("start", "end", "zone", "minutes"),
    [
        ("2026-03-02T23:08:05Z", "2026-03-02T23:53:05Z", "America/New_York", 45),
        ("2026-03-02T23:08:05Z", "2026-03-02T23:53:05Z", None, 45),
        ("2026-03-02T18:08:05+01:00", "2026-03-02T17:53:05Z", None, 45),
        ("2026-03-02T18:08:05-05:00", "2026-03-02T23:53:05+0000", "Asia/Tokyo", 45),
        ("2026-03-02 18:08:05", "2026-03-02 18:53:05", None, 45),
        ("2026-03-02 18:08:05", "2026-03-02T23:53:05Z", "America/New_York", 45),  # the start is the person's own clock
        ("2026-03-02 23:40", "00:25", None, 45),
        ("2026-03-02 11:40 PM", "12:25 AM", None, 45),
        ("30/03/2026 18:08", "30/03/2026 18:53", None, 45),
    ],
)
def test_lengths(start: str, end: str, zone: str | None, minutes: float) -> None:
    assert elapsed_minutes([start], [end], Notes(tz=zone)).tolist() == [minutes]


@pytest.mark.parametrize(
    ("mark", "hour"),
    [
        *(("UTC+0100", 13), ("UTC-0500", 7), ("+01:00", 13), ("-0500", 7), ("+01", 13), ("GMT+2", 14), ("UTC", 12)),
        *(("100", 13), ("-500", 7), ("530", 17), ("100.0", 13), ("", 12), ("Z", 12), ("soon", 12)),
    ],
)
def test_offsets_in_a_column_of_their_own(mark: str, hour: int) -> None:
    (moment,) = shift_times(["2026-03-02 12:00:00.000"], [mark], Notes())
    assert moment is not None
    assert moment.hour == hour


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-03-02 18:08", "2026-03-02T23:53:05Z"),  # in one zone or another: without the person's, nobody knows
        ("2026-03-02", "18:53"),  # the day alone has no hour to count from
        ("2026-03-02 18:08", ""),
        ("2026-03-02 18:08", "2026-03-02 18:00"),
    ],
)
def test_lengths_that_cannot_be_told(start: str, end: str) -> None:
    assert np.isnan(elapsed_minutes([start], [end], Notes())).all()


@pytest.mark.parametrize("zone", [None, "America/New_York", "Asia/Tokyo"])
def test_an_app_that_writes_offsets_keeps_its_lengths(zone: str | None) -> None:
    text = hevy(["Leg Press"] * 5, start="2026-04-08T16:50:00+00:00", end="2026-04-08T19:50:00+02:00")
    assert read_log(text, tz=zone).sessions[0].minutes == 60
    apple = HEALTH_AUTO.replace("2026-05-04 09:43", "2026-05-04 09:43:00 +0200").replace(",0:40:18", ",")
    apple = apple.replace("2026-05-04 09:00", "2026-05-04 07:00:00 +0000")
    assert read_log(apple, tz=zone).sessions[0].minutes == 43


def test_a_wall_clock_may_be_marked_as_utc() -> None:
    text = (
        "id,start_date_local,name,type,moving_time,distance,elapsed_time,icu_training_load\n"
        "1,2026-03-02T18:30:00Z,Evening Run,Run,1800,5000,1900,40\n"
    )
    log = read_log(text, tz="America/Los_Angeles")
    assert log.sessions[0].start == dt.datetime(2026, 3, 2, 18, 30)
    assert next(a.value for a in log.assumptions if a.key == "time_zone") == "local"


TITLES = {
    "en": "Afternoon Workout",
    "de": "Workout am Nachmittag",
    "fr": "Entraînement de l'après-midi",
    "es": "Entrenamiento por la tarde",
    "pt": "Treino da tarde",
    "it": "Allenamento pomeridiano",
    "nl": "Middagloop",
    "sv": "Eftermiddagspass",
    "zh": "下午锻炼",
    "ja": "午後のワークアウト",
    "ko": "오후 운동",
    "emoji": "Evening workout 🏋️",
}


def days(titles: list[str], hour: int) -> str:
    header, *_ = strong([]).splitlines()
    rows = [
        strong(["Leg Press"] * 2, title=title, date=f"2026-01-{day:02d} {hour:02d}:1{day % 10}:00").splitlines()[1:]
        for day, title in enumerate(titles, 1)
    ]
    return "\n".join([header, *(line for row in rows for line in row)]) + "\n"


def asked(log: Log) -> tuple[str, ...]:
    return next(a.options for a in log.assumptions if a.key == "time_zone")


@pytest.mark.parametrize("language", TITLES)
def test_a_clock_that_its_titles_contradict_is_asked_about(language: str) -> None:
    log = read_log(days([TITLES[language]] * 8, 3))
    assert asked(log) == ("in UTC", "local")
    assert "8 of 8 workouts begin between midnight and 5:00, and 8 of 8 titles" in log.problems[0].message
    assert {s.start.hour for s in log.sessions} == {3}  # asked, not changed
    settled = read_log(days([TITLES[language]] * 8, 3), tz="America/Los_Angeles", choices={"time_zone": "in UTC"})
    assert {s.start.hour for s in settled.sessions} == {19}
    assert not settled.problems


def test_most_of_a_file_at_night_is_asked_about_without_titles() -> None:
    text = days(["Legs"] * 9, 2) + days(["Legs"] * 4, 18).partition("\n")[2].replace("2026-01", "2026-02")
    log = read_log(text)
    assert asked(log) == ("in UTC", "local")
    assert "9 of 13 workouts" in log.problems[0].message


@pytest.mark.parametrize(
    ("titles", "hour"),
    [
        (["Afternoon Workout"] * 8, 16),
        (["Morning Workout"] * 8, 6),
        (["Legs"] * 8, 5),  # an early bird
        (["Evening Workout"] * 3, 3),  # three are no file
        (["Late night workout"] * 8, 23),
    ],
)
def test_clocks_that_may_be_right_are_not_doubted(titles: list[str], hour: int) -> None:
    log = read_log(days(titles, hour))
    assert asked(log) == ("local", "in UTC")
    assert not log.problems


def test_titles_of_the_morning_in_the_afternoon_are_doubted() -> None:
    pairs = [(dt.datetime(2026, 1, day, 15), "Morning Run") for day in range(1, 8)]
    assert doubt_clock(pairs) == "7 of 7 titles tell another time of day"
    assert doubt_clock([(start, "Lunch Run") for start, _ in pairs]) is not None
    assert doubt_clock([(start, "Afternoon Run") for start, _ in pairs]) is None
