"""Dates, durations, numbers and units as apps write them."""

from __future__ import annotations

import datetime as dt

import pytest

from legrun.logs.fields.dates import find_zone, parse_moments
from legrun.logs.fields.durations import parse_duration
from legrun.logs.fields.numerals import decimal_mark, parse_number, parse_numbers
from legrun.logs.fields.units import weight_unit
from legrun.logs.reading.text import clean, fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-11-28 17:36:08", "2024-11-28 17:36:08"),
        ("2025-12-22 08:00", "2025-12-22 08:00:00"),
        ("2026-08-22T17:13:34", "2026-08-22 17:13:34"),
        ("2026/08/11", "2026-08-11 00:00:00"),
        ("8 Apr 2026, 16:50", "2026-04-08 16:50:00"),
        ("5 Mai 2026, 07:34", "2026-05-05 07:34:00"),
        ("3 Set 2025, 07:34", "2025-09-03 07:34:00"),
        ("12 Out 2025, 07:34", "2025-10-12 07:34:00"),
        ("7 Fev 2025, 07:34", "2025-02-07 07:34:00"),
        ("1 Ago 2025, 07:34", "2025-08-01 07:34:00"),
        ("24 Dez 2025, 07:34", "2025-12-24 07:34:00"),
        ("3 févr. 2025, 16:50", "2025-02-03 16:50:00"),
        ("3 avr. 2025, 16:50", "2025-04-03 16:50:00"),
        ("3 juin 2025, 16:50", "2025-06-03 16:50:00"),
        ("3 juil. 2025, 16:50", "2025-07-03 16:50:00"),
        ("3 août 2025, 16:50", "2025-08-03 16:50:00"),
        ("3 déc. 2025 à 16:50", "2025-12-03 16:50:00"),
        ("8. März 2026, 16:50", "2026-03-08 16:50:00"),
        ("8. Okt. 2026, 16:50", "2026-10-08 16:50:00"),
        ("8 ene 2026, 16:50", "2026-01-08 16:50:00"),
        ("mar, 3 jun 2025, 16:50", "2025-06-03 16:50:00"),
        ("8 de mai. de 2026 às 07:34", "2026-05-08 07:34:00"),
        ("8 gen 2026, 16:50", "2026-01-08 16:50:00"),
        ("8 lug 2026, 16:50", "2026-07-08 16:50:00"),
        ("23 jun. 2017 15:52:12", "2017-06-23 15:52:12"),
        ("3 mrt. 2017 15:52:12", "2017-03-03 15:52:12"),
        ("3 paź 2024 15:52", "2024-10-03 15:52:00"),
        ("2. listopada 2026. 15:52", "2026-10-02 15:52:00"),
        ("2 listopada 2026 15:52", "2026-11-02 15:52:00"),
        ("2. listopadu 2026 15:52", "2026-11-02 15:52:00"),
        ("Jun 11, 2026, 1:01 PM", "2026-06-11 13:01:00"),
        ("Jun 11, 2026, 12:05\u202fAM", "2026-06-11 00:05:00"),
        ("Nov 4, 2023, 3:02:23 PM", "2023-11-04 15:02:23"),
        ("09.12.2022, 15:24:49", "2022-12-09 15:24:49"),
        ("1.4.2024", "2024-04-01 00:00:00"),
        ("2026年4月8日 16:50", "2026-04-08 16:50:00"),
        ("2026年4月8日 下午4:50", "2026-04-08 16:50:00"),
        ("2026年4月8日(水) 16:50", "2026-04-08 16:50:00"),
        ("2026年4月8日 星期三 16:50", "2026-04-08 16:50:00"),
        ("2026년 4월 8일 수요일 오후 4:50", "2026-04-08 16:50:00"),
    ],
)
def test_dates(text: str, expected: str) -> None:
    assert str(parse_moments([text]).values[text]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "31 Feb 2026, 10:00",
        "2026-13-01",
        "0001-01-01 00:00",
        "264h 1m",
        "8 Apr 2026, 25:00",
        "=1+1",
        "9" * 300_000,
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_moments([text]).values[text] is None


def test_day_and_month_are_told_apart_by_the_whole_column() -> None:
    assert parse_moments(["03/04/2026 10:00", "13/04/2026 10:00"]).order == "dmy"
    assert parse_moments(["03/04/2026 10:00", "04/13/2026 10:00"]).order == "mdy"
    by_sequence = parse_moments(["01/02/2026", "02/03/2026", "03/01/2026", "04/02/2026"])
    assert (by_sequence.order, by_sequence.order_sure) == ("mdy", True)
    open_question = parse_moments(["03/04/2026", "05/04/2026"])
    assert (open_question.order, open_question.order_sure) == ("dmy", False)
    assert parse_moments(["03/04/2026"], order="mdy").values["03/04/2026"] == dt.datetime(2026, 3, 4)


def test_times_with_an_offset_go_to_the_zone_of_the_user() -> None:
    text = "2022-01-05 22:06:49 +0000"
    assert parse_moments([text]).values[text] == dt.datetime(2022, 1, 5, 22, 6, 49)
    there = parse_moments([text], zone=find_zone("America/New_York"))
    assert there.values[text] == dt.datetime(2022, 1, 5, 17, 6, 49)
    assert there.with_offset


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2h 18m", 138),
        ("31m", 31),
        ("1h", 60),
        ("0s", 0),
        ("21min", 21),
        ("1h 3min", 63),
        ("1小时29分钟", 89),
        ("1小时", 60),
        ("264h 1m", 15841),
        ("1 Std. 5 Min.", 65),
        ("1 h 3 min", 63),
        ("0:09:21", 9.35),
        ("~45 min", 45),
        ("1h+", 60),
        ("45-50 min", 47.5),
        ("1 to 1.5 h", 75),
        ("half an hour", 30),
        ("Une heure et demie", 90),
        ("dreiviertelstunde", 45),
        ("an hour or so", None),
        ("50-45 min", None),
        ("90", None),
        ("1:30", None),
        ("-5m", None),
        ("5 parsecs", None),
        ("", None),
    ],
)
def test_durations(text: str, minutes: float | None) -> None:
    assert parse_duration(text) == (None if minutes is None else pytest.approx(minutes))


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("8.5", ".", 8.5),
        ("8,5", ",", 8.5),
        ("1,037", ".", 1037),
        ("1.037,5", ",", 1037.5),
        ("1'037.5", ".", 1037.5),
        ("1.2E-4", ".", 0.00012),
        (" 12 ", ".", 12),
        ("NaN", ".", None),
        ("inf", ".", None),
        ("1e999", ".", None),
        ("1_000", ".", None),
        ("=1+1", ".", None),
        ("12abc", ".", None),
    ],
)
def test_numbers(text: str, decimal: str, number: float | None) -> None:
    assert parse_number(text, decimal) == number


def test_decimal_marks_by_the_column() -> None:
    assert decimal_mark(["10", "3,40", "1,005"]) == ","
    assert decimal_mark(["1,037", "2,000"]) == "."
    assert parse_numbers(["--", "", "x"]).bad == {"x"}


def test_weight_fingerprints() -> None:
    assert weight_unit([44.09245243697551, 110.23113109243879, 45.0]) == ("lb", 2)
    assert weight_unit([20.41165665, 6.80388555]) == ("kg", 2)
    assert weight_unit([20, 22.5, 61.25]) is None


def test_names_are_plain_text() -> None:
    assert clean("<b>Legs</b>\x07\u202e\n day 🏋️") == "<b>Legs</b> day 🏋️"
    assert len(clean("x" * 300_000)) == 80
    assert fold("Elevação Pélvica (Barra)") == "elevacao pelvica barra"
