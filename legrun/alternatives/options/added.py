"""What one more session would do to curves that are already there.

Soreness and strength combine as products: a session that is only considered leaves the others' curves as they
are and multiplies them by factors of its own. Nothing of what was done is worked out again.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from legrun.decision.events import active_gates
from legrun.decision.gates import Gate, at_least, gate_caps
from legrun.decision.outlook import Window, window
from legrun.evidence import value
from legrun.forecast.ensemble import Ensemble, bouts_of, dosed_sessions, drank
from legrun.forecast.projection import Course
from legrun.model.bout import FATIGUE_CAP, Bout, as_bout
from legrun.model.dose import session_doses
from legrun.model.joining import join_fatigue, join_soreness, with_residual
from legrun.model.kinetics import SORENESS_GAIN, Array, Draws, gamma, habit_factor
from legrun.model.readiness import VERDICTS, score
from legrun.model.whole import whole_sessions, whole_with
from legrun.scenario import Scenario, Session
from legrun.scenario.hours import hours_from

__all__ = [
    "Addition",
    "addition",
    "at_one_hour",
    "course_with",
    "course_without",
    "from_hour",
    "gates_with",
    "hard_window",
    "joined",
    "morning_after",
    "part_of",
]

MORNING = dt.time(int(value("options.morning_hour")))
HARD = len(VERDICTS) - 1


def morning_after(start: dt.datetime) -> dt.datetime:
    """Return 07:00 of the day after.

    Examples
    --------
    >>> morning_after(dt.datetime(2026, 3, 4, 18))
    datetime.datetime(2026, 3, 5, 7, 0)
    """
    return dt.datetime.combine(start.date() + dt.timedelta(days=1), MORNING)


@dataclass(frozen=True)
class Addition:
    """What one more session does, standing among those of a scenario.

    Attributes
    ----------
    one : Bout
        What it does to the legs; where it makes one session with others of its kind, what that one does.
    parts : tuple of Bout
        What these others do without it: it stands in their place.
    """

    one: Bout
    parts: tuple[Bout, ...] = ()

    def among(self, bouts: Sequence[Bout]) -> tuple[Bout, ...]:
        """Return bouts with it, in the place of its parts."""
        return (*(each for each in bouts if each not in self.parts), *([self.one] if self.one.waves else []))


def addition(scenario: Scenario, session: Session) -> Addition:
    """Return what a session would do to the legs, standing among those of a scenario."""
    whole, parts = whole_with(scenario.sessions, session)
    others = [each for each in whole_sessions(tuple(scenario.sessions)) if each not in parts]
    sessions = sorted((*others, whole), key=lambda each: each.start)
    doses = session_doses(sessions, scenario.athlete.experience, log_since=scenario.log_since)
    dose = doses[sessions.index(whole)]
    start_h, drunk = hours_from(scenario.now, whole.start), drank(scenario, whole)
    one = as_bout(whole, dose, scenario.athlete, start_h=start_h, alcohol=drunk)
    return Addition(one, parts_of(scenario, parts))


def parts_of(scenario: Scenario, parts: Sequence[Session]) -> tuple[Bout, ...]:
    """Return what some of the whole sessions of a scenario do to the legs."""
    if not parts:
        return ()
    return bouts_of(scenario, tuple(each for each in dosed_sessions(scenario) if each[0] in parts))


def gates_with(ensemble: Ensemble, week: Course, session: Session) -> list[Gate]:
    """Return the gates of the week with one more session."""
    before = ensemble.scenario
    after = dataclasses.replace(before, sessions=(*before.sessions, session), planned=None)
    return active_gates(dataclasses.replace(ensemble, scenario=after), week)


def course_with(ensemble: Ensemble, base: Course, added: Addition) -> Course:
    """Return a course with one more session.

    Parameters
    ----------
    ensemble : Ensemble
        The draws that the course was made of.
    base : Course
        The course without it.
    added : Addition
        What the session does to the legs.

    Returns
    -------
    Course
        The course with it; equal to that of a scenario which holds the session, as long as no rating falls into it.
    """
    one = added.one
    if not one.waves:
        return base
    others = course_without(ensemble, base, added.parts)
    begun, ended = np.searchsorted(others.hours, [one.start_h, one.end_h])
    # The hours of the session itself apart from those after it, where the curves take less work.
    spans = [slice(int(begun), int(ended)), slice(int(ended), None)]
    parts = [_worn(ensemble, part_of(others, span), one) for span in spans]
    return joined([part_of(others, slice(int(begun))), *parts])


def course_without(ensemble: Ensemble, base: Course, parts: Sequence[Bout]) -> Course:
    """Return a course without some of its bouts; what ratings say of the person stays."""
    if not parts or not base.hours.size:
        return base
    others = dataclasses.replace(ensemble, bouts=tuple(each for each in ensemble.bouts if each not in parts))
    explained, fatigue = others.explained_soreness(base.hours), others.fatigue(base.hours)
    return dataclasses.replace(base, explained=explained, fatigue=fatigue)


def _worn(ensemble: Ensemble, base: Course, one: Bout) -> Course:
    """Return a course that begins no earlier than the bout, with the bout."""
    if not base.hours.size:
        return base
    alone = dataclasses.replace(ensemble, bouts=(one,))
    habit = habit_factor(ensemble.scenario.habits)
    explained = join_soreness(base.explained, alone.explained_soreness(base.hours), habit)
    fatigue = join_fatigue(base.fatigue, alone.fatigue(base.hours))
    return dataclasses.replace(base, explained=explained, fatigue=fatigue)


def part_of(base: Course, span: slice) -> Course:
    """Return some hours of a course."""
    draws = {name: getattr(base, name)[:, span] for name in ("explained", "residual", "fatigue")}
    return dataclasses.replace(base, hours=base.hours[span], sleep_h=base.sleep_h[span], **draws)


def joined(parts: Sequence[Course]) -> Course:
    """Return courses side by side as one."""
    some = [part for part in parts if part.hours.size]
    if len(some) == 1:
        return some[0]
    fields = ("hours", "explained", "residual", "fatigue", "sleep_h")
    together: dict[str, Any] = {
        name: np.concatenate([getattr(each, name) for each in some], axis=-1) for name in fields
    }
    return dataclasses.replace(some[0], **together)


def from_hour(base: Course, hour: float) -> Course:
    """Return what of a course lies at or after an hour."""
    return part_of(base, slice(int(np.searchsorted(base.hours, hour)), None))


def hard_window(now: dt.datetime, hours: Array, gates: Sequence[Gate], curves: Callable[[slice], Course]) -> Window:
    """Return when hard running is first allowed for 12 h: median and 80 % range over the draws.

    Parameters
    ----------
    now : datetime.datetime
        Local time at hour 0.
    hours : array, shape (hours,)
        From when on it is looked for, hour by hour. [h]
    gates : sequence of Gate
        The gates.
    curves : callable
        Returns the course along a part of `hours`; asked only for those in which the gates are open.
    """
    # What ends with the week, or beyond it, leaves no hours to look at.
    if hours.size < 2:
        return Window(VERDICTS[HARD], None, None, None)
    caps = gate_caps(gates, hours)
    if caps.max() < HARD:
        return Window(VERDICTS[HARD], None, None, None)
    first = min(int(caps.argmax()), hours.size - 2)
    week = curves(slice(first, None))
    reached = at_least(VERDICTS[HARD], week.score, week.counted, week.fatigue, caps[first:])
    return window(now, week.hours, reached, VERDICTS[HARD])


def at_one_hour(ensemble: Ensemble, base: Course, bouts: Sequence[Sequence[Bout]]) -> tuple[Draws, Draws, Draws]:
    """Return soreness, fatigue and score at one hour with each of many candidates.

    Parameters
    ----------
    ensemble : Ensemble
        The draws.
    base : Course
        The course at that one hour without them.
    bouts : sequence of sequence of Bout
        Candidates with the same parts; those of a row are equally long.

    Returns
    -------
    tuple of array, shape (rows, columns, draws)
        Soreness [0-10], fraction of strength lost [0-1] and score [0-100].

    Notes
    -----
    The curves of `legrun.model.kinetics`, at one hour and for all doses at once.
    """
    hour, firsts = base.hours, [row[0] for row in bouts]
    starts, ends = (_column([getattr(each, name) for each in firsts]) for name in ("start_h", "end_h"))
    done = np.clip((hour - starts) / (ends - starts), 0.0, 1.0)
    sore = _soreness_alone(ensemble, bouts, np.maximum(hour - ends, 0.0), done)
    elapsed = np.maximum(ensemble.clock.at(hour)[:, 0] - ensemble.clock.at(ends.ravel()).T[:, None, :], 0.0)
    weak = _fatigue_alone(ensemble, bouts, elapsed, done)
    habit = habit_factor(ensemble.scenario.habits)
    explained = join_soreness(base.explained[:, 0], sore * np.float32(habit), habit)
    soreness = with_residual(explained, base.residual[:, 0])
    fatigue = join_fatigue(base.fatigue[:, 0], weak)
    return soreness, fatigue, score(base.sparing.counted(soreness), fatigue, base.sleep_h)


def _column(values: Sequence[float]) -> Array:
    """Return one number per row, to be spread over columns and draws."""
    return np.array(values)[:, None, None]


def _cells(values: Sequence[Sequence[float]]) -> Draws:
    """Return one number per cell, to be spread over draws."""
    return np.array(values, dtype=np.float32)[..., None]


def _soreness_alone(ensemble: Ensemble, bouts: Sequence[Sequence[Bout]], since: Array, done: Array) -> Draws:
    """Return the soreness of each candidate by itself, habits aside. [0-10]"""
    active = np.zeros(1, dtype=np.float32)
    for number, wave in enumerate(bouts[0][0].waves):
        head_start = _column([row[0].waves[number].head_start_h for row in bouts])
        shape = done * gamma((since + head_start) / (wave.peak_h * ensemble.time_scale), wave.exponent)
        active = active + _cells([[each.waves[number].dose for each in row] for row in bouts]) * shape.astype(
            np.float32
        )
    amplitude = np.exp(ensemble.log_amplitude).astype(np.float32)
    return np.asarray(-10 * np.expm1(-np.float32(SORENESS_GAIN) * active * amplitude))


def _fatigue_alone(ensemble: Ensemble, bouts: Sequence[Sequence[Bout]], elapsed: Array, done: Array) -> Draws:
    """Return the share of strength that each candidate by itself would cost. [0-1]"""
    slow, fast = ensemble.slow.astype(np.float32), ensemble.fast.astype(np.float32)
    lost = np.zeros(1, dtype=np.float32)
    for number, loss in enumerate(bouts[0][0].losses):
        tau = loss.tau_h * ensemble.slow_tau if loss.pace == "slow" else np.array([loss.tau_h])
        left = (done * np.exp(-elapsed / tau)).astype(np.float32)
        size = _cells([[each.losses[number].size for each in row] for row in bouts])
        lost = lost + np.minimum(size * (slow if loss.pace == "slow" else fast), np.float32(loss.cap)) * left
    return np.minimum(lost, np.float32(FATIGUE_CAP))
