"""The arranger: the best plans of a week, what moved, and what stands in the way."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from legrun.evidence import value
from legrun.scenario import PlanItem, Scenario
from legrun.scenario.names import session_name
from legrun.scenario.week_plan import WeekPlan
from legrun.week.arrange.objective import Objective, rank_weeks
from legrun.week.arrange.search import find_best_weeks
from legrun.week.arrange.slots import in_slot
from legrun.week.arrange.tables import Tables, build_tables

__all__ = ["Arranged", "Arrangement", "arrange"]

PLANS = int(value("planner.plans"))
MOST_MOVING = int(value("planner.most_moving"))


@dataclass(frozen=True)
class Arranged:
    """One arrangement of a week.

    Attributes
    ----------
    plan : WeekPlan
        The week.
    objective : Objective
        How good it is on central-parameter curves.
    moved : tuple of (PlanItem, PlanItem)
        The sessions that moved, as they stood and as they stand.
    """

    plan: WeekPlan
    objective: Objective
    moved: tuple[tuple[PlanItem, PlanItem], ...]


@dataclass(frozen=True)
class Arrangement:
    """What the arranger proposes.

    Attributes
    ----------
    present : Arranged
        The plan as it stands.
    plans : tuple of Arranged
        The best distinct plans, the best first; none where the rules allow none.
    obstacle : str
        Why there is none, or empty.
    closer_helps : bool
        Whether fewer gates would be broken if leg days might follow on each other.
    """

    present: Arranged
    plans: tuple[Arranged, ...]
    obstacle: str = ""
    closer_helps: bool = False

    @property
    def is_best_already(self) -> bool:
        """Whether the plan as it stands is the best there is."""
        return bool(self.plans) and not self.plans[0].moved


def arrange(plan: WeekPlan, today: Scenario, *, hours: bool = True) -> Arrangement:
    """Return the best few arrangements of a week: exact, by branch and bound.

    Parameters
    ----------
    plan : WeekPlan
        The week; fixed sessions stay as they are.
    today : Scenario
        Who it is for and what was done before.
    hours : bool
        Whether a session may go from the morning to the evening, or back, as well as to another day.

    Returns
    -------
    Arrangement
        Plans compared in order by gates broken, the worst key session's recovery, the mean of key sessions, the mean
        of runs, each rounded to whole points, and fewest moves.

    Notes
    -----
    On one day there are 6 h between two sessions and never two key ones, and a leg day comes after a key run. Another
    hour of the day is only taken where it spares a gate or brings the worst key session 5 points.

    Gates are counted as a review counts them: one of each event, and of a state where it is stricter than every event.
    Recovery is that of central-parameter curves with protection fixed when the plan begins; of a plan that repeats,
    the worse of two weeks. What is shown to a person comes from the draws (`legrun.week.review`).

    Examples
    --------
    >>> import datetime as dt
    >>> from legrun.scenario import Session
    >>> monday = dt.datetime(2026, 3, 2)
    >>> legs = PlanItem(Session("legs", monday.replace(hour=18), 60, 8), may_move=False)
    >>> hard = PlanItem(Session("run", monday.replace(day=3, hour=18), 48, 8, style="intervals"), key=True)
    >>> best = arrange(WeekPlan(monday.date(), (legs, hard)), Scenario(monday)).plans[0]
    >>> f"{best.plan.items[-1].session.start:%A}", best.objective.clashes
    ('Sunday', 0)
    """
    if not plan.items:
        return Arrangement(Arranged(plan, Objective(0, 0, 0, 0, 0), ()), (), "There is no session to arrange.")
    table = build_tables(plan, today, hours=hours)
    present = Arranged(plan, Objective.of_rank(int(rank_weeks(table, table.present[None])[0])), ())
    obstacle = _obstacle(plan, table)
    if obstacle:
        return Arrangement(present, (), obstacle)
    best = find_best_weeks(table, PLANS)
    plans = tuple(_arranged(plan, each.days, each.rank) for each in best)
    crowded = "" if plans else (
        "The free days do not hold these sessions: at most two a day with 6 h between, never two key ones, a leg day "
        "after a key run, leg days two days apart. Free a day, or let one session go."
    )  # fmt: skip
    return Arrangement(present, plans, crowded, _closer_helps(plan, today, plans, hours=hours))


def _closer_helps(plan: WeekPlan, today: Scenario, plans: tuple[Arranged, ...], *, hours: bool) -> bool:
    """Return whether a week without the rule that spreads leg days would break fewer gates."""
    if not plan.spread_legs or (plans and not plans[0].objective.clashes):
        return False
    closer = find_best_weeks(build_tables(dataclasses.replace(plan, spread_legs=False), today, hours=hours), 1)
    if not closer:
        return False
    return not plans or Objective.of_rank(closer[0].rank).clashes < plans[0].objective.clashes


def _obstacle(plan: WeekPlan, table: Tables) -> str:
    """Return what keeps a plan from being arranged before any search, in a sentence; empty where nothing does."""
    moving = int((~table.is_fixed).sum())
    if moving == 0:
        return "No session may move: let one or more."
    if moving > MOST_MOVING:
        return f"{moving} sessions may move; the arranger takes up to {MOST_MOVING}. Let some stay."
    for item, days in zip(plan.items, table.allowed, strict=True):
        if not days.any():
            what = f"{session_name(item.session)} of {item.session.start:%A}"
            return f"No day is left for {what}: rest days and the days it may not fall on take all seven."
    return ""


def _arranged(plan: WeekPlan, days: tuple[int, ...], rank: int) -> Arranged:
    """Return the plan with its sessions in other slots."""
    sessions = tuple(in_slot(plan, item.session, slot) for item, slot in zip(plan.items, days, strict=True))
    after = plan.moved(sessions)
    moved = tuple(
        (item, dataclasses.replace(item, session=session))
        for item, session in zip(plan.items, sessions, strict=True)
        if session != item.session
    )
    return Arranged(after, Objective.of_rank(rank), moved)
