"""Draws of a person's response, sharpened by their ratings.

The same quasi-random numbers serve every scenario, so that nothing flickers and differences are real.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from legrun.evidence import value
from legrun.forecast.response import Rating, merged, posterior, prior_response, too_early
from legrun.model.bout import Bout, bout
from legrun.model.dose import session_doses
from legrun.model.kinetics import Array, Draws, capped, combined_fatigue, combined_soreness, gamma, habit_factor
from legrun.model.sleep_clock import Clock, recovery_clock, sleep_in_force
from legrun.scenario import Scenario, Session

__all__ = ["DRAWS", "Ensemble", "Unexplained", "central", "drank", "draw", "estimate_sd", "last_evening"]

DRAWS = 512
FATIGUE_SHARED = value("ensemble.fatigue_shared")
FATIGUE_OWN_SD = value("ensemble.fatigue_own_sd")
FAST_SD = value("ensemble.fast_sd")
SLOW_TAU_SD = value("ensemble.slow_tau_sd")
SLOPE_SPREAD = value("ensemble.sleep_slope_spread")
MEMORY_H = 24 * value("ensemble.legs_memory_d")
HORIZON_H = value("windows.horizon_h")
LEGS_PEAK_H = value("leg_soreness.peak_h")
LEGS_EXPONENT = value("leg_soreness.exponent")
HELD_TAU_H = value("rating.held_tau_h")
EARLY_TAU_H = value("rating.early_tau_h")
ESTIMATED_RPE_SD = value("leg_dose.estimated_rpe_sd")
ESTIMATED_MINUTES_SD = value("leg_dose.estimated_minutes_sd")
ALCOHOL_THRESHOLD = value("habits.alcohol_threshold")
ALCOHOL_HOUR = value("habits.alcohol_hour")
ALCOHOL_WITHIN_H = value("habits.alcohol_within_h")


@functools.cache
def _uniforms() -> Array:
    """Return the fixed quasi-random numbers, shape (draws, 6): an additive recurrence on irrational steps.

    The steps are powers of the inverse of the root of ``x^7 = x + 1`` (Roberts' R-sequence in 6 dimensions),
    which fills the cube evenly without a generator whose stream could change between versions.
    """
    dimensions = 6
    root = 1.0
    for _ in range(100):
        root = (1 + root) ** (1 / (dimensions + 1))
    steps = root ** -np.arange(1.0, dimensions + 1)
    return np.asarray((0.5 + np.outer(np.arange(1, DRAWS + 1), steps)) % 1.0)


@functools.cache
def _normals() -> Array:
    """Return standard normal draws of the fatigue parameters, shape (draws, 3)."""
    inverse = np.vectorize(NormalDist().inv_cdf)
    return np.asarray(inverse(_uniforms()[:, 2:5]))


@dataclass(frozen=True)
class Unexplained:
    """Soreness above what the sessions explain, as the newest rating had it.

    Attributes
    ----------
    hour : float
        Time of that rating, from now. [h]
    extra : float
        What no plausible reaction to the known sessions explains; fades like a leg day's soreness. [0-10]
    held : float
        What the curve does not follow; fades within a day. [0-10]
    held_tau_h : float
        Time in which the held part falls to 37 %. [h]
    """

    hour: float
    extra: float
    held: float
    held_tau_h: float = HELD_TAU_H

    @property
    def too_early(self) -> bool:
        """Whether the rating came within 6 h of a leg day, before its soreness."""
        return self.held_tau_h == EARLY_TAU_H

    def at(self, hours: Array) -> Array:
        """Return the soreness to add at each hour; nothing before the rating."""
        since = np.maximum(hours - self.hour, 0.0)
        added = self.held * np.exp(-since / self.held_tau_h)
        if self.extra:
            added += self.extra * gamma((LEGS_PEAK_H + since) / LEGS_PEAK_H, LEGS_EXPONENT)
        return np.where(hours >= self.hour, added, 0.0)


@dataclass(frozen=True)
class Ensemble:
    """Draws of one person's response to their sessions.

    Attributes
    ----------
    scenario : Scenario
        What it was drawn for.
    bouts : tuple of Bout
        What each session that still matters does to the legs.
    log_amplitude, time_scale, fast, slow_tau : array, shape (draws,)
        Log of the factor on the dose; factors on the time scale, the fast losses and the slow times.
    own_slow : array, shape (draws,)
        The part of the log slow amplitude that is not shared with soreness.
    rated_at_h : float or None
        Time of the newest rating that counted. [h]
    next_log_amplitude : array, shape (draws,)
        The log amplitude for sessions after that rating.
    clock : Clock
        The recovery clock.
    unexplained : tuple of Unexplained
        Soreness that the sessions do not explain.
    """

    scenario: Scenario
    bouts: tuple[Bout, ...]
    log_amplitude: Array
    next_log_amplitude: Array
    time_scale: Array
    fast: Array
    own_slow: Array
    slow_tau: Array
    rated_at_h: float | None
    clock: Clock
    unexplained: tuple[Unexplained, ...] = ()

    def log_amplitude_of(self, each: Bout) -> Array:
        """Return the log amplitude of a bout: one that the newest rating does not tell of is less well known."""
        told = self.rated_at_h is None or each.start_h < self.rated_at_h
        return self.log_amplitude if told else self.next_log_amplitude

    def slow_of(self, each: Bout) -> Array:
        """Return the factor on the slow losses of a bout."""
        return np.asarray(np.exp(FATIGUE_SHARED * self.log_amplitude_of(each) + self.own_slow))

    def explained_soreness(self, hours: Array) -> Draws:
        """Return the soreness that the sessions explain, shape (draws, hours). [0-10]"""
        amplitudes = [np.exp(self.log_amplitude_of(each)) for each in self.bouts]
        habit = habit_factor(self.scenario.habits)
        return combined_soreness(self.bouts, hours, amplitudes, self.time_scale, habit=habit)

    def soreness(self, hours: Array) -> Draws:
        """Return the one soreness of chart, score and gates, shape (draws, hours). [0-10]"""
        soreness = self.explained_soreness(hours)
        for part in self.unexplained:
            soreness += part.at(hours).astype(soreness.dtype)
        return capped(soreness, 10.0)

    def fatigue(self, hours: Array) -> Draws:
        """Return the fraction of leg strength lost, shape (draws, hours). [0-1]"""
        clock = self.clock.at(np.concatenate([hours, [each.end_h for each in self.bouts]]))
        shown, ends = clock[:, : hours.size], clock[:, hours.size :]
        slow = [self.slow_of(each) for each in self.bouts]
        return combined_fatigue(self.bouts, hours, shown, ends, fast=self.fast, slow=slow, slow_tau=self.slow_tau)

    def sleep(self, hours: Array) -> Array:
        """Return the sleep in force at each hour. [h]"""
        return sleep_in_force(self.scenario.now, hours, self.scenario.nights, self.scenario.athlete.usual_sleep_h)


def central(ensemble: Ensemble) -> Ensemble:
    """Return one draw in place of all: the median response with every other parameter at its centre.

    Examples
    --------
    >>> import datetime as dt
    >>> one = central(draw(Scenario(now=dt.datetime(2026, 3, 4, 7))))
    >>> one.time_scale.round(2), one.fast
    (array([1.]), array([1.]))
    """
    readings = np.median(ensemble.clock.readings, axis=0, keepdims=True)
    return dataclasses.replace(
        ensemble,
        log_amplitude=np.median(ensemble.log_amplitude, keepdims=True),
        next_log_amplitude=np.median(ensemble.next_log_amplitude, keepdims=True),
        time_scale=np.median(ensemble.time_scale, keepdims=True),
        fast=np.ones(1),
        own_slow=np.zeros(1),
        slow_tau=np.ones(1),
        clock=Clock(ensemble.clock.first_h, readings),
    )


def last_evening(scenario: Scenario) -> dt.datetime:
    """Return the time at which last evening's alcohol is placed."""
    midnight = dt.datetime.combine(scenario.now.date(), dt.time())
    return midnight + dt.timedelta(hours=ALCOHOL_HOUR - 24)


def drank(scenario: Scenario, session: Session) -> bool:
    """Return whether last evening's alcohol falls within a day of the session."""
    if scenario.habits.alcohol_g_per_kg < ALCOHOL_THRESHOLD:
        return False
    return abs(session.end - last_evening(scenario)) <= dt.timedelta(hours=ALCOHOL_WITHIN_H)


def _bouts(scenario: Scenario) -> tuple[Bout, ...]:
    """Return what each session that still matters does to the legs."""
    athlete = scenario.athlete
    doses = session_doses(scenario.sessions, athlete.experience, log_since=scenario.log_since)
    found = []
    for session, dose in zip(scenario.sessions, doses, strict=True):
        start_h = (session.start - scenario.now) / dt.timedelta(hours=1)
        one = bout(session, dose, athlete, start_h=start_h, alcohol=drank(scenario, session))
        if one.waves and one.end_h > -MEMORY_H:
            found.append(one)
    return tuple(found)


def estimate_sd(session: Session) -> float:
    """Return the spread of the log dose of a leg day where it was estimated, not recorded. [-]"""
    rpe = ESTIMATED_RPE_SD if "rpe" in session.estimated else 0.0
    minutes = ESTIMATED_MINUTES_SD if "minutes" in session.estimated and session.hard_sets is None else 0.0
    return float(np.hypot(rpe, minutes))


def _dose_sd(scenario: Scenario) -> float:
    """Return the spread of the log dose of the newest leg day."""
    done = [s for s in scenario.sessions if s.kind == "legs" and s.start <= scenario.now]
    return estimate_sd(done[-1]) if done else 0.0


def _ratings(scenario: Scenario) -> list[Rating]:
    """Return the ratings that tell of sessions not yet forgotten."""
    hours = [
        Rating((c.time - scenario.now) / dt.timedelta(hours=1), c.soreness)
        for c in scenario.check_ins
        if c.soreness is not None
    ]
    return merged([rating for rating in hours if rating.hour > -MEMORY_H])


def _median(values: Draws) -> float:
    """Return the median: a sort of so few is far faster than what `numpy.median` does around one."""
    ordered = np.sort(values, axis=None)
    return float(ordered[[(ordered.size - 1) // 2, ordered.size // 2]].mean())


def _unexplained(ensemble: Ensemble, ratings: Sequence[Rating], reach: float) -> tuple[Unexplained, ...]:
    """Return what the newest ratings leave unexplained; the sessions reach `reach` at the newest that counts.

    The newest rating that counts replaces all before it; one taken too soon after a leg day only adds to it.
    """
    parts: tuple[Unexplained, ...] = ()
    counted = [r for r in ratings if not too_early(ensemble.bouts, r.hour)][-1:]
    early = [r for r in ratings[-1:] if too_early(ensemble.bouts, r.hour)]
    for rating in (*counted, *early):
        hour = np.array([rating.hour])
        is_early = rating in early
        extra = 0.0 if is_early else max(0.0, rating.soreness - reach)
        explained = _median(ensemble.explained_soreness(hour))
        standing = sum(float(part.at(hour)[0]) for part in parts)
        held = max(0.0, rating.soreness - explained - extra - standing)
        parts += (Unexplained(rating.hour, extra, held, EARLY_TAU_H if is_early else HELD_TAU_H),)
    return parts


def _clock(scenario: Scenario, bouts: Sequence[Bout], hours: float) -> Clock:
    """Return the recovery clock from the first bout on."""
    return recovery_clock(
        scenario.now,
        min((each.start_h for each in bouts), default=0.0),
        max(hours, max((each.end_h for each in bouts), default=0.0)),
        scenario.nights,
        scenario.athlete.usual_sleep_h,
        scenario.habits.protein_g_per_kg,
        SLOPE_SPREAD * _uniforms()[:, 5],
    )


def _differ_by_ratings(one: Scenario, other: Scenario) -> bool:
    """Return whether two scenarios have everything but their ratings in common."""
    return {**vars(one), "check_ins": ()} == {**vars(other), "check_ins": ()}


def draw(scenario: Scenario, hours: float = HORIZON_H, like: Ensemble | None = None) -> Ensemble:
    """Return the draws for a scenario.

    Parameters
    ----------
    scenario : Scenario
        What the person told.
    hours : float
        How far ahead its clock must run. [h]
    like : Ensemble, optional
        Draws for the same hours; where only the ratings differ, what does not depend on them is taken from it.

    Returns
    -------
    Ensemble
        512 equally weighted draws; the same for the same scenario, to the last digit.

    Notes
    -----
    Log amplitude a and log time scale b come from the grid posterior through its inverse CDF (a, then b
    given a); the log slow amplitude is ``0.36 a + 0.412 z``, so that soreness and strength hardly correlate
    (Shoji 2021).

    Examples
    --------
    >>> import datetime as dt
    >>> legs = Session("legs", dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8)
    >>> drawn = draw(Scenario(now=dt.datetime(2026, 3, 4, 19), sessions=(legs,)))
    >>> round(float(np.median(drawn.soreness(np.array([0.0])))), 1)
    4.1
    """
    known = like if like is not None and _differ_by_ratings(scenario, like.scenario) else None
    bouts = known.bouts if known else _bouts(scenario)
    ratings = _ratings(scenario)
    habit = habit_factor(scenario.habits)
    prior = prior_response(scenario.athlete.response)
    own = scenario.athlete.response is not None
    found = posterior(bouts, ratings, prior, own=own, dose_sd=_dose_sd(scenario), habit=habit)
    uniforms, normals = _uniforms(), _normals()
    a, b = found.quantiles(uniforms[:, 0], uniforms[:, 1])
    centre, stretch = found.amplitude_mean, found.next_stretch
    if own and found.rated_at_h is not None:
        # Their own response holds the rating's lesson for sessions to come, when it is learned anew.
        centre, stretch = prior.amplitude_mean, prior.amplitude_sd / found.amplitude_sd
    next_a = centre + stretch * (a - found.amplitude_mean)
    clock = known.clock if known else _clock(scenario, bouts, hours)
    ensemble = Ensemble(
        scenario=scenario,
        bouts=bouts,
        log_amplitude=a,
        next_log_amplitude=next_a if found.rated_at_h is not None else a,
        time_scale=np.exp(b),
        fast=np.exp(FAST_SD * normals[:, 0]),
        own_slow=FATIGUE_OWN_SD * normals[:, 1],
        slow_tau=np.exp(SLOW_TAU_SD * normals[:, 2]),
        rated_at_h=found.rated_at_h,
        clock=clock,
    )
    return Ensemble(**{**vars(ensemble), "unexplained": _unexplained(ensemble, ratings, found.reach)})
