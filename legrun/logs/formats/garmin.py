"""Garmin Connect: the activity list, `Activities.csv`, in some fifteen languages.

Headers were seen in exports in English, German, Danish, Swedish, Polish, Hungarian, Spanish, Portuguese and French, and
in public parsers in Norwegian, Italian, Chinese and Japanese; Dutch and the rest are Garmin's own words, not seen. A
list in yet another language is told by its layout and the trademarks that are never translated.

Columns depend on language, year and the sports in the list. Neither the unit of distance nor the style of numbers is
in the file: the unit comes from physics (steps x stride against distance), the decimal mark from all columns of the
file together. Pool swims and track runs are in metres in the same column.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.activities import activity
from legrun.logs.endurance.cells import read_heart, read_minutes, read_starts
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.fields.durations import clock_minutes, clock_style
from legrun.logs.fields.signs import file_mark, unit_by_steps
from legrun.logs.fields.units import KM_PER_MILE
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold
from legrun.wording.rounding import counted

_NAME = "Garmin"

_COLUMNS = {
    "type": (
        "Activity Type", "Aktivitätstyp", "Aktivitetstype", "Aktivitetstyp", "Typ aktywności", "Tevékenység típusa",
        "Tipo de actividad", "Tipo de atividade", "Type d'activité", "Tipo di attività", "Activiteittype",
        "Activiteitstype", "Type activiteit", "活动类型", "活動類型", "アクティビティタイプ",
        "활동 유형", "Typ aktivity", "Тип занятия", "Suoritustyyppi", "Aktivite Türü",
    ),
    "date": (
        "Date", "Datum", "Dato", "Data", "Dátum", "Fecha", "日期", "日付", "날짜", "Дата", "Päivämäärä", "Tarih",
    ),
    "favourite": (
        "Favorite", "Favorit", "Ulubiony", "Kedvenc", "Favorito", "Favori", "Preferito", "Preferita", "Favoriet",
        "Favoritt", "我的最爱", "我的最愛", "收藏", "お気に入り", "즐겨찾기", "Oblíbené", "Избранное", "Suosikki",
    ),
    "title": (
        "Title", "Titel", "Namn", "Tytuł", "Cím", "Título", "Titre", "Titolo", "Tittel", "标题", "標題", "タイトル",
        "제목", "Název", "Название", "Otsikko", "Başlık",
    ),
    "distance": (
        "Distance", "Distanz", "Distans", "Dystans", "Távolság", "Distancia", "Distância", "Distanza",
        "Afstand", "Distanse", "距离", "距離", "거리", "Vzdálenost", "Расстояние", "Matka", "Mesafe",
    ),
    "calories": (
        "Calories", "Kalorien", "Kalorier", "Kalorie", "Kalóriaszám", "Calorías", "Calorias", "Calorie", "Calorieën",
        "热量消耗", "卡路里", "カロリー", "칼로리", "Калории", "Kalorit", "Kalori",
    ),
    "time": (
        "Time", "Zeit", "Tid", "Czas", "Idő", "Tiempo", "Durée", "Tempo", "Tempo total", "Tijd", "时间", "時間",
        "タイム", "시간", "Čas", "Время", "Aika", "Süre",
    ),
    "moving": (
        "Moving Time", "Zeit in Bewegung", "Tid i bevægelse", "Färdtid", "Czas ruchu", "Menetidő",
        "Tiempo en movimiento", "Tempo em movimento", "Temps de déplacement", "Tempo in movimento",
        "Beweegtijd", "Bewegingstijd", "Tijd in beweging", "Tid i bevegelse", "移动时间", "移動時間", "이동 시간",
    ),
    "elapsed": (
        "Elapsed Time", "Verstrichene Zeit", "Tidsforbrug", "Total tid", "Upłynęło czasu", "Eltelt idő",
        "Tiempo transcurrido", "Duração", "Temps écoulé", "Tempo trascorso", "Tempo transcorrido", "Verstreken tijd",
        "Medgått tid",
        "全程耗时", "全程耗時", "経過時間", "경과 시간",
    ),
    "heart": (
        "Avg HR", "Ø Herzfrequenz", "Gennemsnitlig puls", "Medelpuls", "Średnie tętno", "Átlagos pulzusszám",
        "Frecuencia cardiaca media", "FC Média", "Fréquence cardiaque moyenne", "FC media", "Gem. HS",
        "Gemiddelde HS", "Gemiddelde hartslag", "Gjennomsnittlig puls", "平均心率", "平均心拍数", "평균 심박수",
    ),
    "heart_max": (
        "Max HR", "Maximale Herzfrequenz", "Maks. puls", "Maxpuls", "Maksymalne tętno", "Max. pulzus", "FC máxima",
        "Fréquence cardiaque maximale", "FC max", "Max. HS", "Maximale HS", "Maximale hartslag", "Makspuls",
        "最大心率", "最高心率", "最大心拍数", "최대 심박수",
    ),
    "cadence": (
        "Avg Run Cadence", "Avg Cadence", "Avg Bike Cadence", "Ø Schrittfrequenz (Laufen)", "Gennemsnit kadence løb",
        "Medellöpkadens", "Medelcykelkadens", "Średni rytm biegu", "Átl. pedálütem", "Cadencia de carrera media",
        "Cadência de corrida média", "Cadence de course moyenne", "Cadência bicicleta média",
        "Cadenza di corsa media", "Gjennomsnittlig frekvens for løping", "平均步频", "平均ピッチ",
    ),
    "stride": (
        "Avg Stride Length", "Ø Schrittlänge", "Gennemsnitlig skridtlængde", "Medelsteglängd", "Średnia długość kroku",
        "Átlagos lépéshossz", "Longitud media de zancada", "Comprimento médio da passada",
        "Longueur moyenne des foulées", "Longueur de foulée moyenne", "Lunghezza media passo",
        "Gjennomsnittlig skrittlengde", "平均步长", "平均歩幅",
    ),
    "pace": (
        "Avg Pace", "Avg Speed", "Ø Pace", "Gennemsnitstempo", "Medeltempo", "Medelfart", "Średnie tempo",
        "Átlagos tempó", "Ritmo medio", "Ritmo médio", "Velocidade média", "Allure moyenne", "Passo medio",
        "Gemiddeld tempo", "Gem. tempo", "Gjennomsnittlig tempo", "平均配速", "平均速度", "平均ペース",
    ),
    "temperature": (
        "Min Temp", "Minimale Temperatur", "Minimum temperatur", "Minsta temperatur", "Minimalna temperatura",
        "Temperatura mínima", "Temp mínima", "Température minimale", "Temperatura min", "Minimumtemperatuur",
        "Min. temp.", "最低温度", "最低気温",
    ),
    "steps": (
        "Steps", "Schritte", "Skridt", "Steg", "Kroki", "Lépések", "Pasos", "Passos", "Pas", "Passi", "Stappen",
        "Skritt", "步数", "ステップ",
    ),
}  # fmt: skip
# What a column of steps a minute, and of their length, is called in languages without an entry of its own: the mean
# stands before the highest.
_STEMS = {
    "cadence": ("cadans", "cadenc", "cadenz", "kadenc", "kadens", "frekvens", "schrittfrequenz", "步頻", "каденс"),
    "stride": (
        "stride", "staplengte", "paslengte", "schrittlange", "skrittlengde", "steglangd", "falcata", "zancada",
        "passada", "foulee", "步幅", "步長", "歩幅", "보폭", "askelpituus", "delka kroku", "длина шага",
        "adim uzunlugu",
    ),
    "temperature": ("min temp", "temp min", "temperatura min"),
}  # fmt: skip
_LAYOUT = (
    "Activity Type", "Date", "Favorite", "Title", "Distance", "Calories", "Time", "Avg HR", "Max HR",
)  # fmt: skip
_ALWAYS = ("type", "date", "time")
_TRADEMARKS = ("training stress score", "normalized power", "body battery", "swolf")
_DATE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?")
_CLOCK = re.compile(r"\d\d:\d\d:\d\d(?:[.,]\d)?")
_SECOND = {"cadence_again": "cadence"}
_METRES = 100.0  # a track run with a larger number cannot be in km or miles
_FASTEST, _FASTEST_WHEELS = 25.0, 150.0  # km/h; on foot and in the water, and on wheels or snow
_SLOWEST = 0.2  # km/h
_HOT = 45.0  # a minimum temperature above this is in Fahrenheit


def _read(columns: Columns, notes: Notes) -> Findings:
    columns = _with_stems(columns)
    starts, estimated = read_starts(columns, "date", notes)
    mark = _mark(columns, notes)
    minutes, moving, elapsed = _durations(columns, mark, notes)
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
        recorded=moving,
        estimated=estimated,
    )
    return sessions_from_activities(rows, _NAME, notes)


def _by_layout(table: Table) -> Table:
    """Return the table with English names where its language is not known but its layout is Garmin's own.

    Nine columns stand first in every language, and Garmin translates neither its trademarks nor its dates.
    """
    trademarked = any(mark in key for key in table.keys for mark in _TRADEMARKS)
    if not trademarked or not table.numbers or all(table.find(*_COLUMNS[key]) is not None for key in _ALWAYS):
        return table
    row = [cell.strip() for cell in table.row(0)][: len(table.header)]
    if len(row) < len(_LAYOUT) or not _DATE.fullmatch(row[1]) or not _CLOCK.fullmatch(row[6]):
        return table
    header = [*_LAYOUT, *table.header[len(_LAYOUT) :]]
    clocks = [place for place, cell in enumerate(row) if place > len(_LAYOUT) and _CLOCK.fullmatch(cell)]
    if len(clocks) > 1 and clocks[-1] - clocks[-2] == 1:
        header[clocks[-2]], header[clocks[-1]] = "Moving Time", "Elapsed Time"
    return replace(table, header=tuple(header))


def _with_stems(columns: Columns) -> Columns:
    """Return the columns with those of steps and temperature that only a part of their name tells."""
    headers = [fold(cell) for cell in columns.table.header]
    places = dict(columns.places)
    for key, stems in _STEMS.items():
        hits = (place for place, header in enumerate(headers) if any(fold(stem) in header for stem in stems))
        if key not in places and (place := next(hits, None)) is not None:
            places[key] = place
    return Columns(columns.table, places)


def _mark(columns: Columns, notes: Notes) -> str:
    """Return the decimal mark of the whole file; number style does not follow the header's language."""
    mark, votes = file_mark(
        [columns.texts(key) for key in ("distance", "stride")], [columns.texts(key) for key in ("steps", "calories")]
    )
    if votes:
        styles = {".": "decimal point", ",": "decimal comma"}
        reason = f"{votes} of its numbers can only be read so"
        chosen = notes.choose("decimal_mark", styles[mark], reason, tuple(styles.values()))
        mark = "," if chosen == "decimal comma" else "."
    return mark


def _durations(
    columns: Columns, mark: str, notes: Notes
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return timer, moving and elapsed minutes; ``a:b`` is read by what the moving time or the pace say."""
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
    return np.where(minutes > 0, minutes, moving), moving, elapsed


def _kilometres(
    columns: Columns, distance: NDArray[np.float64], minutes: NDArray[np.float64], mark: str, notes: Notes
) -> NDArray[np.float64]:
    known = {text: activity(text) for text in dict.fromkeys(columns.texts("type"))}
    kinds = [known[text] for text in columns.texts("type")]
    runs = np.array([kind.kind == "run" for kind in kinds], dtype=bool)
    short = np.array([kind.metres for kind in kinds], dtype=bool)
    unit = _unit(columns, distance, minutes, runs & ~short, mark, notes)
    factor = KM_PER_MILE if unit == "mi" else 1.0
    with np.errstate(divide="ignore", invalid="ignore"):
        as_unit, as_metres = distance * factor / minutes * 60, distance / 1000 / minutes * 60
        # A lap of 450 called a plain run: nobody runs 450 km in two minutes, nor paddles 8,000.
        senseless = (distance >= _METRES) & (as_unit > np.where(runs, _FASTEST, _FASTEST_WHEELS))
        crawling = (as_metres < _SLOWEST) & (as_unit <= _FASTEST)  # 1.5 in a pool is no metre and a half
    metres = short & ~crawling & ((distance >= _METRES) | ~runs)
    if np.any(metres):
        reason = "swims, rowing and track runs are in metres in the same column"
        notes.assume("metres", f"{counted(int(np.count_nonzero(metres)), 'row')} in metres", reason)
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
    by_steps = unit_by_steps(distance[runs], minutes[runs], cadence[runs], stride[runs])
    if by_steps is not None:
        unit, ratio, count = by_steps
        reason = f"steps x stride give {ratio:.2f} times the distance over {count} runs, so it is in {unit}"
        return notes.choose("distance_unit", unit, reason, ("km", "mi"))
    temperature = columns.numbers("temperature", silent, low=-100, high=200, what="", decimal=mark)
    seen = temperature[np.isfinite(temperature)]
    if len(seen) and float(np.median(seen)) > _HOT:
        return notes.choose("distance_unit", "mi", "temperatures are in Fahrenheit", ("km", "mi"))
    reason = "the file does not say and has no stride length to tell by; please check"
    return notes.choose("distance_unit", "km", reason, ("km", "mi"))


# A list may have lost its calories or, in 2020, its favourites and titles.
_REQUIRED = ((*_ALWAYS, "calories"), (*_ALWAYS, "favourite", "title"))
FORMATS = tuple(Format(_NAME, _COLUMNS, required, _read, second=_SECOND, reshape=_by_layout) for required in _REQUIRED)
