"""What the tables of a week are worked out from: its sessions in every slot, their doses and gates, one draw."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from legrun.decision.events import leg_day_gates, run_gates
from legrun.decision.gates import Gate, breaks
from legrun.decision.limits import longest_run
from legrun.forecast.ensemble import Ensemble, central, drank, draw
from legrun.model.bout import Bout, as_bout
from legrun.model.dose import Dose, session_doses
from legrun.model.kinetics import Array, Draws
from legrun.scenario import Scenario, Session
from legrun.scenario.hours import hours_from
from legrun.scenario.week_plan import DAYS, WeekPlan, at_day
from legrun.week.arrange.slots import in_slot

__all__ = ["Basis", "Counts", "fixed_dose", "make_basis"]

Counts = npt.NDArray[np.signedinteger[Any]]


def fixed_dose(start: Scenario, session: Session, plan: WeekPlan) -> Dose:
    """Return the dose of a planned session with the protection that is in force when the plan begins."""
    first = dataclasses.replace(session, start=max(start.now, plan.begins))
    done = tuple(s for s in start.sessions if s.start <= first.start)
    return session_doses((*done, first), start.athlete.experience, log_since=start.log_since)[-1]


@dataclass(frozen=True)
class Basis:
    """What the tables are worked out from.

    Attributes
    ----------
    plan : WeekPlan
        The plan.
    start : Scenario
        The person when it begins.
    ensemble : Ensemble
        One draw of them, with what was done before.
    weeks : tuple of int
        The weeks that are looked at, 0 the first.
    hours : array, shape (n, slots, weeks)
        Every start of each session. [h]
    doses : tuple of Dose
        The sessions' doses.
    asked : dict
        Which sessions break which rule, as far as it was asked.
    """

    plan: WeekPlan
    start: Scenario
    ensemble: Ensemble
    weeks: tuple[int, ...]
    hours: Array
    doses: tuple[Dose, ...]
    asked: dict[tuple[object, ...], list[int]] = field(default_factory=dict)

    @functools.cached_property
    def longest(self) -> float:
        """The longest run that limits are counted from. [min]"""
        return longest_run(self.start)

    @functools.cached_property
    def ascending(self) -> tuple[Array, Counts]:
        """The hours, each once and in order, and where each of `hours` is among them."""
        once, index = np.unique(self.hours, return_inverse=True)
        return once, index.reshape(self.hours.shape)

    def along(self, curve: Callable[[Array], Draws]) -> Array:
        """Return a curve of one draw at `hours`."""
        once, index = self.ascending
        return np.asarray(curve(once)[0].astype(float)[index])

    def bout(self, item: int, slot: int, week: int) -> tuple[Session, Bout]:
        """Return a session of the plan in a slot of a week and what it does to the legs."""
        session = self.session(item, slot, week)
        start_h = hours_from(self.start.now, session.start)
        drunk = drank(self.start, session)
        return session, as_bout(session, self.doses[item], self.start.athlete, start_h=start_h, alcohol=drunk)

    def session(self, item: int, slot: int, week: int) -> Session:
        """Return a session of the plan in a slot of a week."""
        return at_day(in_slot(self.plan, self.plan.items[item].session, slot), DAYS * week)

    def breaking(self, gate: Gate) -> list[int]:
        """Return which sessions of the plan break a gate at an hour at which it holds; gates alike are asked once."""
        rule = gate.key, gate.code, gate.max_rpe, gate.max_minutes
        if rule not in self.asked:
            items = enumerate(self.plan.items)
            self.asked[rule] = [place for place, item in items if breaks(gate, item.session, self.longest)]
        return self.asked[rule]

    def gates(self, item: int, session: Session) -> list[Gate]:
        """Return the gates of a session of the plan."""
        of_legs = leg_day_gates(self.start, session, self.doses[item])
        return [*of_legs, *run_gates(self.start, session)]


def make_basis(plan: WeekPlan, today: Scenario, slots: int) -> Basis:
    """Return what the tables of a plan are worked out from, with so many slots for each session."""
    start = plan.before(today)
    ensemble = central(draw(start, plan.hours(start)))
    weeks = tuple(plan.weeks_reviewed(start.now))
    starts = [[in_slot(plan, item.session, slot).start for slot in range(slots)] for item in plan.items]
    hours = np.array([[hours_from(start.now, each) for each in row] for row in starts])[:, :, None]
    hours = hours + 24.0 * DAYS * np.array(weeks)
    doses = tuple(fixed_dose(start, item.session, plan) for item in plan.items)
    return Basis(plan, start, ensemble, weeks, hours, doses)
