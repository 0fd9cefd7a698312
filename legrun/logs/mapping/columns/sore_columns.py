"""Columns that rate the soreness of the legs or of a part of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legrun.logs.fields.anchors import Header, read_header
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.strength.titles import strength_kind

__all__ = ["further_parts", "has_scale_of_part", "names_legs", "rates_legs"]

_PARTS = word_set("leg_parts")
_TIMES = word_set("rated_times")
_SCALE_FROM, _SCALE_TO = (0.0, 1.0), (4.0, 5.0, 6.0, 7.0, 9.0, 10.0, 100.0)


def names_legs(words: Sequence[str]) -> bool:
    """Tell words that name the legs or a part of them.

    Examples
    --------
    >>> names_legs(["left", "calf"]), names_legs(["shoulders"])
    (True, False)
    """
    return any(word in _PARTS or strength_kind(word) == "legs" for word in words)


def further_parts(table: Table, label: str) -> list[str]:
    """Return the columns that rate further parts of the legs on the scale of one that does.

    Examples
    --------
    >>> header = ("Left leg soreness (1-5)", "Right leg soreness (1-5)", "Arm soreness (1-5)")
    >>> further_parts(Table(header, range(2, 3), [["2", "5", "4"]]), "Left leg soreness (1-5)")
    ['Right leg soreness (1-5)']
    """
    columns = {column.label: column for column in columns_of(table)}
    if label not in columns or not rates_legs(columns[label]):
        return []
    same = [each for each in columns.values() if each.label != label and rates_legs(each)]
    return [each.label for each in same if _scale(each.label) == _scale(label)]


def _scale(label: str) -> Header:
    """Return what a header says of its ratings; of how fresh and how sore, which, and no more of the subject."""
    header = read_header(label)
    return replace(header, subject=min(header.subject, 0))


def has_scale_of_part(column: Column) -> bool:
    """Tell a header of a part of the legs with a scale: “Quads (0-10)” is a rating and no lift."""
    header = read_header(column.label)
    return bool(_PARTS & set(column.words)) and header.low in _SCALE_FROM and header.high in _SCALE_TO


def rates_legs(column: Column) -> bool:
    """Tell a column that rates the legs or a part of them; one by the time of day rates no further part.

    Examples
    --------
    >>> header = ("Calf soreness", "Arm soreness", "Calf soreness evening")
    >>> [rates_legs(each) for each in columns_of(Table(header, range(2, 3), [["2", "5", "4"]]))]
    [True, False, False]
    """
    if (
        _TIMES & set(column.words)
        or not (role_words()["soreness"].score(column.words) > 0 or has_scale_of_part(column))
        or not (column.is_number or column.is_soreness)
    ):
        return False
    return names_legs(column.words)
