"""Session effort: from the file, else from heart rate, else from the ratings of single sets, else from the kind."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence

from legrun.evidence import value
from legrun.logs.format import Notes
from legrun.scenario import Kind
from legrun.wording.rounding import counted

__all__ = ["Efforts", "highest_heart_rate"]

_KINDS: tuple[Kind, ...] = ("legs", "upper", "run", "walk", "other")
_EFFORTS = tuple(str(effort) for effort in range(1, 11))
_STRENGTH: tuple[Kind, ...] = ("legs", "upper")  # between sets the heart rests: its mean says nothing of the work
_MAXIMA = tuple(str(rate) for rate in range(120, 231))  # what a person may enter as their highest heart rate [1/min]
_UNKNOWN = "unknown"
_MANY = 10  # rows from which single high readings no longer count
_GAP = 10.0  # readings that stand so far above the next are the sensor's [1/min]
_TOP = 0.1  # part of the rows that such readings may be
_ESTIMATED = frozenset({"rpe"})


def highest_heart_rate(rates: Iterable[float]) -> float | None:
    """Return the heart rate that stands in for a person's maximum, or None when a log does not show it.

    Straps and wrists give spikes: of ten rows or more the third highest counts, of many the one that a share of the
    rows passes, and none that stands far above the rest. [1/min]

    Examples
    --------
    >>> highest_heart_rate([150, 160, 185, 171, 150, 231]), highest_heart_rate([90, 95, 100, 99, 97, 96])
    (185.0, None)
    >>> highest_heart_rate([215, 216, 217, 218, *range(140, 189)])
    188.0
    """
    ceiling = value("log.heart_ceiling")
    seen = sorted((float(rate) for rate in rates if 0 < rate <= ceiling), reverse=True)
    if len(seen) < value("log.heart_rows"):
        return None
    place = max(2, int(value("log.heart_top_part") * len(seen))) if len(seen) >= _MANY else 0
    for at in range(int(_TOP * len(seen)), 0, -1):
        if seen[at - 1] - seen[at] >= _GAP:
            place = max(place, at)
            break
    return seen[place] if seen[place] >= value("log.heart_least_max") else None


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
    >>> efforts.of("run", heart=125, minutes=600)[0], efforts.of("legs", heart=100)[0]
    (6.0, 7.0)
    """

    def __init__(self, notes: Notes, heart_max: float | None = None) -> None:
        self.notes = notes
        self.from_file = 0
        self.from_heart = 0
        self.heart_unused = 0
        self.from_sets = 0
        self.by_kind: Counter[Kind] = Counter()
        self.use_heart = notes.choices.get("effort:heart_rate") != "not used"
        self._heart_rest = value("log.heart_rest")
        self._heart_exponent = value("log.heart_exponent")
        self._heart_base_min, self._heart_decline = value("log.heart_base_min"), value("log.heart_decline")
        self._rated_sets, self._rated_part = value("log.rated_sets"), value("log.rated_part")
        chosen = notes.choices.get("max_heart_rate", "")
        self.log_max = heart_max
        self.heart_max = float(chosen) if chosen in _MAXIMA else heart_max
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
        minutes: float = 0.0,
        rated: Sequence[float] = (),
        sets: int = 0,
    ) -> tuple[float, frozenset[str]]:
        """Return the effort of a session [0-10], and which of its fields that leaves estimated.

        Parameters
        ----------
        kind : str
            What it was. Heart rate never rates legs or upper; for other strength work, give none.
        rpe, heart, minutes : float
            Rating [0-10], mean heart rate [1/min] and duration [min]; NaN or 0 where not known.
        rated : sequence of float
            Ratings of single sets. [0-10]
        sets : int
            Working sets.
        """
        if rpe > 0:
            self.from_file += 1
            return float(rpe), frozenset()
        if self.use_heart and kind not in _STRENGTH and heart > self._heart_rest:
            if self.heart_max is None:
                self.heart_unused += 1
            elif heart <= self.heart_max * 1.02:
                self.from_heart += 1
                return self._by_heart(heart, minutes), _ESTIMATED
        if rated and (len(rated) >= self._rated_sets or len(rated) >= self._rated_part * sets):
            self.from_sets += 1
            return statistics.median(rated), _ESTIMATED
        self.by_kind[kind] += 1
        return self.usual[kind], _ESTIMATED

    def _by_heart(self, heart: float, minutes: float) -> float:
        """Return 10 x (share of the reserve / share that lasts so long) ^ exponent, to the half. [0-10]"""
        assert self.heart_max is not None
        share = min((heart - self._heart_rest) / (self.heart_max - self._heart_rest), 1.0)
        lasting = 1 - self._heart_decline * math.log(max(minutes, self._heart_base_min) / self._heart_base_min)
        effort = min(10 * float((share / lasting) ** self._heart_exponent), 10.0)
        return max(round(2 * effort) / 2, 1.0)

    def note(self) -> None:
        """Note how efforts were come by."""
        if self.from_heart:
            assert self.heart_max is not None
            reason = (
                f"{counted(self.from_heart, 'effort')} estimated from mean heart rate against the highest "
                f"({self.heart_max:.0f}) and how long it lasted; may be off by {value('log.spread_heart'):g} either "
                "way; our judgement"
            )
            self.notes.choose("effort:heart_rate", "used", reason, ("used", "not used"))
            reason = "what the log's own rows reach, single spikes left out; enter yours if you know it"
            self.notes.choose("max_heart_rate", f"{self.log_max or self.heart_max:.0f}", reason, _MAXIMA)
        elif self.heart_unused:
            reason = (
                f"{counted(self.heart_unused, 'session')} with a heart rate, but the log does not show how high yours "
                "goes; enter it to have their effort estimated from it"
            )
            self.notes.choose("max_heart_rate", _UNKNOWN, reason, (_UNKNOWN, *_MAXIMA))
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
