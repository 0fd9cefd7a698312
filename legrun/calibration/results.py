"""What comes of judging a person's own response: forecasts, their errors, and whether it is to be used."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from legrun.evidence import value
from legrun.scenario import Response

__all__ = ["LEAST_RATINGS", "Calibration", "Errors", "Expected", "Forecast", "Span"]

LEAST_RATINGS = int(value("calibration.least_ratings"))
SURE_BY = value("calibration.sure_by")
LEAST_GAIN = value("calibration.least_gain")


@dataclass(frozen=True)
class Span:
    """A factor with its 80 % range; 1 is the average person. [-]"""

    median: float
    low80: float
    high80: float


@dataclass(frozen=True)
class Expected:
    """What the app would have shown for a rating before it was given: median, 50 and 80 % range. [0-10]"""

    median: float
    low50: float
    high50: float
    low80: float
    high80: float


@dataclass(frozen=True)
class Forecast:
    """One rating and what was predicted for it from the ratings before it.

    Attributes
    ----------
    time : datetime.datetime
        When it was rated.
    rated : float
        What was rated. [0-10]
    own, default : Expected
        What the person learned so far, and the model without one, led to expect.
    last, mean : float or None
        The rating before, and the mean of all before; None for the first. [0-10]
    """

    time: dt.datetime
    rated: float
    own: Expected
    default: Expected
    last: float | None
    mean: float | None

    def is_inside(self, *, own: bool) -> bool:
        """Return whether the rating lies within the 80 % range, of the person's own response or of the default."""
        expected = self.own if own else self.default
        return expected.low80 <= self.rated <= expected.high80


@dataclass(frozen=True)
class Errors:
    """Mean distance between prediction and rating on the same unseen ratings. [points of 0-10]

    Attributes
    ----------
    own, default, last, mean : float
        Of the person's own response, of the model without it, of the rating before, and of the mean of all before.
    gain : float
        By how much own is closer than default.
    gain_error : float
        Standard error of the gain.
    inside80 : float
        Share of the ratings within the 80 % range of own. [0-1]
    """

    own: float
    default: float
    last: float
    mean: float
    gain: float
    gain_error: float
    inside80: float


@dataclass(frozen=True)
class Calibration:
    """What check-ins say about a person.

    Attributes
    ----------
    amplitude, time_scale : Span
        How strongly and how slowly they react, as factors on the average person's.
    learned : Response
        The same as the ensemble takes it.
    forecasts : tuple of Forecast
        Every rating that counts, oldest first.
    errors : Errors or None
        On all of them but the first; None where there is no second.
    left_out : dict of str to int
        Ratings that do not count, by the reason.
    leg_days : int
        Leg days in the log.
    """

    amplitude: Span
    time_scale: Span
    learned: Response
    forecasts: tuple[Forecast, ...]
    errors: Errors | None
    left_out: dict[str, int]
    leg_days: int = 0

    @property
    def missing(self) -> int:
        """How many more ratings it takes to judge."""
        return max(0, LEAST_RATINGS - max(0, len(self.forecasts) - 1))

    @property
    def better(self) -> bool:
        """Whether the person's own response predicted unseen ratings better than the model without it.

        By a tenth of a point and by more than chance, better than the rating before and than their own mean, and only
        where there are leg days: otherwise sessions explain nothing, and a response is noise.
        """
        errors = self.errors
        if self.missing or errors is None or not self.leg_days:
            return False
        enough = errors.gain >= LEAST_GAIN and errors.gain > SURE_BY * errors.gain_error
        return enough and errors.own < min(errors.last, errors.mean)

    @property
    def response(self) -> Response | None:
        """The response to use: the person's own where it proved better, else None."""
        return self.learned if self.better else None
