"""Draws of a person: how they react, what their ratings leave open, how fast their strength returns.

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
from legrun.forecast.response import GRID_A, POPULATION_PRIOR, Posterior, Rating, counted_ratings, posterior
from legrun.model.bout import Bout, as_bout
from legrun.model.dose import Dose, session_doses
from legrun.model.kinetics import (
    Array,
    Draws,
    active_dose,
    felt_sd,
    habit_factor,
    soreness_from,
)
from legrun.model.sleep_clock import SleepClock, effective_sleep_h, recovery_clock
from legrun.model.strength import combined_fatigue
from legrun.model.whole import whole_sessions
from legrun.scenario import Response, Scenario, Session
from legrun.scenario.hours import hours_from

__all__ = [
    "DRAWS",
    "HORIZON_H",
    "DosedSessions",
    "Ensemble",
    "bouts_of",
    "central",
    "differ_only_by",
    "dosed_sessions",
    "drank",
    "draw",
    "last_evening",
    "soreness_draws",
]

DosedSessions = tuple[tuple[Session, Dose], ...]
DRAWS = 512
FATIGUE_SHARED = value("ensemble.fatigue_shared")
FATIGUE_OWN_SD = value("ensemble.fatigue_own_sd")
FAST_SD = value("ensemble.fast_sd")
SLOW_TAU_SD = value("ensemble.slow_tau_sd")
SLOPE_SPREAD = value("ensemble.sleep_slope_spread")
STRENGTH_MEMORY_H = 24 * value("ensemble.strength_memory_d")
HORIZON_H = int(value("windows.horizon_h"))
ALCOHOL_THRESHOLD = value("habits.alcohol_threshold")
ALCOHOL_HOUR = value("habits.alcohol_hour")
ALCOHOL_WITHIN_H = value("habits.alcohol_within_h")

# glibc gives large blocks back to the system as soon as they are free, and each page of the next costs as much as a
# sum over it, until it has seen a block of their size come and go. This one comes and goes, and no page of it is used.
np.empty(int(value("compute.large_block")), dtype=np.uint8)


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
    """Return standard normal draws of amplitude, residual and the three fatigue parameters, shape (draws, 5)."""
    inverse = np.vectorize(NormalDist().inv_cdf)
    return np.asarray(inverse(_uniforms()[:, :5]))


@functools.cache
def _residual_normals() -> Array:
    """Return where each draw stands within the residual's spread, moved so that the middle of the draws is its mean.

    The median is taken by hand: numpy's loads its masked arrays, which takes as long as the rest of an answer.
    """
    normals = _normals()[:, 1]
    return np.asarray(normals - np.sort(normals)[DRAWS // 2 - 1 : DRAWS // 2 + 1].mean())


@functools.cache
def _doubts() -> Array:
    """Return by how many sds each draw misjudges what was estimated of sessions: evenly spread by the golden ratio."""
    places = (0.5 + np.arange(1, DRAWS + 1) * (5**0.5 - 1) / 2) % 1.0
    return np.asarray(np.vectorize(NormalDist().inv_cdf)(places))


@functools.cache
def _paces() -> tuple[Array, Array]:
    """Return the factors on the fast losses and on the slow times, the same for everybody."""
    normals = _normals()
    return np.exp(FAST_SD * normals[:, 3]), np.exp(SLOW_TAU_SD * normals[:, 4])


@dataclass(frozen=True)
class Ensemble:
    """Draws of one person's response to their sessions.

    Attributes
    ----------
    scenario : Scenario
        What it was drawn for.
    bouts : tuple of Bout
        What each session that still matters does to the legs.
    posterior : Posterior
        What the ratings say.
    log_amplitude : array, shape (draws,)
        Log of the factor on the soreness dose, given the ratings.
    residual_normal : array, shape (draws,)
        Where each draw stands within the spread of what no session explains.
    slow, fast, slow_tau : array, shape (draws,)
        Factors on the slow and the fast losses of strength and on the slow times; no rating of soreness tells of them.
    doubt : array, shape (draws,)
        By how many sds of its log each draw misjudges what was estimated of sessions, not recorded.
    time_scale : float
        Factor on the times of soreness. [-]
    clock : SleepClock
        The recovery clock.
    """

    scenario: Scenario
    bouts: tuple[Bout, ...]
    posterior: Posterior
    log_amplitude: Array
    residual_normal: Array
    slow: Array
    fast: Array
    slow_tau: Array
    doubt: Array
    time_scale: float
    clock: SleepClock

    def explained_soreness(self, hours: Array) -> Draws:
        """Return the soreness that the sessions explain, shape (draws, hours). [0-10]"""
        active = active_dose(self.bouts, hours, time_scale=self.time_scale)
        return soreness_from(active, np.exp(self.log_amplitude), habit=habit_factor(self.scenario.habits))

    def residual(self, hours: Array) -> Draws:
        """Return the resting level and what no session explains, shape (draws, hours). [0-10]"""
        return self.posterior.residual(hours, self.log_amplitude, self.residual_normal)

    def fatigue(self, hours: Array) -> Draws:
        """Return the fraction of leg strength lost, shape (draws, hours). [0-1]"""
        clock = self.clock.at(np.concatenate([hours, [each.end_h for each in self.bouts]]))
        shown, ends = clock[:, : hours.size], clock[:, hours.size :]
        draws = {"fast": self.fast, "slow": self.slow, "slow_tau": self.slow_tau, "doubt": self.doubt}
        return combined_fatigue(self.bouts, hours, shown, ends, **draws)

    def sleep(self, hours: Array) -> Array:
        """Return the sleep in force at each hour. [h]"""
        return effective_sleep_h(self.scenario.now, hours, self.scenario.nights, self.scenario.athlete.usual_sleep_h)


def central(ensemble: Ensemble) -> Ensemble:
    """Return one draw in place of all: the median response with every other parameter at its centre.

    Examples
    --------
    >>> import datetime as dt
    >>> one = central(draw(Scenario(now=dt.datetime(2026, 3, 4, 7))))
    >>> one.residual_normal, one.fast
    (array([0.]), array([1.]))
    """
    return dataclasses.replace(
        ensemble,
        log_amplitude=np.median(ensemble.log_amplitude, keepdims=True),
        residual_normal=np.zeros(1),
        slow=np.median(ensemble.slow, keepdims=True),
        fast=np.ones(1),
        slow_tau=np.ones(1),
        doubt=np.zeros(1),
        clock=ensemble.clock.middle(),
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


def dosed_sessions(scenario: Scenario) -> DosedSessions:
    """Return the whole sessions of a scenario, each with its leg dose."""
    sessions = whole_sessions(tuple(scenario.sessions))
    doses = session_doses(sessions, scenario.athlete.experience, log_since=scenario.log_since)
    return tuple(zip(sessions, doses, strict=True))


def bouts_of(scenario: Scenario, sessions: DosedSessions | None = None) -> tuple[Bout, ...]:
    """Return what each session does to the legs; of those long past, to their soreness alone.

    `sessions` are its `dosed_sessions`, where they are known.
    """
    bouts = []
    for session, dose in dosed_sessions(scenario) if sessions is None else sessions:
        start_h = hours_from(scenario.now, session.start)
        one = as_bout(session, dose, scenario.athlete, start_h=start_h, alcohol=drank(scenario, session))
        if one.end_h <= -STRENGTH_MEMORY_H:
            one = dataclasses.replace(one, losses=())
        if one.waves:
            bouts.append(one)
    return tuple(bouts)


def _ratings(scenario: Scenario) -> list[Rating]:
    """Return the ratings that count, in hours from now."""
    rated = [c for c in scenario.check_ins if c.soreness is not None]
    hours = [hours_from(scenario.now, c.time) for c in rated]
    return counted_ratings([Rating(hour, c.soreness or 0.0) for hour, c in zip(hours, rated, strict=True)])


def _posterior(scenario: Scenario, bouts: Sequence[Bout], prior: Response) -> Posterior:
    """Return what the ratings of a scenario say."""
    ratings = _ratings(scenario)
    hours = np.array([rating.hour for rating in ratings])
    active = active_dose(bouts, hours, time_scale=float(np.exp(prior.time_mean)))
    explained = soreness_from(active, np.exp(GRID_A), habit=habit_factor(scenario.habits)).T
    return posterior(ratings, explained, prior, dose_sd=felt_sd(bouts, 0.0))


def soreness_draws(known: Posterior) -> tuple[Array, Array]:
    """Return the log amplitude of each draw given the ratings, and where it stands within the residual's spread."""
    return known.amplitudes(_uniforms()[:, 0]), _residual_normals()


def _clock(scenario: Scenario, bouts: Sequence[Bout], hours: float) -> SleepClock:
    """Return the recovery clock from the first bout on whose loss of strength is not over."""
    return recovery_clock(
        scenario.now,
        min((each.start_h for each in bouts if each.losses), default=0.0),
        max(hours, max((each.end_h for each in bouts), default=0.0)),
        scenario.nights,
        scenario.athlete.usual_sleep_h,
        scenario.habits.protein_g_per_kg,
        SLOPE_SPREAD * _uniforms()[:, 5],
    )


def differ_only_by(name: str, one: Scenario, other: Scenario) -> bool:
    """Return whether two scenarios have everything but one field in common.

    Examples
    --------
    >>> rested = Scenario(dt.datetime(2026, 3, 4, 7))
    >>> differ_only_by("sleep_h", rested, dataclasses.replace(rested, sleep_h=5))
    True
    """
    names = (each.name for each in dataclasses.fields(Scenario) if each.name != name)
    return all(getattr(one, each) == getattr(other, each) for each in names)


def draw(
    scenario: Scenario,
    hours: float = HORIZON_H,
    *,
    sessions: DosedSessions | None = None,
    same_nights: Ensemble | None = None,
    same_ratings: Ensemble | None = None,
) -> Ensemble:
    """Return the draws for a scenario.

    Parameters
    ----------
    scenario : Scenario
        What the person told.
    hours : float
        How far ahead its clock must run. [h]
    sessions : tuple of (Session, Dose), optional
        Its `dosed_sessions`, where they are known.
    same_nights, same_ratings : Ensemble, optional
        Draws for the same hours and a scenario that differs by nothing but its ratings, or but its nights: what does
        not depend on them is taken from there, the same digits sooner.

    Returns
    -------
    Ensemble
        512 equally weighted draws; the same for the same scenario, to the last digit.

    Notes
    -----
    The log amplitude a comes from its posterior through the inverse CDF, the residual is its mean given a and one
    standard normal times its sd. The log slow amplitude is ``0.36 a0 + 0.412 z`` with a0 before any rating: soreness
    and strength hardly correlate (Shoji 2021), so a rating of soreness changes no estimate of strength.

    Examples
    --------
    >>> import datetime as dt
    >>> legs = Session("legs", dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8)
    >>> drawn = draw(Scenario(now=dt.datetime(2026, 3, 4, 19), sessions=(legs,)))
    >>> round(float(np.median(drawn.explained_soreness(np.array([0.0])))), 1)
    2.5
    """
    known = same_nights or same_ratings
    bouts = known.bouts if known else bouts_of(scenario, sessions)
    prior = scenario.athlete.response or POPULATION_PRIOR
    believed = same_ratings.posterior if same_ratings else _posterior(scenario, bouts, prior)
    log_amplitude, residual_normal = soreness_draws(believed)
    normals = _normals()
    usual = prior.amplitude_mean + prior.amplitude_sd * normals[:, 0]
    fast, slow_tau = _paces()
    return Ensemble(
        scenario=scenario,
        bouts=bouts,
        posterior=believed,
        log_amplitude=log_amplitude,
        residual_normal=residual_normal,
        slow=np.exp(FATIGUE_SHARED * usual + FATIGUE_OWN_SD * normals[:, 2]),
        fast=fast,
        slow_tau=slow_tau,
        doubt=_doubts(),
        time_scale=float(np.exp(prior.time_mean)),
        clock=same_nights.clock if same_nights else _clock(scenario, bouts, hours),
    )
