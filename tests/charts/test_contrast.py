"""The colours of the charts can be seen on both themes' backgrounds, and their text can be read."""

from __future__ import annotations

import itertools
import re
import tomllib
from typing import Any

import pytest

from legrun.charts import INK, INKS, LINE_COLORS, PAPER, VERDICT_COLORS
from legrun.charts.figure import GREY
from tests.charts.test_charts import FIGURES, figure_of, layers
from tests.serving import ROOT

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
THEMES = {name: CONFIG["theme"][name] for name in ("light", "dark")}
# WCAG 2.2: 1.4.11 for what has to be seen, 1.4.3 for text.
SEEN, READ = 3.0, 4.5
# How strongly the zones and the nights are shaded behind the text of a chart.
SHADE = 0.13
NAMED = {"white": "#ffffff"}


def channels(color: str) -> list[float]:
    return [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def luminance(rgb: list[float]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[float], other: list[float]) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def over(color: list[float], below: list[float], share: float) -> list[float]:
    return [share * c + (1 - share) * b for c, b in zip(color, below, strict=True)]


def drawn(spec: dict[str, Any]) -> set[tuple[str, ...]]:
    """Return the colours of every line and point that a chart draws by itself, with that of its outline."""
    seen = set()
    for layer in layers(spec):
        mark = layer["mark"]
        if mark["type"] in ("line", "point", "rule", "tick") and mark.get("opacity", 1):
            tones = (NAMED.get(str(mark.get(part)), str(mark.get(part))) for part in ("color", "stroke"))
            seen.add(tuple(tone for tone in tones if re.fullmatch("#[0-9a-f]{6}", tone)))
    return seen - {()}


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(channels("#000000"), channels("#ffffff")) == pytest.approx(21)
    assert contrast(channels("#777777"), channels("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("color", [*LINE_COLORS, GREY])
def test_lines_are_seen(color: str, theme: str) -> None:
    assert contrast(channels(color), channels(THEMES[theme]["backgroundColor"])) >= SEEN


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", FIGURES)
def test_what_a_chart_draws_is_seen(name: str, theme: str) -> None:
    below = channels(THEMES[theme]["backgroundColor"])
    # An outline makes a point stand out where its fill does not.
    best = {tones: max(contrast(channels(tone), below) for tone in tones) for tones in drawn(figure_of(name).spec)}
    unseen = {tones for tones, reached in best.items() if reached < SEEN}
    assert unseen == set()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("shade", [*VERDICT_COLORS.values(), GREY])
def test_text_is_read_on_every_shade(shade: str, theme: str) -> None:
    below = channels(THEMES[theme]["backgroundColor"])
    # A zone with a night over it is as dark, or as light, as it gets.
    zone = over(channels(GREY), over(channels(shade), below, SHADE), SHADE)
    assert contrast(channels(INKS[theme]), zone) >= READ


def test_halos_are_the_background_of_each_theme() -> None:
    light, dark = (THEMES[theme]["backgroundColor"] for theme in ("light", "dark"))
    assert f"light-dark({light}, {dark})" == PAPER


@pytest.mark.parametrize("theme", THEMES)
def test_captions_are_read(theme: str) -> None:
    text = channels(THEMES[theme]["textColor"])
    for name in ("backgroundColor", "secondaryBackgroundColor"):
        below = channels(THEMES[theme][name])
        # Streamlit draws captions at 60 % of the text's colour.
        assert contrast(over(text, below, 0.6), below) >= READ


@pytest.mark.parametrize("theme", THEMES)
def test_links_and_sliders_are_seen(theme: str) -> None:
    below = channels(THEMES[theme]["backgroundColor"])
    assert contrast(channels(THEMES[theme]["primaryColor"]), below) >= READ


def test_lines_and_verdicts_differ_in_more_than_hue() -> None:
    """Neighbouring verdicts differ in lightness, for eyes that tell no colours apart; lines have dashes as well."""
    tones = [luminance(channels(color)) for color in VERDICT_COLORS.values()]
    for one, other in itertools.pairwise(tones):
        assert abs(one - other) > 0.05


@pytest.mark.parametrize("name", FIGURES)
def test_text_of_a_chart_has_the_ink_of_the_theme(name: str) -> None:
    spec = figure_of(name).spec
    texts = [layer for layer in layers(spec) if layer["mark"]["type"] == "text"]
    halos = [layer for layer in texts if "stroke" in layer["mark"]]
    inked = [layer for layer in texts if layer not in halos]
    assert all(layer["mark"]["color"] == INK for layer in inked)
    # A halo is the ground of the same words in ink.
    assert all(any(one["encoding"] == other["encoding"] for other in inked) for one in halos)
    assert spec["config"]["axis"]["labelColor"] == INK
    assert spec["config"]["mark"] == {"aria": False}


def test_no_button_is_filled_with_a_colour_that_its_text_cannot_be_read_on() -> None:
    """Streamlit writes white on primary buttons, which the dark theme's light primary colour does not carry."""
    legible = all(contrast(channels("#ffffff"), channels(theme["primaryColor"])) >= READ for theme in THEMES.values())
    pages = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py"))]
    assert legible or [page.name for page in pages if 'type="primary"' in page.read_text(encoding="utf-8")] == []
