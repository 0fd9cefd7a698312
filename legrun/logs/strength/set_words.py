"""What apps and people call the types of a set, in the languages seen."""

from __future__ import annotations

import re

from legrun.logs.strength.sets import SetKind

__all__ = ["SET_WORDS", "set_word"]

_WORDS: dict[SetKind, str] = {
    "warm_up": (
        "w,warmup,warm-up,warm up,warmups,warm-up set,warm up set,warmup set,wu,aufwärmen,aufwärmsatz,warmmachen,"
        "échauffement,echauffement,calentamiento,aquecimento,riscaldamento,opwarming,uppvärmning,opvarmning,"
        "oppvarming,rozgrzewka,bemelegítés,热身,ウォームアップ"
    ),
    "work": (
        "n,normal,normal set,work,working,working set,work set,worked,main,main set,top,top set,back-off,backoff,"
        "back-off set,backoff set,regular,straight,straight set,standard,arbeitssatz,arbeit,série de travail,travail,"
        "trabajo,serie de trabajo,efectiva,trabalho,lavoro,werkset,arbetsset,arbejdssæt,robocza,amrap,superset"
    ),
    "drop": "d,drop,dropset,drop-set,drop set,reduktionssatz,dégressive,descendente,drop-satz,myo,myorep,rest-pause",
    "failure": "f,failure,to failure,fail,failed,muskelversagen,versagen,échec,echec,fallo,al fallo,falha,cedimento",
    "rest": "rest,rest timer,pause,ruhezeit,repos,descanso,pausa",
}
# Each word in small letters, and the kind of row it names.
SET_WORDS: dict[str, SetKind] = {word: kind for kind, words in _WORDS.items() for word in words.split(",")}
_NUMBERED = re.compile(r"(.*[^\W\d_])[\s#-]*\d{1,2}")


def set_word(text: str) -> SetKind | None:
    """Return the kind of set that a cell names, also where it numbers it: ``W``, ``W2``, ``Drop 1``.

    Examples
    --------
    >>> set_word("W2"), set_word("warmup"), set_word("Drop 1"), set_word("Working 2"), set_word("2")
    ('warm_up', 'warm_up', 'drop', 'work', None)
    >>> set_word("WARM_UP_SET"), set_word("normal_set")
    ('warm_up', 'work')
    """
    word = text.casefold().replace("_", " ")
    word = word if word in SET_WORDS else word.removesuffix(" set")
    if word not in SET_WORDS and (match := _NUMBERED.fullmatch(word)) is not None:
        word = match[1]
    return SET_WORDS.get(word)
