"""The verdict: score and gates in, what to do and why out. Every page gets it from here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from legrun.decision.gates import FLAT_ONLY, OUR_JUDGEMENT, Gate, gate_caps, threshold_gates, verdict_codes
from legrun.decision.limits import EFFORTS, RPE_CAPS, run_minutes, sleep_share
from legrun.decision.outlook import Outlook, Window, Worsening
from legrun.decision.safety import STOP, nothing_dated
from legrun.evidence import value
from legrun.forecast.ensemble import Ensemble
from legrun.forecast.projection import (
    Course,
    Spread,
    course,
    fatigue_quantiles,
    score_quantiles,
    soreness_quantiles,
)
from legrun.model.kinetics import Array
from legrun.model.readiness import VERDICTS, Points, Verdict, points_off, zone_of
from legrun.model.running_cost import running_cost_pct, running_cost_range80
from legrun.scenario import Scenario, Session
from legrun.scenario.plain import plain
from legrun.wording.languages import Phrase

__all__ = ["Advice", "Reason", "advise", "effort_limits", "minutes_within", "plan_fits"]

ROUND_MINUTES = value("caps.round_minutes")
WALK_MINUTES = value("caps.walk_minutes")
WALK_RPE = value("caps.walk_rpe")
LEAST_POINTS = 1.0
NOTHING_FROM = value("notice.nothing_from")
UNCOUNTED_H = value("notice.uncounted_h")


@dataclass(frozen=True)
class Reason:
    """One thing that holds a verdict back.

    Attributes
    ----------
    key : str
        "soreness", "fatigue", "sleep", or the key of a gate.
    text : str
        What it is, in a person's words.
    points : float or None
        Points it takes off the score; None for a gate.
    basis : str
        The finding behind it, or "our judgement".
    """

    key: str
    text: Phrase
    points: float | None
    basis: Phrase


@dataclass(frozen=True, repr=False)
class Advice:
    """What legrun says for one moment.

    Attributes
    ----------
    at : datetime.datetime
        The moment it is for.
    verdict : {"rest", "walk", "easy", "moderate", "hard"}
        The lower of the score's zone and every gate.
    score : float or None
        Median readiness score; None behind a red flag. [0-100]
    score_range80 : (float, float) or None
        Its 80 % range. [0-100]
    zone : str or None
        What the score alone would allow.
    soreness, fatigue_pct : Spread
        Soreness [0-10] and share of strength lost [%].
    points : Points
        Points that each term takes off the score.
    chances : dict of str to float
        Share of the draws in each verdict, gates included. [0-1]
    max_rpe : float
        Highest effort. [CR10]
    limits : tuple of (float, float)
        Efforts and the minutes allowed at each, the lowest effort first; evenly in between. [CR10], [min]
    reasons : tuple of Reason
        The terms that take most points, then the gates that bind.
    windows : tuple of Window
        When each better verdict is likely.
    worsening : Worsening or None
        A lower verdict within a day.
    running_cost_pct : float
        How much more oxygen the pace of the verdict costs with the strength that is lost. [%]
    running_cost_range80 : (float, float)
        Its 80 % range. [%]
    unattributed : float
        Soreness beyond the resting level that the sessions do not explain. [0-10]
    resting : float
        The resting level. [0-10]
    spared : float
        The part of it that costs nothing in score and gates. [0-10]
    no_dates : bool
        Whether no time may be named for a better verdict: a flag is ticked, or soreness lasts.
    plan_of : (float, float) or None
        Minutes and effort of the planned run that the advice was asked for. [min], [CR10]
    plan_time : datetime.datetime or None
        When that run fits, where it does not now; None where no such time is found.
    flat_only : bool
        Whether a hard leg day is so recent that a run should be flat.
    uncounted_h : float or None
        Hours since upper-body work of the last two days, which takes nothing from the legs here. [h]
    stop : tuple of str
        Red flags; when there are any, nothing else is to be shown.
    """

    at: dt.datetime
    verdict: Verdict
    score: float | None
    score_range80: tuple[float, float] | None
    zone: Verdict | None
    soreness: Spread
    fatigue_pct: Spread
    points: Points
    chances: dict[Verdict, float]
    max_rpe: float
    limits: tuple[tuple[float, float], ...]
    reasons: tuple[Reason, ...] = ()
    windows: tuple[Window, ...] = ()
    worsening: Worsening | None = None
    running_cost_pct: float = 0.0
    running_cost_range80: tuple[float, float] = (0.0, 0.0)
    unattributed: float = 0.0
    resting: float = 0.0
    spared: float = 0.0
    no_dates: bool = False
    plan_of: tuple[float, float] | None = None
    plan_time: dt.datetime | None = None
    flat_only: bool = False
    uncounted_h: float | None = None
    stop: tuple[str, ...] = ()

    def __repr__(self) -> str:
        if self.stop or self.score is None or self.score_range80 is None:
            return f"<Advice for {self.at}: stop, {', '.join(self.stop)}>"
        low, high = self.score_range80
        limits = f"{self.verdict}, up to {self.max_minutes:.0f} min at effort {self.max_rpe:g}"
        return f"<Advice for {self.at}: {limits}; recovery {self.score:.0f} ({low:.0f} to {high:.0f})>"

    def summary(self, now: dt.datetime | None = None) -> str:
        """Return the text of the verdict's card: what to do, why, and how sure that is.

        Parameters
        ----------
        now : datetime.datetime, optional
            From when the reader looks at it; its own moment unless said otherwise.

        Examples
        --------
        >>> from legrun.answering import advise
        >>> from legrun.scenario import Scenario
        >>> print(advise(Scenario(now=dt.datetime(2026, 3, 4, 7))).summary().splitlines()[0])
        Hard run
        """
        from legrun.wording.card import card  # a face of the value: it looks up at the words

        return "\n".join(card(self, now or self.at))

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, for JSON: its fields by name, in the units of this class.

        Behind a red flag it holds the moment, the flags and what to do, and no number that could be taken for an
        answer.
        """
        if self.stop:
            return {"at": plain(self.at), "verdict": None, "stop": {flag: STOP[flag][1] for flag in self.stop}}
        limits = {"max_minutes": self.max_minutes, "easy_minutes": self.easy_minutes}
        return {**plain(self), **limits, "stop": {}}

    @property
    def nothing_in_the_way(self) -> bool:
        """Whether the score is 90 or more, no gate binds, nothing gets worse within a day and every session counts."""
        gated = any(reason.points is None for reason in self.reasons)
        clear = self.worsening is None and self.uncounted_h is None
        return clear and not gated and (self.score or 0.0) >= NOTHING_FROM

    @property
    def counted_soreness(self) -> float:
        """Median soreness beyond the part of the resting level that costs nothing. [0-10]"""
        return max(0.0, self.soreness.median - self.spared)

    @property
    def max_minutes(self) -> float:
        """Minutes allowed at the highest effort. [min]"""
        return self.minutes_at(self.max_rpe)

    @property
    def easy_minutes(self) -> float:
        """Minutes allowed at effort 4, or at the highest effort where that is lower. [min]"""
        return self.minutes_at(min(RPE_CAPS["easy"], self.max_rpe))

    def minutes_at(self, rpe: float) -> float:
        """Return the minutes allowed at an effort; 0 above the highest. [min]"""
        return minutes_within(self.limits, self.max_rpe, rpe)


def minutes_within(limits: Sequence[tuple[float, float]], max_rpe: float, rpe: float) -> float:
    """Return the minutes that limits allow at an effort; 0 above the highest. [min]

    Examples
    --------
    >>> minutes_within([(4, 60), (6, 40)], 6, 5), minutes_within([(4, 60), (6, 40)], 6, 7)
    (50.0, 0.0)
    """
    if not limits or rpe > max_rpe:
        return 0.0
    efforts, minutes = zip(*limits, strict=True)
    return float(np.interp(rpe, efforts, minutes))


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
    most = min(
        [
            *(g.max_minutes for g in gates if g.max_minutes is not None),
            *(g.longest_share * longest for g in gates if g.longest_share is not None),
        ],
        default=np.inf,
    )
    highest = min([RPE_CAPS[verdict], *(g.max_rpe for g in gates if g.max_rpe is not None)])
    efforts = sorted({highest, *(effort for effort in EFFORTS if effort < highest)})
    share = sleep_share(sleep_h)
    return highest, tuple((e, _rounded(min(share * run_minutes(verdict, e, longest), most))) for e in efforts)


def _rounded(minutes: float) -> float:
    return max(ROUND_MINUTES, ROUND_MINUTES * round(minutes / ROUND_MINUTES))


def plan_fits(advice: Advice, plan: Session) -> bool:
    """Return whether a planned run lies within the limits: of minutes and effort together.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> told = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))  # 40 minutes at effort 4, the morning after legs
    >>> plan_fits(told.for_plan, told.scenario.planned)
    False
    """
    return not advice.stop and plan.minutes <= advice.minutes_at(plan.rpe)


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


def _stopped(at: dt.datetime, soreness: Spread, fatigue: Spread, points: Points, flags: tuple[str, ...]) -> Advice:
    """Return the advice behind a red flag: no score, no plan."""
    return Advice(at, "rest", None, None, None, soreness, fatigue, points, {}, 0.0, (), stop=flags)


def _halves(amount: float) -> float:
    """Return soreness or sleep as it is said: to halves."""
    return round(2 * amount) / 2


def _spread(quantiles: dict[str, Array]) -> Spread:
    return Spread(**{name: float(row[0]) for name, row in quantiles.items()})


def _state(soreness: Spread, fatigue_pct: Spread, sleep_h: float) -> dict[str, Phrase]:
    """Return what each term of the score stands at, in a person's words."""
    return {
        "soreness": Phrase("soreness {rating:g}/10", rating=_halves(soreness.median)),
        "fatigue": Phrase("leg strength about {percent:.0f} %", percent=100 - fatigue_pct.median),
        "sleep": Phrase("sleep {hours:g} h", hours=_halves(sleep_h)),
    }


def _chances(here: Course, active: Sequence[Gate]) -> dict[Verdict, float]:
    """Return the share of the draws in each verdict at one hour, gates included."""
    drawn = verdict_codes(here.score, here.counted, here.fatigue, gate_caps(active, here.hours))[:, 0]
    shares = np.bincount(drawn, minlength=len(VERDICTS)) / drawn.size
    return {verdict: float(share) for verdict, share in zip(VERDICTS, shares, strict=True)}


def _since_upper_body(scenario: Scenario, at: dt.datetime) -> float | None:
    """Return the hours since the newest upper-body work of the last two days; None where there was none. [h]"""
    ends = [session.end for session in scenario.sessions if session.kind == "upper" and session.load_au > 0]
    ago = [(at - end) / dt.timedelta(hours=1) for end in ends if end <= at]
    newest = min(ago, default=UNCOUNTED_H)
    return newest if newest < UNCOUNTED_H else None


def _cost_range80(verdict: Verdict, fatigue: Spread) -> tuple[float, float]:
    low, high = running_cost_range80(verdict, fatigue.median, fatigue.low80, fatigue.high80)
    return float(low), float(high)


def advise(
    ensemble: Ensemble, along: Course, ahead: Outlook, gates: Sequence[Gate], *, at: dt.datetime, longest: float
) -> Advice:
    """Return the advice for one moment.

    Parameters
    ----------
    ensemble : Ensemble
        Draws of the person's response.
    along : Course
        The week ahead.
    ahead : Outlook
        The verdicts of the week ahead.
    gates : sequence of Gate
        Gates that hold for some hours (`legrun.decision.events.active_gates`).
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
    scenario = ensemble.scenario
    hour = (at - scenario.now) / dt.timedelta(hours=1)
    here = along.at(hour) or course(ensemble, np.array([hour]))
    scores, soreness, fatigue = (_spread(of(here)) for of in (score_quantiles, soreness_quantiles, fatigue_quantiles))
    counted, sleep_h = float(here.sparing.counted(soreness.median)), float(here.sleep_h[0])
    states, active = threshold_gates(counted, fatigue.median / 100), [g for g in gates if g.holds_at(here.hours)[0]]
    by_score = zone_of(scores.median)
    code = min([by_score, *(gate.code for gate in (*states, *active))])
    points = points_off(counted, fatigue.median / 100, sleep_h)
    if scenario.red_flags:
        return _stopped(at, soreness, fatigue, points, scenario.red_flags)
    max_rpe, limits = effort_limits(VERDICTS[code], [*states, *active], longest, sleep_h)
    later, no_dates = ahead.from_hour(hour), nothing_dated(scenario)
    return Advice(
        at=at,
        verdict=VERDICTS[code],
        score=scores.median,
        score_range80=(scores.low80, scores.high80),
        zone=VERDICTS[by_score],
        soreness=soreness,
        fatigue_pct=fatigue,
        points=points,
        chances=_chances(here, active),
        max_rpe=max_rpe,
        limits=limits,
        reasons=_reasons(points, _state(soreness, fatigue, sleep_h), _binding(states, active, code, by_score), hour),
        windows=() if no_dates else later.windows(code),
        worsening=later.worsening(code),
        running_cost_pct=running_cost_pct(VERDICTS[code], fatigue.median),
        running_cost_range80=_cost_range80(VERDICTS[code], fatigue),
        unattributed=max(0.0, float(ensemble.posterior.unattributed(here.hours)[0])),
        resting=ensemble.posterior.resting,
        spared=soreness.median - counted,
        no_dates=no_dates,
        flat_only=any(gate.key == FLAT_ONLY for gate in active),
        uncounted_h=_since_upper_body(scenario, at),
    )
