"""Answers of a form, and sheets that a coach keeps, as rows of a roster.

An answer counts for the day on which it was sent; a column for the day wins, unless it lies ahead of the answer. Of two
answers of one person on one day the later one counts; what it leaves empty stays as the earlier one has it. A plan
without a clock is the day's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from legrun.logs.fields.dates import Order
from legrun.logs.fields.judged_words import Quality
from legrun.logs.fields.ratings import Ratings
from legrun.logs.fields.scales import SCALES, Scale
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import clean
from legrun.roster.forms.complaints import may_complain
from legrun.roster.forms.decisions import Decided, LegDays
from legrun.roster.forms.parts import SORENESS
from legrun.roster.forms.roles import ROLES, TELLING, guess_roles, sample
from legrun.roster.forms.rows import FormRows
from legrun.roster.forms.shaped import VALUE, Shaped
from legrun.roster.forms.shapes import shape
from legrun.roster.sheet import Sheet, sheet_of_rows

__all__ = ["FORM", "OF_ITS_WEEK", "RULES", "Form", "choice_key", "quality_of"]

SCALE = "_scale"
FORM = "form:"  # what keys of decisions about forms begin with
OF_ITS_WEEK = "form:week@"  # the decision that is of one file alone: next week's sheet has the same columns

RULES = (
    "An answer counts for the day it was sent, or for the day that it names, unless that lies ahead of it. Of two "
    "answers of one person on one day the later counts; what it leaves empty stays as it was. A check-in without a "
    "clock is a morning's, 07:00; a session without one was at 18:00. Of a range, 30-40 min or effort 6-7, the greater "
    "counts."
)


def choice_key(table: Table, name: str) -> str:
    """Return the key under which a decision about such tables is kept.

    `name` is a role, "value", "week", "order" of day and month, a scale ("soreness_scale"), "sorest": which of several
    columns of soreness count, or "person": whose a sheet without names is.
    """
    return f"{FORM}{name}@{table.signature}"


@dataclass(frozen=True, eq=False)
class Form:
    """A form's answers, or a coach's sheet, as they are read.

    Attributes
    ----------
    table : Table
        The file.
    shaped : Shaped
        The same with a row for each athlete and day.
    roles : mapping of str to str
        The label of the column that has each role.
    scales : mapping of str to Ratings
        How ratings are read: "soreness" and "effort", where there are any, and "soreness of LABEL" for a column of
        soreness on a scale of its own.
    sheet : Sheet
        Its rows of a roster.
    missing : tuple of str
        What must be said before anything can be read: "athlete", "day", "week", "answers" or "order".
    texts : mapping of str to list of str
        The cells of every scale.
    open_order : (str, str, str) or None
        A date of which day and month may be either, and both readings.
    unused : tuple of str
        Labels of columns that hold something and are not read.
    aside : tuple of str
        Labels of columns that rate the soreness of more than the legs, beside others that rate the legs.
    sorer_aside : str
        An answer that is sorer by one of those, in its words; empty where none is, or it was said which count.
    """

    table: Table
    shaped: Shaped
    roles: Mapping[str, str]
    scales: Mapping[str, Ratings]
    sheet: Sheet
    missing: tuple[str, ...] = ()
    texts: Mapping[str, list[str]] = field(default_factory=dict, repr=False)
    open_order: tuple[str, str, str] | None = None
    unused: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    sorer_aside: str = ""

    @classmethod
    def of(
        cls,
        table: Table,
        choices: Mapping[str, str] | None = None,
        leg_days: Callable[[], LegDays] = dict,
        *,
        tz: str | None = None,
        now: dt.datetime | None = None,
    ) -> Form:
        r"""Return a table as a form.

        Parameters
        ----------
        table : Table
            A file that no app wrote.
        choices : mapping of str to str, optional
            What was decided about such tables, by `choice_key`.
        leg_days : callable, optional
            Returns the days with a leg day by the person's name as it is compared, from other files.
        tz : str, optional
            The coach's time zone, for timestamps with an offset.
        now : datetime.datetime, optional
            When it is read: where day and month may be either, no answer is of a day to come.

        Examples
        --------
        >>> from legrun.logs.reading.table import read_table
        >>> form = Form.of(read_table(
        ...     "Timestamp,Your name,\"Soreness (1 = very sore, 5 = not sore)\",Plan\n"
        ...     "11/23/2026 6:10:12,Ana,1,Easy 40 min\n"
        ... ))
        >>> form.missing, form.scales["soreness"].scale.name
        ((), '1-5, 5 = least')
        >>> [form.sheet.texts(name, [0])[0] for name in ("record", "athlete", "start", "soreness")]
        ['check_in', 'Ana', '2026-11-23T06:10:12', '10']
        """
        said = choices or {}
        week = _date(said.get(choice_key(table, "week"), ""))
        decided = _decided(table, said, tz, now)
        shaped = shape(table, week, None if now is None else now.date(), decided.order)
        roles = _roles(table, shaped, said)
        reader = FormRows(shaped, roles, decided)
        missing = _missing(reader, is_named="athlete" in roles or bool(decided.person))
        rows = [] if missing else reader.rows(leg_days)
        numbers = [int(row.pop("#")) for row in rows]
        sheet = sheet_of_rows(rows, table.name, numbers, (*shaped.table.problems, *reader.problems))
        return cls(
            table, shaped, roles, reader.scales, sheet, missing, reader.texts, reader.open_order,
            _unused(shaped, (*_read_labels(roles), *reader.sore.labels, *reader.further)), reader.sore.aside,
            reader.sorer_aside,
        )  # fmt: skip

    @cached_property
    def unread_complaints(self) -> tuple[str, ...]:
        """Columns that are not used though some of their cells name a red flag, an illness, or say yes to something."""
        columns = {label: sample(self.shaped.table, self.shaped.table.labels.index(label)) for label in self.unused}
        return tuple(label for label, cells in columns.items() if any(map(may_complain, cells)))

    @property
    def questions(self) -> dict[str, str]:
        """What must be decided about scales before their ratings count, with every reading of real answers."""
        return {
            name: ratings.question(self.texts[name]) for name, ratings in self.scales.items() if not ratings.settled
        }

    def scale_label(self, name: str) -> str:
        """Return the column that has a scale, the first one of several."""
        role = "done_rpe" if name == "effort" else "soreness"
        return name.removeprefix(f"{SORENESS} of ") if name not in SCALES else self.roles.get(role, name)

    def scale_options(self, name: str) -> tuple[Scale, ...]:
        """Return the scales to choose from, the likeliest first."""
        ratings, quality = self.scales[name], quality_of(name)
        likely = (ratings.scale,) if ratings.scale is not None else ratings.readings
        others = (Scale.named(name, quality) for name in SCALES[quality])
        return tuple(dict.fromkeys(scale for scale in (*likely, *others) if scale is not None))


def quality_of(name: str) -> Quality:
    """Return what a scale rates, by its name."""
    return "effort" if name == "effort" else "soreness"


def _decided(table: Table, said: Mapping[str, str], tz: str | None, now: dt.datetime | None) -> Decided:
    """Return what a person said of such tables, with who reads them and when."""
    orders: dict[str, Order] = {"dmy": "dmy", "mdy": "mdy"}
    return Decided(
        scales=_scales(table, said),
        person=clean(said.get(choice_key(table, "person"), "")),
        order=orders.get(said.get(choice_key(table, "order"), "")),
        tz=tz,
        now=now,
        sorest=said.get(choice_key(table, "sorest"), ""),
    )


def _missing(reader: FormRows, *, is_named: bool) -> tuple[str, ...]:
    """Return what must be said before anything can be read."""
    there = {
        "athlete": is_named,
        "day": bool({"time", "date"} & reader.roles.keys()),
        "week": not reader.shaped.needs_week,
        "answers": bool(reader.roles.keys() & set(TELLING)),
        "order": reader.open_order is None,
    }
    return tuple(name for name, is_there in there.items() if not is_there)


def _scales(table: Table, choices: Mapping[str, str]) -> dict[str, str]:
    """Return the scales that a person chose for such tables, by their names."""
    end = choice_key(table, "")[len(FORM) :]
    keys = {key: key.removeprefix(FORM).removesuffix(end) for key in choices if key.endswith(end)}
    return {name.removesuffix(SCALE): choices[key] for key, name in keys.items() if name.endswith(SCALE)}


def _read_labels(roles: Mapping[str, str]) -> list[str]:
    """Return the columns that are read whole; of a comment only what is grave is."""
    return [label for role, label in roles.items() if role != "note"]


def _unused(shaped: Shaped, used: Collection[str]) -> tuple[str, ...]:
    """Return the columns that hold something and are not read, so that nothing is left out in silence."""
    labels = shaped.table.labels
    return tuple(label for place, label in enumerate(labels) if label not in used and any(sample(shaped.table, place)))


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _roles(table: Table, shaped: Shaped, choices: Mapping[str, str]) -> dict[str, str]:
    """Return what was decided about the columns, else the best guess."""
    labels = shaped.table.labels
    if shaped.shape in ("by date", "by athlete"):
        value = choices.get(choice_key(table, "value")) or shaped.value
        told = {value: VALUE} if value else {}
        return {"date": labels[0], **({"athlete": labels[1]} if shaped.has_names else {}), **told}
    guess = guess_roles(shaped.table)
    chosen = {role: choices[key] for role in ROLES if (key := choice_key(table, role)) in choices}
    by_name = {role: label for role, label in {**guess, **chosen}.items() if label in labels and role in ROLES}
    # A column that was given another role is no longer what it was guessed to be.
    given = {label for role, label in chosen.items() if label}
    return {role: label for role, label in by_name.items() if role in chosen or label not in given}
