"""Trends: other tools' outputs where they share our convention, and the cases that tools get wrong."""

import datetime as dt
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legrun.evidence import value
from legrun.logs import read_log
from legrun.scenario import Session
from legrun.scenario.hours import DAY
from legrun.trends import (
    Week,
    daily_load,
    days_between_leg_days,
    longest_runs,
    monotony,
    notes,
    smoothed,
    trend,
    weeks,
)
from tests.serving import ROOT

PEERS = Path(__file__).parents[3] / "shared" / "peer_cases"
MONDAY = dt.datetime(2026, 3, 2, 18)


def peer(name: str) -> Any:
    """Return outputs of another tool, recorded by running it."""
    if not (PEERS / name).exists():
        pytest.skip(f"the recorded outputs of other tools are not on this machine: {PEERS / name}")
    return json.loads((PEERS / name).read_text(encoding="utf-8"))


def run(day: float, minutes: float = 40, rpe: float = 5) -> Session:
    return Session("run", MONDAY + day * DAY, minutes=minutes, rpe=rpe)


def legs(day: float, minutes: float = 60, rpe: float = 8) -> Session:
    return Session("legs", MONDAY + day * DAY, minutes=minutes, rpe=rpe)


def test_one_session_fades_exponentially() -> None:
    days = np.arange(10)
    for tau in (7.0, 42.0):
        average = smoothed(np.where(days == 0, 100.0, 0.0), tau)
        assert average == pytest.approx(100 * (1 - math.exp(-1 / tau)) * np.exp(-days / tau), rel=1e-12)


def test_the_average_is_the_recurrence_as_it_is_written_down() -> None:
    loads, tau, step, expected = [50.0, 80.0, 0.0, 30.0, 0.0, 0.0, 200.0], 7.0, 0.0, []
    for load in loads:
        step += (1 - math.exp(-1 / tau)) * (load - step)
        expected.append(step)
    assert smoothed(np.array(loads), tau) == pytest.approx(expected, rel=1e-12)


def test_ten_years_are_those_of_another_filter() -> None:
    reference = peer("synthetic_10y_reference.json")
    loads = np.array(reference["run"]) + np.array(reference["legs"])
    assert loads.sum() == pytest.approx(reference["sum_load"])
    for tau, days in reference["ewma_1_minus_exp"].items():
        average = smoothed(loads, float(tau))
        for day, expected in days.items():
            assert average[int(day)] == pytest.approx(expected, rel=1e-9, abs=1e-9), (tau, day)


def test_the_gains_are_those_of_intervals_icu() -> None:
    constants = peer("intervals_icu_constants.json")["constants"]
    one = np.array([1.0])
    assert smoothed(one, 42)[0] == pytest.approx(constants["ctl_gain"], abs=5e-7)
    assert smoothed(one, 7)[0] == pytest.approx(constants["atl_gain"], abs=5e-7)


def test_where_another_convention_differs_the_difference_is_the_known_one() -> None:
    """With ``alpha = 1 / tau`` a day counts 7.3 % more at 7 days; at 42 their one decimal cannot tell."""
    case = next(c for c in peer("trainingload_pmc.json")["cases"] if c["name"] == "single day cold start")
    curve = trend(daily_load([Session("run", MONDAY, minutes=50, rpe=2)]))
    last = case["expect_last"]
    assert last["atl"] / curve.fatigue[-1] == pytest.approx(1.073, abs=0.005)
    steady = next(c for c in peer("trainingload_pmc.json")["cases"] if "steady" in c["name"])
    level = smoothed(np.full(steady["daily"]["n"], steady["daily"]["repeat"]), 42)[-1]
    assert level == pytest.approx(steady["expect_last"]["ctl"], abs=steady["abs_tol"]["ctl"])


def test_a_tool_that_starts_from_the_first_day_differs_by_that_start_alone() -> None:
    """The R package ACWR takes ``2 / (N + 1)`` and starts from the first load; what that adds fades."""
    data = peer("acwr_R_package.json")["data"]
    loads, days = np.array(data["TL"], dtype=float), np.arange(len(data["TL"]))
    for name, gain in (("EWMA_acute", 2 / 8), ("EWMA_chronic", 2 / 29)):
        ours = smoothed(loads, -1 / math.log1p(-gain))
        assert ours + loads[0] * (1 - gain) ** (days + 1) == pytest.approx(data["ewma"][name], abs=1e-9)


def week_of(loads: list[float]) -> Week:
    return Week(MONDAY.date(), 7, {"run": sum(loads)}, monotony(loads), longest_run_minutes=0.0, leg_days=0)


def test_a_week_is_as_even_as_other_tools_have_it() -> None:
    for case in peer("monotony_strain_conventions.json")["cases"]:
        evenness = monotony(case["week"])
        if case["monotony_sample_sd"] is None:
            assert not math.isfinite(evenness)
        else:
            assert evenness == pytest.approx(case["monotony_sample_sd"], rel=1e-12)
            assert week_of(case["week"]).strain == pytest.approx(case["strain_sample"], rel=1e-12)


def test_the_most_monotonous_week_reads_as_the_most_monotonous() -> None:
    assert monotony([33.3] * 7) == math.inf  # its standard deviation is not 0 in floating point
    assert monotony([33.3] * 6 + [33.4]) < math.inf
    assert week_of([33.3] * 7).strain == math.inf
    assert math.isnan(monotony([0.0] * 7))
    assert math.isnan(week_of([0.0] * 7).strain)


@given(st.lists(st.floats(0, 2000), min_size=1, max_size=80), st.floats(1, 90))
def test_the_average_stays_within_what_was_done(loads: list[float], tau: float) -> None:
    average = smoothed(np.array(loads), tau)
    assert average.min() >= 0
    assert average.max() <= max(loads) * (1 + 1e-9)


def test_form_is_that_of_the_same_day() -> None:
    curve = trend(daily_load([run(0), run(1)]))
    assert curve.form == pytest.approx(curve.fitness - curve.fatigue)
    assert curve.form[0] < 0  # the day's own session already counts


# Six weeks of 60 a day, seven days of 20, and the race.
TAPER = np.array([60.0] * 42 + [20.0] * 7 + [120.0])


def form_before(loads: np.ndarray, fitness_days: float, fatigue_days: float) -> float:
    """Return the form as of the day before the last."""
    return float(smoothed(loads, fitness_days)[-2] - smoothed(loads, fatigue_days)[-2])


def documented(row: str) -> str:
    """Return a row of docs/trends.md."""
    lines = (ROOT / "docs" / "trends.md").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(f"| {row} |"))


def test_form_on_a_race_morning_depends_on_who_counts() -> None:
    fitness, fatigue = smoothed(TAPER, 42), smoothed(TAPER, 7)
    night = fitness[-2] * math.exp(-1 / 42) - fatigue[-2] * math.exp(-1 / 7)
    for form in (fitness[-1] - fatigue[-1], form_before(TAPER, 42, 7), night):
        assert f"{form:+.1f}" in documented("form")


def test_other_constants_give_another_form() -> None:
    for days in ((42, 7), (45, 15)):
        assert f"{form_before(TAPER, *days):+.1f} with {days[0]}" in documented("constants of fitness and fatigue")


@pytest.mark.parametrize(("days", "said"), [(7, "days give a ratio of 4.0"), (14, "2.0"), (28, "1.0")])
def test_a_new_log_alone_looks_like_a_leap_of_load(days: int, said: str) -> None:
    load = np.concatenate([np.zeros(28), np.full(days, 50.0)])
    assert f"{load[-7:].mean() / load[-28:].mean():.1f}" in said
    assert said in documented("the first four weeks of a log")


def test_a_pause_counts_for_a_lift_and_not_for_a_run() -> None:
    header = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Moving Time,Distance\n"
    rows = (
        '1,"Mar 3, 2026, 6:00:00 PM",A,Run,2400,1800,5\n',
        '2,"Mar 4, 2026, 6:00:00 PM",B,Weight Training,2400,1800,0\n',
    )
    minutes = [session.minutes for session in read_log(header + "".join(rows)).sessions]
    assert minutes == [30, 40]


def test_every_day_has_a_load_and_a_gap_is_rest() -> None:
    load = daily_load([run(3), legs(0), run(0.1)], until=MONDAY + 5 * DAY)
    assert load.by_kind["run"].tolist() == [200, 0, 0, 200, 0, 0]
    assert load.by_kind["legs"].tolist() == [480, 0, 0, 0, 0, 0]
    assert load.total.tolist() == [680, 0, 0, 200, 0, 0]
    assert str(load.days[-1]) == "2026-03-07"


def test_what_lies_ahead_is_left_out_and_said() -> None:
    sessions, until = [run(0), run(30)], MONDAY + DAY
    assert daily_load(sessions, until=until).total.tolist() == [200, 0]
    assert [w.load_au for w in weeks(sessions, until=until)] == [200]
    assert len(longest_runs(sessions, until=until)) == 1
    assert notes(sessions, until=until) == ["1 session lies after the day shown and is left out here."]


def test_a_week_holds_nothing_of_what_lies_ahead_in_it() -> None:
    (week,) = weeks([run(0), legs(0), run(3, 90), legs(3)], until=MONDAY + 2 * DAY)
    assert (week.longest_run_minutes, week.leg_days) == (40, 1)


def test_the_days_between_two_hold_both() -> None:
    whole = trend(daily_load([run(day) for day in range(5)]))
    first, last = MONDAY.date() + DAY, MONDAY.date() + 3 * DAY
    part = whole.between(first, last)
    assert part.days.tolist() == [first, first + DAY, last]
    assert part.fitness.tolist() == whole.fitness[1:4].tolist()


def test_nothing_gives_nothing() -> None:
    assert daily_load([]).total.size == 0
    assert trend(daily_load([])).form.size == 0
    assert weeks([]) == ()
    assert longest_runs([]) == ()
    assert days_between_leg_days([]) == []
    assert notes([]) == []


def test_weeks_run_from_monday_and_say_which_are_cut() -> None:
    by_week = weeks([legs(2), run(5, minutes=90), run(7), legs(9), legs(9.2)])
    assert [(w.monday, w.days) for w in by_week] == [(dt.date(2026, 3, 2), 5), (dt.date(2026, 3, 9), 3)]
    assert [w.leg_days for w in by_week] == [1, 1]
    assert [w.longest_run_minutes for w in by_week] == [90, 40]
    assert all(math.isnan(w.monotony) for w in by_week)
    assert by_week[0].by_kind["legs"] == 480
    assert sum(w.load_au for w in by_week) == pytest.approx(
        daily_load([legs(2), run(5, 90), run(7), legs(9), legs(9.2)]).total.sum()
    )


def test_a_whole_week_has_a_monotony() -> None:
    loads = [40, 0, 30, 0, 50, 20, 0]
    sessions = [run(day, minutes=m, rpe=10) for day, m in enumerate(loads) if m] + [run(7)]
    assert weeks(sessions)[0].monotony == pytest.approx(monotony([10.0 * m for m in loads]))


def test_a_run_is_compared_with_the_thirty_days_before_it() -> None:
    longest = longest_runs([run(0, 60), run(10, 90), run(29, 45), run(40.5, 99), run(100, 30)])
    assert [r.before_minutes for r in longest] == [None, 60, 90, 45, None]
    assert longest[3].ratio == pytest.approx(2.2)


def test_days_between_leg_days_count_days_not_sessions() -> None:
    assert days_between_leg_days([legs(0), legs(0.2), legs(4), run(5), legs(9)]) == [4, 5]


def test_estimates_and_gaps_are_said() -> None:
    guessed = Session("legs", MONDAY + 40 * DAY, minutes=60, rpe=7, estimated=frozenset({"rpe", "minutes"}))
    said = notes([run(0), guessed])
    assert said[0].startswith("Nothing is logged from 3 March to 10 April 2026 (39 days)")
    assert said[1].startswith("1 of 2 sessions came without a duration;")
    assert said[2].startswith("1 of 2 sessions came without an effort;")


@pytest.mark.parametrize(("days", "told"), [(0, False), (1, True)])
def test_a_gap_is_told_from_its_border_on(days: int, *, told: bool) -> None:
    apart = value("trend.gap_days") + days
    assert bool(notes([run(0), run(apart)])) is told


def test_nothing_logged_up_to_today_is_a_gap_too() -> None:
    (note,) = notes([run(0)], until=MONDAY + 30 * DAY)
    assert note == "Nothing is logged from 3 March to 1 April 2026 (30 days); that counts as rest."


def test_a_session_that_begins_just_now_counts() -> None:
    assert daily_load([run(0)], until=MONDAY).total.tolist() == [200]
    assert daily_load([run(0)], until=MONDAY - dt.timedelta(minutes=1)).total.size == 0
    (week,) = weeks([run(0), legs(0)], until=MONDAY)
    assert (week.longest_run_minutes, week.leg_days) == (40, 1)
