"""Exact search over the arrangements of a week: branch and bound, a block of partial arrangements at a time.

Placing one more session never raises another's recovery and never mends a gate that is broken. So a partial
arrangement is bounded by what it has come to so far, with every session still to be placed on the best day that is
left to it. Blocks whose bound is no better than the third best plan known are dropped; the result is optimal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from legrun.model.kinetics import Array
from legrun.scenario.week_plan import DAYS
from legrun.week.arrange.objective import (
    MOST_A_DAY,
    Days,
    Ranks,
    assess,
    at_other_hours,
    breaks_by_state,
    is_allowed,
    pack_rank,
    rank_weeks,
)
from legrun.week.arrange.tables import Counts, Flags, Tables

__all__ = ["RankedWeek", "find_best_weeks"]

# Partial arrangements that are worked on at once: enough to be fast, few enough for the processor's cache.
BLOCK = 2048
# How many partial arrangements the first, quick look keeps at each step.
BEAM = 64
WORST = np.iinfo(np.int64).max


@dataclass(frozen=True)
class RankedWeek:
    """One arrangement: its rank and the slot of each session."""

    rank: int
    days: tuple[int, ...]


class _Best:
    """The best few distinct plans known: two that only exchange alike sessions are one."""

    def __init__(self, table: Tables, most: int) -> None:
        # Without a session that loads the legs there is but one plan to tell.
        self.table, self.most = table, most if (table.loads & ~table.is_fixed).any() else 1
        self.weeks: dict[tuple[tuple[int, int], ...], RankedWeek] = {}

    @property
    def limit(self) -> int:
        """The rank below which a plan is news."""
        return max(each.rank for each in self.weeks.values()) if len(self.weeks) == self.most else WORST

    def take(self, ranks: Ranks, days: Days) -> None:
        """Keep what is better than what is known."""
        for row in np.argsort(ranks, kind="stable"):
            if ranks[row] >= self.limit:
                return
            chosen = tuple(int(day) for day in days[row])
            plan = self._plan(chosen)
            known = self.weeks.get(plan)
            if known is not None and known.rank <= ranks[row]:
                continue
            self.weeks[plan] = RankedWeek(int(ranks[row]), chosen)
            if len(self.weeks) > self.most:
                del self.weeks[max(self.weeks, key=lambda each: self.weeks[each].rank)]

    def _plan(self, days: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
        """Return what tells a plan from another: the days of the sessions that load the legs."""
        each = zip(self.table.kinds, days, self.table.loads, strict=True)
        return tuple(sorted((kind, day % DAYS) for kind, day, loads in each if loads))

    def plans(self) -> list[RankedWeek]:
        """Return them, the best first."""
        return sorted(self.weeks.values(), key=lambda each: (each.rank, each.days))


@dataclass(frozen=True)
class _Block:
    """Partial arrangements, one a row: the first sessions of `order` are placed.

    Attributes
    ----------
    days : array of int, shape (rows, placed)
        Where they stand.
    headroom, strength_left, clash : array, shape (rows, placed[, weeks])
        What they have come to.
    field_headroom, field_strength, field_clash : array, shape (rows, left, slots[, weeks])
        What each session still to be placed would come to in each slot.
    free : array of bool, shape (rows, left, slots)
        Slots that are left to each of them.
    bound : array of int, shape (rows,)
        A rank that no completion falls below.
    """

    days: Days
    headroom: Array
    strength_left: Array
    clash: Counts
    field_headroom: Array
    field_strength: Array
    field_clash: Counts
    free: Flags
    bound: Ranks

    def rows(self, chosen: Ranks | Days | Flags) -> _Block:
        """Return some of the rows."""
        return _Block(**{name: each[chosen] for name, each in vars(self).items()})

    @property
    def placed(self) -> int:
        """How many sessions are placed."""
        return int(self.days.shape[1])


def find_best_weeks(table: Tables, most: int) -> list[RankedWeek]:
    """Return the best distinct arrangements, the best first; none where the rules of days allow none.

    Parameters
    ----------
    table : Tables
        The week.
    most : int
        How many are wanted.
    """
    order = _order(table)
    best = _Best(table, most)
    present = table.present[None]
    if is_allowed(table, present)[0]:
        best.take(rank_weeks(table, present), present)
    root = _root(table, order)
    for width in (BEAM, None):
        _descend(table, order, root, best, width)
    return best.plans()


def _order(table: Tables) -> Days:
    """Return the order in which sessions are placed: fixed ones, then those that weigh most on the others."""
    factors = (np.log(np.maximum(each, 1e-3)) for each in (table.headroom, table.strength_left))
    weight = -sum(factors, start=np.zeros(1)).sum(axis=(1, 2, 3, 4))
    weight = weight / table.allowed.sum(axis=1).clip(1)
    return np.lexsort((-weight, ~table.is_key, -weight.round(1), ~table.is_fixed))


def _root(table: Tables, order: Days) -> _Block:
    none = np.zeros((1, 0), dtype=np.intp)
    weeks = table.base_headroom.shape[-1]
    return _Block(
        days=none,
        headroom=np.ones((1, 0, weeks)),
        strength_left=np.ones((1, 0, weeks)),
        clash=np.zeros((1, 0), dtype=np.int16),
        field_headroom=table.base_headroom[order][None],
        field_strength=table.base_strength[order][None],
        field_clash=table.base_clash[order][None],
        free=table.allowed[order][None],
        bound=np.zeros(1, dtype=np.int64),
    )


def _descend(table: Tables, order: Days, root: _Block, best: _Best, width: int | None) -> None:
    """Go through the arrangements, depth first; only the most promising of each step where a width is given."""
    stack = [root]
    while stack:
        block = stack.pop()
        block = block.rows(block.bound < best.limit)
        if not block.bound.size:
            continue
        if block.placed == order.size:
            days = np.empty_like(block.days)
            days[:, order] = block.days
            best.take(rank_weeks(table, days), days)
            continue
        children = _expanded(table, order, block, best.limit)
        ahead = np.argsort(children.bound, kind="stable")
        if width is not None:
            stack.append(children.rows(ahead[:width]))
            continue
        # The most promising rows last, so that they are looked at first.
        parts = [ahead[first : first + BLOCK] for first in range(0, ahead.size, BLOCK)]
        stack += [children.rows(part) for part in reversed(parts)]


def _expanded(table: Tables, order: Days, block: _Block, limit: int) -> _Block:
    """Return every way to place the next session that may still lead below the limit."""
    item, left = order[block.placed], order[block.placed + 1 :]
    before = order[: block.placed]
    parent, day = np.nonzero(block.free[:, 0])
    days = block.days[parent]
    there = item, day[:, None], before, days
    headroom = _appended(block.headroom[parent] * table.headroom[there], block.field_headroom[parent, 0, day])
    strength = _appended(block.strength_left[parent] * table.strength_left[there], block.field_strength[parent, 0, day])
    clash = _appended(block.clash[parent] + table.clash[there], block.field_clash[parent, 0, day])
    grown = _Block(
        days=_appended(days, day),
        headroom=headroom,
        strength_left=strength,
        clash=clash,
        field_headroom=block.field_headroom[parent, 1:] * table.headroom[item, day][:, left],
        field_strength=block.field_strength[parent, 1:] * table.strength_left[item, day][:, left],
        field_clash=block.field_clash[parent, 1:] + table.clash[item, day][:, left],
        free=_left_free(table, order, block, parent, day),
        bound=block.bound[parent],
    )
    grown = grown.rows(np.all(np.any(grown.free, axis=2), axis=1))
    bound = _bound(table, order, grown)
    grown = _Block(**{**vars(grown), "bound": bound})
    return grown.rows(bound < limit)


def _appended(rows: Any, last: Any) -> Any:
    """Return rows with one more column."""
    return np.concatenate([rows, last[:, None]], axis=1)


def _left_free(table: Tables, order: Days, block: _Block, parent: Days, day: Days) -> Flags:
    """Return the slots left to the sessions still to be placed once the next one is in `day`."""
    item, left = order[block.placed], order[block.placed + 1 :]
    free = block.free[parent, 1:] & ~table.near[item, day][:, left]
    full = 1 + (block.days[parent] % DAYS == day[:, None] % DAYS).sum(axis=1) >= MOST_A_DAY
    same_day = np.arange(free.shape[2]) % DAYS == day[:, None] % DAYS
    free &= ~(full[:, None] & same_day)[:, None] | table.is_fixed[left][:, None]
    return np.asarray(free)


def _bound(table: Tables, order: Days, block: _Block) -> Ranks:
    """Return a rank that no completion of a row falls below."""
    placed, left = order[: block.placed], order[block.placed :]
    here = np.broadcast_to(placed, block.days.shape), block.days
    recovery, *state = assess(table, here, block.headroom, block.strength_left)
    # Whatever is told of a state in the end, an event or the state is told where it breaks a gate.
    clashes = np.maximum(block.clash, breaks_by_state(table, placed, *state)).sum(axis=1)
    anywhere = left[:, None], np.arange(block.free.shape[2])[None]
    ahead, *state = assess(table, anywhere, block.field_headroom, block.field_strength)
    breaks = np.maximum(block.field_clash, breaks_by_state(table, left[:, None], *state))
    highest = np.where(block.free, ahead, 0.0).max(axis=2, initial=0.0)
    fewest = np.where(block.free, breaks, np.int16(999)).min(axis=2, initial=999)
    reached = np.concatenate([recovery, highest], axis=1)
    moves, other_hours = _fewest_moves(table, order, block), at_other_hours(block.days)
    return pack_rank(table, order, reached, clashes + fewest.sum(axis=1), moves, other_hours)


def _fewest_moves(table: Tables, order: Days, block: _Block) -> Ranks:
    """Return how many sessions have moved or must: a day holds only so many of those that would stay on it."""
    placed, left = order[: block.placed], order[block.placed :]
    moves = (block.days != table.present[placed]).sum(axis=1) + left.size
    stays = block.free[:, np.arange(left.size), table.present[left]]
    moves -= stays[:, table.is_fixed[left]].sum(axis=1)
    stays = stays & ~table.is_fixed[left]
    for day in range(DAYS):
        room = np.maximum(MOST_A_DAY - (block.days % DAYS == day).sum(axis=1), 0)
        moves -= np.minimum(stays[:, table.present[left] == day].sum(axis=1), room)
    return np.asarray(moves)
