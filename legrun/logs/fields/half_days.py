"""Halves of the day as languages write them: 下午, 오후, μ.μ., ÖS, du., م, "de la tarde", "Uhr abends"."""

from __future__ import annotations

import re

__all__ = ["latin_half"]

# They stand before a clock or behind it.
_BESIDE = {
    "am": '上午|午前|오전|早上|凌晨|清晨|早晨|π\\.?\\s?μ\\.?|öö|ص|ق\\.?ظ\\.?|לפנה["״]?צ|дп|de\\.(?=\\s?\\d)',
    "pm": '下午|午後|오후|晚上|傍晚|中午|μ\\.?\\s?μ\\.?|ös|م|ب\\.?ظ\\.?|אחה["״]?צ|пп|du\\.(?=\\s?\\d)',
}
# They stand behind a clock alone, for they are words of other meanings elsewhere.
_BEHIND = {
    "am": (
        "sa|f\\.?\\s?m\\.?|ap\\.?|morgens|früh|vormittags|in the morning|du matin|de la mañana|da manhã|"
        "della mattina|di mattina"
    ),
    "pm": (
        "ch|e\\.?\\s?m\\.?|ip\\.?|abends|nachmittags|mittags|in the (?:evening|afternoon)|at night|du soir|"
        "de l'après-midi|de la (?:tarde|noche)|da (?:tarde|noite)|(?:di|della) sera|(?:di|del) pomeriggio"
    ),
}
_CLOCK = r"(?<![\d:.,])\d{1,2}(?:\s?[:.h時点點시]\s?\d{2}(?:[:.分]\d{2})?)?"
_PATTERNS = {
    half: (
        re.compile(rf"(?:{marks})\s*(?=\d)|(?<=\d)\s*(?:{marks})(?![^\W\d_])|(?<=[時点點시分분])\s*(?:{marks})", re.I),
        re.compile(rf"(?P<clock>{_CLOCK}(?:\s*(?:uhr|h))?)\s*(?:{_BEHIND[half]})(?![^\W\d_])", re.I),
    )
    for half, marks in _BESIDE.items()
}
_LETTER = re.compile(r"[^\W\d_]")
_HOUR = re.compile(r"\d{1,2}")
_NOON = 12


def latin_half(text: str) -> str:
    """Return a clock with its half of the day as am or pm behind it; any other text, and 18:04 too, unchanged.

    Examples
    --------
    >>> [latin_half(text) for text in ("下午6:04", "오전 7:00", "6:04 μμ", "du. 6:04")]
    ['6:04 pm', '7:00 am', '6:04 pm', '6:04 pm']
    >>> latin_half("6:04 de la tarde"), latin_half("18:04 abends")
    ('6:04 pm', '18:04 abends')
    """
    if not _LETTER.search(text):
        return text
    for half, (beside, behind) in _PATTERNS.items():
        for bare in (beside.sub("", text, count=1), behind.sub(r"\g<clock>", text, count=1)):
            if bare != text:
                hour = _HOUR.search(bare)
                return f"{bare.strip()} {half}" if hour and 1 <= int(hour[0]) <= _NOON else text
    return text
