"""Rows that are sleep: stages from start to end, and the sleep among the other rows of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.dates import parse_moments
from legrun.logs.format import Columns, Notes
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.nights import Sleep, sleep_h
from legrun.logs.reading.table import Table

__all__ = ["nights_of_rows", "nights_of_stages"]

_STAGES = word_set("stages") | word_set("sleep_stages")
_AWAKE = frozenset({"awake", "wake", "wach", "despierto", "eveille", "unknown", "inbed", "bed", "bett"})
_ASLEEP = word_set("sleep_stages") | {"asleep"}
_NIGHTS, _NAPS = word_set("nights"), word_set("naps")
_MOST = 0.8
_GAP = dt.timedelta(hours=2)  # between stages of one night
_HOUR = 3600.0
_LONGEST_MIN = 1440.0


def nights_of_stages(table: Table) -> Table | None:
    """Return a table of stages of sleep, each with its start and end, as one with a row for each night.

    Examples
    --------
    >>> stages = [
    ...     ["2026-05-01 23:00", "2026-05-02 02:00", "AsleepCore"],
    ...     ["2026-05-02 02:10", "2026-05-02 06:00", "AsleepREM"],
    ... ]
    >>> nights_of_stages(Table(("startDate", "endDate", "value"), range(2, 4), stages)).rows
    [['2026-05-02 06:00:00', '6.8333']]
    """
    columns = columns_of(table)
    staged = next((column for column in columns if column.is_text and column.mostly(_is_stage, _MOST)), None)
    clocked = [column for column in columns if column.has_clock]
    start = next((column for column in clocked if {"start", "from", "begin", "von"} & set(column.words)), None)
    end = next((column for column in clocked if role_words()["end"].score(column.words) > 0), None)
    if staged is None or start is None or end is None or len(staged.distinct) < 2:
        return None
    spans = _spans(table, staged, start, end)
    nights = _nights(sorted(spans))
    rows = [[f"{last:%Y-%m-%d %H:%M:%S}", f"{_asleep(night):.4f}"] for night, last in nights]
    numbers = list(table.numbers)[: len(rows)]
    said = f"Hours asleep are the sum of the stages in {staged.label} in which nobody was awake."
    return rebuilt(table, ("Sleep end", "Hours asleep"), numbers, rows, said) if rows else None


def _is_stage(text: str) -> bool:
    words = set(header_words(text[:60]))
    return bool(words & _STAGES) and words <= _STAGES | {"hk", "category", "value", "sleep", "analysis", "hkcategory"}


def _spans(table: Table, staged: Column, start: Column, end: Column) -> list[tuple[dt.datetime, dt.datetime]]:
    """Return from when to when somebody was asleep."""
    firsts, lasts = (table.column(column.place) for column in (start, end))
    read, ended = parse_moments(firsts).values, parse_moments(lasts).values
    spans = []
    for first, last, stage in zip(firsts, lasts, table.column(staged.place), strict=True):
        words = set(header_words(stage[:60]))
        began, over = read[first], ended[last]
        if words & _ASLEEP and not words & _AWAKE and began is not None and over is not None and began < over:
            spans.append((began, over))
    return spans


def _nights(
    spans: Sequence[tuple[dt.datetime, dt.datetime]],
) -> list[tuple[list[tuple[dt.datetime, dt.datetime]], dt.datetime]]:
    """Return the spans of each night, and when it was over."""
    nights: list[tuple[list[tuple[dt.datetime, dt.datetime]], dt.datetime]] = []
    for span in spans:
        if nights and span[0] - nights[-1][1] <= _GAP:
            nights[-1][0].append(span)
            nights[-1] = nights[-1][0], max(nights[-1][1], span[1])
        else:
            nights.append(([span], span[1]))
    return nights


def _asleep(spans: Sequence[tuple[dt.datetime, dt.datetime]]) -> float:
    """Return how long some spans last together; what two devices say of one time counts once. [h]"""
    total, last = 0.0, spans[0][0]
    for began, over in sorted(spans):
        total += max((over - max(began, last)).total_seconds(), 0.0)
        last = max(last, over)
    return total / _HOUR


def nights_of_rows(
    columns: Columns, starts: Sequence[dt.datetime | None], minutes: NDArray[np.float64], notes: Notes
) -> tuple[frozenset[int], dict[dt.date, float]]:
    """Return which rows of a table of sessions are sleep, and the nights that they tell. [h]

    Parameters
    ----------
    columns : Columns
        The mapped table.
    starts : sequence of datetime or None
        Local start of each row.
    minutes : array of float
        How long each lasted, NaN where that is not given. [min]
    notes : Notes
        Takes naps that were left out and nights that cannot be used.
    """
    if columns.has("exercise") or columns.has("sleep"):
        return frozenset(), {}
    kinds = columns.texts("kind") if columns.has("kind") else columns.texts("name")
    slept = [place for place, text in enumerate(kinds) if text.strip().casefold() in _NIGHTS]
    sleeps = []
    for place in slept:
        start, lasted = starts[place], float(minutes[place])
        if start is not None and 0 < lasted <= _LONGEST_MIN and start.year < dt.MAXYEAR:
            nap = kinds[place].strip().casefold() in _NAPS
            end = start + dt.timedelta(minutes=lasted)
            sleeps.append(Sleep(columns.table.numbers[place], lasted / 60, start, end, nap=nap or None))
    return frozenset(slept), sleep_h(sleeps, columns.name("kind"), notes) if sleeps else {}
