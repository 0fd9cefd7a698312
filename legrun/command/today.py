"""``legrun today``: the card, and the mornings ahead."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from legrun.answering import HORIZON_H, Answer, answer
from legrun.command.document import document, to_json
from legrun.command.layout import headline, table
from legrun.command.moments import read_now
from legrun.command.sessions import read_session
from legrun.decision.intensity import heart_rate_limit, pace_limit
from legrun.decision.limits import EASY
from legrun.errors import LegrunError, ScenarioError
from legrun.evidence import value
from legrun.scenario import CheckIn, Experience, Scenario, Session
from legrun.scenario.hours import DAY, HOUR
from legrun.scenario.names import VERDICT_NAMES, VERDICTS
from legrun.scenario.plain import plain
from legrun.wording.card import answer_card
from legrun.wording.rounding import counted, halves
from legrun.wording.score import rounded_score
from legrun.wording.unrated import is_estimate

if TYPE_CHECKING:
    from legrun.logs import Log

__all__ = ["Asked", "run", "scenario_of", "today_document"]

DAYS_AHEAD = 5
WEEK = HORIZON_H * HOUR
# Fields of the athlete that have an option of their own.
PERSON = ("age", "max_heart_rate", "race_km", "race_minutes")
# The field of a scenario that an option fills.
OPTIONS = {
    "check_in.soreness": "--sore",
    "check_in.fatigue": "--tired",
    "sleep_h": "--sleep",
    "longest_run_minutes": "--longest-run",
    **{f"athlete.{name}": f"--{name.replace('_', '-')}" for name in PERSON},
}
MORNING = dt.time(int(value("options.morning_hour")))
# A log that ends longer ago says too little of today.
STALE = 2 * DAY


@dataclass(frozen=True)
class Asked:
    """What someone says of today, in the words of the command.

    Attributes
    ----------
    now : datetime.datetime
        The moment the answer is for.
    legs, runs : sequence of str
        Leg days and runs done.
    plan : str or None
        The run in mind.
    soreness : float or None
        How sore the legs are now. [0-10]
    fatigue : float or None
        How tired, overall. [1-5]
    sleep_h : float or None
        Last night's sleep. [h]
    experience : str or None
        How used to leg days; as the log suggests, else recreational, where not said.
    longest_run_minutes : float or None
        The longest run of the last 30 days. [min]
    flags : sequence of str
        What feels wrong.
    person : mapping of str to float
        More of the athlete, by the name of its field: age, highest heart rate, a race.
    log : Log or None
        What was done, from files.
    """

    now: dt.datetime
    legs: Sequence[str] = ()
    runs: Sequence[str] = ()
    plan: str | None = None
    soreness: float | None = None
    fatigue: float | None = None
    sleep_h: float | None = None
    experience: str | None = None
    longest_run_minutes: float | None = None
    flags: Sequence[str] = ()
    person: Mapping[str, float] = field(default_factory=dict)
    log: Log | None = None


def scenario_of(asked: Asked) -> Scenario:
    """Return the scenario that was described; what was typed is added to what a log holds.

    Raises
    ------
    LegrunError
        If something is not understood or out of its range.

    Examples
    --------
    >>> scenario = scenario_of(Asked(dt.datetime(2026, 3, 4, 7), legs=["yesterday 18:00 60min @8"], soreness=4))
    >>> [session.load_au for session in scenario.sessions], scenario.check_ins[0].soreness
    ([480.0], 4.0)
    """
    now = asked.now
    start = Scenario(now) if asked.log is None else _from_log(asked.log, now)
    done = [read_session(text, "legs", now) for text in asked.legs] + [read_session(t, "run", now) for t in asked.runs]
    nights = {**start.nights, now.date(): asked.sleep_h} if asked.sleep_h is not None else start.sleep_h
    is_rated = asked.soreness is not None or asked.fatigue is not None
    rated = (CheckIn(now, asked.soreness, asked.fatigue),) if is_rated else ()
    athlete = replace(start.athlete, **cast(Any, asked.person))
    if asked.experience is not None:
        athlete = replace(athlete, experience=cast(Experience, asked.experience))
    if asked.longest_run_minutes is not None:
        start = replace(start, longest_run_minutes=asked.longest_run_minutes)
    planned = _planned(asked)
    return replace(
        start,
        athlete=athlete,
        sessions=(*start.sessions, *done),
        check_ins=(*start.check_ins, *rated),
        sleep_h=nights,
        planned=planned,
        flags=frozenset(asked.flags),
    )


def _planned(asked: Asked) -> Session | None:
    """Return the run in mind; one that no answer would speak of is refused."""
    if asked.plan is None:
        return None
    planned = read_session(asked.plan, "run", asked.now, ahead=True)
    if not asked.now <= planned.start <= asked.now + WEEK:
        raise LegrunError(
            f"The run in mind is at {planned.start:%Y-%m-%d %H:%M}, now is {asked.now:%Y-%m-%d %H:%M}; "
            "it must start within the week from now."
        )
    return planned


def _from_log(log: Log, now: dt.datetime) -> Scenario:
    from legrun.logs.starting_point import starting_point  # loads all that reads logs

    if not log.sessions and not log.check_ins and not log.sleep_h:
        raise LegrunError("The files hold no session, no check-in and no night; legrun read FILE says why.")
    return starting_point(log, now=now).scenario


def today_document(asked: Asked) -> dict[str, Any]:
    """Return the answer as plain data.

    Examples
    --------
    >>> told = today_document(Asked(dt.datetime(2026, 3, 4, 7), legs=["yesterday 18:00 60min @8"], soreness=4))
    >>> told["advice"]["verdict"], told["text"][0], told["days"][0]["at"]
    ('easy', 'Easy run', '2026-03-05T07:00:00')
    """
    return _document(answer(scenario_of(asked)), asked)


def _document(answer: Answer, asked: Asked) -> dict[str, Any]:
    content = {**answer.to_dict(), "estimate": is_estimate(answer.scenario), "days": _days(answer)}
    return document("today", {**content, "intensity": _intensity(answer), "text": _lines(answer, asked)})


def _intensity(answer: Answer) -> dict[str, Any]:
    """Return the effort of the verdict in heart rate and pace, as far as it is known."""
    advice, athlete = answer.for_plan, answer.scenario.athlete
    runs = not advice.stop and VERDICTS.index(advice.verdict) >= EASY
    return {
        "heart_rate_bpm": plain(heart_rate_limit(advice.max_rpe, athlete)) if runs else None,
        "pace_min_per_km": plain(pace_limit(advice.max_rpe, athlete)) if runs else None,
    }


def _lines(answer: Answer, asked: Asked) -> list[str]:
    """Return the card, and what must be known of the log before it is believed."""
    return [*answer_card(answer), *_notes(asked)]


def _days(answer: Answer) -> list[dict[str, Any]]:
    """Return the mornings ahead; behind a red flag none."""
    if answer.advice.stop:
        return []
    first = dt.datetime.combine(answer.scenario.now.date() + DAY, MORNING)
    ahead = [answer.advice_at(first + DAY * day) for day in range(DAYS_AHEAD)]
    shown = ("at", "verdict", "score", "score_range80", "max_minutes", "max_rpe", "soreness", "fatigue_pct")
    return [{name: advice[name] for name in shown} for advice in (each.to_dict() for each in ahead)]


def _notes(asked: Asked) -> list[str]:
    """Return what must be known of the log before its answer is believed."""
    if asked.log is None:
        return []
    log = asked.log
    lines = [f"From {log.summary}."]
    if log.problems:
        lines.append(f"{counted(len(log.problems), 'thing')} in it could not be used; legrun read FILE lists them.")
    ends = max([s.start for s in log.sessions] + [c.time for c in log.check_ins], default=None)
    if ends is not None and asked.now - ends > STALE:
        lines.append(
            f"It ends {(asked.now - ends).days} days before now: what was done since is unknown. Add it with --legs "
            "and --run, or ask for another day with --now."
        )
    return lines


def _text(answer: Answer, asked: Asked) -> str:
    first, *others = _lines(answer, asked)
    lines = [headline(first, None if answer.advice.stop else answer.for_plan.verdict), *others]
    if days := _days(answer):
        lines += ["", *table(("Morning", "Verdict", "Recovery", "Soreness", "Strength"), [*map(_row, days)])]
    return "\n".join(lines) + "\n"


def _row(day: dict[str, Any]) -> tuple[str, ...]:
    low, high = (rounded_score(edge) for edge in day["score_range80"])
    return (
        f"{dt.datetime.fromisoformat(day['at']):%a %H:%M}",
        VERDICT_NAMES[day["verdict"]],
        f"{rounded_score(day['score'])} ({low} to {high})",
        f"{halves(day['soreness']['median'])}/10",
        f"{100 - day['fatigue_pct']['median']:.0f} %",
    )


def _by_its_option(error: ScenarioError) -> LegrunError:
    """Return what is wrong with a value by the option that gave it: nobody typed the name of a field."""
    option = OPTIONS.get(error.field.split("[")[0])
    return error if option is None else LegrunError(f"{option} is {error.value:g}; it must be {error.allowed}.")


def run(options: argparse.Namespace) -> tuple[int, str]:
    """Return the exit status and what to print."""
    log = None
    if options.files:
        from legrun.command.files import as_choices, read_settled

        log = read_settled(options.files, options.tz, as_choices(options.choose))
    asked = Asked(
        now=read_now(options.now, options.tz),
        legs=options.legs,
        runs=options.runs,
        plan=options.plan,
        soreness=options.sore,
        fatigue=options.tired,
        sleep_h=options.sleep,
        experience=options.experience,
        longest_run_minutes=options.longest_run,
        flags=options.feels,
        person={name: told for name in PERSON if (told := getattr(options, name)) is not None},
        log=log,
    )
    try:
        result = answer(scenario_of(asked))
    except ScenarioError as error:
        raise _by_its_option(error) from None
    return 0, to_json(_document(result, asked)) if options.json else _text(result, asked)
