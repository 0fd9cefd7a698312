"""Heart rate and pace beside effort: published values, never bolder than the verdict, nothing from nothing."""

import dataclasses

import pytest

import legrun
from legrun.decision.intensity import Limit, heart_rate_limit, highest_heart_rate, pace_limit, vdot
from legrun.errors import ScenarioError
from legrun.scenario import Athlete
from legrun.scenario.presets import PRESETS, Preset
from legrun.wording.intensity import intensity_sentence
from tests.scenarios import MORNING

RUNNER = Athlete(age=40, race_km=10, race_minutes=50)


# Daniels' tables: VDOT of a race result.
@pytest.mark.parametrize(
    ("distance_km", "minutes", "expected"),
    [
        (5, 19 + 57 / 60, 50),
        (10, 41 + 21 / 60, 50),
        (21.0975, 91 + 35 / 60, 50),
        (42.195, 190 + 49 / 60, 50),
        (5, 24 + 8 / 60, 40),
    ],
)
def test_vdot_is_that_of_the_published_tables(distance_km: float, minutes: float, expected: float) -> None:
    assert vdot(distance_km, minutes) == pytest.approx(expected, abs=0.15)


def test_the_highest_heart_rate_is_tanakas_unless_it_was_measured() -> None:
    assert highest_heart_rate(Athlete(age=30)) == (187, 10)
    assert highest_heart_rate(Athlete(age=30, max_heart_rate=176)) == (176, 0)
    assert highest_heart_rate(Athlete()) is None


def test_a_lower_effort_never_allows_a_higher_heart_rate_or_a_faster_pace() -> None:
    efforts = [effort / 2 for effort in range(2, 19)]
    beats = [limit.likely for effort in efforts if (limit := heart_rate_limit(effort, RUNNER))]
    paces = [limit.likely for effort in efforts if (limit := pace_limit(effort, RUNNER))]
    assert len(beats) == len(paces) == len(efforts)
    assert beats == sorted(beats)
    assert paces == sorted(paces, reverse=True)


def test_a_measured_heart_rate_narrows_the_range() -> None:
    def width(limit: Limit | None) -> float:
        assert limit is not None
        assert limit.low80 < limit.likely < limit.high80
        return limit.high80 - limit.low80

    assert width(heart_rate_limit(4, Athlete(max_heart_rate=180))) < width(heart_rate_limit(4, Athlete(age=40)))


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_the_sentence_follows_the_verdict(preset: Preset) -> None:
    scenario = preset.scenario(MORNING.date())
    advice = legrun.answer(scenario).for_plan
    said = intensity_sentence(advice, RUNNER)
    if advice.verdict == "rest":
        assert said is None
    else:
        assert said is not None
        assert f"Effort {advice.max_rpe:g} " in said
        assert (" per km or slower" in said) == (advice.verdict != "walk")
    assert intensity_sentence(advice, Athlete()) is None


def test_heart_rate_and_race_change_no_verdict() -> None:
    scenario = PRESETS[1].scenario(MORNING.date())
    athlete = dataclasses.replace(scenario.athlete, max_heart_rate=150, race_km=5, race_minutes=40)
    told = dataclasses.replace(scenario, athlete=athlete)
    assert legrun.advise(told) == legrun.advise(scenario)


@pytest.mark.parametrize("race", [{"race_km": 10}, {"race_minutes": 50}, {"race_km": 10, "race_minutes": 5}])
def test_half_a_race_and_one_that_nobody_runs_are_refused(race: dict[str, float]) -> None:
    with pytest.raises(ScenarioError, match="race_minutes"):
        Athlete(**race)  # type: ignore[arg-type]
