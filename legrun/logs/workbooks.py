"""Spreadsheets of several sheets: those with the same columns are one table, and what else is a log is joined to it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from legrun.errors import LogFormatError
from legrun.logs.log import Assumption, Log, Problem, Question, Reading
from legrun.logs.mapping.shapes.told_dates import dated_by, told_by
from legrun.logs.mapping.words.sheet_names import is_part, month_of, names_no_log, names_sleep, names_sport
from legrun.logs.merging.merge import merge_logs
from legrun.logs.packages import ReadFile, ReadTable, has_date, is_empty, listed_names, may_be_a_log
from legrun.logs.reading.sheets import Group, alike, place_rows
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import clean, quoted
from legrun.logs.reading.workbook import NO_SHEET, Sheet, open_workbook

__all__ = ["SHEET", "read_sheets"]

SHEET = "sheet"  # the choice of a sheet
_ALL = "all that are logs"
_AND = f"{_ALL}, and "
# What a sheet that nobody chose must not leave open.
_OPEN = frozenset({"usual_kind", "unknown_sessions"})


@dataclass
class _Book:
    """A spreadsheet while it is read.

    Attributes
    ----------
    name : str
        Its name.
    sheets : mapping of str to Sheet
        Its sheets.
    tables : mapping of str to Table
        Those that have a header and rows.
    wanted : str
        What was chosen of them.
    read_table, read_file : callable
        Read one sheet as a table, and as the CSV that it would be saved as; or raise `LogFormatError`.
    logs : list of (Group, Log)
        What was read.
    faults : list of (Group, LogFormatError)
        What no format knows and nobody mapped, with the reason.
    """

    name: str
    sheets: Mapping[str, Sheet]
    tables: Mapping[str, Table]
    wanted: str
    read_table: ReadTable
    read_file: ReadFile
    logs: list[tuple[Group, Log]] = field(default_factory=list)
    faults: list[tuple[Group, LogFormatError]] = field(default_factory=list)

    @property
    def is_single(self) -> bool:
        """Whether one sheet was chosen."""
        return self.wanted in self.tables

    @property
    def has_better(self) -> bool:
        """Whether there is what a plan or a sheet of sums must not stand beside."""
        return bool(self.logs) or any(may_be_a_log(fault) for _, fault in self.faults)

    @property
    def read_names(self) -> list[str]:
        """The sheets that were read, in their order."""
        names = {name for group, _ in self.logs for name in group.names}
        return [name for name in self.tables if name in names]

    def groups(self) -> list[Group]:
        """Return the sheets in groups of one table each; what speaks of plans or sums stands alone, and last."""
        if self.is_single:
            return alike({self.wanted: self.tables[self.wanted]})
        done = {name: table for name, table in self.tables.items() if not names_no_log(name)}
        others = [name for name in self.tables if name not in done]
        groups = alike(done) + [group for name in others for group in alike({name: self.tables[name]})]
        return [self._with_names(group) for group in groups]

    def _with_names(self, group: Group) -> Group:
        """Return a group with what the names of its sheets tell: the month of its days, or what was done."""
        roles = set(group.table.guess.values())
        if not roles & {"date", "start", "end"}:
            months = {name: month_of(name, self.name) or told_by(name) for name in group.names}
            told = [months[sheet] for sheet, _ in group.places] or [months[group.names[0]]] * len(group.table.numbers)
            if (dated := dated_by(group.table, told, "the names of the sheets")) is not None:
                return replace(group, table=dated)
        if "sleep" not in roles and all(map(names_sleep, group.names)):
            lasting = next((label for label, role in group.table.guess.items() if role == "duration"), "")
            header = [f"Sleep {label}" if label == lasting else label for label in group.table.labels]
            return replace(group, table=replace(group.table, header=tuple(header))) if lasting else group
        if not roles & {"kind", "exercise", "sleep"} and all(map(names_sport, group.names)):
            return group.with_column("Sport", str)
        return group

    def doubtful(self, group: Group) -> bool:
        """Tell whether nothing says that sheets of the same columns are of one person."""
        if len(group.names) == 1 or self.wanted.startswith(_ALL):
            return False
        return not (all(map(is_part, group.names)) or all(is_part(name) or names_sport(name) for name in group.names))


def read_sheets(
    data: bytes, name: str, choices: Mapping[str, str], read_table: ReadTable, read_file: ReadFile, *, guess: bool
) -> Log:
    """Return the log of a spreadsheet: its sheets with the same columns as one, and other logs joined to it.

    A sheet that no format knows is read beside others as the form fills itself in where nothing is doubtful about it;
    the others are named, and can be chosen.

    Parameters
    ----------
    data : bytes
        The spreadsheet.
    name : str
        Its name.
    choices : mapping of str to str
        ``sheet`` names one sheet that is read alone.
    read_table, read_file : callable
        Read one sheet as a table, and as the CSV that it would be saved as; or raise `LogFormatError`.
    guess : bool
        Whether a sheet with dates that no format knows is read as the form fills itself in.

    Raises
    ------
    LogFormatError
        When no sheet is a log; it carries the first sheet that may be mapped by hand.
    """
    sheets = open_workbook(data)
    tables = {sheet: table for sheet, cells in sheets.items() if (table := cells.table(name)) is not None}
    if not tables:
        raise LogFormatError(NO_SHEET)
    book = _Book(name, sheets, tables, choices.get(SHEET, ""), read_table, read_file)
    asked = [question for group in book.groups() if (question := _read_group(book, group)) is not None]
    if not book.logs:
        _read_likeliest(book, guess=guess)
    _read_others(book)
    return _said(_joined(book), book, asked)


def _read_group(book: _Book, group: Group) -> Question | None:
    """Read a group that a format knows, or whose columns are mapped; ask where its sheets may be several people's."""
    if any(map(names_no_log, group.names)) and book.has_better and not _is_asked_for(book, group):
        return None
    doubtful = book.doubtful(group)
    whole, first = group, group
    if doubtful:
        (first,) = alike({group.names[0]: book.tables[group.names[0]]})
    try:
        log = book.read_table(first.table)
    except LogFormatError as error:
        # What an app writes in sections, or with lines of its own above the header, is known as its CSV is.
        with contextlib.suppress(LogFormatError):
            if len(first.names) == 1:
                book.logs.append((first, book.read_file(book.sheets[first.names[0]].csv(), book.name)))
                return None
        book.faults.append((first, error))
        return _whose(whole) if doubtful and may_be_a_log(error) else None
    book.logs.append((first, replace(log, problems=place_rows(log.problems, first.places))))
    return _whose(whole) if doubtful else None


def _whose(group: Group) -> Question:
    first, names = group.names[0], listed_names([quoted(name) for name in group.names])
    text = (
        f"{len(group.names)} sheets have the same columns: {names}. "
        "Their names do not say whether they are parts of one person's log."
    )
    readings = (
        Reading(f"only {quoted(first)}", "The other sheets are left out.", {SHEET: first}),
        Reading("all of them are one person's", f"They are joined: {names}.", {SHEET: _ALL}),
    )
    return Question(SHEET, text, readings, len(group.table.numbers))


def _read_likeliest(book: _Book, *, guess: bool) -> None:
    """Read the likeliest of what no format knows as the form fills itself in, or refuse it for the form.

    The likeliest first: what has dates and measures, then what has dates.
    """
    book.faults.sort(key=lambda pair: (not may_be_a_log(pair[1]), not has_date(pair[1])))
    group, fault = book.faults[0]
    if not guess:
        several = len(group.names) > 1
        shown = f"{listed_names([quoted(name) for name in group.names])} {'are' if several else 'is'} shown"
        which = f"Of {len(book.tables)} sheets, {shown}. " if len(book.tables) > 1 else ""
        raise LogFormatError(f"{which}{fault}", table=fault.table) from fault
    guesses = [(place, log) for place, (each, _) in enumerate(book.faults) if (log := _guessed(book, each)) is not None]
    place, log = next((pair for pair in guesses if not is_empty(pair[1])), (0, None))
    group, _ = book.faults.pop(place)
    book.logs.append((group, log or book.read_table(group.table, guess=True)))


def _guessed(book: _Book, group: Group) -> Log | None:
    try:
        log = book.read_table(group.table, guess=True)
    except LogFormatError:
        if len(group.names) > 1:
            return None
        # A title above the header may say of which week, month or person the sheet is.
        try:
            return book.read_file(book.sheets[group.names[0]].csv(), book.name, guess=True)
        except LogFormatError:
            return None
    return replace(log, problems=place_rows(log.problems, group.places))


def _read_others(book: _Book) -> None:
    """Read what is a log too: all that is not doubtful, and what was asked for."""
    left = []
    for group, fault in book.faults:
        log = _guessed(book, group) if may_be_a_log(fault) or _is_asked_for(book, group) else None
        if log is None or is_empty(log) or not (_is_asked_for(book, group) or _is_sure(group, log)):
            left.append((group, fault))
        else:
            book.logs.append((group, log))
    book.faults = left


def _is_asked_for(book: _Book, group: Group) -> bool:
    return book.wanted.startswith(_AND) and book.wanted.removeprefix(_AND) in map(quoted, group.names)


def _is_sure(group: Group, log: Log) -> bool:
    left_open = any(each.key in _OPEN for each in log.assumptions)
    return not (log.questions or left_open or any(map(names_no_log, group.names)))


def _joined(book: _Book) -> Log:
    if len(book.logs) == 1:
        return book.logs[0][1]
    logs = [replace(log, name=", ".join(group.names)) for group, log in book.logs]
    questions = tuple({question.key: question for log in logs for question in log.questions}.values())
    return replace(merge_logs(logs), name=clean(book.name), questions=questions)


def _said(log: Log, book: _Book, asked: Sequence[Question]) -> Log:
    """Return the log with a sentence on which sheets it is made of, and which were not read."""
    if len(book.tables) == 1:
        return log
    log = replace(log, questions=(*asked, *log.questions))
    read = book.read_names
    others = [name for name in book.tables if name not in read]
    options = (_ALL, *book.tables, *(f"{_AND}{quoted(name)}" for name in others if not book.is_single))
    value = read[0] if len(read) == 1 else book.wanted if book.wanted.startswith(_AND) else _ALL
    which = Assumption(SHEET, value, "; ".join(_reasons(book)), options)
    problems = log.problems
    if others:
        begin = f"Only the sheet {quoted(read[0])} was read" if len(read) == 1 else f"{len(read)} sheets were read"
        message = f"{begin}. Not read: {listed_names([quoted(name) for name in others])}."
        problems = (Problem(None, None, message), *problems)
    return replace(log, assumptions=(which, *log.assumptions), problems=problems)


def _reasons(book: _Book) -> Iterator[str]:
    if book.is_single:
        yield "chosen by you"
        return
    for group, _ in book.logs:
        names = listed_names([quoted(name) for name in group.names])
        if len(group.names) > 1:
            yield f"{names} have the same columns and were joined to one table"
        else:
            yield f"{names} is a log" if len(book.logs) > 1 else "the only sheet that is surely a log"
