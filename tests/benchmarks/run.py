"""Print how fast and how big legrun is, each number beside a floor measured in the same run.

    python tests/benchmarks/run.py [--only rerun,pages,projection,arranging,read,roster,form,handouts,growth,files,trends,calibration,diary,press,cold,sessions,load,slider,beside_handouts,command,first_run]
    python tests/benchmarks/run.py --only handouts --against 29d109d [--turns 3]

With --against the same rows are measured here and on an earlier commit, in turns. Absolute times depend on the machine and on what else it does; the ratios are what holds.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

# Every group of rows: its module and the function that measures it; a module is imported when it is asked for.
GROUPS = {
    "rerun": "in_process",
    "pages": "in_process",
    "projection": "in_process",
    "arranging": "planning",
    "read": "in_process",
    "roster": "rosters",
    "form": "rosters",
    "handouts": "handouts",
    "growth": "growth",
    "files": "in_log",
    "trends": "in_log",
    "calibration": "in_log",
    "diary": "in_diary",
    "press": "in_browser",
    "cold": "in_browser",
    "sessions": "in_browser",
    "load": "load",
    "slider": "load",
    "beside_handouts": "load",
    "command": "command",
    "first_run": "command",
}
ALIASES = {"browser": ("press", "cold", "sessions")}


def _asked() -> argparse.Namespace:
    """Return what the command line asks for, `only` as a list of groups."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    known = ", ".join([*GROUPS, *ALIASES])
    parser.add_argument(
        "--only", default=",".join(GROUPS), help=f"some of: {known}; browser is press, cold and sessions"
    )
    parser.add_argument("--against", metavar="COMMIT", help="measure the same rows on an earlier commit, in turns")
    parser.add_argument("--turns", type=int, default=3, help="how often, with --against; the best of all is printed")
    parser.add_argument("--json", action="store_true", help="print the rows as one line of JSON")
    asked = parser.parse_args()
    asked.only = [name for part in asked.only.split(",") for name in ALIASES.get(part, (part,))]
    if unknown := [name for name in asked.only if name not in GROUPS]:
        parser.error(f"unknown rows: {', '.join(unknown)}; there are {known}")
    return asked


def main() -> None:
    """Measure, telling on stderr what is under way, and print one table."""
    asked = _asked()
    # Run as a script, this folder is on the path but the repository's root is not.
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from tests.benchmarks.earlier import against, as_json
    from tests.benchmarks.table import Row, as_table

    if asked.against:
        print(against(asked.against, asked.only, asked.turns))
        return
    rows: list[Row] = []
    try:
        for name in asked.only:
            print(f"measuring {name} ...", file=sys.stderr)
            module = importlib.import_module(f"tests.benchmarks.{GROUPS[name]}")
            rows += getattr(module, name)()
    finally:
        # What was measured before a fault, or before Ctrl-C, is not lost.
        print(as_json(rows) if asked.json else as_table(rows))


if __name__ == "__main__":
    main()
