"""A column of ratings of soreness or effort, whatever scale they were given on.

Nothing is read backwards: which end is which comes from the header's words, then from the numbers against the training
of the day before, and where neither tells it is a question, with both readings on real rows. Until it is answered the
ratings are not used.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from legrun.logs.fields.anchors import Anchor, read_header
from legrun.logs.fields.judged_words import Quality
from legrun.logs.fields.rating_cells import Rating, parse_rating
from legrun.logs.fields.scales import Scale, possible_scales, rises_after_legs
from legrun.logs.fields.scores import NO_RATING, Doubt, doubt_rating
from legrun.logs.reading.text import quoted

__all__ = ["ASKED", "Ratings", "read_ratings"]

ASKED = "not decided"  # the value of a scale that waits for an answer
_TO_TEN = 10.0
_MANY_FLAGS = 8  # cells of 0 and 1 alone that are yes and no
_YES_NO = re.compile(r"\b(?:yes|ja|oui|s\u00ed|sim|tak|flag)\b|\b(?:y|j|o|s|si)\s?/\s?n\b|\byn\b", re.I)
_BELOW_ZERO = 0.1  # part of the cells from which a negative number is no slip


@dataclass(frozen=True)
class Ratings:
    """The cells of a column as ratings.

    Attributes
    ----------
    scale : Scale or None
        How its numbers are read; None where there are none, or where it waits for an answer.
    reason : str
        Why.
    readings : tuple of Scale
        How they may be read, the likeliest first; more than one where it is a question.
    values : mapping of str to float
        The rating that each text stands for; NaN where it rates nothing, or is not settled. [0-10]
    by_word : frozenset of str
        Texts that are words or faces, so that their number is estimated.
    bad : frozenset of str
        Texts that were not understood, or are outside the scale.
    doubt : {"", "asked", "score"}
        Whether the numbers may be a score that an app worked out, or are one, and so rate nothing.
    """

    scale: Scale | None
    reason: str
    readings: tuple[Scale, ...]
    values: Mapping[str, float]
    by_word: frozenset[str] = frozenset()
    bad: frozenset[str] = frozenset()
    doubt: Doubt = ""

    @property
    def settled(self) -> bool:
        """Whether it is known how the numbers are read."""
        return self.scale is not None or not self.readings

    def question(self, texts: Sequence[str]) -> str:
        """Return what is to be decided, with every reading of the lowest and the highest number that was given.

        Examples
        --------
        >>> asked = read_ratings("Leg soreness (1-5)", ["2", "5"])
        >>> asked.question(["2", "5"])
        '“2” may be 2.5 of 10 sore, or 7.5; “5” may be 10 of 10 sore, or 0'
        """
        rated = {text: cell.number for text in texts if (cell := parse_rating(text)) and cell.number is not None}
        ends = dict.fromkeys((min(rated, key=rated.__getitem__), max(rated, key=rated.__getitem__))) if rated else {}
        word = "sore" if self.readings and self.readings[0].quality == "soreness" else "hard"
        said = []
        for text in ends:
            read = [scale.value(rated[text]) for scale in self.readings]
            ways = list(dict.fromkeys(f"{number:.3g}" for number in read if number is not None))
            if ways:
                others = "".join(f", or {way}" for way in ways[1:])
                score = ", or no rating" if self.doubt else ""
                said.append(f"{quoted(text)} may be {ways[0]} of 10 {word}{others}{score}")
        return "; ".join(said)


def read_ratings(
    name: str,
    texts: Sequence[str],
    quality: Quality = "soreness",
    *,
    chosen: str = "",
    after_legs: Sequence[bool | None] = (),
    people: Sequence[Hashable] = (),
) -> Ratings:
    """Read a column of ratings.

    Parameters
    ----------
    name : str
        The column's name.
    texts : sequence of str
        Its cells.
    quality : {"soreness", "effort"}
        What is rated.
    chosen : str
        The scale that a person chose, by its name.
    after_legs : sequence of bool or None, optional
        For each cell whether the day before had a leg day; None where that is not known.
    people : sequence, optional
        For each cell who rated; ratings are compared within one person.

    Returns
    -------
    Ratings

    Examples
    --------
    >>> read_ratings("Soreness (1 = very sore, 5 = not sore)", ["1", "5", "?"]).values
    {'1': 10.0, '5': 0.0, '?': nan}
    >>> asked = read_ratings("Leg soreness (1-5)", ["1", "5"])
    >>> asked.settled, [scale.words for scale in asked.readings]
    (False, ['1 = not sore, 5 = very sore', '1 = very sore, 5 = not sore'])
    """
    subject = read_header(name, quality).subject
    distinct = {text: _by_subject(parse_rating(text, quality), subject) for text in dict.fromkeys(texts)}
    cells = [distinct[text] or Rating() for text in texts]
    # A cell that names its own end, "7/10", says nothing about the end of the others.
    bare = any(cell.number is not None and cell.out_of is None for cell in cells)
    numbers = [math.nan if c.number is None or (bare and c.out_of is not None) else c.number for c in cells]
    scale, reason = Scale.named(chosen, quality) if chosen else None, "chosen by you"
    readings: tuple[Scale, ...] = ()
    doubt: Doubt = "score" if chosen == NO_RATING else ""
    if scale is None and _goes_below_zero(name, texts, quality):
        # From -3 to 3: on no scale of ours, and what of it is not negative would be read as good.
        distinct = {text: cell if cell is None or cell.number is None else None for text, cell in distinct.items()}
    elif scale is None and _are_flags(name, numbers):
        distinct = {text: cell if cell is None or cell.number is None else None for text, cell in distinct.items()}
    elif scale is None and not doubt and not all(map(math.isnan, numbers)):
        rising = rises_after_legs(numbers, after_legs, people)
        readings, reason, doubt = _readings(name, cells, numbers, quality, rising)
        scale = readings[0] if len(readings) == 1 and not doubt else None
    values = {text: _value(cell, scale, quality) for text, cell in distinct.items()}
    settled = scale is not None
    bad = {
        text
        for text, cell in distinct.items()
        if cell is None or (settled and cell.number is not None and math.isnan(values[text]))
    }
    by_word = frozenset(text for text, cell in distinct.items() if cell is not None and cell.own is not None)
    return Ratings(scale, reason, () if scale else readings, values, by_word, frozenset(bad), doubt)


def _readings(
    name: str, cells: Sequence[Rating], numbers: Sequence[float], quality: Quality, rising: bool | None
) -> tuple[tuple[Scale, ...], str, Doubt]:
    """Return the scales that numbers may be on, why, and whether they may be no ratings at all."""
    header = read_header(name, quality, _labels(cells))
    bare = any(cell.number is not None and cell.out_of is None for cell in cells)
    ends = Counter(cell.out_of for cell in cells if cell.out_of and not bare)
    if quality == "effort" and header.low is None and not ends:
        doubt, why = doubt_rating(name, [number for number in numbers if number == number])
        if doubt == "score":
            return (), why, doubt
        if doubt:
            return possible_scales(name, header, numbers, ends, quality, rising)[0], why, doubt
    return *possible_scales(name, header, numbers, ends, quality, rising), ""


def _labels(cells: Sequence[Rating]) -> list[Anchor]:
    """Return what cells say that their numbers mean, "5 - very sore": of every number, or of the least and the most.

    What stands beside other numbers, or beside one alone, is a remark.
    """
    told = {(cell.number, cell.label) for cell in cells if cell.number is not None}
    numbers = [number for number, _ in told]
    named = [(number, label) for number, label in sorted(told) if label]
    are_steps = len(named) == len(told) or {number for number, _ in named} == {min(numbers), max(numbers)}
    return named if len(named) > 1 and are_steps and len(set(numbers)) == len(numbers) else []


def _goes_below_zero(name: str, texts: Sequence[str], quality: Quality) -> bool:
    """Tell a scale with negative numbers from a slip: one "-3" of few cells, where the header names both ends."""
    below = sum(map(_is_below_zero, texts))
    header = read_header(name, quality)
    is_slip = below == 1 and header.low is not None and header.high is not None and header.low >= 0
    return below > _BELOW_ZERO * len(texts) and not is_slip


def _is_below_zero(text: str) -> bool:
    return text.strip()[:1] in ("-", "\u2212") and text.strip()[1:2].isdigit()


def _are_flags(name: str, numbers: Sequence[float]) -> bool:
    """Tell yes and no as numbers, which say nothing of how much: "Sore? (0 = no, 1 = yes)"."""
    given = {number for number in numbers if number == number}
    if read_header(name).high is not None or len(given) > 2 or not given <= {0, 1, 2}:
        return False
    return _YES_NO.search(name) is not None or (given == {0, 1} and len(numbers) >= _MANY_FLAGS)


def _by_subject(cell: Rating | None, subject: int) -> Rating | None:
    """Return a cell with what its column rates: "very" is very sore, or very fresh; where that is not said, neither."""
    if cell is None or not cell.is_amount or cell.own is None or subject > 0:
        return cell
    return replace(cell, own=_TO_TEN - cell.own) if subject < 0 else None


def _value(cell: Rating | None, scale: Scale | None, quality: Quality) -> float:
    if cell is None or (cell.number is None and cell.own is None):
        return math.nan
    if cell.own is not None:
        return cell.own
    assert cell.number is not None
    if scale is None:
        return math.nan
    if cell.out_of and cell.out_of != scale.high:
        # "7/10" beside "3" of five: the cell itself says its end, the column which way it goes.
        scale = replace(scale, low=0.0 if cell.out_of >= _TO_TEN else 1.0, high=cell.out_of, normal=None)
    rated = scale.value(cell.number)
    return math.nan if rated is None else rated
