"""What a visitor takes along opens as what it claims to be, and says what the pages say."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from icalendar import Calendar

import legrun
from legrun.charts import week_table
from legrun.decision.safety import STOP
from legrun.model.readiness import VERDICTS
from legrun.report import COLUMNS, printable, safe_cell, week_csv, week_ics
from legrun.report.handouts.content import content
from legrun.scenario import RED_FLAGS, Scenario, Session
from legrun.scenario.hours import HOUR
from legrun.scenario.names import VERDICT_NAMES
from legrun.scenario.presets import PRESETS, Preset
from legrun.wording.plan import plan_sentence
from legrun.wording.reverse import reverse_sentence
from legrun.wording.times import waking_part
from tests.scenarios import MORNING, legs, scenario

AFTER_LEGS = PRESETS[1].scenario(MORNING.date())


def table(inputs: Scenario) -> pd.DataFrame:
    """Return the CSV as pandas reads it."""
    return pd.read_csv(io.BytesIO(week_csv(legrun.answer(inputs))), comment="#", parse_dates=["local time"])


def events(inputs: Scenario) -> list[Any]:
    """Return the events of the calendar as icalendar reads them."""
    calendar = Calendar.from_ical(week_ics(legrun.answer(inputs)))
    assert not calendar.errors
    return list(calendar.walk("VEVENT"))


def test_the_table_reads_back_to_the_answer() -> None:
    answer = legrun.answer(AFTER_LEGS)
    read = table(AFTER_LEGS)
    assert tuple(read.columns) == COLUMNS
    assert len(read) == 169
    assert read["local time"].iloc[0] == MORNING
    assert (read["local time"].diff().iloc[1:] == pd.Timedelta(hours=1)).all()
    for name, band in (
        ("soreness{} (0-10)", answer.week.soreness),
        ("leg strength lost{} (%)", answer.week.fatigue_pct),
        ("recovery{} (0-100)", answer.week.recovery),
    ):
        for edge, values in (("", band.median), (" low 80 %", band.low80), (" high 80 %", band.high80)):
            np.testing.assert_allclose(read[name.format(edge)], values, atol=0.0501)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda p: p.name)
def test_the_table_gives_the_verdict_of_every_page(preset: Preset) -> None:
    inputs = preset.scenario(MORNING.date())
    answer, read = legrun.answer(inputs), table(inputs)
    for hour in (0, 5, 24, 71, 168):
        advice = answer.advice_at(inputs.now + dt.timedelta(hours=hour))
        if answer.verdict_by(hour) is None:
            continue
        assert read["verdict"].iloc[hour] == VERDICT_NAMES[advice.verdict]
        assert read["chance of hard running (%)"].iloc[hour] == pytest.approx(100 * advice.chances["hard"], abs=0.5)


def test_spreadsheets_open_the_table_right() -> None:
    data = week_csv(legrun.answer(AFTER_LEGS))
    assert data.startswith(b"\xef\xbb\xbf#")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert legrun.MODEL_VERSION in lines[0]
    assert lines[1] == "# asked at 2026-03-04 07:00 local time"
    # One cell each.
    assert not any("," in line for line in lines if line.startswith("#"))
    assert all(cell and cell[0] not in "=+-@\t" for line in lines[2:-1] for cell in line.split(","))


@pytest.mark.parametrize("text", ["=1+1", "+49", "-2", "@a", "\tx", "\rx", "  =HYPERLINK(1)", "＝1+1"])
def test_no_cell_starts_a_formula(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Long run", "4-3", "2026-03-04 07:00", "0.5"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


def test_the_calendar_holds_the_windows_and_the_run_in_mind() -> None:
    answer = legrun.answer(AFTER_LEGS)
    entries = events(AFTER_LEGS)
    windows = [w for w in answer.advice.windows if w.likely]
    assert [e["SUMMARY"] for e in entries[:-1]] == [f"{VERDICT_NAMES[w.verdict]} likely from here" for w in windows]
    starts = [waking_part(w.likely).start for w in windows if w.likely]
    assert [e.decoded("DTSTART") for e in entries[:-1]] == starts
    assert all(e["TRANSP"] == "TRANSPARENT" for e in entries[:-1])
    first = windows[0]
    assert first.earliest
    assert first.latest
    between = f"between {waking_part(first.earliest).name} and {waking_part(first.latest).name}."
    assert f"in 8 of 10 cases {between}" in entries[0]["DESCRIPTION"]
    plan, run = AFTER_LEGS.planned, entries[-1]
    assert plan is not None
    assert (run.decoded("DTSTART"), run.decoded("DTEND")) == (plan.start, plan.end)
    assert run["SUMMARY"] == "Planned run (over its limit): 40 min at effort 4 (full sentences)"
    # Everything that the card says of it, where it may move to as well.
    assert plan_sentence(answer.for_plan, plan, plan.start) in run["DESCRIPTION"]
    assert "shorten it to 35 min, or move it to " in run["DESCRIPTION"]


@pytest.mark.parametrize(("soreness", "sleep"), [(3, 8), (2.5, 6), (4, 5)])
def test_the_calendar_enters_the_windows_that_the_card_tells(soreness: float, sleep: float) -> None:
    """What is likely before the run in mind, and no more after it, is not told: short nights lie between."""
    run = Session("run", MORNING + 26 * HOUR, 60, 2)
    inputs = scenario("recreational", usual=5, sleep=sleep, sore=soreness, planned=run)
    answer = legrun.answer(inputs)
    now, later = (
        [(f"{VERDICT_NAMES[w.verdict]} likely from here", waking_part(w.likely).start) for w in windows if w.likely]
        for windows in (answer.advice.windows, answer.for_plan.windows)
    )
    assert [(e["SUMMARY"], e.decoded("DTSTART")) for e in events(inputs)[:-1]] == later != now


def test_the_calendar_is_valid_and_floats() -> None:
    data = week_ics(legrun.answer(AFTER_LEGS))
    calendar = Calendar.from_ical(data)
    assert str(calendar["PRODID"]) == f"-//legrun//model {legrun.MODEL_VERSION}//EN"
    assert str(calendar["VERSION"]) == "2.0"
    text = data.decode()
    # Local times: no zone and no Z, but for the stamp, which must have one.
    assert set(re.findall(r"^DT(?:START|END)(.*)\r$", text, re.M)) == set(
        re.findall(r"^DT(?:START|END)(:\d{8}T\d{6})\r$", text, re.M)
    )
    assert set(re.findall(r"^DTSTAMP:(.*)\r$", text, re.M)) == {"20260304T070000Z"}
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_the_stamp_is_the_moment_of_writing_in_utc() -> None:
    berlin = dt.datetime(2026, 7, 1, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    data = week_ics(legrun.answer(AFTER_LEGS), stamp=berlin)
    stamps = {event.decoded("DTSTAMP") for event in Calendar.from_ical(data).walk("VEVENT")}
    assert stamps == {dt.datetime(2026, 7, 1, 7, 30, tzinfo=dt.UTC)}
    assert data.count(b"DTSTAMP:20260701T073000Z") == data.count(b"BEGIN:VEVENT")


@pytest.mark.parametrize("hour", range(0, 24, 3))
@pytest.mark.parametrize("effort", [6, 9])
def test_a_window_is_entered_at_hours_at_which_people_are_awake(hour: int, effort: float) -> None:
    now = MORNING.replace(hour=hour)
    inputs = scenario("recreational", legs(6, 75, effort, now=now), now=now)
    answer = legrun.answer(inputs)
    windows = [each for each in answer.advice.windows if each.likely is not None]
    entries = [event for event in events(inputs) if "likely from here" in event["SUMMARY"]]
    assert len(entries) == len(windows)
    for event, window in zip(entries, windows, strict=True):
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert window.likely is not None
        assert window.likely <= start
        assert start - window.likely < dt.timedelta(hours=9, minutes=1)
        assert dt.time(7) <= start.time() < end.time() <= dt.time(22)
        assert start.date() == end.date()


def test_a_run_over_its_limit_is_tentative_and_says_so() -> None:
    rated = dataclasses.replace(AFTER_LEGS, check_ins=(legrun.CheckIn(MORNING, 4),))
    for minutes, status in ((20, "CONFIRMED"), (200, "TENTATIVE")):
        run = Session("run", MORNING, minutes, 4)
        event = events(dataclasses.replace(rated, planned=run))[-1]
        assert event["STATUS"] == status
        assert ("over its limit" in event["SUMMARY"]) == (status == "TENTATIVE")
    # Not rated, no run is said to fit.
    unrated = events(dataclasses.replace(rated, check_ins=(), planned=Session("run", MORNING, 20, 4)))[-1]
    assert unrated["STATUS"] == "TENTATIVE"
    assert "Rate your legs to see whether your run" in unrated["DESCRIPTION"]


def test_only_its_content_names_an_event() -> None:
    assert week_ics(legrun.answer(AFTER_LEGS)) == week_ics(legrun.answer(AFTER_LEGS))
    first, later = events(AFTER_LEGS), events(dataclasses.replace(AFTER_LEGS, sleep_h=5.0))
    assert len({str(e["UID"]) for e in first}) == len(first)
    for one in first:
        for two in later:
            same = all(one[name] == two[name] for name in ("SUMMARY", "DESCRIPTION", "DTSTART", "DTEND"))
            assert (one["UID"] == two["UID"]) == same


@pytest.mark.parametrize("preset", PRESETS, ids=lambda p: p.name)
def test_every_preset_makes_a_calendar(preset: Preset) -> None:
    entries = events(preset.scenario(MORNING.date()))
    assert entries
    assert all(e.decoded("DTEND") > e.decoded("DTSTART") for e in entries)


def test_a_name_is_text_and_nothing_else() -> None:
    name = "Hills, long; \n\x00\x07\u202eslow\ud800\r\nBEGIN:VEVENT"
    plan = Session("run", MORNING, 30, 4, name=name)
    entries = events(dataclasses.replace(AFTER_LEGS, planned=plan))
    assert entries[-1]["SUMMARY"] == "Hills, long; slow BEGIN:VEVENT: 30 min at effort 4 (full sentences)"
    assert len(entries) == len(events(AFTER_LEGS))


def test_a_backslash_is_no_line_break() -> None:
    # Read from the bytes: icalendar 6 writes it right, but reads it back as a line break.
    plan = Session("run", MORNING, 30, 4, name="a\\nb")
    data = week_ics(legrun.answer(dataclasses.replace(AFTER_LEGS, planned=plan)))
    assert b"SUMMARY:a\\\\nb: 30 min" in data


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\tb\nc", "a b c"), ("\x1b[31mred\x7f", "[31mred"), ("نیم\u200cفاصله", "نیم\u200cفاصله"), ("🏃‍♀️ 5 km", "🏃‍♀️ 5 km"), ("\x00", "")],
)  # fmt: skip
def test_what_is_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_run_beyond_the_week_says_so() -> None:
    plan = Session("run", MORNING + dt.timedelta(days=9), 40, 4)
    assert "outside the week" in events(dataclasses.replace(AFTER_LEGS, planned=plan))[-1]["DESCRIPTION"]


def test_with_nothing_to_wait_for_the_calendar_holds_the_verdict() -> None:
    (only,) = events(scenario())
    assert only["SUMMARY"] == "Hard run"
    assert "A hard run fits" in only["DESCRIPTION"]
    assert is_mark_of_an_hour(only)


def is_mark_of_an_hour(event: Any) -> bool:
    """Return whether an entry marks the moment that is asked about, for an hour, and blocks no time."""
    times = (event.decoded("DTSTART"), event.decoded("DTEND"))
    return times == (MORNING, MORNING + HOUR) and event["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize("flag", ["limping", "illness", "too_sore_to_walk", "returning", "rebuilding"])
def test_no_view_names_a_day_for_what_nobody_knows_the_end_of(flag: str) -> None:
    ticked = dataclasses.replace(AFTER_LEGS, flags=frozenset({flag}))
    answer = legrun.answer(ticked)
    present = VERDICTS.index(answer.advice.verdict)
    told = table(ticked)
    better = [VERDICT_NAMES[verdict] for verdict in VERDICTS[present + 1 :]]
    assert not set(told["verdict"]) & set(better)
    assert told["verdict"].iloc[-1] == "check again"
    assert "open" in {day.evening for day in content(answer).days}
    assert not {day.evening for day in content(answer).days} & set(VERDICTS[present + 1 :])
    assert {option.hard for option in answer.options} == {None}
    assert {lever.hours_sooner for lever in answer.levers} == {None}
    assert not [title for title in week_table(answer) if str(title).startswith("Chance")]
    grid = answer.grid()
    assert grid is not None
    assert "no chance is named for tomorrow morning" in reverse_sentence(grid, answer.for_plan, ticked)


@pytest.mark.parametrize("flag", ["limping", "illness", "too_sore_to_walk", "returning"])
@pytest.mark.parametrize("days", [1, 3, 5])
def test_a_run_of_another_day_takes_for_granted_that_the_trouble_is_over(flag: str, days: int) -> None:
    run = Session("run", MORNING + dt.timedelta(days=days), 40, 8)
    answer = legrun.answer(dataclasses.replace(AFTER_LEGS, flags=frozenset({flag}), planned=run))
    only = "Only if what holds you back today is over by then"
    views = (answer.summary(), content(answer).what[0], str(events(answer.scenario)[-1]["DESCRIPTION"]))
    assert all(only in view for view in views)
    assert "Nothing you entered stands in the way" not in " ".join(views)


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_a_red_flag_leaves_nothing_but_what_to_do(flag: str) -> None:
    inputs = scenario("recreational", legs(12, 60, 8), planned=AFTER_LEGS.planned, flags={flag})
    (only,) = events(inputs)
    assert only["SUMMARY"] == "No run: something feels wrong"
    assert only["DESCRIPTION"] == STOP[flag][1]
    assert is_mark_of_an_hour(only)
    assert table(inputs).empty
    assert STOP[flag][1].replace(",", ";") in week_csv(legrun.answer(inputs)).decode("utf-8-sig")


@pytest.mark.slow
def test_icalendar_is_loaded_only_for_a_calendar() -> None:
    code = "import legrun.report, sys; print('icalendar' in sys.modules)"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
