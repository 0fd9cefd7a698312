"""The planned week: its table, its link, its files, its page."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json
from typing import Any
from urllib.parse import parse_qsl

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from streamlit.testing.v1 import AppTest

import legrun
from legrun.agenda import agenda
from legrun.errors import ScenarioError
from legrun.link import LIMIT, decode, link
from legrun.places import places
from legrun.plan import MOST_ITEMS, WeekPlan, from_past_week, from_today, next_monday, sent_to_today
from legrun.plan_table import KINDS, WEEKDAYS, read_rows, rows_of
from legrun.readiness import VERDICTS
from legrun.report import PLAN_COLUMNS, plan_csv, plan_html, plan_ics
from legrun.scenario import PlanItem, Scenario, Session
from legrun.templates import TEMPLATES
from tests.scenarios import MORNING, legs
from tests.test_pages import all_text, headline, today

MONDAY = dt.date(2026, 3, 2)
PLAN = TEMPLATES[0].plan(MONDAY)
FRESH = Scenario(dt.datetime.combine(MONDAY, dt.time()))


# The plan itself.


def test_a_plan_refuses_what_lies_outside_its_week() -> None:
    late = PlanItem(Session("run", dt.datetime(2026, 3, 9, 7), 40, 4))
    with pytest.raises(ScenarioError, match="seven days from 2026-03-02"):
        WeekPlan(MONDAY, (late,))
    with pytest.raises(ScenarioError, match="rest_days"):
        WeekPlan(MONDAY, (), frozenset({7}))
    with pytest.raises(ScenarioError, match="at most 16"):
        WeekPlan(MONDAY, (PLAN.items[0],) * (MOST_ITEMS + 1))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.name)
@pytest.mark.parametrize("days", range(7))
def test_a_week_may_begin_on_any_day(template: Any, days: int) -> None:
    first = MONDAY + dt.timedelta(days=days)
    moved = template.plan(MONDAY).starting(first)
    assert moved == template.plan(first)
    assert [i.session.start.weekday() for i in moved.starting(MONDAY).items] == [
        i.session.start.weekday() for i in template.plan(MONDAY).items
    ]


def test_a_week_starts_from_today_or_from_the_last_one() -> None:
    run = Session("run", MORNING + dt.timedelta(hours=11), 40, 4)
    told = Scenario(MORNING, sessions=(legs(12, 60, 8), legs(200, 60, 8), legs(-30, 60, 8)), planned=run)
    ahead = from_today(told)
    assert ahead.on_past
    assert [i.session for i in ahead.items] == [run, told.sessions[-1]]
    again = from_past_week(told)
    assert [i.session.start for i in again.items] == [told.sessions[1].start + dt.timedelta(days=7)]
    assert next_monday(MONDAY) == MONDAY


def test_todays_verdict_is_that_of_the_week() -> None:
    told = Scenario(MORNING, sessions=(legs(12, 60, 8),), check_ins=(legrun.CheckIn(MORNING, 4),), sleep_h=6.0)
    for plan, start in ((PLAN, FRESH), (dataclasses.replace(PLAN.starting(MORNING.date()), on_past=True), told)):
        found = agenda(dataclasses.replace(plan, repeats=False), start)
        for entry in found.entries:
            if not entry.is_run or entry.advice is None:
                continue
            sent = legrun.answer(sent_to_today(plan, start, entry.session))
            assert sent.scenario.planned == entry.session
            assert sent.for_plan.verdict == entry.advice.verdict
            assert sent.for_plan.score == pytest.approx(entry.advice.score, abs=0.01)
            assert (sent.for_plan.max_minutes, sent.for_plan.max_rpe) == (
                entry.advice.max_minutes,
                entry.advice.max_rpe,
            )


def test_why_here_says_what_the_plan_says_where_the_session_stands() -> None:
    found = agenda(PLAN, FRESH)
    for number, entry in enumerate(found.entries):
        strip = places(PLAN, number, FRESH)
        here = next(p for p in strip.places if p.start == entry.item.session.start)
        assert strip.of_runs == (entry.session.kind == "legs")
        told = found.keys if strip.of_runs else (entry,)
        least = min(
            (VERDICTS.index(e.advice.verdict), e.advice.score or 0.0) for e in told if e.advice is not None
        )  # fmt: skip
        assert here.recovery == pytest.approx(least[1], abs=1.5)
        assert here.verdict == VERDICTS[least[0]]
        assert bool(here.rule) == any(e.clashes for e in told)


# The table.


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.name)
def test_an_untouched_table_is_the_plan(template: Any) -> None:
    plan = template.plan(MONDAY)
    assert read_rows(rows_of(plan), plan) == (plan, ())


def test_what_the_table_does_not_show_is_kept() -> None:
    session = Session(
        "legs", dt.datetime(2026, 3, 3, 18), 61, 7.5, hard_sets=13, to_failure=True, novelty=0.5, name="Gym",
        estimated=frozenset({"rpe", "minutes"}),
    )  # fmt: skip
    plan = WeekPlan(MONDAY, (PlanItem(session),))
    (row,) = rows_of(plan)
    later, _ = read_rows([{**row, "Day": "Fri", "Effort": 6.0}], plan)
    expected = dataclasses.replace(
        session, start=dt.datetime(2026, 3, 6, 18), rpe=6, estimated=frozenset({"minutes"})
    )  # fmt: skip
    assert later.items == (PlanItem(expected),)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"Day": None}, "Row 1: day missing; fill in or delete the row."),
        ({"Minutes": float("nan"), "Effort": None}, "Row 1: minutes and effort missing; fill in or delete the row."),
        ({"Minutes": 0}, "Row 1: minutes is 0.0; it must be a number from 1 to 1440 min."),
        ({"Effort": 11}, "Row 1: rpe is 11.0; it must be a number from 0 to 10."),
        ({"Day": "Someday"}, "Row 1: day is 'Someday'; it must be one of Mon, Tue"),
        ({"Kind": "Swim"}, "Row 1: kind is 'Swim'; it must be one of Leg day"),
        ({"Time": "25:00"}, "Row 1: time is '25:00'; it must be a time like 18:00."),
        ({"Not on": list(WEEKDAYS)}, "Row 1: days is []"),
    ],
)
def test_a_bad_cell_is_named_and_the_rest_stands(cells: dict[str, Any], said: str) -> None:
    rows = rows_of(PLAN)
    plan, problems = read_rows([{**rows[0], **cells}, *rows[1:]], PLAN)
    assert len(problems) == 1
    assert problems[0].startswith(said)
    assert plan.items == PLAN.items[1:]


def test_rows_are_added_and_left_out() -> None:
    added = {"id": pd.NA, "Day": "Sun", "Time": dt.time(9), "Kind": "Long run", "Minutes": 90, "Effort": 4,
             "Terrain": "Hilly", "May move": False, "Key": True, "Not on": ["Mon"]}  # fmt: skip
    plan, problems = read_rows([*rows_of(PLAN)[1:], added], PLAN)
    assert not problems
    (new,) = (i for i in plan.items if i not in PLAN.items)
    assert (new.session.style, new.session.downhill_minutes > 20, new.may_move, new.key) == ("long", True, False, True)
    assert 0 not in new.days
    assert len(plan.items) == len(PLAN.items)


# The link.


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
    made = link(Scenario(MORNING), plan)
    assert len(made.query) <= LIMIT
    back = decode(dict(parse_qsl(made.query, strict_parsing=True)), now=dt.datetime(2031, 1, 1))
    assert back.ignored == ()
    assert back.plan is not None
    assert sorted(back.plan.items, key=repr) == sorted(plan.items, key=repr)
    assert dataclasses.replace(back.plan, items=()) == dataclasses.replace(plan, items=())


def test_a_kept_plan_means_the_same_for_ever() -> None:
    kept = "W260302-o-p-r06_L2603021800-60-8_R2603071800-45-8-i~k_R2603080900-75-4-l-d20-g8~xk01234"
    found = decode({"v": "1", "now": "2026-03-01T07", "plan": kept}, now=MORNING)
    assert found.ignored == ()
    assert found.plan == WeekPlan(
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
    found = decode({"plan": text}, now=MORNING)
    assert len(found.ignored) == 1
    assert found.ignored[0].startswith(note)


def test_names_stay_out_of_the_link() -> None:
    named = PLAN.moved(tuple(dataclasses.replace(i.session, name="Zoe") for i in PLAN.items))
    assert "Zoe" not in link(FRESH, named).query


# The files.


def hostile() -> WeekPlan:
    name = "=1+1 <script>x</script>\r\nBEGIN:VEVENT"
    return PLAN.moved(tuple(dataclasses.replace(i.session, name=name) for i in PLAN.items))


@pytest.mark.parametrize("plan", [PLAN, hostile(), WeekPlan(MONDAY)], ids=["plain", "hostile", "empty"])
def test_the_calendar_reads_back_in_local_times(plan: WeekPlan) -> None:
    calendar = Calendar.from_ical(plan_ics(agenda(plan, FRESH)))
    assert not calendar.errors
    events: list[Any] = list(calendar.walk("VEVENT"))
    assert [(e.decoded("DTSTART"), e.decoded("DTEND")) for e in events] == [
        (i.session.start, i.session.end) for i in plan.items
    ]
    assert all(e.decoded("DTSTART").tzinfo is None for e in events)
    if plan is PLAN:
        assert events[1]["SUMMARY"] == "Intervals: 45 min at effort 8 (a few words)"
        lifted = next(e for e, i in zip(events, plan.items, strict=True) if i.session.kind == "legs")
        assert "(" not in lifted["SUMMARY"]
        assert "23 h after a hard leg day" in events[1]["DESCRIPTION"]


def test_the_table_to_take_along_says_what_the_page_says() -> None:
    found = agenda(hostile(), FRESH)
    read = pd.read_csv(io.BytesIO(plan_csv(found)), comment="#", parse_dates=["local start"])
    assert tuple(read.columns) == PLAN_COLUMNS
    assert read["local start"].tolist() == [i.session.start for i in found.plan.items]
    assert read["verdict"].fillna("").tolist() == [
        e.advice.verdict if e.is_run and e.advice else "" for e in found.entries
    ]
    assert read["name"].str.startswith("'=").all()


def test_the_page_to_print_stands_alone_and_escapes_names() -> None:
    page = plan_html(agenda(hostile(), FRESH)).decode()
    assert "<script" not in page
    assert "http" not in page
    assert "&lt;script&gt;" in page
    assert page.count("<tr>") == 1 + len(PLAN.items)


# The page.


def week(plan: WeekPlan | None = PLAN, **address: str) -> AppTest:
    """Return the Week page, opened with a plan in the address."""
    made = link(Scenario(MORNING), plan).parameters if plan else {}
    more = {"plan": made["plan"]} if plan else {}
    at = today(**more, **address).switch_page("pages/week.py").run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def edit(at: AppTest, rows: dict[int, dict[str, Any]]) -> AppTest:
    """Change cells of the table: row, column, value."""
    at.session_state[editor(at)] = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    return at.run()


def editor(at: AppTest) -> str:
    """Return the key of the table of sessions."""
    return str(at.data_editor[0].key)


def test_the_empty_page_says_what_to_do_and_each_template_fills_it() -> None:
    at = week(None)
    assert "Where should leg day go" in all_text(at)
    for template in TEMPLATES:
        at = week(None)
        at.button(key=f"start_{template.name}").click().run()
        assert not at.exception
        assert at.button(key="arrange")
        assert len(at.get("vega_lite_chart")) == 2


def test_a_week_is_arranged_taken_and_brought_back() -> None:
    at = week()
    assert "23 h after a hard leg day" in all_text(at)
    at.button(key="arrange").click().run()
    assert "Best plan** · 3 moves, no rule broken" in all_text(at)
    at.button(key="use_plan_0").click().run()
    assert not at.exception
    assert "hard leg day" not in all_text(at)
    assert any("Every run fits" in each.value for each in at.success)
    at.button(key="arrange").click().run()
    assert any("Nothing to move" in each.value for each in at.success)
    at.button(key="plan_undo").click().run()
    assert "23 h after a hard leg day" in all_text(at)


def test_an_edited_row_moves_the_verdict_and_stays_when_the_page_is_left() -> None:
    at = week()
    edit(at, {1: {"Day": "Thu"}})
    assert not at.exception
    assert "hard leg day" not in all_text(at)
    at.switch_page("app.py").run()
    at.switch_page("pages/week.py").run()
    assert at.data_editor[0].value["Day"].tolist() == ["Mon", "Thu", "Thu", "Sat"]
    assert "hard leg day" not in all_text(at)


def test_a_bad_cell_is_named_on_the_page_and_the_rest_stands() -> None:
    at = week()
    edit(at, {1: {"Minutes": None}})
    assert not at.exception
    assert "Row 2: minutes missing; fill in or delete the row." in all_text(at)
    assert len(at.get("vega_lite_chart")) == 2
    assert "hard leg day" not in all_text(at)


def test_the_link_opens_to_the_plan_and_carries_it() -> None:
    at = week()
    at.toggle(key="plan_link").set_value(True).run()
    shared = dict(parse_qsl(at.code[0].value.partition("?")[2]))
    assert decode(shared, now=MORNING).plan == PLAN
    assert "/week?" in at.code[0].value


def test_the_next_run_is_sent_to_today() -> None:
    at = week()
    at.button(key="plan_send").click().run()
    at.switch_page("app.py").run()
    assert not at.exception
    assert "Standing on **your plan**" in all_text(at)
    assert "Tue 18:00" in headline(at)


def test_why_here_shows_every_place() -> None:
    at = week()
    at.selectbox(key="plan_why").set_value(1).run()
    assert not at.exception
    assert len(at.get("vega_lite_chart")) == 3
    at.toggle(key="plan_places_table").set_value(True).run()
    assert any(frame.value.shape[0] == 112 for frame in at.dataframe)


def test_a_red_flag_leaves_no_plan() -> None:
    at = today().switch_page("pages/week.py").run()
    at.session_state["flag_heart"] = True
    at.run()
    assert at.error
    assert not at.get("vega_lite_chart")


def test_rules_of_the_week_are_kept() -> None:
    at = week()
    at.multiselect[0].set_value(["Sat", "Sun"]).run()
    at.button(key="arrange").click().run()
    assert not at.exception
    assert not any("**Saturday**" in m.value or "**Sunday**" in m.value for m in at.markdown)
    past = next(t for t in at.toggle if "Today's legs" in t.label)
    past.set_value(True).run()
    assert not at.exception
    assert next(t for t in at.toggle if "Today's legs" in t.label).value is True


def test_the_chart_of_the_week_holds_two_weeks() -> None:
    at = week()
    spec = json.loads(at.get("vega_lite_chart")[1].proto.spec)
    assert spec["vconcat"]


def test_a_week_from_a_link_begins_after_the_links_own_day() -> None:
    at = today(now="2025-06-04T07").switch_page("pages/week.py").run()
    at.button(key=f"start_{TEMPLATES[0].name}").click().run()
    assert not at.exception
    assert next(box.value for box in at.date_input if box.label == "First day") == dt.date(2025, 6, 9)
