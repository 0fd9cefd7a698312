#!/usr/bin/env bash
# A tool that asks for a date-time takes "20260304" and hears 23 August 1970.
#
# Version: mcp 2.3.0 (the official Python SDK).
# Who meets it: whoever offers a tool with a datetime argument. A model that writes a compact date, as many exports do, is
# not corrected: text of digits alone is taken for seconds since 1970. legrun's tools take text and read it themselves.
# Behaviour: the schema says format date-time; "20260304" and 20260304 are accepted and become 1970-08-23 11:51:44 UTC.
# Guess, written down first: text of digits is refused as no date-time.
# Seen: see below; "2026-03-04" is midnight without a zone, as guessed.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check mcp==2.3.0
cat > look.py <<'PY'
import asyncio
import datetime as dt
import logging
import sys

SERVER = """
import datetime as dt
try:
    from mcp.server.fastmcp import FastMCP
except ImportError:
    from mcp.server import MCPServer as FastMCP
server = FastMCP("clock")
@server.tool()
def when(now: dt.datetime) -> str:
    return now.isoformat()
server.run()
"""
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client


async def main() -> None:
    with open("server.log", "w") as log:
        asked = StdioServerParameters(command=sys.executable, args=["-W", "ignore", "-c", SERVER])
        async with stdio_client(asked, errlog=log) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            for now in ("2026-03-04", "20260304", 20260304):
                answer = await session.call_tool("when", {"now": now})
                print(repr(now), answer.content[0].text)


logging.disable()
asyncio.run(main())
PY
seen="$(env/bin/python -W ignore look.py)"
expected=''"'"'2026-03-04'"'"' 2026-03-04T00:00:00
'"'"'20260304'"'"' 1970-08-23T11:51:44+00:00
20260304 1970-08-23T11:51:44+00:00'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
