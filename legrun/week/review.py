"""What every session of a week meets at its own start: verdict, limits, clashes and why, all from the draws."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from legrun.answering import Answer, answer
from legrun.decision.advice import Advice, is_conditional, plan_fits
from legrun.decision.limits import EASY, longest_run
from legrun.decision.verdict import WALK_MINUTES, effort_limits
from legrun.model.readiness import VERDICTS
from legrun.scenario import Athlete, PlanItem, Scenario, Session
from legrun.scenario.hours import HOUR
from legrun.scenario.week_plan import DAYS, WeekPlan, at_day
from legrun.week.clashes import Clash, clashes_of
from legrun.wording.languages import moment
from legrun.wording.plan import instead
from legrun.wording.rounding import capitalised, halves
from legrun.wording.score import rounded_score

__all__ = ["Gain", "PlanReview", "ReviewedSession", "gains", "review_plan"]

USUAL_NIGHT_H = Athlete().usual_sleep_h


@dataclass(frozen=True)
class ReviewedSession:
    """A session of the plan at its own start; of a plan that repeats, in the worse of its two weeks.

    Attributes
    ----------
    item : PlanItem
        The session as the plan has it.
    session : Session
        The session in the week that is told of.
    week : int
        That week, 0 the first.
    advice : Advice or None
        What legrun says for its start; None when it has begun.
    clashes : tuple of Clash
        Rules that it breaks.
    if_tired : str
        An easier version of a run: an easy run within its limits, of an easy one a walk; else empty.
    on_condition : bool
        Whether what feels wrong on an earlier day must be over by then, as nobody can know.
    """

    item: PlanItem
    session: Session
    week: int
    advice: Advice | None
    clashes: tuple[Clash, ...] = ()
    if_tired: str = ""
    on_condition: bool = False

    @property
    def is_run(self) -> bool:
        """Whether a verdict concerns it."""
        return self.session.kind == "run"

    @property
    def fits(self) -> bool | None:
        """Whether the run lies within the limits; None for what is no run or has begun."""
        if not self.is_run or self.advice is None:
            return None
        return plan_fits(self.advice, self.session) and not self.clashes

    @property
    def outcome(self) -> str:
        """In few words: whether it fits and what would make it fit, or the state that the legs are in."""
        if self.advice is None:
            return "Has begun"
        sore, lost = self.advice.soreness.median, self.advice.fatigue_pct.median
        legs = f"soreness {halves(sore)}/10, strength {100 - lost:.0f} %"
        if not self.is_run:
            return f"Legs: {legs}"
        if self.fits:
            return "Fits if what feels wrong is over" if self.on_condition else "Fits"
        if not plan_fits(self.advice, self.session):
            return capitalised(instead(self.advice, self.session))
        return "Run it on the flat"


@dataclass(frozen=True)
class PlanReview:
    """A plan with what each of its sessions meets.

    Attributes
    ----------
    plan : WeekPlan
        The plan.
    answer : Answer
        The answer to the plan as a scenario, over all its weeks.
    """

    plan: WeekPlan
    answer: Answer

    def without_draws(self) -> PlanReview:
        """Return the same review, worked out and without the draws behind it: small enough to keep for a visit."""
        light = dataclasses.replace(self, answer=self.answer.without_draws())
        vars(light)["sessions"] = self.sessions
        return light

    @functools.cached_property
    def sessions(self) -> tuple[ReviewedSession, ...]:
        """Its sessions, in order."""
        weeks = self.plan.weeks_reviewed(self.answer.scenario.now)
        return tuple(
            _review_session(self.answer, item, {week: at_day(item.session, DAYS * week) for week in weeks})
            for item in self.plan.items
        )

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """Every rule that is broken, in order of the sessions."""
        return tuple(clash for reviewed in self.sessions for clash in reviewed.clashes)

    @property
    def key_sessions(self) -> tuple[ReviewedSession, ...]:
        """Its key sessions that are still to come."""
        return tuple(reviewed for reviewed in self.sessions if reviewed.item.key and reviewed.advice is not None)

    def next_run(self, now: dt.datetime) -> ReviewedSession | None:
        """Return the first run of the plan that is still to come."""
        ahead = (each for each in self.sessions if each.is_run and each.item.session.start >= now)
        return min(ahead, key=lambda each: each.item.session.start, default=None)

    def course_words(self) -> str:
        """Return what the curves of the week show, in words.

        Examples
        --------
        >>> from legrun.week.templates import TEMPLATES
        >>> monday = dt.datetime(2026, 3, 2)
        >>> review_plan(TEMPLATES[0].plan(monday.date()), Scenario(monday)).course_words().split(" at about 50")[0]
        'Recovery begins at about 100 of 100, is lowest on Mon 2 Mar, 19:00'
        """
        week = self.answer.week
        # As they are said: of those that are said alike the first.
        recovery = [rounded_score(score) for score in week.recovery.median.tolist()]
        soreness, lost = week.soreness.median, week.fatigue_pct.median
        lowest, sorest, weakest = (
            moment(self.answer.scenario.now + int(hour) * HOUR)
            for hour in (np.argmin(recovery), np.argmax(soreness), np.argmax(lost))
        )
        return (
            f"Recovery begins at about {recovery[0]} of 100, is lowest on {lowest} at about {min(recovery)}, and ends "
            f"at about {recovery[-1]}. Soreness is highest on {sorest} at {halves(soreness.max())} of 10. Most leg "
            f"strength is lost on {weakest}: {lost.max():.0f} %."
        )


def review_plan(plan: WeekPlan, today: Scenario) -> PlanReview:
    """Return what every session of a plan meets.

    Parameters
    ----------
    plan : WeekPlan
        The week.
    today : Scenario
        Who it is for and what was done before.

    Examples
    --------
    >>> from legrun.week.templates import TEMPLATES
    >>> monday = dt.datetime(2026, 3, 2)
    >>> review = review_plan(TEMPLATES[0].plan(monday.date()), Scenario(monday))
    >>> [(reviewed.session.kind, reviewed.fits) for reviewed in review.sessions][:2]
    [('legs', None), ('run', False)]
    """
    start = plan.before(today)
    return PlanReview(plan, answer(plan.scenario(today), plan.hours(start)))


def _review_session(answer: Answer, item: PlanItem, copies: Mapping[int, Session]) -> ReviewedSession:
    """Return a session in the week in which least is left for it, the first of those alike."""
    ahead = [(week, session) for week, session in copies.items() if session.start >= answer.scenario.now]
    if not ahead:
        return ReviewedSession(item, item.session, 0, None)
    advised = [(week, session, answer.advice_for(session)) for week, session in ahead]
    week, session, advice = min(
        advised, key=lambda each: (VERDICTS.index(each[2].verdict), round(each[2].score or 0.0))
    )
    now = answer.scenario.now
    return ReviewedSession(
        item, session, week, advice, clashes_of(answer, session, advice),
        if_tired=_if_tired(answer.scenario, session, advice), on_condition=is_conditional(advice, now),
    )  # fmt: skip


def _if_tired(scenario: Scenario, session: Session, advice: Advice) -> str:
    """Return an easier version of a planned run, for legs that are more tired than expected."""
    if advice.stop or session.kind != "run":
        return ""
    if VERDICTS.index(advice.verdict) < EASY:
        return "rest"
    easy_rpe, limits = effort_limits("easy", (), longest_run(scenario), USUAL_NIGHT_H)
    minutes = min(session.minutes, limits[-1][1], advice.easy_minutes)
    if session.rpe > easy_rpe or session.minutes > minutes:
        return f"{minutes:.0f} min easy"
    return f"walk {min(session.minutes, WALK_MINUTES):.0f} min"


@dataclass(frozen=True)
class Gain:
    """What an arrangement does for one session: where it stood, where it stands, and its recovery then and now."""

    before: ReviewedSession
    after: ReviewedSession


def gains(before: PlanReview, after: PlanReview, moved: Sequence[tuple[PlanItem, PlanItem]]) -> tuple[Gain, ...]:
    """Return what an arrangement does for the key sessions, or for every run where none is key.

    Parameters
    ----------
    before, after : PlanReview
        The plan as it stood and as it stands.
    moved : sequence of (PlanItem, PlanItem)
        What moved, as `legrun.week.arrange.arranger` tells it.
    """
    became = dict(moved)
    runs = tuple(each for each in before.sessions if each.is_run and each.advice is not None)
    now = {each.item: each for each in after.sessions}
    return tuple(Gain(each, now[became.get(each.item, each.item)]) for each in before.key_sessions or runs)
