"""Exact search over the arrangements of a week."""

from legrun.planner.arrange import Arranged, Arrangement, arrange
from legrun.planner.objective import Objective
from legrun.planner.rules import breaks

__all__ = ["Arranged", "Arrangement", "Objective", "arrange", "breaks"]
