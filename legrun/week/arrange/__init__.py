"""Exact search over the arrangements of a week."""

from legrun.week.arrange.arranger import Arranged, Arrangement, arrange
from legrun.week.arrange.objective import Objective

__all__ = ["Arranged", "Arrangement", "Objective", "arrange"]
