"""Bytes to a table: nothing is lost, nothing raises but LogFormatError."""

from __future__ import annotations

import pytest

from legrun.errors import LogFormatError
from legrun.logs.reading import table
from legrun.logs.reading.quick import split_regular
from legrun.logs.reading.table import read_table

TEXT = "Date;Übung;Gewicht\n2026-01-02;Kniebeuge “tief”;8,5\n"
ROW = ["2026-01-02", "Kniebeuge “tief”", "8,5"]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings_give_the_same_table(data: bytes, encoding: str) -> None:
    table = read_table(data)
    assert table.header == ("Date", "Übung", "Gewicht")
    assert table.rows == [ROW]
    assert table.encoding == encoding
    assert not table.problems


def test_utf8_with_one_broken_byte_stays_utf8() -> None:
    table = read_table("a,b\nÜbung,läuft\n".encode() + b"\xff,x\n")
    assert table.rows[0] == ["Übung", "läuft"]
    assert "decoded" in table.problems[0].message


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_counted_in_the_header(delimiter: str) -> None:
    text = f"a{delimiter}b{delimiter}c\n1,5{delimiter}--{delimiter}--\n" if delimiter != "," else "a,b,c\n1,--,--\n"
    assert read_table(text).delimiter == delimiter


def test_excels_separator_line_is_a_hint() -> None:
    table = read_table("sep=;\na;b\n1;2\n")
    assert (table.header, table.rows, list(table.numbers)) == (("a", "b"), [["1", "2"]], [3])


def test_row_numbers_count_blank_lines_and_notes_with_breaks_as_a_spreadsheet_does() -> None:
    table = read_table('\n\na,b\n1,"two\nlines"\n\n3,4\n')
    assert table.rows == [["1", "two\nlines"], ["3", "4"]]
    assert list(table.numbers) == [4, 6]


def test_headers_lose_html_and_bom_and_may_repeat() -> None:
    table = read_table('\ufeffDistance,"<span class=""x"" title=""y"">Jump Count</span>",Distance\n1,2,3\n')
    assert table.keys == ("distance", "jump count", "distance")
    assert table.find("Jump Count") == 1
    assert table.column(2) == ["3"]


def test_ragged_rows_are_kept() -> None:
    table = read_table("a,b,c\n1\n1,2,3,4\n\n1,2,3\n")
    assert table.rows == [["1"], ["1", "2", "3", "4"], ["1", "2", "3"]]
    assert table.column(2) == ["", "3", "3"]


def test_an_unclosed_quote_costs_one_row_not_the_rest() -> None:
    lines = [f'"w{n}",{n},x' for n in range(1, 50)]
    lines[9] = '"w10,10,x'
    table = read_table("a,b,c\n" + "\n".join(lines) + "\n")
    assert len(table.rows) == 48
    assert [problem.row for problem in table.problems] == [11]
    assert table.rows[9][0] == "w11"
    assert table.numbers[9] == 12


def test_backslash_escaped_quotes_are_read() -> None:
    assert read_table('a,b,c\n1,"said \\"go\\", then",3\n').rows == [["1", 'said "go", then', "3"]]


def test_nul_bytes_are_skipped_and_said() -> None:
    table = read_table(b"a,b\n1\x00,2\n")
    assert table.rows == [["1", "2"]]
    assert "NUL" in table.problems[0].message


def test_a_cell_of_300_kb_is_fine() -> None:
    note = "x" * 300_000
    assert read_table(f'a,b\n1,"{note}"\n').rows == [["1", note]]
    assert read_table(f'a,b\n1,"{note}"\n3\n').rows[0] == ["1", note]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\n \n\t\n", "blank"),
        ("\ufeff".encode(), "empty"),
        (b"sep=;\n", "empty"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x0e\x10\xd9\x07abcd.FIT", "FIT"),
        (b"<?xml version='1.0'?><gpx/>", "XML"),
        (b"\xd0\xcf\x11\xe0rest", "Excel"),
        (("a," * 3000).encode(), "columns"),
    ],
)
def test_what_cannot_be_a_table_is_refused_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(LogFormatError, match=words):
        read_table(data)


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MAX_ROWS", 3)
    assert len(read_table("a,b\n" + "1,2\n" * 3).rows) == 3
    with pytest.raises(LogFormatError, match="more than 3 rows"):
        read_table("a,b\n" + "1,2\n" * 4)
    with pytest.raises(LogFormatError, match="more than 3 rows"):
        read_table("a,b\n" + "1\n" * 4)
    monkeypatch.setattr(table, "MAX_BYTES", 10)
    with pytest.raises(LogFormatError, match="larger than"):
        read_table(b"a,b\n1,2\n1,2\n")


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1\n",
        "a,b\n1,2,3\n",
        "a,b\n1\n1,2,3\n",
        "a,b\n1,2,3\n1\n",
        "a,b\n\n1,2\n",
        'a,b\n"1"x,2\n',
        'a,b\n"1,2\n',
        "a\n1\n",
        "a,b\r1,2\r",
        'a,b\nx"1",2\n',
        "\ud800,b\n",
    ],
)
def test_the_quick_way_refuses_what_is_not_regular(text: str) -> None:
    assert split_regular(text, ",") is None


def test_the_quick_way_and_the_careful_way_agree() -> None:
    body = 'a,b\r\n1,"x ""y"", z"\r\n,""\r\nNA,nan\r\n"two\nlines",5\r\n'
    quick, careful = read_table(body), read_table(body + "\r\n")
    assert quick.given_columns is not None
    assert careful.given_columns is None
    assert quick.rows == careful.rows == [["1", 'x "y", z'], ["", ""], ["NA", "nan"], ["two\nlines", "5"]]
