"""The constants of the forecast, tried against daily logs.

    python -m legrun.checks.refit FOLDER NAME:TOP:NORMAL:EXPERIENCE ...

FOLDER holds NAME_sessions.csv (person, start, kind, minutes, rpe) and NAME_ratings.csv (person, time, soreness);
ratings run from 1 (worst) to TOP (best), NORMAL is the step that the form calls normal. Each constant is tried a fifth
lower and a quarter higher, on both readings of the scale, together with the shapes of the published soreness tables. A
move is proposed where the loss falls by more than `WORTH_IT`: of the registry's constants for `run_soreness.peak_h`
alone, which stays where trials have it and not a quarter later (1.939 against 1.950 on PMData and rugby). The same with
each person left out in turn, on both readings, says whether anybody's constants are made by their own mornings.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from legrun.checks.compare import check
from legrun.checks.daily import ForecastScore, score_log
from legrun.evidence import datasets
from legrun.forecast import response
from legrun.logs import Log
from legrun.model import bout, dose
from legrun.scenario import Athlete, CheckIn, Session

__all__ = ["CONSTANTS", "Loss", "losses", "main", "people"]

FACTORS = (0.8, 1.0, 1.25)
WORTH_IT = 0.01
SHAPES = ("V1_KE", "V2")
# Which constant stands in which module, and for a table of them under which key.
CONSTANTS: Mapping[str, tuple[ModuleType, str, str | None]] = {
    "rating.resting_sd": (response, "RESTING_SD", None),
    "rating.lasting_sd": (response, "LASTING_SD", None),
    "rating.lasting_tau_h": (response, "LASTING_TAU_H", None),
    "rating.passing_sd": (response, "PASSING_SD", None),
    "rating.passing_tau_h": (response, "PASSING_TAU_H", None),
    "rating.fleeting_lasting_sd": (response, "FLEETING_LASTING_SD", None),
    "rating.fleeting_passing_sd": (response, "FLEETING_PASSING_SD", None),
    "rating.drift_sd": (response, "DRIFT_SD", None),
    "rating.drift_tau_h": (response, "DRIFT_TAU_H", None),
    "rating.drifting_lasting_sd": (response, "DRIFTING_LASTING_SD", None),
    "rating.scatter": (response, "SCATTER", None),
    "rating.scatter_ratings": (response, "SCATTER_RATINGS", None),
    "habituation.recreational": (dose, "HABIT_REFERENCE", "recreational"),
    "habituation.trained": (dose, "HABIT_REFERENCE", "trained"),
    "leg_load.other": (dose, "LEG_SHARE", "other"),
    "leg_soreness.peak_h": (bout, "LEGS_PEAK_H", None),
    "leg_soreness.novel_delay_h": (bout, "NOVEL_DELAY_H", None),
    "run_soreness.dose_gain": (dose, "SORENESS_DOSE_SCALE", None),
    "run_soreness.peak_h": (bout, "RUN_PEAK_H", None),
}


@dataclass(frozen=True)
class Person:
    """One person's log on one reading of the scale."""

    name: str
    log: Log
    athlete: Athlete


@dataclass(frozen=True)
class Loss:
    """What a choice of constants loses: of each person on each reading of the scale, and on the published shapes."""

    by_person: Mapping[str, Sequence[float]]
    shapes: float

    def without(self, left_out: str | None = None) -> float:
        """Return the loss of all people, or of all but one, on both readings of the scale."""
        kept = [loss for person, losses in self.by_person.items() if person != left_out for loss in losses]
        return float(np.mean(kept)) + self.shapes


def people(folder: Path, named: str) -> list[Person]:
    """Return the people of one log, once for each reading of its scale."""
    name, top, normal, experience = named.split(":")
    sessions: defaultdict[str, list[Session]] = defaultdict(list)
    for row in _rows(folder / f"{name}_sessions.csv"):
        start = dt.datetime.fromisoformat(row["start"])
        kind: Any = row["kind"]
        sessions[row["person"]].append(Session(kind, start, float(row["minutes"]), float(row["rpe"])))
    rated: defaultdict[str, list[tuple[dt.datetime, float]]] = defaultdict(list)
    for row in _rows(folder / f"{name}_ratings.csv"):
        rated[row["person"]].append((dt.datetime.fromisoformat(row["time"]), float(row["soreness"])))
    athlete = Athlete(experience)  # type: ignore[arg-type]  # checked by itself
    return [
        Person(f"{name} {person}", Log("legrun", sessions=tuple(sessions[person]), check_ins=check_ins), athlete)
        for person, pairs in sorted(rated.items())
        for check_ins in _readings(pairs, float(top), float(normal))
    ]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _readings(pairs: Sequence[tuple[dt.datetime, float]], top: float, normal: float) -> Iterator[tuple[CheckIn, ...]]:
    """Yield the ratings with the scale taken as linear, and with normal as nothing."""
    yield tuple(CheckIn(time, 10 * (top - said) / (top - 1)) for time, said in pairs)
    yield tuple(CheckIn(time, 10 * max(0.0, normal - said) / (normal - 1)) for time, said in pairs)


def losses(some: Sequence[Person]) -> Loss:
    """Return what the constants as they stand lose."""
    by_person: defaultdict[str, list[float]] = defaultdict(list)
    for person in some:
        score = score_log(person.log, person.athlete)
        if score.mornings:
            by_person[person.name].append(_loss(score))
    shapes = [check(datasets()[table]).error or 0.0 for table in SHAPES]
    return Loss(by_person, float(np.mean(shapes)))


def _loss(score: ForecastScore) -> float:
    """Return error and pinball loss beside the best of the simple forecasts; the size of a scale drops out."""
    simple = ("last", "mean", "shrunk")
    rmse, pinball = (min(each[name] for name in simple) for each in (score.rmse, score.pinball))
    # A point more on both: somebody who hardly ever says anything else is no test.
    return (score.rmse["forecast"] + 1) / (rmse + 1) + (score.pinball["forecast"] + 1) / (pinball + 1)


def _tried(some: Sequence[Person], key: str, factor: float) -> Loss:
    """Return what is lost with one constant times a factor."""
    module, name, entry = CONSTANTS[key]
    kept = getattr(module, name)
    moved = {**kept, entry: kept[entry] * factor} if entry is not None else kept * factor
    try:
        setattr(module, name, moved)
        return losses(some)
    finally:
        setattr(module, name, kept)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the loss of every constant at every factor; return 1 if a move is worth it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("logs", nargs="+")
    asked = parser.parse_args(arguments)
    some = [person for named in asked.logs for person in people(asked.folder, named)]
    base, moves = losses(some), 0
    sys.stdout.write(f"{'constant':<30}{'x0.8':>9}{'x1':>9}{'x1.25':>9}  best, left out\n")
    for key in CONSTANTS:
        tried = {factor: base if factor == 1 else _tried(some, key, factor) for factor in FACTORS}
        best = _best(tried, None)
        own = {_best(tried, person) for person in base.by_person}
        moves += best != 1
        cells = "".join(f"{tried[factor].without():9.4f}" for factor in FACTORS)
        sys.stdout.write(f"{key:<30}{cells}  x{best:g}, {', '.join(f'x{each:g}' for each in sorted(own))}\n")
    return int(moves > 0)


def _best(tried: Mapping[float, Loss], left_out: str | None) -> float:
    """Return the factor with the least loss, 1 unless another is better by enough; one person may be left out."""
    least = min(tried, key=lambda factor: tried[factor].without(left_out))
    return least if tried[least].without(left_out) < tried[1.0].without(left_out) - WORTH_IT else 1.0


if __name__ == "__main__":
    sys.exit(main())
