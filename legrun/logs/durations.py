"""Durations as apps write them: ``2h 18m``, ``1小时29分钟``, ``21min``, ``1 Std. 5 Min.``, ``1:26:05``."""

from __future__ import annotations

import re

__all__ = ["parse_duration"]

_HOURS = "h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren godz t 小时 時間 时 時 시간 ч"
_MINUTES = "m min mins minute minutes minuten minuto minutos minuti minut 分钟 分鐘 分 분 мин"
_SECONDS = "s sec secs second seconds sek sekunde sekunden seconde secondes seg segundo segundos secondi 秒 초 с"
_DAYS = "d day days tag tage jour jours dia dias giorno giorni 天 日"
_UNITS: dict[str, float] = {
    word: minutes
    for words, minutes in ((_HOURS, 60.0), (_MINUTES, 1.0), (_SECONDS, 1 / 60), (_DAYS, 1440.0))
    for word in words.split()
}
_PART = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s*([^\W\d_]+)\.?\s*,?\s*")
_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d):([0-5]\d)(?:[.,]\d{1,6})?")


def parse_duration(text: str) -> float | None:
    """Return the minutes of a duration that names its units, or of ``h:mm:ss``.

    A bare number or ``a:b`` is not read: which unit it has is for the format to say.

    Examples
    --------
    >>> parse_duration("2h 18m"), parse_duration("1小时29分钟"), parse_duration("1:30:00")
    (138.0, 89.0, 90.0)
    >>> parse_duration("264h 1m"), parse_duration("12"), parse_duration("soon")
    (15841.0, None, None)
    """
    text = text.strip().casefold()
    if not text or len(text) > 40:
        return None
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part) for part in clock.groups())
        return hours * 60 + minutes + seconds / 60
    total, at = 0.0, 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or part.group(2) not in _UNITS:
            return None
        total += float(part.group(1).replace(",", ".")) * _UNITS[part.group(2)]
        at = part.end()
    return total
