"""Cells that list several lifts or sessions: “Squat 5x5, Leg press 3x12”, “AM: run; PM: legs”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.durations import parse_duration
from legrun.logs.fields.repetitions import in_digits, parse_repetitions
from legrun.logs.mapping.columns.column import Column, columns_of, is_missing
from legrun.logs.mapping.shapes.parted import parts_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.shapes.shared_rows import listed_sessions, measured_sessions
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.strength.exercises import classify

__all__ = ["lifts_of", "parted_lifts", "parted_lines"]

_SETS = re.compile(r"\s*([^\d,;]{2,60}?)[\s:@(-]*(\d{1,4}.*)", re.DOTALL)
_LASTS = re.compile(r"\d{1,3}\s*(?:min|mn|h|hrs?|std|km|mi|miles|['\u2032])(?![^\W\d_])", re.I)  # of a session, no sets
_EACH = re.compile(r"[x×*]|[^\W\d_]{3}")  # no bare number of repetitions
_CLEAR = re.compile(r"\d{1,2}\s*[x×]\s*\d{1,3}(?!\s*(?:m|km|mi|min|s|sec|h)\b)", re.I)  # sets of a lift, no intervals
_LISTED = re.compile(r"\s*(?:[\n;]|,(?!\d)|\+|/(?!\d|\s?(?:s|side|leg)\b))\s*", re.I)  # 8 e/s is no list
_THEN = re.compile(r"^(?:and|then|after|und|dann|danach|puis|ensuite|luego|despues|poi|potem|sedan)\s+", re.I)
_LINES = re.compile(
    r"\s*(?:\n|;| \+ | & )\s*"
    r"|\s+(?=(?:am|pm|morning|afternoon|evening|morgens|abends|matin|soir|manana|tarde|noche)\s*:)",
    re.I,
)
_PART_OF_DAY = re.compile(r"^\W*(?:[^\W\d_]{2,12})\s*:\s*")
_PARTS_OF_DAY = word_set("day_parts")
_PLACE = re.compile(r"^(?:[A-H](?:\d[.):]?|[.):])|\d{1,2}[.)])\s+(?=[^\W\d_])")  # in a superset, A1, B), or a list, 2.
_SETS_FIRST = re.compile(r"\s*(\d{1,2}\s*[x×]\s*\d{1,3})\s+([^\d,;]{3,60})", re.I)
_OWN = ("Duration", "Distance")  # of a session beside lifts, in its own words
_PART = 0.5
_LONGEST = 1000  # of a cell [characters]


def parted_lifts(table: Table) -> Table | None:
    """Return a table with a row for each lift where cells list them with their sets, or None for any other.

    Examples
    --------
    >>> table = Table(("Date", "Workout"), [2], [["2 May 2026", "Squat 5x5 @100kg, Leg press 3x12"]])
    >>> parted_lifts(table).rows
    [['2 May 2026', 'Squat', '5x5 @100kg'], ['2 May 2026', 'Leg press', '3x12']]
    """
    columns = columns_of(table)
    if any(column.exercises > _PART for column in columns if column.is_text and not _listed_lifts(column)):
        return None
    column = next((each for each in columns if each.is_text and _listed_lifts(each)), None)
    if column is None:
        return None
    # A cell that lists none, "6x1000 m" of a run, stays what it is; so does a remark on a run.
    cells = [[*row, *[""] * (len(table.header) - len(row))] for row in table.rows]
    named = next((each.place for each in columns if each is not column and _names_sessions(each)), column.place)
    lifts = [[] if _is_no_strength(row[named]) else lifts_of(row[column.place]) for row in cells]
    kept = [place for place in range(len(table.header)) if place != column.place or _rest(cells, lifts, place)]
    measured = [[each.place for each in columns if _measures(each, what)] for what in _OWN]
    numbers: list[int] = []
    rows: list[list[str]] = []
    for number, row, listed in zip(table.numbers, cells, lifts, strict=True):
        for name, sets in listed or [(row[column.place], "")]:
            text, *own = ["", "", ""] if sets else _told(name)
            base = [*row[: column.place], text, *row[column.place + 1 :]]
            if listed and not sets:  # what the row measures is of the lifts
                base = _replaced(base, measured, own)
            numbers.append(number)
            rows.append([*(base[place] for place in kept), name if sets else "", sets, *own])
    header = (*(table.header[place] for place in kept), "Exercise", "Sets x Reps", *_OWN)
    if any(measured) or not any(any(row[-len(_OWN) :]) for row in rows):
        header, rows = header[: -len(_OWN)], [row[: -len(_OWN)] for row in rows]
    said = f"Each cell of {column.label} lists several lifts; each was read as a row of its own."
    return rebuilt(table, header, numbers, rows, said)


def _replaced(cells: Sequence[str], places: Sequence[Sequence[int]], texts: Sequence[str]) -> list[str]:
    """Return cells with each text at its places."""
    new = {at: text for each, text in zip(places, texts, strict=True) for at in each}
    return [new.get(at, cell) for at, cell in enumerate(cells)]


def _told(text: str) -> list[str]:
    """Return a session's name, its length and its distance; where it says neither, its text alone."""
    return list(parts_of(text)[:3]) if _is_length_of_session(text) else [text, "", ""]


def _names_sessions(column: Column) -> bool:
    return column.is_text and role_words()["kind"].score(column.words) > 0


def _is_no_strength(text: str) -> bool:
    named = activity(text)
    return named.known and named.kind != "strength" and not lifts_of(text)


def _rest(rows: Sequence[Sequence[str]], lifts: Sequence[Sequence[tuple[str, str]]], place: int) -> bool:
    """Return whether a column holds something beside its lists of lifts."""
    pairs = zip(rows, lifts, strict=True)
    return any(row[place].strip() for row, listed in pairs if not listed or not all(sets for _, sets in listed))


def _measures(column: Column, what: str) -> bool:
    return role_words()[what.casefold()].score(column.words) > 0 and (column.is_duration or column.is_distance)


def _listed_lifts(column: Column) -> bool:
    return column.mostly(lambda text: bool(lifts_of(text)), _PART)


def lifts_of(text: str) -> list[tuple[str, str]]:
    """Return the lifts that a cell lists, with their sets, and sessions beside them, without; else none.

    Half of them have to be known: one that legrun does not know, beside others, hides none of them.

    Examples
    --------
    >>> lifts_of("Squat 5x5, Zorp 3x8, 20 min run"), lifts_of("6x800 m")
    ([('Squat', '5x5'), ('Zorp', '3x8'), ('20 min run', '')], [])
    """
    lifts, sessions, known = [], [], 0
    for part in filter(None, _LISTED.split(in_digits(text[:_LONGEST]))):
        bare = _PLACE.sub("", part)
        if _is_length_of_session(session := _THEN.sub("", bare)):
            sessions.append((session.strip(), ""))
            continue
        bare = _SETS_FIRST.sub(r"\2 \1", bare) if _SETS_FIRST.fullmatch(bare) else bare  # 5x5 squat
        match = _SETS.fullmatch(bare) or (_SETS.fullmatch(part) if bare != part else None)
        if match is None or not _EACH.search(match[2]) or _LASTS.match(match[2]):
            return []
        is_lift = classify(match[1]).is_strength
        if not is_lift and (activity(match[1]).known or not _CLEAR.match(match[2])):
            return []
        known += is_lift
        read = parse_repetitions(match[2])
        if read is None or not read.understood or (read.sets == 1 and not read.reps):
            return []
        lifts.append((match[1].strip(), match[2].strip()))
    return [*lifts, *sessions] if lifts and known * 2 >= len(lifts) else []


def _is_length_of_session(text: str) -> bool:
    """Tell what is a session and says how long or how far: “20 min run”, “bike 10 km”."""
    name, lasts, covers, *_ = parts_of(text)
    named = activity(name)
    return bool(lasts or covers) and named.known and not named.style and named.kind not in ("strength", "off")


def parted_lines(table: Table) -> Table | None:
    """Return a table with a row for each session where some cells hold several, or None for any other.

    Examples
    --------
    >>> rows = [["2 May 2026", "AM: run 40 min; PM: legs 60 min"], ["3 May 2026", "Rest"]]
    >>> [row[1] for row in parted_lines(Table(("Date", "Notes"), range(2, 4), rows)).rows]
    ['run 40 min', 'legs 60 min', 'Rest']
    >>> rows = [["2 May 2026", "AM: run 40 min PM: legs 60 min"]]
    >>> [row[1] for row in parted_lines(Table(("Date", "Notes"), range(2, 3), rows)).rows]
    ['run 40 min', 'legs 60 min']
    """
    columns = columns_of(table)
    column = next((each for each in columns if _lists_sessions(each)), None)
    measured = any(each.is_distance or each.is_duration for each in columns if each.sample and not each.is_moment)
    if column is None or measured or not any(each.is_moment for each in columns):
        return None
    numbers: list[int] = []
    rows: list[list[str]] = []
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = [*row, *[""] * (len(table.header) - len(row))]
        for text in _sessions(cells[column.place]) or [cells[column.place]]:
            numbers.append(number)
            rows.append([*cells[: column.place], text, *cells[column.place + 1 :]])
    said = f"Some cells of {column.label} hold several sessions; each was read as one."
    return rebuilt(table, table.header, numbers, rows, said)


def _lists_sessions(column: Column) -> bool:
    """Tell a column of which some cells hold several sessions; behind commas only where it names what was done."""
    named = role_words()["kind"].score(column.words) > 0
    return column.is_text and any(
        sessions and (named or len(_lines(text)) > 1) for text in column.sample if (sessions := _sessions(text))
    )


def _sessions(text: str) -> Sequence[str]:
    """Return the sessions that a cell holds, where there are several, each with a sport."""
    parts = _lines(text)
    if len(parts) > 1 and all(map(_is_session, parts)):
        return parts
    return listed_sessions(text) or measured_sessions(text)


def _lines(text: str) -> list[str]:
    return [_without_part_of_day(part) for part in _LINES.split(text[:_LONGEST]) if not is_missing(part)]


def _without_part_of_day(text: str) -> str:
    match = _PART_OF_DAY.match(text)
    named = match is not None and match[0].strip(" :").casefold() in _PARTS_OF_DAY
    return text[match.end() :] if named and match is not None else text


def _is_session(text: str) -> bool:
    return activity(text).known and not activity(text).style and parse_duration(text) is None
