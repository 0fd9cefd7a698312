"""The sentences of a verdict, in one place, so that every page says the same."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np

from legrun.decision.gates import OUR_JUDGEMENT
from legrun.decision.outlook import Window
from legrun.decision.verdict import Advice, Reason, plan_fits
from legrun.evidence import value
from legrun.model.readiness import VERDICTS, Verdict, zone
from legrun.scenario import Session
from legrun.scenario.names import VERDICT_NAMES, VERDICT_PHRASES
from legrun.wording.rounding import capitalised, halves, listed

if TYPE_CHECKING:
    from legrun.calibration import Calibration, Span

__all__ = [
    "ahead_sentence",
    "better_time",
    "chances_sentence",
    "cost_sentence",
    "effort_words",
    "instead",
    "limit_words",
    "limits_words",
    "own_response_sentences",
    "part_of_day",
    "plan_sentence",
    "question",
    "rounded_score",
    "score_words",
    "verdict_sentence",
    "what_to_do",
    "why_sentences",
    "windows_sentences",
]

ROUND_TO = value("score.round_to")
# A part of the day by the hour it begins; nobody plans a run for the night, so that is the next morning.
PARTS = ((5, "morning"), (11, "midday"), (14, "afternoon"), (17, "evening"))
LEAST_CHANCE = 0.005
FREELY = "freely"
CHANCES: dict[Verdict, str] = {
    "rest": "should rest",
    "walk": "should walk",
    "easy": "could run easy",
    "moderate": "could run steadily",
    "hard": "could run hard",
}
LEAST_COST_PCT = 1.0
NIGHT_FROM, NIGHT_UNTIL = 22, 5


def part_of_day(time: dt.datetime, now: dt.datetime) -> str:
    """Return a time as a part of a day, seen from `now`.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> [part_of_day(now + dt.timedelta(hours=h), now) for h in (11, 20, 24, 54)]
    ['this evening', 'tomorrow morning', 'tomorrow morning', 'Fri midday']
    """
    day = time.date()
    if time.hour >= NIGHT_FROM:
        day += dt.timedelta(days=1)
    at_night = time.hour >= NIGHT_FROM or time.hour < NIGHT_UNTIL
    name = "morning" if at_night else next(name for hour, name in reversed(PARTS) if time.hour >= hour)
    ahead = (day - now.date()).days
    if ahead == 0:
        return f"this {name}" if name != "midday" else "midday today"
    if ahead == 1:
        return f"tomorrow {name}"
    return f"{day:%a} {name}" if ahead < 7 else f"{name} of {day:%a} {day.day} {day:%b}"


def _when(window: Window | None, now: dt.datetime) -> str:
    """Return a window's likely time with its range."""
    if window is None or window.likely is None:
        return "not within this week"
    likely = part_of_day(window.likely, now)
    earliest = part_of_day(window.earliest, now) if window.earliest else likely
    latest = part_of_day(window.latest, now) if window.latest else "beyond this week"
    if earliest == likely == latest:
        return likely
    return f"{likely} (range {earliest} to {latest})"


def windows_sentences(advice: Advice, now: dt.datetime) -> list[str]:
    """Return when each better verdict is likely, with its range.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> reply = answer(PRESETS[3].scenario(dt.date(2026, 3, 4)))
    >>> windows_sentences(reply.advice, reply.scenario.now)
    ['Hard run: this evening (range this evening to tomorrow morning).']
    """
    return [f"{VERDICT_NAMES[window.verdict]}: {_when(window, now)}." for window in advice.windows]


def _window(advice: Advice, verdict: Verdict) -> Window | None:
    return next((w for w in advice.windows if w.verdict == verdict), None)


def effort_words(rpe: float) -> str:
    """Return how much one can speak at an effort.

    Examples
    --------
    >>> effort_words(4)
    'full sentences'
    """
    if rpe <= value("caps.walk_rpe"):
        return FREELY
    if rpe <= value("caps.easy_rpe"):
        return "full sentences"
    return "short sentences" if rpe <= value("caps.moderate_rpe") else "a few words"


def rounded_score(score: float, to: float = ROUND_TO) -> int:
    """Return a score as it is said: to 5, or to another step, but never across the border of a verdict.

    Examples
    --------
    >>> [rounded_score(score) for score in (57.6, 78.6, 80.2)]
    [60, 78, 80]
    >>> [rounded_score(score, to=1) for score in (57.6, 69.8)]
    [58, 69]
    """
    rounded = int(to * round(score / to))
    return rounded if zone(np.array(float(rounded))) == zone(np.array(float(score))) else int(score)


def _day(advice: Advice, now: dt.datetime) -> str:
    ahead = (advice.at.date() - now.date()).days
    return "today" if ahead == 0 else "tomorrow" if ahead == 1 else f"on {advice.at:%A}"


def verdict_sentence(advice: Advice, now: dt.datetime) -> str:
    """Return what to do, with when more is likely.

    Parameters
    ----------
    advice : Advice
        The advice.
    now : datetime.datetime
        From when the reader looks at it.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario import Scenario
    >>> rested = answer(Scenario(now=dt.datetime(2026, 3, 4, 7)))
    >>> verdict_sentence(rested.advice, rested.scenario.now)[-73:]
    '50 at effort 6, or 75 at effort 4. Nothing you entered stands in the way.'
    """
    again = part_of_day(dt.datetime.combine(advice.at.date() + dt.timedelta(days=1), dt.time(7)), now)
    if advice.verdict == "rest":
        return f"Rest from running {_day(advice, now)}. Walk gently if that is comfortable, and check again {again}."
    limits = limits_words(advice)
    if advice.verdict == "hard":
        clear = " Nothing you entered stands in the way." if advice.nothing_in_the_way else ""
        return f"A hard run fits: up to {limits}.{clear}"
    window = _window(advice, "easy" if advice.verdict == "walk" else "hard")
    likely = part_of_day(window.likely, now) if window and window.likely else None
    if advice.verdict == "walk":
        when = f"is likely from {_when(window, now)}" if window and likely else "is not likely within this week"
        more = f"Check again {again}." if advice.no_dates else f"An easy run {when}."
        return f"Walk, don't run: up to {limits} or below. {more}"
    if advice.verdict == "easy":
        later = f"not before {likely}" if likely else "not within this week"
        later = f"check again {again}" if advice.no_dates else later
        return f"Easy run only: up to {limits} or below, slow enough to talk. Intervals and tempo: {later}."
    later = f"for {likely} or later" if likely else "for another week"
    more = f"Check again {again}" if advice.no_dates else f"Keep intervals, tempo and sprints {later}"
    return f"Steady run: up to {limits}. {more}."


def limits_words(advice: Advice) -> str:
    """Return how long a run may be at the highest effort, and at lower ones where it may be longer.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario import Scenario
    >>> limits_words(answer(Scenario(now=dt.datetime(2026, 3, 4, 7))).advice)
    '30 min at effort 9, 50 at effort 6, or 75 at effort 4'
    """
    efforts = [advice.max_rpe, *(e for e in (value("caps.moderate_rpe"), value("caps.easy_rpe")) if e < advice.max_rpe)]
    said: list[tuple[float, float]] = []
    for effort in efforts:
        minutes = advice.minutes_at(effort)
        if not said or minutes > said[-1][1]:
            said.append((effort, minutes))
    first, *others = (f"{minutes:.0f}{{}} at effort {effort:g}" for effort, minutes in said)
    parts = [first.format(" min"), *(each.format("") for each in others)]
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])}, or {parts[-1]}"


def what_to_do(advice: Advice, now: dt.datetime) -> str:
    """Return what to do, and what the highest effort that is allowed feels like where there is a run.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario import Scenario
    >>> rested = answer(Scenario(now=dt.datetime(2026, 3, 4, 7)))
    >>> what_to_do(rested.advice, rested.scenario.now)[-38:]
    'At effort 9 you can speak a few words.'
    """
    said = verdict_sentence(advice, now)
    if VERDICTS.index(advice.verdict) < VERDICTS.index("easy"):
        return said
    return f"{said} At effort {advice.max_rpe:g} you can speak {effort_words(advice.max_rpe)}."


def ahead_sentence(legs: Session) -> str:
    """Return that a leg day is still ahead, and that the verdict is for before it.

    Examples
    --------
    >>> ahead_sentence(Session("legs", dt.datetime(2026, 3, 6, 18), 60, 8))
    'This leg day is ahead (Fri 6 Mar, 18:00). The verdict is for before it; the chart shows its effect.'
    """
    when = f"{legs.start:%a} {legs.start.day} {legs.start:%b, %H:%M}"
    return f"This leg day is ahead ({when}). The verdict is for before it; the chart shows its effect."


def limit_words(advice: Advice) -> list[str]:
    """Return the limits of the verdict in a few words each: minutes, effort, how one can talk; none for rest.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> limit_words(answer(PRESETS[1].scenario(dt.date(2026, 3, 4))).advice)
    ['up to 35 min', 'effort 4 or below', 'talk in full sentences']
    """
    if advice.verdict == VERDICTS[0]:
        return []
    most = f"effort {advice.max_rpe:g}" + (" or below" if advice.verdict != VERDICTS[-1] else " at most")
    talk = effort_words(advice.max_rpe)
    talk = f"talk {talk}" if talk == FREELY else f"talk in {talk}"
    return [f"up to {advice.max_minutes:.0f} min", most, talk]


def score_words(advice: Advice) -> str:
    """Return the score, large in Markdown, with its range; empty where there is no score."""
    if advice.score is None or advice.score_range80 is None:
        return ""
    low, high = (rounded_score(edge) for edge in advice.score_range80)
    return f"### {rounded_score(advice.score)} :small[:gray[recovery, 0 to 100; range {low} to {high}]]"


def plan_sentence(advice: Advice, plan: Session, now: dt.datetime, *, assumed: bool = False) -> str:
    """Return whether a run fits, and the change that would make it fit; `assumed` where nobody planned it.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> reply = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    >>> plan_sentence(reply.for_plan, reply.scenario.planned, reply.scenario.now)
    'Your run (40 min at effort 4) is too much today: shorten it to 35 min, or move it to tomorrow morning.'
    """
    size = f"{plan.minutes:.0f} min at effort {plan.rpe:g}"
    run = f"A run of {size}" if assumed else f"Your run ({size})"
    flat = advice.flat_only and plan.downhill_minutes > value("gates.downhill_minutes")
    if plan_fits(advice, plan):
        return f"{run} fits on flat ground: downhill adds to a hard leg day." if flat else f"{run} fits."
    day = "today" if advice.at.date() == now.date() else "that day"
    if assumed:
        return f"{run} is too much {day}; change it under My planned run."
    time = better_time(advice, plan)
    move = f", or move it to {part_of_day(time, now)}" if time else ""
    return f"{run} is too much {day}: {instead(advice, plan)}{move}."


def instead(advice: Advice, plan: Session) -> str:
    """Return the change that would make a run that is too much fit.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> reply = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    >>> instead(reply.for_plan, reply.scenario.planned)
    'shorten it to 35 min'
    """
    if advice.verdict == "rest":
        return "skip it"
    if advice.verdict == "walk":
        return f"walk up to {advice.max_minutes:.0f} min instead"
    if plan.rpe <= advice.max_rpe:
        return f"shorten it to {advice.minutes_at(plan.rpe):.0f} min"
    if plan.minutes > advice.max_minutes:
        return f"shorten it to {advice.max_minutes:.0f} min at effort {advice.max_rpe:g}"
    return f"slow down to effort {advice.max_rpe:g}"


def better_time(advice: Advice, plan: Session) -> dt.datetime | None:
    """Return when the planned run of an advice fits, as the same verdict has it; None where no time is known.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.decision.verdict import plan_fits
    >>> from legrun.scenario.presets import PRESETS
    >>> told = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    >>> time = better_time(told.for_plan, told.scenario.planned)
    >>> plan_fits(told.for_plan, told.scenario.planned), plan_fits(told.advice_at(time), told.scenario.planned)
    (False, True)
    """
    return advice.plan_time if (plan.minutes, plan.rpe) == advice.plan_of else None


def why_sentences(advice: Advice, now: dt.datetime, *, score: bool = True) -> list[str]:
    """Return the recovery with its range, the terms that cost most points, and the gate that binds.

    Without `score` the recovery is left out: it stands beside the sentences.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> reply = answer(PRESETS[1].scenario(dt.date(2026, 3, 4)))
    >>> why_sentences(reply.advice, reply.scenario.now)[0]
    'Recovery about 65 (range 55 to 69).'
    """
    if advice.score is None or advice.score_range80 is None:
        return []
    low, high = (rounded_score(edge) for edge in advice.score_range80)
    said = [f"Recovery about {rounded_score(advice.score)} (range {low} to {high})."] if score else []
    terms = [_term(advice, reason, now) for reason in advice.reasons if reason.points is not None]
    if terms:
        lead = "Still there" if advice.verdict == VERDICTS[-1] else "Holding you back"
        said.append(f"{lead}: {', '.join(terms)}.")
    said += [_gate_sentence(advice, reason) for reason in advice.reasons if reason.points is None]
    if advice.worsening is not None:
        when = part_of_day(advice.worsening.time, now)
        if when == part_of_day(advice.at, now):
            when = f"later {when}"
        lead = "Soreness is still rising" if advice.worsening.sorer else "It gets worse before it gets better"
        expected = VERDICT_PHRASES[advice.worsening.verdict]
        said.append(f"{lead}: {when} we expect only {expected}.")
    return said


def _term(advice: Advice, reason: Reason, now: dt.datetime) -> str:
    """Return a term of the score with the points that it costs; soreness and strength may change until the run."""
    later = advice.at != now
    by = f" by {advice.at:%H:%M}" if later else ""
    text = {
        "soreness": f"soreness {'about ' if later else ''}{halves(advice.soreness.median)}/10{by}",
        "fatigue": f"leg strength about {100 - advice.fatigue_pct.median:.0f} %{by}",
    }.get(reason.key, reason.text)
    points = round(reason.points or 0.0)
    return f"{text} (costs {points} point{'' if points == 1 else 's'})"


def cost_sentence(advice: Advice) -> str | None:
    r"""Return how much harder the same pace will feel, with its range, where that can be noticed.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> cost_sentence(answer(PRESETS[0].scenario(dt.date(2026, 3, 4))).advice)
    'The same pace will feel harder: it costs about 2\xa0% more oxygen (1 to 6).'
    """
    if advice.running_cost_pct < LEAST_COST_PCT:
        return None
    low, high = advice.running_cost_range80
    about = f"{advice.running_cost_pct:.0f}\u00a0% more oxygen ({low:.0f} to {high:.0f})"
    return f"The same pace will feel harder: it costs about {about}."


def chances_sentence(advice: Advice) -> str:
    """Return how many of 100 people with these inputs would be at each verdict, gates included, the likely ones alone.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario import Scenario
    >>> from legrun.scenario.presets import PRESETS
    >>> chances_sentence(answer(Scenario(now=dt.datetime(2026, 3, 4, 7))).advice)
    'Of 100 people like this, 88 could run hard, 7 could run steadily and 5 could run easy.'
    """
    likely = sorted(((share, verdict) for verdict, share in advice.chances.items() if share >= LEAST_CHANCE))[::-1]
    counts = [f"{'all' if len(likely) == 1 else round(100 * share)} {CHANCES[verdict]}" for share, verdict in likely]
    said = f"Of 100 people like this, {listed(counts)}."
    if not likely or likely[0][1] == advice.verdict:
        return said
    middle = "goes by the middle soreness, strength and score of them all, and by the rules, not by the largest group"
    return f"{said} Our verdict, {VERDICT_NAMES[advice.verdict].lower()}, {middle}."


def question(advice: Advice) -> str | None:
    """Return what legrun asks when soreness is far above the resting level and what the sessions explain.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> question(answer(PRESETS[9].scenario(dt.date(2026, 3, 4))).advice) is None
    True
    """
    if advice.unattributed < value("gates.unattributed_moderate"):
        return None
    return (
        f"Your legs are about {advice.unattributed:.0f} points sorer than your usual level and what you entered "
        "explain. Is a session missing, or is it one sharp spot?"
    )


def _gate_sentence(advice: Advice, gate: Reason) -> str:
    """Return the effect of a gate and its basis."""
    ours = gate.basis == OUR_JUDGEMENT
    source = f" ({OUR_JUDGEMENT})." if ours else f". {capitalised(gate.basis)}."
    if advice.zone and advice.zone != advice.verdict:
        return f"The score alone would allow {VERDICT_PHRASES[advice.zone]}; {gate.text} lowers it{source}"
    return f"Also limited by: {gate.text}{source}"


def own_response_sentences(calibration: Calibration) -> list[str]:
    """Return how a person responds by their check-ins, whether that is used, and why.

    Examples
    --------
    >>> from legrun.calibration import calibrate
    >>> from legrun.logs import Log
    >>> from legrun.scenario import Athlete
    >>> own_response_sentences(calibrate(Log("legrun"), Athlete()))[0][:77]
    'No soreness rating yet that a session explains, so we use the average person.'
    """
    from legrun.calibration import LEAST_RATINGS  # it loads the reading of logs, which a verdict does not need

    errors, count = calibration.errors, len(calibration.forecasts)
    if errors is None:
        some = "One soreness rating" if count else "No soreness rating yet that a session explains"
        mornings = f"{LEAST_RATINGS + 1 - count}{' more' if count else ''} mornings"
        return [f"{some}, so we use the average person. {mornings} rated after leg days show whether you differ."]
    if calibration.missing:
        more = "1 more is" if calibration.missing == 1 else f"{calibration.missing} more are"
        return [
            f"Too few ratings to judge your own response: {count} ratings, {more} needed. Until then we use the "
            "average person."
        ]
    person = (
        f"a leg day counts {_factor(calibration.amplitude, 'as much')} for you as for most, and its soreness lasts "
        f"{_factor(calibration.time_scale, 'as long')}"
    )
    scored = f"On {count - 1} ratings, each predicted from the ones before it"
    off = (
        f"{scored}, it was off by {errors.own:.1f} points, the average person by {errors.default:.1f}, "
        f"“same as last time” by {errors.last:.1f} and your own mean by {errors.mean:.1f}"
    )
    if calibration.better:
        return [
            f"We use your own response: {person}.",
            f"{off}; {errors.gain:.2f} points closer than the average person.",
        ]
    no_better = "no better than your own mean" if errors.own >= errors.mean else "no clear gain over the average person"
    return [f"We use the average person: your own response was {no_better}.", f"{off}."]


def _factor(span: Span, what: str) -> str:
    """Return a factor with its range in words."""
    factor = f"{span.median:.1f} times {what}" if round(span.median, 1) != 1 else f"about {what}"
    return f"{factor} (range {span.low80:.1f} to {span.high80:.1f})"
