"""Write the made-up training logs of this folder; the same bytes on every run.

One runner who lifts, twelve weeks: lifting and runs as Hevy exports them, the same runs as Strava does; another one as
Strong does, and a few weeks of the other one as a spreadsheet left them; a third one who rates every morning. Nothing
in it is anyone's: numbers come from a seeded generator. Run as ``python -m sample_data.make_samples``.
"""

from __future__ import annotations

import datetime as dt
import math
from pathlib import Path

from sample_data.exports import dirty_csv, hevy_csv, strava_csv, strong_csv
from sample_data.make_roster import roster_csv
from sample_data.people import EASY_WEEKS, FIRST_MONDAY, WEEKS, Athlete, hevy_workouts, strong_workouts

LINE_END = b"\n"
FOLDER = Path(__file__).parent


def check_in_csv() -> str:
    """Return a legrun CSV: legs on Tuesday and Saturday, two runs, and soreness and sleep every morning.

    A leg day counts about twice as much for this person as for most, and its soreness takes longer; ratings scatter.
    """
    athlete = Athlete(20261118)
    lines = ["record,kind,start,minutes,rpe,distance_km,name,source,soreness,sleep_h,key,value"]
    legs: list[tuple[dt.datetime, float]] = []
    for week in range(WEEKS):
        days = [FIRST_MONDAY + dt.timedelta(days=7 * week + day) for day in range(7)]
        easy = week in EASY_WEEKS
        long_minutes = round((70 + 3 * week) * (0.75 if easy else 1))
        for name, day, hour in (("Lower A", days[1], 18), ("Lower B", days[5], 10)):
            start = dt.datetime.combine(day, dt.time(hour))
            minutes, rpe = round(athlete.between(35, 55)), 4 if easy else round(athlete.between(4.6, 7.4))
            legs.append((start + dt.timedelta(minutes=minutes), (rpe / 8) ** 1.5 * (minutes / 60) ** 0.5))
            lines.append(f"session,legs,{start.isoformat()},{minutes},{rpe},,{name},legrun,,,,")
        for name, day, hour, minutes, rpe, km in (
            ("Long run", days[3], 7, long_minutes, 5, round(long_minutes / 5.9, 1)),
            ("Easy run", days[6], 9, 35, 3, 5.5),
        ):
            start = dt.datetime.combine(day, dt.time(hour))
            lines.append(f"session,run,{start.isoformat()},{minutes},{rpe},{km},{name},legrun,,,,")
        for day in days:
            lines.append(f"sleep,,{day.isoformat()},,,,,,,{round(athlete.between(5.6, 8.6), 1)},,")
            if not athlete.chance(0.1):  # a morning forgotten
                morning = dt.datetime.combine(day, dt.time(7))
                scatter = sum(athlete.between(-1, 1) for _ in range(4))
                rated = min(10.0, max(0.0, round(2 * (_soreness(legs, morning) + scatter)) / 2))
                lines.append(f"check_in,,{morning.isoformat()},,,,,,{rated},,,")
    return "\n".join(lines) + "\n"


def _soreness(legs: list[tuple[dt.datetime, float]], at: dt.datetime) -> float:
    calm = 1.0
    for end, dose in legs:
        x = (at - end) / dt.timedelta(hours=34 * 1.7)
        if 0 < x < 12:
            calm *= 1 - (1 - math.exp(-0.6 * 2.2 * dose)) * x**1.5 * math.exp(1.5 * (1 - x))
    return 10 * (1 - calm)


def samples() -> dict[str, bytes]:
    """Return each file's name and bytes."""
    lifts = hevy_workouts()
    return {
        "hevy_sample.csv": hevy_csv(lifts).encode(),
        "strava_sample.csv": strava_csv(lifts).encode(),
        "strong_sample.csv": strong_csv(strong_workouts()).encode(),
        "dirty_sample.csv": dirty_csv(),
        "roster_sample.csv": roster_csv().encode(),
        "legrun_sample.csv": check_in_csv().encode(),
    }


if __name__ == "__main__":
    for name, data in samples().items():
        (FOLDER / name).write_bytes(data)
        print(f"{name}: {data.count(LINE_END) - 1:,} rows")
