"""For this run: what two popular articles say that fits the situation, each with its grade."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from legrun.decision.advice import Advice
from legrun.evidence import claims, value
from legrun.model.readiness import VERDICTS
from legrun.scenario import Scenario
from legrun.wording.languages import Phrase

__all__ = ["Tip", "choose_tips"]

MOST = 4
EASY, HARD = VERDICTS.index("easy"), VERDICTS.index("hard")


@dataclass(frozen=True)
class Tip:
    """A claim that fits the situation.

    Attributes
    ----------
    claim : int
        Its number.
    text : str
        What it says.
    grade : str
        Its grade, with its nuance.
    why : str
        What is known, in one line.
    against : bool
        Whether it is offered as what is not a reason to run.
    """

    claim: int
    text: Phrase
    grade: Phrase
    why: Phrase
    against: bool = False


@dataclass(frozen=True)
class _Situation:
    """What decides which claims fit."""

    advice: Advice
    scenario: Scenario

    @property
    def code(self) -> int:
        """The verdict, as an index into `VERDICTS`."""
        return VERDICTS.index(self.advice.verdict)

    @property
    def sore(self) -> bool:
        """Whether the legs are sore enough to count."""
        return self.advice.soreness.median >= value("gates.soreness_moderate")

    @property
    def running(self) -> bool:
        """Whether a run is allowed."""
        return self.code >= EASY

    @property
    def evening(self) -> bool:
        """Whether it is evening."""
        return self.advice.at.hour >= value("tips.evening_hour")

    @property
    def after_legs(self) -> bool:
        """Whether a leg day ended within the last two days."""
        since = self.advice.at - dt.timedelta(hours=value("tips.after_leg_day_h"))
        return any(s.kind == "legs" and since <= s.end <= self.advice.at for s in self.scenario.sessions)

    @property
    def short_night(self) -> bool:
        """Whether last night, or the usual one ahead, is short."""
        last = self.scenario.nights.get(self.advice.at.date(), self.scenario.athlete.usual_sleep_h)
        return min(last, self.scenario.athlete.usual_sleep_h) < value("score.sleep_from_h")

    @property
    def hard_plan(self) -> bool:
        """Whether a run above easy is in mind."""
        planned = self.scenario.planned
        return planned is not None and planned.rpe > value("caps.easy_rpe")

    @functools.cached_property
    def tags(self) -> frozenset[str]:
        """When claims may be offered that fit now, as claims.toml has it."""
        holding = {
            "before_run": self.running,
            "during_run": self.running,
            "stop": not self.running,
            "after_leg_day": self.after_legs,
            "food": self.after_legs,
            "evening": self.evening,
            "sleep": self.short_night,
            "planning": self.hard_plan or self.code == HARD,
        }
        return frozenset(tag for tag, fits in holding.items() if fits)


# No reasons to run, where an easy run on sore legs is allowed and tempting.
TEMPTING = (1, 4)
# What must hold beyond a claim's tags.
CONDITIONS: Mapping[int, Callable[[_Situation], bool]] = MappingProxyType(
    {
        7: lambda s: s.sore,
        8: lambda s: s.hard_plan and s.code < HARD,
        10: lambda s: s.code == HARD,
        11: lambda s: s.code == 0 or "too_sore_to_walk" in s.scenario.flags,
        # What speaks of a run after leg day is no answer to soreness of another cause.
        1: lambda s: s.after_legs,
        13: lambda s: s.after_legs and (s.sore or s.code == EASY),
        35: lambda s: s.after_legs,
        14: lambda s: not s.scenario.habits.compression,
        15: lambda s: not s.scenario.habits.foam_rolling,
        18: lambda s: s.scenario.habits.protein_g_per_kg is None,
        16: lambda s: s.sore or s.after_legs,
        20: lambda s: s.scenario.habits.alcohol_g_per_kg > 0,
        27: lambda s: s.code == HARD,
        28: lambda s: not s.running and s.code > 0,
        29: lambda s: s.running and s.sore,
    }
)
# The most useful first: what to do and when to stop, what is no reason to run, what else helps a little.
ORDER = (11, 13, 1, 8, 7, 28, 21, 20, 12, 15, 29, 14, 4, 18, 27, 10, 32, 35, 16, 30, 19)
AGAINST = ("contradicted", "no evidence")


def _fits(number: int, situation: _Situation) -> bool:
    """Return whether a claim fits: by its tags and its condition, or as no reason to run."""
    claim = claims()[number]
    if number in TEMPTING:
        fits = claim.grade in AGAINST and situation.running and situation.sore
    else:
        fits = claim.grade not in AGAINST and bool(situation.tags & set(claim.tips))
    return fits and (number not in CONDITIONS or CONDITIONS[number](situation))


def choose_tips(advice: Advice, scenario: Scenario) -> tuple[Tip, ...]:
    """Return the claims that fit, at most four; none behind a red flag.

    Parameters
    ----------
    advice : Advice
        What may be done at the time of the run.
    scenario : Scenario
        What the person told.

    Examples
    --------
    >>> from legrun.answering import advise
    >>> rested = Scenario(now=dt.datetime(2026, 3, 4, 7))
    >>> [tip.claim for tip in choose_tips(advise(rested), rested)]
    [12, 27, 10]
    """
    if advice.stop:
        return ()
    situation = _Situation(advice, scenario)
    fitting = (number for number in ORDER if _fits(number, situation))
    return tuple(map(_tip, itertools.islice(fitting, MOST)))


def _tip(number: int) -> Tip:
    """Return a claim as a tip."""
    claim = claims()[number]
    grade = Phrase(claim.grade)
    if claim.qualifier:
        grade = Phrase("{grade}: {qualifier}", grade=grade, qualifier=Phrase(claim.qualifier))
    return Tip(number, Phrase(claim.claim), grade, Phrase(claim.verdict), against=claim.grade in AGAINST)
