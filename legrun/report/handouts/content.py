"""The content of a handout for one pair of slider values: words, the days ahead, the curves of its chart."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from legrun.alternatives.tips import Tip
from legrun.answering import HORIZON_H, Answer
from legrun.charts import hours_before, week_columns, week_points, week_words
from legrun.decision.safety import safety_notes
from legrun.inputs.form import EVENING, RUN_MORNING
from legrun.model.readiness import Verdict
from legrun.scenario import Scenario
from legrun.scenario.hours import hours_from
from legrun.scenario.names import VERDICT_NAMES, session_name
from legrun.wording.intensity import intensity_sentence
from legrun.wording.languages import clock, moment, number, say, short_date, weekday
from legrun.wording.outlook import windows_sentences
from legrun.wording.plan import plan_sentence
from legrun.wording.rounding import capitalised, halves, lowered
from legrun.wording.score import rounded_score
from legrun.wording.unrated import as_guess, guess_name, guess_sentences, is_estimate, unrated_plan_sentence
from legrun.wording.verdict import what_to_do
from legrun.wording.why import cost_sentence, question, why_sentences

__all__ = ["Claim", "Content", "Day", "ahead", "as_plain", "content", "curves", "dots"]

# A curve is kept in steps that nobody can see in the chart.
EPOCH = dt.datetime(1970, 1, 1)
STEPS = {"recovery": 0.2, "fatigue": 0.2, "soreness": 0.02}


Most = Verdict | Literal["past", "open"]


@dataclass(frozen=True)
class Day:
    """One day ahead: the most that fits in the morning and in the evening.

    Attributes
    ----------
    name : str
        The day.
    morning, evening : str
        Verdicts; "past" where that has passed, "open" where it is better than now and no time may be named for it.
    recovery, soreness : str
        Recovery [0-100] and soreness [0-10] as they are said, in the evening.
    """

    name: str
    morning: Most
    evening: Most
    recovery: str
    soreness: str


@dataclass(frozen=True)
class Claim:
    """A tip as a page prints it: what is said, how good the evidence is, what is known."""

    claim: str
    grade: str
    why: str


@dataclass(frozen=True)
class Content:
    """The words for one pair of slider values: shown on the page, and exchanged by its script.

    Attributes
    ----------
    verdict : str
        The verdict.
    guess : tuple of str
        Where today was not rated: that it was not, and the guess in its place; else empty.
    headline : str
        The verdict's name, with the time it is for where that is not now.
    what : tuple of str
        What to do: the verdict's sentence, the plan's, and what legrun asks.
    why : tuple of str
        Why.
    later : tuple of str
        When more is likely.
    days : tuple of Day
        The days ahead.
    tips : tuple of Claim
        What fits the situation.
    chart : str
        What the chart shows, in words.
    """

    verdict: Verdict
    guess: tuple[str, ...]
    headline: str
    what: tuple[str, ...]
    why: tuple[str, ...]
    later: tuple[str, ...]
    days: tuple[Day, ...]
    tips: tuple[Claim, ...]
    chart: str


def content(answer: Answer) -> Content:
    """Return the words for an answer, in the very sentences of the app.

    Examples
    --------
    >>> import legrun
    >>> from legrun.scenario import Scenario
    >>> page = content(legrun.answer(Scenario(now=dt.datetime(2026, 3, 4, 7))))
    >>> page.guess[0], page.headline, page.what[0][:19]
    ('Not rated today.', 'Estimate: hard run', 'A hard run fits: up')
    """
    now, plan, rated = answer.scenario.now, answer.plan_ahead, not is_estimate(answer.scenario)
    advice = answer.for_plan if rated else as_guess(answer.for_plan)
    name = say(VERDICT_NAMES[advice.verdict]) if rated else guess_name(advice.verdict)
    of_plan = plan_sentence if rated else unrated_plan_sentence
    what = (
        what_to_do(advice, now),
        of_plan(advice, plan, now) if plan else None,
        intensity_sentence(advice, answer.scenario.athlete),
        question(advice),
        *map(say, safety_notes(answer.scenario)),
    )
    return Content(
        verdict=advice.verdict,
        guess=() if rated else guess_sentences(answer),
        headline=name if advice.at == now else f"{name}, {weekday(advice.at)} {clock(advice.at)}",
        what=tuple(filter(None, what)),
        why=tuple(filter(None, (*why_sentences(advice, now), cost_sentence(advice)))),
        later=tuple(windows_sentences(advice, now)),
        days=_days(answer),
        tips=tuple(map(_claim, answer.tips)),
        chart=week_words(answer),
    )


def _claim(tip: Tip) -> Claim:
    # On paper no icon tells advice from what is said against the evidence.
    said = say("You may hear: “{claim}”", claim=tip.text) if tip.against else say(tip.text)
    return Claim(said, f"{capitalised(say(tip.grade))}.", say(tip.why))


def _days(answer: Answer) -> tuple[Day, ...]:
    """Return a week of days, today first."""
    today = answer.scenario.now.date()
    return tuple(_day(answer, today + dt.timedelta(days=ahead)) for ahead in range(int(HORIZON_H) // 24))


def _day(answer: Answer, date: dt.date) -> Day:
    morning, evening = (_hour(answer, dt.datetime.combine(date, time)) for time in (RUN_MORNING, EVENING))
    seen = max(evening, 0)
    return Day(
        name=short_date(date),
        morning=_most(answer, morning),
        evening=_most(answer, evening),
        recovery=number(rounded_score(answer.week.recovery.median[seen]), "d"),
        soreness=halves(answer.week.soreness.median[seen]),
    )


def _most(answer: Answer, hour: int) -> Most:
    """Return the most that fits at an hour of the week."""
    return (answer.verdict_by(hour) or "open") if hour >= 0 else "past"


def _hour(answer: Answer, time: dt.datetime) -> int:
    """Return the hour of the week nearest to a time; negative before it."""
    return round(hours_from(answer.scenario.now, time))


def ahead(scenario: Scenario) -> list[str]:
    """Return what the plan already holds from now on.

    Examples
    --------
    >>> from legrun.scenario.presets import PRESETS
    >>> ahead(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    ['Wed 4 Mar, 07:00 run, 40 min']
    """
    last = scenario.now + dt.timedelta(hours=HORIZON_H)
    planned = [*scenario.sessions, *([scenario.planned] if scenario.planned else [])]
    return [
        say(
            "{when} {session}, {minutes:.0f} min",
            when=moment(s.start),
            session=lowered(say(session_name(s))),
            minutes=s.minutes,
        )
        for s in sorted(planned, key=lambda s: s.start)
        if scenario.now <= s.start <= last
    ]


def curves(answer: Answer) -> dict[str, list[int]]:
    """Return every curve of the chart in whole steps, each as differences from hour to hour.

    What no eye can see is left out, so that all values of two sliders fit in one small file.
    """
    columns = week_columns(answer, answer.before(hours_before(answer)))
    steps = np.array([[_step(name)] for name in columns])
    whole = np.round(np.stack(list(columns.values())) / steps).astype(int)
    whole[:, 1:] -= whole[:, :-1].copy()
    return dict(zip(columns, whole.tolist(), strict=True))


def _step(name: str) -> float:
    return STEPS[name.split("_")[0]]


def as_plain(words: Content) -> dict[str, Any]:
    """Return the words as plain data; `dataclasses.asdict` copies every text and takes five times as long."""
    parts = {name: [vars(each) for each in getattr(words, name)] for name in ("days", "tips")}
    return {**vars(words), **parts}


def dots(answer: Answer) -> list[dict[str, Any]]:
    """Return the dots of the chart as rows, times in milliseconds as the chart has them."""
    first = answer.scenario.now - dt.timedelta(hours=hours_before(answer))
    return [{**vars(dot), "time": _ms(dot.time), "end": _ms(dot.end)} for dot in week_points(answer, first)]


def _ms(time: dt.datetime) -> int:
    """Return a local time as a chart has it: as if it were UTC. [ms]"""
    return (time - EPOCH) // dt.timedelta(milliseconds=1)


def plain_rows(table: Any) -> list[dict[str, Any]]:
    """Return a chart's table as rows of plain values, times in milliseconds."""
    return [
        {k: int(v.timestamp() * 1000) if isinstance(v, dt.datetime) else v for k, v in row.items()}
        for row in table.to_pylist()
    ]
