"""``legrun read``: what files hold, what was assumed, what was left out."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from legrun.command.document import document, to_json
from legrun.command.files import as_choices, joined, read_parts, typed
from legrun.errors import LegrunError
from legrun.logs import Log, Part, Problem
from legrun.report.text import printable
from legrun.wording.rounding import counted

__all__ = ["read_document", "run"]

MOST_PROBLEMS = 20


def read_document(logs: list[Log], log: Log) -> dict[str, Any]:
    """Return what was read as plain data: each file's log, and all of them joined."""
    return document("read", {"files": [each.to_dict() for each in logs], "log": log.to_dict()})


def _described(log: Log) -> Iterator[str]:
    """Yield what a file is, what was assumed, and what was left out."""
    yield f"{log.name}: {log.summary}" if log.name else log.summary
    for question in log.questions:
        yield f"  to decide, it changes {counted(question.changed, 'session')}: {question.text}"
        for reading in question.readings:
            yield f"    {reading.value}: {reading.gives} ({typed(reading.choices)})"
    for assumed in log.assumptions:
        yield f"  assumed: {assumed.label}: {assumed.value} ({assumed.reason})"
    if log.unknown_exercises:
        named = ", ".join(f"{name} ({sets})" for name, sets in log.unknown_exercises.items())
        yield f"  unknown exercises, sets: {named}"
    yield from (
        f"  left out or changed: {_where(problem)}{problem.message}" for problem in log.problems[:MOST_PROBLEMS]
    )
    if len(log.problems) > MOST_PROBLEMS:
        yield f"  and {len(log.problems) - MOST_PROBLEMS} more; --json lists all"


def _where(problem: Problem) -> str:
    """Return where a problem stands, ready to come before what it is."""
    places = [f"row {problem.row}"] if problem.row is not None else []
    places += [f"column {problem.column}"] if problem.column is not None else []
    return f"{', '.join(places)}: " if places else ""


def run(options: argparse.Namespace) -> tuple[int, str]:
    """Return the exit status and what to print; with ``--out`` the file is written first."""
    parts, choices = read_parts(options.files, options.tz, as_choices(options.choose))
    logs = [part.log for part in parts if part.log is not None]
    log = joined(parts, choices)
    if options.out:
        _write(Path(options.out), log, dict(zip(map(Path, options.files), parts, strict=True)))
    if options.json:
        return 0, to_json(read_document(logs, log))
    lines = [line for each in logs for line in _described(each)]
    if len(logs) > 1:
        said = set(lines)
        lines += ["", *(line for line in _described(log) if line not in said)]
    if options.out:
        lines += ["", f"Written to {options.out}."]
    return 0, "\n".join(map(_tidy, lines)) + "\n"


def _write(out: Path, log: Log, read: Mapping[Path, Part]) -> None:
    """Write a log as legrun CSV, never over an app's export that was read."""
    for path, part in read.items():
        if out.exists() and out.samefile(path) and part.log is not None and part.log.format != "legrun":
            raise LegrunError(f"{out} is the export that is read; write to another name, for example legrun.csv.")
    out.write_text(log.to_csv(), encoding="utf-8", newline="")


def _tidy(line: str) -> str:
    """Return a line without what steers a terminal, its indentation kept."""
    return line[: len(line) - len(line.lstrip())] + printable(line)
