"""A week that is meant to happen: what it may hold, where it starts, its table and its files."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from typing import Any

import pandas as pd
import pytest
from icalendar import Calendar

import legrun
from legrun.decision.advice import plan_fits
from legrun.decision.gates import FLAT_ONLY
from legrun.errors import ScenarioError
from legrun.inputs.form import input_values
from legrun.inputs.to_scenario import to_scenario
from legrun.model.readiness import VERDICTS
from legrun.report import PLAN_COLUMNS, plan_csv, plan_html, plan_ics
from legrun.scenario import PlanItem, Scenario, Session
from legrun.scenario.week_plan import MOST_ITEMS, WeekPlan
from legrun.week.cells import verdict_cells
from legrun.week.plan import from_past_week, from_today, next_monday, sent_to_today
from legrun.week.review import review_plan
from legrun.week.starts import start_alternatives
from legrun.week.table import WEEKDAYS, read_rows, rows_of
from legrun.week.templates import TEMPLATES
from tests.scenarios import MORNING, legs

MONDAY = dt.date(2026, 3, 2)
PLAN = TEMPLATES[0].plan(MONDAY)
FRESH = Scenario(dt.datetime.combine(MONDAY, dt.time()))


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


@pytest.mark.parametrize(("days", "again"), [(0, True), (6, True), (7, False)])
def test_the_past_week_is_the_seven_days_up_to_today(days: int, *, again: bool) -> None:
    start = dt.datetime(2026, 3, 4, 6) - dt.timedelta(days=days)
    plan = from_past_week(Scenario(MORNING, sessions=[Session("run", start, 40, 4)]))
    assert [item.session.start for item in plan.items] == ([start + dt.timedelta(days=7)] if again else [])
    assert plan.first == dt.date(2026, 3, 5)


def as_inputs_tell(scenario: Scenario) -> Scenario:
    """Return what Today makes of a scenario: its inputs are filled from it and read again."""
    values = {"legdate": None, **input_values(scenario)}
    return to_scenario(values, scenario, scenario.habits, frozenset(scenario.flags))


def noon(plan: WeekPlan) -> WeekPlan:
    """Return a plan with its runs at noon, an hour that no input of Today names, and the last one downhill."""
    sessions = [
        dataclasses.replace(i.session, start=i.session.start.replace(hour=12)) if i.session.kind == "run" else i.session
        for i in plan.items
    ]
    sessions[-1] = dataclasses.replace(sessions[-1], downhill_minutes=15, downhill_grade_pct=6)
    return plan.moved(tuple(sessions))


def test_every_run_that_does_not_fit_is_in_the_list() -> None:
    for template in TEMPLATES:
        for reviewed in review_plan(template.plan(MONDAY), FRESH).sessions:
            assert (reviewed.fits is False) == bool(reviewed.clashes)
    (long,) = (r for r in review_plan(TEMPLATES[2].plan(MONDAY), FRESH).sessions if r.session.style == "long")
    assert "which we assume: no longest run of 30 days is known" in long.clashes[0].text
    told = dataclasses.replace(FRESH, longest_run_minutes=60)
    (long,) = (r for r in review_plan(TEMPLATES[2].plan(MONDAY), told).sessions if r.session.style == "long")
    assert "assume" not in long.clashes[0].text


@pytest.mark.parametrize("longest", [66, 68, 72, 76, 84])
def test_a_run_that_is_as_long_as_its_rounded_limit_breaks_no_rule(longest: float) -> None:
    told = dataclasses.replace(FRESH, longest_run_minutes=longest)
    legs = Session("legs", dt.datetime(2026, 3, 2, 18), 60, 8)
    for minutes in range(30, 46):
        run = Session("run", dt.datetime(2026, 3, 3, 18), minutes, 3)
        (reviewed,) = (
            r for r in review_plan(WeekPlan(MONDAY, (PlanItem(legs), PlanItem(run))), told).sessions if r.is_run
        )
        assert reviewed.advice is not None
        assert (reviewed.fits is False) == bool(reviewed.clashes) == (not plan_fits(reviewed.advice, reviewed.session))


def test_sessions_at_the_same_time_are_refused_in_a_sentence() -> None:
    rows = rows_of(PLAN)
    plan, problems = read_rows([rows[0], {**rows[1], "Day": "Mon", "Time": dt.time(18, 30)}, *rows[2:]], PLAN)
    assert problems == (
        "Row 2: Intervals on Mon 18:30 overlaps Leg day (Mon 18:00 to 19:00); change the time of one of them.",
    )
    assert plan.items == (PLAN.items[0], *PLAN.items[2:])
    touching = read_rows([rows[0], {**rows[1], "Day": "Mon", "Time": dt.time(19)}], PLAN)
    assert not touching[1]


def test_of_a_table_that_is_too_long_the_first_sessions_are_taken_and_the_rest_is_named() -> None:
    base = WeekPlan(MONDAY)
    times = [(day, dt.time(hour)) for day in WEEKDAYS for hour in (6, 12, 18)]
    rows = [
        {"Day": day, "Time": time, "Kind": "Run", "Name": "", "Minutes": 30.0, "Effort": 3.0, "Terrain": "Flat",
         "May move": True, "Key": False, "Not on": []}
        for day, time in times
    ]  # fmt: skip
    rows[1]["Minutes"] = -5.0
    plan, problems = read_rows(rows, base)
    taken = [times[0], *times[2 : MOST_ITEMS + 1]]
    assert [(WEEKDAYS[i.session.start.weekday()], i.session.start.time()) for i in plan.items] == taken
    assert problems[0].startswith("Row 2: minutes is -5")
    assert problems[1:] == (f"A week takes 16 sessions; those from row {MOST_ITEMS + 2} on are left out.",)


def test_sundays_late_run_overlaps_the_next_mondays_only_where_the_week_repeats() -> None:
    late = {**rows_of(PLAN)[1], "Day": "Sun", "Time": dt.time(23), "Minutes": 120}
    early = {**rows_of(PLAN)[2], "Day": "Mon", "Time": dt.time(0, 30)}
    assert len(read_rows([early, late], PLAN)[1]) == 1
    assert not read_rows([early, late], dataclasses.replace(PLAN, repeats=False))[1]


def test_todays_verdict_is_that_of_the_week() -> None:
    told = Scenario(MORNING, sessions=(legs(12, 60, 8),), check_ins=(legrun.CheckIn(MORNING, 4),), sleep_h=6.0)
    limping = dataclasses.replace(told, flags={"limping"}, sleep_h=4.5)
    on_past = dataclasses.replace(PLAN.starting(MORNING.date()), on_past=True)
    cases = [
        (PLAN, FRESH),
        (TEMPLATES[2].plan(MONDAY), FRESH),
        (noon(on_past), told),
        (noon(on_past), limping),
        (dataclasses.replace(on_past, repeats=False), told),
        (dataclasses.replace(PLAN, repeats=False), FRESH),
    ]
    for plan, start in cases:
        review = review_plan(plan, start)
        for reviewed in review.sessions:
            if not reviewed.is_run or reviewed.advice is None:
                continue
            scenario = as_inputs_tell(sent_to_today(plan, start, reviewed.item.session, reviewed.week))
            assert scenario.planned is not None
            sent = legrun.answer(scenario)
            assert dataclasses.replace(scenario.planned, start=reviewed.session.start) == reviewed.session
            assert scenario.planned.start.time() == reviewed.session.start.time()
            assert sent.for_plan.at == scenario.planned.start
            assert plan_fits(sent.for_plan, scenario.planned) == (
                reviewed.fits
                or all(clash.gate is not None and clash.gate.key == FLAT_ONLY for clash in reviewed.clashes)
            )
            assert sent.for_plan.verdict == reviewed.advice.verdict
            assert sent.for_plan.score == pytest.approx(reviewed.advice.score, abs=0.01)
            assert (sent.for_plan.max_minutes, sent.for_plan.max_rpe) == (
                reviewed.advice.max_minutes,
                reviewed.advice.max_rpe,
            )


@pytest.mark.slow
def test_why_here_says_what_the_plan_says_where_the_session_stands() -> None:
    review = review_plan(PLAN, FRESH)
    for number, reviewed in enumerate(review.sessions):
        strip = start_alternatives(PLAN, number, FRESH)
        here = next(p for p in strip.starts if p.start == reviewed.item.session.start)
        assert strip.of_runs == (reviewed.session.kind == "legs")
        told = review.key_sessions if strip.of_runs else (reviewed,)
        least = min(
            (VERDICTS.index(e.advice.verdict), e.advice.score or 0.0) for e in told if e.advice is not None
        )  # fmt: skip
        assert here.recovery == pytest.approx(least[1], abs=0.02)
        assert here.verdict == VERDICTS[least[0]]
        assert bool(here.rule) == any(e.clashes for e in told)


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
        ({"Effort": 11}, "Row 1: effort is 11.0; it must be a number from 0 to 10."),
        ({"Day": "Someday"}, "Row 1: day is 'Someday'; it must be one of Mon, Tue"),
        ({"Kind": "Swim"}, "Row 1: kind is 'Swim'; it must be one of Leg day"),
        ({"Time": "25:00"}, "Row 1: time is '25:00'; it must be a time like 18:00."),
        ({"Not on": list(WEEKDAYS)}, "Row 1: not on holds all seven days; leave one of them free."),
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


def hostile() -> WeekPlan:
    name = "=1+1 <script>x</script>\r\nBEGIN:VEVENT"
    return PLAN.moved(tuple(dataclasses.replace(i.session, name=name) for i in PLAN.items))


@pytest.mark.parametrize("plan", [PLAN, hostile(), WeekPlan(MONDAY)], ids=["plain", "hostile", "empty"])
def test_the_calendar_reads_back_in_local_times(plan: WeekPlan) -> None:
    calendar = Calendar.from_ical(plan_ics(review_plan(plan, FRESH)))
    assert not calendar.errors
    events: list[Any] = list(calendar.walk("VEVENT"))
    assert [(e.decoded("DTSTART"), e.decoded("DTEND")) for e in events] == [
        (i.session.start, i.session.end) for i in plan.items
    ]
    assert all(e.decoded("DTSTART").tzinfo is None for e in events)
    if plan is PLAN:
        assert events[1]["SUMMARY"] == "Intervals (over its limit): 45 min at effort 8 (a few words)"
        lifted = next(e for e, i in zip(events, plan.items, strict=True) if i.session.kind == "legs")
        assert "(" not in lifted["SUMMARY"]
        assert "23 h after a hard leg day" in events[1]["DESCRIPTION"]
        assert "If tired: 35 min easy." in events[1]["DESCRIPTION"]


def test_the_table_to_take_along_says_what_the_page_says() -> None:
    review = review_plan(hostile(), FRESH)
    read = pd.read_csv(io.BytesIO(plan_csv(review)), comment="#", parse_dates=["local start"])
    assert tuple(read.columns) == PLAN_COLUMNS
    assert read["local start"].tolist() == [i.session.start for i in review.plan.items]
    shown = [verdict_cells(each) for each in review.sessions]
    assert read["verdict"].fillna("").tolist() == [cells["Verdict"] for cells in shown]
    for row, cells in zip(read.itertuples(), shown, strict=True):
        score, low, high = (int(edge) for edge in row[10:13])
        assert f"{score} ({low} to {high})" == cells["Recovery"]
    assert read["name"].str.startswith("'=").all()


def test_the_page_to_print_stands_alone_and_escapes_names() -> None:
    page = plan_html(review_plan(hostile(), FRESH)).decode()
    assert "<script" not in page
    assert "http" not in page
    assert "&lt;script&gt;" in page
    assert page.count("<tr>") == 1 + len(PLAN.items)


def test_a_week_that_repeats_is_eight_weeks_of_single_events() -> None:
    alarm = dt.timedelta(hours=2)
    data = plan_ics(review_plan(PLAN, FRESH), weeks=8, alarm=alarm)
    calendar = Calendar.from_ical(data)
    assert not calendar.errors
    events = list(calendar.walk("VEVENT"))
    starts = [event.decoded("DTSTART") for event in events]
    assert starts == [i.session.start + dt.timedelta(days=7 * w) for w in range(8) for i in PLAN.items]
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert b"RRULE" not in data
    assert [event.decoded("TRIGGER") for event in calendar.walk("VALARM")] == [-alarm] * len(events)
    once = dataclasses.replace(PLAN, repeats=False)
    assert plan_ics(review_plan(once, FRESH), weeks=8) == plan_ics(review_plan(once, FRESH))
    assert b"VALARM" not in plan_ics(review_plan(once, FRESH))


def test_a_run_over_its_limit_is_tentative_in_the_calendar_and_named_so() -> None:
    review = review_plan(PLAN, FRESH)
    for reviewed, event in zip(review.sessions, Calendar.from_ical(plan_ics(review)).walk("VEVENT"), strict=True):
        assert (event["STATUS"] == "TENTATIVE") == (reviewed.fits is False)
        assert ("over its limit" in str(event["SUMMARY"])) == (reviewed.fits is False)
