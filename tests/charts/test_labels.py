"""The names of lines on a time axis: none over another, none crossed by a line, on the narrowest phone as well."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import legrun
from legrun.charts import week_figure
from legrun.charts.figure import zones
from legrun.charts.labels import NARROWEST_PX, ROWS, places
from legrun.scenario import Scenario, Session
from legrun.scenario.hours import HOUR
from tests.scenarios import MORNING

# What a name takes up at least: of the narrow letters of the charts' face. [px]
NARROW_LETTER_PX, LINE_PX = 5.0, 11
PANEL_PX = 160

FIRST, LAST = MORNING - 30 * HOUR, MORNING + 168 * HOUR


def faults(
    lines: list[tuple[dt.datetime, str]],
    first: dt.datetime = FIRST,
    last: dt.datetime = LAST,
    plot_px: float = NARROWEST_PX,
) -> list[str]:
    """Return what is wrong with where the names stand, worked out anew in pixels of a plot, by default the narrowest."""
    per_hour = plot_px / ((last - first) / HOUR)
    drawn = []
    for (time, called), place in zip(lines, places(lines, first, last), strict=True):
        name = called if place.needs <= plot_px else ""
        at, width = (time - first) / HOUR * per_hour, NARROW_LETTER_PX * len(name)
        begins = at + 4 if place.side == "right" else at - 4 - width
        drawn.append((name, at, begins, begins + width, place.row))
    wrong = [f"{name} is cut" for name, _, left, right, _ in drawn if name and (left < 0 or right > plot_px)]
    for one, other in itertools.permutations(drawn, 2):
        if other[0] and other[2] < one[1] < other[3] and other[4] >= one[4]:
            wrong.append(f"the line of {one[0]} crosses {other[0]}")
        if one[0] and other[0] and one[2] < other[3] and other[2] < one[3] and one[4] == other[4]:
            wrong.append(f"{one[0]} stands on {other[0]}")
    return wrong


@pytest.mark.parametrize("run_in_h", [None, 0, 10, 24, 34])
@pytest.mark.parametrize("ago", [0, 1, 6, 12, 18, 24, 36, 48, 72])
def test_a_leg_day_now_and_a_run_keep_clear_of_each_other(ago: int, run_in_h: int | None) -> None:
    lines = [(MORNING, "Now, planned run" if run_in_h == 0 else "Now"), (MORNING - ago * HOUR, "Leg day")]
    if run_in_h:
        lines.append((MORNING + run_in_h * HOUR, "Planned run"))
    assert faults(lines, MORNING - (ago + 15) * HOUR) == []


@pytest.mark.parametrize("ahead", [100, 140, 160, 168])
def test_a_name_at_the_end_stands_before_its_line(ahead: int) -> None:
    assert faults([(MORNING, "The week begins"), (MORNING + ahead * HOUR, "Long run")]) == []


def test_where_there_is_no_room_names_still_never_stand_on_each_other() -> None:
    every_day = [(MORNING + 12 * day * HOUR, "Long run") for day in range(8)]
    assert not [each for each in faults(every_day) if "stands on" in each]


SESSIONS = st.lists(
    st.tuples(st.integers(0, 14 * 24), st.sampled_from(["Leg day", "Easy run", "Intervals", "Langer Lauf", ""])),
    max_size=16,
)


@given(SESSIONS, st.sampled_from([250, 320, 640, 980, 1500]))
def test_however_many_sessions_a_week_has_no_name_stands_on_another_or_is_cut(
    sessions: list[tuple[int, str]], plot_px: int
) -> None:
    lines = [(MORNING, "The week begins"), *((MORNING + hours * HOUR, name) for hours, name in sessions)]
    wrong = faults(lines, FIRST, MORNING + 15 * 24 * HOUR, plot_px)
    assert not [each for each in wrong if "stands on" in each or "is cut" in each]


def test_a_name_without_room_on_a_phone_stands_on_a_desktop() -> None:
    twice_a_day = [(MORNING + 12 * number * HOUR, "Easy run") for number in range(14)]
    needs = [place.needs for place in places(twice_a_day, FIRST, MORNING + 15 * 24 * HOUR)]
    assert sum(each <= 250 for each in needs) >= 6
    assert max(needs) < 900


@given(SESSIONS)
def test_now_is_named_on_every_plot(sessions: list[tuple[int, str]]) -> None:
    before = [(MORNING - hours / 12 * HOUR, name) for hours, name in sessions]
    lines = [(MORNING, "Now, planned run"), *before]
    assert places(lines, FIRST, LAST, foremost=0)[0].needs == 0


def test_rows_lie_between_the_names_of_the_zones() -> None:
    for middle in zones()["mid"]:
        top = PANEL_PX * (1 - middle / 100) - LINE_PX / 2
        for row in ROWS:
            assert row + LINE_PX <= top + 1 or row >= top + LINE_PX - 1


def test_the_chart_of_a_week_says_where_its_names_stand() -> None:
    legs = Session("legs", MORNING - 6 * HOUR, 60, 8)
    answer = legrun.answer(Scenario(MORNING, sessions=[legs]))
    events = week_figure(answer, before=answer.before(20))[0].datasets["events"].to_pylist()
    rows = {event["label"]: (event["row"], event["side"]) for event in events if event["label"]}
    assert rows == {"Leg day": (0, "right"), "Now": (22, "right")}
