"""One text of a date column taken apart: year, month, day, clock and offset from UTC."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from legrun.logs.fields.calendars import gregorian
from legrun.logs.fields.half_days import latin_half
from legrun.logs.fields.hours import parse_hour
from legrun.logs.fields.months import MONTHS
from legrun.logs.fields.weekdays import parted_weekday

__all__ = ["DateParts", "fold_date", "plain_moment", "short_year_first", "take_apart"]

# What begins so is a date of the Gregorian calendar: most are.
_OURS = re.compile(r"(?:19|20)\d\d[-/.]|\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d(?!\d)")
# Year first is never ambiguous.
_ISO = re.compile(r"(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?(?:(?:[T,_]|\s)\s*(.*))?", re.DOTALL)
_COMPACT = re.compile(
    r"(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[T _-]?(\d{2}):?(\d{2}):?(\d{2})?(.*))?", re.DOTALL
)
_WEEK = re.compile(r"(\d{4})-?W(\d{2})(?:-?([1-7]))?", re.I)
_DAY_OF_YEAR = re.compile(r"((?:19|20)\d\d)-?([0-3]\d\d)")
_CLOCK = re.compile(
    r"(\d{1,2})[:hH.](\d{2})(?:[:.m](\d{2})s?(?:[.,]\d{1,9})?)?\s*(?:uhr)?\s*([ap]\.?\s?m\.?(?![^\W\d_]))?", re.I
)
_HOUR = re.compile(r"(\d{1,2})()()\s*(?:h|uhr|([ap]\.?m\.?))", re.I)  # 6 PM, 18h
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d{1,6})?")  # seconds or milliseconds since 1970, in UTC
_OFFSET = re.compile(r"\s*(?:(?:UTC|GMT)\s?)?(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)\s*$", re.I)
_NUMERIC = re.compile(r"(\d{1,2})([/.-])\s?(\d{1,2})\2\s?'?(\d{4}|\d{2})\.?(?:(?=[\s,;@T–—-])[,T]?\s*(.*))?", re.DOTALL)
# "2/3-2026" and "2/3 2026", as people write in the north of Europe: the day first.
_NORTHERN = re.compile(
    r"(?:d\.?\s*)?(\d{1,2})/(\d{1,2})(?:\s?[-–]\s?'?(\d{4}|\d{2})|\s(\d{4}))(?:(?=[\s,;@T])[,T]?\s*(.*))?", re.DOTALL
)
_CJK = re.compile(
    r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?\s*(?:[（(][^（()）]{1,4}[)）]|星期.|周.|[月火水木金土日월화수목금토일]曜日|.요일)?\s*(.*)",
    re.DOTALL,
)
# A zone's name in words stands beside its offset: JavaScript and Java write both.
_ZONE_NAME = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*$")
# What people write between day and hour: "à 18:04", "um 18:04", "a las 18:04", "kl. 18:04", "- 18:04".
_BETWEEN = re.compile(r"(?:[,;@|–—-]|(?![ap]\.?m)[^\W\d_]{1,4}\.?(?:\s[^\W\d_]{2,3})?)\s*(?=\d)")
# Croatia writes a point behind the day; Poland, whose listopada is November, does not.
_LISTOPAD, _CROATIAN_OCTOBER = re.compile(r"\d\.\s*listopada\b"), 10
_WHOLE_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_LONGEST = 80
_CENTURY = 2000
_SHORT_DATE = re.compile(r"(\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_RECENT = 4  # years, the next among them
_NO_SHORT_YEARS = range(50, 70)  # 2050 to 2069, or the last two digits of a Buddhist year


@dataclass(frozen=True)
class DateParts:
    """A date taken apart; `first` and `second` wait for the column's order when `month` is unknown.

    `weekday` is the day of the week that stands beside it, Monday being 0, and `calendar` the one that it was in where
    that was not the Gregorian one.
    """

    year: int
    month: int | None
    day: int | None
    first: int = 0
    second: int = 0
    clock: dt.time | None = None
    offset: dt.timedelta | None = None
    twelve_hour: bool = False
    weekday: int | None = None
    calendar: str = ""


def plain_moment(text: str) -> dt.datetime | None:
    """Read the two commonest layouts quickly; anything else is left to the careful way."""
    try:
        if text[4:5] == "-":
            # 2026-03-02 18:04:00, with a T or without seconds.
            plain = len(text) in (16, 19) and text[7] == "-" and text[10] in " T" and text[13] == ":"
            return dt.datetime.fromisoformat(text) if plain and text.isascii() else None
        # 2 Mar 2026, 18:04, with seconds or without.
        day, name, year, clock = text.split(" ")
        plain = year[4:] == "," and clock[2:3] == ":" and len(clock) in (5, 8) and (day + year[:4]).isdecimal()
        if not plain or len(day) > 2:
            return None
        at = dt.time.fromisoformat(clock)
        month = MONTHS[name.rstrip(".").casefold()]
        return dt.datetime(int(year[:4]), month, int(day), at.hour, at.minute, at.second)
    except (ValueError, KeyError):
        return None


def take_apart(text: str) -> DateParts | None:
    """Return the parts of one date, with its clock where it has one; None where it is no date.

    Examples
    --------
    >>> take_apart("02/03/2026 à 18:04").clock, take_apart("2-Mar-26").month, take_apart("20260302").day
    (datetime.time(18, 4), 3, 2)
    >>> take_apart("Mon Mar 02 2026 18:04:00 GMT+0100 (Central European Standard Time)").offset
    datetime.timedelta(seconds=3600)
    """
    # Phones put narrow no-break spaces before AM and PM.
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    calendar = ""
    if not text.isascii():
        text = _plain_digits(text)
    if not _OURS.match(text):
        text, calendar = gregorian(text)
    parts = _in_numbers(_ZONE_NAME.sub("", text))
    if parts is None or parts.month is None:
        parts = _beside_weekday(text) or parts or _in_words(_ZONE_NAME.sub("", text))
    return replace(parts, calendar=calendar) if calendar and parts is not None else parts


def short_year_first(texts: Iterable[str], this_year: int) -> dict[str, str] | None:
    """Return dates such as 26-03-14 with their years written out, where only so do the years lie in the past.

    Parameters
    ----------
    texts : iterable of str
        The dates of a column.
    this_year : int
        The year in which it is read.

    Examples
    --------
    >>> short_year_first(["26-03-14", "26-03-31"], 2026), short_year_first(["14-03-26", "31-03-26"], 2026)
    ({'26-03-14': '2026-03-14', '26-03-31': '2026-03-31'}, None)
    """
    texts = list(texts)
    if not texts or _SHORT_DATE.match(texts[0].strip()) is None:
        return None
    matches = {text: _SHORT_DATE.match(text.strip()) for text in texts}
    read = {text: [int(match[group]) for group in (1, 3, 4)] for text, match in matches.items() if match}
    if len(read) < len(matches) or not read or not all(1 <= m <= 12 and 1 <= d <= 31 for _, m, d in read.values()):
        return None
    last = this_year % 100 + 1
    recent = range(last - _RECENT, last + 1)
    firsts, thirds = ([numbers[place] for numbers in read.values()] for place in (0, 2))
    certain = max(firsts) <= last < max(thirds)
    likely = all(year in recent for year in firsts) and not all(year in recent for year in thirds)
    if not (certain or likely):
        return None
    return {
        text: f"{_CENTURY + year}-{month:02}-{day:02}{text.strip()[match.end() :]}"
        for (text, (year, month, day)), match in zip(read.items(), matches.values(), strict=True)
        if match is not None
    }


def _plain_digits(text: str) -> str:
    """Return a date with the digits of any script, and marks as wide as a character, in plain ones."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in text)


def _beside_weekday(text: str) -> DateParts | None:
    """Take apart a date in numbers that the name of its day stands beside."""
    dated, weekday = parted_weekday(text)
    parts = None if dated == text else _in_numbers(_ZONE_NAME.sub("", dated))
    return parts and replace(parts, weekday=weekday)


def _in_numbers(text: str) -> DateParts | None:
    """Take apart a date without words."""
    if match := _ISO.fullmatch(text):
        return _with_clock(match[5], int(match[1]), int(match[3]), int(match[4]))
    if match := _EPOCH.fullmatch(text):  # before dates without marks: 1778040612000 is of no day in April 1778
        moment = dt.datetime.fromtimestamp(int(match[1]), dt.UTC)
        return DateParts(moment.year, moment.month, moment.day, clock=moment.time(), offset=dt.timedelta(0))
    if match := _COMPACT.fullmatch(text):
        clock = f"{match[4]}:{match[5]}:{match[6] or '00'}{match[7]}" if match[4] else None
        return _with_clock(clock, int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(text):
        year = _full_year(match[4])
        first, second = int(match[1]), int(match[3])
        if match[2] == ".":  # points are day-first wherever they are used
            return _with_clock(match[5], year, second, first)
        return _with_clock(match[5], year, None, None, first, second)
    if match := _NORTHERN.fullmatch(text):
        return _with_clock(match[5], _full_year(match[3] or match[4]), int(match[2]), int(match[1]))
    if match := _WEEK.fullmatch(text):
        return _of_week(int(match[1]), int(match[2]), int(match[3] or 1))
    if match := _DAY_OF_YEAR.fullmatch(text):
        return _of_year(int(match[1]), int(match[2]))
    if match := _CJK.fullmatch(text):
        return _with_clock(match[4], int(match[1]), int(match[2]), int(match[3]))
    return None


def _full_year(text: str) -> int:
    """Return a year of two digits or four; of two, what lies between the youngest and the oldest of logs is no year."""
    if len(text) != 2:
        return int(text)
    short = int(text)
    return _CENTURY + short if short < _NO_SHORT_YEARS.start else 1900 + short if short >= _NO_SHORT_YEARS.stop else 0


def _of_year(year: int, day: int) -> DateParts | None:
    """Return the date of a day of the year, the first being 1."""
    date = dt.date(year, 1, 1) + dt.timedelta(days=day - 1)
    return DateParts(date.year, date.month, date.day) if date.year == year else None


def _of_week(year: int, week: int, day: int) -> DateParts | None:
    try:
        date = dt.date.fromisocalendar(year, week, day)
    except ValueError:
        return None
    return DateParts(date.year, date.month, date.day)


def _in_words(text: str) -> DateParts | None:
    """Take apart a date with a month's name; weekdays, "de" and "às" are passed over."""
    clock_at = next((match for match in _CLOCK.finditer(text) if "." not in match[0][:3]), None)
    date_text = text if clock_at is None else text[: clock_at.start()] + " " + text[clock_at.end() :]
    rest = None if clock_at is None else text[clock_at.start() :]
    if clock_at is None and (hour_at := _after_the_year(text)):  # "2 mars 2026 à 18h"
        date_text, rest = text[:hour_at], text[hour_at:]
    if clock_at is not None and (offset := _OFFSET.search(text)) and offset.start(1) >= clock_at.end():
        date_text = text[: clock_at.start()] + " " + text[clock_at.end() : offset.start()]
    folded = fold_date(date_text)
    # The last one: a Spanish Tuesday ("mar") stands before the month.
    months = [MONTHS[word] for word in _WORD.findall(folded) if word in MONTHS]
    numbers = _DIGITS.findall(folded)
    years = [int(number) for number in numbers if len(number) == 4]
    days = [int(number) for number in numbers if len(number) <= 2]
    if not years and len(days) == 2 and len(numbers[1]) == 2:  # 2-Mar-26, as spreadsheets show a date
        years, days = [_full_year(numbers[1])], days[:1]
    if not months or len(years) != 1 or len(days) != 1 or len(numbers) > 2:
        return None
    month = _CROATIAN_OCTOBER if _LISTOPAD.search(folded) else months[-1]
    return _with_clock(rest, years[0], month, days[0])


def _after_the_year(text: str) -> int:
    """Return where a date with its day in front ends, if a number follows it, else 0."""
    year = _WHOLE_YEAR.search(text)
    follows = year is not None and _DIGITS.search(text[: year.start()]) and _DIGITS.search(text[year.end() :])
    return year.end() if year is not None and follows else 0


def fold_date(text: str) -> str:
    """Return `text` in small letters without accents, its digits and marks kept."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def _with_clock(
    rest: str | None, year: int, month: int | None, day: int | None, first: int = 0, second: int = 0
) -> DateParts | None:
    clock, offset, twelve = None, None, False
    if rest and rest.strip():
        latin = latin_half(rest)
        is_latin, said = latin == rest, latin.strip(" ,;@|–—-")
        rest = _BETWEEN.sub("", said, count=1) if not said[:1].isdecimal() else said
        if mark := _OFFSET.search(rest):
            said = said.removesuffix(rest[mark.start() :])
            offset, rest = _offset(mark[1]), rest[: mark.start()]
        if match := _CLOCK.match(rest) or _HOUR.fullmatch(rest):
            clock, twelve = _clock(match), match[4] is not None and is_latin  # who writes AM may put the month first
        elif _WORD.search(said):  # "ore 18", "18 h 30"; a number alone is no clock
            clock = parse_hour(said)
        if clock is None:
            return None
    return DateParts(year, month, day, first, second, clock, offset, twelve)


def _clock(match: re.Match[str]) -> dt.time | None:
    hour, minute, second = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if match[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[4].casefold().startswith("p") else 0)
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        return None


def _offset(mark: str) -> dt.timedelta:
    if mark[0] not in "+-":
        return dt.timedelta(0)
    digits = mark[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    passed = dt.timedelta(hours=hours, minutes=minutes)
    return -passed if mark[0] == "-" else passed
