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
`legrun.evidence` with its range and source; `legrun checks` holds it against published tables.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
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


def lazily(package: str, homes: Mapping[str, Sequence[str]]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the `__getattr__` and the `__dir__` of a package whose names are loaded when they are first asked for.

    Parameters
    ----------
    package : str
        Its name.
    homes : mapping of str to sequence of str
        The names by the module that they are in, seen from the package.

    Examples
    --------
    >>> load, names = lazily("legrun", {"errors": ("LegrunError",)})
    >>> load("LegrunError"), "LegrunError" in names()
    (<class 'legrun.errors.LegrunError'>, True)
    """
    places = {name: home for home, names in homes.items() for name in names}

    def load(name: str) -> Any:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{places[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load, lambda: sorted({*vars(sys.modules[package]), *places})


# A scenario needs next to nothing, an answer numpy, a log pandas as well.
__getattr__, __dir__ = lazily(
    __name__,
    {
        "answering": ("Answer", "advise", "answer", "project"),
        "errors": ("LegrunError", "LogFormatError"),
        "logs": ("Log", "merge_logs", "read_log"),
        "scenario": ("Athlete", "CheckIn", "Habits", "PlanItem", "Response", "Scenario", "Session"),
    },
)
