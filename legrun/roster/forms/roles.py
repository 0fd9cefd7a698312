"""What the columns of a form's answers, or of a coach's sheet, probably hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from legrun.logs.fields.anchors import read_header
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold
from legrun.roster.flags import Complaint, is_yes, is_yes_or_no
from legrun.roster.forms.beside_plan import with_columns_of_plan
from legrun.roster.forms.days import is_of_a_day
from legrun.roster.forms.parts import is_leg_part
from legrun.roster.forms.role_cells import MOST, are_far, are_moments, are_timed, fits_role, mostly
from legrun.roster.forms.well import asks_if_well
from legrun.roster.forms.words import label_words, outside_scale, phrases, rank_of, tells
from legrun.roster.sessions.text import parse_sessions

__all__ = [
    "ROLES",
    "TELLING",
    "guess_roles",
    "sample",
]

# What a coach may say that a column is; the order is that in which columns are looked for.
ROLES = (
    "athlete", "time", "date", "planned_minutes", "planned_rpe", "soreness", "fatigue", "sleep", "wrong", "ill",
    "where", "plan", "done", "done_minutes", "done_rpe", "session_at", "distance", "note",
)  # fmt: skip
# What makes a table worth reading, besides who and when.
TELLING = ("soreness", "fatigue", "sleep", "wrong", "ill", "plan", "done")
_LONG = ("item", "value")
_SAMPLE = 120
_OF_NUMBER = re.compile(r"\b(?:where|which|wo|waar|donde|onde|dove|o\u00f9)\s+(?:an?\s+)?(?=\d)", re.I)
_ANY_DAY = dt.date(2000, 1, 1)
_NARROW = 2  # columns of a table of names and one thing


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
    answers = _without_remarks(table)
    samples = [sample(answers, place) for place in range(len(table.header))]
    taken: dict[int, str] = {}
    for role in (*ROLES[:3], *_LONG, *ROLES[3:]):
        if role == "value" and "item" not in taken.values():
            continue
        place = _place(table, role, samples, taken)
        if role == "value" and place is None:  # "Frage" and "field" stand in many a question
            taken = {each: of for each, of in taken.items() if of != "item"}
        if role == "wrong" and place is None:
            place = _availability(table, samples, taken)
            place = _told_by_cells(samples, taken) if place is None else place
        if place is not None:
            taken[place] = role
    if by_cells and not {"time", "date"} & set(taken.values()):
        place = _moment_by_cells(table, samples, taken)
        if place is not None:
            taken[place] = "time" if are_timed(samples[place]) else "date"
    if not {"plan", "done"} & set(taken.values()) and (place := _type_of_session(table, samples, taken)) is not None:
        taken[place] = "done"
    roles = _planned(_without_sport({role: table.labels[place] for place, role in sorted(taken.items())}))
    return with_columns_of_plan(roles, table)


def _without_remarks(table: Table) -> Table:
    """Return a table without the rows of one cell, where others have more: "Note: exam week" below the answers."""
    if len(table.header) <= _NARROW:
        return table
    rows = [row for row in table.rows[: 3 * _SAMPLE] if sum(map(bool, map(str.strip, row))) > 1]
    return replace(table, numbers=range(len(rows)), given_rows=rows, given_columns=None) if rows else table


def _planned(roles: dict[str, str]) -> dict[str, str]:
    """Return roles with a session as the plan where a planned length or effort stands beside it, and none done."""
    told = roles.keys()
    is_planned = bool({"planned_minutes", "planned_rpe"} & told) or tells(roles.get("distance", ""), "plan")
    if "done" in told and is_planned and not {"plan", "done_minutes", "done_rpe"} & told:
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
    # "Calves (1 = no pain, 5 = very painful)" asks for no complaint.
    said = outside_scale if role == "wrong" else str
    words = {place: label_words(said(label)) for place, label in enumerate(table.labels) if place not in taken}
    for part in ("roles", "surely"):
        ranks = {
            place: rank
            for place, each in words.items()
            if samples[place]
            and (rank := rank_of(each, role, part)) is not None
            and not _is_other(table.labels[place], role)
            and (part == "surely" or fits_role(role, samples[place]))
            and not (role == "date" and _is_far(table, place, taken))
        }
        if ranks and role == "soreness":
            return min(ranks, key=lambda place: (_less_of_legs(table.labels[place]), ranks[place], place))
        if ranks and role == "wrong":  # not "Pain location" before "Pain 0-10"
            return min(ranks, key=lambda place: (tells(table.labels[place], "where"), ranks[place], place))
        if ranks:
            return min(ranks, key=lambda place: (ranks[place], place))
    whole = phrases("words", "whole_name") if role == "athlete" else ()
    return next((place for place, each in words.items() if each in whole and fits_role(role, samples[place])), None)


def _is_far(table: Table, place: int, taken: Mapping[int, str]) -> bool:
    """Return whether a column of dates lies far from when the answers were sent: a birthday, the last period."""
    sent = next((each for each, role in taken.items() if role == "time"), None)
    if sent is None:
        return False
    pairs = zip(table.column(place)[:_SAMPLE], table.column(sent)[:_SAMPLE], strict=True)
    told = [(date, time) for date, time in pairs if date and time]
    return are_far([date for date, _ in told], [time for _, time in told])


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
        if flagged and flagged + sum(said.is_clear for said in told) >= MOST * len(cells):
            return place
    return None


def _type_of_session(table: Table, samples: Sequence[Sequence[str]], taken: Mapping[int, str]) -> int | None:
    """Return the column that is called a type and nothing more, if its cells are sessions."""
    for place, label in enumerate(table.labels):
        is_type = place not in taken and label_words(label) in phrases("rows", "bare_type")
        if is_type and samples[place] and mostly(samples[place], _is_session):
            return place
    return None


def _is_session(cell: str) -> bool:
    return parse_sessions(cell, _ANY_DAY) is not None


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
    if role == "note" and tells(label, "wrong") and not tells(label, "wrong", "not"):
        return True  # "Comment on your pain" says what is wrong
    if role == "soreness" and tells(label, "yesterday", "days") and not tells(label, "caused", "days"):
        return True
    said = _OF_NUMBER.sub(" ", label) if role == "soreness" else label  # "0-10, where 10 is worst" asks for no place
    return tells(said, role, "not") or (role in TELLING and is_of_a_day(label))


def _moment_by_cells(table: Table, samples: Sequence[Sequence[str]], taken: Mapping[int, str]) -> int | None:
    """Return the column of moments of a table in which no word tells it: the last with a clock, else the first."""
    places = [
        place
        for place, label in enumerate(table.labels)
        if place not in taken and not tells(label, "date", "not") and are_moments(samples[place])
    ]
    timed = [place for place in places if are_timed(samples[place])]
    return timed[-1] if timed else places[0] if places else None


def sample(table: Table, place: int) -> list[str]:
    """Return the first cells of a column that hold something."""
    cells = (
        row[place].strip() for row in map(table.row, range(min(len(table.numbers), 3 * _SAMPLE))) if place < len(row)
    )
    return [cell for cell in cells if cell][:_SAMPLE]
