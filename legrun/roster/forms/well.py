"""Questions whose yes says that all is well, and whose no that something is wrong: "Available?", "Pain free?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legrun.logs.mapping.columns.column import says_done, says_partly
from legrun.roster.flags import after_no, is_yes, is_yes_or_no
from legrun.roster.forms.words import in_a_row, label_words, tells

__all__ = ["asks_if_well", "wrong_by_no"]

_MOST = 0.6
# What stands in brackets, "yes/no", and "if no, where?" are no part of what is asked.
_ASIDE = re.compile(
    r"[(\[][^()\[\]]*[)\]]|\w+\s*[/|,]\s*(?:no|nein|non|n\u00e3o|nee|nei|nej|nie)\b|\b(?:if|wenn|falls|si|se|hvis)\b.*",
    re.I,
)
# What a bare no means: who is not free of pain has some, as who says yes to pain.
_BARE_NO = {"status": "not available", "able": "not available", "well": "not well", "painless": "yes"}


def asks_if_well(label: str, cells: Sequence[str]) -> str:
    """Return what a column asks whose yes says that all is well, "status", "able", "well" or "painless"; else nothing.

    A question for pain that is denied, "Not in pain?", is "denied": neither answer says that all is well.

    Parameters
    ----------
    label : str
        The column's name.
    cells : sequence of str
        What stands in it: beside numbers "no pain" is the end of a scale.

    Examples
    --------
    >>> [asks_if_well(label, ["Yes", "No"]) for label in ("Available?", "Are you pain free?", "Pain? (yes/no)")]
    ['able', 'painless', '']
    >>> asks_if_well("Knee: 0 no pain, 10 worst pain", ["0", "7"])
    ''
    """
    if tells(label, "status", "rows") and not tells(label, "wrong"):
        return "status" if "status" in label_words(label) else "able"
    told = [cell for cell in cells if cell]
    answered = sum(is_yes_or_no(cell) and not cell[0].isdigit() for cell in told)
    if not told or answered < _MOST * len(told):
        return ""
    asked = _ASIDE.sub(" ", label)
    return next((name for name in ("denied", "painless", "well") if in_a_row(asked, name, "rows")), "")


def wrong_by_no(text: str, asked: str) -> str:
    """Return what is wrong by a cell of such a column; below "Status" alone "done" may be of a session.

    Examples
    --------
    >>> wrong_by_no("No", "able"), wrong_by_no("No - knee", "painless"), wrong_by_no("Partially", "able")
    ('not available', 'knee', 'Partially')
    >>> wrong_by_no("No", "denied")
    '“No” to a question that is denied'
    """
    if asked == "denied" and is_yes_or_no(text):
        return f"“{text}” to a question that is denied"
    reason = after_no(text)
    if reason is not None:
        return reason or _BARE_NO[asked]
    is_done = asked == "status" and says_done(text) is not None and not says_partly(text)
    return "" if is_yes(text) or is_done else text
