"""What a client says feels wrong, as a column of the roster."""

from __future__ import annotations

import re
from collections.abc import Collection

from legrun.scenario import FLAGS, RED_FLAGS
from legrun.scenario.names import FLAG_NAMES

__all__ = ["FLAG_NAMES", "first_flag", "parse_flags"]

_BY_NAME = {name.casefold(): flag for flag, name in FLAG_NAMES.items()}
_NO = frozenset({"", "no", "none", "false", "0", "-", "–", "nein", "non", "nan", "ok", "n"})
_PARTS = re.compile(r"[\s,;+|]+")


def _is_no_flag(text: str) -> bool:
    """Return whether a cell says that nothing feels wrong."""
    return text.strip().casefold() in _NO


def parse_flags(text: str) -> frozenset[str]:
    """Return what a cell of the flag column means.

    Words that legrun does not know are taken for sharp pain: a coach who writes something there means stop.

    Examples
    --------
    >>> sorted(parse_flags("limping, illness")), sorted(parse_flags("yes")), sorted(parse_flags("no"))
    (['illness', 'limping'], ['injury'], [])
    """
    if _is_no_flag(text):
        return frozenset()
    folded = text.strip().casefold()
    if folded in _BY_NAME:
        return frozenset({_BY_NAME[folded]})
    words = frozenset(_PARTS.split(folded)) - {""}
    known = words & frozenset(FLAGS)
    return known if known == words else known | {"injury"}


def first_flag(flags: Collection[str]) -> str | None:
    """Return the gravest of some flags.

    Examples
    --------
    >>> first_flag(frozenset({"illness", "heart"}))
    'heart'
    """
    return next((flag for flag in (*RED_FLAGS, *FLAGS) if flag in flags), None)
