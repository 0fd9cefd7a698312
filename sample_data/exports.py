"""The same workouts as each app writes them, and as a spreadsheet left one of the files."""

from __future__ import annotations

import datetime as dt

from sample_data.people import FIRST_MONDAY, LOWER_A, Athlete, Workout, strong_workouts

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


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
