"""A published table as a scenario, and the model's week for it beside the published means."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Mapping
from statistics import NormalDist
from typing import Any

import numpy as np

from legrun.answering import Answer, answer
from legrun.checks.results import Check, Curve, Outcome, Point
from legrun.evidence import Arm, Dataset, Rule, datasets, value
from legrun.forecast.projection import Band, quantiles, soreness_quantiles
from legrun.forecast.response import TIME_SD
from legrun.model.kinetics import Draws
from legrun.model.running_cost import running_cost_pct, running_cost_range80
from legrun.scenario import Athlete, Habits, Scenario, Session

__all__ = ["check", "expressed", "run_checks"]

# The end of every expressed session, on a week of usual nights; V5 needs last evening's alcohol within a day of it.
END = dt.datetime(2026, 3, 4, 19)
REFERENCE_H = 24.0
# Evenly spread people, from the quickest to the slowest.
TIME_SHARES = (np.arange(15) + 0.5) / 15
# Soreness scales that turn into 0-10; any other one leaves the shape alone to compare.
TO_TEN = {"0-10": 1.0, "0-5": 2.0}


def expressed(arm: Arm) -> Scenario:
    """Return one arm of a table as a scenario: its session ends now, and nothing is rated.

    Examples
    --------
    >>> from legrun.evidence import datasets
    >>> [s.minutes for s in expressed(datasets()["V7_CR_70_lift_first"].arms[0]).sessions]
    [60.0, 40.0]
    """

    def session(given: Mapping[str, Any]) -> Session:
        plain = {"hours_after": 0, **given}
        end = END + dt.timedelta(hours=plain.pop("hours_after"))
        return Session(start=end - dt.timedelta(minutes=plain["minutes"]), **plain)

    sessions = tuple(session(each) for each in (arm.session, *arm.others))
    return Scenario(now=END, athlete=Athlete(**arm.athlete), sessions=sessions, habits=Habits(**(arm.habits or {})))


def _curve(dataset: Dataset, quantity: str, arm: str, answer: Answer) -> Curve:
    """Return a quantity of an arm through the week, from the bands that the app shows."""
    week = answer.week
    if quantity == "dvo2_pct":
        return _cost(dataset, arm, answer)
    bands: dict[str, tuple[Band, float, float]] = {
        "soreness": (_explained(answer), 1.0, 0.0),
        "strength_pct": (week.fatigue_pct, -1.0, 100.0),
        "strength_loss_pct": (week.fatigue_pct, 1.0, 0.0),
        "prs": (week.recovery, 0.1, 0.0),
    }
    band, slope, offset = bands[quantity]
    ends = [offset + slope * each for each in (band.low80, band.high80)]
    low, high = ends if slope > 0 else ends[::-1]
    return Curve(arm, quantity, answer.course.hours, offset + slope * band.median, low, high)


def _explained(answer: Answer) -> Band:
    """Return the soreness that the session explains: what a table has above the value before it. [0-10]"""
    return Band(answer.week.times, **soreness_quantiles(answer.course.explained))


def _cost(dataset: Dataset, arm: str, answer: Answer) -> Curve:
    """Return the running cost at the pace of a table, its band holding the range of the cost itself."""
    lost, pace = answer.week.fatigue_pct, dataset.intensity
    assert pace is not None, "a table of running cost has a pace"
    median = running_cost_pct(pace, 1.0) * lost.median
    low, high = running_cost_range80(pace, lost.median, lost.low80, lost.high80)
    return Curve(arm, "dvo2_pct", answer.course.hours, median, low, high)


def _shape(answer: Answer) -> Curve:
    """Return soreness relative to 24 h: the median's own ratio, and its band over people quick and slow.

    The forecast itself knows one time scale for a person; how people differ in it is in the registry.
    """
    hours, at = answer.course.hours, int(REFERENCE_H)
    median = quantiles(answer.course.explained)["median"]
    scales = [math.exp(TIME_SD * NormalDist().inv_cdf(share)) for share in TIME_SHARES]
    people = [dataclasses.replace(answer.ensemble, time_scale=each).explained_soreness(hours) for each in scales]
    ratios = quantiles(np.concatenate([soreness / soreness[:, [at]] for soreness in people]))
    return Curve("", "shape", hours, median / median[at], ratios["low80"], ratios["high80"])


def _change(first: Draws, second: Draws) -> Curve:
    """Return how the second course differs from the first, draw by draw: the same person twice. [%]"""
    hours = np.arange(1.0, first.shape[1])  # soreness is zero at the end of the session
    q = quantiles(100 * (second[:, 1:] / first[:, 1:] - 1))
    return Curve("", "soreness_change_pct", hours, q["median"], q["low80"], q["high80"])


def _check_shape(dataset: Dataset, answer: Answer) -> Check:
    shape, level = _shape(answer), _curve(dataset, "soreness", "", answer)
    table = dict(zip(dataset.hours, dataset.values, strict=True))
    net = {hour: table[hour] - (dataset.baseline or 0.0) for hour in dataset.compare_hours}
    points = tuple(shape.point(h, net[h] / net[REFERENCE_H]) for h in net if h != REFERENCE_H)
    to_ten = TO_TEN.get(dataset.scale)
    levels = tuple(level.point(h, to_ten * net[h]) for h in net) if to_ten else ()
    rmse = float(np.sqrt(np.mean([(p.median - p.published) ** 2 for p in points if p.published is not None])))
    return Check(dataset, points, levels, error=rmse, curves=(shape, level))


def _check_level(dataset: Dataset, curve: Curve) -> Check:
    points = tuple(curve.point(h, v) for h, v in zip(dataset.hours, dataset.values, strict=True) if h >= 0)
    error = max(abs(p.median - p.published) for p in points if p.published is not None)
    return Check(dataset, points, error=error, curves=(curve,))


def _check_range(dataset: Dataset, curve: Curve) -> Check:
    points = tuple(curve.point(h) for h in dataset.hours)
    medians = np.array([p.median for p in points])
    error = float(np.abs(medians - np.clip(medians, dataset.low, dataset.high)).max())
    return Check(dataset, points, error=error, curves=(curve,))


def _check_rules(dataset: Dataset, answers: Mapping[str, Answer]) -> Check:
    quantities = dict.fromkeys(rule.quantity for rule in dataset.rules)
    curves = {(arm, q): _curve(dataset, q, arm, each) for arm, each in answers.items() for q in quantities}

    def outcome(rule: Rule) -> Outcome:
        left = curves[rule.arm, rule.quantity].point(rule.hour).median
        if rule.other_arm is None or rule.other_hour is None:
            return Outcome(rule, left, float(rule.value or 0.0))
        return Outcome(rule, left, curves[rule.other_arm, rule.quantity].point(rule.other_hour).median)

    return Check(dataset, outcomes=tuple(outcome(rule) for rule in dataset.rules), curves=tuple(curves.values()))


def _show(dataset: Dataset, answer: Answer) -> Check:
    """Return what the model has beside a table that is not scored, if it has anything."""
    if dataset.quantity == "relief_pct":
        return Check(dataset, (Point(0.0, dataset.values[0], -100 * value("habits.relief")),))
    if dataset.quantity == "prs":
        curve = _curve(dataset, "prs", "", answer)
        return Check(dataset, _check_level(dataset, curve).points, curves=(curve,))
    return Check(dataset)


def check(dataset: Dataset) -> Check:
    """Return one published table held against the model.

    Parameters
    ----------
    dataset : Dataset
        The table.

    Returns
    -------
    Check
        Error, coverage and status.

    Notes
    -----
    Medians and bands are those of the app. The shape is ``(value - before) / (value at 24 h - before)`` against the
    same ratio of the medians; its band is that of the ratio in every draw.

    Examples
    --------
    >>> from legrun.evidence import datasets
    >>> v2 = check(datasets()["V2"])
    >>> round(v2.error, 2), str(v2.coverage), v2.status
    (0.03, '3 of 3 (100 %)', 'pass')
    """
    answers = {arm.label: answer(expressed(arm)) for arm in dataset.arms}
    first, *rest = answers.values()
    if dataset.compares == "shown":
        return _show(dataset, first)
    if dataset.compares == "rules":
        return _check_rules(dataset, answers)
    if dataset.compares == "shape":
        return _check_shape(dataset, first)
    if dataset.quantity == "soreness_change_pct":
        return _check_level(dataset, _change(first.course.explained, rest[0].course.explained))
    curve = _curve(dataset, dataset.quantity, "", first)
    return _check_level(dataset, curve) if dataset.compares == "level" else _check_range(dataset, curve)


def run_checks() -> tuple[Check, ...]:
    """Return every published table held against the model, in the order of the registry.

    Examples
    --------
    >>> len(run_checks())
    58
    """
    return tuple(check(dataset) for dataset in datasets().values())
