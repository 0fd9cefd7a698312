"""The stops of a handout's two sliders: soreness and last night's sleep, each pair a scenario of its own."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from legrun.evidence import value
from legrun.link import NUMBERS
from legrun.scenario import CheckIn, Scenario

__all__ = ["Dials", "dials"]

MERGE = dt.timedelta(hours=value("rating.merge_h"))
# From here on neither the score nor the recovery clock asks how long a night was.
ENOUGH_SLEEP_H = max(value("score.sleep_from_h"), value("clock.sleep_from_h"))


@dataclass(frozen=True)
class Dials:
    """The two sliders of a handout.

    Attributes
    ----------
    scenario : Scenario
        What the handout is about.
    soreness : tuple of float or None
        The stops of the first slider, None for "not rated" before all. [0-10]
    sleep_h : tuple of float
        The stops of the second. [h]
    start : (int, int)
        Where both stand at first, as indices: at the scenario itself.
    """

    scenario: Scenario
    soreness: tuple[float | None, ...]
    sleep_h: tuple[float, ...]
    start: tuple[int, int]

    def stop(self, soreness: int, sleep: int) -> Scenario:
        """Return the scenario of a pair of stops, given as indices.

        A rating replaces those that would count as one with it, and "not rated" takes those away; what was rated
        earlier today still counts, as it does on Today.
        """
        given = self.scenario
        if (soreness, sleep) == self.start:
            return given
        newest = _newest_rating(given)
        time, rated = newest.time if newest else given.now, self.soreness[soreness]
        # A rating of the evening before is not one of today, however few hours ago it was.
        earlier = [c for c in given.check_ins if rated is None and c.time.date() < given.now.date()]
        ratings = [c for c in given.check_ins if c.soreness is None or time - c.time >= MERGE or c in earlier]
        if rated is not None:
            ratings.append(CheckIn(time, rated))
        nights = {**given.nights, given.now.date(): self.sleep_h[sleep]}
        return dataclasses.replace(given, check_ins=ratings, sleep_h=nights)

    def same_night(self, sleep: int) -> int:
        """Return the first sleep stop whose answers are those of this one: nights beyond enough sleep all agree."""
        date, usual = self.scenario.now.date(), self.scenario.athlete.usual_sleep_h
        others = [usual, *(hours for day, hours in self.scenario.nights.items() if day != date)]
        if min(self.sleep_h[sleep], *others) < ENOUGH_SLEEP_H:
            return sleep
        return next(index for index, hours in enumerate(self.sleep_h) if hours >= ENOUGH_SLEEP_H)


def _newest_rating(scenario: Scenario) -> CheckIn | None:
    """Return the rating of today that one given now would replace, if any."""
    now = scenario.now
    rated = [c for c in scenario.check_ins if c.soreness is not None and c.time.date() == now.date()]
    return rated[-1] if rated and now - rated[-1].time < MERGE else None


def _steps(name: str, own: float | None) -> list[float]:
    """Return the stops that the app's own slider has, and where the scenario itself stands."""
    spec = NUMBERS[name]
    steps = np.arange(spec.low, spec.high + spec.step / 2, spec.step).tolist()
    return sorted({*steps, own} if own is not None else steps)


def _place(steps: Sequence[float | None], own: float | None) -> int:
    return list(steps).index(own)


def dials(scenario: Scenario) -> Dials:
    """Return the sliders of a handout: the stops of the app's own, and the scenario itself among them.

    Examples
    --------
    >>> found = dials(Scenario(now=dt.datetime(2026, 3, 4, 7), sleep_h=6.5))
    >>> found.soreness[:3], found.sleep_h[:3], found.start
    ((None, 0.0, 0.5), (3.0, 3.5, 4.0), (0, 7))
    """
    newest = _newest_rating(scenario)
    rated = newest.soreness if newest else None
    slept = scenario.nights.get(scenario.now.date(), scenario.athlete.usual_sleep_h)
    soreness = (None, *_steps("sore", rated))
    sleep_h = tuple(_steps("sleep", slept))
    return Dials(scenario, soreness, sleep_h, (_place(soreness, rated), _place(sleep_h, slept)))
