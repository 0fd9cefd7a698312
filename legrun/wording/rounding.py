"""Numbers as they are said, to halves, with a sign or a noun; the first letter of a sentence, and lists in it."""

from __future__ import annotations

from collections.abc import Sequence

from legrun.wording.languages import number, say, spoken

__all__ = [
    "MINUS",
    "as_given",
    "capitalised",
    "counted",
    "effort_text",
    "halves",
    "listed",
    "lowered",
    "of_hundred",
    "signed",
    "to_half",
]

MINUS = "−"


def to_half(amount: float) -> float:
    """Return soreness or sleep to halves.

    Examples
    --------
    >>> to_half(4.3)
    4.5
    """
    return round(2 * amount) / 2


def halves(amount: float) -> str:
    """Return soreness or sleep as it is said, to halves.

    Examples
    --------
    >>> halves(4.3), halves(7)
    ('4.5', '7')
    """
    return number(to_half(amount), "g")


def effort_text(rpe: float) -> str:
    """Return an effort as it is said, to tenths: one that was rated on another scale has more.

    Examples
    --------
    >>> effort_text(4.2857), effort_text(8)
    ('4.3', '8')
    """
    return number(round(rpe, 1), "g")


def as_given(amount: float) -> str:
    """Return a rating or a night as it was typed; one that was worked out of another scale to a tenth.

    Examples
    --------
    >>> as_given(6.25), as_given(13 / 3), as_given(10)
    ('6.25', '4.3', '10')
    """
    return f"{amount:g}" if amount == round(amount, 2) else f"{amount:.1f}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> counted(1, "run"), counted(1200, "set")
    ('1 run', '1,200 sets')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def of_hundred(shares: Sequence[float]) -> list[int]:
    """Return shares of a whole as whole numbers that add up to 100: those that lose most by rounding get one more.

    Examples
    --------
    >>> of_hundred([0.536, 0.305, 0.159]), of_hundred([0.933, 0.063, 0.004])
    ([54, 30, 16], [93, 6, 1])
    """
    counts = [int(100 * share) for share in shares]
    losses = sorted(range(len(shares)), key=lambda each: counts[each] - 100 * shares[each])
    for each in losses[: 100 - sum(counts)]:
        counts[each] += 1
    return counts


def signed(number: float) -> str:
    """Return a whole number with its sign; none has none.

    Examples
    --------
    >>> signed(-2.6), signed(0.2), signed(4.1)
    ('−3', '0', '+4')
    """
    return f"{round(number):+d}".replace("-", MINUS) if round(number) else "0"


def capitalised(text: str) -> str:
    """Return a text with its first letter a capital; the others stay.

    Examples
    --------
    >>> capitalised("dark urine, RED-S")
    'Dark urine, RED-S'
    """
    return f"{text[:1].upper()}{text[1:]}"


def lowered(text: str) -> str:
    """Return a text with its first letter small, to stand within a sentence; the others stay.

    German, whose nouns are capital everywhere, keeps it.

    Examples
    --------
    >>> lowered("Fever or illness")
    'fever or illness'
    """
    return text if spoken() == "de" else f"{text[:1].lower()}{text[1:]}"


def listed(parts: Sequence[str]) -> str:
    """Return parts as a list within a sentence.

    Examples
    --------
    >>> listed(["rest"]), listed(["rest", "walk"]), listed(["rest", "walk", "run"])
    ('rest', 'rest and walk', 'rest, walk and run')
    """
    if len(parts) < 2:
        return "".join(parts)
    return say("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])
