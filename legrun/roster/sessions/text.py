"""A session as a coach writes it in a cell: "Legs 60min RPE8", "Easy 5 miles", "5x1000 m", "18:00 tempo, 40 min"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from legrun.errors import ScenarioError
from legrun.evidence import value
from legrun.logs.endurance.activities import activity
from legrun.logs.fields.anchors import says_of_what
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.reading.text import clean, fold
from legrun.logs.strength.titles import strength_kind
from legrun.roster.sessions.clock import greater_ends, part_clock
from legrun.roster.sessions.lengths import DISTANCE, HOURS, MINUTES, bare_minutes, length, part_pace
from legrun.roster.sessions.repeats import REPEATS, in_one, repeats_minutes, without_strides, without_warm_up
from legrun.roster.sessions.words import named_km, named_style, other_words, rest_words
from legrun.scenario import KINDS, Kind, Session, Style

__all__ = ["parse_sessions", "session_text"]

_NEXT = re.compile(r"\s*(?:;|\n|\bthen\b|\bdann\b|\bpuis\b)\s*", re.I)
_PERHAPS_NEXT = re.compile(r"\s+[+&/]\s+")
# What may join a run and something else without lengths of their own: "legs+easy 20", "run & gym", "easy 20, core".
_JOINS = re.compile(
    r"\s*[+&]\s*(?=[^\W_])|\s+/\s+|\s*,(?:\s+(?=[^\W_])|(?=[^\W\d_]))|\s+(?:and|und|et|y|e|en|och|og|mit|with|w/)\s+",
    re.I,
)
_NOT_THIS = re.compile(r"\b(?:no|kein\w*|sin|sans|sem|senza|geen|ohne|without)\s+[^\W\d_]+\b[,;.]?", re.I)
# "AM easy 40 / PM legs": parts of a day, each with its session.
_PART_OF_DAY = re.compile(
    r"(?:^|[/;,.|+&\n])\s*(?:am|pm|a\.m\.|p\.m\.|mornings?|afternoons?|evenings?|vormittags?|nachmittags?|morgens?|"
    r"fr\u00fch|abends?|matin|apr\u00e8s[\s-]midi|soir|ma\u00f1ana|tarde|noche|manh\u00e3|noite|mattina|pomeriggio|sera|"
    r"ochtend|middag|avond)\b\s*[:\u2013-]?\s*(?=[^\W\d])",
    re.I,
)
_SEPARATES = re.compile(r"[/;,.|+&\n]")
_SUM = re.compile(r"(?<![\d.,:x\u00d7*/])(\d{1,3})\s*\+\s*(\d{1,3})(?![\d.,:]*\d|\s*[x\u00d7*])(\s*[^\W\d_]+)?")
_RPE = re.compile(
    r"(?:\brpe|\bpse|\beffort|\banstrengung|\bressenti|\besfuerzo|@)\s*[:=]?\s*(\d{1,2}(?:[.,]\d{1,5})?)\b(?!:\d)", re.I
)
_OUT_OF_TEN = re.compile(r"\b(\d{1,2}(?:[.,]5)?)\s*/\s*10\b")
_REMARK = re.compile(r"\s*[(:,!]|\s[-\u2013\u2014]\s")
_COMMA = re.compile(r"\s*,(?!\d)\s*")
_DIGIT = re.compile(r"\d")
_OF_LENGTH = re.compile(f"{HOURS.pattern}|{MINUTES.pattern}|{DISTANCE.pattern}", re.I)
_USUAL_RPE: dict[Style, str] = {
    "easy": "plan.rpe_easy",
    "long": "plan.rpe_long",
    "tempo": "plan.rpe_tempo",
    "intervals": "plan.rpe_intervals",
    "race": "plan.rpe_race",
}
_PLAIN: tuple[Kind, ...] = ("run", "walk", "other")
_BESIDE = re.compile(r"(?:[+&]|\bw/|\b(?:with|mit|inkl\.?|incl\.?|avec|con|com|met))\s*$", re.I)
_LENGTH_MIN = 10.0  # easy repeats that are as long are the run itself, in parts
_LEAST_SUM_MIN = 20
_RECOVERY = 1.5  # what breaks add to the work of a session of repeats
_WARM_UP_MIN = 20.0


def parse_sessions(text: str, day: dt.date) -> tuple[Session, ...] | None:
    """Return what a cell plans for a day: nothing for a rest day, and None where it is not understood.

    What the cell does not say, its length or its effort, is the usual one of such a session and marked as estimated.
    Of a range, "30-40 min" or "effort 6-7", the greater counts: that is what the session may come to.
    Without a clock a session starts at midnight, as a day does.

    Examples
    --------
    >>> day = dt.date(2026, 3, 4)
    >>> [session_text(s) for s in parse_sessions("Legs 60min RPE8", day)]
    ['legs, 60 min, effort 8']
    >>> [session_text(s) for s in parse_sessions("18:30 easy 5 miles", day)]
    ['18:30 easy, 48 min, effort 3']
    >>> [session_text(s) for s in parse_sessions("easy 30-40 min, RPE 3-4", day)]
    ['easy, 40 min, effort 4']
    >>> parse_sessions("Rest", day), parse_sessions("qwerty", day)
    ((), None)
    """
    if _is_rest(text) or not text.strip(" -\u2013\u2014"):
        return ()
    text = _without_what_is_not(text)
    sessions: list[Session] = []
    for part in [each for half in _halves_of_day(text[:400]) for each in _parts(half)]:
        if not part or _is_rest(part):
            continue
        session = _session(part, day)
        if session is None:
            return None
        sessions.append(session)
    return tuple(sessions)


def _without_what_is_not(text: str) -> str:
    """Return a text without what it says is not done, where it says more: "no legs, easy 40"."""
    rest = _NOT_THIS.sub(" ", text)
    return rest if rest != text and _sort(rest)[0] is not None else text


def _halves_of_day(text: str) -> list[str]:
    """Return what a cell says of each part of the day, where it names more than one and what each of them holds."""
    if not _SEPARATES.search(text):
        return [text]
    parts = [part for part in _PART_OF_DAY.split(text) if part.strip()]
    return parts if len(parts) > 1 and all(_is_rest(part) or _sort(part)[0] for part in parts) else [text]


def _parts(text: str) -> list[str]:
    """Return the sessions that a cell names: "easy 40 / legs 60" is two, "5 miles + strides" one."""
    parts: list[str] = []
    for part in _with_bare_ends(_NEXT.split(text)):
        pieces = _PERHAPS_NEXT.split(part)
        is_whole = REPEATS.search(part) or not all(_DIGIT.search(each) and _sort(each)[0] for each in pieces)
        parts += [each for piece in ([part] if is_whole else pieces) for each in _of_several_kinds(piece)]
    return parts


def _with_bare_ends(pieces: Sequence[str]) -> list[str]:
    """Return pieces of a cell; a length, an effort or a clock alone goes with the one before: "Legs 60; RPE 8"."""
    joined: list[str] = []
    for piece in pieces:
        rest = part_clock(_effort(_OF_LENGTH.sub(" ", piece), None)[0])[0]
        if joined and piece.strip() and not any(map(str.isalpha, rest)):
            joined[-1] += f", {piece}"
        else:
            joined.append(piece)
    return joined


def _of_several_kinds(text: str) -> list[str]:
    """Return the sessions that commas part, or that are a run and a lift.

    "Easy 40, legs 60" and "legs + easy 20" are two, "long 18 km, last 3 km tempo" is one.
    """
    pieces = _COMMA.split(text)
    kinds = {_sort(piece)[0] for piece in pieces}
    if len(kinds) == len(pieces) > 1 and None not in kinds and all(map(_DIGIT.search, pieces)):
        return pieces
    return _run_and_others([piece for piece in _JOINS.split(text) if piece.strip()]) or [text]


def _run_and_others(pieces: Sequence[str]) -> list[str]:
    """Return the run of some pieces as one, and each of the others; nothing where they are not several sessions."""
    told = [(_sort(piece)[0], piece) for piece in pieces]
    kept = [(kind, piece) for kind, piece in told if kind == "run" or not says_of_what(piece.split()[-1])]
    kinds = {kind for kind, _ in kept}
    if "run" not in kinds or {"walk", None} & kinds or {kind for kind, _ in told} == {"run"}:
        return []
    # "Easy 40, legs heavy" says how they felt.
    run = " + ".join(piece for kind, piece in kept if kind == "run")
    others = [piece for kind, piece in kept if kind != "run"]
    return [run, *others] if kept[0][0] == "run" else [*others, run]


def session_text(session: Session) -> str:
    """Return a session in the words that `parse_sessions` reads back."""
    at = f"{session.start:%H:%M} " if session.start.time() != dt.time() else ""
    return f"{at}{session.style or session.kind}, {session.minutes:.0f} min, effort {session.rpe:.3g}"


def _session(text: str, day: dt.date) -> Session | None:
    kind, style = _sort(text)
    if kind is None:
        return None
    pace, rest = part_pace(_plain(text))
    may_be_long = kind in ("walk", "other") or (kind == "run" and style in (None, "long", "race"))
    rest, clock = part_clock(greater_ends(rest), may_be_long=may_be_long)
    rest, rpe = _effort(rest, style)
    minutes, distance_km = length(rest)
    bare, says_minutes = (
        bare_minutes(without_warm_up(rest), kind, style) if minutes is distance_km is None else (None, False)
    )
    minutes = bare if says_minutes else minutes
    work = repeats_minutes(rest) if kind == "run" else None
    if work is not None:
        # What is no longer than the repeats alone is one of them, or a break.
        minutes = minutes if minutes is not None and minutes >= work else work if style == "easy" else None
    estimated = {name for name, given in (("minutes", minutes), ("rpe", rpe)) if given is None}
    if kind == "run" and minutes is None:
        if work is not None:
            whole = (distance_km or 0.0) * (pace or value("plan.min_per_km"))
            minutes = max(float(round(_WARM_UP_MIN + _RECOVERY * work)), whole)
        elif distance_km is not None:
            minutes = distance_km * (pace or value("plan.min_per_km"))
        else:
            minutes = bare
    try:
        return Session(
            kind=kind,
            start=dt.datetime.combine(day, clock or dt.time()),
            minutes=max(minutes if minutes is not None else _usual_minutes(kind, style), 1.0),
            rpe=rpe if rpe is not None else _usual_effort(kind, style),
            style=style if kind == "run" else None,
            distance_km=distance_km if kind == "run" else None,
            name=clean(text),
            estimated=frozenset(estimated),
        )
    except ScenarioError:
        return None


def _is_rest(text: str) -> bool:
    """Return whether a text is of a day off, with a remark or without: "Off (travel)"."""
    if fold(text) in rest_words() or all(fold(part) in rest_words() for part in text.split("/")):
        return True
    return not _DIGIT.search(text) and fold(_REMARK.split(text)[0]) in rest_words() and _sort(text)[0] is None


def _style(text: str) -> Style | None:
    """Return how a run is meant to be run."""
    words = f" {fold(text)} "
    work = repeats_minutes(text)
    if work is not None and not (named_style(words) == "easy" and _is_of_lengths(text)):
        return "intervals"
    return named_style(words)


def _is_of_lengths(text: str) -> bool:
    """Return whether repeats are too long for intervals: "2 x 30 min easy" is an hour, in two parts."""
    match = REPEATS.search(text)
    return match is not None and (match[3] or "").casefold() in ("min", "mins", "'") and float(match[2]) >= _LENGTH_MIN


def _sort(text: str) -> tuple[Kind | None, Style | None]:
    """Return the kind of a session and, of a run, its style; no kind where the words say nothing."""
    text = _plain(text)
    main = without_warm_up(text)
    text = main if any(map(str.isalpha, main)) else text
    plain = _RPE.sub(" ", MINUTES.sub(" ", HOURS.sub(" ", REPEATS.sub(" ", text))))
    words = " ".join(word for word in fold(plain).split() if not word[:1].isdigit())
    # Strides are no ride, and a recovery of some miles is a run.
    said = words.replace("strides", "").replace("recovery" if DISTANCE.search(text) else "strides", "").strip()
    style, known = _style(text), activity(said or words) if words else None
    lifted = strength_kind(said or words) if words else None
    first = words.split()[0] if words else ""
    for kind in KINDS:
        if first == kind != "run":  # our own words
            return kind, None
    if words in other_words():
        return "other", None
    for kind in _PLAIN:
        if known is not None and known.known and known.kind == kind:
            return kind, style if kind == "run" else None
    if lifted is not None:
        return lifted, None
    if (known is not None and known.kind == "strength") or any(f" {term} " in f" {words} " for term in other_words()):
        return "other", None
    of_run = style is not None or DISTANCE.search(text) or named_km(text) is not None
    return ("run", style) if of_run else (None, None)


def _plain(text: str) -> str:
    """Return a text without the strides beside its run, and with sums added up: "30 + 30 easy" is an hour."""
    text = _SUM.sub(_sum, without_strides(in_one(text), is_easy=False))
    match = REPEATS.search(text)
    before = text[: match.start()] if match else ""
    is_easy = _BESIDE.search(before) is not None and named_style(f" {fold(before)} ") == "easy" and any(length(before))
    return without_strides(text, is_easy=is_easy)


def _sum(match: re.Match[str]) -> str:
    """Return two numbers as their sum, in minutes where no unit follows."""
    total, after = int(match[1]) + int(match[2]), match[3] or ""
    has_unit = DISTANCE.fullmatch(f"{total}{after}") or MINUTES.fullmatch(f"{total}{after}")
    return f"{total}{after}" if has_unit or total < _LEAST_SUM_MIN else f"{total} min{after}"


def _effort(text: str, style: Style | None) -> tuple[str, float | None]:
    """Return a text without its effort, and the effort."""
    for pattern in (_RPE, _OUT_OF_TEN):
        if match := pattern.search(text):
            number = float(match[1].replace(",", "."))
            return f"{text[: match.start()]} {text[match.end() :]}", number if number <= 10 else None
    if style in ("easy", "long", "race", "intervals"):
        return text, None  # "easy" is what the session is; of intervals only a part is hard
    words = " ".join(word for word in fold(text).split() if not word[:1].isdigit())
    rated = [parse_rating(" ".join(words.split()[at:]), "effort") for at in range(len(words.split()))]
    own = next((rating.own for rating in rated if rating is not None and rating.own), None)
    is_beside = style == "tempo" and own is not None and own < value("plan.rpe_tempo")  # its easy parts
    return text, None if is_beside else own


def _usual_minutes(kind: Kind, style: Style | None) -> float:
    if style == "long":
        return value("plan.minutes_long")
    return value("plan.minutes_strength" if kind in ("legs", "upper") else "log.default_endurance_min")


def _usual_effort(kind: Kind, style: Style | None) -> float:
    return value(_USUAL_RPE[style]) if kind == "run" and style is not None else value(f"log.rpe_{kind}")
