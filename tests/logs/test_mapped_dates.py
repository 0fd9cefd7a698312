"""Dates and clocks of unknown tables, as people and programs write them."""

from __future__ import annotations

import datetime as dt

import pytest

from legrun.errors import LogFormatError
from legrun.logs.fields.dates import parse_moments
from tests.logs.guessed import guessed, sessions

AT_SIX = dt.datetime(2026, 3, 2, 18, 4)


@pytest.mark.parametrize(
    "text",
    [
        "02/03/2026 à 18:04",
        "02/03/2026 18h04",
        "02/03/2026, kl. 18.04",
        "02/03/2026 a las 18:04",
        "02/03/2026 alle ore 18:04",
        "02/03/2026 om 18:04",
        "2 mars 2026 à 18h04",
        "lundi 2 mars 2026 18:04",
        "Mo., 02.03.2026 um 18:04 Uhr",
        "02.03.2026 - 18:04",
        "02-03-2026 | 18:04",
        "2026-03-02T18:04:00.000",
        "2026-03-02 18:04:00.123456",
        "2026/03/02 6:04 PM",
        "2026-03-02 at 6:04pm",
        "March 2, 2026 at 6:04 PM",
        "Mon Mar 02 2026 18:04:00",
        "Mon Mar 02 2026 18:04:00 GMT+0100 (Central European Standard Time)",
        "Mon, 02 Mar 2026 18:04:00 GMT",
        "2-Mar-26 18:04",
        "20260302T180400",
        "20260302 18:04",
        "202603021804",
        "2026年3月2日 18:04",
        "2026-03-02T18:04:00+01:00[Europe/Berlin]",
        "2026-03-02 18:04:00+00",
        "2026-03-02 18:04:00 UTC+0100",
        "46083.752777777778",
        "46083,752777777778",
    ],
)
def test_a_day_and_its_clock(text: str) -> None:
    moments = parse_moments([text], order="dmy")
    assert moments.values[text] == AT_SIX
    assert not moments.dates_only


# dateparser 1.5.0 drops such hours or takes them for a day of the month: findings/dateparser_hour_without_minutes.sh.
@pytest.mark.parametrize(
    "day",
    ["2. M\u00e4rz 2026", "lundi 2 mars 2026", "2 de mar\u00e7o de 2026", "March 2, 2026", "02.03.2026", "2026-03-02"],
)
@pytest.mark.parametrize(
    "hour",
    [
        "18 Uhr",
        ", 18 Uhr",
        " um 18 Uhr",
        "\u00e0 18h",
        "18 h",
        "18 heures",
        "18 hs",
        "18 horas",
        "ore 18",
        "18 uur",
        "kl. 18",
        "klo 18",
        "6 pm",
        "- 18h",
    ],
)
def test_a_day_and_an_hour_without_minutes(day: str, hour: str) -> None:
    text = f"{day} {hour}"
    assert parse_moments([text], order="dmy").values[text] == dt.datetime(2026, 3, 2, 18)


@pytest.mark.parametrize(
    "text", ["2 mars 2026 18 h 30", "2 mars 2026 \u00e0 18h30", "02.03.2026 18 h 30", "2. M\u00e4rz 2026, 18.30 Uhr"]
)
def test_an_hour_with_minutes_apart(text: str) -> None:
    assert parse_moments([text], order="dmy").values[text] == dt.datetime(2026, 3, 2, 18, 30)


@pytest.mark.parametrize(
    "text", ["2 mars 2026 18", "2 mars 2026 semaine 10", "2 mars 2026 x 3", "2 mars 2026 25h", "2 mars 2026 18 km"]
)
def test_a_number_after_a_day_is_no_hour_by_itself(text: str) -> None:
    assert parse_moments([text], order="dmy").values[text] is None


@pytest.mark.parametrize(
    "text",
    [
        "2-Mar-26",
        "02-MAR-26",
        "2 Mar 26",
        "Mar 2, '26",
        "20260302",
        "2026-W10-1",
        "46083",
        "Mo 02.03.2026",
        "Monday, March 2nd, 2026",
        "2 de marzo de 2026",
        "02.03.26",
        "2026-03-02T00:00:00Z",
        "3/2/2026 0:00",
        "2026-03-02 00:00:00",
    ],
)
def test_a_day_alone(text: str) -> None:
    moments = parse_moments([text], order="mdy", zone=dt.timezone(dt.timedelta(hours=-5)))
    assert moments.values[text] == dt.datetime(2026, 3, 2)
    assert moments.dates_only


@pytest.mark.parametrize(
    "text", ["5:30", "8/8", "3x8", "80", "12345678", "1-2-3", "legs 3 mar 8", "2026-13-02", "20261302"]
)
def test_what_is_no_date(text: str) -> None:
    assert parse_moments([text]).values[text] is None


def test_numbers_are_days_only_where_a_column_holds_nothing_else() -> None:
    assert parse_moments(["46083", "46084"]).values["46083"] == dt.datetime(2026, 3, 2)
    assert parse_moments(["46083", "2026-03-03"]).values["46083"] is None
    assert parse_moments(["46083", "120"]).values["46083"] is None


def test_the_order_in_which_the_dates_lie_close_together_is_likelier() -> None:
    moments = parse_moments(["3/2/26", "3/4/26", "3/7/26"])
    assert (moments.order, moments.order_sure) == ("mdy", False)


def test_another_column_may_prove_the_order() -> None:
    text = "Submitted,Date,Sport,Min\n3/19/2026,3/2/2026,Run,40\n3/19/2026,4/4/2026,Legs,60\n"
    assert [s.start.month for s in guessed(text).sessions] == [3, 4]


@pytest.mark.parametrize(
    ("table", "first"),
    [
        ("Date,Sport,Min\nMon 03/02/2025,Run,40\n", "2025-02-03"),
        ("Date,Sport,Min\n03/02/2025 (Mon),Run,40\n", "2025-02-03"),
        ("Date,Sport,Min\n2/3/25 Mon 18:04,Run,40\n", "2025-02-03"),
        ('Date,Sport,Min\n"Sunday, 03/02/2025",Run,40\n', "2025-03-02"),
        ('Data,Sport,Min\n"segunda-feira, 03/02/2025",Corrida,40\n', "2025-02-03"),
        ("日付,Sport,Min\n03/02/2025（月）,Run,40\n", "2025-02-03"),
        ("Jour,Date,Sport,Min\nlundi,03/02/2025,Course,40\n", "2025-02-03"),
        ("Date,Weekday,Sport,Min\n02/03/2025,Mon,Run,40\n02/05/2025,Wed,Legs,60\n", "2025-02-03"),
        ("Date,Logged,Sport,Min\n03/02/2025,2025-02-03 20:00,Run,40\n", "2025-02-03"),
        ("Date,Synced,Sport,Min\n03/02/2025,4 Mar 2025,Run,40\n", "2025-03-02"),
    ],
)
def test_what_stands_beside_dates_may_prove_the_order(table: str, first: str) -> None:
    log = guessed(table)
    assert f"{log.sessions[0].start:%Y-%m-%d}" == first
    assert [each.key for each in log.assumptions].count("date_order") == 1
    assert not log.questions


def test_weekdays_that_contradict_each_other_prove_nothing() -> None:
    (question,) = guessed("Date,Sport,Min\nMon 03/02/2025,Run,40\nMon 02/03/2025,Legs,60\n").questions
    assert question.key.startswith("date_order")


@pytest.mark.parametrize(
    ("date", "noted"), [("Mon 2025-02-03", False), ("Mon 2025-02-05", True), ("Di 05.02.2025", True)]
)
def test_a_weekday_that_is_another_days_is_noted(date: str, noted: bool) -> None:
    log = guessed(f"Date,Sport,Min\n{date},Run,40\n")
    assert [f"{date}”: the weekday" in problem.message for problem in log.problems] == [True] * noted
    assert log.sessions[0].start.day in (3, 5)


@pytest.mark.parametrize(
    ("texts", "sure"),
    [
        (["11/08/2026", "11/12/2026"], True),  # the day first, 11 December would be still to come
        (["12/05/2026", "12/07/2026"], False),  # what is planned for December lies ahead too
        (["10/08/2026", "10/11/2026"], False),
    ],
)
def test_an_order_that_leads_into_the_future_is_not_that_of_a_log(texts: list[str], sure: bool) -> None:
    moments = parse_moments(texts, today=dt.date(2026, 11, 30))
    assert (moments.order, moments.order_sure) == ("mdy", sure)


@pytest.mark.parametrize(
    ("text", "calendar"),
    [
        ("令和7年3月2日", "Japanese eras"),
        ("R7.3.2", "Japanese eras"),
        ("民國114年3月2日", "years of the Republic of China"),
        ("114/03/02", "years of the Republic of China"),
        ("2 มี.ค. 2568", "Buddhist era"),
        ("2 มีนาคม 68", "Buddhist era"),
        ("2568-03-02", "Buddhist era"),
        ("1403/12/12", "Persian"),
        ("۱۴۰۳/۱۲/۱۲", "Persian"),
        ("２０２５/０３/０２", ""),
    ],
)
def test_dates_of_other_calendars(text: str, calendar: str) -> None:
    moments = parse_moments([text])
    assert moments.values[text] == dt.datetime(2025, 3, 2)
    assert moments.calendar == calendar


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["26-03-02", "26-03-14"], "2026-03-02"),
        (["26/03/02 18:04", "26/03/05 07:00"], "2026-03-02"),
        (["26.03.02", "26.03.05"], "2026-03-02"),
        (["15-03-02", "15-03-30"], "2015-03-02"),
        (["12.03.25", "12.03.26"], "2025-03-12"),
        (["25.03.26", "26.03.26"], "2026-03-25"),
    ],
)
def test_years_of_two_digits_may_stand_first(texts: list[str], first: str) -> None:
    moments = parse_moments(texts, today=dt.date(2026, 11, 30))
    assert [f"{moments.values[text]:%Y-%m-%d}" for text in texts[:1]] == [first]
    assert moments.order_sure


def test_the_calendar_of_dates_is_said() -> None:
    log = guessed("Date,Sport,Min\n14/03/2568,Run,40\n")
    assert [s.start.date() for s in log.sessions] == [dt.date(2025, 3, 14)]
    assert [each.value for each in log.assumptions if each.key == "calendar"] == ["Buddhist era"]


@pytest.mark.parametrize(("text", "says"), [("1446/09/02", "Islamic"), ("2/3/68", "two digits")])
def test_years_that_nobody_can_tell_are_refused_with_a_sentence(text: str, says: str) -> None:
    with pytest.raises(LogFormatError, match=says):
        guessed(f"Date,Sport,Min\n{text},Run,40\n")


@pytest.mark.parametrize(
    ("persian", "ours"),
    [
        ("1375-01-01", "1996-03-20"),
        ("1399-12-30", "2021-03-20"),
        ("1400-01-01", "2021-03-21"),
        ("1403-07-01", "2024-09-22"),
        ("1404-01-01", "2025-03-21"),
    ],
)
def test_persian_years_begin_at_the_equinox(persian: str, ours: str) -> None:
    assert parse_moments([persian]).values[persian] == dt.datetime.fromisoformat(ours)
    assert parse_moments(["1404-12-30"]).values["1404-12-30"] is None


def test_an_order_that_nothing_proves_is_asked_about() -> None:
    text = "Date,Sport,Min\n03/04/2026,Run,40\n05/06/2026,Legs,60\n"
    (question,) = guessed(text).questions
    assert [reading.value for reading in question.readings] == ["day/month", "month/day"]
    assert not guessed(text, **question.readings[1].choices).questions


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("date", ("20260302", "20260304")),
        ("Date", ("2-Mar-26", "4-Mar-26")),
        ("DATE", ("02-MAR-26", "04-MAR-26")),
        ("Datum", ("46083", "46085")),
        ("day", ("Mon 2 March 2026", "Wed 4 March 2026")),
        ("workout_date", ("2026-03-02 00:00:00", "2026-03-04 00:00:00")),
        ("timestamp", ("1772409600", "1772582400")),
    ],
)
def test_sessions_by_their_day(header: str, cells: tuple[str, str]) -> None:
    text = f"{header};activity;minutes\n{cells[0]};Run;40\n{cells[1]};Legs;60\n"
    assert [(s.kind, s.start.date()) for s in guessed(text).sessions] == [
        ("run", dt.date(2026, 3, 2)),
        ("legs", dt.date(2026, 3, 4)),
    ]


def test_rows_without_a_clock_among_others_are_at_the_usual_hour() -> None:
    text = "Date,Time,Activity,Min\n2026-03-02,07:10,Run,40\n2026-03-04,,Legs,60\n"
    assert sessions(text) == ["run 02 07:10 40min", "legs 04 60min"]
    assert [s.start.hour for s in guessed(text).sessions] == [7, 18]


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (("2026-03-02T23:08:00Z", "2026-03-04T12:10:00Z"), ("2026-03-02T23:53:00Z", "2026-03-04T13:10:00Z")),
        (("2026-03-02 23:08:00+00", "2026-03-04 12:10:00+00"), ("2026-03-02 23:53:00+00", "2026-03-04 13:10:00+00")),
        (
            ("2026-03-02T18:08:00-05:00", "2026-03-04T07:10:00-05:00"),
            ("2026-03-02T18:53:00-05:00", "2026-03-04T08:10:00-05:00"),
        ),
        (("1772492880", "1772626200"), ("1772495580", "1772629800")),
    ],
)
def test_a_length_depends_on_no_zone(starts: tuple[str, str], ends: tuple[str, str]) -> None:
    text = "start,end,activity\n" + "".join(
        f"{start},{end},{kind}\n" for start, end, kind in zip(starts, ends, ("Run", "Legs"), strict=True)
    )
    assert sessions(text, "America/New_York") == ["run 02 18:08 45min", "legs 04 07:10 60min"]


def test_a_known_export_is_asked_about_likewise() -> None:
    rows = "".join(
        f"2026-03-{day:02d} 03:10:00,Afternoon Workout,55m,Squat (Barbell),{n},80,8,0,0,\n"
        for day in range(2, 9)
        for n in range(1, 6)
    )
    text = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n" + rows
    (question,) = guessed(text, "America/New_York").questions
    assert [reading.value for reading in question.readings] == ["local", "in UTC"]
    answered = guessed(text, "America/New_York", **question.readings[1].choices)
    assert not answered.questions
    assert {s.start.hour for s in answered.sessions} == {22}


@pytest.mark.parametrize(
    ("header", "month"),
    [
        ("Date (MM/DD/YYYY)", 2), ("Date [MDY]", 2), ("Date M/D/YY", 2), ("Date (dd/mm)", 3), ("Datum (TT.MM.JJJJ)", 3),
        ("Data (gg/mm/aaaa)", 3),
    ],
)  # fmt: skip
def test_a_header_that_writes_the_order_of_day_and_month_settles_it(header: str, month: int) -> None:
    log = guessed(f"{header},Session,Min\n02/03/2026,Run,40\n04/03/2026,Legs,60\n")
    assert [each.start.month for each in log.sessions] == [month, 4 if month == 2 else 3]
    assert not log.questions


def test_dates_that_a_header_cannot_be_true_of_are_read_as_they_must_be() -> None:
    log = guessed("Date (mm/dd),Session,Min\n02/03/2026,Run,40\n14/03/2026,Legs,60\n")
    assert [each.start.month for each in log.sessions] == [3, 3]
