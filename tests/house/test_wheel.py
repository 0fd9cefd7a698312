"""The wheel: built, installed into an environment of its own, and used there without the repository."""

from __future__ import annotations

import importlib.metadata
import json
import os
import subprocess
import sys
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import legrun
from tests.serving import ROOT, free_port, wait_until_up

pytestmark = pytest.mark.slow

USE = """
import datetime as dt, json
import legrun
from legrun.evidence import claims, constants, datasets, studies
from legrun.evidence.limits import limits
from legrun.report import handout
from legrun.wording.languages import say, speaking

legs = legrun.Session(kind="legs", start=dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8)
answer = legrun.answer(legrun.Scenario(now=dt.datetime(2026, 3, 4, 7), sessions=[legs]))
with speaking("de"):
    spoken = say("today")
rows = "".join(f"2026-03-03 18:00:00,Legs,55m,Leg Press,{n},80.0,8.0,0,0.0,\\n" for n in range(1, 6))
header = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\\n"
log = legrun.read_log(header + rows)
print(json.dumps({
    "where": legrun.__file__,
    "version": legrun.__version__,
    "verdict": answer.advice.verdict,
    "evidence": [len(each()) for each in (constants, studies, claims, datasets, limits)],
    "spoken": spoken,
    "log": [log.format, log.sessions[0].kind, log.sessions[0].hard_sets],
}))
"""

DRAW = """
import logging, sys
from legrun.command.dashboard import home
logging.disable(logging.WARNING)
sys.path.insert(0, str(home()))
from streamlit.testing.v1 import AppTest
at = AppTest.from_file(str(home() / "app.py"), default_timeout=60).run()
assert not at.exception, at.exception
print(home(), len(at.slider))
"""


def _run(*command: str | Path, cwd: Path) -> str:
    """Return what a command prints, with nothing of this process's paths in its environment."""
    clean = {name: each for name, each in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built as ``pip install .`` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def _needed(wheel: Path) -> dict[str, importlib.metadata.Distribution]:
    """Return by name what a wheel needs, with all that this needs in turn, as the environment of these tests has it."""
    (about,) = (each for each in zipfile.Path(wheel).iterdir() if each.name.endswith(".dist-info"))
    told = importlib.metadata.PathDistribution(about)
    needed: dict[str, importlib.metadata.Distribution] = {}
    asked, known = [(each, "") for each in told.requires or ()], set()
    while asked:
        line, extra = pair = asked.pop()
        requirement = Requirement(line)
        if pair in known or (requirement.marker and not requirement.marker.evaluate({"extra": extra})):
            continue
        known.add(pair)
        there = needed[requirement.name] = importlib.metadata.distribution(requirement.name)
        assert requirement.specifier.contains(there.version, prereleases=True), f"{requirement}, not {there.version}"
        asked += [(each, of) for each in there.requires or () for of in ("", *requirement.extras)]
    return needed


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the scripts of a fresh environment into which the wheel was installed with all it needs, and nothing else.

    What it needs is linked from the environment of these tests: fetched and unpacked anew it took longer than all else.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", scripts / "python", "--disable-pip-version-check")
    _run(*pip, "install", "--quiet", "--no-compile", "--no-deps", wheel, cwd=folder)
    packages = next(folder.rglob("site-packages"))
    for there in _needed(wheel).values():
        for name in {path.parts[0] for path in there.files or ()} - {"..", "__pycache__"}:
            if not (packages / name).exists():
                (packages / name).symlink_to(Path(str(there.locate_file(name))).resolve())
    return scripts


def test_a_wheel_holds_the_package_alone_with_its_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.split("/")[0] for name in names} == {"legrun", f"legrun-{legrun.__version__}.dist-info"}
    data = [path for path in (ROOT / "legrun").rglob("*") if path.is_file() and path.suffix not in (".pyc", ".py")]
    assert len(data) > 10
    assert {path.relative_to(ROOT).as_posix() for path in data} <= names
    pages = list((ROOT / "pages").rglob("*.py"))
    assert {f"legrun/dashboard/{path.relative_to(ROOT).as_posix()}" for path in pages} <= names
    samples = list((ROOT / "sample_data").glob("*.csv"))
    assert {f"legrun/dashboard/sample_data/{path.name}" for path in samples} <= names


def test_it_answers_and_reads_without_the_repository(installed: Path, tmp_path: Path) -> None:
    told = json.loads(_run(installed / "python", "-c", USE, cwd=tmp_path))
    assert not Path(told["where"]).is_relative_to(ROOT)
    assert told["version"] == legrun.__version__
    assert told["verdict"] == "easy"
    assert told["spoken"] == "heute"
    assert told["log"] == ["Strong", "legs", 5.0]
    assert min(told["evidence"]) > 5


def test_its_command_answers(installed: Path, tmp_path: Path) -> None:
    line = ("today", "--legs", "yesterday 18:00 60min @8", "--sore", "4", "--now", "2026-03-04 07:00")
    assert _run(installed / "legrun", *line, cwd=tmp_path).startswith("Easy run\n")
    assert _run(installed / "python", "-m", "legrun", *line, cwd=tmp_path).startswith("Easy run\n")


def test_its_dashboard_draws_its_pages(installed: Path, tmp_path: Path) -> None:
    home, sliders = _run(installed / "python", "-c", DRAW, cwd=tmp_path).split()
    assert not Path(home).is_relative_to(ROOT)
    assert int(sliders) >= 3


def test_its_dashboard_starts(installed: Path, tmp_path: Path) -> None:
    port = free_port()
    log = tmp_path / "log.txt"
    with log.open("wb") as said:
        process = subprocess.Popen(
            [installed / "legrun", "app", "--no-browser", "--port", str(port)],
            cwd=tmp_path, stdout=said, stderr=said, start_new_session=True,
        )  # fmt: skip
    try:
        wait_until_up(process, f"http://127.0.0.1:{port}", log)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as page:
            assert page.status == 200
    finally:
        os.killpg(process.pid, 15)
        process.wait(20)
