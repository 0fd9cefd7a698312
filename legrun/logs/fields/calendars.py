"""Dates of calendars other than the Gregorian one, rewritten in it where nothing else can be meant."""

from __future__ import annotations

import datetime as dt
import re

__all__ = ["gregorian", "unread_calendar"]

_ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925}  # the year before the first
_JAPANESE = re.compile(
    r"(令和|平成|昭和|[RHS](?=\d))\s*(\d{1,2}|元)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?", re.I
)
_REPUBLIC = re.compile(
    r"(?:民[国國]|ROC)?\s*(1[0-3]\d)\s*[年./-]\s*(0?[1-9]|1[0-2])\s*[月./-]\s*(\d{1,2})(?!\d)\s*日?", re.I
)
_BEFORE_REPUBLIC = 1911
_BUDDHIST = re.compile(r"(?<![\d.:,])(2[4-6]\d\d)(?![\d:])")
_BEFORE_BUDDHIST = 543
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_THAI_MONTHS = (
    "มกราคม ม.ค.", "กุมภาพันธ์ ก.พ.", "มีนาคม มี.ค.", "เมษายน เม.ย.", "พฤษภาคม พ.ค.", "มิถุนายน มิ.ย.", "กรกฎาคม ก.ค.",
    "สิงหาคม ส.ค.", "กันยายน ก.ย.", "ตุลาคม ต.ค.", "พฤศจิกายน พ.ย.", "ธันวาคม ธ.ค.",
)  # fmt: skip
_THAI_WORDS = tuple((word, month) for month, words in enumerate(_THAI_MONTHS, 1) for word in words.split())
_THAI_DATE = re.compile(r"(?:^|\D)(\d{1,2})\s*-(\d{2})-\s*(?:พ\.?\s?ศ\.?\s*)?(\d{4}|\d{2})(?!\d)")
_PERSIAN = re.compile(r"(1[34]\d\d)([/.-])(\d{1,2})\2(\d{1,2})(?!\d)")
_PERSIAN_YEARS = range(1370, 1411)  # 1991 to 2032
_ISLAMIC_YEARS = range(1411, 1471)  # 1990 to 2048
_NOWRUZ_1400 = dt.date(2021, 3, 21)
# Of 33 Persian years these have 366 days; so it has been since 1964 and will be until 2093.
_LONG_YEARS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})


def gregorian(text: str) -> tuple[str, str]:
    """Return a date rewritten in the Gregorian calendar, and the calendar it was in; as it is where that was none.

    Examples
    --------
    >>> gregorian("令和7年3月2日 18:04"), gregorian("02/03/2568")
    (('2025-03-02 18:04', 'Japanese eras'), ('02/03/2025', 'Buddhist era'))
    >>> gregorian("114/03/02"), gregorian("1403/12/12"), gregorian("2025-03-02")
    (('2025-03-02', 'years of the Republic of China'), ('2025-03-02', 'Persian'), ('2025-03-02', ''))
    """
    if match := _JAPANESE.match(text):
        year = _ERAS[match[1].casefold()] + (1 if match[2] == "元" else int(match[2]))
        return _rewritten(text, match, f"{year}-{int(match[3]):02}-{int(match[4]):02}"), "Japanese eras"
    if match := _REPUBLIC.match(text):
        day = f"{int(match[1]) + _BEFORE_REPUBLIC}-{int(match[2]):02}-{int(match[3]):02}"
        return _rewritten(text, match, day), "years of the Republic of China"
    if (match := _PERSIAN.match(text)) and (date := _of_persian(int(match[1]), int(match[3]), int(match[4]))):
        return _rewritten(text, match, date.isoformat()), "Persian"
    if _THAI.search(text) and (thai := _of_thai(text)):
        return thai, "Buddhist era"
    if match := _BUDDHIST.search(text):
        return text[: match.start()] + str(int(match[1]) - _BEFORE_BUDDHIST) + text[match.end() :], "Buddhist era"
    return text, ""


def unread_calendar(text: str) -> str:
    """Return the name of a calendar that dates cannot be taken from, or nothing.

    Examples
    --------
    >>> unread_calendar("1446/09/02"), unread_calendar("2025-03-02")
    ('Islamic', '')
    """
    match = _PERSIAN.match(text)
    # Its months begin when the moon is seen, so a day of it may be one of two.
    return "Islamic" if match is not None and int(match[1]) in _ISLAMIC_YEARS else ""


def _rewritten(text: str, match: re.Match[str], day: str) -> str:
    rest = text[match.end() :]
    return f"{day} {rest.strip()}".strip() if rest[:1] not in ("T", "(") else day + rest


def _of_thai(text: str) -> str | None:
    """Return a date with a Thai month in numbers; its year is a Buddhist one, with four digits or the last two."""
    for word, month in _THAI_WORDS:
        if word in text:
            match = _THAI_DATE.search(text.replace(word, f"-{month:02}-", 1))
            if match is None:
                return None
            year = int(match[3]) + (2500 if len(match[3]) == 2 else 0)
            year -= _BEFORE_BUDDHIST if year > 2400 else 0
            rest = match.string[match.end() :].strip().removeprefix("เวลา").removesuffix("น.").strip()
            return f"{year}-{match[2]}-{int(match[1]):02} {rest}".strip()
    return None


def _of_persian(year: int, month: int, day: int) -> dt.date | None:
    """Return the date of a day of the Persian calendar, or None where it has no such day."""
    if year not in _PERSIAN_YEARS or not 1 <= month <= 12:
        return None
    long = year % 33 in _LONG_YEARS
    days = 31 if month <= 6 else 30 if month <= 11 or long else 29
    if not 1 <= day <= days:
        return None
    first, last = sorted((year, 1400))
    passed = 365 * (last - first) + sum(each % 33 in _LONG_YEARS for each in range(first, last))
    nowruz = _NOWRUZ_1400 + dt.timedelta(days=passed if year > 1400 else -passed)
    return nowruz + dt.timedelta(days=31 * (month - 1) - max(month - 7, 0) + day - 1)
