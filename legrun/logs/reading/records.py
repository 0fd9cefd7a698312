"""The careful way through a CSV: record by record, starting anew after a quotation mark that is never closed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice

from legrun.errors import LogFormatError
from legrun.logs.log import Problem
from legrun.logs.reading.opening import MAX_BYTES

__all__ = ["MAX_ROWS", "check_rows", "records_of"]

MAX_ROWS = 300_000

# csv refuses cells over 128 kB by default; a note of 300 kB is odd but no reason to fail.
csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))


def check_rows(count: int, most: int = MAX_ROWS) -> None:
    """Refuse a file of more rows than anyone has."""
    if count > most:
        raise LogFormatError(
            f"The file has more than {most:,} rows, which is more than a training log needs. "
            "Export a shorter period, or split the file."
        )


def records_of(text: str, skipped: int, delimiter: str, problems: list[Problem], most: int) -> list[list[str]]:
    """Return the records of a text that is not regular, none of them lost; what was mended is noted."""
    # str.splitlines would also split at characters that belong inside a cell.
    lines = list(io.StringIO(text, newline=""))
    for escape in (None, "\\"):  # Strava escapes a quote inside a note with a backslash
        try:
            return _limited(csv.reader(lines, delimiter=delimiter, strict=True, escapechar=escape), most)
        except csv.Error:
            continue
    return _limited(_mended(lines, skipped, delimiter, problems), most)


def _limited(records: Iterator[list[str]], most: int) -> list[list[str]]:
    read = list(islice(records, most + 2))
    check_rows(len(read) - 1, most)
    return read


def _mended(lines: list[str], skipped: int, delimiter: str, problems: list[Problem]) -> Iterator[list[str]]:
    """Yield records of a file with broken quotes, starting anew after a quote that was never closed.

    Read leniently, one such quote swallows every row up to the next quote, and with it months of training.
    """
    at, number = 0, skipped
    while at < len(lines):
        # By number: islice would walk through the list from its start each time.
        reader = csv.reader((lines[place] for place in range(at, len(lines))), delimiter=delimiter)
        start = at
        for record in reader:
            number += 1
            end = start + reader.line_num
            if end - at > 1 and not _well_formed(lines[at:end], delimiter):
                problems.append(Problem(number, None, "A quotation mark is never closed; this row was left out."))
                yield []
                at += 1
                break
            yield record
            at = end


def _well_formed(lines: list[str], delimiter: str) -> bool:
    try:
        return len(list(csv.reader(lines, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False
