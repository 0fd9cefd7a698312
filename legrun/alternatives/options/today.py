"""Options for today, side by side: what each costs tomorrow and when hard running is back."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from legrun.alternatives.options.added import (
    addition,
    course_with,
    from_hour,
    gates_with,
    hard_window,
    joined,
    morning_after,
    part_of,
)
from legrun.decision.advice import Advice, is_later_that_day, less, plan_fits
from legrun.decision.gates import Gate, gate_caps, verdict_codes
from legrun.decision.outlook import Window
from legrun.evidence import value
from legrun.forecast.ensemble import Ensemble
from legrun.forecast.projection import (
    Course,
    Spread,
    course,
    fatigue_quantiles,
    quantiles,
    score_quantiles,
    soreness_quantiles,
)
from legrun.model.kinetics import eased
from legrun.model.readiness import VERDICTS, Codes, Verdict
from legrun.scenario import Scenario, Session
from legrun.scenario.hours import hours_from, is_small_hours
from legrun.wording.languages import clock
from legrun.wording.rounding import capitalised, halves

__all__ = ["Option", "day_word", "list_options", "recommended", "why_not"]

EASY_RPE = value("caps.easy_rpe")


@dataclass(frozen=True)
class Option:
    """One thing to do today, and its effects.

    Attributes
    ----------
    key : {"rest", "walk", "cross", "easy_run", "changed", "planned"}
        Which it is.
    name : str
        What it is called.
    session : Session or None
        What is done; None for rest.
    fits : bool
        Whether it lies within the limits of its time.
    why_not : str
        Why it does not, in one sentence; empty when it fits.
    relief : str
        What moving does to soreness; empty where there is nothing to ease.
    load_au : float
        Load it adds. [AU]
    morning : datetime.datetime
        The morning that the values below are for.
    verdict : str
        The verdict then.
    soreness, fatigue_pct, recovery : Spread
        Soreness [0-10], share of strength lost [%] and readiness score [0-100] then.
    difference : Spread
        Recovery then, less that after rest: over the draws, each compared with itself. [points]
    hard : Window or None
        When hard running is likely back after it, for at least 12 h; None where no time may be named.
    """

    key: str
    name: str
    session: Session | None
    fits: bool
    why_not: str
    relief: str
    load_au: float
    morning: dt.datetime
    verdict: Verdict
    soreness: Spread
    fatigue_pct: Spread
    recovery: Spread
    difference: Spread
    hard: Window | None


def day_word(time: dt.datetime, now: dt.datetime) -> str:
    """Return whose day a time falls on, seen from `now`.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> [day_word(now + dt.timedelta(days=d), now) for d in (0, 1, 2)]
    ['today', 'tomorrow', 'Friday']
    """
    ahead = (time.date() - now.date()).days
    if ahead == 0:
        return "today"
    return "tomorrow" if ahead == 1 and not is_small_hours(now) else f"{time:%A}"


def why_not(advice: Advice, session: Session | None, scenario: Scenario) -> str:
    """Return why a session is beyond the limits, in one sentence; empty when it is within them.

    Walking is within them unless the verdict is rest; so is an easy ride or swim, except with a limp (our
    judgement).
    """
    if session is None:
        return ""
    day = day_word(advice.at, scenario.now)
    hour = f"at {clock(advice.at)}" if is_later_that_day(advice, advice.plan_time) else ""
    whose = f"The verdict {hour}" if hour else f"{capitalised(day)}'s verdict"
    verdict = f"{whose} is {advice.verdict}"
    if session.kind != "run":
        if advice.verdict == VERDICTS[0]:
            return f"{verdict}: move only as far as it is comfortable."
        limp = session.kind == "other" and "limping" in scenario.flags
        return "With a limp, walking is enough." if limp else ""
    if plan_fits(advice, session):
        return ""
    if VERDICTS.index(advice.verdict) < VERDICTS.index("easy"):
        return f"{verdict}: no run."
    minutes, effort = less(advice, session)
    over = [f"{minutes:.0f} min"] if minutes is not None else []
    over += [f"effort {effort:g}"] if effort is not None else []
    return f"Too much {hour or f'for {day}'}: at most {' at '.join(over)}."


def _candidates(advice: Advice, scenario: Scenario) -> list[tuple[str, str, Session | None]]:
    """Return what could be done, from least to most."""
    walk = Session("walk", advice.at, value("options.walk_minutes"), value("options.walk_rpe"))
    cross = Session("other", advice.at, value("options.cross_minutes"), value("options.cross_rpe"))
    candidates: list[tuple[str, str, Session | None]] = [
        ("rest", "Rest", None),
        ("walk", "Walk", walk),
        ("cross", "Easy bike or swim", cross),
        ("easy_run", "Easy run", _easy_run(advice)),
    ]
    if scenario.planned is not None:
        plan = at_start(scenario.planned, advice.at)
        candidates += [*_changed(advice, plan), ("planned", "This run", plan)]
    return candidates


def _changed(advice: Advice, plan: Session) -> list[tuple[str, str, Session | None]]:
    """Return a run that is too much as the card would have it, where that is a run other than the easy one."""
    if plan.kind != "run" or plan_fits(advice, plan) or VERDICTS.index(advice.verdict) < VERDICTS.index("easy"):
        return []
    shorter, slower = less(advice, plan)
    minutes, rpe = shorter or plan.minutes, slower or plan.rpe
    easy = _easy_run(advice)
    if (minutes, rpe) == (easy.minutes, easy.rpe):
        return []
    downhill = plan.downhill_minutes * minutes / plan.minutes
    how = " and ".join([*["shorter"] * (shorter is not None), *["slower"] * (slower is not None)])
    run = dataclasses.replace(plan, minutes=minutes, rpe=rpe, downhill_minutes=downhill)
    return [("changed", f"This run, {how}", run)]


def at_start(session: Session, start: dt.datetime) -> Session:
    """Return a session with another start."""
    return session if session.start == start else dataclasses.replace(session, start=start)


def _easy_run(advice: Advice) -> Session:
    """Return an easy run within the limits, or the gentlest one where they allow none."""
    if VERDICTS.index(advice.verdict) < VERDICTS.index("easy"):
        return Session("run", advice.at, value("options.gentlest_minutes"), value("options.gentlest_rpe"))
    minutes = min(value("options.easy_run_minutes"), advice.easy_minutes)
    return Session("run", advice.at, minutes, min(EASY_RPE, advice.max_rpe))


def list_options(ensemble: Ensemble, week: Course, gates: Sequence[Gate], advice: Advice) -> tuple[Option, ...]:
    """Return the options at the time of an advice, side by side.

    Parameters
    ----------
    ensemble : Ensemble
        The draws; the same for every option, so that differences are real.
    week : Course
        Every draw, hour by hour through the week, without any of the options.
    gates : sequence of Gate
        The gates of that week.
    advice : Advice
        What may be done at the time in mind.

    Returns
    -------
    tuple of Option
        Rest, walk, easy bike or swim, easy run and, where there is one, the plan; before one that is too much what the
        card would make of it. Nothing behind a red flag.

    Notes
    -----
    Walking, riding and swimming load the legs as a part of a run of the same load (our judgement).
    """
    if advice.stop:
        return ()
    scenario = ensemble.scenario
    morning = morning_after(advice.at)
    there = course(ensemble, np.array([hours_from(scenario.now, morning)]))
    ahead = from_hour(week, hours_from(scenario.now, advice.at))
    candidates = _candidates(advice, scenario)
    back = hard_window(scenario.now, ahead.hours, gates, functools.partial(part_of, ahead))
    hard = None if advice.no_dates else back
    rested = _After(there, gate_caps(gates, there.hours), hard)
    afters = [_after(ensemble, week, rested, session) for _, _, session in candidates]
    made = []
    for (key, name, session), seen in zip(candidates, _seen(afters), strict=True):
        reason = why_not(advice, session, scenario)
        relief = "" if reason else _relief(advice, session)
        load = session.load_au if session is not None else 0.0
        made.append(Option(key, name, session, not reason, reason, relief, load, morning, **seen))
    return tuple(made)


def recommended(some: Sequence[Option], advice: Advice) -> Option | None:
    """Return the option to take: the plan where it fits, else what the card makes of it, an easy run, a walk or rest.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> sore = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    >>> recommended(sore.options, sore.for_plan).name
    'This run, shorter'
    """
    by_key = {option.key: option for option in some}
    if "planned" in by_key and by_key["planned"].fits:
        return by_key["planned"]
    if "changed" in by_key:
        return by_key["changed"]
    return by_key.get(advice.verdict if advice.verdict in ("rest", "walk") else "easy_run")


@dataclass(frozen=True)
class _After:
    """The draws on the morning after an option, what the gates allow then, and when hard running is back."""

    here: Course
    caps: Codes
    hard: Window | None


def _after(ensemble: Ensemble, week: Course, rested: _After, session: Session | None) -> _After:
    """Return the course after a session; that after rest, where it does nothing to the legs."""
    if session is None or not (added := addition(ensemble.scenario, session)).one.waves:
        return rested
    gates = gates_with(ensemble, week, session)
    ahead = from_hour(week, added.one.end_h)
    now = ensemble.scenario.now
    back = hard_window(now, ahead.hours, gates, lambda span: course_with(ensemble, part_of(ahead, span), added))
    hard = None if rested.hard is None else back
    return _After(course_with(ensemble, rested.here, added), gate_caps(gates, rested.here.hours), hard)


def _seen(afters: Sequence[_After]) -> list[dict[str, Any]]:
    """Return what each of them comes to, the first being rest: worked out once for all that are the same."""
    some = list({id(after): after for after in afters}.values())
    here = joined([after.here for after in some])
    sore, weak, scores = soreness_quantiles(here.soreness), fatigue_quantiles(here), score_quantiles(here)
    apart = quantiles(here.score - here.score[:, :1])
    caps = np.concatenate([after.caps for after in some])
    codes = verdict_codes(scores["median"], here.sparing.counted(sore["median"]), weak["median"] / 100, caps)
    results = {
        id(after): {
            "verdict": VERDICTS[codes[i]],
            "soreness": Spread.of(sore, i),
            "fatigue_pct": Spread.of(weak, i),
            "recovery": Spread.of(scores, i),
            "difference": Spread.of(apart, i),
            "hard": after.hard,
        }
        for i, after in enumerate(some)
    }
    return [results[id(after)] for after in afters]


def _relief(advice: Advice, session: Session | None) -> str:
    """Return what easy movement does to soreness, where there is some."""
    sore = advice.soreness.median
    if session is None or session.rpe > EASY_RPE or sore < value("options.relief_from"):
        return ""
    before, after = map(halves, (sore, eased(sore, 0.0)))
    if before == after:  # nobody feels the difference
        return ""
    return f"May ease soreness for about an hour ({before} feels like {after}); not shown to speed recovery."
