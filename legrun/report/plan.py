"""A planned week to take along: a calendar (ICS), a table (CSV), a page to print (HTML). Bytes out, no files."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
from collections.abc import Iterator

from legrun import MODEL_VERSION
from legrun.report.calendar import OVER, CalendarEvent, calendar_of, signed
from legrun.report.tables import safe_cell
from legrun.report.text import CAUTION, printable
from legrun.scenario.names import VERDICT_NAMES, session_name
from legrun.scenario.week_plan import DAYS, at_day
from legrun.week.review import PlanReview, ReviewedSession
from legrun.wording.languages import short_date
from legrun.wording.limits import effort_words
from legrun.wording.rounding import counted, effort_text
from legrun.wording.score import rounded_score

__all__ = ["PLAN_COLUMNS", "plan_csv", "plan_html", "plan_ics"]

PLAN_COLUMNS = (
    "local start", "session", "name", "minutes", "effort (0-10)", "downhill (min)", "key", "may move", "verdict",
    "recovery (0-100)", "recovery low 80 % (0-100)", "recovery high 80 % (0-100)", "fits", "what then", "rules broken",
)  # fmt: skip
STYLE = """
body{font:15px/1.45 system-ui,sans-serif;margin:2rem;color:#1c2528;background:#fff}
h1{font-size:1.4rem;margin:0 0 .3rem}table{border-collapse:collapse;width:100%;margin:1rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #cdd5d8}
.over{font-weight:600;color:#9a2f10}small{color:#56636a}
@media print{body{margin:0}@page{size:A4;margin:14mm}tr{break-inside:avoid}}
"""


def plan_csv(review: PlanReview) -> bytes:
    """Return the sessions of a plan with what each meets, as a table.

    Parameters
    ----------
    review : PlanReview
        The plan and its review.

    Returns
    -------
    bytes
        CSV in UTF-8 with a byte order mark; a line that begins with ``#`` comes first.
    """
    sheet = io.StringIO()
    sheet.write(f"# legrun model {MODEL_VERSION}. {CAUTION.replace(',', ';')}\r\n")
    write = csv.writer(sheet, lineterminator="\r\n")
    write.writerow(PLAN_COLUMNS)
    write.writerows(_row(reviewed) for reviewed in review.sessions)
    return sheet.getvalue().encode("utf-8-sig")


def _row(reviewed: ReviewedSession) -> list[str]:
    item, session, advice = reviewed.item, reviewed.item.session, reviewed.advice
    verdict = [""] * 4
    if advice is not None and advice.score is not None and advice.score_range80 is not None:
        scores = (advice.score, *advice.score_range80)
        name = VERDICT_NAMES[advice.verdict] if reviewed.is_run else ""
        verdict = [name, *(f"{rounded_score(each)}" for each in scores)]
    fits = "" if reviewed.fits is None else "yes" if reviewed.fits else "no"
    return [
        f"{session.start:%Y-%m-%d %H:%M}", session_name(session), safe_cell(printable(session.name)),
        f"{session.minutes:g}", f"{session.rpe:g}", f"{session.downhill_minutes:g}", "yes" if item.key else "no",
        "yes" if item.may_move else "no", *verdict, fits, reviewed.outcome, " ".join(c.text for c in reviewed.clashes),
    ]  # fmt: skip


def plan_ics(
    review: PlanReview, *, weeks: int = 1, stamp: dt.datetime | None = None, alarm: dt.timedelta | None = None
) -> bytes:
    """Return the sessions of a plan as a calendar in local times.

    Parameters
    ----------
    review : PlanReview
        The plan and its review.
    weeks : int
        How many weeks of a plan that repeats: each session of each week is an event of its own.
    stamp : datetime.datetime, optional
        When it is written down, with its zone; the moment that the plan starts from unless given.
    alarm : datetime.timedelta, optional
        How long before each session to remind of it.
    """
    copies = range(weeks if review.plan.repeats else 1)
    events = (_event(reviewed, DAYS * week) for week in copies for reviewed in review.sessions)
    return calendar_of(events, stamp or review.answer.scenario.now, alarm=alarm)


def _event(reviewed: ReviewedSession, days: int) -> CalendarEvent:
    session = at_day(reviewed.item.session, days)
    name = f"{printable(session.name) or session_name(session)}{OVER if reviewed.fits is False else ''}"
    # How much one can talk tells the effort of a run, not that of lifting.
    talk = f" ({effort_words(session.rpe)})" if reviewed.is_run else ""
    summary = f"{name}: {session.minutes:.0f} min at effort {effort_text(session.rpe)}{talk}"
    said = " ".join([f"{_verdict(reviewed)}{reviewed.outcome}.", *_notes(reviewed)])
    over = reviewed.fits is False
    return CalendarEvent(session.start, session.end, summary, signed(said, session.start), busy=True, tentative=over)


def _notes(reviewed: ReviewedSession) -> Iterator[str]:
    """Yield what else there is to say of a session: the rules that it breaks, and an easier version of a run."""
    yield from (clash.text for clash in reviewed.clashes)
    if reviewed.if_tired:
        yield f"If tired: {reviewed.if_tired}."


def _verdict(reviewed: ReviewedSession) -> str:
    """Return the verdict of a run with its recovery, ready to stand before what to do."""
    if not reviewed.is_run or reviewed.advice is None or reviewed.advice.score is None:
        return ""
    return f"{VERDICT_NAMES[reviewed.advice.verdict]} likely, recovery about {rounded_score(reviewed.advice.score)}. "


def plan_html(review: PlanReview) -> bytes:
    """Return the plan as a page of its own that prints on one sheet; nothing in it comes from elsewhere."""
    plan = review.plan
    title = f"Week from {plan.first:%A} {plan.first.day} {plan.first:%B %Y}"
    every = " It repeats every week; each session is judged in the worse of two." if plan.repeats else ""
    rows = "\n".join(_html_row(reviewed) for reviewed in review.sessions)
    page = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style></head><body><h1>{title}</h1><p>{counted(len(plan.items), 'session')}.{every}</p>"
        f"<table><thead><tr><th>When</th><th>Session</th><th>What</th><th>At its start</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
        f"<p><small>{html.escape(CAUTION)} legrun, model {MODEL_VERSION}.</small></p></body></html>"
    )
    return page.encode()


def _html_row(reviewed: ReviewedSession) -> str:
    session = reviewed.item.session
    key = " (key)" if reviewed.item.key else ""
    name = f"<br><small>{html.escape(printable(session.name))}</small>" if session.name else ""
    over = ' class="over"' if reviewed.fits is False else ""
    notes = "".join(f"<br><small>{html.escape(text)}</small>" for text in _notes(reviewed))
    return (
        f"<tr><td>{short_date(session.start)}<br>{session.start:%H:%M}</td><td>{session_name(session)}{key}{name}</td>"
        f"<td>{session.minutes:.0f} min, effort {effort_text(session.rpe)}</td>"
        f"<td{over}>{html.escape(_verdict(reviewed) + reviewed.outcome)}{notes}</td></tr>"
    )
