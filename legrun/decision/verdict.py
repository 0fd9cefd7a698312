"""The verdict: score and gates in, what to do and why out. Every page gets it from here."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from legrun.decision.advice import Advice, Reason
from legrun.decision.gates import FLAT_ONLY, OUR_JUDGEMENT, Gate, gate_caps, threshold_gates, verdict_codes
from legrun.decision.limits import EASY, EFFORTS, RPE_CAPS, minutes_within, rounded_minutes, run_minutes, sleep_share
from legrun.decision.outlook import Outlook, Worsening
from legrun.decision.safety import nothing_dated
from legrun.evidence import value
from legrun.forecast.ensemble import Ensemble
from legrun.forecast.projection import Course, Moment, Projection, Spread, course, project
from legrun.model.readiness import VERDICTS, Points, Verdict, points_off, zone_of
from legrun.model.running_cost import running_cost_pct, running_cost_range80
from legrun.scenario import Scenario, Session
from legrun.scenario.hours import hours_from
from legrun.wording.languages import Phrase
from legrun.wording.rounding import to_half

__all__ = ["WALK_MINUTES", "Standing", "advise", "effort_limits", "standing"]

WALK_MINUTES = value("caps.walk_minutes")
WALK_RPE = value("caps.walk_rpe")
LEAST_POINTS = 1.0
UNCOUNTED_H = value("notice.uncounted_h")


def effort_limits(
    verdict: Verdict, gates: Sequence[Gate], longest: float, sleep_h: float
) -> tuple[float, tuple[tuple[float, float], ...]]:
    """Return the highest effort that a verdict allows, and pairs of an effort and its minutes, lowest effort first.

    Parameters
    ----------
    verdict : str
        The verdict.
    gates : sequence of Gate
        The gates that hold then, those of the state included.
    longest : float
        Longest run of the last 30 days. [min]
    sleep_h : float
        Sleep of the night before. [h]

    Examples
    --------
    >>> effort_limits("easy", (), 70, 8)
    (4.0, ((4.0, 35.0),))
    """
    if verdict == "rest":
        return 0.0, ()
    if verdict == "walk":
        return WALK_RPE, ((WALK_RPE, WALK_MINUTES),)
    most = min((gate.most_minutes(longest) for gate in gates), default=np.inf)
    highest = min([RPE_CAPS[verdict], *(g.max_rpe for g in gates if g.max_rpe is not None)])
    efforts = sorted({highest, *(effort for effort in EFFORTS if effort < highest)})
    share = sleep_share(sleep_h)
    return highest, tuple((e, min(rounded_minutes(share * run_minutes(verdict, e, longest)), most)) for e in efforts)


def _reasons(points: Points, state: dict[str, Phrase], binding: Gate | None, hour: float) -> tuple[Reason, ...]:
    """Return the terms by the points they take, then the gate that binds."""
    terms = sorted(((getattr(points, key), key) for key in state), reverse=True)
    reasons = [Reason(key, state[key], taken, OUR_JUDGEMENT) for taken, key in terms if taken >= LEAST_POINTS]
    if binding is not None:
        reasons.append(Reason(binding.key, binding.said_at(hour), None, binding.basis))
    return tuple(reasons)


def _binding(states: Sequence[Gate], events: Sequence[Gate], code: int, by_score: int) -> Gate | None:
    """Return the gate that keeps the verdict from being better.

    An event tells more than a state; a state that only repeats what the score says tells nothing.
    """
    at_limit = [gate for gate in events if gate.code == code and gate.key != FLAT_ONLY]
    if not at_limit and code < by_score:
        at_limit = [gate for gate in states if gate.code == code]
    return min(at_limit, key=lambda gate: (gate.max_rpe or np.inf, -gate.to_h), default=None)


def _stopped(at: dt.datetime, stands: Standing, flags: tuple[str, ...]) -> Advice:
    """Return the advice behind a red flag: no score, no plan."""
    soreness, fatigue = stands.spreads.soreness, stands.spreads.fatigue_pct
    return Advice(at, "rest", None, None, None, soreness, fatigue, stands.points, {}, 0.0, (), stop=flags)


def _state(soreness: Spread, fatigue_pct: Spread, sleep_h: float) -> dict[str, Phrase]:
    """Return what each term of the score stands at, in a person's words."""
    return {
        "soreness": Phrase("soreness {rating:g}/10", rating=to_half(soreness.median)),
        "fatigue": Phrase("leg strength about {percent:.0f} %", percent=100 - fatigue_pct.median),
        "sleep": Phrase("sleep {hours:g} h", hours=to_half(sleep_h)),
    }


def _chances(here: Course, active: Sequence[Gate]) -> dict[Verdict, float]:
    """Return the share of the draws in each verdict at one hour, gates included."""
    drawn = verdict_codes(here.score, here.counted, here.fatigue, gate_caps(active, here.hours))[:, 0]
    shares = np.bincount(drawn, minlength=len(VERDICTS)) / drawn.size
    return {verdict: float(share) for verdict, share in zip(VERDICTS, shares, strict=True)}


def _since_upper_body(scenario: Scenario, at: dt.datetime) -> float | None:
    """Return the hours since the newest upper-body work of the last two days; None where there was none. [h]"""
    ends = [session.end for session in scenario.sessions if session.kind == "upper" and session.load_au > 0]
    ago = [hours_from(end, at) for end in ends if end <= at]
    newest = min(ago, default=UNCOUNTED_H)
    return newest if newest < UNCOUNTED_H else None


def _cost_range80(verdict: Verdict, fatigue: Spread) -> tuple[float, float]:
    low, high = running_cost_range80(verdict, fatigue.median, fatigue.low80, fatigue.high80)
    return float(low), float(high)


@dataclass(frozen=True, eq=False)
class Standing:
    """Where somebody stands at one moment: what a verdict and its limits follow from.

    Attributes
    ----------
    here : Course
        Every draw at that moment.
    spreads : Moment
        Soreness, strength lost and recovery with their ranges.
    active : sequence of Gate
        The gates of what happened that hold then.
    """

    here: Course
    spreads: Moment
    active: Sequence[Gate]

    @functools.cached_property
    def counted(self) -> float:
        """Median soreness beyond what costs nothing. [0-10]"""
        return float(self.here.sparing.counted(self.spreads.soreness.median))

    @functools.cached_property
    def states(self) -> list[Gate]:
        """The gates of soreness and strength."""
        return threshold_gates(self.counted, self.spreads.fatigue_pct.median / 100)

    @property
    def sleep_h(self) -> float:
        """Sleep in force. [h]"""
        return float(self.here.sleep_h[0])

    @functools.cached_property
    def points(self) -> Points:
        """Points that each term takes off the score."""
        return points_off(self.counted, self.spreads.fatigue_pct.median / 100, self.sleep_h)

    @property
    def zone(self) -> int:
        """What the score alone would allow, as an index into `VERDICTS`."""
        return zone_of(self.spreads.recovery.median)

    @functools.cached_property
    def code(self) -> int:
        """The verdict as an index into `VERDICTS`: the lower of the score's zone and every gate."""
        return min([self.zone, *(gate.code for gate in (*self.states, *self.active))])

    def limits(self, longest: float) -> tuple[float, tuple[tuple[float, float], ...]]:
        """Return the highest effort, and pairs of an effort and its minutes, after a longest run of some minutes."""
        return effort_limits(VERDICTS[self.code], [*self.states, *self.active], longest, self.sleep_h)

    def allows(self, plan: Session, longest: float) -> bool:
        """Return whether a run lies within the limits: `plan_fits`, asked before there is an advice."""
        max_rpe, limits = self.limits(longest)
        if plan.kind == "run" and self.code < EASY:
            return False
        return plan.minutes <= minutes_within(limits, max_rpe, plan.rpe)


def standing(ensemble: Ensemble, along: Course, bands: Projection, gates: Sequence[Gate], at: dt.datetime) -> Standing:
    """Return where somebody stands at one moment.

    Parameters
    ----------
    ensemble : Ensemble
        Draws of the person's response.
    along, bands : Course, Projection
        The week ahead, every draw of it and its ranges.
    gates : sequence of Gate
        Gates that hold for some hours (`legrun.decision.events.active_gates`).
    at : datetime.datetime
        The moment, local.
    """
    hour = hours_from(ensemble.scenario.now, at)
    place = along.place(hour)
    if place is None:
        here = course(ensemble, np.array([hour]))
        spreads = project(ensemble.scenario.now, here).moment(0)
    else:
        here, spreads = along.at(place), bands.moment(place)
    return Standing(here, spreads, [gate for gate in gates if gate.from_h <= hour < gate.to_h])


def _worsening(scenario: Scenario, ahead: Outlook, code: int, at: dt.datetime) -> Worsening | None:
    """Return a lower verdict within the day of a moment, and whether something is planned until then."""
    lower = ahead.worsening(code, hours_from(scenario.now, at))
    if lower is None:
        return None
    return replace(lower, planned=any(at < session.start <= lower.time for session in scenario.sessions))


def advise(ensemble: Ensemble, stands: Standing, ahead: Outlook, *, at: dt.datetime, longest: float) -> Advice:
    """Return the advice for one moment.

    Parameters
    ----------
    ensemble : Ensemble
        Draws of the person's response.
    stands : Standing
        Where they stand then.
    ahead : Outlook
        The verdicts of the week ahead.
    at : datetime.datetime
        The moment, local.
    longest : float
        Longest run of the last 30 days. [min]

    Returns
    -------
    Advice
        Verdict, limits, reasons, chances and windows.

    Notes
    -----
    The verdict is the lower of the zone of the median score and every gate on median soreness and fatigue.
    Windows are taken over the draws, gates included: the first time a better verdict is reached and then
    lasts for 12 h.
    """
    scenario, spreads = ensemble.scenario, stands.spreads
    if scenario.red_flags:
        return _stopped(at, stands, scenario.red_flags)
    hour, code, points = hours_from(scenario.now, at), stands.code, stands.points
    (max_rpe, limits), no_dates = stands.limits(longest), nothing_dated(scenario)
    recovery, soreness, fatigue = spreads.recovery, spreads.soreness, spreads.fatigue_pct
    binding = _binding(stands.states, stands.active, code, stands.zone)
    return Advice(
        at=at,
        verdict=VERDICTS[code],
        score=recovery.median,
        score_range80=(recovery.low80, recovery.high80),
        zone=VERDICTS[stands.zone],
        soreness=soreness,
        fatigue_pct=fatigue,
        points=points,
        chances=_chances(stands.here, stands.active),
        max_rpe=max_rpe,
        limits=limits,
        reasons=_reasons(points, _state(soreness, fatigue, stands.sleep_h), binding, hour),
        windows=() if no_dates else ahead.windows(code, hour),
        worsening=_worsening(scenario, ahead, code, at),
        running_cost_pct=running_cost_pct(VERDICTS[code], fatigue.median),
        running_cost_range80=_cost_range80(VERDICTS[code], fatigue),
        unattributed=max(0.0, float(ensemble.posterior.unattributed(stands.here.hours)[0])),
        resting=ensemble.posterior.resting,
        spared=soreness.median - stands.counted,
        no_dates=no_dates,
        flat_only=any(gate.key == FLAT_ONLY for gate in stands.active),
        uncounted_h=_since_upper_body(scenario, at),
    )
