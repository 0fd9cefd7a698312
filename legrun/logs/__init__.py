"""Training logs: the CSV that an app exports, read into sessions.

One module per format in `legrun.logs.formats`; what they share (bytes to table, dates, numbers, durations,
units, exercises, set rows to sessions) stands beside this file.
"""

from typing import TYPE_CHECKING

from legrun import lazily

if TYPE_CHECKING:
    from legrun.logs.log import Assumption, Log, Problem, Question, Reading
    from legrun.logs.merging.merge import merge_logs
    from legrun.logs.merging.several import File, Part, join, read_files
    from legrun.logs.reader import read_log
    from legrun.logs.reading.table import Table

__all__ = [
    "Assumption",
    "File",
    "Log",
    "Part",
    "Problem",
    "Question",
    "Reading",
    "Table",
    "join",
    "merge_logs",
    "read_files",
    "read_log",
]

# Each with its module when it is first asked for: no page waits for what another one shows.
__getattr__, __dir__ = lazily(
    __name__,
    {
        "log": (
            "Assumption",
            "Log",
            "Problem",
            "Question",
            "Reading",
        ),
        "merging.merge": ("merge_logs",),
        "merging.several": (
            "File",
            "Part",
            "join",
            "read_files",
        ),
        "reader": ("read_log",),
        "reading.table": ("Table",),
    },
)
