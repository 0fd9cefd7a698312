"""The arranger on the page: its button, and the weeks that it proposes."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from legrun.scenario import PlanItem, Scenario
from legrun.scenario.names import VERDICT_NAMES, session_name
from legrun.scenario.week_plan import WeekPlan
from legrun.week.arrange import Arranged, arrange
from legrun.week.arrange.objective import HOUR_CHANGE
from legrun.week.arrange.slots import EVENING, GAP_H, MORNING
from legrun.week.review import PlanReview, ReviewedSession, gains, review_plan
from legrun.wording.rounding import listed, lowered
from legrun.wording.score import rounded_score
from pages._ui import state
from pages._ui.state.plan import Proposal, Proposals

__all__ = ["arranger"]

RULES = (
    "Puts the sessions that may move where the key runs are best. On one day: two at most, "
    f"{GAP_H:g} h between, one key run, leg day after a key run. It checks every allowed week."
)
HOURS = (
    f"A session may go from the morning to {EVENING:%H:%M}, or from later to {MORNING:%H:%M}, where that spares a rule "
    f"or brings the worst key run {HOUR_CHANGE} points."
)

MOST_NAMED = 2
WHERE_IT_IS_SAID = "“May move” and “Not on” are in the table of sessions, under All columns; of a list, under Edit."


def arranger(plan: WeekPlan, today: Scenario, review: PlanReview) -> None:
    """Offer to arrange the week, and show the best weeks for the plan as it is."""
    row = st.container(horizontal=True, vertical_alignment="center")
    asked = row.button("Arrange it for me", icon=":material/auto_fix_high:", key="arrange", disabled=not plan.items)
    if state.plan.plan_before() is not None:
        row.button("Undo", icon=":material/undo:", key="plan_undo", on_click=state.plan.undo_plan)
    hours = row.toggle("Morning or evening too", True, key="plan_hours", help=HOURS)
    row.caption(RULES)
    if asked:
        state.plan.keep_proposals(_propose(plan, today, review, hours=hours))
    proposals = state.plan.proposals(plan, today, hours=hours)
    if proposals is None:
        return
    _draw_result(proposals)
    weeks = proposals.weeks
    if weeks and not proposals.arrangement.is_best_already:
        for number, (column, proposal) in enumerate(zip(st.columns(len(weeks)), weeks, strict=True)):
            with column.container(border=True):
                _draw_proposal(number, proposal)


def _propose(plan: WeekPlan, today: Scenario, review: PlanReview, *, hours: bool) -> Proposals:
    """Let the week be arranged."""
    arrangement = arrange(plan, today, hours=hours)
    weeks = [_proposal(each, today, review) for each in arrangement.plans]
    # By the rules that the page lists: the arranger counts them on one curve, the page over all simulated people.
    weeks.sort(key=lambda week: len(week.clashes))
    return Proposals(plan, today, hours, arrangement, tuple(weeks))


def _proposal(arranged: Arranged, today: Scenario, before: PlanReview) -> Proposal:
    after = review_plan(arranged.plan, today)
    gained = [
        {
            "Key session" if gain.before.item.key else "Run": session_name(gain.before.session),
            "Now": _outlook(gain.before),
            "Then": _outlook(gain.after),
        }
        for gain in gains(before, after, arranged.moved)
    ]
    moves = tuple(_move_words(was, became) for was, became in arranged.moved)
    rules = tuple(clash.text for clash in after.clashes if clash.gate is not None)
    over = tuple(
        session_name(each.session) for each in after.sessions if any(clash.gate is None for clash in each.clashes)
    )
    return Proposal(arranged.plan, rules, over, moves, pd.DataFrame(gained))


def _outlook(reviewed: ReviewedSession) -> str:
    """Return the day, recovery and verdict of a session."""
    advice = reviewed.advice
    score = "" if advice is None or advice.score is None else f" {rounded_score(advice.score)}"
    verdict = f", {VERDICT_NAMES[advice.verdict].lower()}" if reviewed.is_run and advice else ""
    return f"{reviewed.session.start:%a}{score}{verdict}"


def _move_words(was: PlanItem, became: PlanItem) -> str:
    form = "%A" if was.session.start.time() == became.session.start.time() else "%a %H:%M"
    return f"{session_name(was.session)}: {was.session.start:{form}} → **{became.session.start:{form}}**"


def _draw_result(proposals: Proposals) -> None:
    """Say where no week is allowed, none is better, or none keeps every rule."""
    arrangement, weeks = proposals.arrangement, proposals.weeks
    closer = " With leg days on consecutive days, fewer rules would be broken." if arrangement.closer_helps else ""
    if arrangement.obstacle:
        st.warning(f"{arrangement.obstacle}{closer} {WHERE_IT_IS_SAID}", icon=":material/block:")
    elif arrangement.is_best_already:
        st.success("Nothing to move: no other week is better for the key sessions.", icon=":material/verified:")
    elif weeks[0].clashes:
        left = " ".join(weeks[0].clashes)
        st.warning(
            f"No allowed week keeps every rule. In the best week this remains: {left} Free a day, let another session "
            f"move, or make one easier.{closer}",
            icon=":material/rule:",
        )


def _draw_proposal(number: int, proposal: Proposal) -> None:
    """Draw one week: its moves, its gains, and a button to take it."""
    moves = f"{len(proposal.moves)} {'move' if len(proposal.moves) == 1 else 'moves'}"
    count = len(proposal.clashes)
    clashes = "no rule broken" if not count else "one rule broken" if count == 1 else f"{count} rules broken"
    if proposal.over_limit:
        over = dict.fromkeys(proposal.over_limit)
        named = f"{len(proposal.over_limit)} runs" if len(over) > MOST_NAMED else listed([*map(lowered, over)])
        clashes += f", {named} over the limit"
    title = "Best plan" if number == 0 else f"Plan {number + 1}"
    st.markdown(f"**{title}** · {moves}, {clashes}\n\n" + "\n".join(f"- {each}" for each in proposal.moves))
    if not proposal.gains.empty:
        st.table(proposal.gains.set_index(proposal.gains.columns[0]))
    st.button("Use this plan", key=f"use_plan_{number}", on_click=state.plan.put_plan, args=(proposal.plan,))
