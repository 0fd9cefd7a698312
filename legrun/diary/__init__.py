"""The diary: what legrun remembers of a person from one visit to the next, in one SQLite file that was asked for.

It is the only part of the project that writes to disk. Nothing opens a diary unless a person, or a server's
configuration, says where it lies.
"""

from legrun.diary.advised import Advised
from legrun.diary.diary import Diary

__all__ = ["Advised", "Diary"]
