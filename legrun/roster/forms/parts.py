"""Columns that rate soreness: parts of the legs, or the same on several scales; the sorest counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from legrun.logs.fields.anchors import read_header
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.strength.titles import strength_kind
from legrun.roster.forms.days import is_of_a_day
from legrun.roster.forms.words import label_words, tells

__all__ = ["SORENESS", "SoreColumns", "is_leg_part", "sore_columns"]

_OTHERS = ("sleep", "done_rpe", "done_minutes")  # "Ben" and "bein" are legs, and "Ben sleep" is no soreness
SORENESS = "soreness"  # the scale of the first column, and what the keys of others begin with


@dataclass(frozen=True)
class SoreColumns:
    """The columns of a form that rate soreness.

    Attributes
    ----------
    by_scale : mapping of str to tuple of str
        Labels of the columns that count, by the name of their scale: "soreness" for the first column's own, and
        "soreness of LABEL" for others.
    aside : tuple of str
        Labels of columns that rate more than the legs, beside others that rate the legs alone: they do not count.
    """

    by_scale: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aside: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The columns that count."""
        return tuple(label for labels in self.by_scale.values() for label in labels)


def is_leg_part(label: str) -> bool:
    """Return whether a label names the legs, or a part of them."""
    return any(word in word_set("leg_parts") or strength_kind(word) == "legs" for word in label_words(label))


def sore_columns(table: Table, roles: Mapping[str, str], *, every: bool = False) -> SoreColumns:
    """Return the columns that rate soreness, by their scales.

    Where some rate the legs, they alone count, unless `every` column is asked for.

    Examples
    --------
    >>> header = ("Date", "Left leg (0-10)", "Right leg (0-10)", "Calf sore? (1-5)", "Arms (0-10)", "DOMS")
    >>> table = Table(header, range(2, 3), [["2026-05-06", "2", "7", "4", "9", "mild"]])
    >>> sore = sore_columns(table, {"soreness": "Left leg (0-10)"})
    >>> sore.by_scale["soreness"], sore.by_scale["soreness of Calf sore? (1-5)"], sore.aside
    (('Left leg (0-10)', 'Right leg (0-10)'), ('Calf sore? (1-5)',), ('DOMS',))
    """
    first = roles.get("soreness", "")
    if not first:
        return SoreColumns()
    rated = [] if _is_timed(first) else _further(table, roles, first)
    counted = [label for label in rated if every or is_leg_part(label) or not is_leg_part(first)]
    by_scale: dict[tuple[float | None, ...], list[str]] = {_scale(first): [first]}
    for label in counted:
        by_scale.setdefault(_scale(label), []).append(label)
    names = {
        SORENESS if labels[0] == first else f"{SORENESS} of {labels[0]}": tuple(labels) for labels in by_scale.values()
    }
    return SoreColumns(names, tuple(label for label in rated if label not in counted))


def _further(table: Table, roles: Mapping[str, str], first: str) -> list[str]:
    """Return the columns beside the first that rate soreness, or a part of the legs on the first one's scale."""
    return [
        label
        for place, label in enumerate(table.labels)
        if label not in roles.values()
        and not (tells(label, SORENESS, "not") or _is_timed(label) or any(tells(label, role) for role in _OTHERS))
        and (_is_of_soreness(label) or (is_leg_part(first) and is_leg_part(label) and _scale(label) == _scale(first)))
        and _is_rated(table.column(place))
    ]


def _is_of_soreness(label: str) -> bool:
    """Return whether a label asks for soreness in so many words."""
    if tells(label, SORENESS, "surely"):
        return True
    return is_leg_part(label) and read_header(label).subject != 0 and not tells(label, "fatigue")


def _is_timed(label: str) -> bool:
    """Return whether a label says when it was rated: the evening's rating is no other part of the legs."""
    return is_of_a_day(label) or bool(word_set("rated_times") & set(label_words(label)))


def _scale(label: str) -> tuple[float | None, ...]:
    """Return the range and the direction that a label names; of the two names of one thing, sore and fresh, which."""
    header = read_header(label)
    worst_high = None if header.worst_high is None else float(header.worst_high)
    return header.low, header.high, worst_high, header.normal, float(header.subject < 0)


def _is_rated(cells: list[str]) -> bool:
    told = [cell for cell in cells if cell]
    return bool(told) and 2 * sum(parse_rating(cell) is not None for cell in told) > len(told)
