"""What every session of a week meets at its own start: verdict, limits, clashes and why, all from the draws."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from legrun.answering import Answer, answer, own_gates
from legrun.decision.advice import Advice, plan_fits
from legrun.decision.gates import FLAT_ONLY, OUR_JUDGEMENT, Gate, breaks, threshold_gates
from legrun.decision.limits import EASY, longest_run, run_minutes
from legrun.decision.verdict import effort_limits
from legrun.evidence import studies, value
from legrun.model.readiness import VERDICTS
from legrun.scenario import Athlete, PlanItem, Scenario, Session
from legrun.scenario.hours import hours_from
from legrun.scenario.names import VERDICT_NAMES, session_name
from legrun.scenario.week_plan import DAYS, WeekPlan, at_day
from legrun.wording.plan import instead
from legrun.wording.rounding import capitalised
from legrun.wording.score import rounded_score

__all__ = ["OVER_LIMIT", "Clash", "Gain", "PlanReview", "ReviewedSession", "gains", "review_plan"]

WALK_MINUTES = value("caps.walk_minutes")
WEEK_H = 24.0 * DAYS
USUAL_NIGHT_H = Athlete().usual_sleep_h
# What is said of a run that no rule of an event or a state holds back, but that is longer or harder than its verdict.
OVER_LIMIT = "longer or harder than its limit"
# The studies behind the words that a gate gives as its basis.
GATE_STUDIES = {
    "leg_day_first": "doma_deakin_2013",
    "leg_day": "doma_deakin_2013",
    "leg_day_later": "burt_2023",
    "soreness_moderate": "burt_2023",
    "soreness_easy": "burt_2023",
    "soreness_easy_short": "burt_2023",
}


@dataclass(frozen=True)
class Clash:
    """A rule that a planned run breaks.

    Attributes
    ----------
    gate : Gate or None
        The rule; None where the run is longer or harder than its verdict's limit and no event or state says so.
    text : str
        Which run, how long after what, and the study behind it.
    cause : str
        In few words: how long after what, or which state.
    """

    gate: Gate | None
    text: str
    cause: str


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
    """

    item: PlanItem
    session: Session
    week: int
    advice: Advice | None
    clashes: tuple[Clash, ...] = ()
    if_tired: str = ""

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
        legs = f"soreness {self.advice.soreness.median:.0f}/10, strength {100 - self.advice.fatigue_pct.median:.0f} %"
        if not self.is_run:
            return f"Legs: {legs}"
        if self.fits:
            return "Fits"
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
    >>> [(session_name(reviewed.session), reviewed.fits) for reviewed in review.sessions][:2]
    [('Leg day', None), ('Intervals', False)]
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
    clashes = _with_recovery(tuple(_clashes(answer, session, advice)), advice)
    return ReviewedSession(item, session, week, advice, clashes, _if_tired(answer.scenario, session, advice))


def _if_tired(scenario: Scenario, session: Session, advice: Advice) -> str:
    """Return what is left of a run for legs that are more tired than expected: one verdict less."""
    if advice.stop or session.kind != "run":
        return ""
    if VERDICTS.index(advice.verdict) < EASY:
        return "rest"
    easy_rpe, limits = effort_limits("easy", (), longest_run(scenario), USUAL_NIGHT_H)
    minutes = min(session.minutes, limits[-1][1], advice.easy_minutes)
    if session.rpe > easy_rpe or session.minutes > minutes:
        return f"{minutes:.0f} min easy"
    return f"walk {min(session.minutes, WALK_MINUTES):.0f} min"


def _clashes(answer: Answer, session: Session, advice: Advice) -> Iterator[Clash]:
    """Yield the rules that a run breaks, the strictest of each event; of a run within its limits, to run it flat.

    A session that repeats every week is one event, the newest of its copies.
    """
    if advice.stop or session.kind != "run":
        return
    hour = hours_from(answer.scenario.now, session.start)
    own = own_gates(answer.scenario, session)
    held = [gate for gate in answer.gates if gate not in own and gate.holds_at(np.array([hour]))[0]]
    longest = longest_run(answer.scenario)
    within = plan_fits(advice, session)
    broken = [gate for gate in held if breaks(gate, session, longest) and (gate.key == FLAT_ONLY or not within)]
    named: set[tuple[object, ...]] = set()
    for gate in sorted(broken, key=lambda gate: (gate.code, gate.max_rpe or np.inf, -(gate.happened_h or 0.0))):
        in_week = None if gate.happened_h is None else round(gate.happened_h % WEEK_H, 3)
        event = gate.reason, in_week, gate.key == FLAT_ONLY
        if event not in named:
            named.add(event)
            yield Clash(gate, _event_words(gate, session, advice, hour), _event(gate, hour))
    if within:
        return
    states = [
        gate
        for gate in threshold_gates(advice.counted_soreness, advice.fatigue_pct.median / 100)
        # What an event already holds back is not said twice.
        if breaks(gate, session, longest) and all(gate.code < each.code for each in broken)
    ]
    for gate in states:
        yield Clash(gate, _state_words(gate, session, advice), _state(gate, advice))
    if not states and all(gate.key == FLAT_ONLY for gate in broken):
        yield Clash(None, _limit_words(answer.scenario, session, advice), OVER_LIMIT)


def _with_recovery(clashes: tuple[Clash, ...], advice: Advice) -> tuple[Clash, ...]:
    """Return clashes that end with what the recovery allows, where that is less than every rule of them does."""
    rules = [clash.gate.code for clash in clashes if clash.gate is not None and clash.gate.key != FLAT_ONLY]
    if advice.score is None or not rules or VERDICTS.index(advice.verdict) >= min(rules):
        return clashes
    *before, last = clashes
    at_most = f"Recovery about {rounded_score(advice.score)}: {VERDICT_NAMES[advice.verdict].lower()} at most."
    return (*before, dataclasses.replace(last, text=f"{last.text} {at_most}"))


def _limit_words(scenario: Scenario, session: Session, advice: Advice) -> str:
    """Return that a run is over its limit, and where an assumed longest run makes it so."""
    size = f"{session.minutes:.0f} min at effort {session.rpe:g}"
    too_much = f"{_named(session)}: {size} is over its limit; {instead(advice, session)}."
    longest = longest_run(scenario)
    binds = session.minutes > run_minutes(advice.verdict, session.rpe, longest) > 0
    if scenario.longest_run_minutes is not None or not binds:
        return too_much
    return (
        f"{too_much} The limit counts from a longest run of {longest:.0f} min, which we assume: "
        "no longest run of 30 days is known."
    )


def _named(session: Session) -> str:
    return f"{session_name(session)} on {session.start:%A}"


def _event_words(gate: Gate, session: Session, advice: Advice, hour: float) -> str:
    if gate.key == FLAT_ONLY:
        return f"{_named(session)} goes downhill soon after a hard leg day: run it on the flat ({OUR_JUDGEMENT})."
    after = gate.happened_h is not None
    cause = f"{',' if after else ':'} {_event(gate, hour)}"
    weaker = f"legs are about {advice.fatigue_pct.median:.0f} % weaker then; " if after else ""
    return f"{_named(session)}{cause}: {weaker}{_allows(gate, session, advice)}. {_basis(gate)}"


def _event(gate: Gate, hour: float) -> str:
    """Return how long ago the event of a gate was at an hour; of one without a moment, what it is."""
    if gate.key == FLAT_ONLY:
        return "downhill soon after a hard leg day"
    return (
        gate.reason
        if gate.happened_h is None
        else f"{max(1.0, hour - gate.happened_h):.0f} h after {_article(gate.reason)}"
    )


def _state(gate: Gate, advice: Advice) -> str:
    """Return the state that a gate holds for."""
    if gate.key.startswith("soreness"):
        return f"soreness about {advice.soreness.median:.0f}/10"
    return f"legs about {advice.fatigue_pct.median:.0f} % weaker"


def _state_words(gate: Gate, session: Session, advice: Advice) -> str:
    return f"{_named(session)}: {_state(gate, advice)} then; {_allows(gate, session, advice)}. {_basis(gate)}"


def _article(reason: str) -> str:
    return reason if reason.endswith("s") else f"a {reason}"


def _allows(gate: Gate, session: Session, advice: Advice) -> str:
    """Return the most that a gate allows."""
    if session.rpe <= advice.max_rpe and advice.verdict == gate.verdict and gate.max_minutes is None:
        return f"{VERDICT_NAMES[gate.verdict].lower()} of up to {advice.max_minutes:.0f} min at most"
    limits = [f"{gate.max_minutes:.0f} min"] if gate.max_minutes is not None else []
    limits += [f"effort {gate.max_rpe:g}"] if gate.max_rpe is not None else []
    most = f"{VERDICT_NAMES[gate.verdict].lower()} at most"
    return f"{most}, up to {' and '.join(limits)}" if limits else most


def _basis(gate: Gate) -> str:
    """Return the basis of a gate, with the study where there is one."""
    study = GATE_STUDIES.get(gate.key)
    named = f" ({studies()[study].citation})" if study else ""
    return f"{capitalised(gate.basis)}{named}."


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
