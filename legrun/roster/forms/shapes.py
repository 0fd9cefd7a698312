"""A coach's sheets in the one shape that is read: a row for each athlete and day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from legrun.logs.fields.dates import Order
from legrun.logs.log import Problem
from legrun.logs.mapping.shapes.shown_cells import as_shown
from legrun.logs.reading.table import Table
from legrun.roster.forms.blocks import below_their_names, blocks_of, by_person, of_groups, side_by_side
from legrun.roster.forms.full_names import with_full_names
from legrun.roster.forms.grids import has_grid_of_days, with_days_of_grid
from legrun.roster.forms.header_lines import below_preamble, with_second_line
from legrun.roster.forms.listed_parts import with_listed_parts
from legrun.roster.forms.matrix import (
    are_measures,
    day_columns,
    is_day_down,
    is_moment_column,
    names_down,
    people_columns,
    without_weekdays,
)
from legrun.roster.forms.measures_down import with_measures_across
from legrun.roster.forms.nights import with_night_of_clocks, with_nights
from legrun.roster.forms.people import with_each_name
from legrun.roster.forms.roles import TELLING, guess_roles
from legrun.roster.forms.sections import with_one_of_each
from legrun.roster.forms.several_sessions import with_each_session
from legrun.roster.forms.shaped import ATHLETE, Shaped
from legrun.roster.forms.split_headers import day_measures, person_measures, with_numbered_days
from legrun.roster.forms.titles import week_of_title, with_day_of_title
from legrun.roster.forms.week_rows import by_date, by_measures, of_what, title_of, weeks, with_dates_of_days
from legrun.roster.forms.words import tells

__all__ = ["shape"]

_OF_NAMES_AND_DAYS = ("by date", "by athlete")


def shape(
    table: Table, week: dt.date | None = None, today: dt.date | None = None, order: Order | None = None
) -> Shaped:
    """Return a coach's table as rows.

    Parameters
    ----------
    table : Table
        The file.
    week : date, optional
        Any day of the week that weekdays are of, where the sheet has no date.
    today : date, optional
        Day near which dates without a year are, where their weekday agrees.
    order : {"dmy", "mdy"}, optional
        Order of day and month that a person chose.

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
        replace(_shape(_in_days(block, today, order), week, today, said), title=title_of(block, said))
        for at, (above, block) in enumerate(blocks_of(table))
        for said in [above or (title if not at else "")]
    ]
    return blocks[0] if len(blocks) == 1 else _together(blocks, [title, *(above for above, _ in blocks_of(table)[1:])])


def _shape(table: Table, week: dt.date | None, today: dt.date | None, title: str) -> Shaped:
    table, roles = _in_plain(table, title)
    if {"athlete", "item", "value"} <= roles.keys() and roles.keys() & {"time", "date"}:
        return Shaped(_pivoted(table, roles), "long")
    days = day_columns(table)
    measured = day_measures(table) if "athlete" in roles and len(days) < 2 else {}
    corner = table.header[0] if len(days) > 1 and 0 not in days else ""
    if week is None and (week := week_of_title(title, table.name) or week_of_title(corner, "")) is not None:
        said = Problem(None, None, f"Weekdays are of the week of {week.day} {week:%b %Y}, which the title names.")
        table = replace(table, problems=(*table.problems, said))
    if measured:
        return by_measures(table, roles, measured, week, today)
    named_beside = roles.get("athlete", table.labels[0]) != table.labels[0]
    are_people = named_beside or not are_measures(names_down(table))
    if len(days) >= 2 and are_people and ("athlete" in roles or not is_day_down(table)):
        if "athlete" in roles:
            table = below_their_names(table, table.labels.index(roles["athlete"]))
        return weeks(table, roles, days, week, today, title)
    dated = without_weekdays(table)
    if "athlete" not in roles and (people := people_columns(dated, guess_roles(dated))):
        return of_what(by_date(dated, people, week, today), title, dated.header[0])
    if not {"time", "date"} & roles.keys():
        table = with_day_of_title(table, title)
    if "athlete" in roles and "time" not in roles:
        table = below_their_names(table, table.labels.index(roles["athlete"]))
        if "date" in roles:
            table = below_their_names(table, table.labels.index(roles["date"]), "day")
            return with_dates_of_days(with_each_name(table, roles), roles["date"], week, today)
    return Shaped(with_each_name(table, roles))


def _in_days(table: Table, today: dt.date | None, order: Order | None) -> Table:
    """Return a form's answers with a row for each day of a grid."""
    return with_days_of_grid(table, guess_roles(table), today, order) if has_grid_of_days(table.labels) else table


def _in_plain(table: Table, title: str) -> tuple[Table, dict[str, str]]:
    """Return a table with what its cells and its headers say in short told in columns and rows, and its roles."""
    table = with_listed_parts(with_full_names(with_one_of_each(with_measures_across(table))))
    table = with_nights(with_numbered_days(table, (title, table.header[0], PurePath(table.name).stem)))
    roles = guess_roles(table)
    if "athlete" not in roles and is_moment_column(table, 0) and (pairs := person_measures(table)):
        table = by_person(table, pairs, table.header[0])
        roles = guess_roles(table)
    if (told := with_each_session(table, roles)) is not table:
        table, roles = told, guess_roles(told)
    if "sleep" not in roles and (slept := with_night_of_clocks(table)) is not None:
        table, roles = slept, guess_roles(slept)
    return table, roles


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
