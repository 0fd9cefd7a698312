"""Rows of a team in a process of its own: clients on stdin, a few at a time, and their rows on stdout.

Run, never imported. Both are pickles between a server and the process that it started.
"""

from __future__ import annotations

import gc
import pickle
import sys
from dataclasses import replace

from legrun.roster.morning import Morning


def main() -> None:
    """Work out rows until nobody asks any more."""
    gc.disable()  # it lives for one roster, whose clients are gone when the next ones come
    while True:
        try:
            days = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        # Whoever asked has the days.
        rows = [replace(Morning.of(day), day=None) for day in days]  # type: ignore[arg-type]
        pickle.dump(rows, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
