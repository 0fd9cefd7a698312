"""Clients' replies pasted as text, one a line: "Ana 6 7h30", "Ben: 3/10, slept 8, calf tight"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from legrun.logs.reading.text import clean, fold
from legrun.roster.names import first_name
from legrun.wording.languages import Phrase, say, speaking

__all__ = ["Replies", "asked_text"]

QUESTIONS = (
    Phrase("How sore are your legs this morning? (0 = not sore, 10 = extremely sore)"),
    Phrase("How many hours did you sleep?"),
    Phrase("Does anything hurt or feel wrong? (optional)"),
)
_RATING = re.compile(r"(?<![\w.,/])(\d{1,2}(?:[.,]\d)?(?:\s*/\s*10)?)(?![\w/:]|[.,]\d)")
_SLEEP = re.compile(
    r"(?<![\w.,/])(\d{1,2}(?:[.,]\d{1,2})?\s*(?:h|hrs?|hours?|std|stunden|heures|horas|ore)\s*(?:\d{1,2})?|\d{1,2}:\d{2})(?!\w)",
    re.I,
)
_FILLER = frozenset(
    "sore soreness legs leg slept sleep hours hour h last night this morning and is are my i about hi hello coach "  # noqa: SIM905
    "muskelkater beine schlaf geschlafen ich hallo courbatures jambes sommeil dormi ai je salut agujetas piernas sueno "
    "dormido he hola dor dores pernas sono eu oi ola indolenzimento gambe sonno dormito ho ciao".split()
)
_LONGEST = 100


def asked_text(language: str = "en") -> str:
    """Return the questions of a morning, for a coach to copy into a form or a message.

    Examples
    --------
    >>> print(asked_text("de").splitlines()[1])
    2. Wie viele Stunden hast du geschlafen?
    """
    with speaking(language):
        return "\n".join(f"{number}. {say(question)}" for number, question in enumerate(QUESTIONS, 1))


@dataclass(frozen=True)
class Replies:
    """Replies, read.

    Attributes
    ----------
    cells : dict of int to dict of str to str
        What each client wrote, by the names of a check-in's cells.
    unread : tuple of str
        Lines that name nobody of the roster, or more than one.
    """

    cells: dict[int, dict[str, str]] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str, clients: Sequence[str]) -> Replies:
        r"""Return what a pasted text says of whom.

        Of the numbers the first is soreness and the second sleep, unless one is marked as hours; other words are what
        feels wrong. A first name is enough where only one client has it.

        Examples
        --------
        >>> replies = Replies.of("Ana 6 7h30\nBen: 3/10, slept 8, calf tight\nZed 4", ["Ana Ruiz", "Ben Okafor"])
        >>> replies.cells[0], replies.unread
        ({'soreness': '6', 'sleep_h': '7h30'}, ('Zed 4',))
        >>> replies.cells[1]
        {'soreness': '3/10', 'sleep_h': '8', 'wrong': 'calf tight'}
        """
        cells: dict[int, dict[str, str]] = {}
        unread = []
        for line in text.splitlines()[:2000]:
            if not line.strip():
                continue
            client, rest = _whose(line.strip(), clients)
            if client is None:
                unread.append(clean(line, _LONGEST))
            else:
                cells.setdefault(client, {}).update(_said(rest))
        return cls(cells, tuple(unread))


def _whose(line: str, clients: Sequence[str]) -> tuple[int | None, str]:
    """Return whose a line is, and the rest of it; nobody's where two could be meant."""
    words = line.split()
    for length in range(min(5, len(words)), 0, -1):
        said = fold(" ".join(words[:length]))
        whole = [place for place, name in enumerate(clients) if fold(name) == said]
        first = [place for place, name in enumerate(clients) if fold(first_name(name)) == said]
        matches = whole or first
        if len(matches) == 1:
            return matches[0], " ".join(words[length:]).strip(" ,;:-")
        if matches:
            return None, line
    return None, line


def _said(rest: str) -> dict[str, str]:
    """Return the cells of a check-in that a reply fills."""
    cells: dict[str, str] = {}
    if match := _SLEEP.search(rest):
        cells["sleep_h"] = match[1].strip()
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    for name in ("soreness", "sleep_h"):
        if name not in cells and (match := _RATING.search(rest)):
            cells[name] = match[1].strip()
            rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    words = [word for word in rest.replace(",", " ").replace(";", " ").split() if fold(word) not in _FILLER]
    if any(fold(word) or "?" in word for word in words):
        cells["wrong"] = " ".join(words)
    return {name: cells[name] for name in ("soreness", "sleep_h", "wrong") if name in cells}
