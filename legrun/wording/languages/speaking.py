"""Which language is spoken, in this thread and for now."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from legrun.errors import ScenarioError

if TYPE_CHECKING:
    from legrun.wording.languages.voice import Voice

__all__ = ["LANGUAGES", "chart_locales", "language_of", "speaking", "spoken", "voice_now"]

ENGLISH = "en"
# By their own names, as somebody looks for theirs. Each has a catalogue that is whole, which a test holds.
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "pt": "Português", "it": "Italiano"}
)
_voice: ContextVar[Voice | None] = ContextVar("voice", default=None)


@contextlib.contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything within the block in a language.

    Parameters
    ----------
    language : {"en", "de", "fr", "es", "pt", "it"}
        The language.

    Raises
    ------
    ScenarioError
        If legrun does not speak it.

    Examples
    --------
    >>> from legrun.wording.languages import say
    >>> with speaking("de"):
    ...     say("not within this week")
    'nicht in dieser Woche'
    """
    before = _voice.set(_voice_of(language))
    try:
        yield
    finally:
        _voice.reset(before)


def _voice_of(language: str) -> Voice | None:
    if language not in LANGUAGES:
        raise ScenarioError("language", language, f"one of {', '.join(LANGUAGES)}")
    if language == ENGLISH:
        return None
    from legrun.wording.languages.voice import voice  # it loads Babel, which English does not need

    return voice(language)


def voice_now() -> Voice | None:
    """Return what speaks now; None for English."""
    return _voice.get()


def spoken() -> str:
    """Return the language that is spoken now.

    Examples
    --------
    >>> spoken()
    'en'
    """
    now = _voice.get()
    return now.language if now is not None else ENGLISH


def chart_locales() -> dict[str, dict[str, Any]]:
    """Return how charts write numbers and times, as options of vega-embed; empty for English, which is their own.

    Examples
    --------
    >>> chart_locales()
    {}
    >>> with speaking("de"):
    ...     chart_locales()["timeFormatLocale"]["shortDays"][:3]
    ['So', 'Mo', 'Di']
    """
    now = _voice.get()
    return {"formatLocale": now.chart_numbers(), "timeFormatLocale": now.chart_times()} if now is not None else {}


def language_of(locale: str | None) -> str:
    """Return the language of a locale as browsers have it, where legrun speaks it; else English.

    Examples
    --------
    >>> language_of("pt-BR"), language_of("de_CH"), language_of("nl-NL"), language_of(None)
    ('pt', 'de', 'en', 'en')
    """
    language = (locale or "").replace("_", "-").split("-")[0].lower()
    return language if language in LANGUAGES else ENGLISH
