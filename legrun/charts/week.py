"""The week: recovery, leg strength lost and soreness on one time axis, and what stands along it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from legrun.answering import Answer
from legrun.charts.figure import Figure, cells, stamps
from legrun.charts.labels import places
from legrun.charts.week_spec import EDGES, NOW, PANELS, week_spec
from legrun.forecast.projection import Projection
from legrun.model.kinetics import Array
from legrun.model.readiness import VERDICTS
from legrun.model.sleep_clock import NIGHT_ENDS, NIGHT_STARTS
from legrun.scenario import Scenario
from legrun.scenario.hours import hours_from
from legrun.scenario.names import VERDICT_NAMES, session_name
from legrun.wording.languages import Phrase, clock, moment, say, short_weekday
from legrun.wording.rounding import halves, of_hundred
from legrun.wording.score import rounded_score
from legrun.wording.times import part_of_day

__all__ = [
    "Ghost",
    "hours_before",
    "week_columns",
    "week_figure",
    "week_points",
    "week_table",
    "week_words",
]

POINTED_EVERY_H = 3
# Room on the left for the axis, whose labels no line of a leg day is to cross, not even on a small phone. It is a share
# of the hours ahead.
LEAST_BEFORE, MOST_BEFORE_H = 0.09, 72
NAMED = dt.timedelta(days=7)
LOWEST_WITHIN_H = 3 * 24
# Trials measured a day apart; between these hours a curve is drawn in.
PUBLISHED_H = (24, 48, 72)
WEEK_ALT = (
    "The week ahead in three panels: recovery from 0 to 100 with its five zones, leg strength lost, and soreness, "
    "each with its range. What they show stands in words below and in the table."
)


def _columns(projection: Projection) -> dict[str, Array]:
    """Return a projection as columns for the chart, rounded to what can be seen."""
    bands = (projection.recovery, projection.fatigue_pct, projection.soreness)
    return {
        f"{panel.name}{suffix}": np.round(getattr(band, edge), 2)
        for panel, band in zip(PANELS, bands, strict=True)
        for suffix, edge in EDGES.items()
    }


@dataclass(frozen=True)
class ChartEvent:
    """Something on the time axis."""

    kind: str
    time: dt.datetime
    end: dt.datetime
    label: str = ""
    row: float = 0.0
    side: str = ""
    needs: float = 0.0
    soreness: float = 0.0
    fatigue: float = 0.0


def _nights(first: dt.datetime, last: dt.datetime) -> Iterator[ChartEvent]:
    """Yield the nights between two times, clipped to them."""
    for number in range(-1, (last.date() - first.date()).days + 1):
        midnight = dt.datetime.combine(first.date() + dt.timedelta(days=number), dt.time())
        start = max(first, midnight + dt.timedelta(hours=NIGHT_STARTS))
        end = min(last, midnight + dt.timedelta(hours=24 + NIGHT_ENDS))
        if start < end:
            yield ChartEvent("night", start, end)


def _happenings(scenario: Scenario, first: dt.datetime, last: dt.datetime, start: str) -> list[ChartEvent]:
    """Return now, the sessions that load the legs and the run in mind, their names clear of each other."""
    events = list(_named(scenario, first, last, start))
    # Now comes first of them.
    stand = places([(event.time, event.label) for event in events], first, last, foremost=0)
    return [replace(event, **asdict(place)) for event, place in zip(events, stand, strict=True)]


def _named(scenario: Scenario, first: dt.datetime, last: dt.datetime, start: str) -> Iterator[ChartEvent]:
    """Yield now, the sessions and the run in mind with their names."""
    now, planned = scenario.now, scenario.planned
    with_run = planned is not None and planned.start == now
    label = say("{start}, planned run", start=Phrase(start)) if with_run else say(start)
    yield ChartEvent("now", now, now, label)
    for session in scenario.sessions:
        if session.kind in ("legs", "run") and first <= session.start <= last:
            # A plan is drawn twice, as it repeats: its sessions are named once.
            label = say(session_name(session)) if session.start < now + NAMED else ""
            yield ChartEvent("session", session.start, session.end, label)
    if planned is not None and now < planned.start <= last:
        yield ChartEvent("session", planned.start, planned.end, say("Planned run"))


def _event_table(events: Sequence[ChartEvent]) -> pa.Table:
    names = ("kind", "label", "row", "side", "needs", "soreness", "fatigue")
    plain = {name: [getattr(e, name) for e in events] for name in names}
    return pa.table({**plain, "time": stamps([e.time for e in events]), "end": stamps([e.end for e in events])})


@dataclass(frozen=True)
class Ghost:
    """The medians of a chart, to be drawn behind the next one."""

    times: npt.NDArray[np.datetime64]
    medians: dict[str, Array]

    def on(self, times: npt.NDArray[np.datetime64]) -> dict[str, Array]:
        """Return the medians at other times; nothing where they were not drawn."""
        here, there = (t.astype("datetime64[s]").astype(float) for t in (times, self.times))
        return {name: np.interp(here, there, m, left=np.nan, right=np.nan) for name, m in self.medians.items()}


def week_figure(
    answer: Answer, *, before: Projection, ghost: Ghost | None = None, start: str = NOW
) -> tuple[Figure, Ghost]:
    """Return the week chart of an answer, and what of it is the ghost of the next one.

    Parameters
    ----------
    answer : Answer
        The answer to draw.
    before : Projection
        The hours before now, back to the leg day.
    ghost : Ghost, optional
        The medians shown before the last change.
    start : str
        What the moment is called that the answer is for.

    Returns
    -------
    (Figure, Ghost)
        Recovery with the verdict zones, leg strength lost and soreness, each with 50 and 80 % bands.
    """
    columns = week_columns(answer, before)
    times = np.concatenate([before.times, answer.week.times])
    shown = Ghost(times, {panel.name: columns[panel.name] for panel in PANELS})
    behind = (ghost or shown).on(times)
    first, last = (times[end].astype("datetime64[s]").item() for end in (0, -1))
    # What a slider moves is kept apart from what it does not, which the browser then need not draw again.
    still = [*_nights(first, last), *_happenings(answer.scenario, first, last, start)]
    datasets = {
        "week": pa.table({"time": stamps(times), **columns}),
        "ghost": pa.table(
            {"time": stamps(times), **{name: pa.array(row, from_pandas=True) for name, row in behind.items()}}
        ),
        "pointed": _pointed(times, shown),
        "events": _event_table(still),
        "points": _event_table(week_points(answer, first)),
    }
    return Figure(week_spec(), datasets, WEEK_ALT), shown


def _pointed(times: npt.NDArray[np.datetime64], shown: Ghost) -> pa.Table:
    """Return the hours that can be pointed at, with what is said there; a day is named once for all of its hours."""
    hours = times[::POINTED_EVERY_H]
    moments = hours.astype("datetime64[s]").tolist()
    days = {day: short_weekday(day) for day in {each.date() for each in moments}}
    when = [f"{days[each.date()]} {clock(each)}" for each in moments]
    values = {name: median[::POINTED_EVERY_H] for name, median in shown.medians.items()}
    edges = {name: stamps(each) for name, each in cells(hours, times[-1]).items()}
    return pa.table({"time": stamps(hours), **edges, "when": when, **values})


def hours_before(answer: Answer) -> int:
    """Return how far back the chart begins: a little before the newest leg day, if that was recent. [h]"""
    scenario, least = answer.scenario, int(LEAST_BEFORE * answer.hours)
    starts = [s.start for s in scenario.sessions if s.kind == "legs" and s.start <= scenario.now]
    hours = hours_from(max(starts), scenario.now) if starts else 0.0
    return int(hours) + least if hours <= MOST_BEFORE_H else least


def week_columns(answer: Answer, before: Projection) -> dict[str, Array]:
    """Return every curve of the week chart, hour by hour, by its name in the spec."""
    earlier, later = _columns(before), _columns(answer.week)
    return {name: np.concatenate([earlier[name], later[name]]) for name in later}


def week_points(answer: Answer, first: dt.datetime) -> list[ChartEvent]:
    """Return the dots of the week chart from `first` on: ratings, and the hours at which studies measured."""
    return [*_ratings(answer.scenario, first), *_published(answer)]


def _ratings(scenario: Scenario, first: dt.datetime) -> Iterator[ChartEvent]:
    """Yield the soreness ratings from `first` on."""
    for check_in in scenario.check_ins:
        if check_in.soreness is not None and check_in.time >= first:
            yield ChartEvent("rating", check_in.time, check_in.time, soreness=check_in.soreness)


def _published(answer: Answer) -> Iterator[ChartEvent]:
    """Yield the hours at which studies measured, 24, 48 and 72 h after the newest leg day, on the curves."""
    now = answer.scenario.now
    legs = [s.end for s in answer.scenario.sessions if s.kind == "legs" and s.end <= now]
    for hours in PUBLISHED_H if legs else ():
        time = max(legs) + dt.timedelta(hours=hours)
        if time >= now:
            hour, week = hours_from(now, time), answer.week
            soreness, fatigue = (
                np.interp(hour, np.arange(band.median.size), band.median) for band in (week.soreness, week.fatigue_pct)
            )
            yield ChartEvent("published", time, time, soreness=float(soreness), fatigue=float(fatigue))


def week_words(answer: Answer) -> str:
    """Return what the week chart shows, in words.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> week_words(answer(Scenario(now=dt.datetime(2026, 3, 4, 7))))[:64]
    'Recovery is about 100 of 100 now, no lower in the three days ahe'
    """
    lost = say("Leg strength lost is {lost:.0f} % now.", lost=float(answer.week.fatigue_pct.median[0]))
    return f"{_recovery_words(answer)} {_soreness_words(answer)} {lost}"


def _recovery_words(answer: Answer) -> str:
    """Say how recovery goes; a lowest hour is named only where it is lower than now, as both are said."""
    now, recovery = answer.scenario.now, _said(answer.week.recovery.median, None)
    soon, ends = recovery[:LOWEST_WITHIN_H], {"score": int(recovery[0]), "last": int(recovery[-1])}
    if soon.min() == recovery[0]:
        return say(
            "Recovery is about {score} of 100 now, no lower in the three days ahead, and about {last} after a week.",
            **ends,
        )
    return say(
        "Recovery is about {score} of 100 now, lowest {worst} at {lowest}, and about {last} after a week.",
        worst=part_of_day(now + dt.timedelta(hours=float(np.argmin(soon))), now),
        lowest=int(soon.min()),
        **ends,
    )


def _soreness_words(answer: Answer) -> str:
    """Say when soreness is highest; where it is no higher than now, as both are said, that."""
    now, soreness = answer.scenario.now, answer.week.soreness.median
    highest = halves(soreness.max())
    if highest == halves(soreness[0]):
        return say("Soreness is highest about now, at {soreness} of 10.", soreness=highest)
    sorest = now + dt.timedelta(hours=float(np.argmax(soreness)))
    return say("Soreness is highest {sorest} at {soreness} of 10.", sorest=part_of_day(sorest, now), soreness=highest)


def _said(values: Array, digits: int | None) -> Array:
    """Return values to some digits; to none, scores as they are said everywhere: the table begins with the card's."""
    if digits is not None:
        return values.round(digits)
    return np.array([rounded_score(each) for each in values.tolist()], dtype=float)


def week_table(answer: Answer) -> pd.DataFrame:
    """Return the week chart's data as a table to read: every third hour, with units in the header."""
    week = answer.week
    table = pd.DataFrame({"Time": list(map(moment, pd.to_datetime(week.times)))})
    for title, band, digits in (
        ("Recovery (0-100)", week.recovery, None),
        ("Leg strength lost (%)", week.fatigue_pct, 0),
        ("Soreness (0-10)", week.soreness, 1),
    ):
        low, table[title], high = (_said(edge, digits) for edge in (band.low80, band.median, band.high80))
        table[f"{title}, 80 % range"] = [f"{a:g} to {b:g}" for a, b in zip(low, high, strict=True)]
    if answer.for_plan.no_dates:  # nobody knows when what holds the runner back is over
        return table.iloc[::3].reset_index(drop=True)
    people = zip(*map(of_hundred, answer.outlook.chances().T.tolist()), strict=True)
    for verdict, counts in zip(VERDICTS, people, strict=True):
        table[f"Chance: {VERDICT_NAMES[verdict].lower()} (%)"] = counts
    return table.iloc[::3].reset_index(drop=True)
