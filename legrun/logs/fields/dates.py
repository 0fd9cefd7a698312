"""Dates as exports write them: ISO, month names in many languages, 12-hour clocks, day-first or month-first.

Nothing is guessed cell by cell: day-month order is decided by the whole column, and month names come from a
fixed table, because general date parsers are silently wrong on mixed languages.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
import zoneinfo
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

__all__ = ["Moments", "Order", "find_zone", "parse_moments"]

Order = Literal["dmy", "mdy"]

FIRST_YEAR, LAST_YEAR = 1970, 2199

# en, de, fr, es, pt, it, nl, sv, da, nb, pl, ru, tr, hu, ro, fi, cs; short and long, as CLDR has them,
# without accents and dots.
_MONTH_NAMES = (
    "jan january januar janner janv janvier ene enero janeiro gen gennaio januari sty stycznia styczen янв января "
    "oca ocak ian ianuarie tammikuuta tammik tammi led ledna leden",
    "feb february februar fev fevr fevrier febrero fevereiro febbraio februari lut lutego luty фев февр февраля "
    "sub subat helmikuuta helmik helmi uno unora unor",
    "mar march marz mrz mars marzo marco mrt maart marts marca marzec мар марта март "
    "mart marc marcius martie maaliskuuta maalisk maalis bre brezna brezen",
    "apr april avr avril abr abril aprile kwi kwietnia kwiecien апр апреля "
    "nis nisan aprilis aprilie huhtikuuta huhtik huhti dub dubna duben",
    "may mai mayo maio mag maggio mei maj maja мая май mayis mayıs majus toukokuuta toukok touko kve kvetna kveten",
    "jun june juni juin junio junho giu giugno cze czerwca czerwiec июн июня июнь "
    "haz haziran junius iun iunie kesakuuta kesak kesa cvn cervna cerven",
    "jul july juli juil juillet julio julho lug luglio lip lipca lipiec июл июля июль "
    "tem temmuz julius iul iulie heinakuuta heinak heina cvc cervence cervenec",
    "aug august aout ago agosto augustus augusti sie sierpnia sierpien авг августа "
    "agu agustos augusztus elokuuta elok elo srp srpna srpen",
    "sep sept september septembre septiembre set setembro settembre setiembre wrz wrzesnia wrzesien сен сент сентября "
    "eyl eylul szept szeptember septembrie syyskuuta syysk syys zari",
    "oct october okt oktober octobre octubre out outubro ott ottobre paz pazdziernika pazdziernik окт октября "
    "eki ekim octombrie lokakuuta lokak loka rij rijna rijen",
    "nov november novembre noviembre novembro lis listopada listopad ноя нояб ноября "
    "kasim kasım kas noiembrie marraskuuta marrask marras listopadu",
    "dec december dez dezember decembre dic diciembre dezembro dicembre desember des gru grudnia grudzien дек декабря "
    "ara aralik aralık decembrie joulukuuta jouluk joulu pro prosince prosinec",
)
_MONTHS = {word: number for number, words in enumerate(_MONTH_NAMES, 1) for word in words.split()}

# Year first is never ambiguous.
_ISO = re.compile(r"(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?(?:(?:[T,]|\s)\s*(.*))?", re.DOTALL)
_CLOCK = re.compile(r"(\d{1,2})[:hH.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*(?:uhr)?\s*([ap]\.?\s?m\.?)?", re.I)
_PLAIN = re.compile(r"(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?")
_PLAIN_NAMED = re.compile(r"(\d{1,2}) ([^\W\d_]{3,9})\.? (\d{4}), (\d\d):(\d\d)(?::(\d\d))?")
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?")  # seconds or milliseconds since 1970, in UTC
_OFFSET = re.compile(r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$", re.I)
_NUMERIC = re.compile(r"(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?(?:,?\s+(.*))?", re.DOTALL)
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?\s*(.*)", re.DOTALL)
_CJK_HALF = {"上午": "am", "午前": "am", "오전": "am", "下午": "pm", "午後": "pm", "오후": "pm"}
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_LONGEST = 60


@dataclass(frozen=True)
class Moments:
    """The distinct texts of a date column as local times.

    Attributes
    ----------
    values : mapping of str to datetime or None
        Local wall-clock time for each text; None where it was not understood.
    order : {"dmy", "mdy"} or None
        Day-month order, when the column has numeric dates that need one.
    order_reason : str
        Why that order.
    order_sure : bool
        Whether the column proves it.
    with_offset : bool
        Whether times carried an offset from UTC.
    dates_only : bool
        Whether no text had a time of day.
    """

    values: Mapping[str, dt.datetime | None]
    order: Order | None = None
    order_reason: str = ""
    order_sure: bool = True
    with_offset: bool = False
    dates_only: bool = False


@dataclass(frozen=True)
class _Parts:
    """A date taken apart; `first` and `second` wait for the column's order when `month` is unknown."""

    year: int
    month: int | None
    day: int | None
    first: int = 0
    second: int = 0
    clock: dt.time | None = None
    offset: dt.timedelta | None = None
    twelve_hour: bool = False


def parse_moments(texts: Iterable[str], *, order: Order | None = None, zone: dt.tzinfo | None = None) -> Moments:
    """Read the cells of a date column, each distinct text once.

    Parameters
    ----------
    texts : iterable of str
        Cells in the order of the file.
    order : {"dmy", "mdy"}, optional
        Day-month order chosen by the user.
    zone : tzinfo, optional
        Zone to which times with an offset are converted; without it their clock stays as written.

    Returns
    -------
    Moments

    Examples
    --------
    >>> moments = parse_moments(["5 Mai 2026, 07:34", "Jun 11, 2026, 1:01 PM", "2025-12-22 08:00"])
    >>> [f"{moment:%Y-%m-%d %H:%M}" for moment in moments.values.values()]
    ['2026-05-05 07:34', '2026-06-11 13:01', '2025-12-22 08:00']
    >>> parse_moments(["03/04/2026", "13/04/2026"]).order
    'dmy'
    """
    distinct = list(dict.fromkeys(texts))
    values = {text: _plain(text) for text in distinct}
    parts = {text: _take_apart(text) for text, moment in values.items() if moment is None}
    known = [part for part in parts.values() if part is not None]
    open_parts = [part for part in known if part.month is None]
    reason, sure = "", True
    if open_parts and order is None:
        order, reason, sure = _decide_order(open_parts)
    elif not open_parts:
        order = None
    values.update((text, _put_together(part, order, zone)) for text, part in parts.items() if part is not None)
    return Moments(
        values,
        order if open_parts else None,
        reason or "chosen by you",
        sure,
        any(part.offset is not None for part in known),
        bool(known) and len(parts) == len(values) and all(part.clock is None for part in known),
    )


def _plain(text: str) -> dt.datetime | None:
    """Read the two commonest layouts quickly; anything else is left to the careful way."""
    if match := _PLAIN.fullmatch(text):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    elif (match := _PLAIN_NAMED.fullmatch(text)) and match[2].casefold() in _MONTHS:
        year, month, day = int(match[3]), _MONTHS[match[2].casefold()], int(match[1])
    else:
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.datetime(year, month, day, int(match[4]), int(match[5]), int(match[6] or 0))
    except ValueError:
        return None


def _take_apart(text: str) -> _Parts | None:
    # Phones put narrow no-break spaces before AM and PM.
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    if match := _ISO.fullmatch(text):
        return _with_clock(match[5], int(match[1]), int(match[3]), int(match[4]))
    if match := _NUMERIC.fullmatch(text):
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        first, second = int(match[1]), int(match[3])
        if match[2] == ".":  # points are day-first wherever they are used
            return _with_clock(match[5], year, second, first)
        return _with_clock(match[5], year, None, None, first, second)
    if match := _EPOCH.fullmatch(text):
        moment = dt.datetime.fromtimestamp(int(match[1]), dt.UTC)
        return _Parts(moment.year, moment.month, moment.day, clock=moment.time(), offset=dt.timedelta(0))
    if match := _CJK.fullmatch(text):
        rest = match[4]
        for half, latin in _CJK_HALF.items():
            if half in rest:
                rest = rest.replace(half, "").strip() + " " + latin
        return _with_clock(rest, int(match[1]), int(match[2]), int(match[3]))
    return _take_words_apart(text)


def _take_words_apart(text: str) -> _Parts | None:
    """Take apart a date with a month's name; weekdays, "de" and "às" are passed over."""
    clock_at = next((match for match in _CLOCK.finditer(text) if ":" in match[0]), None)
    date_text = text if clock_at is None else text[: clock_at.start()] + " " + text[clock_at.end() :]
    if clock_at is not None and (offset := _OFFSET.search(text)) and offset.start() >= clock_at.end():
        date_text = text[: clock_at.start()]
    folded = "".join(c for c in unicodedata.normalize("NFKD", date_text.casefold()) if not unicodedata.combining(c))
    # The last one: a Spanish Tuesday ("mar") stands before the month.
    months = [_MONTHS[word] for word in _WORD.findall(folded) if word in _MONTHS]
    numbers = _DIGITS.findall(folded)
    years = [int(number) for number in numbers if len(number) == 4]
    days = [int(number) for number in numbers if len(number) <= 2]
    if not months or len(years) != 1 or len(days) != 1:
        return None
    return _with_clock(None if clock_at is None else text[clock_at.start() :], years[0], months[-1], days[0])


def _with_clock(
    rest: str | None, year: int, month: int | None, day: int | None, first: int = 0, second: int = 0
) -> _Parts | None:
    clock, offset, twelve = None, None, False
    if rest and rest.strip():
        if mark := _OFFSET.search(rest):
            offset, rest = _offset(mark[1]), rest[: mark.start()]
        match = _CLOCK.match(rest.strip())
        if match is None:
            return None
        clock, twelve = _clock(match), match[4] is not None
        if clock is None:
            return None
    return _Parts(year, month, day, first, second, clock, offset, twelve)


def _clock(match: re.Match[str]) -> dt.time | None:
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
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
    minutes = int(mark[1:3]) * 60 + int(mark[-2:])
    return dt.timedelta(minutes=-minutes if mark[0] == "-" else minutes)


def _decide_order(parts: list[_Parts]) -> tuple[Order, str, bool]:
    days_first = sum(part.first > 12 for part in parts)
    months_first = sum(part.second > 12 for part in parts)
    if days_first != months_first:
        order: Order = "dmy" if days_first > months_first else "mdy"
        count = max(days_first, months_first)
        return (
            order,
            f"in {count} of its dates the other number is over 12",
            min(days_first, months_first) == 0,
        )
    sorted_as = [order for order in _ORDERS if _in_sequence(parts, order)]
    if len(sorted_as) == 1:
        return sorted_as[0], "only so are the rows in order of time", True
    if any(part.twelve_hour for part in parts):
        return "mdy", "the clock is a 12-hour one; the dates themselves fit both orders", False
    return "dmy", "the dates fit both orders; please check", False


_ORDERS: tuple[Order, ...] = ("dmy", "mdy")


def _in_sequence(parts: list[_Parts], order: Order) -> bool:
    """Tell whether at least four dates rise, or fall, throughout."""
    moments = [_put_together(part, order, None) for part in parts]
    dates = list(dict.fromkeys(moment.date() for moment in moments if moment is not None))
    if len(dates) < 4 or None in moments:
        return False
    steps = [(after - before).days > 0 for before, after in pairwise(dates)]
    return all(steps) or not any(steps)


def _put_together(part: _Parts, order: Order | None, zone: dt.tzinfo | None) -> dt.datetime | None:
    month, day = part.month, part.day
    if month is None or day is None:
        day, month = (part.first, part.second) if order == "dmy" else (part.second, part.first)
    if not FIRST_YEAR <= part.year <= LAST_YEAR:
        return None
    try:
        moment = dt.datetime.combine(dt.date(part.year, month, day), part.clock or dt.time())
        if part.offset is not None and zone is not None:
            moment = moment.replace(tzinfo=dt.timezone(part.offset)).astimezone(zone).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return None
    return moment


def find_zone(name: str | None) -> dt.tzinfo | None:
    """Return the time zone of that name, or None when there is none.

    Examples
    --------
    >>> find_zone("Europe/Paris"), find_zone("Nowhere/Land")
    (zoneinfo.ZoneInfo(key='Europe/Paris'), None)
    """
    try:
        return zoneinfo.ZoneInfo(name) if name else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None
