"""Strava: `activities.csv` of the bulk export, 10 to 103 columns, in the account's language.

Several names stand twice: the first ``Distance`` is in the display unit (metres for swims), the second always in
metres; the first ``Elapsed Time`` is in whole seconds. Times are UTC without saying so. Files from before July 2019
have ten lower-case columns and metres only. Of Portuguese exports, and of times in Italian ones, no file was seen:
those names are the app's own words.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.activities import activity
from legrun.logs.endurance.cells import read_heart, read_starts
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.fields.units import KM_PER_MILE
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import header_key

_NAME = "Strava"

_COLUMNS = {
    "id": (
        "Activity ID", "Aktivitäts-ID", "Activiteits-ID", "ID de l'activité", "ID de actividad", "ID attività",
        "ID da atividade",
    ),
    "date": (
        "Activity Date", "Aktivitätsdatum", "Datum van activiteit", "Date de l'activité", "Fecha de la actividad",
        "Data dell'attività", "Data da atividade",
    ),
    "title": (
        "Activity Name", "Name der Aktivität", "Naam activiteit", "Nom de l'activité", "Nombre de la actividad",
        "Nome attività", "Nome dell'attività", "Nome da atividade",
    ),
    "type": (
        "Activity Type", "Aktivitätsart", "Activiteitstype", "Type d'activité", "Tipo de actividad", "Tipo di attività",
        "Tipo de atividade",
    ),
    "elapsed": (
        "Elapsed Time", "Verstrichene Zeit", "Verstreken tijd", "Temps écoulé", "Tiempo transcurrido",
        "Tempo trascorso", "Tempo decorrido",
    ),
    "moving": (
        "Moving Time", "Bewegungszeit", "Beweegtijd", "Durée de déplacement", "Temps de déplacement",
        "Temps de mouvement", "Tiempo en movimiento", "Tempo in movimento", "Tempo de movimentação",
    ),
    "distance": ("Distance", "Distanz", "Afstand", "Distancia", "Distanza", "Distância"),
    "heart": (
        "Average Heart Rate", "Durchschnittliche Herzfrequenz", "Gemiddelde hartslag", "Fréquence cardiaque moyenne",
        "Ritmo cardíaco medio", "Frequenza cardiaca media", "Frequência cardíaca média",
    ),
    "heart_max": (
        "Max Heart Rate", "Max. Herzfrequenz", "Max. hartslag", "Fréquence cardiaque max", "Fréquence cardiaque max.",
        "Fréquence cardiaque maximale", "Ritmo cardíaco máximo", "Frequenza cardiaca massima",
        "Frequência cardíaca máxima",
    ),
    "rpe": (
        "Perceived Exertion", "Gefühlte Anstrengung", "Ervaren inspanning", "Effort perçu", "Effort ressenti",
        "Esfuerzo percibido", "Sforzo percepito", "Esforço percebido",
    ),
    "file": (
        "Filename", "Dateiname", "Bestandsnaam", "Nom du fichier", "Nombre de archivo", "Nome del file",
        "Nome file", "Nome do arquivo",
    ),
}  # fmt: skip
_SECOND = {"metres": "distance", "elapsed_again": "elapsed", "heart_max_again": "heart_max"}
_KEYS = frozenset(header_key(name) for names in _COLUMNS.values() for name in names)
_OLD = {
    "id": ("id",),
    "date": ("date",),
    "title": ("name",),
    "type": ("type",),
    "elapsed": ("elapsed_time",),
    "metres": ("distance",),
    "file": ("filename",),
}
_LAYOUT = ("Activity ID", "Activity Date", "Activity Name", "Activity Type", "Description", "Elapsed Time", "Distance")
# What stands how far behind the second elapsed time; the later ones where relative effort, 22 behind it, is repeated.
_BEHIND = {1: "Moving Time", 2: "Distance"}
_FAR_BEHIND = {15: "Max Heart Rate", 16: "Average Heart Rate", 28: "Perceived Exertion"}
_RELATIVE_EFFORT, _FIRST_EFFORTS = 22, slice(7, 9)
_SHORTEST_ID = 6  # digits
_RECORDING = re.compile(r"activities/\d+\.(?:fit|gpx|tcx)(?:\.gz)?")
_METRES = 200.0  # nobody goes so far in kilometres or miles
_IS_METRES = 50.0  # of the second distance in the first; less is the same distance again
_LONGEST = 1e9  # a watch left running has written months


def _by_layout(table: Table) -> Table:
    """Return the table with English names where its language is not known but its layout is Strava's own.

    The list starts with number, date, name and type in every language and names the recording of each activity; the
    second elapsed time stands before moving time and distance, and heart rate and rating have their places behind it.
    """
    known = table.find(*_COLUMNS["id"]) is not None
    recording = None if known else _recording(table)
    if not known and recording is None:
        return table
    header = list(table.header)
    if recording is not None:
        header[: len(_LAYOUT)] = _LAYOUT
        header[recording] = "Filename"
    elapsed = table.find(*_COLUMNS["elapsed"]) if known else _LAYOUT.index("Elapsed Time")
    again = [place for place, key in enumerate(table.keys) if elapsed is not None and key == table.keys[elapsed]][1:]
    if elapsed is not None and again:
        header[again[0]] = header[elapsed]
        seen = _seen(table) if known else set()
        for offset, name in _behind(table, again[0]).items():
            place = again[0] + offset
            if place < len(header) and name not in seen and not (known and table.keys[place] in _KEYS):
                header[place] = name
    return replace(table, header=tuple(header))


def _behind(table: Table, elapsed: int) -> dict[int, str]:
    """Return what stands how far behind the second elapsed time, which stands at a place."""
    repeated = table.keys[elapsed + _RELATIVE_EFFORT :][:1]
    return _BEHIND | (_FAR_BEHIND if set(repeated) & set(table.keys[_FIRST_EFFORTS]) else {})


def _seen(table: Table) -> set[str]:
    """Return every name of the columns that the table has under one of them."""
    return {name for names in _COLUMNS.values() if table.find(*names) is not None for name in names}


def _recording(table: Table) -> int | None:
    """Return where a list in Strava's layout names recordings, of which some activities have none; else None."""
    first = table.first_row() if len(table.header) > len(_LAYOUT) else None
    if not first or not first[0].isdecimal() or len(first[0]) < _SHORTEST_ID:
        return None
    later = range(_LAYOUT.index("Elapsed Time") + 1, len(table.header))
    return next((place for place in later if any(map(_RECORDING.fullmatch, table.coded(place).distinct))), None)


def _read(columns: Columns, notes: Notes) -> Findings:
    starts, estimated = read_starts(columns, "date", notes, utc=True)
    elapsed = columns.numbers("elapsed", notes, low=0, high=_LONGEST, what="elapsed time")
    again = columns.numbers("elapsed_again", notes, low=0, high=_LONGEST, what="elapsed time")
    moving = columns.numbers("moving", notes, low=0, high=_LONGEST, what="moving time")
    elapsed = np.where(elapsed > 0, elapsed, again) / 60
    highest = read_heart(columns, "heart_max_again", notes)
    other = read_heart(columns, "heart_max", notes)
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=columns.texts("type"),
        names=columns.texts("title"),
        minutes=np.where(moving > 0, moving / 60, elapsed),
        distance_km=_kilometres(columns, notes),
        heart=read_heart(columns, "heart", notes),
        heart_max=np.fmax(highest, other),
        rpe=columns.numbers("rpe", notes, low=0, high=10, what="perceived exertion"),
        elapsed=elapsed,
        estimated=estimated,
    )
    return sessions_from_activities(rows, _NAME, notes)


def _kilometres(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    """Return kilometres from the metre column; where only the display column stands, from that."""
    shown = columns.numbers("distance", Notes(), low=0, high=2_000_000, what="distance")
    if columns.has("metres"):
        again = columns.numbers("metres", notes, low=0, high=2_000_000, what="distance")
        if not _is_same(again, shown):
            notes.assume("distance_unit", "m", f"the last column called {columns.name('metres')} is always in metres")
            return again / 1000
    if not columns.has("distance"):
        return shown
    shown = columns.numbers("distance", notes, low=0, high=2_000_000, what="distance")
    reason = "the file has only the distance as the account shows it, and does not say its unit"
    unit = notes.choose("distance_unit", "km", reason, ("km", "mi"))
    metres = np.array([activity(text).metres or "row" in text.casefold() for text in columns.texts("type")], dtype=bool)
    return np.where(metres, shown / 1000, shown * (KM_PER_MILE if unit == "mi" else 1.0))


def _is_same(metres: NDArray[np.float64], shown: NDArray[np.float64]) -> bool:
    """Tell whether what should be metres is what the account shows once more, as in a list that was written anew."""
    ratios = metres[(metres > 0) & (shown > 0)] / shown[(metres > 0) & (shown > 0)]
    # Swims are shown in metres, so a list of swims says nothing.
    return len(ratios) > 0 and float(np.max(ratios)) < _IS_METRES and float(np.nanmedian(shown)) < _METRES


FORMATS = (
    Format(_NAME, _COLUMNS, ("id", "date", "type"), _read, second=_SECOND, reshape=_by_layout),
    Format(_NAME, _OLD, ("id", "date", "type", "elapsed", "file"), _read),
)
