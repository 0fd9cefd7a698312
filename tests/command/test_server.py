"""The tools over the Model Context Protocol, asked by the SDK's own client."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.command.test_json import PLAN, SAMPLES, schema
from tests.serving import ROOT

pytestmark = pytest.mark.slow

mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")


def asked(*calls: tuple[str, dict[str, Any]]) -> tuple[list[Any], list[Any]]:
    """Return the tools that a server of its own offers, and what it answers to some calls."""
    import anyio
    from mcp.client import Client

    async def ask() -> tuple[list[Any], list[Any]]:
        here = mcp.StdioServerParameters(command=sys.executable, args=["-m", "legrun", "mcp"], cwd=ROOT)
        async with Client(here) as client:
            tools = (await client.list_tools()).tools
            return tools, [await client.call_tool(name, arguments) for name, arguments in calls]

    return anyio.run(ask)


def test_every_tool_only_reads_and_carries_the_schema_of_the_json() -> None:
    tools, _ = asked()
    assert [tool.name for tool in tools] == ["today", "read_log", "week"]
    for tool in tools:
        assert tool.output_schema == schema()
        assert tool.annotations.read_only_hint
        assert tool.description


def test_a_log_is_read_and_a_week_is_arranged(tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text(PLAN)
    _, (log, week) = asked(
        ("read_log", {"paths": [str(SAMPLES / "hevy_sample.csv")]}),
        ("week", {"plan_path": str(plan), "arrange": True, "now": "2026-03-04 07:00"}),
    )
    assert log.structured_content["log"]["format"] == "Hevy"
    assert len(week.structured_content["sessions"]) == 3
    assert list(tmp_path.iterdir()) == [plan]


def test_what_is_wrong_is_a_sentence() -> None:
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("today", {"legs": ["yesterday 18:00 60kg @8"]}),
        ("today", {"soreness": 12}),
        ("today", {"soreness": "very"}),
        ("read_log", {"paths": ["nowhere.csv"]}),
        ("week", {"plan_path": "nowhere.csv"}),
    ]
    for result in asked(*wrong)[1]:
        assert result.is_error
        assert "Traceback" not in result.content[0].text


def test_the_week_hour_by_hour_comes_when_asked_for() -> None:
    _, (short, full) = asked(("today", {}), ("today", {"hourly": True}))
    assert short.structured_content["week"] is None
    assert len(full.structured_content["week"]["times"]) == 169
