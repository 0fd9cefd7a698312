"""A coach's sheets in the one shape that is read: a row for each athlete and day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold
from legrun.roster.form_roles import guess_roles, is_measure, is_total, mostly, sample
from legrun.roster.session_text import parse_sessions

__all__ = ["SHAPES", "Shaped", "shape"]

SHAPES = {
    "rows": "a row for each athlete and day",
    "long": "a row for each answer",
    "by date": "days down, athletes across",
    "by athlete": "athletes down, days across",
}
DATE, ATHLETE, VALUE = "Date", "Athlete", "Value"
_WEEKDAYS = (
    "mon monday mo montag lun lundi lunes lunedi seg segunda ma maandag",
    "tue tues tuesday di dienstag mar mardi martes martedi ter terca dinsdag",
    "wed weds wednesday mi mittwoch mer mercredi mie miercoles mercoledi qua quarta wo woensdag",
    "thu thur thurs thursday do donnerstag jeu jeudi jue jueves gio giovedi qui quinta donderdag",
    "fri friday fr freitag ven vendredi vie viernes venerdi sex sexta vrijdag",
    "sat saturday sa samstag sam samedi sab sabado sabato zaterdag",
    "sun sunday so sonntag dim dimanche dom domingo domenica zondag",
)
_DAYS = {word: day for day, words in enumerate(_WEEKDAYS) for word in words.split()}
_MOST_PREAMBLE = 8
_NAME = re.compile(r"[^\W\d_][^\d]{0,39}")
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Shaped:
    """A table with a row for each athlete and day.

    Attributes
    ----------
    table : Table
        The rows.
    shape : str
        What shape it had, a key of `SHAPES`.
    value : str
        What the cells of a sheet of names and days hold: "plan" or "soreness"; empty where columns have names.
    needs_week : bool
        Whether days are told by weekday alone, so that the week must be asked for.
    has_names : bool
        Whether a sheet of names and days has a column of names.
    """

    table: Table
    shape: str = "rows"
    value: str = ""
    needs_week: bool = False
    has_names: bool = True


def shape(table: Table, week: dt.date | None = None) -> Shaped:
    """Return a coach's table as rows; `week` is any day of the week that weekdays are of, where the sheet has no date.

    Examples
    --------
    >>> sheet = Table(("Athlete", "Mon", "Tue"), range(2, 3), [["Ana", "Legs 60min RPE8", "Rest"]])
    >>> shape(sheet, dt.date(2026, 3, 4)).table.rows
    [['2026-03-02', 'Ana', 'Legs 60min RPE8'], ['2026-03-03', 'Ana', 'Rest']]
    """
    table = _below_preamble(table)
    roles = guess_roles(table)
    if {"athlete", "item", "value"} <= roles.keys() and roles.keys() & {"time", "date"}:
        return Shaped(_pivoted(table, roles), "long")
    days = _day_columns(table)
    if len(days) >= 2 and not _are_measures(sample(table, 0)):
        return _by_athlete(table, roles, days, week)
    if "athlete" not in roles and (people := _people_columns(table, roles)):
        return _by_date(table, people, week)
    return Shaped(table)


def _below_preamble(table: Table) -> Table:
    """Return a table from its real header on: titles and merged cells stand above that of many a sheet."""
    if len(guess_roles(table)) >= 2 or len(_day_columns(table)) >= 2:
        return table
    for index in range(min(_MOST_PREAMBLE, len(table.numbers) - 1)):
        rows = [table.row(place) for place in range(index + 1, len(table.numbers))]
        lower = Table(
            tuple(cell.strip() for cell in table.row(index)), list(table.numbers)[index + 1 :], rows,
            None, table.delimiter, table.encoding, table.name, table.problems,
        )  # fmt: skip
        if len(guess_roles(lower)) >= 2 or len(_day_columns(lower)) >= 2:
            return lower
    return table


def _day_columns(table: Table) -> dict[int, dt.date | int]:
    """Return the columns whose names are days: a date, or a weekday by its number, Monday being 0."""
    read = parse_moments(table.header).values
    days: dict[int, dt.date | int] = {}
    for place, label in enumerate(table.header):
        moment, words = read.get(label), fold(label).split()
        if moment is not None:
            days[place] = moment.date()
        elif words and words[0] in _DAYS and len(words) == 1:
            days[place] = _DAYS[words[0]]
    return days


def _by_athlete(table: Table, roles: dict[str, str], days: dict[int, dt.date | int], week: dt.date | None) -> Shaped:
    others = [place for place in range(len(table.header)) if place not in days]
    named = table.labels.index(roles["athlete"]) if "athlete" in roles else None
    if named is None:
        named = next((place for place in others if _are_names(sample(table, place))), None)
    weeks = next((place for place in others if place != named and _is_moment_column(table, place)), None)
    rows, numbers, needs_week = [], [], False
    texts = table.column(weeks) if weeks is not None else [""] * len(table.numbers)
    read = parse_moments(texts).values
    for index, number in enumerate(table.numbers):
        cells = table.row(index)
        name = cells[named].strip() if named is not None and named < len(cells) else ""
        moment = read.get(texts[index])
        base = moment.date() if moment is not None else week
        for place, day in days.items():
            text = cells[place].strip() if place < len(cells) else ""
            date = day if isinstance(day, dt.date) else _in_week(base, day)
            needs_week = needs_week or (date is None and bool(text))
            if text and not is_total(name):
                rows.append([date.isoformat() if date else "", name, text])
                numbers.append(number)
    value = _value_of([row[2] for row in rows])
    return Shaped(_sheet(table, rows, numbers), "by athlete", value, needs_week, named is not None)


def _in_week(base: dt.date | None, weekday: int) -> dt.date | None:
    return None if base is None else base + (weekday - base.weekday()) * _DAY


def _by_date(table: Table, people: Sequence[int], week: dt.date | None) -> Shaped:
    rows, numbers, needs_week = [], [], False
    first = table.column(0)
    read = parse_moments(first).values
    for index, number in enumerate(table.numbers):
        cells, text = table.row(index), first[index]
        moment, words = read.get(text), fold(text).split()
        date = moment.date() if moment is not None else None
        if date is None and words and words[0] in _DAYS:
            date = _in_week(week, _DAYS[words[0]])
            needs_week = needs_week or date is None
        for place in people:
            if place < len(cells) and cells[place].strip() and not is_total(text):
                rows.append([date.isoformat() if date else text, table.header[place], cells[place].strip()])
                numbers.append(number)
    return Shaped(_sheet(table, rows, numbers), "by date", _value_of([row[2] for row in rows]), needs_week)


def _people_columns(table: Table, roles: dict[str, str]) -> list[int]:
    """Return the columns that are people, where the first one holds days and no other says what it measures."""
    first = sample(table, 0)
    is_day = _is_moment_column(table, 0) or mostly(first, lambda cell: bool(set(fold(cell).split()[:1]) & _DAYS.keys()))
    # A diary of one person has columns for what was done, how long and how hard.
    is_diary = len(roles.keys() - {"date", "time"}) >= 2 or len(table.guess) >= 3 or _are_measures(table.header[1:])
    if not first or not is_day or is_diary or len(table.header) <= 2:
        return []
    return [
        place for place, label in enumerate(table.header) if place and _NAME.fullmatch(label) and not is_total(label)
    ]


def _are_measures(names: Sequence[str]) -> bool:
    """Return whether what stands where names should are measures: minutes, effort, soreness."""
    return bool(names) and sum(is_measure(name) for name in names) >= max(1, len(names) / 3)


def _are_names(cells: Sequence[str]) -> bool:
    return bool(cells) and mostly(cells, lambda cell: _NAME.fullmatch(cell) is not None)


def _is_moment_column(table: Table, place: int) -> bool:
    cells = sample(table, place)
    read = parse_moments(cells).values
    return bool(cells) and mostly(cells, lambda cell: read[cell] is not None)


def _value_of(cells: Sequence[str]) -> str:
    """Return what the cells of such a sheet hold: ratings, or sessions in words."""
    day = dt.date(2000, 1, 1)
    rated = sum(parse_rating(cell) is not None for cell in cells)
    planned = sum(parse_sessions(cell, day) is not None for cell in cells)
    return "soreness" if rated > planned else "plan"


def _sheet(table: Table, rows: list[list[str]], numbers: list[int]) -> Table:
    header = (DATE, ATHLETE, VALUE)
    return Table(header, numbers, rows, None, table.delimiter, table.encoding, table.name, table.problems)


def _pivoted(table: Table, roles: dict[str, str]) -> Table:
    """Return a table of answers, one a row, as one row for each athlete and time."""
    at = {role: table.labels.index(label) for role, label in roles.items()}
    when = at["time"] if "time" in at else at["date"]
    items = list(dict.fromkeys(text for text in table.column(at["item"]) if text))
    answers: dict[tuple[str, str], dict[str, str]] = {}
    first: dict[tuple[str, str], int] = {}
    columns = (table.column(when), table.column(at["athlete"]), table.column(at["item"]), table.column(at["value"]))
    for number, moment, name, item, text in zip(table.numbers, *columns, strict=True):
        answers.setdefault((moment, name), {})[item] = text
        first.setdefault((moment, name), number)
    rows = [[moment, name, *(said.get(item, "") for item in items)] for (moment, name), said in answers.items()]
    header = (table.header[when], ATHLETE, *items)
    return Table(header, [first[key] for key in answers], rows, None, name=table.name, problems=table.problems)
