"""A person's own response learned from their ratings, each predicted from the ones before it."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import NormalDist

import numpy as np

from legrun.calibration.results import Calibration, Errors, Expected, Forecast, Span
from legrun.forecast.ensemble import MEMORY_H, estimate_sd
from legrun.forecast.response import (
    AMPLITUDE_SD,
    GRID_A,
    GRID_B,
    NEXT_SD,
    RATING_SD,
    TIME_SD,
    Learner,
    Rating,
    Waves,
    likelihood,
    merged,
    newest_bout,
    on_grid,
    prior_density,
    prior_response,
    too_early,
)  # fmt: skip
from legrun.logs import Log
from legrun.logs.starting_point import StartingPoint, starting_point
from legrun.model.bout import Bout, bout
from legrun.model.dose import session_doses
from legrun.model.kinetics import Array
from legrun.scenario import Athlete, CheckIn, Response, Session

__all__ = ["calibrate", "own_starting_point"]

PERSON_SD = float(np.sqrt(AMPLITUDE_SD**2 - NEXT_SD**2))
Z80 = NormalDist().inv_cdf(0.9)
HOUR = dt.timedelta(hours=1)
# How likely a standard normal lies above each of some points.
TAIL = (np.linspace(0, 10, 1001), np.array([NormalDist().cdf(-x / 100) for x in range(1001)]))
NO_HABITS = 1.0
NO_STRETCH = GRID_B.size // 2  # where the time scale is 1
LEAST_TIME_SD = float(GRID_B[1] - GRID_B[0])  # the grid cannot tell apart what is closer


@dataclass(frozen=True, eq=False)
class _Seen:
    """A rating with the sessions that bear on it."""

    time: dt.datetime
    rating: Rating
    waves: Waves
    newest: Bout | None
    dose_sd: float

    @functools.cached_property
    def _soreness(self) -> tuple[Array, float]:
        nodes, reach = self.waves.soreness(np.array([self.rating.hour]), NO_HABITS)
        return on_grid(nodes[0]), float(reach[0])

    @property
    def expected(self) -> Array:
        """The soreness expected for every log amplitude and log time scale, shape (a, b). [0-10]"""
        return self._soreness[0]

    @property
    def reach(self) -> float:
        """The highest soreness that the sessions can plausibly explain. [0-10]"""
        return self._soreness[1]

    def told(self, learner: Learner) -> Array:
        """Return the likelihood that Today would take from the rating, shape (a, b)."""
        predicted = self.expected if learner.timed(self.rating, self.newest) else self.expected[:, [NO_STRETCH]]
        return likelihood(self.rating, predicted, self.reach)

    def exact(self) -> Array:
        """Return the likelihood, shape (a, b); a rating at an end of the scale may stand for more."""
        y = self.rating.soreness
        if y <= 0 or y >= 10:
            away = self.expected / RATING_SD if y <= 0 else (10 - self.expected) / RATING_SD
            return np.asarray(np.interp(away, *TAIL))
        return np.asarray(np.exp(-(((y - self.expected) / RATING_SD) ** 2) / 2))


def calibrate(log: Log, athlete: Athlete, *, until: dt.datetime | None = None) -> Calibration:
    """Return a person's own response and how well it predicts.

    Parameters
    ----------
    log : Log
        Sessions and check-ins.
    athlete : Athlete
        How used to leg days, and how old; a response of theirs is not looked at.
    until : datetime.datetime, optional
        The last moment that counts.

    Returns
    -------
    Calibration
        The average person, with nothing to judge by, where there are no ratings.

    Notes
    -----
    Person ``a ~ N(0, 0.50^2 - 0.35^2)``, bout ``a_i ~ N(a, 0.35^2)`` (wider where its effort was estimated),
    time scale ``b ~ N(0, 0.25^2)``; rating ``y ~ N(S(t; a_i, b), 1.2^2)``, cut off at 0 and 10. Grid over a and b;
    each bout's own amplitude is integrated out. The response for the next bout has the person's spread and the
    bout's together, so that without ratings it is exactly the average person.

    Examples
    --------
    >>> calibrate(Log("legrun"), Athlete()).missing
    12
    """
    seen, left_out = _seen(log, athlete, until)
    learned = prior_density(Response(0.0, PERSON_SD, 0.0, TIME_SD))
    default = Learner.of(prior_response(None))
    forecasts: list[Forecast] = []
    rated: list[float] = []
    for group in _by_bout(seen):
        own = Learner.of(_response(learned), own=True, dose_sd=group[0].dose_sd)
        about_bout = np.ones_like(learned)
        for each in group:
            forecasts.append(_forecast(each, own, default, rated))
            rated.append(each.rating.soreness)
            told = each.told(own)  # both learners stand at the same rating of the same bout
            own, default = (learner.told(each.rating, each.newest, told, each.reach) for learner in (own, default))
            about_bout *= each.exact()
        learned = learned * (_spread(float(np.hypot(NEXT_SD, group[0].dose_sd))) @ about_bout)
        learned /= learned.sum()
    return Calibration(
        _span(learned.sum(axis=1), GRID_A),
        _span(learned.sum(axis=0), GRID_B),
        _response(learned),
        tuple(forecasts),
        _errors(forecasts),
        left_out,
    )


def own_starting_point(log: Log, *, now: dt.datetime | None = None) -> tuple[StartingPoint, Calibration]:
    """Return the scenario that a log makes, with the person's own response where it proved better.

    Parameters
    ----------
    log : Log
        A training log.
    now : datetime.datetime, optional
        The moment to stand at; the end of the log unless said otherwise.

    Returns
    -------
    (StartingPoint, Calibration)
        What Today and a coach's view stand on, and how the response was judged.
    """
    point = starting_point(log, now=now)
    scenario = point.scenario
    found = calibrate(log, scenario.athlete, until=scenario.now)
    response = scenario.athlete.response if found.missing else found.response
    athlete = replace(scenario.athlete, response=response)
    return replace(point, scenario=replace(scenario, athlete=athlete)), found


def _seen(log: Log, athlete: Athlete, until: dt.datetime | None) -> tuple[list[_Seen], dict[str, int]]:
    """Return the ratings that say something about the response, and how many do not and why."""
    told = [c for c in log.check_ins if c.soreness is not None and (until is None or c.time <= until)]
    left_out = {
        "in the future": sum(c.soreness is not None and until is not None and c.time > until for c in log.check_ins)
    }
    if not told:
        return [], {reason: count for reason, count in left_out.items() if count}
    start = told[0].time
    bouts = _bouts(log.sessions, athlete, start)
    ratings = merged([_rating(c, start) for c in told])
    left_out["less than 6 h before another"] = len(told) - len(ratings)
    found, early, alone, first = [], 0, 0, 0
    for rating in ratings:
        while first < len(bouts) and bouts[first][0].end_h < rating.hour - MEMORY_H:
            first += 1
        near = [
            pair for pair in bouts[first:] if rating.hour - MEMORY_H <= pair[0].end_h and pair[0].start_h < rating.hour
        ]
        newest = newest_bout([each for each, _ in near], rating.hour)
        if not near:
            alone += 1
        elif too_early([each for each, _ in near], rating.hour):
            early += 1
        else:
            spread = next((sd for each, sd in near if each is newest), 0.0)
            waves = Waves.of([each for each, _ in near])
            found.append(_Seen(start + rating.hour * HOUR, rating, waves, newest, spread))
    left_out |= {"within 6 h of a leg day": early, "without a session in the four weeks before": alone}
    return found, {reason: count for reason, count in left_out.items() if count}


def _rating(check_in: CheckIn, start: dt.datetime) -> Rating:
    return Rating((check_in.time - start) / HOUR, check_in.soreness or 0.0)


def _bouts(sessions: Sequence[Session], athlete: Athlete, start: dt.datetime) -> list[tuple[Bout, float]]:
    """Return what each session that loads the legs does, in hours from `start`, and the spread of its log dose."""
    ordered = sorted(sessions, key=lambda s: s.start)
    doses = session_doses(ordered, athlete.experience)
    found = [
        (bout(session, dose, athlete, start_h=(session.start - start) / HOUR), estimate_sd(session))
        for session, dose in zip(ordered, doses, strict=True)
    ]
    return [(each, sd) for each, sd in found if each.waves]


def _by_bout(seen: Sequence[_Seen]) -> Iterator[list[_Seen]]:
    """Yield the ratings of each bout together."""
    group: list[_Seen] = []
    for each in seen:
        if group and each.newest is not group[-1].newest:
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _response(density: Array) -> Response:
    """Return the response for the next bout: the person's, and the spread of bouts around it."""
    (a, a_sd), (b, b_sd) = _moments(density.sum(axis=1), GRID_A), _moments(density.sum(axis=0), GRID_B)
    return Response(a, float(np.hypot(a_sd, NEXT_SD)), b, max(b_sd, LEAST_TIME_SD))


def _moments(marginal: Array, grid: Array) -> tuple[float, float]:
    mean = float(marginal @ grid)
    return mean, float(np.sqrt(marginal @ (grid - mean) ** 2))


def _span(marginal: Array, grid: Array) -> Span:
    cdf = np.cumsum((marginal[1:] + marginal[:-1]) / 2)
    low, median, high = np.exp(np.interp((0.1, 0.5, 0.9), np.concatenate([[0.0], cdf / cdf[-1]]), grid))
    return Span(float(median), float(low), float(high))


@functools.cache
def _spread(sd: float) -> Array:
    """Return the matrix that spreads a density over log amplitudes by a bout's own deviation, shape (a, a)."""
    kernel = np.exp(-((GRID_A[:, None] - GRID_A) ** 2) / (2 * sd**2))
    return np.asarray(kernel / kernel.sum(axis=1, keepdims=True))


def _forecast(seen: _Seen, own: Learner, default: Learner, rated: Sequence[float]) -> Forecast:
    """Return what was to be expected for a rating before it was seen."""
    return Forecast(
        seen.time,
        seen.rating.soreness,
        _expected(seen.expected, own.before(seen.newest)),
        _expected(seen.expected, default.before(seen.newest)),
        rated[-1] if rated else None,
        float(np.mean(rated)) if rated else None,
    )


def _expected(soreness: Array, density: Array) -> Expected:
    mean = float((density * soreness).sum())
    sd = float(np.sqrt((density * (soreness - mean) ** 2).sum() + RATING_SD**2))
    return Expected(mean, max(0.0, mean - Z80 * sd), min(10.0, mean + Z80 * sd))


def _errors(forecasts: Sequence[Forecast]) -> Errors | None:
    """Return how far each way of predicting was off, on all ratings but the first."""
    scored = [f for f in forecasts if f.last is not None]
    if not scored:
        return None
    rated = np.array([f.rated for f in scored])
    said = {
        "own": [f.own.mean for f in scored],
        "default": [f.default.mean for f in scored],
        "last": [f.last for f in scored],
        "mean": [f.mean for f in scored],
    }
    off = {name: np.abs(np.array(each, dtype=float) - rated) for name, each in said.items()}
    gain = off["default"] - off["own"]
    spread = float(gain.std(ddof=1)) if gain.size > 1 else np.inf
    return Errors(
        **{name: float(each.mean()) for name, each in off.items()},
        gain=float(gain.mean()),
        gain_error=spread / float(np.sqrt(gain.size)),
        inside80=float(np.mean([f.is_inside(own=True) for f in scored])),
    )
