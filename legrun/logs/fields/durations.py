"""Durations as apps write them: ``2h 18m``, ``1小时29分钟``, ``21min``, ``1 Std. 5 Min.``, ``1:26:05``, ``26:42``."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

__all__ = ["ClockStyle", "clock_minutes", "clock_style", "parse_duration"]

ClockStyle = Literal["mm:ss", "h:mm"]

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
_TWO = re.compile(r"(\d{1,4}):([0-5]\d)")
_TWO_AND_TENTHS = re.compile(r"(\d{1,4}):([0-5]\d)[.,](\d{1,6})")
_MISSING = re.compile(r"[-–—:.\s]*|n/?a", re.I)


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


def clock_style(texts: Iterable[str], expected: Iterable[float]) -> tuple[ClockStyle, str]:
    """Return how ``a:b`` is meant in a column, and why.

    Parameters
    ----------
    texts : iterable of str
        Cells.
    expected : iterable of float
        About how long each should be, by other columns of its row; NaN where nothing tells. [min]

    Examples
    --------
    >>> clock_style(["0:45", "1:02"], [44.6, 61.0])
    ('h:mm', 'only so do 2 of 2 durations fit the other columns')
    >>> clock_style(["26:42"], [math.nan])
    ('mm:ss', 'nothing in the file speaks against it')
    """
    short = long = 0
    for text, minutes in zip(texts, expected, strict=True):
        match = _TWO.fullmatch(text)
        if match is None or not minutes > 0 or not (int(match[1]) or int(match[2])):
            continue
        as_long = int(match[1]) * 60 + int(match[2])
        if abs(math.log(as_long / minutes)) < abs(math.log(as_long / 60 / minutes)):
            long += 1
        else:
            short += 1
    if short + long:
        style: ClockStyle = "h:mm" if long > short else "mm:ss"
        return style, f"only so do {max(long, short)} of {long + short} durations fit the other columns"
    return "mm:ss", "nothing in the file speaks against it"


def clock_minutes(texts: Sequence[str], style: ClockStyle = "mm:ss") -> tuple[NDArray[np.float64], frozenset[str]]:
    """Return the minutes of a column of clock-like durations [min], NaN where missing, and the texts not understood.

    Examples
    --------
    >>> minutes, bad = clock_minutes(["26:42", "1:06:06", "--:--:--", "00:08:02.2", "soon"])
    >>> [round(value, 1) for value in minutes.tolist()], sorted(bad)
    ([26.7, 66.1, nan, 8.0, nan], ['soon'])
    """
    read: dict[str, float] = {}
    bad = set()
    for text in dict.fromkeys(texts):
        minutes = _clock(text, style)
        if minutes is None and not _MISSING.fullmatch(text[:40]):
            bad.add(text)
        read[text] = math.nan if minutes is None else minutes
    return np.array([read[text] for text in texts], dtype=np.float64), frozenset(bad)


def _clock(text: str, style: ClockStyle) -> float | None:
    if match := _TWO_AND_TENTHS.fullmatch(text):  # tenths can only follow seconds
        return int(match[1]) + (int(match[2]) + float("0." + match[3])) / 60
    if match := _TWO.fullmatch(text):
        first, second = int(match[1]), int(match[2])
        return float(first * 60 + second) if style == "h:mm" else first + second / 60
    return parse_duration(text)
