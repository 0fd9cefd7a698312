"""What legrun says for one moment: the value that every page, card, table and file is made from."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import Any

from legrun.decision.limits import EASY, RPE_CAPS, minutes_within
from legrun.decision.outlook import Window, Worsening
from legrun.decision.safety import STOP
from legrun.evidence import value
from legrun.forecast.projection import Spread
from legrun.model.readiness import VERDICTS, Points, Verdict
from legrun.scenario import Session
from legrun.scenario.plain import plain
from legrun.wording.languages import Phrase

__all__ = ["Advice", "Reason", "is_conditional", "is_later_that_day", "less", "plan_fits"]

NOTHING_FROM = value("notice.nothing_from")


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
        """Whether the score is 90 or more, no gate binds, no night is short, nothing gets worse, all is known."""
        # A short night costs minutes, too.
        gated = any(reason.points is None or reason.key == "sleep" for reason in self.reasons)
        clear = self.worsening is None and self.uncounted_h is None and not self.no_dates
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


def plan_fits(advice: Advice, plan: Session) -> bool:
    """Return whether a planned session lies within the limits: of minutes and effort together; no run where one walks.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> told = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))  # 40 minutes at effort 4, the morning after legs
    >>> plan_fits(told.for_plan, told.scenario.planned)
    False
    """
    runs = plan.kind != "run" or VERDICTS.index(advice.verdict) >= EASY
    return runs and not advice.stop and plan.minutes <= advice.minutes_at(plan.rpe)


def less(advice: Advice, plan: Session) -> tuple[float | None, float | None]:
    """Return what minutes and effort of a run that is too much have to come down to; None for what may stay.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> reply = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    >>> less(reply.for_plan, reply.scenario.planned)
    (35, None)
    """
    if plan.rpe <= advice.max_rpe:
        return math.floor(advice.minutes_at(plan.rpe)), None
    return (advice.max_minutes if plan.minutes > advice.max_minutes else None), advice.max_rpe


def is_later_that_day(advice: Advice, time: dt.datetime | None) -> bool:
    """Return whether a run that does not fit now fits later on its day: not too much for the day, but for the hour.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> told = answer(PRESETS[1].scenario(dt.date(2026, 3, 4))).for_plan
    >>> is_later_that_day(told, told.plan_time)
    False
    """
    return time is not None and time.date() == advice.at.date()


def is_conditional(advice: Advice, now: dt.datetime) -> bool:
    """Return whether advice for another day takes for granted that what feels wrong now is over, as nobody can know.

    Examples
    --------
    >>> from legrun.answering import advise
    >>> from legrun.scenario import Scenario
    >>> limping = Scenario(now=dt.datetime(2026, 3, 4, 7), flags=frozenset({"limping"}))
    >>> [is_conditional(advise(limping, limping.now + dt.timedelta(days=d)), limping.now) for d in (0, 3)]
    [False, True]
    """
    return advice.no_dates and advice.at.date() > now.date()
