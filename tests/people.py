"""Simulated people with known parameters, who train and rate as the model has it."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np

from legrun.calibration.learned import BOUT_SD, PERSON_SD
from legrun.forecast.response import SCATTER, TIME_SD, covariance
from legrun.forecast.sparing import RESTING_MEAN
from legrun.logs import Log
from legrun.model.bout import Bout, as_bout
from legrun.model.dose import session_doses
from legrun.model.kinetics import Array
from legrun.scenario import Athlete, CheckIn, Session

__all__ = ["FIRST_DAY", "SimulatedPerson", "simulate"]

FIRST_DAY = dt.datetime(2026, 1, 5)
ATHLETE = Athlete("recreational")


@dataclass(frozen=True)
class SimulatedPerson:
    """A person's log amplitude and log time scale, and the log of their training and ratings."""

    amplitude: float
    time_scale: float
    log: Log


def _train(days: int, rng: np.random.Generator) -> tuple[Session, ...]:
    """Return leg days every three or four days and easy runs between them."""
    sessions, day = [], 0
    while day < days:
        evening = FIRST_DAY + dt.timedelta(days=day, hours=18)
        sessions.append(Session("legs", evening, float(rng.integers(45, 76)), float(rng.integers(6, 10))))
        sessions.append(Session("run", evening + dt.timedelta(hours=38), 40, 4))
        day += int(rng.integers(3, 6))
    return tuple(sessions)


def _shape(bout: Bout, hours: Array, stretch: float) -> Array:
    """Return the dose that is felt of one bout, as the reference writes it. [-]"""
    since, felt = np.maximum(hours - bout.end_h, 0), np.zeros(hours.size)
    for wave in bout.waves:
        x = (since + wave.head_start_h * (since > 0)) / (wave.peak_h * stretch)
        felt += wave.dose * x**wave.exponent * np.exp(wave.exponent * (1 - x))
    return felt


def simulate(
    seed: int,
    *,
    ratings: int = 60,
    amplitude: float | None = None,
    time_scale: float | None = None,
    scatter: float = SCATTER,
) -> SimulatedPerson:
    """Return a person drawn from the model's own spread, who rates every morning; `scatter` is how much."""
    rng = np.random.default_rng(seed)
    a = rng.normal(0, PERSON_SD) if amplitude is None else amplitude
    b = rng.normal(0, TIME_SD) if time_scale is None else time_scale
    sessions = _train(ratings, rng)
    hours: Array = 24.0 * np.arange(float(ratings)) + 31
    active = np.zeros(hours.size)
    for session, dose in zip(sessions, session_doses(sessions, ATHLETE.experience), strict=True):
        start_h = (session.start - FIRST_DAY) / dt.timedelta(hours=1)
        bout = as_bout(session, dose, ATHLETE, start_h=start_h)
        active += math.exp(a + rng.normal(0, BOUT_SD)) * _shape(bout, hours, math.exp(b))
    residual = np.linalg.cholesky(scatter**2 * covariance(hours)) @ rng.normal(size=hours.size)
    felt = RESTING_MEAN + residual + 10 * (1 - np.exp(-0.6 * active))
    rated = np.clip(np.round(2 * felt) / 2, 0, 10)
    check_ins = tuple(
        CheckIn(FIRST_DAY + dt.timedelta(hours=h), y) for h, y in zip(hours.tolist(), rated.tolist(), strict=True)
    )
    return SimulatedPerson(a, b, Log("legrun", sessions=sessions, check_ins=check_ins))
