"""Handouts in a process of its own: a request on each line of stdin, shares done and then what was made on stdout.

Run, never imported. The server's other visitors wait for nothing meanwhile: it has the lowest claim on a processor.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from legrun.answering import Answer, answer
from legrun.report.handouts import chart
from legrun.report.handouts.page import PackedRuntime, Sheet
from legrun.report.handouts.payload import figure, payload
from legrun.scenario.restored import scenario_of
from legrun.wording.languages import speaking

NICENESS = 10


def _tell(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Make pages, or the data of their charts, until there is no further request."""
    if hasattr(os, "nice"):  # not on Windows
        os.nice(NICENESS)
    for line in sys.stdin:
        asked = json.loads(line)
        with speaking(asked["language"]):
            of = answer(scenario_of(asked["scenario"]))
            _tell({"made": chart.datasets(figure(of)) if asked["wants"] == "chart" else _page(of, asked)})


def _page(of: Answer, asked: dict[str, Any]) -> str:
    data = payload(of, lambda share: _tell({"share": share}))
    sheet = Sheet(asked["coach"], asked["note"])
    drawn_by = PackedRuntime(asked["runtime"], asked["digest"])
    return sheet.page(of, asked["client"], data, picture=asked["picture"], runtime=drawn_by).decode()


if __name__ == "__main__":
    main()
