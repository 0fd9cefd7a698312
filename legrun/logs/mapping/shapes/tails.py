"""What stands below a log in the same table: sums by sport or month, with a header of their own and no dates."""

from __future__ import annotations

from collections.abc import Sequence

from legrun.logs.fields.dates import parse_moments
from legrun.logs.log import Problem
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.reading.table import Table
from legrun.wording.rounding import counted

__all__ = ["without_sums_below"]

_LEAST = 2
_MOST = 0.7


def without_sums_below(table: Table) -> Table | None:
    """Return a table that ends where a header without a day begins another table, or None where none does.

    Examples
    --------
    >>> rows = [["2026-03-02", "40"], ["2026-03-04", "60"], ["Sport", "Min"], ["Run", "40"], ["Legs", "60"]]
    >>> without_sums_below(Table(("Date", "Min"), [2, 3, 5, 6, 7], rows)).rows
    [['2026-03-02', '40'], ['2026-03-04', '60']]
    """
    dated = next((at for at, name in enumerate(table.header) if _is_date(name)), None)
    if dated is None:
        return None
    texts = table.column(dated)
    if not texts or parse_moments(texts[-1:]).values[texts[-1]] is not None:
        return None
    days = parse_moments(texts).values
    told = [days[text] is not None for text in texts]
    rows, numbers = table.rows, list(table.numbers)
    # What stands below has no days.
    after = next((at + 1 for at in reversed(range(len(told))) if told[at]), len(rows))
    start = next((at for at in range(after, len(rows)) if _is_apart(table, at) and _names_columns(rows[at])), None)
    if start is None or sum(told) < _MOST * sum(any(map(str.strip, row)) for row in rows[:start]):
        return None
    left = counted(len(rows) - start, "row")
    said = Problem(numbers[start], None, f"Another table without days begins here; its {left} were left out.")
    return rebuilt(
        Table(table.header, numbers, rows, None, table.delimiter, table.encoding, table.name, (*table.problems, said)),
        table.header, numbers[:start], rows[:start], "",
    )  # fmt: skip


def _names_columns(row: Sequence[str]) -> bool:
    """Return whether a row holds words alone, and some of them name columns, none of them a day's."""
    told = [cell.strip() for cell in row if cell.strip()]
    if len(told) < _LEAST or any(any(map(str.isdigit, cell)) for cell in told):
        return False
    named = [cell for cell in told if any(words.score(header_words(cell)) > 0 for words in role_words().values())]
    return len(named) >= _LEAST


def _is_apart(table: Table, at: int) -> bool:
    """Return whether a blank line parts a row from the one above it."""
    numbers = table.numbers
    return numbers[at] - numbers[at - 1] > 1 or not any(cell.strip() for cell in table.row(at - 1))


def _is_date(name: str) -> bool:
    return role_words()["date"].score(header_words(name)) > 0
