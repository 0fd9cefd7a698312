"""How hard a session is by a coach's words: "RPE 8", "@7", "7/10", "hard"."""

from __future__ import annotations

import re

from legrun.evidence import value
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.reading.text import fold
from legrun.scenario import Style

__all__ = ["RPE", "part_effort"]

RPE = re.compile(
    r"(?:\brpe|\bpse|\beffort|\banstrengung|\bressenti|\besfuerzo|@)\s*[:=]?\s*(\d{1,2}(?:[.,]\d{1,5})?)\b(?!:\d|\s*%)",
    re.I,
)
_OUT_OF_TEN = re.compile(r"\b(\d{1,2}(?:[.,]5)?)\s*/\s*10\b")


def part_effort(text: str, style: Style | None) -> tuple[str, float | None]:
    """Return a text without its effort, and the effort."""
    for pattern in (RPE, _OUT_OF_TEN):
        if match := pattern.search(text):
            number = float(match[1].replace(",", "."))
            return f"{text[: match.start()]} {text[match.end() :]}", number if number <= 10 else None
    if style in ("easy", "long", "race", "intervals"):
        return text, None  # "easy" is what the session is; of intervals only a part is hard
    words = " ".join(word for word in fold(text).split() if not word[:1].isdigit())
    rated = [parse_rating(" ".join(words.split()[at:]), "effort") for at in range(len(words.split()))]
    own = next((rating.own for rating in rated if rating is not None and rating.own), None)
    is_beside = style == "tempo" and own is not None and own < value("plan.rpe_tempo")  # its easy parts
    return text, None if is_beside else own
