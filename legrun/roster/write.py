"""The day's roster as CSV: everything that was read, with today's check-ins as they were edited."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from legrun.logs.own import decode, encode
from legrun.roster.client_day import Entry
from legrun.roster.roster import CHECK_IN, DATED, SLEEP, Roster
from legrun.roster.sheet import Sheet

__all__ = ["roster_csv"]

NEEDED = ("soreness", "sleep_h", "flag")


def roster_csv(roster: Roster, now: dt.datetime, edited: Mapping[int, Entry]) -> bytes:
    """Return the roster with today's check-ins, to start from tomorrow.

    Parameters
    ----------
    roster : Roster
        What was read.
    now : datetime.datetime
        When the check-ins were entered.
    edited : mapping of int to Entry
        Check-ins of today by client; each takes the place of the file's own of the day.

    Returns
    -------
    bytes
        CSV in UTF-8 with a byte order mark. No cell can start a formula.
    """
    sheet = roster.sheet
    names = [*sheet.columns, *(name for name in NEEDED if name not in sheet.columns)]
    kept = ~_replaced(roster, now, edited)
    lines = [_line([encode(name) for name in names]), *_lines(sheet, names, kept)]
    for client, entry in edited.items():
        cells = _cells(roster.clients[client], entry, now)
        lines.append(_line([encode(cells.get(name, "")) for name in names]))
    return ("\n".join(lines) + "\n").encode("utf-8-sig")


def _replaced(roster: Roster, now: dt.datetime, edited: Mapping[int, Entry]) -> np.ndarray:
    """Return for each row whether an edited check-in takes its place."""
    found = np.zeros(len(roster.owners), dtype=bool)
    midnight = np.datetime64(now, "D")
    for client in edited:
        rows = roster.rows(client)
        moments = roster.moments[rows]
        today = (moments >= midnight) & (moments < midnight + np.timedelta64(1, "D"))
        found[rows[today & np.isin(roster.records[rows], [DATED.index(CHECK_IN), DATED.index(SLEEP)])]] = True
    return found


def _lines(sheet: Sheet, names: list[str], kept: np.ndarray) -> list[str]:
    """Return the rows as lines of CSV, put together column by column."""
    columns = [_quoted(sheet, name).filter(pa.array(kept)) for name in names]
    return list(pc.binary_join_element_wise(*columns, ",").to_pylist())


def _quoted(sheet: Sheet, name: str) -> pa.Array:
    """Return the cells of a column, safe in a spreadsheet and quoted where CSV needs it."""
    if name not in sheet.columns:
        return pa.array([""] * len(sheet.numbers), type=pa.string())
    cells = sheet.columns[name]
    if not pa.types.is_dictionary(cells.type):
        cells = cells.dictionary_encode()
    safe = pa.array([_line([encode(decode(text))]) for text in cells.dictionary.to_pylist()], type=pa.string())
    return safe.take(cells.indices)


def _line(cells: list[str]) -> str:
    if not any(set(cell) & set(',"\r\n') for cell in cells):
        return ",".join(cells)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def _cells(client: str, entry: Entry, now: dt.datetime) -> dict[str, str]:
    """Return the row of a check-in; an empty one lifts what felt wrong before."""
    return {
        "record": CHECK_IN,
        "athlete": client,
        "start": f"{now:%Y-%m-%dT%H:%M}",
        "soreness": "" if entry.soreness is None else f"{entry.soreness:g}",
        "sleep_h": "" if entry.sleep_h is None else f"{entry.sleep_h:g}",
        "flag": " ".join(sorted(entry.flags)),
    }
