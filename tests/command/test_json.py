"""What ``--json`` prints fits its schema, and every way to ask gives the same numbers."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from legrun.answering import answer
from legrun.command import main
from legrun.scenario import FLAGS, CheckIn, Scenario, Session
from legrun.scenario.plain import plain
from tests.serving import ROOT

NOW = dt.datetime(2026, 3, 4, 7)
AT = ("--now", "2026-03-04 07:00")
SAMPLES = ROOT / "sample_data"
PLAN = "day,time,kind,minutes,effort,key\nMon,18:00,legs,60,8,\nTue,18:00,intervals,45,8,yes\nSun,9:00,long,90,4,yes\n"
SCENARIOS = 50


@cache
def schema() -> dict[str, Any]:
    return dict(json.loads((ROOT / "legrun" / "command" / "schema.json").read_text(encoding="utf-8")))


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """Return what a line prints as JSON, which must fit the schema."""
    assert main([*arguments, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(schema()).validate(told)
    assert told["command"] == arguments[0]
    return dict(told)


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = tmp_path / "plan.csv"
    path.write_text(PLAN)
    return str(path)


def undocumented(told: Any, of: dict[str, Any]) -> Iterator[str]:
    """Yield the names in a document that its schema does not know."""
    if "$ref" in of:
        of = schema()["$defs"][of["$ref"].rsplit("/", 1)[-1]]
    of = next((each for each in of.get("anyOf", ()) if each.get("type") != "null"), of)
    if "$ref" in of:
        yield from undocumented(told, of)
    elif isinstance(told, dict) and "properties" in of:
        for name, each in told.items():
            if name in of["properties"]:
                yield from undocumented(each, of["properties"][name])
            else:
                yield name
    elif isinstance(told, list) and "items" in of:
        for each in told:
            yield from undocumented(each, of["items"])


HEAD = {"schema", "legrun", "model", "command"}
NAMES = {"score": "score_of_log"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("today", "--sore", "4", *AT),
        ("today", "--legs", "yesterday 18:00 60min @8", "--plan", "18:00 40min @4", "--sleep", "5", *AT),
        ("today", "--feels", "heart", "--plan", "18:00 40min @4", *AT),
        ("today", str(SAMPLES / "hevy_sample.csv"), "--sore", "3", "--now", "2026-11-16 07:00"),
        ("read", str(SAMPLES / "dirty_sample.csv")),
        ("read", str(SAMPLES / "hevy_sample.csv"), str(SAMPLES / "strava_sample.csv"), "--tz", "Europe/Berlin"),
        ("score", str(SAMPLES / "legrun_sample.csv")),
        ("score", str(SAMPLES / "hevy_sample.csv")),
        ("roster", str(SAMPLES / "roster_sample.csv"), "--now", "2026-11-16 07:00"),
        ("roster", str(SAMPLES / "legrun_sample.csv"), "--now", "2026-11-16 07:00"),
    ],
    ids=lambda arguments: " ".join(Path(each).name for each in arguments),
)
def test_what_is_printed_fits_the_schema_and_is_documented(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    told = document(capsys, *arguments)
    content = {name: each for name, each in told.items() if name not in HEAD}
    assert not set(undocumented(content, {"$ref": f"#/$defs/{NAMES.get(arguments[0], arguments[0])}"}))


@pytest.mark.parametrize("more", [(), ("--arrange",), ("--log", str(SAMPLES / "legrun_sample.csv"))], ids=str)
def test_a_week_fits_the_schema_and_is_documented(
    plan: str, more: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    told = document(capsys, "week", plan, *more, "--now", "2026-11-14 07:00")
    assert not set(undocumented({n: e for n, e in told.items() if n not in HEAD}, {"$ref": "#/$defs/week"}))
    assert len(told["sessions"]) == 3
    assert ("arrangements" in told) == ("--arrange" in more)


@pytest.mark.slow
def test_the_checks_fit_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(document(capsys, "checks")["checks"]) > 20


def test_a_schema_refuses_what_is_no_document() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": 1, "legrun": "", "model": "", "command": "today"}, schema())
    jsonschema.Draft202012Validator.check_schema(schema())


def generated(number: int) -> tuple[Scenario, list[str], dict[str, Any]]:
    """Return one of the generated scenarios, as a scenario, as a line, and as a tool's arguments."""
    ago, minutes, rpe = 2 + number * 7 % 70, 20 + number * 13 % 80, 3 + number % 7
    sore, sleep = (None, 0.5 * (number % 20))[number % 3 > 0], (None, 4 + number % 6)[number % 2]
    legs, run = f"{ago}h ago {minutes}min @{rpe}", f"{ago + 9}h ago {minutes // 2}min @{rpe - 1}"
    plan = "18:00 40min @4" if number % 4 == 0 else None
    flags = [FLAGS[number // 7 % len(FLAGS)]] if number % 7 == 6 else []
    hour = dt.timedelta(hours=1)
    scenario = Scenario(
        now=NOW,
        sessions=[Session("legs", NOW - ago * hour, minutes, rpe), Session("run", NOW - (ago + 9) * hour, minutes // 2, rpe - 1)],
        check_ins=[CheckIn(NOW, sore)] if sore is not None else [],
        sleep_h={NOW.date(): sleep} if sleep is not None else None,
        planned=Session("run", NOW.replace(hour=18), 40, 4) if plan else None,
        flags=frozenset(flags),
    )  # fmt: skip
    line = ["today", "--legs", legs, "--run", run, *AT]
    line += ["--sore", str(sore)] if sore is not None else []
    line += ["--sleep", str(sleep)] if sleep is not None else []
    line += ["--plan", plan] if plan else []
    line += [each for flag in flags for each in ("--feels", flag)]
    arguments = {"legs": [legs], "runs": [run], "now": AT[1], "soreness": sore, "sleep_h": sleep, "plan": plan}
    return scenario, line, {**arguments, "feels_wrong": flags, "hourly": True}


@pytest.fixture(scope="module")
def tools() -> list[dict[str, Any]]:
    """Return what the server tells of every generated scenario, asked by the SDK's own client over standard streams."""
    mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")
    anyio = pytest.importorskip("anyio")

    async def ask() -> list[dict[str, Any]]:
        from mcp.client import Client

        here = mcp.StdioServerParameters(command=sys.executable, args=["-m", "legrun", "mcp"], cwd=ROOT)
        async with Client(here) as client:
            return [
                (await client.call_tool("today", generated(number)[2])).structured_content
                for number in range(SCENARIOS)
            ]

    return list(anyio.run(ask))


@pytest.mark.slow
@pytest.mark.parametrize("number", range(SCENARIOS))
def test_the_package_the_command_its_json_and_the_tool_give_the_same_numbers(
    number: int, tools: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    scenario, line, _ = generated(number)
    answered = answer(scenario)  # what the app shows
    told = document(capsys, *line)
    assert told["scenario"] == plain(scenario)
    assert {name: told[name] for name in answered.to_dict()} == json.loads(json.dumps(answered.to_dict()))
    assert tools[number] == told
    assert main(line) == 0
    text = capsys.readouterr().out
    assert text.splitlines()[: len(told["text"])] == told["text"]
    if not answered.advice.stop:
        assert told["advice"]["score"] == answered.advice.score
        (said,) = re.findall(r"Recovery about (\d+) ", text)
        assert abs(int(said) - (answered.for_plan.score or 0)) <= 2.5
        assert told["estimate"] == text.startswith("Estimate: ")
