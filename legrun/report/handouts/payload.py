"""The data of a handout's script: an answer to every pair of slider values, the chart's data, all of it packed."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable
from typing import Any

from legrun.answering import Answer, answer
from legrun.charts import Figure, hours_before, week_figure
from legrun.report.handouts import chart
from legrun.report.handouts.content import STEPS, as_plain, content, curves, dots
from legrun.report.handouts.sliders import Sliders
from legrun.scenario.names import VERDICT_NAMES
from legrun.wording.languages import say

__all__ = ["Progress", "figure", "packed", "payload"]

# The tables of the chart that hold values of curves; the script fills those in.
CURVED = ("week", "ghost", "pointed")

Progress = Callable[[float], object]


def figure(of: Answer) -> Figure:
    """Return the week chart of an answer, as the app draws it."""
    return week_figure(of, before=of.before(hours_before(of)))[0]


def payload(of: Answer, progress: Progress | None = None) -> dict[str, Any]:
    """Return everything that the script fills in, in the language that is spoken.

    Parameters
    ----------
    of : Answer
        The answer to hand over.
    progress : callable, optional
        Is told the share done, from 0 to 1.
    """
    sliders = _sliders(Sliders.of(of.scenario), progress)
    tables = chart.datasets(figure(of))
    moving = sliders["curves"][0]
    still = {name: [{k: v for k, v in row.items() if k not in moving} for row in tables[name]] for name in CURVED}
    return {
        **sliders,
        "still": still,
        "events": tables["events"],
        "steps": STEPS,
        "names": day_names(),
    }


def day_names() -> dict[str, str]:
    """Return what the table of days says for the most that fits, in the language that is spoken."""
    verdicts: dict[str, str] = {verdict: say(name) for verdict, name in VERDICT_NAMES.items()}
    return {**verdicts, "past": say("past"), "open": say("check again")}


def _sliders(sliders: Sliders, progress: Progress | None) -> dict[str, Any]:
    """Return the sliders and an answer to every pair of their values; pairs that agree share one."""
    numbers: dict[tuple[int, int], int] = {}
    words: list[dict[str, Any]] = []
    drawn: list[dict[str, list[int]]] = []
    dotted: list[list[dict[str, Any]]] = []
    # What the answers to one night, or to one rating, have in common is worked out once.
    of_rating: dict[int, Answer] = {}
    for sleep in range(len(sliders.sleep_h)):
        first: Answer | None = None
        for soreness in range(len(sliders.soreness)) if sliders.same_night(sleep) == sleep else ():
            kin = tuple(filter(None, (first, of_rating.get(soreness))))
            one = answer(sliders.scenario_at(soreness, sleep), reuse=kin)
            first = first or one
            of_rating.setdefault(soreness, one)
            numbers[soreness, sleep] = len(words)
            words.append(as_plain(content(one)))
            drawn.append(curves(one))
            dotted.append(dots(one))
        if progress:
            progress((sleep + 1) / len(sliders.sleep_h))
    nights = [sliders.same_night(sleep) for sleep in range(len(sliders.sleep_h))]
    answers = [[numbers[soreness, night] for night in nights] for soreness in range(len(sliders.soreness))]
    return {
        "soreness": sliders.soreness,
        "sleep": sliders.sleep_h,
        "start": sliders.start,
        "sliders": _stops(sliders),
        "answers": answers,
        "said": words,
        "curves": drawn,
        "dots": dotted,
    }


def _stops(sliders: Sliders) -> dict[str, list[str]]:
    """Return how every stop of both sliders is said."""
    rated = [say("not rated") if s is None else say("{rating:g} of 10", rating=s) for s in sliders.soreness]
    return {"soreness": rated, "sleep": [say("{hours:g} h", hours=hours) for hours in sliders.sleep_h]}


def packed(payload: dict[str, Any]) -> str:
    """Return data as text that needs no escaping: JSON, compressed, in base 64; the same on every run."""
    plain = json.dumps(payload, separators=(",", ":")).encode()
    # The highest level takes six times as long for a page that is a twentieth smaller.
    return base64.b64encode(gzip.compress(plain, compresslevel=6, mtime=0)).decode()
