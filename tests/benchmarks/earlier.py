"""The same rows on an earlier commit, in turns: its files in a temporary folder, today's benchmark laid over them."""

from __future__ import annotations

import contextlib
import importlib
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import reduce
from pathlib import Path
from typing import Any

from tests.benchmarks.table import Row, aligned

__all__ = ["against", "as_json", "named"]

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
RUN = Path("tests/benchmarks/run.py")
NOTHING = "-"


def named(*places: str) -> Any:
    """Return what the first of some places, ``module:name``, holds that this commit has: today's, then earlier ones.

    Examples
    --------
    >>> named("datetime:moment.now", "datetime:datetime.min")
    datetime.datetime(1, 1, 1, 0, 0)
    """
    for place in places:
        module, name = place.split(":")
        with contextlib.suppress(ImportError, AttributeError):
            return reduce(getattr, name.split("."), importlib.import_module(module))
    raise ImportError(f"None of {', '.join(places)} is here.")


def as_json(rows: Sequence[Row]) -> str:
    """Return rows on one line, as another run of this benchmark hands them over."""
    return json.dumps([asdict(row) for row in rows])


@contextlib.contextmanager
def _tree(commit: str) -> Iterator[Path]:
    """Check an earlier commit out beside this one, with today's benchmark, and leave nothing of it behind."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "earlier"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--detach", str(tree), commit], check=True, capture_output=True)
        try:
            shutil.copytree(HERE, tree / RUN.parent, dirs_exist_ok=True)
            yield tree
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True, capture_output=True)


def _rows(tree: Path, group: str) -> list[Row]:
    """Return the rows of one group as a tree measures them; none, and why on stderr, where it cannot."""
    command = [sys.executable, str(tree / RUN), "--only", group, "--json"]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or [f"status {done.returncode}"]
        print(f"{group} was not measured in {tree}: {last[0]}", file=sys.stderr)
        return []
    return [Row(**row) for row in json.loads(done.stdout.splitlines()[-1])]


def _cells(what: str, ours: Sequence[Row], theirs: Sequence[Row]) -> tuple[str, ...]:
    """Return one line: the best of all turns of each, their ratio, and the medians of the ratios to the floor."""
    now, then = (min((row.ours for row in rows), default=None) for rows in (ours, theirs))
    unit = [*ours, *theirs][0].unit
    times = (NOTHING if each is None else f"{each:.3g} {unit}".strip() for each in (now, then))
    ratio = NOTHING if now is None or not then else f"{now / then:.2f}x"
    floors = ([row.ours / row.floor for row in rows if row.floor] for rows in (ours, theirs))
    return (what, *times, ratio, *(f"{statistics.median(each):.2f}x" if each else NOTHING for each in floors))


def against(commit: str, groups: Sequence[str], turns: int) -> str:
    """Return a table of the rows here and on an earlier commit, measured in turns, a process for each.

    Parameters
    ----------
    commit : str
        Anything that git takes for one.
    groups : sequence of str
        Groups of rows.
    turns : int
        How often each group is measured here and there.
    """
    taken: dict[str, tuple[list[Row], list[Row]]] = {}
    with _tree(commit) as tree:
        for turn in range(turns):
            for group in groups:
                for place, side in ((ROOT, 0), (tree, 1)):
                    print(f"turn {turn + 1} of {turns}: {group} in {place} ...", file=sys.stderr)
                    for row in _rows(place, group):
                        taken.setdefault(row.what, ([], []))[side].append(row)
    head = ("what", "now", commit, "now/then", "now/floor", "then/floor")
    return aligned([head, *(_cells(what, *rows) for what, rows in taken.items())])
