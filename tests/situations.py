"""The presets and what they leave out, for whatever must hold in each; and what is asked of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from legrun.alternatives.options import Grid, Option, build_grid, list_options
from legrun.answering import Answer, answer
from legrun.decision.advice import Advice
from legrun.scenario import Habits, Scenario, Session
from legrun.scenario.presets import PRESETS
from tests.scenarios import MORNING, legs, run, scenario

DAY = MORNING.date()


def planned(minutes: float = 40, rpe: float = 4, *, in_h: float = 0, **more: Any) -> Session:
    return Session("run", MORNING + dt.timedelta(hours=in_h), minutes, rpe, **more)


def situations() -> dict[str, Scenario]:
    """Return the presets and what they leave out: later plans, downhill, habits, alcohol, a break, half hours, pieces."""
    by_name = {preset.name: preset.scenario(DAY) for preset in PRESETS}
    by_name["this evening, downhill"] = scenario(
        "recreational",
        legs(12, 60, 8),
        sore=4,
        planned=planned(50, 5, in_h=11, downhill_minutes=20, downhill_grade_pct=8),
    )
    by_name["habits and alcohol"] = scenario(
        "trained",
        legs(12.5, 60, 8),
        run(40, 90, 6),
        sore=2,
        sleep=6,
        usual=6.5,
        habits=Habits(foam_rolling=True, massage=True, alcohol_g_per_kg=1.2, protein_g_per_kg=1.8),
        planned=planned(30, 6, in_h=0.5),
    )
    by_name["back after a break"] = scenario(
        "recreational", run(500, 40, 4), log_since=MORNING - dt.timedelta(days=40), planned=planned()
    )
    by_name["far too sore"] = scenario("novice", legs(24, 30, 5), sore=8, planned=planned())
    by_name["half past"] = scenario(
        "recreational",
        legs(30, 60, 8),
        sore=3,
        now=MORNING + dt.timedelta(minutes=30),
        planned=planned(60, 5, in_h=2.5),
    )
    by_name["just run"] = scenario(
        "recreational",
        legs(40, 60, 8),
        run(0.5, 50, 6, downhill_minutes=10, downhill_grade_pct=6),
        planned=planned(60, 5, in_h=0.5),
    )
    return by_name


SITUATIONS = situations()


def start(of: Scenario) -> dt.datetime:
    return of.planned.start if of.planned is not None else of.now


def asked(of: Scenario) -> tuple[Answer, Advice]:
    reply = answer(of)
    return reply, reply.advice_at(start(of))


def options_of(of: Scenario) -> dict[str, Option]:
    reply, advice = asked(of)
    return {each.key: each for each in list_options(reply.ensemble, reply.course, reply.gates, advice)}


def grid_of(of: Scenario, **more: Any) -> Grid:
    reply, advice = asked(of)
    made = build_grid(reply.ensemble, reply.course, reply.gates, advice, **more)
    assert made is not None
    return made


def with_session(of: Scenario, session: Session) -> Scenario:
    return dataclasses.replace(of, sessions=(*of.sessions, session), planned=None)
