"""What the columns of a form's answers, or of a coach's sheet, probably hold."""

from __future__ import annotations

import datetime as dt
import functools
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from legrun.logs.fields.anchors import read_header
from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.durations import parse_hours
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold
from legrun.roster.flags import Complaint, is_yes, is_yes_or_no
from legrun.roster.forms.days import is_of_a_day, told_day
from legrun.roster.forms.moments import without_zone_name
from legrun.roster.forms.parts import is_leg_part
from legrun.roster.forms.well import asks_if_well
from legrun.roster.forms.words import has_words, label_words, outside_scale, phrases, tells

__all__ = [
    "ROLES",
    "TELLING",
    "guess_roles",
    "is_measure",
    "is_total",
    "mostly",
    "names_nobody",
    "sample",
]

# What a coach may say that a column is; the order is that in which columns are looked for.
ROLES = (
    "athlete", "time", "date", "planned_minutes", "planned_rpe", "soreness", "fatigue", "sleep", "wrong", "ill",
    "where", "plan", "done", "done_minutes", "done_rpe", "note",
)  # fmt: skip
# What makes a table worth reading, besides who and when.
TELLING = ("soreness", "fatigue", "sleep", "wrong", "ill", "plan", "done")
_LONG = ("item", "value")
_SAMPLE = 120
_MOST = 0.6
_BEST_OF_FIVE = 5


def guess_roles(table: Table, *, by_cells: bool = True) -> dict[str, str]:
    """Return the label of the column that probably has each role; roles that none has are left out.

    Where no words tell the day, a column of moments is it, unless `by_cells` is false.

    Examples
    --------
    >>> header = ("Timestamp", "Your name", "Sleep quality 1-5", "Hours slept", "How sore? (1-5)", "Pain?")
    >>> table = Table(header, range(2, 3), [["11/23/2026 6:10:12", "Ana", "2", "5.5", "4", "No"]])
    >>> guess_roles(table)["soreness"], guess_roles(table)["sleep"], guess_roles(table)["wrong"]
    ('How sore? (1-5)', 'Hours slept', 'Pain?')
    """
    samples = [sample(table, place) for place in range(len(table.header))]
    taken: dict[int, str] = {}
    for role in (*ROLES[:3], *_LONG, *ROLES[3:]):
        place = _place(table, role, samples, taken)
        if role == "wrong" and place is None:
            place = _availability(table, samples, taken)
            place = _told_by_cells(samples, taken) if place is None else place
        if place is not None:
            taken[place] = role
    if by_cells and not {"time", "date"} & set(taken.values()):
        place = _moment_by_cells(table, samples, taken)
        if place is not None:
            taken[place] = "time" if _timed(samples[place]) else "date"
    return _planned(_without_sport({role: table.labels[place] for place, role in sorted(taken.items())}))


def _planned(roles: dict[str, str]) -> dict[str, str]:
    """Return roles with a session as the plan where a planned length or effort stands beside it, and none done."""
    told = roles.keys()
    if "done" in told and {"planned_minutes", "planned_rpe"} & told and not {"plan", "done_minutes", "done_rpe"} & told:
        return {"plan" if role == "done" else role: label for role, label in roles.items()}
    return roles


def _without_sport(roles: dict[str, str]) -> dict[str, str]:
    """Return roles without a sport that no length and no effort stands beside: it is what somebody does in general."""
    is_bare = "time" in roles and not {"done_minutes", "done_rpe"} & roles.keys()
    if is_bare and tuple(fold(roles.get("done", "")).split()) in phrases("rows", "in_general"):
        del roles["done"]
    return roles


def _place(table: Table, role: str, samples: Sequence[Sequence[str]], taken: Mapping[int, str]) -> int | None:
    """Return which column probably has a role: by its words and its cells, else by words that leave no doubt."""
    free = [place for place, label in enumerate(table.labels) if place not in taken and not _is_other(label, role)]
    fits = _FITS.get(role, _any)
    # "Calves (1 = no pain, 5 = very painful)" asks for no complaint.
    said = outside_scale if role == "wrong" else str
    words = {place: label_words(said(table.labels[place])) for place in free}
    for part, kept in (("roles", [place for place in free if fits(samples[place])]), ("surely", free)):
        named = [
            (rank, place)
            for rank, phrase in enumerate(phrases(part, role))
            for place in kept
            if has_words(words[place], phrase) and samples[place]
        ]
        if named and role == "soreness":
            return min(named, key=lambda pair: (_less_of_legs(table.labels[pair[1]]), *pair))[1]
        if named and role == "wrong":  # not "Pain location" before "Pain 0-10"
            return min(named, key=lambda pair: (tells(table.labels[pair[1]], "where"), *pair))[1]
        if named:
            return min(named)[1]
    return None


def _availability(table: Table, samples: Sequence[Sequence[str]], taken: Mapping[int, str]) -> int | None:
    """Return the column that says who can train: "available", "injured"."""
    return next(
        (
            place
            for place, label in enumerate(table.labels)
            if place not in taken
            and asks_if_well(label, samples[place])
            and samples[place]
            and (any(map(_says_able, samples[place])) or mostly(samples[place], is_yes_or_no))
        ),
        None,
    )


def _told_by_cells(samples: Sequence[Sequence[str]], taken: Mapping[int, str]) -> int | None:
    """Return the column whose cells say what is wrong, or that nothing is: "Fever, cough", "None"."""
    for place, cells in enumerate(samples):
        if place in taken:
            continue
        told = [Complaint.of(cell) for cell in cells if not is_yes(cell)]
        flagged = sum(bool(said.flags) for said in told)
        if flagged and flagged + sum(said.is_clear for said in told) >= _MOST * len(cells):
            return place
    return None


def _says_able(cell: str) -> bool:
    return tells(cell, "able", "rows")


def _less_of_legs(label: str) -> tuple[bool, bool, bool, bool]:
    """Return how a label of soreness falls short of the legs' own this morning: "Pain or soreness?" is a complaint.

    Beside today's soreness yesterday's is none; alone it may be soreness from yesterday's training.
    The bare legs must name a scale: "Leg press" has none.
    """
    is_rated = tells(label, "soreness", "surely") or read_header(label).high is not None
    is_past = tells(label, "yesterday", "days")
    is_of_legs = is_leg_part(label) and is_rated
    return is_past, tells(outside_scale(label), "wrong"), tells(label, "evening", "rows"), not is_of_legs


def _is_other(label: str, role: str) -> bool:
    """Return whether a column's words say that it is not one of a role."""
    if role == "sleep" and read_header(label).high is not None and not tells(label, "hours", "words"):
        return True  # "Sleep (1-5)" rates how good it was
    return tells(label, role, "not") or (role in ("soreness", "fatigue", "sleep") and is_of_a_day(label))


def _moment_by_cells(table: Table, samples: Sequence[Sequence[str]], taken: Mapping[int, str]) -> int | None:
    """Return the column of moments of a table in which no word tells it: the last with a clock, else the first."""
    places = [
        place
        for place, label in enumerate(table.labels)
        if place not in taken and not tells(label, "date", "not") and _moments(samples[place])
    ]
    timed = [place for place in places if _timed(samples[place])]
    return timed[-1] if timed else places[0] if places else None


def sample(table: Table, place: int) -> list[str]:
    """Return the first cells of a column that hold something."""
    cells = (
        row[place].strip() for row in map(table.row, range(min(len(table.numbers), 3 * _SAMPLE))) if place < len(row)
    )
    return [cell for cell in cells if cell][:_SAMPLE]


def is_total(name: str, among: Collection[str] = ()) -> bool:
    """Return whether a row sums others up, by what stands where a name should; of "Max" by the other rows `among`.

    Examples
    --------
    >>> is_total("Team average"), is_total("Totti"), is_total("Max"), is_total("Max", ["Ana", "Max", "Average"])
    (True, False, False, True)
    """
    words = set(fold(name).split())
    totals, extremes = _totals()
    if words and totals >= words:
        return True
    return bool(words) and extremes >= words and any(map(is_total, among))


@functools.cache
def _totals() -> tuple[frozenset[str], frozenset[str]]:
    totals, extremes = (frozenset(word for (word,) in phrases("rows", part)) for part in ("totals", "extremes"))
    return totals, extremes


def names_nobody(name: str) -> bool:
    """Return whether what stands where a name should is a word for none.

    Examples
    --------
    >>> names_nobody("anonymous"), names_nobody("Ana")
    (True, False)
    """
    return tuple(fold(name).split()) in phrases("rows", "nobody")


def is_measure(name: str) -> bool:
    """Return whether a name is one of a measure, not of a person.

    Examples
    --------
    >>> is_measure("Soreness"), is_measure("Minutes"), is_measure("Ana Ruiz")
    (True, True, False)
    """
    roles = ("date", "planned_rpe", "done_rpe", "done_minutes", "soreness", "sleep", "wrong", "done", "note")
    words = label_words(name)
    return any(has_words(words, phrase) for role in roles for phrase in phrases("roles", role)) or any(
        has_words(words, phrase) for phrase in phrases("rows", "measures")
    )


def mostly(cells: Sequence[str], fits: Callable[[str], bool]) -> bool:
    """Return whether most cells fit; a column without any fits as well."""
    # The same texts are looked at once.
    return not cells or sum(count for cell, count in Counter(cells).items() if fits(cell)) >= _MOST * len(cells)


def _any(_: Sequence[str]) -> bool:
    return True


def _is_number(text: str) -> bool:
    return text.replace(",", ".").replace(".", "", 1).isdecimal()


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _moments(cells: Sequence[str]) -> bool:
    read = parse_moments(cells).values
    return bool(cells) and mostly(cells, lambda cell: read[cell] is not None)


def _told(cells: Sequence[str]) -> bool:
    """Return whether cells name days by words: "yesterday", "Mon"."""
    return bool(cells) and mostly(cells, lambda cell: told_day(cell, dt.date.min.replace(year=2000)) is not None)


def _words(cells: Sequence[str]) -> bool:
    return mostly(cells, lambda cell: not _is_number(cell)) and not _moments(cells)


def _rated(cells: Sequence[str]) -> bool:
    return bool(cells) and mostly(cells, lambda cell: parse_rating(cell) is not None)


def _timed(cells: Sequence[str]) -> bool:
    plain = [without_zone_name(cell) for cell in cells]
    read = parse_moments(plain)
    return bool(cells) and not read.dates_only and mostly(plain, lambda cell: read.values[cell] is not None)


def _slept(cells: Sequence[str]) -> bool:
    """Return whether cells are hours: a team whose longest night has five slept as well as 5 of 5."""
    hours = [number for cell in cells if (number := parse_hours(cell)) is not None]
    if not hours or max(hours) <= _BEST_OF_FIVE:
        return False
    if 2 * len(hours) >= len(cells):
        return True
    bounds = sum(parse_hours(cell) is None and tells(cell, "hours", "words") for cell in cells)  # "under 5 hours"
    return 2 * (len(hours) + bounds) >= len(cells)


_FITS: dict[str, Callable[[Sequence[str]], bool]] = {
    "athlete": lambda cells: _words(cells) and not mostly(cells, names_nobody),
    "time": _timed,
    "date": lambda cells: _moments(cells) or _told(cells),
    "soreness": _rated,
    "fatigue": _rated,
    "sleep": _slept,
    "wrong": lambda cells: not _moments(cells),
    "ill": _words,
    "where": _words,
    "plan": _words,
    "done": _words,
    "planned_minutes": lambda cells: mostly(cells, _has_digit),
    "planned_rpe": _rated,
    "done_minutes": lambda cells: mostly(cells, _has_digit),
    "done_rpe": lambda cells: mostly(cells, lambda cell: parse_rating(cell, "effort") is not None),
}
