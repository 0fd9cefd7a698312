"""The verdict's card as lines of text: what `summary()` gives and the command prints."""

from __future__ import annotations

import datetime as dt

from legrun.answering import Answer
from legrun.decision.advice import Advice
from legrun.decision.safety import STOP, safety_notes
from legrun.scenario import Session
from legrun.scenario.names import VERDICT_NAMES
from legrun.wording.intensity import intensity_sentence
from legrun.wording.languages import full_moment
from legrun.wording.outlook import chances_sentence
from legrun.wording.plan import plan_sentence
from legrun.wording.unrated import as_guess, guess_name, guess_sentences, is_estimate, unrated_plan_sentence
from legrun.wording.verdict import what_to_do
from legrun.wording.why import cost_sentence, question, why_sentences

__all__ = ["answer_card", "card"]


def card(advice: Advice, now: dt.datetime, plan: Session | None = None, *, guess: tuple[str, ...] = ()) -> list[str]:
    """Return the lines of a card, in the sentences of the app; behind a red flag what to do, and nothing else.

    Parameters
    ----------
    advice : Advice
        The advice.
    now : datetime.datetime
        From when the reader looks at it.
    plan : Session, optional
        The run in mind, where the advice is for its start.
    guess : tuple of str
        Where today was not rated: the sentences that say so. The verdict is then an estimate, and no run fits.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario import Scenario
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> card(answer(Scenario(now)).advice, now)[0]
    'Hard run'
    """
    if advice.stop:
        return ["Stop", *(STOP[flag][1] for flag in advice.stop)]
    when = "" if advice.at == now else f", {advice.at:%a %H:%M}"
    name = guess_name(advice.verdict) if guess else VERDICT_NAMES[advice.verdict]
    lines = [f"{name}{when}", what_to_do(advice, now), *guess]
    if asked := question(advice):
        lines.append(asked)
    lines += why_sentences(advice, now)
    if plan is not None:
        fits = unrated_plan_sentence if guess else plan_sentence
        lines.append(fits(advice, plan, now))
    lines += filter(None, (cost_sentence(advice), chances_sentence(advice)))
    return [line.replace("\u00a0", " ") for line in lines]


def answer_card(answer: Answer) -> list[str]:
    """Return the card of an answer, for the run in mind where there is one, with what safety asks for first.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> answer_card(answer(PRESETS[3].scenario(dt.date(2026, 3, 4))))[0]
    'Steady run'
    """
    scenario, advice = answer.scenario, answer.for_plan
    plan = answer.plan_ahead if answer.plan_ahead and answer.plan_ahead.kind == "run" else None
    if is_estimate(scenario) and not advice.stop:
        lines = card(as_guess(advice), scenario.now, plan, guess=guess_sentences(answer))
    else:
        lines = card(advice, scenario.now, plan)
    if advice.stop:
        return lines
    further = [intensity_sentence(advice, scenario.athlete), _outside(answer)]
    return [*safety_notes(scenario), *lines, *filter(None, further)]


def _outside(answer: Answer) -> str | None:
    """Return that the run in mind is not looked at, where it lies outside the week."""
    plan = answer.scenario.planned
    if plan is None or answer.plan_ahead:
        return None
    return f"Your run of {full_moment(plan.start)} lies outside the week that legrun looks at."
