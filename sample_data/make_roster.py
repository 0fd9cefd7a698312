"""The made-up roster of a coach: 22 clients, twelve weeks, one morning. `make_samples.py` writes it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Row = dict[str, str]
Roll = Callable[[], float]
TODAY = dt.date(2026, 11, 16)  # a Monday
WEEKS = 12
COLUMNS = (
    "record",
    "athlete",
    "kind",
    "start",
    "minutes",
    "rpe",
    "style",
    "soreness",
    "sleep_h",
    "flag",
    "key",
    "value",
)
# How sore legs are so many days after a leg day, before a person's own measure.
SORE_AFTER = (1.0, 3.5, 3.0, 1.5, 0.5)


@dataclass(frozen=True)
class Done:
    """A session of every week: weekday (Monday = 0), hour, minutes, effort, kind and style."""

    weekday: int
    hour: int
    minutes: int
    rpe: float
    kind: str = "run"
    style: str = ""


@dataclass(frozen=True)
class Client:
    """One client: a usual week, and what makes this morning theirs."""

    name: str
    week: tuple[Done, ...]
    soreness: float | None
    sleep_h: float = 7.5
    plan: tuple[int, float, str] | None = None
    flag: str = ""
    silent_days: int = 0
    measure: float = 1.0
    weeks: int = WEEKS
    person: dict[str, str] = field(default_factory=dict)
    group: str = "Half marathon"
    # Why, the first day and the last, as days from today.
    away: tuple[str, int, int] | None = None
    yesterday: Done | None = None


def legs(weekday: int, minutes: int = 60, rpe: float = 7.5, hour: int = 18) -> Done:
    """Return a leg day."""
    return Done(weekday, hour, minutes, rpe, "legs")


def run(weekday: int, minutes: int, rpe: float = 4, style: str = "easy", hour: int = 7) -> Done:
    """Return a run."""
    return Done(weekday, hour, minutes, rpe, "run", style)


CLIENTS = (
    Client("Ana Ruiz", (legs(1), run(3, 45), run(5, 75, 4, "long"), legs(6, 60, 8)), 4.5, 7, (48, 8, "intervals")),
    Client("Ben Okafor", (legs(0, 50, 7), legs(3, 50, 7), run(1, 40), run(5, 70, 4, "long")), 1, 8, (40, 4, "easy")),
    Client("Chloé Martin", (legs(2), run(4, 40), run(6, 60, 4, "long")), None, 7.5, (45, 6, "tempo"), silent_days=1),
    Client(
        "Dilan Kaya", (legs(1, 45, 7), legs(4, 45, 7), run(2, 35), run(6, 50)), None, plan=(35, 4, "easy"),
        silent_days=5,
    ),
    Client("Emma Lindqvist", (legs(3), run(1, 50), run(5, 80, 4, "long")), 3, 7, (50, 4, "easy"), flag="injury"),
    Client(
        "Farid Haddad", (run(1, 40), run(3, 50, 6, "tempo"), run(6, 60, 4, "long")), 6, 7, (40, 4, "easy"),
        measure=0.4,
    ),
    Client(
        "Grace Kim", (legs(2, 50, 7), run(4, 40), run(0, 45)), 2.5, 8, (40, 4, "easy"),
        yesterday=run(6, 105, 5, "long"),
    ),
    Client(
        "Hugo Silva", (legs(2, 60, 8), legs(5, 60, 8), run(0, 45), run(3, 70, 4, "long")), 3.5, 6.5, (90, 4, "long")
    ),
    Client("Inês Costa", (legs(3, 45, 7), run(1, 48, 8, "intervals"), run(5, 90, 4, "long")), 0.5, 8, (40, 7, "tempo")),
    Client(
        "Jonas Weber", (legs(3, 45, 6), run(2, 60), run(4, 50, 6, "tempo"), run(6, 150, 4, "long")), 6, 6,
        (30, 3, "easy"), yesterday=run(6, 216, 8, "race", hour=9), person={"experience": "trained", "age": "44"},
    ),
    Client("O'Neil, Kate", (legs(3, 50, 7), run(1, 45), run(5, 75, 4, "long")), 1, 4.5, (45, 5, "easy")),
    Client("Mateo Rossi", (legs(5, 50, 8, hour=11),), 7, 7, weeks=1, measure=1.8, group="10 km"),
    Client("Lena Fischer", (legs(6, 50, 7), run(1, 40), run(4, 55, 4, "long")), 3.5, 7, (50, 4, "easy"), group="10 km"),
    Client("Marcus Bell", (legs(2), run(0, 45), run(5, 80, 4, "long")), 1, 7.5, (50, 6, "tempo"), group="Marathon"),
    Client("Nadia Haddad", (legs(6, 45, 7), run(2, 40), run(4, 60, 4, "long")), 5, 7, (45, 4, "easy")),
    Client(
        "Oskar Nowak", (legs(4, 50, 7), run(2, 50), run(6, 95, 4, "long")), 2.5, 6.5, (75, 4, "easy"), group="Marathon"
    ),
    Client("Priya Nair", (legs(1, 50, 7), run(3, 40), run(6, 60, 4, "long")), 1, 8, (40, 4, "easy"), group="10 km"),
    Client(
        "Rosa Delgado", (legs(2), run(4, 45), run(6, 70, 4, "long")), 1, 7.5, (40, 4, "easy"),
        flag="Fieber seit gestern",
    ),
    Client(
        "Sami Virtanen", (legs(3), run(1, 45), run(5, 75, 4, "long")), None, 7.5, group="Marathon", silent_days=6,
        away=("away", -5, 3),
    ),
    Client(
        "Tom\u00e1s Vega", (legs(3, 50, 7), run(1, 45), run(5, 60, 4, "long")), 1, 8, (40, 6, "tempo"), group="10 km",
        away=("ill", -8, -3),
    ),
    Client("Uma Patel", (legs(5, 60, 8), run(1, 40), run(3, 45)), 4.5, 7, (35, 4, "easy"), flag="left calf tight"),
    Client(
        "Will Jensen", (legs(4, 50, 7), run(2, 50), run(6, 100, 4, "long")), 1.5, 8, (55, 4, "easy"), group="Marathon"
    ),
)  # fmt: skip


def roster_csv() -> str:
    """Return the roster as legrun's own CSV with a column for the athlete and one for what feels wrong."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for number, client in enumerate(CLIENTS):
        # Only Random.random() is promised to stay the same in every Python version.
        writer.writerows(_rows(client, random.Random(20261116 + number).random))
    return out.getvalue()


def _rows(client: Client, roll: Roll) -> Iterator[Row]:
    """Yield who a client is, day by day how it felt and what they did, and the plan for today."""
    for key, text in client.person.items():
        yield {"record": "athlete", "athlete": client.name, "key": key, "value": text}
    yield {"record": "group", "athlete": client.name, "key": "group", "value": client.group}
    if client.away is not None:
        why, first, last = client.away
        days = [TODAY + dt.timedelta(days=each) for each in (first, last)]
        yield {"record": "away", "athlete": client.name, "key": why, "start": f"{days[0]}", "value": f"{days[1]}"}
    since_legs = len(SORE_AFTER) - 1
    for ago in range(7 * client.weeks, -1, -1):
        day = TODAY - dt.timedelta(days=ago)
        if ago >= client.silent_days:
            yield _check_in(client, day, ago, client.measure * SORE_AFTER[since_legs], roll)
        since_legs = min(since_legs + 1, len(SORE_AFTER) - 1)
        for done in _done(client, day, ago):
            yield _session(client.name, done, day, roll)
            since_legs = 0 if done.kind == "legs" else since_legs
    if client.plan is not None and client.away is None:
        for ahead in range(1, 7):
            day = TODAY + dt.timedelta(days=ahead)
            for done in (done for done in client.week if done.weekday == day.weekday()):
                yield _session(client.name, done, day, lambda: 0.5) | {"record": "plan"}
    if client.plan is not None:
        minutes, rpe, style = client.plan
        planned = Done(TODAY.weekday(), 18, minutes, rpe, "run", style)
        yield _session(client.name, planned, TODAY, lambda: 0.5) | {"record": "plan"}


def _check_in(client: Client, day: dt.date, ago: int, usual: float, roll: Roll) -> Row:
    time = dt.datetime.combine(day, dt.time(6)) + dt.timedelta(minutes=int(50 * roll()))
    soreness = round(2 * max(0.0, usual + 2 * roll() - 1)) / 2
    sleep_h = 6.5 + round(4 * roll()) / 2
    if ago == 0:
        soreness, sleep_h = client.soreness or 0.0, client.sleep_h
    row = {"record": "check_in", "athlete": client.name, "start": f"{time:%Y-%m-%dT%H:%M}"}
    return row | {"soreness": f"{soreness:g}", "sleep_h": f"{sleep_h:g}", "flag": client.flag if ago == 0 else ""}


def _done(client: Client, day: dt.date, ago: int) -> list[Done]:
    if ago == 0:
        return []
    if ago == 1 and client.yesterday is not None:
        return [client.yesterday]
    return [done for done in client.week if done.weekday == day.weekday()]


def _session(name: str, done: Done, day: dt.date, roll: Roll) -> Row:
    """Return a session with a little of everyday irregularity; none where the roll is one half."""
    minutes = round(done.minutes * (0.95 + 0.1 * roll()))
    start = dt.datetime.combine(day, dt.time(done.hour)) + dt.timedelta(minutes=10 * round(3 * roll() - 1.5))
    row = {"record": "session", "athlete": name, "kind": done.kind, "start": f"{start:%Y-%m-%dT%H:%M}"}
    return row | {"minutes": str(minutes), "rpe": f"{done.rpe:g}", "style": done.style}
