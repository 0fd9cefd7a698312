"""Why a verdict is what it is: recovery, the terms that cost points, gates, running cost, the question."""

from __future__ import annotations

import datetime as dt

from legrun.decision.advice import Advice, Reason
from legrun.decision.gates import OUR_JUDGEMENT
from legrun.decision.outlook import Worsening
from legrun.evidence import value
from legrun.model.readiness import VERDICTS
from legrun.scenario.names import VERDICT_PHRASES
from legrun.wording.languages import Phrase, clock, say, say_count, short_weekday
from legrun.wording.rounding import capitalised, to_half
from legrun.wording.score import rounded_score
from legrun.wording.times import part_of_day

__all__ = ["cost_sentence", "question", "why_sentences"]

LEAST_COST_PCT = 1.0


def why_sentences(advice: Advice, now: dt.datetime, *, score: bool = True) -> list[str]:
    """Return the recovery with its range, the terms that cost most points, and the gate that binds.

    Without `score` the recovery is left out: it stands beside the sentences.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> reply = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    >>> why_sentences(reply.advice, reply.scenario.now)[0]
    'Recovery about 55 (range 50 to 65).'
    """
    if advice.score is None or advice.score_range80 is None:
        return []
    low, high = (rounded_score(edge) for edge in advice.score_range80)
    about = {"score": rounded_score(advice.score), "low": low, "high": high}
    said = [say("Recovery about {score} (range {low} to {high}).", **about)] if score else []
    terms = [_term(advice, reason, now) for reason in advice.reasons if reason.points is not None]
    if terms:
        told = ", ".join(terms)
        still = advice.verdict == VERDICTS[-1]
        said.append(
            say("Still there: {terms}.", terms=told) if still else say("Holding you back: {terms}.", terms=told)
        )
    said += [_gate_sentence(advice, reason) for reason in advice.reasons if reason.points is None]
    if advice.uncounted_h is not None:
        said.append(_upper_body(advice.uncounted_h, is_now=advice.at == now))
    return [*said, _worsening(advice.worsening, advice, now)] if advice.worsening is not None else said


def _upper_body(hours: float, *, is_now: bool) -> str:
    """Return that upper-body work is not counted, and what is asked instead; what just ended is 1 h before."""
    if is_now:
        return say(
            "Upper-body work {hours:.0f} h ago takes nothing from the legs here (our judgement). If you feel tired all "
            "over, tell us: overall fatigue counts.",
            hours=max(1.0, hours),
        )
    return say(
        "Upper-body work {hours:.0f} h before takes nothing from the legs here (our judgement). If you feel tired all "
        "over, tell us: overall fatigue counts.",
        hours=max(1.0, hours),
    )


def _worsening(ahead: Worsening, advice: Advice, now: dt.datetime) -> str:
    """Return when less will be allowed, and what."""
    when = part_of_day(ahead.time, now)
    if when == part_of_day(advice.at, now):
        when = say("later {when}", when=when)
    expected = VERDICT_PHRASES[ahead.verdict]
    if ahead.planned:
        return say("With what is planned until then, {when} we expect only {expected}.", when=when, expected=expected)
    if ahead.sorer:
        return say("Soreness is still rising: {when} we expect only {expected}.", when=when, expected=expected)
    return say("It gets worse before it gets better: {when} we expect only {expected}.", when=when, expected=expected)


def cost_sentence(advice: Advice) -> str | None:
    r"""Return how much harder the same pace will feel, with its range, where that can be noticed.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> cost_sentence(answer(PRESETS[0].scenario(dt.date(2026, 3, 4))).advice)
    'The same pace will feel harder: it costs about 2\xa0% more oxygen (1 to 6).'
    """
    if advice.running_cost_pct < LEAST_COST_PCT:
        return None
    low, high = advice.running_cost_range80
    return say(
        "The same pace will feel harder: it costs about {percent:.0f}\u00a0% more oxygen ({low:.0f} to {high:.0f}).",
        percent=advice.running_cost_pct,
        low=low,
        high=high,
    )


def question(advice: Advice) -> str | None:
    """Return what legrun asks when soreness is far above the resting level and what the sessions explain.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> question(answer(PRESETS[9].scenario(dt.date(2026, 3, 4))).advice) is None
    True
    """
    if advice.unattributed < value("gates.unattributed_moderate"):
        return None
    return say(
        "Your legs are about {points:.0f} points sorer than your usual level and what you entered explain. Is a "
        "session missing, or is it one sharp spot?",
        points=advice.unattributed,
    )


def _term(advice: Advice, reason: Reason, now: dt.datetime) -> str:
    """Return a term of the score with the points that it costs; soreness and strength may change until the run."""
    text, by = reason.text, clock(advice.at)
    if advice.at.date() != now.date():
        by = f"{short_weekday(advice.at)} {by}"
    if advice.at != now and reason.key == "soreness":
        text = Phrase("soreness about {rating:g}/10 by {time}", rating=to_half(advice.soreness.median), time=by)
    if advice.at != now and reason.key == "fatigue":
        percent = 100 - advice.fatigue_pct.median
        text = Phrase("leg strength about {percent:.0f} % by {time}", percent=percent, time=by)
    points = round(reason.points or 0.0)
    return say_count("{term} (costs {count} point)", "{term} (costs {count} points)", points, term=text)


def _gate_sentence(advice: Advice, gate: Reason) -> str:
    """Return the effect of a gate and its basis."""
    if advice.zone and advice.zone != advice.verdict:
        allowed = VERDICT_PHRASES[advice.zone]
        said = say("The score alone would allow {allowed}; {gate} lowers it", allowed=allowed, gate=gate.text)
    else:
        said = say("Also limited by: {gate}", gate=gate.text)
    basis = say(gate.basis)
    return f"{said} ({basis})." if gate.basis == OUR_JUDGEMENT else f"{said}. {capitalised(basis)}."
