"""Cells that hold several things: a start and an end, or a session with its length, distance and effort."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.distances import distance_unit, read_distances
from legrun.logs.fields.hours import parse_hour
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import is_planned, role_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold

__all__ = ["joined_units", "parted_ranges", "parted_sessions", "parts_of"]

_PART = 0.6
_BETWEEN = re.compile(
    r"\s+(?:-|–|—|to|bis|à|a|until|till|al?|→|->)\s+|\s*(?:–|—|→|->)\s*|['\"]?\s*,\s*['\"]?|(?<=\d{2})\s*-\s*(?=\d{1,2}[:.h])"
)
_HOURS = re.compile(
    r"(\d{1,4}|\d{1,2}[.:]\d{2})\s*(h|[ap]\.?m\.?)?\s*(?:-|–|—|to|bis|a|à|til|till)\s*(\d{1,4}|\d{1,2}[.:]\d{2})(\s*(?:uhr|h|[ap]\.?m\.?))?",
    re.I,
)
_FROM = re.compile(
    r"^(?:from|between|von|zwischen|de|entre|dalle|dal|van|tussen|od|fra|fr\u00e5n|das|desde)\s+(?=\d)", re.I
)
# 21:30:00-05:00 and T21:30-05:00 are a clock with its distance from UTC.
_WITH_OFFSET = re.compile(r".*(?:\d{2}:\d{2}:\d{2}(?:[.,]\d+)?|T\d{2}:\d{2})\s?-(?:0\d|1[0-2]):?(?:00|30)", re.I)
_DAY_OF_YEAR = re.compile(r"(?:19|20)\d\d-[0-3]\d\d")  # 2026-124, not from 20:26
_H_CLOCK = re.compile(r"^(\d{1,2})[hH](\d{2})$")
_HOUR_DIGITS = 2  # of an hour alone; 1800 is a clock
_CLOCK_WORDS = word_set("clock_headers")
_BED = frozenset({"bed", "bett", "lit", "cama", "letto", "sang", "seng", "lozku"})
_AROUND = "[](){}'\" "
_CLOCK = re.compile(r"\d{1,2}[:.hH]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?", re.I)

_LASTS = re.compile(
    r"(?<![\w.,:/])(?:\d{1,2}\s?(?:h|ч|год|時間|小时|小時|시간|saat)\s?[0-5]?\d?(?:\s?(?:min|мин|хв|分钟|分鐘|分|분|dk))?"
    r"|\d{1,2}u[0-5]\d|\d{1,3}(?:[.,]\d)?\s?(?:minutes|minuten|minutos|minuti|mins?|mn|hours?|hrs?|stunden|std|heures?"
    r"|мин|хв|分钟|分鐘|分|분|dk|dakika|perc|minuter|timmar|timer|tim|godz|minut|uur)"
    r"|\d{1,3}['′]|\d{1,2}:[0-5]\d(?::[0-5]\d)?)(?![\w:/])",
    re.I,
)
_COVERS = re.compile(
    r"(?<![\w.,:/x×])\d{1,3}(?:[.,]\d{1,2})?\s?(?:km|kms|k|miles?|mi|kilometers?|kilometres?|meilen|км|公里|キロ|킬로|χλμ)(?![\w/])"
    r"|(?<![\w.,:/x×*])(?<![x×*]\s)\d{3,5}\s?(?:m|met(?:er|re)s?|mètres)(?![\w/])",
    re.I,
)
_RATED = re.compile(
    r"(?:\brpe\s?:?\s?|@\s?(?=\d{1,2}(?:\D|$)))(\d{1,2}(?:[.,]5)?)(?!\s?kg|[:\d'′])|\b(\d{1,2})/10\b", re.I
)
_OF_LEGS = re.compile(
    r"\b(?:legs?|quads?|calves|sore(?:ness)?|doms|fresh(?:ness)?|beine?|muskelkater|jambes|piernas|pernas|gambe|benen|nogi)"
    r"\s*[:=]?\s*$",
    re.I,
)
_REPEATED, _OF_A_REPEAT = re.compile(r"\d\s?[x×*]\s?\d"), re.compile(r"\d:[0-5]\d")
_PACED = re.compile(r"(?:@|at|bei|à|a)?\s*\b(\d{1,2}):([0-5]\d)\s*(?:min)?\s?/\s?(km|mi|mile|k)\b", re.I)
_FILLERS = frozenset({"in", "at", "for", "of", "a", "an", "and", "um", "ca", "en", "de", "em", "op", "po", "pa", "i"})
# The hour before a session that says how long it lasted: "18:30 Run 45 min".
_CLOCK_FIRST = re.compile(
    r"\s*((?:\d{1,2}[:.h][0-5]\d|\d{1,2}(?=\s?[ap]\.?m))\s*(?:uhr|[ap]\.?m\.?)?)\s*[-–:,]?\s+(?=[^\W\d_])", re.I
)
_REPEATS = re.compile(r"\b(?:wu|cd|warm|cool)\b.*\d\s?[x×]\s?\d|\d\s?[x×]\s?\d.*\b(?:wu|cd|warm|cool)\b", re.I)
_BARE = re.compile(r"[^\W\d_][^\d]*\s(\d{2,3})", re.I)  # Legs 50
_LEAST = 0.25
_LIFTS = 0.8  # part of the cells that name lifts
_UNITS = word_set("units")
_MINUTES = range(10, 241)


def parted_ranges(table: Table) -> Table | None:
    """Return a table with a start and an end in the place of a column that holds both, or None for any other.

    Examples
    --------
    >>> table = Table(("Date", "When"), range(2, 4), [["2 May 2026", "18:00-19:05"], ["3 May 2026", "7:15 - 8:00"]])
    >>> parted_ranges(table).header, parted_ranges(table).rows[0]
    (('Date', 'When (start)', 'When (end)'), ['2 May 2026', '18:00', '19:05'])
    """
    for column in columns_of(table):
        bare = bool(_CLOCK_WORDS & set(column.words))
        is_range = functools.partial(_is_range, bare=bare)
        if column.is_number or column.is_clock or not column.sample or not is_range(column.sample[0]):
            continue
        if not column.mostly(is_range, _PART):
            continue
        place = column.place
        header = (*table.header[:place], *_names_of_ends(column), *table.header[place + 1 :])
        rows = []
        for row in table.rows:
            cells = [*row, *[""] * (place + 1 - len(row))]
            rows.append([*cells[:place], *_ends(cells[place], bare=bare), *cells[place + 1 :]])
        return rebuilt(table, header, list(table.numbers), rows, "")
    return None


def _names_of_ends(column: Column) -> tuple[str, str]:
    """Return what a start and an end are called: those of a night are no session's."""
    if role_words()["sleep"].score(column.words) > 0:
        return "Fell asleep", "Woke up"
    return ("Bedtime", "Got up") if _BED & set(column.words) else (f"{column.label} (start)", f"{column.label} (end)")


def joined_units(table: Table) -> Table | None:
    """Return a table whose distances carry the unit that stands in a column of its own, or None for any other.

    Examples
    --------
    >>> rows = [["1 May 2026", "5", "mi"], ["2 May 2026", "8", "km"]]
    >>> table = Table(("Date", "Distance", "Distance Unit"), range(2, 4), rows)
    >>> joined_units(table).rows
    [['1 May 2026', '5 mi'], ['2 May 2026', '8 km']]
    """
    columns = columns_of(table)
    distance = role_words()["distance"]
    named = [column for column in columns if distance.score(column.words) > 0 and column.is_number]
    named = [column for column in named if not is_planned(column.words)] or named
    beside = set(named[0].words) if named else set()  # "Distance Type" beside "Distance" holds mi and km
    units = [
        column
        for column in columns
        if (_UNITS & set(column.words) or beside < set(column.words))
        and column.mostly(lambda text: distance_unit(text) is not None)
        and column.is_text
    ]
    units = [column for column in units if not is_planned(column.words)] or units
    if len(named) != 1 or len(units) != 1:
        return None
    at, unit = named[0].place, units[0].place
    rows = []
    for row in table.rows:
        cells = [*row, *[""] * (len(table.header) - len(row))]
        cells[at] = f"{cells[at]} {cells[unit]}".strip() if cells[at].strip() else ""
        rows.append([cell for place, cell in enumerate(cells) if place != unit])
    header = tuple(cell for place, cell in enumerate(table.header) if place != unit)
    return rebuilt(table, header, list(table.numbers), rows, "")


def _ends(text: str, *, bare: bool = False) -> tuple[str, str]:
    """Return start and end of a cell; with `bare` two plain hours, 18-19, are a start and an end too."""
    text = _FROM.sub("", text.strip(_AROUND))
    if _DAY_OF_YEAR.fullmatch(text) or _WITH_OFFSET.fullmatch(text):
        return text, ""
    if (match := _HOURS.fullmatch(text)) and (bare or match[4] or len(match[1]) > _HOUR_DIGITS):
        half = match[4] or ""
        ends = [parse_hour(f"{match[1]}{match[2] or half}"), parse_hour(f"{match[3]}{half}")]
        if ends[0] and ends[1]:
            return f"{ends[0]:%H:%M}", f"{ends[1]:%H:%M}"
    for match in _BETWEEN.finditer(text):
        first, last = text[: match.start()].strip(_AROUND), text[match.end() :].strip(_AROUND)
        if _is_time(first) and _is_time(last):
            return _H_CLOCK.sub(r"\1:\2", first), _H_CLOCK.sub(r"\1:\2", last)
    return text, ""


def _is_range(text: str, *, bare: bool = False) -> bool:
    return len(text) <= 100 and bool(_ends(text, bare=bare)[1])


def _is_time(text: str) -> bool:
    if _CLOCK.fullmatch(text):
        return True
    moments = parse_moments([text])
    return moments.values[text] is not None and not moments.dates_only


def parted_sessions(table: Table) -> Table | None:
    """Return a table with what its sessions' texts say of length, distance and effort in columns of their own.

    None for a table that has such columns, or whose sessions say nothing of the kind.

    Examples
    --------
    >>> rows = [["2 May 2026", "Legs 60min RPE 8"], ["3 May 2026", "Easy 5 miles"]]
    >>> table = Table(("Date", "Session"), range(2, 4), rows)
    >>> parted_sessions(table).rows
    [['2 May 2026', 'Legs', '60min', '', '8'], ['3 May 2026', 'Easy', '', '5 miles', '']]
    """
    columns = columns_of(table)
    if any(_measures(column) for column in columns) or not any(column.is_moment for column in columns):
        return None
    column = next((column for column in columns if _speaks(column)), None)
    if column is None:
        return None
    place = column.place
    header = (*table.header, *(f"{column.label} ({what})" for what in ("duration", "distance", "rpe")))
    rows = []
    for row in table.rows:
        cells = [*row, *[""] * (len(table.header) - len(row))]
        text, *parts = parts_of(cells[place])
        rows.append([*cells[:place], text, *cells[place + 1 :], *parts])
    if any(row[-1] for row in rows):
        header = (*header, f"{column.label} (time)")
    else:
        rows = [row[:-1] for row in rows]
    said = f"Length, distance and effort were read from the texts in {column.label}."
    return rebuilt(table, header, list(table.numbers), rows, said)


def _at_pace(covers: re.Match[str] | None, paced: re.Match[str] | None) -> str:
    """Return how long a distance took at a pace in its own unit: "8 km @ 5:45/km"."""
    if covers is None or paced is None:
        return ""
    far = read_distances([covers[0]])
    if far.units[0] != distance_unit(paced[3]):
        return ""
    seconds = round(float(far.values[0]) * (60 * int(paced[1]) + int(paced[2])))
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _measures(column: Column) -> bool:
    named = any(role_words()[role].score(column.words) > 0 for role in ("duration", "distance", "end"))
    return named and bool(column.sample) and (column.is_duration or column.is_distance)


def _speaks(column: Column) -> bool:
    if column.is_repetitions or (column.exercises > _LIFTS and column.label):  # numbers of lifts are no lengths
        return False
    if not column.is_text or not (column.activities >= 0.3 or role_words()["kind"].score(column.words) > 0):
        return False
    return column.mostly(lambda text: any(parts_of(text)[1:4]), _LEAST)


def _whole_distance(text: str) -> re.Match[str] | None:
    """Return the distance that a text names; of several the first where it may hold the others: "10 km, 2 km hard"."""
    every = list(_COVERS.finditer(text))
    km = read_distances([match[0] for match in every]).values.tolist()
    return every[0] if every and km[0] >= sum(km[1:]) and not _REPEATS.search(text) else None


def parts_of(text: str) -> Sequence[str]:
    """Return a session's text without its numbers, and its length, distance, effort and clock.

    Examples
    --------
    >>> parts_of("Easy 5 miles in 48 min RPE 3"), parts_of("18:30 Run 45 min")
    (['Easy in', '48 min', '5 miles', '3', ''], ['Run', '45 min', '', '', '18:30'])
    """
    clock = _CLOCK_FIRST.match(text)
    if clock is not None and _LASTS.search(text[clock.end() :]):
        text = text[clock.end() :]
    else:
        clock = None
    paced = _PACED.search(text)
    text = _PACED.sub(" ", text)
    rated = _RATED.search(text)
    if rated and rated[2] and _OF_LEGS.search(text[: rated.start()]):
        rated = None  # "Run 8 km, legs 3/10" is no effort
    rest = _RATED.sub(" ", text) if rated else text
    covers = _whole_distance(rest)
    rest = _COVERS.sub(" ", rest) if covers else rest
    lasts = _LASTS.search(rest)
    if lasts and _OF_A_REPEAT.fullmatch(lasts[0].strip()) and _REPEATED.search(text):
        lasts = None  # "6x1000 m in 4:00": the time of each
    rest = _LASTS.sub(" ", rest) if lasts else rest
    duration = lasts[0].strip() if lasts else _at_pace(covers, paced)
    if not duration and not covers and (bare := _BARE.fullmatch(rest.strip())) and int(bare[1]) in _MINUTES:
        duration, rest = f"{bare[1]} min", rest.strip()[: bare.start(1)]
    effort = (rated[1] or rated[2]) if rated else ""
    begun = clock[1].strip() if clock else ""
    named = [] if set(fold(rest).split()) <= _FILLERS else rest.split()
    return [" ".join(named).strip(" ,;-–@/|"), duration, covers[0].strip() if covers else "", effort, begun]
