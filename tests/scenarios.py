"""Scenarios that several tests share, written as the reference writes them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from legrun.scenario import Athlete, CheckIn, Experience, Scenario, Session

MORNING = dt.datetime(2026, 3, 4, 7)


def legs(ago_h: float, minutes: float, rpe: float, *, now: dt.datetime = MORNING, **more: Any) -> Session:
    """Return a leg day that ended `ago_h` hours before `now`."""
    return Session("legs", now - dt.timedelta(hours=ago_h, minutes=minutes), minutes, rpe, **more)


def run(ago_h: float, minutes: float, rpe: float, *, now: dt.datetime = MORNING, **more: Any) -> Session:
    """Return a run that ended `ago_h` hours before `now`."""
    return Session("run", now - dt.timedelta(hours=ago_h, minutes=minutes), minutes, rpe, **more)


def scenario(
    experience: Experience = "recreational",
    *sessions: Session,
    sore: float | None = None,
    sleep: float | None = None,
    usual: float = 7.5,
    now: dt.datetime = MORNING,
    **more: Any,
) -> Scenario:
    """Return a scenario with one rating now and last night's sleep."""
    return Scenario(
        now=now,
        athlete=Athlete(experience, usual_sleep_h=usual),
        sessions=sessions,
        check_ins=() if sore is None else (CheckIn(now, sore),),
        sleep_h=sleep,
        **more,
    )


def rated(
    *pairs: tuple[float, float], sessions: tuple[Session, ...] = (), experience: Experience = "recreational"
) -> Scenario:
    """Return a scenario with ratings, each so many hours ago."""
    ratings = [CheckIn(MORNING - dt.timedelta(hours=ago), sore) for ago, sore in pairs]
    return Scenario(MORNING, Athlete(experience), sessions=sessions, check_ins=ratings)


def busy(sessions: int) -> Scenario:
    """Return a runner who does something every 16 hours, with every night and morning known."""
    mornings = [MORNING - dt.timedelta(days=d) for d in range(42)]
    done = [
        (legs, run, run)[i % 3](12 + 16 * i, 57.25, 6.5, estimated=frozenset({"rpe"}), downhill_minutes=12.5)
        for i in range(sessions)
    ]
    return Scenario(
        now=MORNING,
        sessions=done + [Session("upper", m - dt.timedelta(hours=1), 30, 3) for m in mornings],
        check_ins=[CheckIn(m, 3.5) for m in mornings],
        sleep_h={m.date(): 6.5 for m in mornings},
        log_since=MORNING - dt.timedelta(days=42),
    )
