"""Gates: rules that lower a verdict whatever the score says. None ever raises it.

Two are thresholds on soreness and fatigue; the others hold for some hours after something that happened: see `events`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from legrun.decision.limits import needed_verdict, rounded_minutes
from legrun.evidence import value
from legrun.model.kinetics import Array
from legrun.model.readiness import VERDICTS, ZONE_FLOORS, Codes, Real, Verdict, zone
from legrun.scenario import Session
from legrun.wording.languages import Phrase

__all__ = [
    "FLAT_ONLY",
    "OUR_JUDGEMENT",
    "Gate",
    "at_least",
    "breaks",
    "gate_caps",
    "threshold_gates",
    "verdict_codes",
]

OUR_JUDGEMENT = Phrase("our judgement")


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
        Its reason, in a person's words.
    basis : str
        The finding behind it, or "our judgement".
    from_h, to_h : float
        Hours from now in which it holds; from before to after everything where it depends on the state.
    max_rpe, max_minutes : float or None
        Tighter limits than the verdict's own.
    longest_share : float or None
        Most minutes as a share of the longest run of 30 days.
    happened_h : float or None
        When the event behind it ended, from now. [h]
    """

    key: str
    verdict: Verdict
    reason: Phrase
    basis: Phrase = OUR_JUDGEMENT
    from_h: float = -np.inf
    to_h: float = np.inf
    max_rpe: float | None = None
    max_minutes: float | None = None
    longest_share: float | None = None
    happened_h: float | None = None

    @property
    def code(self) -> int:
        """The highest verdict it allows, as an index into `VERDICTS`."""
        return VERDICTS.index(self.verdict)

    def most_minutes(self, longest_minutes: float) -> float:
        """Return how long a run may be while it holds; infinite where it limits none. [min]

        Examples
        --------
        >>> half = Gate("comeback", "moderate", Phrase("first week back"), longest_share=0.5)
        >>> half.most_minutes(90), Gate("alcohol", "moderate", Phrase("alcohol")).most_minutes(90)
        (45.0, inf)
        """
        share = np.inf if self.longest_share is None else rounded_minutes(self.longest_share * longest_minutes)
        return share if self.max_minutes is None else min(share, self.max_minutes)

    def said_at(self, hour: float) -> Phrase:
        """Return its reason, with the hours since then, at least one: up to now, or up to a run later on."""
        if self.happened_h is None or hour < self.happened_h:
            return self.reason
        since = max(1.0, hour - self.happened_h)
        if hour == 0:
            return Phrase("{event} {hours:.0f} h ago", event=self.reason, hours=since)
        return Phrase("{event} {hours:.0f} h before", event=self.reason, hours=since)

    def holds_at(self, hours: Array) -> npt.NDArray[np.bool_]:
        """Return at which hours it holds."""
        return (hours >= self.from_h) & (hours < self.to_h)


FLAT_ONLY = "flat_only"
SORENESS, STRENGTH = Phrase("soreness"), Phrase("lost leg strength")
EASY_EVIDENCE = Phrase("easy running is little affected a day later, hard running is, in a meta-analysis")
SORENESS_GATES = (
    Gate("soreness_moderate", "moderate", SORENESS, EASY_EVIDENCE),
    Gate("soreness_easy", "easy", SORENESS, EASY_EVIDENCE),
    Gate(
        "soreness_easy_short",
        "easy",
        SORENESS,
        EASY_EVIDENCE,
        max_rpe=value("gates.soreness_easy_short_rpe"),
        max_minutes=value("gates.soreness_easy_short_minutes"),
    ),
    Gate("soreness_walk", "walk", SORENESS),
    Gate("soreness_rest", "rest", SORENESS),
)
FATIGUE_GATES = (
    Gate("fatigue_moderate", "moderate", STRENGTH),
    Gate("fatigue_easy", "easy", STRENGTH, max_rpe=value("gates.fatigue_easy_rpe")),
    Gate("fatigue_walk", "walk", STRENGTH),
)
SORENESS_LIMITS = tuple(value(f"gates.{gate.key}") for gate in SORENESS_GATES)
FATIGUE_LIMITS = tuple(value(f"gates.{gate.key}") for gate in FATIGUE_GATES)
TOP = len(VERDICTS) - 1
DOWNHILL_MINUTES = value("gates.downhill_minutes")
SORENESS_CODES = np.array([TOP, *(gate.code for gate in SORENESS_GATES)], dtype=np.int8)
FATIGUE_CODES = np.array([TOP, *(gate.code for gate in FATIGUE_GATES)], dtype=np.int8)


def threshold_gates(soreness: float, fatigue: float) -> list[Gate]:
    """Return the strictest gate of soreness that counts [0-10] and of fatigue [0-1].

    Examples
    --------
    >>> [gate.key for gate in threshold_gates(4.5, 0.08)]
    ['soreness_easy_short']
    """
    gates = []
    reached = sum(soreness >= limit for limit in SORENESS_LIMITS)
    if reached:
        gates.append(SORENESS_GATES[reached - 1])
    exceeded = sum(fatigue > limit for limit in FATIGUE_LIMITS)
    if exceeded:
        gates.append(FATIGUE_GATES[exceeded - 1])
    return gates


def verdict_codes(scores: Real, soreness: Real, fatigue: Real, caps: Codes) -> Codes:
    """Return the verdict of each state as an index into `VERDICTS`: the lower of its zone and every gate.

    Parameters
    ----------
    scores, soreness, fatigue : array
        Readiness score [0-100], soreness that counts [0-10] and fraction of strength lost [0-1].
    caps : array of int
        What the gates that are active at that hour allow.
    """
    codes = zone(scores)
    for values, limits, lower, strictly in (
        (soreness, SORENESS_LIMITS, SORENESS_CODES, False),
        (fatigue, FATIGUE_LIMITS, FATIGUE_CODES, True),
    ):
        codes = np.minimum(codes, _allowed(values, limits, lower, strictly=strictly))
    return np.minimum(codes, caps)


def _allowed(values: Real, limits: Sequence[float], codes: Codes, *, strictly: bool) -> Codes:
    """Return what rising limits allow, each a code no higher than the one before; faster than a search in so few."""
    allowed = np.full_like(values, codes[0], dtype=np.int8)
    for limit, drop in zip(limits, codes[:-1] - codes[1:], strict=True):
        reached = values > limit if strictly else values >= limit
        if not reached.any():
            break
        allowed -= drop * reached
    return allowed


def at_least(verdict: Verdict, scores: Real, soreness: Real, fatigue: Real, caps: Codes) -> npt.NDArray[np.bool_]:
    """Return whether the verdict of each state is at least the one given: `verdict_codes`, asked about one verdict.

    Examples
    --------
    >>> state = np.array([85.0, 85.0]), np.array([2.4, 2.5]), np.array([0.08, 0.08])
    >>> at_least("hard", *state, np.array([TOP, TOP], dtype=np.int8))
    array([ True, False])
    """
    code = VERDICTS.index(verdict)
    reached = np.broadcast_to(caps >= code, scores.shape).copy()
    if code:
        reached &= scores >= ZONE_FLOORS[code - 1]
    # Each list of codes falls, so the first gate below the verdict is the limit.
    if (below := SORENESS_CODES[1:] < code).any():
        reached &= soreness < SORENESS_LIMITS[int(below.argmax())]
    if (below := FATIGUE_CODES[1:] < code).any():
        reached &= fatigue <= FATIGUE_LIMITS[int(below.argmax())]
    return reached


def gate_caps(gates: Sequence[Gate], hours: Array) -> Codes:
    """Return the highest verdict that the active gates allow at each hour, as an index into `VERDICTS`."""
    caps = np.full(hours.shape, TOP, dtype=np.int8)
    for gate in gates:
        caps = np.where(gate.holds_at(hours), np.minimum(caps, np.int8(gate.code)), caps)
    return caps


def breaks(gate: Gate, session: Session, longest_minutes: float) -> bool:
    """Return whether a session at a time when a gate is active needs more than it allows; only runs do."""
    if session.kind != "run":
        return False
    if gate.key == FLAT_ONLY:
        return session.downhill_minutes > DOWNHILL_MINUTES
    return (
        gate.code < VERDICTS.index(needed_verdict(session, longest_minutes))
        or (gate.max_rpe is not None and session.rpe > gate.max_rpe)
        or session.minutes > gate.most_minutes(longest_minutes)
    )
