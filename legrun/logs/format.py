"""What a format is: its columns, how it is recognised, and the notes its reader takes.

A further format is one new module in `legrun.logs.formats` with a constant ``FORMATS``; nothing else changes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from legrun.logs.choices import choices_for
from legrun.logs.fields.dates import find_zone
from legrun.logs.fields.numerals import parse_numbers
from legrun.logs.log import Assumption, Problem
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import header_key, quoted
from legrun.scenario import Athlete, CheckIn, Session

__all__ = ["Columns", "Findings", "Format", "Notes"]


class Notes:
    """Collects what a reader assumed and could not use, and knows what the user chose.

    Parameters
    ----------
    choices : mapping of str to str
        The user's choices by assumption key.
    tz : str, optional
        The user's time zone, for formats that write UTC.
    scope : str
        The sort of file that is read: choices made for it win over those made for every file.

    Examples
    --------
    >>> notes = Notes({"weight_unit": "lb"})
    >>> notes.choose("weight_unit", "kg", "the file does not say", ("kg", "lb"))
    'lb'
    >>> notes.assumptions[0].reason
    'chosen by you'
    """

    def __init__(self, choices: Mapping[str, str] | None = None, tz: str | None = None, scope: str = "") -> None:
        self.choices = choices_for(scope, choices or {})
        self.scope = scope
        self.zone: dt.tzinfo | None = find_zone(tz)
        self.zone_name = tz or ""
        self.problems: list[Problem] = []
        self.assumptions: list[Assumption] = []
        if tz and self.zone is None:
            self.problem(None, None, f"The time zone {quoted(tz)} is not known; times stay as the file writes them.")

    def problem(self, row: int | None, column: str | None, message: str) -> None:
        """Note something that could not be used."""
        self.problems.append(Problem(row, column, message))

    def assume(self, key: str, value: str, reason: str, options: tuple[str, ...] = (), *, instead: str = "") -> None:
        """Note something that was decided; `instead` is another reading that is about as likely."""
        self.assumptions.append(Assumption(key, value, reason, options, self.scope, instead))

    def choose(self, key: str, value: str, reason: str, options: tuple[str, ...], *, instead: str = "") -> str:
        """Note a decision that the user may overrule, and return what holds.

        Where `instead` is about as likely, the person is asked if much depends on it.
        """
        chosen = self.choices.get(key)
        if chosen is not None and chosen not in options:
            allowed = ", ".join(options)
            self.problem(None, None, f"The choice {quoted(chosen)} for {quoted(key)} is not one of {allowed}.")
            chosen = None
        said = "chosen by you" if chosen else reason
        self.assume(key, chosen or value, said, options, instead="" if chosen else instead)
        return chosen or value


@dataclass(frozen=True)
class Columns:
    """The columns of one table under a format's own keys.

    Attributes
    ----------
    table : Table
        The file.
    places : mapping of str to int
        Position of each column that is there.
    """

    table: Table
    places: Mapping[str, int]

    def has(self, key: str) -> bool:
        """Tell whether the file has the column."""
        return key in self.places

    def name(self, key: str) -> str | None:
        """Return the column's name as the file writes it."""
        return self.table.header[self.places[key]] if key in self.places else None

    def first(self, *keys: str) -> str:
        """Return the first of `keys` that the file has, or the first of all."""
        return next((key for key in keys if key in self.places), keys[0])

    def texts(self, key: str) -> list[str]:
        """Return the column's cells; empty texts where the file has no such column."""
        return self.table.column(self.places.get(key))

    def first_rows(self, *keys: str) -> list[int]:
        """Return the first row of each combination of texts that some columns hold, in the order of the file.

        Examples
        --------
        >>> table = Table(("a", "b"), range(2, 5), [["x", "y"], ["x", "y"], ["x", "z"]])
        >>> Columns(table, {"a": 0, "b": 1}).first_rows("a", "b")
        [0, 2]
        """
        rows: list[int] = np.sort(np.unique(self._combined(keys), return_index=True)[1]).tolist()
        return rows

    def _combined(self, keys: Sequence[str]) -> NDArray[np.int64]:
        combined = np.zeros(len(self.table.numbers), dtype=np.int64)
        for key in keys:
            if key in self.places:
                combined = combined * len(self.table.coded(self.places[key]).distinct) + self.codes(key)
        return combined

    def codes(self, key: str) -> NDArray[np.int32]:
        """Return for each row which of the column's distinct texts it holds; all alike without such a column."""
        if key not in self.places:
            return np.zeros(len(self.table.numbers), dtype=np.int32)
        return self.table.coded(self.places[key]).codes

    def numbers(
        self, key: str, notes: Notes, *, low: float, high: float, what: str, decimal: str | None = None
    ) -> NDArray[np.float64]:
        """Return the column's cells as numbers; note each outside [low, high] or no number, and read NaN."""
        if key not in self.places:
            return np.full(len(self.table.numbers), np.nan)
        column = self.table.coded(self.places[key])
        read = parse_numbers(column.distinct, decimal)
        values = {text: np.nan if value is None else value for text, value in read.values.items()}
        wrong = set(read.bad)
        for text, value in read.values.items():
            if value is not None and not low <= value <= high:
                wrong.add(text)
                values[text] = np.nan
        if wrong:
            for number, text in zip(self.table.numbers, column.cells, strict=True):
                if text in wrong and text != self.name(key):  # a header repeated inside is noted once
                    message = f"The {what} is {quoted(text)}; it was not used."
                    notes.problem(number, self.name(key), message)
        return np.array([values[text] for text in column.distinct], dtype=np.float64)[column.codes]


@dataclass(frozen=True)
class Findings:
    """What a format's reader found.

    Attributes
    ----------
    sessions, check_ins, sleep_h
        As in `Log`, in any order.
    workouts : int
        Distinct workouts that gave a session.
    unknown_exercises : mapping of str to int
        Exercises not known and their number of sets.
    choices : mapping of str to str
        Choices that the file keeps.
    athlete : Athlete or None
        Who it is, where the file says so.
    """

    sessions: Iterable[Session] = ()
    check_ins: Iterable[CheckIn] = ()
    sleep_h: Mapping[dt.date, float] = field(default_factory=dict)
    workouts: int = 0
    unknown_exercises: Mapping[str, int] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    athlete: Athlete | None = None


@dataclass(frozen=True)
class Format:
    """One app's export.

    Attributes
    ----------
    name : str
        What people call it.
    columns : mapping of str to tuple of str
        Our key for a column, and every header name it has been seen under, in any language.
    required : tuple of str
        Keys of the columns that together are found in no other export.
    read : callable
        ``read(columns, notes) -> Findings``.
    second : mapping of str to str
        Our key for the second column of the same name: Strava writes kilometres first and metres second.
    prepare : callable, optional
        Mends rows before they are read, where the format is known to break them.
    reshape : callable, optional
        Makes one plain table of a file that has lines before its header, or several tables; None for another format's.
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]
    read: Callable[[Columns, Notes], Findings]
    second: Mapping[str, str] = field(default_factory=dict)
    prepare: Callable[[Table, Notes], Table] | None = None
    reshape: Callable[[Table], Table | None] | None = None

    @cached_property
    def _keys(self) -> Mapping[str, tuple[str, ...]]:
        """The names of each column as they are compared."""
        return {key: tuple(map(header_key, names)) for key, names in self.columns.items()}

    def place(self, table: Table) -> Columns | None:
        """Return the table's columns under this format's keys, or None when it is another format's table."""
        if self.reshape is not None:
            reshaped = self.reshape(table)
            if reshaped is None:
                return None
            table = reshaped
        if not all(table.has_any(self._keys[key]) for key in self.required if key in self._keys):
            return None
        places: dict[str, int] = {}
        for key, names in self._keys.items():
            index = table.first_of(names)
            if index is not None:
                places[key] = index
        for key, of in self.second.items():
            index = table.find_second(*self.columns[of])
            if index is not None:
                places[key] = index
        return Columns(table, places) if all(key in places for key in self.required) else None
