"""What one session does to the legs: waves of soreness and losses of strength.

Soreness runs on plain hours, strength on the recovery clock; `legrun.model.kinetics` combines the bouts.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import Literal

from legrun.evidence import value
from legrun.model.dose import REFERENCE_RPE, Dose, leg_day_amount, leg_load_au
from legrun.scenario import Athlete, Experience, Session

__all__ = ["Bout", "Loss", "Wave", "as_bout", "estimate_sd"]

LEGS_PEAK_H = value("leg_soreness.peak_h")
NOVEL_DELAY_H = value("leg_soreness.novel_delay_h")
LEGS_EXPONENT = value("leg_soreness.exponent")
WARM_UP = value("leg_soreness.warm_up")
RUN_PEAK_H = value("run_soreness.peak_h")
RUN_EXPONENT = value("run_soreness.exponent")
HEAD_START_H = value("run_soreness.head_start_h")
HEAD_START_MINUTES = value("run_soreness.head_start_minutes")
DOWNHILL_PEAK_H = value("run_soreness.downhill_peak_h")
DOWNHILL_CURVE_EXPONENT = value("run_soreness.downhill_curve_exponent")
FAST = value("leg_fatigue.fast")
FAST_CAP = value("leg_fatigue.fast_cap")
FAST_TAU_H = value("leg_fatigue.fast_tau_h")
SLOW = value("leg_fatigue.slow")
SLOW_CAP = value("leg_fatigue.slow_cap")
SLOW_TAU_H = {name: value(f"leg_fatigue.tau_{name}_h") for name in ("novice", "recreational", "trained")}
FATIGUE_CAP = value("leg_fatigue.cap")
RUN_MAX = value("run_fatigue.max")
FATIGUE_LOAD_SCALE = value("run_fatigue.load_scale")
RUN_SLOW_CAP = value("run_fatigue.slow_cap")
RUN_SLOW_TAU_H = value("run_fatigue.slow_tau_h")
RUN_FAST_TAU_H = value("run_fatigue.fast_tau_h")
DOWNHILL_LOSS = value("run_fatigue.downhill")
DOWNHILL_TAU_H = value("run_fatigue.downhill_tau_h")
AGE_FROM = value("leg_fatigue.age_from")
AGE_TAU = value("leg_fatigue.age_tau")
ALCOHOL_SLOW = value("habits.alcohol_slow")
# Spread of the log dose where effort and minutes were estimated, of leg days and of what counts as a run.
LEGS_ESTIMATED_SD = value("leg_dose.estimated_rpe_sd"), value("leg_dose.estimated_minutes_sd")
LOAD_ESTIMATED_SD = value("leg_load.estimated_rpe_sd"), value("leg_load.estimated_minutes_sd")


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

    @property
    def rate(self) -> tuple[float, str]:
        """What makes it fade: losses of one rate fade alike."""
        return self.tau_h, self.pace


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
    log_sd : float
        Spread of the log of all this where it was estimated, not recorded. [-]
    """

    start_h: float
    end_h: float
    waves: tuple[Wave, ...]
    losses: tuple[Loss, ...]
    log_sd: float = 0.0

    @functools.cached_property
    def soreness_dose(self) -> float:
        """Sum of the soreness doses. [-]"""
        return sum(wave.dose for wave in self.waves)


def as_bout(session: Session, dose: Dose, athlete: Athlete, *, start_h: float, alcohol: bool = False) -> Bout:
    """Return what a session does to the legs.

    Parameters
    ----------
    session : Session
        Any session; upper-body work does nothing to the legs.
    dose : Dose
        Its leg dose.
    athlete : Athlete
        Experience sets how long the slow loss of a leg day lasts; so would age, by a factor that is 1.
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
    tau = 72, 48, 36 h, for new exercises back to 72 h. Run: ``A = 0.27 (1 - exp(-AU/700))``, of which
    ``min(0.10 D, 0.3)`` fades with 40 h and the rest with 8 h; downhill adds ``0.113 D exp(-u/96)``. Other sport and
    walks count as runs of part of their load.

    Examples
    --------
    >>> import datetime as dt
    >>> legs = Session("legs", dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8)
    >>> [(loss.pace, round(loss.size, 2)) for loss in as_bout(legs, Dose(1.0), Athlete(), start_h=-12).losses]
    [('fast', 0.12), ('slow', 0.1)]
    """
    more = ALCOHOL_SLOW if alcohol else 1.0
    slower = AGE_TAU if athlete.age is not None and athlete.age >= AGE_FROM else 1.0
    waves: tuple[Wave, ...] = ()
    losses: tuple[Loss, ...] = ()
    if session.kind == "legs":
        waves, losses = _leg_day(session, dose, athlete.experience, slower, more)
    elif leg_load_au(session) > 0 or dose.downhill > 0:
        waves, losses = _run(session, dose, slower, more)
    return Bout(start_h, start_h + session.minutes / 60, waves, losses, estimate_sd(session))


def estimate_sd(session: Session) -> float:
    """Return the spread of the log dose of a session where it was estimated, not recorded. [-]

    Examples
    --------
    >>> import datetime as dt
    >>> estimate_sd(Session("run", dt.datetime(2026, 3, 3, 18), 50, 5, estimated=frozenset({"rpe"})))
    0.45
    """
    if not session.estimated:
        return 0.0
    rpe_sd, minutes_sd = LEGS_ESTIMATED_SD if session.kind == "legs" else LOAD_ESTIMATED_SD
    rpe = rpe_sd if "rpe" in session.estimated else 0.0
    # Sets take the place of minutes.
    minutes = minutes_sd if "minutes" in session.estimated and session.hard_sets is None else 0.0
    return math.hypot(rpe, minutes)


def _leg_day(
    session: Session, dose: Dose, experience: Experience, slower: float, more: float
) -> tuple[tuple[Wave, ...], tuple[Loss, ...]]:
    warm_up = WARM_UP if session.warm_up else 1.0
    effort = session.rpe / REFERENCE_RPE * leg_day_amount(session)
    tau_h = slower * SLOW_TAU_H[experience] ** (1 - session.novelty) * SLOW_TAU_H["novice"] ** session.novelty
    fast = Loss(FAST * min(effort, FAST_CAP), FAST_TAU_H, "fast")
    slow = Loss(SLOW * dose.level * more, tau_h, "slow", cap=SLOW_CAP)
    peak_h = LEGS_PEAK_H + NOVEL_DELAY_H * (1 - dose.protection)
    return (Wave(dose.soreness * warm_up, peak_h, LEGS_EXPONENT),), (fast, slow)


def _run(session: Session, dose: Dose, slower: float, more: float) -> tuple[tuple[Wave, ...], tuple[Loss, ...]]:
    head_start_h = HEAD_START_H * min(1.0, session.minutes / HEAD_START_MINUTES)
    total = RUN_MAX * -math.expm1(-leg_load_au(session) / FATIGUE_LOAD_SCALE)
    slow = min(SLOW * dose.level, RUN_SLOW_CAP)
    waves = [Wave(dose.soreness, RUN_PEAK_H, RUN_EXPONENT, head_start_h)]
    losses = [
        Loss(slow * more, RUN_SLOW_TAU_H * slower, "slow", cap=RUN_SLOW_CAP),
        Loss(max(0.0, total - slow), RUN_FAST_TAU_H, "fast"),
    ]
    if dose.downhill > 0:
        waves.append(Wave(dose.downhill, DOWNHILL_PEAK_H, DOWNHILL_CURVE_EXPONENT))
        losses.append(Loss(DOWNHILL_LOSS * dose.downhill * more, DOWNHILL_TAU_H * slower, "slow"))
    return tuple(waves), tuple(losses)
