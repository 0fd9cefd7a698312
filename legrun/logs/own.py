"""legrun's own CSV: everything of a log in one table, a column `record` telling what each row is.

Cells are made harmless and lossless: a cell that a spreadsheet could take for a formula gets an apostrophe in front,
and control characters, outer blanks and backslashes are written as escapes. Reading takes both away again.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from legrun.scenario import Athlete, CheckIn, Session

if TYPE_CHECKING:
    from legrun.logs.log import Log

__all__ = [
    "ATHLETE_COLUMNS",
    "ATHLETE_FIELDS",
    "COLUMNS",
    "RECORDS",
    "RESPONSE_FIELDS",
    "decode",
    "encode",
    "records",
    "session_row",
    "write",
]

RECORDS = ("version", "athlete", "choice", "sleep", "check_in", "session")
COLUMNS = (
    "record", "kind", "start", "minutes", "rpe", "style", "distance_km", "hard_sets", "to_failure", "warm_up",
    "novelty", "downhill_minutes", "downhill_grade_pct", "name", "source", "estimated", "soreness", "sleep_h",
    "key", "value", "sport", "fatigue",
)  # fmt: skip
# In a roster one of these tells whose row it is.
ATHLETE_COLUMNS = ("athlete", "client")
ATHLETE_FIELDS = (
    "experience", "age", "body_mass_kg", "usual_sleep_h", "max_heart_rate", "race_km", "race_minutes",
)  # fmt: skip
RESPONSE_FIELDS = ("amplitude_mean", "amplitude_sd", "time_mean", "time_sd")

# What spreadsheets take for the start of a formula, their full-width twins, and our own mark.
_DANGEROUS = frozenset("=+-@'＝＋－＠")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\(\\)")
_JOINER = "\u200d"
_FORMAT = "1"


def encode(text: str) -> str:
    r"""Return a cell that is one line, survives trimming, and cannot start a formula.

    Examples
    --------
    >>> encode("=1+1"), encode("two\nlines "), encode("plain 🏃")
    ("'=1+1", 'two\\u000alines\\u0020', 'plain 🏃')
    """
    if text.isprintable() and "\\" not in text and "\ufffd" not in text and text == text.strip():
        return f"'{text}" if text[:1] in _DANGEROUS else text
    inner = text.strip()
    start = text.find(inner) if inner else len(text)
    end = start + len(inner)
    safe = "".join(_escaped(c) if not start <= place < end or _unsafe(c) else c for place, c in enumerate(text))
    return f"'{safe}" if safe[:1] in _DANGEROUS else safe


def decode(cell: str) -> str:
    r"""Return what `encode` was given.

    Examples
    --------
    >>> decode("'=1+1"), decode("two\\u000alines\\u0020")
    ('=1+1', 'two\nlines ')
    """
    if cell.startswith("'"):
        cell = cell[1:]
    if "\\" not in cell:
        return cell
    return _ESCAPE.sub(lambda match: "\\" if match[2] else chr(int(match[1], 16)), cell)


def _unsafe(character: str) -> bool:
    if character in "\\\ufffd":
        return True
    if character == _JOINER:  # emoji are made with it
        return False
    return not character.isprintable() and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Cn")


def _escaped(character: str) -> str:
    if character == "\\":
        return "\\\\"
    code = ord(character)
    if code < 0x10000:
        return f"\\u{code:04x}"
    return character


def write(log: Log) -> str:
    """Return the log as CSV text; numbers are written so that they read back to the last digit."""
    from legrun import MODEL_VERSION, __version__

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    versions = {"format": _FORMAT, "legrun": __version__, "model": MODEL_VERSION}
    versions |= {"workouts": str(log.workouts), "sessions": str(len(log.sessions))}
    seen: Counter[tuple[str, ...]] = Counter()
    for row in records(log, versions):
        cells = tuple(encode(row.get(column, "")) for column in COLUMNS)
        seen[cells] += 1
        # Equal sessions are numbered: an equal row without a number is a copy that joining two files left.
        again = seen[cells] > 1 and not row.get("key")
        writer.writerow(
            [str(seen[cells]) if again and name == "key" else cell for name, cell in zip(COLUMNS, cells, strict=True)]
        )
    return out.getvalue()


def records(log: Log, versions: Mapping[str, str]) -> Iterable[dict[str, str]]:
    """Yield the rows of a log, each by its columns, after those that tell its versions."""
    for key, text in versions.items():
        yield {"record": "version", "key": key, "value": text}
    if log.athlete is not None:
        for key, text in _athlete(log.athlete).items():
            yield {"record": "athlete", "key": key, "value": text}
    for key, text in sorted(log.choices.items()):
        yield {"record": "choice", "key": key, "value": text}
    for date, hours in sorted(log.sleep_h.items()):
        yield {"record": "sleep", "start": date.isoformat(), "sleep_h": repr(float(hours))}
    for check_in in log.check_ins:
        yield _check_in(check_in)
    for session in log.sessions:
        yield session_row(session)


def _athlete(athlete: Athlete) -> dict[str, str]:
    cells = {name: _text(getattr(athlete, name)) for name in ATHLETE_FIELDS}
    if athlete.response is not None:
        cells |= {f"response.{name}": _text(getattr(athlete.response, name)) for name in RESPONSE_FIELDS}
    return {key: text for key, text in cells.items() if text}


def _check_in(check_in: CheckIn) -> dict[str, str]:
    ratings = {name: _text(getattr(check_in, name)) for name in ("soreness", "fatigue")}
    return {"record": "check_in", "start": check_in.time.isoformat(), **ratings}


def session_row(session: Session) -> dict[str, str]:
    """Return a session's row by its columns."""
    cells = {
        "record": "session",
        "kind": session.kind,
        "start": session.start.isoformat(),
        "minutes": _text(session.minutes),
        "rpe": _text(session.rpe),
        "style": session.style or "",
        "distance_km": _text(session.distance_km),
        "hard_sets": _text(session.hard_sets),
        "name": session.name,
        "source": session.source,
        "sport": session.sport,
        "estimated": " ".join(sorted(session.estimated)),
    }
    for name in ("to_failure", "warm_up"):
        cells[name] = "yes" if getattr(session, name) else ""
    for name in ("novelty", "downhill_minutes", "downhill_grade_pct"):
        cells[name] = _text(getattr(session, name)) if getattr(session, name) else ""
    return cells


def _text(value: float | str | None) -> str:
    return "" if value is None else value if isinstance(value, str) else repr(float(value))
