"""Dates and clocks whose parts stand in columns of their own: year, month, day; week and weekday; 6:04 and PM."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legrun.logs.fields.half_days import latin_half
from legrun.logs.fields.weekdays import day_of_week
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.shapes.rebuilt import replaced
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold

__all__ = ["joined_date", "joined_halves", "joined_week"]

_YEAR, _MONTH, _DAY = (word_set(name) for name in ("year", "month", "day_of_month"))
_WEEK_NUMBERS = frozenset(
    {"week", "wk", "kw", "woche", "kalenderwoche", "semaine", "semana", "settimana", "uke", "vecka", "uge", "tydzien"}
)
_OF_YEAR = frozenset({"day of year", "doy", "yday", "julian day", "jour de l annee", "tag des jahres", "dia del ano"})
_IN_MONTH = re.compile(r"([^\W\d_]{3,12}\.?)[\s,-]*((?:19|20)\d\d)")  # "March 2026"
_HALF = re.compile(r"[ap]\.?\s?m\.?", re.I)
_MOST = 0.9
_LAST_DAY, _LAST_WEEK = 366, 53
_WEEK_WORD = r"(?:(?:kw|week|wk|w|woche|sem\.?|semaine|semana|settimana|uke|uge|vecka|v\.?|tydzien)\s*)"
_WEEK_YEAR = re.compile(
    rf"{_WEEK_WORD}?(\d{{1,2}})\s*(?:[/,.-]|\s)\s*((?:19|20)\d\d)|((?:19|20)\d\d)\s*[-/,.]?\s*{_WEEK_WORD}(\d{{1,2}})",
    re.I,
)


def joined_date(table: Table) -> Table | None:
    """Make one date of a year, a month and a day, or a year and its day, in columns of their own.

    A month or a year that stands once, in merged cells, is that of the rows below it.

    Examples
    --------
    >>> rows = [["March 2026", "2", "Run"], ["", "4", "Legs"]]
    >>> joined_date(Table(("Month", "Day", "Sport"), range(2, 4), rows)).rows
    [['2 March 2026', 'Run'], ['4 March 2026', 'Legs']]
    """
    columns = columns_of(table)
    if any(_is_whole(column) for column in columns):
        return None
    year, month, day = (_part(columns, words) for words in (_YEAR, _MONTH, _DAY))
    of_year = next((each for each in columns if " ".join(each.words) in _OF_YEAR and each.is_number), None)
    if year is not None and of_year is not None and year.is_number and max(of_year.numbers) <= _LAST_DAY:
        years = _filled(table.column(year.place))
        days = [_bare(text).zfill(3) for text in table.column(of_year.place)]
        return _with_cells(table, [year, of_year], "Date", [f"{y}-{d}" for y, d in zip(years, days, strict=True)])
    if month is None or day is None or not day.is_number:
        return None
    months = _filled(table.column(month.place))
    days = [_bare(text) for text in table.column(day.place)]
    if month.mostly(lambda text: _IN_MONTH.fullmatch(text) is not None, _MOST):
        named = [match and (match[1], match[2]) for text in months for match in [_IN_MONTH.fullmatch(text)]]
        cells = [f"{d} {each[0]} {each[1]}" if each and d else "" for d, each in zip(days, named, strict=True)]
        return _with_cells(table, [month, day], "Date", cells)
    if year is None or not year.is_number:
        return None
    years = _filled(table.column(year.place))
    form = "{d} {m} {y}" if not month.is_number else "{y}-{m:0>2}-{d:0>2}"
    cells = [form.format(y=y, m=m, d=d) if d else "" for y, m, d in zip(years, months, days, strict=True)]
    return _with_cells(table, [year, month, day], "Date", cells)


def joined_week(table: Table) -> Table | None:
    """Make one date of a year, a week and a day of the week in columns of their own; “10/2026” is year and week.

    Examples
    --------
    >>> joined_week(Table(("KW", "Tag", "Sport"), range(2, 3), [["KW 10/2026", "Mi", "Run"]])).rows
    [['2026-W10-3', 'Run']]
    """
    columns = columns_of(table)
    if any(_is_whole(column) for column in columns):
        return None
    year, week = (
        next((each for each in columns if set(each.words) & words and each.is_number), None)
        for words in (_YEAR, _WEEK_NUMBERS)
    )
    day = next((each for each in columns if each.mostly(lambda text: day_of_week(fold(text)) is not None, _MOST)), None)
    whole = next((each for each in columns if _is_week_of_year(each)), None)
    if whole is not None and day is not None:
        weeks = [_week_of_year(text) for text in _filled(table.column(whole.place))]
        days = [day_of_week(fold(text)) for text in table.column(day.place)]
        cells = [f"{w}-{d + 1}" if w and d is not None else "" for w, d in zip(weeks, days, strict=True)]
        return _with_cells(table, [whole, day], "Date", cells)
    if year is None or week is None or day is None or len({year.place, week.place, day.place}) < 3:
        return None

    def date(cells: Sequence[str]) -> str:
        of_week = day_of_week(fold(cells[day.place]))
        y, w = (_bare(cells[each.place]) for each in (year, week))
        return f"{y}-W{w.zfill(2)}-{of_week + 1}" if of_week is not None and y.isdecimal() and w.isdecimal() else ""

    return replaced(table, [year, week, day], "Date", date)


def _is_week_of_year(column: Column) -> bool:
    """Tell a column of weeks and years; 03/2026 is one below a header that says so alone, for it may be a month."""
    named = bool(_WEEK_NUMBERS & set(column.words)) or column.mostly(lambda text: any(map(str.isalpha, text)), _MOST)
    return named and column.mostly(lambda text: _week_of_year(text) is not None, _MOST)


def _week_of_year(text: str) -> str | None:
    """Return the week of a year that a cell names, as 2026-W10."""
    match = _WEEK_YEAR.fullmatch(text.strip())
    if match is None:
        return None
    year, week = (match[2], match[1]) if match[1] else (match[3], match[4])
    return f"{year}-W{week.zfill(2)}" if 1 <= int(week) <= _LAST_WEEK else None


def joined_halves(table: Table) -> Table | None:
    """Put the half of the day that stands in a column of its own behind the clock: 6:04 and PM.

    Examples
    --------
    >>> table = Table(("Date", "Hour", "AM/PM"), range(2, 3), [["2026-03-02", "6:04", "PM"]])
    >>> joined_halves(table).header, joined_halves(table).rows
    (('Date', 'Hour'), [['2026-03-02', '6:04 pm']])
    """
    columns = columns_of(table)
    half = next((each for each in columns if each.mostly(_is_half, _MOST)), None)
    clocks = [each for each in columns if each is not half and (each.is_clock or each.is_hour) and not each.is_moment]
    if half is None or not clocks:
        return None
    # The clock that the half stands behind, or the nearest.
    clock = min(clocks, key=lambda each: (each.place > half.place, abs(each.place - half.place)))
    return replaced(
        table, [clock, half], clock.label, lambda cells: _with_half(cells[clock.place].strip(), cells[half.place])
    )


def _with_half(clock: str, half: str) -> str:
    said = latin_half(half.strip().casefold()).replace(" ", "").replace(".", "")
    return f"{clock} {said}" if clock and _HALF.fullmatch(said) else clock


def _is_half(text: str) -> bool:
    return _HALF.fullmatch(latin_half(text.strip().casefold())) is not None


def _part(columns: Sequence[Column], words: frozenset[str]) -> Column | None:
    return next((each for each in columns if len(each.words) == 1 and each.words[0] in words and each.sample), None)


def _is_whole(column: Column) -> bool:
    """Tell a column of whole dates from one of days or months."""
    longest = max(column.sample, key=len, default="")
    return column.is_moment and len(longest) > 5 and _IN_MONTH.fullmatch(longest) is None


def _bare(text: str) -> str:
    return text.strip().removesuffix(".0")


def _filled(texts: Sequence[str]) -> list[str]:
    """Return cells with those that are blank as the last one above that is not: merged cells."""
    filled: list[str] = []
    for text in map(_bare, texts):
        filled.append(text or (filled[-1] if filled else ""))
    return filled


def _with_cells(table: Table, parts: Sequence[Column], name: str, cells: Sequence[str]) -> Table:
    """Return a table with a column of given cells in the place of several."""
    each = iter(cells)
    return replaced(table, parts, name, lambda _: next(each))
