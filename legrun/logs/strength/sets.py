"""Set rows of a strength log: which workout each belongs to, and which are work.

Everything is done on whole columns and distinct values; a log has tens of thousands of rows but only some
hundred dates and exercises.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from legrun.logs.format import Columns, Notes
from legrun.logs.reading.quick import CodedColumn
from legrun.logs.reading.text import clean, quoted

__all__ = [
    "WORK",
    "SetKind",
    "SetRows",
    "Workout",
    "exercise_names",
    "group_rows",
    "mark_repeated_blocks",
    "mark_unusable",
    "set_kinds",
]

T = TypeVar("T")
SetKind = Literal["work", "failure", "drop", "warm_up", "rest", "note", "skip"]

# What a working set is: drop sets and sets to failure are work, rest timers and warm-ups are not.
WORK: frozenset[SetKind] = frozenset({"work", "failure", "drop"})


class Workout(NamedTuple):
    """One workout as the file gives it.

    Attributes
    ----------
    start : datetime.datetime
        Local start.
    minutes : float or None
        Its duration, if the file has one. [min]
    name : str
        Title, plain text.
    row : int
        Its first row, as a spreadsheet counts.
    rpe, heart, heart_max : float
        Rating of the whole session [0-10] and its heart rates [bpm]; 0 where the file has none.
    estimated : frozenset of str
        What of it is already an estimate, for example ``start`` where the file gives the day only.
    """

    start: dt.datetime
    minutes: float | None
    name: str
    row: int
    rpe: float = 0.0
    heart: float = 0.0
    heart_max: float = 0.0
    estimated: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class SetRows:
    """The rows of a strength log, column by column; row i of each sequence is the same set.

    Attributes
    ----------
    numbers : sequence of int
        Row as a spreadsheet counts.
    workout : list of int
        Index of the workout.
    exercise : sequence of str
        Name of the exercise, plain text.
    kind : list of str
        What sort of row it is; ``skip`` for one that was left out and noted.
    reps, seconds, distance_km, rpe : array of float
        What was done [reps, s, km] and the set's RPE [0-10]; NaN where not given.
    """

    numbers: Sequence[int]
    workout: list[int]
    exercise: Sequence[str]
    kind: list[SetKind]
    reps: NDArray[np.float64] = field(repr=False)
    seconds: NDArray[np.float64] = field(repr=False)
    distance_km: NDArray[np.float64] = field(repr=False)
    rpe: NDArray[np.float64] = field(repr=False)

    @cached_property
    def exercises(self) -> tuple[list[str], NDArray[np.intp]]:
        """Distinct exercises in the order of the file, and the place of each row's among them."""
        if isinstance(self.exercise, CodedColumn):
            return list(self.exercise.distinct), self.exercise.codes.astype(np.intp)
        return _coded(self.exercise)

    @property
    def counts(self) -> dict[SetKind, int]:
        """How many rows there are of each kind."""
        kinds, codes = self._kinds
        return dict(zip(kinds, np.bincount(codes, minlength=len(kinds)).tolist(), strict=True))

    def of_kinds(self, wanted: frozenset[SetKind]) -> NDArray[np.bool_]:
        """Mark the rows of some kinds."""
        kinds, codes = self._kinds
        return np.array([kind in wanted for kind in kinds], dtype=bool)[codes]

    @cached_property
    def _kinds(self) -> tuple[list[SetKind], NDArray[np.intp]]:
        return _coded(self.kind)

    def take(self, places: NDArray[np.intp]) -> SetRows:
        """Return the rows at `places`, each as often as it is named."""
        order = places.tolist()
        return SetRows(
            numbers=[self.numbers[row] for row in order],
            workout=[self.workout[row] for row in order],
            exercise=[self.exercise[row] for row in order],
            kind=[self.kind[row] for row in order],
            reps=self.reps[places],
            seconds=self.seconds[places],
            distance_km=self.distance_km[places],
            rpe=self.rpe[places],
        )


def _coded(texts: Sequence[T]) -> tuple[list[T], NDArray[np.intp]]:
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    return list(places), np.fromiter(map(places.__getitem__, texts), dtype=np.intp, count=len(texts))


def group_rows(
    columns: Columns, keys: Sequence[str], kinds: list[SetKind], counted: Sequence[str], notes: Notes
) -> tuple[list[int], list[int]]:
    """Give each workout a number, and mark rows that only repeat others.

    Parameters
    ----------
    columns : Columns
        The table.
    keys : sequence of str
        Our keys of the columns that together tell one workout from another.
    kinds : list
        Kind of each row; repeated rows become ``skip`` here.
    counted : sequence of str
        The set's number where the row carries one: an identical neighbour can then only be a copy.
    notes : Notes
        Takes a problem for each repeated row.

    Returns
    -------
    workout : list of int
        Index of the workout of each row.
    first : list of int
        Index of the first row of each workout.
    """
    texts = [columns.texts(key) for key in keys]
    count = len(kinds)
    # A workout's rows mostly stand together, so only where a block begins is its workout looked up.
    blocks = [0] * bool(count)
    blocks += (np.flatnonzero(_changes([columns.codes(key) for key in keys], count)) + 1).tolist()
    known: dict[tuple[str, ...], int] = {}
    numbers = [known.setdefault(tuple(cells[index] for cells in texts), len(known)) for index in blocks]
    lengths = np.diff([*blocks, count]) if count else np.empty(0, dtype=np.intp)
    workout: list[int] = np.repeat(np.array(numbers, dtype=np.intp), lengths).tolist()
    first: list[int] = []
    for index, number in zip(blocks, numbers, strict=True):
        if number == len(first):
            first.append(index)
    _mark_copies(columns, kinds, counted, notes)
    if len(blocks) > len(known):
        mark_repeated_blocks(columns, workout, blocks, kinds, notes)
    return workout, first


def _changes(codes: Sequence[NDArray[np.int32]], count: int) -> NDArray[np.bool_]:
    """Mark the rows but the first in which any of some columns differs from the row above."""
    changed = np.zeros(max(count - 1, 0), dtype=bool)
    for column in codes:
        changed |= column[1:] != column[:-1]
    return changed


def _mark_copies(columns: Columns, kinds: list[SetKind], counted: Sequence[str], notes: Notes) -> None:
    table = columns.table
    if not any(counted):
        return
    for index in np.flatnonzero(table.repeats()).tolist():
        if counted[index] and kinds[index] != "skip":
            kinds[index] = "skip"
            notes.problem(table.numbers[index], None, "The same as the row above; it was counted once.")


def mark_repeated_blocks(
    columns: Columns, workout: list[int], blocks: list[int], kinds: list[SetKind], notes: Notes
) -> None:
    """Mark the second copy of a workout, as joining two exports leaves it."""
    table = columns.table
    seen: dict[int, list[list[list[str]]]] = {}
    for start, end in zip(blocks, [*blocks[1:], len(workout)], strict=True):
        block = [table.row(index) for index in range(start, end)]
        earlier = seen.setdefault(workout[start], [])
        if block in earlier:
            for index in range(start, end):
                kinds[index] = "skip"
                notes.problem(table.numbers[index], None, "This workout stands in the file twice; it was counted once.")
        elif len(earlier) < 8:  # a file whose rows are in no order has many blocks and no copies
            earlier.append(block)


def mark_unusable(
    columns: Columns, key: str, usable: Mapping[str, object], kinds: list[SetKind], notes: Notes, what: str
) -> None:
    """Mark rows whose cell in one column has no usable value, and note each."""
    bad = {text for text, value in usable.items() if not value}
    if not bad:
        return
    header = columns.name(key)
    for index, text in enumerate(columns.texts(key)):
        if text in bad and kinds[index] != "skip":
            kinds[index] = "skip"
            number = columns.table.numbers[index]
            if text == header:
                message = "The header stands here again; the row was left out."
            elif text:
                message = f"The {what} {quoted(text)} was not understood; the row was left out."
            else:
                message = f"The {what} is missing; the row was left out."
            notes.problem(number, header, message)


def exercise_names(columns: Columns, key: str, kinds: list[SetKind], notes: Notes) -> Sequence[str]:
    """Return the exercise of each row as plain text; rows without one are marked and noted."""
    if not columns.has(key):
        mark_unusable(columns, key, {"": ""}, kinds, notes, "exercise name")
        return columns.texts(key)
    coded = columns.table.coded(columns.places[key])
    names = {text: clean(text) for text in coded.distinct}
    mark_unusable(columns, key, names, kinds, notes, "exercise name")
    return coded.changed(names.__getitem__)


def set_kinds(
    columns: Columns, key: str, known: Mapping[str, SetKind], notes: Notes, *, numbered: bool
) -> list[SetKind]:
    """Return the kind of each row from one column; a word that is not known is taken as work and noted.

    Parameters
    ----------
    columns : Columns
        The table.
    key : str
        Column of the kind.
    known : mapping of str to str
        Kind by the cell's words in small letters.
    notes : Notes
        Takes ``set_type:...`` for each word not known.
    numbered : bool
        Whether a number in the cell is a working set's number.
    """
    texts = columns.texts(key)
    kinds: dict[str, SetKind] = {}
    for text in dict.fromkeys(texts):
        word = " ".join(text.casefold().replace("_", " ").split())
        word = word if word in known else word.removesuffix(" set")  # WARM_UP_SET
        if word in known:
            kinds[text] = known[word]
        elif not word or text == columns.name(key) or (numbered and word.replace(".", "", 1).isdecimal()):
            kinds[text] = "work"
        else:
            label = clean(text, 30)
            chosen = notes.choose(f"set_type:{label}", "work", f"the set type {quoted(text)} is not known", _OPTIONS)
            kinds[text] = _CHOSEN[chosen]
    return [kinds[text] for text in texts]


_CHOSEN: dict[str, SetKind] = {
    "work": "work",
    "warm-up": "warm_up",
    "drop set": "drop",
    "failure": "failure",
    "not a set": "note",
}
_OPTIONS = tuple(_CHOSEN)
