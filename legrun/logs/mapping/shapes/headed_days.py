"""Rows below a line that names their day or their week: “Monday 2 March 2026”, “Week of 2 March”, “KW 10 2026”."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.months import MONTHS
from legrun.logs.mapping.columns.column import columns_of
from legrun.logs.mapping.shapes.day_lifts import DayLine, lifts_of_days
from legrun.logs.mapping.shapes.preamble import named_cells
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.weekdays import weekday
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.opening import Opened
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold
from legrun.logs.strength.titles import strength_kind

__all__ = ["headed_days", "lines_below_days", "week_told"]

_LIFTED = ("Exercise", "Sets x Reps")
_NAMED = 2  # cells that name what they hold make a header
_LONGEST = 60  # of a heading [characters]
_PARTED = re.compile(r"\s+[-\u2013\u2014|]\s+|:\s+|\s*[()\[\]]\s*")
_OF_WEEKDAY = re.compile(r"([^\W\d_]{2,12})\.?\s*[:\s–—-]\s*(.*\S)")
_WEEK = re.compile(
    r"\b(?:kw|week|wk|woche|semaine|sem|semana|settimana|vecka|uke|uge|tydzien|w|v|s)\.?\s?(\d{1,2})\b", re.I
)
_NUMBERS_OF_WEEK = 2  # its own, and the year
_PARTS_CELLS = re.compile(r'"|,(?=[^\s\d])|(?<!\d),(?=\S)')
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TO = r"\s*(?:-|–|—|to|bis|au|al?|até|tot|till)\s*"
_RANGE = re.compile(
    rf"(\d{{1,2}})\.?(\s+[^\W\d_]+\.?)?{_TO}\d{{1,2}}\.?\s+(?:de\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+)?((?:19|20)\d\d)", re.I
)
_OF = re.compile(
    r"^(?:(?:of|du|vom|von|del|della|dal|from|de|da|beginning|starting|ab|commencing|van|fran|fra)\b\s*)+", re.I
)
_FILLERS = frozenset("de del of the den der le la il o th st nd rd am 年 月 日 年月日".split())  # noqa: SIM905
_WEEK_WORDS = word_set("weeks") | {"kw", "wk", "w"}


def week_told(text: str) -> dt.date | None:
    """Return the first day of the week that a line names, or None.

    Examples
    --------
    >>> [str(week_told(text)) for text in ("Week of 2 March 2026", "KW 10 2026", "Semaine du 2 au 8 mars 2026")]
    ['2026-03-02', '2026-03-02', '2026-03-02']
    """
    words = fold(text).split()
    if len(text) > _LONGEST or not any(word.rstrip("0123456789") in _WEEK_WORDS for word in words):
        return None
    if match := _RANGE.search(text):
        return _date(f"{match[1]} {match[2] or match[3]} {match[4]}")
    years, weeks = _YEAR.findall(text), _WEEK.findall(_YEAR.sub(" ", text))
    if len(years) == 1 and len(weeks) == 1 and len(re.findall(r"\d+", text)) == _NUMBERS_OF_WEEK:
        return _of_week(int(years[0]), int(weeks[0]))
    first, *rest = text.split(maxsplit=1)
    return _date(_OF.sub("", rest[0])) if rest and fold(first) in _WEEK_WORDS else None


def headed_days(table: Table, above: str = "") -> Table | None:
    """Return a table with a column of dates where lines above the rows name their day or week, or None for any other.

    Parameters
    ----------
    table : Table
        A table of no known format.
    above : str
        The line that stands above its header.

    Examples
    --------
    >>> rows = [["2 March 2026", ""], ["Squat", "5x5"], ["4 March 2026", ""], ["Bench press", "5x5"]]
    >>> headed_days(Table(("Exercise", "Sets"), range(2, 6), rows)).rows
    [['2026-03-02', 'Squat', '5x5'], ['2026-03-04', 'Bench press', '5x5']]
    """
    if any(column.is_moment for column in columns_of(table)):
        return None
    first = _lone(table.header)
    lines = [(first, table.header), *((_lone(row := table.row(at)), row) for at in range(len(table.numbers)))]
    alone = [lone for lone in (above, *(lone for lone, _ in lines)) if lone]
    days = _days(alone)
    weeks = {lone: week for lone in alone if lone not in days and (week := week_told(lone))}
    if bool(days) == bool(weeks):
        return None
    lines = [(lone, (weeks and _by_weekday(lone)) or cells) for lone, cells in lines]
    headings, header, start = days | weeks, list(table.header), 1
    if first in headings:
        start = 2 if len(lines) > 1 and named_cells(lines[1][1]) >= _NAMED else 1
        header = list(lines[1][1]) if start > 1 else [""] * max(len(cells) for _, cells in lines)
    # Some repeat the header for each day.
    below = [(at, *lines[at]) for at in range(start, len(lines)) if list(lines[at][1]) != header]
    kept = _below(below, headings, headings.get(first) or headings.get(above))
    if kept is None:
        return None
    dates = [day for _, day in kept] if days else _on_weekdays([(lines[at][1], day) for at, day in kept])
    if dates is None:
        return None
    numbers = [table.numbers[at - 1] for at, _ in kept]
    told = [DayLine(number, day, lines[at][0]) for number, (at, day) in zip(numbers, kept, strict=True)]
    if days and not any(header) and (lifted := _with_lifts(table, told)) is not None:
        return lifted
    rows = [[date.isoformat(), *lines[at][1]] for (at, _), date in zip(kept, dates, strict=True)]
    said = f"The {'days' if days else 'weeks'} stand in lines of their own; each row was put on that above it."
    return rebuilt(table, ("Date", *header), numbers, rows, said)


def _with_lifts(table: Table, lines: Sequence[DayLine]) -> Table | None:
    """Return a table of the lifts among lines below their days, and of the sessions beside them; None without lifts."""
    read = lifts_of_days(lines) if all(line.session for line in lines) else []
    if not read:
        return None
    cells = [[each.day.isoformat(), each.session, each.exercise, each.sets] for each in read]
    said = "The days stand in lines of their own, and lifts in lines below them."
    return rebuilt(table, ("Date", "Session", *_LIFTED), [each.number for each in read], cells, said)


def lines_below_days(opened: Opened) -> Table | None:
    r"""Return a text of days with lines below them as one column, where its commas are those of sentences, or None.

    Examples
    --------
    >>> from legrun.logs.reading.opening import open_table
    >>> lines_below_days(open_table("2 March 2026\nSquat 5x5, leg press 3x10\n4 March 2026\nRun 7,5 km\n")).rows
    [['Squat 5x5, leg press 3x10'], ['4 March 2026'], ['Run 7,5 km']]
    """
    if opened.delimiter != "," or "," not in opened.text or _PARTS_CELLS.search(opened.text):
        return None
    lines = [(at, line.strip()) for at, line in enumerate(opened.text.splitlines(), opened.skipped + 1)]
    (_, first), *below = [(at, line) for at, line in lines if line] or [(0, "")]
    if not _days([first]):
        return None
    numbers, rows = [at for at, _ in below], [[line] for _, line in below]
    return Table((first,), numbers, rows, None, ",", opened.encoding, opened.name, tuple(opened.problems))


def _by_weekday(line: str) -> Sequence[str]:
    """Return the weekday that a line begins with, and the rest of it: “Mon: run 45 min”; nothing for any other."""
    match = _OF_WEEKDAY.fullmatch(line)
    return match.groups() if match is not None and weekday(match[1]) is not None else ()


def _lone(cells: Sequence[str]) -> str:
    """Return the only cell of a line that is filled, or nothing."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return filled[0] if len(filled) == 1 else ""


def _days(texts: Sequence[str]) -> dict[str, dt.date]:
    """Return the dates among lines that stand alone, with their clocks, where day and month are beyond doubt."""
    dated = {text: day for text in texts if len(text) <= _LONGEST and (day := _day_part(text))}
    moments = parse_moments(list(dated.values()))
    if not moments.order_sure:
        return {}
    read = {text: moment for text, day in dated.items() if (moment := moments.values[day]) is not None}
    return {text: moment if moment.time() != dt.time() else moment.date() for text, moment in read.items()}


def _day_part(text: str) -> str:
    """Return the date of a line that holds one, alone or beside the name of what was done: “Leg day - 2 March 2026”."""
    if _is_day(text):
        return text
    parts = [part for part in (each.strip(" ()[]") for each in _PARTED.split(text)) if part]
    days = [part for part in parts if any(map(str.isdigit, part)) and _is_day(part)]
    named = [part for part in parts if activity(part).known or strength_kind(part) is not None]
    return days[0] if len(days) == 1 and len(parts) == len(days) + len(named) > 1 else ""


def _is_day(text: str) -> bool:
    """Tell a line of a date alone, with its weekday: “Exported 2 March 2026” is none."""
    words = [word for word in fold(text).split() if word.isalpha()]
    return not text.isdecimal() and all(
        word in MONTHS or word in _FILLERS or weekday(word) is not None for word in words
    )


def _below(
    lines: Sequence[tuple[int, str, Sequence[str]]], headings: Mapping[str, dt.date], above: dt.date | None
) -> list[tuple[int, dt.date]] | None:
    """Return the places of the rows and the date above each; None where a row has none above it, or one of its own."""
    kept = []
    dated = 0
    for at, lone, cells in lines:
        if lone in headings:
            above = headings[lone]
        elif above is None:
            return None
        else:
            kept.append((at, above))
            dated += any(map(_is_date, cells))
    return kept if kept and dated * 2 < len(kept) else None


def _is_date(cell: str) -> bool:
    return len(cell) >= len("1/1/26") and parse_moments([cell]).values[cell] is not None


def _on_weekdays(rows: Sequence[tuple[Sequence[str], dt.date]]) -> list[dt.date] | None:
    """Return the date of each row by its week and the weekday that it names; None where they name none."""
    width = max(len(cells) for cells, _ in rows)
    for place in range(width):
        named = [weekday(cells[place]) if place < len(cells) else None for cells, _ in rows]
        if None not in named:
            days = zip(rows, named, strict=True)
            return [week + dt.timedelta(days=((day or 0) - week.weekday()) % 7) for (_, week), day in days]
    return None


def _date(text: str) -> dt.date | None:
    moments = parse_moments([text.strip()])
    moment = moments.values[text.strip()]
    return moment.date() if moment is not None and moments.order_sure else None


def _of_week(year: int, week: int) -> dt.date | None:
    try:
        return dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
