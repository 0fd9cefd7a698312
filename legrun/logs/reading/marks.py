"""Columns parted by a mark that few programs write: ``^``, ``~``, ``||``, or blanks that line them up."""

from __future__ import annotations

import re

__all__ = ["parted_by_tabs", "unwrapped"]

_MARKS = ("||", "::", ";;", "^", "~", "¦", "§", "\x1f", "\x01")
_COMMON = ",;\t|"
_ALIGNED = re.compile(r" {2,}")
_WHOLE = re.compile(r'"(?:[^"]|"")*"\s*')
_LINES = 30  # that are looked at
_HEAD = 20_000  # [characters]
_PART = 0.9  # of the lines that must have as many cells as the first
_FEWEST = 3  # cells that blanks must part, for they stand in texts too


def unwrapped(text: str) -> str:
    r"""Return a text of which each line as a whole stands in quotation marks without them; any other as it is.

    Examples
    --------
    >>> unwrapped('"Date,Sport"\n"2025-03-02,""Run"" 5k"\n')
    'Date,Sport\n2025-03-02,"Run" 5k\n'
    >>> unwrapped('"Date","Sport"\n') == '"Date","Sport"\n'
    True
    """
    if not text.startswith('"') or not _WHOLE.fullmatch(text.partition("\n")[0]):
        return text
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or not all(map(_WHOLE.fullmatch, lines)) or not _common(lines[0]) == _common(lines[1]) > 0:
        return text
    return "".join(line.strip()[1:-1].replace('""', '"') + "\n" for line in lines)


def parted_by_tabs(text: str) -> str:
    r"""Return a text whose columns an uncommon mark parts beyond doubt with tabs in its place; any other as it is.

    Examples
    --------
    >>> parted_by_tabs("Date^Sport^Min\n2025-03-02^Run^40\n")
    'Date\tSport\tMin\n2025-03-02\tRun\t40\n'
    >>> parted_by_tabs("Date,Sport\n2025-03-02,Run ~40 min\n") == "Date,Sport\n2025-03-02,Run ~40 min\n"
    True
    """
    head = text[:_HEAD].splitlines()
    lines = [line.strip() for line in (head[:-1] if len(text) > _HEAD else head) if line.strip()][:_LINES]
    if len(lines) < 2:
        return text
    for mark in _MARKS:
        cells = lines[0].count(mark)
        if cells and cells > _common(lines[0].replace(mark, "")) and _alike([line.count(mark) for line in lines]):
            return text if "\t" in text else text.replace(mark, "\t")
    counts = [len(_ALIGNED.split(line)) for line in lines]
    if counts[0] >= _FEWEST and not _common(lines[0]) and _alike(counts) and "\t" not in text:
        return _ALIGNED.sub("\t", "\n".join(line.strip(" ") for line in text.splitlines()) + "\n")
    return text


def _common(line: str) -> int:
    """Return how many cells a common mark would part."""
    return max(line.count(mark) for mark in _COMMON)


def _alike(counts: list[int]) -> bool:
    return sum(count == counts[0] for count in counts) >= _PART * len(counts)
