"""The list of a morning as CSV, as a workbook and on paper."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from legrun.report.listing import list_csv, list_html, list_rows, list_xlsx
from legrun.roster import ClientDay, Morning
from tests.roster.rosters import NOW, SAMPLE_NOW, roster, row_of, sample_rows

FORMULA = '"=HYPERLINK(""http://x"",""Ana"")"'


@pytest.fixture(scope="module")
def rows() -> list[Morning]:
    return list(sample_rows().values())


def test_every_client_is_in_each(rows: list[Morning]) -> None:
    listed = list_rows(rows)
    table = list(csv.reader(io.StringIO(list_csv(rows).decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(list_xlsx(rows, SAMPLE_NOW))).active
    assert table[0] == [cell.value for cell in sheet[1]] == list(listed[0])
    names = [row.day.name for row in rows]
    assert [row[0] for row in table[1:]] == [cell.value for cell in sheet["A"][1:]] == names
    page = list_html(rows, SAMPLE_NOW)
    assert all(name.replace("'", "&#39;") in page for name in names)


def test_numbers_are_numbers_and_texts_no_formulas() -> None:
    team = roster(
        f"session,{FORMULA},legs,2026-03-03T18:00,60,8,,,,",
        f"check_in,{FORMULA},,2026-03-04T06:30,,,,6.5,7,+calf <b>tight</b>",
    )
    rows = [Morning.of(ClientDay.of(team, 0, NOW))]
    sheet = openpyxl.load_workbook(io.BytesIO(list_xlsx(rows, NOW))).active
    cells = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (cells["Sore"].value, cells["Sleep, h"].value) == (6.5, 7)
    assert cells["Client"].value.startswith("=HYPERLINK")
    assert all(cell.data_type != "f" for cell in sheet[2])
    assert cells["Client"].quotePrefix
    line = next(csv.reader(io.StringIO(list_csv(rows).decode("utf-8-sig").partition("\n")[2])))
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in line)
    assert "<b>tight" not in list_html(rows, NOW)


def test_without_a_check_in_no_score_is_listed() -> None:
    silent = roster("session,Ana,legs,2026-03-03T18:00,60,8,,,,")
    cells = list_rows([row_of(silent)])[0]
    assert (cells["Recovery"], cells["Sore"], cells["To do"]) == (None, None, "Ask for a check-in")
