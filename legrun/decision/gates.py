"""Gates: rules that lower a verdict whatever the score says. None ever raises it.

Two are thresholds on soreness and fatigue; the others hold for some hours after something that happened.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from legrun.evidence import value
from legrun.forecast.ensemble import Ensemble, last_evening
from legrun.forecast.projection import Course
from legrun.model.dose import Dose, session_doses
from legrun.model.kinetics import Array
from legrun.model.readiness import VERDICTS, ZONE_FLOORS, Codes, Real, Verdict, count_reached, zone
from legrun.scenario import Scenario, Session

__all__ = [
    "FLAT_ONLY",
    "OUR_JUDGEMENT",
    "Gate",
    "allowed",
    "ceiling",
    "holds",
    "leg_day_gates",
    "reaches",
    "run_gates",
    "threshold_gates",
]

OUR_JUDGEMENT = "our judgement"


@dataclass(frozen=True)
class Gate:
    """A rule that lowers the verdict.

    Attributes
    ----------
    key : str
        Its name.
    verdict : str
        The highest verdict it allows.
    reason : str
        What it stands on, in a person's words.
    basis : str
        The finding behind it, or "our judgement".
    from_h, to_h : float
        Hours from now in which it holds; from before to after everything where it depends on the state.
    max_rpe, max_minutes : float or None
        Tighter limits than the verdict's own.
    minutes_share : float
        Factor on the minutes.
    longest_share : float or None
        Most minutes as a share of the longest run of 30 days.
    happened_h : float or None
        When what it stands on ended, from now. [h]
    """

    key: str
    verdict: Verdict
    reason: str
    basis: str = OUR_JUDGEMENT
    from_h: float = -np.inf
    to_h: float = np.inf
    max_rpe: float | None = None
    max_minutes: float | None = None
    minutes_share: float = 1.0
    longest_share: float | None = None
    happened_h: float | None = None

    @property
    def code(self) -> int:
        """The highest verdict it allows, as an index into `VERDICTS`."""
        return VERDICTS.index(self.verdict)

    def said_at(self, hour: float) -> str:
        """Return what it stands on, with how long ago that was, in a person's words."""
        if self.happened_h is None or hour < self.happened_h:
            return self.reason
        return f"{self.reason} {hour - self.happened_h:.0f} h ago"

    def holds_at(self, hours: Array) -> npt.NDArray[np.bool_]:
        """Return at which hours it holds."""
        return (hours >= self.from_h) & (hours < self.to_h)


FLAT_ONLY = "flat_only"
EASY_EVIDENCE = "easy running is little affected a day later, hard running is, in a meta-analysis"
SORENESS_GATES = (
    Gate("soreness_moderate", "moderate", "soreness", EASY_EVIDENCE),
    Gate("soreness_easy", "easy", "soreness", EASY_EVIDENCE),
    Gate(
        "soreness_easy_short",
        "easy",
        "soreness",
        EASY_EVIDENCE,
        max_rpe=value("gates.soreness_easy_short_rpe"),
        max_minutes=value("gates.soreness_easy_short_minutes"),
    ),
    Gate("soreness_walk", "walk", "soreness"),
    Gate("soreness_rest", "rest", "soreness"),
)
FATIGUE_GATES = (
    Gate("fatigue_moderate", "moderate", "lost leg strength"),
    Gate("fatigue_easy", "easy", "lost leg strength", max_rpe=value("gates.fatigue_easy_rpe")),
    Gate("fatigue_walk", "walk", "lost leg strength"),
)
SORENESS_LIMITS = tuple(value(f"gates.{gate.key}") for gate in SORENESS_GATES)
FATIGUE_LIMITS = tuple(value(f"gates.{gate.key}") for gate in FATIGUE_GATES)
TOP = len(VERDICTS) - 1
SORENESS_CODES = np.array([TOP, *(gate.code for gate in SORENESS_GATES)], dtype=np.int8)
FATIGUE_CODES = np.array([TOP, *(gate.code for gate in FATIGUE_GATES)], dtype=np.int8)


def threshold_gates(soreness: float, fatigue: float) -> list[Gate]:
    """Return the gates that soreness [0-10] and fatigue [0-1] stand behind, the strictest of each.

    Examples
    --------
    >>> [gate.key for gate in threshold_gates(4.5, 0.08)]
    ['soreness_easy_short']
    """
    found = []
    reached = sum(soreness >= limit for limit in SORENESS_LIMITS)
    if reached:
        found.append(SORENESS_GATES[reached - 1])
    exceeded = sum(fatigue > limit for limit in FATIGUE_LIMITS)
    if exceeded:
        found.append(FATIGUE_GATES[exceeded - 1])
    return found


def allowed(scores: Real, soreness: Real, fatigue: Real, hold: Codes) -> Codes:
    """Return the verdict of each state as an index into `VERDICTS`: the lower of its zone and every gate.

    Parameters
    ----------
    scores, soreness, fatigue : array
        Readiness score [0-100], soreness [0-10] and fraction of strength lost [0-1].
    hold : array of int
        What the gates that hold at that hour allow.
    """
    by_soreness = SORENESS_CODES[count_reached(soreness, SORENESS_LIMITS)]
    by_fatigue = FATIGUE_CODES[count_reached(fatigue, FATIGUE_LIMITS, strictly=True)]
    return np.minimum(np.minimum(zone(scores), by_soreness), np.minimum(by_fatigue, hold))


def reaches(verdict: Verdict, scores: Real, soreness: Real, fatigue: Real, hold: Codes) -> npt.NDArray[np.bool_]:
    """Return whether the verdict of each state is at least the one given: `allowed`, asked about one verdict only.

    Examples
    --------
    >>> state = np.array([85.0, 85.0]), np.array([2.4, 2.5]), np.array([0.08, 0.08])
    >>> reaches("hard", *state, np.array([TOP, TOP], dtype=np.int8))
    array([ True, False])
    """
    code = VERDICTS.index(verdict)
    found = np.broadcast_to(hold >= code, scores.shape).copy()
    if code:
        found &= scores >= ZONE_FLOORS[code - 1]
    # Each list of codes falls, so the first gate below the verdict is the limit.
    if (below := SORENESS_CODES[1:] < code).any():
        found &= soreness < SORENESS_LIMITS[int(below.argmax())]
    if (below := FATIGUE_CODES[1:] < code).any():
        found &= fatigue <= FATIGUE_LIMITS[int(below.argmax())]
    return found


def ceiling(gates: list[Gate], hours: Array) -> Codes:
    """Return the highest verdict that the holding gates allow at each hour, as an index into `VERDICTS`."""
    found = np.full(hours.shape, TOP, dtype=np.int8)
    for gate in gates:
        found = np.where(gate.holds_at(hours), np.minimum(found, np.int8(gate.code)), found)
    return found


def holds(ensemble: Ensemble, found: Course) -> list[Gate]:
    """Return every gate that holds for some hours because of something that happened."""
    scenario = ensemble.scenario
    gates = (
        *_leg_day_gates(scenario),
        *(gate for session in scenario.sessions for gate in run_gates(scenario, session)),
        *_sleep_gates(found),
        *_comeback_gates(scenario),
        *_unexplained_gates(ensemble),
        *_alcohol_gates(scenario),
        *_flag_gates(scenario),
    )
    return [gate for gate in gates if gate.to_h > found.hours[0]]


def _hour(scenario: Scenario, time: dt.datetime) -> float:
    return (time - scenario.now) / dt.timedelta(hours=1)


def _leg_day_gates(scenario: Scenario) -> Iterator[Gate]:
    doses = session_doses(scenario.sessions, scenario.athlete.experience, log_since=scenario.log_since)
    for session, dose in zip(scenario.sessions, doses, strict=True):
        yield from leg_day_gates(scenario, session, dose)


def leg_day_gates(scenario: Scenario, session: Session, dose: Dose) -> Iterator[Gate]:
    """Yield the gates of one leg day, done or considered; none for a light one or another kind of session."""
    hard = session.rpe >= value("gates.leg_day_rpe") or dose.level >= value("gates.leg_day_dose")
    if session.kind != "legs" or not hard:
        return
    athlete = scenario.athlete
    trained = athlete.experience == "trained"
    start, end = _hour(scenario, session.start), _hour(scenario, session.end)
    new = athlete.experience == "novice" or session.novelty >= value("gates.leg_day_novelty")
    first = end + value("gates.leg_day_first_h")
    easy = end + value("gates.leg_day_easy_trained_h" if trained else "gates.leg_day_easy_h")
    moderate = end + value("gates.leg_day_moderate_novice_h" if new else "gates.leg_day_moderate_h")
    basis = "next-day time to exhaustion was 18-29 % shorter in a trial of 14"
    reason = "hard leg day"
    rpe = value("gates.leg_day_first_rpe")
    yield Gate("leg_day_first", "easy", reason, basis, start, first, max_rpe=rpe, happened_h=end)
    yield Gate("leg_day", "easy", reason, basis, start, easy, happened_h=end)
    within = end + value("gates.downhill_within_h")
    # Lowers no verdict: it marks the hours in which a run should be flat.
    yield Gate(FLAT_ONLY, VERDICTS[TOP], reason, OUR_JUDGEMENT, start, within)
    later = "hard running is impaired at 24 and 48 h in a meta-analysis"
    yield Gate("leg_day_later", "moderate", reason, later, easy, moderate, happened_h=end)


def run_gates(scenario: Scenario, session: Session) -> Iterator[Gate]:
    """Yield the gates of one run, done or considered; none for a light one or another kind of session."""
    load = session.load_au
    if session.kind != "run" or load < value("gates.run_load"):
        return
    start, end = _hour(scenario, session.start), _hour(scenario, session.end)
    walk = end + load / value("gates.run_walk_au_per_h")
    easy = end + load / value("gates.run_easy_au_per_h")
    moderate = end + load / value("gates.run_moderate_au_per_h")
    reason = _run_name(session)
    if load >= value("gates.run_walk_load"):
        yield Gate("run_walk", "walk", reason, OUR_JUDGEMENT, start, walk, happened_h=end)
    yield Gate("run", "easy", reason, OUR_JUDGEMENT, start, easy, happened_h=end)
    yield Gate("run_later", "moderate", reason, OUR_JUDGEMENT, easy, moderate, happened_h=end)


def _run_name(session: Session) -> str:
    """Return what a person would call the run that holds them back."""
    if session.style in ("intervals", "tempo", "race"):
        return {"intervals": "intervals", "tempo": "tempo run", "race": "race"}[session.style]
    return "long run" if session.style == "long" else "hard or long run"


def _sleep_gates(found: Course) -> Iterator[Gate]:
    """Yield a gate for each stretch of hours in which a short night is in force."""
    for key, limit, verdict in (
        ("sleep_easy", value("gates.sleep_easy_h"), "easy"),
        ("sleep_moderate", value("gates.sleep_moderate_h"), "moderate"),
    ):
        short = np.concatenate([[False], found.sleep_h < limit, [False]])
        edges = np.flatnonzero(short[1:] != short[:-1])
        for first, end in zip(edges[::2], edges[1::2], strict=True):
            yield Gate(
                key,
                verdict,  # type: ignore[arg-type]  # a literal of the table above
                f"a night under {limit:g} h",
                "lost sleep lowered performance by about 8 % over 227 outcomes",
                float(found.hours[first]),
                float(found.hours[end]) if end < found.hours.size else np.inf,
                minutes_share=value("gates.sleep_minutes_factor"),
            )


def _comeback_gates(scenario: Scenario) -> Iterator[Gate]:
    """Yield a gate for each stretch of at least 14 days without a run in a log that covers them.

    A log without any run, such as a strength app's, does not tell.
    """
    pause_h = 24 * value("gates.comeback_days")
    runs = [(_hour(scenario, s.start), _hour(scenario, s.end)) for s in scenario.sessions if s.kind == "run"]
    if scenario.log_since is None or not runs:
        return
    marks = [(-np.inf, _hour(scenario, scenario.log_since)), *runs, (np.inf, np.inf)]
    for (_, end), (start, until) in itertools.pairwise(marks):
        if start - end > pause_h and until > 0:
            reason = f"no run for {value('gates.comeback_days'):g} days"
            share = value("gates.comeback_share")
            yield Gate("comeback", "moderate", reason, OUR_JUDGEMENT, end + pause_h, until, longest_share=share)


def _unexplained_gates(ensemble: Ensemble) -> Iterator[Gate]:
    for part in ensemble.unexplained:
        if part.extra >= value("rating.unexplained"):
            until = part.hour + value("gates.unexplained_h")
            yield Gate(
                "unexplained",
                "easy",
                "soreness that your sessions do not explain",
                OUR_JUDGEMENT,
                part.hour,
                until,
            )


def _alcohol_gates(scenario: Scenario) -> Iterator[Gate]:
    if scenario.habits.alcohol_g_per_kg >= value("habits.alcohol_threshold"):
        since = _hour(scenario, last_evening(scenario))
        until = since + value("habits.alcohol_within_h")
        yield Gate("alcohol", "moderate", "alcohol last evening", OUR_JUDGEMENT, since, until)


def _flag_gates(scenario: Scenario) -> Iterator[Gate]:
    until = value("gates.flag_h")
    if "too_sore_to_walk" in scenario.flags:
        yield Gate("too_sore_to_walk", "rest", "too sore to walk normally", OUR_JUDGEMENT, 0.0, until)
    if "illness" in scenario.flags:
        yield Gate("illness", "rest", "fever or illness", OUR_JUDGEMENT, 0.0, until)
    if "limping" in scenario.flags:
        yield Gate("limping", "walk", "a limp or a changed stride", OUR_JUDGEMENT, 0.0, until)
