"""Spreadsheets with more on a sheet than a header and rows."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl

from legrun.logs import read_log


def book(sheets: dict[str, list[list[object]]]) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def day(number: int) -> dt.date:
    return dt.date(2026, 3, number)


def read(sheets: dict[str, list[list[object]]]) -> list[tuple[str, int, float]]:
    log = read_log(book(sheets), "log.xlsx", guess=True)
    return [(session.kind, session.start.day, session.minutes) for session in log.sessions]


def test_a_title_units_and_a_sum() -> None:
    rows: list[list[object]] = [
        ["Trainingstagebuch 2026"], [], ["Datum", "Einheit", "Dauer", "Strecke", "RPE"], [None, None, "min", "km", "0-10"],
        [day(2), "Laufen", 40, 7.5, 4], [day(4), "Beine", 60, None, 8], [None, "Summe", 100, 7.5, None],
    ]  # fmt: skip
    assert read({"2026": rows}) == [("run", 2, 40), ("legs", 4, 60)]


def test_two_tables_below_titles_side_by_side() -> None:
    rows: list[list[object]] = [
        ["Runs", None, None, None, "Gym"], ["Date", "km", "min", None, "Date", "Focus", "min"],
        [day(2), 7.5, 40, None, day(4), "Legs", 60], [day(5), 8, 45, None, day(6), "Upper", 50],
    ]  # fmt: skip
    assert read({"Log": rows}) == [("run", 2, 40), ("legs", 4, 60), ("run", 5, 45), ("upper", 6, 50)]


def test_a_sheet_called_sleep_holds_nights() -> None:
    log = read_log(
        book(
            {"Training": [["Date", "Sport", "Min"], [day(2), "Run", 40]], "Sleep": [["Date", "Hours"], [day(2), 7.5]]}
        ),
        "log.xlsx",
        guess=True,
    )
    assert dict(log.sleep_h) == {day(2): 7.5}
    assert len(log.sessions) == 1
