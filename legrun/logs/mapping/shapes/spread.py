"""Tables whose lifts or sports stand in columns: one row a day, a cell for what was done of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.distances import distance_unit
from legrun.logs.mapping.columns.column import Column, columns_of, is_missing, says_yes
from legrun.logs.mapping.columns.durations import header_unit
from legrun.logs.mapping.columns.sore_columns import has_scale_of_part
from legrun.logs.mapping.shapes.parted import parts_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.strength.exercises import classify
from legrun.logs.strength.titles import strength_kind

__all__ = ["gathered"]

_LEAST_COLUMNS = 2
# Words of a header beside the name of a sport or lift.
_MEASURES = word_set("sport_measures")
_MINUTES = word_set("sport_minutes")
_HOURS = word_set("sport_hours")
_LIFTED = re.compile(
    r"[\d.,]+\s*(?:kg|lbs?)?|\d+\s*[x×*]\s*\d+.*|\d+(?:\s*[/,;]\s*\d+)+.*|[\d.,]+\s*(?:kg|lbs?)?\s*[x×@].*", re.I
)
_GYMS = frozenset({"gym", "strength", "weights", "lifting", "lift", "kraft", "krafttraining", "muscu", "musculation"})
_BESIDE = frozenset({"exercise", "reps", "kind"})  # a table with these names its sessions and sets row by row
_GENERIC = word_set("sport_generic")
_TIMES = _MINUTES | _HOURS
_ALL_DAY = word_set("all_day") | {"move"}
_BESIDE_SPORTS = word_set("beside_sports")
_ANY = word_set("sport_any")
_NAMED = ("Activity", "Exercise", "Sets x Reps", "Distance", "Duration", "RPE", "Heart rate")
_ALWAYS = 5  # of these, in a table of whatever sports
_PARTS_OF_LEGS = word_set("leg_parts")
_OF_TEN = re.compile(r"(?:10|\d(?:[.,]\d)?)\s*/\s*10")
_MOST_HOURS = 24.0  # of a sport in a day: "Run hr" of 150 is a heart rate
_SET_COUNTS = {"legs": "Leg day", "upper": "Upper body"}  # "Leg sets: 12" is so many of these
_ONE_OF = {"leg": "legs", "runs": "run"}  # "Leg min" beside "Legs?"
_PART = 0.6  # of the cells of a sport that say how long or how far


@dataclass
class _Sport:
    """The columns of one sport or lift."""

    name: str
    is_lift: bool
    columns: dict[str, Column] = field(default_factory=dict)


def gathered(table: Table) -> Table | None:
    """Return a table with one row for each lift and sport of a day, or None for any other.

    Examples
    --------
    >>> rows = [["1 May 2026", "5x5", "3x8", ""], ["2 May 2026", "", "", "8"]]
    >>> table = Table(("Date", "Squat", "Bench Press", "Run (km)"), range(2, 4), rows)
    >>> gathered(table).header
    ('Date', 'Activity', 'Exercise', 'Sets x Reps', 'Distance', 'Duration')
    >>> gathered(table).rows[1:]
    [['1 May 2026', '', 'Bench Press', '3x8', '', ''], ['2 May 2026', 'Run', '', '', '8 km', '']]
    """
    columns = columns_of(table)
    sports = _sports(columns)
    if sports:
        sports += _sports(columns, generic=True)
        _add_marks(sports, columns)
    if any(map(_is_sum, _beside(sports, columns))):
        sports = [sport for sport in sports if set(sport.columns) - {"what", "effort", "heart rate"}]
    told = any("text" in sport.columns for sport in sports)
    if len(sports) < (1 if told else _LEAST_COLUMNS) or not any(column.is_moment for column in columns):
        return None
    others = _beside(sports, columns)
    named = _named_row_by_row(others)
    if named is not None and not _tell_more(sports, others):
        return None
    # What a phone counts all day, "Move minutes" and the way that was gone, is no sport's.
    daily = any(_ALL_DAY & set(column.words) for column in columns)
    kept = [column.place for column in others if column is not named and not (daily and _is_sum(column))]
    lengths = [at for at, place in enumerate(kept) if _is_length(columns[place])]
    numbers: list[int] = []
    rows: list[list[str]] = []
    for index, number in enumerate(table.numbers):
        cells = table.row(index)
        base = [cells[place] if place < len(cells) else "" for place in kept]
        title = cells[named.place] if named is not None and named.place < len(cells) else ""
        measured = any(not is_missing(base[at]) for at in lengths)
        for entry in _done(sports, cells, title, measured=measured) or [[title, *[""] * (len(_NAMED) - 1)]]:
            numbers.append(number)
            rows.append([*base, *entry])
    header = [table.header[place] for place in kept] + list(_NAMED)
    held = [at for at in range(len(header)) if at < len(kept) + _ALWAYS or any(row[at] for row in rows)]
    header, rows = [header[at] for at in held], [[row[at] for at in held] for row in rows]
    shown = ", ".join(sport.name for sport in sports[:6]) + (" ..." if len(sports) > 6 else "")
    said = f"Each of these columns was read as what was done of it: {shown}."
    return rebuilt(table, tuple(header), numbers, rows, said)


def _beside(sports: Sequence[_Sport], columns: Sequence[Column]) -> list[Column]:
    used = {column.place for sport in sports for column in sport.columns.values()}
    return [column for column in columns if column.place not in used and not _is_total(column, sports)]


def _is_total(column: Column, sports: Sequence[_Sport]) -> bool:
    """Tell the sum of lengths or distances that several sports have columns of: “Total min” beside “Run min”."""
    if not _TOTALS & set(column.words):
        return False
    return any(
        role_words()[role].score(column.words) > 0 and sum(role in sport.columns for sport in sports) > 1
        for role in ("duration", "distance")
    )


def _is_length(column: Column) -> bool:
    return role_words()["duration"].score(column.words) > 0 and column.is_duration and not column.is_moment


def _done(sports: Sequence[_Sport], cells: Sequence[str], title: str, *, measured: bool) -> list[list[str]]:
    """Return what was done on a day; sports that were only marked, beside one length of them all, share it."""
    done = [entry for sport in sports if (entry := _entry(sport, cells))]
    if strength_kind(title) is not None:  # "Focus: legs" beside "Gym min"
        done = [[title, *entry[1:]] if _is_any_lifting(entry[0]) else entry for entry in done]
    if measured and len(done) > 1 and all(entry[0] and not any(entry[1:]) for entry in done):
        return [[" + ".join(entry[0] for entry in done), *done[0][1:]]]
    return done


def _is_sum(column: Column) -> bool:
    """Tell a column of lengths or distances, by its header."""
    return any(role_words()[role].score(column.words) > 0 for role in ("distance", "duration")) and not column.is_moment


def _named_row_by_row(others: Sequence[Column]) -> Column | None:
    """Return the column that names what each row is of."""
    words = role_words()
    if not any(words[role].score(column.words) > 0 and column.is_text for role in _BESIDE for column in others):
        return None
    named = (each for each in others if each.is_text and (each.activities >= 0.5 or each.exercises >= 0.5))
    return next(named, None)


def _is_any_lifting(name: str) -> bool:
    return activity(name).kind == "strength" and strength_kind(name) is None


def _tell_more(sports: Sequence[_Sport], others: Sequence[Column]) -> bool:
    """Tell columns of sports that say more than the name of the row: "Bike min", "Run min" of a brick."""
    measured = all(not sport.is_lift and {"distance", "duration"} & sport.columns.keys() for sport in sports)
    return measured and len(sports) >= _LEAST_COLUMNS and not any(map(_is_sum, others))


def _sports(columns: Sequence[Column], *, generic: bool = False) -> list[_Sport]:
    """Return what has columns of its own, by the names in the header; `generic` ones, “Gym”, beside others alone."""
    sports: dict[str, _Sport] = {}
    for column in columns:
        name = " ".join(word for word in column.words if word not in _MEASURES)
        name = _ONE_OF.get(name, name)
        if (
            not name
            or (name in _GENERIC) != generic
            or (generic and not (_lasts(column) or _speaks(column) or _tells_of_gym(column, name)))
            or not column.sample
            or column.is_moment
            or name[0].isdecimal()  # the split of a race, "5k"
            or _rates(column)
            or _mark(column)
            or _BESIDE_SPORTS & set(column.words)
        ):
            continue
        shown = _name(column.label)
        timed = bool(_TIMES & set(column.words))
        is_lift = classify(name).is_strength and not timed and (column.mostly(_is_lifted) or column.is_flag)
        part = _SET_COUNTS.get(strength_kind(name) or "") if "sets" in column.words and column.is_number else None
        if part:
            sports.setdefault(part, _Sport(part, is_lift=True)).columns["count"] = column
        elif is_lift and activity(name).kind != "run":
            sports.setdefault(name, _Sport(shown, not set(name.split()) - _DAYS <= _BODY_PARTS)).columns["sets"] = (
                column
            )
        elif name in _GYMS and not _speaks(column) and not column.is_flag and _names_lifting(column):
            sports.setdefault(name, _Sport(shown, False)).columns["what"] = column
        elif (activity(name).known or generic) and _speaks(column):
            sports.setdefault(name, _Sport(shown, False)).columns["text"] = column
        elif activity(name).known and (
            column.is_flag or column.is_distance or column.is_duration or _tells_amounts(column)
        ):
            sports.setdefault(name, _Sport(shown, False)).columns[_measure(column)] = column
    return [sport for sport in sports.values() if set(sport.columns) - {"number"}]


def _lasts(column: Column) -> bool:
    """Tell the lengths of a sport by the header, or by their cells: "Strength" above 1:00 and 0:45."""
    return bool(_TIMES & set(column.words)) or (column.is_duration and column.is_clock)


def _add_marks(sports: Sequence[_Sport], columns: Sequence[Column]) -> None:
    """Give each sport the columns that say how hard it was and what: "Run RPE", "Gym HR", "Lift focus"."""
    for column in columns:
        names = [(sport, set(header_words(sport.name))) for sport in sports]
        of = [sport for sport, name in names if name <= set(column.words)]
        of = of or [sport for sport, name in names if name & set(column.words)]  # "Gym effort" beside "Gym legs"
        if len(of) == 1 and (mark := _mark(column)) and not (mark == "what" and _ANY & set(header_words(of[0].name))):
            of[0].columns.setdefault(mark, column)


def _mark(column: Column) -> str:
    """Return what a column says of a sport beside how long and how far: its effort, heart rate or kind."""
    words = role_words()
    if words["hr"].score(column.words) and column.is_number and float(np.median(column.numbers)) > _MOST_HOURS:
        return "heart rate"
    if _MEASURES & set(column.words):
        return ""
    if words["rpe"].score(column.words) and column.is_effort:
        return "effort"
    return "what" if column.is_text and words["kind"].score(column.words) and not _speaks(column) else ""


def _speaks(column: Column) -> bool:
    """Tell a column whose cells say in words how long or how far: “40min 7.5km”, “easy 5 miles”."""
    if not column.is_text or column.is_repetitions:
        return False
    parts = [parts_of(text) for text in column.sample]
    measured = sum(any(each[1:3]) for each in parts)
    # Lengths or distances alone are cells of numbers.
    return measured >= _PART * len(parts) and any(each[0] or all(each[1:3]) for each in parts)


def _tells_amounts(column: Column) -> bool:
    """Tell cells of which some are lengths and some distances, "8 km" and "40 min"."""
    return column.is_text and all(any(parts_of(text)[1:3]) for text in column.sample)


def _tells_of_gym(column: Column, name: str) -> bool:
    """Tell marks of days in the gym, and “Legs, upper” below “Gym”."""
    return name in _GYMS and (column.is_flag or _names_lifting(column))


def _names_lifting(column: Column) -> bool:
    named = sum(activity(text).kind == "strength" or strength_kind(text) is not None for text in column.sample)
    return column.is_text and named >= _PART * len(column.sample) > 0


def _rates(column: Column) -> bool:
    """Tell a column that rates a part of the body: “Calf soreness” is no lift, nor is “Quads: 3/10”."""
    of_part = any(word in _PARTS_OF_LEGS for word in column.words) and column.mostly(_is_of_ten, 1.0)
    return of_part or has_scale_of_part(column) or role_words()["soreness"].score(column.words) > 0


def _is_of_ten(text: str) -> bool:
    return _OF_TEN.fullmatch(text) is not None


_TOTALS = word_set("counts") | word_set("sums")
_BODY_PARTS, _DAYS = word_set("body_parts"), frozenset({"day", "tag", "dag", "workout", "training", "session"})


def _name(label: str) -> str:
    words = [word for word in re.split(r"[\s_()\[\]/,]+", label) if word and word.casefold() not in _MEASURES]
    return " ".join(words) or label


def _is_lifted(text: str) -> bool:
    return _LIFTED.fullmatch(text) is not None or bool(says_yes(text))


def _measure(column: Column) -> str:
    # "Swim (h)" of 1 is an hour, no yes.
    if column.is_flag and not (column.is_number and (header_unit(column.label) or distance_unit(column.label))):
        return "flag"
    if distance_unit(column.label) or "distance" in column.words or column.names_distances:
        return "distance"
    if _MINUTES & set(column.words) or _HOURS & set(column.words) or not column.is_number:
        return "duration"
    return "number"


def _entry(sport: _Sport, cells: Sequence[str]) -> list[str] | None:
    """Return one day's cells of a sport in the order of `_NAMED`; None when nothing was done."""
    done = {
        measure: text
        for measure, column in sport.columns.items()
        if column.place < len(cells) and not is_missing(text := cells[column.place].strip()) and not _none_done(text)
    }
    marks = [done.pop("effort", ""), done.pop("heart rate", "")]
    what = done.pop("what", "")
    if not (done or what or marks[0]):
        return None
    if "count" in done:
        return ["", sport.name, f"{done['count']} sets", "", "", *marks]
    if sport.is_lift:
        text = done.get("sets", "")
        return ["", sport.name, "done" if says_yes(text) and not text.isdecimal() else text, "", "", *marks]
    if "text" in done:
        rest, lasted, covered, effort, _ = parts_of(done["text"])
        return [f"{sport.name} {rest}".strip(), "", "", covered, lasted, effort or marks[0], marks[1]]
    if any(parts_of(done.get("duration", ""))[2:3]):
        done.setdefault("distance", done.pop("duration"))
    covered = _with_unit(done.get("distance", ""), sport.columns.get("distance"))
    return [
        _called(sport, what),
        "",
        "",
        covered,
        _lasting(done.get("duration", ""), sport.columns.get("duration")),
        *marks,
    ]


def _called(sport: _Sport, what: str) -> str:
    """Return the name of a session: what it was, with its sport where that alone says too little."""
    return what if activity(what).known or strength_kind(what) else f"{sport.name} {what}".strip()


def _none_done(text: str) -> bool:
    return says_yes(text) is False or not text.strip("0.,: ")


def _with_unit(text: str, column: Column | None) -> str:
    unit = distance_unit(column.label) if column and text else None
    return f"{text} {unit}" if unit and text.replace(".", "").replace(",", "").isdecimal() else text


def _lasting(text: str, column: Column | None) -> str:
    if not column or not text.replace(".", "").replace(",", "").isdecimal():
        return text
    unit = header_unit(column.label) or ("min" if _MINUTES & set(column.words) else "")
    return f"{text} {unit}".strip()
