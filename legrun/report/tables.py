"""The week as a table (CSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from legrun import MODEL_VERSION
from legrun.answering import Answer
from legrun.decision.safety import STOP
from legrun.report.text import CAUTION
from legrun.scenario.names import VERDICT_NAMES

__all__ = ["COLUMNS", "safe_cell", "week_csv"]

COLUMNS = (
    "local time",
    "soreness (0-10)",
    "soreness low 80 % (0-10)",
    "soreness high 80 % (0-10)",
    "leg strength lost (%)",
    "leg strength lost low 80 % (%)",
    "leg strength lost high 80 % (%)",
    "recovery (0-100)",
    "recovery low 80 % (0-100)",
    "recovery high 80 % (0-100)",
    "verdict",
    "chance of hard running (%)",
)
# Spreadsheets run a cell that begins with one of these; some take their full-width twins for them.
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def safe_cell(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula.

    Examples
    --------
    >>> safe_cell("=1+1")
    "'=1+1"
    """
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def week_csv(answer: Answer) -> bytes:
    """Return the week ahead, hour by hour, as a table.

    Parameters
    ----------
    answer : Answer
        The answer to write down.

    Returns
    -------
    bytes
        CSV in UTF-8 with a byte order mark, so that spreadsheets open it right. Two lines that begin with
        ``#`` come first, the model's version and the moment it was asked: ``pandas.read_csv(...,
        comment="#")`` skips them. Behind a red flag there are no rows but what to do.
    """
    sheet = io.StringIO()
    write = csv.writer(sheet, lineterminator="\r\n")
    now = answer.scenario.now
    todo = [STOP[flag][1] for flag in answer.scenario.red_flags]
    for line in (f"legrun model {MODEL_VERSION}. {CAUTION}", f"asked at {now:%Y-%m-%d %H:%M} local time", *todo):
        # A spreadsheet would spread what stands between commas over cells.
        sheet.write(f"# {line.replace(',', ';')}\r\n")
    write.writerow(COLUMNS)
    if not todo:
        write.writerows([safe_cell(cell) for cell in row] for row in _rows(answer))
    return sheet.getvalue().encode("utf-8-sig")


def _rows(answer: Answer) -> Iterator[tuple[str, ...]]:
    """Yield the cells of every hour."""
    week = answer.week
    bands = [(band.median, band.low80, band.high80) for band in (week.soreness, week.fatigue_pct, week.recovery)]
    edges = [edge for band in bands for edge in band]
    hard = 100 * answer.outlook.chances()[-1]
    for hour, time in enumerate(week.times.astype("datetime64[s]").tolist()):
        numbers = [f"{edge[hour]:.1f}" for edge in edges]
        verdict = answer.verdict_by(hour)
        # No time is named for what nobody knows the end of.
        said = ("check again", "") if verdict is None else (VERDICT_NAMES[verdict], f"{hard[hour]:.0f}")
        yield f"{time:%Y-%m-%d %H:%M}", *numbers, *said
