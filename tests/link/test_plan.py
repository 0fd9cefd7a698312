"""A planned week in a link: what goes in comes out, junk is named once, and names never go in."""

from __future__ import annotations

import dataclasses
import datetime as dt
from urllib.parse import parse_qsl

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legrun.link import LIMIT, decode, make_link
from legrun.scenario import PlanItem, Scenario, Session
from legrun.scenario.week_plan import WeekPlan
from legrun.week.table import KINDS
from legrun.week.templates import TEMPLATES
from tests.scenarios import MORNING

MONDAY = dt.date(2026, 3, 2)
PLAN = TEMPLATES[0].plan(MONDAY)
FRESH = Scenario(dt.datetime.combine(MONDAY, dt.time()))


@st.composite
def plans(draw: st.DrawFn) -> WeekPlan:
    first = MONDAY + dt.timedelta(days=draw(st.integers(-3, 9)))
    items = []
    for _ in range(draw(st.integers(0, 8))):
        kind, style = draw(st.sampled_from(list(KINDS.values())))
        start = dt.datetime.combine(first, dt.time(draw(st.integers(0, 23)))) + dt.timedelta(
            days=draw(st.integers(0, 6))
        )
        session = Session(kind, start, draw(st.integers(2, 40)) * 5, draw(st.integers(0, 20)) / 2, style=style)
        days = draw(st.sets(st.integers(0, 6), min_size=1))
        items.append(PlanItem(session, draw(st.booleans()), draw(st.booleans()), frozenset(days)))
    return WeekPlan(
        first, tuple(items), frozenset(draw(st.sets(st.integers(0, 6)))), draw(st.booleans()), draw(st.booleans()),
        draw(st.booleans()),
    )  # fmt: skip


@given(plans())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_plan_reads_back_from_its_link(plan: WeekPlan) -> None:
    made = make_link(Scenario(MORNING), plan)
    assert len(made.query) <= LIMIT
    back = decode(dict(parse_qsl(made.query, strict_parsing=True)), now=dt.datetime(2031, 1, 1))
    assert back.ignored == ()
    assert back.plan is not None
    assert sorted(back.plan.items, key=repr) == sorted(plan.items, key=repr)
    assert dataclasses.replace(back.plan, items=()) == dataclasses.replace(plan, items=())


def test_a_kept_plan_means_the_same_for_ever() -> None:
    kept = "W260302-o-p-r06_L2603021800-60-8_R2603071800-45-8-i~k_R2603080900-75-4-l-d20-g8~xk01234"
    decoded = decode({"v": "1", "now": "2026-03-01T07", "plan": kept}, now=MORNING)
    assert decoded.ignored == ()
    assert decoded.plan == WeekPlan(
        MONDAY,
        (
            PlanItem(Session("legs", dt.datetime(2026, 3, 2, 18), 60, 8)),
            PlanItem(Session("run", dt.datetime(2026, 3, 7, 18), 45, 8, style="intervals"), key=True),
            PlanItem(
                Session("run", dt.datetime(2026, 3, 8, 9), 75, 4, style="long", downhill_minutes=20,
                        downhill_grade_pct=8),
                may_move=False, key=True, days=frozenset({5, 6}),
            ),
        ),
        frozenset({0, 6}), repeats=False, on_past=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("", "plan is ; it must be a week like W260302 and its sessions"),
        ("R2603021800-60-8", "plan is R2603021800-60-8; it must be a week like W260302 and its sessions"),
        ("W260230", "plan is W260230; it must be a week"),
        ("W200302", "plan is W200302; it must be a week"),
        (
            "W260302_R2603021800-60-8_junk_R2604021800-60-8_R2603021800-60-8~z",
            "plan holds 3 entries that cannot be used",
        ),
        ("W260302" + "_R2603021800-60-8" * 17, "plan holds more than 16 sessions"),
        ("W260302" + "_" * 3000, "plan is W260302____________________...; it must be a week"),
    ],
)
def test_junk_in_a_plan_is_ignored_with_one_line(text: str, note: str) -> None:
    decoded = decode({"plan": text}, now=MORNING)
    assert len(decoded.ignored) == 1
    assert decoded.ignored[0].startswith(note)


def test_names_stay_out_of_the_link() -> None:
    named = PLAN.moved(tuple(dataclasses.replace(i.session, name="Zoe") for i in PLAN.items))
    assert "Zoe" not in make_link(FRESH, named).query
