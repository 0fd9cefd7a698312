"""How sore an answer says that the legs are, where several columns ask."""

from __future__ import annotations

import math
from collections.abc import Mapping

from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.fields.ratings import Ratings
from legrun.logs.reading.text import quoted
from legrun.roster.forms.answer import Answer

__all__ = ["sorer_aside", "sorest"]


def sorest(answer: Answer, soreness: Mapping[str, Ratings]) -> float:
    """Return the highest of an answer's ratings; NaN where it has none, or one whose scale is not known yet. [0-10]

    Parameters
    ----------
    answer : Answer
        The answer.
    soreness : mapping of str to Ratings
        How each column of soreness that counts is read, by its label.
    """
    rated = []
    for label, ratings in soreness.items():
        text = answer.sore[label]
        number = ratings.values.get(text, math.nan)
        if number == number:
            rated.append(number)
        elif text and not ratings.settled and text not in ratings.bad:
            return math.nan
    return max(rated, default=math.nan)


def sorer_aside(answer: Answer, soreness: Mapping[str, Ratings], aside: Mapping[str, Ratings]) -> str:
    """Return what an answer says where a column that does not count may be sorer than those that do; else nothing.

    Parameters
    ----------
    answer : Answer
        The answer.
    soreness, aside : mapping of str to Ratings
        How the columns are read that count, and those that do not, by their labels.
    """
    mine = sorest(answer, soreness)
    for label, ratings in aside.items():
        text = answer.sore[label]
        if _highest(text, ratings) > (mine if mine == mine else 0.0):
            own = "; ".join(f"{first}: {quoted(answer.sore[first])}" for first in soreness if answer.sore[first])
            return f"{answer.name}: {label}: {quoted(text)}" + (f"; {own}" if own else "")
    return ""


def _highest(text: str, ratings: Ratings) -> float:
    """Return the sorest that a cell may mean; NaN where it rates nothing. [0-10]"""
    number = ratings.values.get(text, math.nan)
    cell = parse_rating(text) if number != number and not ratings.settled else None
    if cell is None or cell.number is None:
        return number
    return max((read for scale in ratings.readings if (read := scale.value(cell.number)) is not None), default=number)
