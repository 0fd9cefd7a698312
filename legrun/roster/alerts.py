"""Who needs a look first, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from legrun.decision.safety import lasting_soreness
from legrun.decision.verdict import Advice, plan_fits
from legrun.evidence import value
from legrun.roster.client_day import Standing
from legrun.roster.flags import FLAG_NAMES, first_flag
from legrun.trends import longest_runs

__all__ = ["LOOKS", "Look", "looks"]

# Kinds of reasons, the gravest first.
LOOKS = ("red flag", "unwell", "lasting", "unexplained", "plan", "jump", "silent")


@dataclass(frozen=True)
class Look:
    """A reason to look at a client.

    Attributes
    ----------
    kind : str
        One of `LOOKS`.
    text : str
        The reason, short.
    """

    kind: str
    text: str

    @property
    def rank(self) -> int:
        """How grave it is; 0 comes first."""
        return LOOKS.index(self.kind)


def looks(standing: Standing, advice: Advice) -> tuple[Look, ...]:
    """Return why a coach should look at a client, the gravest reason first.

    Parameters
    ----------
    standing : Standing
        Where the client stands.
    advice : Advice
        What holds at the plan's start, or now.

    Notes
    -----
    A red flag, anything else that feels wrong, soreness that lasts too long or that the log does not explain, a plan
    over the limit, a run far longer than the 30 days before it, and no check-in for two days.
    """
    return tuple(sorted(_looks(standing, advice), key=lambda look: look.rank))


def _looks(standing: Standing, advice: Advice) -> Iterator[Look]:
    scenario = standing.scenario
    if flag := first_flag(scenario.flags):
        yield Look("red flag" if scenario.red_flags else "unwell", FLAG_NAMES[flag])
    if lasting_soreness(scenario):
        yield Look("lasting", "Soreness that lasts too long")
    if advice.unattributed >= value("gates.unattributed_moderate"):
        yield Look("unexplained", f"About {advice.unattributed:.0f} points sorer than the log explains")
    if scenario.planned is not None and not advice.stop and not plan_fits(advice, scenario.planned):
        yield Look("plan", "Plan over today's limit")
    yield from _jump(standing)
    yield from _silence(standing)


def _jump(standing: Standing) -> Iterator[Look]:
    """Yield a run of the last days, or today's plan, that is far longer than any of the 30 days before it."""
    scenario, most = standing.scenario, value("caps.long_share")
    since = scenario.now - dt.timedelta(days=value("roster.jump_days"))
    done = longest_runs(scenario.sessions, until=scenario.now)
    for run in reversed(done):
        if run.start >= since and run.ratio is not None and run.ratio > most:
            yield Look("jump", f"{run.start:%a}: longest run up {100 * (run.ratio - 1):.0f} % to {run.minutes:.0f} min")
            return
    longest, plan = scenario.longest_run_minutes, scenario.planned
    if longest and plan is not None and plan.minutes > most * longest:
        more = 100 * (plan.minutes / longest - 1)
        yield Look("jump", f"Plan is {more:.0f} % longer than the longest run of 30 days")


def _silence(standing: Standing) -> Iterator[Look]:
    last = standing.last_check_in
    if last is None:
        yield Look("silent", "Never checked in")
        return
    days = (standing.scenario.now.date() - last.date()).days
    if days >= value("roster.silent_days"):
        yield Look("silent", f"No check-in for {days} days")
