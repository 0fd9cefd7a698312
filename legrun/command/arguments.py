"""What may stand behind ``legrun`` on the line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NoReturn

from legrun.scenario import EXPERIENCES, FLAGS

__all__ = ["BadUsageError", "parse"]

# What turns an effort into a heart rate and a pace.
PERSON = (
    ("age", "YEARS", "your age; gives a heart rate"),
    ("max-heart-rate", "BPM", "your highest heart rate, measured"),
    ("race-km", "KM", "a recent race, with its minutes: gives a pace"),
    ("race-minutes", "MIN", "how long it took"),
)
PORTS = range(1, 65536)
Run = Callable[[argparse.Namespace], tuple[int, str]]
LEGS = 'a leg day: "yesterday 18:00 60min @8" (day, time, minutes, @ how hard from 0 to 10); may be given again'


class BadUsageError(ValueError):
    """An option that there is not, or that lacks something."""


class _Help(argparse.HelpFormatter):
    """Help of one width; to ask the terminal for its own takes longer than all of the parsing."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=100)


class _Parser(argparse.ArgumentParser):
    """A parser that raises in place of printing its usage and leaving."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Help, **options)

    def error(self, message: str) -> NoReturn:
        raise BadUsageError(f"{message}; {self.prog} --help lists what there is.")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options; `run` among them is what to call with them.

    Raises
    ------
    BadUsageError
        If an option is unknown, missing, or not what it should be.

    Examples
    --------
    >>> options = parse(["today", "--sore", "4"])
    >>> options.sore, options.legs, options.json
    (4.0, [], False)
    """
    options, unknown = _parser().parse_known_args(list(arguments) or ["app"])
    if unknown:
        options.refuse(f"{' '.join(unknown)} is not understood")
    if getattr(options, "keep_hours", False) and not options.arrange:
        options.refuse("--keep-hours goes with --arrange")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="legrun", description="Should I run after leg day: today, how long, how hard, or when?")
    parser.add_argument("--version", action=_Version, nargs=0, help="print the versions and leave")
    verbs = parser.add_subparsers(prog="legrun", metavar="VERB", required=True, parser_class=_Parser)
    _app(verbs)
    _today(verbs)
    _read(verbs)
    _week(verbs)
    _roster(verbs)
    _score(verbs)
    _checks(verbs)
    _mcp(verbs)
    return parser


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from legrun import MODEL_VERSION, __version__

        sys.stdout.write(f"legrun {__version__}, model {MODEL_VERSION}\n")
        parser.exit(0)


def _verb(verbs: Any, name: str, module: str, help_text: str) -> argparse.ArgumentParser:
    """Return the parser of a verb, whose module is loaded when it is called."""
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=help_text, description=f"{help_text}.")

    def run(options: argparse.Namespace) -> tuple[int, str]:
        call: Run = import_module(f"legrun.command.{module}").run
        return call(options)

    parser.set_defaults(run=run, refuse=parser.error)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    """Add what every verb that answers for a moment, from logs, takes."""
    _now(parser)
    _files(parser)
    _json(parser)


def _now(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--now", help='the moment the answer is for, local: "2026-03-04 07:00"')


def _files(parser: argparse.ArgumentParser) -> None:
    """Add what reading files may need to be told."""
    _zone(parser)
    parser.add_argument(
        "--choose",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="decide what is doubtful, as legrun read asks",
    )


def _zone(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tz", help="your time zone, for example Europe/Berlin, where a file has UTC times")


def _number(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no number; write it like 4 or 4.5') from None


def _port(text: str) -> int:
    port = int(text) if text.isdecimal() else 0
    if port not in PORTS:
        raise argparse.ArgumentTypeError(f'"{text}" is no port; write a number from {PORTS[0]} to {PORTS[-1]}')
    return port


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON, as legrun/command/schema.json describes it")


def _app(verbs: Any) -> None:
    parser = _verb(verbs, "app", "dashboard", "Start the dashboard and open it in the browser")
    parser.add_argument("--port", type=_port, help="the port on this machine to listen on")
    parser.add_argument("--no-browser", action="store_true", help="do not open the browser")


def _today(verbs: Any) -> None:
    parser = _verb(verbs, "today", "today", "Say whether to run, how long and how hard, and if not now, when")
    parser.add_argument("files", nargs="*", metavar="FILE", help="training logs to start from")
    parser.add_argument("--legs", action="append", default=[], metavar="SESSION", help=LEGS)
    parser.add_argument(
        "--run", action="append", default=[], metavar="SESSION", dest="runs", help="a run, the same way"
    )
    parser.add_argument("--plan", metavar="SESSION", help='the run in mind: "18:00 40min @4"')
    for name, unit, of in PERSON:
        parser.add_argument(f"--{name}", type=_number, metavar=unit, help=of)
    parser.add_argument("--sore", type=_number, metavar="0-10", help="how sore the legs are now")
    parser.add_argument("--tired", type=_number, metavar="1-5", help="how tired overall: 1 very fresh, 5 very tired")
    parser.add_argument("--sleep", type=_number, metavar="HOURS", help="last night's sleep")
    parser.add_argument("--experience", choices=EXPERIENCES, help="how used to leg days")
    parser.add_argument("--longest-run", type=_number, metavar="MIN", help="the longest run of the last 30 days")
    parser.add_argument("--feels", action="append", default=[], choices=FLAGS, help="what feels wrong")
    _common(parser)


def _read(verbs: Any) -> None:
    parser = _verb(verbs, "read", "read", "Say what training logs hold, what was assumed, and what was left out")
    parser.add_argument("files", nargs="+", metavar="FILE", help="exports of training apps")
    parser.add_argument("--out", metavar="CSV", help="write everything to one legrun CSV, nothing counted twice")
    _files(parser)
    _json(parser)


def _week(verbs: Any) -> None:
    parser = _verb(verbs, "week", "week", "Say what each session of a planned week meets at its start")
    parser.add_argument("plan", metavar="PLAN.csv", help="a table of sessions: day, time, kind, minutes, effort")
    parser.add_argument("--log", action="append", default=[], metavar="FILE", help="what was done before it")
    parser.add_argument("--arrange", action="store_true", help="find the days on which the key runs stay best")
    parser.add_argument("--keep-hours", action="store_true", help="with --arrange: move sessions to other days alone")
    _common(parser)


def _roster(verbs: Any) -> None:
    parser = _verb(verbs, "roster", "roster", "Say for each client of a roster whether today's plan fits")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a roster, or one log per client")
    parser.add_argument("--html", action="store_true", help="print a page to open in a browser or to print")
    _now(parser)
    _zone(parser)
    _json(parser)


def _score(verbs: Any) -> None:
    parser = _verb(verbs, "score", "score", "Say how well the forecasts of a log's own mornings have done")
    parser.add_argument("files", nargs="+", metavar="LOG", help="a log with soreness ratings")
    _files(parser)
    _json(parser)


def _checks(verbs: Any) -> None:
    _json(_verb(verbs, "checks", "checks", "Hold the model against published tables"))


def _mcp(verbs: Any) -> None:
    _verb(verbs, "mcp", "server", "Answer other programs over the Model Context Protocol on standard input and output")
