"""What the title of a strength session says of it: "Leg day", "Push", "Rücken und Bizeps"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legrun.logs.reading.text import fold
from legrun.logs.strength.exercises import classify
from legrun.scenario import Kind

__all__ = ["strength_kind", "title_of_lifting"]


# What parts two things that were both done.
_JOINT = re.compile(r"[+&/,;|·•]|\b(?:and|und|et|og|och|then|plus)\b", re.I)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that mean one thing in a gym, folded.
_LEGS = _words(
    "leg legs legday beine beintag unterkorper jambes jambe cuisses fessiers pernas perna inferiores piernas "
    "pierna gambe glutei bendag bentraning underkrop underkropp benen onderlichaam nogi quads glutes hamstrings "
    "hams calves posterior squat squats deadlift deadlifts lunge lunges gluteo gluteos waden gesass "
    "quadriceps cuadriceps kniebeuge kniebeugen ausfallschritte sentadilla sentadillas ноги ног "
    "jalat jalka jalkapaiva jalkatreeni alavartalo nohy picioare bacak bacaklar ποδια "
    "kaki cames noge jalad kajas kojos крака پا پاها cosce coxas oberschenkel bovenbenen posladki posladkow inferieurs "
    "inferiori booty deads bbp"
)
_UPPER = _words(
    "chest arms shoulders biceps triceps bizeps trizeps oberkorper brust schultern arme rucken superiores pecho "
    "espalda brazos hombros peito costas bracos ombros pectoraux epaules borst schouders bovenlichaam rugg bryst "
    "overkrop overkropp brost armar skuldre plecy klatka ramiona petto spalle schiena braccia pecs delts lats "
    "грудь спина руки плечи rinta selka kadet hartiat ylavartalo hrudnik zada ramena gogus sirt omuz στηθοσ "
    "πλατη ωμοι mell piept spate umeri"
)
# Words that mean other things too, so they count only where nothing but a gym's own words stands beside them.
_LEGS_MAYBE = _words("lower bein ben been inferior inferieur unterer dol nog bas spodek")
_UPPER_MAYBE = _words(
    "upper push pull back arm bench abs core superior haut dos rug bras ups rows chin chins torso gora bis tris"
)
_GYM_WORDS = _words(
    "a b c d i ii iii and und et y e og och en the day days workout session training trening traning strength "
    "weight weights gym lift lifting lifted trained "
    "body split week wk block phase heavy light volume power hypertrophy deload "
    "day1 day2 day3 only focus morning lunch afternoon evening night tag dag jour dia giorno body1 set sets "
    "routine program functional traditional musculation krafttraining styrketrening full w1 w2 w3 w4 part one two "
    "fys fystraning palestra gimnasio gimnasia fitnessstudio sportschool fitness "
    "silownia silowni posilovna posilovne kuntosali sali edzoterem konditerem salle "
    "styrketraning styrketraening styrke styrka kraft kracht fuerza forza forca silowy sila "
    "treino entreno entrenamiento allenamento entrainement seance muscu renfo renforcement musculacao pesas pesi "
    "de del "
    "morgon kvall morgen kveld aften abends morgens ochtend avond matin soir mattina sera rano wieczorem tarde noche "
    "three dumbbell barbell kettlebell machine machines accessory finisher blast pump"
)
_CIRCUIT_WORDS = _words("hiit circuit cardio tabata metcon wod emom amrap bootcamp")
_EASY = _words(
    "mobility mobilitet mobilite movilidad mobilidade mobilitat beweglichkeit stretch stretching dehnen "
    "etirements rehab prehab physio physiotherapy yoga pilates foam rolling recovery regeneration restorative massage "
    "massagem masaje massaggio sauna compression"
)
# What is stretched or mended may be named by the words of a leg day: "Leg mobility", "Lower back rehab".
_PARTS = _words("leg legs hip hips ankle ankles knee knees body back hamstring hamstrings quad quads glute calf")
_STEMS: tuple[tuple[str, Kind], ...] = (
    ("láb", "legs"), ("ขา", "legs"), ("أرجل", "legs"), ("רגליים", "legs"), ("\N{LEG}", "legs"),
    ("腿", "legs"), ("下肢", "legs"), ("下半身", "legs"), ("脚", "legs"), ("足トレ", "legs"),
    ("하체", "legs"), ("다리", "legs"), ("tập chân", "legs"), ("chân", "legs"), ("تمرین پا", "legs"), ("पैर", "legs"),
    ("上肢", "upper"), ("上半身", "upper"), ("胸", "upper"), ("背中", "upper"), ("상체", "upper"), ("가슴", "upper"),
)  # fmt: skip


# Two words that mean a half of the body together, and compounds of the northern languages: Beintraining, benpass.
_PHRASES: tuple[tuple[str, Kind], ...] = (
    ("bas du corps", "legs"), ("membres inferieurs", "legs"), ("tren inferior", "legs"), ("parte inferior", "legs"),
    ("parte bassa", "legs"), ("hinge day", "legs"), ("dzien nog", "legs"), ("trening nog", "legs"),
    ("dolne partie", "legs"), ("dolna partia", "legs"), ("quad day", "legs"), ("glute day", "legs"),
    ("hamstring day", "legs"), ("ham day", "legs"),
    ("lower body", "legs"), ("haut du corps", "upper"), ("membres superieurs", "upper"),
    ("tren superior", "upper"), ("parte superior", "upper"), ("parte alta", "upper"), ("upper body", "upper"),
    ("gorna partia", "upper"),
)  # fmt: skip
_ENDINGS = r"(?:tag|dag|dagen|day|training|traning|traening|trening|workout|einheit|pass|passet|okt|okten)"
_COMPOUNDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(rf"\b(?:bein|ben|been|leg|unterkorper|underkrops?)s?{_ENDINGS}\b"), "legs"),
    (re.compile(rf"\b(?:oberkorper|overkrops?|bovenlichaam|brust|rucken|bryst|brost|arm)s?{_ENDINGS}\b"), "upper"),
)


def strength_kind(title: str) -> Kind | None:
    """Return what a strength session's title says of it, or None when it says nothing.

    Examples
    --------
    >>> strength_kind("Leg day 🦵"), strength_kind("Push B"), strength_kind("Afternoon Weight Training")
    ('legs', 'upper', None)
    >>> strength_kind("Front squats and lunges"), strength_kind("Back with some fun"), strength_kind("Mobility + core")
    ('legs', None, 'other')
    """
    parts = [_without_lower_back(fold(part).split()) for part in _JOINT.split(title[:200])]
    easy = [_is_easy(part) for part in parts]
    words = [word for part, is_easy in zip(parts, easy, strict=True) if not is_easy for word in part]
    if set(words) & _LEGS:
        return "legs"
    if easy[0]:
        return "other"
    if set(words) & _UPPER:
        return "upper"
    rest = _bare(words)
    if rest and rest <= _LEGS_MAYBE | _UPPER_MAYBE:
        return "legs" if rest & _LEGS_MAYBE else "upper"
    if kind := _by_stem(title):
        return kind
    if classify(" ".join(words)).share == 1:
        return "legs"
    return "upper" if all(map(_lifts_above, parts)) else None


def title_of_lifting(title: str) -> bool:
    """Tell a title that names a part of the body and beside it words of the gym alone, whatever an app's type says.

    Examples
    --------
    >>> [title_of_lifting(title) for title in ("Leg day", "Lower body HIIT", "Upper A", "legs tired", "Evening")]
    [True, True, True, False, False]
    """
    words = _bare(fold(title).split())
    parts = _LEGS | _UPPER | _LEGS_MAYBE | _UPPER_MAYBE
    return bool(words & parts) and words <= parts | _CIRCUIT_WORDS and strength_kind(title) in ("legs", "upper")


def _bare(words: Sequence[str]) -> set[str]:
    """Return words without those of any gym, and without numbers."""
    return {word for word in words if not any(letter.isdecimal() for letter in word)} - _GYM_WORDS


def _lifts_above(words: Sequence[str]) -> bool:
    """Tell the name of a lift of the upper body; "Push hard" and "First day back" are none."""
    rest, lift = _bare(words), classify(" ".join(words))
    named = not rest & _UPPER_MAYBE and lift.region == "upper" and not lift.share
    return bool(rest) and (rest <= _UPPER_MAYBE or named)


def _by_stem(title: str) -> Kind | None:
    """Return what scripts without spaces, compounds and pairs of words say."""
    text = title[:200].casefold()
    if kind := next((kind for stem, kind in _STEMS if stem in text), None):
        return kind
    folded = fold(text)
    if kind := next((kind for phrase, kind in _PHRASES if phrase in folded), None):
        return kind
    return next((kind for pattern, kind in _COMPOUNDS if pattern.search(folded)), None)


def _without_lower_back(words: list[str]) -> list[str]:
    """Return the words with the back named once: the lower back is no leg day."""
    return [word for place, word in enumerate(words) if words[place : place + 2] != ["lower", "back"]]


def _is_easy(words: list[str]) -> bool:
    """Tell whether it is stretching or mending, also of a part that is named."""
    places = [place for place, word in enumerate(words) if word in _EASY]
    return bool(places) and (not set(words[: places[0]]) & (_LEGS | _UPPER) or words[places[0] - 1] in _PARTS)
