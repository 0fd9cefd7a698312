"""The day's roster as CSV: everything that was read, with today's check-ins as they were edited."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from legrun.logs.own import decode, encode, session_row
from legrun.roster.client_day import Entry
from legrun.roster.past_plan import NOT_DONE
from legrun.roster.roster import AWAY, CHECK_IN, DATED, GROUP, NOTE, PLAN, SAME, SESSION, SLEEP, Roster
from legrun.roster.sheet import Sheet
from legrun.scenario import Session

__all__ = ["roster_csv"]

NEEDED = ("soreness", "sleep_h", "flag")


def roster_csv(
    roster: Roster,
    now: dt.datetime,
    edited: Mapping[int, Entry],
    same: Mapping[str, str] | None = None,
    choices: Mapping[str, str] | None = None,
) -> bytes:
    """Return the roster with what was entered today, to start from tomorrow.

    Parameters
    ----------
    roster : Roster
        What was read.
    now : datetime.datetime
        When it was entered.
    edited : mapping of int to Entry
        What was entered, by client; each takes the place of the file's own check-in of the day.
    same : mapping of str to str, optional
        What was decided about names that look alike.
    choices : mapping of str to str, optional
        What was decided about how forms are read.

    Returns
    -------
    bytes
        CSV in UTF-8 with a byte order mark. No cell can start a formula.
    """
    sheet = roster.sheet
    decided = {**{f"{SAME}{name}": other for name, other in (same or {}).items()}, **(choices or {})}
    added = [
        *({"record": "choice", "key": key, "value": text} for key, text in decided.items()),
        *(row for client, entry in edited.items() for row in _rows(roster, client, entry, now)),
    ]
    done = _done(roster, now, edited)
    needed = [*NEEDED, *(name for row in added for name in row), *(["done"] if (done != "").any() else [])]
    names = list(dict.fromkeys((*sheet.columns, *needed)))
    kept = ~_replaced(roster, now, edited)
    lines = [_line([encode(name) for name in names]), *_lines(sheet, names, kept, done)]
    lines += [_line([encode(row.get(name, "")) for name in names]) for row in added]
    return ("\n".join(lines) + "\n").encode("utf-8-sig")


def _between(roster: Roster, client: int, first: np.datetime64, last: np.datetime64) -> tuple[np.ndarray, np.ndarray]:
    """Return a client's rows of some days, and which records they are."""
    rows = roster.rows(client)
    moments = roster.moments[rows]
    rows = rows[(moments >= first) & (moments < last + np.timedelta64(1, "D"))]
    return rows, roster.records[rows]


def _replaced(roster: Roster, now: dt.datetime, edited: Mapping[int, Entry]) -> np.ndarray:
    """Return for each row whether what was entered takes its place."""
    numbers = np.zeros(len(roster.owners), dtype=bool)
    today = np.datetime64(now, "D")
    for client, entry in edited.items():
        rows, records = _between(roster, client, today, today)
        numbers[rows[np.isin(records, [DATED.index(CHECK_IN), DATED.index(SLEEP)])]] = True
        if entry.plans is not None:
            numbers[_plans(roster, client, now, today, today)] = True
        if entry.ahead is not None:
            numbers[_plans(roster, client, now, *map(np.datetime64, (entry.ahead.first, entry.ahead.last)))] = True
    return numbers


def _plans(roster: Roster, client: int, now: dt.datetime, first: np.datetime64, last: np.datetime64) -> np.ndarray:
    """Return a client's rows of plans on some days, sessions yet to come among them."""
    rows, records = _between(roster, client, first, last)
    is_ahead = (records == DATED.index(SESSION)) & (roster.moments[rows] > np.datetime64(now, "s"))
    planned: np.ndarray = rows[(records == DATED.index(PLAN)) | is_ahead]
    return planned


def _done(roster: Roster, now: dt.datetime, edited: Mapping[int, Entry]) -> np.ndarray:
    """Return for each row what was said of a plan of yesterday: "yes", "no", or empty."""
    answers = np.full(len(roster.owners), "", dtype="U3")
    for client, entry in edited.items():
        if entry.yesterday or entry.instead:
            yesterday = np.datetime64(now, "D") - np.timedelta64(1, "D")
            rows, records = _between(roster, client, yesterday, yesterday)
            answers[rows[records == DATED.index(PLAN)]] = entry.yesterday or NOT_DONE
    return answers


def _lines(sheet: Sheet, names: list[str], kept: np.ndarray, done: np.ndarray) -> list[str]:
    """Return the rows as lines of CSV, put together column by column."""
    columns = [_quoted(sheet, name) for name in names]
    if (done != "").any():
        place = names.index("done")
        said = pa.array(done.tolist(), type=pa.string())
        columns[place] = pc.if_else(pc.equal(said, ""), columns[place], said)
    filtered = [column.filter(pa.array(kept)) for column in columns]
    return list(pc.binary_join_element_wise(*filtered, ",").to_pylist())


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


def _planned(entry: Entry) -> tuple[Session, ...]:
    """Return everything that was planned anew."""
    ahead = () if entry.ahead is None else entry.ahead.sessions
    return (*(entry.plans or ()), *entry.moved, *ahead)


def _rows(roster: Roster, client: int, entry: Entry, now: dt.datetime) -> Iterator[dict[str, str]]:
    """Yield the rows of what was entered; an empty check-in lifts what felt wrong before."""
    name = roster.clients[client]
    complaint = entry.complaint
    yield {
        "record": CHECK_IN,
        "athlete": name,
        "start": f"{min(entry.rated_at or now, now):%Y-%m-%dT%H:%M}",
        "soreness": "" if entry.soreness is None else f"{entry.soreness:g}",
        "fatigue": "" if entry.fatigue is None else f"{entry.fatigue:g}",
        "sleep_h": "" if entry.sleep_h is None else f"{entry.sleep_h:g}",
        "flag": complaint.words or " ".join(sorted(complaint.flags)),
    }
    for record, sessions in ((SESSION, entry.instead), (PLAN, _planned(entry))):
        for session in sessions:
            yield {**session_row(session), "record": record, "athlete": name}
    for record, text in ((NOTE, entry.note), (GROUP, entry.group)):
        if text is not None:
            yield {"record": record, "athlete": name, "key": record, "value": text}
    for absence in entry.absence or ():
        until = "" if absence.last is None else absence.last.isoformat()
        yield {
            "record": AWAY, "athlete": name, "key": absence.kind, "start": absence.first.isoformat(), "value": until,
        }  # fmt: skip
    if entry.absence == ():
        yield {"record": AWAY, "athlete": name}
