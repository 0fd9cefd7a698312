"""How much of a person's soreness costs nothing in score and gates: that of their resting level, as far as it is known.

What ratings before the newest have shown costs nothing, however sore somebody is. What is only guessed of a person who
rates, from how most people rate at rest, costs nothing near rest and counts in full from the soreness on at which
nobody is to run: no run is allowed on a guess. The newest rating is left out, or feeling worse would teach its own
excuse. Without any rating the soreness itself is a guess that holds the resting level of most people: it costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from legrun.evidence import value

__all__ = ["NOISE_SD", "RESTING_MEAN", "Sparing"]

RESTING_MEAN = value("rating.resting_mean")
RESTING_FREE = value("score.resting_free")
NOISE_SD = value("rating.noise_sd")
NO_RUN_FROM = value("gates.soreness_walk")


@dataclass(frozen=True)
class Sparing:
    """The part of the resting level that costs nothing.

    Attributes
    ----------
    learned : float
        What costs nothing whatever the soreness. [0-10]
    guessed : float
        What costs nothing at rest, and something the sorer somebody is. [0-10]
    """

    learned: float
    guessed: float

    @classmethod
    def unrated(cls) -> Sparing:
        """Return what costs nothing of a soreness that nobody rated."""
        return cls(learned=RESTING_MEAN + NOISE_SD, guessed=0.0)

    @classmethod
    def rated(cls, resting: float = RESTING_MEAN, known: float = 0.0) -> Sparing:
        """Return what costs nothing of a resting level that is known to some share, at most 1.5 of 10.

        A hair more, so that at rest the middle of the draws is at rest.

        Examples
        --------
        >>> Sparing.rated(resting=4.7, known=1.0)
        Sparing(learned=1.5, guessed=0.0)
        """
        free = min(max(0.0, resting), RESTING_MEAN + known * (RESTING_FREE - RESTING_MEAN))
        free = min(RESTING_FREE, free + NOISE_SD)
        guessed = (1 - known) * min(free, RESTING_MEAN + NOISE_SD)
        return cls(free - guessed, guessed)

    def counted(self, soreness: Any) -> Any:
        """Return the part of some soreness that counts. [0-10]

        Examples
        --------
        >>> [round(float(Sparing.rated().counted(rated)), 1) for rated in (0.5, 2, 4, 6.5, 9)]
        [0.0, 1.4, 3.6, 6.5, 9.0]
        """
        lower = np.subtract(soreness, self.learned) if self.learned or not self.guessed else soreness
        if self.guessed:
            steeper = NO_RUN_FROM / (NO_RUN_FROM - self.guessed)
            near_rest = steeper * soreness
            near_rest -= steeper * (self.learned + self.guessed)
            lower = np.minimum(lower, near_rest, out=near_rest if np.ndim(near_rest) else None)
        # A clip is faster than a maximum; soreness is at most 10.
        return np.clip(lower, 0.0, 10.0, out=lower if lower.ndim else None)
