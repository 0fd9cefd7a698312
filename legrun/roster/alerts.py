"""Who needs a look first, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from legrun.decision.advice import Advice, plan_fits
from legrun.decision.safety import lasting_soreness
from legrun.evidence import value
from legrun.roster.client_day import ClientDay
from legrun.roster.flags import FLAG_NAMES, first_flag
from legrun.trends import longest_runs
from legrun.wording.rounding import as_given, counted

__all__ = ["ALERT_ORDER", "TYPED", "Alert", "find_alerts"]

# Kinds of reasons, the gravest first.
ALERT_ORDER = (
    "red flag", "unread", "words", "unwell", "lasting", "unexplained", "plan", "sore", "usual", "jump", "silent",
)  # fmt: skip

# What a coach calls the cells of a check-in.
TYPED = {
    "soreness": "Soreness", "fatigue": "Tired", "sleep_h": "Sleep", "wrong": "Feels wrong", "yesterday": "Yesterday",
    "plan": "Plan",
    "absence": "Away", "group": "Group", "note": "Note",
}  # fmt: skip


@dataclass(frozen=True)
class Alert:
    """A reason to look at a client.

    Attributes
    ----------
    kind : str
        One of `ALERT_ORDER`.
    text : str
        The reason, short.
    """

    kind: str
    text: str

    @property
    def rank(self) -> int:
        """How grave it is; 0 comes first."""
        return ALERT_ORDER.index(self.kind)


def find_alerts(day: ClientDay, advice: Advice) -> tuple[Alert, ...]:
    """Return why a coach should look at a client, the gravest reason first.

    Parameters
    ----------
    day : ClientDay
        Where the client stands.
    advice : Advice
        What holds at the plan's start, or now.

    Notes
    -----
    A red flag, rows that cannot be read, words that legrun does not know, anything else that feels wrong, soreness that
    lasts too long or that the log does not explain, a plan over the limit, sore legs without a plan, mornings in a
    row that are worse than the person's own usual, a run far longer than the 30 days before it, and no check-in for
    two days.
    """
    return tuple(sorted(_alerts(day, advice), key=lambda alert: alert.rank))


def _alerts(day: ClientDay, advice: Advice) -> Iterator[Alert]:
    scenario, complaint = day.scenario, day.entry.complaint
    if day.problems or day.all_lost:
        count = len(day.problems)
        yield Alert("unread", "No row could be read" if day.all_lost else f"{counted(count, 'row')} not read")
    for name, text in day.entry.unread:
        yield Alert("unread", f"{TYPED[name]} \u201c{text}\u201d is not understood")
    if flag := first_flag(scenario.flags):
        quoted = f": \u201c{complaint.words}\u201d" if complaint.words else ""
        yield Alert("red flag" if scenario.red_flags else "unwell", f"{FLAG_NAMES[flag]}{quoted}")
    elif complaint.words:
        yield Alert("words", f"Wrote \u201c{complaint.words}\u201d")
    if day.step == "off":
        if day.plans:
            yield Alert("plan", "A plan while away" if day.absence is None else f"A plan while {day.absence.kind}")
        return
    if lasting_soreness(scenario):
        yield Alert("lasting", "Soreness that lasts too long")
    # Without a log there is nothing that could explain it.
    if scenario.sessions and advice.unattributed >= value("gates.unattributed_moderate"):
        yield Alert("unexplained", f"About {advice.unattributed:.0f} points sorer than the log explains")
    if scenario.planned is not None and not advice.stop and not plan_fits(advice, scenario.planned):
        yield Alert("plan", "Plan over today's limit")
    if scenario.planned is None and (sore := day.entry.soreness or 0.0) >= value("roster.sore"):
        yield Alert("sore", f"Soreness {as_given(sore)} and no run planned")
    for what, usual, worse in (("Soreness", day.usual_soreness, 1), ("Sleep", day.usual_sleep, -1)):
        if usual is not None and worse * usual.distance > 0 and usual.mornings >= value("usual.mornings"):
            yield Alert("usual", f"{what} {usual.apart} against usual for {usual.mornings} mornings")
    yield from _jump(day)
    yield from _silence(day)


def _jump(day: ClientDay) -> Iterator[Alert]:
    """Yield a run of the last days, or today's plan, that is far longer than any of the 30 days before it."""
    scenario, most = day.scenario, value("caps.long_share")
    since = scenario.now - dt.timedelta(days=value("roster.jump_days"))
    done = longest_runs(scenario.sessions, until=scenario.now)
    for run in reversed(done):
        if run.start >= since and run.ratio is not None and run.ratio > most:
            yield Alert(
                "jump", f"{run.start:%a}: longest run up {100 * (run.ratio - 1):.0f} % to {run.minutes:.0f} min"
            )
            return
    longest, plan = scenario.longest_run_minutes, scenario.planned
    if longest and plan is not None and plan.minutes > most * longest:
        more = 100 * (plan.minutes / longest - 1)
        yield Alert("jump", f"Plan is {more:.0f} % longer than the longest run of 30 days")


def _silence(day: ClientDay) -> Iterator[Alert]:
    last = day.last_check_in
    if last is None:
        yield Alert("silent", "Never rated")
        return
    days = (day.scenario.now.date() - last.date()).days
    if days >= value("roster.silent_days"):
        yield Alert("silent", f"No check-in for {days} days")
