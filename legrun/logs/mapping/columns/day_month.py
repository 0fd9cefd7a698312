"""Which of day and month stands first in a column of dates, where only the other columns can tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from legrun.logs.fields.dates import Order, parse_moments
from legrun.logs.mapping.words.weekdays import weekday
from legrun.logs.reading.table import Table

__all__ = ["order_elsewhere"]

_MOST_COLUMNS, _LOOKED_AT = 100, 500  # columns and cells that are looked at
_PART = 0.9  # of the cells of a column that must be weekdays
_NEAR = dt.timedelta(days=3)  # a session is written down, or sent in, so soon after it was
_ORDERS: tuple[Order, Order] = ("dmy", "mdy")
Fits = Callable[[dt.datetime, int], bool]


def order_elsewhere(table: Table, texts: Sequence[str]) -> Order | None:
    """Return the order of day and month that other columns prove for dates that fit both; None where none does.

    A column proves it that has dates of its own with a day over 12, names the day of the week, or writes about the same
    days in a way that leaves no doubt.

    Examples
    --------
    >>> table = Table(("Day", "Date"), range(2, 4), [["Mon", "02/03/2025"], ["Wed", "02/05/2025"]])
    >>> order_elsewhere(table, table.column(1))
    'mdy'
    """
    if parse_moments(texts).order_sure:
        return None
    seen = texts[:_LOOKED_AT]
    moments = {order: parse_moments(seen, order=order).values for order in _ORDERS}
    rows = [(at, moments["dmy"][text], moments["mdy"][text]) for at, text in enumerate(seen)]
    for place in range(min(len(table.header), _MOST_COLUMNS)):
        cells = table.column(place)[:_LOOKED_AT]
        others = parse_moments(cells)
        if others.order is not None:
            if others.order_sure:
                return others.order
        elif (fits := _fits(cells, others.values)) and (order := _fitting(rows, fits)):
            return order
    return None


def _fits(cells: Sequence[str], moments: Mapping[str, dt.datetime | None]) -> Fits | None:
    """Return what tells whether a date fits the cell beside it: its weekday, or a date that leaves no doubt."""
    filled = [cell for cell in cells if cell]
    days = [weekday(cell) for cell in cells]
    if filled and sum(day is not None for day in days) >= _PART * len(filled):
        return lambda moment, at: days[at] == moment.weekday()
    dates = [moments[cell] for cell in cells]
    if not any(dates):
        return None
    return lambda moment, at: (date := dates[at]) is not None and abs(date - moment) <= _NEAR


def _fitting(rows: Iterable[tuple[int, dt.datetime | None, dt.datetime | None]], fits: Fits) -> Order | None:
    """Return the order in which dates fit where in the other they do not, if no row speaks for the other."""
    said: set[Order] = set()
    for at, *moments in rows:
        fitting = [moment is not None and fits(moment, at) for moment in moments]
        if fitting[0] != fitting[1]:
            said.add(_ORDERS[fitting.index(True)])
    return said.pop() if len(said) == 1 else None
