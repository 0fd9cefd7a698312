"""Days on which somebody does not train: away, ill or injured, from one day to another, and the way back after them."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass
from typing import Literal, get_args

from legrun.evidence import value
from legrun.logs.fields.dates import parse_moments
from legrun.logs.reading.text import fold
from legrun.roster.forms.days import PartDay, day_of
from legrun.scenario.hours import DAY

__all__ = ["ABSENCES", "Absence", "Step"]

Kind = Literal["away", "ill", "injured"]
Step = Literal["off", "returning", "rebuilding"]
ABSENCES: tuple[Kind, ...] = get_args(Kind)
_WORDS: dict[Kind, frozenset[str]] = {
    "away": frozenset("away holiday holidays vacation travel travelling traveling off break trip camp".split()),  # noqa: SIM905
    "ill": frozenset("ill illness sick sickness flu fever cold covid".split()),  # noqa: SIM905
    "injured": frozenset("injured injury hurt".split()),  # noqa: SIM905
}
_BETWEEN = re.compile(r"\s*(?:\buntil\b|\btill?\b|\bto\b|\bthrough\b|\u2013|\u2014|\s-\s|(?<=\.)-)\s*", re.I)
_FOR_DAYS = re.compile(r"\bfor (\d{1,3}) (days?|weeks?)\b", re.I)
_BACK = re.compile(r"\bback\b\s*(?:on\s+)?(.*)", re.I)
_SINCE = re.compile(r"\b(?:from|since|as of)\b", re.I)
_PAST = re.compile(r"\bsince\b", re.I)


@dataclass(frozen=True)
class Absence:
    """Days without training.

    Attributes
    ----------
    kind : {"away", "ill", "injured"}
        Why.
    first : datetime.date
        Their first day.
    last : datetime.date or None
        Their last day; None until further notice.
    """

    kind: Kind
    first: dt.date
    last: dt.date | None = None

    def step(self, today: dt.date) -> Step | None:
        """Return where a day stands: "off", or one of the two steps back; None outside of them.

        Notes
        -----
        The way back lasts as long as the absence did, within two days and two weeks. In its first half a run is easy
        and at most a third of the longest run, then steady at most and at most three fifths of it. Somebody who was
        away, neither ill nor injured, has it from a week on. Our judgement, in the registry.

        Examples
        --------
        >>> ill = Absence("ill", dt.date(2026, 3, 2), dt.date(2026, 3, 5))
        >>> [ill.step(dt.date(2026, 3, day)) for day in (1, 5, 6, 8, 9, 10)]
        [None, 'off', 'returning', 'rebuilding', 'rebuilding', None]
        """
        if today < self.first:
            return None
        if self.last is None or today <= self.last:
            return "off"
        days = (self.last - self.first).days + 1
        if self.kind == "away" and days < value("return.away_days"):
            return None
        length = min(max(days * value("return.per_day"), value("return.least")), value("return.most"))
        since = (today - self.last).days
        if since > length:
            return None
        return "returning" if since <= math.ceil(length / 2) else "rebuilding"

    @property
    def words(self) -> str:
        """It in words that `parse` reads back.

        Examples
        --------
        >>> Absence("ill", dt.date(2026, 3, 2), dt.date(2026, 3, 5)).words
        'ill 2 Mar 2026 to 5 Mar 2026'
        """
        if self.last is None:
            return f"{self.kind} since {_said(self.first)}"
        return f"{self.kind} {_said(self.first)} to {_said(self.last)}"

    @property
    def short(self) -> str:
        """It as a row says it: "Ill until 5 Mar"."""
        until = "until further notice" if self.last is None else f"until {self.last.day} {self.last:%b}"
        return f"{self.kind.capitalize()} {until}"

    @classmethod
    def parse(cls, text: str, today: dt.date, before: Absence | None = None) -> tuple[Absence, ...] | None:
        """Return what a cell says: an absence, none where it says so, and None where it is not understood.

        Parameters
        ----------
        text : str
            "ill until 12 Mar", "away 3 Mar to 12 Mar", "injured since Monday", "ill for 5 days", "back Friday", "back".
        today : date
            The day on which it is typed.
        before : Absence, optional
            What held before: "back" ends it.

        Examples
        --------
        >>> today = dt.date(2026, 3, 4)
        >>> Absence.parse("ill until 12 Mar", today)[0].words
        'ill 4 Mar 2026 to 12 Mar 2026'
        >>> Absence.parse("", today), Absence.parse("qwerty", today)
        ((), None)
        """
        if fold(text) in ("", "no", "none", "not", "here"):
            return ()
        if (match := _BACK.search(text)) and before is not None and not _kind(text):
            day = _date(match[1], today, ahead=True) if match[1].strip() else today
            if day is None:
                return None
            return (Absence(before.kind, before.first, day - DAY),) if day > before.first else ()
        kind = _kind(text)
        if kind is None:
            return None
        rest = " ".join(word for word in text.split() if fold(word) not in _WORDS[kind])
        span = _span(rest, today)
        if span and kind == "away" and (span[1] or span[0]) < today and not _PAST.search(text):
            span = _span(rest, today, ahead=True)  # nobody plans to be ill; who is away on Saturday means the next one
        return None if span is None else (cls(kind, *span),)


def _said(day: dt.date) -> str:
    return f"{day.day} {day:%b %Y}"


def _kind(text: str) -> Kind | None:
    words = set(fold(text).split())
    return next((kind for kind in ABSENCES if words & _WORDS[kind]), None)


def _span(text: str, today: dt.date, *, ahead: bool = False) -> tuple[dt.date, dt.date | None] | None:
    """Return the first and the last day that a text names; it begins today where it does not say, and may not end.

    A weekday that it begins on is the last one, or the next one `ahead`.
    """
    if match := _FOR_DAYS.search(text):
        days = int(match[1]) * (7 if match[2].startswith("w") else 1)
        text = text[: match.start()]
        first = _date(text, today, ahead=ahead) if _SINCE.sub(" ", text).strip() else today
        return None if first is None or days < 1 else (first, first + (days - 1) * DAY)
    if match := _BACK.search(text):
        text = f"{text[: match.start()]} until {match[1]}"
        span = _span(text, today, ahead=ahead)
        return None if span is None or span[1] is None else (span[0], span[1] - DAY)
    begin, *end = _BETWEEN.split(text.strip(), maxsplit=1)
    first = _date(begin, today, ahead=ahead) if _SINCE.sub(" ", begin).strip() else today
    last = _date(end[0], first or today, ahead=True) if end and end[0].strip() else None
    if first is None or (end and last is None) or (last is not None and last < first):
        return None
    return first, last


def _date(text: str, today: dt.date, *, ahead: bool) -> dt.date | None:
    """Return a day that a person names near another one; a weekday is the next one, or the last."""
    text = _SINCE.sub(" ", text).strip(" ,.")
    named = {"today": today, "tomorrow": today + DAY, "yesterday": today - DAY}.get(fold(text))
    if named is not None:
        return named
    moment = parse_moments([text]).values[text]
    if moment is not None:
        return moment.date()
    day = day_of(text)
    if isinstance(day, PartDay):
        return day.nearest(today)
    if not isinstance(day, int):
        return None
    return today + ((day - today.weekday()) % 7) * DAY if ahead else today - ((today.weekday() - day) % 7) * DAY
