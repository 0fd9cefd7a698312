"""``legrun mcp``: the same answers to other programs, over the Model Context Protocol (the extra ``mcp``).

Nothing is written and no other machine is asked; files are read where the caller names them.
"""

from __future__ import annotations

import argparse
import functools
import importlib.util
import inspect
import json
import pkgutil
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from legrun.command.entry import sentence
from legrun.command.files import joined, read_bytes, read_parts, read_settled
from legrun.command.moments import read_now
from legrun.command.plan_file import read_plan
from legrun.command.read import read_document
from legrun.command.today import Asked, today_document
from legrun.command.week import today_of, week_document
from legrun.errors import LegrunError
from legrun.scenario import FLAGS

if TYPE_CHECKING:
    from mcp.server import MCPServer

__all__ = ["read_log", "run", "server", "today", "week"]

INSTRUCTIONS = (
    "legrun says whether to run after a leg day, how long, how hard, and if not now, when. Its curves are published "
    "group averages and its thresholds a judgement: say the range with every number, and never that a run is safe. "
    "When `stop` of the advice is not empty, say what it says and nothing else."
)


def today(
    legs: list[str] | None = None,
    runs: list[str] | None = None,
    plan: str | None = None,
    soreness: float | None = None,
    fatigue: float | None = None,
    sleep_h: float | None = None,
    experience: Literal["novice", "recreational", "trained"] | None = None,
    feels_wrong: list[str] | None = None,
    log_paths: list[str] | None = None,
    choices: dict[str, str] | None = None,
    now: str | None = None,
    tz: str | None = None,
    hourly: bool = False,
) -> dict[str, Any]:
    """Say whether to run today, how long and how hard, and if not now, when.

    Sessions are written as day, time, minutes and session RPE from 0 to 10: "yesterday 18:00 60min @8". Soreness is 0
    to 10, overall fatigue 1 (very fresh) to 5 (very tired), sleep the hours of last night, `feels_wrong` any of the
    words below. `text` of the result is the answer in words; say it with its ranges. The week hour by hour comes where
    `hourly` is true.
    """
    asked = Asked(
        now=read_now(now, tz),
        legs=legs or (),
        runs=runs or (),
        plan=plan,
        soreness=soreness,
        fatigue=fatigue,
        sleep_h=sleep_h,
        experience=experience,
        flags=feels_wrong or (),
        log=read_settled(log_paths, tz, choices or {}) if log_paths else None,
    )
    told = today_document(asked)
    return told if hourly else {**told, "week": None}


def read_log(paths: list[str], tz: str | None = None, choices: dict[str, str] | None = None) -> dict[str, Any]:
    """Read exports of training apps: sessions, check-ins and nights, with what was assumed and what was left out.

    `questions` of a file must be answered by its owner before an answer is taken from it: pass the `choices` of the
    reading that they choose.
    """
    parts, held = read_parts(paths, tz, choices or {})
    return read_document([part.log for part in parts if part.log is not None], joined(parts, held))


def week(
    plan_path: str,
    log_paths: list[str] | None = None,
    choices: dict[str, str] | None = None,
    arrange: bool = False,
    now: str | None = None,
    tz: str | None = None,
) -> dict[str, Any]:
    """Say what each session of a planned week meets at its start; with `arrange` also the best days for them.

    The plan is a CSV with the columns day, time, kind, minutes, effort and, where wanted, key.
    """
    moment = read_now(now, tz)
    plan = read_plan(read_bytes(plan_path), moment)
    return week_document(plan, today_of(log_paths or [], tz, moment, choices or {}), best=arrange)


TOOLS: tuple[Callable[..., dict[str, Any]], ...] = (today, read_log, week)


def server() -> MCPServer:
    """Return the server with its tools; what they give is described by the schema of ``--json``.

    Raises
    ------
    LegrunError
        If the extra is not installed.
    """
    if importlib.util.find_spec("mcp") is None:
        raise LegrunError("This needs the extra mcp: pip install 'legrun[mcp]' brings it.")
    from mcp.server import MCPServer

    from legrun import __version__

    return MCPServer("legrun", version=__version__, instructions=INSTRUCTIONS, log_level="ERROR", tools=_tools())


def _tools() -> list[Any]:
    from mcp.server.mcpserver.tools import Tool
    from mcp.types import ToolAnnotations

    only_reads = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    made = []
    for call in TOOLS:
        told = f"{inspect.getdoc(call)}\n\nfeels_wrong: {', '.join(FLAGS)}" if call is today else None
        tool = Tool.from_function(_in_words(call), description=told, annotations=only_reads, structured_output=True)
        tool.fn_metadata.output_schema = _schema()
        made.append(tool)
    return made


def _in_words(call: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Return a tool that says what was wrong in a sentence, as the command does."""
    from mcp.server.mcpserver.exceptions import ToolError

    @functools.wraps(call)
    def tool(*args: Any, **options: Any) -> dict[str, Any]:
        try:
            return call(*args, **options)
        except (LegrunError, OSError) as error:
            raise ToolError(sentence(error)) from error

    return tool


def _schema() -> dict[str, Any]:
    data = pkgutil.get_data("legrun.command", "schema.json")
    return dict(json.loads(data or b"{}"))


def run(options: argparse.Namespace) -> tuple[int, str]:
    """Serve until the caller hangs up."""
    server().run("stdio")
    return 0, ""
