"""What a log shows over months: daily load, fitness and fatigue, even weeks, longest runs, leg days.

None of it is readiness, and none of it is part of the score: it describes what was done. No ratio of loads is called
more than that, since in 5,205 runners the week-to-week ratio said nothing about who got hurt (Frandsen 2025).
"""

from typing import TYPE_CHECKING

from legrun import lazily

if TYPE_CHECKING:
    from legrun.trends.facts import LongestRun, days_between_leg_days, fact_sentences, longest_runs, notes
    from legrun.trends.load import DailyLoad, Trend, Week, daily_load, monotony, smoothed, trend, weeks

__all__ = [
    "DailyLoad",
    "LongestRun",
    "Trend",
    "Week",
    "daily_load",
    "days_between_leg_days",
    "fact_sentences",
    "longest_runs",
    "monotony",
    "notes",
    "smoothed",
    "trend",
    "weeks",
]

# Each with its module when it is first asked for: no page waits for what another one shows.
__getattr__, __dir__ = lazily(
    __name__,
    {
        "facts": (
            "LongestRun",
            "days_between_leg_days",
            "longest_runs",
            "notes",
            "fact_sentences",
        ),
        "load": (
            "DailyLoad",
            "Trend",
            "Week",
            "daily_load",
            "monotony",
            "smoothed",
            "trend",
            "weeks",
        ),
    },
)
