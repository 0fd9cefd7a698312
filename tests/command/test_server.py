"""The tools over the Model Context Protocol, asked by the SDK's own client."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.command.test_json import PLAN, SAMPLES, schema
from tests.serving import ROOT

pytestmark = pytest.mark.slow

mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")


PLANNED = "plan.csv"
WRONG: list[tuple[str, dict[str, Any]]] = [
    ("today", {"legs": ["yesterday 18:00 60kg @8"]}),
    ("today", {"soreness": 12}),
    ("today", {"soreness": "very"}),
    ("read_log", {"paths": ["nowhere.csv"]}),
    ("week", {"plan_path": "nowhere.csv"}),
]


@dataclass(frozen=True)
class Told:
    """What a server said: its tools, and its answers to what every test asks of it, one after the other."""

    tools: list[Any]
    log: Any
    week: Any
    wrong: list[Any]
    short: Any
    full: Any
    folder: Path


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Return what one server said; to start it takes longer than all that it is asked."""
    import anyio
    from mcp.client import Client

    folder = tmp_path_factory.mktemp("plan")
    (folder / PLANNED).write_text(PLAN)
    read = {"paths": [str(SAMPLES / "hevy_sample.csv")]}
    planned = {"plan_path": str(folder / PLANNED), "arrange": True, "now": "2026-03-04 07:00"}

    async def ask() -> Told:
        here = mcp.StdioServerParameters(command=sys.executable, args=["-m", "legrun", "mcp"], cwd=ROOT)
        async with Client(here) as client:
            return Told(
                tools=(await client.list_tools()).tools,
                log=await client.call_tool("read_log", read),
                week=await client.call_tool("week", planned),
                wrong=[await client.call_tool(name, arguments) for name, arguments in WRONG],
                short=await client.call_tool("today", {}),
                full=await client.call_tool("today", {"hourly": True}),
                folder=folder,
            )

    return anyio.run(ask)


def test_every_tool_only_reads_and_carries_the_schema_of_the_json(told: Told) -> None:
    assert [tool.name for tool in told.tools] == ["today", "read_log", "week"]
    for tool in told.tools:
        assert tool.output_schema == schema()
        assert tool.annotations.read_only_hint
        assert tool.description


def test_a_log_is_read_and_a_week_is_arranged(told: Told) -> None:
    assert told.log.structured_content["log"]["format"] == "Hevy"
    assert len(told.week.structured_content["sessions"]) == 3
    assert [each.name for each in told.folder.iterdir()] == [PLANNED]


def test_what_is_wrong_is_a_sentence(told: Told) -> None:
    assert len(told.wrong) == len(WRONG)
    for result in told.wrong:
        assert result.is_error
        assert "Traceback" not in result.content[0].text


def test_the_week_hour_by_hour_comes_when_asked_for(told: Told) -> None:
    assert told.short.structured_content["week"] is None
    assert len(told.full.structured_content["week"]["times"]) == 169
