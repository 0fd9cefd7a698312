"""How much a session asks of the legs: leg doses, and the protection that earlier sessions give.

Two currencies are kept apart: load in AU (minutes x session RPE) for the whole body, and leg dose for the
legs, where 1.0 is a recreational lifter's hard hour.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from legrun.evidence import value
from legrun.scenario import Experience, Kind, Session

__all__ = [
    "REFERENCE_RPE",
    "Dose",
    "Protection",
    "downhill_dose",
    "leg_day_amount",
    "leg_dose",
    "leg_load_au",
    "protections",
    "run_dose",
    "session_dose",
    "session_doses",
]

REFERENCE_RPE = value("leg_dose.reference_rpe")
REFERENCE_MINUTES = value("leg_dose.reference_minutes")
REFERENCE_SETS = value("leg_dose.reference_sets")
RPE_EXPONENT = value("leg_dose.rpe_exponent")
AMOUNT_EXPONENT = value("leg_dose.amount_exponent")
AMOUNT_KNEE = value("leg_dose.amount_knee")
NOVELTY_GAIN = value("leg_dose.novelty_gain")
FAILURE_GAIN = value("leg_dose.failure_gain")
STRENGTH_DOSE = {name: value(f"leg_dose.{name}") for name in ("novice", "recreational", "trained")}
PROTECTION_GAIN = value("protection.gain")
PROTECTION_DOSE = value("protection.dose_scale")
PROTECTION_DECAY = dt.timedelta(days=value("protection.decay_days"))
PROTECTION_DELAY = dt.timedelta(hours=value("protection.delay_h"))
STRENGTH_REFERENCE = {name: value(f"protection.{name}") for name in ("novice", "recreational", "trained")}
HABIT_GAIN = value("habituation.gain")
HABIT_DOSE = value("habituation.dose_scale")
HABIT_REFERENCE = {name: value(f"habituation.{name}") for name in ("novice", "recreational", "trained")}
HABIT_RUNS = value("habituation.runs")
HABIT_LEGS_DOWNHILL = value("habituation.legs_for_downhill")
SORENESS_DOSE_SCALE = value("run_soreness.dose_gain")
SORENESS_LOAD_SCALE = value("run_soreness.load_scale")
SLOW_DOSE_GAIN = value("run_fatigue.dose_gain")
SLOW_DOSE_EXPONENT = value("run_fatigue.dose_exponent")
SLOW_DOSE_LOAD = value("run_fatigue.dose_load_scale")
DOWNHILL_GAIN = value("run_soreness.downhill_gain")
DOWNHILL_MINUTES = value("run_soreness.downhill_minutes")
DOWNHILL_GRADE = value("run_soreness.downhill_grade_pct")
DOWNHILL_DOSE_EXPONENT = value("run_soreness.downhill_exponent")
# How much of a run's load on the legs other movement of the same AU puts on them; upper-body work puts none.
LEG_SHARE: dict[Kind, float] = {"run": 1.0, "other": value("leg_load.other"), "walk": value("leg_load.walk")}


@dataclass(frozen=True)
class Dose:
    """What one session asks of the legs.

    Attributes
    ----------
    level : float
        Strength dose of a leg day, or of a run as on level ground. [-]
    soreness : float
        Soreness dose of the same. [-]
    downhill : float
        Leg dose of the downhill part of a run. [-]
    protection : float
        Protection from soreness by what the legs are used to. [0-1]
    """

    level: float = 0.0
    soreness: float = 0.0
    downhill: float = 0.0
    protection: float = 0.0


@dataclass(frozen=True)
class Protection:
    """How well earlier sessions protect the legs at the start of a session: the repeated-bout effect.

    Attributes
    ----------
    strength : float
        Of the strength that a leg day costs, relative to what the experience already contains (gP): 1 for a usual
        session, above 1 after a break. [-]
    legs, downhill : float
        From the soreness of leg days and of running downhill. [0-1]
    runs : float
        Of a run as on level ground, relative to someone who runs: 1 for a usual run, above 1 after a break. [-]
    """

    strength: float
    legs: float
    downhill: float
    runs: float


def leg_load_au(session: Session) -> float:
    """Return the load of a session that goes through the legs, as the load of a run that would do the same. [AU]

    Other sport and walks count in part, leg days and upper-body work not at all (our judgement).

    Examples
    --------
    >>> import datetime as dt
    >>> leg_load_au(Session("run", dt.datetime(2026, 3, 3, 18), minutes=50, rpe=4))
    200.0
    """
    return LEG_SHARE.get(session.kind, 0.0) * session.load_au


def _amount(ratio: float, exponent: float) -> float:
    """Return how dose grows with an amount, 1 at 1: in proportion while there is little, less later. [-]

    ``x ((1 + k) / (x + k))^(1 - exponent)`` is linear near zero and goes with the exponent when there is much.
    """
    return ratio * math.pow((1 + AMOUNT_KNEE) / (ratio + AMOUNT_KNEE), 1 - exponent)


def leg_day_amount(session: Session) -> float:
    """Return the amount of a leg day: from hard sets where known, else from minutes. [-]

    Notes
    -----
    ``x (2 / (x + 1))^0.5`` with x = sets / 15 or minutes / 60: one set costs next to nothing, twice the minutes cost
    1.6 times as much.

    Examples
    --------
    >>> import datetime as dt
    >>> legs = [Session("legs", dt.datetime(2026, 3, 3, 18), minutes, 8) for minutes in (4, 60, 120)]
    >>> [round(leg_day_amount(each), 2) for each in legs]
    [0.09, 1.0, 1.63]
    """
    if session.hard_sets is not None:
        return _amount(session.hard_sets / REFERENCE_SETS, AMOUNT_EXPONENT)
    return _amount(session.minutes / REFERENCE_MINUTES, AMOUNT_EXPONENT)


def _stimulus(session: Session) -> float:
    """Return effort and amount of a leg day together. [-]"""
    effort = math.pow(session.rpe / REFERENCE_RPE, RPE_EXPONENT)
    failure = FAILURE_GAIN if session.to_failure else 1.0
    newness = 1 + NOVELTY_GAIN * session.novelty
    return newness * effort * leg_day_amount(session) * failure


def leg_dose(session: Session, experience: Experience, *, relative_protection: float = 1.0) -> float:
    """Return the strength dose of a leg day. [-]

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
    ``D = (m gP)^(1 - nov) m_novice^nov (1 + 0.6 nov) (sRPE / 8)^1.5 amount``, 15 % more when most sets go to
    failure: wholly new exercises take a trained person back to a novice. The step from session RPE to damage is
    our judgement; no study measures it.

    Examples
    --------
    >>> import datetime as dt
    >>> curls = Session("legs", dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8, novelty=1)
    >>> [round(leg_dose(curls, experience), 2) for experience in ("novice", "trained")]
    [2.56, 2.56]
    """
    used = math.pow(STRENGTH_DOSE[experience] * relative_protection, 1 - session.novelty)
    return used * math.pow(STRENGTH_DOSE["novice"], session.novelty) * _stimulus(session)


def _leg_soreness_dose(session: Session, protection: float) -> float:
    """Return the soreness dose of a leg day, ``1.6 (1 - P) (1 + 0.6 nov) (sRPE / 8)^1.5 amount``. [-]"""
    return STRENGTH_DOSE["novice"] * (1 - protection) * _stimulus(session)


def run_dose(load_au: float, *, relative_protection: float = 1.0) -> float:
    """Return the soreness dose of a run as on level ground from its load [AU]. [-]

    Notes
    -----
    ``D = 1.08 AU / 1680``: in proportion, so that two halves of a run are the run.

    Examples
    --------
    >>> round(run_dose(216 * 8), 2)
    1.11
    """
    return SORENESS_DOSE_SCALE * load_au / SORENESS_LOAD_SCALE * relative_protection


def _slow_dose(load_au: float) -> float:
    """Return the strength dose of a run, which sets how much of its loss lasts for days. [-]"""
    return SLOW_DOSE_GAIN * math.pow(load_au / SLOW_DOSE_LOAD, SLOW_DOSE_EXPONENT)


def downhill_dose(minutes: float, grade_pct: float, *, protection: float = 0.0) -> float:
    """Return the leg dose of running downhill.

    Parameters
    ----------
    minutes : float
        Time spent downhill. [min]
    grade_pct : float
        Its grade, as a positive number. [%]
    protection : float
        Protection by what the legs are used to. [0-1]

    Returns
    -------
    float
        Leg dose. [-]

    Notes
    -----
    ``D = 1.5 x (2 / (x + 1))^0.3 (grade / 15) (1 - P)`` with x = minutes / 30; the reference run is that of
    Chen 2007.

    Examples
    --------
    >>> downhill_dose(30, 15)
    1.5
    """
    amount = _amount(minutes / DOWNHILL_MINUTES, DOWNHILL_DOSE_EXPONENT)
    return DOWNHILL_GAIN * amount * (grade_pct / DOWNHILL_GRADE) * (1 - protection)


@dataclass
class _Trace:
    """Doses that protect from a day after their session on, and fade with 45 days.

    Attributes
    ----------
    as_of : datetime.datetime
        The time that the sums are kept as of: the end of the newest session that counts.
    summed, strongest : float
        Sum of the doses and the most protection by a single one, those that count. [-]
    """

    as_of: dt.datetime
    summed: float = 0.0
    strongest: float = 0.0
    pending: list[tuple[dt.datetime, float]] = field(default_factory=list)

    def add(self, end: dt.datetime, dose: float) -> None:
        """Remember a dose."""
        if dose > 0:
            self.pending.append((end, dose))

    def at(self, time: dt.datetime) -> tuple[float, float]:
        """Return the summed dose and the most protection by a single one at a time, later than those before. [-]"""
        if self.pending:
            self._count(time)
        if not self.summed:
            return 0.0, 0.0
        left = math.exp((self.as_of - time) / PROTECTION_DECAY)
        return self.summed * left, self.strongest * left

    def _count(self, time: dt.datetime) -> None:
        """Count the doses that protect at a time."""
        for end, dose in [each for each in self.pending if time - each[0] >= PROTECTION_DELAY]:
            self.pending.remove((end, dose))
            # Faded up to each end in turn, so that no span of time is too long to be counted.
            left = math.exp((self.as_of - end) / PROTECTION_DECAY)
            self.summed = self.summed * left + dose
            self.strongest = max(self.strongest * left, PROTECTION_GAIN * -math.expm1(-dose / PROTECTION_DOSE))
            self.as_of = end


def _habituation(summed: float) -> float:
    """Return the protection from soreness by what the legs did, ``0.9 (1 - exp(-sum / 5))``. [0-1]"""
    return HABIT_GAIN * -math.expm1(-summed / HABIT_DOSE)


def _faded(since: dt.timedelta) -> float:
    """Return the fraction that is left of a protection after some time; all of it before. [0-1]"""
    return math.exp(-max(0.0, since / PROTECTION_DECAY))


def _first(sessions: Sequence[Session], kind: Kind, log_since: dt.datetime | None) -> dt.datetime:
    """Return from when on a log tells of a kind of session: before it a usual one is assumed."""
    first = next((session.start for session in sessions if session.kind == kind), dt.datetime.max)
    return min(first, log_since or first)


def protections(
    sessions: Sequence[Session], experience: Experience, *, log_since: dt.datetime | None = None
) -> list[tuple[Protection, Dose]]:
    """Return the protection at the start of each session, and its dose.

    Parameters
    ----------
    sessions : sequence of Session
        In order of their start.
    experience : {"novice", "recreational", "trained"}
        How used to leg days; it already contains some protection, which is not counted twice.
    log_since : datetime.datetime, optional
        From when on the sessions are complete; before it a usual training is assumed.

    Returns
    -------
    list of (Protection, Dose)
        One for each session.

    Notes
    -----
    Strength: ``P = max over earlier leg days of 0.50 (1 - exp(-D / 0.3)) exp(-dt / 45 d)``, for those that ended at
    least 24 h before, and gP = (1 - P) / (1 - P_ref); a third bout protects no more than the second (Lindsay 2021).
    Soreness: habit grows with every session, ``P = 0.9 (1 - exp(-sum(D exp(-dt / 45 d)) / 5))``, and an experience
    stands for the sum of a usual training before the log, which fades from its first day on.

    Examples
    --------
    A recreational lifter back after four weeks gets a quarter more than usual:

    >>> import datetime as dt
    >>> before, after = (Session("legs", dt.datetime(2026, 3, day, 18), minutes=60, rpe=8) for day in (2, 30))
    >>> [round(dose.level, 2) for _, dose in protections([before, after], "recreational")]
    [1.0, 1.26]
    """
    if not sessions:
        return []
    reference = STRENGTH_REFERENCE[experience]
    legs_since, runs_since = (_first(sessions, kind, log_since) for kind in ("legs", "run"))
    legs, downhill, runs = (_Trace(sessions[0].start) for _ in range(3))
    rows = []
    for session in sessions:
        at = session.start
        usual = _faded(at - legs_since)
        legs_sum, strongest = legs.at(at)
        legs_sum += HABIT_REFERENCE[experience] * usual
        runs_sum = runs.at(at)[0] + HABIT_RUNS * _faded(at - runs_since)
        left = 1 - max(reference * usual, strongest)
        protection = Protection(
            strength=left / (1 - reference),
            legs=_habituation(legs_sum),
            downhill=_habituation(downhill.at(at)[0] + HABIT_LEGS_DOWNHILL * legs_sum),
            runs=(1 - _habituation(runs_sum)) / (1 - _habituation(HABIT_RUNS)),
        )
        dose = session_dose(session, experience, protection)
        legs.add(session.end, dose.level if session.kind == "legs" else 0.0)
        runs.add(session.end, run_dose(leg_load_au(session)))
        downhill.add(session.end, dose.downhill)
        rows.append((protection, dose))
    return rows


def session_dose(session: Session, experience: Experience, protection: Protection) -> Dose:
    """Return the dose of one session with the protection at its start."""
    if session.kind == "legs":
        used_to = protection.legs * (1 - session.novelty)
        level = leg_dose(session, experience, relative_protection=protection.strength)
        return Dose(level, _leg_soreness_dose(session, used_to), protection=used_to)
    load_au = leg_load_au(session)
    grade = session.downhill_grade_pct
    return Dose(
        _slow_dose(load_au) * protection.runs,
        run_dose(load_au, relative_protection=protection.runs),
        downhill_dose(session.downhill_minutes, grade, protection=protection.downhill),
    )


def session_doses(
    sessions: Sequence[Session], experience: Experience, *, log_since: dt.datetime | None = None
) -> list[Dose]:
    """Return the leg dose of every session, in the order given.

    Examples
    --------
    >>> import datetime as dt
    >>> bench = Session("upper", dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8)
    >>> session_doses([bench], "recreational")
    [Dose(level=0.0, soreness=0.0, downhill=0.0, protection=0.0)]
    """
    return [dose for _, dose in protections(sessions, experience, log_since=log_since)]
