"""What was assumed, merged and left out, as rows to show and as CSV to take along."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from legrun.logs.log import Assumption, Log
from legrun.logs.own import encode

__all__ = ["EXERCISE", "MERGE", "Rows", "as_csv", "assumption_rows", "decisions", "merge_rows", "problem_rows"]

EXERCISE = "exercise:"
MERGE = "merge:"
Rows = list[dict[str, str | int | None]]


def decisions(log: Log, kind: str = "") -> list[Assumption]:
    """Return a log's assumptions of one kind, each once: exercises, merges, or by default everything else.

    Examples
    --------
    >>> log = Log("Hevy", assumptions=(Assumption("exercise:Zorp", "unknown", "?"), Assumption("encoding", "x", "y")))
    >>> [each.key for each in decisions(log)], [each.key for each in decisions(log, EXERCISE)]
    (['encoding'], ['exercise:Zorp'])
    """
    once: dict[str, Assumption] = {}
    for each in log.assumptions:
        if each.key.startswith(kind or (EXERCISE, MERGE)) == bool(kind):
            once.setdefault(each.choice, each)
    return list(once.values())


def assumption_rows(log: Log) -> Rows:
    """Return every assumption but merges: what, in which files, as what, why."""
    return [
        {"What": each.label, "Files": each.scope, "Taken as": each.value, "Why": each.reason}
        for each in (*decisions(log), *decisions(log, EXERCISE))
    ]


def merge_rows(log: Log) -> Rows:
    """Return every workout that stands in two files."""
    return [
        {"Workout": each.label.replace("T", " "), "Counted": _COUNTED[each.value], "Why": each.reason}
        for each in decisions(log, MERGE)
    ]


_COUNTED = {"merged": "once", "separate": "twice"}


def problem_rows(log: Log, most: int | None = None) -> Rows:
    """Return everything that was left out, or the first of it: file, row, column, what and why."""
    return [
        {"File": each.file or log.name, "Row": each.row, "Column": each.column, "What": each.message}
        for each in log.problems[:most]
    ]


def as_csv(rows: Sequence[Mapping[str, object]]) -> bytes:
    """Return rows as CSV in UTF-8 with a byte order mark; no cell can start a formula in a spreadsheet.

    Examples
    --------
    >>> as_csv([{"Row": 3, "What": "=1+1"}]).decode("utf-8-sig").splitlines()
    ['Row,What', "3,'=1+1"]
    """
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
    for row in rows:
        writer.writerow(["" if cell is None else encode(str(cell)) for cell in row.values()])
    return sheet.getvalue().encode("utf-8-sig")
