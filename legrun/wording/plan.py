"""Whether a planned run fits, and the change that would make it fit."""

from __future__ import annotations

import datetime as dt

from legrun.decision.advice import Advice, is_later_that_day, less, plan_fits
from legrun.evidence import value
from legrun.scenario import Session
from legrun.scenario.names import VERDICT_NAMES
from legrun.wording.languages import clock, say
from legrun.wording.times import later_part

__all__ = ["better_time", "instead", "instead_in_short", "plan_sentence"]


def plan_sentence(advice: Advice, plan: Session, now: dt.datetime, *, assumed: bool = False) -> str:
    """Return whether a run fits, and the change that would make it fit; `assumed` where nobody planned it.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> reply = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    >>> plan_sentence(reply.for_plan, reply.scenario.planned, reply.scenario.now)
    'Your run (40 min at effort 4) is too much today: shorten it to 35 min, or move it to tomorrow evening.'
    """
    size = {"minutes": plan.minutes, "effort": round(plan.rpe, 1)}
    if assumed:
        run = say("A run of {minutes:.0f} min at effort {effort:g}", **size)
    else:
        run = say("Your run ({minutes:.0f} min at effort {effort:g})", **size)
    if plan_fits(advice, plan):
        if advice.flat_only and plan.downhill_minutes > value("gates.downhill_minutes"):
            return say("{run} fits on flat ground: downhill adds to a hard leg day.", run=run)
        return say("{run} fits.", run=run)
    day = say("today") if advice.at.date() == now.date() else say("that day")
    change, time = instead(advice, plan), better_time(advice, plan)
    if is_later_that_day(advice, time):
        day = say("at {time}", time=clock(advice.at))
    if assumed:
        return say("{run} is too much {day}; change it under My planned run.", run=run, day=day)
    if time is None:
        return say("{run} is too much {day}: {change}.", run=run, day=day, change=change)
    move = later_part(time, advice.at, now)
    return say("{run} is too much {day}: {change}, or move it to {when}.", run=run, day=day, change=change, when=move)


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
        return say("skip it")
    if advice.verdict == "walk":
        return say("walk up to {minutes:.0f} min instead", minutes=advice.max_minutes)
    minutes, effort = less(advice, plan)
    if minutes is None:
        return say("slow down to effort {effort:g}", effort=effort)
    if effort is None:
        return say("shorten it to {minutes:.0f} min", minutes=minutes)
    return say("shorten it to {minutes:.0f} min at effort {effort:g}", minutes=minutes, effort=effort)


def instead_in_short(advice: Advice, plan: Session) -> str:
    """Return the same as a cell of a table has room for it, in English.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> reply = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    >>> instead_in_short(reply.for_plan, reply.scenario.planned)
    '35 min'
    """
    if advice.verdict == "rest":
        return "no run"
    minutes, effort = less(advice, plan)
    if effort is None:
        return f"{minutes:.0f} min"
    name = VERDICT_NAMES[advice.verdict].removesuffix(" run").lower()
    return name if minutes is None else f"{name} {minutes:.0f}"


def better_time(advice: Advice, plan: Session) -> dt.datetime | None:
    """Return when the planned run of an advice fits, as the same verdict has it; None where no time is known.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.decision.advice import plan_fits
    >>> from legrun.scenario.presets import PRESETS
    >>> told = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    >>> time = better_time(told.for_plan, told.scenario.planned)
    >>> plan_fits(told.for_plan, told.scenario.planned), plan_fits(told.advice_at(time), told.scenario.planned)
    (False, True)
    """
    return advice.plan_time if (plan.minutes, plan.rpe) == advice.plan_of else None
