"""The sentences of a morning without a rating: the same verdict, called the guess it is, with a wide range."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from legrun.answering import Answer
from legrun.decision.advice import Advice, plan_fits
from legrun.evidence import value
from legrun.model.readiness import Verdict
from legrun.scenario import Scenario, Session
from legrun.wording.languages import Phrase, say
from legrun.wording.plan import plan_sentence
from legrun.wording.rounding import halves
from legrun.wording.score import rounded_score

__all__ = ["as_guess", "guess_name", "guess_sentences", "is_estimate", "unrated_plan_sentence", "unrated_range80"]

LEAST_UNRATED = value("roster.unrated_score")
GUESS_NAMES: dict[Verdict, Phrase] = {
    "rest": Phrase("Estimate: rest"),
    "walk": Phrase("Estimate: walk"),
    "easy": Phrase("Estimate: easy run"),
    "moderate": Phrase("Estimate: steady run"),
    "hard": Phrase("Estimate: hard run"),
}


def is_estimate(scenario: Scenario) -> bool:
    """Return whether a verdict is an estimate: soreness was not rated today, and nothing ticked decides by itself.

    Examples
    --------
    >>> is_estimate(Scenario(dt.datetime(2026, 3, 4, 7)))
    True
    >>> is_estimate(Scenario(dt.datetime(2026, 3, 4, 7), flags=frozenset({"illness"})))
    False
    """
    return not scenario.rated_today and not scenario.flags


def unrated_range80(advice: Advice) -> tuple[float, float] | None:
    """Return the range of the score where today was not rated: wider than the model's. [0-100]

    Examples
    --------
    >>> from legrun.answering import answer
    >>> advice = answer(Scenario(now=dt.datetime(2026, 3, 4, 7))).advice
    >>> [round(edge) for edge in unrated_range80(advice)]
    [78, 100]
    """
    if advice.score is None or advice.score_range80 is None:
        return None
    low, high = advice.score_range80
    return max(0.0, min(low, advice.score - LEAST_UNRATED)), min(100.0, max(high, advice.score + LEAST_UNRATED))


def as_guess(advice: Advice) -> Advice:
    """Return the same advice with the range that it has where today was not rated.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> as_guess(answer(Scenario(now=dt.datetime(2026, 3, 4, 7))).advice).score_range80[1]
    100.0
    """
    return replace(advice, score_range80=unrated_range80(advice))


def guess_name(verdict: Verdict) -> str:
    """Return the name of a verdict where today was not rated, in the language that is spoken.

    Examples
    --------
    >>> guess_name("hard")
    'Estimate: hard run'
    """
    return say(GUESS_NAMES[verdict])


def guess_sentences(answer: Answer) -> tuple[str, str]:
    """Return that today was not rated, and the guess that the verdict is made from.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> guess_sentences(answer(Scenario(now=dt.datetime(2026, 3, 4, 7))))[0]
    'Not rated today.'
    """
    sore = halves(answer.week.soreness.median[0])
    low, high = (rounded_score(edge) for edge in unrated_range80(answer.for_plan) or (0.0, 100.0))
    guess = say(
        "We guess from your training: soreness about {sore}/10, recovery anywhere from {low} to {high}.",
        sore=sore,
        low=low,
        high=high,
    )
    # Less than rest is nothing to ask for.
    less = say("If your legs are sorer, do less.") if answer.for_plan.verdict != "rest" else ""
    return say("Not rated today."), f"{guess} {less}".strip()


def unrated_plan_sentence(advice: Advice, plan: Session, now: dt.datetime, *, assumed: bool = False) -> str:
    """Return whether a run is too much; without a rating none is said to fit. `assumed` where nobody planned it.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> unrated_plan_sentence(answer(Scenario(now=now)).advice, Session("run", now, 40, 4), now)
    'Rate your legs to see whether your run (40 min at effort 4) fits.'
    """
    if not plan_fits(advice, plan):
        return plan_sentence(advice, plan, now, assumed=assumed)
    if assumed:
        return say(
            "Rate your legs to see whether a run of {minutes:.0f} min at effort {effort:g} fits.",
            minutes=plan.minutes,
            effort=plan.rpe,
        )
    return say(
        "Rate your legs to see whether your run ({minutes:.0f} min at effort {effort:g}) fits.",
        minutes=plan.minutes,
        effort=plan.rpe,
    )
