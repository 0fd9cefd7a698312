"""How sore an answer says that the legs are, where several columns ask."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from legrun.logs.fields.ratings import Ratings, read_ratings
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


def sorer_aside(answers: Sequence[Answer], soreness: Mapping[str, Ratings], aside: Sequence[str]) -> str:
    """Return the words of the first answer that may be sorer by a column that does not count; nothing where none is."""
    others = {label: read_ratings(label, [answer.sore[label] for answer in answers]) for label in aside}
    for answer in answers:
        mine = sorest(answer, soreness)
        for label, ratings in others.items():
            text = answer.sore[label]
            number = ratings.values.get(text, math.nan)
            is_open = bool(text) and not ratings.settled and text not in ratings.bad
            if is_open or number > (mine if mine == mine else 0.0):
                own = "; ".join(f"{first}: {quoted(answer.sore[first])}" for first in soreness if answer.sore[first])
                return f"{answer.name}: {label}: {quoted(text)}" + (f"; {own}" if own else "")
    return ""
