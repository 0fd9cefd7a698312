"""What a visitor takes along: a table, a calendar, a page to hand over. Bytes out, no files."""

from legrun.report.calendar import week_ics
from legrun.report.handouts import NOTE_LIMIT, handout, handouts_zip
from legrun.report.picture import week_svg
from legrun.report.plan import PLAN_COLUMNS, plan_csv, plan_html, plan_ics
from legrun.report.tables import COLUMNS, safe_cell, week_csv
from legrun.report.text import printable

__all__ = [
    "COLUMNS",
    "NOTE_LIMIT",
    "PLAN_COLUMNS",
    "handout",
    "handouts_zip",
    "plan_csv",
    "plan_html",
    "plan_ics",
    "printable",
    "safe_cell",
    "week_csv",
    "week_ics",
    "week_svg",
]
