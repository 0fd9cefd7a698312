"""What the columns of an unknown table probably hold, by their names and their cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from legrun.logs.fields.repetitions import says_sets
from legrun.logs.mapping.columns.clocks import clock_sense, hour_sense, sound_paces
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.columns.doubts import Doubt, Guess
from legrun.logs.mapping.columns.fitting import (
    bed_clock,
    beyond_ratings,
    clock_of_a_night,
    counts_no_hours,
    date_bonus,
    files_exercises,
    is_date,
    is_done,
    is_rating,
    is_reps,
    is_set,
    is_sport_number,
    names_end,
    names_exercises,
    names_kinds,
    names_legs,
    numbered_twin,
    rates_legs,
    rates_sleep,
    warm_up,
)
from legrun.logs.mapping.columns.sleep_columns import night_roles
from legrun.logs.mapping.words.vocabulary import is_planned, role_words
from legrun.logs.mapping.words.word_lists import listed
from legrun.logs.reading.table import Table
from legrun.logs.strength.titles import strength_kind

__all__ = ["ROLES", "guess_columns", "guess_roles"]

ROLES = (
    "start", "date", "time", "end", "duration", "elapsed", "kind", "name", "distance", "hr", "rpe", "soreness", "sleep",
    "exercise", "sets", "set_type", "reps", "weight", "workout", "done",
)  # fmt: skip

_EMPTY = 50.0  # what a column without cells is worth less
_BY_CELLS = 30.0  # what cells that name activities are worth
_IF_PLANNED = 5.0
_DONE = frozenset(listed("done")) | {"did", "gemacht", "fait"}
_LOAD = frozenset({"load", "charge", "carga", "carico", "belastung"})
_STONES = frozenset({"st", "stone", "stones"})
_LEAST = 5.0  # a header below it is used where nothing else fits, and that is said


def guess_roles(table: Table) -> dict[str, str]:
    """Return the probable role of each column, by its label; columns without one are left out.

    Examples
    --------
    >>> table = Table(("Day", "What", "Mins", "RPE"), range(2, 4), [["2026-03-03", "Legs", "60", "8"]] * 2)
    >>> guess_roles(table)
    {'Day': 'date', 'What': 'kind', 'Mins': 'duration', 'RPE': 'rpe'}
    """
    return guess_columns(table).roles


def guess_columns(table: Table) -> Guess:
    """Return the probable role of each column, and what is doubtful about it.

    Examples
    --------
    >>> rows = [["2026-03-09", "2026-03-02", "Run"], ["2026-03-09", "2026-03-04", "Run"]]
    >>> guess_columns(Table(("Submitted", "Date", "Sport"), range(2, 4), rows)).roles
    {'Date': 'date', 'Sport': 'kind'}
    """
    if "guess" not in table.looked_at:
        table.looked_at["guess"] = _guess_columns(table)
    guess: Guess = table.looked_at["guess"]
    return guess


def _guess_columns(table: Table) -> Guess:
    guesser = _Guesser(columns_of(table))
    guesser.place_times()
    guesser.place_measures()
    guesser.place_words()
    roles = night_roles(guesser.columns, guesser.places)
    by_label = {table.labels[place]: role for role, place in sorted(roles.items(), key=lambda pair: pair[1])}
    return Guess(by_label, tuple(each for each in guesser.doubts if by_label.get(each.column) == each.role))


def _is_end(column: Column) -> bool:
    """Tell when a session ended, where no start stands beside it, from a finish time of a race."""
    return clock_sense(column, (), lasting=False) == "clock" and not role_words()["duration"].score(column.words)


def _may_end(column: Column, *, clocked: bool) -> bool:
    """Tell a clock at which a session may have ended: beside its start, or of its own."""
    return column.is_clock and (clocked or _is_end(column)) and not clock_of_a_night(column)


def _surely_lasts(column: Column) -> bool:
    """Tell a column of times that can be no hours of the day: numbers, or 0:40:12 below each other."""
    return not column.is_clock or clock_sense(column, (), lasting=False) == "duration"


def _same_days(one: Column, other: Column) -> bool:
    """Tell whether two columns of dates name the same day in each row, as a start and its day do."""
    pairs = [
        (one.moments.values.get(a), other.moments.values.get(b)) for a, b in zip(one.cells, other.cells, strict=True)
    ]
    days = [(first.date(), second.date()) for first, second in pairs if first is not None and second is not None]
    return bool(days) and all(first == second for first, second in days)


def _says_what_was_lifted(column: Column) -> bool:
    """Tell texts that name the part of the body, “Nogi”, whatever their header is called."""
    named = column.is_text and not is_planned(column.words) and not role_words()["name"].excludes(column.words)
    return named and any(strength_kind(text) in ("legs", "upper") for text in column.distinct)


def _column(ranked: tuple[float, Column]) -> Column:
    return ranked[1]


def _may_be_clock(column: Column) -> bool:
    """Tell a column of clocks from one of lengths that were planned, "Planned time 0:45", or slept."""
    asleep = role_words()["sleep"].score(column.words) > 0  # "Uyku (saat)" is sleep in hours, not the hour
    other = asleep or clock_of_a_night(column) or counts_no_hours(column) or is_planned(column.words)
    return (column.is_clock or column.is_hour) and not other


class _Guesser:
    """Gives columns their roles one after the other; a column that has one is taken."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.places: dict[str, int] = {}
        self.doubts: list[Doubt] = []

    def free(self) -> list[Column]:
        taken = set(self.places.values())
        return [column for column in self.columns if column.place not in taken]

    def ranked(
        self, role: str, fits: Callable[[Column], bool], bonus: Callable[[Column], float] = lambda column: 0.0
    ) -> list[tuple[float, Column]]:
        """Return the columns that may have a role, the likeliest first."""
        words = role_words()[role]
        scored: list[tuple[float, Column]] = []
        for column in self.free():
            named = words.score(column.words)
            if named and not column.sample:
                scored.append((max(named - _EMPTY, 0.5), column))
            elif column.sample and fits(column) and (score := named + bonus(column)) > 0:
                scored.append((score, column))
        return sorted(scored, key=lambda pair: (-pair[0], pair[1].place))

    def give(self, role: str, ranked: Iterable[tuple[float, Column]]) -> Column | None:
        best = next(iter(ranked), None)
        if best is None:
            return None
        self.places[role] = best[1].place
        return best[1]

    def named(self, role: str, fits: Callable[[Column], bool]) -> Column | None:
        return self.give(role, self.ranked(role, fits))

    def place_times(self) -> None:
        """Find the date, with its clock or beside it, and the end."""
        candidates = [(score, column) for score, column in self.ranked("date", is_date, date_bonus) if column.sample]
        chosen = candidates[0][1] if candidates else None
        if chosen is not None:
            role = "date" if not chosen.has_clock else "end" if names_end(chosen) else "start"
            self.places[role] = chosen.place
            self._doubt_dates(candidates)
        if chosen is not None and not chosen.has_clock:
            self._place_clock()
        if "end" not in self.places:
            clocked = bool({"start", "time"} & self.places.keys())
            self.named("end", lambda column: column.has_clock or _may_end(column, clocked=clocked))

    def _doubt_dates(self, candidates: list[tuple[float, Column]]) -> None:
        score, chosen = candidates[0]
        for other_score, other in candidates[1:]:
            if _same_days(chosen, other):
                continue
            if score - other_score < 2.0 and other.sample != chosen.sample and other_score >= _LEAST:
                reason = "both columns hold dates, and their names do not say which is the workout's"
                self.doubts.append(Doubt(next(iter(self.places)), chosen.label, other.label, reason))
                return

    def _place_clock(self) -> None:
        distances = [column for column in self.columns if role_words()["distance"].score(column.words)]
        lasting = [
            column
            for column in self.free()
            if role_words()["duration"].score(column.words)
            and column.is_duration
            and _surely_lasts(column)
            and not is_planned(column.words)
        ]
        for _, column in self.ranked("time", _may_be_clock):
            if column.is_clock:
                sense = clock_sense(column, distances, any(other is not column for other in lasting))
            else:
                sense = hour_sense(column, any(other is not column for other in lasting))
            if sense != "duration":
                self.places["time"] = column.place
            if sense == "either":
                reason = "its cells may be the hour of the workout or how long it lasted"
                self.doubts.append(Doubt("time", column.label, "duration", reason))
            if "time" in self.places:
                return

    def place_measures(self) -> None:
        """Find what is counted and rated."""
        self.give("soreness", self._soreness())
        self.named("sleep", lambda column: column.is_night and not rates_sleep(column) and not bed_clock(column))
        self.give("rpe", self.ranked("rpe", is_rating, beyond_ratings))
        self.named("hr", lambda column: column.is_measure)
        self.named("done", is_done)
        self.named("set_type", lambda column: column.set_words >= 0.5 or (warm_up(column) and column.is_flag))
        self.named("reps", lambda column: is_reps(column))
        self.named("sets", is_set)
        self.named("weight", lambda column: column.is_measure)
        self.named("distance", lambda column: column.is_distance)
        self.give("duration", self._durations())
        self._place_by_units()
        self._place_unnamed()
        if "duration" in self.places:
            self.named("elapsed", lambda column: column.is_duration and not column.is_flag)

    def _soreness(self) -> list[tuple[float, Column]]:
        """Return the columns that may rate soreness: those of the legs before those of all the body."""
        named = self.ranked("soreness", lambda column: column.is_number or column.is_soreness)
        of_legs = [pair for pair in named if names_legs(pair[1])]
        rated = [(1.0, column) for column in self.free() if rates_legs(column) and column not in map(_column, named)]
        return [*of_legs, *rated, *(pair for pair in named if pair not in of_legs)]

    def _durations(self) -> list[tuple[float, Column]]:
        durations = self.ranked("duration", lambda column: column.is_duration and not column.is_flag)
        clocked = "time" in self.places or "start" in self.places
        distances = [column for column in self.columns if role_words()["distance"].score(column.words)]
        return [
            (score, column)
            for score, column in durations
            if clocked or not column.is_clock or clock_sense(column, distances, lasting=False) != "clock"
        ]

    def _place_by_units(self) -> None:
        """Find by their cells what no header named: 7 km, 40 min, 5x5."""
        looks: tuple[tuple[str, Callable[[Column], bool]], ...] = (
            ("distance", lambda column: column.names_distances),
            ("duration", lambda column: column.names_lengths),
            ("reps", lambda column: (column.is_repetitions or column.counts_sets) and column.mostly(says_sets, 0.5)),
        )
        for role, fits in looks:
            words = role_words()[role]
            fitting = [column for column in self.free() if fits(column) and not words.excludes(column.words)]
            fitting.sort(key=lambda column: words.doubts(column.words))
            if role not in self.places and fitting and not words.doubts(fitting[0].words):
                self.places[role] = fitting[0].place

    def _place_unnamed(self) -> None:
        """Find time and distance in a file without a header: clocks that can be no hour, numbers that give a pace."""
        unnamed = [column for column in self.free() if not column.words and column.sample]
        lasting = [column for column in unnamed if column.is_clock and clock_sense(column, (), False) == "duration"]
        if "duration" in self.places or len(lasting) != 1:
            return
        self.places["duration"] = lasting[0].place
        covering = [column for column in unnamed if column.is_number and sound_paces(lasting[0], column)]
        if "distance" not in self.places and len(covering) == 1:
            self.places["distance"] = covering[0].place

    def place_words(self) -> None:
        """Find what the rows are called."""
        if self._is_of_the_body():
            del self.places["weight"]
        sets = bool({"reps", "sets", "weight"} & self.places.keys()) and not self._is_load_of_sessions()
        self.give(
            "exercise",
            self.ranked(
                "exercise",
                lambda column: column.is_text and (sets or column.activities < 0.7 or column.exercises >= 0.7),
                lambda column: 2 * _BY_CELLS * column.exercises if sets and names_exercises(column) else 0.0,
            ),
        )
        if "exercise" not in self.places:
            self.give("exercise", self._unnamed_exercises())
        self._drop_set_roles()
        used = [self.columns[place].words for place in self.places.values()]
        self.give(
            "kind",
            self.ranked(
                "kind",
                lambda column: column.is_text and column.set_words < 0.8 and not numbered_twin(column, used),
                # “Planned: run” beside “Done: legs instead” is what was meant to be done.
                lambda column: (
                    (_IF_PLANNED if is_planned(column.words) else _BY_CELLS) * names_kinds(column)
                    + _BY_CELLS * self._is_done_of_plan(column)
                ),
            ),
        )
        if "kind" not in self.places:
            self.named("kind", is_sport_number)
        if "kind" not in self.places and "exercise" in self.places:
            self.give("kind", [(1.0, column) for column in self.free() if files_exercises(column)])
        if "exercise" in self.places:
            self.named("workout", lambda column: len(column.distinct) < max(len(column.sample), 2))
        self.named("name", lambda column: column.is_text)
        if "name" not in self.places and "kind" in self.places:
            self.give("name", [(1.0, column) for column in self.free() if _says_what_was_lifted(column)])

    def _is_done_of_plan(self, column: Column) -> bool:
        """Tell the texts of what was done, “Done” or “Actual session”, beside those of what was planned."""
        return bool(column.words and column.words[0] in _DONE) and any(
            is_planned(other.words) and other.is_text for other in self.columns
        )

    def _is_of_the_body(self) -> bool:
        """Tell body weights: beside lengths of sessions, without repetitions, sets or exercises, and in stones."""
        if "weight" not in self.places or {"reps", "sets"} & self.places.keys():
            return False
        exercises = any(role_words()["exercise"].score(column.words) > 0 for column in self.free())
        stones = bool(_STONES & set(self.columns[self.places["weight"]].words))
        return stones or ("duration" in self.places and not exercises)

    def _is_load_of_sessions(self) -> bool:
        """Tell minutes x effort from a weight: “Load” beside durations, without repetitions or sets."""
        words = self.columns[self.places["weight"]].words if "weight" in self.places else ()
        return bool(_LOAD & set(words)) and "duration" in self.places and not {"reps", "sets"} & self.places.keys()

    def _unnamed_exercises(self) -> list[tuple[float, Column]]:
        # “Run, legs, run” names activities; “squat, leg press” exercises, of which each is strength work.
        free = [
            column
            for column in self.free()
            if column.is_text and not column.words and column.exercises >= (0.9 if column.activities >= 0.9 else 0.5)
        ]
        return [(column.exercises, column) for column in free]

    def _drop_set_roles(self) -> None:
        if "exercise" not in self.places:
            for role in ("sets", "set_type", "reps", "weight"):
                self.places.pop(role, None)
