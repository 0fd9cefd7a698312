"""``legrun roster``: whose plan fits this morning, and who needs a look first."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from legrun.command.document import document, to_json
from legrun.command.files import read_bytes
from legrun.command.layout import table
from legrun.command.moments import read_now
from legrun.report.listing import list_html
from legrun.report.text import printable
from legrun.roster import STATES, ClientDay, Morning, Roster, read_files, urgency
from legrun.roster.forms.form import Form
from legrun.roster.team import rows_of
from legrun.scenario.plain import plain
from legrun.wording.rounding import listed
from legrun.wording.score import rounded_score

__all__ = ["run"]

HEADER = ("Client", "Today", "Why", "Limit", "Instead", "Recovery", "Hard run again", "Look")


def _mornings(roster: Roster, now: dt.datetime) -> list[Morning]:
    count = len(roster.clients)
    days = (ClientDay.of(roster, client, now) for client in range(count))
    return sorted(rows_of(days, count), key=urgency)


def _document(roster: Roster, rows: list[Morning], now: dt.datetime) -> dict[str, Any]:
    return document(
        "roster",
        {"now": plain(now), "clients": [row.to_dict() for row in rows], "problems": plain(roster.problems)},
    )


def _row(row: Morning) -> tuple[str, ...]:
    low, high = (rounded_score(edge) for edge in row.range80 or (0.0, 0.0))
    recovery = f"{rounded_score(row.recovery)} ({low} to {high})" if row.recovery is not None else ""
    alert = row.alerts[0].text if row.alerts else ""
    return (row.day.name, STATES[row.state], row.reason, row.limit, row.instead, recovery, row.hard, alert)


def _notes(roster: Roster, forms: Sequence[Form]) -> Iterator[str]:
    """Yield what was left out, and what the Clients page asks."""
    yield from (problem.message for problem in roster.problems)
    for form in forms:
        name = form.table.name
        for question in form.questions.values():
            yield f"{name}: {question}. These ratings are not used; the Clients page asks."
        if form.sorer_aside:
            yield f"{name}: {form.sorer_aside}. The legs' own rating counts; the Clients page asks."
        if form.missing:
            yield f"{name} is not read yet: {listed(form.missing)} must be said on the Clients page."
    for name, other in roster.people.similar:
        yield f"{name} and {other} may be one person; the Clients page asks."


def run(options: argparse.Namespace) -> tuple[int, str]:
    """Return the exit status and what to print."""
    now = read_now(options.now, options.tz)
    read = read_files([(Path(path).name, read_bytes(path)) for path in options.files], options.tz)
    forms = read.forms(now=now)
    roster = Roster.of(read.roster_sheets(forms=forms))
    rows = _mornings(roster, now)
    if options.json:
        return 0, to_json(_document(roster, rows, now))
    notes = list(map(printable, _notes(roster, forms)))
    if options.html:
        return 0, list_html(rows, now, notes)
    return 0, "\n".join([*table(HEADER, [*map(_row, rows)]), *notes]) + "\n"
