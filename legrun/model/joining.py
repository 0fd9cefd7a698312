"""How the soreness and the fatigue of further sessions join those that are there.

Sessions combine as products of the headroom that each leaves, ``S = 10 h (1 - prod(1 - s / (10 h)))``, h being the
factor of habits. A residual, the soreness that no session explains, stays outside that product and is added to it.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np

from legrun.model.kinetics import Array, Draws

__all__ = ["join_fatigue", "join_soreness", "soreness_headroom", "with_residual"]

A = TypeVar("A", Array, Draws)
MOST = 10.0


def soreness_headroom(explained: A, habit: float) -> A:
    """Return the factor that some sessions leave of the room for soreness. [0-1]

    Parameters
    ----------
    explained : array
        Soreness that they explain. [0-10]
    habit : float
        Factor of habits on soreness. [-]
    """
    room = explained * (-1 / (MOST * habit))
    room += 1
    return room


def join_soreness(explained: A, further: A, habit: float) -> A:
    """Return the soreness that sessions and further sessions explain together.

    Parameters
    ----------
    explained, further : array
        Soreness that each explains alone; `further` is overwritten. [0-10]
    habit : float
        Factor of habits on soreness. [-]

    Examples
    --------
    >>> join_soreness(np.array([4.0]), np.array([5.0]), 1.0)
    array([7.])
    """
    further *= soreness_headroom(explained, habit)
    further += explained
    return further


def with_residual(explained: A, residual: Array | Draws) -> A:
    """Return the soreness of sessions and of the residual, within 0 and 10; overwrites `explained`. [0-10]

    Examples
    --------
    >>> with_residual(np.array([4.0, 9.0]), np.array([1.5, 1.5]))
    array([ 5.5, 10. ])
    """
    explained += residual
    return np.clip(explained, 0.0, MOST, out=explained)


def join_fatigue(fatigue: A, further: A) -> A:
    """Return the share of strength lost to sessions and further sessions, ``1 - prod(1 - F)``; overwrites `further`.

    Examples
    --------
    >>> join_fatigue(np.array([0.2]), np.array([0.5]))
    array([0.6])
    """
    further *= 1 - fatigue
    further += fatigue
    return further
