"""Rosters that several tests share."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path

from legrun.roster import ClientDay, Morning, Roster, read_roster

ROOT = Path(__file__).parents[2]
SAMPLE = (ROOT / "sample_data" / "roster_sample.csv").read_bytes()
SAMPLE_NOW = dt.datetime(2026, 11, 16, 7)
NOW = dt.datetime(2026, 3, 4, 7)
HEADER = "record,athlete,kind,start,minutes,rpe,style,soreness,sleep_h,flag"


def roster(*rows: str, header: str = HEADER) -> Roster:
    """Return a roster of rows as they stand in the file."""
    return read_roster("\n".join([header, *rows]).encode(), "roster.csv")


def row_of(roster: Roster, client: int = 0, now: dt.datetime = NOW) -> Morning:
    """Return a client's row of the morning view."""
    return Morning.of(ClientDay.of(roster, client, now))


@functools.cache
def sample() -> Roster:
    """Return the sample roster."""
    return read_roster(SAMPLE, "roster_sample.csv")


@functools.cache
def sample_row(name: str) -> Morning:
    """Return a client's row of the sample roster."""
    return row_of(sample(), sample().clients.index(name), SAMPLE_NOW)


def sample_rows() -> dict[str, Morning]:
    """Return the rows of the sample roster by name."""
    return {name: sample_row(name) for name in sample().clients}
