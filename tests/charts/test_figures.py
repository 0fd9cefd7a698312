"""What the data of a figure say beside the values that they are drawn from."""

from __future__ import annotations

import datetime as dt

import pytest

from legrun.answering import answer
from legrun.charts import calendar_figure, chances_figure, load_table
from legrun.model.readiness import VERDICTS
from legrun.scenario import Scenario, Session
from legrun.scenario.hours import DAY
from legrun.scenario.names import VERDICT_NAMES
from legrun.trends import weeks
from legrun.week.review import review_plan
from legrun.week.templates import TEMPLATES
from tests.scenarios import MORNING, legs, scenario

MONDAY = dt.datetime(2026, 3, 2)


def test_a_run_that_does_not_fit_has_an_edge_and_no_other_has() -> None:
    review = review_plan(TEMPLATES[0].plan(MONDAY.date()), Scenario(MONDAY))
    edges = calendar_figure(review).datasets["sessions"].column("edge").to_pylist()
    fits = [each.fits for each in review.sessions]
    assert False in fits
    assert [edge != "transparent" for edge in edges] == [each is False for each in fits]


def test_chances_are_stacked_from_rest_to_hard_and_add_up_at_every_hour() -> None:
    asked = answer(scenario("recreational", legs(12, 60, 8), sore=4))
    rows = chances_figure(asked).datasets["chances"].to_pylist()
    names = [VERDICT_NAMES[verdict] for verdict in VERDICTS]
    assert all(names[row["order"]] == row["verdict"] for row in rows)
    totals: dict[dt.datetime, float] = {}
    for row in rows:
        totals[row["time"]] = totals.get(row["time"], 0.0) + row["chance"]
    assert len(totals) == 169
    assert list(totals.values()) == pytest.approx([1.0] * 169, abs=0.003)
    now = {row["verdict"]: row["chance"] for row in rows[:: len(totals)]}
    assert now == pytest.approx({VERDICT_NAMES[v]: share for v, share in asked.advice.chances.items()}, abs=0.001)


def test_the_table_of_weeks_holds_load_monotony_and_strain() -> None:
    sessions = [Session("run", MORNING + day * DAY, 40, 5) for day in (0, 1, 4, 9)]
    done = weeks(sessions, until=MORNING + 12 * DAY)
    rows = load_table(done).to_dict("records")[::-1]  # the newest stands first
    assert [row["Week of"] for row in rows] == [week.monday for week in done]
    for week, row in zip(done, rows, strict=True):
        even = [f"{week.monotony:.2f}", f"{week.strain:.0f}"] if week.days == 7 else ["–", "–"]
        assert row["Load (AU)"] == round(week.load_au)
        assert [row["Monotony"], row["Strain (AU)"]] == even
    assert any(week.days == 7 for week in done)
