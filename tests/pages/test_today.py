"""Today: the slider that is not rated, a leg day ahead, and a page left open."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

import legrun
from legrun.scenario import Scenario
from pages._ui.state import clock
from pages._ui.state.inputs import HAIR
from tests.pages.test_every_page import all_text, headline, today

pytestmark = pytest.mark.slow


def test_a_slider_that_is_not_rated_stands_at_the_estimate() -> None:
    at = today()
    now = dt.datetime(2026, 3, 4, 7)
    legs = legrun.Session("legs", dt.datetime(2026, 3, 3, 18), 60, 8)
    estimate = legrun.advise(Scenario(now, sessions=(legs,), sleep_h=7.5)).soreness.median
    assert at.slider(key="sore").value == pytest.approx(round(2 * estimate) / 2 + HAIR)
    assert "Estimate: " in headline(at)


def test_any_place_of_the_slider_rates_that_place() -> None:
    at = today()
    stood = float(at.slider(key="sore").value)  # type: ignore[arg-type]  # one handle
    # What a click on the handle itself, or the first key, sends: the step beside which it stands.
    at.slider(key="sore").set_value(round(2 * stood) / 2).run()
    assert at.toggle(key="rated").value is True
    assert at.slider(key="sore").value == round(2 * stood) / 2
    assert "Estimate: " not in headline(at)


def test_the_estimate_moves_with_the_other_sliders() -> None:
    at = today()
    before = float(at.slider(key="sore").value)  # type: ignore[arg-type]  # one handle
    at.slider(key="effort").set_value(3.0).run()
    assert float(at.slider(key="sore").value) < before  # type: ignore[arg-type]  # one handle


def test_this_morning_is_before_now_whatever_its_usual_hour() -> None:
    at = today()
    at.radio(key="day").set_value("This morning").run()
    assert "hard run" not in headline(at).lower()
    assert at.time_input(key="legtime").value == dt.time(6)
    assert "is ahead" not in all_text(at)


def test_a_leg_day_ahead_is_called_one() -> None:
    at = today(day="Other", legdate="2026-03-06", effort="8")
    assert "This leg day is ahead (Fri 6 Mar, 18:00). The verdict is for before it" in all_text(at)
    before = today(day="Other", legdate="2026-03-04", effort="8", when="Tomorrow morning")
    assert "The verdict is for your run after it, and counts it." in all_text(before)


def test_the_end_of_a_slider_and_the_night_of_the_small_hours_are_named() -> None:
    text = all_text(today(now="2026-03-04T00:30", sleep="3", usual="10"))
    assert "The night that ends today. 3 h or less. Short:" in text
    assert "10 h or more" in text


def test_a_page_left_open_offers_to_move_to_now() -> None:
    at = today(now="")
    assert "This is for" not in all_text(at)
    at.session_state["_clock"] = at.session_state["_clock"] - dt.timedelta(hours=2)
    at.session_state["_now"] = at.session_state["_clock"]
    at.run()
    assert "This is for" in all_text(at)
    at.button(key="move_to_now").click().run()
    assert "This is for" not in all_text(at)


def test_overall_fatigue_takes_a_verdict_down_and_never_up() -> None:
    order = ("rest", "walk", "easy", "steady", "hard")
    at = today(day="3 days ago", effort="5", sore="0", rated="true")

    def step() -> int:
        return next(place for place, word in enumerate(order) if word in headline(at).lower())

    before = step()
    at.selectbox(key="overall_fatigue").set_value("5 very tired").run()
    assert step() == before - 1
    at.selectbox(key="overall_fatigue").set_value("1 very fresh").run()
    assert step() == before


# Places that changed their clocks in 2026, of which this machine's tables may not know yet, and one of a fixed distance.
@pytest.mark.parametrize(
    ("zone", "minutes_behind"),
    [
        ("America/Vancouver", 420),
        ("America/Edmonton", 360),
        ("America/Winnipeg", 300),
        ("America/Havana", 240),
        ("Africa/Casablanca", 0),
        ("Etc/GMT-14", -840),
        ("Etc/Unknown", -345),
    ],
)
def test_the_browsers_distance_from_utc_comes_before_the_tables_of_zones(
    zone: str, minutes_behind: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = SimpleNamespace(timezone=zone, timezone_offset=minutes_behind)
    monkeypatch.setattr(clock, "st", SimpleNamespace(context=told))
    meant = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=minutes_behind)
    assert abs(clock._local_time() - meant.replace(tzinfo=None)) < dt.timedelta(minutes=1)
