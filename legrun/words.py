"""What legrun says: the sentences of a verdict, in one place so that no page words them differently."""

from __future__ import annotations

import datetime as dt

from legrun.evidence import value
from legrun.gates import OUR_JUDGEMENT
from legrun.outlook import Window
from legrun.readiness import VERDICTS, Verdict
from legrun.scenario import Session
from legrun.verdict import Advice, Reason, plan_fits

__all__ = [
    "VERDICT_NAMES",
    "chances_sentence",
    "cost_sentence",
    "effort_words",
    "part_of_day",
    "plan_sentence",
    "question",
    "rounded_score",
    "verdict_sentence",
    "why_sentences",
]

# What a verdict is called.
VERDICT_NAMES: dict[Verdict, str] = {
    "rest": "Rest",
    "walk": "Walk",
    "easy": "Easy run",
    "moderate": "Steady run",
    "hard": "Hard run",
}
ROUND_TO = value("score.round_to")
# A part of the day by the hour it begins; nobody plans a run for the night, so that is the next morning.
PARTS = ((5, "morning"), (11, "midday"), (14, "afternoon"), (17, "evening"))
LEAST_CHANCE = 0.005
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


def _window(advice: Advice, verdict: Verdict) -> Window | None:
    return next((w for w in advice.windows if w.verdict == verdict), None)


def effort_words(rpe: float) -> str:
    """Return what an effort feels like.

    Examples
    --------
    >>> effort_words(4)
    'full sentences'
    """
    if rpe <= value("caps.walk_rpe"):
        return "walking talk"
    if rpe <= value("caps.easy_rpe"):
        return "full sentences"
    return "short sentences" if rpe <= value("caps.moderate_rpe") else "a few words"


def rounded_score(score: float) -> int:
    """Return a score as it is said: to 5.

    Examples
    --------
    >>> rounded_score(57.6)
    60
    """
    return int(ROUND_TO * round(score / ROUND_TO))


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
    >>> from legrun.answer import answer
    >>> from legrun.scenario import Scenario
    >>> rested = answer(Scenario(now=dt.datetime(2026, 3, 4, 7)))
    >>> verdict_sentence(rested.advice, rested.scenario.now)
    'A hard run fits: up to 75 min, effort up to 9. Nothing you entered holds it back.'
    """
    minutes, rpe = f"{advice.max_minutes:.0f} min", f"{advice.max_rpe:g}"
    if advice.verdict == "rest":
        again = part_of_day(dt.datetime.combine(advice.at.date() + dt.timedelta(days=1), dt.time(7)), now)
        return f"Rest from running {_day(advice, now)}. Walk gently only if it is comfortable, and look again {again}."
    if advice.verdict == "walk":
        easy = _window(advice, "easy")
        when = f"is likely from {_when(easy, now)}" if easy and easy.likely else "is not likely within this week"
        return f"Walk, don't run: up to {minutes} at effort {rpe} or below. An easy run {when}."
    hard = _window(advice, "hard")
    likely = part_of_day(hard.likely, now) if hard and hard.likely else None
    if advice.verdict == "easy":
        later = f"not before {likely}" if likely else "not within this week"
        return (
            f"Easy run only: up to {minutes} at effort {rpe} or below, slow enough to talk. "
            f"Intervals and tempo: {later}."
        )
    if advice.verdict == "moderate":
        later = f"for {likely} or later" if likely else "for another week"
        return f"Steady run: up to {minutes} at effort {rpe} or below. Keep intervals, tempo and sprints {later}."
    return f"A hard run fits: up to {minutes}, effort up to {rpe}. Nothing you entered holds it back."


def plan_sentence(advice: Advice, plan: Session, now: dt.datetime) -> str:
    """Return whether the planned run fits, and what would make it fit."""
    said = f"Your plan ({plan.minutes:.0f} min, effort {plan.rpe:g})"
    flat = advice.flat_only and plan.downhill_minutes > value("gates.downhill_minutes")
    if plan_fits(advice, plan):
        return f"{said} fits, run on the flat: downhill adds to a hard leg day." if flat else f"{said} fits."
    day = "today" if advice.at.date() == now.date() else "that day"
    if advice.verdict == "rest":
        cut = "leave it out"
    elif advice.verdict == "walk":
        cut = f"make it a walk of up to {advice.max_minutes:.0f} min"
    elif plan.rpe > advice.max_rpe and plan.minutes > advice.max_minutes:
        cut = f"cut it to {advice.max_minutes:.0f} min at effort {advice.max_rpe:g}"
    elif plan.rpe > advice.max_rpe:
        cut = f"ease it to effort {advice.max_rpe:g}"
    else:
        cut = f"cut it to {advice.max_minutes:.0f} min"
    move = _move(advice, plan, now)
    return f"{said} is over {day}'s limit: {cut}{move}."


def _move(advice: Advice, plan: Session, now: dt.datetime) -> str:
    """Return when the plan's effort is likely allowed, where a better verdict would allow it."""
    for verdict in VERDICTS[2:]:
        window = _window(advice, verdict)
        if window and window.likely and plan.rpe <= value(f"caps.{verdict}_rpe"):
            return f", or move it to {part_of_day(window.likely, now)}"
    return ""


def why_sentences(advice: Advice, now: dt.datetime) -> list[str]:
    """Return the recovery with its range, what holds it back, and the gate that binds."""
    if advice.score is None or advice.score_range80 is None:
        return []
    low, high = (rounded_score(edge) for edge in advice.score_range80)
    said = [f"Recovery about {rounded_score(advice.score)} (range {low} to {high})."]
    terms = [f"{r.text} (−{r.points:.0f})" for r in advice.reasons if r.points is not None]
    if terms:
        lead = "What is left" if advice.verdict == VERDICTS[-1] else "Holding you back"
        said.append(f"{lead}: {', '.join(terms[:2])}.")
    said += [_gate_sentence(advice, reason) for reason in advice.reasons if reason.points is None]
    if advice.worsening is not None:
        when = part_of_day(advice.worsening.time, now)
        if when == part_of_day(advice.at, now):
            when = f"later {when}"
        lead = "Soreness is still rising" if advice.worsening.sorer else "It gets worse before it gets better"
        said.append(f"{lead}: {when} is likely {advice.worsening.verdict}.")
    return said


def cost_sentence(advice: Advice) -> str | None:
    """Return how much harder the same pace will feel, where that can be noticed."""
    if advice.running_cost_pct < LEAST_COST_PCT:
        return None
    return f"The same pace will feel harder: it costs about {advice.running_cost_pct:.0f}\u00a0% more oxygen."


def chances_sentence(advice: Advice) -> str:
    r"""Return the share of the draws in each verdict, gates included, the likely ones alone.

    Examples
    --------
    >>> from legrun.answer import answer
    >>> from legrun.scenario import Scenario
    >>> chances_sentence(answer(Scenario(now=dt.datetime(2026, 3, 4, 7))).advice)
    'Chances over people with these inputs: hard 100\xa0%.'
    """
    said = [f"{v} {100 * share:.0f}\u00a0%" for v, share in advice.chances.items() if share >= LEAST_CHANCE]
    return f"Chances over people with these inputs: {', '.join(said)}."


def question(advice: Advice) -> str | None:
    """Return what legrun asks when soreness is above what the sessions explain, or was rated too early."""
    if advice.unexplained >= value("rating.unexplained"):
        return (
            f"Your legs are about {advice.unexplained:.0f} points sorer than what you entered explains. "
            "Is a session missing, or is it one sharp spot?"
        )
    if advice.rated_too_early:
        return "Too early to rate this leg day: its soreness comes later, so the rating fades within hours."
    return None


def _gate_sentence(advice: Advice, gate: Reason) -> str:
    """Return what a gate does and what it stands on."""
    ours = gate.basis == OUR_JUDGEMENT
    source = f" ({OUR_JUDGEMENT})." if ours else f". {gate.basis[0].upper()}{gate.basis[1:]}."
    if advice.zone != advice.verdict:
        return f"The score alone would allow {advice.zone}; {gate.text} lowers it{source}"
    return f"Also limited by: {gate.text}{source}"
