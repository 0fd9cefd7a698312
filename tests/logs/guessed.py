"""What a guessed table gives, short enough to compare."""

from __future__ import annotations

from legrun.logs import Log, read_log
from tests.logs.sound import check

__all__ = ["guessed", "nights", "rated_sessions", "sessions"]


def guessed(text: str, tz: str | None = None, **choices: str) -> Log:
    """Read a table as the mapping form fills itself in."""
    log = read_log(text, "table.csv", tz=tz, choices=choices, guess=True)
    check(log)
    return log


def sessions(text: str, tz: str | None = None, **choices: str) -> list[str]:
    """Return each session as `kind day hour minutes km sets`; what is estimated of hour or minutes has a ~."""
    lines = []
    for each in guessed(text, tz, **choices).sessions:
        hour = f"{each.start:%d %H:%M}" if "start" not in each.estimated else f"{each.start:%d}"
        parts = [each.kind, hour, f"{'~' if 'minutes' in each.estimated else ''}{each.minutes:.0f}min"]
        if each.distance_km:
            parts.append(f"{each.distance_km:.2f}km")
        if each.hard_sets is not None:
            parts.append(f"{each.hard_sets:g}sets")
        lines.append(" ".join(parts))
    return lines


def rated_sessions(text: str) -> list[str]:
    """Return each session as `sessions` does, with the effort behind it where it was rated."""
    rated = ["" if "rpe" in each.estimated else f" r{each.rpe:.3g}" for each in guessed(text).sessions]
    return [f"{each}{effort}" for each, effort in zip(sessions(text), rated, strict=True)]


def nights(text: str, tz: str | None = None) -> dict[int, float]:
    """Return the hours of each night by the day of the month on which it ended."""
    return {day.day: round(hours, 2) for day, hours in guessed(text, tz).sleep_h.items()}
