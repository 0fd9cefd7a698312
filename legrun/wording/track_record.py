"""How well the forecast has known somebody, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legrun.evidence import value
from legrun.wording.rounding import counted

if TYPE_CHECKING:
    from legrun.checks.daily import ForecastScore

__all__ = ["known_line", "known_sentences"]


def known_sentences(score: ForecastScore) -> list[str]:
    """Return how far the forecast has been off, beside two simple ones, and how often its range held.

    Parameters
    ----------
    score : ForecastScore
        The score of a log's own mornings.

    Returns
    -------
    list of str
        One sentence each.

    Examples
    --------
    >>> import datetime as dt
    >>> from legrun.checks.daily import score_log
    >>> from legrun.logs import Log
    >>> from legrun.scenario import CheckIn
    >>> days = [dt.datetime(2026, 1, 5, 7) + dt.timedelta(days=day) for day in range(21)]
    >>> same = score_log(Log("legrun", check_ins=tuple(CheckIn(day, 3) for day in days)))
    >>> known_sentences(same)[1]
    'Of 14 ratings 14 lay within the range for four in five.'
    >>> known_sentences(score_log(Log("legrun")))[0][:42]
    'Nobody can say yet: it takes soreness rate'
    """
    count = len(score.mornings)
    if not count:
        return ["Nobody can say yet: it takes soreness rated on most mornings, eight or more in a row."]
    off, before = score.mae, value("score_log.least_before")
    said = [
        f"On {counted(count, 'morning')} rated the day after a rating, with {before:.0f} or more before, "
        f"the forecast was {off['forecast']:.1f} points off on average; "
        f"“same as last time” {off['last']:.1f}, your own mean so far {off['mean']:.1f}.",
        f"Of {counted(count, 'rating')} {round(count * (score.inside80 or 0.0))} lay within the range "
        "for four in five.",
    ]
    if not score.enough:
        said.append(f"That is too few to judge by: from {value('score_log.least_mornings'):.0f} on it says something.")
    elif score.worse_than_last:
        said.append("“Same as last time” came closer than the forecast. Trust your own rating first.")
    return said


def known_line(score: ForecastScore) -> str:
    """Return the same in one line for the card's small print; empty where there are too few mornings.

    Examples
    --------
    >>> from legrun.checks.daily import score_log
    >>> from legrun.logs import Log
    >>> known_line(score_log(Log("legrun")))
    ''
    """
    if not score.enough:
        return ""
    off, held = score.mae, round(100 * (score.inside80 or 0.0))
    worse = "; “same as last time” came closer" if score.worse_than_last else ""
    return (
        f"On {counted(len(score.mornings), 'morning')} of yours it was {off['forecast']:.1f} points of soreness off"
        f"{worse}; its range held {held}\u00a0%."
    )
