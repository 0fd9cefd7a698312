"""How much a session asks of the legs: the leg dose, and the protection that earlier leg days give.

Two currencies are kept apart: load in AU (minutes x session RPE) for the whole body, and leg dose for the
legs, where 1.0 is a recreational lifter's hard hour.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from legrun.evidence import value
from legrun.scenario import Experience, Session

__all__ = ["Dose", "downhill_dose", "leg_day_amount", "leg_dose", "protections", "run_dose", "session_doses"]

REFERENCE_RPE = value("leg_dose.reference_rpe")
REFERENCE_MINUTES = value("leg_dose.reference_minutes")
REFERENCE_SETS = value("leg_dose.reference_sets")
RPE_EXPONENT = value("leg_dose.rpe_exponent")
AMOUNT_EXPONENT = value("leg_dose.amount_exponent")
NOVELTY_GAIN = value("leg_dose.novelty_gain")
FAILURE_GAIN = value("leg_dose.failure_gain")
PROTECTION_GAIN = value("protection.gain")
PROTECTION_DOSE = value("protection.dose_scale")
PROTECTION_DECAY = dt.timedelta(days=value("protection.decay_days"))
PROTECTION_DELAY = dt.timedelta(hours=value("protection.delay_h"))
RUN_GAIN = value("run_soreness.dose_gain")
RUN_LOAD = value("run_soreness.load_scale")
RUN_EXPONENT = value("run_soreness.load_exponent")
DOWNHILL_GAIN = value("run_soreness.downhill_gain")
DOWNHILL_MINUTES = value("run_soreness.downhill_minutes")
DOWNHILL_GRADE = value("run_soreness.downhill_grade_pct")
DOWNHILL_EXPONENT = value("run_soreness.downhill_exponent")


@dataclass(frozen=True)
class Dose:
    """What one session asks of the legs.

    Attributes
    ----------
    level : float
        Leg dose of a leg day, or of a run as on level ground. [-]
    downhill : float
        Leg dose of the downhill part of a run. [-]
    """

    level: float
    downhill: float = 0.0


def leg_day_amount(session: Session) -> float:
    """Return the root-scaled amount of a leg day: from hard sets where known, else from minutes. [-]

    Examples
    --------
    >>> import datetime as dt
    >>> leg_day_amount(Session("legs", dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8))
    1.0
    """
    if session.hard_sets is not None:
        return math.pow(session.hard_sets / REFERENCE_SETS, AMOUNT_EXPONENT)
    return math.pow(session.minutes / REFERENCE_MINUTES, AMOUNT_EXPONENT)


def leg_dose(session: Session, experience: Experience, *, relative_protection: float = 1.0) -> float:
    """Return the leg dose of a leg day. [-]

    Parameters
    ----------
    session : Session
        A session of kind "legs".
    experience : {"novice", "recreational", "trained"}
        How used to leg days.
    relative_protection : float
        What is left of the dose after protection, relative to the protection that the experience already
        contains (gP): 1 for a usual session, above 1 after a break. [-]

    Returns
    -------
    float
        Leg dose; 1.0 is a recreational lifter's hard hour. [-]

    Notes
    -----
    ``D = m * max((1 + 0.6 nov) * min(1, gP), gP) * (sRPE / 8)^1.5 * (minutes / 60)^0.5``, hard sets over 15
    in place of the minutes where they are known, and 15 % more when most sets go to failure. The step from
    session RPE to damage is our judgement; no study measures it.

    Examples
    --------
    >>> import datetime as dt
    >>> legs = Session("legs", dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8, novelty=1)
    >>> round(leg_dose(legs, "novice"), 2)
    2.72
    """
    newness = 1 + NOVELTY_GAIN * session.novelty
    shield = max(newness * min(1.0, relative_protection), relative_protection)
    effort = math.pow(session.rpe / REFERENCE_RPE, RPE_EXPONENT)
    failure = FAILURE_GAIN if session.to_failure else 1.0
    return value(f"leg_dose.{experience}") * shield * effort * leg_day_amount(session) * failure


def run_dose(load_au: float) -> float:
    """Return the leg dose of a run on level ground from its load [AU]. [-]

    Notes
    -----
    ``D = 1.30 * (AU / 1680)^1.5``, fitted to the marathon soreness of Takayama 2017 (10.1155/2017/9402386).

    Examples
    --------
    >>> round(run_dose(216 * 8), 2)
    1.36
    """
    return RUN_GAIN * math.pow(load_au / RUN_LOAD, RUN_EXPONENT)


def downhill_dose(minutes: float, grade_pct: float, *, protection: float = 0.0) -> float:
    """Return the leg dose of running downhill.

    Parameters
    ----------
    minutes : float
        Time spent downhill. [min]
    grade_pct : float
        Its grade, as a positive number. [%]
    protection : float
        Protection by earlier leg days. [0-1]

    Returns
    -------
    float
        Leg dose. [-]

    Notes
    -----
    ``D = 1.5 * (minutes / 30)^0.7 * (grade / 15) * (1 - P)``; the reference run is that of Chen 2007.

    Examples
    --------
    >>> downhill_dose(30, 15)
    1.5
    """
    amount = math.pow(minutes / DOWNHILL_MINUTES, DOWNHILL_EXPONENT)
    return DOWNHILL_GAIN * amount * (grade_pct / DOWNHILL_GRADE) * (1 - protection)


def _left_of(source: tuple[dt.datetime, float], time: dt.datetime) -> float:
    """Return the protection that a leg day, by its end and dose, has left at `time`. [0-1]"""
    end, dose = source
    return PROTECTION_GAIN * (1 - math.exp(-dose / PROTECTION_DOSE)) * math.exp(-((time - end) / PROTECTION_DECAY))


def protections(
    sessions: Sequence[Session], experience: Experience, *, log_since: dt.datetime | None = None
) -> list[tuple[float, float]]:
    """Return the protection at the start of each session and the dose of each leg day.

    Parameters
    ----------
    sessions : sequence of Session
        In order of their start.
    experience : {"novice", "recreational", "trained"}
        How used to leg days; it already contains some protection, which is not counted twice.
    log_since : datetime.datetime, optional
        From when on the sessions are complete; before it a usual leg day is assumed.

    Returns
    -------
    list of (float, float)
        Protection [0-1] and leg dose [-] (0 unless a leg day) of each session.

    Notes
    -----
    ``P = max over earlier leg days of 0.50 (1 - exp(-D / 0.3)) exp(-dt / 45 d)``, for those that ended at
    least 24 h before; gP = (1 - P) / (1 - P_ref).

    Examples
    --------
    A recreational lifter back after four weeks gets a quarter more than usual:

    >>> import datetime as dt
    >>> week = [Session("legs", dt.datetime(2026, 3, 2 + 28 * i, 18), minutes=60, rpe=8) for i in (0,)]
    >>> later = Session("legs", dt.datetime(2026, 3, 30, 19), minutes=60, rpe=8)
    >>> [round(dose, 2) for _, dose in protections([*week, later], "recreational")]
    [1.0, 1.26]
    """
    reference = value(f"protection.{experience}")
    first_leg_day = next((s.start for s in sessions if s.kind == "legs"), dt.datetime.max)
    since = min(first_leg_day, log_since or first_leg_day)
    fresh: list[tuple[dt.datetime, float]] = []
    # All decay alike, so of the leg days that protect by now the one that protects most does so ever after.
    best: tuple[dt.datetime, float] | None = None
    found = []
    for session in sessions:
        ripe = [source for source in fresh if session.start - source[0] >= PROTECTION_DELAY]
        fresh = [source for source in fresh if source not in ripe]
        best = max([*([best] if best else []), *ripe], key=lambda each: _left_of(each, session.start), default=None)
        protection = reference * math.exp(-max(0.0, (session.start - since) / PROTECTION_DECAY))
        if best is not None:
            protection = max(protection, _left_of(best, session.start))
        dose = 0.0
        if session.kind == "legs":
            dose = leg_dose(session, experience, relative_protection=(1 - protection) / (1 - reference))
            fresh.append((session.end, dose))
        found.append((protection, dose))
    return found


def session_doses(
    sessions: Sequence[Session], experience: Experience, *, log_since: dt.datetime | None = None
) -> list[Dose]:
    """Return the leg dose of every session, in the order given.

    Walks, upper-body work and other sport do not load the legs in the model (our judgement).

    Examples
    --------
    >>> import datetime as dt
    >>> bench = Session("upper", dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8)
    >>> session_doses([bench], "recreational")
    [Dose(level=0.0, downhill=0.0)]
    """
    doses = []
    for session, (protection, dose) in zip(
        sessions, protections(sessions, experience, log_since=log_since), strict=True
    ):
        if session.kind == "run":
            downhill = downhill_dose(session.downhill_minutes, session.downhill_grade_pct, protection=protection)
            doses.append(Dose(run_dose(session.load_au), downhill))
        else:
            doses.append(Dose(dose))
    return doses
