"""Streamlit's own command, on another day: `python -m tests.later run app.py`, with LEGRUN_TEST_DAYS days after 4 March 2026.

The app asks for the time in one place; a browser's clock does not reach it.
"""

from __future__ import annotations

import datetime as dt
import os
from types import SimpleNamespace

from streamlit.web import cli

from pages._ui.state import clock

__all__ = ["main"]


class Later(dt.datetime):
    """A clock that stands at seven in the morning of a later day."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Later:
        day = dt.datetime(2026, 3, 4) + dt.timedelta(days=int(os.environ["LEGRUN_TEST_DAYS"]))
        return cls(day.year, day.month, day.day, 7, tzinfo=tz)


def main() -> None:
    """Run Streamlit with that clock."""
    later = SimpleNamespace(**{name: getattr(dt, name) for name in ("timedelta", "timezone", "tzinfo")}, datetime=Later)
    vars(clock)["dt"] = later
    cli.main()


if __name__ == "__main__":
    main()
