"""A form's grid of days, "Soreness [Mon]", "Soreness [Tue]", as a row for each day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from legrun.logs.fields.dates import Order
from legrun.logs.log import Problem
from legrun.logs.reading.table import Table
from legrun.roster.forms.days import Day, PartDay, day_of, is_of_a_day
from legrun.roster.forms.moments import moments_of
from legrun.roster.forms.words import tells
from legrun.scenario.hours import DAY

__all__ = ["has_grid_of_days", "with_days_of_grid"]

DATE = "Date"
_ROW = re.compile(r"^(.*\S)\s*\[([^\[\]]+)\]\s*$")
_WITH_ZONE = re.compile(r"(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\b", re.I)
_WEEK = 7
Cells = Mapping[str, Mapping[Day, str]]  # what a row says, by question and day


def has_grid_of_days(labels: Sequence[str]) -> bool:
    """Return whether columns are days of a grid.

    Examples
    --------
    >>> has_grid_of_days(["Sore? [Mon]", "Sore? [Tue]"]), has_grid_of_days(["Sore? [Quads]", "Sore? [Calves]"])
    (True, False)
    """
    return sum(map(is_of_a_day, labels)) > 1


def with_days_of_grid(
    table: Table, roles: Mapping[str, str], today: dt.date | None, order: Order | None = None
) -> Table:
    """Return a form's answers with a row for each day of its grids; the day of the answer stays in the answer's own.

    Weekdays are of the answer's week. Where somebody rates one that is still to come they are all of the week before; a
    plan whose days are all over is of the next week. Where nothing tells when an answer was sent the table stays.

    Examples
    --------
    >>> header = ("Timestamp", "Name", "Sore legs? (0-10) [Tue]", "Sore legs? (0-10) [Wed]")
    >>> table = Table(header, range(2, 3), [["2026-05-06 06:10", "Ana", "2", "7"]])
    >>> dated = with_days_of_grid(table, {"time": "Timestamp", "athlete": "Name"}, None)
    >>> dated.header, dated.rows[1]
    (('Timestamp', 'Name', 'Sore legs? (0-10)', 'Date'), ['', 'Ana', '2', '2026-05-05'])
    """
    grid = {
        place: (match[1], day)
        for place, label in enumerate(table.labels)
        if (match := _ROW.match(label)) and (day := day_of(match[2])) is not None
    }
    by_day = {match[1] for label in table.labels if is_of_a_day(label) and (match := _ROW.match(label))}
    grid = {place: row for place, row in grid.items() if row[0] in by_day}  # "Sore? [1-5]" alone names a scale
    if len(grid) < 2 or "date" in roles or not {"time", "athlete"} <= roles.keys():
        return table
    sent = _days_sent(table, roles["time"], today, order)
    named = table.labels.index(roles["athlete"])
    if sent is None or named in grid:
        return table
    others = [place for place in range(len(table.header)) if place not in grid]
    asked = list(dict.fromkeys(question for question, _ in grid.values()))
    rows, numbers = [], []
    for number, row, day in zip(table.numbers, table.rows, sent, strict=True):
        cells = [*row, *[""] * (len(table.header) - len(row))]
        told: dict[str, dict[Day, str]] = {question: {} for question in asked}
        for place, (question, of) in grid.items():
            if text := cells[place].strip():
                told[question][of] = text
        days = {} if day is None else _by_day(told, day)
        own = days.pop(day, {}) if day is not None else {}
        rows.append([*(cells[place] for place in others), *(own.get(question, "") for question in asked), ""])
        for other, texts in days.items():
            name = (cells[place] if place == named else "" for place in others)
            rows.append([*name, *(texts.get(question, "") for question in asked), other.isoformat()])
        numbers += [number] * (1 + len(days))
    said = Problem(None, None, f"A row for each day of {' and '.join(asked)}.")
    header = (*(table.header[place] for place in others), *asked, DATE)
    dated = replace(table, header=header, numbers=numbers, given_rows=rows, given_columns=None)
    return replace(dated, problems=(*table.problems, said))


def _days_sent(table: Table, label: str, today: dt.date | None, order: Order | None) -> list[dt.date | None] | None:
    """Return the day on which each answer was sent; None where its clock is of another zone."""
    texts = table.column(table.labels.index(label))
    if any(map(_WITH_ZONE.search, (label, *texts))):
        return None
    read = moments_of(label, texts, order, now=None if today is None else dt.datetime.combine(today, dt.time()))
    # Where it is open which number is the month nothing is read before that is said, and then anew.
    return [None if moment is None else moment.date() for moment in read.values]


def _by_day(told: Cells, sent: dt.date) -> dict[dt.date, dict[str, str]]:
    """Return what an answer says of each day, by question."""
    days: dict[dt.date, dict[str, str]] = {}
    for question, cells in told.items():
        dated = {of: date for of in cells if (date := _date(of, sent)) is not None}
        if tells(question, "plan"):
            is_next = "next" in question.casefold() or all(date < sent for date in dated.values())
            moved = _WEEK * is_next
        else:
            moved = -_WEEK * any(date > sent for date in dated.values())
        for of, date in dated.items():
            day = date + moved * DAY if isinstance(of, int) else date
            days.setdefault(day, {})[question] = cells[of]
    return days


def _date(day: Day, sent: dt.date) -> dt.date | None:
    if isinstance(day, PartDay):
        return day.nearest(sent)
    return sent + (day - sent.weekday()) * DAY if isinstance(day, int) else day
