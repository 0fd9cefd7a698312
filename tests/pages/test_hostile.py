"""Hostile names and cells stay texts: on every page, and in everything that is taken along."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from pathlib import Path

import icalendar
import pytest
from streamlit.testing.v1 import AppTest

import legrun
from legrun.logs import read_log
from legrun.logs.tables import as_csv, assumption_rows, merge_rows, problem_rows
from legrun.report import plan_csv, plan_ics, week_csv, week_ics
from legrun.roster import read_roster, roster_csv
from tests.hostile import BAIT, CELLS, FORMULA_STARTS, HUGE, ON_PAGES, rich_texts, unsafe
from tests.pages.roster_page import clients
from tests.pages.test_every_page import today
from tests.pages.test_log import log_page

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
BAITS = pytest.mark.parametrize("bait", CELLS, ids=BAIT)
# What a page could make something of; formulas only come to life in a spreadsheet.
PAGE_BAITS = pytest.mark.parametrize("bait", [BAIT[name] for name in ON_PAGES], ids=ON_PAGES)


def rows(*told: list[str]) -> bytes:
    """Return a CSV of rows."""
    sheet = io.StringIO()
    csv.writer(sheet).writerows(told)
    return sheet.getvalue().encode()


def lifts(bait: str) -> bytes:
    """Return a Hevy export with a text in every cell that may hold one, with rows that cannot be read."""
    header = "title start_time end_time description exercise_title exercise_notes set_index set_type weight_kg reps rpe"
    good = [bait, "2026-03-03 18:00", "2026-03-03 19:00", bait, "Leg Press", bait, "0", "normal", "80", "8", "7"]
    named = [bait, "2026-03-02 18:00", "2026-03-02 19:00", bait, bait, bait, "1", bait, bait, bait, bait]
    late = [bait, bait, bait, bait, bait, bait, bait, bait, bait, bait, bait]
    return rows(header.split(), *[good] * 5, named, late)


def watch(bait: str) -> bytes:
    """Return a Strava export that holds the same leg day under a hostile name."""
    header = ["Activity ID", "Activity Date", "Activity Name", "Activity Type", "Elapsed Time", "Distance", "Filename"]
    return rows(header, ["1", "Mar 3, 2026, 6:00:00 PM", bait, "Weight Training", "3600", "0", bait])


def roster(bait: str) -> bytes:
    """Return a roster with a text in every cell that may hold one."""
    header = ["record", "athlete", "kind", "start", "minutes", "rpe", "name", "soreness", "sleep_h", "flag", "key"]
    return rows(
        [*header, bait],
        ["session", bait, "legs", "2026-03-03T18:00", "60", "8", bait, "", "", "", "", bait],
        ["session", bait, "run", "2026-03-04T18:00", "40", "4", bait, "", "", "", "", bait],
        ["check_in", bait, "", "2026-03-04T06:00", "", "", "", "3", "7", bait, "", bait],
        [bait, "Anna", bait, bait, bait, bait, bait, bait, bait, bait, bait, bait],
        ["check_in", "Anna", "", "2026-03-04T06:00", "", "", "", bait, bait, bait, bait, bait],
    )


def expect_harmless(at: AppTest) -> None:
    """Expect a page that stands to its end and shows nothing that came to life."""
    assert not at.exception, [e.value for e in at.exception]
    shown = rich_texts(at)
    assert any("not medical advice" in text for text in shown)
    assert unsafe(shown) == []


@PAGE_BAITS
def test_no_page_that_a_log_reaches_shows_more_than_its_text(bait: str) -> None:
    at = log_page((f"{bait}.csv".replace("/", "_"), lifts(bait)), ("watch.csv", watch(bait)))
    expect_harmless(at)
    at.button(key="use_log").click().run()
    expect_harmless(at.switch_page("app.py").run())
    expect_harmless(at.button(key="share").click().run())
    expect_harmless(at.switch_page("pages/week.py").run())
    at.button(key="start_The last 7 days of my log").click().run()
    expect_harmless(at)


@PAGE_BAITS
def test_an_unknown_table_shows_no_more_than_its_text(bait: str) -> None:
    named = f"{bait}.csv".replace("/", "_")
    at = log_page((named, rows([bait, "When", "What"], [bait, "2026-03-03 18:00", "legs"])), ("b.csv", rows([bait])))
    expect_harmless(at)


@PAGE_BAITS
def test_clients_show_no_more_than_their_text(bait: str) -> None:
    at = clients(sample=False)
    at.file_uploader(key="roster_upload").upload("r.csv", roster(bait), "text/csv").run()
    for client in range(2):
        at.selectbox(key="roster_open").set_value(client).run()
        expect_harmless(at)


@PAGE_BAITS
def test_what_is_typed_in_or_stands_in_the_address_is_only_text(bait: str) -> None:
    at = today(day=bait, sore=bait, plan=bait, pin=bait, s=bait, **{bait: bait})
    expect_harmless(at)
    expect_harmless(at.switch_page("pages/evidence.py").run())
    at.text_input(key="show").set_value(bait).run()
    expect_harmless(at)
    at.switch_page("pages/compare.py").run()
    next(button for button in at.button if "example" in button.label).click().run()
    at.text_input[0].set_value(bait).run()
    expect_harmless(at)


@pytest.mark.parametrize("page", ["log", "clients"])
def test_a_cell_of_300_kb_is_not_sent_back_whole(page: str) -> None:
    if page == "log":
        at = log_page(("a.csv", lifts(HUGE)))
    else:
        at = clients(sample=False)
        at.file_uploader(key="roster_upload").upload("r.csv", roster(HUGE), "text/csv").run()
        at.selectbox(key="roster_open").set_value(0).run()
    expect_harmless(at)
    texts = [str(cell) for each in (*at.dataframe, *at.data_editor) for cell in each.value.to_numpy().ravel()]
    assert max(map(len, texts), default=0) < 4000


def cells_of(data: bytes | str) -> list[str]:
    """Return every cell of a CSV, as a spreadsheet takes it; comments are not data."""
    text = data if isinstance(data, str) else data.decode("utf-8-sig")
    lines = [line for line in io.StringIO(text, newline="") if not line.startswith("#")]
    return [cell for row in csv.reader(lines) for cell in row]


def expect_no_formula(data: bytes | str) -> None:
    """Expect cells that no spreadsheet runs, and no character that turns or hides what stands there."""
    for cell in cells_of(data):
        assert not cell.startswith(FORMULA_STARTS) or re.fullmatch(r"-?[\d.e+-]+", cell), cell[:80]
        assert not set(cell) & set("\x00\x07\x1b\u202e\u2066"), cell[:80]


@BAITS
def test_exports_of_a_log_start_no_formula_and_read_back(bait: str) -> None:
    log = legrun.merge_logs([read_log(lifts(bait), name=f"{bait}.csv"), read_log(watch(bait), name=f"{bait}2.csv")])
    expect_no_formula(log.to_csv())
    for told in (assumption_rows(log), merge_rows(log), problem_rows(log)):
        expect_no_formula(as_csv(told))
    again = read_log(log.to_csv())
    assert [s.name for s in again.sessions] == [s.name for s in log.sessions]


@BAITS
def test_exports_of_a_roster_start_no_formula_and_read_back(bait: str) -> None:
    result = read_roster(roster(bait))
    data = roster_csv(result, dt.datetime(2026, 3, 4, 7), {})
    expect_no_formula(data)
    assert read_roster(data).clients == result.clients


@BAITS
def test_exports_of_a_week_start_no_formula_and_stay_calendars(bait: str) -> None:
    from legrun.report import plan_html
    from legrun.scenario.week_plan import WeekPlan
    from legrun.week.review import review_plan

    now = dt.datetime(2026, 3, 4, 7)
    run = legrun.Session("run", now + dt.timedelta(hours=11), minutes=40, rpe=4, name=bait)
    scenario = legrun.Scenario(now=now, planned=run)
    plan = WeekPlan(dt.date(2026, 3, 2), (legrun.PlanItem(run),))
    review = review_plan(plan, scenario)
    for data in (week_csv(legrun.answer(scenario)), plan_csv(review)):
        expect_no_formula(data)
    for ics in (week_ics(legrun.answer(scenario)), plan_ics(review)):
        calendar = icalendar.Calendar.from_ical(ics)
        assert not calendar.errors
        assert not set("\x00\x07\x1b\u202e\u2066") & set(ics.decode())
    page = plan_html(review).decode()
    assert not re.search(r"<img|<script", page)
