"""Any table, read by what a person says its columns are: `choices` such as ``map:start`` = ``When``."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from legrun.errors import LogFormatError
from legrun.logs.fields.calendars import unread_calendar
from legrun.logs.fields.date_text import take_apart
from legrun.logs.format import Columns, Findings, Notes
from legrun.logs.mapping.columns.guess import ROLES
from legrun.logs.mapping.columns.units import distances_km, durations_min, hours_asleep, soreness_10
from legrun.logs.mapping.rows.activity_rows import read_activities
from legrun.logs.mapping.rows.dated_rows import DatedRows
from legrun.logs.mapping.rows.ends import begun, sessions_begun
from legrun.logs.mapping.rows.lifting import Lifts, read_lifts, summed_up
from legrun.logs.mapping.rows.no_training import mark_no_training
from legrun.logs.mapping.rows.people import count_people
from legrun.logs.mapping.rows.unused import note_unused
from legrun.logs.mapping.shapes.sleep_rows import nights_of_rows
from legrun.logs.mapping.shapes.told_dates import day_number, lacks_a_year
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.mapping.words.weekdays import weekday
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.nights import LONGEST_NIGHT, Sleep, check_in_hour, morning_check_ins, nights_by_date, sleep_h
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import quoted
from legrun.scenario import CheckIn

__all__ = ["NAME", "mapped_columns", "read_mapped"]

NAME = "Table"
_PREFIX = "map:"
_HOURS_LATER = re.compile(r"(?<!\d)(24|48|72)\s?(?:h|hrs?|hours?|std|stunden|heures|horas|ore|uur)\b", re.I)
_HOURS_OF_A_DAY = 24
_PAST = frozenset({"last", "past", "previous", "letzte", "letzten", "dernieres", "ultimas", "ultime"})
_DAY = dt.timedelta(days=1)
_MOST = 0.7
_LOOKED_AT = 500  # cells of a column without a date that is understood
_SHORT = 20  # of a date without a year [characters]
_WEEKDAYS = 4  # headers that make a table of weeks
_BEGINNINGS = frozenset(["bed", "bedtime", "start", "onset", "begin", "from", "asleep", "coucher", "einschlafen"])
_IN_BED = frozenset(["bed", "bedtime", "bett", "coucher", "cama", "letto", "sang", "seng"])
_EVENINGS = frozenset(["evening", "abend", "soir", "bedtime", "night", "nacht", "nuit", "noche", "notte", "summary"])


def mapped_columns(table: Table, choices: Mapping[str, str]) -> Columns | None:
    """Return the table's columns by role as the user mapped them, or None when nothing was mapped.

    Raises
    ------
    LogFormatError
        When a column that was named is not there, or none holds the date.

    Examples
    --------
    >>> table = Table(("When", "Mins"), range(2, 3), [["2026-03-03 18:00", "60"]])
    >>> dict(mapped_columns(table, {"map:start": "When", "map:duration": "Mins"}).places)
    {'start': 0, 'duration': 1}
    """
    chosen = {key[len(_PREFIX) :]: name for key, name in choices.items() if key.startswith(_PREFIX) and name}
    if not chosen:
        return None
    places = {}
    for role, name in chosen.items():
        if role not in ROLES:
            raise LogFormatError(f"{quoted(role)} is not one of {', '.join(ROLES)}.", table=table)
        place = table.labels.index(name) if name in table.labels else table.find(name)
        if place is None:
            raise LogFormatError(f"The file has no column {quoted(name)} for the {role}.", table=table)
        places[role] = place
    if not {"start", "date", "end"} & places.keys():
        raise LogFormatError(_undated(table), table=table)
    if (people := count_people(table)) > 1:
        raise LogFormatError(
            f"This names {people} people; open it on the Clients page, or keep the rows of one.", table=table
        )
    return Columns(table, places)


def _undated(table: Table) -> str:
    if sum(weekday(cell) is not None for cell in table.header) >= _WEEKDAYS:
        return (
            "The days of the week stand in columns, and no column holds the date of each week. Add one with its Monday."
        )
    for place, label in enumerate(table.labels):
        cells = [text for text in table.column(place) if text]
        if cells and all(weekday(text) is not None for text in cells):
            return f"The column {quoted(label)} holds days of the week, which name no date. Add a column with the date."
        if cells and (why := _unread_years(cells)):
            return f"The dates in {quoted(label)} {why}"
        if cells and sum(map(lacks_a_year, cells)) >= _MOST * len(cells):
            return f"The dates in {quoted(label)} have no year, so nobody can tell when it was. Add the year."
        if cells and sum(day_number(text) is not None for text in cells) == len(cells) and _names_days(label):
            return f"The days in {quoted(label)} have no month that is told beyond doubt. Write whole dates."
    return "Say which column holds the date or the start."


def _names_days(label: str) -> bool:
    words = header_words(label)
    return bool(set(words) & word_set("day_of_month")) or role_words()["date"].score(words) > 0


def _unread_years(cells: Sequence[str]) -> str:
    """Return what is wrong with the years of a column, or nothing."""
    other = Counter(map(unread_calendar, cells[:_LOOKED_AT])).most_common(1)[0][0]
    if other:
        return f"are of the {other} calendar, which is not read. Write them as year-month-day of the Gregorian one."
    parts = [part for text in cells[:_LOOKED_AT] if len(text) <= _SHORT and (part := take_apart(text))]
    if parts and sum(part.year == 0 for part in parts) >= _MOST * len(parts):
        return "have years of two digits that may be of several calendars. Write the years with four digits."
    return ""


def read_mapped(columns: Columns, notes: Notes) -> Findings:
    """Return what a mapped table holds: sessions, ratings and nights, whichever it has columns for."""
    note_unused(columns, notes)
    rows = DatedRows.of(columns, notes)
    distance = distances_km(columns, notes)
    minutes = durations_min(columns, rows.texts, distance, notes)
    slept, told = nights_of_rows(columns, rows.starts, minutes, notes)
    asleep = {**told, **_nights(rows, notes)}
    left = slept | mark_no_training(columns, rows.starts, rows.times.dates_only, minutes, notes)
    summaries = summed_up(columns, rows.texts, minutes)
    starts = begun(rows.starts, minutes, rows.ended)
    trained = [None if place in left | summaries else start for place, start in enumerate(starts)]
    lifts = Findings()
    if columns.has("exercise"):
        lifts = read_lifts(Lifts(columns, trained, minutes.copy(), hours=rows.hours_known), NAME, notes)
    others = read_activities(rows, trained, distance, minutes, NAME, notes)
    sessions = [*lifts.sessions, *others.sessions]
    if not columns.has("exercise") or len(rows.ends) <= len(sessions):  # else each set has an end of its own
        sessions = sessions_begun(sessions, rows.ends, columns.name("end"), notes)
    # Once the sessions are known: the mornings after leg days tell which end of a scale is the sore one.
    leg_days = {s.start.date() for s in sessions if s.kind == "legs"}
    check_ins = _check_ins(rows, leg_days, notes)
    if not (left or sessions or check_ins or asleep):
        notes.problem(None, None, "By the chosen columns, nothing in this table is a session, a rating or a night.")
        if any(_IN_BED & set(header_words(cell)) for cell in columns.table.header):
            message = "Going to bed and getting up are not falling asleep and waking; a column of hours asleep is read."
            notes.problem(None, None, message)
    return Findings(
        sessions=sessions,
        check_ins=check_ins,
        sleep_h=asleep,
        workouts=lifts.workouts + others.workouts,
        unknown_exercises=lifts.unknown_exercises,
    )


def _check_ins(rows: DatedRows, leg_days: set[dt.date], notes: Notes) -> list[CheckIn]:
    soreness = soreness_10(rows.columns, notes, rows.starts, leg_days)
    if not np.any(np.isfinite(soreness)):
        return []
    moments = rows.starts
    if rows.times.dates_only:
        hour = check_in_hour(notes)
        moments = [start and start.replace(hour=hour) for start in rows.starts]
    if apart := _days_apart(rows.columns.name("soreness") or ""):
        later = apart * _DAY
        moments = [moment and moment + later if _can_move(moment) else moment for moment in moments]
    rated = zip(rows.numbers, moments, soreness.tolist(), strict=True)
    return list(dict.fromkeys(morning_check_ins(rated, rows.columns.name("soreness"), notes)))


def _days_apart(label: str) -> int:
    """Return by how many days a rating is later than its row: “Soreness next day”, “DOMS 48h”, “yesterday's”."""
    words = f" {' '.join(header_words(label))} "
    if any(f" {phrase} " in words for phrase in word_set("next_day")):
        return 1
    if set(words.split()) & word_set("day_before"):
        return -1
    hours = _HOURS_LATER.search(label)
    return int(hours[1]) // _HOURS_OF_A_DAY if hours and not _PAST & set(words.split()) else 0


def _can_move(moment: dt.datetime | None) -> bool:
    return moment is not None and 1 < moment.year < dt.MAXYEAR


def _nights(rows: DatedRows, notes: Notes) -> dict[dt.date, float]:
    """Return the nights by the morning they ended; a column that names the evening is a day earlier."""
    columns = rows.columns
    sleep = hours_asleep(columns, notes)
    evening = bool(_EVENINGS & set(header_words(columns.name(columns.first("date", "start")) or "")))
    later = dt.timedelta(days=1 if evening and rows.times.dates_only and not columns.has("kind") else 0)
    begun = bool(_BEGINNINGS & set(header_words(columns.name("start") or ""))) and not columns.has("kind")
    days = []
    for start, hours in zip(rows.starts, sleep.tolist(), strict=True):
        # A night that is dated by falling asleep ends after its sleep.
        slept = dt.timedelta(hours=hours if begun and hours > 0 else 0.0)
        days.append(start and (start + later + slept).date())
    told = list(zip(rows.numbers, days, sleep.tolist(), strict=True))
    if rows.times.dates_only or len(set(days)) == len(days):
        return nights_by_date(told, columns.name("sleep"), notes)
    # Clocks tell the parts of a broken night, which add up, from the same night said twice.
    return sleep_h(map(_sleep_of, told, rows.starts, [begun] * len(told)), columns.name("sleep"), notes)


def _sleep_of(told: tuple[int, dt.date | None, float], clock: dt.datetime | None, begun: bool) -> Sleep:
    """Return a sleep with its start and its end, one of which a clock tells."""
    row, day, hours = told
    if clock is None or not 0 < hours <= LONGEST_NIGHT or not 1 < clock.year < dt.MAXYEAR:
        return Sleep(row, hours, date=day)
    lasted = dt.timedelta(hours=hours)
    return Sleep(row, hours, clock if begun else clock - lasted, clock + lasted if begun else clock)
