"""Clients' replies pasted as text, one a line: "Ana 6 7h30", "Ben: 3/10, slept 8, calf tight"."""

from __future__ import annotations

import csv
import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from legrun.logs.fields.anchors import read_header
from legrun.logs.fields.dates import Order, parse_moments
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.reading.text import clean, fold
from legrun.roster.callers import Callers
from legrun.roster.flags import Complaint
from legrun.roster.forms.parts import is_leg_part
from legrun.wording.languages import Phrase, say, speaking

__all__ = ["Replies", "asked_text"]

QUESTIONS = (
    Phrase("How sore are your legs this morning? (0 = not sore, 10 = extremely sore)"),
    Phrase("How many hours did you sleep?"),
    Phrase("Does anything hurt or feel wrong? (optional)"),
)
_NUMBER = r"\d{1,2}(?:[.,]\d{1,2})?"
_HOURS = r"h|hrs?|hours?|std|stunden|heures|horas|ore|uur|uren|u|timer|timmar|t|godz|godzin[ay]?"
_NOT_AT = r"(?<!\bat )(?<!\bum )(?<!\blas )(?<!\bà )(?<!\balle )"  # when, not how long
_SLEEP = re.compile(
    rf"{_NOT_AT}(?<![\w.,/])({_NUMBER}(?:\s*[-\u2013]\s*{_NUMBER})?\s*(?:{_HOURS})\s*(?:\d{{1,2}}\s*(?:min(?:utes?|uten)?|m)\b|\d{{2}}(?!\d))?"
    # Not from when to when: "10:30-6:00".
    r"|(?<!\d[-\u2013])(?<!\d\s[-\u2013]\s)(?<!\bto\s)(?<!\bbis\s)\d{1,2}:\d{2}"
    r"(?!\s*(?:[-\u2013]|to\b|bis\b|till\b|until\b)\s*\d))(?!\w)",
    re.I,
)
_RATING = re.compile(
    rf"{_NOT_AT}(?<![\w.,/:-])"
    rf"({_NUMBER}(?:\s*(?:/|out of|von|sur|sobre|su|van|de|di)\s*\d{{1,3}}|\s?[-\u2013]\s?{_NUMBER})?)"
    r"(?:ish\b)?(?![\w/:]|[.,]\d)",
    re.I,
)
# "7 and a half hours", "7 horas y media", "7 ore e mezza".
_HALF = re.compile(
    rf"\b(\d{{1,2}})\s*((?:{_HOURS})\b)?\s*(?:and a half|y media|e mezz[ao]|e mei[ao]|et demie?)\b\s*((?:{_HOURS})\b)?",
    re.I,
)
# What messengers put before a line, "[06.05.26, 06:12:11] ", and behind a name, ", [6 May 2026 06:12]:".
_MONTH = r"[^\W\d_]{3,9}\.?"
_DATE = rf"\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}}\.? {_MONTH} \d{{4}}"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\.?)?"
_STAMP = re.compile(
    rf"^[\s\[(~]*(?:({_DATE}),?(?:\s+(?:at|um))?\s+{_CLOCK}|{_CLOCK},\s+({_DATE}))[\])]?\s*[-\u2013:]?[\s~]*", re.I
)
_EDITED = re.compile(r"\s*<[^<>\d]+>\s*$")  # "<This message was edited>"
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202c\u2068\u2069"))  # which way text runs
_ITEM = re.compile(r"^(?:\d{1,2}[.)]|[-*\u2022@~])\s*(?=[^\W\d_])")
# A clock alone before a name, "6:12 AM Ana", and one behind it that is the whole line, "Ana, 06:12".
_CLOCK_FIRST = re.compile(rf"^\[?{_CLOCK}\]?\s*[-\u2013:]?\s*(?=[^\W\d_])", re.I)
_CLOCK_ALONE = re.compile(_CLOCK, re.I)
_CLOCK_BEHIND = re.compile(rf"^\({_CLOCK}\)\s*:?\s*", re.I)  # "Ana (07:02): 6"
_NAME = re.compile(r"^([^\W\d_][^\d:]{0,40}):(?=\S)")  # "Ana:6"
_ORDERS: tuple[Order, Order] = ("dmy", "mdy")
# The questions are numbered, and so are many answers: "1. 6", "2) 7.5".
_NUMBERED = re.compile(r"(?:^|[\s,;])(?:q\s?(?=[1-3]\s)|(?:q\s?)?(?=[1-3]\s?[.):]))([1-3])\s?[.):]?\s+(?=\S)", re.I)
_IN_BRACKETS = re.compile(rf"\(\s*({_NUMBER}(?:\s*/\s*\d{{1,3}})?)\s*\)")
_AT = re.compile(r"^[\s,]*\d{1,2}:\d{2}\s*[ap]\.?m\.?\s*[:\u2013-]?\s*", re.I)
_CLAUSE = re.compile(
    r"\s*(?:[;|\n]|,(?!\d)|(?<!\d),|,(?=\s)|\.(?=\s|$)|\s+[-\u2013]\s+|\s+(?:and|und|et|y|e|en|och|og|&|\+)\s+)\s*",
    re.I,
)
_LABELS = {
    "soreness": frozenset(
        "sore soreness legs leg doms muskelkater beine courbature courbatures jambes agujetas piernas dor dores pernas "  # noqa: SIM905
        "indolenzimento gambe spierpijn benen ben bein beina traningsvark stol zakwasy nogi lihaskipu jalat "
        "nohy".split()
    ),
    "sleep_h": frozenset(
        "sleep slept schlaf geschlafen sommeil dormi dormido dormito dorme sueno sono sonno slaap geslapen "  # noqa: SIM905
        "sov sovit somn sovn spal spala spalem spalam sen".split()
    ),
}
_KINDS = ("soreness", "sleep_h")
_FILLER = frozenset().union(
    *_LABELS.values(),
    "hours hour h last night this morning and is are my i about hi hello coach ich hallo ai je salut he hola".split(),  # noqa: SIM905
    "eu oi ola ho ciao".split(),  # noqa: SIM905
)
# They say nothing where nothing else is left.
_VAGUE = frozenset(
    "a the at of for around roughly approx ca circa like maybe ish only just got today now so about etwa ungefahr "  # noqa: SIM905
    "heute environ unos unas hoy cerca hoje oggi ongeveer vandaag omtrent ungefar idag okolo".split()
)
# Beside hours slept they say no more than that.
_OF_SLEEP = (_FILLER | {"of"} | _LABELS["sleep_h"]) - _LABELS["soreness"]
_LONGEST = 100
_FEWEST_COMMAS = 2


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
        Lines that name nobody of the roster, or more than one, and those of another day.
    """

    cells: dict[int, dict[str, str]] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str, clients: Sequence[str], today: dt.date | None = None) -> Replies:
        r"""Return what a pasted text says of whom.

        Answers may have the numbers of the questions, and lines of their own below the name. A word beside a number
        says what it is, "slept 8, sore 3"; of others the first is soreness, the second sleep,
        unless one is marked as hours. Other words are what feels wrong. A first name is enough where only one has
        it. What a messenger says was written on another day than `today` is left to the coach.

        Examples
        --------
        >>> replies = Replies.of("Ana 6 7h30\nBen: 3/10, slept 8, calf tight\nZed 4", ["Ana Ruiz", "Ben Okafor"])
        >>> replies.cells[0], replies.unread
        ({'soreness': '6', 'sleep_h': '7h30'}, ('Zed 4',))
        >>> replies.cells[1]
        {'soreness': '3/10', 'sleep_h': '8', 'wrong': 'calf tight'}
        """
        known = Callers.of(clients)
        messages: list[tuple[int, list[str]]] = []
        unread = []
        is_somebodys = False  # what goes on below a line of nobody known is nobody's too
        for line in text.translate(_MARKS).splitlines()[:2000]:
            if not line.strip():
                continue
            plain = _NAME.sub(r"\1: ", _EDITED.sub("", _of_table(line.strip())))
            client, rest = known.whose(_ITEM.sub("", _CLOCK_FIRST.sub("", _STAMP.sub("", plain))))
            if client is not None and not any(_is_of_another_day(each, today) for each in (plain, rest)):
                messages.append((client, [_CLOCK_BEHIND.sub("", _STAMP.sub("", rest))]))
                is_somebodys = True
            elif is_somebodys and _goes_on(line):
                messages[-1][1].append(line.strip())
            else:
                is_somebodys = False
                unread.append(clean(line, _LONGEST))
        cells: dict[int, dict[str, str]] = {}
        for client, lines in messages:
            is_stamp = len(lines) > 1 and _CLOCK_ALONE.fullmatch(lines[0])
            said = _said("\n".join(lines[1:] if is_stamp else lines).strip())
            before = cells.setdefault(client, {})
            if "wrong" in before and "wrong" in said:  # what is wrong stays so when more is written
                said["wrong"] = f"{before['wrong']}; {said['wrong']}"
            before.update(said)
        return cls(cells, tuple(unread))


def _of_table(line: str) -> str:
    """Return a line of a table, whose cells no blank parts, with its cells apart: "Ana Ruiz",6,"7,5"."""
    if line.count(",") < _FEWEST_COMMAS or ", " in line or not line.lstrip('"')[:1].isalpha():
        return line
    cells = next(csv.reader([line]))
    return "; ".join(cells) if len(cells) > _FEWEST_COMMAS and not cells[0][-1:].isdigit() else line


def _is_of_another_day(line: str, today: dt.date | None) -> bool:
    """Return whether a line has a messenger's stamp, and no reading of its date is today."""
    match = _STAMP.match(line)
    if match is None or today is None:
        return False
    said = match[1] or match[2]
    read = [parse_moments([said], order=order).values[said] for order in _ORDERS]
    dates = {moment.date() for moment in read if moment is not None}
    return bool(dates) and today not in dates


def _goes_on(line: str) -> bool:
    """Return whether a line without a name goes on with what the person above it wrote: it begins with an answer."""
    first, said = line.split()[0], Complaint.of(line)
    is_answer = first[0].isdigit() or any(fold(first) in words for words in _LABELS.values())
    return is_answer or said.is_clear or bool(said.flags) or is_leg_part(line)


def _numbered(rest: str) -> dict[str, str]:
    """Return the answers of a reply by the numbers of the questions; nothing where it has none."""
    marks = list(_NUMBERED.finditer(rest))
    if len(marks) < 2 or rest[: marks[0].start()].strip() or [mark[1] for mark in marks] != list("123")[: len(marks)]:
        return {}
    ends = [*(mark.start() for mark in marks[1:]), len(rest)]
    told = [rest[mark.end() : end].strip(" ,;\n") for mark, end in zip(marks, ends, strict=True)]
    return {name: answer for name, answer in zip((*_KINDS, "wrong"), told, strict=False) if answer}


def _said(rest: str) -> dict[str, str]:
    """Return the cells of a check-in that a reply fills."""
    if numbered := _numbered(rest):
        return numbered
    if rest.count(",") == _FEWEST_COMMAS and len(rest.split()) == 1:
        rest = rest.replace(",", "; ")  # "3,8,ok" are three answers
    cells: dict[str, str] = {}
    left: list[str] = []
    clauses = _CLAUSE.split(_HALF.sub(_and_a_half, _AT.sub("", rest)))
    slept = [clause for clause in clauses if any(name == "sleep_h" for _, name in _labels(clause))]
    told = [clause for clause in slept if any(map(str.isdigit, clause))]  # "12 hours of work, slept 5"
    for clause in clauses:
        left.append(_of_clause(clause, cells, may_be_sleep=not told or clause in told))
    for name in _KINDS:  # what no word names: soreness first, then sleep
        for at, clause in enumerate(left):
            if name not in cells and (match := _bare_rating(clause)):
                cells[name] = match[1].strip()
                left[at] = f"{clause[: match.start()]} {clause[match.end() :]}"
    wrong = "; ".join(filter(None, map(_without_fillers, left)))
    if wrong:
        cells["wrong"] = wrong
    return {name: cells[name] for name in (*_KINDS, "wrong") if name in cells}


def _and_a_half(match: re.Match[str]) -> str:
    return f"{match[1]}.5 {match[2] or match[3] or ''}".strip() + " "


def _without_fillers(clause: str) -> str:
    """Return what the rest of a part of a reply says, without words that say nothing."""
    words = [word for word in clause.split() if fold(word) not in _FILLER or not fold(word)]
    told = [word for word in words if fold(word) not in _VAGUE or not fold(word)]
    return " ".join(words) if any(map(_says_something, told)) else ""


def _says_something(word: str) -> bool:
    """Return whether a word, a face or a question mark says something; a dash does not."""
    return any(sign.isalnum() or sign == "?" or unicodedata.category(sign) == "So" for sign in word)


def _bare_rating(clause: str) -> re.Match[str] | None:
    """Return the number of a part of a reply that no word is about: "3", "about a 3", but not "feeling 9/10"."""
    match = None if _labels(clause) else _RATING.search(_outside(clause))
    if match is None:
        return None
    before, after = fold(clause[: match.start()]).split(), fold(clause[match.end() :]).split()
    is_told = any(word not in _VAGUE | _FILLER for word in before) or _is_of_freshness(after)
    return None if is_told else match


def _is_of_freshness(words: Sequence[str]) -> bool:
    """Return whether words say how good something is, so that a number beside them is no soreness."""
    return read_header(" ".join(words)).subject < 0


def _of_clause(clause: str, cells: dict[str, str], *, may_be_sleep: bool) -> str:
    """Fill the cells that a part of a reply names, and return the rest of it."""
    if may_be_sleep and "sleep_h" not in cells and (match := _SLEEP.search(_outside(clause))):
        cells["sleep_h"] = match[1].strip()
        clause = _beside_sleep(clause, match)
    labels, numbers = _labels(clause), list(_RATING.finditer(_outside(clause)))
    open_to = [(at, name) for at, name in labels if name not in cells]
    if not open_to:
        return clause
    if not numbers:
        if open_to[0][1] == "soreness" and (match := _IN_BRACKETS.search(clause)):
            cells["soreness"] = match[1].strip()  # "legs are fine (2)"
            return clause[: match.start()]
        if open_to[0][1] == "soreness" and (said := _rated_in_words(clause)):
            cells["soreness"] = said
            return ""
        return clause
    if _is_of_freshness(fold(clause).split()):
        return clause  # "legs feel 9/10 fresh"
    # "Sleep 8 sore 3" and "8 sleep, 3 sore": whichever comes last, the number or the word, does so throughout.
    is_word_first = open_to[-1][0] < numbers[-1].start() and not _are_numbers_first(clause, open_to[0][0], numbers)
    taken = []
    for (_, name), match in zip(open_to, _beside(open_to, numbers, is_word_first), strict=True):
        if match is not None and name not in cells:
            cells[name] = match[1].strip()
            taken.append(match.span())
    for start, end in sorted(taken, reverse=True):
        clause = f"{clause[:start]} {clause[end:]}"
    return clause


def _rated_in_words(clause: str) -> str:
    """Return the words of a part of a reply that rate soreness, "very sore", or how much of it, "soreness: none"."""
    said, amount = " ".join(clause.split()), _without_fillers(clause)
    if (rated := parse_rating(said)) is not None and rated.own is not None:
        return said
    rated = parse_rating(amount) if amount else None
    return amount if rated is not None and rated.is_amount else ""


def _are_numbers_first(clause: str, label: int, numbers: Sequence[re.Match[str]]) -> bool:
    """Return whether a number is right before the first word, and the last before another: "6/10 sore 3/10 tired"."""
    after = fold(clause[numbers[-1].end() :]).split()
    is_told = any(word not in _VAGUE | _FILLER for word in after)
    return is_told and any(not clause[match.end() : label].strip() for match in numbers if match.end() <= label)


def _beside_sleep(clause: str, match: re.Match[str]) -> str:
    """Return a part of a reply without the hours slept and the words next to them: "8/10 slept 5 hours" is 8/10."""
    before, after = clause[: match.start()].split(), clause[match.end() :].split()
    while before and fold(before[-1]) in _OF_SLEEP:
        before.pop()
    while after and fold(after[0]) in _OF_SLEEP:
        after.pop(0)
    return " ".join([*before, *after])


def _beside(
    labels: Sequence[tuple[int, str]], numbers: Sequence[re.Match[str]], is_word_first: bool
) -> list[re.Match[str] | None]:
    """Return the number that each word is beside: the next one behind it, or the last one before it."""
    nearest: list[re.Match[str] | None] = []
    for at, _ in labels:
        after = [match for match in numbers if match.start() > at]
        before = [match for match in numbers if match.end() <= at]
        nearest.append(next(iter(after if is_word_first else reversed(before)), None))
    return nearest


def _labels(clause: str) -> list[tuple[int, str]]:
    """Return where a part of a reply names what, each once."""
    named: dict[str, int] = {}
    for match in re.finditer(r"[^\W\d_]+", clause):
        for name, words in _LABELS.items():
            if fold(match[0]) in words:
                named.setdefault(name, match.start())
    return sorted((at, name) for name, at in named.items())


def _outside(clause: str) -> str:
    """Return a text of the same length without what stands in brackets: "4 (yesterday 6)"."""
    return re.sub(r"\([^()]*\)", lambda match: " " * len(match[0]), clause)
