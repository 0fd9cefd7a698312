"""Columns that rate parts of the legs, left and right or muscle by muscle: the sorest counts."""

from __future__ import annotations

from collections.abc import Mapping

from legrun.logs.fields.anchors import read_header
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.mapping.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold
from legrun.logs.strength.titles import strength_kind
from legrun.roster.forms.words import tells

__all__ = ["is_leg_part", "sore_parts"]


def is_leg_part(label: str) -> bool:
    """Return whether a label names the legs, or a part of them."""
    return any(word in word_set("leg_parts") or strength_kind(word) == "legs" for word in fold(label).split())


def sore_parts(table: Table, roles: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns that rate further parts of the legs on the scale of the column of soreness.

    Examples
    --------
    >>> header = ("Date", "Left leg (0-10)", "Right leg (0-10)", "Arms (0-10)")
    >>> table = Table(header, range(2, 3), [["2026-05-06", "2", "7", "9"]])
    >>> sore_parts(table, {"soreness": "Left leg (0-10)"})
    ('Right leg (0-10)',)
    """
    first = roles.get("soreness", "")
    if not is_leg_part(first) or _is_timed(first):
        return ()
    scale = _without_subject(first)
    return tuple(
        label
        for place, label in enumerate(table.labels)
        if label not in roles.values()
        and is_leg_part(label)
        and not (tells(label, "soreness", "not") or _is_timed(label))
        and _without_subject(label) == scale
        and _is_rated(table.column(place))
    )


def _is_timed(label: str) -> bool:
    """Return whether a label says when it was rated: the evening's rating is no other part of the legs."""
    return bool(word_set("rated_times") & set(fold(label).split()))


def _without_subject(label: str) -> tuple[float | None, ...]:
    """Return the range and the direction that a label names."""
    header = read_header(label)
    return header.low, header.high, None if header.worst_high is None else float(header.worst_high), header.normal


def _is_rated(cells: list[str]) -> bool:
    told = [cell for cell in cells if cell]
    return bool(told) and 2 * sum(parse_rating(cell) is not None for cell in told) > len(told)
