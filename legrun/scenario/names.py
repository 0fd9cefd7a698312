"""The names of kinds, styles, habits, flags and verdicts, as a person reads them: each once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from legrun.scenario.sessions import Kind, Session, Style
from legrun.wording.languages import Phrase

__all__ = [
    "FLAG_NAMES",
    "HABIT_NAMES",
    "KIND_NAMES",
    "STYLE_NAMES",
    "VERDICTS",
    "VERDICT_NAMES",
    "VERDICT_PHRASES",
    "Verdict",
    "session_name",
]

Verdict = Literal["rest", "walk", "easy", "moderate", "hard"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

VERDICT_NAMES: Mapping[Verdict, Phrase] = MappingProxyType(
    {
        "rest": Phrase("Rest"),
        "walk": Phrase("Walk"),
        "easy": Phrase("Easy run"),
        "moderate": Phrase("Steady run"),
        "hard": Phrase("Hard run"),
    }
)
# Within a sentence.
VERDICT_PHRASES: Mapping[Verdict, Phrase] = MappingProxyType(
    {
        "rest": Phrase("rest"),
        "walk": Phrase("a walk"),
        "easy": Phrase("an easy run"),
        "moderate": Phrase("a steady run"),
        "hard": Phrase("a hard run"),
    }
)
KIND_NAMES: Mapping[Kind, Phrase] = MappingProxyType(
    {
        "legs": Phrase("Leg day"),
        "run": Phrase("Run"),
        "walk": Phrase("Walk"),
        "upper": Phrase("Upper body"),
        "other": Phrase("Other training"),
    }
)
# A run's style, with the word run only where people say it.
STYLE_NAMES: Mapping[Style, Phrase] = MappingProxyType(
    {
        "easy": Phrase("Easy run"),
        "long": Phrase("Long run"),
        "tempo": Phrase("Tempo run"),
        "intervals": Phrase("Intervals"),
        "race": Phrase("Race"),
    }
)
# By the field of `Habits`.
HABIT_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "foam_rolling": "Foam rolling",
        "compression": "Compression",
        "massage": "Massage",
        "cold_water": "Cold water",
    }
)
# A coach reads and picks these; the stop screen has each in full.
FLAG_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "rhabdo": "Dark urine, severe pain",
        "heart": "Chest pain, fainting",
        "injury": "Sharp or one-sided pain",
        "too_sore_to_walk": "Too sore to walk",
        "limping": "Limp, changed stride",
        "illness": "Fever or illness",
        "returning": "First days back",
        "rebuilding": "Still coming back",
    }
)


def session_name(session: Session) -> Phrase:
    """Return a session's name, from its kind and style alone.

    Examples
    --------
    >>> import datetime as dt
    >>> session_name(Session("run", dt.datetime(2026, 3, 2, 18), 48, 8, style="intervals"))
    'Intervals'
    """
    return STYLE_NAMES[session.style] if session.kind == "run" and session.style else KIND_NAMES[session.kind]
