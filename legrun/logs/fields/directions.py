"""Which way a scale goes by words of high and low alone: "higher is better", "lower = more sore"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

__all__ = ["high_is_worse"]

# English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish, Danish, Norwegian, Turkish.
_HIGH = (
    r"high(?:er|est)?|bigger|greater|larger|hoch|hohe[rn]?|hochste[rn]?|grosser|elevee?s?|haut|alt[oa]|mayor|maior|"
    r"maggiore|superiore?|hoog|hoger|hoogste|wyzej|wyzsz[ay]|wysoko|hog|hogre|hogt|hojere|hoyere|hoyt|yuksek"
)
_LOW = (
    r"low(?:er|est)?|smaller|niedrig(?:er)?e?|niedrigste[rn]?|tief(?:er)?|kleiner|bas|basse|faible|baj[oa]|menor|"
    r"baix[oa]|bass[oa]|minore|inferiore?|laag|lager|laagste|nizej|nizsz[ay]|nisko|lag|lagre|lagt|lavt|lavere|dusuk"
)
_AMOUNT = r"(?P<more>more|mehr|plus|mas|mais|piu|meer)|(?P<less>less|fewer|weniger|moins|menos|meno|minder)"
# No colon: "Lower: soreness" asks for a part of the body.
_IS = r"(?:=|\b(?:is|are|means?|ist|sind|bedeutet|heisst|est|signifie|es|son|significa|e|sono|betekent)\b)"
# "Lower numbers mean ...": what stands between an end and what it means.
_OF_NUMBERS = (
    r"(?:\s+(?:the\s+)?(?:numbers?|scores?|values?|ratings?|zahl(?:en)?|werte?|chiffres?|notes?|numeros?|valor(?:es)?|"
    r"numeri|valori|punteggio|getal(?:len)?|cijfers?))?"
)
_END = re.compile(rf"\b(?:(?P<high>{_HIGH})|(?P<low>{_LOW})|{_AMOUNT})\b{_OF_NUMBERS}\s*{_IS}")
# "The lower, the sorer", "je niedriger, desto schlimmer", "plus le chiffre est bas, plus j'ai mal".
_THE_MORE = re.compile(
    rf"\b(?:the|je|plus|cuanto|quanto|hoe|im|ju|jo)\b[^,;:()=]*?\b(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))\b"
    r"[^,;:()=]{0,25}?(?:,|\b(?:the|desto|umso|hoe|tym)\b)"
)
_NEXT = re.compile(rf"\b(?:{_HIGH}|{_LOW})\b|[();\[\]\d]")


def high_is_worse(name: str, judge: Callable[[str], int]) -> bool | None:
    """Return whether high numbers are the worse ones by what a header says of its high or low ones; None if nothing.

    Parameters
    ----------
    name : str
        The header's cell.
    judge : callable
        Returns how bad a phrase is: above zero bad, below it good, zero where it says nothing.

    Examples
    --------
    >>> judge = {"more sore": 3, "better": -2}.get
    >>> high_is_worse("Legs (lower = more sore)", judge), high_is_worse("Legs, higher is better", judge)
    (False, False)
    >>> high_is_worse("Lower legs", judge) is None
    True
    """
    text = _plain(name)
    for match in (*_END.finditer(text), *_THE_MORE.finditer(text)):
        ends = match.groupdict()
        after = text[match.end() :]
        until = _NEXT.search(after)
        score = judge(after[: until.start() if until else None].strip(" ,.-\u2013\u2014"))
        if score:
            return (score > 0) == bool(ends["high"] or ends.get("more"))
    return None


def _plain(name: str) -> str:
    """Return a header in small letters without accents, its signs kept."""
    apart = unicodedata.normalize("NFKD", name.replace("\u0142", "l").replace("\u00f8", "o").replace("\u00df", "ss"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()
