"""Simulated people with known parameters, who train and rate as the model has it."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np

from legrun.forecast.response import NEXT_SD, RATING_SD
from legrun.logs import Log
from legrun.model.dose import session_doses
from legrun.scenario import Athlete, CheckIn, Session

__all__ = ["FIRST_DAY", "SimulatedPerson", "simulate", "train"]

FIRST_DAY = dt.datetime(2026, 1, 5)
ATHLETE = Athlete("recreational")


@dataclass(frozen=True)
class SimulatedPerson:
    """A person's log amplitude and log time scale, and the log of their training and ratings."""

    amplitude: float
    time_scale: float
    log: Log


def train(days: int, rng: np.random.Generator) -> tuple[Session, ...]:
    """Return leg days every three or four days and easy runs between them."""
    sessions, day = [], 0
    while day < days:
        evening = FIRST_DAY + dt.timedelta(days=day, hours=18)
        sessions.append(Session("legs", evening, float(rng.integers(45, 76)), float(rng.integers(6, 10))))
        sessions.append(Session("run", evening + dt.timedelta(hours=38), 40, 4))
        day += int(rng.integers(3, 6))
    return tuple(sessions)


def _wave(session: Session, dose: float, hours: np.ndarray, stretch: float) -> np.ndarray:
    """Return the soreness after one session, as the reference writes it. [0-10]"""
    since = np.maximum(hours - (session.end - FIRST_DAY) / dt.timedelta(hours=1), 0)
    legs = session.kind == "legs"
    x = since / (34 * stretch) if legs else (since + 10 * session.minutes / 180 * (since > 0)) / (25 * stretch)
    exponent = 1.5 if legs else 1.0
    peak = 10 * (1 - math.exp(-0.6 * dose))
    return np.asarray(peak * x**exponent * np.exp(exponent * (1 - x)))


def simulate(
    seed: int, *, ratings: int = 60, amplitude: float | None = None, time_scale: float | None = None
) -> SimulatedPerson:
    """Return a person drawn from the model's own spread, who rates every morning."""
    rng = np.random.default_rng(seed)
    a = rng.normal(0, math.sqrt(0.5**2 - NEXT_SD**2)) if amplitude is None else amplitude
    b = rng.normal(0, 0.25) if time_scale is None else time_scale
    sessions = train(ratings, rng)
    doses = session_doses(sessions, ATHLETE.experience)
    hours = np.arange(ratings) * 24.0 + 31
    calm = np.ones(hours.size)
    for session, dose in zip(sessions, doses, strict=True):
        factor = math.exp(a + rng.normal(0, NEXT_SD))
        calm *= 1 - _wave(session, dose.level * factor, hours, math.exp(b)) / 10
    felt = 10 * (1 - calm)
    rated = np.clip(np.round(2 * (felt + rng.normal(0, RATING_SD, hours.size))) / 2, 0, 10)
    check_ins = tuple(
        CheckIn(FIRST_DAY + dt.timedelta(hours=h), y) for h, y in zip(hours.tolist(), rated.tolist(), strict=True)
    )
    return SimulatedPerson(a, b, Log("legrun", sessions=sessions, check_ins=check_ins))
