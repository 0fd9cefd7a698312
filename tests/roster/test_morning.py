"""The morning view: states, reasons, who needs a look, and that it is what Today says."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import legrun
from legrun.roster import ALERT_ORDER, ClientDay, Entry, Morning, urgency
from legrun.roster.names import first_name
from tests.roster.rosters import NOW, SAMPLE_NOW, roster, row_of, sample, sample_row, sample_rows

LEGS = "session,Ana,legs,2026-03-03T18:00,60,8,,,,"
RATED = "check_in,Ana,,2026-03-04T07:00,,,,{},8,{}"
PLAN = "plan,Ana,run,2026-03-04T18:00,{},{},{},,,"


@pytest.mark.parametrize(
    ("name", "state", "look"),
    [
        ("Emma Lindqvist", "stop", "red flag"),
        ("Farid Haddad", "fits", None),
        ("Ana Ruiz", "move", "plan"),
        ("Jonas Weber", "move", "plan"),
        ("Hugo Silva", "shorten", "plan"),
        ("O'Neil, Kate", "fits", None),
        ("Grace Kim", "fits", "jump"),
        ("Dilan Kaya", "no check-in", "silent"),
        ("Chloé Martin", "no check-in", None),
        ("Mateo Rossi", "no plan", "unexplained"),
        ("Ben Okafor", "fits", None),
        ("Inês Costa", "fits", None),
        ("Lena Fischer", "shorten", "plan"),
        ("Nadia Haddad", "shorten", "plan"),
        ("Oskar Nowak", "fits", "usual"),
        ("Rosa Delgado", "move", "unwell"),
        ("Sami Virtanen", "away", None),
        ("Tomás Vega", "move", "unwell"),
        ("Uma Patel", "ask", "words"),
    ],
)
def test_the_sample_shows_every_state(name: str, state: str, look: str | None) -> None:
    row = sample_row(name)
    assert row.state == state
    assert (row.alerts[0].kind if row.alerts else None) == look


@pytest.mark.parametrize("name", sample().clients)
def test_a_row_is_what_today_says(name: str) -> None:
    row = sample_row(name)
    advice = legrun.answer(row.day.scenario).for_plan
    if row.state == "away":
        assert (row.verdict, row.recovery) == (None, None)
        return
    assert (row.verdict, row.recovery) == (None if advice.stop else advice.verdict, advice.score)
    assert row.message().startswith(f"Hi {first_name(row.day.name)},")
    assert "not medical advice" in row.message() or row.state == "stop"


def test_reasons_are_six_words_at_most() -> None:
    reasons = [row.reason for row in sample_rows().values()]
    assert [reason for reason in reasons if not 1 <= len(reason.split()) <= 6] == []


@settings(max_examples=25, deadline=None)
@example(soreness=0.0, ago_h=1.0, rpe=1.0, sleep=7.0, plan=(10.0, 1.0, ""))
@given(
    soreness=st.none() | st.floats(0, 10),
    ago_h=st.floats(1, 200),
    rpe=st.floats(1, 10),
    sleep=st.floats(3, 9),
    plan=st.tuples(st.floats(10, 200), st.floats(1, 10), st.sampled_from(["", "easy", "tempo", "race"])),
)
def test_any_client_gets_a_row_of_few_words(
    soreness: float | None, ago_h: float, rpe: float, sleep: float, plan: tuple[float, float, str]
) -> None:
    start = NOW - dt.timedelta(hours=ago_h)
    clients = roster(f"session,Ana,legs,{start:%Y-%m-%dT%H:%M},60,{rpe},,,,", PLAN.format(*plan))
    row = Morning.of(ClientDay.of(clients, 0, NOW, Entry(soreness, sleep)))
    assert len(row.reason.split()) <= 6, row.reason
    assert (row.state == "no check-in") == (soreness is None)
    assert row.state != "fits" or not row.instead
    assert row.instead or row.state not in ("move", "shorten")


def test_no_check_in_is_never_said_to_fit_and_has_a_wide_range() -> None:
    plan = PLAN.format(30, 3, "easy")
    rated = row_of(roster(LEGS, plan, RATED.format(1, "")))
    unrated = row_of(roster(LEGS, plan))
    assert rated.state == "fits"
    assert unrated.state == "no check-in"
    assert rated.range80 is not None
    assert unrated.range80 is not None
    widths = [high - low for low, high in (rated.range80, unrated.range80)]
    assert widths[1] > widths[0]
    assert "How sore are your legs" in unrated.message()
    assert "fits:" not in unrated.message()
    rested = row_of(roster("session,Ana,legs,2026-02-20T18:00,60,8,,,,", plan))
    assert rested.range80 is not None
    assert rested.range80[0] <= (rested.recovery or 0) - 15


@pytest.mark.parametrize(
    ("plan", "state"),
    [
        ((30, 3, "easy"), "fits"),
        ((90, 3, "easy"), "shorten"),
        ((40, 5, "easy"), "shorten"),
        ((40, 8, "intervals"), "move"),
    ],
)
def test_a_plan_fits_is_shortened_or_moved(plan: tuple[float, float, str], state: str) -> None:
    usual = "athlete,Ana,,,,,,,,,experience,recreational"
    header = "record,athlete,kind,start,minutes,rpe,style,soreness,sleep_h,flag,key,value"
    row = row_of(roster(LEGS, RATED.format(3, ""), PLAN.format(*plan), usual, header=header))
    assert row.state == state


def test_red_flags_come_first_and_stop_everything() -> None:
    row = row_of(roster(LEGS, RATED.format(4, "heart"), PLAN.format(40, 4, "easy")))
    assert (row.state, row.verdict, row.recovery, row.spark) == ("stop", None, None, ())
    assert row.alerts[0].kind == "red flag"
    assert "emergency" in row.message()
    ordered = sorted(sample_rows().values(), key=urgency)
    assert ordered[0].state == "stop"
    ranks = [row.alerts[0].rank if row.alerts else len(ALERT_ORDER) for row in ordered]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(("days", "silent"), [(0, False), (1, False), (2, True), (9, True)])
def test_two_days_without_a_check_in_need_a_look(days: int, silent: bool) -> None:
    day = NOW - dt.timedelta(days=days)
    row = row_of(roster(LEGS, f"check_in,Ana,,{day:%Y-%m-%dT%H:%M},,,,2,8,"))
    assert ("silent" in {look.kind for look in row.alerts}) is silent


def test_a_jump_of_the_longest_run_needs_a_look() -> None:
    runs = [f"session,Ana,run,2026-02-{day}T09:00,{minutes},4,,,," for day, minutes in ((12, 60), (19, 60), (28, 64))]
    far = "session,Ana,run,2026-03-02T09:00,90,4,,,,"
    assert not [look for look in row_of(roster(*runs)).alerts if look.kind == "jump"]
    assert [look.text for look in row_of(roster(*runs, far)).alerts if look.kind == "jump"] == [
        "Mon: longest run up 41 % to 90 min"
    ]


def test_a_sample_client_without_a_plan_is_still_told_what_is_allowed() -> None:
    row = sample_row("Mateo Rossi")
    assert row.limit == "Walk, 40 min, effort 2"
    assert sample().plans(11, SAMPLE_NOW).sessions == ()


def test_no_cell_allows_less_than_the_one_beside_it_proposes() -> None:
    shortened = [row for row in sample_rows().values() if row.state == "shorten"]
    assert any(row.advice.easy_minutes > row.advice.max_minutes for row in shortened)
    for row in shortened:
        (minutes,) = map(float, re.findall(r"(\d+) min", row.instead))
        for said in (row.limit, row.limit_in_short):
            assert minutes <= max(map(float, re.findall(r"\d+", said))), (row.instead, said)


def test_very_sore_legs_are_said_with_their_number() -> None:
    row = row_of(roster(LEGS, RATED.format(9, ""), PLAN.format(48, 3, "easy")))
    assert re.fullmatch(r"Soreness [89](\.5)?/10", row.reason)


def test_what_is_proposed_fits() -> None:
    team = sample()
    for client, row in enumerate(sample_rows().values()):
        if row.proposal is not None:
            entry = replace(row.day.entry, plans=row.proposal.plans, moved=row.proposal.moved)
            assert Morning.of(ClientDay.of(team, client, SAMPLE_NOW, entry)).state not in ("move", "shorten"), (
                row.day.name
            )


@pytest.mark.parametrize("rated", [0, 3, 5, 7])
@pytest.mark.parametrize("planned", ["120,4,long", "65,8,intervals", "40,7,tempo", "48,3,easy"])
def test_what_is_applied_is_what_was_said(rated: int, planned: str) -> None:
    """Without a log too, where the run is short of its limit at one effort and beyond it at another."""
    row = row_of(roster(RATED.format(rated, ""), f"plan,Ana,run,2026-03-04T18:00,{planned},,,"))
    if row.proposal is None or row.proposal.moved or not row.proposal.plans:
        assert not re.match("shorten|slow", row.instead, re.IGNORECASE)
        return
    (applied,) = row.proposal.plans
    plan = row.day.scenario.planned
    assert plan is not None
    said = {unit: float(number) for number, unit in re.findall(r"(\d+) (min)", row.instead)}
    said |= {unit: float(number) for unit, number in re.findall(r"(effort) ([\d.]+)", row.instead)}
    assert said, row.instead
    assert (applied.minutes, applied.rpe) == (said.get("min", plan.minutes), said.get("effort", plan.rpe)), row.instead


def test_soreness_that_is_no_longer_what_was_rated_has_its_time() -> None:
    """The column beside it holds the rating of the morning: without the time two numbers contradict each other."""
    for row in sample_rows().values():
        rated = row.day.entry.soreness
        for said in re.findall(r"oreness ([\d.]+)/10", row.reason) if rated is not None else ():
            assert (float(said) == round(2 * (rated or 0.0)) / 2) is (" by " not in row.reason), (row.reason, rated)
    assert sample_row("Farid Haddad").reason == "Recovery 75, soreness 3.5/10 by 18:00"


@pytest.mark.parametrize("planned", ["120,4,long", "65,8,intervals", "40,7,tempo"])
def test_the_reason_and_what_to_do_name_the_same_minutes(planned: str) -> None:
    row = row_of(roster(RATED.format(0, ""), f"plan,Ana,run,2026-03-04T18:00,{planned},,,"))
    assert re.findall(r"(\d+) min", row.reason) == re.findall(r"(\d+) min", row.instead) != []


def test_what_is_moved_is_moved_to_where_it_is_said_to() -> None:
    row = sample_row("Jonas Weber")
    assert row.proposal is not None
    (moved,) = row.proposal.moved
    assert row.instead == "Move to tomorrow, 18:00"
    assert moved.start == dt.datetime(2026, 11, 17, 18)


@pytest.mark.parametrize(
    ("kind", "day", "is_moved"), [("run", 5, False), ("legs", 5, False), ("upper", 5, True), ("run", 6, True)]
)
def test_a_run_is_moved_to_no_day_that_has_a_run_or_a_leg_day(kind: str, day: int, *, is_moved: bool) -> None:
    planned = f"plan,Ana,{kind},2026-03-0{day}T18:00,50,7,,,,"
    row = row_of(roster(LEGS, RATED.format(4, ""), "plan,Ana,run,2026-03-04T18:00,20,6,tempo,,,", planned))
    assert row.state == "move"
    assert row.proposal is not None
    assert bool(row.proposal.moved) is is_moved
    assert (row.instead == "Move to tomorrow, 18:00") is is_moved


def test_a_run_that_fits_later_today_stays_a_plan_of_today() -> None:
    tempo = "plan,Ana,run,2026-03-04T18:00,20,6,tempo,,,"
    row = row_of(roster(LEGS, RATED.format(2, ""), tempo))
    assert row.proposal is not None
    (later,) = row.proposal.plans
    assert (row.proposal.moved, row.instead) == ((), f"Move to {later.start:%H:%M}")
    assert later.start > dt.datetime(2026, 3, 4, 18)
    applied = replace(row.day.entry, plans=row.proposal.plans)
    again = Morning.of(ClientDay.of(roster(LEGS, RATED.format(2, ""), tempo), 0, row.day.scenario.now, applied))
    assert again.state == "fits"


def test_nobody_behind_an_illness_is_told_a_week() -> None:
    row = sample_row("Rosa Delgado")
    assert "check again tomorrow" in row.message()
    assert row.hard == "Check again tomorrow"


def test_hard_running_that_fits_at_the_plans_start_is_not_said_to_be_back_now() -> None:
    fresh = "check_in,Ana,,2026-03-04T07:00,,,,0"
    now, evening = (row_of(roster(fresh, f"plan,Ana,run,2026-03-04T{clock},40,4,,,")) for clock in ("07:00", "18:00"))
    assert (now.advice.verdict, now.hard) == ("hard", "Now")
    assert (evening.advice.verdict, evening.hard) == ("hard", "This evening")
