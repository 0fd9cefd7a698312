"""What happened and closes a gate for some hours: sessions, nights, pauses, drink, flags, a way back, great fatigue."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from legrun.decision.gates import FLAT_ONLY, OUR_JUDGEMENT, TOP, Gate, gate_caps, verdict_codes
from legrun.evidence import value
from legrun.forecast.ensemble import DosedSessions, Ensemble, dosed_sessions, last_evening
from legrun.forecast.projection import Course, medians
from legrun.model.dose import Dose, leg_load_au
from legrun.model.kinetics import Array
from legrun.model.readiness import VERDICTS, Verdict
from legrun.model.whole import whole_sessions
from legrun.scenario import Scenario, Session
from legrun.scenario.hours import hours_from
from legrun.wording.languages import Phrase

RUN_SHORT_H = 24 * value("gates.long_run_short_d")
SLOWEST_AU_PER_H = min(value(f"gates.run_{verdict}_au_per_h") for verdict in ("walk", "easy", "moderate"))
LEG_DAY_H = max(
    value(f"gates.{name}")
    for name in (
        "leg_day_first_h",
        "leg_day_easy_trained_h",
        "leg_day_easy_h",
        "leg_day_moderate_h",
        "leg_day_moderate_novice_h",
        "downhill_within_h",
    )
)

__all__ = ["active_gates", "gates_before", "leg_day_gates", "run_gates", "session_gates", "without"]


def session_gates(scenario: Scenario, sessions: DosedSessions | None = None) -> tuple[Gate, ...]:
    """Return the gates of what was done, leg days first; no rating and no night changes them.

    `sessions` are its `dosed_sessions`, where they are known.
    """
    whole = dosed_sessions(scenario) if sessions is None else sessions
    done = [(session, dose) for session, dose in whole if hours_from(scenario.now, session.end) + _lasts_h(session) > 0]
    return (
        *(gate for session, dose in done for gate in leg_day_gates(scenario, session, dose)),
        *(gate for session, _ in done for gate in run_gates(scenario, session)),
    )


def without(scenario: Scenario, session: Session) -> Scenario:
    """Return a scenario without one of its own sessions."""
    at = tuple(scenario.sessions).index(session)
    return dataclasses.replace(scenario, sessions=(*scenario.sessions[:at], *scenario.sessions[at + 1 :]))


def gates_before(scenario: Scenario, gates: Sequence[Gate], session: Session) -> list[Gate]:
    """Return the gates that hold back one of a scenario's own sessions at its start: all but those that it brings.

    Of a session that others of its kind follow or precede at once, which count as one with it, theirs alone hold.
    """
    if session not in whole_sessions(tuple(scenario.sessions)):
        whole = session_gates(scenario)
        return [*(gate for gate in gates if gate not in whole), *session_gates(without(scenario, session))]
    own = list(run_gates(scenario, session))
    if session.kind == "legs":
        own += leg_day_gates(scenario, session, dict(dosed_sessions(scenario))[session])
    return [gate for gate in gates if gate not in own]


def active_gates(ensemble: Ensemble, along: Course, done: Sequence[Gate] | None = None) -> list[Gate]:
    """Return every gate that holds for some hours because of something that happened.

    `done` are its `session_gates`, where they are known.
    """
    scenario = ensemble.scenario
    gates = [
        *(session_gates(scenario) if done is None else done),
        *_sleep_gates(along),
        *_comeback_gates(scenario),
        *_unattributed_gates(ensemble, along),
        *_alcohol_gates(scenario),
        *_flag_gates(scenario),
        *_return_gates(scenario),
    ]
    gates += _overall_fatigue_gates(scenario, along, gates)
    return [gate for gate in gates if gate.to_h > along.hours[0]]


def _lasts_h(session: Session) -> float:
    """Return for how long after a session its gates may hold; those of older ones are over. [h]"""
    return LEG_DAY_H if session.kind == "legs" else max(RUN_SHORT_H, leg_load_au(session) / SLOWEST_AU_PER_H)


def _ramp(amount: float, low: float, high: float) -> float:
    """Return how far an amount has come from one border to another, so that no gate appears all at once. [0-1]"""
    return min(1.0, max(0.0, (amount - low) / (high - low)))


def leg_day_gates(scenario: Scenario, session: Session, dose: Dose) -> Iterator[Gate]:
    """Yield the gates of one leg day, done or considered; none for a light one or another kind of session.

    A hard leg day takes both dose and effort; the less of either, the sooner its gates open.
    """
    hard = _ramp(dose.level, value("gates.leg_day_dose_from"), value("gates.leg_day_dose"))
    hard *= _ramp(session.rpe, value("gates.leg_day_rpe_from"), value("gates.leg_day_rpe"))
    if session.kind != "legs" or not hard:
        return
    novelty = 1.0 if scenario.athlete.experience == "novice" else session.novelty
    usual = value(
        "gates.leg_day_easy_trained_h" if scenario.athlete.experience == "trained" else "gates.leg_day_easy_h"
    )
    easy_h = usual + novelty * (value("gates.leg_day_easy_h") - usual)
    extra_h = value("gates.leg_day_moderate_novice_h") - value("gates.leg_day_moderate_h")
    moderate_h = value("gates.leg_day_moderate_h") + novelty * extra_h
    start, end = hours_from(scenario.now, session.start), hours_from(scenario.now, session.end)
    first, easy, moderate, flat = (
        end + hard * hours
        for hours in (value("gates.leg_day_first_h"), easy_h, moderate_h, value("gates.downhill_within_h"))
    )
    basis = Phrase(
        "in a trial with 14 people who lifted and ran on one day, runners tired 18 to 29 % sooner the day after"
    )
    reason = Phrase("hard leg day")
    rpe = value("gates.leg_day_first_rpe")
    yield Gate("leg_day_first", "easy", reason, basis, start, first, max_rpe=rpe, happened_h=end)
    yield Gate("leg_day", "easy", reason, basis, start, easy, happened_h=end)
    # Lowers no verdict: it marks the hours in which a run should be flat.
    yield Gate(FLAT_ONLY, VERDICTS[TOP], reason, OUR_JUDGEMENT, start, flat)
    later = Phrase("hard running is impaired at 24 and 48 h in a meta-analysis")
    yield Gate("leg_day_later", "moderate", reason, later, easy, moderate, happened_h=end)


def run_gates(scenario: Scenario, session: Session) -> Iterator[Gate]:
    """Yield the gates of one run, or of other movement that loads the legs like one, done or considered.

    They open sooner the less there was, so that none appears all at once.
    """
    load = leg_load_au(session)
    hard = _ramp(load, value("gates.run_load_from"), value("gates.run_load"))
    if not hard:
        return
    start, end = hours_from(scenario.now, session.start), hours_from(scenario.now, session.end)
    very = _ramp(load, value("gates.run_walk_load_from"), value("gates.run_walk_load"))
    walk = end + very * load / value("gates.run_walk_au_per_h")
    easy = end + hard * load / value("gates.run_easy_au_per_h")
    moderate = end + hard * load / value("gates.run_moderate_au_per_h")
    reason = _run_name(session)
    if very:
        yield Gate("run_walk", "walk", reason, OUR_JUDGEMENT, start, walk, happened_h=end)
        short_h, minutes = end + 24 * value("gates.long_run_short_d") * very, value("gates.long_run_short_minutes")
        yield Gate(
            "run_short", VERDICTS[TOP], reason, OUR_JUDGEMENT, start, short_h, max_minutes=minutes, happened_h=end
        )
    yield Gate("run", "easy", reason, OUR_JUDGEMENT, start, easy, happened_h=end)
    yield Gate("run_later", "moderate", reason, OUR_JUDGEMENT, easy, moderate, happened_h=end)


def _run_name(session: Session) -> Phrase:
    """Return what a person would call the session that holds them back."""
    if session.kind != "run":
        return Phrase("other sport") if session.kind == "other" else Phrase("long walk")
    names = {
        "intervals": Phrase("intervals"),
        "tempo": Phrase("tempo run"),
        "race": Phrase("race"),
        "long": Phrase("long run"),
    }
    return names.get(session.style or "", Phrase("hard or long run"))


def _sleep_gates(along: Course) -> Iterator[Gate]:
    """Yield a gate for each stretch of hours in which a short night is in force."""
    limits: tuple[tuple[str, float, Verdict], ...] = (
        ("sleep_easy", value("gates.sleep_easy_h"), "easy"),
        ("sleep_moderate", value("gates.sleep_moderate_h"), "moderate"),
    )
    basis = Phrase("lost sleep lowered performance by about 8 % over 227 outcomes")
    for key, limit, verdict in limits:
        for first, end in _stretches(along.sleep_h < limit):
            until = float(along.hours[end]) if end < along.hours.size else np.inf
            reason = Phrase("a night under {hours:g} h", hours=limit)
            yield Gate(key, verdict, reason, basis, float(along.hours[first]), until)


def _stretches(flags: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield the first index of each stretch that holds, and the one after its last."""
    padded = np.concatenate([[False], flags, [False]])
    edges = np.flatnonzero(padded[1:] != padded[:-1]).tolist()
    yield from zip(edges[::2], edges[1::2], strict=True)


def _comeback_gates(scenario: Scenario) -> Iterator[Gate]:
    """Yield gates for each stretch of at least 14 days without a run in a log that covers them, and the week after.

    A log without any run, such as a strength app's, does not tell. Nor does a stretch before the first run of all tell
    of a week after it: many begin to log their runs later than their lifting.
    """
    pause_h, week_h = 24 * value("gates.comeback_days"), 24 * value("gates.comeback_back_days")
    now, since = scenario.now, scenario.log_since
    runs = [(hours_from(now, s.start), hours_from(now, s.end)) for s in scenario.sessions if s.kind == "run"]
    # A run that is only planned does not say that runs are logged.
    if since is None or not any(start < 0 for start, _ in runs):
        return
    marks = [(-np.inf, hours_from(now, since)), *runs, (np.inf, np.inf)]
    for place, ((_, end), (start, until)) in enumerate(itertools.pairwise(marks)):
        if start - end <= pause_h:
            continue
        if until > 0:
            yield _comeback_gate(Phrase("no run for {days:g} days", days=pause_h / 24), end + pause_h, until)
        if place and -week_h < until < np.inf:
            first_week = Phrase("first week after {days:g} days without a run", days=pause_h / 24)
            yield _comeback_gate(first_week, until, until + week_h)


def _comeback_gate(reason: Phrase, from_h: float, to_h: float) -> Gate:
    share = value("gates.comeback_share")
    return Gate("comeback", "moderate", reason, OUR_JUDGEMENT, from_h, to_h, longest_share=share)


def _unattributed_gates(ensemble: Ensemble, along: Course) -> Iterator[Gate]:
    """Yield a gate for each stretch of hours in which what no session explains is expected to stay high."""
    unattributed = ensemble.posterior.unattributed(along.hours)
    limits: tuple[tuple[str, Verdict], ...] = (("unattributed_easy", "easy"), ("unattributed_moderate", "moderate"))
    reason = Phrase("soreness that your sessions do not explain")
    for key, verdict in limits:
        limit = value(f"gates.{key}")
        for first, end in _stretches(unattributed >= limit):
            until = _crossing(along.hours, unattributed, end, limit)
            yield Gate(key, verdict, reason, OUR_JUDGEMENT, _from_h(along, first), until)


def _from_h(along: Course, first: int) -> float:
    """Return from which hour on a stretch holds: from ever where it holds at the first hour."""
    return float(along.hours[first]) if first else -np.inf


def _crossing(hours: Array, values: Array, end: int, limit: float) -> float:
    """Return when values fall below a limit between two hours; never where they hold to the last. [h]"""
    if end == hours.size:
        return np.inf
    above, below = values[end - 1], values[end]
    return float(hours[end - 1] + (hours[end] - hours[end - 1]) * (above - limit) / (above - below))


def _alcohol_gates(scenario: Scenario) -> Iterator[Gate]:
    if scenario.habits.alcohol_g_per_kg >= value("habits.alcohol_threshold"):
        since = hours_from(scenario.now, last_evening(scenario))
        until = since + value("habits.alcohol_within_h")
        yield Gate("alcohol", "moderate", Phrase("alcohol last evening"), OUR_JUDGEMENT, since, until)


def _flag_gates(scenario: Scenario) -> Iterator[Gate]:
    """Yield what a flag allows today, and an easy run at most tomorrow: nobody knows when it is over."""
    flags: dict[str, tuple[Verdict, Phrase]] = {
        "too_sore_to_walk": ("rest", Phrase("too sore to walk normally")),
        "illness": ("rest", Phrase("fever or illness")),
        "limping": ("walk", Phrase("a limp or a changed stride")),
    }
    today, after = value("gates.flag_h"), value("gates.flag_easy_h")
    for flag, (verdict, reason) in flags.items():
        if flag in scenario.flags:
            yield Gate(flag, verdict, reason, OUR_JUDGEMENT, 0.0, today)
            yield Gate(f"{flag}_after", "easy", reason, OUR_JUDGEMENT, today, after)


def _return_gates(scenario: Scenario) -> Iterator[Gate]:
    """Yield what the way back from an absence allows: easy and short in its first half, then steady at most."""
    steps: dict[str, tuple[Verdict, Phrase, float]] = {
        "returning": ("easy", Phrase("first days back after an absence"), value("gates.returning_share")),
        "rebuilding": ("moderate", Phrase("still coming back from an absence"), value("gates.rebuilding_share")),
    }
    for flag, (verdict, reason, share) in steps.items():
        if flag in scenario.flags:
            yield Gate(flag, verdict, reason, OUR_JUDGEMENT, 0.0, value("gates.flag_h"), longest_share=share)


def _overall_fatigue_gates(scenario: Scenario, along: Course, gates: Sequence[Gate]) -> Iterator[Gate]:
    """Yield gates one step below what is allowed otherwise, for a day after a rating of great overall fatigue."""
    rated = [c for c in scenario.check_ins if c.fatigue is not None]
    if not rated or (rated[-1].fatigue or 0.0) < value("gates.overall_fatigue"):
        return
    since = hours_from(scenario.now, rated[-1].time)
    soon = along.hours < since + value("gates.overall_fatigue_h")
    scores, soreness, fatigue = (medians(each[:, soon].T) for each in (along.score, along.counted, along.fatigue))
    codes = verdict_codes(scores, soreness, fatigue, gate_caps(gates, along.hours[soon]))
    basis = Phrase("overall fatigue tells more of a morning's readiness than the score, in daily logs")
    day = since + value("gates.overall_fatigue_h")
    for lower, verdict in itertools.pairwise(VERDICTS[1:]):
        for first, end in _stretches(codes == VERDICTS.index(verdict)):
            until = float(along.hours[end]) if end < along.hours.size else np.inf
            reason = Phrase("feeling very tired")
            yield Gate("overall_fatigue", lower, reason, basis, _from_h(along, first), min(until, day))
