"""Who runs: the athlete and their own response, how it feels, and their habits."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from legrun.errors import ScenarioError
from legrun.scenario.fields import choice, instance, moment, number, put

__all__ = ["EXPERIENCES", "Athlete", "CheckIn", "Experience", "Habits", "Response"]

Experience = Literal["novice", "recreational", "trained"]
EXPERIENCES: tuple[Experience, ...] = get_args(Experience)


RESPONSE_RANGES = {
    "amplitude_mean": (-1.8, 1.8),
    "amplitude_sd": (0.01, 1.0),
    "time_mean": (-0.8, 0.8),
    "time_sd": (0.01, 0.5),
}
# Paces between which a time over a distance is one of a race. [min/km]
FASTEST_RACE, SLOWEST_RACE = 2.0, 15.0


@dataclass(frozen=True)
class Response:
    """How strongly and how slowly one person reacts, learned from their own check-ins.

    Parameters
    ----------
    amplitude_mean, amplitude_sd : float
        Mean and standard deviation of the log of the factor on the leg dose. [-]
    time_mean, time_sd : float
        Mean and standard deviation of the log of the factor on the time scale. [-]

    Examples
    --------
    A person who gets about a fifth sorer than most, for about as long.

    >>> Response(0.2, 0.3, 0, 0.2).amplitude_mean
    0.2
    """

    amplitude_mean: float
    amplitude_sd: float
    time_mean: float
    time_sd: float

    def __post_init__(self) -> None:
        for name, (low, high) in RESPONSE_RANGES.items():
            put(self, name, number(f"response.{name}", getattr(self, name), low, high, ""))

    @classmethod
    def clamped(cls, *values: float) -> Response:
        """Return a response from four learned numbers, each taken into its range.

        Examples
        --------
        >>> Response.clamped(0.2, 1.7, -0.1, 0.001)
        Response(amplitude_mean=0.2, amplitude_sd=1.0, time_mean=-0.1, time_sd=0.01)
        """
        ranges = RESPONSE_RANGES.values()
        return cls(*(min(max(each, low), high) for each, (low, high) in zip(values, ranges, strict=True)))


@dataclass(frozen=True)
class Athlete:
    """Who runs.

    Parameters
    ----------
    experience : {"novice", "recreational", "trained"}
        How used to leg days.
    age : float, optional
        Age. [years]
    body_mass_kg : float, optional
        Body mass. [kg]
    usual_sleep_h : float
        A usual night; stands in for every night that is not given. [h]
    response : Response, optional
        The person's own response, where check-ins have shown it.
    max_heart_rate : float, optional
        Highest heart rate, as it was measured. [bpm]
    race_km, race_minutes : float, optional
        A recent race: its distance [km] and time [min]; both or neither.

    Examples
    --------
    >>> Athlete(experience="expert")
    Traceback (most recent call last):
    ...
    legrun.errors.ScenarioError: athlete.experience is 'expert'; it must be one of novice, recreational, trained.
    """

    experience: Experience = "recreational"
    age: float | None = None
    body_mass_kg: float | None = None
    usual_sleep_h: float = 7.5
    response: Response | None = None
    max_heart_rate: float | None = None
    race_km: float | None = None
    race_minutes: float | None = None

    def __post_init__(self) -> None:
        choice("athlete.experience", self.experience, EXPERIENCES)
        if self.age is not None:
            put(self, "age", number("athlete.age", self.age, 10, 110, "years"))
        if self.body_mass_kg is not None:
            put(self, "body_mass_kg", number("athlete.body_mass_kg", self.body_mass_kg, 25, 300, "kg"))
        put(self, "usual_sleep_h", number("athlete.usual_sleep_h", self.usual_sleep_h, 0, 16, "h"))
        if self.response is not None:
            instance("athlete.response", self.response, Response, "a Response")
        if self.max_heart_rate is not None:
            put(self, "max_heart_rate", number("athlete.max_heart_rate", self.max_heart_rate, 100, 230, "bpm"))
        self._check_race()

    def _check_race(self) -> None:
        if self.race_km is None and self.race_minutes is None:
            return
        if self.race_km is None or self.race_minutes is None:
            raise ScenarioError("athlete.race_minutes", self.race_minutes, "told together with race_km")
        put(self, "race_km", number("athlete.race_km", self.race_km, 1, 200, "km"))
        slowest, fastest = SLOWEST_RACE * self.race_km, FASTEST_RACE * self.race_km
        put(self, "race_minutes", number("athlete.race_minutes", self.race_minutes, fastest, slowest, "min"))


@dataclass(frozen=True)
class CheckIn:
    """A rating of how it feels.

    Parameters
    ----------
    time : datetime.datetime
        When it was rated, local, without zone.
    soreness : float or None
        Leg soreness. [0-10]
    fatigue : float or None
        Overall fatigue: 1 very fresh, 3 normal, 5 very tired. [1-5]

    Examples
    --------
    >>> CheckIn(dt.datetime(2026, 3, 4, 7), soreness=11)
    Traceback (most recent call last):
    ...
    legrun.errors.ScenarioError: check_in.soreness is 11; it must be a number from 0 to 10.
    """

    time: dt.datetime
    soreness: float | None = None
    fatigue: float | None = None

    def __post_init__(self) -> None:
        moment("check_in.time", self.time)
        if self.soreness is not None:
            put(self, "soreness", number("check_in.soreness", self.soreness, 0, 10, ""))
        if self.fatigue is not None:
            put(self, "fatigue", number("check_in.fatigue", self.fatigue, 1, 5, ""))


@dataclass(frozen=True)
class Habits:
    """What else bears on soreness and recovery.

    Parameters
    ----------
    foam_rolling, compression, massage, cold_water : bool
        Used after the leg day.
    alcohol_g_per_kg : float
        Alcohol drunk last evening. [g/kg body mass]
    protein_g_per_kg : float or None
        Usual daily protein; None when unknown. [g/kg/day]

    Examples
    --------
    >>> Habits(foam_rolling=True, protein_g_per_kg=1.6).alcohol_g_per_kg
    0.0
    """

    foam_rolling: bool = False
    compression: bool = False
    massage: bool = False
    cold_water: bool = False
    alcohol_g_per_kg: float = 0.0
    protein_g_per_kg: float | None = None

    def __post_init__(self) -> None:
        for name in ("foam_rolling", "compression", "massage", "cold_water"):
            instance(f"habits.{name}", getattr(self, name), bool, "True or False")
        put(self, "alcohol_g_per_kg", number("habits.alcohol_g_per_kg", self.alcohol_g_per_kg, 0, 5, "g/kg"))
        if self.protein_g_per_kg is not None:
            put(
                self,
                "protein_g_per_kg",
                number("habits.protein_g_per_kg", self.protein_g_per_kg, 0, 6, "g/kg"),
            )
