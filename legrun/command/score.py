"""``legrun score``: how well the forecasts of a log's own mornings have done."""

from __future__ import annotations

import argparse
from typing import Any

from legrun.checks.daily import LEAST_MORNINGS, ForecastScore, score_log
from legrun.command.document import document, to_json
from legrun.command.files import as_choices, read_settled
from legrun.command.layout import table
from legrun.logs import Log
from legrun.scenario.plain import plain
from legrun.wording.rounding import counted

__all__ = ["run", "score_document"]

HEADER = ("Points off, 0 to 10", "root mean square", "mean", "pinball loss")
NAMES = {
    "forecast": "legrun's forecast",
    "last": "same as last time",
    "mean": "own mean so far",
    "shrunk": "mean moved towards the last",
}


def score_document(log: Log) -> dict[str, Any]:
    """Return how well the mornings of a log have been forecast, as plain data.

    Examples
    --------
    >>> score_document(Log("legrun"))["mornings"]
    []
    """
    return _document(score_log(log))


def _document(score: ForecastScore) -> dict[str, Any]:
    return document("score", {**plain(score), "enough": score.enough})


def _text(score: ForecastScore, log: Log) -> str:
    lines = [f"From {log.summary}."]
    if not score.mornings:
        lines.append("No morning could be scored: it takes soreness rated on most mornings, eight or more in a row.")
        return "\n".join(lines) + "\n"
    first, last = score.mornings[0].time, score.mornings[-1].time
    lines += [
        f"{counted(len(score.mornings), 'morning')} from {first:%Y-%m-%d} to {last:%Y-%m-%d}, "
        "each forecast from all before it.",
        "",
        *table(HEADER, [_row(score, name) for name in NAMES]),
        "",
        f"Inside the 80 % range: {_share(score.inside80)}; inside the 50 % range: {_share(score.inside50)}.",
    ]
    if not score.enough:
        lines.append(f"Too few to judge by: {LEAST_MORNINGS} say something.")
    elif score.worse_than_last:
        lines.append('"Same as last time" came closer than the forecast.')
    return "\n".join(lines) + "\n"


def _row(score: ForecastScore, name: str) -> tuple[str, ...]:
    return NAMES[name], f"{score.rmse[name]:.2f}", f"{score.mae[name]:.2f}", f"{score.pinball[name]:.2f}"


def _share(share: float | None) -> str:
    return "none" if share is None else f"{100 * share:.0f} %"


def run(options: argparse.Namespace) -> tuple[int, str]:
    """Return the exit status and what to print."""
    log = read_settled(options.files, options.tz, as_choices(options.choose))
    score = score_log(log)
    return 0, to_json(_document(score)) if options.json else _text(score, log)
