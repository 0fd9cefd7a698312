"""What a handout's script reads: every stop of its sliders answered, the chart's data, all of it packed."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from legrun.answering import Answer, answer
from legrun.charts import VERDICT_NAMES, Figure, hours_before, week_figure
from legrun.report.handouts import chart
from legrun.report.handouts.content import STEPS, curves, dots, told
from legrun.report.handouts.stops import Dials, dials

__all__ = ["Progress", "figure", "packed", "payload"]

Progress = Callable[[float], object]


def figure(found: Answer) -> Figure:
    """Return the week chart of an answer, as the app draws it."""
    return week_figure(found, before=found.before(hours_before(found.scenario)))[0]


def payload(found: Answer, progress: Progress | None = None) -> dict[str, Any]:
    """Return all that the script puts in its places.

    Parameters
    ----------
    found : Answer
        The answer that is handed over.
    progress : callable, optional
        Told the share done, from 0 to 1.
    """
    stops = _stops(dials(found.scenario), progress)
    tables = chart.datasets(figure(found))
    moving = {name.removeprefix("ghost_") for name in stops["curves"][0]}
    hours = [{k: v for k, v in row.items() if k.removeprefix("ghost_") not in moving} for row in tables["week"]]
    return {
        **stops,
        "hours": hours,
        "events": tables["events"],
        "steps": STEPS,
        "names": VERDICT_NAMES,
    }


def _stops(turned: Dials, progress: Progress | None) -> dict[str, Any]:
    """Return the sliders and every stop of them; pairs that agree share one answer."""
    places: dict[tuple[int, int], int] = {}
    said: list[dict[str, Any]] = []
    drawn: list[dict[str, list[int]]] = []
    dotted: list[list[dict[str, Any]]] = []
    for sleep in range(len(turned.sleep_h)):
        # What one night has in common is worked out once.
        first: Answer | None = None
        for soreness in range(len(turned.soreness)) if turned.same_night(sleep) == sleep else ():
            one = answer(turned.stop(soreness, sleep), reuse=first)
            first = first or one
            places[soreness, sleep] = len(said)
            said.append(asdict(told(one)))
            drawn.append(curves(one))
            dotted.append(dots(one))
        if progress:
            progress((sleep + 1) / len(turned.sleep_h))
    nights = [turned.same_night(sleep) for sleep in range(len(turned.sleep_h))]
    answers = [[places[soreness, night] for night in nights] for soreness in range(len(turned.soreness))]
    return {
        "soreness": turned.soreness,
        "sleep": turned.sleep_h,
        "start": turned.start,
        "answers": answers,
        "said": said,
        "curves": drawn,
        "dots": dotted,
    }


def packed(payload: dict[str, Any]) -> str:
    """Return data as text that needs no escaping: JSON, compressed, in base 64; the same on every run."""
    plain = json.dumps(payload, separators=(",", ":")).encode()
    return base64.b64encode(gzip.compress(plain, mtime=0)).decode()
