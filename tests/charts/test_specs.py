"""The specs that are kept are those that the charts draw."""

from __future__ import annotations

import json

import altair
import pytest

from docs.specs import DRAWN_BY, drawings
from legrun.charts.drawing import FOLDER, Drawing

DRAWINGS = {each.path.name: each for each in drawings()}


def test_every_kept_spec_is_a_charts_and_each_has_a_file_of_its_own() -> None:
    assert sorted(DRAWINGS) == sorted(path.name for path in FOLDER.glob("*.json"))
    assert len(DRAWINGS) == len(drawings()) > 15


@pytest.mark.skipif(
    altair.__version__ != DRAWN_BY.read_text(encoding="utf-8").strip(), reason="another Altair draws in other words"
)
@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=list(DRAWINGS))
def test_a_kept_spec_is_as_its_chart_draws_it(drawing: Drawing) -> None:
    drawn, kept = (json.loads(text) for text in (drawing.drawn(), drawing.path.read_text(encoding="utf-8")))
    assert drawn == kept, "draw it anew: python -m docs.specs"
