"""Advice that was given: what for, by which model, and the soreness that it expected of the next morning."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from legrun import MODEL_VERSION
from legrun.answering import Answer
from legrun.decision.limits import minutes_within
from legrun.logs.mornings import RATED_AT
from legrun.scenario.fields import choice, moment
from legrun.scenario.hours import DAY
from legrun.scenario.names import VERDICTS, Verdict

__all__ = ["Advised"]


@dataclass(frozen=True)
class Advised:
    """What legrun said one morning.

    Attributes
    ----------
    asked : datetime.datetime
        When it was asked.
    at : datetime.datetime
        The moment that the advice is for.
    verdict : {"rest", "walk", "easy", "moderate", "hard"}
        What it said.
    score, score_low80, score_high80 : float or None
        Readiness and its 80 % range; None behind a red flag. [0-100]
    max_minutes, max_rpe : float
        The highest effort that it allowed, and the minutes at it. [min], [CR10]
    morning : datetime.datetime
        The next morning.
    soreness, soreness_low80, soreness_high80 : float
        Soreness that was expected then, and its 80 % range. [0-10]
    model : str
        Version of the model that said it.
    limits : tuple of (float, float)
        Efforts and the minutes allowed at each, lowest effort first. [CR10], [min]
    """

    asked: dt.datetime
    at: dt.datetime
    verdict: Verdict
    score: float | None
    score_low80: float | None
    score_high80: float | None
    max_minutes: float
    max_rpe: float
    morning: dt.datetime
    soreness: float
    soreness_low80: float
    soreness_high80: float
    model: str
    limits: tuple[tuple[float, float], ...] = ()

    def __post_init__(self) -> None:
        for name in ("asked", "at", "morning"):
            moment(f"advised.{name}", getattr(self, name))
        choice("advised.verdict", self.verdict, VERDICTS)

    @classmethod
    def of(cls, answer: Answer) -> Advised:
        """Return what an answer says for the run in mind, to be kept.

        Examples
        --------
        >>> import legrun
        >>> given = Advised.of(legrun.answer(legrun.Scenario(now=dt.datetime(2026, 3, 4, 9))))
        >>> given.morning, given.model == legrun.MODEL_VERSION
        (datetime.datetime(2026, 3, 5, 7, 0), True)
        """
        asked, advice = answer.scenario.now, answer.for_plan
        morning = dt.datetime.combine(asked.date() + DAY, RATED_AT)
        expected = answer.week.soreness.at(morning)
        low, high = advice.score_range80 or (None, None)
        return cls(
            asked,
            advice.at,
            advice.verdict,
            None if advice.score is None else float(advice.score),
            None if low is None else float(low),
            None if high is None else float(high),
            float(advice.max_minutes),
            float(advice.max_rpe),
            morning,
            float(expected.median),
            float(expected.low80),
            float(expected.high80),
            MODEL_VERSION,
            tuple((float(effort), float(minutes)) for effort, minutes in advice.limits),
        )

    def minutes_at(self, rpe: float) -> float:
        """Return the minutes that were allowed at an effort; 0 above the highest. [min]"""
        # Advice of before limits were kept has those of its highest effort alone.
        return minutes_within(self.limits or ((self.max_rpe, self.max_minutes),), self.max_rpe, rpe)
