"""A language without letters: whatever has some in it was never looked up."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest

from legrun.report.handouts import chart
from legrun.report.handouts import page as pages
from legrun.wording.languages.voice import Voice

LETTER = re.compile(r"[^\W\d_]")


def hidden(text: str) -> str:
    """Return a text without its letters; the places for values stay."""
    return "".join(part if part.startswith("{") else LETTER.sub("·", part) for part in re.split(r"(\{[^}]*\})", text))


@pytest.fixture
def without_letters(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Yield a language whose every text has lost its letters."""

    def message(_: Voice, text: str) -> str:
        return hidden(text)

    def counted(_: Voice, one: str, many: str, count: int) -> str:
        return hidden(one if count == 1 else many)

    def date(_: Voice, day: dt.date, pattern: str) -> str:
        return f"{day.day}"

    written = Voice.chart_times

    def chart_times(voice: Voice) -> dict[str, Any]:
        return {name: ["1"] * len(each) if isinstance(each, list) else each for name, each in written(voice).items()}

    monkeypatch.setattr(Voice, "chart_times", chart_times)
    monkeypatch.setattr(Voice, "message", message)
    monkeypatch.setattr(Voice, "counted", counted)
    monkeypatch.setattr(Voice, "date", date)
    for cache in (chart._made, pages.runtime):
        cache.cache_clear()
    yield "de"
    for cache in (chart._made, pages.runtime):
        cache.cache_clear()
