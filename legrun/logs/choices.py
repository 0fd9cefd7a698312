"""What a person decides about a log: keys of choices, which files they hold for, and their names in words."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["LABELS", "choices_for", "is_known", "label", "scoped"]

_AT = "@"
# What holds for a person, whichever app wrote the file.
_EVERYWHERE = ("exercise:", "max_heart_rate", "merge:", "session:")

LABELS = {
    "blank_dates": "Rows without a date",
    "calendar": "Calendar of the dates",
    "check_in_time": "Hour of the check-in",
    "columns_unused": "Columns not used",
    "clock_style": "Durations such as 0:45",
    "comma_in_name": "Commas in exercise names",
    "date_column": "The column of dates",
    "date_order": "Order of day and month",
    "day_order": "Several sessions a day",
    "days_off": "Days off",
    "decimal_mark": "Decimal mark",
    "distance_unit": "Unit of distance",
    "duration_unit": "Unit of duration",
    "effort:heart_rate": "Effort from heart rate",
    "effort:legs": "Effort of leg days",
    "effort:other": "Effort of other sessions",
    "effort:rated": "Effort from rated sets",
    "effort:run": "Effort of runs",
    "effort:upper": "Effort of upper-body days",
    "effort:walk": "Effort of walks",
    "effort:words": "Efforts in words",
    "effort_scale": "Scale of the efforts",
    "empty_sets": "Sets not done",
    "encoding": "Encoding of the text",
    "max_heart_rate": "Highest heart rate",
    "metres": "Distances in metres",
    "missing_durations": "Missing durations",
    "workouts_by_day": "Workouts a day",
    "mixed_sessions": "Mixed workouts",
    "naps": "Naps",
    "no_training": "Rows that are no training",
    "set_clocks": "Clocks of single sets",
    "set_column": "The column of sets",
    "sets_a_row": "Sets of each row",
    "unknown_sessions": "Sessions of which nothing is known",
    "no_work": "Stretching and mobility",
    "note_rows": "Rows with notes",
    "planned_rows": "Planned rows",
    "rest_rows": "Rest timers",
    "runs_inside": "Runs inside workouts",
    "sheet": "Sheet",
    "sleep_unit": "Unit of sleep",
    "soreness_scale": "Scale of soreness",
    "starts": "Starts worked out",
    "strength_by_title": "Strength work by its title",
    "strength_kind": "Other strength work",
    "time_of_day": "Hour of the workouts",
    "time_zone": "Time zone",
    "usual_kind": "What the sessions were",
    "warm_up_sets": "Warm-up sets",
    "weight_unit": "Unit of weight",
    "workout_feel": "How you felt",
}
_BEFORE = {"activity": "Sport", "clock": "Clock of", "set_type": "Set type"}


def scoped(key: str, scope: str) -> str:
    """Return a choice's key for one sort of file; what holds for a person stays as it is.

    Examples
    --------
    >>> scoped("weight_unit", "Strong"), scoped("exercise:Zorp", "Strong")
    ('weight_unit@Strong', 'exercise:Zorp')
    """
    return key if not scope or key.startswith(_EVERYWHERE) else f"{key}{_AT}{scope}"


def choices_for(scope: str, choices: Mapping[str, str]) -> dict[str, str]:
    """Return the choices that hold for one sort of file, by their bare keys.

    Examples
    --------
    >>> choices_for("Garmin", {"distance_unit": "km", "distance_unit@Garmin": "mi", "weight_unit@Strong": "lb"})
    {'distance_unit': 'mi', 'weight_unit@Strong': 'lb'}
    """
    everywhere, own = {}, {}
    for key, chosen in choices.items():
        bare, at, given = str(key).rpartition(_AT)
        if at and given == scope:
            own[bare] = str(chosen)
        elif not (at and key.startswith("map:")):  # names in a key may hold the sign; roles of columns do not
            everywhere[str(key)] = str(chosen)
    return everywhere | own


def is_known(key: str) -> bool:
    """Return whether anything may ask for a choice; one that names an exercise or a column always may.

    Examples
    --------
    >>> is_known("weight_unit@Strong"), is_known("exercise:Zorp"), is_known("wieght_unit")
    (True, True, False)
    """
    return ":" in key or key.partition(_AT)[0] in LABELS


def label(key: str) -> str:
    """Return what a choice is about, in words.

    Examples
    --------
    >>> label("effort:legs"), label("activity:Kajak"), label("exercise:Zorp")
    ('Effort of leg days', 'Sport: Kajak', 'Zorp')
    """
    if key in LABELS:
        return LABELS[key]
    kind, _, rest = key.partition(":")
    if kind in _BEFORE:
        return f"{_BEFORE[kind]}: {rest}"
    return rest or key.replace("_", " ").capitalize()
