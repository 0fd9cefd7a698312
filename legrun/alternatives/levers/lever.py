"""A lever: its name, its evidence and its effect."""

from __future__ import annotations

from dataclasses import dataclass

from legrun.decision.outlook import Window
from legrun.evidence import claims, constant, value
from legrun.forecast.projection import Spread
from legrun.scenario.hours import HOUR

__all__ = [
    "ALCOHOL",
    "EASIER",
    "FLAT",
    "HABITS",
    "PROTEIN",
    "SHORTER",
    "SLEEP",
    "UNGRADED",
    "UNPROVEN",
    "WAIT",
    "WARM_UP",
    "About",
    "Lever",
]

UNGRADED = "not graded"
NO_EFFECT = value("levers.no_effect")


@dataclass(frozen=True)
class Lever:
    """Something that may help.

    Attributes
    ----------
    key, name : str
        Which it is and what it is called.
    why : str
        What is known, in one line.
    caveat : str
        What speaks against it; may be empty.
    grade : str
        Grade of the claim about it; `UNGRADED` where there is none.
    strength : str
        Strength of the evidence behind its number.
    studies : tuple of str
        Keys of the studies.
    effect : Spread or None
        Change of the recovery of the morning after over the draws, each compared with itself; None where there is no
        number to give. [points]
    recovery, without : float
        Median recovery of that morning with it and without; 0 where there is no number to give. [0-100]
    hard : Window or None
        When hard running is likely back with it.
    hours_sooner : float or None
        How much sooner that is; negative when later, None when it is possible already, or not within the week
        with or without it. [h]
    """

    key: str
    name: str
    why: str
    caveat: str
    grade: str
    strength: str
    studies: tuple[str, ...]
    effect: Spread | None = None
    recovery: float = 0.0
    without: float = 0.0
    hard: Window | None = None
    hours_sooner: float | None = None

    @property
    def no_effect(self) -> bool:
        """Whether its effect on tomorrow's recovery is too small to count."""
        return self.effect is not None and abs(self.effect.median) < NO_EFFECT


@dataclass(frozen=True)
class About:
    """What a lever is called and what stands behind it: a constant, and a claim where one is about it."""

    key: str
    name: str
    constant: str
    why: str
    claim: int | None = None
    caveat: str = ""
    grade: str = UNGRADED

    def lever(
        self,
        effect: Spread | None = None,
        medians: tuple[float, float] = (0.0, 0.0),
        hard: Window | None = None,
        base: Window | None = None,
        *,
        why: str = "",
    ) -> Lever:
        """Return the lever with its effect, the median recovery with it and without, and against the window without."""
        behind = constant(self.constant)
        grade = claims()[self.claim].grade if self.claim is not None else self.grade
        sooner = None
        if hard and base and hard.likely and base.likely:
            sooner = (base.likely - hard.likely) / HOUR
        about = self.key, self.name, why or self.why, self.caveat, grade, behind.strength, behind.studies
        return Lever(*about, effect, *medians, hard, sooner)


SLEEP = About(
    "sleep",
    "An hour more sleep",
    "score.sleep",
    "Lost sleep lowers performance the next day; it was not shown to slow soreness or strength.",
    claim=21,
)
WAIT = About(
    "wait",
    "Run a day later",
    "run_fatigue.load_scale",
    "Your legs are fresher the morning after, but not the one that follows.",
)
SHORTER = About(
    "shorter",
    "Half as long",
    "run_fatigue.load_scale",
    "Less load costs less strength.",
    claim=13,
)
EASIER = About(
    "easier",
    "Two points easier",
    "run_fatigue.load_scale",
    "Easy running is hardly affected the day after lifting, hard running clearly is.",
    claim=13,
)
FLAT = About(
    "flat",
    "On the flat",
    "run_soreness.downhill_gain",
    "Running downhill causes soreness of its own, which peaks one to two days later.",
)
HABITS = (
    About(
        "foam_rolling",
        "Foam rolling",
        "habits.foam_rolling",
        "Rolling afterwards lowers pain by about 6 % and does little for strength.",
        claim=15,
    ),
    About(
        "compression",
        "Compression worn for hours",
        "habits.compression",
        "Two pooled analyses found less soreness, a newer one no effect on strength.",
        claim=14,
    ),
    About(
        "massage",
        "Massage",
        "habits.massage",
        "Less soreness in pooled small trials; in endurance sport an overview found none.",
    ),
    About(
        "cold_water",
        "Cold water",
        "habits.cold_water",
        "Less soreness in small trials of low quality.",
        caveat="Regular cold water after lifting may blunt gains in muscle and strength.",
    ),
)
PROTEIN = About(
    "protein",
    "Protein, 1.6 g/kg a day",
    "clock.protein_faster",
    "Soreness stays the same; strength may come back slightly sooner.",
    claim=18,
)
ALCOHOL = About(
    "alcohol",
    "No alcohol tonight",
    "habits.alcohol_slow",
    "A large dose worsened strength loss after one extreme session; small ones did nothing.",
    claim=20,
)
WARM_UP = About(
    "warm_up",
    "Warm up before the next leg day",
    "leg_soreness.warm_up",
    "A warm-up before a leg day lowers its soreness a little, but not the strength it costs.",
)
UNPROVEN = (
    About(
        "bedroom",
        "Dark, quiet, cool bedroom",
        "levers.bedroom",
        "Sensible and free; untested for soreness.",
        claim=32,
    ),
    About(
        "water",
        "More water",
        "levers.water",
        "Sensible in general; only dehydration with heat made leg pain worse, in ten people.",
        claim=16,
    ),
    About(
        "antioxidants",
        "Antioxidants",
        "levers.antioxidants",
        "High-dose supplements lower soreness less than people notice.",
        claim=19,
    ),
    About(
        "epsom_salt",
        "Epsom salt bath",
        "levers.epsom_salt",
        "We know of no trial on soreness; a warm bath may simply feel good.",
        claim=17,
    ),
    About(
        "stretching",
        "Stretching",
        "levers.stretching",
        "Many trials, no difference in soreness that matters.",
        grade="contradicted",
    ),
)
