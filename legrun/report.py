"""What a visitor takes along: the week as a table (CSV) and as a calendar (ICS). Bytes out, no files."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from legrun import MODEL_VERSION
from legrun.answer import HORIZON_H, Answer
from legrun.outlook import Window
from legrun.readiness import VERDICTS
from legrun.safety import STOP
from legrun.words import VERDICT_NAMES, effort_words, plan_sentence, verdict_sentence

__all__ = ["COLUMNS", "printable", "safe_cell", "week_csv", "week_ics"]

COLUMNS = (
    "local time",
    "soreness (0-10)",
    "soreness low 80 % (0-10)",
    "soreness high 80 % (0-10)",
    "leg strength lost (%)",
    "leg strength lost low 80 % (%)",
    "leg strength lost high 80 % (%)",
    "recovery (0-100)",
    "recovery low 80 % (0-100)",
    "recovery high 80 % (0-100)",
    "verdict",
    "chance of hard running (%)",
)
CAUTION = "An estimate from published averages, with a wide range; not medical advice. Stop if pain is sharp."
# How long a window's mark is drawn in a calendar; it blocks no time.
MARK = dt.timedelta(hours=1)
# Spreadsheets run a cell that begins with one of these.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# Control, format (direction marks), surrogate and private-use characters; some scripts need the two joiners.
UNPRINTABLE = ("Cc", "Cf", "Cs", "Co")
JOINERS = "\u200c\u200d"


def printable(text: str) -> str:
    r"""Return a text on one line, without control characters, marks of text direction and broken characters.

    Examples
    --------
    >>> printable("Long run\x00\n(hills)")
    'Long run (hills)'
    """
    kept = (each for each in text if each.isspace() or each in JOINERS or unicodedata.category(each) not in UNPRINTABLE)
    return " ".join("".join(kept).split())


def safe_cell(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula.

    Examples
    --------
    >>> safe_cell("=1+1")
    "'=1+1"
    """
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def week_csv(answer: Answer) -> bytes:
    """Return the week ahead, hour by hour, as a table.

    Parameters
    ----------
    answer : Answer
        The answer to write down.

    Returns
    -------
    bytes
        CSV in UTF-8 with a byte order mark, so that spreadsheets open it right. Two lines that begin with
        ``#`` come first, the model's version and the moment it was asked: ``pandas.read_csv(...,
        comment="#")`` skips them. Behind a red flag there are no rows but what to do.
    """
    sheet = io.StringIO()
    write = csv.writer(sheet, lineterminator="\r\n")
    now = answer.scenario.now
    todo = [STOP[flag][1] for flag in answer.scenario.red_flags]
    for line in (f"legrun model {MODEL_VERSION}. {CAUTION}", f"asked at {now:%Y-%m-%d %H:%M} local time", *todo):
        # A spreadsheet would spread what stands between commas over cells.
        sheet.write(f"# {line.replace(',', ';')}\r\n")
    write.writerow(COLUMNS)
    if not todo:
        write.writerows([safe_cell(cell) for cell in row] for row in _rows(answer))
    return sheet.getvalue().encode("utf-8-sig")


def _rows(answer: Answer) -> Iterator[tuple[str, ...]]:
    """Yield the cells of every hour."""
    week = answer.week
    bands = [(band.median, band.low80, band.high80) for band in (week.soreness, week.fatigue_pct, week.recovery)]
    edges = [edge for band in bands for edge in band]
    hard = 100 * answer.outlook.chances()[-1]
    for hour, time in enumerate(week.times.astype("datetime64[s]").tolist()):
        numbers = [f"{edge[hour]:.1f}" for edge in edges]
        yield f"{time:%Y-%m-%d %H:%M}", *numbers, VERDICTS[answer.outlook.path[hour]], f"{hard[hour]:.0f}"


@dataclass(frozen=True)
class _Event:
    """One entry of a calendar; `busy` when it takes up time."""

    start: dt.datetime
    end: dt.datetime
    summary: str
    description: str
    busy: bool = False

    @property
    def uid(self) -> str:
        """A name that only its content decides, so that the same file twice makes no second event."""
        content = f"{self.start}\n{self.end}\n{self.summary}\n{self.description}"
        return f"{hashlib.sha256(content.encode()).hexdigest()[:32]}@legrun"


def week_ics(answer: Answer) -> bytes:
    """Return the windows of the week and the run in mind as a calendar.

    Parameters
    ----------
    answer : Answer
        The answer to write down.

    Returns
    -------
    bytes
        iCalendar (RFC 5545) in local times without a zone, which every calendar shows at that hour of the
        clock. One event for each verdict that is likely reached within the week and one for the run in mind;
        the present verdict where there is neither; behind a red flag nothing but what to do.
    """
    # Slow to load, and needed only once someone asks for a calendar.
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", f"-//legrun//model {MODEL_VERSION}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "legrun")
    for each in _events(answer):
        event = Event()
        event.add("uid", each.uid)
        # The standard wants this stamp in UTC. The package has no clock and no zone: it is the moment asked about.
        event.add("dtstamp", answer.scenario.now.replace(tzinfo=dt.UTC))
        event.add("dtstart", each.start)
        event.add("dtend", each.end)
        event.add("summary", each.summary)
        event.add("description", each.description)
        event.add("transp", "OPAQUE" if each.busy else "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(answer: Answer) -> list[_Event]:
    """Return what goes into the calendar."""
    now = answer.scenario.now
    if answer.scenario.red_flags:
        todo = " ".join(STOP[flag][1] for flag in answer.scenario.red_flags)
        return [_Event(now, now + MARK, "No run: something feels wrong", todo)]
    planned = _planned_event(answer)
    found = [*_window_events(answer), *([planned] if planned else [])]
    if found:
        return found
    said = verdict_sentence(answer.advice, now)
    return [_Event(now, now + MARK, VERDICT_NAMES[answer.advice.verdict], _signed(said, now))]


def _signed(text: str, now: dt.datetime) -> str:
    """Return a description with where it comes from."""
    return f"{text}\n{CAUTION}\nlegrun, model {MODEL_VERSION}, from what was entered for {_moment(now)}."


def _moment(time: dt.datetime) -> str:
    """Return a moment that can be read on another day.

    Examples
    --------
    >>> _moment(dt.datetime(2026, 3, 5, 7))
    'Thu 5 Mar, 07:00'
    """
    return f"{time:%a} {time.day} {time:%b, %H:%M}"


def _window_events(answer: Answer) -> Iterator[_Event]:
    """Yield an event for each better verdict that is likely reached within the week."""
    now = answer.scenario.now
    for window in answer.advice.windows:
        if window.likely is not None:
            summary = f"{VERDICT_NAMES[window.verdict]} likely from here"
            yield _Event(window.likely, window.likely + MARK, summary, _signed(_range(window, now), now))


def _range(window: Window, now: dt.datetime) -> str:
    """Return when a window opens, with its range."""
    likely, earliest = window.likely or now, window.earliest or now
    latest = _moment(window.latest) if window.latest else "beyond this week"
    return f"Likely from {_moment(likely)}; in 8 of 10 cases between {_moment(earliest)} and {latest}."


def _planned_event(answer: Answer) -> _Event | None:
    """Return the run in mind with whether it fits, or None where there is none."""
    now, plan = answer.scenario.now, answer.scenario.planned
    if plan is None:
        return None
    name = printable(plan.name) or "Planned run"
    summary = f"{name}: {plan.minutes:.0f} min at effort {plan.rpe:g} ({effort_words(plan.rpe)})"
    if not now <= plan.start <= now + dt.timedelta(hours=HORIZON_H):
        said = "It lies outside the week that legrun looks at."
    else:
        advice = answer.advice_at(plan.start)
        # Read on another day: from the run's own start, "today" is the day of the run.
        said = f"{plan_sentence(advice, plan, plan.start)} {verdict_sentence(advice, plan.start)}"
    return _Event(plan.start, plan.end, summary, _signed(said, now), busy=True)
