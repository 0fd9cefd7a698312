"""What a session meets at its own start in the cells of a table, and in the lines of a list."""

from __future__ import annotations

import math

from legrun.decision.advice import Advice
from legrun.scenario import Session
from legrun.scenario.names import VERDICT_NAMES
from legrun.week.clashes import OVER_LIMIT
from legrun.week.review import ReviewedSession
from legrun.wording.rounding import capitalised, effort_text
from legrun.wording.score import rounded_score

__all__ = ["VERDICT_COLUMNS", "limit_cell", "recovery_cell", "verdict_cells"]

VERDICT, LIMIT, RECOVERY, THEN, TIRED = VERDICT_COLUMNS = ("Verdict", "Limit", "Recovery", "At its start", "If tired")


def verdict_cells(reviewed: ReviewedSession | None) -> dict[str, str]:
    """Return what stands beside a session in a table: empty for a row that makes no session.

    Examples
    --------
    >>> import datetime as dt
    >>> from legrun.scenario import Scenario
    >>> from legrun.week.review import review_plan
    >>> from legrun.week.templates import TEMPLATES
    >>> monday = dt.datetime(2026, 3, 2)
    >>> review = review_plan(TEMPLATES[0].plan(monday.date()), Scenario(monday))
    >>> cells = verdict_cells(review.sessions[1])
    >>> cells["Verdict"], cells["Limit"], cells["At its start"]
    ('Easy run', '35 min at 4', 'Over: 23 h after a hard leg day')
    """
    empty = dict.fromkeys(VERDICT_COLUMNS, "")
    if reviewed is None:
        return empty
    advice = reviewed.advice
    if advice is None or advice.score is None:
        return {**empty, THEN: reviewed.outcome}
    own = {RECOVERY: recovery_cell(advice), THEN: _then(reviewed), TIRED: reviewed.if_tired}
    run = {VERDICT: VERDICT_NAMES[advice.verdict], LIMIT: limit_cell(advice, reviewed.session)}
    return {**empty, **own, **(run if reviewed.is_run else {})}


def limit_cell(advice: Advice, run: Session) -> str:
    """Return how long a run may be at its own effort, or at the highest that is allowed where that is lower."""
    effort = min(run.rpe, advice.max_rpe)
    minutes = math.floor(advice.minutes_at(effort))  # what it may be shortened to
    if advice.verdict == "walk":
        return f"walk {minutes} min"
    return f"{minutes} min at {effort_text(effort)}" if minutes else "no run"


def recovery_cell(advice: Advice) -> str:
    """Return the recovery with its range; empty where there is none."""
    if advice.score is None or advice.score_range80 is None:
        return ""
    low, high = (rounded_score(edge) for edge in advice.score_range80)
    return f"{rounded_score(advice.score)} ({low} to {high})"


def _then(reviewed: ReviewedSession) -> str:
    """Return whether a run fits, else what it runs into; of another session the state of the legs."""
    if reviewed.fits is not False:
        return capitalised(reviewed.outcome.removeprefix("Legs: "))
    cause = next((clash.cause for clash in reviewed.clashes), OVER_LIMIT)
    return "Over its limit" if cause == OVER_LIMIT else f"Over: {cause}"
