"""What a form's answers say feels wrong: pains in words and in numbers, illness, comments."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.fields.ratings import read_ratings
from legrun.logs.mapping.column import says_done
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import clean, fold
from legrun.roster.flags import Complaint, after_no, is_yes
from legrun.roster.forms.words import outside_scale, tells

__all__ = [
    "alarming",
    "asks_who_can_train",
    "complaints",
    "further_columns",
    "further_complaint",
    "may_complain",
    "pain_ratings",
]

NOT_AVAILABLE = "not available"
_WORSE = frozenset({"heart", "rhabdo"})  # than what a bare yes under a question about pain stands for


def complaints(
    told: Mapping[str, str], pains: Mapping[str, float], label: str, *, asks_who_can: bool = False
) -> Iterator[str]:
    """Yield what an answer says feels wrong; a bare yes means what its column asks for.

    Parameters
    ----------
    told : mapping of str to str
        The cells of the roles "wrong", "where", "ill" and "note".
    pains : mapping of str to float
        Ratings of pain by their text, see `pain_ratings`. [0-10]
    label : str
        The column of what is wrong.
    asks_who_can : bool
        Whether it asks who can train, see `asks_who_can_train`.

    Examples
    --------
    >>> told = {"wrong": "yes", "where": "left knee", "ill": "no", "note": ""}
    >>> [text for text in complaints(told, {}, "Pain?") if text]
    ['left knee', 'no']
    """
    pain = _unable(told["wrong"]) if asks_who_can else told["wrong"]
    is_named = bool(told["where"]) and not Complaint.of(told["where"]).is_clear
    if pain in pains:
        # How bad a pain is tells nothing of what it is: a coach must read it.
        yield "" if pains[pain] == 0 else f"{_label(label)}: {pain}"
    elif not (is_named and is_yes(pain)):
        yield _label(label) if is_yes(pain) and Complaint.of(label).flags & _WORSE else pain
    yield told["where"]
    yield "illness" if is_yes(told["ill"]) else told["ill"]
    yield told["note"]


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
    if "wrong" not in roles:
        return ()
    free = [label for label in table.labels if label not in roles.values() and label not in others]
    return tuple(label for label in free if _asks_for_complaints(label) or tells(label, "note"))


def _asks_for_complaints(label: str) -> bool:
    asked = outside_scale(label)
    is_asked = tells(asked, "wrong") or tells(asked, "ill") or asks_who_can_train(label)
    return is_asked and not tells(label, "wrong", "not") and not tells(label, "past", "rows")


def further_complaint(label: str, text: str, pains: Mapping[str, float]) -> str:
    """Return what an answer in one of `further_columns` says is wrong; `pains` are its ratings. [0-10]

    Examples
    --------
    >>> further_complaint("Chest pain?", "Yes", {}), further_complaint("Achilles pain", "7", {"7": 7.0})
    ('Chest pain?', 'Achilles pain: 7')
    """
    said = _unable(text) if asks_who_can_train(label) else text
    if not _asks_for_complaints(label):
        return alarming(said)
    if said in pains:
        return f"{_label(label)}: {said}" if pains[said] else ""
    return _label(label) if is_yes(said) and Complaint.of(label).flags else said


def asks_who_can_train(label: str) -> bool:
    """Return whether a column asks who can train: its no says that something is wrong, and its yes that nothing is.

    Examples
    --------
    >>> asks_who_can_train("Available?"), asks_who_can_train("Pain?")
    (True, False)
    """
    return tells(label, "status", "rows")


def _unable(text: str) -> str:
    """Return what is wrong by a cell of a column that asks who can train; "done" is of a session."""
    reason = after_no(text)
    if reason is not None:
        return reason or NOT_AVAILABLE
    return "" if is_yes(text) or says_done(text) is not None else text


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


def may_complain(text: str) -> bool:
    """Return whether an answer to any question may be a complaint: it names one, or says yes and what.

    Examples
    --------
    >>> may_complain("chest pain"), may_complain("ja, Knie"), may_complain("yes"), may_complain("new shoes")
    (True, True, False, False)
    """
    said = Complaint.of(text)
    return bool(said.words) and (bool(said.flags) or is_yes(fold(text).partition(" ")[0]))


def pain_ratings(label: str, texts: Sequence[str]) -> dict[str, float]:
    """Return ratings of pain by their text; a 1 is a yes where there is nothing but 0 and 1. [0-10]

    Examples
    --------
    >>> pain_ratings("Pain (0-10)", ["7", "no"]), pain_ratings("Pain?", ["0", "1"])
    ({'7': 7.0}, {})
    """
    told = [text for text in texts if text]
    cells = {text for text in set(told) if (rating := parse_rating(text)) and rating.number is not None}
    if cells <= {"0", "1"}:
        return {}
    values = read_ratings(label, told).values
    return {text: values[text] for text in cells}
