"""``legrun roster``: whose plan fits this morning, and who needs a look first."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from legrun.command.document import document, to_json
from legrun.command.files import read_bytes
from legrun.command.layout import one_line, table
from legrun.command.moments import read_now
from legrun.report.text import CAUTION
from legrun.roster import STATES, ClientDay, Morning, Roster, read_files, urgency
from legrun.scenario.plain import plain
from legrun.wording.score import rounded_score

__all__ = ["roster_document", "run"]

HEADER = ("Client", "Today", "Why", "Limit", "Instead", "Recovery", "Hard run again", "Look")
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ title }}</title>
<style>
body{font:15px/1.45 system-ui,sans-serif;margin:2rem;color:#1c2528;background:#fff}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #cdd5d8}
small{color:#56636a}
@media print{body{margin:0}@page{size:A4 landscape;margin:14mm}tr{break-inside:avoid}}
</style></head><body><h1>{{ title }}</h1>
<table><thead><tr>{% for name in header %}<th scope="col">{{ name }}</th>{% endfor %}</tr></thead><tbody>
{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>
{% endfor %}</tbody></table>
{% for note in notes %}<p>{{ note }}</p>{% endfor %}
<p><small>{{ caution }}</small></p></body></html>
"""


def roster_document(roster: Roster, now: dt.datetime) -> dict[str, Any]:
    """Return the morning of a roster as plain data, those who need a look first."""
    return _document(roster, _mornings(roster, now), now)


def _mornings(roster: Roster, now: dt.datetime) -> list[Morning]:
    days = (ClientDay.of(roster, client, now) for client in range(len(roster.clients)))
    return sorted(map(Morning.of, days), key=urgency)


def _document(roster: Roster, rows: list[Morning], now: dt.datetime) -> dict[str, Any]:
    return document(
        "roster",
        {"now": plain(now), "clients": [row.to_dict() for row in rows], "problems": plain(roster.problems)},
    )


def _row(row: Morning) -> tuple[str, ...]:
    low, high = (rounded_score(edge) for edge in row.range80 or (0.0, 0.0))
    recovery = f"{rounded_score(row.recovery)} ({low} to {high})" if row.recovery is not None else ""
    alert = row.alerts[0].text if row.alerts else ""
    cells = (row.day.name, STATES[row.state], row.reason, row.limit, row.instead, recovery, row.hard, alert)
    return tuple(map(one_line, cells))


def _html(rows: list[Morning], notes: list[str], now: dt.datetime) -> str:
    import jinja2  # escapes every cell: names come from files

    page = jinja2.Environment(autoescape=True).from_string(PAGE)
    title = f"Clients, {now:%A} {now.day} {now:%B %Y, %H:%M}"
    return page.render(title=title, header=HEADER, rows=map(_row, rows), notes=notes, caution=CAUTION) + "\n"


def run(options: argparse.Namespace) -> tuple[int, str]:
    """Return the exit status and what to print."""
    now = read_now(options.now, options.tz)
    read = read_files([(Path(path).name, read_bytes(path)) for path in options.files], options.tz)
    forms = read.forms(now=now)
    roster = Roster.of(read.roster_sheets(forms=forms))
    rows = _mornings(roster, now)
    if options.json:
        return 0, to_json(_document(roster, rows, now))
    notes = [one_line(problem.message) for problem in roster.problems]
    notes += [
        one_line(f"{form.table.name}: {question}. These ratings are not used; the Clients page asks.")
        for form in forms
        for question in form.questions.values()
    ]
    notes += [
        one_line(f"{form.table.name} is not read yet: {' and '.join(form.missing)} must be said on the Clients page.")
        for form in forms
        if form.missing
    ]
    notes += [
        one_line(f"{name} and {other} may be one person; the Clients page asks.")
        for name, other in roster.people.similar
    ]
    if options.html:
        return 0, _html(rows, notes, now)
    return 0, "\n".join([*table(HEADER, [*map(_row, rows)]), *notes]) + "\n"
