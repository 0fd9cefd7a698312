"""Doses: in proportion while there is little, protected by what came before, never changed by splitting a recording."""

import datetime as dt
import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import legrun
from legrun.evidence import value
from legrun.model.dose import downhill_dose, leg_load_au, protections, run_dose, session_doses
from legrun.model.whole import usual_longest, whole_sessions
from legrun.scenario import EXPERIENCES, KINDS, Experience, Kind, Session
from tests.scenarios import MORNING, legs, run, scenario

FIRST = dt.datetime(2026, 1, 5, 18)
leg_days = st.lists(st.tuples(st.floats(0, 400), st.floats(1, 1440), st.floats(0, 10)), min_size=1, max_size=12)


@given(leg_days)
def test_protection_is_the_best_for_strength_and_the_sum_for_soreness(days: list[tuple[float, float, float]]) -> None:
    sessions = [Session("legs", FIRST + dt.timedelta(days=day), minutes, rpe) for day, minutes, rpe in sorted(days)]
    rows = protections(sessions, "recreational")
    gain, scale, decay = (value(f"protection.{name}") for name in ("gain", "dose_scale", "decay_days"))
    reference = value("protection.recreational")
    for number, session in enumerate(sessions):
        ripe = [
            (dose.level, math.exp(-((session.start - earlier.end) / dt.timedelta(days=decay))))
            for earlier, (_, dose) in zip(sessions[:number], rows, strict=False)
            if session.start - earlier.end >= dt.timedelta(hours=24)
        ]
        since_first = math.exp(-((session.start - sessions[0].start) / dt.timedelta(days=decay)))
        best = max([reference * since_first, *(gain * (1 - math.exp(-dose / scale)) * left for dose, left in ripe)])
        summed = value("habituation.recreational") * since_first + sum(dose * left for dose, left in ripe)
        habit = value("habituation.gain") * (1 - math.exp(-summed / value("habituation.dose_scale")))
        assert rows[number][0].strength == pytest.approx((1 - best) / (1 - reference), rel=1e-9)
        assert rows[number][0].legs == pytest.approx(habit, rel=1e-9)


def test_weeks_off_cost_more_than_a_usual_week() -> None:
    def after(days: int) -> tuple[float, float]:
        again = Session("legs", FIRST + dt.timedelta(days=days), 60, 8)
        dose = session_doses([Session("legs", FIRST, 60, 8), again], "recreational")[-1]
        return dose.level, dose.soreness

    weeks = [after(7 * n) for n in (1, 2, 4, 6, 9, 12)]
    assert [round(level, 2) for level, _ in weeks] == [1.0, 1.1, 1.26, 1.38, 1.5, 1.58]
    assert all(a[1] < b[1] for a, b in itertools.pairwise(weeks))


def test_a_session_protects_from_a_day_after_its_end_on() -> None:
    def strength(hours: float) -> float:
        done = Session("legs", FIRST, 60, 8)
        later = Session("legs", done.end + dt.timedelta(hours=hours), 60, 8)
        return protections([done, later], "novice")[-1][0].strength

    assert strength(23.9) == 1
    assert strength(24) < 0.6


def test_a_usual_training_is_assumed_until_the_log_or_its_first_session_whichever_is_sooner() -> None:
    days = [Session("legs", FIRST + dt.timedelta(days=day), 60, 8) for day in (0, 40)]

    def legs_at_last(log_since: dt.datetime | None) -> float:
        return protections(days, "trained", log_since=log_since)[-1][0].legs

    first = legs_at_last(None)
    assert legs_at_last(FIRST + dt.timedelta(days=20)) == first
    assert legs_at_last(FIRST - dt.timedelta(days=20)) < first


def test_a_year_that_was_typed_wrongly_is_no_fault() -> None:
    """A log from 2020 on with two days of 2126: the time between is too long for what is left of a dose to be told."""
    days = [
        Session("legs", dt.datetime(*date, 18), 60, 8)
        for date in ((2020, 1, 6), (2026, 3, 2), (2126, 3, 2), (2126, 3, 5))
    ]
    first, second, strange, after = protections(days, "recreational")
    assert first[0].legs > 0.5
    assert strange[0].legs < 1e-9 < after[0].legs
    assert strange[1].level == pytest.approx(second[1].level, rel=1e-9)  # after six years nothing is left either


def test_leg_days_protect_running_downhill_in_part() -> None:
    def downhill(*before: Session) -> float:
        descent = run(0, 60, 5, downhill_minutes=30, downhill_grade_pct=10)
        return session_doses([*before, descent], "novice", log_since=FIRST)[-1].downhill

    season = [legs(48 + 84 * n, 60, 8) for n in range(8)][::-1]
    slopes = [run(48 + 84 * n, 60, 5, downhill_minutes=30, downhill_grade_pct=10) for n in range(8)][::-1]
    assert downhill(*slopes) < downhill(*season) < 0.8 * downhill()


def test_a_habit_makes_a_usual_session_less_sore_than_a_first_one() -> None:
    first = session_doses([Session("legs", FIRST, 60, 8)], "novice")[0]
    season = [Session("legs", FIRST + dt.timedelta(days=3.5 * n), 60, 8) for n in range(24)]
    usual = session_doses(season, "novice")[-1]
    assert usual.soreness < first.soreness / 2.5
    assert usual.level < first.level


@pytest.mark.parametrize("experience", EXPERIENCES)
def test_wholly_new_exercises_take_anybody_back_to_a_novice(experience: Experience) -> None:
    curls = Session("legs", FIRST, 60, 8, novelty=1.0)
    item, novice = session_doses([curls], experience)[0], session_doses([curls], "novice")[0]
    assert (item.level, item.soreness, item.protection) == pytest.approx((novice.level, novice.soreness, 0.0))


def test_first_nordic_curls_of_trained_people_cost_strength_for_days() -> None:
    day = legs(0, 45, 9, novelty=1.0)
    lost = legrun.project(scenario("trained", day)).fatigue_pct.median[[24, 48, 72]]
    assert lost == pytest.approx([19, 13, 9], abs=2)  # 25 % was found; usual exercises cost 3 %
    assert legrun.project(scenario("trained", legs(0, 45, 9))).fatigue_pct.median[24] < 5


@pytest.mark.parametrize("kind", ["downhill", "runs"])
def test_the_second_bout_is_protected_for_runs_too(kind: str) -> None:
    downhill = {"downhill_minutes": 30.0, "downhill_grade_pct": 15.0} if kind == "downhill" else {}
    runs = [Session("run", FIRST + dt.timedelta(days=21 * n), 30 if downhill else 150, 5, **downhill) for n in (0, 1)]  # type: ignore[arg-type]
    first, second = (
        legrun.project(scenario("novice", *done, now=done[-1].end, log_since=FIRST - dt.timedelta(days=90)))
        for done in (runs[:1], runs)
    )
    assert second.soreness.median[40] < first.soreness.median[40] - 0.05
    assert second.fatigue_pct.median[40] <= first.fatigue_pct.median[40]


def test_a_little_costs_next_to_nothing() -> None:
    sets = [session_doses([Session("legs", FIRST, 60, 8, hard_sets=n)], "recreational")[0] for n in (0, 0.01, 1, 15)]
    assert sets[0].level == sets[0].soreness == 0
    assert sets[1].level < 0.002
    assert sets[2].level < 0.15
    assert sets[3].level == 1.0
    assert downhill_dose(1, 10) < 0.06
    assert run_dose(10) < 0.01
    # In proportion: a tenth of very little is a tenth of the dose.
    assert downhill_dose(0.01, 15) / downhill_dose(0.001, 15) == pytest.approx(10, rel=0.01)


@pytest.mark.parametrize(("kind", "load"), [("run", 400), ("other", 320), ("walk", 200), ("upper", 0), ("legs", 0)])
def test_other_sport_and_walks_load_the_legs_in_part(kind: Kind, load: float) -> None:
    assert leg_load_au(Session(kind, FIRST, 50, 8)) == pytest.approx(load)


def test_a_match_last_evening_is_never_nothing() -> None:
    match = Session("other", MORNING - dt.timedelta(hours=13.5), 90, 9)
    advice = legrun.advise(scenario("recreational", match))
    assert advice.verdict in ("walk", "easy", "moderate")
    assert any(reason.text.startswith("other sport") for reason in advice.reasons)


@pytest.mark.parametrize("kind", KINDS)
@given(st.floats(40, 240), st.floats(1, 10), st.integers(2, 5), st.floats(0, 170))
def test_splitting_a_recording_changes_no_answer(
    kind: Kind, minutes: float, rpe: float, pieces: int, gap_min: float
) -> None:
    each = dt.timedelta(minutes=minutes / pieces)
    whole = Session(kind, MORNING - dt.timedelta(hours=20), minutes, rpe, style="intervals" if kind == "run" else None)
    parts = [Session(kind, whole.start + n * each, minutes / pieces, rpe, style=whole.style) for n in range(pieces)]
    one, many = (legrun.advise(scenario("recreational", *done)) for done in ((whole,), parts))
    assert (one.verdict, one.max_minutes, one.max_rpe) == (many.verdict, many.max_minutes, many.max_rpe)
    assert (one.score, one.soreness.median) == pytest.approx((many.score, many.soreness.median), abs=0.02)
    # With breaks between them it is the same session, only over later.
    step = each + dt.timedelta(minutes=gap_min)
    broken = [Session(kind, whole.start + n * step, minutes / pieces, rpe) for n in range(pieces)]
    joined = whole_sessions(tuple(broken))
    assert len(joined) == 1
    assert joined[0].load_au == pytest.approx(whole.load_au)
    assert abs(joined[0].end - broken[-1].end) <= dt.timedelta(milliseconds=1)


def test_sixty_at_eight_in_three_pieces_scores_as_in_one() -> None:
    whole = legs(14, 60, 8)
    thirds = [Session("legs", whole.start + dt.timedelta(minutes=20 * n), 20, 8) for n in range(3)]
    one, three = (legrun.advise(scenario("recreational", *done)).score for done in ((whole,), thirds))
    assert one == pytest.approx(three, abs=0.01)


def test_pieces_never_make_more_sets_than_a_session_may_have() -> None:
    pieces = tuple(legs(14 - n, 50, 6, hard_sets=60) for n in (1, 0))
    (joined,) = whole_sessions(pieces)
    assert joined.hard_sets == 100
    assert legrun.advise(scenario("recreational", *pieces)).score is not None


def test_intervals_in_three_files_hold_a_hard_run_back() -> None:
    parts = [run(12 + hours, 16, 8, style="intervals") for hours in (0, 0.3, 0.6)]
    assert legrun.advise(scenario("recreational", *parts)).verdict != "hard"


@pytest.mark.parametrize(("minutes", "pieces"), [(179, 1), (180, 2)])
def test_three_hours_part_two_sessions(minutes: float, pieces: int) -> None:
    first = Session("run", FIRST, 40, 4)
    second = Session("run", first.end + dt.timedelta(minutes=minutes), 40, 4)
    assert len(whole_sessions((first, second))) == pieces


def test_a_session_in_pieces_was_warmed_up_if_its_first_piece_was() -> None:
    warm, cold = (Session("legs", FIRST, 20, 8, warm_up=warmed) for warmed in (True, False))
    later = Session("legs", FIRST + dt.timedelta(minutes=20), 20, 8, warm_up=True)
    assert [whole_sessions((first, later))[0].warm_up for first in (warm, cold)] == [True, False]


@pytest.mark.parametrize(("days", "counts"), [(6.9, False), (7, True), (30, True), (30.1, False)])
def test_the_longest_run_is_of_30_days_but_for_the_newest_7(days: float, *, counts: bool) -> None:
    done = Session("run", MORNING - dt.timedelta(days=days), 80, 4)
    assert usual_longest((done,), MORNING) == (80 if counts else None)


def test_the_longest_run_leaves_out_this_week_and_races() -> None:
    runs = [run(24 * days, minutes, 4, style=style) for days, minutes, style in (
        (3, 150, "long"), (9, 80, "easy"), (15, 210, "race"), (20, 60, "easy"), (40, 180, "long")
    )]  # fmt: skip
    assert usual_longest(tuple(sorted(runs, key=lambda s: s.start)), MORNING) == 80
    assert usual_longest(tuple(runs[:1]), MORNING) is None


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.floats(0, 60), st.floats(5, 200)), max_size=8))
def test_whole_sessions_keep_all_that_was_done(rows: list[tuple[Kind, float, float]]) -> None:
    starts = ((Session(kind, FIRST + dt.timedelta(hours=h), m, 5)) for kind, h, m in rows)
    sessions = sorted(starts, key=lambda session: session.start)
    joined = whole_sessions(tuple(sessions))
    assert sum(s.load_au for s in joined) == pytest.approx(sum(s.load_au for s in sessions))
    assert len(joined) <= len(sessions)
    assert np.isfinite([dose.soreness for dose in session_doses(joined, "recreational")]).all()
