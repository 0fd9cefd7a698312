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
"""

from legrun.answer import Answer, advise, answer, project
from legrun.errors import LegrunError, LogFormatError
from legrun.logs import Log, merge_logs, read_log
from legrun.scenario import Athlete, CheckIn, Habits, PlanItem, Response, Scenario, Session

__version__ = "0.1.0"
# Raised whenever the same scenario may get another answer.
MODEL_VERSION = "2026.1"

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
