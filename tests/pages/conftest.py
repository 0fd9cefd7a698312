"""What tests of the pages stand on."""

from __future__ import annotations

import datetime as dt
import functools
import gc
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from legrun.roster import ClientDay, Morning
from pages._ui.diary.place import Place
from tests.pages.diary_visits import NOW, Open
from tests.serving import ROOT


@pytest.fixture(scope="session", autouse=True)
def _one_look_for_components() -> Iterator[None]:
    """Look through the installed packages for components of Streamlit once: each AppTest would, for longer than a page takes."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            manifest_scanner,
            "scan_component_manifests",
            functools.cache(manifest_scanner.scan_component_manifests),
        )
        AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()  # loads what every page does
        yield


@pytest.fixture(scope="session")
def rows_kept() -> dict[bytes, Morning]:
    """Return the clients' rows that stood on any page, by their days."""
    return {}


@pytest.fixture(scope="module", autouse=True)
def _each_row_once(rows_kept: dict[bytes, Morning]) -> Iterator[None]:
    """Work out a client's row once for all pages that show it: the same day gives the same row, to the last digit."""
    work_out = Morning.of

    def of(day: ClientDay) -> Morning:
        told = pickle.dumps(day)
        if told not in rows_kept:
            rows_kept[told] = work_out(day)
        return rows_kept[told]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Morning, "of", of)
        yield


@pytest.fixture(scope="module", autouse=True)
def _short_look_through_memory(_one_look_for_components: None) -> None:
    """Leave what pages have loaded out of the look through memory that each visit begins with."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the diary of a visit would lie."""
    return tmp_path / "kept" / "diary.sqlite"


@pytest.fixture
def visit(path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Return a function that begins a visit on one's own machine."""
    monkeypatch.setattr("pages._ui.state.diary.find", lambda: Place(path))

    def begin(page: str = "", *, hour: dt.datetime = NOW, **query: str) -> AppTest:
        monkeypatch.setattr("pages._ui.state.clock._local_time", lambda: hour)
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        at.session_state["_clock"] = hour
        for name, text in query.items():
            at.query_params[name] = text
        at.run()
        if page:
            at.switch_page(f"pages/{page}.py").run()
        assert not at.exception, [e.value for e in at.exception]
        return at

    return begin
