"""The rules that a planned run breaks at its own start, each in a sentence with the study behind it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from legrun.answering import Answer
from legrun.decision.advice import Advice, plan_fits
from legrun.decision.events import gates_before
from legrun.decision.gates import FLAT_ONLY, OUR_JUDGEMENT, TOP, Gate, breaks, threshold_gates
from legrun.decision.limits import longest_run, run_minutes
from legrun.evidence import studies
from legrun.model.readiness import VERDICTS
from legrun.scenario import Scenario, Session
from legrun.scenario.hours import hours_from
from legrun.scenario.names import VERDICT_NAMES, session_name
from legrun.scenario.week_plan import DAYS
from legrun.wording.plan import instead
from legrun.wording.rounding import capitalised, effort_text, halves
from legrun.wording.score import rounded_score

__all__ = ["OVER_LIMIT", "Clash", "clashes_of", "event_of"]

WEEK_H = 24.0 * DAYS
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


def event_of(gate: Gate) -> tuple[str, float | None, bool]:
    """Return what happened that closes a gate, by its hour of the week, and whether only to run on the flat."""
    in_week = None if gate.happened_h is None else round(gate.happened_h % WEEK_H, 3)
    return str(gate.reason), in_week, gate.key == FLAT_ONLY


def clashes_of(answer: Answer, session: Session, advice: Advice) -> tuple[Clash, ...]:
    """Return the rules that a session breaks at its start.

    The last one ends with what else allows less than every rule that is broken: the recovery, or another rule.

    Parameters
    ----------
    answer : Answer
        The answer to the plan, with its gates.
    session : Session
        The session, in the week that is told of.
    advice : Advice
        What legrun says for its start.
    """
    clashes = tuple(_clashes(answer, session, advice))
    rules = [clash.gate.code for clash in clashes if clash.gate is not None and clash.gate.key != FLAT_ONLY]
    if advice.score is None or not rules or VERDICTS.index(advice.verdict) >= min(rules):
        return clashes
    *before, last = clashes
    binding = next((reason.text for reason in advice.reasons if reason.points is None), None)
    by_score = advice.zone == advice.verdict or binding is None
    cause = f"Recovery about {rounded_score(advice.score)}" if by_score else capitalised(str(binding))
    at_most = f"{cause}: {VERDICT_NAMES[advice.verdict].lower()} at most."
    return (*before, dataclasses.replace(last, text=f"{last.text} {at_most}"))


def _clashes(answer: Answer, session: Session, advice: Advice) -> Iterator[Clash]:
    """Yield the rules that a run breaks, the strictest of each event; of a run within its limits, to run it flat.

    A session that repeats every week is one event, the newest of its copies.
    """
    if advice.stop or session.kind != "run":
        return
    hour = hours_from(answer.scenario.now, session.start)
    before = gates_before(answer.scenario, answer.gates, session)
    held = [gate for gate in before if gate.holds_at(np.array([hour]))[0]]
    longest = longest_run(answer.scenario)
    within = plan_fits(advice, session)
    broken = [gate for gate in held if breaks(gate, session, longest) and (gate.key == FLAT_ONLY or not within)]
    named: set[tuple[str, float | None, bool]] = set()
    for gate in sorted(broken, key=lambda gate: (gate.code, gate.max_rpe or np.inf, -(gate.happened_h or 0.0))):
        if event_of(gate) not in named:
            named.add(event_of(gate))
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


def _limit_words(scenario: Scenario, session: Session, advice: Advice) -> str:
    """Return that a run is over its limit, and where an assumed longest run makes it so."""
    size = f"{session.minutes:.0f} min at effort {effort_text(session.rpe)}"
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
    weaker = f"legs are about {advice.fatigue_pct.median:.0f} % weaker then, from all before it; " if after else ""
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
        return f"soreness about {halves(advice.soreness.median)}/10"
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
    if gate.code == TOP:
        return f"at most {' and '.join(limits)}"
    most = f"{VERDICT_NAMES[gate.verdict].lower()} at most"
    return f"{most}, up to {' and '.join(limits)}" if limits else most


def _basis(gate: Gate) -> str:
    """Return the basis of a gate, with the study where there is one."""
    study = GATE_STUDIES.get(gate.key)
    named = f" ({studies()[study].citation})" if study else ""
    return f"{capitalised(gate.basis)}{named}."
