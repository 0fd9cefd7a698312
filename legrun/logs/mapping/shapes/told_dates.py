"""Days without their month, and dates without their year, where a heading, a title or a name tells it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.months import MONTHS
from legrun.logs.fields.weekdays import day_of_week
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.mapping.words.weekdays import weekday
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold, quoted

__all__ = ["Month", "dated_by", "day_number", "lacks_a_year", "told_by", "with_told_dates"]

Month = tuple[int, int | None]  # year and month; the month may not be told

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_BETWEEN = frozenset({"de", "del", "of", "di"})
_DAY_CELL = re.compile(
    r"(?:([^\W\d_]{1,12})\.?,?\s*)?(\d{1,2})(?:\.|st|nd|rd|th|er|º|日)?\s*[(（]?([^\W\d_]{1,12})?\.?[)）]?", re.I
)
_SHORT = 20  # of a date without a year [characters]
_NO_YEAR = re.compile(
    r"(?:[^\W\d_]{2,10}\.?,?\s+)?(?:\d{1,2}\.?[\s-]*[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.?[\s-]+\d{1,2}|\d{1,2}[/.-]\d{1,2}\.?)"
    r"(?:\s*[(（]?[^\W\d_]{1,10}\.?[)）]?)?"
)
_CJK = re.compile(r"(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?(?:\s*[(（][^()（）]{1,5}[)）])?")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\.?")
_DAYS = word_set("day_of_month") | {"#", "no", "nr"}
_PART = 0.9  # of the cells of a column that must fit
_MOST_WRONG = 0.1  # part of the weekdays beside that may be slips
_WRAP = 300  # a step so far leads into another year [days]


def told_by(text: str) -> Month | None:
    """Return the one year that a title names, and the month beside it; None where it names none, or a day too.

    Examples
    --------
    >>> told_by("Training log, March 2025"), told_by("log_2025-03.csv"), told_by("2025 log"), told_by("2025-03-14.csv")
    ((2025, 3), (2025, 3), (2025, None), None)
    """
    years = _YEAR.findall(text)
    if len(set(years)) != 1:
        return None
    year, words = years[0], [word for word in fold(text).split() if word not in _BETWEEN]
    at = words.index(year) if year in words else -1
    beside = [words[place] for place in (at - 1, at + 1) if at >= 0 and 0 <= place < len(words)]
    named = {MONTHS[word] for word in beside if word in MONTHS}
    numbers = [int(number) for number in re.findall(r"\d+", _YEAR.sub(" ", text))]
    if len(named) == 1 and not numbers:
        return int(year), named.pop()
    if not named and len(numbers) == 1 and str(numbers[0]) in [word.lstrip("0") for word in beside]:
        return (int(year), numbers[0]) if 1 <= numbers[0] <= 12 else None
    return (int(year), None) if not named and not numbers else None


def day_number(text: str) -> tuple[int, int | None] | None:
    """Return the day of a month that a cell is, and the weekday that stands beside it; None where it is no such day.

    Examples
    --------
    >>> day_number("3"), day_number("Mon 3."), day_number("3rd"), day_number("45"), day_number("8 km")
    ((3, None), (3, 0), (3, None), None, None)
    """
    match = _DAY_CELL.fullmatch(text.strip())
    if match is None or not 1 <= int(match[2]) <= 31:
        return None
    words = [word for word in (match[1], match[3]) if word]
    days = [None if fold(word) in MONTHS else day_of_week(word) for word in words]
    return None if None in days or len(days) > 1 else (int(match[2]), days[0] if days else None)


def lacks_a_year(text: str) -> bool:
    """Return whether a cell is a date but for its year, such as 2 Mar or 02/03.

    Examples
    --------
    >>> [lacks_a_year(text) for text in ("2 Mar", "Mon 3.2.", "02/03", "2 Mar 2026", "8 km")]
    [True, True, True, False, False]
    """
    if len(text) > _SHORT or (_NO_YEAR.fullmatch(text) is None and _CJK.fullmatch(text) is None):
        return False
    full = _with_year(text, 2024)
    return parse_moments([full]).values[full] is not None


def with_told_dates(table: Table, above: str = "") -> Table | None:
    """Return a table with whole dates where headings between its rows, a title or its name tell the rest of them.

    Parameters
    ----------
    table : Table
        A table of no known format.
    above : str
        What stands above its header.

    Examples
    --------
    >>> rows = [["March 2025", ""], ["3", "Run"], ["5", "Legs"], ["April 2025", ""], ["2", "Run"]]
    >>> with_told_dates(Table(("Day", "Sport"), range(2, 7), rows)).rows
    [['2025-03-03', 'Run'], ['2025-03-05', 'Legs'], ['2025-04-02', 'Run']]
    """
    if any(column.is_moment for column in columns_of(table)):
        return None
    headed = _parted_headings(table, told_by(above) or told_by(table.name))
    if headed is not None:
        return dated_by(*headed, "the headings between the rows")
    for text, source in ((above, "the title"), (table.name, "the name of the file")):
        if text and (told := told_by(text)) is not None:
            return dated_by(table, [told] * len(table.numbers), f"{source}, {quoted(text)}")
    return None


def _parted_headings(table: Table, told: Month | None) -> tuple[Table, list[Month | None]] | None:
    """Return a table without the rows that only name a month or a year, and what they tell of each row below."""
    year, month = told or (None, None)
    kept: list[int] = []
    of_rows: list[Month | None] = []
    for place in range(len(table.numbers)):
        filled = [cell.strip() for cell in table.row(place) if cell.strip()]
        heading = _heading(filled[0], year) if len(filled) == 1 else None
        if heading is not None:
            year, month = heading
            continue
        kept.append(place)
        of_rows.append(None if year is None else (year, month))
    if len(kept) == len(table.numbers) or not kept:
        return None
    rows, numbers = [table.row(place) for place in kept], [table.numbers[place] for place in kept]
    return rebuilt(table, table.header, numbers, rows, ""), of_rows


def _heading(text: str, year: int | None) -> Month | None:
    words = fold(text).split()
    if len(words) > 4 or day_number(text) is not None:
        return None
    if (told := told_by(text)) is not None and not set(words) - set(MONTHS) - _BETWEEN - set(_YEAR.findall(text)):
        return told
    return (year, MONTHS[words[0]]) if len(words) == 1 and words[0] in MONTHS and year is not None else None


def dated_by(table: Table, told: Sequence[Month | None], source: str) -> Table | None:
    """Return a table with whole dates in the place of its days, or dates without a year; None where they do not fit.

    Parameters
    ----------
    table : Table
        The table; with a column of whole dates it is left as it is.
    told : sequence of (int, int or None) or None
        Year and month of each row, where they are told.
    source : str
        What tells them, in words.
    """
    columns = columns_of(table)
    if any(column.is_moment for column in columns):
        return None
    for find, write in ((_days_column, _date_of_day), (_short_column, _date_with_year)):
        column = find(columns)
        if column is None:
            continue
        texts = table.column(column.place)
        dates = [write(text, month) if month else None for text, month in zip(texts, told, strict=True)]
        if _is_sound(table, column, dates, told):
            header = tuple("Date" if place == column.place else cell for place, cell in enumerate(table.header))
            rows = [
                _put(row, column.place, date or text) for row, text, date in zip(table.rows, texts, dates, strict=True)
            ]
            said = f"{quoted(column.label)} holds no whole dates; the rest of them is told by {source}."
            return rebuilt(table, header, list(table.numbers), rows, said)
    return None


def _put(row: Sequence[str], place: int, cell: str) -> list[str]:
    longer = [*row, *[""] * (place + 1 - len(row))]
    longer[place] = cell
    return longer


def _days_column(columns: Sequence[Column]) -> Column | None:
    """Return the column of days of a month, by its name."""
    dates = role_words()["date"]
    for column in columns:
        named = set(column.words) & _DAYS or dates.score(column.words) > 0 or not column.words
        if named and column.mostly(lambda text: day_number(text) is not None, _PART):
            return column
    return None


def _short_column(columns: Sequence[Column]) -> Column | None:
    return next((column for column in columns if column.mostly(lacks_a_year, _PART)), None)


def _date_of_day(text: str, told: Month) -> str | None:
    day, (year, month) = day_number(text), told
    if day is None or month is None:
        return None
    try:
        return dt.date(year, month, day[0]).isoformat()
    except ValueError:
        return None


def _date_with_year(text: str, told: Month) -> str | None:
    return _with_year(text, told[0]) if lacks_a_year(text) else None


def _with_year(text: str, year: int) -> str:
    """Return a date with its year: 02/03 and 2 Mar become 02/03/2025 and 2 Mar 2025, 3月2日 2025-03-02."""
    if match := _CJK.fullmatch(text):
        return f"{year}-{int(match[1]):02}-{int(match[2]):02}"
    if match := _NUMBERS.search(text):
        return f"{text[: match.start()]}{match[1]}{match[2]}{match[3]}{match[2]}{year}{text[match.end() :]}"
    return f"{text} {year}"


def _is_sound(table: Table, column: Column, dates: Sequence[str | None], told: Sequence[Month | None]) -> bool:
    """Tell whether dates lie one after the other, in no other year, and on the weekdays that stand beside them."""
    read = parse_moments([date or "" for date in dates]).values
    moments = [read[date or ""] for date in dates]
    known = [(moment, month) for moment, month in zip(moments, told, strict=True) if moment is not None]
    if len(known) < _PART * sum(bool(text) for text in table.column(column.place)):
        return False
    steps = [(after[0] - before[0]).days for before, after in pairwise(known) if before[1] == after[1]]
    if any(abs(step) > _WRAP for step in steps):
        return False
    if all(day_number(text) is not None for text in column.sample) and min(steps, default=0) < 0 < max(
        steps, default=0
    ):
        return False
    return _fits_weekdays(table, column, moments)


def _fits_weekdays(table: Table, column: Column, moments: Sequence[dt.datetime | None]) -> bool:
    says: list[Callable[[int], int | None]] = [lambda at: (day_number(table.column(column.place)[at]) or (0, None))[1]]
    for other in columns_of(table):
        if other is not column and other.mostly(lambda text: weekday(text) is not None, _PART):
            cells = table.column(other.place)
            says.append(lambda at, cells=cells: weekday(cells[at]))  # type: ignore[misc]
    pairs = [
        (moment.weekday(), day)
        for say in says
        for at, moment in enumerate(moments)
        if moment is not None and (day := say(at)) is not None
    ]
    return sum(first != second for first, second in pairs) <= _MOST_WRONG * len(pairs)
