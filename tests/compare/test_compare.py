"""Scenarios side by side: only what differs, the same answers as everywhere, and a sentence that owns its doubt."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import legrun
from legrun.compare import (
    ControlValues,
    Outcome,
    difference_sentence,
    find_differences,
    outcome_rows,
    scenario_names,
    with_controls,
)
from legrun.link import decode, encode
from legrun.scenario import Athlete, CheckIn, Habits, Scenario, Session
from legrun.scenario.names import VERDICT_NAMES
from legrun.scenario.presets import PRESETS, Preset
from tests.scenarios import MORNING, legs, run, scenario

SORE = PRESETS[1].scenario(MORNING.date())


def seen(*scenarios: Scenario) -> list[Outcome]:
    return [Outcome.of(legrun.answer(each)) for each in scenarios]


def said(*scenarios: Scenario) -> str:
    return difference_sentence(seen(*scenarios)).replace("\u00a0", " ")


def nights(hours: float, base: Scenario = SORE) -> Scenario:
    return dataclasses.replace(base, athlete=dataclasses.replace(base.athlete, usual_sleep_h=hours))


def rated(soreness: float) -> Scenario:
    return dataclasses.replace(SORE, check_ins=[CheckIn(MORNING, soreness)])


# What differs


def test_what_is_alike_is_not_shown() -> None:
    assert [(row.label, row.texts) for row in find_differences([nights(5), nights(8)])] == [
        ("Nights ahead", ("5 h", "8 h"))
    ]
    assert find_differences([SORE, SORE]) == ()


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({"sleep_h": 9.0}, "Sleep last night"),
        ({"check_ins": ()}, "Soreness now"),
        ({"habits": Habits(massage=True)}, "Habits"),
        ({"habits": Habits(alcohol_g_per_kg=1.2)}, "Alcohol last evening"),
        ({"longest_run_minutes": 120.0}, "Longest run of 30 days"),
        ({"planned": None}, "Planned run"),
        ({"flags": {"limping"}}, "What feels wrong"),
        ({"athlete": Athlete("novice")}, "Experience of leg days"),
        ({"athlete": Athlete(response=legrun.Response(0.2, 0.3, 0.1, 0.2))}, "Own response"),
        ({"sleep_h": {MORNING.date(): 7.5, MORNING.date() - dt.timedelta(days=1): 4.0}}, "Other nights"),
        ({"sessions": (*SORE.sessions, run(60, 50, 5))}, "Further sessions"),
        ({"check_ins": (*SORE.check_ins, CheckIn(MORNING - dt.timedelta(hours=24), 6))}, "Earlier ratings"),
    ],
)
def test_everything_that_changes_an_answer_has_a_row(changes: dict[str, object], label: str) -> None:
    other = dataclasses.replace(SORE, **changes)  # type: ignore[arg-type]  # fields of a Scenario
    assert [row.label for row in find_differences([SORE, other])] == [label]


def test_a_missing_leg_day_is_said_once() -> None:
    rested = dataclasses.replace(SORE, sessions=())
    assert [row.label for row in find_differences([SORE, rested])] == ["Leg day"]


def test_names_follow_from_the_scenarios_and_tell_them_apart() -> None:
    assert scenario_names([nights(5), nights(8)]) == ("Nights of 5 h", "Nights of 8 h")
    assert scenario_names([PRESETS[7].scenario(MORNING.date()), SORE]) == ("Rested", "Morning after legs")
    # What the first two entries do not tell apart, others do; what no short entry does, the letter does.
    four = [SORE, nights(6), dataclasses.replace(nights(5), check_ins=rated(7).check_ins), nights(9)]
    assert scenario_names(four) == (
        "Soreness 4/10, nights of 7.5 h",
        "Soreness 4/10, nights of 6 h",
        "Soreness 7/10, nights of 5 h",
        "Soreness 4/10, nights of 9 h",
    )
    harder = dataclasses.replace(SORE, sessions=(dataclasses.replace(SORE.sessions[0], rpe=5),), sleep_h=6)
    told = [dataclasses.replace(SORE, sleep_h=8), harder, dataclasses.replace(SORE, sessions=(), sleep_h=9)]
    told += [dataclasses.replace(rated(6), sleep_h=5)]
    assert scenario_names(told)[1:3] == ("Leg day 12 h ago, soreness 4/10, effort 5", "No leg day, soreness 4/10")
    rested = dataclasses.replace(SORE, sessions=(), sleep_h=9)
    third = dataclasses.replace(rated(7), sleep_h=5)
    rather = dataclasses.replace(SORE, sleep_h=8)
    assert (
        scenario_names([rather, nights(6, rather), third, rested])[1]
        == "Leg day 12 h ago, soreness 4/10, nights of 6 h"
    )
    alike = [dataclasses.replace(SORE, habits=Habits(massage=each)) for each in (False, True)]
    assert scenario_names(alike) == ("Leg day 12 h ago, soreness 4/10", "Leg day 12 h ago, soreness 4/10 (B)")
    # What somebody without a leg day did instead is not left out of their name.
    raced = dataclasses.replace(SORE, sessions=(run(18, 216, 8),), sleep_h=6)
    assert scenario_names([SORE, raced]) == ("Morning after legs", "With run Tue 09:24, 216 min, effort 8, no leg day")
    assert scenario_names([SORE, SORE]) == ("Morning after legs", "Same as A")
    assert scenario_names([dataclasses.replace(SORE, sleep_h=9)]) == ("Leg day 12 h ago, soreness 4/10",)


def test_names_given_by_a_visitor_or_a_log_show_nowhere() -> None:
    named = [
        dataclasses.replace(each, name="Anna’s legs", source="secret.csv") for each in (legs(12, 60, 8), run(50, 60, 8))
    ]
    told = [scenario("recreational", *named), scenario("recreational", legs(30, 60, 8))]
    everything = f"{scenario_names(told)} {find_differences(told)} {outcome_rows(seen(*told))} {said(*told)}"
    assert "Anna" not in everything
    assert "secret" not in everything


# What follows


@pytest.mark.parametrize("preset", PRESETS, ids=lambda p: p.name)
def test_what_follows_is_what_every_other_page_says(preset: Preset) -> None:
    answered = legrun.answer(dataclasses.replace(preset.scenario(MORNING.date()), planned=None))
    here = Outcome.of(answered)
    rows = {row.label: row.texts[0] for row in outcome_rows([here])}
    assert rows["Verdict"].startswith(VERDICT_NAMES[answered.advice.verdict])
    for window in answered.advice.windows:
        if window.verdict in here.first:
            assert here.window(window.verdict) == window


def test_when_a_verdict_is_likely_is_told_with_its_range() -> None:
    spent = scenario(
        "novice", run(6, 400, 10), run(30, 400, 10), legs(3, 200, 10, novelty=1.0), sore=10, usual=4, sleep=4
    )
    rows = {row.label: row.texts for row in outcome_rows(seen(scenario(), SORE, rated(9), spent))}
    assert rows["Easy run from"][:2] == ("now", "now (now to tomorrow morning)")
    assert rows["Hard run from"][0] == "now (now to beyond this week)"
    assert rows["Hard run from"][3] == "not within this week"
    assert re.fullmatch(r"not likely this week \(earliest \w+ \w+\)", rows["Steady run from"][2])
    assert rows["Highest soreness"][0].endswith(", now")
    assert rows["Highest soreness"][1].endswith(", this evening")


@pytest.mark.parametrize("flag", ["limping", "illness", "returning"])
def test_no_day_is_named_for_what_nobody_knows_the_end_of(flag: str) -> None:
    ticked = dataclasses.replace(SORE, flags=frozenset({flag}))
    rows = {row.label: row.texts[0] for row in outcome_rows(seen(ticked, SORE))}
    assert rows["Hard run from"] == "no date yet"
    sentence = said(ticked, dataclasses.replace(ticked, check_ins=[CheckIn(ticked.now, 8)]))
    assert not re.search(r"forward|later|h \(", sentence)


def test_ranges_of_differences_are_narrower_than_those_of_guesses_apart() -> None:
    one, other = seen(rated(4), rated(2))
    apart = np.subtract(*np.quantile(other.morning_score - one.morning_score, [0.9, 0.1]))
    alone = np.subtract(*np.quantile(one.morning_score, [0.9, 0.1]))
    assert 0 < apart < 0.5 * alone


# The sentence


def test_the_sentence_names_what_it_does_and_its_range() -> None:
    assert re.fullmatch(
        r"Nights ahead 8 h instead of 5 h brings a hard run forward by about \d+ h \(range \d+ (to \d+ h|or more)\)\.",
        said(nights(5), nights(8)),
    )
    assert re.match(r"Nights ahead 5 h instead of 8 h puts a hard run off by about \d+ h", said(nights(8), nights(5)))


def test_no_clear_difference_is_said_to_be_none() -> None:
    assert said(SORE, dataclasses.replace(SORE, sleep_h=7.0)).startswith("No difference")
    assert said(SORE, SORE) == "No difference: the entries are the same."
    assert re.fullmatch(
        r"No clear difference between A and B: recovery tomorrow morning −1 points \(−1 to −1\), a hard run \+\d h \(0 to \+\d\)\.",
        said(rated(4), rated(4.1)),
    )


def test_where_no_window_moves_the_points_of_recovery_are_told() -> None:
    short, long = scenario(sleep=6), scenario(sleep=7)
    run_now = Session("run", MORNING, 40, 4)
    for planned, when in ((None, "now"), (run_now, "at the run")):
        one, other = (dataclasses.replace(each, planned=planned) for each in (long, short))
        points = rf"leaves recovery {when} about 5 points (lower|higher) \(range [45] to 5\)\."
        for text, way in ((said(one, other), "lower"), (said(other, one), "higher")):
            told = re.search(points, text)
            assert told is not None
            assert told[1] == way


def test_recovery_at_one_run_is_not_held_against_that_of_somebody_without_a_run() -> None:
    """A client with a run this evening and one without differ now by what they differ now."""
    sore = scenario("trained", legs(12, 60, 8), sore=4.5)
    evening = dataclasses.replace(sore, planned=Session("run", MORNING + dt.timedelta(hours=11), 40, 4))
    assert said(sore, evening).startswith("No difference: the entries differ, the outcomes do not")


def test_a_window_that_moves_outweighs_more_points_of_recovery() -> None:
    rested, short_night = scenario("trained", sleep=7), scenario("trained", sleep=5)
    after_legs = scenario("trained", legs(40, 60, 8), sleep=7)
    assert "about 10 points lower" in said(rested, short_night)
    assert re.search("puts a hard run off by about . h", said(rested, after_legs))
    assert said(rested, short_night, after_legs).startswith(
        "C against A: adding leg day “40 h ago” puts a hard run off"
    )
    assert said(rested, after_legs, short_night).startswith(
        "B against A: adding leg day “40 h ago” puts a hard run off"
    )


def test_of_several_the_largest_difference_is_told() -> None:
    assert said(nights(5), nights(5.5), nights(8)).startswith("C against A: nights ahead 8 h")
    assert said(nights(5), nights(8), nights(5.5)).startswith("B against A: nights ahead 8 h")


def test_verdicts_that_differ_are_told() -> None:
    assert said(rated(4), rated(9)).endswith("the verdict is “Rest” instead of “Easy run”.")


def test_a_verdict_below_the_score_says_what_lowers_it() -> None:
    rows = {row.label: row.texts for row in outcome_rows(seen(rated(0), rated(8)))}
    zone = seen(rated(8))[0].advice.zone
    assert zone is not None
    assert rows["Verdict"][1] == "Rest"
    assert rows["Lowered by"][1] == f"soreness (by the score alone: {VERDICT_NAMES[zone].lower()})"
    free = outcome_rows(seen(dataclasses.replace(SORE, sessions=(), check_ins=())))
    assert "Lowered by" not in [row.label for row in free]


def test_what_lies_beyond_the_week_is_not_given_hours() -> None:
    spent = scenario(
        "novice", run(6, 400, 10), run(30, 400, 10), legs(3, 200, 10, novelty=1.0), sore=10, usual=4, sleep=4
    )
    text = said(scenario(), spent)
    assert "off to beyond this week" in text
    assert "inf" not in text
    assert "nan" not in text
    assert "forward from beyond this week" in said(spent, scenario())


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.floats(4, 9), st.floats(4, 9))
def test_longer_nights_never_put_running_off(short: float, long: float) -> None:
    short, long = sorted((short, long))
    text = said(nights(short), nights(long))
    assert "puts" not in text
    assert "lower" not in text


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(range(len(PRESETS))), min_size=2, max_size=4))
def test_any_presets_can_be_compared(places: list[int]) -> None:
    result = seen(*(PRESETS[place].scenario(MORNING.date()) for place in places))
    text = difference_sentence(result)
    assert text.endswith(".")
    assert not re.search(r"inf|nan|\bNone\b|  ", text)
    assert all(len(row.texts) == len(result) for row in outcome_rows(result))


# Turning a knob


@pytest.mark.parametrize("preset", PRESETS, ids=lambda p: p.name)
def test_a_control_that_is_not_moved_changes_nothing(preset: Preset) -> None:
    before = preset.scenario(MORNING.date())
    assert with_controls(before, ControlValues.of(before)) == before


@pytest.mark.parametrize(
    ("changes", "labels"),
    [
        ({"soreness": 2.0}, {"Soreness now"}),
        ({"soreness": None}, {"Soreness now"}),
        ({"effort": 5.0}, {"Leg-day intensity"}),
        ({"effort": 0.0}, {"Leg day"}),
        ({"sleep_h": 5.0}, {"Sleep last night"}),
        ({"usual_sleep_h": 6.0}, {"Nights ahead"}),
        ({"run_minutes": 60.0, "run_rpe": 7.0}, {"Further sessions"}),
        ({"run_minutes": 40.0, "run_rpe": 4.0}, {"Further sessions"}),
    ],
)
def test_a_control_changes_what_it_says_and_survives_the_link(changes: dict[str, float], labels: set[str]) -> None:
    to = dataclasses.replace(ControlValues.of(SORE), **changes)
    after = with_controls(SORE, to)
    assert ControlValues.of(after) == to or changes.get("effort") == 0.0
    assert {row.label for row in find_differences([SORE, after])} == labels
    assert find_differences([after, decode(encode(after), now=MORNING).scenario]) == ()


def test_a_leg_day_taken_out_and_put_back_is_the_same_one() -> None:
    before = scenario("recreational", legs(36, 75, 9, novelty=0.5))
    off = with_controls(before, dataclasses.replace(ControlValues.of(before), effort=0.0), base=before)
    assert not off.sessions
    assert with_controls(off, dataclasses.replace(ControlValues.of(off), effort=9.0), base=before) == before


def test_a_run_added_and_removed_leaves_the_planned_run() -> None:
    for minutes, rpe in itertools.product((40.0, 90.0), (4.0, 8.0)):
        ran = with_controls(
            SORE, dataclasses.replace(ControlValues.of(SORE), run_minutes=minutes, run_rpe=rpe), base=SORE
        )
        assert Session("run", MORNING, minutes, rpe) in ran.sessions
        assert with_controls(ran, dataclasses.replace(ControlValues.of(ran), run_minutes=0.0), base=SORE) == SORE


def test_a_rating_of_earlier_today_is_named_with_its_time() -> None:
    early = dataclasses.replace(SORE, check_ins=[CheckIn(MORNING - dt.timedelta(minutes=58), 4.5)])
    bare = dataclasses.replace(SORE, check_ins=())
    rows = {row.label: row.texts for row in find_differences([early, bare])}
    assert rows["Soreness now"] == ("4.5/10 at 06:02", "not rated")


def test_a_rating_tried_takes_the_place_of_those_of_the_last_hour_alone() -> None:
    ratings = [CheckIn(MORNING - dt.timedelta(minutes=ago), sore) for ago, sore in ((60, 3), (59, 5))]
    case = Scenario(MORNING, check_ins=ratings)
    tried = with_controls(case, dataclasses.replace(ControlValues.of(case), soreness=7.0))
    assert tried.check_ins == (ratings[0], CheckIn(MORNING, 7))


def test_an_effort_tried_is_no_longer_an_estimate() -> None:
    guessed = dataclasses.replace(legs(12, 60, 8), estimated=frozenset({"rpe", "minutes"}))
    case = scenario("recreational", guessed)
    (tried,) = with_controls(case, dataclasses.replace(ControlValues.of(case), effort=6.0)).sessions
    assert (tried.rpe, tried.estimated) == (6.0, frozenset({"minutes"}))


def test_a_rating_of_yesterday_is_not_soreness_now() -> None:
    last_evening = CheckIn(MORNING - dt.timedelta(hours=10), 6)
    cases = Scenario(MORNING, check_ins=[last_evening]), Scenario(MORNING, check_ins=[CheckIn(MORNING, 3)])
    differing = {row.label: row.texts for row in find_differences(cases)}
    assert differing["Soreness now"] == ("not rated", "3/10")
    assert differing["Earlier ratings"] == ("Tue 3 Mar, 21:00 6/10", "none")


def test_a_rating_is_told_once() -> None:
    """Rated again now, the rating of an hour ago is no earlier one that was left out: it is what soreness was."""
    early = dataclasses.replace(SORE, check_ins=(CheckIn(MORNING - dt.timedelta(minutes=58), 4.5),))
    again = with_controls(early, dataclasses.replace(ControlValues.of(early), soreness=8.0))
    assert [row.label for row in find_differences([early, again])] == ["Soreness now"]
    assert said(early, again).startswith("Soreness now 8/10 instead of 4.5/10 at 06:02 ")


# What is said twice


@pytest.mark.parametrize("preset", PRESETS, ids=lambda p: p.name)
def test_the_difference_is_that_of_the_numbers_beside_it(preset: Preset) -> None:
    before = preset.scenario(MORNING.date())
    others = [
        dataclasses.replace(before, athlete=dataclasses.replace(before.athlete, usual_sleep_h=slept))
        for slept in (5, 6.5, 9)
    ]
    rows = {row.label: row.texts for row in outcome_rows(seen(before, *others))}
    shown = [int(text.split()[0]) for text in rows["Recovery tomorrow morning"]]
    for text, score in zip(rows["Difference to A, tomorrow morning"][1:], shown[1:], strict=True):
        said_points = int(text.split()[0].replace("\u2212", "-"))
        assert said_points == score - shown[0]
        low, high = (int(end.replace("\u2212", "-")) for end in re.findall(r"[+\u2212]?\d+", text.partition("(")[2]))
        assert low <= said_points <= high


def test_the_sentence_moves_a_window_as_far_as_the_table_says() -> None:
    one, other = seen(nights(5), nights(8))
    before, after = one.window("hard").likely, other.window("hard").likely
    assert before is not None
    assert after is not None
    hours = (before - after) / dt.timedelta(hours=1)
    assert f"forward by about {hours:.0f}\u00a0h" in difference_sentence([one, other])
