"""A visit's session state, a module for each subject; only this folder touches it.

A widget whose value none of these modules reads has its key where it is drawn. The inputs of Today live in widget keys,
which are also their names in the address (`legrun.link`).
"""

from pages._ui.state import (
    address,
    base,
    choices,
    clients_week,
    clock,
    diary,
    evidence,
    flags,
    ghost,
    handout,
    inputs,
    language,
    log,
    pins,
    plan,
    roster,
    today,
    units,
    visit,
)

__all__ = [
    "address",
    "base",
    "choices",
    "clients_week",
    "clock",
    "diary",
    "evidence",
    "flags",
    "ghost",
    "handout",
    "inputs",
    "language",
    "log",
    "pins",
    "plan",
    "roster",
    "today",
    "units",
    "visit",
]
