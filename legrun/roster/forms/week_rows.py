"""Sheets of names and days, either of them across, as rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from legrun.logs.fields.anchors import read_header
from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.reading.table import Table
from legrun.roster.forms.blocks import side_by_side
from legrun.roster.forms.days import Day, day_of, in_week
from legrun.roster.forms.matrix import are_measures, are_names, day_columns, is_heading, is_moment_column
from legrun.roster.forms.roles import sample
from legrun.roster.forms.row_names import is_total
from legrun.roster.forms.shaped import ATHLETE, DATE, VALUE, Shaped
from legrun.roster.forms.words import tells
from legrun.roster.sessions.text import parse_sessions

__all__ = ["by_date", "by_measures", "of_what", "title_of", "weeks", "with_dates_of_days"]

_HELD = ("soreness", "fatigue", "sleep", "plan", "done")
_TO_TEN = 10.0


def by_measures(
    table: Table,
    roles: dict[str, str],
    measured: Mapping[str, Mapping[int, str]],
    week: dt.date | None,
    today: dt.date | None,
) -> Shaped:
    """Return a sheet with several measures of each day as one with a column for each measure."""
    each = []
    for places in measured.values():
        header = tuple(places.get(place, name) for place, name in enumerate(table.header))
        named = replace(table, header=header)
        days = {place: day for place, day in day_columns(named).items() if place in places}
        each.append(_by_athlete(named, roles, days, week, today))
    return Shaped(
        side_by_side([shaped.table for shaped in each], list(measured)),
        needs_week=any(shaped.needs_week for shaped in each),
    )


def weeks(
    table: Table, roles: dict[str, str], days: dict[int, Day], week: dt.date | None, today: dt.date | None, title: str
) -> Shaped:
    """Return a sheet of names down and days across, with a column for each measure where its rows name several."""
    named = table.labels.index(roles["athlete"]) if "athlete" in roles else None
    places = (place for place in range(len(table.header)) if place not in days and place != named)
    item = next((place for place in places if named is not None and _names_measures(table, place)), None)
    if item is None:
        return of_what(_by_athlete(table, roles, days, week, today), title, table.header[0])
    told = table.column(item)
    measures = list(dict.fromkeys(text for text in told if text))
    each = [_by_athlete(_of_rows(table, told, measure), roles, days, week, today) for measure in measures]
    return Shaped(
        side_by_side([shaped.table for shaped in each], measures),
        needs_week=any(shaped.needs_week for shaped in each),
    )


def _names_measures(table: Table, place: int) -> bool:
    """Return whether a column says what each row measures; a remark, "watch calf", says it of few."""
    told = sample(table, place)
    return 2 * len(told) > len(table.numbers) and are_measures(told) and not tells(table.header[place], "note")


def _of_rows(table: Table, told: Sequence[str], measure: str) -> Table:
    """Return a table with the rows of one measure."""
    kept = [index for index, text in enumerate(told) if text == measure]
    numbers = [table.numbers[index] for index in kept]
    return replace(table, numbers=numbers, given_rows=[table.row(index) for index in kept], given_columns=None)


def of_what(shaped: Shaped, title: str, corner: str) -> Shaped:
    """Return a sheet of names and days with what its title, its corner or the file's name says that it holds."""
    for text in (title, corner, PurePath(shaped.table.name).stem.replace("_", " ")):
        told = next((role for role in _HELD if tells(text, role) and not tells(text, role, "not")), "")
        if told and (told in ("plan", "done")) == (shaped.value == "plan"):
            return replace(shaped, value=told)
        if tells(text, "others", "rows") and shaped.value != "plan":
            return replace(shaped, value="")
    # Beyond ten it is no rating that nobody needs to name: body weights, heights of jumps.
    rated = [
        rating.number for text in shaped.table.column(2) if (rating := parse_rating(text)) and rating.number is not None
    ]
    is_far = shaped.value == "soreness" and max(rated, default=0.0) > _TO_TEN and not title_of(shaped.table, title)
    return replace(shaped, value="") if is_far else shaped


def title_of(table: Table, title: str) -> str:
    """Return the words that tell the scale of a sheet's ratings, where there are any."""
    for text in (title, table.header[0] if table.header else "", PurePath(table.name).stem):
        header = read_header(text)
        if "=" in text or header.low is not None or header.questionnaire:
            return text
    return " ".join(word for word in title.split() if not any(sign.isdigit() for sign in word))


def _by_athlete(
    table: Table, roles: dict[str, str], days: dict[int, Day], week: dt.date | None, today: dt.date | None
) -> Shaped:
    others = [place for place in range(len(table.header)) if place not in days]
    named = table.labels.index(roles["athlete"]) if "athlete" in roles else None
    if named is None:
        free = [place for place in others if not tells(table.header[place], "phases", "rows")]
        named = next((place for place in free if are_names(sample(table, place))), None)
    weeks = next((place for place in others if place != named and is_moment_column(table, place)), None)
    rows, numbers, needs_week = [], [], False
    texts = table.column(weeks) if weeks is not None else [""] * len(table.numbers)
    read = parse_moments(texts).values
    named_all = frozenset(table.column(named)) if named is not None else frozenset()
    for index, number in enumerate(table.numbers):
        cells = table.row(index)
        name = cells[named].strip() if named is not None and named < len(cells) else ""
        moment = read.get(texts[index])
        base = moment.date() if moment is not None else week
        if is_total(name, named_all):
            continue
        told = [(place, cells[place].strip()) for place in days if place < len(cells)]
        if is_heading(name, [text for _, text in told]):
            continue
        # Somebody whose days are all empty is of the team too.
        for place, text in [(place, text) for place, text in told if text] or told[:1]:
            date = in_week(base, days[place], today)
            needs_week = needs_week or (date is None and bool(text))
            # A whole date stays as it is written: which of its numbers is the month may have to be asked.
            whole = table.header[place] if isinstance(days[place], dt.date) else ""
            rows.append([whole or (date.isoformat() if date else ""), name, text])
            numbers.append(number)
    value = _value_of([row[2] for row in rows if row[2]])
    return Shaped(_sheet(table, rows, numbers), "by athlete", value, needs_week, named is not None)


def by_date(table: Table, people: Sequence[int], week: dt.date | None, today: dt.date | None) -> Shaped:
    """Return a sheet of days down and people across as rows."""
    rows, numbers, needs_week = [], [], False
    first = table.column(0)
    read = parse_moments(first).values
    first_all = frozenset(first)
    for index, number in enumerate(table.numbers):
        cells, text = table.row(index), first[index]
        moment, day = read.get(text), day_of(text)
        date = moment.date() if moment is not None else None if day is None else in_week(week, day, today)
        needs_week = needs_week or (date is None and day is not None)
        for place in people:
            if place < len(cells) and cells[place].strip() and not is_total(text, first_all):
                day_text = text if moment is not None or not date else date.isoformat()
                rows.append([day_text, table.header[place], cells[place].strip()])
                numbers.append(number)
    return Shaped(_sheet(table, rows, numbers), "by date", _value_of([row[2] for row in rows]), needs_week)


def with_dates_of_days(table: Table, label: str, week: dt.date | None, today: dt.date | None) -> Shaped:
    """Return a list of names and weekdays, a row for each, with dates: of the week beside each, or as said.

    Parameters
    ----------
    table : Table
        The list; nothing in it says when a row was written.
    label : str
        Its column of days.
    week, today : date, optional
        As in `weeks`.
    """
    place = table.labels.index(label)
    told = table.column(place)
    read = parse_moments(told).values
    days = {text: day_of(text) for text in dict.fromkeys(told) if text and read[text] is None}
    if not days or None in days.values():
        return Shaped(table)
    others = (other for other in range(len(table.header)) if other != place)
    weeks = next((other for other in others if is_moment_column(table, other)), None)
    begun = parse_moments(texts := table.column(weeks)).values if weeks is not None else {}
    rows, needs_week = [], False
    for index, text in enumerate(told):
        row, day = list(table.row(index)), days.get(text)
        if day is not None:
            moment = begun.get(texts[index]) if weeks is not None else None
            date = in_week(week if moment is None else moment.date(), day, today)
            needs_week = needs_week or date is None
            row[place] = date.isoformat() if date else text
        rows.append(row)
    return Shaped(replace(table, given_rows=rows, given_columns=None), needs_week=needs_week)


def _value_of(cells: Sequence[str]) -> str:
    """Return what the cells of such a sheet hold: ratings, or sessions in words."""
    day = dt.date(2000, 1, 1)
    rated = sum(parse_rating(cell) is not None for cell in cells)
    planned = sum(parse_sessions(cell, day) is not None for cell in cells)
    return "soreness" if rated > planned else "plan"


def _sheet(table: Table, rows: list[list[str]], numbers: list[int]) -> Table:
    header = (DATE, ATHLETE, VALUE)
    return Table(header, numbers, rows, None, table.delimiter, table.encoding, table.name, table.problems)
