"""Files that are no list of training: what each is, and what to export instead."""

from __future__ import annotations

from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold

__all__ = ["by_header", "by_name"]

_ONE_RECORDING = (
    "{} holds one recording without its effort. Drop in its FIT file, or export the list of activities as CSV: in "
    "Garmin Connect under Activities, in Strava as the account's archive."
)
_DAMAGED = "This is no {}, or it is damaged. Open it, save it again, and drop that in."
_SAVE_AS_NEW = "This is {}. Save it as .xlsx or CSV and drop that in."
_SAVE_AS = "{}. Save or export it as CSV and drop that in."
_BY_NAME = {
    ".fit": "This is no FIT file, or it is damaged. Copy it from the watch again, or export the activity from its app.",
    ".gpx": _ONE_RECORDING.format("GPX"),
    ".tcx": _ONE_RECORDING.format("TCX"),
    ".xlsx": _DAMAGED.format("Excel workbook"),
    ".xlsb": _SAVE_AS_NEW.format("a binary Excel workbook"),
    ".xls": _SAVE_AS_NEW.format("an old Excel workbook"),
    ".ods": _DAMAGED.format("spreadsheet"),
    ".numbers": _SAVE_AS_NEW.format("a spreadsheet of Numbers"),
    ".fitnotes": _SAVE_AS.format("This is a backup of FitNotes"),
}
_SEVERAL = "{} holds several tables in one file, of which legrun could read only the first. {}"
# Words that a header must hold, folded, and what to do with such a file.
_BY_HEADER: tuple[tuple[frozenset[str], str], ...] = (
    (
        frozenset({"name", "sport", "start time", "hr sit"}),
        "This is one session from Polar Flow, second by second. Keep a table of your sessions, one row each, and drop "
        "that in.",
    ),
    (
        frozenset({"split", "getdistance"}),
        "These are the laps of one activity from COROS. Keep a table of activities, one row each, and drop that in.",
    ),
    (
        frozenset({"cycle timezone", "question text"}),
        "These are the answers of Whoop's journal; they hold no training. Drop in workouts.csv, sleeps.csv or the "
        "whole zip.",
    ),
    (
        frozenset({"date", "avg score", "avg duration", "avg bedtime"}),
        "These are means of whole weeks from Garmin, not nights. Show the sleep of 7 days or 4 weeks there and export "
        "that.",
    ),
    (
        frozenset({"id", "tz", "from", "to", "sched"}),
        _SEVERAL.format("Sleep as Android", "Keep a table with the date and the hours asleep, and drop that in."),
    ),
)
_SECTIONS = frozenset({"body", "sleep", "activities", "foods"})


def by_name(name: str) -> str | None:
    """Return what to do with a file whose name says that it is no CSV.

    Examples
    --------
    >>> by_name("log.xls"), by_name("log.csv")
    ('This is an old Excel workbook. Save it as .xlsx or CSV and drop that in.', None)
    """
    return next((said for ending, said in _BY_NAME.items() if name.casefold().endswith(ending)), None)


def by_header(table: Table) -> str | None:
    """Return what to do with a table whose first line says that it is no list of training."""
    first = table.header[0].strip() if table.header else ""
    if first.startswith("###"):
        return "This Jefit backup has no table EXERCISE LOGS, so it holds no training. Export it with your logs."
    cells = [fold(cell) for cell in table.header]
    if cells[:1] and cells[0] in _SECTIONS and not any(cells[1:]):
        return _SEVERAL.format("A Fitbit export", f"Copy the rows under {first} to a file of their own.")
    return next((said for words, said in _BY_HEADER if words <= set(cells)), None)
