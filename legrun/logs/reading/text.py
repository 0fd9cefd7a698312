"""Text from strangers' files, made fit to show, and words made fit to compare."""

from __future__ import annotations

import re
import sys
import unicodedata
from html.entities import name2codepoint

__all__ = ["clean", "fold", "header_key", "in_plain_digits", "names_of_signs", "quoted", "repaired", "without_entities"]

LONGEST_NAME = 80  # characters of a workout's or an exercise's name that are kept
LONGEST_QUOTE = 40  # characters of a cell that are shown in a message

_TAG = re.compile(r"<[^<>]*>")
_NOT_WORD = re.compile(r"[\W_]+")
# Cc and Cs never belong in a name; Cf holds the bidi controls and zero-width characters that disguise one.
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Letters that do not come apart into a plain one and an accent.
_PLAIN = str.maketrans(
    {"ß": "ss", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
)
# Digits of Arabic, Persian and Indian scripts, with their marks of decimals and thousands.
_OTHER_DIGITS = re.compile(r"[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]")
_DIGITS = str.maketrans(
    {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0x966, 0x9E6) for digit in range(10)}
    | {"\u066b": ".", "\u066c": ""}
)
_ENTITY = re.compile(r"&(?:#(\d{2,7})|#x([0-9a-f]{2,6})|([a-z]{2,8}\d?));", re.I)
# A letter of Latin scripts whose two bytes were read as two signs; the second is none that stands behind a letter.
_MANGLED = re.compile(
    "[\u00c3\u00c4\u00c5\u00c2][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_MARKS_OF_TABLES = frozenset('",;|')
_JOINERS = "\u200d\ufe0f"  # zero-width joiner and variation selector: emoji are made of them


def clean(text: str, longest: int = LONGEST_NAME) -> str:
    r"""Return `text` on one line, without control and bidi characters, cut to a sane length.

    Parameters
    ----------
    text : str
        Anything that a cell may hold.
    longest : int
        Longest result. [characters]

    Examples
    --------
    >>> clean("  Leg\n day\u202e ")
    'Leg day'
    >>> clean("x" * 100, longest=5)
    'xxxx…'
    """
    head = text[: 4 * longest]
    if not (head.isascii() and head.isprintable()):
        head = "".join(_keep(character) for character in head)
    head = " ".join(head.split())
    if len(head) > longest or len(text) > 4 * longest:
        return head[: longest - 1].rstrip() + "…"
    return head


def _keep(character: str) -> str:
    if character in _JOINERS:
        return character
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in _UNWANTED else character


def quoted(text: str) -> str:
    """Return a cell as a message shows it.

    Examples
    --------
    >>> quoted("12;x")
    '“12;x”'
    """
    return f"“{clean(text, LONGEST_QUOTE)}”"


def fold(text: str) -> str:
    """Return `text` as bare words: small letters, no accents, no punctuation.

    Accents go because a spreadsheet that saves a file again often strips them.

    Examples
    --------
    >>> fold("Agachamento Búlgaro (Barra)")
    'agachamento bulgaro barra'
    """
    # Far longer than any name; bounds the work on a hostile cell.
    text = text[:400]
    if not text.isascii():
        text = text.translate(_PLAIN)
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def in_plain_digits(text: str) -> str:
    """Return a text with the digits, decimal and thousands marks of Arabic, Persian and Indian scripts as 0 to 9.

    Examples
    --------
    >>> in_plain_digits("٨٫٢ كم"), in_plain_digits("8.2 km")
    ('8.2 كم', '8.2 km')
    """
    return text if text.isascii() or not _OTHER_DIGITS.search(text) else text.translate(_DIGITS)


def without_entities(text: str) -> str:
    """Return a text with the signs that HTML writes as names or numbers, but for those that part or quote cells.

    Examples
    --------
    >>> without_entities("Unterk&ouml;rper &#38; Po, 5&quot;")
    'Unterkörper & Po, 5&quot;'
    """
    return _ENTITY.sub(_sign, text) if "&" in text else text


def repaired(text: str) -> str:
    """Return a text with its letters where their bytes were read as Windows-1252: “UnterkÃ¶rper” is “Unterkörper”.

    Examples
    --------
    >>> repaired("LÃ¤ufe, Séance, Ångström")
    'Läufe, Séance, Ångström'
    """
    return _MANGLED.sub(_mended, text) if not text.isascii() else text


def _mended(match: re.Match[str]) -> str:
    try:
        return match[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match[0]


def _sign(match: re.Match[str]) -> str:
    number, sixteens, name = match.groups()
    code = int(number) if number else int(sixteens, 16) if sixteens else name2codepoint.get(name, 0)
    sign = chr(code) if 0 < code <= sys.maxunicode else ""
    kept = sign in _MARKS_OF_TABLES or not (sign.isprintable() or sign == "\xa0")
    return match[0] if kept or not sign else sign


def names_of_signs(text: str) -> list[str]:
    """Return what Unicode calls the pictures of a text, those of skin and sex left out, in small letters.

    Examples
    --------
    >>> names_of_signs("🏃🏻\u200d\u2642\ufe0f!"), names_of_signs("Run")
    (['runner'], [])
    """
    if text.isascii():
        return []
    names = (unicodedata.name(sign, "").casefold() for sign in text if unicodedata.category(sign) == "So")
    return [name for name in names if name and not name.endswith("male sign")]


def header_key(cell: str) -> str:
    r"""Return a header cell as it is compared: no HTML, no BOM, no accents, no case.

    Units in brackets and the signs ``#`` and ``×`` stay, for they tell columns apart.

    Examples
    --------
    >>> header_key('<span class="x">Jump Count</span>'), header_key("\ufeff Durée ")
    ('jump count', 'duree')
    """
    cell = _TAG.sub(" ", cell[:2000]).replace("\ufeff", "").replace("’", "'")
    if not cell.isascii():
        cell = "".join(c for c in unicodedata.normalize("NFKD", cell.translate(_PLAIN)) if not unicodedata.combining(c))
    return " ".join(cell.casefold().split())
