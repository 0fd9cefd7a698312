"""Several sessions of a day in columns beside each other: "AM" and "PM", "Session 1" and "Session 2"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

from legrun.logs.mapping.words.weekdays import weekday
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold
from legrun.roster.forms.days import asked_ahead
from legrun.roster.forms.role_cells import mostly
from legrun.roster.forms.roles import sample
from legrun.roster.forms.words import tells
from legrun.roster.sessions.text import parse_sessions

__all__ = ["with_each_session"]

PLAN = "Plan"
_NUMBERED = re.compile(r"^(.*?[^\W\d_].*?)[\s_#.-]*([1-4])$")
_ANY_DAY = dt.date(2000, 1, 1)


def with_each_session(table: Table, roles: Mapping[str, str]) -> Table:
    """Return a table in which a day's sessions that stand side by side are in one cell, or in rows of their own.

    Examples
    --------
    >>> table = Table(("Athlete", "AM", "PM"), range(2, 3), [["Ana", "Easy 40", "Legs 60"]])
    >>> with_each_session(table, {"athlete": "Athlete"}).rows
    [['Ana', 'AM Easy 40 / PM Legs 60']]
    >>> header = ("Athlete", "Session 1", "Min 1", "Session 2", "Min 2")
    >>> table = Table(header, range(2, 3), [["Ana", "Legs", "60", "Easy run", "30"]])
    >>> each = with_each_session(table, {"athlete": "Athlete"})
    >>> each.header, each.rows
    (('Athlete', 'Session', 'Min'), [['Ana', 'Legs', '60'], ['Ana', 'Easy run', '30']])
    """
    if "athlete" not in roles:
        return table
    return _with_parts_of_day(table) or _with_several_plans(table, roles) or _with_numbered(table, roles) or table


def _with_parts_of_day(table: Table) -> Table | None:
    """Return a table with one plan of the columns that are called after parts of the day; None where there are none."""
    parts = {
        place: f"{part} "
        for place, name in enumerate(table.header)
        if (part := _part_of_day(name)) and mostly(sample(table, place), _is_session)
    }
    return _with_one_plan(table, parts)


def _part_of_day(name: str) -> str:
    """Return the part of the day that a header is called after, "AM" or "AM session"; nothing for others."""
    if asked_ahead(name) or tells(name, "past", "days"):
        return ""
    part = " ".join(word for word in name.split() if not tells(word, "plan") and not tells(word, "done"))
    return part if fold(part) in word_set("day_parts") else ""


def _with_several_plans(table: Table, roles: Mapping[str, str]) -> Table | None:
    """Return a table with one plan of "Planned run" and "Planned gym"; another plan, "Plan B", is none of both."""
    if "plan" not in roles or not {"time", "date"} & roles.keys():
        return None
    free = {place for place, label in enumerate(table.labels) if label == roles["plan"] or label not in roles.values()}
    ahead = asked_ahead(roles["plan"])
    parts = {
        place: ""
        for place in sorted(free)
        if tells(label := table.labels[place], "plan")
        and not (tells(label, "plan", "not") or tells(label, "other_plan", "rows") or _names_day(label))
        and asked_ahead(label) == ahead
        and mostly(sample(table, place), _is_session)
    }
    return _with_one_plan(table, parts)


def _names_day(label: str) -> bool:
    """Return whether a label has a date, or a weekday: "Tue planned"."""
    return any(any(map(str.isdigit, word)) or weekday(word) is not None for word in fold(label).split())


def _with_one_plan(table: Table, parts: Mapping[int, str]) -> Table | None:
    """Return a table with the cells of some columns, and what stands before each, as one plan of several sessions."""
    if len(parts) < 2 or not any(sample(table, place) for place in parts):
        return None
    rows = []
    for row in table.rows:
        cells = [*row, *[""] * (len(table.header) - len(row))]
        plan = " / ".join(f"{said}{cells[place].strip()}" for place, said in parts.items() if cells[place].strip())
        rows.append([*(cell for place, cell in enumerate(cells) if place not in parts), plan])
    header = (*(name for place, name in enumerate(table.header) if place not in parts), PLAN)
    return replace(table, header=header, given_rows=rows, given_columns=None)


def _is_session(cell: str) -> bool:
    return parse_sessions(cell, _ANY_DAY) is not None


def _with_numbered(table: Table, roles: Mapping[str, str]) -> Table | None:
    """Return a table with a row for each numbered session of a row; None where none are numbered."""
    groups: dict[str, dict[str, int]] = {}
    for place, name in enumerate(table.header):
        if match := _NUMBERED.match(name.strip()):
            groups.setdefault(match[2], {})[match[1].strip()] = place
    stems = set(groups["1"]) & set(groups["2"]) if {"1", "2"} <= groups.keys() else set()
    if not any(tells(stem, role) for stem in stems for role in ("plan", "done")):
        return None
    of = {place: (count, stem) for count, places in groups.items() for stem, place in places.items() if stem in stems}
    first = [place for place in range(len(table.header)) if place not in of or of[place][0] == "1"]
    kept = {table.labels.index(roles[role]) for role in ("athlete", "time", "date") if role in roles}
    rows, numbers = [], []
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = [*row, *[""] * (len(table.header) - len(row))]
        rows.append([cells[place] for place in first])
        numbers.append(number)
        for count in sorted(groups.keys() - {"1"}):
            own = {
                stem: cells[place] for stem, place in groups[count].items() if stem in stems and cells[place].strip()
            }
            if own:
                rows.append([own.get(of[at][1], "") if at in of else cells[at] if at in kept else "" for at in first])
                numbers.append(number)
    header = tuple(of[place][1] if place in of else table.header[place] for place in first)
    return replace(table, header=header, numbers=numbers, given_rows=rows, given_columns=None)
