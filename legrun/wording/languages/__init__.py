"""What legrun says, in the language of the person it is for: texts, plurals, numbers, days.

Sentences stand in the code, in English, and are looked up in a gettext catalogue when they are said. Which language is
spoken holds for one block of one thread (`speaking`), never for the process: its visitors speak different ones.
English needs no catalogue and loads nothing.
"""

from legrun.wording.languages.days import (
    clock,
    dated,
    full_date,
    full_moment,
    moment,
    short_date,
    short_weekday,
    weekday,
)
from legrun.wording.languages.phrases import Phrase, number, say, say_count
from legrun.wording.languages.speaking import LANGUAGES, chart_locales, language_of, speaking, spoken

__all__ = [
    "LANGUAGES",
    "Phrase",
    "chart_locales",
    "clock",
    "dated",
    "full_date",
    "full_moment",
    "language_of",
    "moment",
    "number",
    "say",
    "say_count",
    "short_date",
    "short_weekday",
    "speaking",
    "spoken",
    "weekday",
]
