"""A handout's two sliders, soreness and last night's sleep: each pair of values is a scenario of its own."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass

import numpy as np

from legrun.evidence import value
from legrun.inputs.form import NUMBERS
from legrun.scenario import CheckIn, Scenario

__all__ = ["Sliders"]

MERGE = dt.timedelta(hours=value("handout.rating_h"))
# From here on neither the score nor the recovery clock asks how long a night was.
ENOUGH_SLEEP_H = max(value("score.sleep_from_h"), value("clock.sleep_from_h"))


@dataclass(frozen=True)
class Sliders:
    """The two sliders of a handout.

    Attributes
    ----------
    scenario : Scenario
        The scenario of the handout.
    soreness : tuple of float or None
        The values of the first slider, None for "not rated" before all. [0-10]
    sleep_h : tuple of float
        The values of the second. [h]
    start : (int, int)
        The scenario's own values, as indices.
    """

    scenario: Scenario
    soreness: tuple[float | None, ...]
    sleep_h: tuple[float, ...]
    start: tuple[int, int]

    @classmethod
    def of(cls, scenario: Scenario) -> Sliders:
        """Return the sliders of a handout: with the values of the app's own, and those of the scenario among them.

        Examples
        --------
        >>> sliders = Sliders.of(Scenario(now=dt.datetime(2026, 3, 4, 7), sleep_h=6.5))
        >>> sliders.soreness[:3], sliders.sleep_h[:3], sliders.start
        ((None, 0.0, 0.5), (3.0, 3.5, 4.0), (0, 7))
        """
        newest = _newest_rating(scenario)
        rated = newest.soreness if newest else None
        slept = scenario.nights.get(scenario.now.date(), scenario.athlete.usual_sleep_h)
        soreness: tuple[float | None, ...] = (None, *_steps("sore", rated))
        sleep_h = tuple(_steps("sleep", slept))
        return cls(scenario, soreness, sleep_h, (soreness.index(rated), sleep_h.index(slept)))

    def scenario_at(self, soreness: int, sleep: int) -> Scenario:
        """Return the scenario of a pair of values, given as indices.

        A rating replaces those that would count as one with it, and "not rated" takes those away; a rating of earlier
        today still counts, as it does on Today.
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
        """Return the first night whose answers are those of this one: nights beyond enough sleep all agree."""
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
    """Return the values that the app's own slider has, and the scenario's own."""
    spec = NUMBERS[name]
    steps = np.arange(spec.low, spec.high + spec.step / 2, spec.step).tolist()
    return sorted({*steps, own} if own is not None else steps)
