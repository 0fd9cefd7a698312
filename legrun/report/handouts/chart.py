"""The week chart for a page without a server: the app's own spec compiled to Vega, its runtime, its picture."""

from __future__ import annotations

import functools
import json
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from legrun.charts import GREY, INK, Figure
from legrun.charts.week_spec import said_spec, week_spec
from legrun.errors import LegrunError
from legrun.report.handouts.content import plain_rows
from legrun.wording.languages import chart_locales, speaking

__all__ = ["Datasets", "Runtime", "datasets", "pictures", "runtime"]

ENGINE = Path(__file__).with_name("engine.py")
PATIENCE_S = 120
# As wide as the text on an A4 page; the script draws anew at the width of a screen.
WIDTH = 690
TITLE_SIZE = 12
# Follows the page's own text colour, in light, in dark and on paper.
PAGE_INK = "currentColor"
# A tenth of a pixel is enough of a path.
PATHS, DIGITS = re.compile(r' d="[^"]*"'), re.compile(r"(\.\d)\d+")
_LOCK = threading.Lock()
Datasets = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Runtime:
    """What draws a chart in a browser: the compiled spec and Vega itself, the same for every handout of a language.

    Attributes
    ----------
    spec : dict
        Vega, with its words in the language.
    script : str
        The library.
    locales : dict
        How it writes numbers and dates, as options of vega-embed; empty for English.
    """

    spec: dict[str, Any]
    script: str
    locales: dict[str, dict[str, Any]]


def _paper_spec(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the app's spec as a page of its own needs it: sizes, and the colours Streamlit would have given."""
    paper: dict[str, Any] = json.loads(json.dumps(spec).replace(GREY, PAGE_INK).replace(INK, PAGE_INK))
    for panel in paper["vconcat"]:
        panel["width"] = WIDTH
        panel["title"]["fontSize"] = TITLE_SIZE
    axis = dict.fromkeys(("labelColor", "tickColor", "domainColor", "gridColor"), PAGE_INK)
    # The page says in words what the chart shows.
    silent = {"aria": False}
    paper["config"] |= {
        "background": None,
        "font": "Arial, Liberation Sans, Helvetica, sans-serif",
        "view": {"stroke": None},
        "axis": {**axis, "gridOpacity": 0.15, "labelFontSize": 11, **silent},
        "title": {"color": PAGE_INK, "fontWeight": 600},
        "mark": silent,
    }
    return paper


def _ask(request: dict[str, Any]) -> dict[str, Any]:
    """Return what the engine makes of a request, in a child process."""
    # -P: the folder of the script stays off the path, so that no module of ours stands in for one of Python's.
    command = [sys.executable, "-P", str(ENGINE)]
    try:
        done = subprocess.run(
            command, input=json.dumps(request).encode(), capture_output=True, timeout=PATIENCE_S, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        # What it wrote is for the server's log; there is nothing of a visitor in it.
        details = (getattr(error, "stderr", None) or b"").decode(errors="replace")[-500:]
        raise LegrunError("The handout's chart could not be drawn. Try again in a moment.") from RuntimeError(details)
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def datasets(figure: Figure) -> Datasets:
    """Return a figure's data as rows of plain values."""
    return {name: plain_rows(table) for name, table in figure.datasets.items()}


def _drawn_through(compiled: Any) -> Any:
    """Return a compiled spec in which curves are drawn without a question.

    Vega-Lite asks of every hour of a curve, at every step of a slider, whether it can be drawn: here all can.
    """
    if isinstance(compiled, list):
        return [_drawn_through(each) for each in compiled]
    if not isinstance(compiled, dict):
        return compiled
    return {key: _drawn_through(value) for key, value in compiled.items() if key != "defined"}


@functools.cache
def _made(language: str) -> Runtime:
    """Return the runtime, made on the first call of the process in a language."""
    with speaking(language):
        made = _ask({"spec": said_spec(_paper_spec(week_spec())), "charts": []})
        return Runtime(_drawn_through(made["vega"]), made["runtime"], chart_locales())


def runtime(language: str) -> Runtime:
    """Return the compiled spec and the runtime, made once per process and language, by one visitor at a time."""
    with _LOCK:
        return _made(language)


def pictures(charts: Sequence[Datasets], language: str) -> list[str]:
    """Return charts of the week as SVG, for where no script runs: a preview, a strict mail program.

    Each is what `datasets` makes of its figure. The language is told: a thread of its own speaks English until somebody
    says otherwise.
    """
    made = runtime(language)
    asked = {"vega": made.spec, "locales": made.locales, "charts": charts}
    drawn = _ask(asked)["pictures"]
    return [PATHS.sub(lambda path: DIGITS.sub(r"\1", path[0]), svg) for svg in drawn]
