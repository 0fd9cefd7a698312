"""A coach's sheets in the one shape that is read: a row for each athlete and day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from legrun.logs.fields.anchors import read_header
from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.log import Problem
from legrun.logs.mapping.shown_cells import as_shown
from legrun.logs.reading.table import Table
from legrun.roster.forms.blocks import below_their_names, blocks_of, of_groups, side_by_side
from legrun.roster.forms.days import Day, day_of, in_week
from legrun.roster.forms.full_names import with_full_names
from legrun.roster.forms.header_lines import below_preamble, with_second_line
from legrun.roster.forms.listed_parts import with_listed_parts
from legrun.roster.forms.matrix import (
    are_measures,
    are_names,
    day_columns,
    is_day_down,
    is_heading,
    is_moment_column,
    names_down,
    people_columns,
    without_weekdays,
)
from legrun.roster.forms.nights import with_night_of_clocks, with_nights
from legrun.roster.forms.people import with_each_name
from legrun.roster.forms.roles import TELLING, guess_roles, sample
from legrun.roster.forms.row_names import is_total
from legrun.roster.forms.sections import with_one_of_each
from legrun.roster.forms.titles import week_of_title, with_day_of_title
from legrun.roster.forms.words import tells
from legrun.roster.sessions.text import parse_sessions

__all__ = ["SHAPES", "Shaped", "shape"]

SHAPES = {
    "rows": "a row for each athlete and day",
    "long": "a row for each answer",
    "by date": "days down, athletes across",
    "by athlete": "athletes down, days across",
}
DATE, ATHLETE, VALUE = "Date", "Athlete", "Value"
_HELD = ("soreness", "fatigue", "sleep", "plan", "done")
_TO_TEN = 10.0
_OF_NAMES_AND_DAYS = ("by date", "by athlete")


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
    title : str
        What a sheet of names and days says of the ratings in it: a line above its header, or its corner.
    """

    table: Table
    shape: str = "rows"
    value: str = ""
    needs_week: bool = False
    has_names: bool = True
    title: str = ""


def shape(table: Table, week: dt.date | None = None, today: dt.date | None = None) -> Shaped:
    """Return a coach's table as rows.

    Parameters
    ----------
    table : Table
        The file.
    week : date, optional
        Any day of the week that weekdays are of, where the sheet has no date.
    today : date, optional
        Day near which dates without a year are, where their weekday agrees.

    Examples
    --------
    >>> sheet = Table(("Athlete", "Mon", "Tue"), range(2, 3), [["Ana", "Legs 60min RPE8", "Rest"]])
    >>> shape(sheet, dt.date(2026, 3, 4)).table.rows
    [['2026-03-02', 'Ana', 'Legs 60min RPE8'], ['2026-03-03', 'Ana', 'Rest']]
    """
    table = as_shown(table) or table
    table, title = (grouped, "") if (grouped := of_groups(table)) else below_preamble(table)
    table = with_second_line(table)
    blocks = [
        replace(_shape(block, week, today, said), title=_title(block, said))
        for at, (above, block) in enumerate(blocks_of(table))
        for said in [above or (title if not at else "")]
    ]
    return blocks[0] if len(blocks) == 1 else _together(blocks, [title, *(above for above, _ in blocks_of(table)[1:])])


def _shape(table: Table, week: dt.date | None, today: dt.date | None, title: str) -> Shaped:
    table = with_listed_parts(with_full_names(with_one_of_each(table)))
    roles = guess_roles(table := with_nights(table))
    if "sleep" not in roles and (slept := with_night_of_clocks(table)) is not None:
        table, roles = slept, guess_roles(slept)
    if {"athlete", "item", "value"} <= roles.keys() and roles.keys() & {"time", "date"}:
        return Shaped(_pivoted(table, roles), "long")
    days = day_columns(table)
    if week is None and (week := week_of_title(title, table.name)) is not None:
        said = Problem(None, None, f"Weekdays are of the week of {week.day} {week:%b %Y}, which the title names.")
        table = replace(table, problems=(*table.problems, said))
    if len(days) >= 2 and not are_measures(names_down(table)) and ("athlete" in roles or not is_day_down(table)):
        if "athlete" in roles:
            table = below_their_names(table, table.labels.index(roles["athlete"]))
        return _weeks(table, roles, days, week, today, title)
    dated = without_weekdays(table)
    if "athlete" not in roles and (people := people_columns(dated, guess_roles(dated))):
        return _of_what(_by_date(dated, people, week, today), title, dated.header[0])
    if not {"time", "date"} & roles.keys():
        table = with_day_of_title(table, title)
    if "athlete" in roles and "time" not in roles:
        table = below_their_names(table, table.labels.index(roles["athlete"]))
    return Shaped(with_each_name(table, roles))


def _weeks(
    table: Table, roles: dict[str, str], days: dict[int, Day], week: dt.date | None, today: dt.date | None, title: str
) -> Shaped:
    """Return a sheet of names down and days across, with a column for each measure where its rows name several."""
    named = table.labels.index(roles["athlete"]) if "athlete" in roles else None
    places = (place for place in range(len(table.header)) if place not in days and place != named)
    item = next((place for place in places if named is not None and are_measures(sample(table, place))), None)
    if item is None:
        return _of_what(_by_athlete(table, roles, days, week, today), title, table.header[0])
    told = table.column(item)
    measures = list(dict.fromkeys(text for text in told if text))
    each = [_by_athlete(_of_rows(table, told, measure), roles, days, week, today) for measure in measures]
    return Shaped(
        side_by_side([shaped.table for shaped in each], measures),
        needs_week=any(shaped.needs_week for shaped in each),
    )


def _of_rows(table: Table, told: Sequence[str], measure: str) -> Table:
    """Return a table with the rows of one measure."""
    kept = [index for index, text in enumerate(told) if text == measure]
    numbers = [table.numbers[index] for index in kept]
    return replace(table, numbers=numbers, given_rows=[table.row(index) for index in kept], given_columns=None)


def _of_what(shaped: Shaped, title: str, corner: str) -> Shaped:
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
    is_far = shaped.value == "soreness" and max(rated, default=0.0) > _TO_TEN and not _title(shaped.table, title)
    return replace(shaped, value="") if is_far else shaped


def _together(blocks: Sequence[Shaped], titles: Sequence[str]) -> Shaped:
    """Return the tables of one sheet as one: below each other, or with a column each where they hold other things."""
    first = blocks[0]
    held = [next((role for role in TELLING if tells(title, role)), "") for title in titles]
    if all(block.shape in _OF_NAMES_AND_DAYS and block.has_names for block in blocks) and len(set(held)) == len(held):
        return Shaped(
            side_by_side([block.table for block in blocks], titles),
            needs_week=any(block.needs_week for block in blocks),
        )
    same = [block for block in blocks if block.table.header == first.table.header]
    rows = [row for block in same for row in block.table.rows]
    numbers = [number for block in same for number in block.table.numbers]
    table = replace(first.table, numbers=numbers, given_rows=rows, given_columns=None)
    return replace(first, table=table, needs_week=any(block.needs_week for block in same))


def _title(table: Table, title: str) -> str:
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
        named = next((place for place in others if are_names(sample(table, place))), None)
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


def _by_date(table: Table, people: Sequence[int], week: dt.date | None, today: dt.date | None) -> Shaped:
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
