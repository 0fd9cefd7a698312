"""The outcomes of several scenarios: verdict, recovery, soreness, windows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from legrun.alternatives.options import morning_after
from legrun.answering import Answer
from legrun.decision.advice import Advice
from legrun.decision.outlook import Window, first_held, window_of
from legrun.forecast.projection import Projection, Spread, course, quantiles
from legrun.model.kinetics import Array, Draws
from legrun.model.readiness import VERDICTS, Verdict
from legrun.scenario import Scenario
from legrun.scenario.hours import HOUR, hours_from
from legrun.scenario.names import VERDICT_NAMES
from legrun.wording.rounding import capitalised, halves, signed
from legrun.wording.score import rounded_score
from legrun.wording.times import part_of_day

__all__ = ["COMPARED", "Outcome", "OutcomeRow", "outcome_rows", "points_between"]

# Verdicts whose windows are compared, the boldest first.
COMPARED: tuple[Verdict, ...] = ("hard", "moderate", "easy")
# Scores that stand side by side are said to the point, so that their differences are those of what is shown.
POINT = 1


@dataclass(frozen=True)
class Outcome:
    """The outcome of one scenario: enough to compare it, and small enough to keep.

    Attributes
    ----------
    scenario : Scenario
        The scenario.
    advice : Advice
        The advice for the start of the planned run.
    week : Projection
        The week ahead.
    morning : datetime.datetime
        07:00 of the day after now.
    now_score, run_score, morning_score : array, shape (draws,)
        Readiness score now, at the start of the planned run (now where there is none) and then. [0-100]
    first : dict of str to array, shape (draws,)
        When each of the verdicts of `COMPARED` is first held for 12 h, hours from now; infinite when not within
        the week. [h]
    """

    scenario: Scenario
    advice: Advice
    week: Projection
    morning: dt.datetime
    now_score: Draws
    run_score: Draws
    morning_score: Draws
    first: dict[Verdict, Array]

    @classmethod
    def of(cls, answer: Answer) -> Outcome:
        """Return the parts of an answer that are compared.

        Examples
        --------
        >>> import legrun
        >>> rested = Outcome.of(legrun.answer(Scenario(now=dt.datetime(2026, 3, 4, 7))))
        >>> rested.advice.verdict, rested.window("hard").likely
        ('hard', datetime.datetime(2026, 3, 4, 7, 0))
        """
        now, ahead = answer.scenario.now, answer.outlook
        morning = morning_after(now)
        there = course(answer.ensemble, np.array([hours_from(now, at) for at in (now, answer.for_plan.at, morning)]))
        first = {verdict: first_held(ahead.hours, ahead.codes >= VERDICTS.index(verdict)) for verdict in COMPARED}
        at_now, at_run, then = there.score.T
        return cls(answer.scenario, answer.for_plan, answer.week, morning, at_now, at_run, then, first)

    def window(self, verdict: Verdict) -> Window:
        """Return when a verdict is likely, with its range."""
        return window_of(self.scenario.now, self.first[verdict], verdict)


@dataclass(frozen=True)
class OutcomeRow:
    """One outcome of every scenario.

    Attributes
    ----------
    label : str
        Its name.
    texts : tuple of str
        Its value in each scenario.
    """

    label: str
    texts: tuple[str, ...]


def points_between(one: Draws, other: Draws) -> Spread:
    """Return how many points `other` is above `one`. [points]

    The median is the difference of the medians as they are shown, the range that of each draw compared with itself.
    """
    apart = Spread.of(quantiles((other - one)[:, None]))
    one_shown, other_shown = (rounded_score(_median(each), POINT) for each in (one, other))
    return _around(apart, float(other_shown - one_shown))


def _median(draws: Draws) -> float:
    return float(quantiles(draws[:, None])["median"][0])


def _around(spread: Spread, median: float) -> Spread:
    """Return a spread about another median, as wide as it takes to hold it."""
    low = {name: min(getattr(spread, name), median) for name in ("low80", "low50")}
    high = {name: max(getattr(spread, name), median) for name in ("high50", "high80")}
    return replace(spread, median=median, **low, **high)


def outcome_rows(outcomes: Sequence[Outcome]) -> tuple[OutcomeRow, ...]:
    """Return the outcomes of each scenario: verdict, recovery, peak soreness, windows.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> rows = outcome_rows([Outcome.of(answer(Scenario(now=dt.datetime(2026, 3, 4, 7))))])
    >>> [(row.label, row.texts[0]) for row in rows][:2]
    [('Verdict', 'Hard run, up to 30 min'), ('Recovery now', '100 (78 to 100)')]
    """
    rows = {
        "Verdict": [_verdict(each.advice, each.scenario.now) for each in outcomes],
        "Lowered by": [_lowered_by(each.advice) for each in outcomes],
        "Recovery now": [_recovery(each.week.at(each.scenario.now).recovery) for each in outcomes],
        "Recovery tomorrow morning": [_recovery(each.week.at(each.morning).recovery) for each in outcomes],
        "Difference to A, tomorrow morning": ["", *(_against(outcomes[0], each) for each in outcomes[1:])],
        "Highest soreness": [_peak(each) for each in outcomes],
        "Leg strength lost now": [_strength(each.week.at(each.scenario.now).fatigue_pct) for each in outcomes],
        **{f"{VERDICT_NAMES[v]} from": [_from(each, v) for each in outcomes] for v in reversed(COMPARED)},
    }
    if len(outcomes) == 1:
        del rows["Difference to A, tomorrow morning"]
    if not any(rows["Lowered by"]):
        del rows["Lowered by"]
    return tuple(OutcomeRow(label, tuple(texts)) for label, texts in rows.items())


def _verdict(advice: Advice, now: dt.datetime) -> str:
    when = "" if advice.at == now else f"{part_of_day(advice.at, now)}: "
    limit = f", up to {advice.max_minutes:.0f} min" if advice.max_minutes else ""
    said = f"{when}{VERDICT_NAMES[advice.verdict]}{limit}"
    return capitalised(said)


def _lowered_by(advice: Advice) -> str:
    """Return the rule that holds a verdict below what the score alone would allow; empty where none does."""
    if advice.zone is None or advice.zone == advice.verdict:
        return ""
    rule = next((str(reason.text) for reason in advice.reasons if reason.points is None), "")
    return f"{rule} (by the score alone: {VERDICT_NAMES[advice.zone].lower()})"


def _recovery(spread: Spread) -> str:
    shown, low, high = (rounded_score(each, POINT) for each in (spread.median, spread.low80, spread.high80))
    return f"{shown} ({low} to {high})"


def _strength(spread: Spread) -> str:
    return f"{spread.median:.0f} % ({spread.low80:.0f} to {spread.high80:.0f})"


def _against(one: Outcome, other: Outcome) -> str:
    apart = points_between(one.morning_score, other.morning_score)
    return f"{signed(apart.median)} points ({signed(apart.low80)} to {signed(apart.high80)})"


def _peak(each: Outcome) -> str:
    sore = each.week.soreness
    index = int(np.argmax(sore.median))
    when = "now" if not index else part_of_day(each.scenario.now + index * HOUR, each.scenario.now)
    return f"{halves(sore.median[index])} ({halves(sore.low80[index])} to {halves(sore.high80[index])}), {when}"


def _from(each: Outcome, verdict: Verdict) -> str:
    """Return when a verdict is likely, with its range."""
    now, window = each.scenario.now, each.window(verdict)
    if each.advice.no_dates and window.likely != now:
        return "no date yet"
    ends = [window.likely, window.earliest, window.latest]
    likely, earliest, latest = ("beyond this week" if t is None else _moment(t, now) for t in ends)
    if window.likely is None:
        return "not within this week" if window.earliest is None else f"not likely this week (earliest {earliest})"
    return likely if earliest == likely == latest else f"{likely} ({earliest} to {latest})"


def _moment(time: dt.datetime, now: dt.datetime) -> str:
    return "now" if time == now else part_of_day(time, now)
