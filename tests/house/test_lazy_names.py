"""A package that loads its names when they are asked for offers the same names in all of its three lists."""

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAZY = [
    ".".join(path.parent.relative_to(ROOT).parts)
    for path in sorted(ROOT.glob("legrun/**/__init__.py"))
    if re.search(r"= lazily\($", path.read_text(encoding="utf-8"), re.MULTILINE)
]


@pytest.mark.parametrize("name", LAZY)
def test_every_name_that_is_offered_is_loaded_from_its_module(name: str) -> None:
    package = importlib.import_module(name)
    text = Path(package.__file__ or "").read_text(encoding="utf-8")
    told = text.partition("if TYPE_CHECKING:")[2].partition("\n\n")[0]
    imported = set(re.findall(r"\b\w+\b", re.sub(r"from \S+ import", "", told)))
    offered = {each for each in package.__all__ if getattr(package, each, None) is not None and "__" not in each}
    constants = {"MODEL_VERSION"}
    assert offered - constants == imported
    assert imported <= set(dir(package))


def test_there_are_such_packages() -> None:
    assert {"legrun", "legrun.charts", "legrun.logs"} <= set(LAZY)
