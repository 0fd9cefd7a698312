"""Bytes to text: encoding, what stands before the header, delimiter."""

from __future__ import annotations

import codecs
import csv
import re
from dataclasses import dataclass, field

from legrun.errors import LogFormatError
from legrun.logs.log import Problem
from legrun.logs.reading.json_records import csv_of_json
from legrun.logs.reading.marks import parted_by_tabs, unwrapped
from legrun.logs.reading.text import clean, repaired, without_entities

__all__ = ["EXPORT", "MAX_BYTES", "MAX_COLUMNS", "Opened", "header_cells", "open_table"]

MAX_BYTES = 20_000_000  # one log; ten years of the keenest lifter seen are 6 MB
MAX_COLUMNS = 2_000
DELIMITERS = (",", ";", "\t", "|")

# Of a training log, a form's answers and a coach's sheet alike.
EXPORT = "Export the table as CSV from the app, form or spreadsheet that it stands in."
_PICTURE = f"This is a picture; a screenshot cannot be read. {EXPORT}"
_PACKED = "This is an archive of another kind than zip. Unpack it and drop in the CSV inside."
# Encodings that a spreadsheet still saves in, by words of headers and forms that stand in few other texts.
_OLDER = {
    "cp932": "日付 種目 時間 距離 セット 回数 氏名 タイムスタンプ 筋肉痛 睡眠",
    "gbk": "日期 时间 运动 类型 组数 次数 距离 姓名 睡眠 酸痛",
    "big5": "日期 時間 運動 類型 組數 次數 距離 姓名",
    "cp949": "날짜 시간 운동 종목 세트 횟수 거리 이름 수면 근육통",
    "cp1251": "дата время тренировк упражнени длительност дистанци имя отметка сон",
    "cp1253": "ημερομηνία ώρα άσκηση διάρκεια απόσταση όνομα ύπνος",
    "cp1255": "תאריך שעה אימון תרגיל משך",
    "cp1256": "التاريخ الوقت التمرين النشاط المدة",
    "cp874": "วันที่ เวลา กิจกรรม",
    "cp1250": "ćwiczenie powtórzenia cvičení opakování vzdálenost długość wysiłek gyakorlat időtartam",
    "cp1254": "egzersiz mesafe ağırlık süresi koşu ağrısı",
}
_KINDS_OF_FILE: tuple[tuple[bytes, str], ...] = (
    (
        b"PK\x03\x04",
        "This zip cannot be read here. Unzip it and use the table inside.",
    ),
    (b"\x1f\x8b", "This is a gzip archive. Unpack it and drop in the CSV inside."),
    (b"\xd0\xcf\x11\xe0", "This is an old Excel workbook. Save it as .xlsx or CSV and drop that in."),
    (b"%PDF", f"This is a PDF. {EXPORT}"),
    (b"SQLite format 3", "This is a database backup. Use the app's CSV export instead."),
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"Rar!\x1a\x07", _PACKED),
    (b"BZh91AY&SY", _PACKED),
    (b"\xfd7zXZ\x00", _PACKED),
    (b"PAR1", "This is a Parquet file. Save the table as CSV and drop that in."),
)
_HEAD = 10_000
# legrun's own records come back as they were written, to the letter.
_OWN, _OWN_WITHIN = re.compile(r"record[,;\t]kind[,;\t]start[,;\t]"), 200
_CONTROLS = bytes(code for code in range(32) if chr(code) not in "\0\t\n\r\f\v\x1a")
_MOST_CONTROLS = 0.02
_SURE_OF_SCRIPT = 40  # bytes from which the high bytes of UTF-16 show a script
_MOST_BLOCKS = 3  # blocks of characters that a header in one script takes
_LONGEST_LINE = 10_000  # that is looked at below the header [characters]
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_BLANK = re.compile(r"[ \t\r\n,;|]*")
_LINE_END = re.compile(r"\r\n|\n|\r")
_XML_STARTS = ("<?xml", "<gpx", "<trainingcenterdatabase", "<!doctype", "<html")


@dataclass(frozen=True, eq=False)
class Opened:
    """A file as text from its header line on, and how its cells are parted.

    Attributes
    ----------
    text : str
        From the header line on.
    skipped : int
        Lines before it.
    delimiter, encoding, name, problems
        As in `Table`.
    """

    text: str = field(repr=False)
    skipped: int
    delimiter: str
    encoding: str
    name: str
    problems: list[Problem]

    @property
    def header(self) -> tuple[str, ...]:
        """Header cells, where the header is one line."""
        line = self.text[: _line_end(self.text, 0)]
        return header_cells(next(csv.reader([line.rstrip("\r\n")], delimiter=self.delimiter), []))


def open_table(data: bytes | str, name: str = "", *, max_bytes: int = MAX_BYTES) -> Opened:
    """Return a file as text, with its header and delimiter.

    Raises
    ------
    LogFormatError
        When it is not text, is empty, or is too large.
    """
    if len(data) > max_bytes:
        raise LogFormatError(
            f"The file is larger than {max_bytes / 1e6:.0f} MB, which is more than a training log needs. "
            "Export a shorter period, or split the file."
        )
    text, encoding = (data, "text") if isinstance(data, str) else _decode(data)
    problems: list[Problem] = []
    if "\x00" in text:
        problems.append(Problem(None, None, f"{text.count(chr(0)):,} NUL characters in the file were skipped."))
        text = text.replace("\x00", "")
    if "\ufffd" in text:
        problems.append(Problem(None, None, "Some characters could not be decoded; they show as �."))
    text = text.removeprefix("\ufeff")
    if text[:100].lstrip().casefold().startswith(_XML_STARTS):
        raise LogFormatError(
            "This is XML or a web page (GPX and TCX are XML). Export the activity list as CSV instead."
        )
    if text[:100].lstrip()[:1] in ("[", "{") and text[-100:].rstrip()[-1:] in ("]", "}"):
        text = csv_of_json(text)
    if not _OWN.search(text[:_OWN_WITHIN]):
        text = repaired(without_entities(text))
    text, skipped, delimiter = _from_header(parted_by_tabs(unwrapped(text)))
    return Opened(text, skipped, delimiter, encoding, clean(name), problems)


def _decode(data: bytes) -> tuple[str, str]:
    for magic, message in _KINDS_OF_FILE:
        if data.startswith(magic):
            raise LogFormatError(message)
    if data[4:8] == b"ftyp" or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):  # what phones take
        raise LogFormatError(_PICTURE)
    if data[8:12] == b".FIT":
        raise LogFormatError("This is a FIT file, which holds one person's activity. Open it on the Log page.")
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), encoding
    if wide := _wide(data):
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        if _is_binary(data):
            raise LogFormatError(f"This is not a text file. {EXPORT}") from None
        return _decode_damaged(data)


def _is_binary(data: bytes) -> bool:
    """Tell by control characters, of which text has none to speak of."""
    head = data[:_HEAD]
    return len(head) - len(head.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(head)


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without its mark: every other byte is the same few, mostly or at least partly zeros.

    Those are the zeros of Latin letters, or of the digits, commas and blanks between the letters of another script.
    """
    head = data[:400]
    if len(head) < 4:
        return None
    for encoding, high, low in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        zeros = high.count(0) / (len(head) / 2)
        one_script = len(head) >= _SURE_OF_SCRIPT and zeros > 0.1 and len(set(high)) <= _MOST_BLOCKS
        if not low.count(0) and (zeros > 0.8 or one_script):
            return encoding
    return None


def _decode_damaged(data: bytes) -> tuple[str, str]:
    """Choose between a damaged UTF-8 file and Windows-1252, which knows no invalid sequences."""
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", errors="ignore")) - damaged  # characters of several bytes
    if whole > damaged:
        return text, "utf-8"
    return _decode_older(data) or (data.decode("cp1252", errors="replace"), "cp1252")


def _decode_older(data: bytes) -> tuple[str, str] | None:
    """Return a text in the encoding of another script than the Latin one, where words of its header are in it."""
    for encoding, words in _OLDER.items():
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        head = text[:_HEAD].casefold()
        if any(word in head for word in words.split()):
            return text, encoding
    return None


def _from_header(text: str) -> tuple[str, int, str]:
    """Return the text from its header line on, how many lines stand before it, and the delimiter."""
    start, skipped = _header_start(text)
    line = text[start : _line_end(text, start)]
    below = text[_line_end(text, start) :][:_LONGEST_LINE]
    delimiter, given = _delimiter(line, below[: _line_end(below, 0)]), False
    if line[:4].casefold() == "sep=" and len(line.strip()) == 5:
        # Excel writes and hides it.
        given = line.strip()[4].isascii() and not line.strip()[4].isalnum()
        delimiter, start, skipped = line.strip()[4], _line_end(text, start), skipped + 1
        if not text[start:].strip():
            raise LogFormatError("The file is empty.")
    return text[start:] if start else text, skipped, delimiter if given or delimiter in DELIMITERS else ","


def _header_start(text: str) -> tuple[int, int]:
    """Return where the first line with anything in it starts, and how many blank ones stand before it."""
    blank = _BLANK.match(text)
    first = blank.end() if blank else 0
    if first == len(text):
        raise LogFormatError("The file holds only blank lines." if text else "The file is empty.")
    start = max(text.rfind("\n", 0, first), text.rfind("\r", 0, first)) + 1
    return start, text.count("\n", 0, start) + text.count("\r", 0, start) - text.count("\r\n", 0, start)


def _line_end(text: str, start: int) -> int:
    """Return where the next line starts; lines end as in any of the three traditions."""
    match = _LINE_END.search(text, start)
    return match.end() if match else len(text)


def header_cells(cells: list[str]) -> tuple[str, ...]:
    """Return the cells of a header, made fit to show."""
    if len(cells) > MAX_COLUMNS:
        raise LogFormatError(f"The header has {len(cells):,} columns; a training log has fewer than {MAX_COLUMNS:,}.")
    return tuple(clean(cell.replace("\ufeff", ""), 200) for cell in cells)


def _delimiter(line: str, below: str = "") -> str:
    """Return the commonest candidate of the header line outside quotes; this beats guessing from the data.

    Of two that are about as common, "Time;Name;Legs: 1 = fresh, 2 = ok, 3 = sore", the one that parts the line `below`
    into as many cells.
    """
    outside = "".join(line.split('"')[::2]) if line.count('"') % 2 == 0 else line
    if not any(delimiter in outside for delimiter in DELIMITERS):
        outside = line  # a header that is one quoted cell: some apps quote the whole line
    bare = _IN_BRACKETS.sub("", outside)  # “Soreness (0 = none, 10 = extreme)”
    if any(delimiter in bare for delimiter in DELIMITERS):
        outside = bare
    if not any(delimiter in outside for delimiter in DELIMITERS) and any(mark in below for mark in DELIMITERS):
        return max(DELIMITERS, key=below.count)  # a title stands above the header
    most = max(DELIMITERS, key=outside.count)
    if outside.count(most) == below.count(most):
        return most
    alike = (each for each in DELIMITERS if 0 < outside.count(each) == below.count(each) >= outside.count(most) / 2)
    return next(alike, most)
