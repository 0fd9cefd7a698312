"""A person's own amplitude and time scale, learned from their check-ins and judged by ratings not yet seen.

Every rating is forecast as the app would have shown it, from the sessions and ratings before it: once by the average
person, and once by the person learned so far, who is used only where that came closer.
"""

from typing import TYPE_CHECKING

from legrun import lazily

if TYPE_CHECKING:
    from legrun.calibration.learned import calibrate, own_starting_point
    from legrun.calibration.results import LEAST_RATINGS, Calibration, Errors, Expected, Forecast, Span

__all__ = [
    "LEAST_RATINGS",
    "Calibration",
    "Errors",
    "Expected",
    "Forecast",
    "Span",
    "calibrate",
    "own_starting_point",
]

# Each with its module when it is first asked for: no page waits for what another one shows.
__getattr__, __dir__ = lazily(
    __name__,
    {
        "learned": (
            "calibrate",
            "own_starting_point",
        ),
        "results": (
            "LEAST_RATINGS",
            "Calibration",
            "Errors",
            "Expected",
            "Forecast",
            "Span",
        ),
    },
)
