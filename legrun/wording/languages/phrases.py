"""Texts as they are said: looked up in the catalogue of the language that is spoken, with their values put in."""

from __future__ import annotations

from typing import Any

from legrun.wording.languages.speaking import voice_now

__all__ = ["Phrase", "number", "say", "say_count"]


class Phrase(str):
    """A text in English that remembers how it was made, so that it can be said in another language later.

    What is worked out once and shown to many, such as the reason of a gate, is kept as a phrase; it reads as English
    wherever nobody asks for more. A text in capital letters that a module holds is one too.

    Parameters
    ----------
    message : str
        The text, as the catalogues have it, with named places for values.
    **values
        Numbers and phrases for those places.

    Examples
    --------
    >>> from legrun.wording.languages import say, speaking
    >>> short = Phrase("a night under {hours:g} h", hours=5.5)
    >>> short
    'a night under 5.5 h'
    >>> with speaking("de"):
    ...     say(short)
    'eine Nacht unter 5,5 h'
    """

    message: str
    values: dict[str, Any]

    def __new__(cls, message: str, /, **values: Any) -> Phrase:  # noqa: D102
        made = super().__new__(cls, message.format(**values) if values else message)
        made.message, made.values = message, values
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        return (self.message,), self.values

    def __deepcopy__(self, memo: dict[int, Any]) -> Phrase:
        return self


def say(message: str, /, **values: Any) -> str:
    """Return a text in the language that is spoken now.

    Parameters
    ----------
    message : str or Phrase
        The text in English, as the catalogues have it, with named places for values.
    **values
        What to put there: numbers, which are written as the language does; phrases, which are said in it; and other
        text, which stays as it is.

    Examples
    --------
    >>> from legrun.wording.languages import speaking
    >>> say("{minutes:.0f} min at effort {effort:g}", minutes=35, effort=4.5)
    '35 min at effort 4.5'
    >>> with speaking("fr"):
    ...     say("{minutes:.0f} min at effort {effort:g}", minutes=35, effort=4.5)
    "35 min à l'effort 4,5"
    """
    if isinstance(message, Phrase):
        values = {**message.values, **values}
        message = message.message
    voice = voice_now()
    if voice is None:
        return message.format(**values) if values else message
    told = voice.message(message) if message else ""
    return told.format(**{name: _told(value) for name, value in values.items()}) if values else told


def say_count(one: str, many: str, /, count: int, **values: Any) -> str:
    """Return a text about a number of things, `count` in its places, in the form that the number asks for.

    Examples
    --------
    >>> from legrun.wording.languages import speaking
    >>> costs = "{term} (costs {count} point)", "{term} (costs {count} points)"
    >>> [say_count(*costs, count, term=Phrase("soreness")) for count in (1, 2)]
    ['soreness (costs 1 point)', 'soreness (costs 2 points)']
    >>> with speaking("de"):
    ...     [say_count(*costs, count, term=Phrase("soreness")) for count in (1, 2)]
    ['Muskelkater (kostet 1 Punkt)', 'Muskelkater (kostet 2 Punkte)']
    """
    voice = voice_now()
    if voice is None:
        return (one if count == 1 else many).format(count=count, **values)
    told = voice.counted(one, many, count)
    return told.format(count=count, **{name: _told(value) for name, value in values.items()})


def number(amount: float, spec: str) -> str:
    """Return a number as the language writes it, by a format specification of Python's.

    Examples
    --------
    >>> from legrun.wording.languages import speaking
    >>> number(4.5, "g")
    '4.5'
    >>> with speaking("es"):
    ...     number(4.5, "g")
    '4,5'
    """
    plain, voice = format(amount, spec), voice_now()
    return plain if voice is None else plain.replace(".", voice.decimal)


class _Number(float):
    """A number in a place of a text."""

    def __format__(self, spec: str) -> str:
        return number(float(self), spec)


def _told(value: Any) -> Any:
    """Return a value as it stands in a text of the language."""
    if isinstance(value, Phrase):
        return say(value)
    return _Number(value) if isinstance(value, float) else value
