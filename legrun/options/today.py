"""Options for today, side by side: what each costs tomorrow and when hard running is back."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from legrun.ensemble import Ensemble
from legrun.evidence import value
from legrun.gates import Gate, allowed, ceiling
from legrun.options.added import (
    bout_of,
    course_with,
    from_hour,
    gates_with,
    hard_window,
    hour_of,
    morning_after,
)
from legrun.outlook import Window
from legrun.projection import (
    Course,
    Spread,
    course,
    fatigue_quantiles,
    quantiles,
    score_quantiles,
    soreness_quantiles,
)
from legrun.readiness import VERDICTS, Verdict
from legrun.recovery import Array, eased
from legrun.scenario import Scenario, Session
from legrun.verdict import Advice, plan_fits

__all__ = ["Option", "day_word", "options", "why_not"]

EASY_RPE = value("caps.easy_rpe")


@dataclass(frozen=True)
class Option:
    """One thing to do today and what follows.

    Attributes
    ----------
    key : {"rest", "walk", "cross", "easy_run", "planned"}
        Which it is.
    name : str
        What it is called.
    session : Session or None
        What is done; None for rest.
    fits : bool
        Whether it lies within the limits of its time.
    why_not : str
        Why it does not, in one sentence; empty when it fits.
    morning : datetime.datetime
        The morning that the values below are for.
    verdict : str
        The verdict then.
    soreness, fatigue_pct, recovery : Spread
        Soreness [0-10], share of strength lost [%] and readiness score [0-100] then.
    difference : Spread
        Recovery then, less that after rest: over the draws, each compared with itself. [points]
    hard : Window
        When hard running is likely back after it, for at least 12 h.
    load_au : float
        Load it adds. [AU]
    relief : str
        What moving does to soreness; empty where there is nothing to ease.
    """

    key: str
    name: str
    session: Session | None
    fits: bool
    why_not: str
    morning: dt.datetime
    verdict: Verdict
    soreness: Spread
    fatigue_pct: Spread
    recovery: Spread
    difference: Spread
    hard: Window
    load_au: float
    relief: str


def day_word(time: dt.datetime, now: dt.datetime) -> str:
    """Return whose day a time falls on, seen from `now`.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> [day_word(now + dt.timedelta(days=d), now) for d in (0, 1, 2)]
    ['today', 'tomorrow', 'Friday']
    """
    ahead = (time.date() - now.date()).days
    return ("today", "tomorrow")[ahead] if ahead < 2 else f"{time:%A}"


def why_not(advice: Advice, session: Session | None, scenario: Scenario) -> str:
    """Return why a session is beyond the limits, in one sentence; empty when it is within them.

    Walking is within them unless the verdict is rest; so is an easy ride or swim, except with a limp (our
    judgement).
    """
    if session is None:
        return ""
    day = f"{day_word(advice.at, scenario.now)}'s".capitalize()
    if session.kind != "run":
        if advice.verdict == VERDICTS[0]:
            return f"{day} verdict is rest: move only as far as it is comfortable."
        limp = session.kind == "other" and "limping" in scenario.flags
        return "With a limp, walking is enough." if limp else ""
    if plan_fits(advice, session):
        return ""
    if VERDICTS.index(advice.verdict) < VERDICTS.index("easy"):
        return f"{day} verdict is {advice.verdict}: no run."
    limit = max(advice.max_minutes, advice.easy_minutes if session.rpe <= EASY_RPE else 0.0)
    over = []
    if session.minutes > limit:
        over.append(f"{limit:.0f} min")
    if session.rpe > advice.max_rpe:
        over.append(f"effort {advice.max_rpe:g}")
    return f"Over {day.lower()} limit of {' at '.join(over)}."


def _candidates(advice: Advice, scenario: Scenario) -> list[tuple[str, str, Session | None]]:
    """Return what could be done, from least to most."""
    walk = Session("walk", advice.at, value("options.walk_minutes"), value("options.walk_rpe"))
    cross = Session("other", advice.at, value("options.cross_minutes"), value("options.cross_rpe"))
    found: list[tuple[str, str, Session | None]] = [
        ("rest", "Rest", None),
        ("walk", "Walk", walk),
        ("cross", "Easy bike or swim", cross),
        ("easy_run", "Easy run", _easy_run(advice)),
    ]
    if scenario.planned is not None:
        found.append(("planned", "Your plan", at_start(scenario.planned, advice.at)))
    return found


def at_start(session: Session, start: dt.datetime) -> Session:
    """Return a session with another start."""
    return session if session.start == start else dataclasses.replace(session, start=start)


def _easy_run(advice: Advice) -> Session:
    """Return an easy run within the limits, or the gentlest one where they allow none."""
    if VERDICTS.index(advice.verdict) < VERDICTS.index("easy"):
        return Session("run", advice.at, value("options.gentlest_minutes"), value("options.gentlest_rpe"))
    minutes = min(value("options.easy_run_minutes"), max(advice.max_minutes, advice.easy_minutes))
    return Session("run", advice.at, minutes, min(EASY_RPE, advice.max_rpe))


def options(ensemble: Ensemble, week: Course, gates: Sequence[Gate], advice: Advice) -> tuple[Option, ...]:
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
        Rest, walk, easy bike or swim, easy run and, where there is one, the plan; nothing behind a red flag.

    Notes
    -----
    Walking, riding and swimming add load in AU but none to the legs (our judgement).
    """
    if advice.stop:
        return ()
    scenario = ensemble.scenario
    morning = morning_after(advice.at)
    there = course(ensemble, np.array([hour_of(scenario, morning)]))
    ahead = from_hour(week, hour_of(scenario, advice.at))
    resting = _After(there, there, hard_window(scenario.now, ahead, gates), list(gates))
    found = []
    for key, name, session in _candidates(advice, scenario):
        after = resting
        if session is not None and (one := bout_of(scenario, session)).waves:
            held = gates_with(ensemble, week, session)
            later = from_hour(ahead, one.end_h)
            hard = hard_window(scenario.now, course_with(ensemble, later, one), held)
            after = _After(course_with(ensemble, there, one), there, hard, held)
        found.append(after.option(key, name, session, advice, scenario, morning))
    return tuple(found)


@dataclass(frozen=True)
class _After:
    """The draws on the morning after an option, those after rest, the window and the gates."""

    here: Course
    rested: Course
    hard: Window
    gates: list[Gate]

    def option(
        self,
        key: str,
        name: str,
        session: Session | None,
        advice: Advice,
        scenario: Scenario,
        morning: dt.datetime,
    ) -> Option:
        """Return the option in words and numbers."""
        reason = why_not(advice, session, scenario)
        return Option(
            key=key,
            name=name,
            session=session,
            fits=not reason,
            why_not=reason,
            morning=morning,
            verdict=verdict_of(self.here, self.gates),
            soreness=_spread(soreness_quantiles(self.here)),
            fatigue_pct=_spread(fatigue_quantiles(self.here)),
            recovery=_spread(score_quantiles(self.here)),
            difference=_spread(quantiles(self.here.score - self.rested.score)),
            hard=self.hard,
            load_au=session.load_au if session is not None else 0.0,
            relief=_relief(advice, session),
        )


def verdict_of(here: Course, gates: Sequence[Gate]) -> Verdict:
    """Return the verdict of the medians at the one hour of a course."""
    sore, weak = soreness_quantiles(here)["median"], fatigue_quantiles(here)["median"] / 100
    code = allowed(score_quantiles(here)["median"], sore, weak, ceiling(list(gates), here.hours))
    return VERDICTS[int(code[0])]


def _spread(found: dict[str, Array]) -> Spread:
    return Spread(**{name: float(row[0]) for name, row in found.items()})


def _relief(advice: Advice, session: Session | None) -> str:
    """Return what easy movement does to soreness, where there is some."""
    sore = advice.soreness.median
    if session is None or session.rpe > EASY_RPE or sore < value("options.relief_from"):
        return ""
    before, after = (f"{round(2 * each) / 2:g}" for each in (sore, eased(sore, 0.0)))
    return (
        f"May feel better for about an hour (soreness {before} as {after}); "
        "has not been shown to speed recovery."
    )
