"""The made-up people of the sample logs: what they lifted and ran in twelve weeks, the same on every run."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field

FIRST_MONDAY = dt.date(2026, 8, 24)
WEEKS = 12
EASY_WEEKS = (3, 7)  # every fourth week is lighter, counted from 0


@dataclass(frozen=True)
class Lift:
    """One exercise of a plan: starting weight [kg], its gain a week [kg], sets, reps and set RPE."""

    name: str
    weight: float
    gain: float
    sets: int
    reps: int
    rpe: float = 8.0
    warm_ups: int = 0


@dataclass(frozen=True)
class SetRow:
    """One set as both apps know it: kind is warmup, normal, dropset or failure."""

    exercise: str
    kind: str
    weight: float = 0.0
    reps: int = 0
    km: float = 0.0
    seconds: int = 0
    rpe: float | None = None


@dataclass
class Workout:
    """One workout with its sets."""

    title: str
    start: dt.datetime
    minutes: int
    note: str = ""
    sets: list[SetRow] = field(default_factory=list)


LOWER_A = (
    Lift("Squat (Barbell)", 80, 1.25, 4, 6, 8, warm_ups=3),
    Lift("Romanian Deadlift (Barbell)", 70, 1.25, 3, 8, 8, warm_ups=1),
    Lift("Leg Press", 140, 2.5, 3, 10, 8.5),
    Lift("Seated Leg Curl (Machine)", 45, 0.5, 3, 12, 9),
    Lift("Standing Calf Raise (Machine)", 60, 1, 3, 12, 8.5),
)
LOWER_B = (
    Lift("Deadlift (Barbell)", 100, 1.25, 3, 5, 8, warm_ups=2),
    Lift("Bulgarian Split Squat", 16, 0.5, 3, 10, 9),
    Lift("Hip Thrust (Barbell)", 80, 2.5, 3, 10, 8),
    Lift("Leg Extension (Machine)", 50, 0.5, 3, 12, 9),
    Lift("Seated Calf Raise", 40, 1, 3, 15, 8),
)
UPPER_A = (
    Lift("Bench Press (Barbell)", 62.5, 0.5, 4, 6, 8, warm_ups=2),
    Lift("Pull Up", 0, 0, 4, 7, 8.5),
    Lift("Shoulder Press (Dumbbell)", 18, 0.25, 3, 10, 8),
    Lift("Triceps Pushdown", 25, 0.25, 3, 12, 8.5),
    Lift("Hanging Leg Raise", 0, 0, 3, 12, 8),
)
UPPER_B = (
    Lift("Bent Over Row (Barbell)", 55, 0.5, 4, 8, 8, warm_ups=1),
    Lift("Incline Bench Press (Dumbbell)", 22, 0.25, 3, 10, 8.5),
    Lift("Lat Pulldown (Cable)", 50, 0.5, 3, 10, 8),
    Lift("Bicep Curl (Dumbbell)", 12, 0.25, 3, 12, 8.5),
    Lift("Plank", 0, 0, 3, 0, 7),
)


class Athlete:
    """Makes workouts from plans with a little of everyday irregularity."""

    def __init__(self, seed: int) -> None:
        # Only Random.random() is promised to stay the same in every Python version.
        self._random = random.Random(seed).random

    def between(self, low: float, high: float) -> float:
        """Return a number from low to high."""
        return low + (high - low) * self._random()

    def chance(self, probability: float) -> bool:
        """Return True that often."""
        return self._random() < probability

    def lift(self, title: str, plan: tuple[Lift, ...], day: dt.date, hour: int, week: int, rated: float) -> Workout:
        """Return a strength workout; `rated` is how often a set's RPE is written down."""
        workout = Workout(title, self._start(day, hour), 0)
        easy = week in EASY_WEEKS
        for exercise in plan:
            workout.sets += self._sets(exercise, week, easy, rated)
        working = sum(row.kind != "warmup" for row in workout.sets)
        workout.minutes = round(working * self.between(3.1, 3.8) + 6)
        if easy:
            workout.note = "Lighter week"
        elif self.chance(0.1):
            workout.note = "Slept badly, legs heavy"
        return workout

    def _sets(self, exercise: Lift, week: int, easy: bool, rated: float) -> list[SetRow]:
        weight = (exercise.weight + exercise.gain * week) * (0.85 if easy else 1.0)
        weight = round(weight / 1.25) * 1.25 if exercise.weight else 0.0
        rows = []
        for number in range(exercise.warm_ups):
            part = 0.4 + 0.5 * number / max(exercise.warm_ups, 2)
            rows.append(SetRow(exercise.name, "warmup", round(weight * part / 2.5) * 2.5, 8 - 2 * number))
        count = exercise.sets - (1 if easy else 0)
        for number in range(count):
            effort = exercise.rpe - (1.5 if easy else 0) + 0.5 * number - 0.5 + round(self.between(-0.6, 0.6) * 2) / 2
            effort = min(max(effort, 6.0), 10.0)
            kind = "failure" if effort >= 10 and number == count - 1 else "normal"
            rpe = effort if self.chance(rated) else None
            if exercise.reps:
                reps = max(exercise.reps - (number if effort > 9 else 0) + round(self.between(-0.7, 0.7)), 3)
                rows.append(SetRow(exercise.name, kind, weight, reps, rpe=rpe))
            else:
                rows.append(SetRow(exercise.name, kind, seconds=round(self.between(9, 16)) * 5, rpe=rpe))
        if not easy and exercise.name.startswith(("Leg Extension", "Triceps")) and self.chance(0.4):
            rows.append(SetRow(exercise.name, "dropset", round(weight * 0.7 / 2.5) * 2.5, exercise.reps))
        return rows

    def run(self, title: str, day: dt.date, hour: int, minutes: float, pace: float, rpe: float | None) -> Workout:
        """Return a run; pace in min/km."""
        minutes *= self.between(0.93, 1.07)
        km = round(minutes / (pace * self.between(0.97, 1.03)), 2)
        workout = Workout(title, self._start(day, hour), round(minutes) + 1)
        workout.sets.append(SetRow("Running", "normal", km=km, seconds=round(minutes * 60), rpe=rpe))
        return workout

    def _start(self, day: dt.date, hour: int) -> dt.datetime:
        return dt.datetime.combine(day, dt.time(hour)) + dt.timedelta(minutes=round(self.between(0, 50)))


def hevy_workouts() -> list[Workout]:
    """Return the Hevy user's weeks: legs on Tuesday and Saturday, the long run on Thursday."""
    athlete = Athlete(20261114)
    workouts = []
    for week in range(WEEKS):
        days = [FIRST_MONDAY + dt.timedelta(days=7 * week + day) for day in range(7)]
        long_minutes = (70 + 3 * week) * (0.75 if week in EASY_WEEKS else 1)
        workouts.append(athlete.lift("Upper A", UPPER_A, days[0], 18, week, rated=0.3))
        workouts.append(athlete.lift("Lower A", LOWER_A, days[1], 18, week, rated=0.9))
        workouts.append(athlete.run("Long run", days[3], 7, long_minutes, 5.9, 5))
        upper = athlete.lift("Upper B", UPPER_B, days[4], 17, week, rated=0.3)
        if week % 2:
            upper.sets.append(SetRow("Treadmill", "normal", km=3.5, seconds=1200, rpe=4))
            upper.minutes += 20
        workouts.append(upper)
        workouts.append(athlete.lift("Lower B", LOWER_B, days[5], 10, week, rated=0.85))
        if week < WEEKS - 1:
            workouts.append(athlete.run("Easy run", days[6], 9, 35, 6.3, 3))
    return [workout for place, workout in enumerate(workouts) if place not in (16, 41)]  # a missed day or two


def strong_workouts() -> list[Workout]:
    """Return the Strong user's weeks: legs on Monday and Friday, the long run on Sunday."""
    athlete = Athlete(20261115)
    workouts = []
    for week in range(WEEKS):
        days = [FIRST_MONDAY + dt.timedelta(days=7 * week + day) for day in range(7)]
        long_minutes = (60 + 3 * week) * (0.75 if week in EASY_WEEKS else 1)
        workouts.append(athlete.lift("Legs A", LOWER_A, days[0], 6, week, rated=0.0))
        workouts.append(athlete.run("Tempo run", days[1], 18, 40, 5.2, None))
        workouts.append(athlete.lift("Push Pull A", UPPER_A, days[2], 6, week, rated=0.0))
        workouts.append(athlete.lift("Legs B", LOWER_B, days[4], 6, week, rated=0.0))
        workouts.append(athlete.lift("Push Pull B", UPPER_B, days[5], 9, week, rated=0.0))
        workouts.append(athlete.run("Long run", days[6], 8, long_minutes, 6.0, None))
    workouts[22].minutes = 14 * 60 + 12  # the app was left running
    return [workout for place, workout in enumerate(workouts) if place not in (13, 37, 52)]
