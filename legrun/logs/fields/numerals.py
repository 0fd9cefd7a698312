"""Numbers as people's files write them: decimal points and commas, thousands, blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

__all__ = ["Numbers", "decimal_mark", "parse_number", "parse_numbers", "roughly"]

_NUMBER = re.compile(r"[+-]?\d[\d.,]*(?:[eE][+-]?\d{1,3})?|[+-]?[.,]\d+")
_COMMA = re.compile(r"[+-]?\d+,(\d+)")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_MISSING = frozenset({"", "-", "--", "n/a", "na", "null", "none", "–", "—", "nan", "#error#"})
_GREATEST = 1e13  # nothing in a training log is larger; it keeps sums and products finite
# About 8, 8 to 9 km, 45+ min.
_ROUGH = re.compile(
    r"(about|approx\.?|ca\.?|circa|env\.?|etwa|ungef\.?|rund|~|≈)?\s*(\d{1,4}(?:[.,]\d{1,2})?)"
    r"(?:\s*(?:-|–|—|to|bis)\s*(\d{1,4}(?:[.,]\d{1,2})?))?\s*(\+)?\s*([^\W\d_]{1,12}\.?|['′])?\s*(\+)?",
    re.I,
)
_GAPS = str.maketrans("", "", " \u00a0\u202f'’")


@dataclass(frozen=True)
class Numbers:
    """The distinct texts of a column as numbers.

    Attributes
    ----------
    values : mapping of str to float or None
        Number for each text; None where it is missing or no number.
    bad : frozenset of str
        Texts that are neither a number nor a sign of a missing one.
    """

    values: Mapping[str, float | None]
    bad: frozenset[str]


def decimal_mark(texts: Iterable[str]) -> str:
    """Return the decimal mark of a column by the evidence of all its cells.

    A comma before other than three digits can only be a decimal comma; before exactly three it is taken as
    thousands, unless a cell with a decimal comma stands beside it.

    Examples
    --------
    >>> decimal_mark(["3,40", "10,005"]), decimal_mark(["1,037", "8.5"]), decimal_mark(["1.037,5"])
    (',', '.', ',')
    """
    for text in texts:
        if len(text) > 40 or "," not in text:
            continue
        if "." in text:
            return "," if text.rfind(",") > text.rfind(".") else "."
        match = _COMMA.fullmatch(text.translate(_GAPS))
        if match and len(match.group(1)) != 3:
            return ","
    return "."


def parse_number(text: str, decimal: str = ".") -> float | None:
    """Return `text` as a number of a size that a log may hold, or None.

    Parameters
    ----------
    text : str
        A cell.
    decimal : {".", ","}
        Decimal mark; the other one is read as a thousands mark.

    Examples
    --------
    >>> parse_number("1,037.5"), parse_number("8,5", ","), parse_number("NaN"), parse_number("=1+1")
    (1037.5, 8.5, None, None)
    >>> parse_number("3,40"), parse_number("1,500")
    (3.4, 1500.0)
    """
    if len(text) > 40:
        return None
    text = text.translate(_GAPS)
    if not _NUMBER.fullmatch(text):
        return None
    try:
        number = float(_plain(text, decimal))
    except ValueError:
        return None
    return number if abs(number) <= _GREATEST else None


def _plain(text: str, decimal: str) -> str:
    """Return a number's text as Python writes numbers.

    A single mark that cannot part thousands, for other than three digits follow it, is a decimal mark whatever
    the rest of the column says: 3,40 must never become 340.
    """
    grouping = "," if decimal == "." else "."
    if text.count(grouping) == 1 and decimal not in text and not _GROUPED.fullmatch(text):
        return text.replace(",", ".")
    return text.replace(grouping, "").replace(",", ".")


def roughly(text: str) -> str:
    """Return a number that is said roughly as a plain one, its unit behind it; any other text as it is.

    Examples
    --------
    >>> roughly("~8"), roughly("8-9 km"), roughly("45+ min"), roughly("1h+"), roughly("8,5"), roughly("3-1-2")
    ('8', '8.5 km', '45 min', '1 h', '8,5', '3-1-2')
    """
    match = _ROUGH.fullmatch(text.strip()[:40])
    if match is None or not (match[1] or match[3] or match[4] or match[6]):
        return text
    ends = [float(each.replace(",", ".")) for each in (match[2], match[3]) if each]
    if len(ends) > 1 and ends[0] >= ends[1]:
        return text
    return f"{sum(ends) / len(ends):g} {match[5] or ''}".strip()


def parse_numbers(texts: Iterable[str], decimal: str | None = None) -> Numbers:
    """Read the cells of one column, each distinct text once.

    Parameters
    ----------
    texts : iterable of str
        Cells.
    decimal : {".", ","}, optional
        Decimal mark, where other columns have settled it.

    Examples
    --------
    >>> numbers = parse_numbers(["8,5", "9", "", "abc"])
    >>> numbers.values["8,5"], numbers.values[""], sorted(numbers.bad)
    (8.5, None, ['abc'])
    """
    distinct = dict.fromkeys(texts)
    mark = decimal or decimal_mark(distinct)
    values = {text: parse_number(text, mark) for text in distinct}
    bad = frozenset(text for text, value in values.items() if value is None and text.strip().casefold() not in _MISSING)
    return Numbers(values, bad)
