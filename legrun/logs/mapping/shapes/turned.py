"""Tables whose days stand in columns: one column a date, or one column a day of the week."""

from __future__ import annotations

import datetime as dt

from legrun.logs.fields.dates import parse_moments
from legrun.logs.mapping.columns.column import columns_of, is_missing
from legrun.logs.mapping.columns.day_month import order_elsewhere
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.weekdays import weekday
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.wording.rounding import counted

__all__ = ["moved_to_weekdays", "turned", "unrolled_days", "unrolled_weeks"]

_LEAST_DATES = 2
_LEAST_DAYS = 4
_PART = 0.6
_PARTS = word_set("day_parts")


def turned(table: Table) -> Table | None:
    """Return a table with one column a date as one with one row a date, or None for any other.

    Examples
    --------
    >>> table = Table(("", "2026-03-02", "2026-03-03"), range(2, 4), [["What", "Legs", "Run"], ["Minutes", "60", "40"]])
    >>> turned(table).rows
    [['2026-03-02', 'Legs', '60'], ['2026-03-03', 'Run', '40']]
    """
    dates = parse_moments(table.header).values
    places = [place for place, cell in enumerate(table.header) if dates[cell] is not None]
    others = [place for place, cell in enumerate(table.header) if cell and dates[cell] is None]
    if len(places) < _LEAST_DATES or len(places) < _PART * (len(places) + len(others)) or not table.numbers:
        return None
    if places[0] == 0:  # the first cell of a file without a header
        return None
    names = table.column(places[0] - 1)
    columns = [table.column(place) for place in places]
    if any(parse_moments([name]).values[name] is not None for name in names):
        return None
    header = ("Date", *(name or f"row {number}" for name, number in zip(names, table.numbers, strict=True)))
    rows = [[table.header[place], *cells] for place, cells in zip(places, columns, strict=True)]
    said = f"The days stand in columns; each of {counted(len(rows), 'column')} was read as one day."
    return rebuilt(table, header, [1] * len(rows), rows, said)


def unrolled_weeks(table: Table) -> Table | None:
    """Return a table with one column for each day of the week as one with one row a day, or None for any other.

    Examples
    --------
    >>> table = Table(("Week of", "Mon", "Tue", "Wed", "Thu"), [2], [["16 Nov 2026", "Legs", "Easy 45min", "Rest", ""]])
    >>> unrolled_weeks(table).rows
    [['2026-11-16', 'Legs'], ['2026-11-17', 'Easy 45min'], ['2026-11-18', 'Rest']]
    """
    days = {place: day for place, cell in enumerate(table.header) if (day := weekday(cell)) is not None}
    if len(set(days.values())) < _LEAST_DAYS:
        return None
    starts = _week_starts(table, set(days))
    if starts is None:
        return None
    numbers, rows = [], []
    for index, start in enumerate(starts):
        if start is None:
            continue
        for place, day in days.items():
            text = table.column(place)[index]
            if not is_missing(text):
                date = start + dt.timedelta(days=(day - start.weekday()) % 7)
                numbers.append(table.numbers[index])
                rows.append([date.isoformat(), text])
    said = "The days of the week stand in columns; each cell was read as the session of its day."
    order = sorted(range(len(rows)), key=lambda place: rows[place][0])
    return rebuilt(table, ("Date", "Session"), [numbers[at] for at in order], [rows[at] for at in order], said)


def unrolled_days(table: Table) -> Table | None:
    """Return a table with one column for each part of the day as one with one row a session, or None for any other.

    Examples
    --------
    >>> table = Table(("Date", "AM", "PM"), [2], [["2 May 2026", "Run 40 min", "Legs 60 min"]])
    >>> unrolled_days(table).rows
    [['2 May 2026', 'Run 40 min'], ['2 May 2026', 'Legs 60 min']]
    """
    columns = columns_of(table)
    parts = [each for each in columns if each.words and set(each.words) <= _PARTS and each.is_text]
    if len(parts) < 2 or not any(each.is_moment for each in columns):
        return None
    places = [each.place for each in parts]
    kept = [place for place in range(len(table.header)) if place not in places]
    numbers, rows = [], []
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = [*row, *[""] * (len(table.header) - len(row))]
        base = [cells[place] for place in kept]
        done = [cells[place] for place in places if not is_missing(cells[place])]
        for text in done or [""]:
            numbers.append(number)
            rows.append([*base, text])
    named = ", ".join(each.label for each in parts)
    said = f"The parts of a day stand in columns; each cell of {named} was read as a session."
    return rebuilt(table, (*(table.header[place] for place in kept), "Session"), numbers, rows, said)


def moved_to_weekdays(table: Table) -> Table | None:
    """Return a table whose dates name the week and whose weekdays stand beside them with the days' own dates, or None.

    Examples
    --------
    >>> rows = [["2026-03-02", "Mon", "Legs"], ["2026-03-02", "Wed", "Run"]]
    >>> moved_to_weekdays(Table(("Week", "Day", "What"), range(2, 4), rows)).rows[1]
    ['2026-03-04', 'Wed', 'Run']
    """
    columns = columns_of(table)
    day = next((each for each in columns if each.mostly(lambda text: weekday(text) is not None, 0.9)), None)
    date = next((each for each in columns if each.is_moment and not each.has_clock), None)
    if day is None or date is None or len({weekday(text) for text in day.sample}) < _LEAST_DATES:
        return None
    texts = table.column(date.place)
    shown = parse_moments(texts, order=order_elsewhere(table, texts)).values
    dates = [shown[text] for text in texts]
    days = [weekday(text) for text in table.column(day.place)]
    pairs = [(at, each) for at, each in zip(dates, days, strict=True) if at is not None and each is not None]
    if len({at.weekday() for at, _ in pairs}) != 1 or all(at.weekday() == each for at, each in pairs):
        return None
    rows = []
    for row, at, each in zip(table.rows, dates, days, strict=True):
        cells = [*row, *[""] * (len(table.header) - len(row))]
        if at is not None and each is not None:
            cells[date.place] = (at.date() + dt.timedelta(days=(each - at.weekday()) % 7)).isoformat()
        rows.append(cells)
    said = f"The dates in {date.label} all name one day of the week; each row was put on the day in {day.label}."
    return rebuilt(table, table.header, list(table.numbers), rows, said)


def _week_starts(table: Table, days: set[int]) -> list[dt.date | None] | None:
    """Return the date by which each row's week is known, from whichever other column holds one."""
    for place in range(len(table.header)):
        if place in days:
            continue
        texts = table.column(place)
        shown = {text: _week_text(text) for text in dict.fromkeys(texts)}
        moments = parse_moments(shown.values()).values
        read = [moments[shown[text]] for text in texts]
        starts = [moment and moment.date() for moment in read]
        if any(starts) and sum(start is not None for start in starts) >= _PART * sum(map(bool, texts)):
            return starts
    return None


def _week_text(text: str) -> str:
    """Return a week's text as the date it begins: the first of a range, the Monday of an ISO week."""
    text = text.strip()
    for mark in (" - ", " – ", " to ", " bis "):
        text = text.split(mark)[0]
    words = text.upper().replace("-", " ").replace("/", " ").split()
    weeks = [word[1:] for word in words if word[:1] in ("W", "S") and word[1:].isdecimal()]
    years = [word for word in words if len(word) == 4 and word.isdecimal()]
    if len(weeks) == 1 and len(years) == 1:
        return f"{years[0]}-W{int(weeks[0]):02d}-1"
    return text
