"""The packed codes of a link: sessions, nights and ratings that have no input of their own."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from legrun.inputs.form import NUMBERS, Number
from legrun.scenario import STYLES, CheckIn, Kind, PlanItem, Session
from legrun.scenario.week_plan import DAYS, WeekPlan

__all__ = [
    "AROUND",
    "BACK",
    "SEPARATOR",
    "code",
    "is_near",
    "night_code",
    "number_text",
    "plan_code",
    "rating_code",
    "read_item",
    "read_night",
    "read_rating",
    "read_session",
    "read_week",
    "usual_code",
]  # fmt: skip

# Packed years have two digits, and what is further from now than this has no say: sessions long past have one, since
# the newest run tells that somebody comes back to running.
BACK, AROUND = dt.timedelta(days=3650), dt.timedelta(days=365)
# No browser escapes it.
SEPARATOR = "_"
# A night of a log may be shorter or longer than the input of last night can show.
NIGHT = Number(0.0, 16.0, 0.5, 7.5)
KINDS: dict[str, Kind] = {"L": "legs", "R": "run", "W": "walk", "U": "upper", "O": "other"}
STYLE_MARKS = {style[0]: style for style in STYLES}
AMOUNT_MARKS = {"n": "novelty", "h": "hard_sets", "d": "downhill_minutes", "g": "downhill_grade_pct"}
YES_MARKS = {"f": "to_failure", "w": "warm_up"}
ESTIMATE_MARKS = {"x": "rpe", "y": "minutes"}
_NUMBER = r"\d{1,4}(?:\.\d{1,2})?"
USUAL_CODE = re.compile(rf"u-({_NUMBER})", re.ASCII)
SESSION_CODE = re.compile(rf"([LRWUO])(\d{{10}})-({_NUMBER})-({_NUMBER})((?:-[a-z](?:{_NUMBER})?)*)", re.ASCII)
NIGHT_CODE = re.compile(rf"(\d{{6}})-({_NUMBER})", re.ASCII)
RATING_CODE = re.compile(rf"(\d{{10}})-({_NUMBER})", re.ASCII)
WEEK_MARKS = {"o": ("repeats", False), "p": ("on_past", True), "c": ("spread_legs", False)}
WEEK_CODE = re.compile(r"W(\d{6})((?:-[opc])*)(?:-r([0-6]+))?", re.ASCII)
ITEM_CODE = re.compile(r"([^~]+)(?:~(x?)(k?)([0-6]*))?", re.ASCII)


def is_near(time: dt.datetime, now: dt.datetime) -> bool:
    """Return whether a moment is of those that a link tells of: within ten years back and one ahead.

    Examples
    --------
    >>> [is_near(dt.datetime(year, 3, 4), dt.datetime(2026, 3, 4)) for year in (2015, 2017, 2027, 2028)]
    [False, True, True, False]
    """
    return now - BACK <= time <= now + AROUND


def number_text(number: float) -> str:
    """Return a number in hundredths, as short as it can be.

    Examples
    --------
    >>> number_text(7.50), number_text(40)
    ('7.5', '40')
    """
    return f"{number:.2f}".rstrip("0").rstrip(".")


def code(session: Session | None) -> str:
    """Return a session in the packed code.

    Examples
    --------
    >>> code(Session("run", dt.datetime(2026, 3, 2, 18), 45, 4, style="intervals", downhill_minutes=20))
    'R2603021800-45-4-i-d20'
    """
    if session is None:
        return "none"
    letter = next(letter for letter, kind in KINDS.items() if kind == session.kind)
    marks = [session.style[0]] if session.style else []
    for mark, field in AMOUNT_MARKS.items():
        amount = getattr(session, field)
        # No hard sets at all is something else than an unknown number of them.
        if amount or (field == "hard_sets" and amount is not None):
            marks.append(mark + number_text(amount))
    marks += [mark for mark, field in YES_MARKS.items() if getattr(session, field)]
    marks += [mark for mark, field in ESTIMATE_MARKS.items() if field in session.estimated]
    amounts = number_text(session.minutes), number_text(session.rpe)
    return "-".join([f"{letter}{session.start:%y%m%d%H%M}", *amounts, *marks])


def read_session(text: str, *, now: dt.datetime) -> Session:
    """Return the session that a code means; ValueError or KeyError if it means none of those that a link tells of."""
    letter, start, minutes, rpe, marks = _parts(SESSION_CODE, text)
    fields: dict[str, Any] = {}
    estimated = set()
    for mark in marks.split("-")[1:]:
        name, amount = mark[0], mark[1:]
        if name in AMOUNT_MARKS:
            fields[AMOUNT_MARKS[name]] = float(amount)
        elif amount:
            raise ValueError(mark)
        elif name in STYLE_MARKS:
            fields["style"] = STYLE_MARKS[name]
        elif name in YES_MARKS:
            fields[YES_MARKS[name]] = True
        else:
            estimated.add(ESTIMATE_MARKS[name])
    begun = _stamp(start, now)
    return Session(KINDS[letter], begun, float(minutes), float(rpe), estimated=frozenset(estimated), **fields)


def night_code(date: dt.date, slept_h: float) -> str:
    """Return a night in the packed code."""
    return f"{date:%y%m%d}-{number_text(slept_h)}"


def read_night(text: str, *, now: dt.datetime) -> tuple[dt.date | None, float]:
    """Return the date that a night ended on, None for the usual one, and its sleep [h]; ValueError if it means none."""
    if usual := USUAL_CODE.fullmatch(text):
        return None, NIGHT.read(usual[1])
    digits, hours = _parts(NIGHT_CODE, text)
    return _stamp(digits, now).date(), NIGHT.read(hours)


def usual_code(slept_h: float) -> str:
    """Return a usual night in the packed code of nights, for one beyond the range of its input."""
    return f"u-{number_text(slept_h)}"


def rating_code(time: dt.datetime, soreness: float) -> str:
    """Return a rating in the packed code."""
    return f"{time:%y%m%d%H%M}-{number_text(soreness)}"


def read_rating(text: str, *, now: dt.datetime) -> CheckIn:
    """Return the rating that a code means; ValueError if it means none up to now."""
    digits, soreness = _parts(RATING_CODE, text)
    time = _stamp(digits, now)
    if time > now:
        raise ValueError(text)
    return CheckIn(time, NUMBERS["sore"].read(soreness))


def plan_code(plan: WeekPlan) -> str:
    """Return a week in the packed code: its first day and its rules, then its sessions.

    Examples
    --------
    >>> legs = Session("legs", dt.datetime(2026, 3, 2, 18), 60, 8)
    >>> plan_code(WeekPlan(dt.date(2026, 3, 2), (PlanItem(legs, may_move=False, key=True),), frozenset({6})))
    'W260302-r6_L2603021800-60-8~xk'
    """
    marks = [mark for mark, (field, marked) in WEEK_MARKS.items() if getattr(plan, field) == marked]
    rest = [f"r{_digits(plan.rest_days)}"] if plan.rest_days else []
    return SEPARATOR.join(["-".join([f"W{plan.first:%y%m%d}", *marks, *rest]), *map(_item_code, plan.items)])


def _item_code(item: PlanItem) -> str:
    """Return a session of a week: x when it stays, k when it is key, and the weekdays it may not fall on."""
    shut = _digits(frozenset(range(DAYS)) - item.days)
    marks = "x" * (not item.may_move) + "k" * item.key + shut
    return f"{code(item.session)}~{marks}" if marks else code(item.session)


def _digits(days: frozenset[int]) -> str:
    return "".join(map(str, sorted(days)))


def read_week(text: str, *, now: dt.datetime) -> WeekPlan:
    """Return the week, without its sessions, that a code means; ValueError if it means none."""
    digits, marks, rest = _parts(WEEK_CODE, text)
    fields: dict[str, Any] = dict(WEEK_MARKS[mark] for mark in (marks or "").split("-")[1:])
    first = _stamp(digits, now)
    if now - first > AROUND:
        raise ValueError(text)
    return WeekPlan(first.date(), rest_days=frozenset(map(int, rest or "")), **fields)


def read_item(text: str, week: WeekPlan, *, now: dt.datetime) -> PlanItem:
    """Return the session of a week that a code means; ValueError or KeyError if it means none of that week."""
    session, fixed, key, shut = _parts(ITEM_CODE, text)
    days = frozenset(range(DAYS)) - frozenset(map(int, shut or ""))
    item = PlanItem(read_session(session, now=now), not fixed, bool(key), days)
    WeekPlan(week.first, (item,))
    return item


def _stamp(digits: str, now: dt.datetime) -> dt.datetime:
    """Return the moment that ``yymmdd`` or ``yymmddHHMM`` means, of those that a link tells of."""
    year, month, day, hour, minute = (int(digits[i : i + 2] or 0) for i in range(0, 10, 2))
    year += now.year - now.year % 100
    year += 100 * ((year < now.year - 50) - (year > now.year + 50))
    time = dt.datetime(year, month, day, hour, minute)
    if not is_near(time, now):
        raise ValueError(digits)
    return time


def _parts(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    match = pattern.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return match.groups()
