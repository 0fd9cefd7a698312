"""A coach's table in the one shape that is read, and what shape it had."""

from __future__ import annotations

from dataclasses import dataclass

from legrun.logs.reading.table import Table

__all__ = ["ATHLETE", "DATE", "SHAPES", "VALUE", "Shaped"]

SHAPES = {
    "rows": "a row for each athlete and day",
    "long": "a row for each answer",
    "by date": "days down, athletes across",
    "by athlete": "athletes down, days across",
}
DATE, ATHLETE, VALUE = "Date", "Athlete", "Value"


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
