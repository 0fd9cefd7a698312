"""What is guessed of an unknown table's columns, and what is doubtful about it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Doubt", "Guess"]


@dataclass(frozen=True)
class Doubt:
    """A column that might be another.

    Attributes
    ----------
    role : str
        What it is taken to hold.
    column, other : str
        Its label, and that of the column that might hold it instead.
    reason : str
        Why both are possible.
    """

    role: str
    column: str
    other: str
    reason: str


@dataclass(frozen=True)
class Guess:
    """The probable role of each column, and where another is as likely.

    Attributes
    ----------
    roles : dict of str to str
        Role by the column's label; columns without one are left out.
    doubts : tuple of Doubt
        What a person should be asked.
    """

    roles: dict[str, str]
    doubts: tuple[Doubt, ...] = ()
