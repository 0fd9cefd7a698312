"""A planned week as a table to edit: rows out, rows in, and what is wrong with a row in a sentence."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import Any

from legrun.errors import ScenarioError
from legrun.inputs.form import TERRAINS, downhill, terrain
from legrun.scenario import Kind, PlanItem, Session, Style
from legrun.scenario.hours import DAY
from legrun.scenario.names import KIND_NAMES, STYLE_NAMES, session_name
from legrun.scenario.week_plan import DAYS, MOST_ITEMS, WeekPlan, overlapping
from legrun.wording.rounding import listed

__all__ = ["COLUMNS", "DAY_CELL", "KINDS", "NEEDED", "TIME", "WEEKDAYS", "read_items", "read_rows", "rows_of"]

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
KINDS: dict[str, tuple[Kind, Style | None]] = {
    KIND_NAMES["legs"]: ("legs", None),
    **{name: ("run", style) for style, name in STYLE_NAMES.items()},
    **{KIND_NAMES[kind]: (kind, None) for kind in ("run", "walk", "upper", "other")},
}
ID, DAY_CELL, TIME, KIND, NAME, MINUTES, EFFORT, TERRAIN, MOVES, KEY, SHUT = COLUMNS = (
    "id", "Day", "Time", "Kind", "Name", "Minutes", "Effort", "Terrain", "May move", "Key", "Not on",
)  # fmt: skip
NEEDED = (DAY_CELL, TIME, KIND, MINUTES, EFFORT)
# The columns that hold fields of a session under another name.
FIELD_COLUMNS = {"start": TIME, "rpe": EFFORT}


def rows_of(plan: WeekPlan) -> list[dict[str, Any]]:
    """Return a row for each session of a plan, its place in the plan as its id.

    Examples
    --------
    >>> from legrun.week.templates import TEMPLATES
    >>> row = rows_of(TEMPLATES[0].plan(dt.date(2026, 3, 2)))[1]
    >>> row["Day"], row["Kind"], row["Minutes"], row["Terrain"], row["Key"]
    ('Tue', 'Intervals', 45.0, 'Flat', True)
    """
    return [{ID: place, **_row(item)} for place, item in enumerate(plan.items)]


def _row(item: PlanItem) -> dict[str, Any]:
    session = item.session
    return {
        DAY_CELL: WEEKDAYS[session.start.weekday()],
        TIME: session.start.time(),
        KIND: session_name(session),
        NAME: session.name,
        MINUTES: session.minutes,
        EFFORT: session.rpe,
        TERRAIN: terrain(session),
        MOVES: item.may_move,
        KEY: item.key,
        SHUT: [WEEKDAYS[day] for day in range(DAYS) if day not in item.days],
    }


def read_rows(rows: Sequence[Mapping[str, Any]], base: WeekPlan) -> tuple[WeekPlan, tuple[str, ...]]:
    """Return the plan that edited rows make, and a sentence for each row that makes no session.

    Parameters
    ----------
    rows : sequence of mapping
        Rows as `rows_of` gives them, changed, added (without an id) or left out.
    base : WeekPlan
        The plan that they were made from: what the table does not show is kept from it.

    Returns
    -------
    (WeekPlan, tuple of str)
        The plan of every row that makes a session, and what is wrong with the others.
    """
    items, problems = read_items(rows, base)
    return base.holding(items), problems


def read_items(
    rows: Sequence[Mapping[str, Any]], base: WeekPlan
) -> tuple[tuple[PlanItem | None, ...], tuple[str, ...]]:
    """Return the session that each edited row makes, None where it makes none, and what is wrong with those."""
    items: list[PlanItem | None] = []
    problems: list[str] = []
    for number, row in enumerate(rows, start=1):
        try:
            item = _item(row, base)
            _refuse_overlap(item.session, [each.session for each in items if each], repeats=base.repeats)
            items.append(item)
            continue
        except ScenarioError as error:
            problems.append(f"Row {number}: {_cell_words(error)}")
        except _RowError as error:
            problems.append(f"Row {number}: {error}")
        items.append(None)
    kept = [number for number, item in enumerate(items) if item is not None]
    if len(kept) > MOST_ITEMS:
        problems.append(f"A week takes {MOST_ITEMS} sessions; those from row {kept[MOST_ITEMS] + 1} on are left out.")
        items[kept[MOST_ITEMS] :] = [None] * (len(items) - kept[MOST_ITEMS])
    return tuple(items), tuple(problems)


class _RowError(ValueError):
    """A row that makes no session."""


def _cell_words(error: ScenarioError) -> str:
    """Return what is wrong with a cell, under the name of its column."""
    field = error.field.rpartition(".")[2]
    return f"{FIELD_COLUMNS.get(field, field).lower()} is {error.value}; it must be {error.allowed}."


def _refuse_overlap(session: Session, others: Sequence[Session], *, repeats: bool) -> None:
    """Refuse a session that runs at the same time as one of the rows above; of a week that repeats, of its next one."""
    other = overlapping(session, others, repeats=repeats)
    if other is not None:
        raise _RowError(
            f"{session_name(session)} on {session.start:%a %H:%M} overlaps {session_name(other)} "
            f"({other.start:%a %H:%M} to {other.end:%H:%M}); change the time of one of them."
        )


def _item(row: Mapping[str, Any], base: WeekPlan) -> PlanItem:
    """Return the session of a row; what its cells leave as it was is taken from the plan before."""
    missing = [name.lower() for name in NEEDED if _blank(row.get(name))]
    if missing:
        raise _RowError(f"{listed(missing)} missing; fill in or delete the row.")
    before = base.items[int(row[ID])] if not _blank(row.get(ID)) else None
    shown = _row(before) if before else {}
    if before and all(_same(row.get(name), shown[name]) for name in shown):
        return before
    session = _session(row, base, before.session if before else None, shown)
    shut = {WEEKDAYS.index(day) for day in _listed(row.get(SHUT)) if day in WEEKDAYS}
    days = frozenset(range(DAYS)) - shut
    if not days:
        raise _RowError("not on holds all seven days; leave one of them free.")
    return PlanItem(session, bool(row.get(MOVES, True)), bool(row.get(KEY, False)), days)


def _session(row: Mapping[str, Any], base: WeekPlan, before: Session | None, shown: Mapping[str, Any]) -> Session:
    start = dt.datetime.combine(_date(row[DAY_CELL], base.first), _time(row[TIME]))
    kind, style = KINDS[row[KIND]] if row[KIND] in KINDS else _unknown(KIND, row[KIND], KINDS)
    minutes, rpe = float(row[MINUTES]), float(row[EFFORT])
    name = "" if _blank(row.get(NAME)) else str(row[NAME])
    kept = before if before and (kind, style) == (before.kind, before.style) else Session(kind, start, 60, 0)
    told = kept.estimated - {
        field for field, cell in (("minutes", MINUTES), ("rpe", EFFORT)) if row[cell] != shown.get(cell)
    }
    same = minutes == kept.minutes and row.get(TERRAIN) == shown.get(TERRAIN) and kept is before
    descent: dict[str, Any] = {} if same else _descent(row.get(TERRAIN), kind, minutes)
    return dataclasses.replace(
        kept, start=start, style=style, minutes=minutes, rpe=rpe, name=name, estimated=told, **descent
    )


def _descent(cell: object, kind: Kind, minutes: float) -> dict[str, float]:
    """Return the minutes and the grade that a terrain goes downhill; only runs do."""
    known = str(cell) if kind == "run" and cell in TERRAINS else "Flat"
    return downhill(known, minutes)


def _date(day: object, first: dt.date) -> dt.date:
    if day not in WEEKDAYS:
        _unknown(DAY_CELL, day, WEEKDAYS)
    return first + (WEEKDAYS.index(str(day)) - first.weekday()) % DAYS * DAY


def _time(cell: object) -> dt.time:
    if isinstance(cell, dt.time):
        return cell.replace(second=0, microsecond=0, tzinfo=None)
    try:
        return dt.time.fromisoformat(str(cell)).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise _RowError(f"time is {str(cell)[:20]!r}; it must be a time like 18:00.") from None


def _unknown(column: str, cell: object, choices: Sequence[str] | Mapping[str, object]) -> Any:
    raise _RowError(f"{column.lower()} is {str(cell)[:20]!r}; it must be one of {', '.join(choices)}.")


def _listed(cell: object) -> list[str]:
    """Return the entries of a cell that holds several."""
    return [] if cell is None or isinstance(cell, float) else [str(each) for each in cell]  # type: ignore[attr-defined]


def _same(cell: object, shown: object) -> bool:
    """Return whether a cell still shows what it was given."""
    if isinstance(shown, list):
        return sorted(_listed(cell)) == sorted(shown)
    if shown == "" and _blank(cell):
        return True
    return bool(cell == shown)


def _blank(cell: object) -> bool:
    """Return whether a cell is empty, in whatever way a table says so."""
    return cell is None or str(cell) in ("", "NaT", "<NA>") or (isinstance(cell, float) and math.isnan(cell))
