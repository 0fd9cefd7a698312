"""How the forecast of the next morning did on daily logs of real people."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from legrun.evidence.entries import load, require
from legrun.evidence.limits import limits

__all__ = ["DailyLog", "daily_logs"]


@dataclass(frozen=True)
class DailyLog:
    """The score of the forecast on one log, read in one way.

    Attributes
    ----------
    id : str
        Its name.
    model, measured : str
        Version of the model that was scored, and the day on which.
    what : str
        Whose log it is, and how soreness was rated.
    scale : str
        How the ratings were brought to 0 to 10.
    people, mornings : int
        How many people, and how many mornings were forecast.
    rmse, rmse_simple : float
        Root mean square error of the forecast, and of the best of three simple ones. [0-10]
    pinball, pinball_simple : float
        Mean pinball loss of the five quantiles, and of the best simple forecast. [0-10]
    inside80, inside50 : float
        Share of the ratings within each range. [0-1]
    miss : str
        What legrun is known to miss there, an id of `legrun.evidence.limits`; else empty.
    """

    id: str
    model: str
    measured: str
    what: str
    scale: str
    people: int
    mornings: int
    rmse: float
    rmse_simple: float
    pinball: float
    pinball_simple: float
    inside80: float
    inside50: float
    miss: str = ""

    def __post_init__(self) -> None:
        shares = 0 <= self.inside50 <= self.inside80 <= 1
        require(f"daily log {self.id}", shares, "its shares are none, or the narrow range holds more than the wide one")
        require(f"daily log {self.id}", self.people > 0 < self.mornings, "it has nobody in it")
        require(
            f"daily log {self.id}", not self.miss or self.miss in limits(), f"limits.toml does not hold {self.miss}"
        )


@functools.cache
def daily_logs() -> tuple[DailyLog, ...]:
    """Return the scores on daily logs.

    Examples
    --------
    >>> [(each.id, each.mornings) for each in daily_logs()][:2]
    [('pmdata', 1288), ('pmdata_normal', 1288)]
    """
    return tuple(DailyLog(**fields) for fields in load("daily_logs.toml")["log"])
