"""Session effort: from the file, else from heart rate, else from the ratings of single sets, else from the kind."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence

from legrun.evidence import value
from legrun.logs.format import Notes
from legrun.scenario import Kind

__all__ = ["Efforts", "counted", "highest_heart_rate"]

_KINDS: tuple[Kind, ...] = ("legs", "upper", "run", "walk", "other")
_EFFORTS = tuple(str(effort) for effort in range(1, 11))
_ESTIMATED = frozenset({"rpe"})


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> counted(1, "run"), counted(1200, "set")
    ('1 run', '1,200 sets')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def highest_heart_rate(rates: Iterable[float]) -> float | None:
    """Return the heart rate that stands in for a person's maximum, or None when a log does not show it.

    The third highest of ten or more: straps and wrists give single spikes. [bpm]

    Examples
    --------
    >>> highest_heart_rate([150, 160, 185, 171, 150, 231]), highest_heart_rate([90, 95, 100, 99, 97, 96])
    (185.0, None)
    """
    ceiling = value("log.heart_ceiling")
    seen = sorted((float(rate) for rate in rates if 0 < rate <= ceiling), reverse=True)
    if len(seen) < value("log.heart_rows"):
        return None
    highest = seen[2] if len(seen) >= 10 else seen[0]
    return highest if highest >= value("log.heart_least_max") else None


class Efforts:
    """Gives each session its effort and counts where it came from.

    Parameters
    ----------
    notes : Notes
        Knows the user's choices.
    heart_max : float, optional
        Highest heart rate of the log. [bpm]

    Examples
    --------
    >>> efforts = Efforts(Notes(), heart_max=190)
    >>> efforts.of("run", rpe=6), efforts.of("run", heart=140), efforts.of("run")
    ((6.0, frozenset()), (3.5, frozenset({'rpe'})), (4.0, frozenset({'rpe'})))
    """

    def __init__(self, notes: Notes, heart_max: float | None = None) -> None:
        self.notes = notes
        self.from_file = 0
        self.from_heart = 0
        self.from_sets = 0
        self.by_kind: Counter[Kind] = Counter()
        self.use_heart = notes.choices.get("effort:heart_rate") != "not used"
        self._heart_rest = value("log.heart_rest")
        self._heart_exponent = value("log.heart_exponent")
        self._rated_sets, self._rated_part = value("log.rated_sets"), value("log.rated_part")
        chosen = notes.choices.get("max_heart_rate", "")
        self.heart_max = float(chosen) if chosen.isdecimal() and 120 <= float(chosen) <= 230 else heart_max
        self.usual: dict[Kind, float] = {kind: value(f"log.rpe_{kind}") for kind in _KINDS}
        for kind in _KINDS:
            if (effort := notes.choices.get(f"effort:{kind}")) in _EFFORTS:
                self.usual[kind] = float(effort)

    def of(
        self,
        kind: Kind,
        *,
        rpe: float = math.nan,
        heart: float = math.nan,
        rated: Sequence[float] = (),
        sets: int = 0,
    ) -> tuple[float, frozenset[str]]:
        """Return the effort of a session [0-10], and which of its fields that leaves estimated."""
        if rpe > 0:
            self.from_file += 1
            return float(rpe), frozenset()
        if self.use_heart and self.heart_max and self._heart_rest < heart <= self.heart_max * 1.02:
            self.from_heart += 1
            return self._by_heart(heart), _ESTIMATED
        if rated and (len(rated) >= self._rated_sets or len(rated) >= self._rated_part * sets):
            self.from_sets += 1
            return statistics.median(rated), _ESTIMATED
        self.by_kind[kind] += 1
        return self.usual[kind], _ESTIMATED

    def _by_heart(self, heart: float) -> float:
        """Return 10 x (share of the reserve) ^ exponent, to the half. [0-10]"""
        assert self.heart_max is not None
        share = min((heart - self._heart_rest) / (self.heart_max - self._heart_rest), 1.0)
        effort = 10 * float(share**self._heart_exponent)
        return max(round(2 * effort) / 2, 1.0)

    def note(self) -> None:
        """Note how efforts were come by."""
        if self.from_heart:
            reason = (
                f"{counted(self.from_heart, 'effort')} estimated from mean heart rate against the log's own highest "
                f"({self.heart_max:.0f}); may be off by {value('log.spread_heart'):g} either way; our judgement"
            )
            self.notes.choose("effort:heart_rate", "used", reason, ("used", "not used"))
        elif not self.use_heart:
            self.notes.choose("effort:heart_rate", "used", "", ("used", "not used"))
        if self.from_sets:
            reason = (
                "effort is estimated as the median RPE of a session's working sets, warm-ups left out; may be off by "
                f"{value('log.spread_sets'):g} either way"
            )
            self.notes.assume("effort:rated", counted(self.from_sets, "session"), reason)
        for kind, count in sorted(self.by_kind.items()):
            reason = (
                f"{counted(count, 'session')} of this kind without a rating; this effort is usual for them, and may be "
                f"off by {value('log.spread_kind'):g} either way"
            )
            self.notes.choose(f"effort:{kind}", f"{value(f'log.rpe_{kind}'):.0f}", reason, _EFFORTS)
