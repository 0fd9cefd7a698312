"""Every dependency has a range and a reason, and the lowest set that CI runs is the lowest that is allowed."""

import re
import tomllib

from tests.serving import ROOT

LINE = re.compile(r"^(?P<name>[\w-]+)>=(?P<low>[\d.]+)(?:,<(?P<high>[\d.]+))?\s+# \S.+$")


def lines(path: str) -> list[str]:
    text = (ROOT / path).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith(("#", "-r "))]


def test_every_dependency_has_a_range_and_a_reason() -> None:
    for line in [*lines("requirements.txt"), *lines("requirements-dev.txt")]:
        assert LINE.match(line), line


def test_the_lowest_set_is_the_lowest_that_is_allowed() -> None:
    allowed = [match.group("name", "low") for line in lines("requirements.txt") if (match := LINE.match(line))]
    assert [tuple(line.split("==")) for line in lines(".ci/lowest.txt")] == allowed


def test_pip_install_asks_for_what_requirements_txt_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["dependencies"] == [line.split("#")[0].strip() for line in lines("requirements.txt")]


def test_every_extra_is_among_what_the_tests_need() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {line.split("#")[0].strip() for line in lines("requirements-dev.txt")}
    assert {each for extra in project["optional-dependencies"].values() for each in extra} <= wanted
