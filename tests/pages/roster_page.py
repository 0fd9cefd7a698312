"""The Clients page for tests: opened, read, typed into, ticked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.pages.test_every_page import opened

SAMPLE = Path(__file__).parents[2] / "sample_data" / "roster_sample.csv"


def clients(*, sample: bool = True) -> AppTest:
    at = opened("pages/clients.py")
    if sample:
        at.button(key="sample_roster_sample.csv").click().run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def table(at: AppTest) -> dict[str, dict[str, Any]]:
    """Return the table by client."""
    frame = next(each.value for each in at.dataframe if "Plan today" in each.value)
    return {str(name): dict(row) for name, row in frame.set_index("Client", drop=False).iterrows()}


def enter(at: AppTest, name: str, **cells: str) -> AppTest:
    """Type into the cells of a client's row of the form, and take them over."""
    editor = at.data_editor[0]
    assert editor.key
    place = list(editor.value["Client"]).index(name)
    named = {
        "soreness": "Soreness", "sleep": "Sleep", "wrong": "Feels wrong", "yesterday": "Yesterday", "plan": "Plan today",
        "away": "Away", "group": "Group", "note": "Note",
    }  # fmt: skip
    changed = {named[key]: cell for key, cell in cells.items()}
    at.session_state[editor.key] = {"edited_rows": {place: changed}, "added_rows": [], "deleted_rows": []}
    submit = next(button for button in at.button if button.label == "Take over")
    submit.click().run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def select(at: AppTest, *, rows: Sequence[int] = (), cell: tuple[int, str] | None = None) -> AppTest:
    """Tick rows of the table, or click a cell."""
    key = f"roster_table_{at.session_state['_roster'].generation}"
    at.session_state[key] = {"selection": {"rows": list(rows), "columns": [], "cells": [cell] if cell else []}}
    at.run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def with_files(*files: tuple[str, str]) -> AppTest:
    at = clients(sample=False)
    at.file_uploader(key="roster_upload").set_value([(name, text.encode(), "text/csv") for name, text in files]).run()
    assert not at.exception, [e.value for e in at.exception]
    at.date_input(key="roster_day").set_value(dt.date(2026, 11, 16)).run()
    at.time_input(key="roster_hour").set_value(dt.time(8)).run()
    assert not at.exception, [e.value for e in at.exception]
    return at
