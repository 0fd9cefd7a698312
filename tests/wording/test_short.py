"""Texts cut to a place: whatever they say, they fit, the first ones whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from legrun.wording.short import fitting
from pages._ui.shared import grid

WORDS = some.lists(some.text(min_size=1, max_size=60), max_size=6)


@given(WORDS, some.integers(12, 120))
def test_any_texts_fit_and_none_is_lost_without_a_count(parts: list[str], room: int) -> None:
    said = fitting(parts, room)
    assert len(said) <= room
    if len("; ".join(parts)) <= room:
        assert said == "; ".join(parts)
    else:
        assert said.endswith(("\u2026", *(f" +{more}" for more in range(1, len(parts)))))


@given(WORDS, some.integers(60, 400))
def test_any_texts_fit_a_cell_of_a_table(parts: list[str], width: int) -> None:
    assert grid.text_px(grid.cell(parts, width)) <= width - grid.PADDING_PX


def test_letters_are_as_wide_as_streamlits_typeface_draws_them() -> None:
    # Measured in Chromium, 14 px of Source Sans: texts of our tables, in one of which a letter more would not fit.
    for text, px in (
        ("Recovery about 85, soreness 1.5/10", 204.6),
        ("Shorten it to 35 min at effort 4", 173.8),
        ("If it is nothing: steady run, 35 min, effort 6", 240.4),
        ("18:00 intervals, 48 min, effort 8", 178.4),
    ):
        assert px <= grid.text_px(text) <= 1.06 * px
