"""Print how fast and how big legrun is, each number beside a floor measured in the same run.

    python tests/benchmarks/run.py [--only rerun,pages,projection,arranging,read,roster,handouts,files,trends,calibration,diary,press,cold,sessions,load,command]

Absolute times depend on the machine and on what else it does; the ratios are what holds.
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
    "handouts": "handouts",
    "files": "in_log",
    "trends": "in_log",
    "calibration": "in_log",
    "diary": "in_diary",
    "press": "in_browser",
    "cold": "in_browser",
    "sessions": "in_browser",
    "load": "load",
    "command": "command",
}
ALIASES = {"browser": ("press", "cold", "sessions")}


def _chosen() -> list[str]:
    """Return the groups that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    known = ", ".join([*GROUPS, *ALIASES])
    parser.add_argument(
        "--only", default=",".join(GROUPS), help=f"some of: {known}; browser is press, cold and sessions"
    )
    asked = [name for part in parser.parse_args().only.split(",") for name in ALIASES.get(part, (part,))]
    if unknown := [name for name in asked if name not in GROUPS]:
        parser.error(f"unknown rows: {', '.join(unknown)}; there are {known}")
    return asked


def main() -> None:
    """Measure, telling on stderr what is under way, and print one table."""
    chosen = _chosen()
    # Run as a script, this folder is on the path but the repository's root is not.
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from tests.benchmarks.table import Row, as_table

    rows: list[Row] = []
    try:
        for name in chosen:
            print(f"measuring {name} ...", file=sys.stderr)
            module = importlib.import_module(f"tests.benchmarks.{GROUPS[name]}")
            rows += getattr(module, name)()
    finally:
        # What was measured before a fault, or before Ctrl-C, is not lost.
        print(as_table(rows))


if __name__ == "__main__":
    main()
