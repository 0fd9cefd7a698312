"""What the columns of an unknown table probably hold, by their names and their cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.durations import parse_duration
from legrun.logs.fields.numerals import parse_numbers
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold

__all__ = ["ROLES", "guess_roles"]

ROLES = (
    "start", "date", "time", "end", "duration", "kind", "name", "distance", "hr", "rpe", "soreness", "sleep",
    "exercise", "sets", "reps", "weight",
)  # fmt: skip

_SAMPLE = 200  # cells of a column that are looked at
_MISSING = re.compile(r"[-–—:.\s]*|n/?a", re.I)
_MOST = 0.7  # part of them that must fit
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?", re.I)

# Words of a header, folded; a word ending in * may go on. The first role whose words and cells fit takes the column.
_WORDS: dict[str, str] = {
    "soreness": "sore* doms muskelkater courbature* agujeta* dor dolor spierpijn",
    "sleep": "asleep sleep* slept schlaf* sommeil sueno sono slaap",
    "rpe": "rpe effort exertion borg hard difficulty anstrengung* intensity intensite ressenti esfuerzo esforco cr10",
    "hr": "hr heart* puls* hf fc bpm frequence hartslag herzfrequenz",
    "distance": "distance dist km kms kilometer* kilometre* mile* mi strecke distanz distancia afstand",
    "duration": "duration dauer minut* mins min length lasted duree duracion duracao durata elapsed moving zeit time",
    "end": "end ende ended finish* stop fin bis till until",
    "time": "time uhrzeit clock start begin* hour heure hora tijd zeit",
    "start": "start* begin* timestamp datetime date when datum wann fecha data zeitpunkt time",
    "date": "date day datum tag jour fecha dia data when dag",
    "reps": "reps rep repetitions wdh wiederholungen repeticiones",
    "sets": "sets set satze series serien",
    "weight": "weight kg lb lbs gewicht poids peso load",
    "exercise": "exercise* lift movement ubung* exercice* ejercicio* exercicio* oefening",
    "kind": "type kind sport activity category art session workout discipline training typ",
    "name": "name title titel titre nombre nome what workout session description notes",
}
_NIGHT = frozenset({"sleep", "date", "start", "end", "time", "hr"})
_NEVER = (
    "awake bed rem deep light latency stride ox oxygen "
    "max maximum resting rest rhr body planned target average_pace pace score quality need"
)


def guess_roles(table: Table) -> dict[str, str]:
    """Return the probable role of each column, by its label; columns without one are left out.

    Examples
    --------
    >>> table = Table(("Day", "What", "Mins", "RPE"), range(2, 4), [["2026-03-03", "Legs", "60", "8"]] * 2)
    >>> guess_roles(table)
    {'Day': 'date', 'What': 'kind', 'Mins': 'duration', 'RPE': 'rpe'}
    """
    samples = [_sample(table, place) for place in range(min(len(table.header), 200))]
    words = [set(fold(_split(label)).split()) for label in table.labels]
    found: dict[int, str] = {}
    for role, listed in _WORDS.items():
        fits = _CELLS[role]
        for term in listed.split():
            place = next(
                (
                    place
                    for place, sample in enumerate(samples)
                    if place not in found and _named(term, words[place], role) and fits(sample)
                ),
                None,
            )
            if place is not None:
                found[place] = role
                break
    _by_cells(samples, words, found)
    _as_sleep(words, found)
    return {table.labels[place]: role for place, role in sorted(found.items())}


def _split(label: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label)


def _named(term: str, words: set[str], role: str) -> bool:
    if words & set(_NEVER.split()) and role not in ("date", "start", "kind", "name"):
        return False
    if term.endswith("*"):
        return any(word.startswith(term[:-1]) for word in words)
    return term in words


def _sample(table: Table, place: int) -> list[str]:
    # A look at the top is enough, and a file may have 300,000 rows.
    count = len(table.numbers)
    cells = (table.row(index) for index in range(min(count, 3 * _SAMPLE)))
    texts = (row[place].strip() for row in cells if place < len(row))
    return [text for text in texts if not _MISSING.fullmatch(text[:40])][:_SAMPLE]


def _mostly(sample: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return not sample or sum(map(fits, sample)) >= _MOST * len(sample)


def _is_moment(sample: Sequence[str]) -> bool:
    values = parse_moments(sample).values
    return _mostly(sample, lambda text: values[text] is not None)


def _has_clock(sample: Sequence[str]) -> bool:
    found = parse_moments(sample)
    return _is_moment(sample) and not found.dates_only


def _is_clock(sample: Sequence[str]) -> bool:
    return _mostly(sample, lambda text: _CLOCK.fullmatch(text) is not None)


def _is_number(sample: Sequence[str]) -> bool:
    values = parse_numbers(sample).values
    return _mostly(sample, lambda text: values[text] is not None)


def _is_duration(sample: Sequence[str]) -> bool:
    return _is_number(sample) or _is_clock(sample) or _mostly(sample, lambda text: parse_duration(text) is not None)


def _is_text(sample: Sequence[str]) -> bool:
    return bool(sample) and not _is_number(sample) and not _is_moment(sample) and not _is_clock(sample)


def _is_activity(text: str) -> bool:
    return activity(text).known


def _is_time(sample: Sequence[str]) -> bool:
    return bool(sample) and _is_clock(sample)


def _is_end(sample: Sequence[str]) -> bool:
    return bool(sample) and (_is_clock(sample) or _has_clock(sample))


_CELLS: dict[str, Callable[[Sequence[str]], bool]] = {
    "soreness": _is_number,
    "sleep": _is_duration,
    "rpe": _is_number,
    "hr": _is_number,
    "distance": _is_number,
    "duration": _is_duration,
    "end": _is_end,
    "time": _is_time,
    "start": lambda sample: bool(sample) and _has_clock(sample),
    "date": lambda sample: _is_moment(sample),
    "reps": _is_number,
    "sets": _is_number,
    "weight": _is_number,
    "exercise": _is_text,
    "kind": _is_text,
    "name": _is_text,
}


def _by_cells(samples: Sequence[Sequence[str]], words: Sequence[set[str]], found: dict[int, str]) -> None:
    """Find kind and date by their cells, where no header named them."""
    taken = set(found.values())
    bare = [{word for word in each if not word.isdecimal()} for each in words]
    if "kind" not in taken:
        for place, sample in enumerate(samples):
            if place not in found and any(bare[place] == bare[other] for other in found):
                continue  # “Exercise 2” beside “Exercise 1”
            if found.get(place, "name") == "name" and _is_text(sample) and _mostly(sample, _is_activity):
                found[place] = "kind"
                break
    if "start" in taken or "date" in taken:
        return
    for place, sample in enumerate(samples):
        if place not in found and sample and _is_moment(sample):
            found[place] = "start" if _has_clock(sample) else "date"
            return


def _as_sleep(words: Sequence[set[str]], found: dict[int, str]) -> None:
    """Take a duration for the night's where the table speaks of sleep and of no training."""
    taken = set(found.values())
    about_sleep = any(word.startswith(("sleep", "asleep", "schlaf", "bedtime")) for each in words for word in each)
    if about_sleep and not taken & {"sleep", "kind", "distance", "exercise"}:
        found.update({place: "sleep" for place, role in found.items() if role == "duration"})
    if set(found.values()) <= _NIGHT and "sleep" in found.values():
        _date_nights(found)


def _date_nights(found: dict[int, str]) -> None:
    """Date nights by their own date, else by waking up: going to bed is often the day before."""
    places = {role: place for place, role in found.items()}
    by = next(place for role in ("date", "end", "start", "sleep") if (place := places.get(role)) is not None)
    for role in _NIGHT - {"sleep"} & places.keys():
        if places[role] != by:
            del found[places[role]]
    if found[by] == "end":
        found[by] = "start"
