"""Runs, walks and rides that stand among the sets of a strength workout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legrun.logs.exercises import Region
from legrun.logs.format import Notes
from legrun.logs.text import quoted
from legrun.scenario import Kind

__all__ = ["CardioRow", "Endurance", "endurance"]

RUN_MINUTES = 10.0  # a shorter run inside a workout is its warm-up [min]
WALK_KMH = 7.0  # slower on a treadmill is a walk [km/h]
FASTEST_KMH = 25.0  # faster is no run but a wrong unit or a typing error [km/h]


@dataclass(frozen=True)
class CardioRow:
    """One endurance entry of a workout.

    Attributes
    ----------
    index : int
        Its place among the rows.
    row : int
        Its row as a spreadsheet counts.
    name : str
        Name of the exercise.
    region : str
        ``run``, ``treadmill``, ``walk`` or ``cardio``.
    minutes : float
        Duration, 0 when not given. [min]
    distance_km, rpe : float or None
        Distance [km] and rating [0-10].
    """

    index: int
    row: int
    name: str
    region: Region
    minutes: float
    distance_km: float | None
    rpe: float | None

    @property
    def speed_kmh(self) -> float | None:
        """Mean speed in km/h, where both are known."""
        if not self.distance_km or not self.minutes:
            return None
        return self.distance_km / self.minutes * 60


@dataclass(frozen=True)
class Endurance:
    """What the endurance entries of a workout add up to.

    Attributes
    ----------
    kind : {"run", "walk", "other"}
        What it was.
    minutes : float
        Duration; 0 when there is none to give a session of its own. [min]
    distance_km : float or None
        Distance. [km]
    rated : tuple of float
        Ratings of the entries. [0-10]
    name : str
        Name of the first entry.
    first_row : int
        Place of the first entry among the rows.
    """

    kind: Kind = "other"
    minutes: float = 0.0
    distance_km: float | None = None
    rated: tuple[float, ...] = ()
    name: str = ""
    first_row: int = 0


def endurance(rows: Sequence[CardioRow], *, alone: bool, notes: Notes) -> Endurance:
    """Return the run, walk or ride of a workout.

    Parameters
    ----------
    rows : sequence of CardioRow
        Endurance entries of one workout.
    alone : bool
        Whether the workout holds no strength work. Beside strength work only a run of ten minutes or more is
        told apart: nothing else loads the legs in the model.
    notes : Notes
        Takes what could not be used.

    Examples
    --------
    >>> row = CardioRow(0, 2, "Treadmill", "treadmill", 30.0, 5.0, None)
    >>> endurance([row], alone=False, notes=Notes()).kind
    'run'
    >>> endurance([row], alone=True, notes=Notes()).distance_km
    5.0
    """
    runs = [row for row in rows if _kind(row) == "run"]
    walks = [row for row in rows if _kind(row) == "walk"]
    if runs and (alone or sum(row.minutes for row in runs) >= RUN_MINUTES):
        return _summed("run", runs, notes)
    if not alone:
        for row in runs:
            if not row.minutes and row.distance_km:
                notes.problem(
                    row.row,
                    None,
                    f"{quoted(row.name)} has a distance but no time; it was not counted as a run.",
                )
        return Endurance()
    if walks:
        return _summed("walk", walks, notes)
    return _summed("other", list(rows), notes)


def _kind(row: CardioRow) -> Kind:
    if row.region == "treadmill":
        return "walk" if row.speed_kmh is not None and row.speed_kmh < WALK_KMH else "run"
    if row.region == "run":
        return "run"
    return "walk" if row.region == "walk" else "other"


def _summed(kind: Kind, rows: Sequence[CardioRow], notes: Notes) -> Endurance:
    if not rows:
        return Endurance(kind)
    distance = sum(row.distance_km or 0.0 for row in rows)
    for row in rows:
        if kind != "other" and row.speed_kmh is not None and row.speed_kmh > FASTEST_KMH:
            pace = f"{row.distance_km:.1f} km in {row.minutes:.0f} min"
            message = f"{pace} is too fast for a {kind}; the distance was not used."
            notes.problem(row.row, None, message)
            distance = 0.0
    return Endurance(
        kind,
        sum(row.minutes for row in rows),
        distance or None,
        tuple(row.rpe for row in rows if row.rpe),
        rows[0].name,
        rows[0].index,
    )
