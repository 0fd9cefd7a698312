"""The rows of a mapped table, and which of them are left out for which reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from legrun.logs.format import Columns
from legrun.logs.mapping.words.vocabulary import header_words

__all__ = ["Rows"]


@dataclass
class Rows:
    """The rows of a mapped table, and which are left out for which reason."""

    columns: Columns
    starts: list[dt.datetime | None]
    dates_only: bool
    minutes: NDArray[np.float64]

    def __post_init__(self) -> None:
        self.words = [header_words(cell) for cell in self.columns.table.header]
        self.out: dict[int, str] = {}

    @property
    def dated(self) -> list[int]:
        """The places of rows with a date that still count."""
        return [place for place, start in enumerate(self.starts) if start is not None and place not in self.out]
