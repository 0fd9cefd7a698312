"""The inputs on what they stand on: what they do not touch stays as the base has it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

import legrun
from legrun.inputs.form import input_values
from legrun.inputs.to_scenario import to_scenario
from legrun.scenario import Athlete, CheckIn, Response, Scenario, Session
from legrun.scenario.presets import PRESETS, Preset
from tests.roster.rosters import sample, sample_row

NOW = dt.datetime(2026, 3, 4, 7)
LEGS = Session("legs", dt.datetime(2026, 3, 2, 18, 20), 67, 7.3, hard_sets=12, estimated=frozenset({"rpe"}))
RUN = Session("run", dt.datetime(2026, 3, 1, 9), 50, 4)
BASE = Scenario(NOW, sessions=(RUN, LEGS))


def told(base: Scenario, *, is_log: bool = False, **moved: Any) -> Scenario:
    values = {"legdate": None, **input_values(base), **moved}
    return to_scenario(values, base, base.habits, frozenset(base.flags), is_log=is_log)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_untouched_inputs_tell_the_situation_itself(preset: Preset) -> None:
    base = preset.scenario(NOW.date())
    result = told(base)
    assert (result.sessions, result.check_ins, result.planned) == (base.sessions, base.check_ins, base.planned)
    assert result.nights[base.now.date()] == base.nights.get(base.now.date(), base.athlete.usual_sleep_h)
    assert (result.athlete, result.longest_run_minutes) == (base.athlete, base.longest_run_minutes)


@pytest.mark.parametrize("usual", [0.0, 2.25, 3.0, 7.3333, 12.0])
@pytest.mark.parametrize("last", [None, 1.5, 8.0, 14.0])
def test_nights_beyond_the_range_of_their_inputs_count_until_those_are_moved(usual: float, last: float | None) -> None:
    base = Scenario(NOW, athlete=Athlete(usual_sleep_h=usual), sleep_h=last)
    kept, moved = told(base), told(base, sleep=6.0, usual=7.0)
    assert (kept.athlete.usual_sleep_h, kept.nights[NOW.date()]) == (usual, usual if last is None else last)
    assert (moved.athlete.usual_sleep_h, moved.nights[NOW.date()]) == (7, 6)


@pytest.mark.parametrize("is_log", [False, True])
def test_a_leg_day_keeps_what_no_input_shows_while_only_its_effort_is_moved(is_log: bool) -> None:
    assert told(BASE, is_log=is_log).sessions == BASE.sessions
    moved = told(BASE, is_log=is_log, effort=9.0).sessions
    assert moved == (RUN, dataclasses.replace(LEGS, rpe=9.0, estimated=frozenset()))
    assert told(BASE, is_log=is_log, effort=0.0).sessions == (RUN,)


def test_the_inputs_tell_another_leg_day_unless_a_log_knows_better() -> None:
    assert told(BASE, day="Yesterday").sessions[-1].start == dt.datetime(2026, 3, 3, 18, 20)
    assert told(BASE, day="Yesterday", is_log=True).sessions == BASE.sessions
    bare = Scenario(NOW, sessions=(RUN,))
    assert [s.kind for s in told(bare, effort=8.0).sessions] == ["run", "legs"]
    assert told(bare, effort=8.0, is_log=True).sessions == (RUN,)


def test_a_response_holds_for_its_own_experience_only() -> None:
    base = Scenario(NOW, athlete=Athlete(response=Response(0.2, 0.3, 0.1, 0.1)))
    assert told(base).athlete.response == base.athlete.response
    assert told(base, exp="Novice").athlete.response is None


def test_a_run_in_mind_keeps_what_no_input_shows_until_an_input_of_it_is_moved() -> None:
    run = Session("run", NOW, 47, 4, distance_km=8.2, name="Along the river")
    base = dataclasses.replace(BASE, planned=run)
    assert told(base).planned == run
    moved = told(base, runmin=30.0).planned
    assert moved is not None
    assert (moved.minutes, moved.distance_km, moved.name) == (30, None, "")
    over = told(dataclasses.replace(BASE, planned=dataclasses.replace(run, start=NOW - dt.timedelta(hours=1)))).planned
    assert over is not None
    assert over.start >= NOW


def test_a_race_is_the_bases_own_until_another_is_told() -> None:
    base = dataclasses.replace(BASE, athlete=Athlete(race_km=7.3, race_minutes=35.5))
    assert (told(base).athlete.race_km, told(base).athlete.race_minutes) == (7.3, 35.5)
    other = told(base, race="10 km", racemin=50.0).athlete
    assert (other.race_km, other.race_minutes) == (10, 50)


def test_a_rating_takes_the_place_of_the_one_that_it_shows() -> None:
    base = told(BASE, rated=True, sore=6.0)
    assert [c.soreness for c in told(base, sore=2.0).check_ins] == [2.0]
    assert told(base, rated=False).check_ins == ()


def test_a_rating_of_an_hour_ago_counts_until_a_newer_one_takes_its_place() -> None:
    early = CheckIn(NOW - dt.timedelta(minutes=58), 4.5)
    base = dataclasses.replace(BASE, check_ins=(early,))
    assert told(base, is_log=True).check_ins == (early,)
    again = legrun.answer(told(base, is_log=True, rated=True, sore=1.0)).advice
    assert again.soreness == legrun.answer(told(BASE, is_log=True, rated=True, sore=1.0)).advice.soreness


@pytest.mark.parametrize("name", sample().clients)
def test_today_says_of_a_client_what_the_morning_view_says(name: str) -> None:
    mine = sample_row(name).day.scenario
    # Today puts a run in mind where a roster has none; what is allowed is the same.
    today, morning = (
        dataclasses.replace(legrun.answer(each).for_plan, plan_of=None, plan_time=None)
        for each in (told(mine, is_log=True), mine)
    )
    assert today == morning


def test_what_feels_wrong_is_what_was_ticked_and_not_what_the_base_had() -> None:
    ill = dataclasses.replace(BASE, flags=frozenset({"illness"}))
    assert to_scenario(input_values(ill), ill, ill.habits, frozenset({"limping"})).flags == {"limping"}
    assert to_scenario(input_values(ill), ill, ill.habits, frozenset()).flags == frozenset()
