"""Units of the screen: what is shown and typed in miles or by the pound, and that values stay in km and kg."""

from __future__ import annotations

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from legrun.logs.fields.units import KM_PER_MILE, LB_PER_KG
from tests.pages.test_every_page import headline, today
from tests.pages.test_log import add_run, edit, log_page, table

pytestmark = pytest.mark.slow

HEVY = "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
RUN = "Run,2026-03-03 18:00,2026-03-03 19:00,Running,0,normal,,,10,3600,4\n"


def log_with_a_run() -> AppTest:
    at = log_page(("hevy.csv", HEVY + RUN))
    assert table(at)["Distance (km)"].tolist() == [10]
    return at


def in_unit(at: AppTest, key: str, unit: str) -> AppTest:
    at.segmented_control(key=key).set_value(unit).run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def test_distances_are_shown_and_typed_in_miles() -> None:
    at = in_unit(log_with_a_run(), "distance_unit", "miles")
    assert table(at)["Distance (miles)"].tolist() == pytest.approx([10 / KM_PER_MILE])
    edit(at, "sessions", edited_rows={0: {"Distance (miles)": 5.0}})
    assert table(at)["Distance (miles)"].tolist() == pytest.approx([5], abs=1e-3)
    add_run(at, dt.date(2026, 3, 4), 30, 3.0)
    in_unit(at, "distance_unit", "km")
    assert table(at)["Distance (km)"].tolist() == pytest.approx([3 * KM_PER_MILE, 5 * KM_PER_MILE], abs=1e-3)


def test_the_unit_of_distance_is_remembered_for_the_visit() -> None:
    at = in_unit(log_with_a_run(), "distance_unit", "miles")
    at.switch_page("app.py").run()
    at.switch_page("pages/log.py").run()
    assert "Distance (miles)" in table(at).columns


def test_protein_and_alcohol_are_typed_by_the_pound() -> None:
    at = in_unit(today(protein="1.6", effort="0"), "weight_unit", "lb")
    protein, alcohol = (at.number_input(key=f"{name}_per_lb") for name in ("protein", "alcohol"))
    assert protein.value == pytest.approx(1.6 / LB_PER_KG, abs=0.005)
    assert "From 0.46 g/lb" in alcohol.help
    alcohol.set_value(0.45).run()
    assert "hard run" in headline(at)
    at.number_input(key="alcohol_per_lb").set_value(0.46).run()
    assert "steady run" in headline(at)
    for page in ("pages/week.py", "app.py"):
        at.switch_page(page).run()
        assert not at.exception
    assert at.number_input(key="alcohol_per_lb").value == 0.46
    in_unit(at, "weight_unit", "kg")
    assert at.number_input(key="protein").value == pytest.approx(1.6)
    assert at.number_input(key="alcohol").value == pytest.approx(1.0)


def test_a_situation_fills_what_is_typed_by_the_pound_too() -> None:
    at = in_unit(today(alcohol="2"), "weight_unit", "lb")
    at.selectbox(key="situation").set_value("Rested").run()
    assert at.number_input(key="alcohol_per_lb").value == 0
