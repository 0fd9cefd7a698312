"""Which two sessions of different files may be one workout, and by how much their clocks differ.

Apps write local time or UTC without saying so, so two copies of a workout may start whole or half hours apart. Such a
shift is believed where the same one explains many workouts of the same two files; starts may then differ as much as on
one clock.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legrun.evidence import value
from legrun.logs.merging.entries import Entry, is_lifting, kinds_fit
from legrun.logs.merging.twins import is_twin
from legrun.scenario import Session
from legrun.scenario.hours import DAY

__all__ = ["SHIFT_STEP", "Pair", "matching_pairs"]

SHIFT_STEP = 30  # time zones lie whole or half hours apart [min]
_WIDEST = 14 * 60  # and at most this far from UTC [min]
_DST = 60  # summer time moves the clock by this [min]
_FEW = 10  # a shift seen less than a tenth as often as the usual one is chance
_MOST_NEAR = 300  # sessions within a day that are compared with one; nobody has more
_ANY_HOUR = 1e6  # strain of a pair of which one has a day only: any pair by the clock comes first [min]
# What a duration may be to one that was estimated by its sets; a cooldown is far shorter than the lifting before it.
_TO_ESTIMATE = (0.5, 6.0)

Clock = tuple[int, int, int]


@dataclass(frozen=True)
class Pair:
    """Two entries that may be one workout.

    Attributes
    ----------
    first, second : Entry
        The earlier one, and the later one.
    shift : int
        How far their clocks are apart. [min]
    strain : float
        How badly starts and durations fit. [min]
    sure : bool
        Whether it may vote on the shift of its two files; else it counts only once others have settled it.
    """

    first: Entry
    second: Entry
    shift: int
    strain: float
    sure: bool = True

    @property
    def reason(self) -> str:
        """Why the two may be one workout."""
        if self.strain >= _ANY_HOUR:
            return "alike, and on one day; one of the files gives no hour"
        if not _alike(self.first.session, self.second.session):
            return "both are lifting, at one time"
        shift = f", {abs(self.shift) / 60:g} h apart as time zones are" if self.shift else ""
        return f"start and duration alike{shift}"

    @property
    def clock(self) -> Clock:
        """The two files in a fixed order, and how far the second one's clock is ahead. [min]"""
        if self.first.log < self.second.log:
            return self.first.log, self.second.log, self.shift
        return self.second.log, self.first.log, -self.shift


def matching_pairs(entries: Sequence[Entry]) -> list[Pair]:
    """Return the pairs that may be one workout, the likeliest first.

    Parameters
    ----------
    entries : sequence of Entry
        Oldest first.
    """
    pairs = _believed(list(_candidates(entries)))
    return sorted(pairs, key=lambda pair: (pair.shift != 0, pair.strain))


def _candidates(entries: Sequence[Entry]) -> Iterable[Pair]:
    """Yield every two sessions of different files that may be one workout."""
    starts = [entry.session.start for entry in entries]
    reach = dt.timedelta(minutes=_WIDEST + value("log.merge_start_min"))
    # A session of which only the day is known may pair with any of that day.
    for place, entry in enumerate(entries):
        try:
            last = bisect.bisect_right(starts, entry.session.start + max(reach, DAY))
        except OverflowError:
            last = len(starts)
        for other in entries[place + 1 : min(last, place + 1 + _MOST_NEAR)]:
            if other.log != entry.log and (pair := _pair(entry, other)) is not None:
                yield pair


def _pair(first: Entry, second: Entry) -> Pair | None:
    a, b = first.session, second.session
    if not kinds_fit(a, b):
        return None
    if "start" in a.estimated | b.estimated:
        return _pair_by_day(first, second)
    apart = (b.start - a.start).total_seconds() / 60
    lengths = abs(a.minutes - b.minutes)
    if _one_lifting(a, b):
        return Pair(first, second, 0, apart + lengths)
    if not _alike(a, b):
        return None
    if apart <= value("log.merge_start_min"):
        return Pair(first, second, 0, apart + lengths)
    shift = round(apart / SHIFT_STEP) * SHIFT_STEP
    off = abs(apart - shift)
    if not 0 < shift <= _WIDEST or off > value("log.merge_start_min"):
        return None
    known = a.kind == b.kind or (is_lifting(a) and is_lifting(b))
    return Pair(first, second, shift, off + lengths, sure=off <= value("log.merge_shifted_min") and known)


def _one_lifting(a: Session, b: Session) -> bool:
    """Tell lifting that two apps recorded at a time, one of them for longer; nobody lifts twice at a time."""
    recorded = "minutes" not in a.estimated | b.estimated
    return recorded and is_lifting(a) and is_lifting(b) and is_twin(a, b)


def _pair_by_day(first: Entry, second: Entry) -> Pair | None:
    """Return the pair of two sessions of one day where one file has no clock: only what is surely alike."""
    a, b = first.session, second.session
    if a.start.date() != b.start.date() or not _alike(a, b):
        return None
    lifted = is_lifting(a) or is_lifting(b)
    if lifted and not (is_lifting(a) and is_lifting(b)):
        return None
    if not lifted and a.kind == "other" and not (a.sport and a.sport == b.sport):
        return None
    if not _lengths_plausible(a, b):
        return None
    another_kind = 1000.0 * (a.kind != b.kind)
    return Pair(first, second, 0, _ANY_HOUR + another_kind + abs(a.minutes - b.minutes))


def _lengths_plausible(a: Session, b: Session) -> bool:
    """Tell whether a duration goes with one that was estimated; `_alike` has judged what is recorded in both."""
    guessed = ("minutes" in a.estimated, "minutes" in b.estimated)
    if guessed[0] == guessed[1]:
        return True
    ratio = b.minutes / a.minutes if guessed[0] else a.minutes / b.minutes
    return _TO_ESTIMATE[0] <= ratio <= _TO_ESTIMATE[1]


def _alike(a: Session, b: Session) -> bool:
    """Tell whether durations, and distances where both have one, agree."""
    if a.distance_km and b.distance_km:
        longer = max(a.distance_km, b.distance_km)
        if abs(a.distance_km - b.distance_km) > value("log.merge_distance_part") * longer:
            return False
    if "minutes" in a.estimated | b.estimated:
        return True
    allowed = max(value("log.merge_least_min"), value("log.merge_part") * max(a.minutes, b.minutes))
    return abs(a.minutes - b.minutes) <= allowed


def _believed(pairs: list[Pair]) -> list[Pair]:
    """Leave out shifts that explain few workouts of two files where another explains many.

    Summer time gives two shifts an hour apart.
    """
    counts: Counter[Clock] = Counter(pair.clock for pair in pairs if pair.sure)
    best: dict[tuple[int, int], Clock] = {}
    for (low, high, shift), count in counts.items():
        # The same clock is the likelier story where counts are equal.
        best[low, high] = max(best.get((low, high), (0, 0, 0)), (count, -abs(shift), shift))
    return [pair for pair in pairs if _holds(pair, counts, best)]


def _holds(pair: Pair, counts: Counter[Clock], best: dict[tuple[int, int], Clock]) -> bool:
    if pair.shift == 0:
        return True
    low, high, shift = pair.clock
    top, _, usual = best.get((low, high), (0, 0, 0))
    count = counts[low, high, shift]
    if not count or (not pair.sure and count < value("log.merge_clock_pairs")):
        return False
    return shift == usual or (abs(shift - usual) == _DST and count * _FEW >= top)
