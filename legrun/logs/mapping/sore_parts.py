"""Soreness of several parts of the legs in columns of their own: the sorest one counts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from legrun.logs.fields.anchors import Header, read_header
from legrun.logs.fields.ratings import read_ratings
from legrun.logs.mapping.column import Column, columns_of
from legrun.logs.mapping.turned import rebuilt
from legrun.logs.mapping.vocabulary import role_words
from legrun.logs.mapping.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.strength.titles import strength_kind

__all__ = ["further_parts", "with_sorest"]

_PARTS = word_set("leg_parts")
_TIMES = word_set("rated_times")
_LEAST = 2


def with_sorest(table: Table) -> Table | None:
    """Add the soreness of the sorest part of the legs, where several have columns and their scales leave no doubt.

    Examples
    --------
    >>> table = Table(("Date", "Quad soreness (0-10)", "Calf soreness (0-10)"), range(2, 3), [["3 May 2026", "2", "5"]])
    >>> with_sorest(table).header[-1], with_sorest(table).rows
    ('Leg soreness (0-10)', [['3 May 2026', '2', '5', '5']])
    """
    parts = [column for column in columns_of(table) if _is_of_legs(column)]
    if len(parts) < _LEAST:
        return None
    values = []
    for part in parts:
        texts = table.column(part.place)
        ratings = read_ratings(part.label, texts)
        if not ratings.settled:
            return None
        values.append([ratings.values[text] for text in texts])
    rated = np.array(values, dtype=np.float64)
    sorest = np.where(np.isnan(rated), -1.0, rated).max(axis=0)
    width = len(table.header)
    rows = [
        [*row[:width], *[""] * (width - len(row)), f"{worst:g}" if worst >= 0 else ""]
        for row, worst in zip(table.rows, sorest.tolist(), strict=True)
    ]
    said = f"The soreness is that of the sorest part: {', '.join(part.label for part in parts)}."
    return rebuilt(table, (*table.header, "Leg soreness (0-10)"), list(table.numbers), rows, said)


def further_parts(table: Table, label: str) -> list[str]:
    """Return the columns that rate further parts of the legs on the scale of one that does.

    Examples
    --------
    >>> header = ("Left leg soreness (1-5)", "Right leg soreness (1-5)", "Arm soreness (1-5)")
    >>> further_parts(Table(header, range(2, 3), [["2", "5", "4"]]), "Left leg soreness (1-5)")
    ['Right leg soreness (1-5)']
    """
    columns = {column.label: column for column in columns_of(table)}
    if label not in columns or not _is_of_legs(columns[label]):
        return []
    same = [each for each in columns.values() if each.label != label and _is_of_legs(each)]
    return [each.label for each in same if _scale(each.label) == _scale(label)]


def _scale(label: str) -> Header:
    """Return what a header says of its ratings; of how fresh and how sore, which, and no more of the subject."""
    header = read_header(label)
    return replace(header, subject=min(header.subject, 0))


def _is_of_legs(column: Column) -> bool:
    if (
        _TIMES & set(column.words)
        or role_words()["soreness"].score(column.words) <= 0
        or not (column.is_number or column.is_soreness)
    ):
        return False
    return any(word in _PARTS or strength_kind(word) == "legs" for word in column.words)
