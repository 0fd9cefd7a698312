"""How many examples hypothesis tries: some in every run of the tests, all of them when asked to explore."""

from __future__ import annotations

import os

from hypothesis import settings

__all__ = ["examples"]

# `HYPOTHESIS_PROFILE=explore` in front of the command; CONTRIBUTING.md names it.
EXPLORES = os.environ.get("HYPOTHESIS_PROFILE") == "explore"


def examples(explored: int, *, tried: int) -> settings:
    """Return the settings of a property whose examples take long.

    Parameters
    ----------
    explored : int
        How many examples find what is hard to find.
    tried : int
        How many are enough to notice that something broke.
    """
    return settings(max_examples=explored if EXPLORES else tried, deadline=None)
