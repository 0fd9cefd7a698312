"""How long an activity lasted, where an app's times and its distance do not agree.

A watch that lost its satellites has a moving time of a few minutes for a long run; one that was left running has days.
Distance is the steadier of the two, and how fast a person usually goes stands in the rest of the log.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from legrun.evidence import value

__all__ = ["Length", "Row", "UsualSpeeds", "empty_recordings"]

_DAY = 1440.0  # what a Session may last [min]
_FEW = 3  # rows from which a log's usual speed makes another doubtful
_FASTER = 1.5  # times the usual speed is doubted, where another time of the row gives a likelier one
_LONGER = 1.3  # times as long another time of the row must be to be another at all
_RUN_LEFT_ON_MIN = 120.0  # from here a run slower than a stroll was left running [min]
_WALK_PART, _RIDE_TIMES = 0.5, 3.0  # what a brisk walk and a brisk ride are to a brisk run
_RIDE_KMH, _RIDE_MIN, _RIDE_KM = 60.0, 15.0, 5.0  # faster, shorter or nearer than these is a wrong unit, no ride


class Row(NamedTuple):
    """What one row says of time and distance; NaN where it does not.

    Attributes
    ----------
    group : str
        ``run``, ``walk``, or the app's type: rows that one usual speed holds for.
    minutes, elapsed, recorded : float
        Time as the app counts it, from start to end, and in the recording. [min]
    distance_km : float
        Distance. [km]
    lifted : bool
        Whether it was strength work.
    """

    group: str
    minutes: float
    elapsed: float = math.nan
    recorded: float = math.nan
    distance_km: float = math.nan
    lifted: bool = False

    def speed(self, minutes: float) -> float:
        """Return the mean speed over a time. [km/h]"""
        return self.distance_km / minutes * 60 if minutes > 0 else math.nan


class Length(NamedTuple):
    """How long a session is taken to have lasted.

    Attributes
    ----------
    minutes : float
        Duration. [min]
    estimated : bool
        Whether it is an estimate.
    message : str
        What was wrong with the row's own time; empty when nothing was.
    """

    minutes: float
    estimated: bool = False
    message: str = ""


@dataclass(frozen=True)
class UsualSpeeds:
    """How fast the person usually goes, by sort of activity.

    Attributes
    ----------
    by_group : mapping of str to (float, int)
        Median speed [km/h], and the number of rows behind it.
    """

    by_group: Mapping[str, tuple[float, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[Row]) -> UsualSpeeds:
        """Return the usual speeds of a log, by times from start to end where a row has them.

        Examples
        --------
        >>> row = Row("run", 30.0, 31.0, math.nan, 5.0)
        >>> UsualSpeeds.of([row, row]).by_group
        {'run': (9.67741935483871, 2)}
        """
        seen: dict[str, list[float]] = {}
        for row in rows:
            speeds = (row.speed(minutes) for minutes in (row.elapsed, row.minutes, row.recorded))
            likely = next((speed for speed in speeds if _least(row.group) <= speed <= _brisk(row.group)), None)
            if likely is not None and not row.lifted:
                seen.setdefault(row.group, []).append(likely)
        return cls({group: (float(np.median(speeds)), len(speeds)) for group, speeds in seen.items()})

    def settle(self, row: Row) -> Length:
        """Return how long a row lasted by all that it and the rest of the log say.

        Examples
        --------
        >>> usual = UsualSpeeds({"run": (9.5, 12)})
        >>> usual.settle(Row("run", 6.7, 48.0, math.nan, 6.02)).minutes
        48.0
        >>> round(usual.settle(Row("run", 5090.0, 5090.0, math.nan, 10.24)).minutes)
        65
        """
        minutes = row.elapsed if row.lifted and row.elapsed > 0 else row.minutes
        minutes = row.elapsed if math.isnan(minutes) else minutes  # a watch that pauses between sets records little
        if math.isnan(minutes):
            return self._shorter(row, "It has no time that could be used")
        if row.speed(minutes) > self._doubtful(row.group) and (longer := self._longer(row, minutes)):
            return longer
        if self._left_running(row, minutes):
            words = f"It lasts {int(minutes // 60)} h {int(minutes % 60)} min, so it was probably left running"
            return self._shorter(row, words)
        if minutes > _DAY:
            words = f"It lasts {int(minutes // 60)} h {int(minutes % 60)} min"
            return Length(_DAY, True, f"{words}; counted as a day, the longest that a session may be.")
        if minutes < 1 and row.group in ("run", "walk") and row.distance_km >= 1:
            return self._guessed(row, "It lasts less than a minute")
        if minutes < 1:
            return Length(1.0, message="It lasts less than a minute; counted as one.")
        return Length(minutes)

    def is_ride(self, row: Row, minutes: float, says_ride: Callable[[], bool]) -> bool:
        """Tell whether a row that the app calls a run was ridden, by its speed and by whether its title says so."""
        speed = row.speed(minutes)
        if minutes < _RIDE_MIN or not row.distance_km >= _RIDE_KM or not speed <= _RIDE_KMH:
            return False
        usual, count = self.by_group.get("run", (0.0, 0))
        beyond = count >= _FEW and speed > max(2 * usual, value("log.brisk_kmh"))
        fastest = value("log.fastest_kmh")
        return beyond or speed > fastest or (speed > 2 / 3 * fastest and says_ride())

    def _doubtful(self, group: str) -> float:
        """Return the speed above which a time is doubted. [km/h]"""
        usual, count = self.by_group.get(group, (0.0, 0))
        return min(_FASTER * usual, _brisk(group)) if count >= _FEW else _brisk(group)

    def _longer(self, row: Row, minutes: float) -> Length | None:
        for name, other in (("elapsed time", row.elapsed), ("recording's time", row.recorded)):
            if other >= _LONGER * minutes and _least(row.group) <= row.speed(other) <= self._doubtful(row.group):
                message = (
                    f"The moving time ({minutes:.1f} min) cannot be right for {row.distance_km:.1f} km and was not "
                    f"used; the {name} ({other:.1f} min) was."
                )
                return Length(other, message=message)
        return None

    def _left_running(self, row: Row, minutes: float) -> bool:
        if row.speed(minutes) >= value("log.least_speed_kmh"):
            return False
        if row.lifted:
            return minutes > value("log.longest_strength_min")
        run_on = row.group == "run" and row.distance_km > 0 and minutes > _RUN_LEFT_ON_MIN
        return run_on or minutes > value("log.longest_endurance_min")

    def _shorter(self, row: Row, words: str) -> Length:
        """Return the length of what was left running: another time of the row, else by the usual speed."""
        longest = value("log.longest_strength_min" if row.lifted else "log.longest_endurance_min")
        for other in (row.minutes, row.recorded, row.elapsed):
            likely = _least(row.group) <= row.speed(other) <= _brisk(row.group)
            if likely or (1 <= other <= longest and not row.distance_km > 0):
                return Length(other, True, f"{words}; taken as {other:.0f} min, as its other times say.")
        return self._guessed(row, words)

    def _guessed(self, row: Row, words: str) -> Length:
        usual, count = self.by_group.get(row.group, (math.nan, 0))
        if row.distance_km > 0 and not row.lifted and row.group in ("run", "walk"):
            speed = usual if count else value(f"log.usual_{row.group}_kmh")
        else:
            speed = usual
        minutes = row.distance_km / speed * 60
        if 1 <= minutes <= _DAY:
            return Length(minutes, True, f"{words}; taken as {minutes:.0f} min by its distance and the usual speed.")
        minutes = value("log.default_endurance_min")
        return Length(minutes, True, f"{words}; taken as {minutes:.0f} min.")


def _least(group: str) -> float:
    return value("log.least_speed_kmh") * (_WALK_PART if group == "walk" else 1.0)


def _brisk(group: str) -> float:
    times = 1.0 if group == "run" else _WALK_PART if group == "walk" else _RIDE_TIMES
    return value("log.brisk_kmh") * times


def empty_recordings(
    minutes: NDArray[np.float64],
    elapsed: NDArray[np.float64],
    distance_km: NDArray[np.float64],
    *rated: NDArray[np.float64],
) -> NDArray[np.bool_]:
    """Mark rows whose time is 0 and that have neither distance nor rating: a watch that was started and stopped.

    A time that is merely missing is another thing: the session took place.
    """
    nothing: NDArray[np.bool_] = (minutes == 0) & ~(elapsed > 0) & ~(distance_km > 0)
    for column in rated:
        nothing &= ~(column > 0)
    return nothing
