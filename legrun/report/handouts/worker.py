"""Handouts in a process of its own: a request on each line of stdin, shares done and then the page on stdout.

Run, never imported. The server's other visitors wait for nothing meanwhile: it has the lowest claim on a processor.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from legrun.answering import answer
from legrun.report.handouts.page import PackedRuntime, Sheet
from legrun.report.handouts.payload import payload
from legrun.scenario.restored import scenario_of
from legrun.wording.languages import speaking

NICENESS = 10


def _tell(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Make pages until there is no further request."""
    if hasattr(os, "nice"):  # not on Windows
        os.nice(NICENESS)
    for line in sys.stdin:
        asked = json.loads(line)
        with speaking(asked["language"]):
            _tell({"page": _page(asked).decode()})


def _page(asked: dict[str, Any]) -> bytes:
    of = answer(scenario_of(asked["scenario"]))
    data = payload(of, lambda share: _tell({"share": share}))
    sheet = Sheet(asked["coach"], asked["note"])
    drawn_by = PackedRuntime(asked["runtime"], asked["digest"])
    return sheet.page(of, asked["client"], data, picture=asked["picture"], runtime=drawn_by)


if __name__ == "__main__":
    main()
