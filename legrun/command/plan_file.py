"""A planned week from a CSV: as Week downloads it, or as someone types it."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from legrun.command.moments import is_time, time_of_day, weekday
from legrun.errors import LegrunError, LogFormatError
from legrun.inputs.form import TERRAINS
from legrun.scenario import PlanItem
from legrun.scenario.fields import YEARS
from legrun.scenario.names import KIND_NAMES
from legrun.scenario.week_plan import DAYS, WeekPlan
from legrun.week.plan import next_monday
from legrun.week.table import DAY_CELL, KINDS, NEEDED, TIME, WEEKDAYS, read_rows
from legrun.wording.languages import dated
from legrun.wording.rounding import counted, listed

__all__ = ["read_plan"]

# A column of Week's table, and every header that it may stand under.
HEADERS = {
    "Day": ("day", "weekday", "date"),
    "Time": ("time",),
    "Start": ("local start", "start"),
    "Kind": ("kind", "session", "type"),
    "Name": ("name",),
    "Minutes": ("minutes", "duration", "min"),
    "Effort": ("effort", "effort (0-10)", "rpe"),
    "Terrain": ("terrain",),
    "Downhill": ("downhill (min)",),
    "May move": ("may move",),
    "Key": ("key",),
    "Not on": ("not on",),
}
WORDS = {"leg": KIND_NAMES["legs"], **{str(kind): name for kind, name in KIND_NAMES.items()}}
NO = ("", "no", "n", "false", "0", "fixed")
NUMBERS = ("Minutes", "Effort", "Downhill")
MOST_PROBLEMS = 5


def read_plan(data: bytes, now: dt.datetime) -> WeekPlan:
    r"""Return the week of a table with a row for each session.

    Parameters
    ----------
    data : bytes
        CSV: ``day,time,kind,minutes,effort`` and, where wanted, ``name``, ``terrain``, ``key``, ``may move`` and
        ``not on``; or ``local start`` in place of day and time, as Week downloads it.
    now : datetime.datetime
        Weekdays without a date are those of the week from the next Monday on.

    Raises
    ------
    LogFormatError
        If a row makes no session; the sentence names it. A plan is used whole or not at all.

    Examples
    --------
    >>> plan = read_plan(b"day,time,kind,minutes,effort\nMon,18:00,legs,60,8\nTue,18:00,intervals,45,8\n",
    ...                  dt.datetime(2026, 3, 4, 7))
    >>> plan.first, [item.session.style for item in plan.items]
    (datetime.date(2026, 3, 9), [None, 'intervals'])
    """
    rows = [_named(row) for row in _rows(data)]
    _refuse_other_tables(rows[0])
    cells = _every_cell(rows)
    dates = [date for row in rows if (date := _date(row)) is not None]
    if dates and (max(dates) - min(dates)).days >= DAYS:
        raise LogFormatError(f"The plan runs from {dated(min(dates))} to {dated(max(dates))}; a week has seven days.")
    base = WeekPlan(min(dates, default=next_monday(now.date())), on_past=True)
    plan, problems = read_rows(cells, base)
    _refuse(problems)
    return dataclasses.replace(plan, items=_with_descents(plan.items, rows, cells))


def _refuse_other_tables(row: Mapping[str, str]) -> None:
    """Refuse a table that lacks a column which every plan has: what is missing in each row is said once."""
    shown = {*row, *((DAY_CELL, TIME) if "Start" in row else ())}
    missing = [f'"{name.lower()}"' for name in NEEDED if name not in shown]
    if missing:
        needed = ",".join(name.lower() for name in NEEDED)
        raise LogFormatError(f"The plan has no column {listed(missing)}; it needs a header like {needed}.")


def _every_cell(rows: Sequence[Mapping[str, str]]) -> list[dict[str, Any]]:
    """Return all rows as Week's table has them, or say of each what cannot be read in it."""
    cells: list[dict[str, Any]] = []
    problems: list[str] = []
    for number, row in enumerate(rows, start=1):
        try:
            cells.append(_cells(row))
        except LegrunError as error:
            problems.append(f"Row {number}: {error}")
    _refuse(problems)
    return cells


def _refuse(problems: Sequence[str]) -> None:
    """Refuse a plan with some problems: the first are said, further ones counted."""
    more = len(problems) - MOST_PROBLEMS
    said = [*problems[:MOST_PROBLEMS], *([f"{counted(more, 'more row')} cannot be used either."] if more > 0 else [])]
    if said:
        raise LogFormatError(f"The plan cannot be used: {' '.join(said)}")


def _rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows by header; lines that begin with # are no rows."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    lines = [line for line in io.StringIO(text) if line.strip() and not line.startswith("#")]
    if not lines:
        raise LogFormatError("The plan is empty; it needs a header and a row for each session.")
    delimiter = max(",;\t", key=lines[0].count)
    rows = list(csv.DictReader(lines, delimiter=delimiter, restval=""))
    if not rows:
        raise LogFormatError("The plan has a header and no session.")
    return [{str(name): str(cell) for name, cell in row.items() if name is not None} for row in rows]


def _named(row: Mapping[str, str]) -> dict[str, str]:
    """Return a row by the names of Week's table."""
    cells = {name.strip().casefold(): cell.strip() for name, cell in row.items()}
    named = {
        column: next((cells[header] for header in headers if header in cells), None)
        for column, headers in HEADERS.items()
    }
    return {column: cell for column, cell in named.items() if cell is not None}


def _date(row: Mapping[str, str]) -> dt.date | None:
    """Return the date of a row that has one."""
    text = row.get("Start") or row.get("Day") or ""
    try:
        date = dt.datetime.fromisoformat(text).date()
    except ValueError:
        return None
    if date.year not in YEARS:
        raise LogFormatError(f"{date} lies outside the years {YEARS[0]} to {YEARS[-1]}.")
    return date


def _cells(row: Mapping[str, str]) -> dict[str, Any]:
    """Return a row as Week's table has it."""
    cells: dict[str, Any] = {name: row.get(name, "") for name in ("Day", "Time", "Kind", "Name")}
    date = _date(row)
    if date is not None:
        cells["Day"] = WEEKDAYS[date.weekday()]
        cells["Time"] = dt.datetime.fromisoformat(row["Start"]).time() if row.get("Start") else cells["Time"]
    else:
        day = weekday(cells["Day"])
        cells["Day"] = WEEKDAYS[day] if day is not None else cells["Day"]
    cells["Kind"] = _kind(cells["Kind"])
    if isinstance(cells["Time"], str) and is_time(cells["Time"].lower()):
        cells["Time"] = time_of_day(cells["Time"].lower())
    cells |= {name: _number(row.get(name, "")) for name in NUMBERS}
    cells["Terrain"] = _terrain(row.get("Terrain", ""))
    cells["May move"] = (row.get("May move") or "yes").casefold() not in NO
    cells["Key"] = row.get("Key", "").casefold() not in NO
    cells["Not on"] = [_weekday(day) for day in re.split(r"[\s,;/]+", row.get("Not on", "")) if day]
    return cells


def _terrain(cell: str) -> str:
    """Return a terrain of Week's table, flat where the cell is empty."""
    terrain = cell.capitalize() or "Flat"
    if terrain not in TERRAINS:
        raise LogFormatError(f'terrain is "{cell[:20]}"; it must be one of {", ".join(TERRAINS)}.')
    return terrain


def _weekday(word: str) -> str:
    """Return the day of Week's table that a word of "not on" names."""
    day = weekday(word)
    if day is None:
        raise LogFormatError(f'not on is "{word[:20]}"; write days like Sat or Sat Sun.')
    return WEEKDAYS[day]


def _kind(cell: str) -> str:
    """Return what Week calls a kind that may be written as the package or as a person writes it."""
    known = {name.casefold(): name for name in KINDS}
    short = {name.removesuffix(" run"): full for name, full in known.items() if name.endswith(" run")}
    return WORDS.get(cell.casefold()) or known.get(cell.casefold()) or short.get(cell.casefold()) or cell


def _number(cell: str) -> Any:
    """Return a cell as a number where it is one, None where it is empty."""
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        if not cell:
            return None
        raise LogFormatError(f'"{cell[:20]}" is no number of minutes or effort.') from None


def _with_descents(
    items: Sequence[PlanItem], rows: Sequence[Mapping[str, str]], cells: Sequence[Mapping[str, Any]]
) -> tuple[PlanItem, ...]:
    """Return the items with the minutes downhill that a download of Week tells; it does not tell how steep."""
    told = {row["Start"]: cell["Downhill"] for row, cell in zip(rows, cells, strict=True) if "Start" in row}
    return tuple(_with_descent(item, told.get(f"{item.session.start:%Y-%m-%d %H:%M}")) for item in items)


def _with_descent(item: PlanItem, minutes: float | None) -> PlanItem:
    if not minutes:
        return item
    grade = TERRAINS["Hilly"][1]
    session = dataclasses.replace(item.session, downhill_minutes=minutes, downhill_grade_pct=grade)
    return dataclasses.replace(item, session=session)
