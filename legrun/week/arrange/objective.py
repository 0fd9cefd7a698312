"""What makes one arrangement of a week better than another, for many arrangements at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from legrun.decision.gates import FATIGUE_LIMITS, SORENESS_LIMITS
from legrun.evidence import value
from legrun.model.joining import with_residual
from legrun.model.kinetics import Array
from legrun.model.readiness import score
from legrun.scenario.week_plan import DAYS
from legrun.week.arrange.tables import Counts, Flags, Tables

__all__ = [
    "HOUR_CHANGE",
    "Days",
    "Objective",
    "Positions",
    "Ranks",
    "assess",
    "at_other_hours",
    "breaks_by_state",
    "is_allowed",
    "pack_rank",
    "rank_weeks",
]

Ranks = npt.NDArray[np.signedinteger[Any]]
Days = Ranks
Positions = tuple[Days, Days]
MOST_A_DAY = int(value("planner.most_a_day"))
TOP = 100
# Room for each part of a rank; a score has 101 values.
SCORES = TOP + 1
HOUR_CHANGE = int(value("planner.hour_change_points"))
MOVES = 1 + int(value("planner.most_items"))
# So little that a bound is never rounded below the ranks that it bounds.
ROUNDING_EPS = 1e-9


@dataclass(frozen=True, order=True)
class Objective:
    """How good an arrangement is on central-parameter curves, compared part by part; less is better.

    Attributes
    ----------
    clashes : int
        Gates broken, as a review counts them.
    lost_worst_key, lost_mean_key, lost_mean_run : int
        Points that recovery lacks to 100 at the worst key session, at key sessions and at runs on average. To the
        first is added what another hour of the day must bring, for each session that has one.
    moves : int
        Sessions that stand in another slot than in the present plan.
    """

    clashes: int
    lost_worst_key: int
    lost_mean_key: int
    lost_mean_run: int
    moves: int

    @classmethod
    def of_rank(cls, rank: int) -> Objective:
        """Return the objective that a rank packs."""
        rest, moves = divmod(rank, MOVES)
        rest, run = divmod(rest, SCORES)
        rest, key = divmod(rest, SCORES)
        clashes, worst = divmod(rest, SCORES)
        return cls(clashes, worst, key, run, moves)


def assess(table: Tables, positions: Positions, headroom: Array, strength_left: Array) -> tuple[Array, Array, Array]:
    """Return the recovery of sessions, their soreness and their lost strength.

    Parameters
    ----------
    table : Tables
        The week.
    positions : tuple of array
        Which sessions in which slots: an index of the first two axes of the tables.
    headroom, strength_left : array, shape (..., weeks)
        The product of all factors on the room for soreness and on strength. [0-1]

    Returns
    -------
    (array, array, array), shape (...)
        The lowest recovery over the weeks [0-100], the most soreness that counts [0-10] and strength lost [0-1].
    """
    soreness = with_residual(10 * table.habit * (1 - headroom), table.residual[positions])
    soreness = table.sparing.counted(soreness)
    lost = 1 - strength_left
    recovery = score(soreness, lost, table.sleep_h[positions]).min(axis=-1)
    return recovery, soreness.max(axis=-1), lost.max(axis=-1)


def breaks_by_state(table: Tables, sessions: Days, soreness: Array, lost: Array) -> Flags:
    """Return whether sessions break a gate of soreness or of lost strength; `assess` says how much of them."""
    return np.asarray((soreness >= table.soreness_limit[sessions]) | (lost > table.fatigue_limit[sessions]))


def _count_states(table: Tables, soreness: Array, lost: Array, strictest: Counts) -> Counts:
    """Return how many gates of soreness and of lost strength a review names beside the events: the stricter ones.

    Parameters
    ----------
    table : Tables
        The week.
    soreness, lost : array, shape (rows, n)
        The most soreness that counts [0-10] and strength lost [0-1] of each session.
    strictest : array of int, shape (rows, n)
        Code of the strictest gate that an event closes.
    """
    own = np.arange(soreness.shape[1])
    sore = table.soreness_codes[own, np.searchsorted(SORENESS_LIMITS, soreness, side="right")]
    weak = table.fatigue_codes[own, np.searchsorted(FATIGUE_LIMITS, lost, side="left")]
    return np.asarray((sore < strictest).astype(np.int16) + (weak < strictest))


def pack_rank(
    table: Tables, sessions: Days, recovery: Array, clashes: Ranks, moves: Ranks, other_hours: Ranks
) -> Ranks:
    """Return one number for each arrangement that orders them as their objectives do.

    Parameters
    ----------
    table : Tables
        The week.
    sessions : array of int, shape (n,)
        Which session each column of `recovery` is.
    recovery : array, shape (rows, n)
        Recovery at each session. [0-100]
    clashes, moves, other_hours : array of int, shape (rows,)
        Gates broken, sessions moved, and those of them at another hour of the day.
    """
    rank = np.asarray(clashes, dtype=np.int64)
    keys, runs = recovery[:, table.is_key[sessions]], recovery[:, table.is_run[sessions]]
    worst = np.maximum(keys.min(axis=1, initial=TOP) - HOUR_CHANGE * other_hours, 0.0)
    for part in (worst, _mean(keys), _mean(runs)):
        rank = rank * SCORES + (TOP - np.floor(part + 0.5 + ROUNDING_EPS).astype(np.int64))
    return rank * MOVES + moves


def _mean(recovery: Array) -> Array:
    return recovery.mean(axis=1) if recovery.shape[1] else np.full(recovery.shape[0], float(TOP))


def rank_weeks(table: Tables, days: Days) -> Ranks:
    """Return the rank of each arrangement; the less, the better.

    Parameters
    ----------
    table : Tables
        The week.
    days : array of int, shape (rows, n)
        The slot of each session, one arrangement a row; whether it is allowed is not asked.
    """
    own = np.arange(days.shape[1])
    positions = np.broadcast_to(own, days.shape), days
    headroom, strength_left = table.base_headroom[positions], table.base_strength[positions]
    clashes, strictest = table.base_clash[positions].astype(np.int64), table.base_strictest[positions]
    for item in own:
        cause = item, days[:, item, None], own, days
        others = own != item
        headroom[:, others] *= table.headroom[cause][:, others]
        strength_left[:, others] *= table.strength_left[cause][:, others]
        clashes += table.clash[cause]
        strictest = np.minimum(strictest, table.strictest[cause])
    recovery, soreness, lost = assess(table, positions, headroom, strength_left)
    clashes += _count_states(table, soreness, lost, strictest)
    moves = (days != table.present).sum(axis=1)
    return pack_rank(table, own, recovery, clashes.sum(axis=1), moves, at_other_hours(days))


def at_other_hours(slots: Days) -> Ranks:
    """Return how many sessions of each arrangement stand in the other half of the day."""
    return np.asarray((slots >= DAYS).sum(axis=1))


def is_allowed(table: Tables, days: Days) -> Flags:
    """Return whether each arrangement keeps the rules: allowed slots, two a day, none too near another.

    What fixed sessions do among themselves is not asked.
    """
    own = np.arange(days.shape[1])
    allowed = table.allowed[own, days].all(axis=1)
    allowed &= ~table.near[own[:, None], days[:, :, None], own, days[:, None, :]].any(axis=(1, 2))
    dates = days % DAYS
    crowded = (dates[:, :, None] == dates[:, None, :]).sum(axis=2) > MOST_A_DAY
    return np.asarray(allowed & ~(crowded & ~table.is_fixed).any(axis=1))
