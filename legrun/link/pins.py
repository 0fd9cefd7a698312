"""Several scenarios in one parameter of the address: the first in full, the others by what differs from it.

``pins=v.1~now.2026-03-04T07~legtime.18:00~rated.true~~sleep.9~~sleep.6`` is three scenarios, two of which differ from
the first by last night's sleep alone. Parameters are those of a scenario's own link, joined by ``~``, the
scenarios by ``~~``; a parameter without a value takes back to the default what the first has. What equals the
default of the version is left out. Names never stand in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legrun.link.read import decode
from legrun.link.versions import NAMES, VERSION, VERSIONS
from legrun.link.write import encode
from legrun.scenario import Scenario

__all__ = ["LONGEST_PINS", "MOST_PINS", "Pinned", "decode_pins", "encode_pins"]

# More lines than four cannot be told apart on one chart.
MOST_PINS = 4
# Texts longer than any four links are not read.
LONGEST_PINS = 8000
ENTRY, PIN, IS = "~", "~~", "."


@dataclass(frozen=True)
class Pinned:
    """What a text of pins says.

    Attributes
    ----------
    scenarios : tuple of Scenario
        The scenarios, in order.
    ignored : tuple of str
        One line for everything that could not be used.
    """

    scenarios: tuple[Scenario, ...] = ()
    ignored: tuple[str, ...] = ()


def encode_pins(scenarios: Sequence[Scenario]) -> str:
    """Return scenarios as one parameter's text, at most four.

    Examples
    --------
    >>> one, other = (Scenario(now=dt.datetime(2026, 3, 4, 7), sleep_h=slept) for slept in (7.5, 9))
    >>> encode_pins([one, other])
    'v.1~now.2026-03-04T07~legtime.18:00~effort.0~run.none~~sleep.9'
    """
    told = [_told(scenario) for scenario in scenarios[:MOST_PINS]]
    changes = [_change(each, told[0]) if place else each for place, each in enumerate(told)]
    return PIN.join(ENTRY.join(f"{name}{IS}{text}" for name, text in each.items()) for each in changes)


def decode_pins(text: str, *, now: dt.datetime) -> Pinned:
    """Return the scenarios that a text of pins holds; whatever cannot be used is named.

    Parameters
    ----------
    text : str
        The parameter's text, unescaped; any text at all.
    now : datetime.datetime
        The moment to answer for where the text names none.

    Examples
    --------
    >>> scenarios = decode_pins("effort.9~~sleep.6~~sleep.99", now=dt.datetime(2026, 3, 4, 7))
    >>> [scenario.nights[dt.date(2026, 3, 4)] for scenario in scenarios.scenarios]
    [7.5, 6.0, 7.5]
    >>> scenarios.ignored
    ('pin 3: sleep is 99; it must be a number from 3 to 10',)
    """
    if not text:
        return Pinned()
    if len(text) > LONGEST_PINS:
        return Pinned(ignored=(f"pins is longer than {LONGEST_PINS} characters",))
    parts = text.split(PIN)
    base = dict(_entries(parts[0]))
    scenarios, ignored = [], []
    for place, part in enumerate(parts[:MOST_PINS]):
        told = {**base, **dict(_entries(part))}
        # What has no value takes the first's back, unless no scenario has such a thing: then it is named.
        kept = {name: each for name, each in told.items() if each or (name and name not in NAMES)}
        decoded = decode(kept, now=now)
        # Where not a word is understood there is no scenario; an empty one is that of the inputs as they stand.
        scenarios += [decoded.scenario] if decoded.given or not decoded.ignored else []
        ignored += [f"pin {place + 1}: {note}" for note in decoded.ignored]
    if len(parts) > MOST_PINS:
        ignored.append(f"pins holds {len(parts)} scenarios; the first {MOST_PINS} are taken")
    return Pinned(tuple(scenarios), tuple(ignored))


def _told(scenario: Scenario) -> dict[str, str]:
    """Return the parameters of a scenario's link that say more than their default."""
    unsaid = VERSIONS[VERSION]
    return {name: text for name, text in encode(scenario).items() if text != unsaid.get(name)}


def _change(told: Mapping[str, str], first: Mapping[str, str]) -> dict[str, str]:
    """Return what takes one set of parameters to another."""
    gone = {name: "" for name in first if name not in told}
    return gone | {name: text for name, text in told.items() if text != first.get(name)}


def _entries(part: str) -> Iterator[tuple[str, str]]:
    """Yield the names and texts of one scenario."""
    for entry in part.split(ENTRY) if part else ():
        name, _, text = entry.partition(IS)
        yield name, text
