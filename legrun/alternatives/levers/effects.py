"""The effect of each lever: from now on, with the draws as the ratings have shaped them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from legrun.alternatives.levers.lever import (
    ALCOHOL,
    EASIER,
    FLAT,
    HABITS,
    PROTEIN,
    SHORTER,
    SLEEP,
    UNPROVEN,
    WAIT,
    WARM_UP,
    About,
    Lever,
)
from legrun.alternatives.options.added import (
    addition,
    course_with,
    from_hour,
    gates_with,
    hard_window,
    morning_after,
    part_of,
)
from legrun.decision.advice import Advice
from legrun.decision.events import active_gates
from legrun.decision.gates import OUR_JUDGEMENT, Gate
from legrun.decision.outlook import Window
from legrun.evidence import constant, value
from legrun.forecast.ensemble import DRAWS, Ensemble, bouts_of, dosed_sessions, draw, last_evening
from legrun.forecast.projection import Course, Spread, course, medians, quantiles
from legrun.model.bout import Bout
from legrun.model.kinetics import SORENESS_GAIN, Array, habit_factor
from legrun.model.sleep_clock import protein_factor
from legrun.scenario import Scenario, Session
from legrun.scenario.hours import DAY, HOUR, hours_from, is_small_hours
from legrun.wording.languages import Phrase

__all__ = ["find_levers"]

# From a course with the planned run and the same without it to the course that a lever makes of them.
Change = Callable[[Course, Course], Course]


@dataclass(frozen=True)
class _Base:
    """Going ahead as planned, which every lever is held against.

    `free` is without the planned run; the courses end with the week and begin with the time of the advice.
    """

    ensemble: Ensemble
    free: Ensemble
    there: Course
    there_free: Course
    week: Course
    week_free: Course
    gates: list[Gate]
    hard: Window
    plan: Session | None
    all_hours: Course
    no_dates: bool

    @property
    def scenario(self) -> Scenario:
        """What the person told."""
        return self.free.scenario

    @property
    def without(self) -> Window | None:
        """When hard running is back without a lever; None where it is from the first hour on, or is not to be dated."""
        likely = self.hard.likely
        is_open = likely is not None and hours_from(self.scenario.now, likely) <= self.week.hours[0]
        return None if is_open or self.no_dates else self.hard

    def effect(self, about: About, gates: list[Gate], change: Change) -> Lever:
        """Return a lever from what it changes: a course with and without the plan in, the changed course out."""
        hard = self._hard(gates, change)
        return about.lever(*_effect(change(self.there, self.there_free), self.there), hard, self.without)

    def spared(self, about: About, gates: list[Gate], change: Change) -> Lever:
        """Return a lever that leaves out a change for the worse."""
        worse = change(self.there, self.there_free)
        hard = None if self.no_dates else self._hard(gates, change)
        return about.lever(*_effect(self.there, worse), self.hard, hard)

    def _hard(self, gates: list[Gate], change: Change) -> Window:
        def curves(span: slice) -> Course:
            return change(part_of(self.week, span), part_of(self.week_free, span))

        return hard_window(self.scenario.now, self.week.hours, gates, curves)


def _effect(after: Course, before: Course) -> tuple[Spread, tuple[float, float]]:
    """Return the change of the score over the draws, each compared with itself, and both medians. [points]"""
    after_median, before_median = (float(medians(each.score[:, 0])) for each in (after, before))
    return Spread.of(quantiles(after.score - before.score)), (after_median, before_median)


def find_levers(ensemble: Ensemble, week: Course, gates: Sequence[Gate], advice: Advice) -> tuple[Lever, ...]:
    """Return what would help, the most helpful first and what has no number last.

    Parameters
    ----------
    ensemble : Ensemble
        The draws; the same for every lever.
    week : Course
        Every draw, hour by hour through the week, without the planned run.
    gates : sequence of Gate
        The gates of that week.
    advice : Advice
        What may be done at the time of the planned run.

    Returns
    -------
    tuple of Lever
        Levers that are not in use yet, held against going ahead as planned; nothing behind a red flag.

    Notes
    -----
    Where a habit's effect has a range in the registry, the draws are spread over it.
    """
    if advice.stop:
        return ()
    base = _base(ensemble, week, gates, advice)
    with_number = [_sleep(base), *_of_run(base), *_of_habits(base), *_protein(base), *_alcohol(base)]
    with_number.sort(key=lambda each: (each.no_effect, each.without - each.recovery))
    return (*with_number, *_warm_up(base), *(about.lever() for about in UNPROVEN))


def _base(ensemble: Ensemble, week: Course, gates: Sequence[Gate], advice: Advice) -> _Base:
    scenario = ensemble.scenario
    there_free = course(ensemble, np.array([hours_from(scenario.now, morning_after(advice.at))]))
    week_free = from_hour(week, hours_from(scenario.now, advice.at))
    plan = scenario.planned
    there, ahead, held, taken = there_free, week_free, list(gates), ensemble
    if plan is not None:
        plan = dataclasses.replace(plan, start=advice.at)
        added = addition(scenario, plan)
        held = gates_with(ensemble, week, plan)
        there, ahead = course_with(ensemble, there_free, added), course_with(ensemble, week_free, added)
        taken = dataclasses.replace(ensemble, bouts=added.among(ensemble.bouts))
    hard = hard_window(scenario.now, ahead.hours, held, lambda span: part_of(ahead, span))
    return _Base(taken, ensemble, there, there_free, ahead, week_free, held, hard, plan, week, advice.no_dates)


def _sleep(base: _Base) -> Lever:
    """Return an hour more sleep in the night before the morning after the run."""
    scenario = base.scenario
    night = (scenario.now + float(base.there.hours[0]) * HOUR).date()
    about = dataclasses.replace(SLEEP, name=f"{SLEEP.name} {_night_word(night, scenario.now)}")
    nights = scenario.nights
    usual = nights.get(night, scenario.athlete.usual_sleep_h)
    if usual >= max(value("score.sleep_from_h"), value("clock.sleep_from_h")):
        why = f"You plan {usual:g} h; beyond {value('score.sleep_from_h'):g} h no further effect is known."
        none = _effect(base.there, base.there)
        return about.lever(*none, base.hard, base.without, why=why)
    nights[night] = usual + value("levers.sleep_h")
    slept = draw(dataclasses.replace(scenario, sleep_h=nights))
    rested = dataclasses.replace(base.ensemble, clock=slept.clock)
    hours = dataclasses.replace(base.all_hours, sleep_h=slept.sleep(base.all_hours.hours))
    same = dataclasses.replace(base.free, scenario=slept.scenario)
    gates = _gates(same, hours, base.plan)
    return base.effect(about, gates, lambda planned, _: _refreshed(rested, planned, slept.sleep(planned.hours)))


def _night_word(ends: dt.date, now: dt.datetime) -> str:
    """Return a night by the day that it ends on, seen from `now`; in the small hours "tonight" may be two of them.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> [_night_word(now.date() + dt.timedelta(days=ahead), now) for ahead in (1, 2)]
    ['tonight', 'in the night to Fri']
    """
    if (ends - now.date()).days == 1 and not is_small_hours(now):
        return "tonight"
    return f"in the night to {ends:%a}"


def _gates(ensemble: Ensemble, week: Course, plan: Session | None) -> list[Gate]:
    if plan is not None:
        return gates_with(ensemble, week, plan)
    return active_gates(ensemble, week)


def _refreshed(ensemble: Ensemble, planned: Course, sleep_h: Array) -> Course:
    """Return a course with the fatigue of another ensemble and other nights."""
    fatigue = ensemble.fatigue(planned.hours)
    return dataclasses.replace(planned, fatigue=fatigue, sleep_h=sleep_h)


def _of_run(base: _Base) -> Iterator[Lever]:
    """Yield what can be done about the planned run."""
    plan = base.plan
    if plan is None or plan.kind != "run":
        return
    late = dataclasses.replace(plan, start=plan.start + DAY)
    is_before = hours_from(base.scenario.now, late.start) < base.there.hours[0]
    wait = dataclasses.replace(WAIT, why="The run then comes just before that morning.") if is_before else WAIT
    yield _other_run(base, wait, late)
    if plan.minutes >= value("levers.least_minutes"):
        share = value("levers.shorter")
        half = share * plan.minutes, share * plan.downhill_minutes
        yield _other_run(base, SHORTER, dataclasses.replace(plan, minutes=half[0], downhill_minutes=half[1]))
    if plan.rpe >= value("levers.least_rpe"):
        easier = dataclasses.replace(plan, rpe=plan.rpe - value("levers.easier_rpe"))
        yield _other_run(base, EASIER, easier)
    if plan.downhill_minutes:
        flat = dataclasses.replace(plan, downhill_minutes=0.0, downhill_grade_pct=0.0)
        yield _other_run(base, FLAT, flat)


def _other_run(base: _Base, about: About, run: Session) -> Lever:
    added = addition(base.scenario, run)
    gates = gates_with(base.free, base.all_hours, run)
    return base.effect(about, gates, lambda _, free: course_with(base.free, free, added))


def _spread_over(key: str) -> Array:
    """Return a constant over its range, one value for each draw, its central value as the median.

    The steps of the golden ratio fill the range evenly and do not go along with the draws' own numbers.
    """
    about = constant(key)
    shares = (np.arange(1, DRAWS + 1) * (np.sqrt(5) - 1) / 2) % 1.0
    return np.asarray(np.interp(shares, [0.0, 0.5, 1.0], [about.low, about.value, about.high]))


def _of_habits(base: _Base) -> Iterator[Lever]:
    """Yield the habits that take something off soreness and are not in use."""
    habits = base.scenario.habits
    present, floor = habit_factor(habits), value("habits.floor")
    for about in HABITS:
        if getattr(habits, about.key):
            continue
        share = np.maximum(present * _spread_over(about.constant), floor) / present
        yield base.effect(about, base.gates, functools.partial(_soothed, share))


def _soothed(share: Array, planned: Course, _: Course) -> Course:
    """Return a course in which what sessions explain of the soreness is a share of what it was."""
    return dataclasses.replace(planned, explained=planned.explained * share[:, None].astype(np.float32))


def _protein(base: _Base) -> Iterator[Lever]:
    """Yield plenty of protein from now on."""
    now = base.scenario.habits.protein_g_per_kg
    if now is not None and now >= value("clock.protein_high_g_per_kg"):
        return
    faster = _spread_over(PROTEIN.constant)[:, None] / protein_factor(now)
    fed = dataclasses.replace(base.ensemble, clock=dataclasses.replace(base.free.clock, ahead=faster))
    yield base.effect(PROTEIN, base.gates, lambda planned, _: _refreshed(fed, planned, planned.sleep_h))


def _alcohol(base: _Base) -> Iterator[Lever]:
    """Yield an evening without alcohol, for someone who drank last evening: against drinking as much again."""
    scenario = base.scenario
    if not scenario.habits.alcohol_g_per_kg:
        return
    tonight = last_evening(scenario) + DAY
    hour, within = hours_from(scenario.now, tonight), value("habits.alcohol_within_h")
    if scenario.habits.alcohol_g_per_kg < value("habits.alcohol_threshold"):
        yield base.spared(ALCOHOL, base.gates, lambda planned, _: planned)
        return
    bouts = tuple(_slowed(each, hour, within) for each in base.ensemble.bouts)
    drinking = dataclasses.replace(base.ensemble, bouts=bouts)
    gate = Gate("alcohol", "moderate", Phrase("alcohol last evening"), OUR_JUDGEMENT, hour, hour + within)
    gates = [*base.gates, gate]
    yield base.spared(ALCOHOL, gates, lambda planned, _: _refreshed(drinking, planned, planned.sleep_h))


def _slowed(one: Bout, tonight_h: float, within_h: float) -> Bout:
    """Return a bout as alcohol tonight would leave it, unless last evening's has slowed it already."""
    near, before = abs(one.end_h - tonight_h) <= within_h, abs(one.end_h - (tonight_h - DAY / HOUR)) <= within_h
    if not near or before:
        return one
    more = value(ALCOHOL.constant)
    losses = (dataclasses.replace(x, size=x.size * more) if x.pace == "slow" else x for x in one.losses)
    return dataclasses.replace(one, losses=tuple(losses))


def _warm_up(base: _Base) -> Iterator[Lever]:
    """Yield a warm-up before the next leg day, unless the last one had it; it does nothing for tomorrow."""
    scenario = base.scenario
    days = [each for each in dosed_sessions(scenario) if each[0].kind == "legs" and each[0].start <= scenario.now]
    if not days:
        yield WARM_UP.lever()
    elif not days[-1][0].warm_up:
        dose = sum(each.soreness_dose for each in bouts_of(scenario, tuple(days[-1:])))
        amplitude = float(np.exp(np.median(base.free.log_amplitude)))
        with_it, without = np.exp(-SORENESS_GAIN * amplitude * dose * np.array([value(WARM_UP.constant), 1.0]))
        off = 10 * habit_factor(scenario.habits) * float(with_it - without)
        yield WARM_UP.lever(why=f"{WARM_UP.why[:-1]}: about {off:.1f} of 10 after one like your last.")
