"""Exercises of a log judged one by one, with the user's own decisions first."""

from __future__ import annotations

import re
from collections.abc import Mapping

from legrun.logs.format import Notes
from legrun.logs.reading.text import quoted
from legrun.logs.strength.exercises import Exercise, classify

__all__ = ["judge_exercises"]

_SHARES = {"legs": 1.0, "half legs": 0.5, "not legs": 0.0}
_OPTIONS = tuple(_SHARES)
_UNKNOWN = "unknown"
_PERCENT = re.compile(r"(\d{1,3})\s*%.*")


def judge_exercises(
    counts: Mapping[str, int], notes: Notes, categories: Mapping[str, str] | None = None
) -> dict[str, Exercise]:
    """Return what is known of each exercise, and note judgement calls, unknown names and the user's choices.

    Parameters
    ----------
    counts : mapping of str to int
        Working sets by exercise name.
    notes : Notes
        Takes ``exercise:...`` assumptions.
    categories : mapping of str to str, optional
        The body part that the app files an exercise under; it decides where the name is not known.

    Returns
    -------
    dict of str to Exercise

    Examples
    --------
    >>> judged = judge_exercises({"Deadlift (Barbell)": 9, "Zorp": 3}, Notes({"exercise:Zorp": "half legs"}))
    >>> judged["Deadlift (Barbell)"].share, judged["Zorp"].share
    (0.5, 0.5)
    """
    judged = {}
    for name, sets in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        judged[name] = _judge(name, sets, notes, (categories or {}).get(name, ""))
    return judged


def _judge(name: str, sets: int, notes: Notes, category: str) -> Exercise:
    exercise, by_category = classify(name), False
    if exercise.region == "unknown" and category:
        exercise = classify(category)
        by_category = exercise.region != "unknown"
    key = f"exercise:{name}"
    counted = f"{sets:,} set" + ("" if sets == 1 else "s")
    chosen = notes.choices.get(key)
    if chosen is not None and chosen != _UNKNOWN:
        share = _share(chosen)
        if share is not None:
            notes.assume(key, _label(share), f"chosen by you; {counted}", _options(share))
            return Exercise("legs" if share > 0 else "upper", share)
        notes.problem(
            None, None, f"The choice {quoted(chosen)} for {quoted(name)} is not one of {', '.join(_OPTIONS)}."
        )
    if exercise.region == "unknown":
        reason = f"legrun does not know this exercise; its {counted} count neither for nor against a leg day"
        notes.assume(key, _UNKNOWN, reason, (_UNKNOWN, *_OPTIONS))
    elif by_category and exercise.is_strength:
        reason = f"its name is not known, but the app files it under {quoted(category)}; {counted}"
        notes.assume(key, _label(exercise.share), reason, _options(exercise.share))
    elif exercise.judgement:
        notes.assume(key, _label(exercise.share), f"{exercise.why}; {counted}", _options(exercise.share))
    return exercise


def _share(choice: str) -> float | None:
    """Return the share that a choice means: a word, a percentage or a number from 0 to 1."""
    if choice in _SHARES:
        return _SHARES[choice]
    if percent := _PERCENT.fullmatch(choice):
        share = int(percent[1]) / 100
    else:
        try:
            share = float(choice)
        except ValueError:
            return None
    return share if 0 <= share <= 1 else None


def _label(share: float) -> str:
    words = {value: word for word, value in _SHARES.items()}
    return words.get(share, f"{share * 100:.0f} % legs")


def _options(share: float) -> tuple[str, ...]:
    """Return what may be chosen; the present value is always among it."""
    return tuple(dict.fromkeys((_label(share), *_OPTIONS)))
