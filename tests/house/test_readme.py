"""What the documents say is so: commands, links, pictures, Python."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest

from legrun.command import main
from legrun.evidence import constants
from tests.house.test_floors import FLOORS

ROOT = Path(__file__).parents[2]
DOCUMENTS = (
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "sample_data/README.md", "docs/deploy.md", "docs/formats.md", "docs/model.md",
    "docs/python.md", "docs/speed.md", "docs/trends.md", "findings/README.md",
)  # fmt: skip


def _fenced_commands() -> list[str]:
    """Return the lines of the README's fenced blocks that begin with the set-up of an environment."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", (ROOT / "README.md").read_text(), flags=re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines() if line.startswith("python3 -m venv")]


def test_one_command_runs_the_app_and_one_the_tests() -> None:
    app, tests = _fenced_commands()
    assert app.endswith("-m streamlit run app.py")
    assert tests.endswith("-m pytest")


def test_ci_ends_with_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text().splitlines()
    assert script[-1] == _fenced_commands()[1]
    assert "export LEGRUN_REQUIRE_BROWSER=1" in script


def test_the_python_of_the_readme_prints_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text(), flags=re.DOTALL | re.MULTILINE)
    assert len([line for line in code.splitlines() if line]) <= 10
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(code, "README.md", "exec"), {})
    assert said.getvalue().splitlines() == re.findall(r"print\(.*\)  # (.*)$", code, flags=re.MULTILINE)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_to_a_file_leads_somewhere(document: str) -> None:
    path = ROOT / document
    links = [link for link in re.findall(r"\]\(([^)]+)\)", path.read_text()) if "://" not in link]
    assert all((path.parent / link).exists() for link in links), links


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_is_named_exists(document: str) -> None:
    path = ROOT / document
    named = re.findall(r"`([\w./]+/[\w.]+|[\w]+\.(?:py|toml|csv))`", path.read_text())
    homes = (ROOT, path.parent, ROOT / "legrun", ROOT / "legrun" / "evidence", ROOT / "legrun" / "logs" / "formats")
    # In other people's exports and servers; a formula.
    theirs = {
        "activities.csv",
        "cardioActivities.csv",
        "training_data.csv",
        "/etc/caddy/Caddyfile",
        ".streamlit/secrets.toml",
        ".venv/bin/python",
        "1/tau",
    }
    missing = [n for n in named if n not in theirs and not any((home / n).exists() for home in homes)]
    assert not missing


def test_the_picture_of_the_house_shows_every_floor() -> None:
    picture = re.findall(r"^```\n(.*?)^```", (ROOT / "CONTRIBUTING.md").read_text(), flags=re.DOTALL | re.MULTILINE)[0]
    for prefix in (prefix for level in FLOORS for prefix in level):
        assert prefix.rsplit(".", 1)[-1] in picture, f"{prefix} is missing from the picture in CONTRIBUTING.md"


def test_the_example_of_a_constant_has_the_fields_of_one() -> None:
    (example,) = re.findall(
        r"^```toml\n(.*?)^```", (ROOT / "CONTRIBUTING.md").read_text(), flags=re.DOTALL | re.MULTILINE
    )
    import tomllib

    fields = tomllib.loads(example)["gates"]["example_h"]
    assert {"key", *fields} == set(vars(next(iter(constants().values()))))


def test_the_map_of_errands_leads_to_files_that_are_there() -> None:
    section = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Where is ...?")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][2:]
    assert len(rows) > 15
    for row in rows:
        paths = re.findall(r"`(legrun/[\w./]+)`", row)
        assert paths, row
        assert all((ROOT / path).is_file() for path in paths), row


@pytest.mark.parametrize(
    ("errand", "holds"),
    [
        ("what sleep costs: points of the score", "score.sleep"),
        ("what sleep costs: how fast strength returns", "clock.sleep_slope"),
        ("red flags, and who should see a clinician", "STOP = {"),
        ("how a roster is ordered: who needs a look first", "def find_alerts"),
    ],
)
def test_an_errand_takes_one_step(errand: str, holds: str) -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (path,) = re.findall(rf"^\| {re.escape(errand)} \| `([^`]+)` \|$", contributing, re.MULTILINE)
    assert holds in (ROOT / path).read_text(encoding="utf-8")


def test_the_readme_counts_what_is_judgement() -> None:
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    share, count = re.findall(r"(\d+) in 100 of its some (\d+) constants are our own choice", readme)[0]
    judged = sum(each.kind == "our judgement" for each in constants().values())
    assert 100 * judged / len(constants()) == pytest.approx(int(share), abs=2)
    assert len(constants()) == pytest.approx(int(count), rel=0.12)


def test_the_readme_shows_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    """Print the new text in the message, to be pasted in where a sentence has changed on purpose."""
    (block,) = re.findall(
        r"^```console\n\$ legrun (.*?)\n(.*?)^```", (ROOT / "README.md").read_text(), re.DOTALL | re.MULTILINE
    )
    assert main(shlex.split(block[0])) == 0
    printed = capsys.readouterr().out
    assert printed == block[1], f"legrun {block[0]} now prints:\n{printed}"


def test_the_readme_fits_a_few_screens() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 125


def test_the_newest_changes_are_told_once_and_can_be_read_in_one_go() -> None:
    newest = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1].splitlines()
    entries = [line for line in newest if line.startswith("- ")]
    assert entries
    assert not [line for line in newest if len(line) > 120]
    assert len(newest) <= 200
    assert len(entries) == len(set(entries))
    lists = "\n".join(newest).split("\n### ")[1:]
    assert not [part for part in lists if "\n\n" in part.split("\n\n", 1)[1].strip()], "a blank line in a list"
