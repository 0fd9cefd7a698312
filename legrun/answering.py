"""The answer to a scenario: one ensemble, and everything a page shows worked out from it once."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from legrun.decision.advice import Advice, plan_fits
from legrun.decision.events import active_gates, gates_before, session_gates, without
from legrun.decision.gates import Gate
from legrun.decision.limits import ROUND_MINUTES, longest_run, needed_verdict, run_minutes
from legrun.decision.outlook import Outlook, outlook
from legrun.decision.verdict import Standing, standing
from legrun.decision.verdict import advise as advise_at
from legrun.evidence import value
from legrun.forecast.ensemble import HORIZON_H, DosedSessions, Ensemble, differ_only_by, dosed_sessions, draw
from legrun.forecast.projection import Course, Projection, course
from legrun.forecast.projection import project as bands
from legrun.model.readiness import VERDICTS, Verdict
from legrun.model.whole import whole_sessions
from legrun.scenario import Scenario, Session
from legrun.scenario.plain import plain
from legrun.wording.rounding import counted

# A verdict needs none of the alternatives: each is loaded when it is asked for.
if TYPE_CHECKING:
    from legrun.alternatives.levers import Lever
    from legrun.alternatives.options import Grid, Option
    from legrun.alternatives.tips import Tip

T = TypeVar("T")
__all__ = ["HORIZON_H", "Answer", "advise", "answer", "project"]

FIRST_HOUR, LAST_HOUR = value("planner.first_hour"), value("planner.last_hour")
# Hours that are asked for one at which a plan fits; the first is nearly always the one.
MOST_TRIES = 12
# Further ahead a single no longer holds how a loss fades that has not yet begun.
MOST_H = 3 * HORIZON_H
# The parts of an answer that hold no curve of every draw.
SMALL = ("gates", "week", "_earlier", "outlook", "advice", "for_plan")


@dataclass(frozen=True, repr=False)
class Answer:
    """Everything legrun says about one scenario.

    Attributes
    ----------
    scenario : Scenario
        The scenario.
    hours : int
        Hours ahead; a week unless a plan asks for more. [h]
    reuse : tuple of Answer
        Answers to scenarios with other ratings or other nights, whose parts that do not depend on them are used again.

    Examples
    --------
    >>> rested = Answer(Scenario(now=dt.datetime(2026, 3, 4, 9)))
    >>> rested.advice.verdict, [option.name for option in rested.options][:2]
    ('hard', ['Rest', 'Walk'])
    """

    scenario: Scenario
    hours: int = HORIZON_H
    reuse: tuple[Answer, ...] = field(default=(), compare=False, repr=False)

    def __repr__(self) -> str:
        sessions = counted(len(self.scenario.sessions), "session")
        ratings = counted(len(self.scenario.check_ins), "check-in")
        return f"<Answer for {self.scenario.now}: {sessions}, {ratings}, {self.hours} h ahead>"

    def __str__(self) -> str:
        return self.summary()

    def summary(self) -> str:
        """Return the text of the verdict's card, for the run in mind where there is one."""
        from legrun.wording.card import answer_card  # a face of the value: it looks up at the words

        return "\n".join(answer_card(self))

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, for JSON.

        Returns
        -------
        dict
            ``scenario``, ``advice`` for now, ``for_plan`` for the run in mind, and the ``week`` hour by hour. Behind a
            red flag there is no week, and nothing but ``stop`` of the advice is to be shown.
        """
        return {
            "scenario": plain(self.scenario),
            "advice": self.advice.to_dict(),
            "for_plan": self.for_plan.to_dict() if self.scenario.planned is not None else None,
            "week": None if self.advice.stop else self.week.to_dict(),
        }

    def _repr_html_(self) -> str:
        """Return the week's chart as a notebook shows it: a picture that asks nothing of any other machine."""
        import html

        from legrun.report.picture import week_svg  # a face of the value: it looks up at the charts

        return html.escape(self.summary()) if self.advice.stop else week_svg(self).decode()

    def without_draws(self) -> Answer:
        """Return the same answer with what is worked out of it, but for the draws: small enough to keep for a visit.

        What is asked of the draws anew makes them anew.
        """
        light = dataclasses.replace(self, reuse=())
        vars(light).update({name: part for name, part in vars(self).items() if name in SMALL})
        return light

    @functools.cached_property
    def _kin(self) -> dict[str, Answer]:
        """The answers to use again: one to the same nights with other ratings, one to the same ratings."""
        others = {"same_nights": "check_ins", "same_ratings": "sleep_h"}
        alike = [each for each in self.reuse if each.hours == self.hours]
        return {
            name: each
            for name, other in others.items()
            for each in alike
            if differ_only_by(other, self.scenario, each.scenario)
        }

    def _of_kin(self, part: Callable[[Answer], T]) -> dict[str, T]:
        return {name: part(each) for name, each in self._kin.items()}

    @functools.cached_property
    def _sessions(self) -> DosedSessions:
        return dosed_sessions(self.scenario)

    @functools.cached_property
    def ensemble(self) -> Ensemble:
        """The draws that everything else shares."""
        kin = self._of_kin(lambda each: each.ensemble)
        return draw(self.scenario, self.hours, sessions=None if kin else self._sessions, **kin)

    @functools.cached_property
    def course(self) -> Course:
        """Every draw, hour by hour through the week."""
        return course(self.ensemble, np.arange(self.hours + 1.0), **self._of_kin(lambda each: each.course))

    @functools.cached_property
    def _session_gates(self) -> tuple[Gate, ...]:
        kin = next(iter(self._kin.values()), None)
        return kin._session_gates if kin else session_gates(self.scenario, self._sessions)

    @functools.cached_property
    def _longest(self) -> float:
        kin = next(iter(self._kin.values()), None)
        return kin._longest if kin else longest_run(self.scenario)

    @functools.cached_property
    def gates(self) -> list[Gate]:
        """The gates that hold for some hours of the week."""
        return active_gates(self.ensemble, self.course, self._session_gates)

    @functools.cached_property
    def week(self) -> Projection:
        """The week ahead, hour by hour."""
        return bands(self.scenario.now, self.course, **self._of_kin(lambda each: each.week))

    @functools.cached_property
    def _earlier(self) -> dict[int, tuple[Course, Projection]]:
        """The hours before now, by how many were asked for."""
        return {}

    def _before(self, hours: int) -> tuple[Course, Projection]:
        if hours not in self._earlier:
            span = np.arange(-float(hours), 0.0)
            along = course(self.ensemble, span, **self._of_kin(lambda each: each._before(hours)[0]))
            past = bands(self.scenario.now, along, **self._of_kin(lambda each: each._before(hours)[1]))
            self._earlier[hours] = along, past
        return self._earlier[hours]

    def before(self, hours: int) -> Projection:
        """Return the hours before now, up to but without it."""
        return self._before(hours)[1]

    @functools.cached_property
    def outlook(self) -> Outlook:
        """The verdicts of the week ahead."""
        return outlook(self.scenario.now, self.course, self.week, self.gates)

    @functools.cached_property
    def advice(self) -> Advice:
        """The advice for now."""
        return self.advice_at(self.scenario.now)

    @property
    def plan_ahead(self) -> Session | None:
        """The planned run, where it starts within the week from now."""
        plan, last = self.scenario.planned, self.scenario.now + dt.timedelta(hours=HORIZON_H)
        return plan if plan is not None and self.scenario.now <= plan.start <= last else None

    @functools.cached_property
    def for_plan(self) -> Advice:
        """The advice for the start of the planned run, or for now when there is none within the week."""
        plan = self.scenario.planned
        if plan is None:
            return self.advice
        advice = self.advice_at(plan.start) if self.plan_ahead else self.advice
        fits = plan_fits(advice, plan) or advice.stop or advice.no_dates or plan.kind != "run"
        time = None if fits else self._time_for(plan, advice.at)
        return dataclasses.replace(advice, plan_of=(plan.minutes, plan.rpe), plan_time=time)

    def _time_for(self, plan: Session, after: dt.datetime) -> dt.datetime | None:
        """Return the first hour of the day after a moment at which a run fits, asked of the same verdict."""
        longest = self._longest
        if plan.minutes > run_minutes(VERDICTS[-1], plan.rpe, longest) + ROUND_MINUTES:
            return None
        needed = VERDICTS.index(needed_verdict(plan, longest))
        enough = self.outlook.hours[self.outlook.path >= needed]
        times = (self.scenario.now + dt.timedelta(hours=float(hour)) for hour in enough)
        awake = [time for time in times if time > after and FIRST_HOUR <= time.hour <= LAST_HOUR]
        stand = ((time, self._standing(self.gates, time)) for time in awake[:MOST_TRIES])
        return next((time for time, there in stand if there.allows(plan, longest)), None)

    def _standing(self, gates: list[Gate], time: dt.datetime) -> Standing:
        return standing(self.ensemble, self.course, self.week, gates, time)

    def verdict_by(self, hour: int) -> Verdict | None:
        """Return the verdict at an hour of the week; None where it is better than now and no time may be named."""
        code = self.outlook.path[hour]
        return None if self.advice.no_dates and code > VERDICTS.index(self.advice.verdict) else VERDICTS[code]

    @functools.cached_property
    def options(self) -> tuple[Option, ...]:
        """The options at the run's time, side by side."""
        from legrun.alternatives.options import list_options

        return list_options(self.ensemble, self.course, self.gates, self.for_plan)

    def grid(self, *, ready_for: Session | None = None) -> Grid | None:
        """Return runs of every length and effort, with the recovery that each leaves for later.

        None behind a red flag, and where the morning after the run lies beyond the week.

        Raises
        ------
        ValueError
            If the session to be ready for does not lie after the run and within the week.
        """
        from legrun.alternatives.options import build_grid

        at = ready_for.start if ready_for else None
        needed = needed_verdict(ready_for, self._longest) if ready_for else None
        return build_grid(self.ensemble, self.course, self.gates, self.for_plan, ready_at=at, ready_verdict=needed)

    @functools.cached_property
    def levers(self) -> tuple[Lever, ...]:
        """The levers, each with its effect and its grade."""
        from legrun.alternatives.levers import find_levers

        return find_levers(self.ensemble, self.course, self.gates, self.for_plan)

    @functools.cached_property
    def tips(self) -> tuple[Tip, ...]:
        """The tips that fit the run, each with its grade."""
        from legrun.alternatives.tips import choose_tips

        return choose_tips(self.for_plan, self.scenario)

    def advice_at(self, time: dt.datetime) -> Advice:
        """Return the advice for another moment of the week.

        Raises
        ------
        ValueError
            If the time is not within the hours of the answer.
        """
        return self._advice_behind(self.gates, time)

    def advice_for(self, session: Session) -> Advice:
        """Return the advice for the start of one of the scenario's own sessions, which holds nothing back yet.

        Raises
        ------
        ValueError
            If it does not start within the hours of the answer.
        """
        if session in whole_sessions(tuple(self.scenario.sessions)):
            return self._advice_behind(gates_before(self.scenario, self.gates, session), session.start)
        # One with others of its kind that it follows or precedes at once: at its start no part of it is done.
        others = answer(without(self.scenario, session), self.hours)
        return others._advice_behind(others.gates, session.start, longest=self._longest)

    def _advice_behind(self, gates: list[Gate], time: dt.datetime, *, longest: float | None = None) -> Advice:
        last = self.scenario.now + dt.timedelta(hours=self.hours)
        if not self.scenario.now <= time <= last:
            raise ValueError(f"at is {time}; it must lie from {self.scenario.now} to {last}.")
        stands = self._standing(gates, time)
        return advise_at(self.ensemble, stands, self.outlook, at=time, longest=longest or self._longest)


def answer(scenario: Scenario, hours: int = HORIZON_H, *, reuse: tuple[Answer, ...] = ()) -> Answer:
    """Return the answer to a scenario; its parts are worked out when first asked for.

    Parameters
    ----------
    scenario : Scenario
        The person and the moment.
    hours : int
        Hours ahead. [h]
    reuse : tuple of Answer
        Answers to scenarios that differ by their ratings, or by their nights, alone: the same digits, sooner.

    Examples
    --------
    >>> import datetime as dt
    >>> from legrun.scenario import Session
    >>> legs = Session(kind="legs", start=dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8)
    >>> advice = answer(Scenario(now=dt.datetime(2026, 3, 4, 9), sessions=[legs])).advice
    >>> advice.verdict, advice.max_minutes
    ('easy', 35.0)
    """
    return Answer(scenario, hours, reuse)


def project(scenario: Scenario, hours: float = HORIZON_H, step_h: float = 1.0) -> Projection:
    """Return soreness, fatigue and recovery with their bands.

    Parameters
    ----------
    scenario : Scenario
        The person and the moment.
    hours : float
        Hours ahead. [h]
    step_h : float
        Step between the points. [h]

    Returns
    -------
    Projection
        Arrays of length hours / step + 1, starting now.

    Raises
    ------
    ValueError
        If the span or the step is not within its range, ``0 < step_h <= hours <= 504``.

    Examples
    --------
    >>> import datetime as dt
    >>> from legrun.scenario import Session
    >>> legs = Session(kind="legs", start=dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8)
    >>> week = project(Scenario(now=dt.datetime(2026, 3, 4, 9), sessions=[legs]))
    >>> week.soreness.median[[0, 24, 48, 72]].round(1)
    array([3.1, 3. , 1.8, 1.1])
    """
    if not 0 < step_h <= hours <= MOST_H:
        raise ValueError(f"hours is {hours} and step_h {step_h}; 0 < step_h <= hours <= {MOST_H:g}.")
    ensemble = draw(scenario, hours)
    return bands(scenario.now, course(ensemble, np.arange(0.0, hours + step_h / 2, step_h)))


def advise(scenario: Scenario, at: dt.datetime | None = None) -> Advice:
    """Return the advice for one moment, now by default.

    Parameters
    ----------
    scenario : Scenario
        The person and the moment.
    at : datetime.datetime, optional
        The moment, local; within a week from now.

    Returns
    -------
    Advice
        Verdict, limits, reasons, chances and windows.

    Raises
    ------
    ValueError
        If the moment does not lie within the week.

    Examples
    --------
    >>> import datetime as dt
    >>> from legrun.scenario import Session
    >>> legs = Session(kind="legs", start=dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8)
    >>> advice = advise(Scenario(now=dt.datetime(2026, 3, 4, 9), sessions=[legs]), at=dt.datetime(2026, 3, 5, 18))
    >>> advice.verdict, advice.max_minutes, advice.max_rpe
    ('moderate', 50.0, 6.0)
    """
    return answer(scenario).advice_at(at or scenario.now)
