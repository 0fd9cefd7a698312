"""The planned week in session state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from legrun.link import decode
from legrun.link.codes import plan_code
from legrun.scenario import Scenario
from legrun.scenario.week_plan import WeekPlan
from pages._ui.state import clock

if TYPE_CHECKING:
    import pandas as pd

    from legrun.week.arrange.arranger import Arrangement
    from legrun.week.review import PlanReview
    from legrun.week.starts import StartAlternatives

__all__ = [
    "DUPLICATE",
    "REMOVE",
    "START",
    "Planned",
    "Proposal",
    "Proposals",
    "SeenStarts",
    "bring_back",
    "change_plan",
    "delete_rows",
    "edited_rows",
    "follow_address",
    "keep_plan",
    "keep_proposals",
    "keep_review",
    "keep_starts",
    "open_plan",
    "plan_before",
    "plan_rows_key",
    "planned",
    "present",
    "proposals",
    "put_plan",
    "rule_key",
    "rule_value",
    "seen_review",
    "seen_starts",
    "take_choice",
    "undo_plan",
]

# The menus of weeks to start from, and of sessions to duplicate or remove; each is emptied when one is taken.
START, DUPLICATE, REMOVE = "plan_from", "plan_duplicate", "plan_remove"
_ADDRESS, _SEEN, _MOST_KNOWN = "plan", "_plan_seen", 200
_PLAN, _PLAN_BEFORE, _PROPOSALS, _STARTS = "_plan", "_plan_before", "_proposals", "_plan_starts"
_REVIEW = "_plan_review"


@dataclass(frozen=True)
class Planned:
    """The planned week of this visit.

    Attributes
    ----------
    base : WeekPlan
        The plan that its table was filled from; edits change it.
    plan : WeekPlan
        The plan with those edits.
    version : int
        Raised with each new table.
    """

    base: WeekPlan
    plan: WeekPlan
    version: int = 0


@dataclass(frozen=True)
class SeenPlan:
    """What the address held when it was last looked at.

    Attributes
    ----------
    text : str or None
        Its text.
    known : mapping of str to WeekPlan
        The plans of this visit by the text that stands for them, the newest last: a text leaves names out.
    """

    text: str | None = None
    known: Mapping[str, WeekPlan] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Proposal:
    """A week that the arranger proposes, as it is drawn: kept without the curves behind it.

    Attributes
    ----------
    plan : WeekPlan
        The week.
    clashes : tuple of str
        The rules that it breaks.
    over_limit : tuple of str
        Its runs that are longer or harder than their limit, whatever stands before them.
    moves : tuple of str
        The sessions that moved, from which day to which.
    gains : pandas.DataFrame
        The key sessions, now and then.
    """

    plan: WeekPlan
    clashes: tuple[str, ...]
    over_limit: tuple[str, ...]
    moves: tuple[str, ...]
    gains: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Proposals:
    """The arranger's proposals for a plan, asked for by a person as they were then; `hours` if those might change."""

    plan: WeekPlan
    today: Scenario
    hours: bool
    arrangement: Arrangement
    weeks: tuple[Proposal, ...]


@dataclass(frozen=True, eq=False)
class SeenStarts:
    """The starts that were looked at last, of one session of a plan."""

    plan: WeekPlan
    index: int
    today: Scenario
    starts: StartAlternatives


def planned() -> Planned | None:
    """Return the planned week, if any."""
    current: Planned | None = st.session_state.get(_PLAN)
    return current


def present(drawn: WeekPlan) -> WeekPlan:
    """Return the plan as it is by now, for a press on a page that shows `drawn`: another may have come before it."""
    current = planned()
    return drawn if current is None else current.plan


def open_plan(plan: WeekPlan) -> None:
    """Plan the week of a link; its address stays as it is."""
    st.session_state[_PLAN] = Planned(plan, plan)


def put_plan(plan: WeekPlan) -> None:
    """Plan another week: the table is filled anew, and the plan before can be brought back."""
    before = planned()
    if before is not None:
        st.session_state[_PLAN_BEFORE] = before.plan
    st.session_state[_PLAN] = Planned(plan, plan, before.version + 1 if before else 0)
    _write_plan(plan)


def delete_rows(plan: WeekPlan) -> None:
    """Plan the week of the other rows; undone, every row is as it was before it was edited."""
    before = planned()
    put_plan(plan)
    if before is not None:
        st.session_state[_PLAN_BEFORE] = before.base


def keep_plan(plan: WeekPlan) -> None:
    """Keep the plan as it was edited in the table."""
    before = planned()
    if before is not None and before.plan != plan:
        st.session_state[_PLAN] = replace(before, plan=plan)
        _write_plan(plan)


def change_plan(**rules: Any) -> None:
    """Change a rule of the planned week; its table stays."""
    before = planned()
    if before is not None:
        plan = replace(before.plan, **rules)
        st.session_state[_PLAN] = replace(before, base=replace(before.base, **rules), plan=plan)
        _write_plan(plan)


def follow_address(*, turned: bool) -> None:
    """Bring the planned week and the address of its page together.

    An address that was not seen yet is that of the Back button, and its plan is taken; one without a plan closes it.
    `turned` says that the page was turned to by this run: another page's address tells of no plan.
    """
    address, seen, current = st.query_params.get(_ADDRESS), _seen(), planned()
    text = plan_code(current.plan) if current else None
    if address == text:
        _see(text, current.plan if current else None)
    elif address is not None and address != seen.text:
        _take(address)
    elif address is None and seen.text is not None and not turned:
        st.session_state.pop(_PLAN, None)
        _see(None, None)
    elif current is not None:
        _write_plan(current.plan)
    _renew_table()


def _take(address: str) -> None:
    """Plan the week that an address holds; one that holds none is left to the notes on it."""
    plan = _seen().known.get(address) or decode({_ADDRESS: address}, now=clock.visit_hour()).plan
    current = planned()
    if plan is not None and (current is None or current.plan != plan):
        st.session_state[_PLAN] = Planned(plan, plan, current.version + 1 if current else 0)
    _see(address, plan)


def _seen() -> SeenPlan:
    seen: SeenPlan = st.session_state.get(_SEEN, SeenPlan())
    return seen


def _see(text: str | None, plan: WeekPlan | None) -> None:
    """Remember what the address holds."""
    known = dict(list(_seen().known.items())[-_MOST_KNOWN:])
    if text is not None and plan is not None:
        known[text] = plan
    st.session_state[_SEEN] = SeenPlan(text, known)


def _write_plan(plan: WeekPlan) -> None:
    text = plan_code(plan)
    st.query_params[_ADDRESS] = text
    _see(text, plan)


def plan_before() -> WeekPlan | None:
    """Return the plan before the one that replaced it last."""
    before: WeekPlan | None = st.session_state.get(_PLAN_BEFORE)
    return before


def bring_back(plan: WeekPlan | None) -> None:
    """Plan the week again that another was put in front of; with None there was none."""
    if plan is not None:
        put_plan(plan)
    else:
        st.session_state.pop(_PLAN, None)
        st.query_params.pop(_ADDRESS, None)
    st.session_state.pop(_PLAN_BEFORE, None)


def undo_plan() -> None:
    """Bring back the plan before."""
    before = plan_before()
    if before is not None:
        put_plan(before)


def plan_rows_key() -> str:
    """Return the key of the plan's table."""
    current = planned()
    return f"{_PLAN}_rows_{current.version if current else 0}"


def _renew_table() -> None:
    """Make edits the base of a new table where its own were lost: a page that was left takes them along."""
    current = planned()
    if current is not None and current.plan != current.base and plan_rows_key() not in st.session_state:
        st.session_state[_PLAN] = Planned(current.plan, current.plan, current.version + 1)


def rule_key(name: str) -> str:
    """Return the key of the widget of a rule: a new one with each new table."""
    current = planned()
    return f"plan_{name}_{current.version if current else 0}"


def rule_value(key: str) -> Any:
    """Return the value of the widget of a rule."""
    return st.session_state[key]


def take_choice(menu: str) -> Any:
    """Return the choice in a menu, and empty the menu."""
    chosen = st.session_state[menu]
    st.session_state[menu] = None
    return chosen


def edited_rows() -> Mapping[int, Mapping[str, Any]]:
    """Return what was edited in the plan's table: cells by column, by the place of their row."""
    table = st.session_state.get(plan_rows_key())
    return table["edited_rows"] if table else {}


def proposals(plan: WeekPlan, today: Scenario, *, hours: bool) -> Proposals | None:
    """Return the arranger's proposals, if they are for this plan and this person, asked for in this way."""
    kept: Proposals | None = st.session_state.get(_PROPOSALS)
    asked = plan, today, hours
    return kept if kept is not None and (kept.plan, kept.today, kept.hours) == asked else None


def keep_proposals(made: Proposals) -> None:
    """Keep the arranger's proposals."""
    st.session_state[_PROPOSALS] = made


def seen_review(plan: WeekPlan, today: Scenario) -> PlanReview | None:
    """Return the review that was drawn last, if it is of this plan and of the same start."""
    seen: PlanReview | None = st.session_state.get(_REVIEW)
    asked = plan, plan.scenario(today)
    return seen if seen is not None and (seen.plan, seen.answer.scenario) == asked else None


def keep_review(review: PlanReview) -> None:
    """Keep a review, once it is drawn, for as long as nothing changes."""
    if review is not st.session_state.get(_REVIEW):
        st.session_state[_REVIEW] = review.without_draws()


def seen_starts(plan: WeekPlan, index: int, today: Scenario) -> StartAlternatives | None:
    """Return the starts of a session, if they are those that were looked at last."""
    seen: SeenStarts | None = st.session_state.get(_STARTS)
    asked = plan, index, today
    return seen.starts if seen is not None and (seen.plan, seen.index, seen.today) == asked else None


def keep_starts(plan: WeekPlan, index: int, today: Scenario, starts: StartAlternatives) -> None:
    """Keep the starts that were looked at."""
    st.session_state[_STARTS] = SeenStarts(plan, index, today, starts)
