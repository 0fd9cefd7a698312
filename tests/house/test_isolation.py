"""Nothing of a visit outlives it, and no cache that visits share holds what one of them brought."""

from __future__ import annotations

import ast
import gc
from collections.abc import Mapping
from pathlib import Path

import pytest
from streamlit.runtime.caching import clear_session_data_cache, clear_session_resource_cache

from legrun.calibration import Calibration
from legrun.logs import Log
from legrun.logs.starting_point import StartingPoint
from legrun.roster import Roster
from legrun.scenario import Session
from pages._ui.clients.visit import RosterVisit
from pages._ui.state.log import Upload
from tests.pages.roster_page import clients
from tests.pages.test_log import log_page

# What only an upload or a visitor makes.
OWN = (Calibration, Log, Roster, RosterVisit, StartingPoint, Upload)
SESSION = "test session id"  # what AppTest calls every visit
# Their arguments are settings, never what a visitor brought: caches for the whole process may keep them.
SHARED = {
    # How draws fade along the hours ahead: the same for everybody.
    "strength._faded_evenly": ["rates_bytes", "times_bytes"],
    "projection._ranks": ["draws"],
    "differences._preset_links": ["day"],
    "learned._spread": ["sd"],
    "flags._listed": ["name"],
    "chart._made": ["language"],  # what draws a handout's chart; legrun speaks six
    "page.runtime": ["language"],
    "voice.voice": ["language"],
    "parameters.constant": ["key"],  # of the registry; what it does not hold is refused and not kept
    "parameters._numbers": ["key"],
}


def left() -> dict[int, str]:
    """Return what of visits is still in memory: its address and its type."""
    gc.collect()
    own = [value for value in gc.get_objects() if isinstance(value, OWN)]
    named = [value for value in gc.get_objects() if isinstance(value, Session) and "anna-own" in value.name]
    return {id(value): type(value).__name__ for value in (*own, *named)}


def end_visits() -> None:
    """Let go of what is kept for visits, as the server does when one ends."""
    for clear in (clear_session_data_cache, clear_session_resource_cache):
        clear(SESSION)


@pytest.mark.slow
def test_nothing_is_left_in_memory_when_a_visit_ends() -> None:
    # What other tests left behind may go in the meantime; nothing may be added to it.
    already = left()
    rows = "".join(f"session,legs,2026-03-0{day}T18:00,60,7,anna-own,,,\n" for day in (1, 2, 3))
    at = log_page(("anna-own.csv", f"record,kind,start,minutes,rpe,name,soreness,key,value\n{rows}"))
    at.button(key="use_log").click().run()
    at.switch_page("app.py").run()
    coach = clients()
    assert len(left().keys() - already.keys()) > 5
    del at, coach
    end_visits()
    assert not {kind for place, kind in left().items() if place not in already}


def _cached(tree: ast.Module) -> dict[str, tuple[str, list[str]]]:
    """Return the functions of a file that a cache stands before: the cache, and the arguments it keeps."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            before = [ast.unparse(each) for each in node.decorator_list]
            cache = next((text for text in before if "cache" in text and "cached_property" not in text), None)
            if cache is not None:
                names[node.name] = (cache, [arg.arg for arg in (*node.args.args, *node.args.kwonlyargs)])
    return names


def test_caches_that_visits_share_hold_nothing_of_theirs(trees: Mapping[Path, ast.Module]) -> None:
    names: dict[str, tuple[str, list[str]]] = {}
    for path, tree in trees.items():
        names |= {f"{path.stem}.{name}": kept for name, kept in _cached(tree).items()}
    assert "drawing.read" in names
    for name, (cache, arguments) in names.items():
        if cache.startswith("st."):
            assert "scope='session'" in cache, f"{name} is kept for everybody"
            assert "max_entries" in cache, f"{name} grows for as long as a visit lasts"
        else:
            assert arguments == SHARED.get(name, []), f"{name} may keep what a visitor brought"
