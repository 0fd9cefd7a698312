"""Chart specs are sound: valid Vega-Lite, their fields in their data, every mark with a colour for both themes."""

from collections.abc import Iterator
from typing import Any

import altair as alt
import pytest

import legrun
from legrun.charts import Figure, grid_figure, score_figure, week_figure
from legrun.presets import PRESETS
from tests.scenarios import MORNING, legs, scenario

ANSWER = legrun.answer(PRESETS[1].scenario(MORNING.date()))


def week() -> Figure:
    return week_figure(ANSWER, before=ANSWER.before(20))[0]


def grid() -> Figure:
    found = ANSWER.grid()
    assert found is not None
    return grid_figure(found)


FIGURES = {"week": week(), "score": score_figure(ANSWER.advice), "grid": grid()}


def layers(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for key in ("vconcat", "layer"):
        for part in spec.get(key, []):
            yield from layers(part)
    if "mark" in spec:
        yield spec


@pytest.mark.parametrize("name", FIGURES)
def test_a_spec_is_valid(name: str) -> None:
    spec = {key: each for key, each in FIGURES[name].spec.items() if key != "$schema"}
    (alt.VConcatChart if "vconcat" in spec else alt.LayerChart).from_dict(spec)


@pytest.mark.parametrize("name", FIGURES)
def test_every_field_is_a_column_of_its_data(name: str) -> None:
    figure = FIGURES[name]
    for layer in layers(figure.spec):
        data = layer.get("data", {}).get("name")
        if data not in figure.datasets:
            continue
        channels = [c for c in layer["encoding"].values() if isinstance(c, dict)]
        channels += [c for many in layer["encoding"].values() if isinstance(many, list) for c in many]
        fields = {c["field"] for c in channels if "field" in c}
        assert fields <= set(figure.datasets[data].column_names)


@pytest.mark.parametrize("name", FIGURES)
def test_no_mark_is_left_to_be_black_on_black(name: str) -> None:
    for layer in layers(FIGURES[name].spec):
        assert "color" in layer["mark"] or "color" in layer["encoding"], layer["mark"]


def test_a_spec_holds_no_data_of_a_visitor() -> None:
    first = week_figure(legrun.answer(scenario("novice", legs(30, 90, 9), sore=7)), before=ANSWER.before(5))[0]
    assert first.spec == FIGURES["week"].spec


@pytest.mark.parametrize("name", FIGURES)
def test_alternative_texts_say_what_the_chart_is_for(name: str) -> None:
    assert len(FIGURES[name].alt_text) > 60
