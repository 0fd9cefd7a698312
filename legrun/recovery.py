"""How soreness and strength loss run their course after a session: closed forms only.

Every session becomes a `Bout`: waves of soreness, which run on plain hours, and losses of strength, which
run on the recovery clock. Bouts combine as products, so their order does not matter.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from legrun.dose import Dose, leg_day_amount
from legrun.evidence import value
from legrun.scenario import Athlete, Habits, Session

__all__ = [
    "Array",
    "Bout",
    "Draws",
    "Loss",
    "Wave",
    "bout",
    "combined_fatigue",
    "combined_soreness",
    "eased",
    "gamma",
    "habit_factor",
]

Array = npt.NDArray[np.float64]
# Draws along hours: half the memory and half the time, and an error of a millionth, far below what is shown.
Draws = npt.NDArray[np.float32]
# Losses below this are dropped before they turn into denormal numbers, which are slow.
NOTHING = 1e-30

SORENESS_GAIN = value("leg_soreness.gain")
LEGS_PEAK_H = value("leg_soreness.peak_h")
LEGS_EXPONENT = value("leg_soreness.exponent")
WARM_UP = value("leg_soreness.warm_up")
RUN_PEAK_H = value("run_soreness.peak_h")
HEAD_START_H = value("run_soreness.head_start_h")
HEAD_START_MINUTES = value("run_soreness.head_start_minutes")
DOWNHILL_PEAK_H = value("run_soreness.downhill_peak_h")
DOWNHILL_EXPONENT = value("run_soreness.downhill_curve_exponent")
FAST = value("leg_fatigue.fast")
FAST_CAP = value("leg_fatigue.fast_cap")
FAST_TAU_H = value("leg_fatigue.fast_tau_h")
SLOW = value("leg_fatigue.slow")
SLOW_CAP = value("leg_fatigue.slow_cap")
FATIGUE_CAP = value("leg_fatigue.cap")
REFERENCE_RPE = value("leg_dose.reference_rpe")
RUN_MAX = value("run_fatigue.max")
RUN_LOAD = value("run_fatigue.load_scale")
RUN_SLOW_CAP = value("run_fatigue.slow_cap")
RUN_SLOW_TAU_H = value("run_fatigue.slow_tau_h")
RUN_FAST_TAU_H = value("run_fatigue.fast_tau_h")
DOWNHILL_LOSS = value("run_fatigue.downhill")
DOWNHILL_LOSS_EXPONENT = value("run_fatigue.downhill_exponent")
DOWNHILL_TAU_H = value("run_fatigue.downhill_tau_h")
DOWNHILL_MINUTES = value("run_soreness.downhill_minutes")
DOWNHILL_GRADE = value("run_soreness.downhill_grade_pct")
AGE_FROM = value("leg_fatigue.age_from")
AGE_TAU = value("leg_fatigue.age_tau")
ALCOHOL_SLOW = value("habits.alcohol_slow")
RELIEF = value("habits.relief")
RELIEF_TAU_H = value("habits.relief_tau_h")


@dataclass(frozen=True)
class Wave:
    """A wave of soreness: rises to a peak and fades, on plain hours.

    Attributes
    ----------
    dose : float
        Soreness dose. [-]
    peak_h : float
        Hours from its own start to its peak. [h]
    exponent : float
        Steepness of the rise. [-]
    head_start_h : float
        How far along the wave already is at the end of the session. [h]
    """

    dose: float
    peak_h: float
    exponent: float
    head_start_h: float = 0.0


@dataclass(frozen=True)
class Loss:
    """A loss of strength that fades exponentially, on the recovery clock.

    Attributes
    ----------
    size : float
        Share of strength lost at the end of the session. [0-1]
    tau_h : float
        Time in which it falls to 37 %. [h]
    pace : {"fast", "slow"}
        Which of a person's amplitudes it follows.
    cap : float
        Largest share after the person's amplitude. [0-1]
    """

    size: float
    tau_h: float
    pace: Literal["fast", "slow"]
    cap: float = FATIGUE_CAP


@dataclass(frozen=True)
class Bout:
    """What one session does to the legs.

    Attributes
    ----------
    start_h, end_h : float
        Start and end, from now. [h]
    waves : tuple of Wave
        Soreness.
    losses : tuple of Loss
        Strength.
    """

    start_h: float
    end_h: float
    waves: tuple[Wave, ...]
    losses: tuple[Loss, ...]

    @property
    def delayed(self) -> bool:
        """Whether its soreness is yet to come when it ends, as after a leg day and unlike after a long run."""
        return any(wave.exponent > 1 for wave in self.waves)

    @property
    def soreness_dose(self) -> float:
        """Sum of the soreness doses. [-]"""
        return sum(wave.dose for wave in self.waves)


def bout(session: Session, dose: Dose, athlete: Athlete, *, start_h: float, alcohol: bool = False) -> Bout:
    """Return what a session does to the legs.

    Parameters
    ----------
    session : Session
        Any session; only legs and runs load the legs.
    dose : Dose
        Its leg dose.
    athlete : Athlete
        Experience and age set how long the slow loss lasts.
    start_h : float
        Start, from now. [h]
    alcohol : bool
        Whether enough alcohol was drunk within a day of it to slow it down.

    Returns
    -------
    Bout
        Its waves of soreness and losses of strength.

    Notes
    -----
    Leg day: ``F = 0.12 min(ell, 1.6) exp(-u/6) + min(0.10 D, 0.35) exp(-u/tau)``, ell = sRPE/8 x amount,
    tau = 72, 48, 36 h. Run: ``A = 0.27 (1 - exp(-AU/700))``, of which ``min(0.10 D, 0.3)`` fades with 40 h
    and the rest with 8 h; downhill adds ``0.17 sqrt(min/30) (grade/15) exp(-u/96)``.

    Examples
    --------
    >>> import datetime as dt
    >>> legs = Session("legs", dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8)
    >>> [(loss.pace, round(loss.size, 2)) for loss in bout(legs, Dose(1.0), Athlete(), start_h=-12).losses]
    [('fast', 0.12), ('slow', 0.1)]
    """
    slower = AGE_TAU if athlete.age is not None and athlete.age >= AGE_FROM else 1.0
    more = ALCOHOL_SLOW if alcohol else 1.0
    waves: tuple[Wave, ...] = ()
    losses: tuple[Loss, ...] = ()
    if session.kind == "legs":
        waves, losses = _leg_day(session, dose, athlete, slower, more)
    elif session.kind == "run":
        waves, losses = _run(session, dose, slower, more)
    return Bout(start_h, start_h + session.minutes / 60, waves, losses)


def _leg_day(
    session: Session, dose: Dose, athlete: Athlete, slower: float, more: float
) -> tuple[tuple[Wave, ...], tuple[Loss, ...]]:
    warm_up = WARM_UP if session.warm_up else 1.0
    effort = session.rpe / REFERENCE_RPE * leg_day_amount(session)
    tau_h = value(f"leg_fatigue.tau_{athlete.experience}_h")
    fast = Loss(FAST * min(effort, FAST_CAP), FAST_TAU_H, "fast")
    slow = Loss(SLOW * dose.level * more, tau_h * slower, "slow", cap=SLOW_CAP)
    return (Wave(dose.level * warm_up, LEGS_PEAK_H, LEGS_EXPONENT),), (fast, slow)


def _run(session: Session, dose: Dose, slower: float, more: float) -> tuple[tuple[Wave, ...], tuple[Loss, ...]]:
    head_start_h = HEAD_START_H * min(1.0, session.minutes / HEAD_START_MINUTES)
    total = RUN_MAX * -np.expm1(-session.load_au / RUN_LOAD)
    slow = min(SLOW * dose.level, RUN_SLOW_CAP)
    waves = [Wave(dose.level, RUN_PEAK_H, 1.0, head_start_h)]
    losses = [
        Loss(slow * more, RUN_SLOW_TAU_H * slower, "slow", cap=RUN_SLOW_CAP),
        Loss(max(0.0, total - slow), RUN_FAST_TAU_H, "fast"),
    ]
    if dose.downhill > 0:
        amount = (session.downhill_minutes / DOWNHILL_MINUTES) ** DOWNHILL_LOSS_EXPONENT
        size = DOWNHILL_LOSS * amount * session.downhill_grade_pct / DOWNHILL_GRADE
        waves.append(Wave(dose.downhill, DOWNHILL_PEAK_H, DOWNHILL_EXPONENT))
        losses.append(Loss(size * more, DOWNHILL_TAU_H * slower, "slow"))
    return tuple(waves), tuple(losses)


def gamma(x: Array, exponent: float) -> Array:
    """Return the wave ``x^k exp(k (1 - x))``: 0 at 0, 1 at its peak x = 1.

    Examples
    --------
    >>> gamma(np.array([0.0, 1.0, 58 / 34]), 1.5).round(2)
    array([0.  , 1.  , 0.77])
    """
    return x**exponent * np.exp(exponent * (1 - x))


def eased(soreness: float, hours_since: float) -> float:
    """Return the soreness felt after easy movement: relief for about an hour, nothing that lasts.

    Parameters
    ----------
    soreness : float
        Soreness without it. [0-10]
    hours_since : float
        Hours since the movement ended. [h]

    Returns
    -------
    float
        Soreness felt. [0-10]

    Notes
    -----
    ``S (1 - 0.25 exp(-dt / 0.75 h))``, after Zainuddin 2006 (10.1139/H05-010); shown, never carried forward:
    no trial found that an easy run speeds recovery.

    Examples
    --------
    >>> [round(eased(4.0, h), 1) for h in (0, 1, 4)]
    [3.0, 3.7, 4.0]
    """
    return soreness * (1 - RELIEF * math.exp(-hours_since / RELIEF_TAU_H))


def habit_factor(habits: Habits) -> float:
    """Return the factor that habits put on soreness, together never below 0.8. [-]

    Examples
    --------
    >>> habit_factor(Habits(massage=True, cold_water=True, compression=True))
    0.8
    """
    factor = 1.0
    for name in ("foam_rolling", "compression", "massage", "cold_water"):
        if getattr(habits, name):
            factor *= value(f"habits.{name}")
    return max(factor, value("habits.floor"))


def _single(values: Array) -> Draws:
    return values.astype(np.float32)


def _ramp(bout: Bout, hours: Array) -> Array:
    """Return how much of a bout has been done at each hour: 0 before it, rising to 1 at its end."""
    return np.clip((hours - bout.start_h) / (bout.end_h - bout.start_h), 0.0, 1.0)


def combined_soreness(
    bouts: Sequence[Bout], hours: Array, amplitudes: Sequence[Array], time_scale: Array, *, habit: float = 1.0
) -> Draws:
    """Return the soreness of all bouts together.

    Parameters
    ----------
    bouts : sequence of Bout
        Sessions.
    hours : array, shape (hours,)
        Times from now. [h]
    amplitudes : sequence of array, shape (draws,)
        For each bout, the factor on its dose in each draw. [-]
    time_scale : array, shape (draws,)
        Factor on the time scale in each draw. [-]
    habit : float
        Factor of habits on soreness. [-]

    Returns
    -------
    array of float32, shape (draws, hours)
        Soreness. [0-10]

    Notes
    -----
    One wave is ``10 (1 - exp(-0.6 D m)) x^k exp(k (1 - x))`` with x = (u + u0) / (peak q); several combine
    as ``10 (1 - prod(1 - s/10))``. ``exp(-k x)`` splits into a factor of the hour and one of the session,
    so that one exponential per time scale serves every session.

    Examples
    --------
    >>> one = Bout(-25.0, -24.0, (Wave(1.0, 34.0, 1.5),), ())
    >>> combined_soreness([one], np.array([0.0]), [np.ones(1)], np.ones(1)).round(2)
    array([[4.16]], dtype=float32)
    """
    shape = (time_scale.size, hours.size)
    calm, sore = np.ones(shape, dtype=np.float32), np.empty(shape, dtype=np.float32)
    fading: dict[tuple[float, float], Draws] = {}
    for each, amplitude in zip(bouts, amplitudes, strict=True):
        for wave in each.waves:
            rate = wave.exponent / (wave.peak_h * time_scale)
            key = (wave.peak_h, wave.exponent)
            if key not in fading:
                fading[key] = np.exp(np.multiply.outer(-_single(rate), _single(hours)))
            elapsed = np.maximum(hours - each.end_h, 0.0) + wave.head_start_h
            scale = -np.expm1(-SORENESS_GAIN * wave.dose * amplitude)
            scale *= (np.e * rate / wave.exponent) ** wave.exponent
            scale *= np.exp(rate * (each.end_h - wave.head_start_h))
            risen = _ramp(each, hours) * elapsed**wave.exponent
            np.multiply(fading[key], _single(risen), out=sore)
            if each.end_h > hours[0]:
                # Until the session ends its own clock stands still, while exp(-rate * hours) already runs.
                sore *= np.exp(np.multiply.outer(_single(rate), _single(np.minimum(hours - each.end_h, 0.0))))
            sore *= _single(scale)[:, None]
            calm *= np.subtract(1, sore, out=sore)
    calm *= -10 * habit
    calm += 10 * habit
    return calm


def combined_fatigue(
    bouts: Sequence[Bout],
    hours: Array,
    clock: Array,
    ends: Sequence[Array],
    *,
    fast: Array,
    slow: Sequence[Array],
    slow_tau: Array,
) -> Draws:
    """Return the share of leg strength lost to all bouts together.

    Parameters
    ----------
    bouts : sequence of Bout
        Sessions.
    hours : array, shape (hours,)
        Times from now. [h]
    clock : array, shape (draws or 1, hours)
        The recovery clock at each of them. [h]
    ends : sequence of array, shape (draws or 1, 1)
        For each bout, the clock at its end. [h]
    fast : array, shape (draws,)
        Factor on the fast losses in each draw. [-]
    slow : sequence of array, shape (draws,)
        For each bout, the factor on its slow losses in each draw. [-]
    slow_tau : array, shape (draws,)
        Factor on the slow times in each draw. [-]

    Returns
    -------
    array of float32, shape (draws, hours)
        Fraction of strength lost. [0-1]
    """
    shape = (fast.size, hours.size)
    strength = np.ones(shape, dtype=np.float32)
    lost, part = np.empty_like(strength), np.empty_like(strength)
    fading: dict[tuple[float, str], Draws] = {}
    for each, end, slow_amplitude in zip(bouts, ends, slow, strict=True):
        most = 0.0
        for number, loss in enumerate(each.losses):
            tau = (slow_tau * loss.tau_h)[:, None] if loss.pace == "slow" else np.full((1, 1), loss.tau_h)
            key = (loss.tau_h, loss.pace)
            if key not in fading:
                fading[key] = np.exp(_single(-1 / tau) * _single(clock))
            amplitude = slow_amplitude if loss.pace == "slow" else fast
            size = np.minimum(loss.size * amplitude, loss.cap)[:, None] * np.exp(end / tau)
            into = lost if number == 0 else part
            np.multiply(fading[key], _single(np.where(size < NOTHING, 0.0, size)), out=into)
            if each.end_h > hours[0]:
                # As in `combined_soreness`: the loss starts to fade at the session's end.
                into *= np.exp(_single(np.minimum(clock - end, 0.0) / tau))
            if into is part:
                lost += part
            most += min(loss.size * float(amplitude.max()), loss.cap)
        if each.end_h > hours[0]:
            lost *= _single(_ramp(each, hours))
        if most > FATIGUE_CAP:
            np.minimum(lost, FATIGUE_CAP, out=lost)
        strength *= np.subtract(1, lost, out=lost)
    return np.subtract(1, strength, out=strength)
