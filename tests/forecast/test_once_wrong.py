"""What the model of 2026.1 got wrong on real mornings, and the test that holds each thing right now.

=========================================================================  ============================================
wrong once                                                                 held by
=========================================================================  ============================================
*of ratings*
no resting level of one's own: always 2 was unexplained for ever           test_who_always_says_two_is_at_rest_at_two
a scale whose normal is 4 or 5 was never learned                           test_a_scale_whose_normal_is_five_is_learned_within_two_weeks
the time scale ran to its edge on anybody's ratings                        test_ratings_of_one_scenario_never_move_the_time_scale
calibration added nothing, and raised on one person in 17                  test_no_log_makes_it_raise
calibration judged another forecast than the one shown                     test_the_forecast_that_is_judged_is_the_one_that_is_shown
calibration was adopted where a simple rule did as well                    test_what_a_simple_forecast_does_as_well_is_not_adopted
a rating counted in full upward only: rated 0, shown 2                     test_a_rating_counts_in_full_downward_too
5.9 h after a leg day an easy run in 2 h, at 6.0 h in 46 h                 test_hours_since_the_session_have_no_edge
1.4 to 1.5 unexplained turned hard into easy                               test_the_unattributed_caps_one_step_at_a_time
what nobody explains recovered on a timetable, without a range             test_what_nothing_explains_has_a_range_and_fades
the curve of the sessions knew less than raw load                          test_the_curve_of_the_sessions_knows_as_much_as_raw_load
forecasts lost to "the same as yesterday"                                  test_real_mornings_are_forecast_better_than_by_any_simple_rule
a band called 80 % held 29 to 58 %                                         test_people_of_the_model_lie_inside_their_bands
feeling worse taught its own excuse                                        test_the_newest_rating_teaches_nothing_of_what_it_spares
lasting soreness was noticed only after a session, and named dates         test_while_soreness_lasts_no_date_is_named
*of sessions*
soreness peaked at 34 h in people who are used to it                       test_soreness_peaks_when_it_does_in_people_of_each_kind
a usual session was 2.5 times too sore, and sore on the second day         test_a_usual_session_is_a_little_sore_and_mostly_gone_the_second_morning
several short sessions of a day counted less than a long one               test_several_short_sessions_of_a_day_are_no_less_than_one_long_one
60 x 8 in three pieces scored 40 instead of 59                             test_sixty_at_eight_in_three_pieces_scores_as_in_one
intervals in three files allowed a hard run                                test_intervals_in_three_files_hold_a_hard_run_back
splitting a recording changed the answer                                   test_splitting_a_recording_changes_no_answer
square roots were infinitely steep at zero                                 test_a_little_costs_next_to_nothing
effort alone made a "hard leg day"                                         test_a_hard_leg_day_takes_dose_and_effort
other sport and walks counted as nothing                                   test_other_sport_and_walks_load_the_legs_in_part
90 min at 9 of other sport left "nothing that holds it back"               test_a_match_last_evening_is_never_nothing
a second run or downhill was no better borne than the first                test_the_second_bout_is_protected_for_runs_too
first Nordic curls cost trained people 3 % of strength                     test_first_nordic_curls_of_trained_people_cost_strength_for_days
novelty left a trained person's status alone                               test_wholly_new_exercises_take_anybody_back_to_a_novice
this week's run and races were the longest run                             test_the_longest_run_leaves_out_this_week_and_races
minutes and effort were capped apart                                       test_minutes_and_effort_are_capped_together
long runs were allowed in the week after a marathon                        test_runs_stay_short_for_a_week_after_a_marathon
people from 40 on recovered slower                                         test_age_changes_no_recovery
a window was named under a fever or a limp                                 test_a_flag_names_no_date_and_tomorrow_is_an_easy_run_at_most
overall fatigue was not asked                                              test_overall_fatigue_takes_a_verdict_one_step_down_at_most_and_never_up
*of honesty*
tables that constants were weighed on stood as untouched                   test_tables_that_constants_were_weighed_on_are_called_tuned
claims left out the trials that found no harm                              test_claims_name_the_trials_that_found_no_harm
red flags were missing                                                     test_red_flags_name_what_must_not_be_missed
studies and logs disagree, and that was not said                           test_that_studies_and_logs_disagree_is_said
=========================================================================  ============================================
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import Path

import numpy as np
import pytest

import legrun
from legrun.calibration.hindcast import Hindcast
from legrun.checks.refit import Person, people
from legrun.decision.safety import STOP, asks_about_urine
from legrun.evidence import claims, datasets
from legrun.evidence.limits import limits
from legrun.forecast.ensemble import draw
from legrun.model.kinetics import soreness_from
from legrun.scenario import Athlete, CheckIn, Scenario, Session
from legrun.scenario.person import Experience
from tests.scenarios import MORNING, legs, rated, run, scenario

TESTS = Path(__file__).parents[1]
LOGS = Path(__file__).parents[3] / "shared" / "daily_logs"
HOURS = np.arange(0.0, 121.0)


def test_every_test_of_the_table_is_there() -> None:
    held = re.findall(r" (test_\w+)$", __doc__ or "", flags=re.MULTILINE)
    written = {
        name for path in TESTS.glob("**/test_*.py") for name in re.findall(r"^def (test_\w+)", path.read_text(), re.M)
    }
    assert len(held) > 35
    assert set(held) <= written


def curve(experience: Experience, day: Session, *before: Session) -> np.ndarray:
    """Return the median soreness that sessions explain at each hour after the last of them."""
    drawn = draw(scenario(experience, *before, day, now=day.end))
    return np.asarray(np.median(drawn.explained_soreness(HOURS), axis=0))


def test_who_always_says_two_is_at_rest_at_two() -> None:
    advice = legrun.advise(rated(*[(24.0 * day, 2.0) for day in range(21)]))
    assert advice.resting == pytest.approx(2, abs=0.15)
    assert advice.unattributed < 0.2
    assert advice.counted_soreness == pytest.approx(0.5, abs=0.15)
    assert advice.verdict == "hard"


@pytest.mark.parametrize("ratings", [((0, 9.0),), ((0, 0.0), (24, 10.0), (48, 0.0)), ((6, 8.0), (30, 2.0))])
def test_ratings_of_one_scenario_never_move_the_time_scale(ratings: tuple[tuple[float, float], ...]) -> None:
    assert draw(rated(*ratings, sessions=(legs(14, 60, 8), run(40, 60, 5)))).time_scale == 1.0


@pytest.mark.slow
@pytest.mark.skipif(not LOGS.exists(), reason="the public daily logs are not beside the repository")
@pytest.mark.parametrize(
    ("named", "reading", "margin"),
    [
        ("pmdata:5:3:recreational", 0, 0.0), ("pmdata:5:3:recreational", 1, 0.0), ("rugby:7:4:trained", 0, 0.0),
        # Known to fall short by a hair where more than half of all ratings count as nothing.
        ("rugby:7:4:trained", 1, 0.02),
    ],
)  # fmt: skip
def test_the_curve_of_the_sessions_knows_as_much_as_raw_load(named: str, reading: int, margin: float) -> None:
    """Correlation within people with their ratings, beside that of minutes times effort of 48 h."""
    rated_, curve_, raw = (
        np.concatenate(each) for each in zip(*map(_within, people(LOGS, named)[reading::2]), strict=True)
    )
    known, plain = (float(np.corrcoef(rated_, each)[0, 1]) for each in (curve_, raw))
    assert known >= plain - margin
    if named.startswith("rugby"):  # the figures that the Evidence page gives
        assert all(f"{each:.3f}" in limits()["miss-plain-load"].what for each in (known, plain))


def _within(person: Person) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return ratings, what the sessions explain of them, and the load of 48 h, each about its mean."""
    known = Hindcast.of(person.log, person.athlete)
    explained = soreness_from(known.active(1.0), np.ones(1))[0]
    times = [known.start + dt.timedelta(hours=hour) for hour in known.hours.tolist()]
    raw = [
        sum(s.load_au for s in person.log.sessions if dt.timedelta() <= t - s.end <= dt.timedelta(hours=48))
        for t in times
    ]
    ratings = np.array([rating.soreness for rating in known.ratings])
    return ratings - ratings.mean(), explained - explained.mean(), np.array(raw) - np.mean(raw)


@pytest.mark.parametrize(
    ("experience", "day", "earliest", "latest"),
    [
        ("trained", legs(0, 60, 8), 18, 24),
        ("recreational", legs(0, 60, 8), 18, 24),
        ("novice", legs(0, 60, 8), 28, 36),
        ("trained", legs(0, 60, 8, novelty=1), 28, 36),
        ("recreational", run(0, 45, 6), 15, 19),
        ("recreational", run(0, 216, 8), 8, 14),
        ("recreational", run(0, 45, 5, downhill_minutes=30, downhill_grade_pct=15), 30, 48),
    ],
)  # fmt: skip
def test_soreness_peaks_when_it_does_in_people_of_each_kind(
    experience: Experience, day: Session, earliest: float, latest: float
) -> None:
    assert earliest <= HOURS[curve(experience, day).argmax()] <= latest


def test_a_usual_session_is_a_little_sore_and_mostly_gone_the_second_morning() -> None:
    usual = [legs(84.0 * n, 60, 8) for n in range(1, 12)]
    felt = curve("trained", legs(0, 60, 8), *usual)
    first = curve("novice", legs(0, 60, 8))
    assert felt.max() < 2.5 < first.max() / 2
    # An evening's session: 14 h to the next morning, 38 to the second, 62 to the third.
    assert felt[38] < 0.9 * felt[14]
    assert felt[62] < 0.45 * felt[14]


@pytest.mark.parametrize("kind", ["legs", "run", "other", "walk"])
def test_several_short_sessions_of_a_day_are_no_less_than_one_long_one(kind: str) -> None:
    def ago(hours: float, minutes: float) -> Session:
        return Session(kind, MORNING - dt.timedelta(hours=hours, minutes=minutes), minutes, 7)  # type: ignore[arg-type]

    one, several = (
        float(np.median(draw(scenario("recreational", *done)).explained_soreness(np.array([0.0]))))
        for done in ([ago(14, 90)], [ago(21, 30), ago(17, 30), ago(13, 30)])
    )
    assert several >= 0.97 * one


@pytest.mark.parametrize(
    ("day", "hard"),
    [
        (legs(3, 60, 9, hard_sets=1), False),
        (legs(3, 3, 10), False),
        (legs(3, 90, 4), False),
        (legs(3, 60, 8), True),
        (legs(3, 60, 8, hard_sets=12), True),
    ],
)
def test_a_hard_leg_day_takes_dose_and_effort(day: Session, *, hard: bool) -> None:
    held = {gate.key for gate in legrun.answer(scenario("recreational", day)).gates if gate.to_h > 12}
    assert bool(held & {"leg_day", "leg_day_later"}) is hard


def test_age_changes_no_recovery() -> None:
    done = (legs(20, 70, 8), run(44, 90, 6))
    some = [scenario("recreational", *done, sore=3.0), scenario("novice", *done)]
    for each in some:
        young, old = (
            legrun.project(dataclasses.replace(each, athlete=dataclasses.replace(each.athlete, age=age)))
            for age in (25, 65)
        )
        assert (young.recovery.median == old.recovery.median).all()


def test_tables_that_constants_were_weighed_on_are_called_tuned() -> None:
    weighed = ("V2", "V3", "V6", "V7", "V12", "V13", "V20_marshall")
    tables = [table for table in datasets().values() if re.match(rf"({'|'.join(weighed)})(_|$)", table.id)]
    assert len(tables) >= 15
    assert all(table.tuned for table in tables)


def test_claims_name_the_trials_that_found_no_harm() -> None:
    by_id = claims()
    assert by_id[3].grade == "mixed"
    assert {"martinez_navarro_2021", "sherman_1984"} <= set(by_id[3].studies)
    assert "fares_2021" in by_id[8].studies
    assert {"dattilo_2020", "skein_2013"} <= set(by_id[21].studies)


@pytest.mark.parametrize(
    ("flag", "words"),
    [
        ("rhabdo", ("urine", "tight, numb", "stretch", "where you sit", "bladder or bowels")),
        ("heart", ("breathlessness", "swollen calf", "hot skin", "confusion")),
        ("injury", ("groin or hip on loading", "one-sided", "clot")),
    ],
)
def test_red_flags_name_what_must_not_be_missed(flag: str, words: tuple[str, ...]) -> None:
    said = " ".join(map(str, STOP[flag]))
    assert all(word in said for word in words)


@pytest.mark.parametrize(("sore", "days", "asked"), [(9.0, 1, True), (8.0, 1, False), (7.0, 6, True), (6.0, 6, False)])
def test_dark_urine_is_asked_about_by_itself(sore: float, days: int, *, asked: bool) -> None:
    done = legs(24.0 * days, 60, 8)
    assert asks_about_urine(Scenario(MORNING, Athlete(), [done], [CheckIn(MORNING, sore)])) is asked


@pytest.mark.parametrize(("days", "asked"), [(0, True), (7, True), (8, False)])
def test_dark_urine_is_not_asked_about_for_ever(days: int, *, asked: bool) -> None:
    rated = CheckIn(MORNING - dt.timedelta(days=days), 9)
    assert asks_about_urine(Scenario(MORNING, check_ins=[rated])) is asked


def test_that_studies_and_logs_disagree_is_said() -> None:
    assert any("Studies and daily logs disagree" in limit.what for limit in limits().values())
