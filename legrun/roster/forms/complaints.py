"""What a form's answers say feels wrong: pains in words and in numbers, illness, comments."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from legrun.logs.fields.anchors import read_header
from legrun.logs.fields.judged_words import says_of_soreness
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.fields.ratings import read_ratings
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import clean, fold
from legrun.roster.flags import Complaint, is_yes, is_yes_or_no
from legrun.roster.forms.parts import is_leg_part
from legrun.roster.forms.well import asks_if_well, wrong_by_no
from legrun.roster.forms.words import outside_scale, tells

__all__ = [
    "alarming",
    "beside_rating",
    "complaints",
    "further_columns",
    "further_complaint",
    "may_complain",
    "pain_ratings",
]

_CHOICE = re.compile(r"\(choice=([^()]+)\)|\[([^\[\]]+)\]\s*$")
_WORSE = frozenset({"heart", "rhabdo"})  # than what a bare yes under a question about pain stands for


def complaints(told: Mapping[str, str], pains: Mapping[str, float], label: str, *, if_well: str = "") -> Iterator[str]:
    """Yield what an answer says feels wrong; a bare yes means what its column asks for.

    Parameters
    ----------
    told : mapping of str to str
        The cells of the roles "wrong", "where", "ill" and "note".
    pains : mapping of str to float
        Ratings of pain by their text, see `pain_ratings`. [0-10]
    label : str
        The column of what is wrong.
    if_well : str
        What it asks, if its yes says that all is well, see `asks_if_well`.

    Examples
    --------
    >>> told = {"wrong": "yes", "where": "left knee", "ill": "no", "note": ""}
    >>> [text for text in complaints(told, {}, "Pain?") if text]
    ['left knee', 'no']
    """
    pain = wrong_by_no(told["wrong"], if_well) if if_well else told["wrong"]
    is_named = bool(told["where"]) and not Complaint.of(told["where"]).is_clear
    if pain in pains:
        # How bad a pain is tells nothing of what it is: a coach must read it.
        yield "" if pains[pain] == 0 else f"{_label(label)}: {pain}"
    elif not (is_named and is_yes(pain)):
        is_bare = is_yes(pain) and not if_well
        yield _label(label) if is_bare and _means_more(label) else (is_bare and _ticked(label)) or pain
    yield told["where"]
    yield "illness" if is_yes(told["ill"]) else told["ill"]
    yield told["note"]


def _means_more(label: str) -> bool:
    """Return whether a yes to a question says more than that something hurts: "Chest pain?", "Are you ill?"."""
    flags = Complaint.of(label).flags
    return bool(flags & _WORSE) or (flags == {"illness"} and not tells(label, "pains", "rows"))


def further_columns(table: Table, roles: Mapping[str, str], others: Collection[str]) -> tuple[str, ...]:
    """Return the columns that ask for complaints beside the first one, and those of further comments.

    Parameters
    ----------
    table : Table
        The answers.
    roles : mapping of str to str
        The label of the column that has each role.
    others : collection of str
        Labels of columns that are read as something else.

    Examples
    --------
    >>> header = ("Name", "Knee pain (0-10)", "Achilles pain (0-10)", "Past injuries", "Message to coach", "Shoes")
    >>> table = Table(header, range(2, 3), [["Ana", "0", "7", "ACL 2019", "hi", "red"]])
    >>> further_columns(table, {"athlete": "Name", "wrong": "Knee pain (0-10)"}, ())
    ('Achilles pain (0-10)', 'Message to coach')
    """
    free = {
        label: table.column(place)
        for place, label in enumerate(table.labels)
        if label not in roles.values() and label not in others
    }
    return tuple(
        label
        for label, cells in free.items()
        if _asks_for_complaints(label) or tells(label, "note") or _asks_by_its_answers(label, cells)
    )


def _asks_for_complaints(label: str) -> bool:
    asked = outside_scale(label)
    is_asked = tells(asked, "wrong") or tells(asked, "ill")
    return is_asked and not tells(label, "wrong", "not") and not tells(label, "past", "rows")


def _asks_by_its_answers(label: str, cells: Sequence[str]) -> bool:
    """Return whether a column asks if all is well, and is answered by yes and no, or by words of who can train."""
    told = [cell for cell in cells if cell]
    answered = sum(is_yes_or_no(cell) or tells(cell, "able", "rows") for cell in set(told))
    return bool(asks_if_well(label, told)) and 2 * answered > len(set(told))


def further_complaint(label: str, text: str, pains: Mapping[str, float], if_well: str = "") -> str:
    """Return what an answer in one of `further_columns` says is wrong.

    Parameters
    ----------
    label, text : str
        The column, and the cell.
    pains : mapping of str to float
        Ratings of pain by their text. [0-10]
    if_well : str
        What it asks, if its yes says that all is well.

    Examples
    --------
    >>> further_complaint("Chest pain?", "Yes", {}), further_complaint("Achilles pain", "7", {"7": 7.0})
    ('Chest pain?', 'Achilles pain: 7')
    """
    if if_well:
        return wrong_by_no(text, if_well)
    if not _asks_for_complaints(label):
        return alarming(text)
    if text in pains:
        return f"{_label(label)}: {text}" if pains[text] else ""
    if is_yes(text):
        return _label(label) if Complaint.of(label).flags else _ticked(label) or text
    says_what = any(map(str.isalpha, text)) or Complaint.of(text).is_clear
    return text if says_what else f"{_label(label)}: {text}"  # "Injured since: 2026-03-01"


def _ticked(label: str) -> str:
    """Return the answer that a column of a list to tick stands for: "Pain area (choice=Knee)", "Where? [Knee]"."""
    match = _CHOICE.search(label)
    return "" if match is None else f"{match[1] or match[2]}: yes"


def _label(label: str) -> str:
    return clean(label, 40)


def alarming(note: str) -> str:
    """Return a comment that names a red flag or an illness, under whatever question it stands; nothing for others.

    Examples
    --------
    >>> alarming("fever since Monday"), alarming("new shoes")
    ('fever since Monday', '')
    """
    return note if note and Complaint.of(note).flags else ""


def beside_rating(text: str) -> str:
    """Return a rating with what it says beside, where that is a red flag, or of one side alone; nothing for others.

    Examples
    --------
    >>> beside_rating("5 (left calf tight)"), beside_rating("7 legs heavy"), beside_rating("all right")
    ('5 (left calf tight)', '', '')
    """
    if not any(map(str.isalpha, text)):
        return ""
    is_sided = tells(text, "sides", "words") and "all right" not in fold(text)
    return text if is_sided or Complaint.of(text).flags else ""


def may_complain(text: str) -> bool:
    """Return whether an answer to any question may be a complaint: it names one, a sore leg, or says yes and what.

    Examples
    --------
    >>> may_complain("chest pain"), may_complain("ja, Knie"), may_complain("yes"), may_complain("new shoes")
    (True, True, False, False)
    """
    said = Complaint.of(text)
    hurts = is_leg_part(text) and says_of_soreness(text)  # "left calf tight"
    return bool(said.words) and (bool(said.flags) or hurts or is_yes(fold(text).partition(" ")[0]))


def pain_ratings(label: str, texts: Sequence[str]) -> dict[str, float]:
    """Return ratings of pain by their text; a 1 is a yes where nothing names a scale and all are 0 or 1. [0-10]

    Examples
    --------
    >>> pain_ratings("Pain (0-10)", ["7", "no"]), pain_ratings("Pain?", ["0", "1"])
    ({'7': 7.0}, {})
    >>> pain_ratings("Pain (0-10)", ["1"])
    {'1': 1.0}
    """
    told = [text for text in texts if text]
    cells = {text for text in set(told) if (rating := parse_rating(text)) and rating.number is not None}
    if cells <= {"0", "1"} and (read_header(label).high or 1) <= 1:
        return {}
    values = read_ratings(f"Pain: {label}", told).values  # of symptoms too a 0 is none
    return {text: values[text] for text in cells}
