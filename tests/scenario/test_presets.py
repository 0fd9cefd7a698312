"""The ten situations give what they are meant to show."""

import datetime as dt

import pytest

import legrun
from legrun.decision.advice import plan_fits
from legrun.scenario.presets import PRESETS, Preset

# Name: verdict, score, minutes, effort.
EXPECTED = {
    "First leg day ever": ("walk", 33, 40, 2),
    "Morning after legs": ("easy", 57, 35, 4),
    "Legs this morning, run tonight": ("easy", 66, 35, 4),
    "Lifts twice a week": ("moderate", 86, 70, 6),
    "Marathon build": ("moderate", 75, 105, 6),
    "Short nights": ("moderate", 83, 35, 6),
    "Too sore to walk normally": ("rest", 20, 0, 0),
    "Rested": ("hard", 98, 30, 9),
    "Marathon yesterday": ("walk", 40, 40, 2),
    "Sore, nothing logged": ("easy", 53, 25, 3),
}
DAY = dt.date(2026, 3, 4)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda p: p.name)
def test_each_preset_gives_its_verdict(preset: Preset) -> None:
    advice = legrun.advise(preset.scenario(DAY))
    verdict, score, minutes, rpe = EXPECTED[preset.name]
    assert (advice.verdict, advice.max_minutes, advice.max_rpe) == (verdict, minutes, rpe)
    assert advice.score == pytest.approx(score, abs=2)


def test_there_are_ten() -> None:
    assert [p.name for p in PRESETS] == list(EXPECTED)


def by_name(name: str) -> legrun.Scenario:
    return next(p for p in PRESETS if p.name == name).scenario(DAY)


def test_the_marathon_builders_long_run_fits_at_effort_four() -> None:
    log = by_name("Marathon build")
    assert log.planned is not None
    assert plan_fits(legrun.advise(log), log.planned)


def test_who_lifts_twice_a_week_runs_hard_twelve_hours_later() -> None:
    log = by_name("Lifts twice a week")
    hard = legrun.advise(log).windows[-1].likely
    assert hard is not None
    assert (hard - log.now) / dt.timedelta(hours=1) == pytest.approx(12, abs=2)


def test_short_nights_run_hard_once_slept() -> None:
    log = by_name("Short nights")
    assert legrun.advise(log, log.now + dt.timedelta(days=1)).verdict == "hard"


def test_sore_without_a_log_is_asked_about() -> None:
    advice = legrun.advise(by_name("Sore, nothing logged"))
    assert advice.unattributed == pytest.approx(2, abs=0.5)
