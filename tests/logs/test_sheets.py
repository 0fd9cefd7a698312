"""Spreadsheets as people keep their logs in them: cells mean what their column means."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from legrun.errors import LogFormatError
from legrun.logs import Log, read_log
from legrun.logs.reading import workbook
from legrun.logs.reading.cells import header_of, texts_of
from legrun.logs.reading.table import Table
from legrun.logs.reading.workbook import is_workbook, open_workbook
from tests.logs import shapes
from tests.logs.sheets import Rows, ods, xlsx

Make = Callable[[dict[str, Rows]], bytes]
DAY = dt.date(2030, 5, 14)
RUNS: Rows = [
    ["Date", "Sport", "Duration", "Distance (km)", "RPE"],
    [DAY, "Run", dt.time(0, 42, 30), 7.25, 4],
    [DAY + dt.timedelta(days=2), "Legs", dt.time(1, 5, 0), None, 8],
]


RUNKEEPER: list[list[Any]] = [
    row.split(",")
    for row in (
        "Date,Type,Route Name,Distance (km),Duration,Average Pace,GPX File",
        "2030-05-14 07:00:00,Running,,8.0,44:00,5:30,a.gpx",
    )
]


def guessed(data: bytes, **choices: str) -> Log:
    """Read a table that no app wrote as the mapping form would, untouched."""
    return read_log(data, choices=choices, guess=True)


def tables(data: bytes) -> dict[str, Table]:
    made = {name: sheet.table() for name, sheet in open_workbook(data).items()}
    return {name: table for name, table in made.items() if table is not None}


def only(data: bytes) -> Table:
    (table,) = tables(data).values()
    return table


@pytest.mark.parametrize("make", [xlsx, ods])
def test_a_sheet_is_read_as_its_csv_would_be(make: Make) -> None:
    log = guessed(make({"Log": RUNS}))
    assert [(s.kind, s.start.date(), s.minutes, s.distance_km, s.rpe) for s in log.sessions] == [
        ("run", DAY, 42.5, 7.25, 4),
        ("legs", DAY + dt.timedelta(days=2), 65, None, 8),
    ]
    assert read_log(log.to_csv()).sessions == log.sessions


@pytest.mark.parametrize("since_1904", [False, True])
def test_dates_of_both_epochs(since_1904: bool) -> None:
    moment = dt.datetime(2030, 5, 14, 18, 5)
    rows: Rows = [["When", "Day"], [moment, DAY], [moment.replace(hour=0, minute=0), DAY]]
    # Midnight beside other hours is an hour too.
    assert only(xlsx({"A": rows}, since_1904=since_1904)).rows == [
        ["2030-05-14 18:05:00", "2030-05-14"],
        ["2030-05-14 00:00:00", "2030-05-14"],
    ]


@pytest.mark.parametrize(
    ("cells", "texts"),
    [
        ([dt.time(18, 30), dt.time(7, 0)], ["18:30", "7:00"]),  # times of day
        ([dt.timedelta(hours=45, minutes=12), dt.time(1, 2, 33)], ["45:12", "1:02:33"]),  # 45:12 typed, as hours
        ([dt.timedelta(hours=h, minutes=7) for h in (38, 52, 41)], ["38:07", "52:07", "41:07"]),
        ([dt.time(0, 45, 12), dt.time(1, 30)], ["0:45:12", "1:30:00"]),  # an app's column
        ([dt.time(0, 50), dt.time(1, 5)], ["0:50:00", "1:05:00"]),  # hours and minutes, as typed
        ([dt.timedelta(hours=45, minutes=12), dt.time(1, 5)], ["45:12", "1:05:00"]),
        ([dt.timedelta(hours=26, minutes=1, seconds=5), dt.time(12, 0)], ["26:01:05", "12:00:00"]),  # an ultra
        ([dt.time(6, 0), dt.time(0, 45, 1)], ["6:00:00", "0:45:01"]),
        ([dt.time(17, 59, 59, 999_999)], ["18:00"]),
        ([dt.datetime(1900, 1, 1, 2, 10, 9), dt.datetime(1900, 1, 2, 1, 0, 30)], ["26:10:09", "49:00:30"]),
        ([dt.datetime(1904, 1, 2, 2, 10)], ["26:10"]),
        ([dt.date(1900, 1, 1)], ["24:00"]),
        (["PT26H10M05S", "n/a"], ["26:10:05", "n/a"]),
        ([80.0, 8.125, 1e-5, 2.5e9, True, None, "x"], ["80", "8.125", "0.000010", "2500000000", "TRUE", "", "x"]),
        ([0.1 + 0.2], ["0.3"]),
    ],
)
def test_what_a_cell_means_is_told_by_its_column(cells: list[Any], texts: list[str]) -> None:
    assert texts_of([[cell] for cell in cells], 1) == [[text] for text in texts]


def test_durations_of_more_than_a_day_in_cells_for_times_of_day() -> None:
    rows: Rows = [["Day", "Took"], [DAY, 1.5 + 1 / 86_400], [DAY, 2.0 + 1 / 86_400]]
    for since_1904 in (False, True):
        data = xlsx({"A": rows}, formats={"B2": "h:mm", "B3": "[h]:mm:ss"}, since_1904=since_1904)
        assert [row[1] for row in only(data).rows] == ["36:00:01", "48:00:01"]


@pytest.mark.parametrize("make", [xlsx, ods])
def test_minutes_typed_as_hours_are_minutes(make: Make) -> None:
    rows: Rows = [
        ["Date", "Sport", "Distance (km)", "Time"],
        [DAY, "Run", 8.0, dt.timedelta(hours=45, minutes=12)],
        [DAY + dt.timedelta(days=1), "Run", 12.5, dt.time(1, 10, 33)],
    ]
    assert [round(session.minutes, 2) for session in guessed(make({"A": rows})).sessions] == [45.2, 70.55]


def test_a_header_of_merged_groups_and_a_date_merged_over_its_sets() -> None:
    rows: Rows = [
        ["Training log 2030"],
        [],
        ["Date", "Lift", None, None, "Run", None],
        [None, "Exercise", "Reps", "min", "km", "min"],
        [DAY, "Back squat", 8, None, None, None],
        [None, "Back squat", 8, None, None, None],
        [DAY + dt.timedelta(days=1), None, None, None, 5, 31],
    ]
    table = only(xlsx({"A": rows}, merged=["A1:F1", "A3:A4", "B3:D3", "E3:F3", "A5:A6"]))
    assert table.header == ("Date", "Exercise", "Reps", "Lift min", "km", "Run min")
    assert [row[0] for row in table.rows] == ["2030-05-14", "2030-05-14", "2030-05-15"]
    assert list(table.numbers) == [5, 6, 7]


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ([["a", "b"], ["c", "d"], [1.0, 2.0]], ("a", "b")),  # texts below a whole header are rows
        ([["Plan", ""], ["", ""], ["Date", "km"], ["x", 1.0]], ("Date", "km")),
        ([["Date", "km", ""], ["x", 1.0, ""]], ("Date", "km")),
        ([[2030.0, "km"], ["x", 1.0]], ("2030", "km")),
        ([["only"]], ("only",)),
        ([[""]], ()),
        ([], ()),
    ],
)
def test_where_the_header_stands(rows: list[list[Any]], header: tuple[str, ...]) -> None:
    assert header_of(rows, [])[0] == header


@pytest.mark.parametrize("make", [xlsx, ods])
def test_the_sheet_that_is_a_log_is_read_and_the_others_are_named(make: Make) -> None:
    notes = [["Note", "Who"], ["nothing", "me"]]
    data = make({"Notes": notes, "Runs": RUNKEEPER, "Plan": RUNKEEPER})
    log = read_log(data, name="me.xlsx")
    assert (log.format, len(log.sessions)) == ("Runkeeper", 1)
    assert log.problems[0].message == "Only the sheet “Runs” was read. Not read: “Notes”, “Plan”."
    assert log.assumptions[0].key == "sheet"
    assert {"Notes", "Runs", "Plan"} < set(log.assumptions[0].options)
    other = read_log(data, name="me.xlsx", choices={"sheet": "Plan"})
    assert (other.assumptions[0].value, other.assumptions[0].reason) == ("Plan", "chosen by you")
    (both,) = [option for option in log.assumptions[0].options if "and “Plan”" in option]
    assert read_log(data, name="me.xlsx", choices={"sheet": both}).assumptions[0].value == both


def test_sheets_of_an_app_for_each_year_are_one_log() -> None:
    later = [RUNKEEPER[0], ["2031-05-14 07:00:00", *RUNKEEPER[1][1:]]]
    log = read_log(xlsx({"2030": RUNKEEPER, "2031": later}), "me.xlsx")
    assert [session.start.year for session in log.sessions] == [2030, 2031]
    assert not log.problems


def test_of_sheets_that_nobody_knows_the_one_with_dates_is_shown() -> None:
    data = xlsx({"Contents": [["Page", "Title"], [1, "x"]], "Log": RUNS, "Secret": RUNS}, hidden=["Secret"])
    with pytest.raises(LogFormatError, match="Of 3 sheets, “Log” is shown") as caught:
        read_log(data)
    assert caught.value.table.header[0] == "Date"
    assert list(tables(data)) == ["Contents", "Log", "Secret"]


@pytest.mark.parametrize("name", ["log.xlsx", "log.ods", "log.xls", ""])
def test_a_sheet_that_nobody_knows_is_shown_whatever_its_file_is_called(name: str) -> None:
    with pytest.raises(LogFormatError, match="not an export that legrun knows") as refused:
        read_log(xlsx({"Log": RUNS}), name)
    assert refused.value.table is not None
    assert refused.value.table.header == tuple(RUNS[0])


def test_a_sheet_of_totals_hides_no_log() -> None:
    months: Rows = [["Month", "Runs", "km"], ["Jan", 12, 120], ["Feb", 10, 99]]
    for sheets in ({"Sum": months, "Log": RUNS}, {"Log": RUNS, "Sum": months}):
        assert [s.kind for s in guessed(xlsx(sheets)).sessions] == ["run", "legs"]


def test_hidden_sheets_come_last() -> None:
    assert list(tables(xlsx({"Old": RUNS, "Log": RUNS}, hidden=["Old"]))) == ["Log", "Old"]


def sheet_of(text: str) -> Rows:
    """Return a CSV as a spreadsheet that opened it holds it: numbers as numbers."""

    def cell(text: str) -> Any:
        try:
            return float(text)
        except ValueError:
            return text

    import csv

    return [[cell(text) for text in row] for row in csv.reader(io.StringIO(text))]


@pytest.mark.parametrize("make", [xlsx, ods])
@pytest.mark.parametrize("shape", sorted(shapes.EVERY))
def test_exports_that_were_saved_as_a_spreadsheet(make: Make, shape: str) -> None:
    text = shapes.EVERY[shape]
    if ";" in "".join(text.split("\n")[:4]):
        pytest.skip("parted by semicolons, which a spreadsheet asks about")
    straight, sheet = read_log(text), read_log(make({"Export": sheet_of(text)}))
    assert sheet.sessions == straight.sessions
    assert sheet.sleep_h == straight.sleep_h


@pytest.mark.parametrize("make", [xlsx, ods])
def test_our_own_csv_as_a_spreadsheet(make: Make) -> None:
    log = read_log(shapes.STRAVA)
    assert read_log(make({"legrun": sheet_of(log.to_csv())})).sessions == log.sessions


def test_a_zip_may_hold_a_spreadsheet() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("log/activities.xlsx", xlsx({"A": sheet_of(shapes.STRAVA)}))
    assert read_log(out.getvalue(), name="a.zip").sessions == read_log(shapes.STRAVA).sessions


def patched(data: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == member else content)
    return out.getvalue()


SHEET1 = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    "data",
    [
        patched(xlsx({"A": RUNS}), SHEET1, lambda xml: xml.replace(b'"A3"', b'"XFD1048576"')),
        patched(xlsx({"A": RUNS}), SHEET1, lambda xml: xml.replace(b'r="A3"', b"r  =  'zz99999'")),
        patched(ods({"A": RUNS}), "content.xml", lambda xml: xml.replace(b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1000000">')),
        patched(
            ods({"A": RUNS}),
            "content.xml",
            lambda xml: xml.replace(b'<table:table-cell office:value-type="string"', b'<table:table-cell table:number-columns-repeated="900000000" office:value-type="string"', 1),
        ),
    ],
    ids=["far cell", "far cell, written oddly", "rows repeated", "cells repeated"],
)  # fmt: skip
def test_what_is_small_as_a_file_and_vast_in_memory_is_refused(data: bytes) -> None:
    assert len(data) < 1_000_000
    with pytest.raises(LogFormatError, match="larger than a training log needs"):
        read_log(data, name="a.xlsx")


def test_limits_of_size_and_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    data = xlsx({"A": RUNS})
    with pytest.raises(LogFormatError, match="more than 1 rows"):
        open_workbook(data, max_rows=1)
    with pytest.raises(LogFormatError, match="larger than"):
        open_workbook(data, max_bytes=100)
    monkeypatch.setattr(workbook, "MAX_SHEETS", 1)
    long = patched(data, SHEET1, lambda xml: xml.replace(b"</sheetData>", b" " * 3_000_000 + b"</sheetData>"))
    assert len(open_workbook(long)) == 1
    assert list(tables(xlsx({"A": RUNS, "B": RUNS}))) == ["A"]
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 2_000_000)
    with pytest.raises(LogFormatError, match="larger than a training log needs"):
        open_workbook(long)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (xlsx({"A": []}), "No sheet"),
        (xlsx({"A": [["Date", "km"]]}), "No sheet"),
        (patched(xlsx({"A": RUNS}), SHEET1, lambda xml: xml[:200]), "damaged or locked"),
        (patched(xlsx({"A": RUNS}), "xl/workbook.xml", lambda xml: b"<x"), "damaged or locked"),
        (patched(ods({"A": RUNS}), "content.xml", lambda xml: xml[:-30]), "damaged or locked"),
        (b"PK\x03\x04 no zip", "damaged"),
        (b"plain text, no sheet\n1,2\n", "damaged"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(LogFormatError, match=words):
        read_log(data, name="log.xlsx")


def test_a_panic_of_the_library_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    class Panic(BaseException):
        """What a panic of Rust arrives as."""

    def panics(data: bytes) -> None:
        raise Panic

    monkeypatch.setattr(workbook, "_sheets", panics)
    with pytest.raises(LogFormatError, match="damaged or locked"):
        tables(xlsx({"A": RUNS}))


def test_formulas_give_their_values() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx({"A": RUNS})))
    book.active["D3"] = "=1+1"  # a formula that nothing has worked out yet
    out = io.BytesIO()
    book.save(out)
    assert only(out.getvalue()).rows[1][3] == ""


def test_only_spreadsheets_are_taken_for_one() -> None:
    assert is_workbook(xlsx({"A": RUNS}))
    assert is_workbook(ods({"A": RUNS}))
    assert not is_workbook(b"PK\x03\x04")
    assert not is_workbook("PK\x03\x04")
