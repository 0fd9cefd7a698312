"""Why a verdict is what it is: recovery, the terms that cost points, gates, running cost, the question."""

from __future__ import annotations

import datetime as dt

from legrun.decision.gates import OUR_JUDGEMENT
from legrun.decision.verdict import Advice, Reason
from legrun.evidence import value
from legrun.model.readiness import VERDICTS
from legrun.scenario.names import VERDICT_PHRASES
from legrun.wording.rounding import capitalised, halves
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
    'Recovery about 65 (range 55 to 69).'
    """
    if advice.score is None or advice.score_range80 is None:
        return []
    low, high = (rounded_score(edge) for edge in advice.score_range80)
    said = [f"Recovery about {rounded_score(advice.score)} (range {low} to {high})."] if score else []
    terms = [_term(advice, reason, now) for reason in advice.reasons if reason.points is not None]
    if terms:
        lead = "Still there" if advice.verdict == VERDICTS[-1] else "Holding you back"
        said.append(f"{lead}: {', '.join(terms)}.")
    said += [_gate_sentence(advice, reason) for reason in advice.reasons if reason.points is None]
    if advice.worsening is not None:
        when = part_of_day(advice.worsening.time, now)
        if when == part_of_day(advice.at, now):
            when = f"later {when}"
        lead = "Soreness is still rising" if advice.worsening.sorer else "It gets worse before it gets better"
        expected = VERDICT_PHRASES[advice.worsening.verdict]
        said.append(f"{lead}: {when} we expect only {expected}.")
    return said


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
    about = f"{advice.running_cost_pct:.0f}\u00a0% more oxygen ({low:.0f} to {high:.0f})"
    return f"The same pace will feel harder: it costs about {about}."


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
    return (
        f"Your legs are about {advice.unattributed:.0f} points sorer than your usual level and what you entered "
        "explain. Is a session missing, or is it one sharp spot?"
    )


def _term(advice: Advice, reason: Reason, now: dt.datetime) -> str:
    """Return a term of the score with the points that it costs; soreness and strength may change until the run."""
    later = advice.at != now
    by = f" by {advice.at:%H:%M}" if later else ""
    text = {
        "soreness": f"soreness {'about ' if later else ''}{halves(advice.soreness.median)}/10{by}",
        "fatigue": f"leg strength about {100 - advice.fatigue_pct.median:.0f} %{by}",
    }.get(reason.key, reason.text)
    points = round(reason.points or 0.0)
    return f"{text} (costs {points} point{'' if points == 1 else 's'})"


def _gate_sentence(advice: Advice, gate: Reason) -> str:
    """Return the effect of a gate and its basis."""
    ours = gate.basis == OUR_JUDGEMENT
    source = f" ({OUR_JUDGEMENT})." if ours else f". {capitalised(gate.basis)}."
    if advice.zone and advice.zone != advice.verdict:
        return f"The score alone would allow {VERDICT_PHRASES[advice.zone]}; {gate.text} lowers it{source}"
    return f"Also limited by: {gate.text}{source}"
