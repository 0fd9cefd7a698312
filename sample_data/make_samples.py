"""Write the made-up training logs of this folder; the same bytes on every run.

One runner who lifts, twelve weeks: lifting and runs as Hevy exports them, the same runs as Strava does; another one as
Strong does, and a few weeks of the other one as a spreadsheet left them. Nothing in it is anyone's: numbers come from a
seeded generator. Run as ``python sample_data/make_samples.py``.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field
from pathlib import Path

LINE_END = b"\n"
FOLDER = Path(__file__).parent
FIRST_MONDAY = dt.date(2026, 8, 24)
WEEKS = 12
EASY_WEEKS = (3, 7)  # every fourth week is lighter, counted from 0
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


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


def hevy_csv(workouts: list[Workout]) -> str:
    """Return the workouts as Hevy exports them: newest first, strings quoted, missing empty."""
    lines = [
        '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
        '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
    ]
    for workout in reversed(workouts):
        end = workout.start + dt.timedelta(minutes=workout.minutes)
        index, previous = 0, ""
        for row in workout.sets:
            index = index + 1 if row.exercise == previous else 0
            previous = row.exercise
            texts = [workout.title, _hevy_time(workout.start), _hevy_time(end), workout.note, row.exercise]
            numbers = [_short(row.weight), row.reps or "", _short(row.km), row.seconds or "", _short(row.rpe)]
            cells = [f'"{text}"' for text in texts] + ["", '""', index, f'"{row.kind}"', *numbers]
            lines.append(",".join(str(cell) for cell in cells))
    return "\n".join(lines) + "\n"


def _hevy_time(time: dt.datetime) -> str:
    return f"{time.day} {MONTHS[time.month - 1]} {time.year}, {time:%H:%M}"


def strong_csv(workouts: list[Workout]) -> str:
    """Return the workouts as Strong exports them: oldest first, rest timers between sets, no units."""
    lines = ["Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"]
    letters = {"warmup": "W", "dropset": "D", "failure": "F"}
    for workout in workouts:
        hours, minutes = divmod(workout.minutes, 60)
        duration = (f"{hours}h " if hours else "") + f"{minutes}m"
        head = f'{workout.start:%Y-%m-%d %H:%M:%S},"{workout.title}",{duration}'
        number, previous = 0, ""
        for place, row in enumerate(workout.sets):
            number = 0 if row.exercise != previous else number
            number += row.kind == "normal"
            note = f'"","{workout.note}"' if not place else ","
            order = letters.get(row.kind, str(number))
            lines.append(
                f'{head},"{row.exercise}",{order},{row.weight},{row.reps},{_short(row.km) or 0},{row.seconds},{note},'
            )
            if row.kind != "warmup" and row.reps and row.exercise == LOWER_A[0].name:
                lines.append(f'{head},"{row.exercise}",Rest Timer,0.0,0,0,150,,,')
            previous = row.exercise
    return "\n".join(lines) + "\n"


def _short(number: float | None) -> str:
    return f"{number:g}" if number else ""


STRAVA_HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,"
    "Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,"
    "Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Elevation Loss,Max Heart Rate,Average Heart Rate,"
    "Calories,Relative Effort,Perceived Exertion,Media"
)
SUMMER_ENDS = dt.datetime(2026, 10, 25, 3)  # in central Europe; Strava writes UTC


def strava_csv(workouts: list[Workout]) -> str:
    """Return the Hevy user's runs as the watch sent them to Strava, a ride a week, and a run that only Strava has."""
    athlete = Athlete(20261116)
    rows: list[tuple[dt.datetime, list[str]]] = []
    for place, workout in enumerate(workouts):
        run = next((row for row in workout.sets if row.km), None)
        if run is None or run.exercise != "Running":
            continue
        start = workout.start + dt.timedelta(seconds=round(athlete.between(20, 200)))
        seconds = round(run.seconds * athlete.between(0.99, 1.01))
        rows.append(_strava_row(athlete, start, workout.title, "Run", seconds, run.km * athlete.between(0.99, 1.01)))
        if workout.title == "Long run":
            ride = start + dt.timedelta(days=-1, hours=10)
            rows.append(_strava_row(athlete, ride, "Home from work", "Ride", 2400 + place * 7, 14.2))
    extra = dt.datetime.combine(FIRST_MONDAY, dt.time(12, 10)) + dt.timedelta(days=51)
    rows.append(_strava_row(athlete, extra, "Lunch Run", "Run", 1625, 4.4))
    rows.sort(key=lambda row: row[0])
    lines = [",".join([str(9_000_000_001 + 7919 * number), *cells]) for number, (_, cells) in enumerate(rows)]
    return "\n".join([STRAVA_HEADER, *lines]) + "\n"


def _strava_row(
    athlete: Athlete, start: dt.datetime, title: str, kind: str, seconds: int, km: float
) -> tuple[dt.datetime, list[str]]:
    utc = start - dt.timedelta(hours=2 if start < SUMMER_ENDS else 1)
    half = "AM" if utc.hour < 12 else "PM"
    clock = f"{MONTHS[utc.month - 1]} {utc.day}, {utc.year}, {utc.hour % 12 or 12}:{utc:%M:%S} {half}"
    elapsed = seconds + round(athlete.between(5, 150))
    mean = round(athlete.between(138, 150) if kind == "Run" else athlete.between(105, 120))
    top = mean + round(athlete.between(12, 40))
    metres = round(km * 1000, 1)
    cells = [f'"{clock}"', title, kind, "", str(elapsed), f"{km:.2f}", str(top), str(round(seconds / 60)), "false"]
    cells += [
        "",
        "",
        f"activities/{start:%Y%m%d%H}.fit.gz",
        "",
        "",
        f"{elapsed}.0",
        f"{seconds}.0",
        str(metres),
        "",
        "",
    ]
    cells += ["", "", f"{top}.0", f"{mean}.0", str(round(km * 65)), str(round(seconds / 60)), "", ""]
    return start, cells


def dirty_csv() -> bytes:
    """Return a few weeks of the Strong user as a German spreadsheet and some bad luck left them.

    Semicolons and Windows-1252; day-first dates; a workout left running for days and one typed in within a minute; the
    header and a whole workout a second time; rows without a date, with an impossible one, cut short; reps that are no
    number or negative; a quotation mark that is never closed; a formula for a title; exercises nobody knows, in three
    languages; weights that only make sense in pounds.
    """
    workouts = strong_workouts()[:24]
    workouts[3].minutes, workouts[9].minutes = 61 * 60 + 5, 0
    workouts[6].title = "=SUM(A1:A9)"
    lines = strong_csv(workouts).splitlines()
    header, rows = lines[0], [_respelled(line) for line in lines[1:]]
    rows[5] = rows[5].replace(";6;", ";abc;", 1).replace(";8;", ";abc;", 1)
    rows[30] = rows[30].replace("2026", "", 1)
    rows[60] = "31/02/2026 10:00" + rows[60][16:]
    rows[75] = rows[75][:30]
    cells = rows[90].split(";")
    rows[90] = ";".join([*cells[:6], "-5", *cells[7:]])
    rows[120] = '"' + rows[120].replace('"', "")
    rows[150] = ";" + rows[150].split(";", 1)[1]
    copied = [row for row in rows if row.startswith(rows[200][:16])]
    body = [*rows[:180], header.replace(",", ";"), *rows[180:], *copied]
    return "\r\n".join([header.replace(",", ";"), *body, ""]).encode("cp1252")


RESPELLED = {
    "Squat (Barbell)": "Kniebeuge (tief)",
    "Bulgarian Split Squat": "Agachamento Búlgaro",
    "Hip Thrust (Barbell)": "Hüftstoß",
    "Triceps Pushdown": "Zugturm außen",
    "Plank": "Käfer",
}


def _respelled(line: str) -> str:
    date, rest = line.split(",", 1)
    for name, other in RESPELLED.items():
        rest = rest.replace(name, other)
    moment = dt.datetime.fromisoformat(date)
    cells = rest.split(",")
    weight = float(cells[4])
    cells[4] = f"{weight * 2.2046226218487757:.6f}".rstrip("0").rstrip(".").replace(".", ",") if weight else "0"
    cells[6] = cells[6].replace(".", ",")
    return f"{moment:%d/%m/%Y %H:%M};" + ";".join(cells)


def samples() -> dict[str, bytes]:
    """Return each file's name and bytes."""
    lifts = hevy_workouts()
    return {
        "hevy_sample.csv": hevy_csv(lifts).encode(),
        "strava_sample.csv": strava_csv(lifts).encode(),
        "strong_sample.csv": strong_csv(strong_workouts()).encode(),
        "dirty_sample.csv": dirty_csv(),
    }


if __name__ == "__main__":
    for name, data in samples().items():
        (FOLDER / name).write_bytes(data)
        print(f"{name}: {data.count(LINE_END) - 1:,} rows")
