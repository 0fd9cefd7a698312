"""What the rows of an activity list were: run, walk, legs, upper or other, by the app's type and the title."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.activities import activity
from legrun.logs.endurance.rows import Activities
from legrun.logs.format import Notes
from legrun.logs.reading.text import clean, fold
from legrun.logs.strength.titles import strength_kind, title_of_lifting
from legrun.scenario import KINDS
from legrun.wording.rounding import counted

__all__ = ["kinds_of"]

_KINDS: tuple[str, ...] = KINDS
_CORE = frozenset({"core", "abs"})  # an app's type, "Core training", of whatever was done
# Classes of many exercises: where they name those of the legs, they were a leg day.
_CIRCUITS = re.compile(
    r"\b(?:circuits?|circuitos?|zirkel(?:training)?|cirkel(?:training)?|hiit|wod|emom|amrap|tabata|metcon|bootcamp"
    r"|rounds|runden|tours|rondas)\b"
)
_LOOSE = re.compile(
    r"(?:indoor )?cardio|kardio|konditionspass|hiit|high intensity|other|sonstige|autre|otro|altro|training"
)
_ANYTHING = "workout"
_RUN_KMH = (7.0, 17.0)  # sessions at these speeds are mostly runs


def kinds_of(rows: Activities, notes: Notes) -> list[str | None]:
    """Return the kind of each row, ``multisport`` among them; None for rows that are no session."""
    known = {text: activity(text) for text in dict.fromkeys(rows.types)}
    used = Counter(text for text, start in zip(rows.types, rows.starts, strict=True) if start is not None)
    kinds: dict[str, str] = {
        text: "strength" if named.kind == "other" and _is_leg_circuit(text) else named.kind
        for text, named in known.items()
    }
    for text, count in sorted(used.items(), key=lambda pair: (-pair[1], pair[0])):
        key = f"activity:{clean(text, 40)}"
        if known[text].style and _has_distances(rows, text):
            reason = f"{counted(count, 'row')} with a distance; the name says how a run is run"
            kinds[text] = notes.choose(key, "run", reason, _KINDS)
        elif notes.choices.get(key) in _KINDS or not known[text].known or known[text].style:
            reason = f"{counted(count, 'row')} of this kind, which legrun does not know as a run, walk or strength work"
            # What was covered as runs are, and numbers, which may stand for any sport, are asked about.
            instead = "run" if _covers_as_runs_do(rows, text) else "legs" if text.isdecimal() else ""
            kinds[text] = notes.choose(key, "other", reason, _KINDS, instead=instead)
    if off := sum(count for text, count in used.items() if kinds[text] == "off"):
        notes.assume("days_off", f"{off:,} left out", "a day off is no training")
    of_rows: list[str | None] = []
    ran = _at_speeds_of_runs(rows)
    for place, (text, title, start) in enumerate(zip(rows.types, rows.names, rows.starts, strict=True)):
        kind = None if start is None or kinds[text] == "off" else kinds[text]
        if kind == "other" and _LOOSE.match(fold(text)) is not None and title_of_lifting(title):
            kind = "strength"
        elif kind == "strength" and fold(text) == _ANYTHING and ran[place] and activity(title).kind == "run":
            kind = "run"  # what apps of runners call a workout, "Tempo" or "Intervals", has a distance
        of_rows.append(kind)
    return _strength_kinds(rows, of_rows, notes)


def _is_leg_circuit(text: str) -> bool:
    return bool(_CIRCUITS.search(fold(text))) and strength_kind(text) == "legs"


def _at_speeds_of_runs(rows: Activities) -> NDArray[np.bool_]:
    """Tell of each row whether its distance and its time make it a run's."""
    speeds = _speeds(rows)
    return (_RUN_KMH[0] <= speeds) & (speeds <= _RUN_KMH[1])


def _speeds(rows: Activities) -> NDArray[np.float64]:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(rows.distance_km / rows.minutes * 60, dtype=np.float64)


def _covers_as_runs_do(rows: Activities, text: str) -> bool:
    """Tell whether the rows of a type have distances, and times that make them a run's."""
    of_type = np.array([each == text for each in rows.types], dtype=bool)
    speeds = _speeds(rows)[of_type]
    speeds = speeds[np.isfinite(speeds) & (speeds > 0)]
    return _has_distances(rows, text) and bool(len(speeds)) and _RUN_KMH[0] <= float(np.median(speeds)) <= _RUN_KMH[1]


def _has_distances(rows: Activities, text: str) -> bool:
    """Tell whether most rows of a type have a distance."""
    of_type = np.array([each == text for each in rows.types], dtype=bool)
    return bool(np.count_nonzero(rows.distance_km[of_type] > 0) * 2 > np.count_nonzero(of_type))


def _title(name: str, of_type: str) -> str:
    """Return what tells the part of the body: a type that names it, "Beine", before a title or a remark beside it."""
    if strength_kind(of_type) in ("legs", "upper") and not _CORE & set(fold(of_type).split()):
        return of_type
    return name if title_of_lifting(name) else f"{name} {of_type}"


def _strength_kinds(rows: Activities, kinds: list[str | None], notes: Notes) -> list[str | None]:
    """Replace ``strength`` by what the titles say; the file names no exercises."""
    places = [place for place, kind in enumerate(kinds) if kind == "strength"]
    if not places:
        return kinds
    rows.lifted = frozenset(places)
    titles = {place: _title(rows.names[place], rows.types[place]) for place in places}
    kinds_of_titles = {title: strength_kind(title) for title in set(titles.values())}
    by_title = {place: kinds_of_titles[title] for place, title in titles.items()}
    named, silent = (
        sum(kind in ("legs", "upper") for kind in by_title.values()),
        sum(not kind for kind in by_title.values()),
    )
    if named:
        reason = "the file names no exercises; words like “legs” or “upper” in the title decided"
        notes.assume("strength_by_title", counted(named, "session"), reason)
    usual: str = "other"
    if silent:
        reason = (
            f"the file names no exercises for {counted(silent, 'strength session')}, so none of them counts as a leg "
            "day; choose legs if they were, or add the log of your lifting app"
        )
        usual = notes.choose("strength_kind", "other", reason, ("other", "upper", "legs"))
    for place, kind in by_title.items():
        kinds[place] = kind or usual
    return kinds
