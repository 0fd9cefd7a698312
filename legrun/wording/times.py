"""A time as a person says it: a part of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legrun.evidence import value
from legrun.scenario.hours import is_small_hours
from legrun.wording.languages import Phrase, say, short_date, short_weekday

__all__ = ["WakingPart", "are_of_one_part", "later_part", "part_of_day", "waking_part"]

# The parts of the day by the hour they begin; nobody plans a run for the night, so that is the next morning.
MORNING, MIDDAY, AFTERNOON, EVENING = 5, 11, 14, 17
PARTS = (MORNING, MIDDAY, AFTERNOON, EVENING)
# What is reached after the hours at which people run, 07:00 and 18:00, is not said to hold in all of that part.
MID_MORNING, LATE_EVENING = 8, 19
SAID = tuple(sorted((*PARTS, MID_MORNING, LATE_EVENING)))
TODAY = {
    MORNING: Phrase("this morning"),
    MID_MORNING: Phrase("mid-morning today"),
    MIDDAY: Phrase("midday today"),
    AFTERNOON: Phrase("this afternoon"),
    EVENING: Phrase("this evening"),
    LATE_EVENING: Phrase("late this evening"),
}
TOMORROW = {
    MORNING: Phrase("tomorrow morning"),
    MID_MORNING: Phrase("tomorrow mid-morning"),
    MIDDAY: Phrase("tomorrow midday"),
    AFTERNOON: Phrase("tomorrow afternoon"),
    EVENING: Phrase("tomorrow evening"),
    LATE_EVENING: Phrase("late tomorrow evening"),
}
# The places are filled when they are said.
WITHIN_A_WEEK = {
    MORNING: Phrase("{weekday} morning"),
    MID_MORNING: Phrase("{weekday} mid-morning"),
    MIDDAY: Phrase("{weekday} midday"),
    AFTERNOON: Phrase("{weekday} afternoon"),
    EVENING: Phrase("{weekday} evening"),
    LATE_EVENING: Phrase("late {weekday} evening"),
}
LATER = {
    MORNING: Phrase("morning of {date}"),
    MID_MORNING: Phrase("mid-morning of {date}"),
    MIDDAY: Phrase("midday of {date}"),
    AFTERNOON: Phrase("afternoon of {date}"),
    EVENING: Phrase("evening of {date}"),
    LATE_EVENING: Phrase("late evening of {date}"),
}
DATED = {
    MORNING: Phrase("{date}, morning"),
    MIDDAY: Phrase("{date}, midday"),
    AFTERNOON: Phrase("{date}, afternoon"),
    EVENING: Phrase("{date}, evening"),
}
NIGHT_FROM, NIGHT_UNTIL = 22, 5
# From when on people are taken to be awake.
WAKES = int(value("options.morning_hour"))


def part_of_day(time: dt.datetime, now: dt.datetime) -> str:
    """Return a time as a part of a day, seen from `now`; in the small hours nobody knows whose "tomorrow" it would be.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> [part_of_day(now + dt.timedelta(hours=h), now) for h in (11, 12, 20, 24, 54)]
    ['this evening', 'late this evening', 'tomorrow morning', 'tomorrow morning', 'Fri midday']
    >>> part_of_day(dt.datetime(2026, 3, 5, 7), dt.datetime(2026, 3, 4, 0, 30))
    'Thu morning'
    """
    return _said(*_part(time, SAID), now)


def _said(day: dt.date, part: int, now: dt.datetime) -> str:
    ahead = (day - now.date()).days
    if ahead == 0:
        return say(TODAY[part])
    if ahead == 1 and not is_small_hours(now):
        return say(TOMORROW[part])
    if ahead < 7:
        return say(WITHIN_A_WEEK[part], weekday=short_weekday(day))
    return say(LATER[part], date=short_date(day))


def later_part(time: dt.datetime, at: dt.datetime, now: dt.datetime) -> str:
    """Return a time after another as a part of a day: "later" where both are in the same one.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> [later_part(now + dt.timedelta(hours=h), now, now) for h in (0, 2, 11, 26)]
    ['this morning', 'later this morning', 'this evening', 'tomorrow mid-morning']
    """
    day, part = _part(time, PARTS)
    is_same = time > at and (day, part) == _part(at, PARTS)
    return say("later {when}", when=_said(day, part, now)) if is_same else part_of_day(time, now)


def are_of_one_part(times: Iterable[dt.datetime]) -> bool:
    """Return whether times are in one part of a day, as coarse as morning and evening.

    Examples
    --------
    >>> are_of_one_part(dt.datetime(2026, 3, 4, hour) for hour in (6, 9)), are_of_one_part(
    ...     dt.datetime(2026, 3, 4, hour) for hour in (9, 12))
    (True, False)
    """
    return len({_part(time, PARTS) for time in times}) == 1


def _part(time: dt.datetime, parts: Sequence[int]) -> tuple[dt.date, int]:
    """Return the day and the part of it that a time is said to be in, by the hour it begins."""
    day = time.date() + dt.timedelta(days=time.hour >= NIGHT_FROM)
    if time.hour >= NIGHT_FROM or time.hour < NIGHT_UNTIL:
        return day, MORNING
    return day, next(hour for hour in reversed(parts) if time.hour >= hour)


@dataclass(frozen=True)
class WakingPart:
    """The part of a day that a time is said to be in, as far as people are awake and it is still to come then.

    Attributes
    ----------
    start, end : datetime.datetime
        From when to when.
    name : str
        Its day and its name, to be read on another day.
    """

    start: dt.datetime
    end: dt.datetime
    name: str


def waking_part(time: dt.datetime) -> WakingPart:
    """Return the part of a day that a time is said to be in.

    Examples
    --------
    >>> for hour in (3, 9, 18, 23):
    ...     part = waking_part(dt.datetime(2026, 3, 5, hour))
    ...     print(f"{part.start:%a %H:%M} to {part.end:%H:%M}, {part.name}")
    Thu 07:00 to 11:00, Thu 5 Mar, morning
    Thu 09:00 to 11:00, Thu 5 Mar, morning
    Thu 18:00 to 22:00, Thu 5 Mar, evening
    Fri 07:00 to 11:00, Fri 6 Mar, morning
    """
    day, part = _part(time, PARTS)
    bounds = [max(hour, WAKES) for hour in PARTS] + [NIGHT_FROM]
    place = PARTS.index(part)
    start, end = (dt.datetime.combine(day, dt.time(bounds[each])) for each in (place, place + 1))
    return WakingPart(max(start, time), end, say(DATED[part], date=short_date(day)))
