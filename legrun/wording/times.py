"""A time as a person says it: a part of a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from legrun.evidence import value
from legrun.scenario.hours import is_small_hours
from legrun.wording.languages import Phrase, say, short_date, short_weekday

__all__ = ["WakingPart", "later_part", "part_of_day", "waking_part"]

# The parts of the day by the hour they begin; nobody plans a run for the night, so that is the next morning.
MORNING, MIDDAY, AFTERNOON, EVENING = 5, 11, 14, 17
PARTS = (MORNING, MIDDAY, AFTERNOON, EVENING)
TODAY = {
    MORNING: Phrase("this morning"),
    MIDDAY: Phrase("midday today"),
    AFTERNOON: Phrase("this afternoon"),
    EVENING: Phrase("this evening"),
}
TOMORROW = {
    MORNING: Phrase("tomorrow morning"),
    MIDDAY: Phrase("tomorrow midday"),
    AFTERNOON: Phrase("tomorrow afternoon"),
    EVENING: Phrase("tomorrow evening"),
}
# The places are filled when they are said.
WITHIN_A_WEEK = {
    MORNING: Phrase("{weekday} morning"),
    MIDDAY: Phrase("{weekday} midday"),
    AFTERNOON: Phrase("{weekday} afternoon"),
    EVENING: Phrase("{weekday} evening"),
}
LATER = {
    MORNING: Phrase("morning of {date}"),
    MIDDAY: Phrase("midday of {date}"),
    AFTERNOON: Phrase("afternoon of {date}"),
    EVENING: Phrase("evening of {date}"),
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
    >>> [part_of_day(now + dt.timedelta(hours=h), now) for h in (11, 20, 24, 54)]
    ['this evening', 'tomorrow morning', 'tomorrow morning', 'Fri midday']
    >>> part_of_day(dt.datetime(2026, 3, 5, 7), dt.datetime(2026, 3, 4, 0, 30))
    'Thu morning'
    """
    day, part = _part(time)
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
    >>> [later_part(now + dt.timedelta(hours=h), now, now) for h in (0, 2, 11)]
    ['this morning', 'later this morning', 'this evening']
    """
    when = part_of_day(time, now)
    return say("later {when}", when=when) if time > at and when == part_of_day(at, now) else when


def _part(time: dt.datetime) -> tuple[dt.date, int]:
    """Return the day and the part of it that a time is said to be in, by the hour it begins."""
    day = time.date() + dt.timedelta(days=time.hour >= NIGHT_FROM)
    if time.hour >= NIGHT_FROM or time.hour < NIGHT_UNTIL:
        return day, MORNING
    return day, next(hour for hour in reversed(PARTS) if time.hour >= hour)


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
    day, part = _part(time)
    bounds = [max(hour, WAKES) for hour in PARTS] + [NIGHT_FROM]
    place = PARTS.index(part)
    start, end = (dt.datetime.combine(day, dt.time(bounds[each])) for each in (place, place + 1))
    return WakingPart(max(start, time), end, say(DATED[part], date=short_date(day)))
