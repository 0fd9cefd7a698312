"""One answer of a form: who, when, and what its cells say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Answer"]


@dataclass(frozen=True)
class Answer:
    """One row of a form.

    Attributes
    ----------
    number : int
        The row as a spreadsheet counts it.
    name : str
        Who answered.
    moment : datetime.datetime
        When it is of.
    cells : mapping of str to str
        What it says, by role.
    sore : mapping of str to str
        What it says of soreness, by the label of the column.
    further : mapping of str to str
        What it says of complaints beside the first column of them, by the label of the column.
    """

    number: int
    name: str
    moment: dt.datetime
    cells: Mapping[str, str]
    sore: Mapping[str, str] = field(default_factory=dict)
    further: Mapping[str, str] = field(default_factory=dict)
