"""Chart specs are sound: valid Vega-Lite, their fields in their data, every mark with a colour for both themes."""

import dataclasses
import datetime as dt
import functools
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import altair as alt
import pyarrow as pa
import pytest

import legrun
from legrun.calibration import calibrate
from legrun.charts import (
    Figure,
    calendar_figure,
    chances_figure,
    grid_figure,
    load_figure,
    load_table,
    overlay_figure,
    score_figure,
    sleep_figure,
    sleep_table,
    soreness_figure,
    soreness_table,
    trend_figure,
    trend_table,
    week_figure,
    week_table,
    week_words,
)
from legrun.charts.mornings import DayMark, mornings_figure
from legrun.charts.overlay import overlay_spec
from legrun.charts.week_spec import week_spec
from legrun.compare import Outcome
from legrun.scenario import KINDS, Kind, Session
from legrun.scenario.names import KIND_NAMES
from legrun.scenario.presets import PRESETS, Preset
from legrun.scenario.sessions import PlanItem
from legrun.scenario.week_plan import WeekPlan
from legrun.trends import daily_load, trend, weeks
from legrun.week.review import review_plan
from legrun.wording.rounding import to_half
from legrun.wording.score import rounded_score
from tests.people import ATHLETE, simulate
from tests.scenarios import MORNING, legs, scenario

ANSWER = legrun.answer(PRESETS[1].scenario(MORNING.date()))


def week() -> Figure:
    return week_figure(ANSWER, before=ANSWER.before(20))[0]


def grid() -> Figure:
    cells = ANSWER.grid()
    assert cells is not None
    return grid_figure(cells)


def test_the_outline_of_the_grid_is_the_border_of_what_is_within_the_limits() -> None:
    cells = ANSWER.grid()
    assert cells is not None
    rows = grid_figure(cells).datasets["grid"].to_pylist()
    within = {(row["minutes"], row["effort"]) for row in rows if row["limit"] == "within"}
    assert 0 < len(within) < len(rows)
    for row in rows:
        i, j = cells.minutes.index(row["minutes"]), cells.efforts.index(row["effort"])
        near = {"left": (i - 1, j), "right": (i + 1, j), "upper": (i, j + 1), "lower": (i, j - 1)}
        for side, (a, b) in near.items():
            there = 0 <= a < len(cells.minutes) and 0 <= b < len(cells.efforts)
            beside = there and (cells.minutes[a], cells.efforts[b]) in within
            assert row[side] == ((row["minutes"], row["effort"]) in within and not beside)
    assert sum(row["planned"] for row in rows) == 1


KINDS_OF_CHART: dict[str, Any] = {"vconcat": alt.VConcatChart, "layer": alt.LayerChart}
LOG = simulate(1, ratings=30).log
NIGHTS = {(MORNING + dt.timedelta(days=n)).date(): 6 + n % 3 for n in range(9)}


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("lost_h", [0.0, 0.5])
def test_the_letters_of_an_overlay_stand_on_their_curves_and_never_collide(count: int, lost_h: float) -> None:
    base = PRESETS[1].scenario(MORNING.date())
    # All alike, so that their curves lie on each other; or each after a shorter night.
    own = [dataclasses.replace(base, sleep_h=7.0 - lost_h * n) for n in range(count)]
    outcomes = [Outcome.of(legrun.answer(each)) for each in own]
    figure = overlay_figure(outcomes, ["Same name"] * count)
    rows, week = figure.datasets["letters"].to_pylist(), figure.datasets["week"].to_pylist()
    assert [row["letter"] for row in rows] == list("ABCD"[:count])
    assert len({row["name"] for row in rows}) == count
    for row in rows:
        (here,) = [each for each in week if (each["name"], each["day"]) == (row["name"], row["day"])]
        assert here["recovery"] == row["recovery"]
        assert 0 <= row["beside"] <= 100
    days = sorted(row["day"] for row in rows)
    # Where the axis has its numbers no letter stands: at 18 px, on a screen of 320, they take up some 14 hours.
    assert days[0] * 24 >= 18
    assert all(b - a > 0.5 for a, b in itertools.pairwise(days))


def test_a_letter_of_an_overlay_stands_on_the_side_of_its_curve_where_no_other_is() -> None:
    base = PRESETS[1].scenario(MORNING.date())
    own = [
        dataclasses.replace(base, athlete=dataclasses.replace(base.athlete, usual_sleep_h=slept))
        for slept in (4.0, 6.5, 8.0)
    ]
    figure = overlay_figure([Outcome.of(legrun.answer(each)) for each in own], ["Short", "Middle", "Long"])
    lowest, *_, highest = figure.datasets["letters"].to_pylist()
    assert lowest["beside"] < lowest["recovery"]
    assert highest["beside"] > highest["recovery"]


def test_legends_fit_a_screen_of_320_px() -> None:
    """Rows of a legend are as wide as its longest name; two legends at one edge stand side by side."""
    for name, figure in ((name, figure_of(name)) for name in ("mornings", "load")):
        legends = [
            (encoding["legend"], encoding["scale"]["domain"])
            for layer in layers(figure.spec)
            if (encoding := layer["encoding"].get("color", {})).get("legend") and "domain" in encoding.get("scale", {})
        ]
        assert len({legend["orient"] for legend, _ in legends}) == len(legends) > 0, name
        for _legend, names in legends:
            # A phone has two columns, see below.
            assert 2 * (22 + 7 * max(map(len, names))) <= 290, name


@pytest.mark.parametrize("large", [False, True])
def test_the_numbers_of_an_overlays_axis_lie_over_its_lines(large: bool) -> None:
    """All lines begin at the axis, whose own labels would lie behind them; a day's name stays inside the chart."""
    panels = overlay_figure([Outcome.of(ANSWER)], ["Sore"], large=large).spec["vconcat"]
    for panel in panels:
        kinds = [layer["mark"]["type"] for layer in panel["layer"]]
        numbers = [
            n for n, each in enumerate(panel["layer"]) if each["encoding"].get("text", {}).get("field") == "tick"
        ]
        assert len(numbers) == 2
        assert min(numbers) > kinds.index("line")
    days = next(
        each["encoding"]["x"]["axis"] for each in panels[-1]["layer"] if "axis" in each["encoding"].get("x", {})
    )
    assert days["labelFlush"] > days["labelFontSize"]


def overlay(*, apart: bool = False) -> Figure:
    """Return an overlay of two scenarios, of one moment or of two."""
    other = PRESETS[2 if apart else 0].scenario(MORNING.date())
    return overlay_figure([Outcome.of(ANSWER), Outcome.of(legrun.answer(other))], ["Sore", "New"], large=apart)


FIGURES: dict[str, Callable[[], Figure]] = {
    "week": week,
    "score": lambda: score_figure(ANSWER.advice),
    "chances": lambda: chances_figure(ANSWER),
    "grid": grid,
    "load": lambda: load_figure(weeks(LOG.sessions)),
    "trend": lambda: trend_figure(trend(daily_load(LOG.sessions))),
    "soreness": lambda: soreness_figure(calibrate(LOG, ATHLETE).forecasts, own=True),
    "sleep": lambda: sleep_figure(NIGHTS),
    "mornings": lambda: mornings_figure([DayMark(MORNING.date(), 3.0, 7.5, 240.0, "easy")]),
    "overlay": overlay,
    "overlay apart": lambda: overlay(apart=True),
}


@functools.cache
def figure_of(name: str) -> Figure:
    """Return a figure, made when the first test asks for it."""
    return FIGURES[name]()


def layers(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for key in ("vconcat", "layer"):
        for part in spec.get(key, []):
            yield from layers(part)
    if "mark" in spec:
        yield spec


@pytest.mark.slow
@pytest.mark.parametrize("name", FIGURES)
def test_a_spec_is_valid(name: str) -> None:
    spec = {key: each for key, each in figure_of(name).spec.items() if key != "$schema"}
    kind = next((kind for part, kind in KINDS_OF_CHART.items() if part in spec), alt.Chart)
    kind.from_dict(spec)


@pytest.mark.parametrize("name", FIGURES)
def test_every_field_is_a_column_of_its_data(name: str) -> None:
    figure = figure_of(name)
    for layer in layers(figure.spec):
        data = layer.get("data", {}).get("name")
        if data not in figure.datasets:
            continue
        channels = [c for c in layer["encoding"].values() if isinstance(c, dict)]
        channels += [c for many in layer["encoding"].values() if isinstance(many, list) for c in many]
        fields = {c["field"] for c in channels if "field" in c}
        worked_out = {each.get("as") for each in layer.get("transform", [])}
        assert fields - worked_out <= set(figure.datasets[data].column_names)


@pytest.mark.parametrize("name", FIGURES)
def test_every_column_is_one_that_the_browser_reads_as_it_is(name: str) -> None:
    # Streamlit 1.67: an Arrow date is drawn at UTC midnight, a decimal a hundredfold, a duration in a unit of its own.
    stamp = pa.timestamp("ms", tz="UTC")
    for table in figure_of(name).datasets.values():
        for column in table.schema:
            kind = column.type
            plain = pa.types.is_floating(kind) or pa.types.is_integer(kind) or pa.types.is_boolean(kind)
            assert plain or pa.types.is_string(kind) or kind == stamp, f"{column.name} is {kind}"


@pytest.mark.parametrize("name", FIGURES)
def test_a_time_axis_shows_the_clock_of_the_data(name: str) -> None:
    for layer in layers(figure_of(name).spec):
        channels = [c for c in layer["encoding"].values() if isinstance(c, dict) and c.get("type") == "temporal"]
        for channel in channels:
            assert channel.get("scale", {}).get("type") == "utc" or channel.get("timeUnit", "").startswith("utc"), (
                channel
            )


@pytest.mark.parametrize("name", FIGURES)
def test_a_chart_is_drawn_as_svg_however_many_marks_it_has(name: str) -> None:
    assert figure_of(name).spec["usermeta"]["embedOptions"]["renderer"] == "svg"


@pytest.mark.parametrize("name", FIGURES)
def test_no_mark_is_left_to_be_black_on_black(name: str) -> None:
    for layer in layers(figure_of(name).spec):
        assert "color" in layer["mark"] or "color" in layer["encoding"], layer["mark"]


@pytest.mark.parametrize("name", FIGURES)
def test_a_phone_has_a_legend_of_two_columns(name: str) -> None:
    for layer in layers(figure_of(name).spec):
        legend = layer["encoding"].get("color", {}).get("legend") or {}
        columns = legend.get("columns", 1)
        assert columns in (1, 2) or columns["expr"].startswith("width < 400 ? 2 : ")


def test_a_spec_holds_no_data_of_a_visitor() -> None:
    first = week_figure(legrun.answer(scenario("novice", legs(30, 90, 9), sore=7)), before=ANSWER.before(5))[0]
    assert first.spec == figure_of("week").spec


@pytest.mark.parametrize("name", FIGURES)
def test_alternative_texts_say_what_the_chart_is_for(name: str) -> None:
    assert len(figure_of(name).alt_text) > 60


def test_tables_hold_what_the_charts_of_a_log_hold() -> None:
    by_week = weeks(LOG.sessions)
    assert load_table(by_week)["Load (AU)"].sum() == pytest.approx(sum(s.load_au for s in LOG.sessions), abs=5)
    assert sum(figure_of("load").datasets["weeks"]["load"].to_pylist()) == pytest.approx(
        sum(w.load_au for w in by_week)
    )
    assert len(trend_table(trend(daily_load(LOG.sessions)))) == len(by_week)
    forecasts = calibrate(LOG, ATHLETE).forecasts
    assert soreness_table(forecasts, own=True)["Soreness"].tolist() == [f.rated for f in forecasts][::-1]
    assert len(sleep_table(NIGHTS)) == len(NIGHTS)


@pytest.mark.parametrize("own", [True, False])
def test_the_table_of_soreness_holds_what_its_chart_draws(own: bool) -> None:
    forecasts = calibrate(LOG, ATHLETE).forecasts
    drawn = soreness_figure(forecasts, own=own).datasets["ratings"].to_pylist()
    table = soreness_table(forecasts, own=own).iloc[::-1]
    person = "Your own response" if own else "Average person"
    assert table.columns[2] == person
    assert table[person].tolist() == pytest.approx([row["expected"] for row in drawn], abs=0.06)
    ends = [tuple(map(float, said.split(" to "))) for said in table["Its 80 % range"]]
    assert ends == [pytest.approx((row["low"], row["high"]), abs=0.06) for row in drawn]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda each: each.name)
def test_the_table_of_the_week_begins_with_the_numbers_of_the_card(preset: Preset) -> None:
    answer = legrun.answer(preset.scenario(MORNING.date()))
    advice, table = answer.advice_at(answer.scenario.now), week_table(answer)
    if advice.score is None or advice.score_range80 is None:
        return
    row = table.iloc[0]
    assert row["Recovery (0-100)"] == rounded_score(advice.score)
    low, high = (rounded_score(edge) for edge in advice.score_range80)
    assert row["Recovery (0-100), 80 % range"] == f"{low} to {high}"


@pytest.mark.parametrize("preset", PRESETS, ids=lambda each: each.name)
def test_an_hour_is_named_only_where_a_curve_is_lower_or_higher_there_than_now(preset: Preset) -> None:
    answer = legrun.answer(preset.scenario(MORNING.date()))
    words, recovery, soreness = week_words(answer), answer.week.recovery.median[:72], answer.week.soreness.median
    lowest, now = rounded_score(recovery.min()), rounded_score(recovery[0])
    assert words.startswith(f"Recovery is about {now} of 100 now, {'lowest' if lowest < now else 'no lower'} ")
    rises = to_half(soreness.max()) > to_half(soreness[0])
    assert ("Soreness is highest about now," in words) is not rises


@pytest.mark.parametrize("draw", [week_spec, functools.partial(overlay_spec, clock=True, large=False)])
def test_the_numbers_of_an_axis_stand_over_the_lines(draw: Callable[[], dict[str, Any]]) -> None:
    spec = draw()
    for panel in spec["vconcat"]:
        kinds = [layer["mark"] if isinstance(layer["mark"], str) else layer["mark"]["type"] for layer in panel["layer"]]
        last_line = max(at for at, kind in enumerate(kinds) if kind in ("line", "area"))
        numbers = [
            at for at, each in enumerate(panel["layer"]) if each["encoding"].get("text", {}).get("field") == "tick"
        ]
        assert numbers, "an axis without numbers"
        assert min(numbers) > last_line
        axes = [layer["encoding"].get("y", {}).get("axis") for layer in panel["layer"]]
        assert not any(axis["labels"] for axis in axes if axis)


def test_the_chances_of_every_hour_in_the_table_are_a_hundred() -> None:
    table = week_table(ANSWER)
    chances = table[[name for name in table if str(name).startswith("Chance")]]
    assert chances.sum(axis=1).tolist() == [100] * len(table)


def test_a_log_of_nothing_is_drawn_as_nothing() -> None:
    for figure in (
        load_figure([]),
        trend_figure(trend(daily_load([]))),
        soreness_figure([], own=False),
        sleep_figure({}),
    ):
        assert all(table.num_rows == 0 for table in figure.datasets.values())
    for table in (load_table([]), trend_table(trend(daily_load([]))), soreness_table([], own=False), sleep_table({})):
        assert table.empty


@pytest.mark.parametrize("kinds", [("run",), ("legs", "other"), KINDS])
def test_the_legend_of_the_load_names_the_kinds_that_are_there(kinds: tuple[Kind, ...]) -> None:
    done = [Session(kind, MORNING + dt.timedelta(hours=2 * n), 40, 5) for n, kind in enumerate(kinds)]
    figure = load_figure(weeks(done))
    color = figure.spec["encoding"]["color"]
    assert color["legend"]["values"] == [KIND_NAMES[kind] for kind in KINDS if kind in kinds]
    assert color["scale"] == figure_of("load").spec["encoding"]["color"]["scale"], "a kind keeps its colour"


def test_the_most_even_week_does_not_read_as_the_least() -> None:
    week = [Session("run", MORNING.replace(day=2) + dt.timedelta(days=n), 40, 5) for n in range(7)]
    assert load_table(weeks(week))["Monotony"].tolist() == ["every day the same"]


def test_sessions_soon_after_each_other_do_not_cover_each_other_in_the_calendar() -> None:
    noon = dt.datetime(2026, 3, 8, 12)
    runs = [Session("run", noon + dt.timedelta(minutes=40 * n), 20, 4) for n in range(3)]
    plan = WeekPlan(dt.date(2026, 3, 2), tuple(PlanItem(run) for run in runs))
    blocks = calendar_figure(review_plan(plan, scenario())).datasets["sessions"].to_pylist()
    assert len(blocks) == 3
    for above, below in itertools.pairwise(blocks):
        assert above["start"] < above["end"] <= below["start"] < below["end"]
