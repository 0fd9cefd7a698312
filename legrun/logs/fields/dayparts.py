"""What a title says of the time of day: apps call a workout "Afternoon Run" or "Lauf am Abend" by its clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from legrun.logs.reading.text import fold

__all__ = ["doubt_clock"]

# Hours at which the apps' own titles were seen, generously: from, up to.
_MORNING, _NOON, _AFTERNOON, _EVENING, _NIGHT = (4, 12), (10, 15), (11, 19), (15, 24), (18, 30)
_SPANS: dict[str, tuple[int, int]] = {
    (
        "morning morgen morgens morgon matin matinal matinale mattina mattutino mattutina mattino manha matutino "
        "ochtend rano poranny poranna morgenen formiddag formiddagen reggeli reggel утро утренняя утренний"
    ): _MORNING,
    "lunch lunchtime noon midday mittag mittags midi mediodia pranzo almoco middag": _NOON,
    (
        "afternoon nachmittag nachmittags apres pomeriggio pomeridiano pomeridiana tarde vespertino eftermiddag "
        "eftermiddagen ettermiddag ettermiddagen popoludniu popoludniowy delutani дневная"
    ): _AFTERNOON,
    (
        "evening abend abends soir soiree sera serale noche nocturno noite noturno avond kvall kvallen aften "
        "aftenen kveld kvelden wieczor wieczorem wieczorny esti вечер вечерняя вечерний"
    ): _EVENING,
    "night nacht nuit notte natt nat noc ночная": _NIGHT,
}
_WORDS = {word: span for words, span in _SPANS.items() for word in words.split()}
# Written without spaces, so looked for anywhere in a title; the longer ones first.
_STEMS: tuple[tuple[str, tuple[int, int]], ...] = (
    ("下午", _AFTERNOON), ("午後", _AFTERNOON), ("오후", _AFTERNOON),
    ("上午", _MORNING), ("早晨", _MORNING), ("早上", _MORNING), ("清晨", _MORNING), ("晨", _MORNING), ("朝", _MORNING),
    ("午前", _MORNING), ("오전", _MORNING), ("아침", _MORNING),
    ("中午", _NOON), ("昼", _NOON), ("점심", _NOON),
    ("晚", _EVENING), ("傍晚", _EVENING), ("夕方", _EVENING), ("저녁", _EVENING),
    ("深夜", _NIGHT), ("夜", _NIGHT), ("밤", _NIGHT),
    ("nachmittag", _AFTERNOON), ("eftermiddag", _AFTERNOON), ("namiddag", _AFTERNOON),
    ("ochtend", _MORNING), ("morgon", _MORNING), ("morgen", _MORNING), ("avond", _EVENING), ("abend", _EVENING),
    ("kveld", _EVENING), ("kvall", _EVENING), ("middag", _NOON),
)  # fmt: skip
_FOLDED_STEMS = tuple((fold(stem), hours) for stem, hours in _STEMS)
_SMALL_HOURS = 5  # nobody trains from midnight to this hour day after day
_FEW, _PART = 5, 0.5  # so many starts, and this part of them, make a clock doubtful


def doubt_clock(titled: Iterable[tuple[dt.datetime, str]]) -> str | None:
    """Return why the clock of a whole log cannot be right, or None when it may be.

    Parameters
    ----------
    titled : iterable of (datetime, str)
        Start and title of each workout, as the file has them.

    Examples
    --------
    >>> starts = [(dt.datetime(2026, 3, day, 3, 10), "Afternoon Workout") for day in range(1, 9)]
    >>> doubt_clock(starts)
    '8 of 8 workouts begin between midnight and 5:00, and 8 of 8 titles tell another time of day'
    >>> doubt_clock([(start.replace(hour=17), title) for start, title in starts]) is None
    True
    """
    pairs = list(titled)
    night = sum(start.hour < _SMALL_HOURS for start, _ in pairs)
    of_title = {title: _span(title) for title in {title for _, title in pairs}}
    spans = [(start, span) for start, title in pairs if (span := of_title[title])]
    wrong = sum(not any(low <= start.hour + day < high for day in (0, 24)) for start, (low, high) in spans)
    said = []
    if len(pairs) >= _FEW and night >= _PART * len(pairs):
        said.append(f"{night:,} of {len(pairs):,} workouts begin between midnight and {_SMALL_HOURS}:00")
    if len(spans) >= _FEW and wrong >= _PART * len(spans):
        said.append(f"{wrong:,} of {len(spans):,} titles tell another time of day")
    return ", and ".join(said) or None


def _span(title: str) -> tuple[int, int] | None:
    """Return the hours that a title speaks of."""
    folded = fold(title[:80])
    for word in folded.split():
        if word in _WORDS:
            return _WORDS[word]
    return next((hours for stem, hours in _FOLDED_STEMS if stem in folded), None)
