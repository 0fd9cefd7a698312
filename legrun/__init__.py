"""legrun: should I run after leg day?

Projects leg fatigue, soreness and recovery over the week after lifting, with honest bands, and says whether,
when, how long and how hard to run, and why.

>>> import datetime as dt, legrun
>>> scenario = legrun.Scenario(
...     now=dt.datetime(2026, 3, 4, 7, 0),
...     sessions=[legrun.Session(kind="legs", start=dt.datetime(2026, 3, 3, 18, 0), minutes=60, rpe=8)],
...     check_ins=[legrun.CheckIn(time=dt.datetime(2026, 3, 4, 7, 0), soreness=4)],
... )
>>> advice = legrun.advise(scenario)
>>> advice.verdict, advice.max_minutes, advice.max_rpe
('easy', 35.0, 4.0)

What a person tells is a `Scenario`: the moment it is asked (`now`), an `Athlete`, `Session`s done and planned,
`CheckIn`s, nights, `Habits`. What comes back:

- `answer(scenario)` is everything at once, an `Answer`, whose parts are worked out when they are asked for: `advice`,
  `for_plan`, `week`, `options`, `levers`, `tips`, `grid()`.
- `advise(scenario, at=None)` is the verdict alone: verdict, limits, reasons, chances, windows.
- `project(scenario, hours=168)` is the week alone: soreness, strength lost and recovery, each with its ranges.
- `read_log(data, name)` reads the CSV of a training app into a `Log`, `merge_logs(logs)` counts nothing twice, and
  `legrun.logs.starting_point.starting_point(log, now=...)` makes a scenario of it.

Quantities are floats in the unit that their name says: minutes, `sleep_h`, `distance_km`, `fatigue_pct`; effort is
session RPE from 0 to 10, soreness 0 to 10, recovery 0 to 100. Times are local and carry no zone. What cannot be right
raises `LegrunError`, which names the field, the value and the range. Every number of the model stands in
`legrun.evidence` with its range and source; `python -m legrun.checks` holds it against published tables.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from legrun.answering import Answer, advise, answer, project
    from legrun.errors import LegrunError, LogFormatError
    from legrun.logs import Log, merge_logs, read_log
    from legrun.scenario import Athlete, CheckIn, Habits, PlanItem, Response, Scenario, Session

__version__ = "0.1.0"
# Raised whenever the same scenario may get another answer.
MODEL_VERSION = "2026.2"

__all__ = [
    "MODEL_VERSION",
    "Answer",
    "Athlete",
    "CheckIn",
    "Habits",
    "LegrunError",
    "Log",
    "LogFormatError",
    "PlanItem",
    "Response",
    "Scenario",
    "Session",
    "__version__",
    "advise",
    "answer",
    "merge_logs",
    "project",
    "read_log",
]

# Each name is loaded with its module when it is first asked for: a scenario needs next to nothing, an answer numpy, a
# log pandas as well.
_HOMES = {
    **dict.fromkeys(("Answer", "advise", "answer", "project"), "answering"),
    **dict.fromkeys(("LegrunError", "LogFormatError"), "errors"),
    **dict.fromkeys(("Log", "merge_logs", "read_log"), "logs"),
    **dict.fromkeys(("Athlete", "CheckIn", "Habits", "PlanItem", "Response", "Scenario", "Session"), "scenario"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return globals()[name]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
