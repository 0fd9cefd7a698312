"""Durations as apps write them: ``2h 18m``, ``1小时29分钟``, ``21min``, ``1 Std. 5 Min.``, ``1:26:05``, ``26:42``."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.numerals import roughly
from legrun.logs.reading.text import fold

__all__ = ["ClockStyle", "clock_minutes", "clock_style", "parse_duration", "parse_hours"]

ClockStyle = Literal["mm:ss", "h:mm"]

_HOURS = (
    "h hr hrs hour hours hs tim timme timmar tunti tuntia sa saat hodina hodiny godz godzina godziny godzin "
    "std stunde stunden heure heures hora horas ora ore uur uren u "
    "godz godziny timer time t 小时 時間 时 時 시간 ч час saat óra hod hodin"
    " час часа часов година години годин 小時 год jam giờ ώρα ώρες ชั่วโมง ชม ساعة ساعت שעות שעה"
)
_MINUTES = (
    "m mn min mins minute minutes minuten minuto minutos minuti minut minuter minutter ' ′ 分钟 分鐘 分 분 мин "
    "минут минута минуты м хвилин хвилина хвилини "
    "dk dakika perc хв menit phut phút λεπτα λεπτά นาที دقيقة دقیقه דקות דק minuta minute minut minučių min."
)
_SECONDS = "s sec secs '' ″ second seconds sek sekunde sekunden seconde secondes seg segundo segundos secondi 秒 초 с"
_DAYS = "d day days tag tage jour jours dia dias giorno giorni 天 日"
_MILLISECONDS = "ms msec millis milliseconds"
_UNITS: dict[str, float] = {
    word: minutes
    for words, minutes in (
        (_HOURS, 60.0),
        (_MINUTES, 1.0),
        (_SECONDS, 1 / 60),
        (_DAYS, 1440.0),
        (_MILLISECONDS, 1 / 60_000),
    )
    for word in words.split()
}
_LETTERS = (
    r"(?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])+"  # with vowels that are marks: นาที
)
_PART = re.compile(rf"(\d{{1,8}}(?:[.,]\d{{1,6}})?)\s*({_LETTERS}|''|['′″])\.?\s*(?:[,:]|and\b|und\b|et\b|y\b|e\b)?\s*")
_REST = re.compile(r"[0-5]?\d")  # 1h35: what stands after the hours are minutes
_NEXT_UNIT = {60.0: 1.0, 1.0: 1 / 60}
_ISO_8601 = re.compile(r"p(?:(\d{1,3})d)?t?(?=.)(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,7}(?:[.,]\d{1,9})?)s)?")
_DAYS_AND_CLOCK = re.compile(r"(\d{1,3})\s*(?:d|days?)\.?,?\s+(\d{1,2}:\d\d:\d\d(?:\.\d+)?)")
_AN_HOUR = 60.0
_BARE_HOURS = re.compile(
    r"(\d{1,2}(?:[.,]\d{1,2})?)(?:\s*(?:-|\u2013|/|to|or|bis|\u00e0|a)\s*(\d{1,2}(?:[.,]\d{1,2})?))?\s*([^\W\d_]+)?"
)
_ABOUT = re.compile(r"^(?:(?:about|approx|ca|circa|env|environ|etwa)\b\.?|~|≈)\s*|\s*\+$")
# Bounds of a night, "<5" and "8 or more", count as themselves: nothing tells how far beyond them it was.
_MORE_OR_LESS = (
    "less than|fewer than|more than|under|below|over|above|at least|at most|up to|max|maximum|almost|nearly|"
    "barely|hardly|around|roughly|only|just under|just over|just|weniger als|mehr als|unter|über|mindestens|"
    "höchstens|bis zu|maximal|knapp|fast|ungefähr|nur|moins de|plus de|au moins|au plus|environ|presque|menos de|"
    "más de|mas de|al menos|como mucho|alrededor de|casi|unas|mais de|cerca de|pelo menos|quase|meno di|più di|"
    "piu di|almeno|quasi|minder dan|meer dan|ongeveer|bijna|minstens|mindre än|mindre enn|mindre end|mer än|"
    "mer enn|mere end|minst|mindst|mniej niż|więcej niż|poniżej|ponad|około|alle|yli|noin"
)
_OR_LESS = (
    "or less|or fewer|or more|or so|oder weniger|oder mehr|ou moins|ou plus|o menos|o más|o mas|ou menos|ou mais|"
    "o meno|o più|o piu|of minder|of meer|eller mindre|eller mer|eller mere|lub mniej|lub więcej"
)
_BOUND = re.compile(rf"^(?:[<>\u2264\u2265]=?|(?:{_MORE_OR_LESS})\b\.?)\s*|\s*\b(?:{_OR_LESS})\b|(?<=\d)\s?-?ish$")
_PARTS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "\u00bd": 0.5, "\u00bc": 0.25, "\u00be": 0.75}
_FRACTION = re.compile(r"(?<![\d.,:/])(\d{1,2})?\s?([\u00bd\u00bc\u00be]|(?<=\s)(?:1/2|1/4|3/4)(?![\d/]))")
_AND_A_HALF = re.compile(
    r"\b(\d{1,2})\s+((?:h|hours?|horas?|heures?|ore?a?)\s+)?"
    r"(?:and\s+a\s+half|y\s+media|et\s+demie?|e\s+mezz[oa]|e\s+meia|en\s+een\s+half)\b"
    r"|(\d{1,2})\s*(時間|小时|小時|시간)\s*[半반]"
)
# "3.900 s" of a session is an hour: what lasts no minute is none. Up to six hours.
_THOUSANDS = re.compile(
    r"^(\d|1\d|2[01])[.,](\d{3})(?=\s*(?:s|secs?|sek|seconds|sekunden|secondes|segundos|secondi)\.?$)"
)
# Durations in words alone, folded. [min]
_IN_WORDS = {
    words: minutes
    for minutes, listed in (
        (15.0, "quarter of an hour|quarter hour|viertelstunde|un quart d heure|un cuarto de hora|kwartier|en kvart"),
        (
            30.0,
            "half an hour|half hour|a half hour|halbe stunde|eine halbe stunde|demi heure|une demi heure|media hora",
        ),
        (
            30.0,
            "mezz ora|mezzora|meia hora|half uur|een half uur|halvtimme|en halvtimme|halv time",
        ),
        (45.0, "three quarters of an hour|dreiviertelstunde|trois quarts d heure|tres cuartos de hora|drie kwartier"),
        (60.0, "hour|an hour|one hour|eine stunde|stunde|une heure|una hora|un ora|uma hora|een uur|en timme|en time"),
        (90.0, "hour and a half|an hour and a half|one and a half hours|anderthalb stunden|eineinhalb stunden"),
        (90.0, "une heure et demie|hora y media|una hora y media|un ora e mezza|uma hora e meia|anderhalf uur"),
        (120.0, "two hours|zwei stunden|deux heures|dos horas|due ore|duas horas|twee uur|tva timmar|to timer"),
    )
    for words in listed.split("|")
}
_TWO_WITH_UNIT = re.compile(r"(\d{1,4}):([0-5]\d)(?::([0-5]\d))?\s*([^\W\d_]+)\.?")  # 1:05 h, 45:30 min
_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d):([0-5]\d)(?:[.,]\d{1,6})?")
_POINTED = re.compile(r"(\d{1,2})\.([0-5]\d)\.([0-5]\d)")  # 0.40.12, as Finnish and Danish spreadsheets show it
_MARKED = re.compile(
    r"(\d{1,2})\s?[:h\u00b0]\s?([0-5]\d)\s?['\u2032]\s?([0-5]\d)\s?(?:''|\u2033)?(?:[.,]\d{1,3})?"
)  # 00:40'12, 1\u00b002'03"
_TWO = re.compile(r"(\d{1,4}):([0-5]\d)")
_TWO_AND_TENTHS = re.compile(r"(\d{1,4}):([0-5]\d)[.,](\d{1,6})")
_SUM = re.compile(r"(\d{1,3}(?:\s*\+\s*\d{1,3})+)\s*([^\W\d_]+|')\.?")  # 20+20 min
_REMARK = re.compile(r"(?<=\S)\s+\([^)]*\)$")
_MISSING = re.compile(r"[-–—:.\s]*|n/?a", re.I)


def parse_duration(text: str) -> float | None:
    """Return the minutes of a duration that names its units, or of ``h:mm:ss``.

    A bare number or ``a:b`` is not read: which unit it has is for the format to say.

    Examples
    --------
    >>> parse_duration("2h 18m"), parse_duration("1小时29分钟"), parse_duration("1:30:00")
    (138.0, 89.0, 90.0)
    >>> parse_duration("1h35"), parse_duration("7h:05m"), parse_duration("45'"), parse_duration("PT1H5M")
    (95.0, 425.0, 45.0, 65.0)
    >>> parse_duration("264h 1m"), parse_duration("45-50 min"), parse_duration("half an hour"), parse_duration("12")
    (15841.0, 47.5, 30.0, None)
    >>> parse_duration("20+25 min"), parse_duration("45 min (30 tempo)")
    (45.0, 45.0)
    """
    text = _REMARK.sub("", _ABOUT.sub("", text.strip().casefold().replace("’", "'").replace('"', "''")))
    text = _THOUSANDS.sub(r"\1\2", _with_halves(text))
    if not text or len(text) > 40:
        return None
    if not any(map(str.isdigit, text)):
        return _IN_WORDS.get(fold(text))
    if clock := _CLOCK.fullmatch(text) or _MARKED.fullmatch(text) or _POINTED.fullmatch(text):
        return _hours_minutes_seconds(*clock.groups())
    if (parts := _ISO_8601.fullmatch(text)) and any(parts.groups()):
        days, hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in parts.groups())
        return days * 1440 + hours * 60 + minutes + seconds / 60
    if (parts := _TWO_WITH_UNIT.fullmatch(text)) and (unit := _UNITS.get(parts[4])) in _NEXT_UNIT:
        return int(parts[1]) * unit + int(parts[2]) * unit / 60 + int(parts[3] or 0) * unit / 3600
    if (parts := _SUM.fullmatch(text)) and parts[2] in _UNITS:
        return sum(map(int, re.findall(r"\d+", parts[1]))) * _UNITS[parts[2]]
    if parts := _DAYS_AND_CLOCK.fullmatch(text):
        return int(parts[1]) * 1440 + (parse_duration(parts[2]) or 0.0)
    return _with_units(roughly(text))


def parse_hours(text: str) -> float | None:
    """Return the hours that a person writes for a night; of a range its middle, and None where that is not clear. [h]

    A bound counts as itself: "less than 5" is 5, so that a short night is not taken for a usual one.

    Examples
    --------
    >>> [parse_hours(text) for text in ("7.5", "7,5 Std.", "7h30", "7:30", "450 min", "about 7", "7-8 hours", "well")]
    [7.5, 7.5, 7.5, 7.5, 7.5, 7.0, 7.5, None]
    >>> [parse_hours(text) for text in ("<5", "less than 5 hours", "8 or more", "7ish")]
    [5.0, 5.0, 8.0, 7.0]
    """
    text = _BOUND.sub("", _ABOUT.sub("", " ".join(text.casefold().split()), count=1).rstrip(" .!+"))
    text = _with_halves(text)
    if match := _TWO.fullmatch(text):
        return int(match[1]) + int(match[2]) / 60
    if match := _BARE_HOURS.fullmatch(text):
        numbers = [float(number.replace(",", ".")) for number in match.groups()[:2] if number]
        if numbers != sorted(numbers):
            return None  # "11-6" is from eleven until six
        return sum(numbers) / len(numbers) if match[3] is None or _UNITS.get(match[3]) == _AN_HOUR else None
    minutes = parse_duration(text)
    return None if minutes is None else minutes / _AN_HOUR


def _with_halves(text: str) -> str:
    """Return a text with its fractions as decimals: "1½ h", "8 and a half hours".

    Examples
    --------
    >>> [_with_halves(text) for text in ("1½ h", "¾ h", "8 and a half hours", "7 y media", "half an hour")]
    ['1.5 h', '0.75 h', '8.5 hours', '7.5', 'half an hour']
    """
    text = _FRACTION.sub(lambda match: f"{float(match[1] or 0) + _PARTS[match[2]]:g}", text)
    return _AND_A_HALF.sub(lambda match: f"{match[1] or match[3]}.5 {match[2] or match[4] or ''}".strip(), text)


def _hours_minutes_seconds(hours: str, minutes: str, seconds: str) -> float:
    return int(hours) * 60 + int(minutes) + int(seconds) / 60


def _with_units(text: str) -> float | None:
    total, at, unit = 0.0, 0, 0.0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or part.group(2) not in _UNITS:
            # 1h35, 45'30: the unit of the rest is the next smaller one
            rest = _REST.fullmatch(text, at)
            return total + int(rest[0]) * _NEXT_UNIT[unit] if rest and unit in _NEXT_UNIT else None
        unit = _UNITS[part.group(2)]
        total += float(part.group(1).replace(",", ".")) * unit
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
