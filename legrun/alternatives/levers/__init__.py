"""What would help: each lever with its effect on tomorrow's recovery and on when hard running is back.

A lever acts from now on: the draws stay as the ratings have shaped them, and only what lies ahead changes. What has
no evidence behind it is listed as such, without a number.
"""

from legrun.alternatives.levers.effects import find_levers
from legrun.alternatives.levers.lever import UNGRADED, Lever

__all__ = ["UNGRADED", "Lever", "find_levers"]
