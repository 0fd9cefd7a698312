"""The published tables held against the model: ``legrun checks`` prints how well it fits.

Every table of ``evidence/datasets.toml`` is expressed as a scenario whose session ends at hour 0, nobody rates
anything, and the week is the one that the app would show. A miss stays a miss: nothing here tunes the model,
and a miss is a known one only where the table itself says why.
"""

from typing import TYPE_CHECKING

from legrun import lazily

if TYPE_CHECKING:
    from legrun.checks.compare import check, expressed, run_checks
    from legrun.checks.daily import LEAST_MORNINGS, ForecastScore, Morning, score_log
    from legrun.checks.results import (
        COVERAGE_GOAL,
        SUBJECTS,
        Check,
        Curve,
        Outcome,
        Point,
        Share,
        Status,
        covered,
        untuned_shares,
    )

__all__ = [
    "COVERAGE_GOAL",
    "LEAST_MORNINGS",
    "SUBJECTS",
    "Check",
    "Curve",
    "ForecastScore",
    "Morning",
    "Outcome",
    "Point",
    "Share",
    "Status",
    "check",
    "covered",
    "expressed",
    "run_checks",
    "score_log",
    "untuned_shares",
]

# Each with its module when it is first asked for: no page waits for what another one shows.
__getattr__, __dir__ = lazily(
    __name__,
    {
        "compare": (
            "check",
            "expressed",
            "run_checks",
        ),
        "daily": (
            "LEAST_MORNINGS",
            "ForecastScore",
            "Morning",
            "score_log",
        ),
        "results": (
            "COVERAGE_GOAL",
            "SUBJECTS",
            "Check",
            "Curve",
            "Outcome",
            "Point",
            "Share",
            "Status",
            "covered",
            "untuned_shares",
        ),
    },
)
