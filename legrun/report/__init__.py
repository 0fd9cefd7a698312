"""What a visitor takes along: a table, a calendar, a page to hand over. Bytes out, no files."""

from typing import TYPE_CHECKING

from legrun import lazily

if TYPE_CHECKING:
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

# Each with its module when it is first asked for: no page waits for what another one shows.
__getattr__, __dir__ = lazily(
    __name__,
    {
        "calendar": ("week_ics",),
        "handouts": (
            "NOTE_LIMIT",
            "handout",
            "handouts_zip",
        ),
        "picture": ("week_svg",),
        "plan": (
            "PLAN_COLUMNS",
            "plan_csv",
            "plan_html",
            "plan_ics",
        ),
        "tables": (
            "COLUMNS",
            "safe_cell",
            "week_csv",
        ),
        "text": ("printable",),
    },
)
