"""Names of the days of the week, in the languages that headers and dates have been seen in."""

from __future__ import annotations

import re

from legrun.logs.reading.text import fold

__all__ = ["day_of_week", "parted_weekday"]

# en, de, fr, es, it, pt, nl, sv, da, nb, pl, hu, fi, cs, ro, tr, ru, zh, ja, ko; Monday first. Short names that mean
# another day, or another word, in one of these languages are left out.
_NAMES = (
    "mon monday mo montag lun lundi lunes lunedi seg segunda ma maandag mandag man pon poniedzialek hetfo pn "
    "maanantai pondeli luni pazartesi pzt понедельник пн 周一 星期一 週一 月 月曜 月曜日 월 월요일",
    "tue tues tuesday di dienstag mar mardi martes martedi ter terca dinsdag tis tisdag tir tirsdag wt wtorek kedd "
    "tiistai utery marti sali вторник вт 周二 星期二 週二 火 火曜 火曜日 화 화요일",
    "wed weds wednesday mi mittwoch mer mercredi mie miercoles mercoledi qua quarta wo woensdag ons onsdag sr sroda "
    "szerda keskiviikko streda miercuri carsamba среда ср 周三 星期三 週三 水 水曜 水曜日 수 수요일",
    "thu thur thurs thursday do donnerstag jeu jeudi jue jueves gio giovedi qui quinta donderdag tor torsdag czw "
    "czwartek csutortok torstai ctvrtek joi persembe четверг чт 周四 星期四 週四 木 木曜 木曜日 목 목요일",
    "fri friday fr freitag ven vendredi vie viernes venerdi sex sexta vr vrijdag fre fredag pt piatek pentek "
    "perjantai patek vineri пятница пт 周五 星期五 週五 金 金曜 金曜日 금 금요일",
    "sat saturday sa samstag sonnabend sam samedi sab sabado sabato za zaterdag lor lordag sob sobota szombat "
    "lauantai sambata cumartesi суббота сб 周六 星期六 週六 土 土曜 土曜日 토 토요일",
    "sun sunday so sonntag dim dimanche dom domingo domenica zo zondag son sondag nd niedziela vasarnap "
    "sunnuntai nedele duminica pazar воскресенье вс 周日 星期日 週日 日 日曜 日曜日 일 일요일",
)
_DAYS = {fold(word): day for day, words in enumerate(_NAMES) for word in words.split()}
_NAME = r"([^\W\d_]{1,14}(?:-feira)?)"
_BEFORE = re.compile(rf"[(\[]?{_NAME}\.?[)\]]?\s?[,;:–-]?\s*(?=\d)")
_BEHIND = re.compile(rf"(?<=\d)[.,]?\s*[,;(\[（]?\s?{_NAME}\.?[)\]）]?(?=\s|,|$)")


def day_of_week(word: str) -> int | None:
    """Return the day of the week that a word names, Monday being 0, or None.

    Examples
    --------
    >>> day_of_week("Tue"), day_of_week("mercredi"), day_of_week("月曜日"), day_of_week("Easter")
    (1, 2, 0, None)
    """
    return _DAYS.get(fold(word).removesuffix(" feira"))


def parted_weekday(text: str) -> tuple[str, int | None]:
    """Return a date without the weekday that stands before or behind it, and that day; the text as it is without one.

    Examples
    --------
    >>> parted_weekday("Mon 03/02/2025 18:04"), parted_weekday("03/02/2025 (lun.)"), parted_weekday("03/02/2025 6 pm")
    (('03/02/2025 18:04', 0), ('03/02/2025', 0), ('03/02/2025 6 pm', None))
    """
    before = _BEFORE.match(text)
    for match in (before, *_BEHIND.finditer(text)):
        if match is not None and (day := day_of_week(match[1])) is not None:
            return (text[: match.start()] + text[match.end() :]).strip(), day
    # A word that names no day in these languages stands before the date all the same: "Den 3.2.2025".
    return (text[before.end() :], None) if before is not None and len(before[1]) > 1 else (text, None)
