"""The morning's list to keep or to print: CSV, a workbook, and a page of paper."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence

from legrun.logs.own import encode
from legrun.logs.reading.text import clean
from legrun.report.text import CAUTION
from legrun.roster.morning import STATES, Morning
from legrun.roster.sessions.text import session_text
from legrun.wording.rounding import as_given
from legrun.wording.score import rounded_score

__all__ = ["list_csv", "list_html", "list_rows", "list_xlsx", "table_page", "to_do"]

TICK = "\u2610"
ON_PAPER = ("Client", "Today", "Why", "To do", "Sore", "Planned", "Allowed", "Needs a look")
_WIDTHS = {
    "Client": 22, "Today": 13, "Why": 32, "To do": 30, "Planned": 32, "Allowed": 32, "Needs a look": 44, "Note": 30,
}  # fmt: skip
_USUAL_WIDTH = 12
_LONGEST = 300
Cell = str | float | None
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ title }}</title>
<style>
body{font:13px/1.35 system-ui,sans-serif;margin:1.5rem;color:#1c2528;background:#fff}
h1{font-size:1.3em;margin:0 0 .4em}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.25rem .45rem;border-bottom:1px solid #cdd5d8}
td:first-child,td:nth-child(2){font-weight:600}
small{color:#56636a}
@media print{body{margin:0;font-size:7.6pt;line-height:1.22}@page{size:A4 landscape;margin:8mm}
th,td{padding:.9mm 1.2mm}thead{display:table-header-group}tr{break-inside:avoid}}
</style></head><body><h1>{{ title }}</h1>
<table><thead><tr>{% for name in header %}<th scope="col">{{ name }}</th>{% endfor %}</tr></thead><tbody>
{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>
{% endfor %}</tbody></table>
{% for note in notes %}<p>{{ note }}</p>{% endfor %}
<p><small>{{ caution }}</small></p></body></html>
"""


def to_do(row: Morning) -> str:
    """Return what a coach does with a client's plan."""
    asked = {"away": "Nothing", "fits": "As planned", "no check-in": "Ask for a check-in", "ask": "Ask, then decide"}
    return asked.get(row.state) or row.instead or row.limit_in_short


def list_rows(rows: Sequence[Morning]) -> list[dict[str, Cell]]:
    """Return a row for each client, by column; numbers are numbers.

    Parameters
    ----------
    rows : sequence of Morning
        The clients, in the order of the list.
    """
    return [_cells(row) for row in rows]


def _cells(row: Morning) -> dict[str, Cell]:
    low, high = row.range80 or (None, None)
    entry = row.day.entry
    unsure = row.state in ("no check-in", "ask")
    return {
        "Client": row.day.name,
        "Group": row.day.group,
        "Today": STATES[row.state],
        "Why": row.reason,
        "To do": to_do(row),
        "Sore": entry.soreness,
        "Sleep, h": entry.sleep_h,
        "Feels wrong": entry.complaint.words,
        "Planned": "; ".join(session_text(plan) for plan in row.day.plans),
        "Allowed": row.limit,
        "Recovery": None if unsure or row.recovery is None else float(rounded_score(row.recovery)),
        "From": None if low is None else float(rounded_score(low)),
        "To": None if high is None else float(rounded_score(high)),
        "Hard running": row.hard,
        "Needs a look": "; ".join(alert.text for alert in row.alerts),
        "Note": row.day.note,
    }


def list_csv(rows: Sequence[Morning]) -> bytes:
    """Return the list as CSV in UTF-8 with a byte order mark; no cell can start a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    listed = list_rows(rows)
    writer.writerow(listed[0] if listed else [])
    writer.writerows([encode(_text(cell)) for cell in row.values()] for row in listed)
    return out.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    return "" if cell is None else as_given(cell) if isinstance(cell, float | int) else cell


def list_xlsx(rows: Sequence[Morning], now: dt.datetime) -> bytes:
    """Return the list as a workbook: texts are texts, whatever they begin with, and numbers are numbers."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = f"{now:%Y-%m-%d}"
    listed = list_rows(rows)
    names = list(listed[0]) if listed else []
    for at, name in enumerate(names, 1):
        sheet.cell(1, at, name).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(name, _USUAL_WIDTH)
    for line, row in enumerate(listed, 2):
        for at, content in enumerate(row.values(), 1):
            cell = sheet.cell(line, at, clean(content, _LONGEST) if isinstance(content, str) else content)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if isinstance(content, str):
                cell.data_type = "s"  # "=1+1" is a name, not a sum
                cell.quotePrefix = True
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def list_html(rows: Sequence[Morning], now: dt.datetime, notes: Sequence[str] = ()) -> str:
    """Return the list as a page to print; 40 clients fill two sheets.

    Parameters
    ----------
    rows : sequence of Morning
        The clients, in the order of the list.
    now : datetime.datetime
        The morning.
    notes : sequence of str
        What could not be used, below the list.
    """
    title = f"Clients, {now:%A} {now.day} {now:%B %Y, %H:%M}"
    cells = [[*(_text(row[name]) for name in ON_PAPER), TICK] for row in list_rows(rows)]
    return table_page(title, (*ON_PAPER, "Seen"), cells, notes)


def table_page(title: str, header: Sequence[str], rows: Sequence[Sequence[str]], notes: Sequence[str]) -> str:
    """Return a table as a page to print: what it is, its columns, its rows, and what is to be said below."""
    import jinja2  # escapes every cell: names come from files

    page = jinja2.Environment(autoescape=True).from_string(PAGE)
    return page.render(title=title, header=header, rows=rows, notes=notes, caution=CAUTION) + "\n"
