"""JSON that is a list of records, as apps and their interfaces write it, as the CSV that it would be saved as."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from legrun.errors import LogFormatError

__all__ = ["csv_of_json"]

_NO_LIST = "This is JSON without a list of training. Save or export it as CSV and drop that in."
# Names of lists inside a record that are parts of it, as sets are of a workout; other lists are series of its seconds.
_PARTS = ("exercise", "set", "workout", "activit", "session", "lift", "record", "entries", "log", "item", "data")
_SERIES = frozenset({"dataset", "datasets", "offset", "activitysets", "activitylevel", "recordedroute"})
# Lists of measures, each with its name: {"metric": "distance", "value": 5}.
_NAMING, _VALUE = ("metric", "metricname", "name", "key"), re.compile(r"(?:float|int|fp)?val(?:ue)?", re.I)
_VAGUE = frozenset({"name", "title", "type", "id", "value", "unit", "index", "number", "kind", "notes"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SEVERAL, _ALIKE = 2, 2  # objects with so many fields in common are records, whatever their keys
_MOST_CELLS = 3_000_000
_DEEPEST = 8
_EPOCH = 1e9  # s, of any date that a log may hold
_MOST_COLUMNS = 400

_Row = dict[tuple[str, ...], str]


def csv_of_json(text: str) -> str:
    r"""Return the records of a JSON text as a CSV, those inside others with what stands around them.

    Raises
    ------
    LogFormatError
        When it is damaged, or holds no records.

    Examples
    --------
    >>> csv_of_json('[{"date": "2026-03-02", "sport": "run", "summary": {"minutes": 40}}]')
    'date,sport,minutes\n2026-03-02,run,40\n'
    >>> sets = '[{"reps": 5}, {"reps": 4}]'
    >>> csv_of_json(f'{{"workouts": [{{"start": "2026-03-02", "exercises": [{{"name": "Squat", "sets": {sets}}}]}}]}}')
    'start,exercises name,reps\n2026-03-02,Squat,5\n2026-03-02,Squat,4\n'
    """
    read = _read(text)
    rows: list[_Row] = []
    cells = 0
    for record in _records(read):
        for row in _rows(record, (), 0):
            cells += len(row)
            if cells > _MOST_CELLS:
                raise LogFormatError("The JSON holds more than a training log needs. Export a shorter period.")
            rows.append(row)
    columns = list(dict.fromkeys(path for row in rows for path in row))[:_MOST_COLUMNS]
    if not rows or len(columns) < len(("date", "what")):
        raise LogFormatError(_NO_LIST)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_labels(columns))
    writer.writerows([row.get(path, "") for path in columns] for row in rows)
    return out.getvalue()


def _read(text: str) -> Any:
    """Return what a JSON text holds, or what each of its lines does."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        try:
            lines = [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            lines = []
        if len(lines) > 1:
            return lines
        raise LogFormatError("The JSON is damaged or cut off. Export it again, or save it as CSV.") from error


def _records(read: Any) -> list[Mapping[str, Any]]:
    """Return the records: a list of them, the longest list among the fields of an object, or the object alone."""
    for _ in range(_DEEPEST):
        if isinstance(read, list):
            records: list[Mapping[str, Any]] = [each for each in read if isinstance(each, dict)]
            if len(records) == 1 and (inner := _longest_list(records[0])) is not None and _is_cover(records[0]):
                read = inner
                continue
            return records
        if not isinstance(read, dict):
            return []
        inner = _keyed(read) or _longest_list(read)
        if inner is None or not _is_cover(read):
            return [read]
        read = inner
    return []


def _longest_list(record: Mapping[str, Any]) -> list[Any] | None:
    lists = [value for value in record.values() if isinstance(value, list) and any(isinstance(v, dict) for v in value)]
    lists = lists or [found for value in record.values() if isinstance(value, dict) and (found := _keyed(value))]
    return max(lists, key=len, default=None)


def _keyed(record: Mapping[str, Any]) -> list[Any]:
    """Return the records that an object holds under their days or numbers, each with its key; none where it is one."""
    dated = all(map(_DAY.match, record))
    each = [(key, value) for key, held in record.items() for value in (held if isinstance(held, list) else [held])]
    if not each or not all(isinstance(value, dict) for _, value in each):
        return []
    shared = set.intersection(*(set(value) for _, value in each))
    if not dated and (len(record) != len(each) or len(each) < _SEVERAL or len(shared) < _ALIKE):
        return []
    return [{"date" if dated else "id": key, **value} for key, value in each]


def _is_cover(record: Mapping[str, Any]) -> bool:
    """Tell an object around a list, with its page and its count, from a record that has one."""
    texts = [value for value in record.values() if isinstance(value, str)]
    if any(isinstance(value, int | float) and _EPOCH <= value < 1e4 * _EPOCH for value in record.values()):
        return False
    return not any(len(text) >= len("2026-03-02") and text[:4].isdecimal() and text[4:5] == "-" for text in texts)


def _rows(value: Mapping[str, Any], path: tuple[str, ...], depth: int) -> Iterator[_Row]:
    """Yield the rows of a record: one, or one for each of its parts."""
    own: _Row = {}
    parts: list[tuple[tuple[str, ...], list[Any]]] = []
    _flatten(value, path, depth, own, parts)
    inside = [
        row for at, listed in parts for each in listed if isinstance(each, dict) for row in _rows(each, at, depth + 1)
    ]
    yield from ({**own, **row} for row in inside) if inside else [own]


def _flatten(
    value: Mapping[str, Any],
    path: tuple[str, ...],
    depth: int,
    own: _Row,
    parts: list[tuple[tuple[str, ...], list[Any]]],
) -> None:
    """Put the fields of a record, and of the objects in it, into a row; lists of parts are kept aside."""
    for key, field in value.items():
        at = (*path, str(key)[:60])
        if isinstance(field, dict):
            if depth + len(at) - len(path) < _DEEPEST:
                _flatten(field, at, depth + 1, own, parts)
        elif isinstance(field, list):
            measures = [_measure(each) for each in field]
            if field and all(measures):
                own.update({(*at, name): value for name, value in filter(None, measures)})
            elif any(isinstance(each, dict) for each in field):
                if depth < _DEEPEST and _is_part(at[-1]):
                    parts.append((at, field))
            else:
                own[at] = ", ".join(map(_text, field[:50]))
        else:
            own[at] = _text(field)


def _measure(value: Any) -> tuple[str, str] | None:
    """Return name and value of one of a list of measures."""
    if not isinstance(value, Mapping):
        return None
    names = [text for key, text in value.items() if key.casefold() in _NAMING and isinstance(text, str)]
    values = [number for key, number in value.items() if _VALUE.fullmatch(key) and isinstance(number, int | float)]
    return (names[0][:60], _text(values[0])) if len(names) == len(values) == 1 else None


def _is_part(key: str) -> bool:
    name = key.casefold()
    return name not in _SERIES and any(part in name for part in _PARTS)


def _text(field: Any) -> str:
    if field is None or isinstance(field, dict | list):
        return ""
    return str(field).lower() if isinstance(field, bool) else str(field)


def _labels(columns: list[tuple[str, ...]]) -> list[str]:
    """Return a name for each column: that of the field, with what it is of where that says too little."""
    vague = [len(path) > 1 and path[-1].casefold() in _VAGUE for path in columns]
    short = [" ".join(path[-2:]) if is_vague else path[-1] for path, is_vague in zip(columns, vague, strict=True)]
    return [name if short.count(name) == 1 else " ".join(path) for name, path in zip(short, columns, strict=True)]
