"""What a person tells is checked at the door, and the error says what, where and how to mend it."""

import dataclasses
import datetime as dt
import math
from typing import Any

import pytest

from legrun.errors import LegrunError, ScenarioError
from legrun.scenario import Athlete, CheckIn, Habits, PlanItem, Response, Scenario, Session
from tests.scenarios import MORNING, legs, run


@pytest.mark.parametrize(
    ("build", "field"),
    [
        (lambda: Session("swim", MORNING, 60, 8), "session.kind"),  # type: ignore[arg-type]
        (lambda: Session("run", MORNING, 0, 8), "session.minutes"),
        (lambda: Session("run", MORNING, math.nan, 8), "session.minutes"),
        (lambda: Session("run", MORNING, math.inf, 8), "session.minutes"),
        (lambda: Session("run", MORNING, 60, 11), "session.rpe"),
        (lambda: Session("run", MORNING, "60", 8), "session.minutes"),  # type: ignore[arg-type]
        (lambda: Session("run", MORNING, True, 8), "session.minutes"),
        (lambda: Session("run", MORNING.replace(tzinfo=dt.UTC), 60, 8), "session.start"),
        (lambda: Session("run", MORNING, 60, 8, style="jog"), "session.style"),  # type: ignore[arg-type]
        (lambda: Session("run", MORNING, 60, 8, downhill_minutes=61), "session.downhill_minutes"),
        (lambda: Session("legs", MORNING, 60, 8, hard_sets=-1), "session.hard_sets"),
        (lambda: Session("legs", MORNING, 60, 8, to_failure=1), "session.to_failure"),  # type: ignore[arg-type]
        (lambda: Athlete(age=7), "athlete.age"),
        (lambda: Athlete(usual_sleep_h=-1), "athlete.usual_sleep_h"),
        (lambda: Athlete(response=3), "athlete.response"),  # type: ignore[arg-type]
        (lambda: Response(5, 0.3, 0, 0.2), "response.amplitude_mean"),
        (lambda: CheckIn(MORNING, 10.5), "check_in.soreness"),
        (lambda: CheckIn("today", 4), "check_in.time"),  # type: ignore[arg-type]
        (lambda: Habits(alcohol_g_per_kg=9), "habits.alcohol_g_per_kg"),
        (lambda: Habits(massage="yes"), "habits.massage"),  # type: ignore[arg-type]
        (lambda: PlanItem(run(0, 40, 4), days=frozenset({7})), "plan_item.days"),
        (lambda: Scenario(now=MORNING, sleep_h=17), "sleep_h"),
        (lambda: Scenario(now=MORNING, sleep_h={MORNING: 7}), "sleep_h"),
        (lambda: Scenario(now=MORNING, sleep_h={MORNING.date(): -1}), "sleep_h"),
        (lambda: Scenario(now=MORNING, flags=frozenset({"tired"})), "flags"),
        (lambda: Scenario(now=MORNING, sessions=("legs",)), "sessions"),  # type: ignore[arg-type]
        (lambda: Scenario(now=MORNING, sessions=run(0, 40, 4)), "sessions"),  # type: ignore[arg-type]
        (lambda: Scenario(now=MORNING, check_ins=CheckIn(MORNING, 3)), "check_ins"),  # type: ignore[arg-type]
        (lambda: Scenario(now=MORNING, flags="limping"), "flags is 'limping'; it must be a set of"),
        (lambda: Scenario(now=MORNING, flags=None), "flags"),  # type: ignore[arg-type]
        (lambda: Scenario(now=MORNING, check_ins=(CheckIn(MORNING + dt.timedelta(hours=1), 3),)), "check_ins.time"),
        (lambda: Scenario(now=MORNING, sessions=(run(0, 40, 4),), planned=run(0, 40, 4)), "planned"),
        (lambda: Scenario(now=MORNING, longest_run_minutes=0), "longest_run_minutes"),
    ],
)
def test_a_bad_value_is_named_with_its_field_and_range(build: Any, field: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        build()
    assert caught.value.field.startswith(field.partition(" ")[0])
    assert str(caught.value).startswith(field)
    assert "must be" in str(caught.value)
    assert isinstance(caught.value, LegrunError)
    assert isinstance(caught.value, ValueError)


def test_a_long_value_does_not_flood_the_error() -> None:
    with pytest.raises(ScenarioError) as caught:
        Session("x" * 10_000, MORNING, 60, 8)  # type: ignore[arg-type]
    assert len(str(caught.value)) < 200


def test_lists_dicts_and_numpy_numbers_are_welcome() -> None:
    import numpy as np

    scenario = Scenario(
        now=MORNING, sessions=[legs(12, 60, 8)], check_ins=[CheckIn(MORNING, np.float64(4))],
        sleep_h={MORNING.date(): 6},
    )  # fmt: skip
    assert scenario.nights == {MORNING.date(): 6.0}
    assert scenario.check_ins[0].soreness == 4.0


def test_the_order_of_sessions_makes_no_other_scenario() -> None:
    one, two = legs(12, 60, 8), run(40, 30, 4)
    assert Scenario(now=MORNING, sessions=(one, two)) == Scenario(now=MORNING, sessions=(two, one))


def test_values_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        legs(12, 60, 8).rpe = 3  # type: ignore[misc]
