"""What a form's answers say feels wrong: pains in words and in numbers, illness, comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.fields.ratings import read_ratings
from legrun.logs.mapping.column import says_done
from legrun.logs.reading.text import clean, fold
from legrun.roster.flags import Complaint, after_no, is_yes
from legrun.roster.forms.words import tells

__all__ = ["alarming", "asks_who_can_train", "complaints", "may_complain", "pain_ratings"]

NOT_AVAILABLE = "not available"


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
        yield "" if pains[pain] == 0 else f"{clean(label, 40)}: {pain}"
    elif not (is_named and is_yes(pain)):
        yield pain
    yield told["where"]
    yield "illness" if is_yes(told["ill"]) else told["ill"]
    yield told["note"]


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
