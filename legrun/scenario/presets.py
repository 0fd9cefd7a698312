"""Ten situations to demo from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from legrun.scenario import Athlete, CheckIn, Experience, Kind, Scenario, Session

__all__ = ["PRESETS", "Past", "Preset"]


@dataclass(frozen=True)
class Past:
    """A session by how long ago it ended. [h], [min], [CR10]"""

    ended_h_ago: float
    minutes: float
    rpe: float
    kind: Kind = "legs"
    novelty: float = 0.0

    def before(self, now: dt.datetime) -> Session:
        """Return the session as it stands before `now`."""
        start = now - dt.timedelta(hours=self.ended_h_ago, minutes=self.minutes)
        return Session(self.kind, start, self.minutes, self.rpe, novelty=self.novelty)


@dataclass(frozen=True)
class Preset:
    """A situation, told from an hour of the day.

    Attributes
    ----------
    name : str
        What it is called in the menu.
    experience : str
        How used to leg days.
    past : tuple of Past
        What was done.
    sore : float or None
        Soreness now; None when not rated. [0-10]
    sleep_h, usual_sleep_h : float
        Last night and a usual one. [h]
    hour : int
        Hour of the day.
    plan : (float, float)
        Minutes [min] and effort [CR10] of the run in mind.
    longest_run_minutes : float or None
        Longest run of the last 30 days. [min]
    flags : frozenset of str
        What feels wrong.
    """

    name: str
    experience: Experience
    past: tuple[Past, ...] = ()
    sore: float | None = None
    sleep_h: float = 7.5
    usual_sleep_h: float = 7.5
    hour: int = 7
    plan: tuple[float, float] = (40, 4)
    longest_run_minutes: float | None = None
    flags: frozenset[str] = frozenset()

    def scenario(self, day: dt.date) -> Scenario:
        """Return the situation on a day.

        Examples
        --------
        >>> today = PRESETS[1].scenario(dt.date(2026, 3, 4))
        >>> today.sessions[0].start
        datetime.datetime(2026, 3, 3, 18, 0)
        """
        now = dt.datetime.combine(day, dt.time(self.hour))
        return Scenario(
            now=now,
            athlete=Athlete(self.experience, usual_sleep_h=self.usual_sleep_h),
            sessions=[each.before(now) for each in self.past],
            check_ins=[] if self.sore is None else [CheckIn(now, self.sore)],
            sleep_h=self.sleep_h,
            planned=Session("run", now, *self.plan),
            longest_run_minutes=self.longest_run_minutes,
            flags=self.flags,
        )


PRESETS = (
    Preset("First leg day ever", "novice", (Past(12, 60, 8, novelty=1.0),), sore=5),
    Preset("Morning after legs", "recreational", (Past(12, 60, 8),), sore=4),
    Preset("Legs this morning, run tonight", "recreational", (Past(10, 60, 8),), hour=18),
    Preset("Lifts twice a week", "trained", (Past(36, 45, 7), Past(108, 45, 7), Past(204, 45, 7)), sore=2),
    Preset(
        "Marathon build", "recreational", (Past(36, 45, 7),), sore=3, sleep_h=7, plan=(150, 4), longest_run_minutes=140
    ),
    Preset("Short nights", "recreational", (Past(84, 60, 7),), sore=1, sleep_h=4.5, usual_sleep_h=7),
    Preset(
        "Too sore to walk normally",
        "recreational",
        (Past(36, 75, 9.5, novelty=0.5),),
        sore=9,
        sleep_h=6.5,
        flags=frozenset({"too_sore_to_walk"}),
    ),
    Preset("Rested", "recreational", (Past(108, 60, 7),), sore=0, sleep_h=8),
    Preset("Marathon yesterday", "recreational", (Past(18, 216, 8, kind="run"),), sore=6, sleep_h=6),
    Preset("Sore, nothing logged", "recreational", sore=6),
)
