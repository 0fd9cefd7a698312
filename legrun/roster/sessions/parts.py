"""The sessions that a cell names: of the parts of a day, one after another, a run beside something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legrun.evidence import value
from legrun.logs.endurance.activities import activity
from legrun.logs.fields.judged_words import says_of_what
from legrun.logs.reading.text import fold
from legrun.roster.sessions.clock import part_clock
from legrun.roster.sessions.efforts import part_effort
from legrun.roster.sessions.kinds import MOST_REPS, is_rest, sort, without_what_is_not
from legrun.roster.sessions.lengths import DISTANCE, HOURS, MINUTES, bare_minutes, length
from legrun.roster.sessions.repeats import REPEATS

__all__ = ["is_open_choice", "parts_of"]

_NEXT = re.compile(r"\s*(?:;|\n|\bthen\b|\bdann\b|\bpuis\b)\s*", re.I)
_PERHAPS_NEXT = re.compile(r"\s+[+&/]\s+")
# What may join a run and something else without lengths of their own: "legs+easy 20", "run & gym", "easy 20, core".
_JOINS = re.compile(
    r"\s*[+&]\s*(?=[^\W_])|\s+/\s+|(?<=[^\W\d_])/(?=[^\W\d_])|\s*,(?:\s+(?=[^\W_])|(?=[^\W\d_]))|\s+(?:and|und|et|y|e|en|och|og|mit|with|w/)\s+",
    re.I,
)
_HALF = (
    r"(?:am|pm|a\.m\.|p\.m\.|mornings?|afternoons?|evenings?|vormittags?|nachmittags?|morgens?|fr\u00fch|abends?|matin|"
    r"apr\u00e8s[\s-]midi|soir|ma\u00f1ana|tarde|noche|manh\u00e3|noite|mattina|pomeriggio|sera|ochtend|middag|avond)\b"
)
# "AM easy 40 / PM legs": parts of a day, each with its session.
_PART_OF_DAY = re.compile(
    # Not behind a clock: "6 pm: legs".
    rf"(?:^|[/;,.|+&\n]+\s*|(?<!(?<!\d)\d)(?<!1[0-2])(?<!:\d\d)\s+(?=[^\W\d_]+\s?:)){_HALF}\s*[:\u2013-]?\s*(?=\w)",
    re.I,
)
# "Easy 40 AM, legs PM": the same behind what is done then.
_BEHIND = re.compile(
    rf"\s*\(\s*{_HALF}\s*\)\s*[/;,.|+&]?"
    r"|(?<!(?<!\d)\d)(?<!1[0-2])(?<!:\d\d)(?<=\w)\s+(?:in the |am |le |de la |por la |da )?"
    rf"{_HALF}\s*(?:[/;,.|+&\n]|\band\b|$)",
    re.I,
)
_SEPARATES = re.compile(r"[/;,.|+&\n:]")
_NUMBERED = re.compile(r"(?:^|[\s,;])[1-4][.)]\s*(?=[^\W\d_])")
_COMMA = re.compile(r"\s*,(?!\d)\s*")
_DIGIT = re.compile(r"\d")
_OF_LENGTH = re.compile(f"{HOURS.pattern}|{MINUTES.pattern}|{DISTANCE.pattern}", re.I)
_OR = re.compile(r"\s+(?:or|oder|ou|eller|lub|oppure)\s+", re.I)
_AND_CONDITIONING = re.compile(r"\bS\s?[&+]\s?C\b")  # no two sessions
_STYLES = ("race", "intervals", "tempo", "long", None, "easy")
_RANK = ("legs", "run", "walk", "other", "upper")  # of alternatives the one that asks for most is planned


def parts_of(text: str) -> list[str]:
    """Return the sessions that a cell names, each as it stands there.

    Examples
    --------
    >>> parts_of("AM easy 40 / PM legs"), parts_of("easy 6 miles AM, tempo 3 miles PM")
    (['easy 40', 'legs'], ['easy 6 miles', 'tempo 3 miles'])
    >>> parts_of("legs+easy 20"), parts_of("easy 8k or bike")
    (['legs', 'easy 20'], ['easy 8k'])
    """
    text = without_what_is_not(_AND_CONDITIONING.sub("strength", text))
    listed = [piece for piece in _NUMBERED.split(text) if piece.strip()]
    if len(listed) > 1 and all(sort(piece)[0] for piece in listed):  # "1) easy 40 2) legs"
        text = ";".join(listed)
    return [each.strip() for half in _halves_of_day(text) for each in _parts(half)]


def _halves_of_day(text: str) -> list[str]:
    """Return what a cell says of each part of the day, where it names more than one and what each of them holds."""
    ways = [_PART_OF_DAY.split(text)] if _SEPARATES.search(text) else []
    if not (behind := _BEHIND.split(text))[-1].strip():  # the last too says when it is
        ways.append(behind)
    for way in ways:
        parts = [part for part in way if part.strip()]
        if len(parts) > 1 and all(is_rest(part) or sort(part)[0] for part in parts):
            return parts
    return [text]


def _parts(text: str) -> list[str]:
    """Return the sessions that a cell names: "easy 40 / legs 60" is two, "5 miles + strides" one."""
    parts: list[str] = []
    for part in _with_bare_ends(_NEXT.split(text)):
        part = _of_alternatives(part)
        pieces = _with_their_sets(_PERHAPS_NEXT.split(part))
        is_whole = REPEATS.search(part) or not all(_DIGIT.search(each) and sort(each)[0] for each in pieces)
        parts += [each for piece in ([part] if is_whole else pieces) for each in _of_several_kinds(piece)]
    return _with_further_lifts(parts)


def _with_further_lifts(parts: Sequence[str]) -> list[str]:
    """Return the parts of a cell with its leg lifts as one session, where none of them says how long or when it is."""
    joined: list[str] = []
    for part in parts:
        if joined and _is_untimed_lift(part) and _is_untimed_lift(joined[-1]):
            joined[-1] += f" and {part}"
        else:
            joined.append(part)
    return joined


def _is_untimed_lift(text: str) -> bool:
    return sort(text)[0] == "legs" and not any(length(text)) and part_clock(text)[1] is None


def _with_bare_ends(pieces: Sequence[str]) -> list[str]:
    """Return pieces of a cell; a length, an effort or a clock alone goes with the one before: "Legs 60; RPE 8"."""
    joined: list[str] = []
    for piece in pieces:
        rest = part_clock(part_effort(_OF_LENGTH.sub(" ", piece), None)[0])[0]
        if joined and piece.strip() and not any(map(str.isalpha, rest)):
            joined[-1] += f", {piece}"
        else:
            joined.append(piece)
    return joined


def _with_their_sets(pieces: Sequence[str]) -> list[str]:
    """Return pieces of a cell; sets that name no lift that legrun knows go with the lifts: "squat 5x5, BSS 3x8"."""
    if not any(_are_sets(piece) and sort(piece)[0] in ("legs", "upper") for piece in pieces):
        return list(pieces)
    joined: list[str] = []
    for piece in pieces:
        if joined and _are_sets(piece) and _are_sets(joined[-1]):
            joined[-1] += f" and {piece}"
        else:
            joined.append(piece)
    return joined


def _are_sets(text: str) -> bool:
    """Return whether a piece is of sets and repetitions: repeats without a unit and few, and nothing of a run."""
    match = REPEATS.search(text)
    is_few = match is not None and not match[3] and float(match[2].replace(",", ".")) <= MOST_REPS
    return is_few and sort(REPEATS.sub(" ", text))[0] in (None, "legs", "upper")


def _of_several_kinds(text: str) -> list[str]:
    """Return the sessions that commas part, or that are a run and a lift.

    "Easy 40, legs 60" and "legs + easy 20" are two, "long 18 km, last 3 km tempo" is one.
    """
    pieces = _with_their_sets(_COMMA.split(text))
    kinds = {sort(piece)[0] for piece in pieces}
    if len(kinds) == len(pieces) > 1 and None not in kinds and all(map(_DIGIT.search, pieces)):
        return pieces
    return _run_and_others(_with_their_sets([piece for piece in _JOINS.split(text) if piece.strip()])) or [text]


def _of_alternatives(text: str) -> str:
    """Return of sessions that stand for each other the one that asks for most: "easy 8k or bike" is the run."""
    pieces = _OR.split(text)
    known = [piece for piece in pieces if sort(piece)[0] is not None]
    others = [piece for piece in pieces if sort(piece)[0] is None and not is_rest(piece)]
    return min(known, key=_ease) if len(pieces) > 1 and known and not others else text


def _ease(text: str) -> tuple[int, int, float]:
    """Return where a session stands among others, what asks for most first: by its kind, its style and its length."""
    kind, style = sort(text)
    minutes, km = length(text)
    long = minutes or (km or 0.0) * value("plan.min_per_km") or bare_minutes(text, kind or "run", style)[0] or 0.0
    return _RANK.index(kind or "other"), _STYLES.index(style), -long


def is_open_choice(text: str) -> bool:
    """Return whether a text leaves it open whether a day has a leg day or a run: nobody knows which it will be.

    Examples
    --------
    >>> is_open_choice("legs or easy 40"), is_open_choice("easy 40 or bike"), is_open_choice("rest or legs")
    (True, False, False)
    """
    return any({"legs", "run"} <= {sort(piece)[0] for piece in _OR.split(part)} for part in _NEXT.split(text))


def _run_and_others(pieces: Sequence[str]) -> list[str]:
    """Return the run of some pieces as one, and each of the others; nothing where they are not several sessions."""
    told = [(sort(piece)[0], piece) for piece in pieces]
    # "Easy 40, legs heavy" says how they felt; the gym is where legs are trained.
    kept = [(kind, piece) for kind, piece in told if kind == "run" or not says_of_what(piece.split()[-1])]
    kinds = {kind for kind, _ in kept}
    if "run" not in kinds:
        kept = [(kind, piece) for kind, piece in kept if kind != "other" or not _is_gym(piece)]
        kinds = {kind for kind, _ in kept}
        return [piece for _, piece in kept] if kinds == {"legs", "other"} else []
    if {"walk", None} & kinds or {kind for kind, _ in told} == {"run"}:
        return []
    run = " + ".join(piece for kind, piece in kept if kind == "run")
    others = [piece for kind, piece in kept if kind != "run"]
    return [run, *others] if kept[0][0] == "run" else [*others, run]


def _is_gym(text: str) -> bool:
    known = activity(fold(text))
    return known is not None and known.kind == "strength"
