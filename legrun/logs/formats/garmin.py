"""Garmin Connect: the activity list, `Activities.csv`, in nine languages.

Columns depend on language, year and the sports in the list. Neither the unit of distance nor the style of numbers is
in the file: the unit comes from physics (steps x stride against distance), the decimal mark from all columns of the
file together. Pool swims and track runs are in metres in the same column.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.activities import activity
from legrun.logs.endurance.sessions import Activities, read_heart, read_minutes, read_starts, sessions_from_activities
from legrun.logs.fields.durations import clock_minutes, clock_style
from legrun.logs.fields.signs import file_mark, unit_by_steps
from legrun.logs.fields.units import KM_PER_MILE
from legrun.logs.format import Columns, Findings, Format, Notes

_NAME = "Garmin"

_COLUMNS = {
    "type": (
        "Activity Type", "Aktivitätstyp", "Aktivitetstype", "Aktivitetstyp", "Typ aktywności", "Tevékenység típusa",
        "Tipo de actividad", "Tipo de atividade", "Type d'activité", "Tipo di attività", "Activiteittype",
        "Activiteitstype",
    ),
    "date": ("Date", "Datum", "Dato", "Data", "Dátum", "Fecha"),
    "favourite": (
        "Favorite", "Favorit", "Ulubiony", "Kedvenc", "Favorito", "Favori", "Preferito", "Favoriet",
    ),
    "title": ("Title", "Titel", "Namn", "Tytuł", "Cím", "Título", "Titre", "Titolo"),
    "distance": (
        "Distance", "Distanz", "Distans", "Dystans", "Távolság", "Distancia", "Distância", "Distanza",
        "Afstand",
    ),
    "calories": (
        "Calories", "Kalorien", "Kalorier", "Kalorie", "Kalóriaszám", "Calorías", "Calorias", "Calorie", "Calorieën",
    ),
    "time": ("Time", "Zeit", "Tid", "Czas", "Idő", "Tiempo", "Durée", "Tempo", "Tijd"),
    "moving": (
        "Moving Time", "Zeit in Bewegung", "Tid i bevægelse", "Färdtid", "Czas ruchu", "Menetidő",
        "Tiempo en movimiento", "Tempo em movimento", "Temps de déplacement", "Tempo in movimento",
        "Beweegtijd", "Bewegingstijd",
    ),
    "elapsed": (
        "Elapsed Time", "Verstrichene Zeit", "Tidsforbrug", "Total tid", "Upłynęło czasu", "Eltelt idő",
        "Tiempo transcurrido", "Duração", "Temps écoulé", "Tempo trascorso", "Verstreken tijd",
    ),
    "heart": (
        "Avg HR", "Ø Herzfrequenz", "Gennemsnitlig puls", "Medelpuls", "Średnie tętno", "Átlagos pulzusszám",
        "Frecuencia cardiaca media", "FC Média", "Fréquence cardiaque moyenne", "FC media", "Gem. HS",
    ),
    "heart_max": (
        "Max HR", "Maximale Herzfrequenz", "Maks. puls", "Maxpuls", "Maksymalne tętno", "Max. pulzus", "FC máxima",
        "Fréquence cardiaque maximale", "FC max", "Max. HS",
    ),
    "cadence": (
        "Avg Run Cadence", "Avg Cadence", "Avg Bike Cadence", "Ø Schrittfrequenz (Laufen)", "Gennemsnit kadence løb",
        "Medellöpkadens", "Medelcykelkadens", "Średni rytm biegu", "Átl. pedálütem", "Cadencia de carrera media",
        "Cadência de corrida média", "Cadence de course moyenne", "Cadência bicicleta média",
    ),
    "stride": (
        "Avg Stride Length", "Ø Schrittlänge", "Gennemsnitlig skridtlængde", "Medelsteglängd", "Średnia długość kroku",
        "Átlagos lépéshossz", "Longitud media de zancada", "Comprimento médio da passada",
        "Longueur moyenne des foulées", "Longueur de foulée moyenne",
    ),
    "pace": (
        "Avg Pace", "Avg Speed", "Ø Pace", "Gennemsnitstempo", "Medeltempo", "Medelfart", "Średnie tempo",
        "Átlagos tempó", "Ritmo medio", "Ritmo médio", "Velocidade média", "Allure moyenne",
    ),
    "temperature": (
        "Min Temp", "Minimale Temperatur", "Minimum temperatur", "Minsta temperatur", "Minimalna temperatura",
        "Temperatura mínima", "Temp mínima", "Température minimale",
    ),
    "steps": ("Steps", "Schritte", "Skridt", "Steg", "Kroki", "Lépések", "Pasos", "Passos", "Pas"),
}  # fmt: skip
_SECOND = {"cadence_again": "cadence"}
_METRES = 100.0  # a track run with a larger number cannot be in km or miles
_FASTEST = 25.0  # km/h
_HOT = 45.0  # a minimum temperature above this is in Fahrenheit


def _read(columns: Columns, notes: Notes) -> Findings:
    starts, estimated = read_starts(columns, "date", notes)
    mark = _mark(columns, notes)
    minutes, elapsed = _durations(columns, mark, notes)
    distance = columns.numbers("distance", notes, low=0, high=1_000_000, what="distance", decimal=mark)
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=columns.texts("type"),
        names=columns.texts("title"),
        minutes=minutes,
        distance_km=_kilometres(columns, distance, minutes, mark, notes),
        heart=read_heart(columns, "heart", notes, mark),
        heart_max=read_heart(columns, "heart_max", notes, mark),
        elapsed=elapsed,
        estimated=estimated,
    )
    return sessions_from_activities(rows, _NAME, notes)


def _mark(columns: Columns, notes: Notes) -> str:
    """Return the decimal mark of the whole file; number style does not follow the header's language."""
    mark, votes = file_mark(
        [columns.texts(key) for key in ("distance", "stride")], [columns.texts(key) for key in ("steps", "calories")]
    )
    if votes:
        said = {".": "decimal point", ",": "decimal comma"}
        reason = f"{votes} of its numbers can only be read so"
        chosen = notes.choose("decimal_mark", said[mark], reason, tuple(said.values()))
        mark = "," if chosen == "decimal comma" else "."
    return mark


def _durations(columns: Columns, mark: str, notes: Notes) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return timer and elapsed minutes; ``a:b`` is read by what the moving time or the pace say."""
    moving, _ = clock_minutes(columns.texts("moving"))
    elapsed, _ = clock_minutes(columns.texts("elapsed"))
    pace, _ = clock_minutes(columns.texts("pace"))
    silent = Notes()
    distance = columns.numbers("distance", silent, low=0, high=1000, what="", decimal=mark)
    expected = np.where(moving > 0, moving, np.where(elapsed > 0, elapsed, pace * distance))
    texts = columns.texts("time")
    style, reason = clock_style(texts, expected.tolist())
    if style == "h:mm":
        style = "h:mm" if notes.choose("clock_style", "h:mm", reason, ("h:mm", "mm:ss")) == "h:mm" else "mm:ss"
    minutes = read_minutes(columns, "time", notes, style)
    return np.where(minutes > 0, minutes, moving), elapsed


def _kilometres(
    columns: Columns, distance: NDArray[np.float64], minutes: NDArray[np.float64], mark: str, notes: Notes
) -> NDArray[np.float64]:
    known = {text: activity(text) for text in dict.fromkeys(columns.texts("type"))}
    kinds = [known[text] for text in columns.texts("type")]
    runs = np.array([kind.kind == "run" for kind in kinds], dtype=bool)
    track = runs & np.array([kind.metres for kind in kinds], dtype=bool)
    swims = ~runs & np.array([kind.metres for kind in kinds], dtype=bool)
    unit = _unit(columns, distance, minutes, runs & ~track, mark, notes)
    factor = KM_PER_MILE if unit == "mi" else 1.0
    metres = swims | (track & (distance >= _METRES))
    with np.errstate(divide="ignore", invalid="ignore"):
        # A lap of 450 called a plain run: nobody runs 450 km in two minutes.
        senseless = runs & (distance >= _METRES) & (distance * factor / minutes * 60 > _FASTEST)
    if np.any(metres):
        reason = "pool swims and track runs are in metres in the same column"
        notes.assume("metres", f"{int(np.count_nonzero(metres)):,} rows in metres", reason)
    return np.where(metres | senseless, distance / 1000, distance * factor)


def _unit(
    columns: Columns,
    distance: NDArray[np.float64],
    minutes: NDArray[np.float64],
    runs: NDArray[np.bool_],
    mark: str,
    notes: Notes,
) -> str:
    """Return ``km`` or ``mi`` by physics, else by the temperature's unit, else by asking."""
    silent = Notes()
    cadence = columns.numbers("cadence", silent, low=0, high=400, what="", decimal=mark)
    again = columns.numbers("cadence_again", silent, low=0, high=400, what="", decimal=mark)
    cadence = np.where(cadence > 0, cadence, again)
    stride = columns.numbers("stride", silent, low=0, high=400, what="", decimal=mark)
    found = unit_by_steps(distance[runs], minutes[runs], cadence[runs], stride[runs])
    if found is not None:
        unit, ratio, count = found
        reason = f"steps x stride give {ratio:.2f} times the distance over {count} runs, so it is in {unit}"
        return notes.choose("distance_unit", unit, reason, ("km", "mi"))
    temperature = columns.numbers("temperature", silent, low=-100, high=200, what="", decimal=mark)
    seen = temperature[np.isfinite(temperature)]
    if len(seen) and float(np.median(seen)) > _HOT:
        return notes.choose("distance_unit", "mi", "temperatures are in Fahrenheit", ("km", "mi"))
    reason = "the file does not say and has no stride length to tell by; please check"
    return notes.choose("distance_unit", "km", reason, ("km", "mi"))


# A list may have lost its calories or, in 2020, its favourites and titles.
_REQUIRED = (("type", "date", "time", "calories"), ("type", "date", "time", "favourite", "title"))
FORMATS = tuple(Format(_NAME, _COLUMNS, required, _read, second=_SECOND) for required in _REQUIRED)
