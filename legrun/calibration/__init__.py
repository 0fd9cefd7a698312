"""A person's own amplitude and time scale, learned from their check-ins and judged by ratings not yet seen.

Two levels: the person, and each bout around them. The person is what ratings of many bouts agree on; a bout
differs from it by as much as the next session may in `response`. Every rating is predicted from the ones
before it alone, by the person learned so far and by the model without one; the person is used only where that
predicted better.
"""

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
