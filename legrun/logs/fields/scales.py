"""Scales that people rate on, and which of them a column of numbers is."""

from __future__ import annotations

import math
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from legrun.evidence import value
from legrun.logs.fields.anchors import Header
from legrun.logs.fields.judged_words import Quality
from legrun.logs.fields.scores import asks_for_effort
from legrun.logs.reading.text import fold

__all__ = ["SCALES", "Scale", "possible_scales", "rises_after_legs"]

_LEAST = "least"
_HIGHEST = 100.0  # of any scale
_TOP_OF_FIVE, _TOP_OF_THREE, _TO_TEN = 5.0, 3.0, 10.0
_FEW_EFFORTS = 3  # from which their end tells something of the scale
_NAME = re.compile(rf"(\d+)-(\d+)(?:, (\d+) = normal)?(?:, (\d+) = {_LEAST})?")
_SURE_Z = 2.0  # how far ratings after leg days must stand from the others, in standard errors
_FEWEST = 4  # mornings after leg days, and others, that are compared
_MOST = 400  # the newest mornings of a person that are
_MANY = 20  # ratings without a 0 or an 8 that may be a questionnaire's 1 to 7
_BEYOND = 0.2  # part of the numbers outside of a scale that the header names, from which the header is doubted
_TOP_HEAVY = 6  # ratings of which most stand at the sore end, from which a direction by the name alone is doubted
Range = tuple[float, float]
# What a person may choose from.
SCALES: Mapping[Quality, tuple[str, ...]] = {
    "soreness": (
        "0-10", "0-10, 10 = least", "1-10", "1-10, 10 = least", "1-5", "1-5, 5 = least", "1-5, 3 = normal",
        "1-5, 3 = normal, 5 = least", "1-7", "1-7, 7 = least", "1-7, 4 = normal", "1-7, 4 = normal, 7 = least",
        "0-5", "0-5, 5 = least", "0-100", "0-100, 100 = least",
    ),
    "effort": ("0-10", "1-10", "6-20", "0-100", "1-5", "1-5, 5 = least", "1-7", "1-10, 10 = least"),
}  # fmt: skip


@dataclass(frozen=True)
class Scale:
    """A scale that people rate on, and how it is read on ours of 0 to 10.

    Attributes
    ----------
    low, high : float
        Its lowest and its highest number.
    best_high : bool
        Whether its highest number is for the least: not sore, or easiest.
    normal : float or None
        The number for a normal morning, where it has one.
    quality : {"soreness", "effort"}
        What is rated.

    Examples
    --------
    >>> Scale(1, 5, best_high=True).value(1), Scale(1, 5).value(1), Scale(6, 20, quality="effort").value(13)
    (10.0, 0.0, 5.0)
    >>> Scale.named("1-7, 4 = normal, 7 = least").value(4)
    2.0
    """

    low: float
    high: float
    best_high: bool = False
    normal: float | None = None
    quality: Quality = "soreness"

    @classmethod
    def named(cls, name: str, quality: Quality = "soreness") -> Scale | None:
        """Return the scale of that name, or None."""
        match = _NAME.fullmatch(name)
        if match is None or int(match[1]) >= int(match[2]) or (match[4] and match[4] != match[2]):
            return None
        low, high, normal = float(match[1]), float(match[2]), match[3] and float(match[3])
        if normal and not low < normal < high:
            return None
        return cls(low, high, best_high=bool(match[4]), normal=normal or None, quality=quality)

    @property
    def name(self) -> str:
        """Its name, as it is kept in a file."""
        middle = "" if self.normal is None else f", {self.normal:g} = normal"
        return f"{self.low:g}-{self.high:g}{middle}" + (f", {self.high:g} = {_LEAST}" if self.best_high else "")

    @property
    def words(self) -> str:
        """What its ends mean."""
        least, most = ("not sore", "very sore") if self.quality == "soreness" else ("easiest", "hardest")
        first, last = (most, least) if self.best_high else (least, most)
        middle = "" if self.normal is None else f", {self.normal:g} = normal"
        return f"{self.low:g} = {first}{middle}, {self.high:g} = {last}"

    @property
    def turned(self) -> Scale:
        """The same numbers the other way round."""
        return replace(self, best_high=not self.best_high)

    def value(self, rating: float) -> float | None:
        """Return a rating on our scale, or None where it lies outside of this one. [0-10]"""
        if not self.low <= rating <= self.high:
            return None
        # An effort of 1 on a scale from 1 is a little effort, not none.
        floor = 10.0 * self.low / self.high if self.quality == "effort" and self.low == 1 else 0.0
        share = (rating - self.low) / (self.high - self.low)
        share = 1 - share if self.best_high else share
        if self.normal is None:
            return floor + share * (10.0 - floor)
        middle = (self.normal - self.low) / (self.high - self.low)
        middle = 1 - middle if self.best_high else middle
        normal = value("log.normal_soreness")
        return share / middle * normal if share <= middle else normal + (share - middle) / (1 - middle) * (10 - normal)


def rises_after_legs(
    numbers: Sequence[float], after_legs: Sequence[bool | None], people: Sequence[Hashable] = ()
) -> bool | None:
    """Return whether ratings are higher on mornings after a leg day (True), lower (False), or neither for sure (None).

    Notes
    -----
    Wilcoxon's rank sums, added up over people; a difference counts from two standard errors on, with at least four
    mornings of either sort. Legs are sore on the day after a leg day, so the number that rises then is the sore one.

    Examples
    --------
    >>> rises_after_legs([5, 2, 5, 1, 4, 2, 5, 1], [True, False] * 4)
    True
    """
    if not after_legs:
        return None
    groups: dict[Hashable, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for place, (number, after) in enumerate(zip(numbers, after_legs, strict=True)):
        if after is not None and number == number:
            groups[people[place] if people else None][0 if after else 1].append(number)
    excess = variance = 0.0
    after_count = other_count = 0
    for after_ones, other_ones in groups.values():
        mine, others = after_ones[-_MOST:], other_ones[-_MOST:]
        if mine and others:
            gain, spread = _rank_sum(mine, others)
            excess, variance = excess + gain, variance + spread
            after_count, other_count = after_count + len(mine), other_count + len(others)
    if min(after_count, other_count) < _FEWEST or variance <= 0 or abs(excess) < _SURE_Z * math.sqrt(variance):
        return None
    return excess > 0


def _rank_sum(mine: Sequence[float], others: Sequence[float]) -> tuple[float, float]:
    """Return by how much pairs favour the first over even, and its variance with ties. [pairs]"""
    below, seen = 0.0, Counter(others)
    for number in mine:
        below += sum(count * ((other < number) + (other == number) / 2) for other, count in seen.items())
    total = len(mine) + len(others)
    ties = sum(count**3 - count for count in Counter([*mine, *others]).values())
    spread = len(mine) * len(others) / 12 * ((total + 1) - ties / (total * (total - 1)))
    return below - len(mine) * len(others) / 2, spread


def possible_scales(
    name: str, header: Header, numbers: Sequence[float], ends: Counter[float], quality: Quality, rising: bool | None
) -> tuple[tuple[Scale, ...], str]:
    """Return the scales that a column may be on, the likeliest first, and the reason; one where it is settled.

    Parameters
    ----------
    name : str
        The column's name.
    header : Header
        What it says.
    numbers : sequence of float
        Its numbers; NaN where a cell has none.
    ends : Counter of float
        Ends that cells name themselves: 10 for "7/10".
    quality : {"soreness", "effort"}
        What is rated.
    rising : bool or None
        Whether the numbers rise after leg days.
    """
    seen = [number for number in numbers if number == number]
    if quality == "effort":
        seen = [number for number in seen if number <= _HIGHEST] or seen
    ranges, why_range = _ranges(name, header, seen, ends, quality)
    scales: list[Scale] = []
    why = ""
    for low, high in ranges:
        ways, why = _ways(header, low, high, seen, quality, rising)
        normal = header.normal if header.normal is not None and low < header.normal < high else None
        scales += [Scale(low, high, way, normal, quality) for way in ways]
    if rising is not None and len(ranges) > 1:
        scales = scales[:1]  # the range that makes the same number sorer: never bolder for a guess
    return tuple(dict.fromkeys(scales)), f"{why_range}; {why}" if why else why_range


def _ranges(
    name: str, header: Header, seen: Sequence[float], ends: Counter[float], quality: Quality
) -> tuple[list[Range], str]:
    by_numbers = _effort_ranges(name, seen) if quality == "effort" else _soreness_ranges(seen)
    if header.low is not None and header.high is not None:
        low = 0.0 if quality == "effort" and (header.low, header.high) == (1, 10) else header.low
        if min(seen) == 0 and low == 1 and "1" not in re.findall(r"\d+", name):
            low = 0.0  # "/5" says where a scale ends, not where it begins
        outside = sum(not low <= number <= header.high for number in seen)
        if outside > _BEYOND * len(seen):
            return [
                (low, header.high),
                *by_numbers,
            ], f"{outside} of {len(seen)} numbers lie outside of the header's scale"
        return [(low, header.high)], f"a scale of {low:g} to {header.high:g} by the header"
    if header.top is not None and max(seen) <= header.top:
        low = 1.0 if min(seen) >= 1 and header.top < _TO_TEN else 0.0
        return [(low, header.top)], f"a scale that ends at {header.top:g} by the header"
    if ends:
        high = ends.most_common(1)[0][0]
        return [(0.0 if high >= 10 or 0 in seen else 1.0, high)], f"its cells are out of {high:g}"
    return by_numbers, "by its lowest and highest values" + (
        "" if len(by_numbers) == 1 else ", which fit several scales"
    )


def _soreness_ranges(seen: Sequence[float]) -> list[Range]:
    whole = all(number == int(number) for number in seen)
    least, most = min(seen), max(seen)
    if 10 < most <= 20 and least >= 6:
        return [(6, 20), (0, 100)]  # recovery is rated from 6 to 20 too
    if most > 10:
        tens = all(number % 10 == 0 for number in seen)
        return [(0, 100)] if tens or sum(number <= 10 for number in seen) <= len(seen) / 2 else [(0, 100), (0, 10)]
    if whole and least >= 1 and most <= _TOP_OF_FIVE:
        return [(1, 5), (0, 10)]
    if whole and 1 < most <= _TOP_OF_FIVE and len(seen) >= _MANY and seen.count(most) > 1:
        return [(0, most), (0, 10)]  # who is never sorer than that has met the end of the scale
    if whole and least >= 1 and most == 7 and len(seen) >= _MANY:
        return [(1, 7), (0, 10)]
    return [(0, 10)]


def _effort_ranges(name: str, seen: Sequence[float]) -> list[Range]:
    least, most = min(seen), max(seen)
    if most > 10 and all(number % 10 == 0 for number in seen):
        return [(0, 100)]  # Garmin's watches write 10, 20, 30 for 1, 2, 3; who rates from 6 to 20 does not stop at tens
    if most > 20:
        return [(0, 100)] if sum(number <= 10 for number in seen) <= len(seen) / 2 else [(0, 100), (0, 10)]
    if most > 10:
        low = sum(number < 6 for number in seen)
        return [(6, 20)] if low <= _BEYOND / 2 * len(seen) else [(0, 10), (6, 20), (0, 100)]
    words = fold(name).split()
    if "borg" in words and not {"cr10", "cr"} & set(words) and least >= 6:
        return [(0, 10), (6, 20)]
    if _ends_at_five(name, seen):
        return [(0, 10), (1, 5), (1, 3)] if most <= _TOP_OF_THREE else [(0, 10), (1, 5)]
    return [(0, 10)]


def _ends_at_five(name: str, seen: Sequence[float]) -> bool:
    """Tell whether efforts may be of five, or of three: nobody's hardest session is a 5 of 10."""
    if min(seen) < 1 or max(seen) > _TOP_OF_FIVE or any(number != int(number) for number in seen):
        return False
    if asks_for_effort(name):
        return set(seen) == {1, 2, 3, 4, 5} and len(seen) >= 2 * _FEWEST
    return len(seen) >= _FEW_EFFORTS


def _ways(
    header: Header, low: float, high: float, seen: Sequence[float], quality: Quality, rising: bool | None
) -> tuple[tuple[bool, ...], str]:
    """Return for which ends the highest number may be the least, and why."""
    if header.worst_high is not None:
        return (
            not header.worst_high,
        ), f"the {'questionnaire' if header.questionnaire else 'header'} says which end is which"
    if quality == "effort":
        return (header.subject < 0,), ""
    # Questionnaires that end below ten are in use both ways round, whatever they are called.
    by_name = None if header.subject == 0 or (low >= 1 and high < 10 and header.subject > 0) else header.subject < 0
    if by_name is not None and len(seen) >= _TOP_HEAVY:
        sore_third = low + (high - low) * (1 / 3 if by_name else 2 / 3)
        middle = statistics.median(seen)
        if (middle <= sore_third) if by_name else (middle >= sore_third):
            by_name = None  # nobody is that sore on most mornings
    by_training = None if rising is None else not rising
    if by_training is None:
        if by_name is None:
            return (False, True), "nothing says which end is the sore one"
        return (by_name,), "by the column's name"
    if by_name is not None and by_name != by_training:
        return (by_training, by_name), "its name and the mornings after leg days contradict each other"
    return (by_training,), f"numbers are {'lower' if by_training else 'higher'} on mornings after leg days"
