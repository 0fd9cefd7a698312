"""Columns right beside a plan: how long, how hard and at what hour it is, where nothing asks for what was done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from legrun.logs.reading.table import Table
from legrun.roster.forms.days import asked_ahead
from legrun.roster.forms.role_cells import fits_role
from legrun.roster.forms.words import label_words, phrases, tells

__all__ = ["with_columns_of_plan"]

_OF_PLAN = {"done_minutes": "planned_minutes", "done_rpe": "planned_rpe"}
_OF_SESSION = (*_OF_PLAN, *_OF_PLAN.values(), "session_at", "distance", "where", "note")
_OF_CHECK_IN = frozenset({"soreness", "fatigue", "sleep", "wrong", "ill"})


def with_columns_of_plan(roles: Mapping[str, str], table: Table) -> dict[str, str]:
    """Return roles with lengths, efforts and hours of day beside a session as its own.

    An hour or a distance is of no use without a session. A length or an effort behind a plan is the plan's, unless its
    words, or another column, ask for what was done.

    Examples
    --------
    >>> table = Table(("Name", "Plan", "RPE", "Uhrzeit"), range(2, 3), [["Ana", "Legs", "9", "18:00"]])
    >>> with_columns_of_plan({"athlete": "Name", "plan": "Plan", "done_rpe": "RPE"}, table)
    {'athlete': 'Name', 'plan': 'Plan', 'planned_rpe': 'RPE', 'session_at': 'Uhrzeit'}
    """
    told = roles.keys()
    if not {"plan", "done"} & told:
        return {role: label for role, label in roles.items() if role not in ("session_at", "distance")}
    kept, labels = dict(roles), table.labels
    beside = [labels.index(kept[role]) + 1 for role in ("plan", "done") if role in kept]
    if "where" in told and not {"wrong", "ill"} & told and labels.index(kept["where"]) in beside:
        del kept["where"]  # "Details" of the session
    if "plan" in kept:
        of_plan = dict(_lengths_of_plan(kept, table))
        kept = {role: label for role, label in kept.items() if label not in of_plan.values()} | of_plan
    clock = _clock(kept, table) if "session_at" not in kept else None
    return kept if clock is None else {**kept, "session_at": clock}


def _lengths_of_plan(roles: Mapping[str, str], table: Table) -> Iterator[tuple[str, str]]:
    """Yield the roles, and the labels, of lengths and efforts that are the plan's: those that stand behind it."""
    labels, place = table.labels, table.labels.index(roles["plan"])
    near = list(_behind(place, roles, labels))
    if place and not {"done", "done_rpe"} & roles.keys():
        near.append(labels[place - 1])
    for role, planned in _OF_PLAN.items():
        free = [label for label in near if label == roles.get(role) or label not in roles.values()]
        told = (label for label in free if tells(label, role) and not (tells(label, role, "not") or _is_past(label)))
        if planned not in roles and (label := next((each for each in told if _fits(table, role, each)), None)):
            yield planned, label


def _fits(table: Table, role: str, label: str) -> bool:
    cells = [cell for cell in table.column(table.labels.index(label)) if cell]
    return bool(cells) and fits_role(role, cells)


def _behind(place: int, roles: Mapping[str, str], labels: Sequence[str]) -> Iterator[str]:
    """Yield the labels behind a session up to one that asks for something else, or for what was done."""
    of_others = {label for role, label in roles.items() if role not in _OF_SESSION}
    for label in labels[place + 1 :]:
        if label in of_others or _is_past(label):
            return
        yield label


def _is_past(label: str) -> bool:
    return asked_ahead(label).days < 0 or tells(label, "past", "days") or tells(label, "achieved", "days")


def _is_clock(label: str) -> bool:
    return label_words(label) in phrases("rows", "clock")


def _clock(roles: Mapping[str, str], table: Table) -> str | None:
    """Return the column of bare hours of day that a session has; before it, it may be when somebody answered."""
    session, labels = roles.get("plan", roles.get("done", "")), table.labels
    place, is_list = labels.index(session), not _OF_CHECK_IN & roles.keys()
    near = [*_behind(place, roles, labels), *(labels[:place] if is_list else ())]
    free = [label for label in near if label not in roles.values() and _is_clock(label)]
    return next((label for label in free if _fits(table, "session_at", label)), None)
