"""Runs, walks and rides that stand among the sets of a strength workout."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from legrun.evidence import value
from legrun.logs.format import Notes
from legrun.logs.reading.text import quoted
from legrun.logs.strength.exercises import Region
from legrun.scenario import Kind

__all__ = ["CardioRow", "Endurance", "sum_endurance"]

RUN_MINUTES = value("log.run_min")  # a shorter run inside a workout is its warm-up [min]
WALK_KMH = value("log.walk_kmh")  # slower on a treadmill is a walk [km/h]
FASTEST_KMH = value("log.fastest_kmh")  # faster is no run but a wrong unit or a typing error [km/h]


class CardioRow(NamedTuple):
    """One endurance entry of a workout.

    Attributes
    ----------
    at : int
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

    at: int
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


class Endurance(NamedTuple):
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


def sum_endurance(rows: Sequence[CardioRow], *, alone: bool, notes: Notes) -> list[Endurance]:
    """Return the run, walk and ride of a workout, each summed up.

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
    >>> [part.kind for part in sum_endurance([row], alone=False, notes=Notes())]
    ['run']
    >>> ride = CardioRow(1, 3, "Cycling", "cardio", 20.0, 8.0, None)
    >>> [(part.kind, part.distance_km) for part in sum_endurance([row, ride], alone=True, notes=Notes())]
    [('run', 5.0), ('other', 8.0)]
    """
    by_kind: dict[Kind, list[CardioRow]] = {}
    for row in rows:
        by_kind.setdefault(_kind(row), []).append(row)
    if not alone:
        return _beside_strength(by_kind.get("run", []), notes)
    parts = [_summed(kind, of_kind, notes) for kind, of_kind in by_kind.items()]
    timed = [part for part in parts if part.minutes] or parts[:1]
    for part in parts:
        if part not in timed:
            message = f"{quoted(part.name)} has no time and stands beside others; it was not counted."
            notes.problem(next(row.row for row in rows if row.at == part.first_row), None, message)
    return timed


def _beside_strength(runs: list[CardioRow], notes: Notes) -> list[Endurance]:
    if sum(row.minutes for row in runs) >= RUN_MINUTES:
        return [_summed("run", runs, notes)]
    for row in runs:
        if not row.minutes and row.distance_km:
            message = f"{quoted(row.name)} has a distance but no time; it was not counted as a run."
            notes.problem(row.row, None, message)
    return []


def _kind(row: CardioRow) -> Kind:
    if row.region == "treadmill":
        return "walk" if row.speed_kmh is not None and row.speed_kmh < WALK_KMH else "run"
    if row.region == "run":
        return "run"
    return "walk" if row.region == "walk" else "other"


def _summed(kind: Kind, rows: Sequence[CardioRow], notes: Notes) -> Endurance:
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
        rows[0].at,
    )
