"""Errors that legrun raises: each says what is wrong, where, and what to do."""

from __future__ import annotations

from typing import Any

__all__ = ["DiaryError", "EvidenceError", "LegrunError", "LogFormatError", "ScenarioError"]


class LegrunError(ValueError):
    """Base of every error that legrun raises on purpose."""


class ScenarioError(LegrunError):
    """A value of a scenario is missing, of the wrong kind or out of range."""

    def __init__(self, field: str, value: object, allowed: str) -> None:
        self.field = field
        self.value = value
        self.allowed = allowed
        # A day or a moment is shown as it is written, not as Python would make it.
        shown = str(value) if hasattr(value, "isoformat") else repr(value)
        if len(shown) > 80:
            shown = shown[:77] + "..."
        super().__init__(f"{field} is {shown}; it must be {allowed}.")


class EvidenceError(LegrunError):
    """The evidence registry was asked for something it does not hold, or holds something unsound."""


class DiaryError(LegrunError):
    """The diary could not be opened, read or written; what was saved before is as it was."""


class LogFormatError(LegrunError):
    """A training log could not be read at all.

    Attributes
    ----------
    table : legrun.logs.Table or None
        What could be made of the file (header and rows), for a person to map by hand.
    """

    def __init__(self, message: str, *, table: Any = None) -> None:
        self.table = table
        super().__init__(message)
