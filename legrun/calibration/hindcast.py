"""What the app would have shown for every rating of a log, from the sessions and ratings before it."""

from __future__ import annotations

import bisect
import datetime as dt
import functools
from dataclasses import dataclass

import numpy as np

from legrun.calibration.results import Expected
from legrun.evidence import value
from legrun.forecast.ensemble import soreness_draws
from legrun.forecast.projection import clipped, soreness_quantiles
from legrun.forecast.response import (
    GRID_A,
    MOST_RATINGS,
    Posterior,
    Rating,
    counted_ratings,
    merged_ratings,
    posterior,
)
from legrun.logs import Log
from legrun.model.bout import Bout, as_bout
from legrun.model.dose import session_doses
from legrun.model.kinetics import Array, active_dose, felt_sd, soreness_from
from legrun.model.whole import whole_sessions
from legrun.scenario import Athlete, Response
from legrun.scenario.hours import HOUR

__all__ = ["Hindcast"]

# What is shown stands on the sessions of so long.
FELT_H = 24 * value("history.days")


@dataclass(frozen=True, eq=False)
class Hindcast:
    """A log's ratings in order, each with what can be known before it.

    Attributes
    ----------
    start : datetime.datetime
        From when hours are counted.
    ratings : tuple of Rating
        Ratings, those within an hour counted once. [h] from `start`
    bouts : tuple of Bout
        What each session does to the legs.
    leg_days : tuple of float
        Starts of the leg days. [h] from `start`
    """

    start: dt.datetime
    ratings: tuple[Rating, ...]
    bouts: tuple[Bout, ...]
    leg_days: tuple[float, ...]

    @classmethod
    def of(cls, log: Log, athlete: Athlete, *, until: dt.datetime | None = None) -> Hindcast:
        """Return the ratings of a log up to a moment."""
        rated = [(c.time, c.soreness) for c in log.check_ins if c.soreness is not None]
        rated = [(time, soreness) for time, soreness in rated if until is None or time <= until]
        start = rated[0][0] if rated else dt.datetime.min
        ratings = [Rating((time - start) / HOUR, soreness) for time, soreness in rated]
        sessions = whole_sessions(tuple(sorted(log.sessions, key=lambda session: session.start))) if rated else ()
        doses = session_doses(sessions, athlete.experience)
        bouts = tuple(
            as_bout(session, dose, athlete, start_h=(session.start - start) / HOUR)
            for session, dose in zip(sessions, doses, strict=True)
        )
        leg_days = tuple((session.start - start) / HOUR for session in sessions if session.kind == "legs")
        return cls(start, tuple(merged_ratings(ratings)), tuple(bout for bout in bouts if bout.waves), leg_days)

    @functools.cached_property
    def hours(self) -> Array:
        """Times of the ratings, from `start`. [h]"""
        return np.array([rating.hour for rating in self.ratings])

    def active(self, time_scale: float) -> Array:
        """Return the dose that is felt at each rating. [-]"""
        parts = [self.hours[at : at + MOST_RATINGS] for at in range(0, self.hours.size, MOST_RATINGS)]
        felt = [active_dose(self._felt(part[0], part[-1]), part, time_scale=time_scale) for part in parts]
        return np.concatenate(felt) if felt else self.hours

    def _felt(self, first: float, last: float) -> tuple[Bout, ...]:
        """Return the bouts that are felt from one hour to another, those of some weeks, as in what is shown."""
        return self.bouts[bisect.bisect(self._starts, first - FELT_H) : bisect.bisect(self._starts, last)]

    @functools.cached_property
    def _starts(self) -> list[float]:
        return [bout.start_h for bout in self.bouts]

    def bouts_in(self, block: slice) -> int:
        """Return how many leg days began between the first and the last rating of a block."""
        first, last = self.hours[block][[0, -1]]
        return sum(first <= start_h <= last for start_h in self.leg_days)

    def known_before(self, index: int, response: Response, active: Array) -> Posterior:
        """Return what the ratings before one say at its hour; `active` is that of the response's time scale."""
        hour = self.ratings[index].hour
        before = [Rating(r.hour - hour, r.soreness) for r in self.ratings[max(0, index - MOST_RATINGS) : index]]
        counted = counted_ratings(before)
        used = slice(index - len(counted), index)
        explained = soreness_from(active[used], np.exp(GRID_A)).T
        return posterior(counted, explained, response, dose_sd=felt_sd(self._felt(hour, hour), hour))

    def expected(self, index: int, response: Response, active: Array) -> Expected:
        """Return what would have been shown for a rating just before it was given. [0-10]"""
        known = self.known_before(index, response, active)
        log_amplitude, normals = soreness_draws(known)
        explained = soreness_from(active[[index]], np.exp(log_amplitude))
        shown = clipped(explained + known.residual(np.zeros(1), log_amplitude, normals))
        return Expected(**{name: float(row[0]) for name, row in soreness_quantiles(shown).items()})
