"""Whether a planned run fits, and the change that would make it fit."""

from __future__ import annotations

import datetime as dt

from legrun.decision.verdict import Advice, plan_fits
from legrun.evidence import value
from legrun.scenario import Session
from legrun.wording.times import part_of_day

__all__ = ["better_time", "instead", "plan_sentence"]


def plan_sentence(advice: Advice, plan: Session, now: dt.datetime, *, assumed: bool = False) -> str:
    """Return whether a run fits, and the change that would make it fit; `assumed` where nobody planned it.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> reply = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    >>> plan_sentence(reply.for_plan, reply.scenario.planned, reply.scenario.now)
    'Your run (40 min at effort 4) is too much today: shorten it to 35 min, or move it to tomorrow morning.'
    """
    size = f"{plan.minutes:.0f} min at effort {plan.rpe:g}"
    run = f"A run of {size}" if assumed else f"Your run ({size})"
    flat = advice.flat_only and plan.downhill_minutes > value("gates.downhill_minutes")
    if plan_fits(advice, plan):
        return f"{run} fits on flat ground: downhill adds to a hard leg day." if flat else f"{run} fits."
    day = "today" if advice.at.date() == now.date() else "that day"
    if assumed:
        return f"{run} is too much {day}; change it under My planned run."
    time = better_time(advice, plan)
    move = f", or move it to {part_of_day(time, now)}" if time else ""
    return f"{run} is too much {day}: {instead(advice, plan)}{move}."


def instead(advice: Advice, plan: Session) -> str:
    """Return the change that would make a run that is too much fit.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> reply = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    >>> instead(reply.for_plan, reply.scenario.planned)
    'shorten it to 35 min'
    """
    if advice.verdict == "rest":
        return "skip it"
    if advice.verdict == "walk":
        return f"walk up to {advice.max_minutes:.0f} min instead"
    if plan.rpe <= advice.max_rpe:
        return f"shorten it to {advice.minutes_at(plan.rpe):.0f} min"
    if plan.minutes > advice.max_minutes:
        return f"shorten it to {advice.max_minutes:.0f} min at effort {advice.max_rpe:g}"
    return f"slow down to effort {advice.max_rpe:g}"


def better_time(advice: Advice, plan: Session) -> dt.datetime | None:
    """Return when the planned run of an advice fits, as the same verdict has it; None where no time is known.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.decision.verdict import plan_fits
    >>> from legrun.scenario.presets import PRESETS
    >>> told = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    >>> time = better_time(told.for_plan, told.scenario.planned)
    >>> plan_fits(told.for_plan, told.scenario.planned), plan_fits(told.advice_at(time), told.scenario.planned)
    (False, True)
    """
    return advice.plan_time if (plan.minutes, plan.rpe) == advice.plan_of else None
