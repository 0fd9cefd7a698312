"""What running costs on tired legs, and that its range holds both spreads."""

import datetime as dt
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legrun.answering import answer
from legrun.evidence import constant
from legrun.model.readiness import VERDICTS, Verdict
from legrun.model.running_cost import running_cost_pct, running_cost_range80
from legrun.scenario import Scenario, Session
from legrun.wording.why import cost_sentence

losses = st.floats(0.0, 60.0, width=32)


@pytest.mark.parametrize(
    ("pace", "cost"), [("rest", 1.0), ("walk", 1.0), ("easy", 1.0), ("moderate", 2.5), ("hard", 4.0)]
)
def test_the_pace_decides_the_cost(pace: Verdict, cost: float) -> None:
    assert running_cost_pct(pace, 10.0) == cost


def test_a_loss_known_exactly_leaves_the_range_of_the_cost_itself() -> None:
    cost = constant("running_cost.hard")
    low, high = running_cost_range80("hard", 10.0, 10.0, 10.0)
    assert [float(low), float(high)] == pytest.approx([10 * cost.low, 10 * cost.high])


def test_two_equal_spreads_join_in_quadrature_on_logs() -> None:
    low, high = running_cost_range80("moderate", 10.0, 5.0, 20.0)  # half to double, as the cost itself
    factor = 2 ** math.sqrt(2)
    assert [float(low), float(high)] == pytest.approx([2.5 / factor, 2.5 * factor])


@given(st.sampled_from(VERDICTS), st.tuples(losses, losses, losses))
def test_the_range_holds_that_of_lost_strength_alone(pace: Verdict, spread: tuple[float, float, float]) -> None:
    low80, median, high80 = sorted(spread)
    low, high = running_cost_range80(pace, median, low80, high80)
    assert 0 <= low <= running_cost_pct(pace, low80) + 1e-9
    assert running_cost_pct(pace, high80) - 1e-9 <= high < np.inf


def test_nothing_lost_costs_nothing() -> None:
    low, high = running_cost_range80("easy", np.zeros(2), np.zeros(2), np.array([0.0, 4.0]))
    assert low.tolist() == [0.0, 0.0]
    assert high.tolist() == pytest.approx([0.0, 0.4])


def test_the_card_says_the_cost_with_its_range() -> None:
    now = dt.datetime(2026, 3, 4, 7)
    legs = Session("legs", now - dt.timedelta(hours=13), 60, 9, novelty=1.0)
    advice = answer(Scenario(now, sessions=(legs,))).advice
    low, high = advice.running_cost_range80
    assert low < advice.running_cost_pct < high
    assert cost_sentence(advice) == (
        f"The same pace will feel harder: it costs about {advice.running_cost_pct:.0f}\u00a0% more oxygen "
        f"({low:.0f} to {high:.0f})."
    )
