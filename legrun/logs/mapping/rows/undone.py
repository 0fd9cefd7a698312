"""Rows that were planned and not done: by a column, by a plan without what was done, or in words of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legrun.logs.endurance.activities import activity
from legrun.logs.mapping.columns.column import columns_of, is_missing, says_done, says_yes
from legrun.logs.mapping.rows.counted_rows import Rows
from legrun.logs.mapping.words.vocabulary import PLANNED, header_words
from legrun.logs.mapping.words.word_lists import listed, word_set
from legrun.logs.reading.text import fold
from legrun.logs.strength.titles import strength_kind

__all__ = ["UNDONE", "names_plan", "says_undone"]

_DONE = frozenset(listed("done"))
_LEFT_OUT = (
    "skip",
    "miss",
    "ausgefallen",
    "ubersprung",
    "ausgelassen",
    "saute",
    "omit",
    "saltad",
    "overgeslagen",
    "pomini",
)
# What a remark says first of a session that did not take place, and what may follow there.
_PHRASES = word_set("undone")
_LONGEST_PHRASE = max(len(phrase.split()) for phrase in _PHRASES)
_BECAUSE, _OBJECTS, _PARTS = word_set("undone_because"), word_set("undone_what"), word_set("undone_parts")
_BREAK = re.compile(r"\s+[-–—]+\s*|\s*[,(:;.!\[|]+\s*")
# A word of its own in a name: "Run (planned)", "Legs - cancelled", "Planned: run".
_OF_ITS_OWN = re.compile(r"[(\[{]([^)\]}]{3,24})[)\]}]|\s[-–—]\s*([^-–—]{3,24})$|^([^:]{3,24}):\s")
_STATES = word_set("not_done") - {"open", "offen", "plan", "incomplete"}
_AS_PLANNED = tuple(term.rstrip("*") for term in PLANNED if term.endswith("*") and term != "ziel*")


def _actual(rows: Rows) -> list[str]:
    """Return the roles that hold what was really done."""
    places = rows.columns.places
    roles = [role for role in ("duration", "distance", "rpe", "end", "hr") if role in places]
    return [role for role in roles if not _is_planned(rows.words[places[role]])]


def _is_planned(words: Sequence[str]) -> bool:
    return any(word.startswith(term[:-1]) if term.endswith("*") else word == term for term in PLANNED for word in words)


def _something(rows: Rows, roles: Sequence[str]) -> list[bool]:
    """Tell of each row whether one of the roles holds something other than nothing and zero."""
    cells = zip(*(rows.columns.texts(role) for role in roles), strict=True) if roles else [()] * len(rows.starts)
    return [any(not is_missing(text) and bool(text.strip("0:.,")) for text in row) for row in cells]


def _not_done(rows: Rows) -> None:
    if not rows.columns.has("done"):
        return
    name = rows.columns.name("done") or ""
    reverse = any(word.startswith(_LEFT_OUT) for word in header_words(name))
    texts = rows.columns.texts("done")
    said = [says_done(text) for text in texts]
    ticked = False not in said  # x or nothing
    roles = _actual(rows)
    measured = _something(rows, roles)
    # A length and a distance may be those of the plan; who rated it, or wore a watch, did it whatever the cell says.
    felt = _something(rows, [role for role in roles if role in ("rpe", "hr", "end")])
    for place in rows.dated:
        is_no = said[place] is reverse
        silent = ticked and not reverse and not texts[place]
        if (is_no and not felt[place]) or (silent and not measured[place]):
            rows.out[place] = f"they were planned and not done, by the column {name}"


def _sets_not_done(rows: Rows) -> None:
    """Leave out sets of a plan beside which nothing stands in the column of the repetitions that were done."""
    columns = rows.columns
    at = columns.places.get("reps")
    if not columns.has("exercise") or at is None or not _DONE & set(rows.words[at]):
        return
    plans = [place for place, words in enumerate(rows.words) if _is_planned(words)]
    done, planned = columns.texts("reps"), [columns.table.column(place) for place in plans]
    for place in rows.dated:
        if is_missing(done[place]) and any(not is_missing(column[place]) for column in planned):
            rows.out[place] = f"they were planned and not done, by the column {columns.name('reps')}"


def _planned(rows: Rows) -> None:
    plans = [place for place, words in enumerate(rows.words) if _is_planned(words)]
    if not plans or rows.columns.has("exercise"):
        return
    roles = _actual(rows)
    measured = _something(rows, roles)
    done = [says_yes(text) for text in rows.columns.texts("done")]
    cells = [rows.columns.table.column(place) for place in plans]
    for place in rows.dated:
        if not measured[place] and not done[place] and any(not is_missing(column[place]) for column in cells):
            rows.out[place] = "they are planned, and nothing says that they were done"


def _remarked(rows: Rows) -> None:
    """Leave out rows that a remark says did not take place, or whose name says that they were planned."""
    if rows.columns.has("exercise"):
        return
    named = {rows.columns.places[role] for role in ("kind", "name") if rows.columns.has(role)}
    felt = _something(rows, [role for role in ("rpe", "hr", "end") if rows.columns.has(role)])
    for column in columns_of(rows.columns.table):
        sport = activity(column.label)
        of_a_sport = (sport.known and sport.kind != "strength") or strength_kind(column.label) is not None
        if (
            not column.is_text
            or (of_a_sport and column.place not in named)
            or column.place == rows.columns.places.get("done")
        ):
            continue
        texts = rows.columns.table.column(column.place)
        undone = {
            text: says_undone(text) or (column.place in named and names_plan(text)) for text in dict.fromkeys(texts)
        }
        for place in rows.dated if any(undone.values()) else ():
            if undone[texts[place]] and not felt[place]:
                rows.out[place] = f"they were not done, by what the column {column.label} says"


def says_undone(text: str) -> bool:
    """Tell a remark on a session that did not take place from one on a part that was left out.

    Examples
    --------
    >>> says_undone("Skipped - tired"), says_undone("ausgefallen (krank)"), says_undone("Didn't go, too busy")
    (True, True, True)
    >>> says_undone("Skipped last set"), says_undone("missed a rep"), says_undone("felt good")
    (False, False, False)
    """
    head, _, tail = _BREAK.sub("\n", text.strip()[:200]).partition("\n")
    words = fold(head).split()
    for count in range(min(len(words), _LONGEST_PHRASE), 0, -1):
        if " ".join(words[:count]) in _PHRASES:
            rest = words[count:]
            return (not rest or rest[0] in _BECAUSE or set(rest) <= _OBJECTS) and not set(
                fold(tail).split()[:2]
            ) & _PARTS
    return False


def names_plan(text: str) -> bool:
    """Tell the name of a session that says, apart from the rest, that it was planned or did not take place.

    Examples
    --------
    >>> names_plan("Run (planned)"), names_plan("Geplant: Beine"), names_plan("Run (easy)"), names_plan("Planned rest")
    (True, True, False, False)
    """
    for match in _OF_ITS_OWN.finditer(text[:200]):
        word = fold(next(filter(None, match.groups())))
        if word in _STATES or (" " not in word and word.startswith(_AS_PLANNED)):
            return True
    return False


UNDONE = (_not_done, _sets_not_done, _planned, _remarked)
