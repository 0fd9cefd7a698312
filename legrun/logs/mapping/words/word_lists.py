"""Lists of words that unknown tables are read by, from `words.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources

__all__ = ["listed", "word_set"]


def listed(name: str) -> tuple[str, ...]:
    """Return a list of words in the order of the file.

    Examples
    --------
    >>> "geplant*" in listed("planned")
    True
    """
    return tuple(_lists()[name])


def word_set(name: str) -> frozenset[str]:
    """Return a list of words to look words up in.

    Examples
    --------
    >>> "ja" in word_set("yes")
    True
    """
    return frozenset(_lists()[name])


@functools.cache
def _lists() -> Mapping[str, Sequence[str]]:
    text = resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
