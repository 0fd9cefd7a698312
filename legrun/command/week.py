"""``legrun week``: what each session of a plan meets, and the best days for it."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from legrun.command.document import document, to_json
from legrun.command.files import as_choices, read_bytes, read_settled
from legrun.command.layout import table
from legrun.command.moments import read_now
from legrun.command.plan_file import read_plan
from legrun.logs.starting_point import starting_point
from legrun.scenario import Scenario
from legrun.scenario.names import VERDICT_NAMES, session_name
from legrun.scenario.plain import plain
from legrun.scenario.week_plan import WeekPlan
from legrun.week.arrange import Arranged, Arrangement, arrange
from legrun.week.review import PlanReview, ReviewedSession, review_plan
from legrun.wording.languages import moment
from legrun.wording.score import rounded_score

__all__ = ["run", "week_document"]


def week_document(plan: WeekPlan, today: Scenario, *, best: bool = False) -> dict[str, Any]:
    """Return what each session of a plan meets as plain data, and with `best` the best arrangements.

    Parameters
    ----------
    plan : WeekPlan
        The week.
    today : Scenario
        Who it is for and what was done before.
    best : bool
        Whether to look for the days, and the part of the day, on which the key runs stay best.
    """
    return _document(review_plan(plan, today), arrange(plan, today) if best else None, today)


def _document(review: PlanReview, arranged: Arrangement | None, today: Scenario) -> dict[str, Any]:
    content: dict[str, Any] = {"plan": review.plan.to_dict(), "sessions": [*map(_session, review.sessions)]}
    if arranged is not None:
        content["obstacle"] = arranged.obstacle
        content["arrangements"] = [
            {
                "plan": each.plan.to_dict(),
                "moved": [[plain(before.session.start), plain(after.session.start)] for before, after in each.moved],
                "sessions": [*map(_session, review_plan(each.plan, today).sessions)],
            }
            for each in arranged.plans
        ]
    return document("week", content)


def _session(reviewed: ReviewedSession) -> dict[str, Any]:
    """Return a session at its own start."""
    return {
        "session": plain(reviewed.item.session),
        "name": session_name(reviewed.session),
        "judged_in_week": reviewed.week,
        "advice": reviewed.advice.to_dict() if reviewed.advice is not None else None,
        "fits": reviewed.fits,
        "then": reviewed.outcome,
        "clashes": [clash.text for clash in reviewed.clashes],
    }


def _text(review: PlanReview, arranged: Arrangement | None, today: Scenario) -> str:
    lines = _table(review)
    if arranged is not None:
        lines += ["", *_arranged(arranged, today)]
    return "\n".join(lines) + "\n"


def _table(review: PlanReview) -> list[str]:
    header = ("When", "Session", "Min", "Effort", "At its start", "Recovery", "")
    lines = table(header, [_row(reviewed) for reviewed in review.sessions])
    return [*lines, *(f"- {clash.text}" for clash in review.clashes)]


def _row(reviewed: ReviewedSession) -> tuple[str, ...]:
    session, advice = reviewed.item.session, reviewed.advice
    run = reviewed.is_run and advice is not None and advice.score is not None
    verdict = VERDICT_NAMES[advice.verdict] if run and advice else ""
    score = f"{rounded_score(advice.score)}" if run and advice and advice.score is not None else ""
    name = f"{session_name(session)}{' (key)' if reviewed.item.key else ''}"
    return moment(session.start), name, f"{session.minutes:.0f}", f"{session.rpe:g}", verdict, score, reviewed.outcome


def _arranged(arranged: Arrangement, today: Scenario) -> list[str]:
    """Return the best arrangement in words, or why there is none."""
    if arranged.obstacle:
        return [arranged.obstacle]
    if arranged.is_best_already:
        return ["Arranged: the plan is the best there is as it stands."]
    best = arranged.plans[0]
    return ["Arranged:", *(f"- {words}" for words in _moves(best)), "", *_table(review_plan(best.plan, today))]


def _moves(best: Arranged) -> list[str]:
    return [
        f"{session_name(before.session)}: {before.session.start:%A %H:%M} to {after.session.start:%A %H:%M}"
        for before, after in best.moved
    ]


def today_of(paths: Sequence[str], tz: str | None, now: dt.datetime, choices: Mapping[str, str]) -> Scenario:
    """Return what was done before a plan, from log files; nothing where there are none."""
    if not paths:
        return Scenario(now)
    return starting_point(read_settled(paths, tz, choices), now=now).scenario


def run(options: argparse.Namespace) -> tuple[int, str]:
    """Return the exit status and what to print."""
    now = read_now(options.now, options.tz)
    plan = read_plan(read_bytes(options.plan), now)
    today = today_of(options.log, options.tz, now, as_choices(options.choose))
    review = review_plan(plan, today)
    arranged = arrange(plan, today, hours=not options.keep_hours) if options.arrange else None
    return 0, to_json(_document(review, arranged, today)) if options.json else _text(review, arranged, today)
